//! Passes on to JavaScript what happens during an import.

use crate::blob_source::Position;
use cuttings_collection::Observer;
use cuttings_import::PictureFile;
use js_sys::{Array, Date, Function, Uint8Array};
use std::cell::Cell;
use std::ops::ControlFlow;
use wasm_bindgen::JsValue;

/// The least time between two reports of progress, in milliseconds.
const PROGRESS_INTERVAL: f64 = 50.0;

/// The number of items after which the reader gets a first edition.
const FIRST_ITEMS: usize = 24;

/// The time after which the reader gets one with fewer items, in milliseconds.
const FIRST_AFTER: f64 = 300.0;

/// The functions of JavaScript that observe an import.
pub(crate) struct Callbacks<'a> {
    pub(crate) progress: &'a Function,
    pub(crate) picture: &'a Function,
    pub(crate) first: &'a Function,
}

/// Calls them, and stops the import when one throws.
pub(crate) struct JsObserver<'a> {
    callbacks: Callbacks<'a>,
    started: f64,
    reported: f64,
    /// The bytes of all files.
    total: f64,
    /// The bytes of the files before the current one.
    before: &'a Cell<f64>,
    /// The place in the current file.
    position: &'a Position,
    /// The most bytes that were reported: archives are not read from start to end.
    done: f64,
    /// The error that a function threw.
    pub(crate) thrown: Option<JsValue>,
}

impl<'a> JsObserver<'a> {
    pub(crate) fn new(
        callbacks: Callbacks<'a>,
        total: f64,
        before: &'a Cell<f64>,
        position: &'a Position,
    ) -> Self {
        let started = Date::now();
        Self {
            callbacks,
            started,
            reported: started,
            total,
            before,
            position,
            done: 0.0,
            thrown: None,
        }
    }

    /// Calls a function.
    fn call(&mut self, function: &Function, arguments: &Array) -> ControlFlow<()> {
        match function.apply(&JsValue::UNDEFINED, arguments) {
            Ok(_) => ControlFlow::Continue(()),
            Err(error) => {
                self.thrown = Some(error);
                ControlFlow::Break(())
            }
        }
    }
}

impl Observer for JsObserver<'_> {
    fn picture(&mut self, picture: &PictureFile) -> ControlFlow<()> {
        let bytes = Uint8Array::from(&*picture.bytes);
        let arguments = Array::of2(&JsValue::from_str(&picture.path), &bytes);
        self.call(self.callbacks.picture, &arguments)
    }

    fn item(&mut self, items: usize, title: &str) -> ControlFlow<()> {
        let now = Date::now();
        if now - self.reported < PROGRESS_INTERVAL {
            return ControlFlow::Continue(());
        }
        self.reported = now;
        self.done = self.done.max(self.before.get() + self.position.get() as f64).min(self.total);
        let numbers = [self.done, self.total, items as f64].map(JsValue::from_f64);
        let arguments: Array = numbers.into_iter().collect();
        arguments.push(&JsValue::from_str(title));
        self.call(self.callbacks.progress, &arguments)
    }

    fn wants_first_edition(&mut self, items: usize) -> bool {
        items >= FIRST_ITEMS || Date::now() - self.started >= FIRST_AFTER
    }

    fn first_edition(&mut self, edition: Vec<u8>) -> ControlFlow<()> {
        let bytes = Uint8Array::from(&*edition);
        drop(edition);
        self.call(self.callbacks.first, &Array::of1(&bytes))
    }
}
