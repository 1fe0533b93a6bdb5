//! Serves the current site on this machine, and tells open pages about the next one.

use super::page::{EVENTS, RELOAD, WAITING, served};
use super::site::{Answer, Site, media_type};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, StreamBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::path::Path;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

/// The name of no edition, for pages that wait for the first.
const NONE: &str = "none";

/// The lifetime of files that browsers need not ask for again.
const KEPT: HeaderValue = HeaderValue::from_static("max-age=31536000, immutable");

/// The time to wait if no connection can be accepted, for example because too many are open.
const PAUSE: Duration = Duration::from_millis(100);

type Body = UnsyncBoxBody<Bytes, Infallible>;

/// Answers requests until the task is dropped.
pub(super) async fn run(listener: TcpListener, site: watch::Receiver<Option<Site>>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let site = site.clone();
        tokio::spawn(async move {
            let answer = service_fn(|request| {
                let response = respond(&request, &site);
                async move { Ok::<_, Infallible>(response) }
            });
            // A browser that hangs up is no error.
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), answer)
                .await;
        });
    }
}

fn respond(request: &Request<Incoming>, site: &watch::Receiver<Option<Site>>) -> Response<Body> {
    if !is_local(request) {
        return text(StatusCode::FORBIDDEN, "text/plain", "Open this site by its local address.");
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return text(StatusCode::METHOD_NOT_ALLOWED, "text/plain", "Only GET and HEAD work here.");
    }
    match request.uri().path() {
        RELOAD => text(StatusCode::OK, "text/javascript", include_str!("reload.js")),
        EVENTS => events(site.clone()),
        path => match &*site.borrow() {
            Some(site) => file(site, path),
            None => {
                let html = served(WAITING, NONE);
                text(StatusCode::SERVICE_UNAVAILABLE, "text/html; charset=utf-8", html)
            }
        },
    }
}

/// Returns whether a request names this machine. A page of another site whose name leads here could
/// read the articles otherwise.
fn is_local(request: &Request<Incoming>) -> bool {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    host.is_some_and(is_local_host)
}

fn is_local_host(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) => name,
        _ => host,
    };
    ["127.0.0.1", "localhost", "[::1]"].contains(&name)
}

fn file(site: &Site, path: &str) -> Response<Body> {
    match site.answer(path) {
        Answer::File(path) => contents(StatusCode::OK, &path, site),
        Answer::Missing(page) => contents(StatusCode::NOT_FOUND, &page, site),
        Answer::Worker => text(StatusCode::OK, "text/javascript", include_str!("leave.js")),
        Answer::Redirect(to) => {
            let mut response = text(StatusCode::TEMPORARY_REDIRECT, "text/plain", "");
            if let Ok(to) = HeaderValue::from_str(&to) {
                response.headers_mut().insert(header::LOCATION, to);
            }
            response
        }
    }
}

fn contents(status: StatusCode, path: &Path, site: &Site) -> Response<Body> {
    let media_type = media_type(path);
    match std::fs::read(path) {
        Ok(bytes) if media_type.starts_with("text/html") => {
            let html = String::from_utf8_lossy(&bytes);
            text(status, media_type, served(&html, &site.edition))
        }
        Ok(bytes) => {
            let mut response = text(status, media_type, bytes);
            if is_in_every_edition(path) {
                response.headers_mut().insert(header::CACHE_CONTROL, KEPT);
            }
            response
        }
        Err(_) => text(StatusCode::NOT_FOUND, "text/plain", "Not found"),
    }
}

/// Returns whether a file is named by its content and most probably in the next edition, too, so
/// that the browser should keep it with what it has compiled. Every edit renames the edition.
fn is_in_every_edition(path: &Path) -> bool {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let is_edition = name(path).is_some_and(|name| name.starts_with("edition-"));
    path.parent().and_then(name).is_some_and(|folder| folder == "assets") && !is_edition
}

fn text(status: StatusCode, media_type: &'static str, body: impl Into<Bytes>) -> Response<Body> {
    respond_with(status, media_type, Full::new(body.into()).boxed_unsync())
}

/// Returns a response that never ends: the name of the current edition, and of each later one.
fn events(site: watch::Receiver<Option<Site>>) -> Response<Body> {
    let events = WatchStream::new(site).map(|site| {
        let edition = site.map_or(NONE.to_owned(), |site| site.edition);
        Ok(Frame::data(Bytes::from(format!("data: {edition}\n\n"))))
    });
    respond_with(StatusCode::OK, "text/event-stream", StreamBody::new(events).boxed_unsync())
}

fn respond_with(status: StatusCode, media_type: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_requests_to_this_machine_are_answered() {
        for (host, expected) in [
            ("127.0.0.1:8080", true),
            ("localhost:8080", true),
            ("localhost", true),
            ("[::1]:8080", true),
            ("articles.example:8080", false),
            ("127.0.0.1.articles.example", false),
        ] {
            assert_eq!(is_local_host(host), expected, "{host}");
        }
    }
}
