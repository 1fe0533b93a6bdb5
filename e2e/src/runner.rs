//! Runs tests: each in a browser of its own, several at a time. One that fails is run once more when the others are done, by
//! itself. If it passes then it is named as unsteady: a defect of the page or of the test that has to be found, but none
//! for which what was made today is turned away.

use std::{
    any::Any,
    cell::RefCell,
    fmt::Write as _,
    panic::{self, AssertUnwindSafe},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    driver::{Browser, Desk},
    guards,
    page::{Flags, Page},
    server::{Files, Server},
};

/// What a test's host serves.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Site {
    /// The build under test.
    Built,
    /// The same, until the test has another edition published: the hostile one.
    Replaced,
    /// A build of seeds that mean harm.
    Hostile,
    /// A build of a site in German.
    German,
    /// Pages written in the test.
    Written(&'static [(&'static str, &'static str)]),
}

/// A test: it fails by panicking, or by leaving behind what no page may.
pub(crate) struct Test {
    pub(crate) suite: &'static str,
    pub(crate) name: &'static str,
    pub(crate) site: Site,
    /// What the guards must find, in a test of the guards themselves; nothing in all others.
    pub(crate) guilty_of: &'static [&'static str],
    pub(crate) body: fn(&Page),
}

/// Makes [`Test`]s of functions, named as they are.
macro_rules! suite {
    ($suite:literal, $site:expr, [$($body:ident),* $(,)?]) => {
        vec![$($crate::runner::Test {
            suite: $suite, name: stringify!($body), site: $site, guilty_of: &[], body: $body,
        }),*]
    };
}
pub(crate) use suite;

impl Test {
    /// What the test is called on the command line and in reports.
    pub(crate) fn path(&self) -> String {
        format!("{}::{}", self.suite, self.name)
    }
}

/// Where the sites of [`Site`] are, and under which path.
pub(crate) struct Places {
    pub(crate) built: Files,
    pub(crate) hostile: Option<Files>,
    pub(crate) german: Option<Files>,
    pub(crate) base: String,
    pub(crate) flags: Flags,
}

/// How many failed tests are run once more: where there are more it is no accident.
const AGAIN: usize = 3;

/// How many passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    /// How many of those that passed failed at first.
    pub(crate) unsteady: usize,
}

