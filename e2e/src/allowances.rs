//! The failures that a test expects, so that the guards do not report them.

/// Requests and console messages that may fail in the current test.
#[derive(Debug, Default)]
pub(crate) struct Allowances {
    failed_requests: Vec<String>,
    console_messages: Vec<String>,
}

impl Allowances {
    /// Allows requests to fail if their URL contains `part`.
    pub(crate) fn allow_failed_request(&mut self, part: &str) {
        self.failed_requests.push(part.to_owned());
    }

    /// Allows console errors and warnings that contain `part`.
    pub(crate) fn allow_console_message(&mut self, part: &str) {
        self.console_messages.push(part.to_owned());
    }

    pub(crate) fn allows_failed_request(&self, url: &str) -> bool {
        self.failed_requests.iter().any(|part| url.contains(part.as_str()))
    }

    pub(crate) fn allows_console_message(&self, message: &str) -> bool {
        self.console_messages.iter().any(|part| message.contains(part.as_str()))
    }
}
