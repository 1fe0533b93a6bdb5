//! The project's seed, whose stories are labelled by hand. `docs/stories.md` has the rules.

use crate::{groups, stories_of};
use cuttings_corpus::{Article, Block as CorpusBlock, parse};
use cuttings_diagnostics::SourceFile;
use cuttings_stories::{Block, Digest, Document, reused_passages, stories};

const SEED: &str = include_str!("../../../../seeds/000_3207367889ee2696.txt");

/// Pairs of articles, by words in their titles. Pairs are left out if readers may disagree.
const LABELS: &str = include_str!("seed_pairs.txt");

fn articles() -> Vec<Article> {
    parse(&[SourceFile { name: "seed.txt", bytes: SEED.as_bytes() }]).articles
}

fn documents() -> Vec<Document> {
    let texts = |article: &Article| {
        let standfirst = article.standfirst.iter().map(String::as_str);
        standfirst.chain(article.body.iter().map(CorpusBlock::text)).map(Block::new).collect()
    };
    let document = |article: &Article| Document {
        title: Block::new(&article.title),
        blocks: texts(article),
        day: None,
    };
    articles().iter().map(document).collect()
}

/// Returns the article whose title contains a text.
fn numbered(articles: &[Article], words: &str) -> usize {
    let number = articles.iter().position(|article| article.title.contains(words));
    assert!(number.is_some(), "no article has '{words}' in its title");
    number.unwrap_or_default()
}

#[test]
fn labelled_pairs_are_grouped_as_labelled() {
    let articles = articles();
    let stories = stories_of(&documents());
    let found = groups(&stories);
    for line in LABELS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let fields: Vec<&str> = line.split(" | ").collect();
        let [label, one, other] = fields.as_slice() else { panic!("{line}") };
        let [one, other] = [one, other].map(|words| numbered(&articles, words));
        let is_same = stories.of(one).is_some() && stories.of(one) == stories.of(other);
        assert_eq!(is_same, *label == "same", "{line}: {found:?}");
    }
}

#[test]
fn the_seed_reuses_no_passage() {
    let documents = documents();
    let digests: Vec<Digest> = documents.iter().map(Digest::new).collect();
    assert_eq!(reused_passages(&digests, &stories(&digests), |number| &documents[number]), []);
}
