//! Detects the language of an article that does not name one.
//!
//! A wrong language is worse than that of the site: words would get wrong stems, and screen readers
//! would pronounce them wrongly. So only enough prose in one language counts.

use crate::article::Article;
use crate::block::BlockKind;
use crate::parsed::ParsedArticle;
use crate::scandinavian;
use whatlang::{Detector, Info, Lang};

/// The shortest paragraph that counts as prose, in bytes. Shorter ones are entries of lists, names
/// and captions.
const SHORTEST_PROSE: usize = 60;

/// The fewest bytes of prose from which a language is detected.
const LEAST_PROSE: usize = 200;

/// The bytes of prose that are looked at.
const MOST_PROSE: usize = 800;

/// The words that English texts have most, and texts in other languages hardly ever together.
const ENGLISH_WORDS: [&str; 34] = [
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "with", "on", "as", "are", "by",
    "we", "this", "said", "from", "it", "its", "will", "which", "would", "have", "has", "be",
    "not", "their", "were", "but", "been", "other", "they", "these",
];

/// The fewest bytes of prose from which Danish and Norwegian are told apart, because the words that
/// only one of them has are certain.
const LEAST_SCANDINAVIAN_PROSE: usize = 100;

/// The language of a text, as far as it is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detected {
    Tag(&'static str),
    /// Danish or Norwegian, and nothing tells which.
    DanishOrNorwegian,
    Unknown,
}

/// Sets the language of an article if it names none and is in another one than the site.
pub(crate) fn set(it: &mut ParsedArticle, site_language: &str) {
    let article = &mut it.article;
    if article.language.is_some() {
        return;
    }
    let primary = primary(site_language);
    let prose = prose(article);
    if primary == "en" && is_plainly_english(&prose) {
        return;
    }
    match detect(&prose, &primary) {
        Detected::Tag(tag) if tag != primary => article.language = Some(tag.to_owned()),
        // A site in one of the two languages is likely to have articles in it.
        Detected::DanishOrNorwegian => {
            it.is_danish_or_norwegian = !matches!(primary.as_str(), "da" | "nb" | "nn");
        }
        Detected::Tag(_) | Detected::Unknown => {}
    }
}

/// Gives the articles that are in Danish or Norwegian the one of these languages that by far the
/// most others of the folder have, if there is one.
pub(crate) fn set_by_folder(articles: &mut [ParsedArticle]) {
    if !articles.iter().any(|it| it.is_danish_or_norwegian) {
        return;
    }
    let (mut danish, mut norwegian) = (0, 0);
    for language in articles.iter().filter_map(|it| it.article.language.as_deref()) {
        match primary(language).as_str() {
            "da" => danish += 1,
            "nb" => norwegian += 1,
            _ => {}
        }
    }
    let language = match (danish, norwegian) {
        _ if danish > 2 * norwegian => "da",
        _ if norwegian > 2 * danish => "nb",
        _ => return,
    };
    let undecided = articles.iter_mut().filter(|it| it.is_danish_or_norwegian);
    undecided.for_each(|it| it.article.language = Some(language.to_owned()));
}

