//! The network as a picture: names as labels, with a line between those that are together.

use super::layout::{LabelSize, Layout, layout};
use super::network::{Network, Pair};
use super::{Shown, counted_pair, kind_class, name_of};
use crate::context::{AppContext, use_app};
use crate::explorer::order::{ascending, descending};
use crate::messages::number;
use crate::store::facet::Facet;
use crate::store::library::Library;
use crate::store::text::{decimal, labelled};
use crate::store::view::View;
use cuttings_edition::{EntityId, EntityKind};
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`NetworkGraph`].
#[derive(Properties, PartialEq)]
pub(super) struct NetworkGraphProps {
    pub(super) network: Rc<Network>,
    pub(super) view: View,
    pub(super) shown: Shown,
}

/// A picture of a network for pages of some width.
#[derive(Clone, Debug, PartialEq)]
struct Picture {
    network: Network,
    layout: Layout,
    width: f64,
    class: &'static str,
}

/// The sizes of letters of the names in most items, of those that follow, and of all others, in
/// units of a picture.
#[derive(Clone, Copy, Debug)]
struct Letters {
    sizes: [u32; 3],
}

/// The number of names with the largest letters, and with these or the next.
const LARGE: usize = 4;
const MEDIUM: usize = 14;

/// The picture of wide pages.
const WIDE: f64 = 760.0;
const WIDE_HEIGHT: f64 = 340.0;
const WIDE_LETTERS: Letters = Letters { sizes: [19, 16, 14] };

/// The picture of phones, with fewer names.
const NARROW: f64 = 320.0;
const NARROW_HEIGHT: f64 = 340.0;
const NARROW_LETTERS: Letters = Letters { sizes: [17, 15, 14] };
const NARROW_NAMES: usize = 22;

/// The most of a picture that labels cover.
const COVERED: f64 = 0.24;

/// The most characters of a name in one line, and of each line of a longer one.
const MAX_LINE: usize = 18;
const MAX_LETTERS: usize = 26;

/// The distance of two lines, in ems.
const LINE: f64 = 1.1;

/// The network as a picture, in which a name under the pointer or with the focus shows its pairs.
#[component]
pub(super) fn NetworkGraph(props: &NetworkGraphProps) -> Html {
    let app = use_app();
    let NetworkGraphProps { network, view, shown } = props;
    let pictures = use_memo((app.library.clone(), Rc::clone(network)), |(library, network)| {
        let narrow = network.limited_to(NARROW_NAMES);
        [
            Picture::new(library, Network::clone(network), "wide", WIDE, WIDE_HEIGHT, WIDE_LETTERS),
            Picture::new(library, narrow, "narrow", NARROW, NARROW_HEIGHT, NARROW_LETTERS),
        ]
    });
    let near = use_state_eq(|| None::<EntityId>);
    let kinds = EntityKind::ALL.into_iter().filter(|kind| {
        let mut kinds = network.names.iter().map(|name| name.entity.kind);
        kinds.any(|it| it == *kind)
    });
    let kinds = kinds.map(|kind| {
        html! { <li class={kind_class(kind)}>{ Facet::of_kind(kind).label() }</li> }
    });
    html! {
        <figure>
            { for pictures.iter().map(|it| it.html(&app, view, *shown, &near)) }
            <figcaption>
                <p>{ msg!("together-measure") }</p>
                <ul role="list" class="kinds">{ for kinds }</ul>
            </figcaption>
        </figure>
    }
}

impl Letters {
    /// Returns the class and the size of each name, by its rank.
    fn of(self, network: &Network) -> Vec<(&'static str, u32)> {
        let ranks = ascending(network.names.iter().map(|it| descending(it.items.into())));
        let [large, medium, small] = self.sizes;
        let mut letters = vec![("small", small); ranks.len()];
        for (rank, name) in ranks.into_iter().enumerate().take(MEDIUM) {
            if let Some(letters) = letters.get_mut(name) {
                *letters = if rank < LARGE { ("large", large) } else { ("medium", medium) };
            }
        }
        letters
    }
}

