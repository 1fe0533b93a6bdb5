//! An item as a line of a list: its date, its headline and its section.

use crate::components::date::date;
use crate::components::mention::{item_link, language_of};
use crate::context::AppContext;
use crate::explorer::scale::day_of;
use crate::store::dates::{DateStyle, date_text};
use crate::store::library::Library;
use crate::store::view::View;
use cuttings_edition::{Day, Item, ItemId};
use yew::prelude::*;

/// Returns an item with its date, or the age that a teaser names.
pub(super) fn item_line(app: &AppContext, view: &View, item: ItemId) -> Html {
    item_line_with(app, view, item, None)
}

/// Returns an item with its date, and with something behind its headline.
pub(super) fn item_line_with(
    app: &AppContext,
    view: &View,
    item: ItemId,
    end: Option<Html>,
) -> Html {
    let (when, section) = match app.library.item(item) {
        Some(Item::Article(article)) => {
            let when = article.metadata().date;
            (when.map(|when| date(&when, DateStyle::Short)), article.section())
        }
        Some(Item::Teaser(teaser)) => (Some(html! { teaser.age() }), teaser.section()),
        None => (None, ""),
    };
    html! {
        <li key={item.0}>
            <span class="when">{ for when }</span>
            { " " }
            <span class="what">
                <bdi lang={language_of(app, item)}>{ item_link(app, item, view) }</bdi>
                if let Some(end) = end {
                    { " " }
                    { end }
                }
            </span>
            { " " }
            <span class="meta">{ section }</span>
        </li>
    }
}

/// Returns the days from the first item to the last one, with a separator behind; `None` if no day
/// is known.
pub(super) fn period_of(library: &Library, items: &[ItemId]) -> Option<Html> {
    let days = items.iter().filter_map(|item| day_of(library, *item));
    let (first, last) = days.fold(None, |span: Option<(Day, Day)>, day| {
        Some(span.map_or((day, day), |(first, last)| (first.min(day), last.max(day))))
    })?;
    let time = |day: Day| {
        html! { <time datetime={day.iso()}>{ date_text(day, DateStyle::Short) }</time> }
    };
    Some(html! {
        <>
            { time(first) }
            if first != last {
                { " – " }
                { time(last) }
            }
            { msg!("detail-separator") }
        </>
    })
}
