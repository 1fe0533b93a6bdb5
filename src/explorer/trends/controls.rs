//! The terms of a comparison, the ways to add one, and the choice of what they are compared by.

use super::comparison::term_class;
use super::terms::{ComparedTerm, TIME, compared_by, comparison, terms_of};
use crate::browser::events::input_text;
use crate::components::link::link;
use crate::components::select::select;
use crate::context::{AppContext, use_app};
use crate::messages::number;
use crate::route::Route;
use crate::store::exploration::Exploration;
use crate::store::facet::Facet;
use crate::store::results::Results;
use crate::store::ui_state::UiAction;
use crate::store::view::View;
use yew::prelude::*;

/// The most names that the view suggests.
const MAX_SUGGESTIONS: usize = 8;

/// Returns the terms, each with its mark and a button that removes it.
pub(super) fn term_list(
    app: &AppContext,
    exploration: &Exploration,
    view: &View,
    terms: &[ComparedTerm],
) -> Html {
    let items = terms.iter().enumerate().map(|(number, term)| {
        let others = terms.iter().filter(|other| *other != term).cloned();
        let others: Vec<ComparedTerm> = others.collect();
        let exploration = comparison(&others, compared_by(exploration));
        let to = Route::Explore { exploration, view: view.clone() };
        let label = term.label();
        html! {
            <li key={term.text()}>
                <svg
                    class={classes!("mark", term_class(number))}
                    viewBox="0 0 24 10"
                    aria-hidden="true"
                >
                    <path d="M1 5H23" />
                    <circle cx="12" cy="5" r="4" />
                </svg>
                <bdi>{ label.clone() }</bdi>
                <button
                    type="button"
                    class="plain"
                    aria-label={msg!("remove-term", term = &label)}
                    onclick={app.on_click(UiAction::LinkFollowed(to))}
                >
                    { msg!("remove") }
                </button>
            </li>
        }
    });
    html! {
        if !terms.is_empty() {
            <ul role="list" class="terms" aria-label={msg!("compared-terms")}>{ for items }</ul>
        }
    }
}

/// The properties of [`TermForm`].
#[derive(Properties, PartialEq)]
pub(super) struct TermFormProps {
    pub(super) exploration: Exploration,
    pub(super) view: View,
}

/// The form in which a reader types another term.
#[component]
pub(super) fn TermForm(props: &TermFormProps) -> Html {
    let app = use_app();
    let typed = use_state_eq(String::new);
    let TermFormProps { exploration, view } = props;
    let to = |terms: &[ComparedTerm]| Route::Explore {
        exploration: comparison(terms, compared_by(exploration)),
        view: view.clone(),
    };
    let action = app.href(&to(&[]));
    let oninput = {
        let typed = typed.clone();
        move |event: InputEvent| typed.set(input_text(&event))
    };
    let terms = terms_of(exploration);
    let added = ComparedTerm::parse(&typed).map(|term| to(&[&terms[..], &[term]].concat()));
    let onsubmit = {
        let typed = typed.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(added) = &added {
                app.dispatch(UiAction::LinkFollowed(added.clone()));
                typed.set(String::new());
            }
        }
    };
    html! {
        <form class="add-term" {action} method="get" {onsubmit}>
            <label for="term">{ msg!("term-to-add") }</label>
            <input
                type="text"
                name="term"
                id="term"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                value={(*typed).clone()}
                {oninput}
            />
            <button>{ msg!("add-term") }</button>
        </form>
    }
}

/// Returns the names that most of the results mention, each a link that adds it.
pub(super) fn suggested_names(
    app: &AppContext,
    exploration: &Exploration,
    view: &View,
    results: &Results,
    terms: &[ComparedTerm],
) -> Html {
    let mut names: Vec<(u32, ComparedTerm)> = Vec::new();
    for counts in results.facets.iter().filter(|counts| counts.facet.kind().is_some()) {
        for shown in counts.shown(&app.library, MAX_SUGGESTIONS, "") {
            let (count, term) = (shown.count, ComparedTerm::of_value(counts.facet, &shown.value));
            let Some((count, term)) = count.filter(|count| *count > 0).zip(term) else { continue };
            // People come before places with the same number.
            let at = names.partition_point(|(other, _)| *other >= count);
            if at < MAX_SUGGESTIONS && !terms.contains(&term) {
                names.insert(at, (count, term));
                names.truncate(MAX_SUGGESTIONS);
            }
        }
    }
    let is_empty = names.is_empty();
    let names = names.into_iter().map(|(count, term)| {
        let label = term.label();
        let exploration = comparison(&[terms, &[term]].concat(), compared_by(exploration));
        let to = Route::Explore { exploration, view: view.clone() };
        html! {
            <li>
                <bdi>{ link(app, to, label) }</bdi>
                { " " }
                <span class="count">{ number(count) }</span>
            </li>
        }
    });
    html! {
        if !is_empty {
            <section class="names-to-compare" aria-labelledby="names-to-compare">
                <h2 id="names-to-compare">{ msg!("names-to-compare") }</h2>
                <ul role="list">{ for names }</ul>
            </section>
        }
    }
}

/// Returns the choice of what the terms are compared by: time, or a facet.
pub(super) fn axis_select(
    app: &AppContext,
    view: &View,
    terms: &[ComparedTerm],
    has_dates: bool,
    facets: &[Facet],
    chosen: Option<Facet>,
) -> Html {
    let time = has_dates.then_some((TIME, msg!("date")));
    let mut options: Vec<_> = time.into_iter().collect();
    options.extend(facets.iter().map(|facet| (facet.key(), facet.label())));
    // The address may name a facet that is not offered.
    if let Some(chosen) = chosen.filter(|chosen| !facets.contains(chosen)) {
        options.push((chosen.key(), chosen.label()));
    }
    if options.len() < 2 {
        return html! {};
    }
    let on_choose = {
        let (app, view, terms) = (app.clone(), view.clone(), terms.to_vec());
        move |key: String| {
            let exploration = comparison(&terms, Some(&key));
            let route = Route::Explore { exploration, view: view.clone() };
            app.dispatch(UiAction::LinkFollowed(route));
        }
    };
    let key = chosen.map_or(TIME, Facet::key);
    select("by", msg!("compared-by"), &options, key, &Callback::from(on_choose))
}
