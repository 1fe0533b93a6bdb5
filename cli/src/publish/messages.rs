//! Fills in the page's messages where there is no Rust: scripts and `index.html` write
//! `msg("its-name")`, and for a message with arguments scripts write
//! `msg("its-name", { argument })`.

use crate::publish::escape::escaped;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;

/// The start of a call.
const CALL: &str = "msg(";

/// The parameters of a function within a script. No bundler gives a variable such names, so they
/// hide no argument of a message.
const MATCH: &str = "cuttingsMatch";
const INDEX: &str = "cuttingsIndex";

/// The texts that a script has for its messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Texts {
    /// Those in the language of the site.
    Fixed,
    /// Those of the catalogue in `window.cuttingsTexts`, if the reader has chosen one.
    OfCatalogue,
}

/// Returns a script with the messages in it. A message with arguments becomes a template.
///
/// The script may be bundled and minified: no bundler renames `msg`, which nothing declares, or the
/// keys of its arguments.
///
/// # Errors
/// If a call names no message, or not the arguments that the message has.
pub(crate) fn in_script(source: &str, texts: Texts) -> io::Result<String> {
    filled(source, |call| match texts {
        Texts::Fixed => literal(call),
        Texts::OfCatalogue => looked_up(call),
    })
}

/// Returns the text of a message as JavaScript.
fn literal(Call { pieces, arguments, .. }: &Call<'_>) -> Option<String> {
    match &pieces[..] {
        [text] => Some(serde_json::json!(text).to_string()),
        pieces => {
            let mut template = String::from("`");
            for (index, piece) in pieces.iter().enumerate() {
                if index % 2 == 1 {
                    let _ = write!(template, "${{{}}}", arguments.get(&argument_name(piece))?);
                } else {
                    template.push_str(
                        &piece.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${"),
                    );
                }
            }
            Some(template + "`")
        }
    }
}

/// Returns JavaScript that looks the text of a message up in the reader's catalogue, and falls back
/// to that of the site. Only this has arguments in place: a control character and a digit.
fn looked_up(call: &Call<'_>) -> Option<String> {
    let (text, entry) = (literal(call)?, cuttings::messages::entry_index(call.name)?);
    let entry = format!("self.cuttingsTexts?.[{entry}]");
    let given: Option<Vec<&str>> = cuttings::messages::parameters(call.name)
        .iter()
        .map(|name| call.arguments.get(&argument_name(name)).copied())
        .collect();
    let given = given?.join(",");
    if given.is_empty() {
        return Some(format!("({entry}??{text})"));
    }
    Some(format!("({entry}?.replace(/\\x01(.)/g,({MATCH},{INDEX})=>[{given}][{INDEX}])??{text})"))
}

/// Returns HTML with the messages in it, none of which has arguments.
///
/// # Errors
/// If a call names no message, or one with arguments.
pub(crate) fn in_html(source: &str) -> io::Result<String> {
    filled(source, |Call { pieces, .. }| match pieces[..] {
        [text] => Some(escaped(text)),
        _ => None,
    })
}

/// Replaces each call in `source` by what `print` makes of it.
fn filled(source: &str, print: impl Fn(&Call<'_>) -> Option<String>) -> io::Result<String> {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once(CALL) {
        out.push_str(before);
        let (call, after) = after.split_once(')').unwrap_or((after, ""));
        let text = Call::parse(call).and_then(|call| print(&call)).ok_or_else(|| {
            let offset = source.len() - rest.len() + before.len();
            let line = source.get(..offset).unwrap_or_default().matches('\n').count() + 1;
            io::Error::other(format!(
                "line {line}: msg({call}) does not match a message of the catalogue and its arguments"
            ))
        })?;
        out.push_str(&text);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// A call that asks for a message.
struct Call<'a> {
    name: &'a str,
    /// The message: texts with argument names in between.
    pieces: Vec<&'static str>,
    /// The variable that each argument is given by.
    arguments: BTreeMap<String, &'a str>,
}

impl<'a> Call<'a> {
    /// Parses what stands between the parentheses. `None` if there is no such message, or if the
    /// arguments are not those of the message.
    fn parse(call: &'a str) -> Option<Call<'a>> {
        let (name, arguments) = call.trim().strip_prefix('"')?.split_once('"')?;
        let arguments = arguments.trim().trim_matches(',').trim();
        let given: BTreeMap<String, &str> = match arguments {
            "" => BTreeMap::new(),
            object => {
                let given = object.strip_prefix('{')?.strip_suffix('}')?.split(',');
                let given = given.map(str::trim).filter(|argument| !argument.is_empty());
                let pair = |argument: &'a str| {
                    let (key, value) = argument.split_once(':').unwrap_or((argument, argument));
                    let value = value.trim();
                    let is_variable =
                        value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'))
                            && !value.starts_with(|c: char| c.is_ascii_digit());
                    is_variable.then(|| (key.trim().to_owned(), value))
                };
                given.map(pair).collect::<Option<_>>()?
            }
        };
        let pieces = cuttings::messages::pieces(name)?;
        let expected: BTreeSet<String> =
            pieces.iter().skip(1).step_by(2).map(|name| argument_name(name)).collect();
        given.keys().eq(&expected).then_some(Call { name, pieces, arguments: given })
    }
}

/// Returns the name of a message's argument as scripts spell it.
fn argument_name(name: &str) -> String {
    name.replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(filled: io::Result<String>, expected: &str) {
        assert_eq!(filled.unwrap_or_else(|error| error.to_string()), expected);
    }

    fn fixed(source: &str) -> io::Result<String> {
        in_script(source, Texts::Fixed)
    }

    #[test]
    fn scripts_may_look_texts_up_in_a_catalogue() {
        let check = |call: &str, name: &str, expected: &str| {
            let entry = cuttings::messages::entry_index(name).unwrap();
            let expected = expected.replace("TEXT", &format!("self.cuttingsTexts?.[{entry}]"));
            check(in_script(call, Texts::OfCatalogue), &expected);
        };
        check("say(msg(\"copied\"))", "copied", "say((TEXT??\"Copied\"))");
        check(
            "say(msg(\"hit-of\",{hits:b,hit:a}))",
            "hit-of",
            "say((TEXT?.replace(/\\x01(.)/g,(cuttingsMatch,cuttingsIndex)=>[a,b][cuttingsIndex])??`Hit ${a} of ${b}`))",
        );
    }

    #[test]
    fn scripts_get_literals_and_templates() {
        check(fixed("say(1)"), "say(1)");
        check(fixed("say(msg(\"copied\"));say(msg(\"close\"))"), "say(\"Copied\");say(\"Close\")");
        check(fixed("say(msg(\n  \"copied\",\n))"), "say(\"Copied\")");
        check(fixed("say(msg(\"hit-of\", { hit, hits }))"), "say(`Hit ${hit} of ${hits}`)");
        check(fixed("say(msg(\"hit-of\", {hits, hit,}))"), "say(`Hit ${hit} of ${hits}`)");
        check(fixed("say(msg(\"hit-of\",{hit:a,hits:$}))"), "say(`Hit ${a} of ${$}`)");
    }

    #[test]
    fn html_gets_escaped_text() {
        check(in_html("<p>msg(\"copied\")</p>"), "<p>Copied</p>");
        check(
            in_html("<p>msg(\"open-index\")</p>"),
            "<p>the edition&#39;s search index cannot be opened</p>",
        );
    }

    #[test]
    fn wrong_calls_are_reported_with_their_line() {
        let error = |call: &str| {
            format!(
                "line 2: msg({call}) does not match a message of the catalogue and its arguments"
            )
        };
        let check = |call: &str| check(fixed(&format!("\nsay(msg({call}))")), &error(call));
        check("\"coped\"");
        check("name");
        check("\"items\"");
        check("\"copied\", { hit }");
        check("\"hit-of\"");
        check("\"hit-of\", { hit }");
        check("\"hit-of\", { hit, hits, text }");
        check("\"hit-of\", { hit: 1, hits }");
        super::tests::check(in_html("\n<p>msg(\"hit-of\")</p>"), &error("\"hit-of\""));
    }
}
