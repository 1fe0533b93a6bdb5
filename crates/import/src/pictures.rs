//! Names and measures the pictures that files hold.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use imagesize::ImageType;
use xxhash_rust::xxh64::xxh64;

use crate::item::PictureFile;

/// Smaller pictures only keep a place or count visits.
const MIN_SIDE: u32 = 8;

/// Base64 as browsers read it in URLs: padding may be missing.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Returns a picture with its path and its size, or `None` if browsers do not show its format or if
/// it is too small to be seen.
pub(crate) fn file(bytes: Vec<u8>) -> Option<PictureFile> {
    let (extension, size) = kind(&bytes)?;
    let path = format!("pictures/{:016x}.{extension}", xxh64(&bytes, 0));
    Some(PictureFile { path, bytes, size })
}

/// Returns the extension and the size of a picture.
fn kind(bytes: &[u8]) -> Option<(&'static str, (u32, u32))> {
    let extension = match imagesize::image_type(bytes).ok()? {
        ImageType::Gif => "gif",
        ImageType::Jpeg => "jpg",
        ImageType::Png => "png",
        ImageType::Webp => "webp",
        ImageType::Heif(imagesize::Compression::Av1) => "avif",
        _ => return None,
    };
    let size = imagesize::blob_size(bytes).ok()?;
    let side = |pixels: usize| u32::try_from(pixels).ok().filter(|pixels| *pixels >= MIN_SIDE);
    Some((extension, (side(size.width)?, side(size.height)?)))
}

/// Returns the contents of a `data:` URL.
pub(crate) fn decode_data_url(url: &str) -> Option<Vec<u8>> {
    let (head, data) = strip_data_scheme(url)?.split_once(',')?;
    if head.trim_end().to_ascii_lowercase().ends_with(";base64") {
        let bytes: Vec<u8> = match data.contains('%') {
            true => percent_encoding::percent_decode_str(data).collect(),
            false => data.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect(),
        };
        return BASE64.decode(bytes).ok();
    }
    Some(percent_encoding::percent_decode_str(data).collect())
}

/// Returns whether an address is a `data:` URL.
pub(crate) fn is_data_url(url: &str) -> bool {
    strip_data_scheme(url).is_some()
}

fn strip_data_scheme(url: &str) -> Option<&str> {
    let url = url.trim_start();
    let (scheme, rest) = url.split_at_checked(5)?;
    scheme.eq_ignore_ascii_case("data:").then_some(rest)
}

/// Returns whether browsers show a picture with these contents, and readers can see it.
pub(crate) fn is_picture(bytes: &[u8]) -> bool {
    kind(bytes).is_some()
}
