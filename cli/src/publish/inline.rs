//! The script within every page. It is part of this program instead of the built page, so that its
//! hash, which the content security policy names, changes only with the script itself.

const SOURCE: &str = include_str!("../../../src/js/early-requests.js");

/// Returns the text of the script.
pub(crate) fn script() -> String {
    SOURCE.lines().filter(|line| !line.starts_with("//")).map(str::trim_start).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_fits_into_its_element_and_one_line() {
        let script = script();
        assert!(!script.contains("//") && !script.contains('\n'), "{script}");
        assert!(!script.to_ascii_lowercase().contains("</script"), "{script}");
        assert!(script.starts_with('{') && script.ends_with('}'), "{script}");
    }
}
