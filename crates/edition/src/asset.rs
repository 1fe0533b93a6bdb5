//! The picture files of an edition.

use crate::layout::{ListReader, Section};
use crate::records::Records;

/// A picture file that is published beside the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asset<'a> {
    /// The path of the published file, relative to the site's base.
    pub name: &'a str,
    /// The width in pixels; 0 if it is not known.
    pub width: u32,
    /// The height in pixels; 0 if it is not known.
    pub height: u32,
}

impl<'a> Asset<'a> {
    pub(crate) fn read(records: Records<'a>, number: u32) -> Asset<'a> {
        let mut list = ListReader::new(records.section(Section::Assets), number as usize);
        let name = records.text_in(&mut list);
        Asset { name, width: list.number(), height: list.number() }
    }
}

/// A picture with its alternative text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture<'a> {
    /// The file.
    pub asset: Asset<'a>,
    /// The alternative text.
    pub alt: &'a str,
}

impl<'a> Picture<'a> {
    pub(crate) fn read(records: Records<'a>, list: &mut ListReader<'a>) -> Picture<'a> {
        let asset = Asset::read(records, list.number());
        Picture { asset, alt: records.text_in(list) }
    }
}
