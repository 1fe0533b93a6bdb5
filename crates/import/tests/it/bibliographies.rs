//! Bibliographies.

use crate::print::imported;
use insta::assert_snapshot;

#[test]
fn csl_json_is_read() {
    let json = r#"[{"id":"a","type":"article-journal","title":"Ferry <i>Returns</i>",
        "author":[{"family":"Okonkwo","given":"Ada"},{"family":"Berg","given":"Bo","non-dropping-particle":"von"},
        {"literal":"Harbour Board"}],
        "issued":{"date-parts":[[2024,5,16]]},"container-title":"The Coast","DOI":"10.1/abc","volume":"3",
        "page":"1-9","abstract":"The first boat left at dawn.\n\nIt came back full.","keyword":"boats, tides",
        "language":"en","note":"Read again"},
        {"id":"b","type":"book","title":"Tides","issued":{"raw":"1999"},"URL":"https://b.example/t"},
        {"id":"c","type":"book"}]"#;
    assert_snapshot!(imported("library.json", json.as_bytes()), @r#"
    # Ferry Returns [Articles] library.json
    authors: Ada Okonkwo, Bo von Berg, {Harbour Board}
    date: 2024-05-16
    source: The Coast
    url: https://doi.org/10.1/abc
    tags: boats, tides
    language: en
    type: article-journal
    volume: 3
    pages: 1-9
    doi: 10.1/abc
    p "The first boat left at dawn."
    p "It came back full."
    @ None "" "Read again" []
    # Tides [Articles] library.json
    date: 1999
    url: https://b.example/t
    type: book
    library.json:1: warning: An entry without a title and an address is left out.
    "#);
}

#[test]
fn ris_is_read() {
    let ris = "TY  - JOUR\r\nTI  - Ferry Returns\r\nAU  - Okonkwo, Ada\r\nAU  - Berg, Bo, Jr.\r\nAU  - Harbour Board\r\n\
        PY  - 2024/05/16/\r\nT2  - The Coast\r\nVL  - 3\r\nSP  - 1\r\nEP  - 9\r\nUR  - https://a.example/ferry\r\n\
        KW  - boats\r\nKW  - tides\r\nAB  - The first boat left at dawn.\r\nIt came back full.\r\nN1  - Read again\r\nER  - \r\n\r\n\
        TY  - BOOK\r\nT1  - Tides\r\nY1  - 1999\r\nPB  - Quay Press\r\nDO  - https://doi.org/10.1/abc\r\n\
        TY  - BOOK\r\nAU  - Nobody\r\nER  - \r\n";
    assert_snapshot!(imported("library.ris", ris.as_bytes()), @r#"
    # Ferry Returns [Articles] library.ris
    authors: Ada Okonkwo, Bo Berg Jr., Harbour Board
    date: 2024-05-16
    source: The Coast
    url: https://a.example/ferry
    tags: boats, tides
    type: JOUR
    volume: 3
    pages: 1-9
    p "The first boat left at dawn. It came back full."
    @ None "" "Read again" []
    # Tides [Articles] library.ris
    date: 1999
    source: Quay Press
    url: https://doi.org/10.1/abc
    type: BOOK
    publisher: Quay Press
    doi: 10.1/abc
    library.ris:24: warning: An entry without a title and an address is left out.
    "#);
    assert_snapshot!(imported("library.ris", b"no entries"), @r#"library.ris:1: error: This file has no entries in RIS. Export it again."#);
}

#[test]
fn bibtex_is_read() {
    let bib = "@string{coast = \"The Coast\"}\n@comment{x}\n\
        @article{okonkwo2024,\n  title = {Ferry {R}eturns to K{\\\"u}ste},\n  author = {Okonkwo, Ada and Bo von Berg and {Harbour Board}},\n\
          journal = coast, year = 2024, month = may, day = 16, volume = {3}, number = 2, pages = {1--9},\n\
          doi = {10.1/abc}, keywords = {boats, tides}, abstract = {The first boat left at dawn.}, note = {Read again}\n}\n\
        @book{tides, title = \"Tides\", editor = {Bo Berg}, date = {1999-03}, url = {https://b.example/t}, publisher = {Quay \\& Press}}\n";
    assert_snapshot!(imported("library.bib", bib.as_bytes()), @r#"
    # Ferry Returns to Küste [Articles] library.bib
    authors: Ada Okonkwo, Bo von Berg, {Harbour Board}
    date: 2024-05-16
    source: The Coast
    url: https://doi.org/10.1/abc
    tags: boats, tides
    type: article
    volume: 3
    issue: 2
    pages: 1–9
    doi: 10.1/abc
    p "The first boat left at dawn."
    @ None "" "Read again" []
    # Tides [Articles] library.bib
    authors: Bo Berg
    date: 1999-03
    source: Quay & Press
    url: https://b.example/t
    type: book
    publisher: Quay & Press
    "#);
}

#[test]
fn a_mistake_costs_one_entry() {
    let bib = "@string{coast = \"The Coast\"}\n@article{a, title = {Ferry}, journal = coast, year = 2024}\n\
        @article{b, title = {Tides}, journal = harbours}\n@book{c, title = {open\n@book{d, title = {Quay}}\n";
    assert_snapshot!(imported("library.bib", bib.as_bytes()), @r#"
    # Ferry [Articles] library.bib
    date: 2024
    source: The Coast
    type: article
    # Quay [Articles] library.bib
    type: book
    library.bib:3: warning: The entry “b” is left out: unknown abbreviation "harbours": 69-77.
    library.bib:4: warning: The entry “c” is left out: unexpected end of file: 53-53.
    "#);
    let deep = format!("@book{{a, title = {}x{}}}", "{".repeat(100_000), "}".repeat(100_000));
    assert_snapshot!(imported("deep.bib", deep.as_bytes()), @r#"
    deep.bib:1: warning: The entry “a” is left out: braces are nested too deep.
    deep.bib:1: error: This file has no entries in BibTeX. Export it again.
    "#);
}