thread_local! {
    /// The last panic of this thread, in words.
    static LAST_PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs the tests on `jobs` browsers at a time and reports each as it ends. Where no browser can be started there is no run.
pub(crate) fn run(
    tests: &[Test],
    places: &Places,
    browser: Browser,
    jobs: usize,
) -> Result<Tally, String> {
    let desks: Vec<Desk> = (0..jobs.clamp(1, tests.len().max(1)))
        .map(|_| Desk::new(browser))
        .collect::<Result<_, _>>()?;
    desks.first().map(Desk::open).transpose()?;
    panic::set_hook(Box::new(|info| {
        let place =
            info.location().map(|at| format!("{}:{}: ", at.file(), at.line())).unwrap_or_default();
        LAST_PANIC
            .with(|last| *last.borrow_mut() = Some(format!("{place}{}", words(info.payload()))));
    }));
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for desk in &desks {
            let (next, failures) = (&next, &failures);
            scope.spawn(move || {
                while let Some(test) = tests.get(next.fetch_add(1, Ordering::SeqCst)) {
                    if let Err(why) = timed(test, places, desk) {
                        failures.lock().unwrap_or_else(PoisonError::into_inner).push((test, why));
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut unsteady = Vec::new();
    if let Some(desk) = desks.first()
        && failures.len() <= AGAIN
    {
        let again = |(test, why): &(&Test, String)| {
            timed(test, places, desk).map(|()| (test.path(), why.clone()))
        };
        failures.retain(|failure| again(failure).map(|steadied| unsteady.push(steadied)).is_err());
    }
    let _ = panic::take_hook();
    for (test, why) in &failures {
        println!("\n── {}\n{why}", test.path());
    }
    for (name, why) in &unsteady {
        println!("\n── unsteady: {name}\n{why}");
    }
    Ok(Tally {
        passed: tests.len() - failures.len(),
        failed: failures.len(),
        unsteady: unsteady.len(),
    })
}

/// Runs a test and reports it.
fn timed(test: &Test, places: &Places, desk: &Desk) -> Result<(), String> {
    let started = Instant::now();
    let outcome = run_one(test, places, desk);
    report(test, &outcome, started.elapsed());
    outcome
}

fn report(test: &Test, outcome: &Result<(), String>, took: Duration) {
    let verdict = if outcome.is_ok() { "ok    " } else { "FAILED" };
    println!("{verdict} {:>5.1} s  {}", took.as_secs_f64(), test.path());
}

fn run_one(test: &Test, places: &Places, desk: &Desk) -> Result<(), String> {
    let base = places.base.as_str();
    let (files, base) = match test.site {
        Site::Built | Site::Replaced => (places.built.clone(), base),
        Site::Hostile => (places.hostile.clone().ok_or("there is no hostile build")?, base),
        Site::German => (places.german.clone().ok_or("there is no build in German")?, base),
        Site::Written(pages) => (Files::Written(pages), "/written/"),
    };
    let server = Server::start(files, base).map_err(|error| format!("the host: {error}"))?;
    if !desk.browser().has_developer_tools() {
        server.listen_in_documents();
    }
    let window = desk.open().map_err(|error| format!("the browser: {error}"))?;
    let page = Page::new(window, desk.browser(), server, places);

    let judged = caught(|| {
        page.view(1280, 800);
        (test.body)(&page);
        guards::violations(&page)
    });
    match judged {
        Ok(found) => judge(test, &found).map_err(|why| why + &scene(test, &page)),
        Err(why) => Err(why + &scene(test, &page) + &meanwhile(&page)),
    }
}

/// Whether the guards found what they should: as a rule nothing.
fn judge(test: &Test, found: &[String]) -> Result<(), String> {
    let missed: Vec<_> = test
        .guilty_of
        .iter()
        .filter(|part| !found.iter().any(|line| line.contains(**part)))
        .collect();
    let unforeseen: Vec<_> = found
        .iter()
        .filter(|line| !test.guilty_of.iter().any(|part| line.contains(part)))
        .collect();
    if missed.is_empty() && unforeseen.is_empty() {
        return Ok(());
    }
    let mut why = String::new();
    for part in missed {
        let _ = writeln!(why, "the guards did not see: {part}");
    }
    Err(why + listed(&unforeseen, "\n").trim_start())
}

/// What the page looked like when the test failed.
fn scene(test: &Test, page: &Page) -> String {
    let mut scene = String::new();
    let url = page.session().url().unwrap_or_default();
    let _ = write!(scene, "\n  at {url}");
    let shot = format!("failed/{}-{}", test.suite, test.name);
    if caught(|| drop(page.shot(&shot))).is_ok() {
        let _ = write!(scene, "\n  shot: target/e2e/shots/{shot}.png");
    }
    scene
}

/// What the guards saw by the time that a test failed: often the reason why.
fn meanwhile(page: &Page) -> String {
    let mut found = Vec::new();
    let _ = caught(|| found = guards::violations(page));
    listed(&found, "\n  meanwhile: ")
}

/// The first lines of what may be many.
fn listed<T: AsRef<str>>(lines: &[T], before: &str) -> String {
    const FIRST: usize = 6;
    let mut list: String =
        lines.iter().take(FIRST).flat_map(|line| [before, line.as_ref()]).collect();
    if let more @ 1.. = lines.len().saturating_sub(FIRST) {
        let _ = write!(list, "{before}and {more} more");
    }
    list
}

fn caught<T>(body: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(body)).map_err(|payload| {
        LAST_PANIC.with(|last| last.take()).unwrap_or_else(|| words(&*payload).to_owned())
    })
}

fn words(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words")
}
