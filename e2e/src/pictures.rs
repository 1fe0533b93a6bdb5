//! Pictures of pages beside those that are kept in `e2e/pictures`: half the size, in few colours, each with a note of what
//! drew it.
//!
//! Letters are drawn by the machine's fonts and its browser, so a picture is compared strictly where both are as they were
//! when it was kept: no spot of a few pixels may have another colour. Elsewhere lines break in other places, and only what
//! stands roughly where, in which colours, is compared.

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

use crate::page::{Page, project, shots};

/// What drew a picture's letters: the browser, and how one line of each of the page's typefaces comes out.
const DRAWN_BY: &str = "
    const faces = [document.documentElement, document.querySelector('button, nav, p')].map(element => getComputedStyle(element).fontFamily);
    const canvas = new OffscreenCanvas(600, 60 * faces.length);
    const context = canvas.getContext('2d');
    faces.forEach((face, nth) => {
        ['400', '600', 'italic 400'].forEach((style, at) => {
            context.font = `${style} 20px ${face}`;
            context.fillText('Hamburgefonstiv 0123456789', 200 * at, 40 + 60 * nth);
        });
    });
    let hash = 0x811c9dc5; // FNV-1a
    for (const byte of context.getImageData(0, 0, canvas.width, canvas.height).data)
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    const version = navigator.userAgent.match(/Chrom\\w+\\/\\d+/)?.[0] ?? navigator.userAgent;
    return `${version}, letters ${hash.toString(16)}`;
";

/// The entry of a PNG that says what drew it.
const NOTE: &str = "Software";

/// How far apart the values are that a channel of a kept picture can have: far enough that a page of text has fewer than 256
/// colours, which pack well.
const STEP: u8 = 8;

/// How alike two pictures have to be: the mean colours of squares that lie side by side are compared.
#[derive(Clone, Copy, Debug)]
struct Strictness {
    /// The side of a square, in pixels of the page.
    square: u32,
    /// How far a channel of the mean may be off, of 255.
    tolerance: u8,
    /// How many squares of ten thousand may be further off.
    allowed: usize,
}

/// Between pictures of the same letters, which differ by as much as the kept one was rounded, and now and then by a dot where
/// a browser draws an edge between two.
const STRICT: Strictness = Strictness { square: 2, tolerance: STEP - 1, allowed: 1 };

/// Between pictures of other letters.
const ROUGH: Strictness = Strictness { square: 64, tolerance: 48, allowed: 500 };

/// A picture, and what drew it.
struct Picture {
    pixels: RgbImage,
    drawn_by: String,
}

/// Why two pictures are not taken for the same.
enum Difference {
    Size,
    Squares { strictness: Strictness, unlike: Vec<(u32, u32)>, of: usize },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::Size => f.write_str("it has another size"),
            Difference::Squares { strictness, unlike, of } => {
                let side = strictness.square;
                write!(f, "{} of {of} squares of {side} pixels have another colour", unlike.len())
            }
        }
    }
}

impl Picture {
    /// A picture of half a screenshot's size.
    fn of(shot: &[u8], drawn_by: &str) -> Result<Picture, String> {
        let shot = image::load_from_memory(shot).map_err(|error| error.to_string())?.into_rgb8();
        let pixels = imageops::thumbnail(&shot, shot.width() / 2, shot.height() / 2);
        Ok(Picture { pixels, drawn_by: drawn_by.to_owned() })
    }

    fn read(path: &Path) -> Result<Picture, String> {
        let complain = |error: &dyn fmt::Display| format!("{}: {error}", path.display());
        let file = || File::open(path).map(BufReader::new).map_err(|error| complain(&error));
        let reader = png::Decoder::new(file()?).read_info().map_err(|error| complain(&error))?;
        let notes = &reader.info().uncompressed_latin1_text;
        let drawn_by = notes.iter().find(|note| note.keyword == NOTE).map(|note| note.text.clone());
        let pixels =
            image::load(file()?, image::ImageFormat::Png).map_err(|error| complain(&error))?;
        Ok(Picture { pixels: pixels.into_rgb8(), drawn_by: drawn_by.unwrap_or_default() })
    }

    fn write(&self, path: &Path) -> Result<(), String> {
        let written = || -> Result<(), Box<dyn Error>> {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            let file = BufWriter::new(File::create(path)?);
            let mut encoder = png::Encoder::new(file, self.pixels.width(), self.pixels.height());
            encoder.set_compression(png::Compression::High);
            encoder.add_text_chunk(NOTE.to_owned(), self.drawn_by.clone())?;
            let plain: Vec<[u8; 3]> =
                self.pixels.pixels().map(|pixel| pixel.0.map(nearest_level)).collect();
            let colours = BTreeSet::from_iter(plain.iter().copied());
            let numbers: BTreeMap<[u8; 3], u8> = colours.iter().copied().zip(0..=u8::MAX).collect();
            if numbers.len() == colours.len() {
                encoder.set_color(png::ColorType::Indexed);
                encoder.set_palette(colours.into_iter().flatten().collect::<Vec<u8>>());
                encoder.set_filter(png::Filter::NoFilter); // neighbours in a palette have nothing in common
                let indices: Vec<u8> = plain.iter().map(|pixel| numbers[pixel]).collect();
                Ok(encoder.write_header()?.write_image_data(&indices)?)
            } else {
                encoder.set_color(png::ColorType::Rgb);
                Ok(encoder.write_header()?.write_image_data(plain.as_flattened())?)
            }
        };
        written().map_err(|error| format!("{}: {error}", path.display()))
    }

