//! The browsers, and the drivers through which the tests steer them.

use std::{
    env,
    net::{Ipv4Addr, TcpListener},
    process::{Child, Command, Stdio},
    str::FromStr,
    time::Duration,
};

use serde_json::{Value, json};

use crate::webdriver::{self, Session};

/// A browser engine. What one of them lacks is asked of the engine by name, never guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    Chromium,
}

impl FromStr for Browser {
    type Err = String;

    fn from_str(name: &str) -> Result<Browser, String> {
        match name {
            "chromium" => Ok(Browser::Chromium),
            _ => Err(format!("no browser `{name}` here; there is: chromium")),
        }
    }
}

impl Browser {
    /// Whether the engine's developer tools can be asked: emulated media and screens, and a log of every request.
    pub(crate) fn has_developer_tools(self) -> bool {
        match self {
            Browser::Chromium => true,
        }
    }

    fn driver(self) -> String {
        match self {
            Browser::Chromium => env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned()),
        }
    }

    fn driver_arguments(self, port: u16) -> Vec<String> {
        match self {
            Browser::Chromium => vec![format!("--port={port}"), "--log-level=SEVERE".to_owned()],
        }
    }

    /// What a new session asks for: a browser without a window, without a past, and quiet on the network.
    fn capabilities(self) -> Value {
        match self {
            Browser::Chromium => {
                let mut options = json!({
                    "args": [
                        "--headless",
                        "--no-sandbox", // a container's root has no sandbox; the pages are our own
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--window-size=1280,800",
                    ],
                });
                if let Ok(binary) = env::var("CHROME") {
                    options["binary"] = binary.into();
                }
                json!({
                    "goog:chromeOptions": options,
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                })
            }
        }
    }
}

/// A running driver, shared by all sessions. Dropping it ends the process.
pub(crate) struct Driver {
    browser: Browser,
    address: String,
    process: Child,
}

impl Driver {
    /// Starts the browser's driver on a free port and waits for it.
    pub(crate) fn start(browser: Browser) -> Result<Driver, String> {
        let program = browser.driver();
        let port = free_port().map_err(|error| format!("no free port: {error}"))?;
        let process = Command::new(&program)
            .args(browser.driver_arguments(port))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| {
                format!("cannot start {program}: {error}; run this by `scripts/with test …`, which finds or installs it")
            })?;
        let driver = Driver { browser, address: format!("http://127.0.0.1:{port}"), process };
        webdriver::wait_until_ready(&driver.address, Duration::from_secs(30))
            .map_err(|error| format!("{program}: {error}"))?;
        Ok(driver)
    }

    /// The browser behind it.
    pub(crate) fn browser(&self) -> Browser {
        self.browser
    }

    /// A new browser with an empty profile.
    pub(crate) fn session(&self) -> webdriver::Result<Session> {
        Session::start(&self.address, &self.browser.capabilities())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that nobody listens on now.
fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
