//! JSON (RFC 8259), as much of it as the page writes and reads: what is kept in the browser, and what is handed on. A
//! serializer would be twelve times as much to download.

/// How deep values may be nested; what is deeper is refused, so that no text can exhaust the stack.
const MAX_DEPTH: usize = 16;

/// A value that was read. Names keep their order; of equal names the first counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, a number with a fraction, a sign or an exponent: what the page has no use for.
    Other,
    /// True or false.
    Flag(bool),
    /// A whole number.
    Number(u32),
    /// A text.
    Text(String),
    /// Values in order.
    List(Vec<Value>),
    /// Values by name.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// Reads a text that is one value; `None` if it is none.
    pub fn parse(text: &str) -> Option<Value> {
        let mut reader = Reader { rest: text };
        let value = reader.value(0)?;
        reader.space();
        reader.rest.is_empty().then_some(value)
    }

    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.entries().iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The number of this name; 0 if there is none.
    pub fn number(&self, name: &str) -> u32 {
        match self.get(name) {
            Some(Value::Number(number)) => *number,
            _ => 0,
        }
    }

    /// Whether the flag of this name is there and true.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name) == Some(&Value::Flag(true))
    }

    /// The text of this name; empty if there is none.
    pub fn text(&self, name: &str) -> &str {
        match self.get(name) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The list of this name; empty if there is none.
    pub fn list(&self, name: &str) -> &[Value] {
        match self.get(name) {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }

    /// All names and values; none if it is no map.
    pub fn entries(&self) -> &[(String, Value)] {
        match self {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }
}

/// A text, written.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                out.push_str("\\u00");
                out.extend(
                    [c as u32 >> 4, c as u32 & 15].map(|digit| char::from_digit(digit, 16).unwrap_or('0')),
                );
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A list of written values.
pub fn list(values: impl IntoIterator<Item = String>) -> String {
    ["[", &values.into_iter().collect::<Vec<String>>().join(","), "]"].concat()
}

/// A map of written values.
pub fn map(entries: &[(&str, String)]) -> String {
    let entries: Vec<String> =
        entries.iter().map(|(name, value)| [&text(name), ":", value].concat()).collect();
    ["{", &entries.join(","), "}"].concat()
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Takes what comes next if it is just that.
    fn take(&mut self, what: &str) -> bool {
        self.space();
        self.rest.strip_prefix(what).map(|rest| self.rest = rest).is_some()
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > MAX_DEPTH {
            return None;
        }
        self.space();
        match self.rest.as_bytes().first()? {
            b'"' => self.text().map(Value::Text),
            b'[' => {
                let mut list = Vec::new();
                self.items("]", |this| this.value(depth + 1).map(|value| list.push(value)))?;
                Some(Value::List(list))
            }
            b'{' => {
                let mut map = Vec::new();
                self.items("}", |this| {
                    this.space();
                    let name = this.text()?;
                    this.take(":").then_some(())?;
                    this.value(depth + 1).map(|value| map.push((name, value)))
                })?;
                Some(Value::Map(map))
            }
            b't' => self.take("true").then_some(Value::Flag(true)),
            b'f' => self.take("false").then_some(Value::Flag(false)),
            b'n' => self.take("null").then_some(Value::Other),
            _ => self.number(),
        }
    }

    /// What stands between brackets, the first of which is still to be taken.
    fn items(&mut self, end: &str, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.rest = self.rest.get(1..)?;
        if self.take(end) {
            return Some(());
        }
        loop {
            item(self)?;
            if self.take(end) {
                return Some(());
            }
            self.take(",").then_some(())?;
        }
    }

    fn number(&mut self) -> Option<Value> {
        let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let length = self.rest.bytes().take_while(|byte| is_part(byte)).count();
        let (number, rest) = self.rest.split_at_checked(length).filter(|(number, _)| !number.is_empty())?;
        self.rest = rest;
        Some(number.parse().map_or(Value::Other, Value::Number))
    }

    fn text(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix('"')?;
        let mut out = String::new();
        loop {
            let plain = self.rest.find(['"', '\\'])?;
            let (before, rest) = self.rest.split_at_checked(plain)?;
            out.push_str(before);
            let mut rest = rest.chars();
            let is_end = rest.next() == Some('"');
            if !is_end {
                let escape = rest.next()?;
                out.push(match escape {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\u{8}',
                    'f' => '\u{C}',
                    'u' => {
                        self.rest = rest.as_str();
                        let c = self.escaped()?;
                        rest = self.rest.chars();
                        c
                    }
                    other => other,
                });
            }
            self.rest = rest.as_str();
            if is_end {
                return Some(out);
            }
        }
    }

    /// The character whose number comes next, in one or two pieces. A piece without its other is U+FFFD.
    fn escaped(&mut self) -> Option<char> {
        let first = self.unit()?;
        let after = self.rest;
        let second = match self.rest.strip_prefix("\\u") {
            Some(rest) if first >> 10 == 0x36 => {
                self.rest = rest;
                self.unit()
            }
            _ => None,
        };
        let code = match second {
            Some(second) if second >> 10 == 0x37 => 0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF),
            _ => {
                self.rest = after;
                first
            }
        };
        Some(char::from_u32(code).unwrap_or('\u{FFFD}'))
    }

    fn unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What the page has no use for, made the same for both readers.
    fn known(value: &serde_json::Value) -> Value {
        match value {
            serde_json::Value::Null => Value::Other,
            serde_json::Value::Bool(flag) => Value::Flag(*flag),
            serde_json::Value::Number(number) => number
                .as_u64()
                .and_then(|number| u32::try_from(number).ok())
                .map_or(Value::Other, Value::Number),
            serde_json::Value::String(text) => Value::Text(text.clone()),
            serde_json::Value::Array(list) => Value::List(list.iter().map(known).collect()),
            serde_json::Value::Object(map) => {
                Value::Map(map.iter().map(|(name, value)| (name.clone(), known(value))).collect())
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: impl Into<Option<Value>>) {
        assert_eq!(Value::parse(text), expected.into(), "{text}");
    }

    #[test]
    fn what_is_json_is_read() {
        check(r#" { "a" : [ 1 , true, null ] } "#, {
            let list = vec![Value::Number(1), Value::Flag(true), Value::Other];
            Some(Value::Map(vec![("a".to_owned(), Value::List(list))]))
        });
        check(r#""\u00e9\ud83d\ude00\ud83d\"\/\u0041""#, Some(Value::Text("é😀\u{FFFD}\"/A".to_owned())));
        check("-1.5e3", Some(Value::Other));
        check("4294967296", Some(Value::Other));
        check("[]", Some(Value::List(Vec::new())));
    }

    #[test]
    fn what_is_none_is_refused() {
        for text in ["", "[", "[1,]", "{\"a\"}", "{a:1}", "\"", "\"\\u12", "tru", "1 2", "]", "\"\\u00é0\""]
        {
            check(text, None);
        }
        check(&"[".repeat(100_000), None);
    }

    fn values() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<u32>().prop_map(Into::into),
            ".*".prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
                prop::collection::btree_map(".*", inner, 0..4)
                    .prop_map(|map| map.into_iter().collect::<serde_json::Map<_, _>>().into()),
            ]
        })
    }

    /// Writes as the page writes.
    fn written(value: &serde_json::Value) -> String {
        match value {
            serde_json::Value::String(string) => text(string),
            serde_json::Value::Array(values) => list(values.iter().map(written)),
            serde_json::Value::Object(entries) => {
                map(&entries.iter().map(|(name, value)| (&name[..], written(value))).collect::<Vec<_>>())
            }
            other => other.to_string(),
        }
    }

    proptest! {
        #[test]
        fn it_reads_as_others_do(value in values()) {
            prop_assert_eq!(Value::parse(&value.to_string()), Some(known(&value)));
            prop_assert_eq!(Value::parse(&serde_json::to_string_pretty(&value).unwrap()), Some(known(&value)));
        }

        #[test]
        fn it_writes_as_others_read(value in values()) {
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&written(&value)).unwrap(), value);
        }

        #[test]
        fn no_text_is_too_much(text in r#"[\[\]{}",:\\u0-9a-f ]*"#) {
            let _ = Value::parse(&text);
        }
    }
}
