//! Reads the file of a picture: its format, its size in pixels, and the name it is published by.

use cuttings_corpus::{PictureError, PictureFile};
use imagesize::{Compression, ImageType};
use roxmltree::{Document, ParsingOptions};
use xxhash_rust::xxh64::xxh64;

use crate::orientation::is_on_its_side;

/// The folder of published pictures, relative to the site's base.
const FOLDER: &str = "media";

/// The extensions of pictures that browsers show.
pub(crate) const EXTENSIONS: [&str; 7] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"];

/// The most nodes of an SVG picture. A larger one is refused, because it costs too much to check.
const MAX_SVG_NODES: u32 = 1_000_000;

/// Elements of SVG that can do more than show a picture.
const UNSAFE_ELEMENTS: [&str; 8] =
    ["script", "foreignObject", "handler", "listener", "iframe", "object", "embed", "audio"];

/// Reads a picture from its bytes. The content decides about the format, except for SVG, which has
/// no signature: `extension` does.
///
/// # Errors
/// If browsers do not show the format, or if an SVG picture has scripts or other documents in it.
pub(crate) fn read(bytes: &[u8], extension: &str) -> Result<PictureFile, PictureError> {
    let file = |extension: &str, size| PictureFile {
        name: format!("{FOLDER}/{:016x}.{extension}", xxh64(bytes, 0)),
        size,
    };
    if extension.eq_ignore_ascii_case("svg") {
        return Ok(file("svg", svg_size(bytes)?));
    }
    let extension = match imagesize::image_type(bytes) {
        Ok(ImageType::Png) => "png",
        Ok(ImageType::Jpeg) => "jpg",
        Ok(ImageType::Gif) => "gif",
        Ok(ImageType::Webp) => "webp",
        Ok(ImageType::Heif(Compression::Av1)) => "avif",
        _ => return Err(PictureError::Unknown),
    };
    let pixels = |length: usize| u32::try_from(length).ok();
    let size = imagesize::blob_size(bytes)
        .ok()
        .and_then(|it| Some((pixels(it.width)?, pixels(it.height)?)))
        .map(|(width, height)| match is_on_its_side(bytes) {
            true => (height, width),
            false => (width, height),
        });
    Ok(file(extension, size))
}

/// Returns the size of an SVG picture if it has one.
///
/// Browsers run no script of a picture in a page, but they do if someone opens the file itself.
fn svg_size(bytes: &[u8]) -> Result<Option<(u32, u32)>, PictureError> {
    let text = std::str::from_utf8(bytes).map_err(|_| PictureError::Unknown)?;
    let text = text.trim_start_matches('\u{feff}');
    let options =
        ParsingOptions { allow_dtd: true, nodes_limit: MAX_SVG_NODES, ..Default::default() };
    let document =
        Document::parse_with_options(text, options).map_err(|_| PictureError::Unknown)?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(PictureError::Unknown);
    }
    let is_unsafe = |node: roxmltree::Node<'_, '_>| {
        UNSAFE_ELEMENTS.iter().any(|name| node.tag_name().name().eq_ignore_ascii_case(name))
            || node.attributes().any(|attribute| {
                let value: String = attribute
                    .value()
                    .chars()
                    .filter(|c| !c.is_whitespace() && !c.is_control())
                    .collect();
                let value = value.to_lowercase();
                attribute.name().to_lowercase().starts_with("on")
                    || value.contains("javascript:")
                    || value.starts_with("data:text")
            })
    };
    if document.descendants().any(is_unsafe) {
        return Err(PictureError::Unsafe);
    }
    let pixels = |text: &str| {
        let number = text.trim().trim_end_matches("px").parse::<f64>().ok()?;
        (number >= 1.0 && number <= f64::from(u32::MAX)).then_some(number.round() as u32)
    };
    let side = |name| root.attribute(name).and_then(pixels);
    let view_box = || {
        let numbers: Vec<&str> = root
            .attribute("viewBox")?
            .split(|c: char| c.is_whitespace() || c == ',')
            .filter(|number| !number.is_empty())
            .collect();
        let [_, _, width, height] = numbers[..] else { return None };
        pixels(width).zip(pixels(height))
    };
    Ok(side("width").zip(side("height")).or_else(view_box))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A GIF of two by three pixels.
    const GIF: &[u8] = b"GIF89a\x02\x00\x03\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;";

    #[test]
    fn the_content_gives_name_format_and_size() {
        let file = read(GIF, "png").unwrap();
        assert!(file.name.starts_with("media/") && file.name.ends_with(".gif"), "{}", file.name);
        assert_eq!(file.name.len(), "media/".len() + 16 + ".gif".len());
        assert_eq!(file.size, Some((2, 3)));
        assert_eq!(read(GIF, "gif").unwrap(), file);
        assert_ne!(read(&[GIF, b"x"].concat(), "gif").unwrap().name, file.name);
    }

    #[test]
    fn other_formats_are_refused() {
        for bytes in [&b"BM......"[..], b"", b"not a picture", b"II*\0"] {
            assert_eq!(read(bytes, "png"), Err(PictureError::Unknown), "{bytes:?}");
        }
        assert_eq!(read(b"<html/>", "svg"), Err(PictureError::Unknown));
        assert_eq!(read(b"<svg", "svg"), Err(PictureError::Unknown));
    }

    #[test]
    fn vector_pictures_have_sizes_and_no_scripts() {
        let svg = |attributes: &str, inside: &str| {
            let text =
                format!("<svg xmlns='http://www.w3.org/2000/svg' {attributes}>{inside}</svg>");
            read(text.as_bytes(), "svg").map(|file| file.size)
        };
        assert_eq!(svg("width='12' height='8.6px'", "<path d='M0 0'/>"), Ok(Some((12, 9))));
        assert_eq!(svg("viewBox='0 0 30 20'", ""), Ok(Some((30, 20))));
        assert_eq!(svg("width='100%' height='100%'", ""), Ok(None));
        for inside in [
            "<script>alert(1)</script>",
            "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
            "<g onload='alert(1)'/>",
            "<a href='java&#115;cript:alert(1)'/>",
            "<foreignObject/>",
            "<use href='data:text/html,x'/>",
        ] {
            assert_eq!(svg("", inside), Err(PictureError::Unsafe), "{inside}");
        }
    }
}
