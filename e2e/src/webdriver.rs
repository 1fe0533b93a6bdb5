//! The part of the WebDriver protocol that the tests speak: JSON over HTTP to a driver on this machine, one blocking
//! call for each command. What only one browser can do goes through that browser's own command, and says so.
//!
//! A client of its own, since the tests want little of one: two dozen commands, no TLS, no `async`. fantoccini and
//! thirtyfour bring a hundred crates each for that, three times the build, and neither asks for the computed role and
//! label of an element, by which every test here finds things.

use std::{
    fmt,
    time::{Duration, Instant},
};

use base64::Engine as _;
use serde_json::{Value, json};

/// The key under which the protocol wraps an element's id.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long one command may take. Only a dead driver takes as long.
const COMMAND: Duration = Duration::from_secs(60);

/// How long a browser may take to start.
const START: Duration = Duration::from_secs(25);

/// Why a command came to nothing.
#[derive(Debug)]
pub(crate) enum Error {
    /// The driver did not answer.
    Transport(ureq::Error),
    /// The driver answered that it would not: the protocol's error code and the driver's words.
    Refused { code: String, message: String },
    /// The driver answered something else than the protocol says.
    Unexpected(Value),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Transport(cause) => write!(f, "the driver does not answer: {cause}"),
            Error::Refused { code, message } => {
                write!(f, "{code}: {}", message.lines().next().unwrap_or_default())
            }
            Error::Unexpected(value) => write!(f, "the driver answered {value}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Transport(cause) => Some(cause),
            Error::Refused { .. } | Error::Unexpected(_) => None,
        }
    }
}

/// For complaints, which are words.
impl From<Error> for String {
    fn from(error: Error) -> String {
        error.to_string()
    }
}

/// What a command gives.
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// An element of the document that the session shows; stale once that document, or the element, is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element(String);

impl Element {
    /// The element as an argument for [`Session::run`].
    pub(crate) fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    /// The element that a script returned, if it did return one.
    pub(crate) fn from_script(value: &Value) -> Option<Element> {
        value.get(ELEMENT)?.as_str().map(|id| Element(id.to_owned()))
    }
}

/// A tab of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tab(String);

/// One browser window under a driver's control. Dropping it closes the browser.
pub(crate) struct Session {
    agent: ureq::Agent,
    address: String,
}

impl Session {
    /// Asks the driver at `driver` (`http://host:port`) for a new browser.
    pub(crate) fn start(driver: &str, capabilities: &Value) -> Result<Session> {
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let made = send(&agent(START), "POST", &format!("{driver}/session"), Some(wanted))?;
        let id = made["sessionId"].as_str().ok_or_else(|| Error::Unexpected(made.clone()))?;
        Ok(Session { address: format!("{driver}/session/{id}"), agent: agent(COMMAND) })
    }

    /// Goes to an address and waits for the document's `load`.
    pub(crate) fn go(&self, url: &str) -> Result<()> {
        self.post("url", json!({ "url": url })).map(drop)
    }

    /// The address shown.
    pub(crate) fn url(&self) -> Result<String> {
        self.get("url").and_then(text)
    }

    /// The document's title.
    pub(crate) fn title(&self) -> Result<String> {
        self.get("title").and_then(text)
    }

    /// The browser's own back button.
    pub(crate) fn back(&self) -> Result<()> {
        self.post("back", json!({})).map(drop)
    }

    /// The browser's own forward button.
    pub(crate) fn forward(&self) -> Result<()> {
        self.post("forward", json!({})).map(drop)
    }

    /// The browser's own reload button.
    pub(crate) fn reload(&self) -> Result<()> {
        self.post("refresh", json!({})).map(drop)
    }

    /// Opens another tab of the same browser, and stays in this one.
    pub(crate) fn new_tab(&self) -> Result<Tab> {
        let tab = self.post("window/new", json!({ "type": "tab" }))?;
        text(tab["handle"].clone()).map(Tab)
    }

    /// The tab that is steered.
    pub(crate) fn tab(&self) -> Result<Tab> {
        self.get("window").and_then(text).map(Tab)
    }

    /// Closes the tab that is steered; another has to be gone to then.
    pub(crate) fn close_tab(&self) -> Result<()> {
        send(&self.agent, "DELETE", &format!("{}/window", self.address), None).map(drop)
    }

    /// Steers another tab.
    pub(crate) fn go_to_tab(&self, tab: &Tab) -> Result<()> {
        self.post("window", json!({ "handle": tab.0 })).map(drop)
    }

    /// Runs the body of a function in the document, with `arguments`, and gives what it returns.
    pub(crate) fn run(&self, script: &str, arguments: &Value) -> Result<Value> {
        self.post("execute/sync", json!({ "script": script, "args": arguments }))
    }

    /// The same, for a script that gives its result to the function that is its last argument.
    pub(crate) fn run_async(&self, script: &str, arguments: &Value) -> Result<Value> {
        self.post("execute/async", json!({ "script": script, "args": arguments }))
    }

    /// The role that the browser tells assistive technology.
    pub(crate) fn role(&self, element: &Element) -> Result<String> {
        self.get(&format!("element/{}/computedrole", element.0)).and_then(text)
    }

