//! Paths within the folder of seeds.

/// Resolves a relative path, with `.` and `..`, against a folder. The result never leads out of the
/// folder of seeds.
///
/// ```
/// use cuttings_corpus::resolve_path;
///
/// assert_eq!(resolve_path("coast/ferries", "../storm.md"), "coast/storm.md");
/// assert_eq!(resolve_path("coast", "../../storm.md"), "storm.md");
/// ```
pub fn resolve_path(folder: &str, relative: &str) -> String {
    let mut pieces: Vec<&str> = Vec::new();
    for piece in folder.split('/').chain(relative.split('/')) {
        match piece {
            "" | "." => {}
            ".." => {
                pieces.pop();
            }
            _ => pieces.push(piece),
        }
    }
    pieces.join("/")
}
