//! E-mails, one a file or many in a mailbox. A newsletter's HTML becomes the text, with the
//! pictures that the mail holds.

use std::collections::HashMap;
use std::io::{BufRead, Read};

use cuttings_corpus::{
    Article, Author, DEFAULT_SECTION, Date, Source, find_day, line_of_text, one_author,
};
use cuttings_diagnostics::Origin;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use crate::csv_rows::tags;
use crate::html::{self, Body};
use crate::item::{Item, Reading};
use crate::pictures::decode_data_url;
use crate::unpack::megabytes;
use crate::{File, Flow, Importer, plain_text, web_address};

/// Labels of Gmail that say where a mail is, not what it is about.
const PLACES: &[&str] = &[
    "archived",
    "chat",
    "draft",
    "important",
    "inbox",
    "opened",
    "sent",
    "spam",
    "starred",
    "trash",
    "unread",
];

/// Returns whether a file begins as a mailbox does.
pub(crate) fn is_mailbox(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let Some(line) = start.split(|byte| *byte == b'\n').next() else { return false };
    let has_year = line
        .split(|byte| matches!(byte, b' ' | b'\r'))
        .any(|word| word.len() == 4 && word.iter().all(u8::is_ascii_digit));
    line.starts_with(b"From ") && has_year && start.contains(&b':')
}

/// Reads the mails of a mailbox, one at a time: each begins with a line `From …`, and `>` stands
/// before such a line within a mail.
pub(crate) fn read_mailbox(
    name: &str,
    source: &mut dyn BufRead,
    importer: &mut Importer<'_>,
) -> Flow {
    let limit = importer.limits.file_bytes;
    let mut message = Vec::new();
    let mut line = Vec::new();
    let (mut number, mut start, mut is_open) = (0_u32, 1_u32, false);
    let mut was_blank = true;
    loop {
        line.clear();
        match Read::take(&mut *source, limit).read_until(b'\n', &mut line) {
            Err(error) => {
                return importer.error(name, format!("This mailbox cannot be read: {error}."));
            }
            Ok(0) => break,
            Ok(_) => number = number.saturating_add(1),
        }
        if line.starts_with(b"From ") && was_blank {
            if is_open {
                one_of_mailbox(name, start, &message, importer)?;
            }
            message.clear();
            (is_open, start) = (true, number);
            continue;
        }
        was_blank = line.trim_ascii().is_empty();
        let is_escaped = line.starts_with(b">") && {
            let after = line.iter().position(|byte| *byte != b'>').unwrap_or(line.len());
            line.get(after..).is_some_and(|rest| rest.starts_with(b"From "))
        };
        let line = line.get(usize::from(is_escaped)..).unwrap_or_default();
        if is_open && (message.len() as u64) < limit {
            message.extend_from_slice(line);
        }
    }
    match is_open {
        true => one_of_mailbox(name, start, &message, importer),
        false => importer.error(name, "This file is no mailbox: no line begins with “From ”."),
    }
}

fn one_of_mailbox(name: &str, line: u32, bytes: &[u8], importer: &mut Importer<'_>) -> Flow {
    if bytes.len() as u64 >= importer.limits.file_bytes {
        let limit = megabytes(importer.limits.file_bytes);
        let reason = format!("A mail that is larger than {limit} MB is left out.");
        return importer.report(name, line, cuttings_diagnostics::Severity::Error, reason);
    }
    mail(name, line, bytes, importer)
}

/// Reads a single mail.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    mail(file.name, 1, file.bytes, importer)
}

fn mail(name: &str, line: u32, bytes: &[u8], importer: &mut Importer<'_>) -> Flow {
    let message = MessageParser::default().parse(bytes);
    let Some(message) = message.filter(|it| it.from().is_some() || it.subject().is_some()) else {
        let reason = "This mail has neither a sender nor a subject. Export it again.";
        return importer.report(name, line, cuttings_diagnostics::Severity::Error, reason);
    };
    let body = match body(&message, importer) {
        Ok(body) => body,
        Err(reason) => {
            return importer.report(name, line, cuttings_diagnostics::Severity::Error, reason);
        }
    };
    let sender = message.from().and_then(|from| from.first());
    let sender_name = sender.and_then(|it| line_of_text(it.name()?));
    let subject = message.subject().and_then(line_of_text);
    let title = subject.or_else(|| sender_name.clone()).unwrap_or_else(|| "Untitled".to_owned());
    let header = |name: &'static str| message.header(name).and_then(|it| it.as_text());
    // The list of a newsletter is its name: `The Coast <coast.b.example>`.
    let list =
        header("List-Id").and_then(|it| it.split('<').next()).map(|it| it.trim_matches(['"', ' ']));
    let url = header("Archived-At").map(|it| it.trim_matches(['<', '>', ' ']));
    let source = Source {
        name: list.and_then(line_of_text).filter(|it| !it.contains('@') && it.contains(' ')),
        url: url.and_then(web_address::web),
    };
    let labels =
        message.header_raw("X-Gmail-Labels").map(|_| ()).and_then(|()| header("X-Gmail-Labels"));
    let labels: Vec<&str> = labels.unwrap_or_default().split(',').map(str::trim).collect();
    let is_label = |name: &str| labels.iter().any(|it| it.eq_ignore_ascii_case(name));
    let own = labels.iter().filter(|it| {
        let lower = it.to_lowercase();
        !PLACES.contains(&&*lower) && !lower.starts_with("category ")
    });
    let body = body.without_title(&title);
    let article = Article {
        authors: author(sender_name.as_deref()).into_iter().collect(),
        date: message.date().map(|date| {
            let text = format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
            Date { day: find_day(&text), text }
        }),
        source: (source != Source::default()).then_some(source),
        tags: tags(own.copied()),
        body: body.blocks,
        anchors: body.anchors,
        ..Article::new(DEFAULT_SECTION, title, Origin::new(name, line))
    };
    let reading = Reading {
        is_read: is_label("Opened"),
        is_archived: is_label("Archived"),
        is_favourite: is_label("Starred"),
        ..Reading::default()
    };
    importer.item(Item { reading, ..Item::new(article) })
}

fn author(name: Option<&str>) -> Option<Author> {
    one_author(name?)
}

/// Returns the text of a mail: its HTML, or else its plain text.
fn body(message: &Message<'_>, importer: &mut Importer<'_>) -> Result<Body, &'static str> {
    let html = message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(html) => Some((part.content_location(), html)),
        _ => None,
    });
    let text = || {
        let text = message.parts.iter().find_map(|part| match &part.body {
            PartType::Text(text) => Some(&**text),
            _ => None,
        });
        let blocks = plain_text::paragraphs(text.unwrap_or_default());
        Body { blocks, anchors: Vec::new() }
    };
    let Some((location, html)) = html else { return Ok(text()) };
    let mut pictures: HashMap<&str, &[u8]> = HashMap::new();
    for part in &message.parts {
        if let PartType::Binary(bytes) | PartType::InlineBinary(bytes) = &part.body
            && let Some(id) = part.content_id()
        {
            pictures.entry(id).or_insert(bytes);
        }
    }
    let find = |address: &str| match address.trim().strip_prefix("cid:") {
        Some(id) => pictures.get(id).map(|bytes| bytes.to_vec()),
        None => decode_data_url(address),
    };
    let base = location.and_then(web_address::web);
    let body = html::blocks(html, base.as_deref(), &find, importer)?;
    let is_empty = body.blocks.iter().all(|block| block.text.is_empty());
    Ok(if is_empty { text() } else { body })
}
