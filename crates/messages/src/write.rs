//! Messages as Rust: what never changes as literals, the rest as functions that fill in a pattern, which a `match` may
//! choose.

use crate::message::{Case, Key, Part};
use crate::plural::{self, Rules};
use crate::{Messages, Written};

/// What the macro is told of itself.
const ON_MACRO: &str = "\
/// The text of a message, by its name in the catalogue. One that never changes is a literal, which `concat!` takes, too;
/// one with a link in it is what stands before, in and behind that; one that holds something is a `String`, and is given what
/// it holds in the order of the English catalogue: `msg!(\"find-in\", facet = label)`.
";

/// What the page writes numbers with.
const DECIMAL: &str = "crate::store::text::decimal";

/// A module with all the words.
pub(crate) fn module(messages: &Messages) -> String {
    let mut arms = String::new();
    let mut functions = String::new();
    let mut pieces = String::new();
    for written in &messages.messages {
        let name = &written.message.name;
        let fixed = written.message.fixed();
        if let Some(around) = written.message.around_link() {
            arms.push_str(&format!("    ({name:?}) => {{ {around:?} }};\n"));
        } else if let (Some(text), []) = (&fixed, &written.given[..]) {
            arms.push_str(&format!("    ({name:?}) => {{ {text:?} }};\n"));
        } else {
            let [parameters, arguments]: [Vec<String>; 2] = [
                written
                    .given
                    .iter()
                    .map(|(given, _)| format!(", {} = ${}:expr", given.replace('-', "_"), rust_name(given)))
                    .collect(),
                written.given.iter().map(|(given, _)| format!("${}", rust_name(given))).collect(),
            ];
            let (parameters, arguments) = (parameters.concat(), arguments.join(", "));
            let function = rust_name(name);
            arms.push_str(&format!(
                "    ({name:?}{parameters} $(,)?) => {{ $crate::messages::texts::{function}({arguments}) }};\n"
            ));
            functions.push_str(&function_of(written));
        }
        if let Some(row) = alternating(&written.message.parts) {
            pieces.push_str(&format!("    ({name:?}, &{row:?}),\n"));
        }
    }
    format!(
        "/// The language of the words, as a BCP 47 tag.\npub const LANGUAGE: &str = {:?};\n\n\
         /// The language of the edition, if there are no words in it.\npub const UNTRANSLATED: Option<&str> = {:?};\n\n\
         /// In which direction it is written: `ltr` or `rtl`.\npub const DIRECTION: &str = {:?};\n\n\
         {ON_MACRO}#[macro_export]\nmacro_rules! msg {{\n{arms}}}\n\n\
         /// What `msg!` calls.\npub mod texts {{\n{functions}}}\n\n\
         /// For what is not Rust, each message that asks for no choice: texts, and between them the names of what it holds.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\npub static PIECES: &[(&str, &[&str])] = &[\n{pieces}];\n",
        messages.language, messages.untranslated, messages.direction
    )
}

/// The function that puts a message together.
fn function_of(written: &Written) -> String {
    let Written { message, language, given } = written;
    let rules = Rules::of(language);
    let parameters: Vec<String> = given
        .iter()
        .map(|(name, is_number)| {
            format!("{}: {}", rust_name(name), if *is_number { "usize" } else { "&str" })
        })
        .collect();
    let mut body = Body::new(given, &rules);
    for part in &message.parts {
        match part {
            Part::Choice { by, cases } => body.choice(by, cases),
            simple => body.simple(simple),
        }
    }
    let names = |wanted: &dyn Fn(&str, bool) -> bool| -> Vec<&str> {
        let names = given.iter().filter(|(name, is_number)| wanted(name, *is_number));
        names.map(|(name, _)| name.as_str()).collect()
    };
    let shown = message.shown();
    let digits = names(&|name, is_number| is_number && shown.contains(&name));
    let digits: String = digits
        .into_iter()
        .map(|name| format!("        let {} = {DECIMAL}({} as u64);\n", in_digits(name), rust_name(name)))
        .collect();
    // What a language leaves out is no fault of the code.
    let used = message.given();
    let left_out = names(&|name, _| !used.iter().any(|(other, _)| other == name));
    let left_out: String =
        left_out.into_iter().map(|name| format!("        let _ = {};\n", rust_name(name))).collect();
    format!(
        "    /// `{}`, of `{}`.\n    pub fn {}({}) -> String {{\n{left_out}{digits}        {}\n    }}\n",
        message.name,
        message.origin.file,
        rust_name(&message.name),
        parameters.join(", "),
        body.written(),
    )
}

