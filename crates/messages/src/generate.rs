//! Generates the Rust module of the messages: a macro that turns a message's name and its arguments
//! into a call with the message's number in a catalogue. The texts are not in it, so one program
//! shows the page in any language.

use crate::message::{Message, Parameter, Use};

/// The doc comments of the generated macros.
const MACRO_DOCS: &str = "\
/// Expands to a message, by its name in the catalogue. Without parameters it is a `&'static str`;
/// with a link it is an array of the texts before, in and after the link; with parameters it is a
/// `String`, and takes its arguments in the order of the English catalogue:
/// `msg!(\"find-in\", facet = label)`.
";
const ID_DOCS: &str = "\
/// Expands to the `MessageId` of a message without parameters, for constants.
";

/// Returns a module with the names of all messages of the reference catalogue, in order.
pub(crate) fn module<'m>(messages: impl Iterator<Item = (&'m Message, &'m [Parameter])>) -> String {
    let (mut arms, mut ids, mut names) = (String::new(), String::new(), String::new());
    for (number, (message, parameters)) in messages.enumerate() {
        let name = &message.name;
        // The program lacks the texts outside of it, and a function of which nothing is compiled
        // for browsers keeps it from using them.
        let id = match message.used_by {
            Use::Outside => format!("$crate::messages::outside({number})"),
            Use::Explorer | Use::Page => format!("$crate::messages::MessageId({number})"),
        };
        if let Some(parts) = message.link_parts() {
            let count = parts.len();
            arms.push_str(&format!("    ({name:?}) => {{ {id}.link_parts::<{count}>() }};\n"));
        } else if parameters.is_empty() {
            arms.push_str(&format!("    ({name:?}) => {{ {id}.text() }};\n"));
            ids.push_str(&format!("    ({name:?}) => {{ {id} }};\n"));
        } else {
            let named = parameters.iter().map(|Parameter { name, .. }| {
                format!(", {} = ${}:expr", name.replace('-', "_"), rust_name(name))
            });
            let named: String = named.collect();
            let arguments = parameters.iter().map(|Parameter { name, is_number }| {
                let kind = if *is_number { "Number" } else { "Text" };
                format!("$crate::messages::Argument::{kind}(${})", rust_name(name))
            });
            let arguments = arguments.collect::<Vec<String>>().join(", ");
            arms.push_str(&format!(
                "    ({name:?}{named} $(,)?) => {{ {id}.format(&[{arguments}]) }};\n"
            ));
        }
        let parameters: Vec<&str> =
            parameters.iter().map(|Parameter { name, .. }| name.as_str()).collect();
        names.push_str(&format!("    ({name:?}, &{parameters:?}),\n"));
    }
    format!(
        "{MACRO_DOCS}#[macro_export]\nmacro_rules! msg {{\n{arms}}}\n\n\
         {ID_DOCS}#[macro_export]\nmacro_rules! msg_id {{\n{ids}}}\n\n\
         /// The name of each message with those of its parameters, in the order of catalogues.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         static NAMES: &[(&str, &[&str])] = &[\n{names}];\n"
    )
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
