//! Writing elements, without the code that `html!` writes for each: there an element costs about 70 bytes of what is
//! downloaded, here a third of that, because all of them are put together by the same few functions.
//!
//! ```
//! # use cuttings::{el, markup::markup};
//! let html = markup(|m| {
//!     el!(m, p["class" = "headline"] {
//!         el!(m, a.attr("href", "./article/one/") { m.text("One"); });
//!         m.text(", and others");
//!     });
//! });
//! ```
//!
//! Yew's rules for lists hold here too: children that come and go have a `key`, all of them, and a parent of their own.

use crate::browser::events::Event;
use crate::browser::property::Value;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VTag, VText};

/// Writes an element to a [`Markup`]: its name, its fixed attributes, what is to be called on the markup for it (further
/// attributes, listeners, a key), and then its content.
#[macro_export]
macro_rules! el {
    ($m:ident, $tag:ident $([$($key:literal = $value:expr),* $(,)?])? $(.$method:ident($($argument:expr),* $(,)?))* { $($content:tt)* }) => {{
        // One text for all that is fixed: it takes less room than a table.
        $m.open(concat!(stringify!($tag) $($(, "\n", $key, "=", $value)*)?));
        $($m.$method($($argument),*);)*
        $($content)*
        $m.close();
    }};
}

/// What is being written: a row of elements, the last of which may be open.
#[derive(Debug, Default)]
pub struct Markup {
    /// The elements that are open, the innermost last.
    open: Vec<Open>,
    /// What is closed and in no open element.
    done: Vec<Html>,
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    /// What is fixed of it, as [`el!`] has it.
    fixed: &'static str,
    element: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
}

