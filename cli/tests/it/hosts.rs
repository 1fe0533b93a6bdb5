//! Tests the configuration files of hosts.

use crate::built::{SEEDS, SITE, elements, published};

#[test]
fn underscore_headers_has_every_header() {
    let published = published("hosts-headers", SITE, &SEEDS);
    insta::assert_snapshot!(published.text("_headers"), @r#"
    # Read by Netlify and Cloudflare Pages; of no meaning to other hosts.
    /papers/2026/*
      Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha384-VQ1UjbIKIPDXqB0sIQxiIPq39P0Yz0fhITnmSUHZ0J0mTuTwrJnYe79T+tFunPQp'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'self'; require-trusted-types-for 'script'; trusted-types cuttings; frame-ancestors 'none'
      Referrer-Policy: no-referrer
      Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()
      Cross-Origin-Opener-Policy: same-origin
      X-Content-Type-Options: nosniff
    /papers/2026/assets/*
      Cache-Control: public, max-age=31536000, immutable
    /papers/2026/media/*
      Cache-Control: public, max-age=31536000, immutable
    "#);
}

#[test]
fn headers_repeat_the_policy_of_pages() {
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
fn apache_knows_the_type_of_every_compressed_file() {
    let published = published("hosts-compressed", SITE, &SEEDS);
    let config = published.text(".htaccess");
    // Neither images, fonts nor configuration files are compressed.
    let compressed = |path: &&String| {
        !path.ends_with(".png")
            && !path.ends_with(".woff2")
            && !["_headers", ".htaccess"].contains(&path.as_str())
    };
    for path in published.files.keys().filter(compressed) {
        let extension = path.rsplit('.').next().unwrap();
        assert!(config.contains(&format!(r#"<FilesMatch "\.{extension}\.(br|gz)$">"#)), "{path}");
    }
}
