//! Decodes the bytes of a file: UTF-8, UTF-16, or the 8-bit encoding that a detector finds.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use cuttings_diagnostics::{Diagnostic, Origin, Severity, SourceFile};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::source;

/// The number of bytes at the start of a file that show whether it is UTF-16 or no text at all.
const SAMPLE_BYTES: usize = 4096;

/// A decoded file.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text without a byte order mark.
    pub text: Cow<'a, str>,
    /// A warning if the encoding is a guess or if bytes are invalid.
    pub warning: Option<Diagnostic>,
}

/// Decodes a seed.
///
/// # Errors
/// If the file is not text.
pub fn decode(file: SourceFile<'_>) -> Result<Decoded<'_>, Box<Diagnostic>> {
    let error = match std::str::from_utf8(file.bytes) {
        Ok(text) if !looks_like_utf_16(file.bytes) => {
            let text = Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text));
            return Ok(Decoded { text, warning: None });
        }
        Ok(_) => None,
        Err(error) => Some(error),
    };
    if let Some((encoding, marked)) = unicode_encoding(file.bytes) {
        let (text, had_errors) = encoding.decode_with_bom_removal(file.bytes);
        let warning = match (marked, had_errors) {
            (true, false) => None,
            (_, true) => Some(format!("This {} has invalid parts.", encoding.name())),
            (false, false) => Some(format!("This file is read as {}.", encoding.name())),
        };
        return Ok(decoded(file, text, warning.map(|warning| (warning, encoding.name()))));
    }
    if is_binary(file.bytes) {
        let message = "This file is not text. Remove it, or save its text as UTF-8.";
        let origin = Origin::new(file.name, 1);
        return Err(Box::new(Diagnostic::new(origin, Severity::Error, message)));
    }
    let text = String::from_utf8_lossy(file.bytes);
    if has_utf_8_mark(file.bytes) || is_mostly_utf_8(&text) {
        let at = error.map_or(0, |error| error.valid_up_to());
        let line =
            source::line_of(&String::from_utf8_lossy(file.bytes.get(..at).unwrap_or_default()), at);
        let message = format!(
            "This file has bytes that are not UTF-8, the first in line {line}; each is replaced by \
             \u{fffd}. Save it again as UTF-8."
        );
        let text = match text.strip_prefix('\u{feff}') {
            Some(unmarked) => Cow::Owned(unmarked.to_owned()),
            None => text,
        };
        return Ok(decoded(file, text, Some((message, "UTF-8 with invalid bytes"))));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(file.bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(file.bytes);
    let message = format!(
        "This file is not UTF-8; it is read as {}. Look at its accented letters, and save it again \
         as UTF-8.",
        encoding.name()
    );
    Ok(decoded(file, text, Some((message, encoding.name()))))
}

/// Decodes a file of settings, which has to be UTF-8.
///
/// # Errors
/// If a byte is invalid, with its line.
pub(crate) fn decode_utf_8(file: SourceFile<'_>) -> Result<&str, Box<Diagnostic>> {
    let error = match std::str::from_utf8(file.bytes) {
        Ok(text) => return Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => error,
    };
    let offset = error.valid_up_to();
    let (valid, invalid) = file.bytes.split_at(offset);
    let valid = std::str::from_utf8(valid).unwrap_or_default();
    let byte = invalid.first().copied().unwrap_or_default();
    let message = format!(
        "This file is not UTF-8 text: byte {byte:#04x} at offset {offset} is invalid. Save it \
         again as UTF-8."
    );
    let origin = Origin::new(file.name, source::line_of(valid, valid.len()));
    Err(Box::new(Diagnostic::new(origin, Severity::Error, message)))
}

fn decoded<'a>(
    file: SourceFile<'_>,
    text: Cow<'a, str>,
    warning: Option<(String, &'static str)>,
) -> Decoded<'a> {
    let warning = warning.map(|(message, encoding)| {
        Diagnostic::new(Origin::new(file.name, 1), Severity::Warning, message)
            .in_group(format!("read as {encoding}; check the accented letters"))
    });
    Decoded { text, warning }
}

/// Returns the Unicode encoding that a byte order mark names (true) or zero bytes suggest (false).
fn unicode_encoding(bytes: &[u8]) -> Option<(&'static Encoding, bool)> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes).filter(|(it, _)| *it != UTF_8) {
        return Some((encoding, true));
    }
    if has_utf_8_mark(bytes) {
        return None;
    }
    let sample = sample(bytes);
    let zeros =
        |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    let pairs = sample.len() / 2;
    // Most characters of an alphabet have a zero byte. One in four has in text with few spaces.
    match () {
        () if pairs == 0 || bytes.len() % 2 == 1 => None,
        () if high_first > pairs / 4 && low_first * 10 < high_first => Some((UTF_16BE, false)),
        () if low_first > pairs / 4 && high_first * 10 < low_first => Some((UTF_16LE, false)),
        () => None,
    }
}

/// Returns whether valid UTF-8 is UTF-16 all the same: of ASCII letters with zero bytes between.
///
/// At least three in four characters have to be such letters. A zero byte or two in a short text
/// would otherwise turn the letters around them into Chinese ones.
fn looks_like_utf_16(bytes: &[u8]) -> bool {
    let sample = sample(bytes);
    let zeros = sample.iter().filter(|byte| **byte == 0).count();
    zeros * 8 >= sample.len() * 3 && zeros > 0 && unicode_encoding(bytes).is_some()
}

