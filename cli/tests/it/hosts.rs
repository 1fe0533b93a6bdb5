//! What hosts are told.

use crate::built::{SEEDS, SITE, elements, published};

#[test]
fn hosts_that_read_underscore_headers() {
    let published = published("hosts-headers", SITE, &SEEDS);
    insta::assert_snapshot!(published.text("_headers"), @r#"
    # Read by Netlify and Cloudflare Pages; of no meaning to other hosts.
    /papers/2026/*
      Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'self'; require-trusted-types-for 'script'; trusted-types cuttings; frame-ancestors 'none'
      Referrer-Policy: no-referrer
      Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()
      Cross-Origin-Opener-Policy: same-origin
      X-Content-Type-Options: nosniff
    /papers/2026/assets/*
      Cache-Control: public, max-age=31536000, immutable
    "#);
}

#[test]
fn headers_hold_the_pages_own_policy() {
    let published = published("hosts-policy", SITE, &SEEDS);
    let elements = elements(published.text("index.html"));
    let policy = elements.iter().find(|element| element.get("http-equiv").is_some()).unwrap();
    let policy = policy.get("content").unwrap();
    for path in ["_headers", ".htaccess"] {
        assert!(published.text(path).contains(policy), "{path}");
    }
    let hosting = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/hosting");
    for file in ["nginx.conf", "Caddyfile"] {
        let text = std::fs::read_to_string(format!("{hosting}/{file}")).unwrap();
        assert!(text.contains(policy), "{file} has another policy: {policy}");
        for line in published.text("_headers").lines().filter(|line| line.starts_with("  ")) {
            let (name, value) = line.trim().split_once(": ").unwrap();
            assert!(text.contains(name) && text.contains(value), "{file} lacks {line}");
        }
    }
}

#[test]
fn apache_is_told_what_every_packed_file_is() {
    let published = published("hosts-packed", SITE, &SEEDS);
    let told = published.text(".htaccess");
    // Pictures are not packed, nor is what hosts read.
    let packed = |path: &&String| {
        !path.ends_with(".png") && !["_headers", ".htaccess"].contains(&path.as_str())
    };
    for path in published.files.keys().filter(packed) {
        let ending = path.rsplit('.').next().unwrap();
        assert!(told.contains(&format!(r#"<FilesMatch "\.{ending}\.(br|gz)$">"#)), "{path}");
    }
}
