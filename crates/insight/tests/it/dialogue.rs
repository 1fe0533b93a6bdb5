//! Quotes that a dash introduces, in the languages that have them, and dashes that introduce none.

use super::document;
use super::quotes::quote_lines;
use cuttings_insight::{Document, Language, Passage, Role};

/// Finds the quotes in an article whose paragraphs are the lines of `text`.
#[track_caller]
fn check(tag: &str, text: &str, expected: &str) {
    let language = Language::from_tag(tag);
    let paragraphs = text.lines().map(|line| (Role::Paragraph, line));
    let found = quote_lines(Document { language, ..document(paragraphs) });
    assert_eq!(found, expected, "{text}");
}

#[test]
fn spanish() {
    check(
        "es",
        "—El puerto abrirá en mayo —dijo Ana López—. Después vendrán los barcos grandes.",
        "Ana López: El puerto abrirá en mayo … Después vendrán los barcos grandes.",
    );
    check(
        "es-MX",
        "—¿Y quién paga las obras? —preguntó el alcalde Carlos Romero.\n\
         —Nadie lo sabe.\n\
         Carlos Romero miró el mar.",
        "Carlos Romero: ¿Y quién paga las obras?\n?: Nadie lo sabe.",
    );
    check("es", "—No volveré —murmuró, y cerró la puerta.", "?: No volveré");
    check("es", "—Está enferma —dijo la madre de Ana López.", "?: Está enferma");
}

#[test]
fn french() {
    check("fr", "– Je ne sais pas, a répondu Jean Dupont.", "Jean Dupont: Je ne sais pas");
    check(
        "fr",
        "— Vous venez demain ? demande Marie Lemoine, la directrice du port.\n\
         — Oui, dit-il.\n\
         — Alors nous attendrons.",
        "Marie Lemoine: Vous venez demain ?\n?: Oui\n?: Alors nous attendrons.",
    );
    check(
        "fr",
        "– C’est fini, a-t-elle ajouté. – Et nous partons.",
        "?: C’est fini … Et nous partons.",
    );
    check("fr", "– Oui, m’a-t-il dit à Londres.", "?: Oui");
    check("fr", "– C’est trop tard, s’exclame Paul Martin.", "Paul Martin: C’est trop tard");
    check("fr", "– Rien n’est décidé, a-t-on appris hier.", "");
}

#[test]
fn italian_and_portuguese() {
    check(
        "it",
        "– Il traghetto parte domani, ha detto Marco Rossi ai giornalisti.",
        "Marco Rossi: Il traghetto parte domani",
    );
    check(
        "pt-BR",
        "— Não sei — disse a ministra Ana Ferreira. — Volto amanhã, se puder.",
        "Ana Ferreira: Não sei … Volto amanhã, se puder.",
    );
    check("pt", "– O rio subiu, explicou João Santos.", "João Santos: O rio subiu");
}

#[test]
fn polish() {
    check(
        "pl",
        "— Nie wiem — powiedział Adam Nowak. — Zapytam jutro.",
        "Adam Nowak: Nie wiem … Zapytam jutro.",
    );
    check(
        "pl",
        "– To był trudny rok – przyznaje dyrektor Adam Nowak i odkłada okulary. Potem milczy – długo.",
        "Adam Nowak: To był trudny rok",
    );
    check("pl", "— Jest w domu — powiedziała siostra Adam Nowak.", "?: Jest w domu");
}

#[test]
fn sentences_between_dashes_are_not_spoken() {
    check(
        "pl",
        "— Prom odpłynął! — krzyknęła. — Słyszysz?\n\
         — Teraz? — Kobieta odłożyła sieć. — Przecież jest noc.\n\
         — Trudno. — Anna wstała.",
        "?: Prom odpłynął! … Słyszysz?\n?: Teraz? … Przecież jest noc.\n?: Trudno.",
    );
    check(
        "es",
        "—¿Ves las barcas? —preguntó su hermano, —las que salen hoy.\n—No. —Marta se asomó—. Sí.",
        "?: ¿Ves las barcas? … las que salen hoy.\n?: No. … Sí.",
    );
}