impl Picture {
    fn new(
        library: &Library,
        network: Network,
        class: &'static str,
        width: f64,
        height: f64,
        letters: Letters,
    ) -> Picture {
        let labels = network.names.iter().zip(letters.of(&network)).map(|(name, (_, size))| {
            let size = f64::from(size);
            let lines = lines(name_of(library, name.entity));
            let widest = lines.iter().map(|line| breadth(line)).fold(0.0, f64::max);
            let height = if lines.len() > 1 { 1.25 + LINE } else { 1.25 };
            LabelSize { width: (widest * size).min(width - 4.0), height: height * size }
        });
        let labels: Vec<LabelSize> = labels.collect();
        let area: f64 = labels.iter().map(|label| label.width * label.height).sum();
        let height = (area / (COVERED * width)).max(height);
        let pairs: Vec<[usize; 2]> = network.pairs.iter().map(|pair| pair.names).collect();
        let layout = layout(&labels, &pairs, width, height);
        Picture { network, layout, width, class }
    }

    fn html(
        &self,
        app: &AppContext,
        view: &View,
        shown: Shown,
        near: &UseStateHandle<Option<EntityId>>,
    ) -> Html {
        let network = &self.network;
        let letters = if self.class == "wide" { WIDE_LETTERS } else { NARROW_LETTERS };
        let letters = letters.of(network);
        let entity = |name: usize| network.names.get(name).map(|name| name.entity);
        // The names in a pair with the one that is pointed at.
        let of_near = |pair: &Pair| pair.names.iter().any(|it| entity(*it) == **near);
        let is_pointed_at = near.is_some();
        let pairs = network.pairs.iter().rev().filter_map(|pair| {
            let [one, other] = pair.names;
            let entities = [entity(one)?, entity(other)?];
            let route = shown.route(&app.library, entities, view);
            let ends = [*self.layout.places.get(one)?, *self.layout.places.get(other)?];
            let [[x1, y1], [x2, y2]] = ends.map(|place| place.map(units));
            let is_chosen =
                shown.pair.is_some_and(|pair| entities.iter().all(|it| pair.contains(it)));
            let is_far = is_pointed_at && !of_near(pair);
            Some(html! {
                <a
                    class={classes!(is_chosen.then_some("chosen"), is_far.then_some("far"))}
                    href={app.block_href(&route, SENTENCES)}
                    onclick={app.navigate_to_block(route, SENTENCES)}
                    tabindex="-1"
                >
                    <title>{ counted_pair(&app.library, entities, pair.items) }</title>
                    <line
                        class="reach"
                        x1={x1.clone()}
                        y1={y1.clone()}
                        x2={x2.clone()}
                        y2={y2.clone()}
                    />
                    <line {x1} {y1} {x2} {y2} stroke-width={self.thickness(pair)} />
                </a>
            })
        });
        let names = network.names.iter().enumerate().filter_map(|(number, name)| {
            let [x, y] = self.layout.places.get(number)?.map(units);
            let (size, _) = letters.get(number)?;
            let lines = lines(name_of(&app.library, name.entity));
            let full = lines.join(" ");
            let text = lines.iter().enumerate().map(|(line, text)| {
                // The middle of all lines is at the place of the name.
                let dy = match (line, lines.len()) {
                    (0, 1) => "0.33em",
                    (0, _) => "-0.22em",
                    _ => "1.1em",
                };
                html! {
                    <>
                        if line > 0 {
                            { " " }
                        }
                        <tspan x={x.clone()} {dy}>{ text.clone() }</tspan>
                    </>
                }
            });
            let text: Vec<Html> = text.collect();
            let route = app.library.entity_route(name.entity, view);
            let is_near = Some(name.entity) == **near
                || network.pairs.iter().any(|it| it.names.contains(&number) && of_near(it));
            let is_chosen = shown.pair.is_some_and(|pair| pair.contains(&name.entity));
            let class = classes!(
                kind_class(name.entity.kind),
                *size,
                is_chosen.then_some("chosen"),
                (is_pointed_at && !is_near).then_some("far"),
            );
            let entity = name.entity;
            let point = || {
                let near = near.clone();
                move || near.set(Some(entity))
            };
            let leave = || {
                let near = near.clone();
                move || near.set(None)
            };
            let (over, focus, out, blur) = (point(), point(), leave(), leave());
            Some(html! {
                <a
                    key={decimal(u64::from(entity.to_number()))}
                    {class}
                    aria-label={labelled(&full, &msg!("items", count = name.items as usize))}
                    href={app.href(&route)}
                    onclick={app.navigate(route)}
                    onmouseover={move |_| over()}
                    onmouseout={move |_| out()}
                    onfocusin={move |_| focus()}
                    onfocusout={move |_| blur()}
                >
                    <text {y} text-anchor="middle">{ for text }</text>
                </a>
            })
        });
        let view_box = ["0 0 ", &units(self.width), " ", &units(self.layout.height)].concat();
        html! {
            <svg
                class={classes!("network", self.class)}
                viewBox={view_box}
                role="group"
                aria-label={self.summary(app)}
            >
                // The table has the same links for keys and for screen readers.
                <g class="pairs" aria-hidden="true">{ for pairs }</g>
                <g class="names">{ for names }</g>
            </svg>
        }
    }

