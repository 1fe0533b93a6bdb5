//! Figures as dots on a scale, above each other where they are close. A range is a line between two
//! dots.

use super::amount::Amount;
use super::axis::{ValueScale, tick_text};
use super::dots::{FORMS, rows};
use super::labels::{LETTER, Labelled, inside, labels};
use crate::context::AppContext;
use crate::store::library::Library;
use crate::store::text::{decimal, labelled};
use crate::store::view::View;
use cuttings_edition::{Figure, Item, TextId};
use yew::prelude::*;

/// A figure with its number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SizedFigure {
    pub(super) figure: Figure,
    pub(super) amount: Amount,
    /// The words of the figure.
    pub(super) text: &'static str,
}

/// The space beside the ends of the scale, above the picture, and below the dots.
const SIDE: f64 = 26.0;
const ABOVE: f64 = 4.0;
const BELOW: f64 = 28.0;

/// Returns figures on a scale, for wide pages and for phones, with the picture in words.
pub(super) fn strip(
    app: &AppContext,
    figures: &[SizedFigure],
    scale: &ValueScale,
    view: &View,
) -> Html {
    let forms = FORMS.map(|form| {
        let inner = form.width - 2.0 * SIDE;
        let place = |value: f64| SIDE + inner * scale.share(value);
        let spans: Vec<[f64; 2]> =
            figures.iter().map(|it| [place(it.amount.low), place(it.amount.size())]).collect();
        let dots = rows(&spans, form.radius);
        let texts = figures.iter().map(|it| Labelled {
            text: it.text.get(it.amount.words.clone()).unwrap_or_default(),
            ends: [it.amount.low, it.amount.size()],
        });
        let labels = labels(&texts.collect::<Vec<_>>(), &dots, form);
        let tops = dots.iter().map(|dot| form.height(dot.row) + form.radius);
        let tops = tops.chain(labels.iter().map(|label| label.top()));
        let base = ABOVE + tops.fold(0.0, f64::max);
        let level = |row: usize| base - form.height(row);
        let marks = figures.iter().zip(&dots).map(|(figure, dot)| {
            let [x1, x2] = dot.ends.map(tenths);
            let y = tenths(level(dot.row));
            let radius = tenths(form.radius - 0.8);
            let is_range = dot.ends[1] - dot.ends[0] > 0.05;
            let mark = html! {
                <>
                    <title>{ title(&app.library, figure) }</title>
                    if is_range {
                        <line x1={x1.clone()} x2={x2.clone()} y1={y.clone()} y2={y.clone()} />
                        <circle cx={x2} cy={y.clone()} r={radius.clone()} />
                    }
                    <circle cx={x1} cy={y} r={radius} />
                </>
            };
            linked(app, &figure.figure, view, mark)
        });
        let marks: Vec<Html> = marks.collect();
        let labels = labels.into_iter().map(|label| {
            let (x, at) = (tenths(label.x), tenths(label.at));
            html! {
                <>
                    if let Some(leader) = label.leader {
                        <line
                            class="leader"
                            x1={at.clone()}
                            x2={at}
                            y1={tenths(base - leader)}
                            y2={tenths(base - label.bottom + 2.0)}
                        />
                    }
                    <text class="value" {x} y={tenths(base - label.bottom)} text-anchor="middle">
                        { label.text }
                    </text>
                </>
            }
        });
        let labels: Vec<Html> = labels.collect();
        let mut free_from = f64::MIN;
        let ticks = scale.ticks().into_iter().map(|tick| {
            let text = tick_text(tick);
            let x = place(tick);
            let half = text.chars().count() as f64 * LETTER / 2.0;
            // A label that has no room is left out.
            let has_room = x - half >= free_from;
            if has_room {
                free_from = x + half + LETTER;
            }
            let middle = inside(x, half, form.width);
            html! {
                <>
                    <line
                        class="tick"
                        x1={tenths(x)}
                        x2={tenths(x)}
                        y1={tenths(base)}
                        y2={tenths(base + 5.0)}
                    />
                    if has_room {
                        <text x={tenths(middle)} y={tenths(base + 20.0)} text-anchor="middle">
                            { text }
                        </text>
                    }
                </>
            }
        });
        let ticks: Vec<Html> = ticks.collect();
        let view_box = ["0 0 ", &tenths(form.width), " ", &tenths(base + BELOW)].concat();
        html! {
            <svg class={classes!("strip", form.class)} viewBox={view_box}>
                <line
                    class="axis"
                    x1={tenths(SIDE / 2.0)}
                    x2={tenths(form.width - SIDE / 2.0)}
                    y1={tenths(base)}
                    y2={tenths(base)}
                />
                { for ticks }
                { for marks }
                { for labels }
            </svg>
        }
    });
    html! { <div class="strips" aria-hidden="true">{ for forms }</div> }
}

/// Returns a figure with the headline of its item: "8,000 troops: Reinforcements arrive".
fn title(library: &Library, figure: &SizedFigure) -> String {
    let headline = library.item(figure.figure.item).map_or("", |item| item.title());
    labelled(figure.text, headline)
}

/// Returns a dot as a link to its paragraph. Teasers have no page. The list below has the same
/// links for keys and for screen readers.
fn linked(app: &AppContext, figure: &Figure, view: &View, mark: Html) -> Html {
    let Some(Item::Article(article)) = app.library.item(figure.item) else {
        return html! { <g>{ mark }</g> };
    };
    let route = Library::article_route(&article, view);
    let (href, onclick) = match figure.span.text {
        TextId::Block(block) => {
            let block = block.saturating_add(1);
            (app.block_href(&route, block), app.navigate_to_block(route, block))
        }
        TextId::Title | TextId::Standfirst => (app.href(&route), app.navigate(route)),
    };
    html! { <a {href} {onclick} tabindex="-1">{ mark }</a> }
}

/// Returns a length in tenths of a unit, as a number with a point.
fn tenths(length: f64) -> String {
    let tenths = (length.max(0.0) * 10.0).round() as u64;
    match tenths % 10 {
        0 => decimal(tenths / 10),
        rest => [&*decimal(tenths / 10), ".", &decimal(rest)].concat(),
    }
}
