//! The words around years in texts of the languages of the catalogues: the names of months, and
//! words that tell a year from a quantity.

/// The words of a language. A word that begins with a capital does so in texts as well.
#[derive(Debug)]
pub(super) struct Words {
    language: &'static str,
    /// The names of the months, with all their forms between bars.
    pub(super) months: &'static str,
    /// Abbreviations of the months, without full stops.
    pub(super) short_months: &'static str,
    /// Words between a day, a month and a year.
    pub(super) links: &'static [&'static str],
    /// Words before a year, and after it, that make it one: "the year", "року".
    pub(super) before: &'static [&'static str],
    pub(super) after: &'static [&'static str],
    /// Prepositions that stand before quantities, too: "in 2019", but not "in 2019 houses".
    pub(super) prepositions: &'static [&'static str],
    /// Words before the first of two years, and between them.
    pub(super) pairs: &'static [&'static str],
    pub(super) joints: &'static [&'static str],
    /// Words that follow a year, but not a number of things.
    pub(super) followers: &'static str,
    /// True if a capital begins a name, and not every noun.
    pub(super) has_small_nouns: bool,
}

impl Words {
    /// Returns the words of a language, by its tag.
    pub(super) fn of(language: &str) -> Option<&'static Words> {
        let language = language.split('-').next().unwrap_or_default();
        ALL.iter().find(|words| words.language.eq_ignore_ascii_case(language))
    }

    /// Returns whether a word follows a year, but not a number of things.
    pub(super) fn is_follower(&self, word: &str) -> bool {
        self.followers.split(' ').any(|follower| follower == word)
    }
}

/// Returns the forms of each month, from a list of names.
pub(super) fn month_forms(
    names: &'static str,
) -> impl Iterator<Item = (u8, impl Iterator<Item = &'static str>)> {
    (1..).zip(names.split(", ")).map(|(month, forms)| (month, forms.split('|')))
}

