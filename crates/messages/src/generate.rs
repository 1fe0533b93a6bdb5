//! Generates the Rust module of the messages: literals for messages without parameters, and
//! functions that fill in a pattern for the others. A `match` selects the pattern by plural
//! category.

use crate::message::{Key, Parameter, Part, Variant};
use crate::plural::{self, Rules};
use crate::{LocalizedMessage, Messages};

/// The doc comment of the generated macro.
const MACRO_DOCS: &str = "\
/// Expands to a message, by its name in the catalogue. Without parameters it is a string literal,
/// which `concat!` accepts; with a link it is an array of the texts before, in and after the link;
/// with parameters it is a `String`, and takes its arguments in the order of the English catalogue:
/// `msg!(\"find-in\", facet = label)`.
";

/// The page's function that formats a number.
const DECIMAL: &str = "crate::store::text::decimal";

/// Returns a module with all messages.
pub(crate) fn module(messages: &Messages) -> String {
    let mut arms = String::new();
    let mut functions = String::new();
    let mut pieces = String::new();
    for localized in &messages.messages {
        let name = &localized.message.name;
        let literal = localized.message.literal();
        if let Some(parts) = localized.message.link_parts() {
            arms.push_str(&format!("    ({name:?}) => {{ {parts:?} }};\n"));
        } else if let (Some(text), []) = (&literal, &localized.parameters[..]) {
            arms.push_str(&format!("    ({name:?}) => {{ {text:?} }};\n"));
        } else {
            let [parameters, arguments]: [Vec<String>; 2] = [
                localized
                    .parameters
                    .iter()
                    .map(|Parameter { name, .. }| {
                        format!(", {} = ${}:expr", name.replace('-', "_"), rust_name(name))
                    })
                    .collect(),
                localized
                    .parameters
                    .iter()
                    .map(|Parameter { name, .. }| format!("${}", rust_name(name)))
                    .collect(),
            ];
            let (parameters, arguments) = (parameters.concat(), arguments.join(", "));
            let function = rust_name(name);
            arms.push_str(&format!(
                "    ({name:?}{parameters} $(,)?) => {{ $crate::messages::texts::{function}({arguments}) }};\n"
            ));
            functions.push_str(&function_of(localized));
        }
        if let Some(row) = pieces_of(&localized.message.parts) {
            pieces.push_str(&format!("    ({name:?}, &{row:?}),\n"));
        }
    }
    format!(
        "/// The language of the messages, as a BCP 47 tag.\n\
         pub const LANGUAGE: &str = {:?};\n\n\
         /// The language of the edition, if it has no catalogue.\n\
         pub const UNTRANSLATED: Option<&str> = {:?};\n\n\
         /// The writing direction: `ltr` or `rtl`.\n\
         pub const DIRECTION: &str = {:?};\n\n\
         {MACRO_DOCS}#[macro_export]\nmacro_rules! msg {{\n{arms}}}\n\n\
         /// The functions that `msg!` calls.\n\
         pub mod texts {{\n{functions}}}\n\n\
         /// The messages without a select expression, for scripts and HTML: texts that\n\
         /// alternate with the names of placeholders.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub static PIECES: &[(&str, &[&str])] = &[\n{pieces}];\n",
        messages.language, messages.untranslated, messages.direction
    )
}

/// Returns the function that formats a message.
fn function_of(localized: &LocalizedMessage) -> String {
    let LocalizedMessage { message, language, parameters } = localized;
    let rules = Rules::of(language);
    let signature: Vec<String> = parameters
        .iter()
        .map(|Parameter { name, is_number }| {
            format!("{}: {}", rust_name(name), if *is_number { "usize" } else { "&str" })
        })
        .collect();
    let mut body = Body::new(parameters, &rules);
    for part in &message.parts {
        match part {
            Part::Select { selector, variants } => body.select(selector, variants),
            simple => body.simple(simple),
        }
    }
    let names = |wanted: &dyn Fn(&str, bool) -> bool| -> Vec<&str> {
        let names = parameters.iter().filter(|found| wanted(&found.name, found.is_number));
        names.map(|found| found.name.as_str()).collect()
    };
    let placeholders = message.placeholders();
    let digits = names(&|name, is_number| is_number && placeholders.contains(&name));
    let digits: String = digits
        .into_iter()
        .map(|name| {
            format!("        let {} = {DECIMAL}({} as u64);\n", in_digits(name), rust_name(name))
        })
        .collect();
    // A translation may leave a parameter out; the generated function must not warn of it.
    let used = message.parameters();
    let left_out = names(&|name, _| !used.iter().any(|parameter| parameter.name == name));
    let left_out: String = left_out
        .into_iter()
        .map(|name| format!("        let _ = {};\n", rust_name(name)))
        .collect();
    format!(
        "    /// `{}`, of `{}`.\n    pub fn {}({}) -> String {{\n{left_out}{digits}        {}\n    }}\n",
        message.name,
        message.origin.file,
        rust_name(&message.name),
        signature.join(", "),
        body.expression(),
    )
}

