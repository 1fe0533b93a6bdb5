//! Entities, quotes and figures: filters, links in texts, pages of their own, and exports.

use crate::{
    page::{Page, expect_ok},
    page_object::value_and_count,
    seed::{self, ARTICLES},
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "names",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // The page renders them alike in every engine.
            test!(entities_are_facets),
            test!(long_facets_can_be_searched),
            test!(entities_can_be_queried_by_field),
            test!(entities_in_a_text_link_to_their_page),
            test!(entities_have_a_page),
            test!(the_list_of_names_follows_the_view),
            test!(quotes_are_grouped_by_speaker),
            test!(figures_are_grouped_by_unit_and_sorted_by_size),
            test!(articles_link_to_related_articles),
            test!(results_explain_their_hits),
            test!(results_can_be_exported),
        ],
    }
}

fn entities_are_facets(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let people = page.facet("People").role("checkbox").names();
    assert!(people.len() >= 8, "{people:?}");
    let counts: Vec<usize> = people.iter().map(|name| value_and_count(name).1).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "the most frequent is first: {people:?}");
    let (name, count) = value_and_count(&people[0]);
    page.facet_value("People", name).click();
    page.expect_count(count);
    page.active_filters().role("button").named(&format!("Remove People: {name}")).one();
    page.facet("Places").one();
    page.facet("Organisations").one();
}

fn long_facets_can_be_searched(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.role("button").starting_with("Show all").some();
    let people = page.facet("People");
    assert_eq!(people.role("checkbox").some().len(), 8, "the first eight people");
    people.role("button").starting_with("Show all").click();
    page.until("all people", || {
        let all = people.role("checkbox").some().len();
        if all > 8 { Ok(()) } else { Err(format!("{all}")) }
    });
    people.role("button").named("Show fewer").click();
    people.role("textbox").named("Find in People").click();
    page.type_text("umer");
    page.until("only matching people", || {
        let names = people.role("checkbox").names();
        if names.iter().all(|name| name.to_lowercase().contains("umer")) {
            Ok(())
        } else {
            Err(format!("{names:?}"))
        }
    });
    page.expect_count(17);
}

fn entities_can_be_queried_by_field(page: &Page) {
    page.open("/?q=person:umerov");
    page.expect_titles_in_any_order(&seed::matching("umerov"));
}

/// An entity of the seed and the name of its facet.
const ENTITY: (&str, &str) = ("NATO", "Organisations");

fn entities_in_a_text_link_to_their_page(page: &Page) {
    let (title, slug, _) = ARTICLES[5];
    page.open_article(slug, "");
    page.expect_article(title);
    let named = page.role("complementary").named("Mentioned in this article");
    named.role("link").named(ENTITY.0).one();
    page.role("main").role("article").script(&format!(
        "[...arguments[0].querySelectorAll('a')].find(link => link.textContent === '{}').click()",
        ENTITY.0
    ));
    page.role("heading").named(ENTITY.0).one();
    page.back();
    page.expect_article(title);
}

fn entities_have_a_page(page: &Page) {
    page.open("/names/?name=organisation:NATO");
    page.role("heading").named(ENTITY.0).one();
    let text = page.role("main").text();
    assert!(text.contains(ENTITY.1), "{text}");
    let title = ARTICLES[5].0;
    page.role("main").role("link").named(title).one();
    let marks = page.role("main").role("mark").script_all("return arguments[0].textContent");
    assert!(marks.len() > 3 && marks.iter().any(|mark| mark == ENTITY.0), "{marks:?}");
    let links = page.role("main").role("link").starting_with("To paragraph").some();
    let number = links[0].name.trim_start_matches("To paragraph ").to_owned();
    expect_ok(page.session().click(&links[0].element));
    page.role("link").named("Back to results").one();
    page.until("the URL of the paragraph", || {
        let hash = page.script("return location.hash");
        if hash == format!("#p{number}").as_str() { Ok(()) } else { Err(hash.to_string()) }
    });
    page.back();
    page.role("heading").named(ENTITY.0).one();
    page.role("main").role("link").named("Filter the results by this name").click();
    page.active_filters().role("button").named("Remove Organisations: NATO").one();
}

