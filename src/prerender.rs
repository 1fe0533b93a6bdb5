//! Renders pages to HTML without a browser, for readers whose program has not started yet or never
//! will.

use crate::app::{App, AppProps};
use crate::explorer::EXPLORER;
use crate::messages::language;
use crate::route::Route;
use crate::store::app_state::AppState;
use crate::store::entities::entities_by_mentions;
use crate::store::library::Library;
use crate::store::quotes::quoted_blocks;
use crate::store::related::reason;
use crate::store::ui_state::{PAGE_SIZE, UiState};
use crate::store::user_data::UserData;
use crate::store::view::View;
use cuttings_edition::{Article, BlockKind, EntityId, Item, ItemId, LinkTarget, MarkKind};
use std::cell::RefCell;
use std::fmt::{Debug, Write as _};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The number of results on the published page of results if the edition has more than the program
/// shows at first. The program brings the others, and a page of plain links has all of them.
const PUBLISHED_RESULTS: usize = 24;

/// Renders the pages of an edition.
#[derive(Debug)]
pub struct Prerenderer {
    /// The state of the page rendered last. Pages of one view share its results.
    state: RefCell<AppState>,
}

impl Prerenderer {
    /// Creates a renderer for an edition.
    pub fn new(library: &Library) -> Prerenderer {
        let ui = UiState::opened_at(Route::default());
        let state = AppState::new(library.clone(), ui, UserData::default());
        Prerenderer { state: RefCell::new(state) }
    }

    /// Renders the page at a route. Returns `None` if a component waits for something, which none
    /// may do.
    pub fn html(&self, route: &Route) -> Option<String> {
        let mut start = self.state.borrow().reopened_at(route.clone());
        self.state.replace(start.clone());
        if matches!(route, Route::Results(_)) && start.library.len() > PAGE_SIZE {
            Rc::make_mut(&mut start.ui).render_limit = PUBLISHED_RESULTS;
        }
        render(start)
    }

    /// Returns all that the page of an article is made from, and its text in other formats, as one
    /// text: if it is the same in two editions, so are the pages. `None` for other pages, which
    /// show something of every article.
    pub fn inputs(&self, route: &Route) -> Option<String> {
        let Route::Article { slug, view } = route else { return None };
        // The hits of a query are no inputs.
        if *view != View::default() {
            return None;
        }
        let start = self.state.borrow().reopened_at(route.clone());
        self.state.replace(start.clone());
        let library = &start.library;
        let article = library.article(slug.as_str())?;
        let mut inputs = Inputs { library, text: String::new() };
        inputs.site();
        inputs.article(&article);
        inputs.body(&article);
        inputs.insights(article.id());
        for neighbour in start.results().neighbours(library, article.id()) {
            inputs.item(neighbour.map(|article| article.id()));
        }
        Some(inputs.text)
    }
}

/// Renders a state. Returns `None` if a component waits for something.
fn render(start: AppState) -> Option<String> {
    let page =
        yew::LocalServerRenderer::<App>::with_props(AppProps { start, explorer: Some(EXPLORER) })
            .hydratable(false);
    match pin!(page.render()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => Some(html),
        Poll::Pending => None,
    }
}

/// Collects what a page is made from. Each text comes with its length, so that two never look like
/// one, and ids of other items and of entities as what they stand for: an edit moves them.
struct Inputs<'a> {
    library: &'a Library,
    text: String,
}

