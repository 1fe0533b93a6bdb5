//! Emulates the reader's device: viewport, colour scheme, languages, processor, JavaScript and
//! pointer.

use serde_json::{Value, json};

use crate::page::{Page, expect_ok};

/// Finishes all animations, so that no colour is read halfway between two schemes.
const FINISH_ANIMATIONS: &str = "
    document.documentElement.getBoundingClientRect(); // starts pending transitions
    for (const animation of document.getAnimations())
        if (animation.timeline === document.timeline
            && animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
";

/// The colour scheme that a reader prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColorScheme {
    Light,
    Dark,
}

impl ColorScheme {
    pub(crate) fn name(self) -> &'static str {
        match self {
            ColorScheme::Light => "light",
            ColorScheme::Dark => "dark",
        }
    }
}

impl Page {
    /// Sets the size of the viewport, in CSS pixels.
    #[track_caller]
    pub(crate) fn resize(&self, width: u32, height: u32) {
        if self.engine().has_developer_tools() {
            self.developer_tools(
                "Emulation.setDeviceMetricsOverride",
                &json!({
                    "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false
                }),
            );
        } else {
            // A window is larger than its viewport. The first attempt shows by how much.
            expect_ok(self.session().resize_window(width, height));
            let viewport = self.script("return [innerWidth, innerHeight]");
            let outer = |target: u32, inner: &Value| {
                let inner =
                    inner.as_u64().and_then(|inner| u32::try_from(inner).ok()).unwrap_or(target);
                target + target.saturating_sub(inner)
            };
            expect_ok(
                self.session()
                    .resize_window(outer(width, &viewport[0]), outer(height, &viewport[1])),
            );
        }
        self.until(&format!("a viewport {width} pixels wide"), || {
            let inner = self.script("return innerWidth");
            if inner == width { Ok(()) } else { Err(format!("it is {inner}")) }
        });
    }

    /// Sets the colour scheme that the device prefers.
    #[track_caller]
    pub(crate) fn set_color_scheme(&self, scheme: ColorScheme) {
        self.emulate_media(&[("prefers-color-scheme", scheme.name())]);
    }

    /// Sets the values of media features. Features that are not given return to their defaults.
    #[track_caller]
    pub(crate) fn emulate_media(&self, features: &[(&str, &str)]) {
        let features: Vec<_> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.developer_tools(
            "Emulation.setEmulatedMedia",
            &json!({ "media": "", "features": features }),
        );
        self.finish_animations();
    }

    #[track_caller]
    pub(crate) fn finish_animations(&self) {
        self.script(FINISH_ANIMATIONS);
    }

    /// Slows the processor down by a factor; 1 is full speed. Does nothing in engines without
    /// developer tools.
    #[track_caller]
    pub(crate) fn throttle_cpu(&self, factor: u32) {
        if self.engine().has_developer_tools() {
            self.developer_tools("Emulation.setCPUThrottlingRate", &json!({ "rate": factor }));
        }
    }

    /// Runs a script in each document from now on, before the document's own scripts.
    #[track_caller]
    pub(crate) fn add_init_script(&self, script: &str) {
        self.developer_tools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
    }

    /// Sets the languages that the reader prefers, for documents from now on.
    #[track_caller]
    pub(crate) fn set_languages(&self, languages: &[&str]) {
        if self.engine().has_developer_tools() {
            let agent = self.script("return navigator.userAgent");
            let languages = languages.join(",");
            self.developer_tools(
                "Emulation.setUserAgentOverride",
                &json!({ "userAgent": agent, "acceptLanguage": languages }),
            );
        } else {
            self.server().prefer_languages(languages);
        }
    }

    #[track_caller]
    pub(crate) fn disable_javascript(&self) {
        self.developer_tools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    }

    #[track_caller]
    pub(crate) fn enable_javascript(&self) {
        self.developer_tools("Emulation.setScriptExecutionDisabled", &json!({ "value": false }));
    }

    /// Moves the pointer to the corner of the viewport, so that nothing is hovered.
    #[track_caller]
    pub(crate) fn move_pointer_away(&self) {
        let corner = json!({ "type": "mouseMoved", "x": 0, "y": 0 });
        self.developer_tools("Input.dispatchMouseEvent", &corner);
    }

    /// Runs a command of the developer tools. Only Chromium's driver forwards them, so a test that
    /// needs them must not declare another engine.
    #[track_caller]
    pub(crate) fn developer_tools(&self, command: &str, parameters: &Value) -> Value {
        assert!(
            self.engine().has_developer_tools(),
            "{:?} has no developer tools for {command}",
            self.engine()
        );
        expect_ok(self.session().chromium(command, parameters))
    }
}