#[test]
fn ukrainian_and_russian() {
    check(
        "uk",
        "— Пором прийде вранці, — сказав Іван Петренко. — Чекайте на березі.",
        "Іван Петренко: Пором прийде вранці … Чекайте на березі.",
    );
    check(
        "uk",
        "— Ми відбудуємо міст, — наголосила міністерка Олена Бондар.\n— Коли?\n— Навесні!",
        "Олена Бондар: Ми відбудуємо міст\n?: Коли?\n?: Навесні!",
    );
    check("ru", "— Это — моя книга, — сказала Анна Иванова.", "Анна Иванова: Это — моя книга");
}

#[test]
fn scandinavian() {
    check(
        "sv",
        "– Det är en bra dag för hamnen, säger Anna Berg.\n\
         Hon har arbetat här i tio år.\n\
         – Alla väntar på färjan!",
        "Anna Berg: Det är en bra dag för hamnen\n?: Alla väntar på färjan!",
    );
    check("nb", "– Jeg vet ikke, deler 36-åringen.\n– Kanskje.", "?: Jeg vet ikke\n?: Kanskje.");
    check("sv", "– Det blir dyrt, säger Anna Bergs chef.", "?: Det blir dyrt");
    check(
        "nb",
        "– Vi er klare, sier Martin Hansen til avisen. – Nå gjelder det.",
        "Martin Hansen: Vi er klare … Nå gjelder det.",
    );
    check("no", "– Hvem kommer? spør Martin Hansen.", "Martin Hansen: Hvem kommer?");
    check(
        "da",
        "– Havnen er tom, siger borgmester Peter Jensen, som bor ved kajen.",
        "Peter Jensen: Havnen er tom",
    );
}

#[test]
fn finnish_and_turkish() {
    check(
        "fi",
        "– Satama avataan keväällä, sanoo pääministeri Anna Virtanen.",
        "Anna Virtanen: Satama avataan keväällä",
    );
    check("fi", "– Se on totta, sanoo Anna Virtasen äiti.", "?: Se on totta");
    check("tr", "— Bilmiyorum, dedi Ali Demir.", "Ali Demir: Bilmiyorum");
    check(
        "tr",
        "– Vapur ne zaman gelecek? diye sordu Ali Demir.",
        "Ali Demir: Vapur ne zaman gelecek?",
    );
}

#[test]
fn quotes_within_speech_belong_to_its_words() {
    check(
        "es",
        "—Me dijo «nunca» dos veces —contó Ana López.",
        "Ana López: Me dijo «nunca» dos veces",
    );
}

#[test]
fn lines_of_one_paragraph_may_be_speech() {
    let text = "—¿Vienes? —preguntó Ana López.\n—Ya voy.";
    let language = Language::from_tag("es");
    let found = quote_lines(Document { language, ..document([(Role::Paragraph, text)]) });
    assert_eq!(found, "Ana López: ¿Vienes?\n?: Ya voy.");
}

#[test]
fn other_dashes_introduce_no_speech() {
    // An interruption of a sentence.
    check("es", "El puerto —dijo Ana López— abrirá en mayo.", "");
    check("fr", "Le port – dit-on – ouvrira en mai.", "");
    check("en", "The harbour — said Ada Okonkwo — will open in May.", "");
    check("en", "— It will rain, said Ada Okonkwo.", "");
    check("de", "– Der Hafen öffnet im Mai, sagte Anna Schmidt.", "");
    // A list.
    check("fr", "– Les quais du nord ;\n– les hangars ;\n– Une grue neuve.", "");
    check("pl", "– chleb,\n– mleko,\n– Sery dojrzewające.", "");
    check("uk", "— Хліб;\n— Молоко;\n— Сир.", "");
    check("es", "— Primera línea del metro: Norte.\n— Segunda línea del metro: Sur.", "");
    // A signature, and a range of years.
    check("es", "— Ana López", "");
    check("sv", "– 1914–1918 var ett världskrig.", "");
}

#[test]
fn items_of_lists_are_no_speech() {
    let text = "– Det är bra, säger Anna Berg.";
    let item = Passage { is_list_item: true, ..Passage::new(Role::Paragraph, text) };
    let language = Language::from_tag("sv");
    assert_eq!(quote_lines(Document { language, passages: vec![item] }), "");
    assert_eq!(quote_lines(Document { language, ..document([(Role::Heading, text)]) }), "");
}