    /// The name that the browser tells assistive technology.
    pub(crate) fn label(&self, element: &Element) -> Result<String> {
        self.get(&format!("element/{}/computedlabel", element.0)).and_then(text)
    }

    /// Scrolls to the element and clicks its middle; refused when something else lies there.
    pub(crate) fn click(&self, element: &Element) -> Result<()> {
        self.post(&format!("element/{}/click", element.0), json!({})).map(drop)
    }

    /// Presses and lets go each key, one after the other, wherever the focus is. Special keys are the protocol's private
    /// characters; see [`Key`].
    pub(crate) fn keys(&self, keys: &str) -> Result<()> {
        let actions: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
            })
            .collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("actions", json!({ "actions": [keyboard] })).map(drop)
    }

    /// Presses a key while another is held.
    pub(crate) fn press_with(&self, held: Key, key: Key) -> Result<()> {
        let [held, key] = [held, key].map(|key| key.character().to_string());
        let actions: Vec<Value> =
            [("keyDown", &held), ("keyDown", &key), ("keyUp", &key), ("keyUp", &held)]
                .map(|(kind, key)| json!({ "type": kind, "value": key }))
                .into();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("actions", json!({ "actions": [keyboard] })).map(drop)
    }

    /// The window's outer size, in CSS pixels. Browsers have a smallest one, of some 500 pixels.
    pub(crate) fn resize_window(&self, width: u32, height: u32) -> Result<()> {
        self.post("window/rect", json!({ "width": width, "height": height })).map(drop)
    }

    /// What the window shows, as a PNG.
    pub(crate) fn screenshot(&self) -> Result<Vec<u8>> {
        let encoded = self.get("screenshot").and_then(text)?;
        base64::engine::general_purpose::STANDARD
            .decode(&encoded)
            .map_err(|_| Error::Unexpected(Value::String(encoded)))
    }

    /// What a log of the driver's holds since it was last asked for. Chromium's driver only.
    pub(crate) fn chromium_log(&self, log: &str) -> Result<Vec<Value>> {
        match self.post("se/log", json!({ "type": log }))? {
            Value::Array(entries) => Ok(entries),
            other => Err(Error::Unexpected(other)),
        }
    }

    /// Runs a command of the browser's developer tools. Chromium only.
    pub(crate) fn chromium(&self, command: &str, parameters: &Value) -> Result<Value> {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    fn get(&self, path: &str) -> Result<Value> {
        send(&self.agent, "GET", &format!("{}/{path}", self.address), None)
    }

    fn post(&self, path: &str, body: Value) -> Result<Value> {
        send(&self.agent, "POST", &format!("{}/{path}", self.address), Some(body))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A browser that is gone already needs no closing.
        let _ = send(&self.agent, "DELETE", &self.address, None);
    }
}

/// A key that has no character of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Enter,
    Escape,
    Tab,
    Shift,
    Backspace,
    PageUp,
    PageDown,
    ArrowDown,
    ArrowUp,
}

impl Key {
    /// The character that stands for the key in [`Session::keys`].
    pub(crate) fn character(self) -> char {
        match self {
            Key::Enter => '\u{E007}',
            Key::Escape => '\u{E00C}',
            Key::Tab => '\u{E004}',
            Key::Shift => '\u{E008}',
            Key::Backspace => '\u{E003}',
            Key::PageUp => '\u{E00E}',
            Key::PageDown => '\u{E00F}',
            Key::ArrowDown => '\u{E015}',
            Key::ArrowUp => '\u{E013}',
        }
    }
}

/// Waits until the driver at `driver` says that it is ready.
pub(crate) fn wait_until_ready(driver: &str, patience: Duration) -> Result<()> {
    let agent = agent(COMMAND);
    let started = Instant::now();
    loop {
        match send(&agent, "GET", &format!("{driver}/status"), None) {
            Ok(status) if status["ready"] == true => return Ok(()),
            Err(error) if started.elapsed() > patience => return Err(error),
            Ok(status) if started.elapsed() > patience => return Err(Error::Unexpected(status)),
            _ => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

fn agent(patience: Duration) -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_global(Some(patience))
        .http_status_as_error(false) // the protocol's own errors come with 4xx and 5xx
        .proxy(None)
        .build()
        .into()
}

fn send(agent: &ureq::Agent, method: &str, url: &str, body: Option<Value>) -> Result<Value> {
    let answer = match (method, body) {
        ("DELETE", _) => agent.delete(url).call(),
        (_, None) => agent.get(url).call(),
        (_, Some(body)) => agent.post(url).content_type("application/json").send(body.to_string()),
    };
    let mut answer = answer.map_err(Error::Transport)?;
    // Screenshots and logs are larger than the 10 MB that a client reads by default.
    let read = answer
        .body_mut()
        .with_config()
        .limit(256 << 20)
        .read_to_string()
        .map_err(Error::Transport)?;
    let mut read: Value =
        serde_json::from_str(&read).map_err(|_| Error::Unexpected(Value::String(read)))?;
    let value = read["value"].take();
    match value["error"].as_str() {
        Some(code) => Err(Error::Refused {
            code: code.to_owned(),
            message: value["message"].as_str().unwrap_or_default().to_owned(),
        }),
        None => Ok(value),
    }
}

fn text(value: Value) -> Result<String> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(Error::Unexpected(other)),
    }
}
