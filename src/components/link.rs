//! A link within the page: a real one, followed without loading the page anew.

use crate::desk::use_desk;
use crate::hooks::events::is_plain_click;
use crate::state::reducer::Action;
use crate::state::route::Route;
use yew::prelude::*;

/// The properties of [`Link`].
#[derive(Properties, PartialEq)]
pub struct LinkProps {
    /// Where it leads.
    pub to: Route,
    /// The link's `id`, if anything has to find it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The link's class.
    #[prop_or_default]
    pub class: Classes,
    /// What is done in place of going there, if it returns true.
    #[prop_or_default]
    pub instead: Option<Callback<(), bool>>,
    /// What it says.
    pub children: Html,
}

/// A link within the page. Only a plain click is taken from the browser.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let desk = use_desk();
    let onclick = {
        let (to, instead) = (props.to.clone(), props.instead.clone());
        move |event: MouseEvent| {
            if is_plain_click(&event) {
                event.prevent_default();
                if !instead.as_ref().is_some_and(|instead| instead.emit(())) {
                    desk.tell(Action::LinkFollowed(to.clone()));
                }
            }
        }
    };
    html! {
        <a href={props.to.href()} id={props.id.clone()} class={props.class.clone()} {onclick}>{ props.children.clone() }</a>
    }
}
