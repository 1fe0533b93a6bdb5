//! Recognises quotation marks, and quotations on a line of their own.

pub(super) fn is_opening_quote(c: char) -> bool {
    matches!(c, '“' | '"' | '„' | '«' | '‟' | '「' | '『' | '‹' | '‘' | '‚' | '»')
}

pub(super) fn is_closing_quote(c: char) -> bool {
    matches!(c, '”' | '"' | '“' | '»' | '«' | '」' | '』' | '›' | '’' | '\'')
}

/// Returns whether a line is a quotation: in quotation marks from end to end, or opening with them
/// and closing them after a pause (`“…,” she said`), or not closing them.
pub(super) fn is_quotation(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(open) = chars.next().filter(|c| is_opening_quote(*c)) else { return false };
    let inside = chars.as_str();
    let single = matches!(open, '‘' | '‚');
    let closes = |c: char| match open {
        '‘' | '‚' => matches!(c, '’' | '‘'),
        '"' => matches!(c, '"' | '”'),
        '“' | '‟' => matches!(c, '”' | '"'),
        '„' => matches!(c, '“' | '”' | '"'),
        '«' => c == '»',
        '»' => c == '«',
        '‹' => c == '›',
        '「' => c == '」',
        _ => c == '』',
    };
    let without_stop = inside.trim_end_matches(['.', '!', '?', '…', ',', '。']);
    if without_stop.ends_with(closes) {
        // One pair of marks must enclose all of it, unlike in "‘Yes’ or ‘no’".
        let mark_len = without_stop.chars().last().map_or(0, char::len_utf8);
        let enclosed = without_stop.get(..without_stop.len() - mark_len);
        return enclosed.is_some_and(|text| {
            single || !text.contains(closes) || closes_after_pause(text, closes)
        });
    }
    if single {
        // An apostrophe looks the same as a closing mark, so an unclosed ‘ proves little.
        return closes_after_pause(inside, closes);
    }
    !inside.contains(closes) || closes_after_pause(inside, closes)
}

/// Returns whether a closing mark follows a comma or the end of a sentence: `“…,” she said`.
fn closes_after_pause(text: &str, closes: impl Fn(char) -> bool) -> bool {
    let mut last = ' ';
    text.chars().any(|c| {
        let found = closes(c) && matches!(last, ',' | '.' | '!' | '?' | '…' | '，' | '。');
        last = c;
        found
    })
}
