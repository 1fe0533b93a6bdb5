//! The part with whole editions: builds the sites of folders with the program, the indexes of
//! Pagefind and MiniSearch from the same texts, and measures first answers of all three on a slow
//! line.

mod input;
mod section;
mod wanted;

use super::command::{Spent, folder_size, json, read_json, remove, run_measured, script};
use super::machine::Machine;
use super::tools::Tools;
use crate::results::{self, EDITIONS};
use crate::root;
use input::{Line, Subject};
use section::{Answer, Edition, Engine, IndexBuild, Versions};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The numbers of builds, of edits and of visits for each query, unless `BENCH_ROUNDS` sets them.
const BUILDS: u32 = 3;
const VISITS: u32 = 5;

/// The folders to measure and the programs that it takes, found before any part of the benchmark
/// begins.
pub(super) struct Plan {
    tools: Tools,
    subjects: Vec<Subject>,
    builds: u32,
    visits: u32,
}

impl Plan {
    /// Reads the environment variables. Fails if a folder or a program is missing.
    pub(super) fn from_environment() -> Result<Self, String> {
        let tools = Tools::from_environment()?;
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let mut subjects =
            input::parse(variable("BENCH_EDITIONS").as_deref().unwrap_or(input::DEFAULT))?;
        for Subject { folder, .. } in &mut subjects {
            *folder = root().join(&*folder);
            if !folder.is_dir() {
                return Err(format!("BENCH_EDITIONS: {} is no folder", folder.display()));
            }
        }
        let rounds = variable("BENCH_ROUNDS")
            .map(|text| match text.parse() {
                Ok(rounds) if rounds > 0 => Ok(rounds),
                _ => Err(format!("BENCH_ROUNDS: {text} is no number of rounds")),
            })
            .transpose()?;
        Ok(Self {
            tools,
            subjects,
            builds: rounds.unwrap_or(BUILDS),
            visits: rounds.unwrap_or(VISITS),
        })
    }
}

/// Measures all editions and writes their section. It is written after each edition, so that a
/// failure loses no figures of those before.
pub(super) fn run(plan: &Plan, work: &Path) -> Result<(), String> {
    let work = work.join("editions");
    let versions = Versions {
        machine: Machine::here(),
        program: plan.tools.program_version()?,
        pagefind: plan.tools.package_version("pagefind")?,
        minisearch: plan.tools.package_version("minisearch")?,
        builds: plan.builds,
        visits: plan.visits,
    };
    let mut editions = Vec::new();
    let mut browser = String::new();
    for subject in &plan.subjects {
        // An interrupted run leaves files behind.
        remove(&work)?;
        fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
        let measurement = Measurement { plan, subject, work: &work };
        let (edition, version) = measurement.run()?;
        browser = version.unwrap_or(browser);
        editions.push(edition);
        results::put(EDITIONS, &section::markdown(&editions, &versions, &browser))?;
    }
    print!("{}", section::markdown(&editions, &versions, &browser));
    remove(&work)
}

/// The measurement of one folder, with temporary files under `work`.
struct Measurement<'a> {
    plan: &'a Plan,
    subject: &'a Subject,
    work: &'a Path,
}