/// The body of a generated function: a pattern with a placeholder for each argument, and the
/// arguments.
struct Body<'a> {
    parameters: &'a [Parameter],
    /// The plural rules of the message's language.
    rules: &'a Rules,
    /// The pattern, or one for each variant of `selected`.
    patterns: Vec<String>,
    /// The selector and the variants that select the pattern.
    selected: Option<(&'a str, &'a [Variant])>,
    /// The expressions that replace the placeholders, in order.
    arguments: Vec<String>,
}

impl<'a> Body<'a> {
    fn new(parameters: &'a [Parameter], rules: &'a Rules) -> Body<'a> {
        let patterns = vec![String::new()];
        Body { parameters, rules, patterns, selected: None, arguments: Vec::new() }
    }

    fn add(&mut self, text: &str) {
        self.patterns.iter_mut().for_each(|pattern| pattern.push_str(text));
    }

    fn simple(&mut self, part: &Part) {
        match part {
            Part::Text(text) => self.add(text),
            Part::Placeholder { name, .. } => {
                self.add(PLACEHOLDER);
                self.arguments.push(self.argument(name));
            }
            Part::Select { .. } => {}
        }
    }

    /// Returns the expression of a parameter as a text.
    fn argument(&self, name: &str) -> String {
        match self.parameters.iter().find(|parameter| parameter.name == name) {
            Some(parameter) if parameter.is_number => format!("&{}", in_digits(name)),
            _ => rust_name(name),
        }
    }

    /// Adds a select expression. The first one whose variants have the same arguments in the same
    /// order selects between patterns, so that its arguments are generated once; any other one
    /// becomes an argument of its own.
    fn select(&mut self, selector: &'a str, variants: &'a [Variant]) {
        let bodies: Vec<Body<'a>> = variants
            .iter()
            .map(|variant| {
                let mut body = Body::new(self.parameters, self.rules);
                variant.parts.iter().for_each(|part| body.simple(part));
                body
            })
            .collect();
        let first = bodies.first().map(|body| &body.arguments[..]).unwrap_or_default();
        if self.selected.is_none() && bodies.iter().all(|body| body.arguments == first) {
            let before = self.patterns.concat();
            self.patterns =
                bodies.iter().map(|body| [&before[..], &body.patterns.concat()].concat()).collect();
            self.selected = Some((selector, variants));
            self.arguments.extend_from_slice(first);
        } else {
            let render =
                |index: usize| bodies.get(index).map_or_else(String::new, Body::expression);
            let selected = self.match_on(selector, variants, render);
            self.add(PLACEHOLDER);
            self.arguments.push(format!("&{selected}"));
        }
    }

    /// Returns a `match` on the selector whose arms are the variants that `render` returns.
    fn match_on(
        &self,
        selector: &str,
        variants: &[Variant],
        render: impl Fn(usize) -> String,
    ) -> String {
        let default = variants.iter().position(|variant| variant.is_default).unwrap_or_default();
        let index = |number: u32| {
            let with = |key: Key| variants.iter().position(|variant| variant.key == key);
            let category = || with(Key::Category(self.rules.category(number)));
            with(Key::Number(number)).or_else(category).unwrap_or(default)
        };
        plural::match_on(&rust_name(selector), index, render)
    }

    /// Returns the whole body as an expression.
    fn expression(&self) -> String {
        let pattern = match self.selected {
            Some((selector, variants)) => self.match_on(selector, variants, |index| {
                format!("{:?}", self.patterns.get(index).map_or("", |text| text))
            }),
            None => format!("{:?}", self.patterns.concat()),
        };
        if self.arguments.is_empty() {
            return format!("String::from({pattern})");
        }
        format!("crate::messages::filled({pattern}, &[{}])", self.arguments.join(", "))
    }
}

/// Marks the place of an argument in a pattern. Must equal `PLACEHOLDER` in `src/messages.rs`.
const PLACEHOLDER: &str = "\u{1}";

/// Returns texts that alternate with the names of placeholders; the first and the last are texts,
/// possibly empty. Returns `None` if there is a select expression.
fn pieces_of(parts: &[Part]) -> Option<Vec<&str>> {
    let mut row = vec![""];
    for part in parts {
        match part {
            Part::Text(text) => *row.last_mut()? = text,
            Part::Placeholder { name, .. } => row.extend([name.as_str(), ""]),
            Part::Select { .. } => return None,
        }
    }
    Some(row)
}

/// Returns the name of the variable that holds a number's digits.
fn in_digits(name: &str) -> String {
    format!("{}_in_digits", rust_name(name))
}

/// Returns a name as a Rust identifier; a keyword gets an underscore at its end.
fn rust_name(name: &str) -> String {
    let end = if KEYWORDS.split(' ').any(|keyword| keyword == name) { "_" } else { "" };
    name.replace('-', "_") + end
}

/// Rust's keywords, which no generated identifier may be.
const KEYWORDS: &str = "as async await break const continue crate dyn else enum extern false fn for \
    gen if impl in let loop match mod move mut pub ref return self static struct super trait true type unsafe use where while abstract become box do final macro \
    override priv try typeof unsized virtual yield";