fn the_list_of_names_follows_the_view(page: &Page) {
    page.open("/?q=oreshnik");
    page.until("results", || {
        page.current_titles()
            .and_then(|now| (!now.is_empty()).then_some(()).ok_or_else(String::new))
    });
    page.role("link").named("Names").click();
    page.role("heading").named("Names").one();
    page.expect_path("/names/?q=oreshnik");
    let names_of_view = page.role("main").role("link").names();
    page.role("link").named("Include all items").click();
    page.expect_path("/names/");
    page.until("more names", || {
        let all = page.role("main").role("link").names();
        if all.len() > names_of_view.len() {
            Ok(())
        } else {
            Err(format!("{} of {}", names_of_view.len(), all.len()))
        }
    });
    page.role("heading").named("People").one();
    page.role("heading").named("Places").one();
}

fn quotes_are_grouped_by_speaker(page: &Page) {
    let (title, slug, _) = ARTICLES[2];
    page.open("/quotes/?q=oreshnik");
    page.role("heading").named("Quotes").one();
    let quotes_of_view = page.role("main").role("blockquote").some().len();
    page.until("the number of results", || {
        let status = page.role("main").role("status").text();
        if status.contains(" of 17 items") { Ok(()) } else { Err(status) }
    });
    page.open("/quotes/");
    page.role("heading").named("Quotes").one();
    page.until("more quotes", || {
        let all = page.role("main").role("blockquote").some().len();
        if all > quotes_of_view { Ok(()) } else { Err(format!("{quotes_of_view} of {all}")) }
    });
    // The name of a speaker links to the speaker's page.
    let speaker = page
        .role("main")
        .role("heading")
        .script_all("return arguments[0].querySelector('a')?.textContent ?? ''");
    let speaker = speaker.iter().find(|name| !name.is_empty()).expect("a speaker is an entity");
    page.role("main").role("link").named(speaker).click();
    page.role("heading").named(speaker).one();
    // A quote links to its paragraph.
    page.open("/quotes/?q=oreshnik");
    page.role("main").role("link").named(title).some();
    let links = page.role("main").role("link").starting_with("To paragraph").some();
    expect_ok(page.session().click(&links[0].element));
    page.role("link").named("Back to results").one();
    page.until("the article", || {
        let path = page.script("return location.pathname");
        if path.as_str().is_some_and(|path| path.contains("/article/")) {
            Ok(())
        } else {
            Err(path.to_string())
        }
    });
    // The text shows quoted paragraphs in another style.
    page.open_article(slug, "");
    page.expect_article(title);
    let quoted = page.script(
        "return [...document.querySelectorAll('.prose p.said')].map(each => each.innerText)",
    );
    let quoted = quoted.as_array().expect("a list");
    assert!(
        !quoted.is_empty() && quoted.iter().all(|text| text.to_string().contains(['“', '"'])),
        "{quoted:?}"
    );
}

/// Returns the figures in the unit "troops".
const TROOPS: &str = "
    const sections = [...document.querySelectorAll('main section')];
    const section = sections.find(each => each.querySelector('h2')?.textContent === 'troops');
    return section ? [...section.querySelectorAll('mark')].map(mark => mark.textContent) : [];
";

fn figures_are_grouped_by_unit_and_sorted_by_size(page: &Page) {
    page.open("/figures/");
    page.role("heading").named("Figures").one();
    let figures = || page.script(TROOPS).as_array().expect("a list").clone();
    let size = |figure: &serde_json::Value| {
        let digits: String = figure.to_string().chars().filter(char::is_ascii_digit).collect();
        digits.parse::<u64>().ok()
    };
    let sizes: Vec<u64> = figures().iter().filter_map(size).collect();
    assert!(
        sizes.len() > 2 && sizes.is_sorted_by(|a, b| a >= b),
        "the largest is first: {sizes:?}"
    );
    page.select_option(&page.role("combobox").named("Order"), "Smallest first");
    page.until("the smallest first", || {
        let now: Vec<u64> = figures().iter().filter_map(size).collect();
        if now.is_sorted() { Ok(()) } else { Err(format!("{now:?}")) }
    });
    page.expect_path("/figures/?sort=shortest");
    page.open("/figures/?q=oreshnik");
    page.until("the number of results", || {
        let status = page.role("main").role("status").text();
        if status.contains(" of 17 items") { Ok(()) } else { Err(status) }
    });
}