fn has_utf_8_mark(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding == UTF_8)
}

/// Returns whether bytes that are not Unicode are no text in an 8-bit encoding either.
fn is_binary(bytes: &[u8]) -> bool {
    let is_control = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    let sample = sample(bytes);
    let controls = sample.iter().filter(|byte| is_control(**byte)).count();
    sample.contains(&0) || controls * 50 > sample.len()
}

/// Returns whether a text with replacement characters has many more letters outside of ASCII.
fn is_mostly_utf_8(text: &str) -> bool {
    let replaced = text.matches(char::REPLACEMENT_CHARACTER).count();
    text.chars().filter(|c| !c.is_ascii()).count() > 4 * replaced
}

fn sample(bytes: &[u8]) -> &[u8] {
    bytes.get(..SAMPLE_BYTES).unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str, warning: Option<&str>) {
        let decoded = decode(SourceFile { name: "t", bytes }).unwrap();
        assert_eq!(decoded.text, expected);
        let message = decoded.warning.map(|it| it.message);
        match warning {
            Some(part) => {
                assert!(message.as_ref().is_some_and(|it| it.contains(part)), "{message:?}");
            }
            None => assert_eq!(message, None),
        }
    }

    fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn utf_8_is_read_with_and_without_a_mark() {
        check("Fähre".as_bytes(), "Fähre", None);
        check("\u{feff}Fähre".as_bytes(), "Fähre", None);
        check(b"", "", None);
        check(b"\xef\xbb\xbf", "", None);
    }

    #[test]
    fn utf_16_is_read_with_and_without_a_mark() {
        let text = "Die Fähre kehrt zurück";
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            check(&utf_16(&format!("\u{feff}{text}"), to_bytes), text, None);
            check(&utf_16(text, to_bytes), text, Some("read as UTF-16"));
        }
        check(&utf_16("plain letters", u16::to_le_bytes), "plain letters", Some("UTF-16LE"));
    }

    #[test]
    fn a_zero_byte_in_a_short_text_does_not_make_it_utf_16() {
        check(b"sQ\0\x0b", "sQ\0\x0b", None);
        check(b"\0bcdefgh", "\0bcdefgh", None);
        // "’" is a control character and a space if read as UTF-8.
        let text = "The harbour’s board “met”";
        check(&utf_16(text, u16::to_le_bytes), text, Some("UTF-16LE"));
    }

    #[test]
    fn a_mark_of_utf_8_decides_whatever_the_bytes_look_like() {
        check(b"\xef\xbb\xbfF\0\0\0F\0", "F\0\0\0F\0", None);
        check(b"\xef\xbb\xbfF\xe4hre", "F\u{fffd}hre", Some("not UTF-8"));
    }

    #[test]
    fn legacy_encodings_are_detected_with_a_warning_that_names_them() {
        check(
            b"Die F\xe4hre kehrt zur\xfcck nach f\xfcnf Jahren",
            "Die Fähre kehrt zurück nach fünf Jahren",
            Some("windows-1252"),
        );
        let (russian, _, _) =
            encoding_rs::WINDOWS_1251.encode("Паром вернулся на северный маршрут после девяти лет");
        check(
            &russian,
            "Паром вернулся на северный маршрут после девяти лет",
            Some("windows-1251"),
        );
        let (japanese, _, _) =
            encoding_rs::SHIFT_JIS.encode("北海道の新しい船が今朝、港に着いた。");
        check(&japanese, "北海道の新しい船が今朝、港に着いた。", Some("Shift_JIS"));
    }

    #[test]
    fn a_damaged_byte_in_utf_8_does_not_change_the_encoding() {
        let bytes =
            [("Fähre über Öl, größer, für später und überall".as_bytes()), b"\xff"].concat();
        check(&bytes, "Fähre über Öl, größer, für später und überall\u{fffd}", Some("line 1"));
    }

    #[test]
    fn binary_files_are_errors() {
        for bytes in [&b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"[..], &[0xff; 8][..4], b"\x80\0\x01"] {
            let decoded = decode(SourceFile { name: "t", bytes });
            if let Ok(decoded) = decoded {
                assert!(decoded.warning.is_some(), "{bytes:?}");
            }
        }
        assert!(
            decode(SourceFile { name: "t", bytes: b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" }).is_err()
        );
    }

    #[test]
    fn invalid_bytes_in_settings_are_reported_with_line_and_offset() {
        for (bytes, line, offset) in [
            (&b"\xff"[..], 1, "offset 0 "),
            (b"one\r\ntwo\rthr\xe9e", 3, "offset 12 "),
            (b"one\ntwo\n\xe9", 3, "offset 8 "),
        ] {
            let error = decode_utf_8(SourceFile { name: "t", bytes }).unwrap_err();
            assert_eq!(error.origin.line, line, "{error}");
            assert!(error.message.contains(offset), "{error}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_decoded_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            let _ = decode(SourceFile { name: "t", bytes: &bytes });
        }
    }
}
