//! The surroundings of seeds: the folder that they are in, its settings and its pictures.

use cuttings_memory::Memory;

use crate::site::Site;

/// The folder that seeds are read from.
#[derive(Clone, Copy)]
pub struct Folder<'a> {
    /// The name of the folder, with which the names of its files begin. Without it the first folder
    /// of a file's name is not a section.
    pub name: Option<&'a str>,
    /// The settings of the site.
    pub site: &'a Site,
    /// The pictures. Without it, pictures keep their paths as the seeds spell them.
    pub pictures: Option<&'a dyn Pictures>,
    /// The files that earlier builds have parsed.
    pub memory: Option<&'a dyn Memory>,
}

impl<'a> Folder<'a> {
    /// Creates the surroundings of seeds that are not from one folder.
    pub fn without_name(site: &'a Site) -> Self {
        Self { name: None, site, pictures: None, memory: None }
    }

    /// Returns the path of a file within the folder.
    pub(crate) fn path<'f>(&self, file: &'f str) -> &'f str {
        let name = self.name.unwrap_or_default().trim_end_matches('/');
        let rest = file.strip_prefix(name).filter(|_| !name.is_empty()).unwrap_or(file);
        rest.trim_start_matches(['/', '\\'])
    }
}

/// Finds the files of pictures. It is the caller's part, because this crate reads no files.
pub trait Pictures {
    /// Returns the file of a picture. `article` is the path of the article's file within the
    /// folder, and `address` the picture's address as the article spells it.
    fn find(&self, article: &str, address: &str) -> Result<PictureFile, PictureError>;
}

/// A picture file that will be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// The path of the published file, relative to the site's base.
    pub name: String,
    /// The width and height in pixels, if they are known.
    pub size: Option<(u32, u32)>,
}

/// The reason why a picture has no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// There is no such file.
    Missing,
    /// The file is not in a format that browsers show.
    Unknown,
    /// The file can do more than show a picture.
    Unsafe,
}
