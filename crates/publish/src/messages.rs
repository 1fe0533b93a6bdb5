//! The page's own words in what is not Rust: scripts and `index.html` write `msg("its-name")`, and get the text here.

use crate::plain::escaped;
use std::fmt::Write as _;
use std::io;

/// What stands before the name of a message, and behind it.
const CALL: [&str; 2] = ["msg(\"", "\")"];

/// A script with the texts in it. What a message holds is what the script calls by that name.
pub(crate) fn in_script(source: &str) -> io::Result<String> {
    filled(source, |pieces| match pieces {
        [text] => Some(serde_json::json!(text).to_string()),
        pieces => {
            let mut template = String::from("`");
            for (place, piece) in pieces.iter().enumerate() {
                if place % 2 == 1 {
                    let _ = write!(template, "${{{}}}", piece.replace('-', "_"));
                } else {
                    template.push_str(&piece.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${"));
                }
            }
            Some(template + "`")
        }
    })
}

/// HTML with the texts in it.
pub(crate) fn in_html(source: &str) -> io::Result<String> {
    filled(source, |pieces| match pieces {
        [text] => Some(escaped(text)),
        _ => None,
    })
}

/// A source with each message in the form that it is `written` in there.
fn filled(source: &str, written: impl Fn(&[&str]) -> Option<String>) -> io::Result<String> {
    let [open, close] = CALL;
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, behind)) = rest.split_once(open) {
        let (name, after) = behind.split_once(close).unwrap_or((behind, ""));
        let text = cuttings::messages::pieces(name).and_then(&written);
        let fault = || {
            let line = source.len() - rest.len() + before.len();
            let line = source.get(..line).unwrap_or_default().matches('\n').count() + 1;
            format!(
                "line {line} asks for msg(\"{name}\"), which is no message, or none that can stand there"
            )
        };
        out.push_str(before);
        out.push_str(&text.ok_or_else(|| io::Error::other(fault()))?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(filled: io::Result<String>, expected: &str) {
        assert_eq!(filled.unwrap_or_else(|error| error.to_string()), expected);
    }

    #[test]
    fn scripts_are_given_literals() {
        check(in_script("say(1)"), "say(1)");
        check(in_script("say(msg(\"copied\"));say(msg(\"close\"))"), "say(\"Copied\");say(\"Close\")");
        check(in_script("say(msg(\"hit-of\"))"), "say(`Hit ${hit} of ${hits}`)");
    }

    #[test]
    fn html_is_given_text() {
        check(in_html("<p>msg(\"copied\")</p>"), "<p>Copied</p>");
        check(
            in_html("<p>msg(\"open-index\")</p>"),
            "<p>the edition&#39;s search index cannot be opened</p>",
        );
    }

    #[test]
    fn what_is_not_there_is_said_with_its_line() {
        let fault = |name: &str| {
            format!("line 2 asks for msg(\"{name}\"), which is no message, or none that can stand there")
        };
        check(in_script("\nsay(msg(\"coped\"))"), &fault("coped"));
        check(in_html("\n<p>msg(\"hit-of\")</p>"), &fault("hit-of"));
        check(in_script("\nsay(msg(\"items\"))"), &fault("items"));
    }
}
