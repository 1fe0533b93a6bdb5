//! Who and what is named: as filters, as links in the text, in a room of their own, and while one types.

use crate::{
    page::Page,
    page_object::value_and_count,
    runner::{Site, Test, suite},
    seed::{self, ARTICLES},
    webdriver::Key,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "names",
        Site::Built,
        [
            names_are_filters,
            a_long_facet_is_narrowed_by_typing,
            names_can_be_asked_for_in_words,
            names_in_the_text_lead_to_their_page,
            a_name_has_a_page_of_its_own,
            the_index_of_names_follows_query_and_filters,
            quotes_are_listed_by_who_said_them,
            figures_stand_by_their_unit_and_size,
            an_article_leads_to_those_that_go_with_it,
            hits_have_a_map_and_an_explanation,
            results_are_taken_away,
        ]
    )
}

fn names_are_filters(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let people = page.facet("People").role("checkbox").names();
    assert!(people.len() >= 8, "{people:?}");
    let counts: Vec<usize> = people.iter().map(|name| value_and_count(name).1).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "the most frequent first: {people:?}");
    let (name, count) = value_and_count(&people[0]);
    page.value("People", name).click();
    page.expect_count(count);
    page.active_filters().role("button").named(&format!("Remove People: {name}")).one();
    page.facet("Places").one();
    page.facet("Organisations").one();
}

fn a_long_facet_is_narrowed_by_typing(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.role("button").starting("Show all").some();
    let people = page.facet("People");
    assert_eq!(people.role("checkbox").some().len(), 8, "the first eight");
    people.role("button").starting("Show all").click();
    page.until("all of them", || {
        let all = people.role("checkbox").some().len();
        if all > 8 { Ok(()) } else { Err(format!("{all}")) }
    });
    people.role("button").named("Show fewer").click();
    people.role("textbox").named("Find in People").click();
    page.keys("umer");
    page.until("only who is meant", || {
        let names = people.role("checkbox").names();
        if names.iter().all(|name| name.to_lowercase().contains("umer")) {
            Ok(())
        } else {
            Err(format!("{names:?}"))
        }
    });
    page.expect_count(17);
}

fn names_can_be_asked_for_in_words(page: &Page) {
    page.open("/?q=person:umerov");
    page.expect_titles_in_any_order(&seed::holding("umerov"));
}

/// A name of the seed, and its kind.
const NAME: (&str, &str) = ("NATO", "Organisations");

fn names_in_the_text_lead_to_their_page(page: &Page) {
    let (title, slug, _) = ARTICLES[5];
    page.open_article(slug, "");
    page.expect_reader(title);
    let named = page.role("complementary").named("Mentioned in this article");
    named.role("link").named(NAME.0).one();
    page.role("main").role("article").script(&format!(
        "[...arguments[0].querySelectorAll('a')].find(link => link.textContent === '{}').click()",
        NAME.0
    ));
    page.role("heading").named(NAME.0).one();
    page.back();
    page.expect_reader(title);
}

fn a_name_has_a_page_of_its_own(page: &Page) {
    page.open("/names/?name=organisation:NATO");
    page.role("heading").named(NAME.0).one();
    let text = page.role("main").text();
    assert!(text.contains(NAME.1), "{text}");
    let title = ARTICLES[5].0;
    page.role("main").role("link").named(title).one();
    let marks = page.role("main").role("mark").script_all("return arguments[0].textContent");
    assert!(marks.len() > 3 && marks.iter().any(|mark| mark == NAME.0), "{marks:?}");
    let to = page.role("main").role("link").starting("To paragraph").some();
    let number = to[0].name.trim_start_matches("To paragraph ").to_owned();
    page.session().click(&to[0].element).expect("a click");
    page.role("link").named("Back to results").one();
    page.until("the paragraph's address", || {
        let hash = page.script("return location.hash");
        if hash == format!("#p{number}").as_str() { Ok(()) } else { Err(hash.to_string()) }
    });
    page.back();
    page.role("heading").named(NAME.0).one();
    page.role("main").role("link").named("Filter the results by this name").click();
    page.active_filters().role("button").named("Remove Organisations: NATO").one();
}

fn the_index_of_names_follows_query_and_filters(page: &Page) {
    page.open("/?q=oreshnik");
    page.until("results", || {
        page.titles_now().and_then(|now| (!now.is_empty()).then_some(()).ok_or_else(String::new))
    });
    page.role("link").named("Names").click();
    page.role("heading").named("Names").one();
    page.expect_path("/names/?q=oreshnik");
    let few = page.role("main").role("link").names();
    page.role("link").named("Include all items").click();
    page.expect_path("/names/");
    page.until("more names", || {
        let all = page.role("main").role("link").names();
        if all.len() > few.len() { Ok(()) } else { Err(format!("{} of {}", few.len(), all.len())) }
    });
    page.role("heading").named("People").one();
    page.role("heading").named("Places").one();
}

