//! Properties that hold for any input.

use cuttings_import::{Limits, import_all};
use proptest::prelude::*;

use crate::archive::packed;
use crate::pdf;

/// Pieces of HTML that interact.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td colspan=3>",
    "<td rowspan=9>",
    "</table>",
    "<h2 id=a>",
    "</h2>",
    "<blockquote>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<figure>",
    "<figcaption>",
    "</figure>",
    "<img src=a alt=b>",
    "<pre>",
    "<br>",
    "text and, more, text. ",
    "<div class=ad>",
    "</div>",
    "<svg>",
    "<template>",
    "<caption>",
    "<q>",
    "<script type=application/ld+json>",
    "</script>",
    "<select>",
    "<title>",
    "<hr>",
    "\u{1}\t",
    "<sub>",
    "The first boat left at dawn with forty people on board, and came back full in the evening. ",
];

/// A name for each kind of file.
const NAMES: &[&str] = &[
    "a", "a.bib", "a.csv", "a.eml", "a.html", "a.json", "a.mbox", "a.mhtml", "a.pdf", "a.ris",
    "a.rss", "a.txt", "a.zip",
];

/// Returns files of which single bytes are changed.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let page =
        pdf::page(1, &[("F2", 20, 80.0, "Ferry"), ("F1", 11, 120.0, "The first boat left.")]);
    let feed = "<rss><channel><title>C</title><item><title>A &amp; B</title><link>https://a.example/\
        </link><description><![CDATA[<p>Text</p>]]></description></item></channel></rss>";
    let bib = "@string{s = \"S\"}\n@article{a, author = {B, C and {D E}}, title = {{\\\"A}x}, journal = s # { T}, \
        year = 2024, month = may}\n";
    let mail = "From: =?utf-8?q?A=41?= <a@b.example>\nSubject: S\nMIME-Version: 1.0\nContent-Type: \
        multipart/mixed; boundary=B\n\n--B\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+eA==\n--B--\n";
    let ris = "TY  - JOUR\nTI  - A\nAU  - B, C\nPY  - 2024/05/16/\nER  - \n";
    let chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><title/><h1>A</h1><p>The first boat left.</p></html>";
    let document = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>\
        <w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>A</w:t></w:r></w:p></w:body></w:document>";
    vec![
        ("a.pdf", pdf::document(&[page], "<< /Title (T) >>")),
        ("a.rss", feed.into()),
        ("a.bib", bib.into()),
        ("a.eml", mail.into()),
        ("a.ris", ris.into()),
        ("a.zip", packed(&[("a.html", chapter.as_bytes()), ("b.md", b"# B\n\n[a](c.md)\n")])),
        (
            "a.docx",
            packed(&[("[Content_Types].xml", b""), ("word/document.xml", document.as_bytes())]),
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_page_panics(pieces in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let html: String = pieces.iter().map(|at| PIECES[*at]).collect();
        import_all([("a.html", html.as_bytes())], &Limits::default());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), kind in 0..NAMES.len()) {
        let name = NAMES[kind];
        import_all([(name, &*bytes)], &Limits::default());
    }

    #[test]
    fn no_change_of_a_file_panics(
        sample in 0..7_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let (name, mut bytes) = samples().swap_remove(sample);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        import_all([(name, &*bytes)], &Limits::default());
    }
}
