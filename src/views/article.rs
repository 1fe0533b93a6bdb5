//! The page of an article.

use crate::browser::events::on_plain_click;
use crate::browser::history_entry::back_to_results;
use crate::components::article_body::ArticleBody;
use crate::components::article_tools::article_tools;
use crate::components::byline::byline;
use crate::components::contents::contents;
use crate::components::highlighted::highlighted;
use crate::components::hit_counter::hit_counter;
use crate::components::link::filter_link;
use crate::components::mentioned_entities::mentioned_entities;
use crate::components::notes::notes;
use crate::components::pager::pager;
use crate::components::passage_bar::passage_bar;
use crate::components::related_articles::{linked_from, related_articles};
use crate::context::use_app;
use crate::ids::{CITATIONS, HEADING, MAIN};
use crate::messages::text_language;
use crate::route::{Route, Slug};
use crate::store::bookmarks::{ArticleRecord, Note, highlights};
use crate::store::facet::Facet;
use crate::store::library::Library;
use crate::store::preferences::Preferences;
use crate::store::results::Results;
use crate::store::text::{decimal, direction};
use crate::store::ui_state::{BLOCKS_BATCH, UiAction};
use crate::store::view::View;
use cuttings_body::tree::boundary;
use cuttings_edition::ItemId;
use cuttings_search::Field;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`ArticleView`].
#[derive(Properties, PartialEq)]
pub struct ArticleViewProps {
    /// The article.
    pub item: ItemId,
    /// The view that found the article.
    pub view: View,
    /// All results of the view.
    pub results: Rc<Results>,
    /// The reader's record of the article.
    pub record: Rc<ArticleRecord>,
    /// The reader's preferences.
    pub preferences: Preferences,
    /// The number of blocks to render; `usize::MAX` if the page is complete.
    pub render_limit: usize,
}

/// An article with highlighted hits and notes. A link leads back to the view that found it.
#[component]
pub fn ArticleView(props: &ArticleViewProps) -> Html {
    let app = use_app();
    let ArticleViewProps { item, view, results, record, preferences, render_limit } = props;
    let (item, render_limit) = (*item, *render_limit);
    // The number of blocks whose hits are counted, and that of their hits: each block once.
    let counted = use_mut_ref(|| (results.highlighter.clone(), 0, 0));
    // The boundaries of chunks.
    let cuts = use_mut_ref(|| vec![0]);
    let article = app.library.article_with_id(item);
    let Some((article, slug)) = article.and_then(|it| Some((it, Slug::new(it.slug())?))) else {
        return Html::default();
    };
    let route = Library::article_route(&article, view);
    let highlighter = results.highlighter.clone();
    let show = |field, text: &'static str| {
        highlighted(text, &highlighter.ranges(field, text), &highlights(&record.notes, 0, text))
    };
    let mut counted = counted.borrow_mut();
    if counted.0 != highlighter {
        *counted = (highlighter.clone(), 0, 0);
    }
    for block in article.blocks().take(render_limit).skip(counted.1) {
        counted.1 += 1;
        counted.2 += highlighter.ranges(block.field(), block.text()).len();
    }
    let mut hits = counted.2;
    hits += highlighter.ranges(Field::Title, article.title()).len();
    hits += article.standfirst().map_or(0, |it| highlighter.ranges(Field::Standfirst, it).len());
    // A task renders one more chunk of a long article, and no chunk twice.
    let limit = render_limit.min(article.blocks().len());
    let mut cuts = cuts.borrow_mut();
    while cuts.len() * BLOCKS_BATCH <= limit {
        let (first, last) = (cuts.len() * BLOCKS_BATCH, cuts.last().copied().unwrap_or_default());
        // A long list may have pushed the last boundary on.
        cuts.push(if first <= last { last } else { boundary(&article, first) });
    }
    let cut = |index: usize| match cuts.get(index / BLOCKS_BATCH) {
        Some(cut) if index.is_multiple_of(BLOCKS_BATCH) => *cut,
        _ => boundary(&article, index),
    };
    let chunks = (0..limit.max(1)).step_by(BLOCKS_BATCH).map(|first| {
        let start = cut(first);
        let end = cut(limit.min(first + BLOCKS_BATCH));
        let is_within = |note: &&Note| (start + 1..=end).contains(&(note.block as usize));
        html! {
            <ArticleBody
                key={decimal(first as u64)}
                {item}
                route={route.clone()}
                highlighter={highlighter.clone()}
                notes={record.notes.iter().filter(is_within).cloned().collect::<Vec<Note>>()}
                {start}
                {end}
            />
        }
    });
    let results_route = Route::Results(view.clone());
    let back = {
        let (app, route) = (app.clone(), results_route.clone());
        on_plain_click(move || {
            if !back_to_results() {
                app.dispatch(UiAction::LinkFollowed(route.clone()));
            }
        })
    };
    html! {
        <main tabindex="-1" class="reader-page" id={MAIN}>
            <p class="back">
                <a href={app.href(&results_route)} onclick={back}>
                    <span aria-hidden="true">{ msg!("back-arrow") }{ " " }</span>
                    { msg!("back-to-results") }
                </a>
            </p>
            <article
                class="reader"
                dir={direction(article.language())}
                lang={article.language().or(text_language())}
            >
                <header>
                    <p class="eyebrow">{ filter_link(&app, Facet::Section, article.section()) }</p>
                    <h1 tabindex="-1" id={HEADING}>{ show(Field::Title, article.title()) }</h1>
                    <div>
                        if let Some(text) = article.standfirst() {
                            <p class="standfirst">{ show(Field::Standfirst, text) }</p>
                        }
                    </div>
                    { byline(&app, &article) }
                    { article_tools(&app, &article, &route, record, *preferences) }
                </header>
                { contents(&app, &article, &route) }
                <div class="prose">{ for chunks }</div>
            </article>
            if render_limit == usize::MAX {
                { notes(&app, &slug, &route, record) }
                { mentioned_entities(&app, item) }
                { pager(&app, item, view, results) }
                { related_articles(&app, item, view) }
                { linked_from(&app, item, view) }
                { hit_counter(hits) }
                { passage_bar(&app, &slug, &article) }
                // Scripts fill the sheet when the reader opens it.
                <div
                    class="panel cite"
                    popover="auto"
                    id={CITATIONS}
                    role="dialog"
                    aria-label={msg!("cite-this")}
                ></div>
            }
        </main>
    }
}