fn articles_link_to_related_articles(page: &Page) {
    let (title, slug, _) = ARTICLES[2];
    page.open_article(slug, "");
    page.expect_article(title);
    let related = page.role("complementary").named("Related");
    let links = related.role("link").names();
    assert!((1..=3).contains(&links.len()), "{links:?}");
    let text = related.text();
    assert!(text.contains("Both mention ") || text.contains("Both discuss "), "{text}");
    related.role("link").named(&links[0]).click();
    page.expect_article(&links[0]);
}

fn results_explain_their_hits(page: &Page) {
    page.open("/?q=oreshnik");
    page.until("results", || {
        page.current_titles()
            .and_then(|now| (!now.is_empty()).then_some(()).ok_or_else(String::new))
    });
    let (title, slug, _) = ARTICLES[2];
    let paragraph_links = page.results().role("link").starting_with("Paragraph").some();
    assert!(paragraph_links.len() > 1, "{paragraph_links:?}");
    let explain_button = || page.results().role("button").named("Why it matched").some().remove(0);
    assert!(!page.results().text().contains("“Oreshnik”"), "the explanation is closed");
    for (is_open, expanded) in [(true, "true"), (false, "false")] {
        expect_ok(page.session().click(&explain_button().element));
        page.until("the explanation", || {
            let text = page.results().text();
            (text.contains("“Oreshnik”") == is_open).then_some(()).ok_or(text)
        });
        let state = page
            .results()
            .script("return arguments[0].querySelector('button[aria-expanded]').ariaExpanded");
        assert_eq!(state, expanded);
    }
    expect_ok(page.session().click(&paragraph_links[0].element));
    page.expect_article(title);
    assert!(page.path().starts_with(&format!("/article/{slug}/?q=oreshnik#p")), "{}", page.path());
    page.back();
    page.expect_path("/?q=oreshnik");
    page.open("/");
    page.expect_count(17);
    page.results().role("link").starting_with("Paragraph").none();
}

/// Records the texts of downloads.
const RECORD_DOWNLOADS: &str = "
    window.downloads = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = blob => { blob.text().then(text => downloads.push(text)); return createObjectURL.call(URL, blob) };
";

pub(super) fn results_can_be_exported(page: &Page) {
    page.add_init_script(RECORD_DOWNLOADS);
    page.open("/?kind=article&sort=title");
    page.expect_count(ARTICLES.len());
    let titles = page.current_titles().expect("the results can be read");
    for (format, begins) in [("CSV", "title,kind,"), ("JSON", "[{\"title\":"), ("Markdown", "- [")]
    {
        page.role("button").named("Export").click();
        page.role("dialog").named("Export").role("button").named(format).click();
        page.press(Key::Escape);
        let text = page.until(&format!("the {format} file"), || {
            let last = page.script("return window.downloads.pop() ?? ''");
            last.as_str().filter(|text| !text.is_empty()).map(str::to_owned).ok_or_else(String::new)
        });
        assert!(text.starts_with(begins), "{text}");
        let positions: Vec<Option<usize>> =
            titles.iter().map(|title| text.find(title.as_str())).collect();
        assert!(
            positions.iter().all(Option::is_some) && positions.is_sorted(),
            "{positions:?} in {text}"
        );
        let url = page.url_of(&format!("/article/{}/", ARTICLES[0].1));
        assert!(text.contains(&url), "{url} in {text}");
    }
}
