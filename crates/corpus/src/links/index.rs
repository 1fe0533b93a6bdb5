//! The articles of a corpus by everything that a link may call them.

use std::collections::HashMap;

use super::address::{Address, key, letters, parent, url_key};
use crate::path::resolve_path;
use crate::{day, folder::Folder, metadata::Day, parsed::ParsedArticle};

/// The most folders that the old site may have above this one: `/en/blog/` in `/en/blog/a/`.
const MAX_FOLDERS_ABOVE: usize = 4;

/// The numbers of articles by their names.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By their path in the folder, see [`key`].
    paths: HashMap<String, usize>,
    /// By their path on the old site.
    addresses: HashMap<String, usize>,
    /// By the last piece of their path.
    stems: HashMap<String, usize>,
    /// By the last piece of their path, without a date, and their date.
    dated: HashMap<(String, Day), usize>,
    /// By their titles and aliases, as [`letters`].
    titles: HashMap<String, usize>,
    /// By absolute URLs, see [`url_key`].
    urls: HashMap<String, usize>,
    /// By their numbers before duplicates were removed and articles sorted, if they are imported.
    numbers: HashMap<usize, usize>,
    /// The folders of the site's own addresses, as [`url_key`]s.
    sites: Vec<String>,
}

impl Index {
    pub(super) fn new(articles: &[ParsedArticle], folder: &Folder<'_>) -> Self {
        let site = folder.site;
        let sites = [&site.original_url, &site.base_url].into_iter().flatten();
        let mut index =
            Self { sites: sites.filter_map(|url| url_key(url)).collect(), ..Self::default() };
        // A path names its own file before it names another by its slug.
        for (number, article) in articles.iter().enumerate() {
            for file in &article.files {
                index.paths.entry(key(folder.path(file))).or_insert(number);
            }
        }
        for (number, article) in articles.iter().enumerate() {
            index.add(number, article, folder);
        }
        index
    }

    fn add(&mut self, number: usize, parsed: &ParsedArticle, folder: &Folder<'_>) {
        let article = &parsed.article;
        let written = article.date.as_ref().and_then(|date| date.day);
        let mut add_path = |folder: &str, stem: &str, day: Option<Day>| {
            self.paths.entry(resolve_path(folder, stem)).or_insert(number);
            self.stems.entry(stem.to_owned()).or_insert(number);
            if let Some(day) = day {
                self.dated.entry((stem.to_owned(), day)).or_insert(number);
            }
        };
        for file in &parsed.files {
            let path = key(folder.path(file));
            let stem = path.rsplit('/').next().unwrap_or_default();
            add_path(parent(&path), stem, written);
            if let Some((day, rest)) = day::at_start_of_name(stem).filter(|(_, it)| !it.is_empty())
            {
                add_path(parent(&path), rest, Some(day));
            }
            if let Some(slug) = &article.slug {
                add_path(parent(&path), &key(slug), written);
            }
        }
        self.numbers.extend(parsed.numbers.iter().map(|before| (*before, number)));
        self.titles.entry(letters(&article.title)).or_insert(number);
        for address in &parsed.addresses {
            match url_key(address) {
                Some(url) => self.urls.entry(url).or_insert(number),
                None if address.contains('/') => {
                    self.addresses.entry(key(address)).or_insert(number)
                }
                None => self.titles.entry(letters(address)).or_insert(number),
            };
        }
        let url = article.source.as_ref().and_then(|source| source.url.as_deref());
        if let Some(url) = url.and_then(url_key) {
            self.urls.entry(url).or_insert(number);
        }
    }

    /// Returns the imported article that had this number.
    pub(super) fn numbered(&self, before: usize) -> Option<usize> {
        self.numbers.get(&before).copied()
    }

    /// Returns the article at an absolute URL, if it is from there or on the site itself.
    pub(super) fn url(&self, url: &str) -> Option<(usize, Address)> {
        let key = url_key(url)?;
        if let Some(found) = self.urls.get(&key) {
            return Some((*found, Address::parse(url)));
        }
        let path = self.sites.iter().find_map(|site| {
            let rest = key.strip_prefix(site.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then_some(rest)
        })?;
        let found = self.on_old_site(&Address::parse(path).path)?;
        Some((found, Address::parse(url)))
    }

    /// Returns the article at an address in the article at `path`.
    pub(super) fn relative(&self, path: &str, address: &Address) -> Option<usize> {
        let spelled = address.path.replace('\\', "/");
        if let Some(rest) = spelled.strip_prefix('/') {
            return self.on_old_site(rest);
        }
        if let Some(rest) = spelled.strip_prefix("@/") {
            return self.paths.get(&key(rest)).copied();
        }
        // Beside the file; below the page's own folder, as on a site; or from the top of a vault.
        let page = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        let candidates = [
            resolve_path(parent(path), &spelled),
            resolve_path(page, &spelled),
            resolve_path("", &spelled),
        ];
        candidates.iter().find_map(|candidate| {
            let key = key(candidate);
            self.paths.get(&key).or_else(|| self.addresses.get(&key)).copied()
        })
    }

    /// Returns the article at a path of the old site, which may have this folder in another.
    fn on_old_site(&self, path: &str) -> Option<usize> {
        let whole = key(path);
        let mut rest = whole.as_str();
        if let Some(found) = self.addresses.get(rest) {
            return Some(*found);
        }
        for _ in 0..=MAX_FOLDERS_ABOVE {
            if let Some(found) = self.paths.get(rest).filter(|_| !rest.is_empty()) {
                return Some(*found);
            }
            let Some((_, below)) = rest.split_once('/') else { break };
            rest = below;
        }
        // `/news/2024/05/16/title/`
        let mut pieces = whole.rsplit('/');
        let stem = pieces.next()?;
        let [day, month, year] = [pieces.next()?, pieces.next()?, pieces.next()?];
        let day = day::find(&format!("{year}-{month}-{day}"))?;
        self.dated.get(&(stem.to_owned(), day)).copied()
    }

    /// Returns the article that a wikilink in the article at `path` names: by its path or the end
    /// of its path, its title or an alias.
    pub(super) fn wiki(&self, path: &str, name: &str) -> Option<usize> {
        let wanted = key(name);
        let beside = key(&resolve_path(parent(path), name));
        let by_path = self.paths.get(&beside).or_else(|| self.paths.get(&wanted)).copied();
        let by_stem = || {
            let stem = wanted.rsplit('/').next()?;
            self.stems.get(stem).copied().filter(|_| stem == wanted)
        };
        let by_title = || self.titles.get(&letters(name)).copied();
        by_path.or_else(by_stem).or_else(by_title).filter(|_| !wanted.is_empty())
    }
}
