//! Decodes the bytes of a page: by its byte order mark, as UTF-8, by its `meta` element, or by a
//! guess.

use std::borrow::Cow;

use cuttings_diagnostics::{Diagnostic, SourceFile};
use encoding_rs::Encoding;

use crate::File;

/// The bytes in which a page has to name its encoding.
const PRESCAN: usize = 1024;

/// Returns the text of a page, and a warning if its encoding is a guess.
pub(super) fn decode<'a>(
    file: &File<'a>,
) -> Result<(Cow<'a, str>, Option<Diagnostic>), Box<Diagnostic>> {
    let has_mark = Encoding::for_bom(file.bytes).is_some();
    if !has_mark
        && std::str::from_utf8(file.bytes).is_err()
        && let Some(encoding) = named(file.bytes)
    {
        let (text, _) = encoding.decode_without_bom_handling(file.bytes);
        return Ok((text, None));
    }
    let decoded = cuttings_corpus::decode(SourceFile { name: file.name, bytes: file.bytes })?;
    Ok((decoded.text, decoded.warning))
}

/// Returns the encoding that a page names: `<meta charset=…>` or `content="text/html; charset=…"`.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(bytes.get(..PRESCAN).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, after) = start.split_once("charset")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
    let label = value.get(..end.unwrap_or(value.len()))?;
    // A page that a parser could read so far is not UTF-16, whatever it says.
    Encoding::for_label(label.as_bytes()).map(Encoding::output_encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let (text, _) = decode(&File { name: "a.html", bytes }).unwrap();
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn a_page_names_its_encoding() {
        check(b"<meta charset=iso-8859-1><p>F\xe4hre", "Fähre");
        check(b"<meta content='text/html; charset=windows-1251'><p>\xcf\xe0\xf0\xee\xec", "Паром");
        check("<meta charset=iso-8859-1><p>Fähre".as_bytes(), "Fähre");
        check("\u{feff}<meta charset=iso-8859-1><p>Fähre".as_bytes(), "Fähre");
        check(b"<p>Die F\xe4hre kehrt zur\xfcck nach f\xfcnf Jahren", "Fähre");
    }
}
