//! The file of queries: `query => slug[, slug] ; reason` in each line, and comments after `#`.

/// A query and the slugs of the articles of which any is right as the first result.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) text: String,
    pub(super) right: Vec<String>,
}

impl Query {
    /// Returns the rank of the first right result, from 1, of results by the addresses of their
    /// pages.
    pub(super) fn rank(&self, addresses: &[String]) -> Option<usize> {
        let slug = |address: &String| {
            address.trim_matches('/').rsplit('/').next().unwrap_or_default().to_owned()
        };
        Some(1 + addresses.iter().position(|address| self.right.contains(&slug(address)))?)
    }
}

/// Parses a file of queries. Each needs a result and a reason.
pub(super) fn parse(text: &str) -> Result<Vec<Query>, String> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let queries: Vec<Query> = lines.map(query).collect::<Result<_, _>>()?;
    if queries.is_empty() { Err("no queries".into()) } else { Ok(queries) }
}

fn query(line: &str) -> Result<Query, String> {
    let fault = || format!("{line}: not of the form `query => slug[, slug] ; reason`");
    let (text, rest) = line.split_once(" => ").ok_or_else(fault)?;
    let (slugs, reason) = rest.split_once(" ; ").ok_or_else(fault)?;
    let right: Vec<String> = slugs.split(',').map(|slug| slug.trim().to_owned()).collect();
    if text.trim().is_empty() || reason.trim().is_empty() || right.iter().any(String::is_empty) {
        return Err(fault());
    }
    Ok(Query { text: text.trim().to_owned(), right })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_a_query_results_and_a_reason() {
        let right = |slugs: &[&str]| slugs.iter().map(|slug| (*slug).to_owned()).collect();
        let expected = [
            Query { text: "npm".into(), right: right(&["a"]) },
            Query { text: "\"a b\"".into(), right: right(&["b", "c"]) },
        ];
        let text = "# comment\n\nnpm => a ; the newest\n\"a b\" => b, c ; a phrase; or so\n";
        assert_eq!(parse(text).as_deref(), Ok(expected.as_slice()));
        for fault in ["npm => a", "npm ; a", " => a ; b", "npm => a, ; b", "npm => a ;  "] {
            let expected = format!("{fault}: not of the form `query => slug[, slug] ; reason`");
            assert_eq!(parse(fault), Err(expected));
        }
        assert_eq!(parse("# nothing\n"), Err("no queries".into()));
    }

    #[test]
    fn the_first_right_result_has_the_rank() {
        let query = Query { text: "npm".into(), right: vec!["b".into(), "c".into()] };
        let check = |addresses: &[&str], expected| {
            let addresses: Vec<String> = addresses.iter().map(|it| (*it).to_owned()).collect();
            assert_eq!(query.rank(&addresses), expected, "{addresses:?}");
        };
        check(&["/article/a/", "/article/c/", "/article/b/"], Some(2));
        check(&["/article/a/", "/article/bc/"], None);
        check(&[], None);
    }

    #[test]
    fn the_file_of_the_project_is_valid() {
        let queries = parse(include_str!("../../../../bench/answers/nodejs-blog.txt")).unwrap();
        assert!(queries.len() >= 30, "{}", queries.len());
    }
}
