//! The section of the report with whole editions.

use super::input::Line;
use super::wanted::{Figure, most};
use crate::bench::command::{FolderSize, Spent};
use crate::bench::machine::Machine;
use crate::bench::markdown::{table, wrapped};
use crate::results::EDITIONS;
use serde::Deserialize;

/// The figures of one folder.
pub(super) struct Edition {
    pub(super) name: String,
    pub(super) articles: usize,
    pub(super) line: Line,
    /// One build of each engine.
    pub(super) builds: Vec<IndexBuild>,
    pub(super) answers: Vec<Answer>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub(super) enum Engine {
    Cuttings,
    Pagefind,
    MiniSearch,
}

/// The cost of building with one engine, and the size of what it writes.
pub(super) struct IndexBuild {
    engine: Engine,
    seconds: f64,
    edit: f64,
    memory: Option<u64>,
    size: FolderSize,
}

impl IndexBuild {
    /// Takes the medians of builds from nothing.
    pub(super) fn new(
        engine: Engine,
        builds: &[Spent],
        edit: f64,
        size: FolderSize,
    ) -> Result<Self, String> {
        // The lower one of two, as in the scripts, so that it is a measured value.
        let middle = builds.len().saturating_sub(1) / 2;
        let mut seconds: Vec<f64> = builds.iter().map(|build| build.seconds).collect();
        seconds.sort_by(f64::total_cmp);
        let mut memory: Vec<Option<u64>> = builds.iter().map(|build| build.memory).collect();
        memory.sort_unstable();
        let seconds = *seconds.get(middle).ok_or("no build was measured")?;
        let memory = memory.get(middle).copied().flatten();
        Ok(Self { engine, seconds, edit, memory, size })
    }

