//! Pages as MHTML.

use crate::print::imported;
use insta::assert_snapshot;

#[test]
fn pages_come_with_their_pictures() {
    let long = "The first boat left the harbour at dawn with forty people on board, and it came back =\r\n\
        full in the evening, as the harbour master, who had waited for nine years, told us.";
    let mhtml = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/x/ferry\r\n\
         Subject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\t\
         boundary=\"----B\"\r\n\r\n\r\n------B\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n\
         Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/x/ferry\r\n\r\n\
         <html lang=3Den><title>Ferry</title><article><h1>Ferry</h1><p>F=C3=A4hre. {long}</p>\r\n\
         <figure><img src=3D\"boat.png\" alt=3D\"A boat\"></figure><p>{long} Twice.</p>\
         <figure><img src=3D\"cid:two@x\" alt=3D\"The same\"></figure></article></html>\r\n\r\n\
         ------B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Location: https://a.example/x/boat.png\r\n\r\n{PNG}\r\n\
         ------B\r\nContent-Type: image/png\r\nContent-ID: <two@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n\
         {PNG}\r\n------B--\r\n"
    );
    assert_snapshot!(imported("ferry.mhtml", mhtml.as_bytes()), @r#"
    # Ferry [Articles] ferry.mhtml
    url: https://a.example/x/ferry
    language: en
    p "Fähre. The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    picture pictures/3485487f98c5d7a8.png “A boat” ""
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Twice."
    picture pictures/3485487f98c5d7a8.png “The same” ""
    pictures/3485487f98c5d7a8.png (16, 16) 79 bytes
    "#);
    assert_snapshot!(imported("ferry.mht", b"MIME-Version: 1.0\r\n\r\nx"), @r#"ferry.mht:1: error: This file holds no page. Save the page again, as a single file."#);
}

const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR4nGNkYPjPQApgIkn1qIZRDQAuzgEgVNWw6AAAAABJRU5ErkJggg==";
