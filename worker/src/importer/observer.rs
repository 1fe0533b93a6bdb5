//! Passes on to JavaScript what happens during an import.

use crate::blob_source::Position;
use crate::preview;
use cuttings_collection::Observer;
use cuttings_corpus::Article;
use cuttings_import::PictureFile;
use js_sys::{Array, Date, Function, Uint8Array};
use std::cell::Cell;
use std::ops::ControlFlow;
use wasm_bindgen::JsValue;

/// The least time between two reports of progress, in milliseconds.
const PROGRESS_INTERVAL: f64 = 50.0;

/// The number of articles whose texts are passed on at once, to be read during the import.
const PREVIEWS: usize = 24;

/// The functions of JavaScript that observe an import.
pub(crate) struct Callbacks<'a> {
    pub(crate) progress: &'a Function,
    pub(crate) picture: &'a Function,
    pub(crate) preview: &'a Function,
}

/// Calls them, and stops the import when one throws.
pub(crate) struct JsObserver<'a> {
    callbacks: Callbacks<'a>,
    /// The number of articles whose texts were passed on.
    previews: usize,
    /// The time of the last report of progress, in milliseconds.
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
        Self {
            callbacks,
            previews: 0,
            reported: Date::now(),
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

    fn item(&mut self, items: usize, article: &Article) -> ControlFlow<()> {
        if self.previews < PREVIEWS && !article.body.is_empty() {
            self.previews += 1;
            let preview = JsValue::from_str(&preview::json(article));
            self.call(self.callbacks.preview, &Array::of1(&preview))?;
        }
        let now = Date::now();
        if now - self.reported < PROGRESS_INTERVAL {
            return ControlFlow::Continue(());
        }
        self.reported = now;
        self.done = self.done.max(self.before.get() + self.position.get() as f64).min(self.total);
        let numbers = [self.done, self.total, items as f64].map(JsValue::from_f64);
        let arguments: Array = numbers.into_iter().collect();
        arguments.push(&JsValue::from_str(&article.title));
        self.call(self.callbacks.progress, &arguments)
    }
}
