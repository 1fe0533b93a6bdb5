//! Finds bare web and mail addresses in text, by the rules of GitHub Flavored Markdown.

use std::ops::Range;

/// Returns each address in a text: its bytes, and the URL that it stands for.
///
/// The cost is linear: what one address covers, or what it was refused for, is not read again.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut done = 0;
    for (at, c) in text.char_indices() {
        if at < done {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let before = text.get(done..at).unwrap_or_default();
        let link = match c {
            'h' | 'H' | 'w' | 'W' => web(text.get(..at).unwrap_or_default(), rest)
                .map(|(length, url)| (at..at + length, url)),
            '@' => mail(before, rest).map(|(start, end, url)| (at - start..at + end, url)),
            _ => None,
        };
        if let Some(link) = link {
            done = link.0.end;
            found.push(link);
        }
    }
    found
}

/// Returns the length and the URL of the web address that opens `rest`.
fn web(before: &str, rest: &str) -> Option<(usize, String)> {
    if before.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let starts_with = |prefix: &str| {
        rest.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    let prefix = ["http://", "https://", "www."].into_iter().find(|prefix| starts_with(prefix))?;
    let is_www = prefix == "www.";
    // Only white space and opening marks may stand before `www.`.
    let is_open =
        |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '~' | '(') || !c.is_ascii();
    if is_www && !before.chars().next_back().is_none_or(is_open) {
        return None;
    }
    let domain = if is_www { rest } else { rest.get(prefix.len()..)? };
    let end = domain.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')));
    let domain = domain.get(..end.unwrap_or(domain.len()))?.trim_end_matches('.');
    if !is_domain(domain, is_www) {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || c == '<' || ends_url(c));
    let url = trimmed(rest.get(..end.unwrap_or(rest.len()))?);
    let url = if url.len() < prefix.len() + 1 { return None } else { url };
    let spelled = if is_www { format!("http://{url}") } else { url.to_owned() };
    Some((url.len(), spelled))
}

/// Returns whether a character that is common after an address in running text ends it.
fn ends_url(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}'
        | '“' | '”' | '„' | '«' | '»' | '…' | '\u{ff3b}'..='\u{ff3d}' | '\u{ff5b}'..='\u{ff65}')
}

fn is_domain(domain: &str, needs_dot: bool) -> bool {
    let segments: Vec<&str> = domain.split('.').collect();
    let has_underscore = segments.iter().rev().take(2).any(|segment| segment.contains('_'));
    !has_underscore
        && (!needs_dot || segments.len() > 1)
        && segments.iter().all(|segment| !segment.is_empty())
}

/// Removes what belongs to the sentence around a URL: punctuation, a parenthesis that closes none
/// of the URL, and an entity.
fn trimmed(url: &str) -> &str {
    let count = |c: char| url.matches(c).count();
    let mut unopened = count(')').saturating_sub(count('('));
    let mut url = url;
    loop {
        let shorter = match url.chars().next_back() {
            Some('?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '"' | '\'' | '’') => {
                url.trim_end_matches(['?', '!', '.', ',', ':', '*', '_', '~', '"', '\'', '’'])
            }
            Some(')') if unopened > 0 => {
                unopened -= 1;
                url.strip_suffix(')').unwrap_or(url)
            }
            Some(';') => {
                let name = url.trim_end_matches(';');
                let start = name.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
                match start.strip_suffix('&') {
                    Some(before) if start.len() < name.len() => before,
                    _ => return url,
                }
            }
            _ => return url,
        };
        url = shorter;
    }
}

/// Returns the length before and after the `@` that opens `rest` of a mail address, and its URL.
fn mail(before: &str, rest: &str) -> Option<(usize, usize, String)> {
    let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let local = before.len() - before.trim_end_matches(is_local).len();
    let local_part = before.get(before.len() - local..).filter(|part| !part.is_empty())?;
    let after = rest.get(1..)?;
    let is_domain_char = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let end = after.find(|c| !is_domain_char(c)).unwrap_or(after.len());
    let domain = after.get(..end)?.trim_end_matches('.');
    let is_valid = is_domain(domain, true) && !domain.ends_with(['-', '_']);
    let prefix = before.get(..before.len() - local).unwrap_or_default();
    let scheme = if prefix.ends_with("mailto:") { "mailto:".len() } else { 0 };
    is_valid.then(|| (local + scheme, 1 + domain.len(), format!("mailto:{local_part}@{domain}")))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = find(text);
        let found: Vec<_> =
            found.iter().map(|(range, url)| (&text[range.clone()], &**url)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    /// The examples of the specification.
    #[test]
    fn addresses_are_found_as_github_finds_them() {
        check("www.commonmark.org", &[("www.commonmark.org", "http://www.commonmark.org")]);
        check(
            "Visit www.commonmark.org/a.b.",
            &[("www.commonmark.org/a.b", "http://www.commonmark.org/a.b")],
        );
        check(
            "(www.google.com/search?q=Markup+(business))",
            &[(
                "www.google.com/search?q=Markup+(business)",
                "http://www.google.com/search?q=Markup+(business)",
            )],
        );
        check(
            "www.google.com/search?q=commonmark&hl;",
            &[("www.google.com/search?q=commonmark", "http://www.google.com/search?q=commonmark")],
        );
        check(
            "(https://encrypted.google.com/search?q=Markup+(business))",
            &[(
                "https://encrypted.google.com/search?q=Markup+(business)",
                "https://encrypted.google.com/search?q=Markup+(business)",
            )],
        );
        check("foo@bar.baz", &[("foo@bar.baz", "mailto:foo@bar.baz")]);
        check(
            "hello+xyz@mail.example isn't",
            &[("hello+xyz@mail.example", "mailto:hello+xyz@mail.example")],
        );
        check("a.b-c_d@a.b.", &[("a.b-c_d@a.b", "mailto:a.b-c_d@a.b")]);
        check("mailto:a@b.example", &[("mailto:a@b.example", "mailto:a@b.example")]);
        for none in [
            "a.b-c_d@a.b-",
            "a.b-c_d@a.b_",
            "hello@mail+xyz.example",
            "http://",
            "https://.",
            "xhttp://a.b",
            "www.",
            "@a.b",
        ] {
            check(none, &[]);
        }
    }

    #[test]
    fn text_around_an_address_is_not_part_of_it() {
        check("请看https://a.example/b。好", &[("https://a.example/b", "https://a.example/b")]);
        check("“http://a.example”", &[("http://a.example", "http://a.example")]);
        check(
            "https://a.example/x_y, http://b.example!",
            &[
                ("https://a.example/x_y", "https://a.example/x_y"),
                ("http://b.example", "http://b.example"),
            ],
        );
    }

    #[test]
    fn repeated_openings_cost_no_more_than_their_length() {
        for text in ["a@", "www.", "http://", "h", "w.", "a@a.", "http://a)", "&a;"] {
            find(&text.repeat(200_000));
        }
    }
}