fn quotes_are_listed_by_who_said_them(page: &Page) {
    let (title, slug, _) = ARTICLES[2];
    page.open("/quotes/?q=oreshnik");
    page.role("heading").named("Quotes").one();
    let few = page.role("main").role("blockquote").some().len();
    page.role("link").named("Include all items").click();
    page.expect_path("/quotes/");
    page.until("more quotes", || {
        let all = page.role("main").role("blockquote").some().len();
        if all > few { Ok(()) } else { Err(format!("{few} of {all}")) }
    });
    // A speaker's name leads to the page of all that is known of them.
    let speaker = page
        .role("main")
        .role("heading")
        .script_all("return arguments[0].querySelector('a')?.textContent ?? ''");
    let speaker = speaker.iter().find(|name| !name.is_empty()).expect("one");
    page.role("main").role("link").named(speaker).click();
    page.role("heading").named(speaker).one();
    // A quote leads to where it was said.
    page.open("/quotes/?q=oreshnik");
    page.role("main").role("link").named(title).some();
    let to = page.role("main").role("link").starting("To paragraph").some();
    page.session().click(&to[0].element).expect("a click");
    page.role("link").named("Back to results").one();
    page.until("the article", || {
        let path = page.script("return location.pathname");
        if path.as_str().is_some_and(|path| path.contains("/article/")) {
            Ok(())
        } else {
            Err(path.to_string())
        }
    });
    // Words that someone says are set off from what is told.
    page.open_article(slug, "");
    page.expect_reader(title);
    let said = page.script(
        "return [...document.querySelectorAll('.prose p.said')].map(each => each.innerText)",
    );
    let said = said.as_array().expect("a list");
    assert!(
        !said.is_empty() && said.iter().all(|text| text.to_string().contains(['“', '"'])),
        "{said:?}"
    );
}

/// The figures of troops.
const TROOPS: &str = "
    const sections = [...document.querySelectorAll('main section')];
    const section = sections.find(each => each.querySelector('h2').textContent === 'troops');
    return section ? [...section.querySelectorAll('mark')].map(mark => mark.textContent) : [];
";

fn figures_stand_by_their_unit_and_size(page: &Page) {
    page.open("/figures/");
    page.role("heading").named("Figures").one();
    let figures = || page.script(TROOPS).as_array().expect("a list").clone();
    let size = |figure: &serde_json::Value| {
        let digits: String = figure.to_string().chars().filter(char::is_ascii_digit).collect();
        digits.parse::<u64>().ok()
    };
    let sizes: Vec<u64> = figures().iter().filter_map(size).collect();
    assert!(sizes.len() > 2 && sizes.is_sorted_by(|a, b| a >= b), "the largest first: {sizes:?}");
    page.choose(&page.role("combobox").named("Order"), "Smallest first");
    page.until("the other way round", || {
        let now: Vec<u64> = figures().iter().filter_map(size).collect();
        if now.is_sorted() { Ok(()) } else { Err(format!("{now:?}")) }
    });
    page.expect_path("/figures/?sort=shortest");
    page.open("/figures/?q=oreshnik");
    page.role("link").named("Include all items").one();
}

fn an_article_leads_to_those_that_go_with_it(page: &Page) {
    let (title, slug, _) = ARTICLES[2];
    page.open_article(slug, "");
    page.expect_reader(title);
    let related = page.role("complementary").named("Related");
    let links = related.role("link").names();
    assert!((1..=3).contains(&links.len()), "{links:?}");
    let text = related.text();
    assert!(text.contains("Both mention ") || text.contains("Both discuss "), "{text}");
    related.role("link").named(&links[0]).click();
    page.expect_reader(&links[0]);
}

fn hits_have_a_map_and_an_explanation(page: &Page) {
    page.open("/?q=oreshnik");
    page.until("results", || {
        page.titles_now().and_then(|now| (!now.is_empty()).then_some(()).ok_or_else(String::new))
    });
    let (title, slug, _) = ARTICLES[2];
    let places = page.results().role("link").starting("Paragraph").some();
    assert!(places.len() > 1, "{places:?}");
    let why = || page.results().role("button").named("Why it matched").some().remove(0);
    assert!(!page.results().text().contains("“Oreshnik”"), "nobody asked why yet");
    for (told, expanded) in [(true, "true"), (false, "false")] {
        page.session().click(&why().element).expect("a click");
        page.until("the reason", || {
            let text = page.results().text();
            (text.contains("“Oreshnik”") == told).then_some(()).ok_or(text)
        });
        let state = page
            .results()
            .script("return arguments[0].querySelector('button[aria-expanded]').ariaExpanded");
        assert_eq!(state, expanded);
    }
    page.session().click(&places[0].element).expect("a click");
    page.expect_reader(title);
    assert!(page.path().starts_with(&format!("/article/{slug}/?q=oreshnik#p")), "{}", page.path());
    page.back();
    page.expect_path("/?q=oreshnik");
    page.open("/");
    page.expect_count(17);
    page.results().role("link").starting("Paragraph").none();
}

/// Notes what the page would have the browser download.
const WATCH_DOWNLOADS: &str = "
    window.downloads = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { blob.text().then(text => downloads.push(text)); return make.call(URL, blob) };
";

fn results_are_taken_away(page: &Page) {
    page.before_each_document(WATCH_DOWNLOADS);
    page.open("/?kind=article&sort=title");
    page.expect_count(ARTICLES.len());
    let titles = page.titles_now().expect("results");
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
        let places: Vec<Option<usize>> =
            titles.iter().map(|title| text.find(title.as_str())).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {text}");
        let address = page.address(&format!("/article/{}/", ARTICLES[0].1));
        assert!(text.contains(&address), "{address} in {text}");
    }
}
