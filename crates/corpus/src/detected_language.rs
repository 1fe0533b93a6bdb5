//! Detects the language of an article that does not name one.
//!
//! A wrong language is worse than that of the site: words would get wrong stems, and screen readers
//! would pronounce them wrongly. So only enough prose in one language counts.

use crate::article::Article;
use crate::block::BlockKind;
use whatlang::Lang;

/// The shortest paragraph that counts as prose, in bytes. Shorter ones are entries of lists, names
/// and captions.
const SHORTEST_PROSE: usize = 60;

/// The fewest bytes of prose from which a language is detected.
const LEAST_PROSE: usize = 200;

/// The bytes of prose that are looked at.
const MOST_PROSE: usize = 800;

/// The words that English texts have most, and texts in other languages hardly ever together.
const ENGLISH_WORDS: [&str; 16] = [
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "with", "on", "as", "are", "by",
    "we", "this",
];

/// Sets the language of an article if it names none and is in another one than the site.
pub(crate) fn set(article: &mut Article, site_language: &str) {
    if article.language.is_some() {
        return;
    }
    let primary = site_language.split(['-', '_']).next().unwrap_or_default();
    let prose = prose(article);
    if primary.eq_ignore_ascii_case("en") && is_plainly_english(&prose) {
        return;
    }
    let detected = tag_of(&prose).filter(|tag| !tag.eq_ignore_ascii_case(primary));
    article.language = detected.map(str::to_owned);
}

/// Returns whether a fifth of the words are among the most frequent English ones. Most sites are in
/// English, and detecting the language of an abstract takes 0.4 ms.
fn is_plainly_english(prose: &str) -> bool {
    let (mut words, mut english) = (0, 0);
    for word in prose.split_ascii_whitespace() {
        words += 1;
        english += usize::from(ENGLISH_WORDS.contains(&word));
    }
    english * 5 >= words
}

/// Returns the first paragraphs that are prose.
fn prose(article: &Article) -> String {
    let mut prose = String::new();
    let paragraphs = article.body.iter().filter(|block| block.kind == BlockKind::Paragraph);
    for block in paragraphs.filter(|block| block.text.len() >= SHORTEST_PROSE) {
        let mut end = block.text.len().min(MOST_PROSE);
        while !block.text.is_char_boundary(end) {
            end -= 1;
        }
        prose.push_str(block.text.get(..end).unwrap_or_default());
        prose.push('\n');
        if prose.len() >= MOST_PROSE {
            break;
        }
    }
    prose
}

/// Returns the BCP 47 tag of the language of a text, if it is certain: if both halves of the text
/// look like it, too. Names and codes look like any language.
fn tag_of(prose: &str) -> Option<&'static str> {
    if prose.len() < LEAST_PROSE {
        return None;
    }
    let language = whatlang::detect(prose).filter(whatlang::Info::is_reliable)?.lang();
    let mut middle = prose.len() / 2;
    while !prose.is_char_boundary(middle) {
        middle += 1;
    }
    let (first, second) = prose.split_at(middle);
    let is_whole = [first, second].iter().all(|half| whatlang::detect_lang(half) == Some(language));
    is_whole.then(|| tag(language))
}

/// Returns the tag of a language: of two letters, except where there is none.
fn tag(language: Lang) -> &'static str {
    match language {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Block;
    use cuttings_diagnostics::Origin;

    #[track_caller]
    fn check(paragraphs: &[&str], site: &str, expected: Option<&str>) {
        let body = paragraphs.iter().map(|text| Block::paragraph(*text)).collect();
        let mut article = Article { body, ..Article::new("", "", Origin::new("a.md", 1)) };
        set(&mut article, site);
        assert_eq!(article.language.as_deref(), expected, "{paragraphs:?}");
    }

    const GERMAN: &str = "Die Fähre kam am Morgen zurück, und die Menschen am Hafen warteten schon \
        seit Stunden auf sie. Niemand wusste, warum das Schiff in der Nacht nicht angelegt hatte, \
        und auch die Behörden wollten dazu nichts sagen.";

    const ENGLISH: &str = "The ferry came back in the morning, and the people at the harbour had \
        been waiting for it for hours. Nobody knew why the ship had not landed in the night, and \
        the authorities would not say anything about it either.";

    #[test]
    fn prose_in_another_language_than_the_site_is_detected() {
        check(&[GERMAN], "en", Some("de"));
        check(&[GERMAN], "de-AT", None);
        check(&[ENGLISH], "en", None);
        check(&[ENGLISH], "de", Some("en"));
        let japanese = "渡し船は朝に戻り、港の人々は何時間も前からそれを待っていた。なぜ船が夜に着岸しなかったのかは誰も知らず、当局もそれについて何も言おうとしなかった。乗客は全員無事だった。";
        check(&[japanese], "en", Some("ja"));
    }

    #[test]
    fn little_prose_tells_no_language() {
        check(&["Die Fähre kam am Morgen zurück."], "en", None);
        check(&["Anna Meier", "Berlin, Hafen", "Kai Uwe Schmidt"].repeat(30), "en", None);
        check(&[], "en", None);
    }

    #[test]
    fn an_article_may_name_its_language() {
        let mut article = Article {
            language: Some("nl".to_owned()),
            body: vec![Block::paragraph(GERMAN)],
            ..Article::new("", "", Origin::new("a.md", 1))
        };
        set(&mut article, "en");
        assert_eq!(article.language.as_deref(), Some("nl"));
    }
}
