//! Gives each article its section: the one that the seed names, or else its folder. Then applies
//! the names and the order of `site.toml`.

use crate::{
    article::{DEFAULT_SECTION, Teaser},
    folder::Folder,
    parsed::ParsedArticle,
    site::Site,
};

/// Sets the sections of articles and teasers, and puts the articles of the sections that
/// `site.toml` lists first, in the order of that list.
pub(crate) fn assign(articles: &mut [ParsedArticle], teasers: &mut [Teaser], folder: &Folder<'_>) {
    for ParsedArticle { article, has_section, .. } in articles.iter_mut() {
        if !*has_section {
            article.section = fallback(&article.origin.file, folder);
        }
        rename(&mut article.section, folder.site);
    }
    for teaser in teasers {
        if teaser.section == DEFAULT_SECTION {
            teaser.section = fallback(&teaser.origin.file, folder);
        }
        rename(&mut teaser.section, folder.site);
    }
    let sections = &folder.site.sections;
    if !sections.is_empty() {
        articles.sort_by_key(|parsed| {
            let section = &parsed.article.section;
            sections.iter().position(|(_, label)| label == section).unwrap_or(sections.len())
        });
    }
}

/// Returns the section of a seed that names none: its first folder, or the default section.
pub(crate) fn fallback(file: &str, folder: &Folder<'_>) -> String {
    let path = folder.path(file);
    let first_folder = path.split_once(['/', '\\']).map(|(first, _)| first);
    let section = first_folder.filter(|_| folder.name.is_some());
    let default = || folder.site.default_section.as_deref().unwrap_or(DEFAULT_SECTION);
    section.unwrap_or_else(default).to_owned()
}

fn rename(section: &mut String, site: &Site) {
    let renamed = site.sections.iter().find(|(key, _)| key == section);
    if let Some((_, label)) = renamed {
        section.clone_from(label);
    }
}
