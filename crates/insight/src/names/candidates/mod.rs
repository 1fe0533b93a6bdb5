//! Stretches of a document that may be names, each with what speaks for it.

use crate::document::Reading;
use crate::features::{features, is_headline};
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::names::{Evidence, Kind};
use crate::tagger::{Class, Model, class_of};
use crate::token::Token;
use crate::vocabulary::{WORDS, is_direction, is_people, is_title};
use std::ops::Range;

/// A stretch that may be a name.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) passage: usize,
    /// As a range of the passage's tokens.
    pub(crate) tokens: Range<usize>,
    /// `None`: a name of something else (an event, a work), which no name of ours may be cut from.
    pub(crate) kind: Option<Kind>,
    pub(crate) evidence: Evidence,
    /// How much that says, about 1 for a hint and 3 for proof.
    pub(crate) weight: f32,
    /// Whether it stands in a headline, where capitals say little.
    pub(crate) headline: bool,
}

/// The weights of evidence.
const TITLE: f32 = 4.0;
const HEAD: f32 = 3.0;
const COUNTRY: f32 = 3.0;
const LARGE_TOWN: f32 = 2.2;
const STATE: f32 = 0.8;
const AMBIGUOUS: f32 = 0.7;
const BESIDE: f32 = 2.5;
const EVENT: f32 = 2.5;
const CALLED: f32 = 2.0;
const WEAK_HEAD: f32 = 1.2;
const TEAM: f32 = 2.4;
const INTO: f32 = 0.8;
const INITIALS: f32 = 0.7;
const UNKNOWN: f32 = 1.2;
const PRODUCT: f32 = 4.0;
const SPEAKS: f32 = 2.0;
const GIVEN: f32 = 1.5;
/// The tagger's word counts for as much as its margin, within these bounds.
const TAGGER: (f32, f32) = (0.3, 2.0);
/// So much of the tagger's own scale is 1 of ours.
const TAGGER_SCALE: f32 = 400.0;

/// All candidates of a document, overlapping ones too.
pub(crate) fn candidates(reading: &Reading<'_>, model: &Model) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (number, passage) in reading.passages.iter().enumerate() {
        for range in &passage.sentences {
            let Some(sentence) = passage.tokens.get(range.clone()) else { continue };
            let headline = is_headline(sentence) || !passage.role.is_prose();
            let mut finder =
                Finder { sentence, start: range.start, number, headline, found: &mut found };
            finder.tagged(reading, model);
            finder.places();
            finder.known_organisations();
            finder.runs();
            finder.products();
        }
    }
    found
}

struct Finder<'r, 't> {
    sentence: &'r [Token<'t>],
    /// The sentence's first token in the passage.
    start: usize,
    number: usize,
    headline: bool,
    found: &'r mut Vec<Candidate>,
}

