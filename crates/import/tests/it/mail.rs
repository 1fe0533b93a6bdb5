//! E-mails and mailboxes.

use crate::print::imported;
use insta::assert_snapshot;

const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR4nGNkYPjPQApgIkn1qIZRDQAuzgEgVNWw6AAAAABJRU5ErkJggg==";

fn newsletter() -> String {
    format!(
        "From: =?utf-8?q?Ada_Ok=C3=B6nkwo?= <ada@a.example>\r\nTo: me@b.example\r\n\
         Subject: =?utf-8?B?RsOkaHJlIGtlaHJ0IHp1csO8Y2s=?=\r\nDate: Thu, 16 May 2024 08:00:00 +0200\r\n\
         List-Id: The Coast Weekly <coast.a.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: multipart/alternative; boundary=C\r\n\r\n\
         --C\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nText only\r\n\
         --C\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         <html><body><div style=3D\"display:none\">Preview</div><table><tr><td><h1>F=E4hre kehrt zur=FCck</h1>\r\n\
         <p>The first boat left at dawn with forty people on board, and it ca=\r\nme back full.</p>\r\n\
         <p><img src=3D\"cid:boat@a\" alt=3D\"A boat\"></p><p><a href=3D\"https://a.example/u\">Unsubscribe</a></p>\
         <img src=3D\"https://a.example/open.gif\" width=3D1></td></tr></table></body></html>\r\n--C--\r\n\
         --B\r\nContent-Type: image/png\r\nContent-ID: <boat@a>\r\nContent-Transfer-Encoding: base64\r\n\r\n{PNG}\r\n--B--\r\n"
    )
}

#[test]
fn newsletters_come_with_their_pictures() {
    assert_snapshot!(imported("coast.eml", newsletter().as_bytes()), @r#"
    # Fähre kehrt zurück [Articles] coast.eml
    authors: Ada Okönkwo
    date: 2024-05-16
    p "The first boat left at dawn with forty people on board, and it came back full."
    p "A boat"
        "A boat" Picture(Picture { path: "pictures/3485487f98c5d7a8.png", alt: "A boat", size: Some((16, 16)) })
    p "Unsubscribe"
        "Unsubscribe" https://a.example/u
    pictures/3485487f98c5d7a8.png (16, 16) 79 bytes
    "#);
}

#[test]
fn plain_text_becomes_paragraphs() {
    let mail = "From: bo@b.example\r\nSubject: Tides\r\nDate: Fri, 17 May 2024 23:30:00 -0800\r\n\
        Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\
        VGhlIGZpcnN0IGJvYXQgbGVmdCB0aGUgaGFyYm91ciBhdCBkYXduIHdpdGggZm9ydHkgcGVv\r\n\
        cGxlCm9uIGJvYXJkLgoKPiBXaGVuPwoKQXQgc2l4Lgo=\r\n";
    assert_snapshot!(imported("tides.eml", mail.as_bytes()), @r#"
    # Tides [Articles] tides.eml
    date: 2024-05-17
    p "The first boat left the harbour at dawn with forty people on board."
    > p "When?"
    p "At six."
    "#);
    assert_snapshot!(imported("x.eml", b"no mail"), @r#"x.eml:1: error: This mail has neither a sender nor a subject. Export it again."#);
}

#[test]
fn mailboxes_hold_mails_one_after_the_other() {
    let mbox = format!(
        "From 1@xxx Thu May 16 08:00:00 2024\r\nX-Gmail-Labels: Inbox,Opened,Starred,boats\r\n{}\r\n\
         From 2@xxx Fri May 17 08:00:00 2024\nFrom: Bo Berg <bo@b.example>\nSubject: Quay\n\n\
         >From the quay one sees the sea.\nFrom here, too.\n\n\
         From 3@xxx Fri May 17 08:00:00 2024\n\nnothing\n",
        newsletter()
    );
    assert_snapshot!(imported("all.mbox", mbox.as_bytes()), @r#"
    # Fähre kehrt zurück [Articles] all.mbox
    authors: Ada Okönkwo
    date: 2024-05-16
    tags: boats
    state: read, favourite
    p "The first boat left at dawn with forty people on board, and it came back full."
    p "A boat"
        "A boat" Picture(Picture { path: "pictures/3485487f98c5d7a8.png", alt: "A boat", size: Some((16, 16)) })
    p "Unsubscribe"
        "Unsubscribe" https://a.example/u
    # Quay [Articles] all.mbox
    authors: Bo Berg
    p "From the quay one sees the sea.\nFrom here, too."
    pictures/3485487f98c5d7a8.png (16, 16) 79 bytes
    all.mbox:42: error: This mail has neither a sender nor a subject. Export it again.
    "#);
    assert_snapshot!(imported("Takeout/All mail", mbox.as_bytes()).lines().next().unwrap(), @r#"# Fähre kehrt zurück [Articles] Takeout/All mail"#);
    assert_snapshot!(imported("all.mbox", b"no mails"), @r#"all.mbox:1: error: This file is no mailbox: no line begins with “From ”."#);
}
