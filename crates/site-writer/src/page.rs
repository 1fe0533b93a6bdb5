//! The pages of a site: the shell of the template with a title, a base, the edition and a text.

use crate::article::Beside;
use crate::articles;
use crate::template::{Explorer, Template, attribute};
use crate::words::Words;
use cuttings_edition::{Article, Edition};
use cuttings_exports::{address, line};
use cuttings_html_writer::{article as text_of, escaped};

/// The length of a description in characters.
const DESCRIPTION_LENGTH: usize = 200;

/// The start of the attribute with the address of the program.
const PROGRAM: &str = " data-program=\"";

/// The page of a site.
pub(crate) struct Page<'p, 'e> {
    edition: &'p Edition<'e>,
    words: &'p Words<'p>,
    /// The title of the site, escaped.
    title: String,
    /// The shell with the edition and the title of the site.
    shell: String,
}

impl<'p, 'e> Page<'p, 'e> {
    pub(crate) fn new(
        template: &Template,
        edition: &'p Edition<'e>,
        path: &str,
        words: &'p Words<'p>,
    ) -> Page<'p, 'e> {
        let title = escaped(&line(words.title));
        let program = attribute(&template.shell, PROGRAM).unwrap_or_default();
        let named = format!("{PROGRAM}{program}\"");
        let shell = template
            .shell
            .replacen(&named, &format!("{named} data-edition=\"{path}\""), 1)
            // The edition may have an older title.
            .replacen("<html", &format!("<html data-title=\"{title}\""), 1)
            .replace(&format!(">{}<", template.title()), &format!(">{title}<"));
        Page { edition, words, title, shell }
    }

    /// Returns the title of the site, escaped.
    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    /// Returns the page of the results, with links to all articles.
    pub(crate) fn results(&self) -> String {
        let mut list = String::from("<main id=\"main\"><ul>");
        for article in articles(self.edition) {
            let (path, title) = (address::article_path(article.slug()), escaped(article.title()));
            list.push_str(&format!("<li><a href=\"{path}\">{title}</a></li>"));
        }
        list.push_str("</ul></main>");
        self.filled(0, None, &list)
    }

    /// Returns a page without content, which the program fills: that of a section, one folder below
    /// the base, or of the service worker, which sets the base.
    pub(crate) fn section(&self) -> String {
        self.filled(1, None, "")
    }

    /// Returns the page of a view that explores the edition: that of a section with another
    /// program.
    pub(crate) fn exploring(&self, explorer: &Explorer<'_>) -> String {
        let page = self.section();
        let program = attribute(&page, PROGRAM).unwrap_or_default();
        let Explorer { program: explorer, glue, .. } = explorer;
        let own =
            format!("{PROGRAM}{explorer}\" data-glue=\"{glue}\" data-page-program=\"{program}\"");
        page.replacen(&format!("{PROGRAM}{program}\""), &own, 1)
    }

    /// Returns the page of an article, two folders below the base.
    pub(crate) fn article(&self, article: &Article<'e>) -> String {
        let place = Beside { edition: self.edition, slug: article.slug(), words: self.words };
        let title = escaped(&line(article.title()));
        let language = article
            .language()
            .map_or(String::new(), |language| format!(" lang=\"{}\"", escaped(language)));
        let content = format!(
            "<main id=\"main\"><article{language}><h1>{title}</h1>{}</article></main>",
            text_of(article, &place)
        );
        self.filled(2, Some(article), &content)
    }

    /// Fills a page that is some folders below the base.
    fn filled(&self, depth: usize, article: Option<&Article<'e>>, content: &str) -> String {
        let base = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
        let before = attribute(&self.shell, "<base href=\"").unwrap_or_default();
        let mut page = self.shell.replacen(
            &format!("<base href=\"{before}\""),
            &format!("<base href=\"{base}\""),
            1,
        );
        if let Some(article) = article {
            let name = format!("<title>{}</title>", self.title);
            let title = escaped(&line(article.title()));
            let about = article.standfirst().unwrap_or_else(|| article.opening());
            let about: String = line(about).chars().take(DESCRIPTION_LENGTH).collect();
            let named = format!(
                "<title>{title} – {}</title><meta name=\"description\" content=\"{}\">",
                self.title,
                escaped(&about)
            );
            page = page.replacen(&name, &named, 1);
        }
        page.replacen("<div class=\"page\">", &format!("<div class=\"page\">{content}"), 1)
    }
}
