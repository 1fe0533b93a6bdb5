//! Runs tests as trials of libtest-mimic, each in a tab and on a host of its own.
//!
//! A browser whose test passed serves the next one, because its start takes a third of a test.
//!
//! A test that fails runs once more, with no other test beside it. If it passes then, the report
//! names it as flaky. A flaky test points to a defect of the page or of the test, but it does not
//! fail the run.

use std::{
    any::Any,
    cell::RefCell,
    fmt::Write as _,
    panic::{self, AssertUnwindSafe},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use libtest_mimic::{Completion, Failed, Trial};

use crate::{
    driver::{Browser, Launcher},
    engine::Engine,
    guards,
    page::{Options, Page},
    server::Server,
    site::{Site, Sites},
    suite::{Suite, Test},
};

/// The number of failed tests that run once more. More failures than that are no coincidence.
const MAX_RETRIES: usize = 3;

/// The number of tests that the report lists as the slowest.
const SLOWEST: usize = 5;

/// The number of violations that a failure lists in full.
const LISTED_VIOLATIONS: usize = 6;

thread_local! {
    /// The location and message of this thread's last panic.
    static LAST_PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Everything that the trials of a run share.
pub(crate) struct Runner {
    sites: Sites,
    update_screenshots: bool,
    /// Launchers that no test uses at the moment, each with the browser of its last test if that
    /// passed.
    idle: Mutex<Vec<(Launcher, Option<Browser>)>>,
    /// Tests hold it for reading. A retry holds it for writing, so that it runs alone.
    exclusive: RwLock<()>,
    failures: AtomicUsize,
    flaky: Mutex<Vec<(String, String)>>,
    times: Mutex<Vec<(Duration, String)>>,
}

/// Makes one trial for each engine and test, named `engine::suite::test`.
pub(crate) fn trials(runner: &Arc<Runner>, suites: Vec<Suite>, engines: &[Engine]) -> Vec<Trial> {
    let mut trials = Vec::new();
    for suite in suites {
        let fits_base = suite.depends_on_base || runner.sites.base == "/";
        for test in suite.tests {
            let test = Arc::new(test);
            let site = test.site.unwrap_or(suite.site);
            for engine in engines.iter().copied() {
                let name = format!("{}::{}::{}", engine.name(), suite.name, test.name);
                let ignored = !fits_base || !test.engines.contains(&engine);
                let (runner, test, full_name) =
                    (Arc::clone(runner), Arc::clone(&test), name.clone());
                let run = move || runner.run(&full_name, &test, site, engine);
                trials.push(Trial::ignorable_test(name, run).with_ignored_flag(ignored));
            }
        }
    }
    trials
}

impl Runner {
    pub(crate) fn new(sites: Sites, update_screenshots: bool) -> Arc<Runner> {
        panic::set_hook(Box::new(|info| {
            let location = info
                .location()
                .map(|at| format!("{}:{}: ", at.file(), at.line()))
                .unwrap_or_default();
            let text = format!("{location}{}", message(info.payload()));
            LAST_PANIC.with(|last| *last.borrow_mut() = Some(text));
        }));
        Arc::new(Runner {
            sites,
            update_screenshots,
            idle: Mutex::default(),
            exclusive: RwLock::default(),
            failures: AtomicUsize::new(0),
            flaky: Mutex::default(),
            times: Mutex::default(),
        })
    }

    /// Starts each browser once, so that a missing one is one error and not one per test.
    pub(crate) fn check_browsers(&self, engines: &[Engine]) -> Result<(), String> {
        for engine in engines {
            let launcher = Launcher::new(*engine)?;
            let browser = launcher.launch()?;
            lock(&self.idle).push((launcher, Some(browser)));
        }
        Ok(())
    }

    /// Prints the flaky tests and the slowest ones.
    pub(crate) fn print_report(&self) {
        for (name, failure) in lock(&self.flaky).iter() {
            println!("── flaky: {name}\n{failure}\n");
        }
        let mut times = lock(&self.times);
        times.sort();
        for (time, name) in times.iter().rev().take(SLOWEST) {
            println!("{:>6.1} s  {name}", time.as_secs_f64());
        }
    }

    fn run(
        &self,
        name: &str,
        test: &Test,
        site: Site,
        engine: Engine,
    ) -> Result<Completion, Failed> {
        if let Err(missing) = self.sites.served(site) {
            return Ok(Completion::ignored_with(missing));
        }
        let started = Instant::now();
        let mut outcome = {
            let _shared = self.exclusive.read().unwrap_or_else(PoisonError::into_inner);
            self.run_once(name, test, site, engine)
        };
        if let Err(failure) = &outcome
            && self.failures.fetch_add(1, Ordering::SeqCst) < MAX_RETRIES
        {
            let _alone = self.exclusive.write().unwrap_or_else(PoisonError::into_inner);
            let second = self.run_once(name, test, site, engine);
            if second.is_ok() {
                lock(&self.flaky).push((name.to_owned(), failure.clone()));
            }
            outcome = second;
        }
        lock(&self.times).push((started.elapsed(), name.to_owned()));
        outcome.map(|()| Completion::Completed).map_err(Failed::from)
    }

    fn run_once(&self, name: &str, test: &Test, site: Site, engine: Engine) -> Result<(), String> {
        let served = self.sites.served(site)?;
        let server = Server::start(served.files, &served.base)
            .map_err(|error| format!("cannot start the host: {error}"))?;
        if !engine.has_developer_tools() {
            server.report_console();
        }
        let (launcher, browser) = self.take_idle(engine)?;
        let browser = match browser {
            Some(browser) => browser,
            None => {
                launcher.launch().map_err(|error| format!("cannot start the browser: {error}"))?
            }
        };
        let options = Options {
            next_edition: served.next,
            update_screenshots: self.update_screenshots,
            audit_accessibility: engine.has_developer_tools() && self.sites.base == "/",
        };
        let page = Page::new(browser, engine, server, options);
        let outcome = run_on(&page, name, test);
        // All files are one origin, so a test of a file leaves its storage to the next.
        let is_reusable =
            outcome.is_ok() && page.session().url().is_ok_and(|url| !url.starts_with("file:"));
        let browser = page.into_browser();
        let browser = Some(browser).filter(|browser| is_reusable && browser.renew(engine).is_ok());
        lock(&self.idle).push((launcher, browser));
        outcome
    }

    /// Takes an idle launcher of an engine with its browser, or makes a launcher.
    fn take_idle(&self, engine: Engine) -> Result<(Launcher, Option<Browser>), String> {
        let mut idle = lock(&self.idle);
        if let Some(found) = idle.iter().position(|(launcher, _)| launcher.engine() == engine) {
            return Ok(idle.swap_remove(found));
        }
        drop(idle);
        Ok((Launcher::new(engine)?, None))
    }
}

/// Runs a test and the guards. An error describes the failure and the state of the page.
fn run_on(page: &Page, name: &str, test: &Test) -> Result<(), String> {
    let outcome = catch(|| {
        page.resize(1280, 800);
        (test.run)(page);
        if test.expected_violations.is_empty() {
            guards::violations(page)
        } else {
            // Logs arrive with a delay, so the test waits for the violations that it expects.
            await_violations(page, test.expected_violations)
        }
    });
    match outcome {
        Ok(found) => {
            compare_violations(test, &found).map_err(|failure| failure + &describe(page, name))
        }
        Err(panic) => Err(panic + &describe(page, name) + &violations_so_far(page)),
    }
}

/// Waits until the guards have found all expected violations, and returns everything they found.
#[track_caller]
fn await_violations(page: &Page, expected: &[&str]) -> Vec<String> {
    page.until("the guards to find the violations", || {
        let found = guards::violations(page);
        match expected.iter().find(|part| !found.iter().any(|line| line.contains(**part))) {
            None => Ok(found),
            Some(missing) => Err(format!("{missing:?} is not in {found:#?}")),
        }
    })
}

/// Fails if the guards found a violation that the test does not expect.
fn compare_violations(test: &Test, found: &[String]) -> Result<(), String> {
    let expected = |line: &str| test.expected_violations.iter().any(|part| line.contains(part));
    let unexpected: Vec<_> = found.iter().filter(|line| !expected(line)).collect();
    if unexpected.is_empty() {
        return Ok(());
    }
    Err(list(&unexpected, "\n").trim_start().to_owned())
}

/// Describes the page of a failed test by its URL and a screenshot.
fn describe(page: &Page, name: &str) -> String {
    let mut text = String::new();
    let url = page.session().url().unwrap_or_default();
    let _ = write!(text, "\n  at {url}");
    let file = format!("failed/{}", name.replace("::", "-"));
    if catch(|| drop(page.screenshot(&file))).is_ok() {
        let _ = write!(text, "\n  screenshot: target/e2e/shots/{file}.png");
    }
    text
}

/// Lists the violations up to a failure, since they are often its reason.
fn violations_so_far(page: &Page) -> String {
    let found = catch(|| guards::violations(page)).unwrap_or_default();
    list(&found, "\n  meanwhile: ")
}

/// Joins the first lines, each after `prefix`, and counts the others.
fn list<T: AsRef<str>>(lines: &[T], prefix: &str) -> String {
    let mut text: String =
        lines.iter().take(LISTED_VIOLATIONS).flat_map(|line| [prefix, line.as_ref()]).collect();
    if let more @ 1.. = lines.len().saturating_sub(LISTED_VIOLATIONS) {
        let _ = write!(text, "{prefix}and {more} more");
    }
    text
}

/// Runs a function and returns the message of its panic as an error.
fn catch<T>(function: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(function)).map_err(|payload| {
        LAST_PANIC.with(|last| last.take()).unwrap_or_else(|| message(&*payload).to_owned())
    })
}

fn message(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without a message")
}

/// Locks a mutex, even if a thread panicked while it held it: the lists inside stay valid.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
