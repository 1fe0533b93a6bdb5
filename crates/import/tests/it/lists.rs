//! Tables and lists of saved addresses.

use crate::print::imported;
use insta::assert_snapshot;

#[test]
fn pocket_tables_are_read_in_any_order_of_columns() {
    let newer = "title,url,time_added,tags,status\n\
        \"Ferry, again\",https://a.example/ferry,1592000000,boats|to read,unread\n\
        https://a.example/tides?x=1,https://a.example/tides?x=1,1592000000,,archive\n\
        No address,,1592000000,,unread\nScript,javascript:alert(1),1592000000,,unread\n";
    assert_snapshot!(imported("part_000000.csv", newer.as_bytes()), @r#"
    # Ferry, again [Articles] part_000000.csv
    url: https://a.example/ferry
    tags: boats, to read
    saved: 2020-06-12
    # a.example/tides [Articles] part_000000.csv
    url: https://a.example/tides?x=1
    state: read, archived
    saved: 2020-06-12
    part_000000.csv:4: warning: “No address” has no address, so it is left out.
    part_000000.csv:5: warning: “javascript:alert(1)” is not an address of the web, so this entry is left out.
    "#);
    let older = "url,title,tags,cursor,time_added,status\n\
        https://a.example/ferry,\"Ferry\nReturns\",boats,12,1592000000,archive\n";
    assert_snapshot!(imported("pocket.csv", older.as_bytes()), @r#"
    # Ferry Returns [Articles] pocket.csv
    url: https://a.example/ferry
    tags: boats
    state: read, archived
    saved: 2020-06-12
    "#);
}

#[test]
fn pocket_lists_are_read() {
    let html = "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>\
        <li><a href=\"https://a.example/ferry\" time_added=\"1592000000\" tags=\"boats,to read\">Ferry</a></li>\
        </ul><h1>Read Archive</h1><ul><li><a href=\"https://a.example/t\" time_added=\"1592000000\" tags=\"\">T</a>\
        </li></ul></body></html>";
    assert_snapshot!(imported("ril_export.html", html.as_bytes()), @r#"
    # Ferry [Articles] ril_export.html
    url: https://a.example/ferry
    tags: boats, to read
    saved: 2020-06-12
    # T [Articles] ril_export.html
    url: https://a.example/t
    state: read, archived
    saved: 2020-06-12
    "#);
}

#[test]
fn bookmarks_of_browsers_are_read() {
    let html = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>\
        <DL><p><DT><H3>Harbours</H3><DL><p><DT><A HREF=\"https://a.example/f\" ADD_DATE=\"1592000000\">Ferry</A>\
        </DL><p></DL><p>";
    assert_snapshot!(imported("bookmarks.html", html.as_bytes()), @r#"
    # Ferry [Harbours] bookmarks.html
    url: https://a.example/f
    saved: 2020-06-12
    "#);
}

#[test]
fn instapaper_tables_are_read() {
    let csv = "URL,Title,Selection,Folder,Timestamp,Tags\n\
        https://a.example/ferry,Ferry,\"The first boat\",Unread,1592000000,\"[\"\"boats\"\",\"\"tides\"\"]\"\n\
        https://a.example/t,Tides,,Archive,1592000000,[]\n\
        https://a.example/u,Quay,,Harbours,1592000000,\n\
        https://a.example/v,Pier,,Starred,1592000000,\n";
    assert_snapshot!(imported("instapaper-export.csv", csv.as_bytes()), @r#"
    # Ferry [Articles] instapaper-export.csv
    standfirst: The first boat
    url: https://a.example/ferry
    tags: boats, tides
    saved: 2020-06-12
    # Tides [Articles] instapaper-export.csv
    url: https://a.example/t
    state: read, archived
    saved: 2020-06-12
    # Quay [Harbours] instapaper-export.csv
    url: https://a.example/u
    saved: 2020-06-12
    # Pier [Articles] instapaper-export.csv
    url: https://a.example/v
    state: favourite
    saved: 2020-06-12
    "#);
}

#[test]
fn readwise_tables_are_read() {
    let csv = "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n\
        Ferry,https://a.example/ferry,01h,\"['boats', 'to read']\",2024-05-16 08:00:00+00:00,0.25,new,True\n\
        Tides,https://a.example/t,01i,,2024-05-16 08:00:00+00:00,1.0,archive,True\n\
        Mail,mailto:reader-x@b.example,01j,,2024-05-16 08:00:00+00:00,,later,False\n";
    assert_snapshot!(imported("reader_export.csv", csv.as_bytes()), @r#"
    # Ferry [Articles] reader_export.csv
    url: https://a.example/ferry
    tags: boats, to read
    percent: 25, block 0
    saved: 2024-05-16 08:00:00+00:00
    # Tides [Articles] reader_export.csv
    url: https://a.example/t
    state: read, archived
    percent: 100, block 0
    saved: 2024-05-16 08:00:00+00:00
    reader_export.csv:4: warning: “mailto:reader-x@b.example” is not an address of the web, so this entry is left out.
    "#);
}

#[test]
fn damaged_tables_keep_their_good_rows() {
    let csv =
        b"title,url,time_added,tags,status\nFerry,https://a.example/f,x,,\nonly one cell\n\"open";
    assert_snapshot!(imported("p.csv", csv), @r#"
    # Ferry [Articles] p.csv
    url: https://a.example/f
    saved: x
    p.csv:3: warning: “only one cell” has no address, so it is left out.
    p.csv:4: warning: “open” has no address, so it is left out.
    "#);
}

#[test]
fn highlights_of_readwise_are_quotations() {
    let csv = "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,\
        Highlighted at,Document tags\n\
        \"The first boat\nleft\",Ferry,Ada Okonkwo and Lars Berg,,Again?,yellow,\"boats,coast\",order,1,\
        2024-06-01 10:00:00+00:00,sea\n\
        High water,Tides,,,,,,,,,\n\
        It came back,Ferry,Ada Okonkwo and Lars Berg,,,,,,,,\n\
        ,Ferry,Ada Okonkwo and Lars Berg,,A good book,,,,,,\n";
    assert_snapshot!(imported("readwise-data.csv", csv.as_bytes()), @r#"
    # Ferry [Articles] readwise-data.csv
    authors: Ada Okonkwo, Lars Berg
    tags: sea
    > p "The first boat left"
    > p "It came back"
    @ Some(0) "The first boat left" "Again?" ["boats", "coast"]
        made 2024-06-01 10:00:00+00:00
    @ Some(1) "It came back" "" []
    @ None "" "A good book" []
    # Tides [Articles] readwise-data.csv
    > p "High water"
    @ Some(0) "High water" "" []
    "#);
}
