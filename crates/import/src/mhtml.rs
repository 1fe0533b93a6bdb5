//! Pages that browsers save with their pictures as one file: MIME with a part for each address.

use std::borrow::Cow;
use std::collections::HashMap;

use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders, PartType};

use crate::html::{self, Surroundings};
use crate::item::Item;
use crate::pictures::decode_data_url;
use crate::{File, Flow, Importer, web_address};

/// Reads the page and the pictures that it shows.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let Some(message) = MessageParser::default().parse(file.bytes) else {
        return importer.error(file.name, DAMAGED);
    };
    let Some((location, page)) = page(&message) else {
        return importer.error(file.name, DAMAGED);
    };
    let saved_from = message.header("Snapshot-Content-Location").and_then(text_of);
    let url = saved_from.or(location).and_then(web_address::web);
    let mut pictures: HashMap<Cow<'_, str>, &[u8]> = HashMap::new();
    for part in &message.parts {
        if let PartType::Binary(bytes) | PartType::InlineBinary(bytes) = &part.body {
            if let Some(location) = part.content_location() {
                pictures.entry(Cow::Borrowed(location)).or_insert(bytes);
            }
            if let Some(id) = part.content_id() {
                pictures.entry(Cow::Owned(format!("cid:{id}"))).or_insert(bytes);
            }
        }
    }
    let picture = |address: &str| {
        let address = address.trim();
        let find = |address: &str| pictures.get(address).map(|bytes| bytes.to_vec());
        find(address)
            .or_else(|| find(&web_address::resolve(url.as_deref(), address)?))
            .or_else(|| decode_data_url(address))
    };
    let surroundings = Surroundings { url: url.as_deref(), picture: &picture, is_article: false };
    match html::article(file.name, page, &surroundings, importer) {
        Ok(article) => importer.item(Item::new(article)),
        Err(reason) => importer.error(file.name, reason),
    }
}

const DAMAGED: &str = "This file holds no page. Save the page again, as a single file.";

/// Returns the text of the page and its address. Frames within the page come after it.
fn page<'a>(message: &'a Message<'_>) -> Option<(Option<&'a str>, &'a str)> {
    message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(html) => Some((part.content_location(), &**html)),
        _ => None,
    })
}

fn text_of<'a>(value: &'a HeaderValue<'_>) -> Option<&'a str> {
    value.as_text().map(str::trim)
}
