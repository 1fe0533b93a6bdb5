//! A client for the WebDriver protocol: JSON over HTTP to a local driver, one blocking call per
//! command. Commands of one browser only are marked as such.
//!
//! The tests need two dozen commands, no TLS and no `async`. The libraries fantoccini and
//! thirtyfour would add a hundred crates each, and neither asks for the computed role and label of
//! an element, by which every test here finds elements.

use std::{
    fmt,
    time::{Duration, Instant},
};

use base64::Engine as _;
use serde_json::{Value, json};

/// The key of an element's id in the protocol.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The timeout of a command. Only a dead driver takes as long.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(60);

/// The timeout for the start of a browser.
const START_TIMEOUT: Duration = Duration::from_secs(25);

/// The reason why a command failed.
#[derive(Debug)]
pub(crate) enum Error {
    /// The driver did not answer.
    Transport(ureq::Error),
    /// The driver refused the command, with the protocol's error code and a message.
    Refused { code: String, message: String },
    /// The driver's answer does not follow the protocol.
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

/// Lets closures that return a `String` as their error use `?`.
impl From<Error> for String {
    fn from(error: Error) -> String {
        error.to_string()
    }
}

/// The result of a command.
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// An element of the current document. It is stale after the document or the element is removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element(String);

impl Element {
    /// Returns the element as an argument for [`Session::run`].
    pub(crate) fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    /// Returns the element in a script's result, if the result is one.
    pub(crate) fn from_script(value: &Value) -> Option<Element> {
        value.get(ELEMENT)?.as_str().map(|id| Element(id.to_owned()))
    }
}

/// A tab of a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tab(String);

/// A session with a browser. Dropping it closes the browser.
pub(crate) struct Session {
    agent: ureq::Agent,
    url: String,
}

impl Session {
    /// Starts a browser with the driver at `driver` (`http://host:port`).
    pub(crate) fn start(driver: &str, capabilities: &Value) -> Result<Session> {
        let request = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let created =
            send(&agent(START_TIMEOUT), "POST", &format!("{driver}/session"), Some(request))?;
        let id = created["sessionId"].as_str().ok_or_else(|| Error::Unexpected(created.clone()))?;
        Ok(Session { url: format!("{driver}/session/{id}"), agent: agent(COMMAND_TIMEOUT) })
    }

    /// Opens a URL and waits for the document's `load`.
    pub(crate) fn go(&self, url: &str) -> Result<()> {
        self.post("url", json!({ "url": url })).map(drop)
    }

    /// Returns the current URL.
    pub(crate) fn url(&self) -> Result<String> {
        self.get("url").and_then(text)
    }

    /// Returns the document's title.
    pub(crate) fn title(&self) -> Result<String> {
        self.get("title").and_then(text)
    }

    /// Goes back in the browser's history.
    pub(crate) fn back(&self) -> Result<()> {
        self.post("back", json!({})).map(drop)
    }

    /// Goes forward in the browser's history.
    pub(crate) fn forward(&self) -> Result<()> {
        self.post("forward", json!({})).map(drop)
    }

    /// Reloads the document.
    pub(crate) fn reload(&self) -> Result<()> {
        self.post("refresh", json!({})).map(drop)
    }

    /// Opens another tab without switching to it.
    pub(crate) fn new_tab(&self) -> Result<Tab> {
        let tab = self.post("window/new", json!({ "type": "tab" }))?;
        text(tab["handle"].clone()).map(Tab)
    }

    /// Returns the current tab.
    pub(crate) fn current_tab(&self) -> Result<Tab> {
        self.get("window").and_then(text).map(Tab)
    }

    /// Closes the current tab. The next command must switch to another.
    pub(crate) fn close_tab(&self) -> Result<()> {
        send(&self.agent, "DELETE", &format!("{}/window", self.url), None).map(drop)
    }

    /// Returns all tabs.
    pub(crate) fn tabs(&self) -> Result<Vec<Tab>> {
        match self.get("window/handles")? {
            Value::Array(handles) => handles.into_iter().map(|it| text(it).map(Tab)).collect(),
            other => Err(Error::Unexpected(other)),
        }
    }

    /// Switches to a tab.
    pub(crate) fn switch_to(&self, tab: &Tab) -> Result<()> {
        self.post("window", json!({ "handle": tab.0 })).map(drop)
    }

