//! The dates that texts name as a list, under the bars that they are in.

use super::parse::{Precision, When};
use super::reading::NamedDate;
use crate::components::mention::{item_link, language_of, sentence};
use crate::context::AppContext;
use crate::explorer::scale::TimeScale;
use crate::ids::block_id;
use crate::messages::number;
use crate::store::dates::{DateStyle, date_text, month_text};
use crate::store::text::decimal;
use crate::store::view::View;
use cuttings_edition::TextId;
use yew::prelude::*;

/// Returns the number of the element with the dates of a bar, to which the bar leads.
pub(super) fn group_number(bar: usize) -> u32 {
    u32::try_from(bar).unwrap_or_default().saturating_add(1)
}

/// Returns the dates in their order, each with the sentence that names it. Every bar with dates has
/// some of them, so that it leads to them; those with many share the places that others leave.
pub(super) fn named_list(
    app: &AppContext,
    view: &View,
    scale: &TimeScale,
    dates: &[NamedDate],
    most: usize,
) -> Html {
    let bar_of = |date: &NamedDate| scale.bar_of(date.when.first);
    let groups = dates.chunk_by(|one, other| bar_of(one) == bar_of(other)).map(|group| {
        let bar = group.first().map(bar_of).unwrap_or_default();
        let dates = group.iter().take(most).map(|date| entry(app, view, date));
        html! {
            <section key={bar} id={block_id(group_number(bar))} tabindex="-1">
                <h2>{ scale.label(bar) }</h2>
                <ol role="list">{ for dates }</ol>
                if group.len() > most {
                    <p class="meta">
                        {
                            msg!(
                                "named-dates-shown",
                                shown = &number(most as u32),
                                count = &number(group.len() as u32)
                            )
                        }
                    </p>
                }
            </section>
        }
    });
    html! {
        <div class="dated-list" role="group" aria-label={msg!("named-dates")}>{ for groups }</div>
    }
}

/// Returns the most dates of each bar, so that the list has about so many dates as a page shows.
pub(super) fn most_per_bar(counts: &[u32], shown: usize) -> usize {
    let shown = u32::try_from(shown).unwrap_or(u32::MAX);
    let listed = |most: u32| counts.iter().map(|count| *count.min(&most)).sum::<u32>();
    let longest = counts.iter().copied().max().unwrap_or_default();
    let most = (1..longest).find(|most| listed(most + 1) > shown);
    most.unwrap_or(longest) as usize
}

/// Returns a date with its sentence, which leads to its paragraph.
fn entry(app: &AppContext, view: &View, date: &NamedDate) -> Html {
    let NamedDate { when, item, span } = date;
    let title = item_link(app, *item, view);
    html! {
        <li>
            <time class="when" datetime={when.iso()}>{ text(*when) }</time>
            { " " }
            if span.text == TextId::Title {
                <bdi class="what" lang={language_of(app, *item)}>{ title }</bdi>
            } else {
                <span class="what">{ sentence(app, *item, view, span) }</span>
                { " " }
                <bdi class="meta" lang={language_of(app, *item)}>{ title }</bdi>
            }
        </li>
    }
}

/// Returns a date in the language of the page.
fn text(when: When) -> String {
    match when.precision {
        Precision::Year => msg!("year", year = &decimal(when.first.year.into())),
        Precision::Month => month_text(when.first.year, when.first.month),
        Precision::Day => date_text(when.first, DateStyle::Short),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn long_groups_share_what_short_ones_leave() {
        let check = |counts: &[u32], shown, expected| {
            assert_eq!(most_per_bar(counts, shown), expected, "{counts:?}");
        };
        check(&[1, 2], 60, 2);
        check(&[1, 100, 1], 60, 58);
        check(&[1, 100, 100], 61, 30);
        check(&[9; 101], 60, 1);
        check(&[0, 0], 60, 0);
    }
}