    /// Returns the picture in words.
    fn summary(&self, app: &AppContext) -> String {
        let network = &self.network;
        let strongest = network.pairs.first().and_then(|pair| {
            let [one, other] = pair.names;
            let entities = [network.names.get(one)?.entity, network.names.get(other)?.entity];
            Some(counted_pair(&app.library, entities, pair.items))
        });
        let names = network.names.len() as u32;
        let pairs = network.pairs.len() as u32;
        msg!(
            "together-summary",
            names = &number(names),
            pairs = &number(pairs),
            strongest = &strongest.unwrap_or_default()
        )
    }

    /// Returns the thickness of a line, which grows with the number of items.
    fn thickness(&self, pair: &Pair) -> String {
        let most = self.network.pairs.iter().map(|it| it.items).max().unwrap_or(1);
        let share = f64::from(pair.items) / f64::from(most.max(1));
        let tenths = (7.0 + 33.0 * share) as u64;
        [&decimal(tenths / 10), ".", &decimal(tenths % 10)].concat()
    }
}

/// The number of the block with the sentences of a pair, for links to it.
pub(super) const SENTENCES: u32 = 1;

/// Returns a length in whole units of the picture.
fn units(length: f64) -> String {
    decimal(length.max(0.0).round() as u64)
}

/// Returns a name in one line, or in two if it is long, each cut off if it is longer still.
fn lines(name: &str) -> Vec<String> {
    let half = name.chars().count() / 2;
    let spaces = name.char_indices().enumerate().filter(|(_, (_, letter))| *letter == ' ');
    let spaces = spaces.map(|(number, (at, _))| (number.abs_diff(half), at));
    let lines = match spaces.min().and_then(|(_, at)| name.split_at_checked(at)) {
        Some((first, second)) if 2 * half > MAX_LINE => vec![first, second.trim_start()],
        _ => vec![name],
    };
    let cut = |line: &str| match line.chars().count() <= MAX_LETTERS {
        true => line.to_owned(),
        false => line.chars().take(MAX_LETTERS - 1).chain(['…']).collect(),
    };
    lines.into_iter().map(cut).collect()
}

/// Returns the width of a text in ems: more than that of any of the page's typefaces.
fn breadth(text: &str) -> f64 {
    let widths = text.chars().map(|letter| match letter {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | '.' | ',' | '\'' | '’' | ' ' | '-' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.92,
        'a'..='z' | '0'..='9' => 0.56,
        '\u{1100}'.. => 1.0,
        _ => 0.68,
    });
    widths.sum()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn long_names_have_two_lines() {
        assert_eq!(lines("Ada Berg"), ["Ada Berg"]);
        assert_eq!(
            lines("Royal United Services Institute"),
            ["Royal United", "Services Institute"]
        );
        assert_eq!(lines("Donaudampfschifffahrtsgesellschaft"), ["Donaudampfschifffahrtsges…"]);
        assert_eq!(lines(""), [""]);
    }
}
