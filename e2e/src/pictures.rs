//! Compares screenshots with the reference pictures in `e2e/pictures`. References have half the
//! size and few colours, and each names the renderer that drew it.
//!
//! Letters depend on the fonts and the browser of the machine. If both are the same as for the
//! reference, the comparison is strict and finds differences of a few pixels. Otherwise lines break
//! in other places, and only the colours of large squares are compared.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt,
    fs::{self, File},
    io::{BufReader, BufWriter},
    path::{Path, PathBuf},
};

use image::{
    Rgb, RgbImage,
    imageops::{self, FilterType},
};

use crate::{
    page::Page,
    screenshot::{project_folder, screenshots_folder},
};

/// Identifies the renderer: the browser, and a hash of a line drawn in each typeface of the page,
/// with letters of its language.
const RENDERER: &str = "
    const letters = { ar: 'أبجد', ja: '永あア' }[document.documentElement.lang] ?? '';
    const faces = [document.documentElement, document.querySelector('button, nav, p')].map(element => getComputedStyle(element).fontFamily);
    const canvas = new OffscreenCanvas(600, 60 * faces.length);
    const context = canvas.getContext('2d');
    faces.forEach((face, nth) => {
        ['400', '600', 'italic 400'].forEach((style, at) => {
            context.font = `${style} 20px ${face}`;
            context.fillText(`Hamburgefonstiv 0123456789${letters}`, 200 * at, 40 + 60 * nth);
        });
    });
    let hash = 0x811c9dc5; // FNV-1a
    for (const byte of context.getImageData(0, 0, canvas.width, canvas.height).data)
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    const version = navigator.userAgent.match(/Chrom\\w+\\/\\d+/)?.[0] ?? navigator.userAgent;
    return `${version}, letters ${hash.toString(16)}`;
";

/// The text entry of a PNG that names its renderer.
const RENDERER_ENTRY: &str = "Software";

/// The distance between the levels of a channel in a reference. It is large enough for a page of
/// text to have fewer than 256 colours, which compress well.
const LEVEL_STEP: u8 = 8;

/// The tolerance of a comparison, which compares the mean colours of squares.
#[derive(Clone, Copy, Debug)]
struct Strictness {
    /// The side of a square, in pixels of the screenshot.
    square: u32,
    /// The largest difference of a channel, of 255.
    max_difference: u8,
    /// The number of squares in ten thousand that may differ more.
    max_outliers: usize,
}

/// For pictures of the same renderer. They differ by the rounding of the reference, and sometimes
/// by a dot where an edge lies between two pixels.
const STRICT: Strictness =
    Strictness { square: 2, max_difference: LEVEL_STEP - 1, max_outliers: 1 };

/// For pictures of different renderers.
const ROUGH: Strictness = Strictness { square: 64, max_difference: 48, max_outliers: 500 };

/// A picture and its renderer.
struct Picture {
    pixels: RgbImage,
    renderer: String,
}

/// The reason why two pictures are not equal.
enum Difference {
    Size,
    /// The positions of differing squares, and the number of all squares.
    Squares {
        strictness: Strictness,
        differing: Vec<(u32, u32)>,
        total: usize,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::Size => f.write_str("the size differs"),
            Difference::Squares { strictness, differing, total } => {
                let side = strictness.square;
                write!(
                    f,
                    "{} of {total} squares of {side} pixels differ in colour",
                    differing.len()
                )
            }
        }
    }
}

impl Picture {
    /// Scales a screenshot to half its size.
    fn from_screenshot(screenshot: &[u8], renderer: &str) -> Result<Picture, String> {
        let shot =
            image::load_from_memory(screenshot).map_err(|error| error.to_string())?.into_rgb8();
        let pixels = imageops::thumbnail(&shot, shot.width() / 2, shot.height() / 2);
        Ok(Picture { pixels, renderer: renderer.to_owned() })
    }

    fn read(path: &Path) -> Result<Picture, String> {
        let describe = |error: &dyn fmt::Display| format!("{}: {error}", path.display());
        let file = || File::open(path).map(BufReader::new).map_err(|error| describe(&error));
        let reader = png::Decoder::new(file()?).read_info().map_err(|error| describe(&error))?;
        let entries = &reader.info().uncompressed_latin1_text;
        let renderer = entries.iter().find(|entry| entry.keyword == RENDERER_ENTRY);
        let renderer = renderer.map(|entry| entry.text.clone());
        let pixels =
            image::load(file()?, image::ImageFormat::Png).map_err(|error| describe(&error))?;
        Ok(Picture { pixels: pixels.into_rgb8(), renderer: renderer.unwrap_or_default() })
    }

