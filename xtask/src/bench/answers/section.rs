//! The section of the report with the engines that answer the queries rightly.

use super::queries::Query;
use crate::bench::machine::Machine;
use crate::bench::markdown::{table, wrapped};
use crate::results::ANSWERS;
use serde::Deserialize;

/// The output of `answers.mjs`.
#[derive(Deserialize)]
pub(super) struct Answered {
    browser: String,
    engines: Vec<Engine>,
}

#[derive(Deserialize)]
struct Engine {
    name: String,
    /// Nothing for Cuttings, whose version the program tells.
    version: Option<String>,
    /// The addresses of the first ten results of each query.
    answers: Vec<Vec<String>>,
}

impl Engine {
    fn label(&self) -> String {
        match &self.version {
            Some(version) => format!("{} {version}", self.name),
            None => format!("**{}**", self.name),
        }
    }
}

/// Everything that the answers depend on besides the queries.
pub(super) struct Versions {
    pub(super) machine: Machine,
    /// As the program prints it.
    pub(super) program: String,
    /// The name of the file of queries.
    pub(super) file: String,
    pub(super) articles: usize,
}

/// Returns the section. Fails if an engine has not answered every query.
pub(super) fn markdown(
    queries: &[Query],
    answered: &Answered,
    versions: &Versions,
) -> Result<String, String> {
    let Versions { machine: Machine { date, commit, .. }, program, file, articles } = versions;
    let Answered { browser, engines } = answered;
    let mut ranks: Vec<Vec<Option<usize>>> = Vec::new();
    for Engine { name, answers, .. } in engines {
        if answers.len() != queries.len() {
            return Err(format!("{name}: {} answers to {} queries", answers.len(), queries.len()));
        }
        let pairs = queries.iter().zip(answers);
        ranks.push(pairs.map(|(query, answer)| query.rank(answer)).collect());
    }
    let mut out = format!("{ANSWERS}\n\n");
    out.push_str(&wrapped(&format!(
        "`cargo xtask bench --only answers` asked the {} queries of `bench/answers/{file}` on {articles} \
         articles ({date}; {commit}; {program}; {browser}, headless). That file says which results \
         are right for each query, and why, by what a reader wants. Cuttings answers on the page of \
         its site. The other engines have the same titles and texts, the newest first. They are set \
         up as their documentation says: matches in titles count more, the last word may be a \
         prefix, and words may have typos, as far as an engine offers it \
         (`bench/browser/engines`, method `search`). Pagefind reads a page of each article. Where \
         several titles contain a query, the newest is right; the others know no dates, and only \
         among equal scores an order.",
        queries.len()
    )));
    let heads = ["engine", "first result right", "among the first three", "among the first ten"];
    table(
        &mut out,
        &heads,
        engines.iter().zip(&ranks).map(|(engine, ranks)| {
            let counts = [1, 3, 10].map(|most| {
                let right = ranks.iter().flatten().filter(|rank| **rank <= most).count();
                format!("{right} of {}", ranks.len())
            });
            std::iter::once(engine.label()).chain(counts).collect()
        }),
    );
    out.push_str("The rank of the first right result among ten, by query:\n\n");
    let labels: Vec<String> = engines.iter().map(Engine::label).collect();
    let heads: Vec<&str> =
        std::iter::once("query").chain(labels.iter().map(String::as_str)).collect();
    table(
        &mut out,
        &heads,
        queries.iter().enumerate().map(|(number, query)| {
            let cells = ranks.iter().map(|ranks| {
                let rank = ranks.get(number).copied().flatten();
                rank.map_or_else(|| "–".into(), |rank| rank.to_string())
            });
            std::iter::once(escaped(&query.text)).chain(cells).collect()
        }),
    );
    Ok(out)
}

/// Escapes the characters of a query that would be markup in a table.
fn escaped(query: &str) -> String {
    let mut out = String::new();
    for c in query.chars() {
        if matches!(c, '|' | '*' | '_' | '`' | '\\' | '<' | '[') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::markdown::WIDTH;

    #[test]
    fn engines_have_the_ranks_of_right_results() {
        let query =
            |text: &str, right: &str| Query { text: text.into(), right: vec![right.into()] };
        let queries = [query("npm", "a"), query("a|b", "d")];
        let answered: Answered = serde_json::from_str(
            r#"{"browser": "Chrome/1", "engines": [
                {"name": "Cuttings", "answers": [["/article/a/"], ["/article/c/", "/article/d/"]]},
                {"name": "Lunr", "version": "2", "answers": [[], ["/article/d/"]]}]}"#,
        )
        .unwrap();
        let versions = || Versions {
            machine: Machine::here(),
            program: "cuttings 0.1.0".into(),
            file: "blog.txt".into(),
            articles: 3,
        };
        let section = markdown(&queries, &answered, &versions()).unwrap();
        let expected = "\
| engine | first result right | among the first three | among the first ten |
|---|---|---|---|
| **Cuttings** | 1 of 2 | 2 of 2 | 2 of 2 |
| Lunr 2 | 1 of 2 | 1 of 2 | 1 of 2 |

The rank of the first right result among ten, by query:

| query | **Cuttings** | Lunr 2 |
|---|---|---|
| npm | 1 | – |
| a\\|b | 2 | 1 |

";
        assert!(section.starts_with("## Who answers what\n\n"));
        assert!(section.ends_with(expected), "{section}");
        for line in section.lines().filter(|line| !line.starts_with('|')) {
            assert!(line.chars().count() <= WIDTH, "{line}");
        }
        let fault = markdown(&queries[..1], &answered, &versions());
        assert_eq!(fault, Err("Cuttings: 2 answers to 1 queries".into()));
    }
}
