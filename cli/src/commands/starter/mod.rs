//! `cuttings new`: makes a folder with a few articles, which show what a folder may hold.

use crate::arguments::New;
use crate::console::Console;
use std::error::Error;
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// The files of the folder, by their paths with `/` between folders.
const FILES: [(&str, &str); 5] = [
    ("site.toml", include_str!("folder/site.toml")),
    ("welcome.md", include_str!("folder/welcome.md")),
    ("coast/ferry.md", include_str!("folder/coast/ferry.md")),
    ("coast/ferry.svg", include_str!("folder/coast/ferry.svg")),
    ("coast/tides.md", include_str!("folder/coast/tides.md")),
];

/// Makes the folder, and says what to type next.
///
/// # Errors
/// If the folder holds anything already, or cannot be written.
pub(crate) fn run(new: &New, console: Console) -> Result<ExitCode, Box<dyn Error>> {
    let folder = &new.folder;
    if !is_free(folder).map_err(|error| at(folder, &error))? {
        return Err(format!(
            "{} holds something already, and stays as it is: name another folder, or type \
             `cuttings serve {0}` to see what it holds",
            folder.display()
        )
        .into());
    }
    for (name, text) in FILES {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| at(parent, &error))?;
        }
        fs::write(&path, text).map_err(|error| at(&path, &error))?;
    }
    let folder = folder.display();
    console.say(format_args!("made {folder} with three articles and site.toml"));
    console.say(format_args!("next, type: cuttings serve {}", quoted(&folder.to_string())));
    Ok(ExitCode::SUCCESS)
}

/// Returns true if nothing is at a path, or an empty folder.
fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error),
    }
}

/// Returns a path as a shell reads it.
fn quoted(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/\\.:_-~+,".contains(c);
    if path.chars().all(is_plain) { path.to_owned() } else { format!("\"{path}\"") }
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_with_spaces_are_quoted() {
        assert_eq!(quoted("notes/2026"), "notes/2026");
        assert_eq!(quoted("my notes"), "\"my notes\"");
    }

    #[test]
    fn every_file_of_the_starter_is_included() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands/starter/folder");
        let mut found = Vec::new();
        collect(&folder, &mut found);
        assert_eq!(found.len(), FILES.len(), "{found:?}");
    }

    fn collect(folder: &Path, into: &mut Vec<std::path::PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { collect(&path, into) } else { into.push(path) }
        }
    }
}
