//! The addresses under which an `img` names its picture: scripts of many pages load it from other
//! attributes, and browsers save one of several sizes.

use html5ever::{Attribute, QualName, ns};

/// Attributes from which scripts load the picture once it comes into view. Until then `src` has a
/// placeholder.
const LAZY: &[&str] = &["data-src", "data-lazy-src", "data-original", "data-lazy", "data-orig-src"];

/// The same with several sizes.
const LAZY_SETS: &[&str] = &["data-srcset", "data-lazy-srcset"];

/// The most sizes of a set that are looked at.
const MAX_SIZES: usize = 16;

/// Returns the addresses of a picture, best first. `sources` are those of the `source` elements
/// before it.
pub(super) fn addresses(attributes: &[Attribute], sources: &[String]) -> Vec<String> {
    let value = |name: &&str| {
        let found = attributes.iter().find(|it| &*it.name.local == *name)?;
        Some(found.value.to_string()).filter(|value| !value.trim().is_empty())
    };
    let sets = |names: &[&str]| -> Vec<String> {
        names.iter().filter_map(value).flat_map(|set| sizes(&set)).collect()
    };
    let mut addresses: Vec<String> = LAZY.iter().filter_map(value).collect();
    addresses.extend(sets(LAZY_SETS));
    addresses.extend(value(&"src"));
    addresses.extend(sets(&["srcset"]));
    addresses.extend_from_slice(sources);
    addresses
}

/// Returns the addresses of a `source` element in a `picture`.
pub(super) fn source_addresses(attributes: &[Attribute]) -> Vec<String> {
    let is_set = |it: &&Attribute| matches!(&*it.name.local, "srcset" | "data-srcset");
    attributes.iter().filter(is_set).flat_map(|it| sizes(&it.value)).collect()
}

/// Sets the address of a picture that the page holds, and removes the other ones, among which
/// Readability would choose.
pub(super) fn set_address(attributes: &mut Vec<Attribute>, address: String) {
    attributes.retain(|it| matches!(&*it.name.local, "alt" | "title"));
    let name = QualName::new(None, ns!(), "src".into());
    attributes.push(Attribute { name, value: address.into() });
}

/// Returns the addresses in a `srcset`, the largest first.
fn sizes(set: &str) -> Vec<String> {
    let mut sizes: Vec<(f64, String)> = Vec::new();
    let mut rest = set;
    while sizes.len() < MAX_SIZES {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        if address.is_empty() {
            break;
        }
        // A comma within belongs to the address, and one at its end ends it.
        let (descriptor, after) = match address.ends_with(',') {
            true => ("", after),
            false => after.split_once(',').unwrap_or((after, "")),
        };
        let size = descriptor.trim().trim_end_matches(['w', 'x', 'h']).parse().unwrap_or(1.0);
        sizes.push((size, address.trim_end_matches(',').to_owned()));
        rest = after;
    }
    sizes.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    sizes.into_iter().map(|(_, address)| address).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_come_with_the_largest_first() {
        for (set, expected) in [
            ("a.png 300w, b.png 1200w,c.png 600w", vec!["b.png", "c.png", "a.png"]),
            ("a.png, b.png 2x", vec!["b.png", "a.png"]),
            ("a.png,b.png", vec!["a.png,b.png"]),
            (
                "a,b.png 1x, data:image/png;base64,AA 3x",
                vec!["data:image/png;base64,AA", "a,b.png"],
            ),
            (" , ,", vec![]),
            ("a.png NaNw, b.png -1x", vec!["a.png", "b.png"]),
        ] {
            assert_eq!(sizes(set), expected, "{set}");
        }
        assert_eq!(sizes(&"a.png 1w, ".repeat(100)).len(), MAX_SIZES);
    }
}
