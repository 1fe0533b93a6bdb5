//! The responses of a host, and how they are sent.

use std::{
    io::{self, Write},
    net::{Shutdown, TcpStream},
    path::Path,
};

/// A response to one request.
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) content_type: &'static str,
    pub(super) location: Option<String>,
    pub(super) body: Vec<u8>,
}

impl Response {
    /// A response with the contents of a file.
    pub(super) fn file(status: u16, path: &str, body: Vec<u8>) -> Response {
        Response { status, content_type: content_type(path), location: None, body }
    }

    /// A response with a plain text.
    pub(super) fn text(status: u16, text: &str) -> Response {
        let content_type = "text/plain; charset=utf-8";
        Response { status, content_type, location: None, body: text.into() }
    }

    pub(super) fn send(
        &self,
        mut connection: &TcpStream,
        head_only: bool,
        headers: &[(String, String)],
    ) -> io::Result<()> {
        let mut head = format!(
            "HTTP/1.1 {} -\r\ncontent-type: {}\r\ncontent-length: {}\r\n",
            self.status,
            self.content_type,
            self.body.len()
        );
        if let Some(location) = &self.location {
            head.push_str(&format!("location: {location}\r\n"));
        }
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        if !head_only {
            bytes.extend_from_slice(&self.body);
        }
        connection.write_all(&bytes)
    }

    /// Sends the head and half of the body, then closes the connection.
    pub(super) fn send_truncated(
        &self,
        mut connection: &TcpStream,
        headers: &[(String, String)],
    ) -> io::Result<()> {
        self.send(connection, true, headers)?;
        connection.write_all(self.body.get(..self.body.len() / 2).unwrap_or_default())?;
        connection.shutdown(Shutdown::Both)
    }
}

fn content_type(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("xml") => "application/xml",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
