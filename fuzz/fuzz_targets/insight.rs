//! Fuzzes every analysis with any text, each line a passage: none panics or hangs, every span lies
//! in the text, and mentions do not overlap.

#![no_main]

use cuttings_insight::{
    Document, Passage, Role, Settings, Span, Speaker, figures, names, quotes, related, summaries,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    const ROLES: [Role; 4] = [Role::Title, Role::Standfirst, Role::Heading, Role::Paragraph];
    let roles = ROLES.into_iter().chain(std::iter::repeat(Role::Paragraph));
    let passages = text.lines().zip(roles).map(|(text, role)| Passage::new(role, text)).collect();
    let document = Document { passages, ..Document::default() };
    let documents = [document.clone(), document.clone()];
    let assert_in_text = |span: &Span| {
        let text = document.passages[span.passage].text;
        assert!(!text[span.range.clone()].is_empty());
    };
    let names = names(&documents, &Settings::default());
    for mentions in &names.mentions {
        let mut last = (0, 0);
        for mention in mentions {
            assert_in_text(&mention.span);
            assert!((mention.entity.0 as usize) < names.entities.len());
            let start = (mention.span.passage, mention.span.range.start);
            assert!(start >= last, "mentions overlap");
            last = (mention.span.passage, mention.span.range.end);
        }
    }
    for quote in quotes(&documents, &names).concat() {
        quote.pieces.iter().for_each(assert_in_text);
        if let Speaker::Named(_, span) | Speaker::Described(span) = &quote.speaker {
            assert_in_text(span);
        }
    }
    for figure in figures(&documents).concat() {
        assert_in_text(&figure.span);
        assert!(figure.size().is_finite());
    }
    summaries(&documents, &names).concat().iter().for_each(assert_in_text);
    for related in related(&documents, &names).concat() {
        related.words.iter().for_each(assert_in_text);
        assert!(related.document < documents.len());
    }
});
