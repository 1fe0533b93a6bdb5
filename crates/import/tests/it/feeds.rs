//! Feeds and lists of feeds.

use crate::print::imported;
use insta::assert_snapshot;

const LONG: &str = "The first boat left the harbour at dawn with forty people on board, and it came \
    back full in the evening, as the harbour master, who had waited for nine years, told us.";

#[test]
fn rss_items_have_their_content() {
    let feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
 xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:atom=\"http://www.w3.org/2005/Atom\" \
 xmlns:media=\"http://search.yahoo.com/mrss/\">
<channel><title>The Coast</title><link>https://a.example/</link><language>en-gb</language>
<atom:link href=\"https://a.example/feed\" rel=\"self\"/>
<item><title>Ferry &amp; Returns</title><link>https://a.example/ferry</link>
<media:title>Another title</media:title>
<dc:creator><![CDATA[Ada Okonkwo]]></dc:creator><pubDate>Thu, 16 May 2024 08:00:00 GMT</pubDate>
<category>boats</category><category><![CDATA[to read]]></category>
<guid isPermaLink=\"false\">1</guid><description>Nine years without a boat</description>
<content:encoded><![CDATA[<p>{LONG}</p><p>See <a href=\"/tides\">tides</a>.</p>\
<img src=\"https://a.example/b.jpg\" alt=\"A boat\">]]></content:encoded></item>
<item><title>Tides</title><link>https://a.example/t</link><author>ada@a.example (Ada Okonkwo)</author>
<description>Low &amp;amp; high water</description></item>
<item><guid>https://a.example/u</guid><description>&lt;p&gt;{LONG}&lt;/p&gt;</description></item>
<item><description/></item>
</channel></rss>"
    );
    assert_snapshot!(imported("feed.xml", feed.as_bytes()), @r#"
    # Ferry & Returns [Articles] feed.xml
    standfirst: Nine years without a boat
    authors: Ada Okonkwo
    date: Thu, 16 May 2024 08:00:00 GMT
    source: The Coast
    url: https://a.example/ferry
    tags: boats, to read
    language: en-gb
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    p "See tides."
        "tides" https://a.example/tides
    p "A boat"
        "A boat" https://a.example/b.jpg
    # Tides [Articles] feed.xml
    standfirst: Low & high water
    authors: Ada Okonkwo
    source: The Coast
    url: https://a.example/t
    language: en-gb
    # The first boat left the harbour at dawn with forty people on board, and it came… [Articles] feed.xml
    source: The Coast
    url: https://a.example/u
    language: en-gb
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    feed.xml:1: warning: An item without a title, a text and an address is left out.
    "#);
}

#[test]
fn older_rss_has_its_items_beside_the_channel() {
    let feed = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
        xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
        <channel rdf:about=\"x\"><title>The Coast</title><link>https://a.example/</link></channel>\
        <item rdf:about=\"x\"><title>Ferry</title><link>https://a.example/f</link>\
        <dc:date>2024-05-16T08:00:00Z</dc:date><dc:subject>boats</dc:subject></item></rdf:RDF>";
    assert_snapshot!(imported("index.rdf", feed.as_bytes()), @r#"
    # Ferry [Articles] index.rdf
    date: 2024-05-16T08:00:00Z
    source: The Coast
    url: https://a.example/f
    tags: boats
    "#);
}

#[test]
fn atom_entries_have_html_xhtml_or_text() {
    let feed = format!(
        "<?xml version='1.0'?><a:feed xmlns:a='http://www.w3.org/2005/Atom' xml:lang='de' \
         xml:base='https://a.example/'><a:title>Die Küste</a:title><a:link href='/'/>\
         <a:author><a:name>Ada Okonkwo</a:name></a:author>\
         <a:entry><a:title type='html'>Ferry &lt;em&gt;Returns&lt;/em&gt;</a:title>\
         <a:link rel='self' href='/x'/><a:link href='/ferry'/><a:published>2024-05-16T08:00:00Z</a:published>\
         <a:updated>2024-05-18T08:00:00Z</a:updated><a:category term='b' label='boats'/>\
         <a:content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{LONG} &amp; <b>more</b>.</p>\
         <ul><li>One</li></ul></div></a:content></a:entry>\
         <a:entry><a:title>Tides &amp; 1 &lt; 2</a:title><a:link href='/t'/><a:updated>2024-05-18T08:00:00Z</a:updated>\
         <a:author><a:name>Bo Berg</a:name></a:author><a:summary>Low water</a:summary></a:entry></a:feed>"
    );
    assert_snapshot!(imported("feed.atom", feed.as_bytes()), @r#"
    # Ferry Returns [Articles] feed.atom
    authors: Ada Okonkwo
    date: 2024-05-16T08:00:00Z
    updated: 2024-05-18T08:00:00Z
    source: Die Küste
    url: https://a.example/ferry
    tags: boats
    language: de
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. & more."
        "more" Strong
    -1 p "One"
    # Tides & 1 < 2 [Articles] feed.atom
    standfirst: Low water
    authors: Bo Berg
    date: 2024-05-18T08:00:00Z
    source: Die Küste
    url: https://a.example/t
    language: de
    "#);
}

#[test]
fn json_feeds_are_read() {
    let feed = r#"{"version":"https://jsonfeed.org/version/1.1","title":"The Coast",
        "home_page_url":"https://a.example/","language":"en","authors":[{"name":"Ada Okonkwo"}],
        "items":[{"id":"1","url":"https://a.example/ferry","title":"Ferry Returns & more",
        "content_html":"<p>The first <em>boat</em> left at dawn.</p>","summary":"Nine years",
        "date_published":"2024-05-16T08:00:00+02:00","date_modified":"2024-05-17T08:00:00+02:00","tags":["boats"]},
        {"id":"https://a.example/t","content_text":"Low water.\n\nHigh water.","author":{"name":"Bo Berg"}}]}"#;
    assert_snapshot!(imported("feed.json", feed.as_bytes()), @r#"
    # Ferry Returns & more [Articles] feed.json
    standfirst: Nine years
    authors: Ada Okonkwo
    date: 2024-05-16T08:00:00+02:00
    updated: 2024-05-17T08:00:00+02:00
    source: The Coast
    url: https://a.example/ferry
    tags: boats
    language: en
    p "The first boat left at dawn."
        "boat" Emphasis
    # Low water [Articles] feed.json
    authors: Bo Berg
    source: The Coast
    url: https://a.example/t
    language: en
    p "High water."
    "#);
}

#[test]
fn lists_of_feeds_become_teasers() {
    let list = r#"<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
        <outline text="Harbours"><outline type="rss" text="The Coast" xmlUrl="https://a.example/feed"
        htmlUrl="https://a.example/" description="News &amp; tides" category="/boats,tides"/></outline>
        <outline text="No feed"/><outline text="Quay" type="link" url="https://b.example/"/></body></opml>"#;
    assert_snapshot!(imported("list.opml", list.as_bytes()), @r#"
    # The Coast [Harbours] list.opml
    standfirst: News & tides
    url: https://a.example/
    tags: boats, tides
    # Quay [Articles] list.opml
    url: https://b.example/
    "#);
}

#[test]
fn damaged_feeds_keep_their_first_items() {
    let feed = "<rss><channel><item><title>Ferry & boats</title><link>https://a.example/f</link></item>\
        <item><title>Tides</b><![CDATA[ open";
    assert_snapshot!(imported("feed.rss", feed.as_bytes()), @r#"
    # Ferry & boats [Articles] feed.rss
    url: https://a.example/f
    # Tides [Articles] feed.rss
    feed.rss:1: error: The rest of this file cannot be read: syntax error: CDATA not closed: `]]>` not found before end of input. Download it again.
    "#);
    assert_snapshot!(imported("feed.rss", b"<html>"), @r#"feed.rss:1: error: This file is neither a feed nor a list of feeds."#);
    assert_snapshot!(imported("feed.rss", b"<rss><channel><title>The Coast</title></channel></rss>"), @r#"feed.rss:1: warning: The feed “The Coast” has no items."#);
    let bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>\
        <rss><channel><item><title>&b;</title><link>https://a.example/f</link></item></channel></rss>";
    assert_snapshot!(imported("feed.rss", bomb.as_bytes()), @r#"
    # &b; [Articles] feed.rss
    url: https://a.example/f
    "#);
}