/// What a function puts together: a pattern with a mark for each text that goes into it, and those texts.
struct Body<'a> {
    /// What the function is given.
    given: &'a [(String, bool)],
    /// The rules of the language that the message is in.
    rules: &'a Rules,
    /// The pattern; a row of them where one is chosen.
    patterns: Vec<String>,
    /// By which number it is chosen, and for which cases they are.
    chosen: Option<(&'a str, &'a [Case])>,
    /// What stands at the marks.
    inner: Vec<String>,
}

impl<'a> Body<'a> {
    fn new(given: &'a [(String, bool)], rules: &'a Rules) -> Body<'a> {
        Body { given, rules, patterns: vec![String::new()], chosen: None, inner: Vec::new() }
    }

    fn add(&mut self, text: &str) {
        self.patterns.iter_mut().for_each(|pattern| pattern.push_str(text));
    }

    fn simple(&mut self, part: &Part) {
        match part {
            Part::Text(text) => self.add(text),
            Part::Given { name, .. } => {
                self.add(MARK);
                self.inner.push(self.expression(name));
            }
            Part::Choice { .. } => {}
        }
    }

    /// What is given under a name, as a text.
    fn expression(&self, name: &str) -> String {
        match self.given.iter().find(|(given, _)| given == name) {
            Some((_, true)) => format!("&{}", in_digits(name)),
            _ => rust_name(name),
        }
    }

    /// A choice. The first whose cases hold the same in the same order is one between patterns, so that what fills them is
    /// there once; any other is a text of its own.
    fn choice(&mut self, by: &'a str, cases: &'a [Case]) {
        let bodies: Vec<Body<'a>> = cases
            .iter()
            .map(|case| {
                let mut body = Body::new(self.given, self.rules);
                case.parts.iter().for_each(|part| body.simple(part));
                body
            })
            .collect();
        let first = bodies.first().map(|body| &body.inner[..]).unwrap_or_default();
        if self.chosen.is_none() && bodies.iter().all(|body| body.inner == first) {
            let before = self.patterns.concat();
            self.patterns =
                bodies.iter().map(|body| [&before[..], &body.patterns.concat()].concat()).collect();
            self.chosen = Some((by, cases));
            self.inner.extend_from_slice(first);
        } else {
            let written = |case: usize| bodies.get(case).map_or_else(String::new, Body::written);
            let choice = self.match_on(by, cases, written);
            self.add(MARK);
            self.inner.push(format!("&{choice}"));
        }
    }

    /// A `match` on a number with what is `written` for each case.
    fn match_on(&self, by: &str, cases: &[Case], written: impl Fn(usize) -> String) -> String {
        let default = cases.iter().position(|case| case.is_default).unwrap_or_default();
        let which = |number: u32| {
            let of = |key: Key| cases.iter().position(|case| case.key == key);
            of(Key::Exactly(number)).or_else(|| of(Key::Form(self.rules.form(number)))).unwrap_or(default)
        };
        plural::match_on(&rust_name(by), which, written)
    }

    /// The whole as an expression.
    fn written(&self) -> String {
        let pattern = match self.chosen {
            Some((by, cases)) => self
                .match_on(by, cases, |case| format!("{:?}", self.patterns.get(case).map_or("", |text| text))),
            None => format!("{:?}", self.patterns.concat()),
        };
        if self.inner.is_empty() {
            return format!("String::from({pattern})");
        }
        format!("crate::messages::filled({pattern}, &[{}])", self.inner.join(", "))
    }
}

/// Stands in a pattern for what goes into it; `src/messages.rs` knows it, too.
const MARK: &str = "\u{1}";

/// Texts and what is given, by turns: texts first and last, if need be empty. `None` if there is a choice among them.
fn alternating(parts: &[Part]) -> Option<Vec<&str>> {
    let mut row = vec![""];
    for part in parts {
        match part {
            Part::Text(text) => *row.last_mut()? = text,
            Part::Given { name, .. } => row.extend([name.as_str(), ""]),
            Part::Choice { .. } => return None,
        }
    }
    Some(row)
}

/// The name of a number that is written in digits.
fn in_digits(name: &str) -> String {
    format!("{}_in_digits", rust_name(name))
}

/// A name as Rust has it: with an underscore behind it where Rust means something else by it.
fn rust_name(name: &str) -> String {
    let end = if KEYWORDS.split(' ').any(|keyword| keyword == name) { "_" } else { "" };
    name.replace('-', "_") + end
}

/// What no name in Rust may be.
const KEYWORDS: &str = "as async await break const continue crate dyn else enum extern false fn for gen if impl in let loop match mod move \
    mut pub ref return self static struct super trait true type unsafe use where while abstract become box do final macro \
    override priv try typeof unsized virtual yield";