impl Measurement<'_> {
    /// Returns the figures, and the browser's version if there were queries.
    fn run(&self) -> Result<(Edition, Option<String>), String> {
        self.note("writing its texts for the other engines");
        let articles = self.plan.tools.write_texts(&self.subject.folder, self.work)?;
        let builds = vec![self.cuttings()?, self.pagefind(articles)?, self.minisearch()?];
        let Subject { name, line, queries, .. } = self.subject;
        let (browser, answers) = if queries.is_empty() {
            (None, Vec::new())
        } else {
            self.note("first answers");
            let FirstAnswers { browser, answers } = self.first_answers(*line, queries)?;
            (Some(browser), answers)
        };
        Ok((Edition { name: name.clone(), articles, line: *line, builds, answers }, browser))
    }

    fn note(&self, activity: &str) {
        eprintln!("bench: {}: {activity}", self.subject.name);
    }

    fn at(&self, name: &str) -> PathBuf {
        self.work.join(name)
    }

    /// Builds the site several times from nothing, and after edits.
    fn cuttings(&self) -> Result<IndexBuild, String> {
        let (site, cache) = (self.at("site"), self.at("cache"));
        let spent = self.repeat("Cuttings", || {
            remove(&site)?;
            remove(&cache)?;
            let mut command = self.plan.tools.build(&self.subject.folder, &site, &cache);
            run_measured(&mut command, &self.at("log"))
        })?;
        remove(&cache)?;
        self.note("Cuttings, after an edit");
        let mut command = script("edit.mjs");
        command.arg(&self.subject.folder).arg(&self.plan.tools.program);
        command.args(["--only", "edit", "--json", "--rounds", &self.plan.builds.to_string()]);
        let mut rows: BTreeMap<String, Vec<Edited>> = json(&mut command)?;
        let edited = rows.remove("one article changed").unwrap_or_default();
        let edited = edited.first().ok_or("edit.mjs measured no edit")?.clock;
        IndexBuild::new(Engine::Cuttings, &spent, edited, folder_size(&site)?)
    }

    /// Builds Pagefind's index of the plain pages several times, and checks that it has all of
    /// them.
    fn pagefind(&self, articles: usize) -> Result<IndexBuild, String> {
        let index = self.at("pagefind");
        let spent = self.repeat("Pagefind", || {
            remove(&index)?;
            let mut command = self.plan.tools.pagefind(&self.at("pages"), &index);
            run_measured(&mut command, &self.at("log"))
        })?;
        remove(&self.at("pages"))?;
        let entry: PagefindEntry = read_json(&index.join("pagefind-entry.json"))?;
        let indexed: usize = entry.languages.values().map(|language| language.page_count).sum();
        if indexed != articles {
            return Err(format!("Pagefind has indexed {indexed} of {articles} pages"));
        }
        IndexBuild::again(Engine::Pagefind, &spent, folder_size(&index)?)
    }

    /// Builds MiniSearch's index several times. It measures itself, without the compression.
    fn minisearch(&self) -> Result<IndexBuild, String> {
        let index = self.at("minisearch");
        let spent = self.repeat("MiniSearch", || {
            let mut command = script("minisearch-site.mjs");
            json(command.arg(self.at("documents.jsonl")).arg(&index))
        })?;
        IndexBuild::again(Engine::MiniSearch, &spent, folder_size(&index)?)
    }

    fn repeat(
        &self,
        engine: &str,
        build: impl Fn() -> Result<Spent, String>,
    ) -> Result<Vec<Spent>, String> {
        (1..=self.plan.builds)
            .map(|round| {
                self.note(&format!("{engine}, build {round} of {}", self.plan.builds));
                build()
            })
            .collect()
    }

    fn first_answers(&self, line: Line, queries: &[String]) -> Result<FirstAnswers, String> {
        let mut command = script("first-answer.mjs");
        command.arg("--pagefind").arg(self.at("pagefind"));
        command.arg("--minisearch").arg(self.at("minisearch"));
        command.args(["--kilobits", &line.kilobits.to_string()]);
        command.args(["--latency", &line.latency.to_string()]);
        command.args(["--rounds", &self.plan.visits.to_string(), "--json"]);
        json(command.arg("--").arg(self.at("site")).args(queries))
    }
}

/// The medians of a kind of build that `edit.mjs` prints.
#[derive(Deserialize)]
struct Edited {
    clock: f64,
}

/// The file from which Pagefind's script learns the indexes.
#[derive(Deserialize)]
struct PagefindEntry {
    languages: BTreeMap<String, PagefindLanguage>,
}

#[derive(Deserialize)]
struct PagefindLanguage {
    page_count: usize,
}

/// The output of `first-answer.mjs`.
#[derive(Deserialize)]
struct FirstAnswers {
    browser: String,
    answers: Vec<Answer>,
}