    fn write(&self, path: &Path) -> Result<(), String> {
        let written = || -> Result<(), Box<dyn Error>> {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            let file = BufWriter::new(File::create(path)?);
            let mut encoder = png::Encoder::new(file, self.pixels.width(), self.pixels.height());
            encoder.set_compression(png::Compression::High);
            encoder.add_text_chunk(RENDERER_ENTRY.to_owned(), self.renderer.clone())?;
            let levels: Vec<[u8; 3]> =
                self.pixels.pixels().map(|pixel| pixel.0.map(nearest_level)).collect();
            let colours = BTreeSet::from_iter(levels.iter().copied());
            let numbers: BTreeMap<[u8; 3], u8> = colours.iter().copied().zip(0..=u8::MAX).collect();
            if numbers.len() == colours.len() {
                encoder.set_color(png::ColorType::Indexed);
                encoder.set_palette(colours.into_iter().flatten().collect::<Vec<u8>>());
                encoder.set_filter(png::Filter::NoFilter); // filters do not help, because neighbours in a palette are unrelated
                let indices: Vec<u8> = levels.iter().map(|pixel| numbers[pixel]).collect();
                Ok(encoder.write_header()?.write_image_data(&indices)?)
            } else {
                encoder.set_color(png::ColorType::Rgb);
                Ok(encoder.write_header()?.write_image_data(levels.as_flattened())?)
            }
        };
        written().map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Compares the picture with a reference.
    fn difference_from(&self, reference: &Picture) -> Option<Difference> {
        if self.pixels.dimensions() != reference.pixels.dimensions() {
            return Some(Difference::Size);
        }
        let strictness = if self.renderer == reference.renderer { STRICT } else { ROUGH };
        let mine = squares(&self.pixels, strictness);
        let theirs = squares(&reference.pixels, strictness);
        let differing: Vec<(u32, u32)> = mine
            .enumerate_pixels()
            .zip(theirs.pixels())
            .filter(|((_, _, one), other)| {
                largest_difference(one, other) > strictness.max_difference
            })
            .map(|((x, y, _), _)| (x, y))
            .collect();
        let total = mine.pixels().len();
        (differing.len() * 10_000 > strictness.max_outliers * total)
            .then_some(Difference::Squares { strictness, differing, total })
    }
}

/// Returns the mean colours of a picture's squares.
fn squares(pixels: &RgbImage, strictness: Strictness) -> RgbImage {
    let (width, height) = pixels.dimensions();
    let side = strictness.square / 2;
    imageops::thumbnail(pixels, width.div_ceil(side), height.div_ceil(side))
}

/// Rounds a channel to the nearest level of a reference.
fn nearest_level(channel: u8) -> u8 {
    channel.saturating_add(LEVEL_STEP / 2) / LEVEL_STEP * LEVEL_STEP
}

fn largest_difference(one: &Rgb<u8>, other: &Rgb<u8>) -> u8 {
    one.0.iter().zip(other.0).map(|(one, other)| one.abs_diff(other)).max().unwrap_or_default()
}

/// Identifies the renderer of the current page.
#[track_caller]
pub(crate) fn renderer(page: &Page) -> String {
    page.script(RENDERER).as_str().unwrap_or_default().to_owned()
}

/// Returns the path of a reference.
fn reference_path(name: &str) -> PathBuf {
    references_folder().join(format!("{name}.png"))
}

/// Returns the folder of the references.
pub(crate) fn references_folder() -> PathBuf {
    project_folder().join("e2e/pictures")
}

/// Compares a screenshot with the reference of this name. With `update`, it replaces the reference
/// instead if the two differ.
pub(crate) fn compare(
    name: &str,
    screenshot: &[u8],
    renderer: &str,
    update: bool,
) -> Result<(), String> {
    let current = Picture::from_screenshot(screenshot, renderer)?;
    let path = reference_path(name);
    let reference = Picture::read(&path);
    let difference = match &reference {
        Ok(reference) => match current.difference_from(reference) {
            None if reference.renderer == current.renderer || !update => return Ok(()),
            None => "the reference is from another renderer".to_owned(),
            Some(difference) => difference.to_string(),
        },
        Err(error) => error.clone(),
    };
    if update {
        return current.write(&path);
    }
    let sheet = screenshots_folder().join(format!("failed/{name}.png"));
    if let Ok(reference) = &reference {
        let _ = fs::create_dir_all(screenshots_folder().join("failed"));
        side_by_side(reference, &current).save(&sheet).map_err(|error| error.to_string())?;
    }
    Err(format!("{name}: {difference}; reference, screenshot and difference: {}", sheet.display()))
}

/// Puts the reference, the current picture, and a faint copy of it with differences in red side by
/// side.
fn side_by_side(reference: &Picture, current: &Picture) -> RgbImage {
    const GAP: u32 = 8;
    const RED: Rgb<u8> = Rgb([200, 0, 0]);
    let (width, height) = current.pixels.dimensions();
    let mut faint = RgbImage::from_fn(width, height, |x, y| {
        Rgb(current.pixels.get_pixel(x, y).0.map(|channel| channel / 4 + 128))
    });
    if let Some(Difference::Squares { strictness, differing, .. }) =
        current.difference_from(reference)
    {
        let mut marks = squares(&faint, strictness);
        marks.pixels_mut().for_each(|mark| *mark = Rgb([0; 3]));
        differing.iter().for_each(|(x, y)| marks.put_pixel(*x, *y, RED));
        let marks = imageops::resize(&marks, faint.width(), faint.height(), FilterType::Nearest);
        for (pixel, _) in faint.pixels_mut().zip(marks.pixels()).filter(|(_, mark)| **mark == RED) {
            *pixel = Rgb([255, pixel.0[1] / 2, pixel.0[2] / 2]);
        }
    }
    let parts = [&reference.pixels, &current.pixels, &faint];
    let width = parts.iter().map(|part| part.width() + GAP).sum();
    let height = parts.iter().map(|part| part.height()).max().unwrap_or_default();
    let mut sheet = RgbImage::from_pixel(width, height, Rgb([128; 3]));
    let mut at = 0;
    for part in parts {
        imageops::replace(&mut sheet, part, at, 0);
        at += i64::from(part.width() + GAP);
    }
    sheet
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{GenericImage, math::Rect};

    use super::*;

    /// Draws a page of 200 by 120 pixels with a column of text and a rule below it, and changes it.
    fn page(change: impl FnOnce(&mut RgbImage)) -> Vec<u8> {
        let mut page = RgbImage::from_pixel(200, 120, Rgb([250, 248, 243]));
        for line in 0..5 {
            for letter in 0..15 {
                let ink = RgbImage::from_pixel(6, 10, Rgb([35, 30, 25]));
                imageops::replace(&mut page, &ink, 16 + 9 * letter, 8 + 18 * line);
            }
        }
        imageops::replace(&mut page, &RgbImage::from_pixel(168, 1, Rgb([220, 210, 200])), 16, 110);
        change(&mut page);
        let mut png = Cursor::new(Vec::new());
        page.write_to(&mut png, image::ImageFormat::Png).expect("the page can be encoded");
        png.into_inner()
    }

    /// Checks whether a changed page differs from its reference, by the renderer of the page.
    #[track_caller]
    fn check(
        change: impl FnOnce(&mut RgbImage),
        with_same_renderer: bool,
        with_other_renderer: bool,
    ) {
        let file = std::env::temp_dir().join(format!("cuttings-picture-{:p}.png", &change));
        Picture::from_screenshot(&page(|_| {}), "one")
            .and_then(|picture| picture.write(&file))
            .expect("the reference can be written");
        let reference = Picture::read(&file).expect("the reference can be read");
        fs::remove_file(&file).expect("the reference can be removed");
        assert_eq!(reference.renderer, "one");
        let screenshot = page(change);
        let differs = |renderer| {
            let picture = Picture::from_screenshot(&screenshot, renderer).expect("a valid PNG");
            picture.difference_from(&reference).is_some()
        };
        assert_eq!((differs("one"), differs("other")), (with_same_renderer, with_other_renderer));
    }

    #[test]
    fn changes_of_a_page_are_differences() {
        check(|_| {}, false, false);
        // Text two pixels further down, a darker background, and a missing rule.
        check(
            |page| {
                assert!(page.copy_within(Rect { x: 0, y: 0, width: 200, height: 100 }, 0, 2));
            },
            true,
            false,
        );
        check(
            |page| page.pixels_mut().for_each(|p| p.0 = p.0.map(|c| c.saturating_sub(8))),
            true,
            false,
        );
        check(
            |page| (16..184).for_each(|x| page.put_pixel(x, 110, Rgb([250, 248, 243]))),
            true,
            false,
        );
        // Dark instead of light.
        check(imageops::invert, true, true);
        // Another size.
        check(|page| *page = RgbImage::new(200, 140), true, true);
    }
}