/// Returns the first part of a tag in lower case. Norwegian without its form is mostly Bokmål.
fn primary(tag: &str) -> String {
    match tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase() {
        tag if tag == "no" => "nb".to_owned(),
        tag => tag,
    }
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

/// Returns the language of a text, or nothing if it looks like `expected`. The words that only one
/// of them has tell Danish from Norwegian, whose trigrams are nearly the same.
fn detect(prose: &str, expected: &str) -> Detected {
    if prose.len() < LEAST_SCANDINAVIAN_PROSE {
        return Detected::Unknown;
    }
    let Some(info) = whatlang::detect(prose) else { return Detected::Unknown };
    let is_either = is_danish_or_norwegian(prose, &info);
    if is_either && let Some(tag) = scandinavian::tag_by_words(prose) {
        return Detected::Tag(tag);
    }
    if !is_either && tag(info.lang()) == expected {
        return Detected::Unknown;
    }
    match certain_tag(prose, &info) {
        Some(tag) => Detected::Tag(tag),
        None if is_either => Detected::DanishOrNorwegian,
        None => Detected::Unknown,
    }
}

/// Returns whether a text is certainly Danish or Norwegian: without either of the two, it is
/// certainly the other.
fn is_danish_or_norwegian(prose: &str, info: &Info) -> bool {
    let is_other = |other: Lang, without: Lang| {
        let detector = Detector::with_denylist(vec![without]);
        detector.detect(prose).is_some_and(|info| info.lang() == other && info.is_reliable())
    };
    matches!(info.lang(), Lang::Dan | Lang::Nob)
        && is_other(Lang::Dan, Lang::Nob)
        && is_other(Lang::Nob, Lang::Dan)
}

/// Returns the BCP 47 tag of the language of a text, if it is certain: if both halves of the text
/// look like it, too. Names and codes look like any language.
fn certain_tag(prose: &str, info: &Info) -> Option<&'static str> {
    if prose.len() < LEAST_PROSE || !info.is_reliable() {
        return None;
    }
    let language = info.lang();
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
        let mut it = parsed(paragraphs);
        set(&mut it, site);
        assert_eq!(it.article.language.as_deref(), expected, "{paragraphs:?}");
    }

    fn parsed(paragraphs: &[&str]) -> ParsedArticle {
        let body = paragraphs.iter().map(|text| Block::paragraph(*text)).collect();
        let article = Article { body, ..Article::new("", "", Origin::new("a.md", 1)) };
        ParsedArticle::new(article)
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
        let mut it = parsed(&[GERMAN]);
        it.article.language = Some("nl".to_owned());
        set(&mut it, "en");
        assert_eq!(it.article.language.as_deref(), Some("nl"));
    }

    /// Danish and Norwegian as short as a note, of 18 to 48 words.
    const DANISH: [&str; 8] = [
        "Færgen kom tilbage om morgenen, og folk på havnen havde ventet på den i flere timer. \
            Ingen vidste, hvorfor skibet ikke havde lagt til i løbet af natten.",
        "Kommunen har besluttet, at den gamle skole skal rives ned til foråret. Flere \
            forældre er vrede, fordi de ikke er blevet spurgt, og de vil nu klage til \
            ministeriet.",
        "Jeg har altid drømt om at bo ved vandet, siger hun og kigger ud over fjorden. Nu er \
            det blevet til virkelighed, men prisen var høj, og vejen dertil var lang. Huset \
            skulle sættes i stand fra ende til anden, og pengene slap op efter et halvt år.",
        "Regeringen vil bruge flere penge på veje og broer i de kommende år. Det sker efter \
            et langt forløb, hvor eksperter har advaret mod store revner.",
        "Der var mange mennesker på gaden, da toget kørte ind på stationen. Alle ville se, \
            hvem der steg ud, men dørene forblev lukkede.",
        "Fiskerne fangede mindre torsk end sidste år. Bestanden er faldet, og kvoterne bliver \
            sat ned igen til næste år.",
        "Dronningen besøgte i går byens nye bibliotek. Hun fik en rundvisning af lederen og \
            talte bagefter med børnene i læsesalen. De havde tegnet et skib til hende.",
        "Prisen på smør steg. Bagerne må nu hæve prisen på brød og kager, siger formanden for \
            foreningen. Han venter, at kunderne forstår det.",
    ];

    const NORWEGIAN: [&str; 8] = [
        "Fergen kom tilbake om morgenen, og folk på havnen hadde ventet på den i flere timer. \
            Ingen visste hvorfor skipet ikke hadde lagt til i løpet av natten.",
        "Kommunen har bestemt at den gamle skolen skal rives til våren. Flere foreldre er \
            sinte fordi de ikke er blitt spurt, og de vil nå klage til departementet.",
        "Jeg har alltid drømt om å bo ved vannet, sier hun og ser utover fjorden. Nå har det \
            blitt virkelighet, men prisen var høy, og veien dit var lang. Huset måtte pusses opp \
            fra ende til annen, og pengene tok slutt etter et halvt år.",
        "Regjeringen vil bruke mer penger på veier og broer i årene som kommer. Det skjer \
            etter en lang prosess der eksperter har advart mot store sprekker.",
        "Det var mange mennesker i gata da toget kjørte inn på stasjonen. Alle ville se hvem \
            som gikk av, men dørene forble lukket.",
        "Fiskerne fanget mindre torsk enn i fjor. Bestanden har falt, og kvotene blir satt \
            ned igjen neste år.",
        "Dronningen besøkte i går byens nye bibliotek. Hun fikk en omvisning av lederen og \
            snakket etterpå med barna i lesesalen. De hadde tegnet et skip til henne.",
        "Prisen på smør økte. Bakerne må nå heve prisen på brød og kaker, sier lederen i \
            foreningen. Han venter at kundene forstår det.",
    ];

    const NYNORSK: [&str; 2] = [
        "Ferja kom tilbake om morgonen, og folk på hamna hadde venta på ho i fleire timar. \
            Ingen visste kvifor skipet ikkje hadde lagt til i løpet av natta.",
        "Eg har alltid drøymt om å bu ved vatnet, seier ho og ser utover fjorden. No har det \
            vorte røyndom, men prisen var høg, og vegen dit var lang.",
    ];

    /// Every word of it is Danish as well as Norwegian.
    const EITHER: &str = "Hun var alene i huset, og det var stille. Barnet sov, og katten lå under \
        bordet. Alle de andre var i byen ved havet, for det var fest hele natten, og ingen kom.";

    #[test]
    fn words_tell_danish_from_norwegian() {
        for text in DANISH {
            check(&[text], "en", Some("da"));
            check(&[text], "da-DK", None);
            check(&[text], "no", Some("da"));
        }
        for text in NORWEGIAN {
            check(&[text], "en", Some("nb"));
            check(&[text], "nb", None);
            check(&[text], "no", None);
            check(&[text], "da", Some("nb"));
        }
        for text in NYNORSK {
            check(&[text], "en", Some("nn"));
        }
    }

    #[test]
    fn short_texts_in_other_languages_stay_undetected() {
        let swedish = "Färjan kom tillbaka på morgonen, och folket i hamnen hade väntat på den i \
            flera timmar. Ingen visste varför fartyget inte hade lagt till under natten.";
        let icelandic = "Ferjan kom aftur um morguninn og fólkið við höfnina hafði beðið eftir henni \
            í marga klukkutíma. Enginn vissi hvers vegna skipið hafði ekki lagst að.";
        let names = "Lars Hansen, Mette Holm, Jens Berg, Ole Gunnar Vik, Kari Nordmann, Per Hansen, \
            Anne Grethe Jensen, Nils Olsen, Bjørn Andersen, Søren Kjær";
        for text in [swedish, icelandic, names] {
            check(&[text], "en", None);
        }
    }

    #[test]
    fn the_folder_decides_where_words_do_not() {
        let languages = |texts: &[&str], site| {
            let mut articles: Vec<ParsedArticle> =
                texts.iter().map(|text| parsed(&[text])).collect();
            articles.iter_mut().for_each(|it| set(it, site));
            set_by_folder(&mut articles);
            articles.into_iter().map(|it| it.article.language).collect::<Vec<_>>()
        };
        let [danish, norwegian] = [DANISH[0], NORWEGIAN[0]];
        let of_either = |texts: &[&str], site| languages(texts, site).pop().flatten();
        assert_eq!(of_either(&[EITHER], "en"), None);
        assert_eq!(of_either(&[danish, EITHER], "en").as_deref(), Some("da"));
        assert_eq!(of_either(&[norwegian, EITHER], "en").as_deref(), Some("nb"));
        assert_eq!(of_either(&[danish, norwegian, EITHER], "en"), None);
        assert_eq!(of_either(&[danish, EITHER], "no"), None);
    }
}