impl Inputs<'_> {
    fn text(&mut self, text: &str) {
        self.value(text.len());
        self.text.push_str(text);
    }

    fn value(&mut self, value: impl Debug) {
        // Writing into a text does not fail.
        let _ = write!(self.text, "{value:?};");
    }

    fn site(&mut self) {
        let library = self.library;
        for text in [library.title(), library.description(), library.language(), language()] {
            self.text(text);
        }
        self.value(library.url_style());
        for field in library.fields() {
            self.value((field.key, field.label, field.is_facet));
        }
    }

    fn article(&mut self, article: &Article<'static>) {
        for text in [article.slug(), article.title(), article.section()] {
            self.text(text);
        }
        self.value(article.standfirst());
        self.value(article.language());
        self.value(article.minutes());
        self.value(article.metadata());
    }

    fn body(&mut self, article: &Article<'static>) {
        for block in article.blocks() {
            self.text(block.text());
            match block.kind() {
                BlockKind::Paragraph => self.text.push('p'),
                kind => self.value(kind),
            }
            self.value(block.containers());
            for mark in block.marks() {
                self.value(mark.range);
                match mark.kind {
                    MarkKind::Link(LinkTarget::Article(item, block)) => {
                        self.item(Some(item));
                        self.value(block);
                    }
                    kind => self.value(kind),
                }
            }
        }
    }

    fn insights(&mut self, item: ItemId) {
        let library = self.library;
        for mention in library.mentions(item) {
            self.value(mention.span);
            self.entity(mention.entity);
        }
        self.value("quoted");
        self.value(quoted_blocks(library, item));
        for count in entities_by_mentions(library, item) {
            self.entity(count.entity());
        }
        self.value("related");
        for related in library.related(item) {
            self.item(Some(related.item));
            self.text(&reason(library, item, &related));
        }
        self.value("linked from");
        for source in library.linked_from(item) {
            self.item(Some(source));
        }
        self.value("neighbours");
    }

    /// Adds what a link to an item shows.
    fn item(&mut self, item: Option<ItemId>) {
        match item.and_then(|item| self.library.item(item)) {
            Some(Item::Article(article)) => self.value((article.slug(), article.title())),
            Some(Item::Teaser(teaser)) => self.value(teaser.title()),
            None => self.value(item.is_some()),
        }
    }

    fn entity(&mut self, entity: EntityId) {
        self.value(entity.kind);
        self.value(self.library.entity(entity).map(|entity| entity.name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::Site;
    use cuttings_diagnostics::SourceFile;
    use proptest::prelude::*;
    use std::collections::HashMap;
    use std::sync::{LazyLock, Mutex};

    /// The titles of articles. Short lists, so that small edits often change nothing else.
    const TITLES: [&str; 4] = ["Day of rain", "Ada Rain", "The boat", "Paris talks"];
    const TEXTS: [&str; 8] = [
        "Minister Ada Rain met envoys in Paris.",
        "“The boat is late again this year,” said Ada Rain.",
        "The boat left [before dawn](0.md) with 40 tonnes of fish.",
        "See [the talks](1.md) and **the boat**.",
        "## Costs\n\n- one `boat`\n- two boats[^1]\n\n[^1]: Of wood.",
        "| a | b |\n|---|--:|\n| fog | 2 |",
        "```rust\nlet boat = 1;\n```",
        "Envoys from Lagos and Paris spoke of fog, rain and boats in the harbour of Lagos.",
    ];
    const HEADS: [&str; 5] = [
        "",
        "lang: de\n",
        "tags: [fog]\n",
        "section: Sea\nauthor: Jan Berg\n",
        "date: 2024-05-02\n",
    ];

    /// An article: title, head, texts.
    type Draft = (usize, usize, Vec<usize>);

    fn drafts() -> impl Strategy<Value = Vec<Draft>> {
        let texts = prop::collection::vec(0..TEXTS.len(), 1..4);
        prop::collection::vec((0..TITLES.len(), 0..HEADS.len(), texts), 1..5)
    }

    fn library(drafts: &[Draft], title: &str) -> Library {
        let names: Vec<String> = (0..drafts.len()).map(|number| format!("{number}.md")).collect();
        let texts = drafts.iter().map(|(title, head, texts)| {
            let body: Vec<&str> = texts.iter().map(|text| TEXTS[*text]).collect();
            let (title, head) = (TITLES[*title], HEADS[*head]);
            format!("---\ntitle: {title}\n{head}---\n\n{}\n", body.join("\n\n"))
        });
        let texts: Vec<String> = texts.collect();
        let files = names.iter().zip(&texts);
        let files: Vec<SourceFile<'_>> =
            files.map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
        let site = Site { title: title.to_owned(), ..Site::default() };
        let corpus = cuttings_corpus::parse(&files);
        Library::open(cuttings_edition_builder::build(&corpus, &site).unwrap().leak()).unwrap()
    }

    #[test]
    fn a_large_edition_is_published_with_its_first_results() {
        for (count, shown) in [(PAGE_SIZE, PAGE_SIZE), (PAGE_SIZE + 1, PUBLISHED_RESULTS)] {
            let drafts = (0..count).map(|it| (it % 4, it % 5, vec![it % 8, it / 8]));
            let library = library(&drafts.collect::<Vec<Draft>>(), "Coast");
            let html = Prerenderer::new(&library).html(&Route::default()).unwrap();
            assert_eq!(html.matches("<li><article").count(), shown);
            assert!(!html.contains("aria-busy") && !html.contains("data-starting"));
        }
    }

    /// The pages of all cases by their inputs.
    static PAGES: LazyLock<Mutex<HashMap<String, String>>> = LazyLock::new(Mutex::default);

    proptest! {
        #[test]
        fn equal_inputs_give_equal_pages(drafts in drafts(), title in "(Coast|Sea)") {
            let library = library(&drafts, &title);
            let prerenderer = Prerenderer::new(&library);
            for route in library.pages() {
                let Some(inputs) = prerenderer.inputs(&route) else { continue };
                let html = prerenderer.html(&route).unwrap();
                let mut pages = PAGES.lock().unwrap();
                let known = pages.entry(inputs).or_insert_with(|| html.clone());
                prop_assert_eq!(&*known, &html);
            }
        }
    }

    #[test]
    fn what_a_page_shows_of_others_is_an_input() {
        let inputs = |drafts: &[Draft]| {
            let library = library(drafts, "Coast");
            let first = library.articles().next().unwrap();
            let route = Library::article_route(&first, &View::default());
            Prerenderer::new(&library).inputs(&route).unwrap()
        };
        let day = (0, 0, vec![2]);
        let of = |other: Draft| inputs(&[day.clone(), other]);
        let before = of((2, 0, vec![5]));
        assert_eq!(of((2, 0, vec![5])), before);
        assert_eq!(of((2, 0, vec![6])), before, "the text of another article");
        assert_ne!(of((3, 0, vec![5])), before, "the title of a neighbour");
        assert_ne!(of((2, 0, vec![2])), before, "a link from another article");
    }

    #[test]
    fn only_articles_have_inputs() {
        let library = library(&[(0, 0, vec![0])], "Coast");
        let prerenderer = Prerenderer::new(&library);
        let with = library.pages().filter(|route| prerenderer.inputs(route).is_some());
        assert_eq!(with.count(), 1);
        assert_eq!(prerenderer.inputs(&library.route("article/day-of-rain/", "q=boat")), None);
    }
}
