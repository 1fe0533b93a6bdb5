//! Numbers the picture files of an edition.

use crate::error::BuildError;
use crate::lists::ListWriter;
use crate::texts::Texts;
use cuttings_corpus::Picture;
use std::collections::BTreeMap;

/// The picture files so far.
#[derive(Default)]
pub(crate) struct Assets {
    /// The number of each file, by its name.
    numbers: BTreeMap<String, u32>,
    /// The files in the order of their numbers: name, width, height.
    files: Vec<(String, u32, u32)>,
}

impl Assets {
    /// Returns the number of a picture's file.
    pub(crate) fn number(&mut self, picture: &Picture) -> u32 {
        if let Some(number) = self.numbers.get(&picture.path) {
            return *number;
        }
        let number = self.files.len() as u32;
        let (width, height) = picture.size.unwrap_or_default();
        self.files.push((picture.path.clone(), width, height));
        self.numbers.insert(picture.path.clone(), number);
        number
    }

    /// Writes the number of a picture's file, and its alternative text.
    pub(crate) fn write(
        &mut self,
        picture: &Picture,
        list: &mut ListWriter,
        texts: &mut Texts<'_>,
    ) -> Result<(), BuildError> {
        list.number(self.number(picture));
        list.text(&picture.alt, texts)
    }

    /// Returns the section of the edition.
    pub(crate) fn finish(self, texts: &mut Texts<'_>) -> Result<ListWriter, BuildError> {
        let mut list = ListWriter::default();
        for (name, width, height) in self.files {
            list.text(&name, texts)?;
            list.number(width);
            list.number(height);
            list.end_list();
        }
        Ok(list)
    }
}
