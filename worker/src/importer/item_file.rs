//! The file with the items of the collection, which a function of JavaScript reads.

use cuttings_collection::ItemFile;
use js_sys::{Function, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::{JsCast as _, JsValue};

thread_local! {
    /// The function of the last file. Items may be read from any thread, which values of JavaScript
    /// do not allow; here is only one.
    static READ: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// The last error of that function.
    static THROWN: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// The last file.
struct File;

/// Returns the file that a function reads. A program has one at a time.
pub(crate) fn of(read: Function) -> Box<dyn ItemFile> {
    READ.set(Some(read));
    Box::new(File)
}

/// Returns what the function has thrown since the last call.
pub(crate) fn thrown() -> Option<JsValue> {
    THROWN.take()
}

impl ItemFile for File {
    fn read(&mut self, offset: u64, into: &mut [u8]) -> usize {
        let bytes = READ.with_borrow(|read| {
            let read = read.as_ref().ok_or(JsValue::UNDEFINED)?;
            let [place, length] =
                [offset as f64, into.len() as f64].map(|number| JsValue::from(number));
            read.call2(&JsValue::UNDEFINED, &place, &length)?.dyn_into::<Uint8Array>()
        });
        match bytes {
            Ok(bytes) => {
                let count = into.len().min(bytes.length() as usize);
                let (into, _) = into.split_at_mut(count);
                bytes.subarray(0, count as u32).copy_to(into);
                count
            }
            Err(error) => {
                THROWN.set(Some(error));
                0
            }
        }
    }
}
