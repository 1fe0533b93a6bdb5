//! Elements made from lists of attributes.
//!
//! The body of an article has some thirty kinds of element. `html!` writes code for each of them;
//! here each is a row of data, which adds less to the download.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listeners, VList, VTag};

/// Returns an element with its content, if any. `keys` are the names of its attributes, and
/// `values` their values. An empty value leaves its attribute out, except for `alt`.
#[inline(never)] // called in many places; one copy keeps the download small
pub(super) fn element(
    name: &'static str,
    keys: &'static [&'static str],
    values: &[&str],
    inner: Vec<Html>,
) -> Html {
    let value = |(key, value): (&&str, &&str)| {
        let is_set = !value.is_empty() || *key == "alt";
        is_set.then(|| AttributeOrProperty::Attribute(AttrValue::from((*value).to_owned())))
    };
    let values = keys.iter().zip(values).map(value).collect();
    let attributes = Attributes::Dynamic { keys, values };
    let children = match inner.is_empty() {
        true => Html::default(),
        false => VList::with_children(inner, None).into(),
    };
    // As `html!` does, because `VTag::new` can change the kind of the element, and brings the code
    // for that.
    let (name, node, listeners) = (name.into(), NodeRef::default(), Listeners::None);
    VTag::__new_other(name, node, None, attributes, listeners, children).into()
}

/// Returns an element without attributes.
#[inline(never)] // as above
pub(super) fn plain_element(name: &'static str, inner: Vec<Html>) -> Html {
    element(name, &[], &[], inner)
}

/// Returns a link. One within the page has a click handler, one to another site its host. `label`
/// is the accessible name, where it is not the content.
pub(super) fn anchor(
    class: &'static str,
    href: String,
    onclick: Option<Callback<MouseEvent>>,
    label: Option<String>,
    host: Option<&'static str>,
    inner: Html,
) -> Html {
    html! {
        <a
            class={(!class.is_empty()).then_some(class)}
            {href}
            {onclick}
            aria-label={label}
            rel={host.map(|_| "noopener")}
            title={host}
        >
            { inner }
        </a>
    }
}
