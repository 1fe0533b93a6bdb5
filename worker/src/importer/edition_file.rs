//! The file of an edition, which functions of JavaScript write and read.

use cuttings_collection::{BuildError, Output, OutputError};
use js_sys::{Function, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::{JsCast as _, JsValue};

/// The most bytes that are passed on at once.
const PIECE: usize = 256 << 10;

/// The functions of a file, and what one of them threw.
struct Functions {
    write: Function,
    read: Function,
    thrown: Option<JsValue>,
}

thread_local! {
    /// The functions of the current file. A builder may write an edition from any thread, which
    /// values of JavaScript do not allow; here is only one.
    static CURRENT: RefCell<Option<Functions>> = const { RefCell::new(None) };
}

/// The current file.
struct EditionFile;

/// Has an edition written to a file.
///
/// # Errors
/// Returns what a function threw, or else the error of `build`.
pub(crate) fn with<T>(
    write: Function,
    read: Function,
    build: impl FnOnce(&mut dyn Output) -> Result<T, BuildError>,
) -> Result<T, Result<JsValue, BuildError>> {
    CURRENT.set(Some(Functions { write, read, thrown: None }));
    let result = build(&mut EditionFile);
    let thrown = CURRENT.take().and_then(|it| it.thrown);
    result.map_err(|error| thrown.ok_or(error))
}

/// Calls functions of the current file, and keeps what they throw.
fn call<R>(run: impl FnOnce(&Functions) -> Result<R, JsValue>) -> Result<R, OutputError> {
    CURRENT.with_borrow_mut(|current| {
        let functions = current.as_mut().ok_or(OutputError)?;
        run(functions).map_err(|error| {
            functions.thrown = Some(error);
            OutputError
        })
    })
}

impl Output for EditionFile {
    fn write(&mut self, offset: usize, bytes: &[u8]) -> Result<(), OutputError> {
        let mut place = offset;
        for piece in bytes.chunks(PIECE) {
            call(|functions| {
                let (bytes, place) = (Uint8Array::from(piece), JsValue::from(place as f64));
                functions.write.call2(&JsValue::UNDEFINED, &bytes, &place)
            })?;
            place += piece.len();
        }
        Ok(())
    }

    fn read(&mut self, offset: usize, into: &mut [u8]) -> Result<(), OutputError> {
        call(|functions| {
            let [place, length] = [offset, into.len()].map(|number| JsValue::from(number as f64));
            let bytes = functions.read.call2(&JsValue::UNDEFINED, &place, &length)?;
            let bytes: Uint8Array = bytes.dyn_into()?;
            if bytes.length() as usize != into.len() {
                return Err(JsValue::from_str("the file has fewer bytes than were written"));
            }
            bytes.copy_to(into);
            Ok(())
        })
    }
}
