//! `cargo xtask same-site`: compares two sites that were published from one folder in two ways: by
//! Trunk's build, with the edition in the program, and by the native program, with the edition
//! beside it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The attributes that name files by their content.
const ATTRIBUTES: [&str; 4] = ["integrity", "data-program", "data-edition", "data-messages"];

/// The number of hexadecimal digits in a file's name.
const HASH_DIGITS: usize = 16;

/// `cargo xtask same-site DIR DIR`.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [one, other] = arguments else { return Err("usage: cargo xtask same-site DIR DIR".into()) };
    let [one, other] = [pages(Path::new(one))?, pages(Path::new(other))?];
    let mut faults = Vec::new();
    for path in one.keys().chain(other.keys()) {
        match (one.get(path), other.get(path)) {
            (Some(a), Some(b)) if a == b => {}
            (Some(_), Some(_)) => faults.push(format!("{path} differs")),
            _ => faults.push(format!("{path} is in one of the sites only")),
        }
    }
    faults.sort();
    faults.dedup();
    if faults.is_empty() && !one.is_empty() {
        println!("{} files are equal but for the names of assets", one.len());
        return Ok(());
    }
    faults.iter().take(20).for_each(|fault| println!("{fault}"));
    Err(format!("{} files differ", faults.len()))
}

/// Returns the files of a site that are found by their names, without the names of others in them.
/// The service worker lists all hashes, and has nothing else of its own.
fn pages(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    collect(folder, folder, &mut files)
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    files.retain(|path, _| {
        let is_copy = path.ends_with(".br") || path.ends_with(".gz");
        !is_copy && !path.starts_with("assets/") && path != "worker.js" && !path.starts_with('.')
    });
    for (path, bytes) in &mut files {
        if let Ok(text) = std::str::from_utf8(bytes)
            && path.ends_with(".html")
        {
            *bytes = without_hashes(text).into_bytes();
        }
    }
    Ok(files)
}

fn collect(
    root: &Path,
    folder: &Path,
    into: &mut BTreeMap<String, Vec<u8>>,
) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, into)?;
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            into.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

/// Returns HTML without the attributes that name files by their content, and with `#` for the
/// hashes in other addresses.
fn without_hashes(html: &str) -> String {
    let mut out = html.to_owned();
    for name in ATTRIBUTES {
        let start = format!(" {name}=\"");
        while let Some(at) = out.find(&start) {
            let value = at + start.len();
            let Some(length) = out.get(value..).and_then(|rest| rest.find('"')) else { break };
            out.replace_range(at..=value + length, "");
        }
    }
    let mut rest = out.as_str();
    let mut plain = String::with_capacity(out.len());
    while let Some(at) = rest.find('-') {
        let (before, after) = rest.split_at(at + 1);
        plain.push_str(before);
        let digits = after.bytes().take_while(u8::is_ascii_hexdigit).count();
        let is_hash = digits == HASH_DIGITS && after.as_bytes().get(digits) == Some(&b'.');
        rest = if is_hash { after.get(digits..).unwrap_or_default() } else { after };
        if is_hash {
            plain.push('#');
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_assets_may_differ() {
        let page = |hash: &str, attribute: &str, text: &str| {
            without_hashes(&format!(
                "<script src=\"/assets/boot-{hash}.js\" data-program=\"{hash}\"{attribute}></script><p>{text}"
            ))
        };
        let one = page("0123456789abcdef", "", "A well-kept text");
        assert_eq!(one, page("fedcba9876543210", " data-edition=\"e\"", "A well-kept text"));
        assert_ne!(one, page("0123456789abcdef", "", "Another text"));
        assert!(one.contains("boot-#.js") && one.contains("well-kept"), "{one}");
    }
}