impl<'t> Finder<'_, 't> {
    /// Adds a candidate: tokens of the sentence, its ends trimmed.
    fn add(&mut self, tokens: Range<usize>, kind: Option<Kind>, evidence: Evidence, weight: f32) {
        let Some(tokens) = self.trimmed(tokens, kind) else { return };
        let tokens = tokens.start + self.start..tokens.end + self.start;
        self.found.push(Candidate {
            passage: self.number,
            tokens,
            kind,
            evidence,
            weight,
            headline: self.headline,
        });
    }

    fn token(&self, at: usize) -> Option<&Token<'t>> {
        self.sentence.get(at)
    }

    fn lower(&self, at: usize) -> String {
        self.token(at).map(Token::lower).unwrap_or_default()
    }

    /// Without articles, marks, titles and peoples at its ends; `None` if nothing is left that could be a name.
    fn trimmed(&self, mut tokens: Range<usize>, kind: Option<Kind>) -> Option<Range<usize>> {
        let starts_off = |token: &Token<'_>, length: usize| {
            let lower = token.lower();
            // A unit's number may stand first.
            let may_open = WORDS.particles.has(&lower)
                || kind == Some(Kind::Organisation)
                    && lower.starts_with(|c: char| c.is_ascii_digit());
            !token.is_word()
                || matches!(lower.as_str(), "the" | "a" | "an")
                || kind == Some(Kind::Person)
                    && (is_title(&lower)
                        || is_people(&lower)
                        || WORDS.title_parts.has(&lower)
                        || length > 1 && is_long_initials(token))
                || length > 1 && !(token.is_capital() || may_open)
        };
        // "The Hague" keeps its article.
        let is_place = texts(self.sentence.get(tokens.clone()))
            .is_some_and(|name| GAZETTEER.place(&name).is_some());
        while let Some(first) = self.token(tokens.start).filter(|_| !tokens.is_empty() && !is_place)
        {
            if !starts_off(first, tokens.len()) {
                break;
            }
            tokens.start += 1;
        }
        let is_office = kind.is_some_and(|kind| kind != Kind::Person)
            && tokens.end.checked_sub(1).is_some_and(|at| WORDS.offices.has(&self.lower(at)))
            || kind == Some(Kind::Organisation) && WORDS.offices.has(&self.lower(tokens.end));
        let ends_off = |token: &Token<'_>| {
            let lower = token.lower();
            !token.is_word()
                || token.is_possessive()
                || token.text.starts_with(char::is_lowercase) && !token.is_capital()
                || is_office && (WORDS.offices.has(&lower) || WORDS.title_parts.has(&lower))
        };
        while let Some(last) =
            tokens.end.checked_sub(1).and_then(|at| self.token(at)).filter(|_| !tokens.is_empty())
        {
            if !ends_off(last) {
                break;
            }
            tokens.end -= 1;
        }
        let all = self.sentence.get(tokens.clone()).filter(|all| !all.is_empty())?;
        let first = all.first()?;
        // A name has a capital, but for the particle that may stand first; and no mark parts it.
        let begins = all.get(usize::from(WORDS.particles.has(first.text)))?;
        let is_begun = begins.is_capital() || begins.text.starts_with(|c: char| c.is_ascii_digit());
        let is_parted = all.iter().any(|token| {
            matches!(
                token.text,
                "-" | "–" | "[" | "]" | "(" | ")" | "\"" | "“" | "”" | ";" | ":" | "/" | "--" | "—"
            )
        });
        let is_adjective =
            all.iter().all(|token| is_people(&token.lower()) || is_direction(&token.lower()));
        let lower = first.lower();
        let is_no_name = all.len() == 1
            && (WORDS.dates.has(lower.trim_end_matches('.'))
                || WORDS.no_names.has(lower.trim_end_matches('.'))
                || kind.is_some() && is_title(&lower)
                || first.text.chars().filter(|c| c.is_alphanumeric()).count() < 2
                || is_party_and_state(first.text)
                || matches!(lower.as_str(), "i" | "the"));
        (is_begun && !is_parted && !is_adjective && !is_no_name).then_some(tokens)
    }

    /// What the tagger takes for names.
    fn tagged(&mut self, reading: &Reading<'_>, model: &Model) {
        let tags = model.tag(&features(self.sentence, &reading.habits));
        let mut at = 0;
        while let Some((label, _)) = tags.get(at) {
            let Some((class, _)) = class_of(*label) else {
                at += 1;
                continue;
            };
            let goes_on = |(label, _): &&(u8, f32)| class_of(*label) == Some((class, false));
            let end = at + 1 + tags.iter().skip(at + 1).take_while(goes_on).count();
            let margin =
                tags.get(at..end).unwrap_or_default().iter().map(|(_, margin)| margin).sum::<f32>();
            let mean = margin / (end - at) as f32 / TAGGER_SCALE;
            let kind = match class {
                Class::Person => Some(Kind::Person),
                Class::Place => Some(Kind::Place),
                Class::Organisation => Some(Kind::Organisation),
                Class::Other => None,
            };
            self.add(at..end, kind, Evidence::Tagger(mean), mean.clamp(TAGGER.0, TAGGER.1));
            at = end;
        }
    }

    /// Countries, and large towns where nothing beside them makes them part of another name.
    fn places(&mut self) {
        let texts: Vec<&str> = self.sentence.iter().map(|token| token.text).collect();
        let mut at = 0;
        while at < texts.len() {
            let is_capital = self.token(at).is_some_and(Token::is_capital);
            let found = texts
                .get(at..)
                .filter(|_| is_capital)
                .and_then(|rest| GAZETTEER.longest_place(rest));
            let Some((length, kind)) = found else {
                at += 1;
                continue;
            };
            let weight = match kind {
                PlaceKind::Country => COUNTRY,
                PlaceKind::Metropolis => LARGE_TOWN,
                PlaceKind::State | PlaceKind::City => STATE,
                PlaceKind::Town => 0.0,
            };
            let is_person = kind != PlaceKind::Country
                && kind != PlaceKind::Metropolis
                && length == 1
                && self.token(at).is_some_and(|token| {
                    GAZETTEER.is_given(token.text) || GAZETTEER.is_surname(token.text)
                });
            let is_word = is_person
                || length == 1
                    && GAZETTEER.is_common(&self.lower(at))
                    && kind != PlaceKind::Country
                || length == 1 && is_direction(&self.lower(at));
            let first = self.with_direction(at);
            if weight > 0.0
                && !is_word
                && self.is_alone(first, at + length)
                && !self.goes_on(at, at + length)
            {
                self.add(
                    first..at + length,
                    Some(Kind::Place),
                    Evidence::Known(kind.words()),
                    weight,
                );
            }
            at += length;
        }
    }

    /// Where a place's name begins that a direction may belong to: "East Jerusalem", but "East Germany" is a name by itself.
    fn with_direction(&self, at: usize) -> usize {
        let before = at.checked_sub(1).filter(|before| {
            self.token(*before)
                .is_some_and(|token| token.is_capital() && is_direction(&token.lower()))
        });
        before.filter(|_| !self.headline).unwrap_or(at)
    }

    /// Whether a place's name is the first part of a longer one: "Perth Glory", but not "U.S. Patriot missiles".
    fn goes_on(&self, first: usize, end: usize) -> bool {
        let is_initials = self.token(first).is_some_and(Token::is_initials);
        let joins = |token: &Token<'_>| {
            let lower = token.lower();
            token.is_capital()
                && !is_people(&lower)
                && !is_title(&lower)
                && !WORDS.dates.has(&lower)
                && !WORDS.title_parts.has(&lower)
        };
        !self.headline && !is_initials && self.token(end).is_some_and(joins)
    }

    /// Whether the words around a stretch are not capitalised, or are known to be no part of a name with it.
    fn is_alone(&self, first: usize, end: usize) -> bool {
        let may_join = |at: Option<usize>| {
            at.and_then(|at| self.token(at)).is_some_and(|token| {
                let lower = token.lower();
                token.is_capital()
                    && !WORDS.dates.has(&lower)
                    && !is_people(&lower)
                    && !is_title(&lower)
                    && !GAZETTEER.is_common(&lower)
            })
        };
        let joins_head = self.token(end).is_some_and(|token| {
            token.is_capital() && WORDS.organisation_heads.has(token.lower().trim_end_matches('.'))
        });
        !joins_head && (self.headline || !(may_join(first.checked_sub(1)) || may_join(Some(end))))
    }

    /// What the words of a capitalised run, and those beside it, say.
    fn runs(&mut self) {
        let mut at = 0;
        while at < self.sentence.len() {
            let length =
                self.sentence.iter().skip(at).take_while(|token| token.is_capital()).count();
            if length > 0 {
                let end = self.with_particles(at, at + length);
                let name = self.titled(at, end).unwrap_or(at);
                self.headed(at, at + length);
                self.speaking(name, end);
                self.beside(at, at + length);
                self.event(at, at + length);
                self.unknown(at, at + length);
                self.acting(at, at + length);
                self.defined(at, end);
                self.team(at, at + length);
                at = end.max(at + length);
            } else {
                at += 1;
            }
        }
    }

    /// The end of a run that goes on after a particle: "Charles de Gaulle".
    fn with_particles(&self, at: usize, end: usize) -> usize {
        let mut end = end;
        loop {
            let particles = self
                .sentence
                .iter()
                .skip(end)
                .take(2)
                .take_while(|token| !token.is_capital() && WORDS.particles.has(token.text))
                .count();
            let further = self
                .sentence
                .iter()
                .skip(end + particles)
                .take_while(|token| token.is_capital())
                .count();
            if particles == 0 || further == 0 || end == at {
                return end;
            }
            end += particles + further;
        }
    }

    /// A person after a title: adds the candidate, and says where the name begins.
    fn titled(&mut self, first: usize, end: usize) -> Option<usize> {
        let is_title_at = |at: usize| self.token(at).is_some_and(|token| is_title(&token.lower()));
        let within = (first..end).rev().find(|at| is_title_at(*at));
        let before = first.checked_sub(1).filter(|at| is_title_at(*at) && !self.headline);
        // "Secretary of State Antony Blinken", "Governor of Washington Chris Gregoire": the run begins within the title.
        let of =
            first.checked_sub(2).filter(|at| is_title_at(*at) && self.lower(first - 1) == "of");
        let run: Vec<&str> = self
            .sentence
            .get(first..end)
            .unwrap_or_default()
            .iter()
            .map(|token| token.text)
            .collect();
        let office = (first..end)
            .take_while(|at| WORDS.title_parts.has(&self.lower(*at)) || self.lower(*at) == "and")
            .last()
            .or_else(|| GAZETTEER.longest_place(&run).map(|(length, _)| first + length - 1));
        let title = within.or(of.and(office)).or(before)?;
        let rest = title + 1..end;
        // "Deputy Pentagon press secretary": the title goes on, and the run is no person.
        let goes_on = self.token(end).is_some_and(|token| {
            !token.is_capital() && (is_title(&token.lower()) || token.text == "press")
        });
        if goes_on {
            return None;
        }
        let lower_title = self.lower(title);
        let is_place_with_title = texts(self.sentence.get(title..end))
            .is_some_and(|name| GAZETTEER.place(&name).is_some());
        let rest_name = texts(self.sentence.get(rest.clone())).unwrap_or_default();
        let is_other = (1..=4).contains(&rest.len()).then_some(()).is_none()
            || is_place_with_title
            || matches!(
                GAZETTEER.place(&rest_name),
                Some(PlaceKind::Country | PlaceKind::Metropolis)
            )
            || rest.clone().any(|at| {
                let lower = self.lower(at);
                let bare = lower.trim_end_matches('.');
                WORDS.organisation_heads.has(bare) && bare != "house" && bare != "united"
                    || is_people(bare)
                    || WORDS.dates.has(bare)
                    || WORDS.title_parts.has(bare)
            })
            || (self.headline || rest.len() == 1)
                && rest.clone().all(|at| {
                    GAZETTEER.is_common(&self.lower(at))
                        && !self.token(at).is_some_and(|token| GAZETTEER.is_given(token.text))
                })
            || self.token(rest.start).is_some_and(|token| {
                token.is_initials() && !token.text.contains('.') && rest.len() == 1
            });
        if is_other {
            return None;
        }
        let weight = if GAZETTEER.place(&rest_name).is_some() { 1.0 } else { TITLE };
        let start = rest.start;
        self.add(rest, Some(Kind::Person), Evidence::Title(lower_title), weight);
        Some(start)
    }

    /// An organisation by its last word, or its first and an "of".
    fn headed(&mut self, first: usize, end: usize) {
        // What a run says of itself ends where a title or a verb stands in a headline.
        if self.headline && end - first > 6 {
            return;
        }
        let is_head_at =
            |at: usize| WORDS.organisation_heads.has(self.lower(at).trim_end_matches('.'));
        let Some(head) = (first..end).rev().find(|at| is_head_at(*at)) else { return };
        let name = self.after_titles(first, head);
        let lower_head = self.lower(head);
        let whole = self.with_leads(head, end);
        if texts(self.sentence.get(name..whole))
            .is_some_and(|name| GAZETTEER.place(&name).is_some())
        {
            return;
        }
        let is_lead = whole > head + 1;
        let is_strong = WORDS.sure_organisation_heads.has(lower_head.trim_end_matches('.'));
        let further = end - head - 1;
        // "University Hospital Zurich" is for the tagger.
        let is_telling = |at: usize| {
            let lower = self.lower(at);
            !GAZETTEER.is_common(&lower) && !is_people(&lower)
        };
        let may_head = if self.headline { is_strong && (name..head).any(is_telling) } else { true };
        if (head > name && further == 0 && may_head) || is_lead {
            let weight = if is_strong || is_lead { HEAD } else { WEAK_HEAD };
            self.add(name..whole, Some(Kind::Organisation), Evidence::Head(lower_head), weight);
        }
    }

    /// The first token from which a run up to a head has no more titles in it that stand for a person.
    fn after_titles(&self, first: usize, head: usize) -> usize {
        let mut start = first;
        for at in first..head {
            let lower = self.lower(at);
            // "Defense Ministry", "Attorney General Office" keep theirs.
            if matches!(
                lower.as_str(),
                "president" | "minister" | "spokesman" | "spokeswoman" | "mr." | "mr"
            ) {
                start = at + 1;
            }
            if at == first
                && matches!(
                    lower.as_str(),
                    "the" | "a" | "an" | "in" | "at" | "for" | "and" | "but"
                )
            {
                start = at + 1;
            }
        }
        start
    }

    /// The end of an organisation's name that goes on after "of" or "for".
    fn with_leads(&self, head: usize, run_end: usize) -> usize {
        let lead = self.lower(head);
        let lead = lead.trim_end_matches('.');
        if head + 1 != run_end || !(WORDS.organisation_leads.has(lead)) {
            return run_end;
        }
        let mut end = head + 1;
        loop {
            let small = |token: &&Token<'_>| {
                matches!(token.text, "of" | "for" | "on" | "the" | "and" | "&")
            };
            let links = self.sentence.iter().skip(end).take(3).take_while(small).count();
            let link = self.token(end).map_or("", |token| token.text);
            let further = self
                .sentence
                .iter()
                .skip(end + links)
                .take_while(|token| token.is_capital())
                .count();
            let is_first = end == head + 1;
            let opens = matches!(link, "of")
                || (matches!(link, "for" | "on") && is_first)
                || (matches!(link, "and" | "&") && !is_first && self.is_one_office(end));
            if links == 0 || further == 0 || !opens || end - head > 9 {
                return end;
            }
            end += links + further;
        }
    }

    /// Whether an "and" joins two matters of one office ("Ministry of Trade and Industry") rather than two names.
    fn is_one_office(&self, and: usize) -> bool {
        let is_matter = |at: usize| GAZETTEER.is_common(&self.lower(at));
        and.checked_sub(1).is_some_and(is_matter) && is_matter(and + 1)
    }

    /// A person who speaks, or is called by a given name.
    fn speaking(&mut self, first: usize, end: usize) {
        let length = end - first;
        if !(2..=4).contains(&length) || self.headline {
            return;
        }
        let is_plain = (first..end).all(|at| {
            let lower = self.lower(at);
            let bare = lower.trim_end_matches('.');
            !WORDS.organisation_heads.has(bare)
                && !WORDS.place_heads.has(bare)
                && !is_people(bare)
                && !WORDS.dates.has(bare)
                && !is_title(bare)
                && !self
                    .token(at)
                    .is_some_and(|token| token.is_initials() && !token.text.contains('.'))
        });
        let name = texts(self.sentence.get(first..end)).unwrap_or_default();
        let holds_country = (first..end).any(|at| {
            self.token(at)
                .is_some_and(|token| GAZETTEER.place(token.text) == Some(PlaceKind::Country))
        });
        let last_is_word =
            end.checked_sub(1).is_some_and(|at| GAZETTEER.is_common(&self.lower(at)));
        let first_is_word = GAZETTEER.is_common(&self.lower(first));
        let first_is_given = self.token(first).is_some_and(|token| GAZETTEER.is_given(token.text));
        if !is_plain || holds_country || GAZETTEER.place(&name).is_some() {
            return;
        }
        let verb =
            |at: Option<usize>| at.map(|at| self.lower(at)).filter(|word| WORDS.saying.has(word));
        let spoken = verb(Some(end)).or_else(|| verb(first.checked_sub(1)));
        if let Some(verb) = spoken.filter(|_| !last_is_word && (!first_is_word || first_is_given)) {
            self.add(first..end, Some(Kind::Person), Evidence::Speaks(verb), SPEAKS);
        }
        // "Mohammed bin Salman"
        let particle = (first..end)
            .filter_map(|at| self.token(at))
            .find(|token| PERSONAL.contains(&token.text));
        if let Some(particle) = particle.filter(|_| !last_is_word && !first_is_word) {
            let word = particle.text.to_owned();
            self.add(first..end, Some(Kind::Person), Evidence::Given(word), SPEAKS);
        }
        if let Some(word) =
            self.apposition(end).filter(|_| !last_is_word && (!first_is_word || first_is_given))
        {
            self.add(first..end, Some(Kind::Person), Evidence::Apposition(word), SPEAKS);
        }
        if first_is_given && !first_is_word && !last_is_word {
            let given = self.token(first).map_or("", |token| token.text).to_owned();
            self.add(first..end, Some(Kind::Person), Evidence::Given(given), GIVEN);
        }
    }

    /// The title that follows a name after a comma: "X, a senior analyst at Y", "X, Ukraine's former ambassador".
    fn apposition(&self, comma: usize) -> Option<String> {
        if self.lower(comma) != "," {
            return None;
        }
        let next = self.token(comma + 1)?;
        let opens = matches!(
            next.text,
            "a" | "an" | "the" | "who" | "former" | "head" | "chief" | "deputy" | "senior" | "now"
        ) || next.is_capital()
            || is_title(&next.lower());
        if !opens {
            return None;
        }
        if next.text == "who" {
            return Some("who".to_owned());
        }
        self.sentence
            .iter()
            .skip(comma + 1)
            .take(9)
            .take_while(|token| {
                !matches!(token.text, "," | "." | ";") && !WORDS.saying.has(&token.lower())
            })
            .map(Token::lower)
            .find(|word| {
                is_title(word) && word != "general"
                    || matches!(word.as_str(), "fellow" | "expert" | "member" | "owner")
            })
    }

    /// A place by what stands beside it: "Paxton, Illinois", "the city of Sumy", "the Zaporizhzhia region".
    fn beside(&mut self, first: usize, end: usize) {
        let length = end - first;
        let is_known = |at: usize| {
            self.token(at).is_some_and(Token::is_capital)
                && texts(self.sentence.get(at..at + 1)).is_some_and(|name| {
                    matches!(GAZETTEER.place(&name), Some(PlaceKind::Country | PlaceKind::State))
                })
        };
        if length <= 3 && self.lower(end) == "," && is_known(end + 1) && !self.headline {
            let before = first.checked_sub(1).map(|at| self.lower(at)).unwrap_or_default();
            if matches!(
                before.as_str(),
                "in" | "at" | "near" | "from" | "of" | "to" | "outside" | "around" | "through"
            ) {
                self.add(
                    first..end,
                    Some(Kind::Place),
                    Evidence::Beside(self.lower(end + 1)),
                    BESIDE,
                );
            }
        }
        let before = first.checked_sub(1).map(|at| self.lower(at)).unwrap_or_default();
        if length <= 2
            && matches!(
                before.as_str(),
                "in" | "near" | "outside" | "into" | "across" | "throughout" | "around"
            )
            && !self.headline
            && self
                .sentence
                .get(first..end)
                .unwrap_or_default()
                .iter()
                .all(|token| !GAZETTEER.is_common(&token.lower()) && !token.is_initials())
            && !self.token(end).is_some_and(Token::is_possessive)
        {
            self.add(first..end, Some(Kind::Place), Evidence::Beside(before), INTO);
        }
        let head_after = self.lower(end);
        const AFTER: [&str; 8] = [
            "region",
            "oblast",
            "province",
            "district",
            "county",
            "peninsula",
            "prefecture",
            "river",
        ];
        if length <= 2 && AFTER.contains(&head_after.as_str()) && !is_people(&self.lower(end - 1)) {
            self.add(first..end, Some(Kind::Place), Evidence::Beside(head_after), BESIDE);
        }
        let before = first.checked_sub(2).map(|at| self.lower(at)).unwrap_or_default();
        let of = first.checked_sub(1).map(|at| self.lower(at)).unwrap_or_default();
        const OF: [&str; 11] = [
            "city", "town", "village", "island", "province", "region", "district", "port",
            "suburb", "hamlet", "capital",
        ];
        if length <= 3 && of == "of" && OF.contains(&before.as_str()) {
            self.add(first..end, Some(Kind::Place), Evidence::Beside(before), BESIDE);
        }
        let last = self.lower(end - 1);
        if (2..=4).contains(&length)
            && WORDS.place_heads.has(&last)
            && !WORDS.other_place_heads.has(&last)
            && !self.headline
        {
            self.add(first..end, Some(Kind::Place), Evidence::Head(last), HEAD * 0.5);
        }
        let lead = self.lower(first);
        if length == 2
            && ["mount", "lake", "cape", "fort"].contains(&lead.as_str())
            && !self.headline
        {
            self.add(first..end, Some(Kind::Place), Evidence::Head(lead), HEAD * 0.5);
        }
    }

    /// An organisation by what it is called beside its name, by a unit's number, or by its initials.
    fn acting(&mut self, first: usize, end: usize) {
        if self.headline {
            return;
        }
        let length = end - first;
        let before = first.checked_sub(1).map(|at| self.lower(at)).unwrap_or_default();
        if length <= 4 && WORDS.organisation_nouns.has(&before) {
            self.add(
                first..end,
                Some(Kind::Organisation),
                Evidence::Beside(before.clone()),
                CALLED,
            );
        }
        if self.lower(end) == ","
            && matches!(self.token(end + 1).map(|token| token.text), Some("a" | "an" | "the"))
        {
            let noun = self
                .sentence
                .iter()
                .skip(end + 2)
                .take(5)
                .take_while(|token| {
                    !matches!(
                        token.text,
                        "," | "." | "of" | "for" | "at" | "in" | "by" | "that" | "which"
                    )
                })
                .last()
                .map(Token::lower)
                .filter(|noun| WORDS.organisation_nouns.has(noun));
            if let Some(noun) = noun {
                self.add(first..end, Some(Kind::Organisation), Evidence::Apposition(noun), CALLED);
            }
        }
        // "the 3rd Assault Brigade", "65 Air Division"
        let unit = (first..end).rfind(|at| WORDS.units.has(&self.lower(*at)));
        let is_number =
            |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && text.len() <= 5;
        if let Some(unit) = unit.filter(|_| is_number(&before)) {
            self.add(
                first - 1..unit + 1,
                Some(Kind::Organisation),
                Evidence::Head(self.lower(unit)),
                HEAD,
            );
        }
        for at in first..end {
            let is_initials = self.token(at).is_some_and(|token| {
                token.is_initials()
                    && token.text.chars().filter(|c| c.is_alphabetic()).count() >= 3
                    && token.text.chars().count() <= 6
                    && !token.text.contains(|c: char| c.is_numeric())
                    && GAZETTEER.place(token.text).is_none()
            });
            if is_initials && length <= 2 {
                self.add(at..at + 1, Some(Kind::Organisation), Evidence::Initials, INITIALS);
            }
        }
    }

    /// "X is a village", "X was a company", "X, an analyst": the first word that tells.
    fn defined(&mut self, first: usize, end: usize) {
        let is_said = matches!(
            self.lower(end).as_str(),
            "is" | "was" | "are" | "were" | "remains" | "became"
        ) && matches!(
            self.token(end + 1).map(|token| token.text),
            Some("a" | "an" | "the" | "one")
        );
        if !is_said || self.headline || end - first > 4 {
            return;
        }
        let told = self
            .sentence
            .iter()
            .skip(end + 2)
            .take(7)
            .take_while(|token| !matches!(token.text, "," | "." | "who" | "that" | "which"))
            .find_map(|token| {
                let word = token.lower();
                let kind = if token.is_capital() {
                    return None;
                } else if WORDS.place_heads.has(&word) {
                    Kind::Place
                } else if WORDS.organisation_nouns.has(&word)
                    || WORDS.sure_organisation_heads.has(&word)
                {
                    Kind::Organisation
                } else if is_title(&word)
                    && !matches!(
                        word.as_str(),
                        "major" | "general" | "private" | "chief" | "leader" | "don"
                    )
                {
                    Kind::Person
                } else {
                    return None;
                };
                Some((kind, word))
            });
        if let Some((kind, word)) = told {
            self.add(first..end, Some(kind), Evidence::Apposition(word), CALLED);
        }
    }

    /// A team by its town: "Boston Braves".
    fn team(&mut self, first: usize, end: usize) {
        let last = self.lower(end - 1);
        let run: Vec<&str> = self
            .sentence
            .get(first..end)
            .unwrap_or_default()
            .iter()
            .map(|token| token.text)
            .collect();
        let town = GAZETTEER.longest_place(&run).filter(|(length, kind)| {
            let of_town = matches!(kind, PlaceKind::Metropolis | PlaceKind::City | PlaceKind::Town);
            of_town && (1..=2).contains(&(end - first - length))
        });
        let is_team = last.ends_with('s')
            && last.len() > 3
            && !WORDS.place_heads.has(&last)
            && !is_people(&last)
            && !WORDS.dates.has(&last)
            && !WORDS.event_heads.has(&last);
        if is_team && !self.headline && town.is_some() {
            self.add(first..end, Some(Kind::Organisation), Evidence::Head(last), TEAM);
        }
    }

    /// Organisations that everybody knows by a name that nothing gives away.
    fn known_organisations(&mut self) {
        for at in (0..self.sentence.len())
            .filter(|at| self.sentence.get(*at).is_some_and(Token::is_capital))
        {
            let texts: Vec<&str> =
                self.sentence.iter().skip(at).take(8).map(|token| token.text).collect();
            let Some(length) = GAZETTEER.longest_organisation(&texts) else { continue };
            let end = at + length;
            // "Apple", "Ford" and "Navy" are words and names of other things, too.
            let is_ambiguous = length == 1
                && self.token(at).is_some_and(|token| {
                    !token.is_initials()
                        && (GAZETTEER.is_common(&token.lower())
                            || GAZETTEER.is_given(token.text)
                            || GAZETTEER.is_surname(token.text)
                            || GAZETTEER.place(token.text).is_some())
                });
            // "MTV Video Music Awards" is none of MTV's own names.
            let goes_on = !self.headline && !self.is_alone(at, end);
            // "the Ukrainian Air Force" is one, "the Russian Gazprom" is not.
            let is_headed = self
                .token(end - 1)
                .is_some_and(|token| WORDS.organisation_heads.has(&token.lower()));
            let peoples = self.sentence.get(..at).unwrap_or_default().iter().rev();
            let whose =
                peoples.take_while(|token| token.is_capital() && is_people(&token.lower())).count();
            let first = at - if is_headed { whose } else { 0 };
            let weight = if is_ambiguous || goes_on { AMBIGUOUS } else { COUNTRY };
            if !is_ambiguous || !goes_on && at > 0 {
                self.add(
                    first..end,
                    Some(Kind::Organisation),
                    Evidence::Known("an organisation"),
                    weight,
                );
            }
        }
    }

    /// The name of an event or a law.
    fn event(&mut self, first: usize, end: usize) {
        let last = self.lower(end - 1);
        if end - first > 1 && WORDS.event_heads.has(&last) && !self.headline {
            self.add(first..end, None, Evidence::Head(last.clone()), EVENT);
        }
        // "the Battle of Sayler's Creek"
        if WORDS.event_leads.has(&last) && self.lower(end) == "of" {
            let rest =
                self.sentence.iter().skip(end + 1).take_while(|token| token.is_capital()).count();
            if rest > 0 {
                self.add(end - 1..end + 1 + rest, None, Evidence::Head(last), EVENT);
            }
        }
    }

    /// In a headline: two or three words side by side that are neither common nor known as anything else.
    fn unknown(&mut self, first: usize, end: usize) {
        if !self.headline {
            return;
        }
        let mut at = first;
        while at < end {
            let length = (at..end).take_while(|at| self.token(*at).is_some_and(is_unknown)).count();
            if (2..=3).contains(&length) {
                self.add(at..at + length, Some(Kind::Person), Evidence::Unknown, UNKNOWN);
            }
            at += length.max(1);
        }
    }

    /// Weapons and vehicles: what stands before such a word, a type's number, what is "known as".
    fn products(&mut self) {
        for at in 0..self.sentence.len() {
            if self.token(at).is_some_and(|token| is_type_number(token.text)) {
                self.typed(at);
            }
            if let Some(head) =
                self.token(at).filter(|token| WORDS.product_heads.has_number(token.text))
            {
                let head = head.lower();
                self.before_head(at, &head);
                self.known_as(at, &head);
            }
        }
    }

    /// A type's number ("F-16") near a word for what it is, with the nickname after it ("RS-26 Rubezh").
    fn typed(&mut self, at: usize) {
        let near = at.saturating_sub(3)..(at + 5).min(self.sentence.len());
        let head = near.map(|at| self.lower(at)).find(|word| WORDS.product_heads.has_number(word));
        let Some(head) = head else { return };
        let nickname = self
            .sentence
            .iter()
            .skip(at + 1)
            .take(2)
            .take_while(|token| {
                token.is_capital()
                    && !token.is_initials()
                    && !is_people(&token.lower())
                    && !WORDS.product_heads.has_number(token.text)
            })
            .count();
        let before = at
            .checked_sub(1)
            .and_then(|before| self.token(before))
            .is_some_and(|token| WORDS.makers.has(token.text));
        self.add(
            at - usize::from(before)..at + 1 + nickname,
            Some(Kind::Weapon),
            Evidence::Product(head),
            PRODUCT,
        );
    }

    /// A capitalised name before a word for a weapon: "the Oreshnik missile", "Patriot air defense systems".
    fn before_head(&mut self, head: usize, word: &str) {
        if self.headline || self.token(head).is_some_and(Token::is_capital) {
            return;
        }
        // Lower-case words may stand between: "nuclear-capable", "air defense", "ballistic".
        let between = self
            .sentence
            .get(..head)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(2)
            .take_while(|token| !token.is_capital() && WORDS.between.has(token.text))
            .count();
        let end = head - between;
        let run = self
            .sentence
            .get(..end)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|token| token.is_capital())
            .count();
        let is_weapon = WORDS.weapon_heads.has_number(word) || between > 0;
        let first = end - run;
        let opens = first == 0
            && self.token(first).is_some_and(|token| GAZETTEER.is_common(&token.lower()));
        let is_other = (first..end).any(|at| {
            let lower = self.lower(at);
            is_people(&lower)
                || WORDS.dates.has(&lower)
                || WORDS.product_heads.has_number(&lower)
                || self.token(at).is_some_and(|token| GAZETTEER.place(token.text).is_some())
        });
        if (1..=3).contains(&run) && is_weapon && !is_other && !opens {
            self.add(
                first..end,
                Some(Kind::Weapon),
                Evidence::Product(word.to_owned()),
                PRODUCT * 0.6,
            );
        }
    }

    /// "a missile, known as Oreshnik"
    fn known_as(&mut self, head: usize, word: &str) {
        let phrase = |at: usize| {
            let pair = (self.lower(at), self.lower(at + 1));
            matches!(
                (pair.0.as_str(), pair.1.as_str()),
                ("known", "as") | ("named", _) | ("called", _) | ("dubbed", _)
            )
            .then_some(at + 1 + usize::from(pair.1 == "as"))
        };
        let Some(first) = (head + 1..head + 5).find_map(phrase) else { return };
        let first = first + usize::from(self.lower(first) == "the");
        let run = self.sentence.iter().skip(first).take_while(|token| token.is_capital()).count();
        if run > 0 {
            self.add(
                first..first + run,
                Some(Kind::Weapon),
                Evidence::Product(word.to_owned()),
                PRODUCT,
            );
        }
    }
}