/// The attributes that an element was ever written with, by what is fixed of it. Yew compares attributes quickly, and
/// without a map, if their names are in one place for good; there are no more of these than places that call [`el!`], and
/// ways through them.
type Shapes = Vec<(&'static str, &'static [&'static str])>;

thread_local! {
    static SHAPES: RefCell<Shapes> = const { RefCell::new(Vec::new()) };
}

/// The names, in their place for good.
fn in_place(fixed: &'static str, names: Vec<&'static str>) -> &'static [&'static str] {
    SHAPES.with_borrow_mut(|shapes| {
        let known =
            shapes.iter().find(|(other, known)| other.as_ptr() == fixed.as_ptr() && **known == *names);
        if let Some((_, known)) = known {
            return *known;
        }
        let names: &[&str] = names.leak();
        shapes.push((fixed, names));
        names
    })
}

/// What `write` writes.
pub fn markup(write: impl FnOnce(&mut Markup)) -> Html {
    let mut markup = Markup::default();
    write(&mut markup);
    markup.end()
}

impl Markup {
    /// Opens an element; [`el!`] calls this.
    #[inline(never)]
    pub fn open(&mut self, fixed: &'static str) {
        let mut parts = fixed.split('\n');
        let element = VTag::new(parts.next().unwrap_or_default());
        self.open.push(Open { fixed, element, names: Vec::new(), values: Vec::new() });
        for part in parts {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            self.set(name, AttrValue::Static(value));
        }
    }

    /// Closes the innermost element; [`el!`] calls this.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(Open { fixed, mut element, names, values }) = self.open.pop() {
            if !names.is_empty() {
                element.attributes =
                    Attributes::Dynamic { keys: in_place(fixed, names), values: values.into() };
            }
            self.node(element.into());
        }
    }

    /// Gives the open element an attribute.
    #[inline(never)]
    pub fn attr(&mut self, name: &'static str, value: impl Into<AttrValue>) {
        self.set(name, value.into());
    }

    /// Gives it a property, which only the browser has.
    pub fn property(&mut self, name: &'static str, value: Value) {
        if let Some(Open { names, values, .. }) = self.open.last_mut() {
            names.push(name);
            values.push(Some(AttributeOrProperty::Property(value)));
        }
    }

    /// Gives it an attribute if there is a value for it.
    #[inline(never)]
    pub fn maybe(&mut self, name: &'static str, value: Option<impl Into<AttrValue>>) {
        if let Some(value) = value {
            self.set(name, value.into());
        }
    }

    /// Gives it an attribute without a value, if it is `on`.
    #[inline(never)]
    pub fn flag(&mut self, name: &'static str, on: bool) {
        if on {
            self.set(name, "".into());
        }
    }

    /// Gives it an attribute that is true or false.
    #[inline(never)]
    pub fn state(&mut self, name: &'static str, on: bool) {
        self.set(name, if on { "true" } else { "false" }.into());
    }

    /// Says what it holds, if it is an `input` or a `textarea`.
    #[inline(never)]
    pub fn value(&mut self, value: impl Into<AttrValue>) {
        let value = value.into();
        if let Some(Open { element, .. }) = self.open.last_mut() {
            element.set_value(Some(value));
        }
    }

    /// Says whether it is ticked, if it is an `input`.
    pub fn checked(&mut self, on: bool) {
        if let Some(Open { element, .. }) = self.open.last_mut() {
            element.set_checked(on);
        }
    }

    /// Says by what it is known among its siblings.
    #[inline(never)]
    pub fn key(&mut self, key: impl Into<AttrValue>) {
        self.known_by(&key.into());
    }

    /// Calls `then` when it is clicked.
    pub fn on_click(&mut self, then: impl Fn(&Event) + 'static) {
        self.listen(On::Click, Box::new(then));
    }

    /// Calls `then` when something happens to it.
    pub fn on(&mut self, what: On, then: impl Fn(&Event) + 'static) {
        self.listen(what, Box::new(then));
    }

    /// Writes text.
    #[inline(never)]
    pub fn text(&mut self, text: impl Into<AttrValue>) {
        self.words(text.into());
    }

    /// Writes something that was put together elsewhere.
    #[inline(never)]
    pub fn node(&mut self, node: Html) {
        match self.open.last_mut() {
            Some(Open { element, .. }) => element.add_child(node),
            None => self.done.push(node),
        }
    }

    /// All that was written.
    #[inline(never)]
    fn end(mut self) -> Html {
        if self.done.len() == 1 {
            return self.done.pop().unwrap_or_default();
        }
        self.done.into_iter().collect()
    }

    #[inline(never)]
    fn set(&mut self, name: &'static str, value: AttrValue) {
        if let Some(Open { names, values, .. }) = self.open.last_mut() {
            names.push(name);
            values.push(Some(AttributeOrProperty::Attribute(value)));
        }
    }

    #[inline(never)]
    fn known_by(&mut self, key: &str) {
        if let Some(Open { element, .. }) = self.open.last_mut() {
            element.key = Some(Key::from(key));
        }
    }

    #[inline(never)]
    fn words(&mut self, text: AttrValue) {
        self.node(VText::new(text).into());
    }

    #[inline(never)]
    fn listen(&mut self, what: On, then: Box<dyn Fn(&Event)>) {
        if let Some(Open { element, .. }) = self.open.last_mut() {
            element.add_listener(Rc::new(Listens { what, then }));
        }
    }
}

/// What can happen to an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// It was clicked, or pressed by a key.
    Click,
    /// Its value was changed.
    Change,
    /// It was typed into.
    Input,
    /// A key was pressed while it had the focus.
    KeyDown,
    /// It was sent, if it is a form.
    Submit,
    /// It lost the focus.
    Blur,
    /// A button of the mouse was pressed over it.
    MouseDown,
}

/// What is done when something happens.
struct Listens {
    what: On,
    then: Box<dyn Fn(&Event)>,
}

impl Listener for Listens {
    fn kind(&self) -> ListenerKind {
        match self.what {
            On::Click => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
            On::Input => ListenerKind::oninput,
            On::KeyDown => ListenerKind::onkeydown,
            On::Submit => ListenerKind::onsubmit,
            On::Blur => ListenerKind::onblur,
            On::MouseDown => ListenerKind::onmousedown,
        }
    }

    fn handle(&self, event: Event) {
        (self.then)(&event);
    }

    fn passive(&self) -> bool {
        false
    }
}
