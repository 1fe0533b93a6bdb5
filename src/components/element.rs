//! Elements made from lists of attributes.
//!
//! The body of an article has some thirty kinds of element. `html!` writes code for each of them;
//! here each is a row of data, which adds less to the download. A class that is not a literal is
//! set here, too: with `html!`, the program would contain Yew's code for lists of classes.

use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listeners, VList, VTag};

/// Returns an element with its content, if any. `keys` are the names of its attributes, and
/// `values` their values. An empty value leaves its attribute out, except for `alt`.
#[inline(never)] // called in many places; one copy keeps the download small
pub fn element(
    name: &'static str,
    keys: &'static [&'static str],
    values: &[&str],
    inner: Vec<Html>,
) -> Html {
    let children = match inner.is_empty() {
        true => Html::default(),
        false => VList::with_children(inner, None).into(),
    };
    with_listeners(name, keys, values, Listeners::None, children)
}

/// Returns an element with listeners.
#[inline(never)] // as above
fn with_listeners(
    name: &'static str,
    keys: &'static [&'static str],
    values: &[&str],
    listeners: Listeners,
    children: Html,
) -> Html {
    let value = |(key, value): (&&str, &&str)| {
        let is_set = !value.is_empty() || *key == "alt";
        is_set.then(|| AttributeOrProperty::Attribute(AttrValue::from((*value).to_owned())))
    };
    let values = keys.iter().zip(values).map(value).collect();
    let attributes = Attributes::Dynamic { keys, values };
    // As `html!` does, because `VTag::new` can change the kind of the element, and brings the code
    // for that.
    VTag::__new_other(name.into(), NodeRef::default(), None, attributes, listeners, children).into()
}

/// Returns an element without attributes.
#[inline(never)] // as above
pub fn plain_element(name: &'static str, inner: Vec<Html>) -> Html {
    element(name, &[], &[], inner)
}

/// Returns a link. One within the page has a click handler, one to another site its host. `label`
/// is the accessible name of one within the page, where it is not the content.
pub fn anchor(
    class: &'static str,
    href: &str,
    onclick: Option<Callback<MouseEvent>>,
    label: Option<&str>,
    host: Option<&'static str>,
    inner: Html,
) -> Html {
    let listeners = Listeners::Pending([onclick::Wrapper::__macro_new(onclick)].into());
    if let Some(host) = host {
        let values = [class, href, "noopener", host];
        return with_listeners("a", &["class", "href", "rel", "title"], &values, listeners, inner);
    }
    let values = [class, href, label.unwrap_or_default()];
    with_listeners("a", &["class", "href", "aria-label"], &values, listeners, inner)
}
