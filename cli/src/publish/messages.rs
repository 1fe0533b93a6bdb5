//! Fills in the page's messages where there is no Rust: scripts and `index.html` write
//! `msg("its-name")`, and for a message with arguments scripts write
//! `msg("its-name", { argument })`.

use crate::publish::escape::escaped;
use std::fmt::Write as _;
use std::io;

/// The start of a call.
const CALL: &str = "msg(";

/// Returns a script with the messages in it. A message with arguments becomes a template.
///
/// # Errors
/// If a call names no message, or not the arguments that the message has.
pub(crate) fn in_script(source: &str) -> io::Result<String> {
    filled(source, |pieces| match pieces {
        [text] => Some(serde_json::json!(text).to_string()),
        pieces => {
            let mut template = String::from("`");
            for (index, piece) in pieces.iter().enumerate() {
                if index % 2 == 1 {
                    let _ = write!(template, "${{{}}}", argument_name(piece));
                } else {
                    template.push_str(
                        &piece.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${"),
                    );
                }
            }
            Some(template + "`")
        }
    })
}

/// Returns HTML with the messages in it, none of which has arguments.
///
/// # Errors
/// If a call names no message, or one with arguments.
pub(crate) fn in_html(source: &str) -> io::Result<String> {
    filled(source, |pieces| match pieces {
        [text] => Some(escaped(text)),
        _ => None,
    })
}

/// Replaces each call in `source` by what `print` makes of the pieces of its message.
fn filled(source: &str, print: impl Fn(&[&str]) -> Option<String>) -> io::Result<String> {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once(CALL) {
        out.push_str(before);
        let (call, after) = after.split_once(')').unwrap_or((after, ""));
        let text = pieces(call).and_then(|pieces| print(&pieces)).ok_or_else(|| {
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

/// Returns the pieces of the message that a call asks for: texts with argument names in between.
fn pieces(call: &str) -> Option<Vec<&'static str>> {
    let (name, arguments) = call.trim().strip_prefix('"')?.split_once('"')?;
    let arguments = arguments.trim().trim_matches(',').trim();
    let mut given: Vec<&str> = match arguments {
        "" => Vec::new(),
        object => {
            let names = object.strip_prefix('{')?.strip_suffix('}')?.split(',');
            names.map(str::trim).filter(|name| !name.is_empty()).collect()
        }
    };
    let pieces = cuttings::messages::pieces(name)?;
    let mut expected: Vec<String> =
        pieces.iter().skip(1).step_by(2).map(|name| argument_name(name)).collect();
    expected.sort_unstable();
    expected.dedup();
    given.sort_unstable();
    (given == expected).then_some(pieces)
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

    #[test]
    fn scripts_get_literals_and_templates() {
        check(in_script("say(1)"), "say(1)");
        check(
            in_script("say(msg(\"copied\"));say(msg(\"close\"))"),
            "say(\"Copied\");say(\"Close\")",
        );
        check(in_script("say(msg(\n  \"copied\",\n))"), "say(\"Copied\")");
        check(in_script("say(msg(\"hit-of\", { hit, hits }))"), "say(`Hit ${hit} of ${hits}`)");
        check(in_script("say(msg(\"hit-of\", {hits, hit,}))"), "say(`Hit ${hit} of ${hits}`)");
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
        let check = |call: &str| check(in_script(&format!("\nsay(msg({call}))")), &error(call));
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