const ALL: [Words; 12] = [
    Words {
        language: "en",
        months: "January, February, March, April, May, June, July, August, September, October, \
            November, December",
        short_months: "Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep|Sept, Oct, Nov, Dec",
        links: &["of"],
        before: &[
            "year",
            "early",
            "late",
            "end of",
            "start of",
            "beginning of",
            "spring of",
            "summer of",
            "autumn of",
            "fall of",
            "winter of",
        ],
        after: &[],
        prepositions: &["in", "since", "until", "till", "during", "before", "after", "circa"],
        pairs: &["from", "between", "years"],
        joints: &["to", "and", "until", "till", "through"],
        followers: "a about after against alone amid an and are as at because before but by during \
            for from had has have he her his if in into is it its no not on only over she since so \
            than that the their then there these they this through to under until was we were when \
            where which while who with you",
        has_small_nouns: true,
    },
    Words {
        language: "de",
        months: "Januar|Jänner, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, \
            November, Dezember",
        short_months: "Jan, Feb|Febr, Mär, Apr, Mai, Jun, Jul, Aug, Sep|Sept, Okt, Nov, Dez",
        links: &[],
        before: &[
            "Jahr",
            "Jahre",
            "Jahres",
            "Anfang",
            "Mitte",
            "Ende",
            "Frühjahr",
            "Frühling",
            "Sommer",
            "Herbst",
            "Winter",
        ],
        after: &[],
        prepositions: &["in", "seit", "bis", "ab"],
        pairs: &["von", "zwischen", "Jahren"],
        joints: &["bis", "und"],
        followers: "als am an auch auf aus bei bis da damals dann das dass dem den der des die \
            durch ein eine einem einen einer er es für gab gegen hat hatte hatten ihm ihn ihr im \
            in ist kam mit nach nicht noch nur ohne sei sich sie sind so und unter vom von vor war \
            waren weil wenn wie wieder wird wo wurde wurden zu zum zur über",
        has_small_nouns: false,
    },
    Words {
        language: "fr",
        months: "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, \
            novembre, décembre",
        short_months: "janv, févr|fév, mars, avr, mai, juin, juil, août, sept, oct, nov, déc",
        links: &["de"],
        before: &["an", "année", "fin", "début", "été", "automne", "hiver", "printemps"],
        after: &[],
        prepositions: &["en", "depuis", "dès", "jusqu’en", "jusqu'en", "avant", "après"],
        pairs: &["de", "entre", "années"],
        joints: &["à", "et"],
        followers: "a après au aux avait avant avec ce cette dans de des du elle elles en est et \
            fut il ils la le les lors mais ne ni non on ont où par pour puis qu quand que qui sa \
            se ses son sont sous sur un une étaient était",
        has_small_nouns: true,
    },
    Words {
        language: "es",
        months: "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre|setiembre, \
            octubre, noviembre, diciembre",
        short_months: "ene, feb, mar, abr, may, jun, jul, ago, sep|sept|set, oct, nov, dic",
        links: &["de", "del"],
        before: &["año", "verano de", "otoño de", "invierno de", "primavera de"],
        after: &[],
        prepositions: &["en", "desde", "hasta"],
        pairs: &["de", "entre", "años"],
        joints: &["a", "y", "hasta"],
        followers: "a al ante ayer con contra cuando de del donde el ella ellos en entre era eran \
            es esta este estos fue fueron ha había han hasta la las lo los no para pero por porque \
            que se si sin sobre son su sus también tras un una y ya",
        has_small_nouns: true,
    },
    Words {
        language: "it",
        months: "gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, \
            ottobre, novembre, dicembre",
        short_months: "gen, feb, mar, apr, mag, giu, lug, ago, set|sett, ott, nov, dic",
        links: &["di", "del"],
        before: &["anno", "nel", "dal", "estate", "fine", "inizio"],
        after: &[],
        prepositions: &["del", "al", "fino al"],
        pairs: &["tra il", "fra il", "anni"],
        joints: &["al", "e il"],
        followers: "a aveva che con da dal dalla dell della di dopo e era erano fino fu furono ha \
            hanno i il in l la le lo ma nel nella non o per perché quando se si sono su sul sulla \
            tra un una è",
        has_small_nouns: true,
    },
    Words {
        language: "pt",
        months: "janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, \
            novembro, dezembro",
        short_months: "jan, fev, mar, abr, mai, jun, jul, ago, set, out, nov, dez",
        links: &["de", "do"],
        before: &["ano", "ano de", "verão de", "outono de", "inverno de", "primavera de"],
        after: &[],
        prepositions: &["em", "desde", "até"],
        pairs: &["de", "entre", "anos"],
        joints: &["a", "e", "até"],
        followers: "a ao aos as com como contra da das de depois do dos e ela ele eles em entre \
            era eram foi foram há mas na nas no nos não o os para pela pelo por porque quando que \
            se sem seu sua são também tinha um uma já",
        has_small_nouns: true,
    },
    Words {
        language: "nl",
        months: "januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, \
            november, december",
        short_months: "jan, feb|febr, mrt, apr, mei, jun, jul, aug, sep|sept, okt, nov, dec",
        links: &["van"],
        before: &["jaar", "begin", "eind", "zomer van", "herfst van", "winter van", "voorjaar van"],
        after: &[],
        prepositions: &["in", "sinds", "tot", "vanaf"],
        pairs: &["van", "tussen"],
        joints: &["tot", "en"],
        followers: "aan al als bij daar dan dat de deze die dit door een en er geen had hadden \
            heeft het hij hun ik in is kwam maar met na naar niet nog of om onder ook op over toen tot \
            uit van voor waren was we werd werden wordt ze zich zij zijn",
        has_small_nouns: true,
    },
    Words {
        language: "pl",
        months: "stycznia|styczeń|styczniu, lutego|luty|lutym, marca|marzec|marcu, \
            kwietnia|kwiecień|kwietniu, maja|maj|maju, czerwca|czerwiec|czerwcu, \
            lipca|lipiec|lipcu, sierpnia|sierpień|sierpniu, września|wrzesień|wrześniu, \
            października|październik|październiku, listopada|listopad|listopadzie, \
            grudnia|grudzień|grudniu",
        short_months: "sty, lut, mar, kwi, maj, cze, lip, sie, wrz, paź, lis, gru",
        links: &[],
        before: &["rok", "roku"],
        after: &["r", "rok", "roku", "rokiem"],
        prepositions: &[],
        pairs: &["lata", "latach"],
        joints: &["i", "do"],
        followers: "a ale do i jak na nie o od oraz po przez się to w z za został została",
        has_small_nouns: true,
    },
    Words {
        language: "uk",
        months: "січня|січень|січні, лютого|лютий|лютому, березня|березень|березні, \
            квітня|квітень|квітні, травня|травень|травні, червня|червень|червні, \
            липня|липень|липні, серпня|серпень|серпні, вересня|вересень|вересні, \
            жовтня|жовтень|жовтні, листопада|листопад|листопаді, грудня|грудень|грудні",
        short_months: "січ, лют, бер, квіт, трав, черв, лип, серп, вер, жовт, лист, груд",
        links: &[],
        before: &["рік", "року", "році"],
        after: &["р", "рр", "рік", "року", "році", "роком"],
        prepositions: &[],
        pairs: &["роки", "роках"],
        joints: &["і", "та", "до"],
        followers: "а але в від до за з і на не по та у через що як",
        has_small_nouns: true,
    },
    Words {
        language: "ar",
        months: "يناير|كانون الثاني|جانفي, فبراير|شباط|فيفري, مارس|آذار, أبريل|نيسان|أفريل, \
            مايو|أيار|ماي, يونيو|حزيران|جوان, يوليو|تموز|جويلية|يوليوز, أغسطس|آب|أوت|غشت, \
            سبتمبر|أيلول|شتنبر, أكتوبر|تشرين الأول, نوفمبر|تشرين الثاني|نونبر, ديسمبر|كانون الأول|دجنبر",
        short_months: "",
        links: &["من"],
        before: &["عام", "العام", "لعام", "بعام", "وعام", "عامي", "سنة", "السنة", "لسنة", "وسنة"],
        after: &["م"],
        prepositions: &["في", "منذ", "حتى"],
        pairs: &["بين", "من"],
        joints: &["و", "إلى", "حتى"],
        followers: "إلى أن بعد حتى حيث على عن عندما في قبل كان كانت لم ما مع من هو هي",
        has_small_nouns: true,
    },
    Words { language: "ja", ..NONE },
    Words { language: "zh", ..NONE },
];

/// Signs tell the dates of some languages: "2024年5月16日".
const NONE: Words = Words {
    language: "",
    months: "",
    short_months: "",
    links: &[],
    before: &[],
    after: &[],
    prepositions: &[],
    pairs: &[],
    joints: &[],
    followers: "",
    has_small_nouns: true,
};