    /// What tells this picture from one that was kept.
    fn differs_from(&self, kept: &Picture) -> Option<Difference> {
        if self.pixels.dimensions() != kept.pixels.dimensions() {
            return Some(Difference::Size);
        }
        let strictness = if self.drawn_by == kept.drawn_by { STRICT } else { ROUGH };
        let (mine, theirs) = (squares(&self.pixels, strictness), squares(&kept.pixels, strictness));
        let unlike: Vec<(u32, u32)> = mine
            .enumerate_pixels()
            .zip(theirs.pixels())
            .filter(|((_, _, one), other)| far(one, other) > strictness.tolerance)
            .map(|((x, y, _), _)| (x, y))
            .collect();
        let of = mine.pixels().len();
        (unlike.len() * 10_000 > strictness.allowed * of).then_some(Difference::Squares {
            strictness,
            unlike,
            of,
        })
    }
}

/// The mean colours of a picture's squares.
fn squares(pixels: &RgbImage, strictness: Strictness) -> RgbImage {
    let (width, height) = pixels.dimensions();
    let side = strictness.square / 2;
    imageops::thumbnail(pixels, width.div_ceil(side), height.div_ceil(side))
}

/// The nearest of the values that a channel of a kept picture can have.
fn nearest_level(channel: u8) -> u8 {
    channel.saturating_add(STEP / 2) / STEP * STEP
}

fn far(one: &Rgb<u8>, other: &Rgb<u8>) -> u8 {
    one.0.iter().zip(other.0).map(|(one, other)| one.abs_diff(other)).max().unwrap_or_default()
}

/// What draws the letters of the page that is shown.
#[track_caller]
pub(crate) fn drawn_by(page: &Page) -> String {
    page.script(DRAWN_BY).as_str().unwrap_or_default().to_owned()
}

/// Where a kept picture is.
pub(crate) fn kept(name: &str) -> PathBuf {
    folder().join(format!("{name}.png"))
}

/// Where the kept pictures are.
pub(crate) fn folder() -> PathBuf {
    project().join("e2e/pictures")
}

/// Compares a screenshot with the picture that is kept under a name, or keeps it in its place where that was asked for and
/// the two differ.
pub(crate) fn compare(name: &str, shot: &[u8], drawn_by: &str, update: bool) -> Result<(), String> {
    let now = Picture::of(shot, drawn_by)?;
    let path = kept(name);
    let kept = Picture::read(&path);
    let as_kept = kept.as_ref().is_ok_and(|kept| kept.drawn_by == now.drawn_by);
    let difference = match &kept {
        Ok(kept) => match now.differs_from(kept) {
            None if as_kept || !update => return Ok(()),
            None => "it was kept on another machine".to_owned(),
            Some(difference) => difference.to_string(),
        },
        Err(error) => error.clone(),
    };
    if update {
        return now.write(&path);
    }
    let shown = shots().join(format!("failed/{name}.png"));
    if let Ok(kept) = &kept {
        let _ = fs::create_dir_all(shots().join("failed"));
        side_by_side(kept, &now).save(&shown).map_err(|error| error.to_string())?;
    }
    Err(format!("{name}: {difference}; kept, now and what differs: {}", shown.display()))
}

/// The picture that was kept, the one there is now, and that one faint with what differs in red.
fn side_by_side(kept: &Picture, now: &Picture) -> RgbImage {
    const GAP: u32 = 8;
    const RED: Rgb<u8> = Rgb([200, 0, 0]);
    let mut third = RgbImage::from_fn(now.pixels.width(), now.pixels.height(), |x, y| {
        Rgb(now.pixels.get_pixel(x, y).0.map(|channel| channel / 4 + 128))
    });
    if let Some(Difference::Squares { strictness, unlike, .. }) = now.differs_from(kept) {
        let mut marks = squares(&third, strictness);
        marks.pixels_mut().for_each(|mark| *mark = Rgb([0; 3]));
        unlike.iter().for_each(|(x, y)| marks.put_pixel(*x, *y, RED));
        let marks = imageops::resize(&marks, third.width(), third.height(), FilterType::Nearest);
        for (pixel, _) in third.pixels_mut().zip(marks.pixels()).filter(|(_, mark)| **mark == RED) {
            *pixel = Rgb([255, pixel.0[1] / 2, pixel.0[2] / 2]);
        }
    }
    let parts = [&kept.pixels, &now.pixels, &third];
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

    /// A page of 200 by 120 pixels with a column of text and a rule below it, changed by `change`.
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
        page.write_to(&mut png, image::ImageFormat::Png).expect("a picture");
        png.into_inner()
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut RgbImage), strictly: bool, roughly: bool) {
        let file = std::env::temp_dir().join(format!("cuttings-picture-{:p}.png", &change));
        Picture::of(&page(|_| {}), "one").and_then(|kept| kept.write(&file)).expect("a file");
        let kept = Picture::read(&file).expect("a picture");
        fs::remove_file(&file).expect("a file");
        assert_eq!(kept.drawn_by, "one");
        let shot = page(change);
        let unlike = |drawn_by| {
            Picture::of(&shot, drawn_by).expect("a picture").differs_from(&kept).is_some()
        };
        assert_eq!((unlike("one"), unlike("other")), (strictly, roughly));
    }

    #[test]
    fn what_changed_is_seen() {
        check(|_| {}, false, false);
        // A text that stands two pixels further down; a ground that is a shade darker; a rule that is gone.
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
        // Dark in place of light.
        check(imageops::invert, true, true);
        // Another size.
        check(|page| *page = RgbImage::new(200, 140), true, true);
    }
}
