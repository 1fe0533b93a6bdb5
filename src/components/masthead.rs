//! The top of every page: whose it is, the search box, and the theme.

use super::link::Link;
use super::search_box::SearchBox;
use super::theme_select::ThemeSelect;
use crate::desk::use_desk;
use crate::hooks::arrival::HEADING;
use crate::state::preferences::Theme;
use crate::state::route::Route;
use crate::state::view::Query;
use yew::prelude::*;

/// The properties of [`Masthead`].
#[derive(Properties, PartialEq)]
pub struct MastheadProps {
    /// Whether the title is the page's heading.
    pub heading: bool,
    /// What stands in the search box.
    pub query: Query,
    /// The theme that is on.
    pub theme: Theme,
    /// Told which theme was chosen.
    pub ontheme: Callback<Theme>,
    /// Told that someone wants to see the keys.
    pub onkeys: Callback<()>,
}

/// The top of every page.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let desk = use_desk();
    let edition = desk.library;
    let home = html! { <Link to={Route::default()}>{ edition.title() }</Link> };
    let title = if props.heading {
        html! { <h1 key="heading" id={HEADING} class="site-title" tabindex="-1">{ home }</h1> }
    } else {
        html! { <p key="line" class="site-title">{ home }</p> }
    };
    let onkeys = use_callback(props.onkeys.clone(), |_: MouseEvent, onkeys| onkeys.emit(()));
    html! {
        <header class={classes!("masthead", (!props.heading).then_some("small"))}>
            <div class="site">{ title }<p class="site-description">{ edition.description() }</p></div>
            <div class="settings">
                <ThemeSelect theme={props.theme} onchoice={props.ontheme.clone()} />
                <button type="button" class="plain" aria-haspopup="dialog" onclick={onkeys}>{ "Keys" }</button>
            </div>
            <SearchBox query={props.query.clone()} />
        </header>
    }
}