    /// Takes the medians of builds of an engine that builds everything again after an edit.
    pub(super) fn again(
        engine: Engine,
        builds: &[Spent],
        size: FolderSize,
    ) -> Result<Self, String> {
        let build = Self::new(engine, builds, 0.0, size)?;
        Ok(Self { edit: build.seconds, ..build })
    }
}

/// The medians of the visits with one query, in ms and bytes.
#[derive(Deserialize)]
pub(super) struct Answer {
    query: String,
    page: Engine,
    titles: f64,
    /// Nothing if the engine has no texts.
    texts: Option<f64>,
    /// Until the texts, or else the titles, are there.
    bytes: f64,
    requests: f64,
    /// The number of results that were shown, at most ten.
    shown: f64,
}

/// Everything that the figures depend on besides the folders.
pub(super) struct Versions {
    pub(super) machine: Machine,
    /// As the program prints it.
    pub(super) program: String,
    pub(super) pagefind: String,
    pub(super) minisearch: String,
    pub(super) builds: u32,
    pub(super) visits: u32,
}

/// Returns the section; `browser` is empty if no query was asked.
pub(super) fn markdown(editions: &[Edition], versions: &Versions, browser: &str) -> String {
    let Versions { machine, program, pagefind, minisearch, builds, visits } = versions;
    let Machine { processor, cores, gigabytes, date, commit, .. } = machine;
    let mut out = format!("{EDITIONS}\n\n");
    let browser =
        if browser.is_empty() { String::new() } else { format!(", with {browser}, headless") };
    out.push_str(&wrapped(&format!(
        "`cargo xtask bench --only editions` measured this in one run on one machine ({date}; \
         {commit}; {processor}, {cores} cores, {gigabytes} GB{browser}): {program}, Pagefind \
         {pagefind} and MiniSearch {minisearch} on the same texts. Times are by the clock. In \
         brackets is the value that is wanted of Cuttings, if there is one."
    )));
    out.push_str(&wrapped(&format!(
        "Builds: medians of {builds} from nothing, with an empty cache, and of {builds} after an \
         edit of one article; memory is the most at a time, and files take whole blocks on disk. \
         Cuttings writes a whole site with its \
         compressed copies. Pagefind reads a plain page of each article, and MiniSearch one file of \
         JSON; both write an index only, so their files and sizes do not count the pages of a site, \
         nor their seconds the writing of it. Both keep nothing, so an edit takes them another \
         build. The seconds of MiniSearch do not include its compression."
    )));
    let heads =
        ["edition", "engine", "build, s", "after an edit, s", "memory, MB", "files", "on disk, MB"];
    table(&mut out, &heads, editions.iter().flat_map(build_rows));
    if editions.iter().all(|edition| edition.answers.is_empty()) {
        return out;
    }
    out.push_str(&wrapped(&format!(
        "First answers, by `bench/browser/first-answer.mjs`: medians of {visits} visits over a \
         simulated line, from opening the page at a query to the titles of its results and to the \
         texts of the first ten, with all bytes and requests until then, and the number of results \
         shown, at most ten. Pagefind's page shows titles and texts at once. MiniSearch's \
         downloads the library and the whole index, and shows titles only, because the index stores \
         no texts. The pages of both do nothing but search."
    )));
    let heads = [
        "edition",
        "line",
        "query",
        "engine",
        "titles, s",
        "texts of ten, s",
        "KB",
        "requests",
        "results",
    ];
    table(&mut out, &heads, editions.iter().flat_map(answer_rows));
    out
}

fn build_rows(edition: &Edition) -> impl Iterator<Item = Vec<String>> {
    edition.builds.iter().map(|build| {
        let IndexBuild { engine, seconds, edit, memory, size } = build;
        let cell = |figure, value, shown: &dyn Fn(f64) -> String| {
            judged(edition, *engine, figure, value, shown)
        };
        vec![
            edition.label(),
            engine.label(),
            cell(Figure::Build, *seconds, &two_places),
            cell(Figure::Edit, *edit, &two_places),
            memory.map_or_else(
                || "?".into(),
                |memory| cell(Figure::Memory, memory as f64, &megabytes),
            ),
            cell(Figure::Files, size.files as f64, &whole),
            format!("{:.1}", size.bytes as f64 / 1e6),
        ]
    })
}

fn answer_rows(edition: &Edition) -> impl Iterator<Item = Vec<String>> {
    edition.answers.iter().map(|answer| {
        let Answer { query, page, titles, texts, bytes, requests, shown } = answer;
        let cell = |figure, value, shown: &dyn Fn(f64) -> String| {
            judged(edition, *page, figure, value, shown)
        };
        let Line { kilobits, latency } = edition.line;
        vec![
            edition.label(),
            format!("{kilobits} kbit/s, {latency} ms"),
            query.clone(),
            page.label(),
            cell(Figure::Titles, titles / 1e3, &two_places),
            texts.map_or_else(|| "–".into(), |texts| cell(Figure::Texts, texts / 1e3, &two_places)),
            cell(Figure::Bytes, *bytes, &kilobytes),
            cell(Figure::Requests, *requests, &whole),
            whole(*shown),
        ]
    })
}

impl Edition {
    fn label(&self) -> String {
        format!("{}, {} articles", self.name, self.articles)
    }
}

impl Engine {
    fn label(self) -> String {
        match self {
            Self::Cuttings => "**Cuttings**".into(),
            other => format!("{other:?}"),
        }
    }
}

/// Formats a figure, and for Cuttings also the wanted one and whether it is met.
fn judged(
    edition: &Edition,
    engine: Engine,
    figure: Figure,
    value: f64,
    shown: &dyn Fn(f64) -> String,
) -> String {
    let most = most(edition.articles, edition.line, figure);
    match most.filter(|_| engine == Engine::Cuttings) {
        Some(most) if value <= most => format!("{} (≤ {}, met)", shown(value), shown(most)),
        Some(most) => format!("{} (≤ {}, **not met**)", shown(value), shown(most)),
        None => shown(value),
    }
}

fn two_places(value: f64) -> String {
    format!("{value:.2}")
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

fn megabytes(value: f64) -> String {
    whole(value / 1e6)
}

fn kilobytes(value: f64) -> String {
    whole(value / 1e3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::markdown::WIDTH;

    fn edition(articles: usize, line: (u32, u32)) -> Edition {
        let build = |engine, seconds: &[f64], memory, files| {
            let builds: Vec<Spent> =
                seconds.iter().map(|seconds| Spent { seconds: *seconds, memory }).collect();
            let size = FolderSize { files, bytes: 1_550_000 };
            match engine {
                Engine::Cuttings => IndexBuild::new(engine, &builds, 2.5, size),
                _ => IndexBuild::again(engine, &builds, size),
            }
            .unwrap()
        };
        let answers = r#"[
            {"query": "npm", "page": "Cuttings", "titles": 901, "texts": 2900, "bytes": 420400,
                "requests": 21, "shown": 10},
            {"query": "npm", "page": "MiniSearch", "titles": 9123, "texts": null, "bytes": 5e6,
                "requests": 3, "shown": 7}]"#;
        Edition {
            name: "blog".into(),
            articles,
            line: Line { kilobits: line.0, latency: line.1 },
            builds: vec![
                build(Engine::Cuttings, &[9.0, 1.0, 5.251], Some(2_100_000_000), 14_969),
                build(Engine::Pagefind, &[3.0], None, 9),
            ],
            answers: serde_json::from_str(answers).unwrap(),
        }
    }

    /// Compares the rows of the tables without the column with the edition.
    #[track_caller]
    fn check(edition: &Edition, expected: &[&str]) {
        let rows = build_rows(edition).chain(answer_rows(edition));
        let found: Vec<String> = rows.map(|row| row[1..].join(" | ")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn rows_have_medians_and_wanted_values() {
        check(
            &edition(1_049, (1440, 150)),
            &[
                "**Cuttings** | 5.25 (≤ 12.00, met) | 2.50 (≤ 2.00, **not met**) | 2100 | 14969 | 1.6",
                "Pagefind | 3.00 | 3.00 | ? | 9 | 1.6",
                "1440 kbit/s, 150 ms | npm | **Cuttings** | 0.90 (≤ 2.50, met) | 2.90 (≤ 2.90, met) | \
                 420 (≤ 420, **not met**) | 21 (≤ 20, **not met**) | 10",
                "1440 kbit/s, 150 ms | npm | MiniSearch | 9.12 | – | 5000 | 3 | 7",
            ],
        );
        check(
            &edition(100_000, (10_000, 60)),
            &[
                "**Cuttings** | 5.25 (≤ 120.00, met) | 2.50 | 2100 (≤ 2000, **not met**) | \
                 14969 (≤ 15000, met) | 1.6",
                "Pagefind | 3.00 | 3.00 | ? | 9 | 1.6",
                "10000 kbit/s, 60 ms | npm | **Cuttings** | 0.90 (≤ 0.90, **not met**) | \
                 2.90 (≤ 0.90, **not met**) | 420 (≤ 500, met) | 21 | 10",
                "10000 kbit/s, 60 ms | npm | MiniSearch | 9.12 | – | 5000 | 3 | 7",
            ],
        );
    }

    #[test]
    fn the_section_has_its_heading_and_fits_the_width() {
        let versions = Versions {
            machine: Machine::here(),
            program: "cuttings 0.1.0".into(),
            pagefind: "1.6.0".into(),
            minisearch: "7.2.0".into(),
            builds: 3,
            visits: 5,
        };
        let section = markdown(&[edition(17, (1440, 150))], &versions, "Chrome/1");
        assert!(section.starts_with("## Whole editions\n\n"));
        assert!(section.ends_with(" |\n\n"));
        for line in section.lines().filter(|line| !line.starts_with('|')) {
            assert!(line.chars().count() <= WIDTH, "{line}");
        }
        let without = Edition { answers: Vec::new(), ..edition(17, (1440, 150)) };
        assert!(!markdown(&[without], &versions, "").contains("First answers"));
    }
}