/// Whether a word is none that is common or known for something.
fn is_unknown(token: &Token<'_>) -> bool {
    let lower = token.lower();
    !GAZETTEER.is_common(&lower)
        && GAZETTEER.place(token.text).is_none()
        && !is_people(&lower)
        && !is_title(&lower)
        && !WORDS.dates.has(&lower)
        && !token.is_initials()
        && !WORDS.organisation_heads.has(&lower)
        && !WORDS.no_names.has(&lower)
        && !token.text.contains(|c: char| c.is_numeric())
}

/// "R-S.C.", as senators have behind their names.
fn is_party_and_state(text: &str) -> bool {
    ["R-", "D-", "I-"].iter().any(|party| {
        text.strip_prefix(party).is_some_and(|state| state.starts_with(char::is_uppercase))
    })
}

/// Particles that only people have.
const PERSONAL: [&str; 9] = ["bin", "bint", "ibn", "van", "von", "der", "den", "ter", "zu"];

/// Initials that no person has: "NATO".
fn is_long_initials(token: &Token<'_>) -> bool {
    token.is_initials() && token.text.chars().count() > 2 && !token.text.contains('.')
}

/// Letters and digits, as types of weapons and aircraft are called: "F-16", "RS-26", "T-72B3", "Su-35".
fn is_type_number(text: &str) -> bool {
    let letters = text.chars().take_while(|c| c.is_ascii_alphabetic()).count();
    let rest = text.get(letters..).unwrap_or_default();
    let digits = rest.strip_prefix('-').unwrap_or(rest);
    (1..=5).contains(&letters)
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().count() <= 5
        && digits.chars().all(|c| c.is_ascii_alphanumeric())
}

/// The words of a stretch, parted by spaces.
fn texts(tokens: Option<&[Token<'_>]>) -> Option<String> {
    Some(tokens?.iter().map(|token| token.text).collect::<Vec<_>>().join(" "))
}