    /// Runs the body of a function in the document with these arguments, and returns its result.
    pub(crate) fn run(&self, script: &str, arguments: &Value) -> Result<Value> {
        self.post("execute/sync", json!({ "script": script, "args": arguments }))
    }

    /// Runs the body of a function that passes its result to its last argument, a callback.
    pub(crate) fn run_async(&self, script: &str, arguments: &Value) -> Result<Value> {
        self.post("execute/async", json!({ "script": script, "args": arguments }))
    }

    /// Returns the computed role of an element.
    pub(crate) fn role(&self, element: &Element) -> Result<String> {
        self.get(&format!("element/{}/computedrole", element.0)).and_then(text)
    }

    /// Returns the computed name of an element.
    pub(crate) fn label(&self, element: &Element) -> Result<String> {
        self.get(&format!("element/{}/computedlabel", element.0)).and_then(text)
    }

    /// Scrolls to an element and clicks its centre. Fails if another element covers it.
    pub(crate) fn click(&self, element: &Element) -> Result<()> {
        self.post(&format!("element/{}/click", element.0), json!({})).map(drop)
    }

    /// Presses and releases each key in turn. The protocol has private characters for special keys;
    /// see [`Key`].
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

    /// Presses a key while another is held down.
    pub(crate) fn press_with(&self, held: Key, key: Key) -> Result<()> {
        let [held, key] = [held, key].map(|key| key.character().to_string());
        let actions: Vec<Value> =
            [("keyDown", &held), ("keyDown", &key), ("keyUp", &key), ("keyUp", &held)]
                .map(|(kind, key)| json!({ "type": kind, "value": key }))
                .into();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("actions", json!({ "actions": [keyboard] })).map(drop)
    }

    /// Sets the outer size of the window, in CSS pixels. Browsers have a minimum.
    pub(crate) fn resize_window(&self, width: u32, height: u32) -> Result<()> {
        self.post("window/rect", json!({ "width": width, "height": height })).map(drop)
    }

    /// Takes a screenshot of the viewport, as a PNG.
    pub(crate) fn screenshot(&self) -> Result<Vec<u8>> {
        let encoded = self.get("screenshot").and_then(text)?;
        base64::engine::general_purpose::STANDARD
            .decode(&encoded)
            .map_err(|_| Error::Unexpected(Value::String(encoded)))
    }

    /// Returns the entries of a driver log since the last call. Chromium only.
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
        send(&self.agent, "GET", &format!("{}/{path}", self.url), None)
    }

    fn post(&self, path: &str, body: Value) -> Result<Value> {
        send(&self.agent, "POST", &format!("{}/{path}", self.url), Some(body))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // An error means that the browser has already closed.
        let _ = send(&self.agent, "DELETE", &self.url, None);
    }
}

/// A key without a character.
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
    /// Returns the character that represents the key in [`Session::keys`].
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

/// Waits until the driver at `driver` reports that it is ready.
pub(crate) fn wait_until_ready(driver: &str, timeout: Duration) -> Result<()> {
    let agent = agent(COMMAND_TIMEOUT);
    let started = Instant::now();
    loop {
        match send(&agent, "GET", &format!("{driver}/status"), None) {
            Ok(status) if status["ready"] == true => return Ok(()),
            Err(error) if started.elapsed() > timeout => return Err(error),
            Ok(status) if started.elapsed() > timeout => return Err(Error::Unexpected(status)),
            _ => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

fn agent(timeout: Duration) -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_global(Some(timeout))
        .http_status_as_error(false) // the protocol reports its errors with 4xx and 5xx
        .proxy(None)
        .build()
        .into()
}

fn send(agent: &ureq::Agent, method: &str, url: &str, body: Option<Value>) -> Result<Value> {
    let response = match (method, body) {
        ("DELETE", _) => agent.delete(url).call(),
        (_, None) => agent.get(url).call(),
        (_, Some(body)) => agent.post(url).content_type("application/json").send(body.to_string()),
    };
    let mut response = response.map_err(Error::Transport)?;
    // Screenshots and logs exceed the default limit of 10 MB.
    let text = response
        .body_mut()
        .with_config()
        .limit(256 << 20)
        .read_to_string()
        .map_err(Error::Transport)?;
    let mut answer: Value =
        serde_json::from_str(&text).map_err(|_| Error::Unexpected(Value::String(text)))?;
    let value = answer["value"].take();
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
