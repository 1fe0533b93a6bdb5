//! The keys as people are told of them. `src/boot.js` obeys them.

/// Each key, or two that belong together, with what they do.
pub const LIST: [(&str, &str); 9] = [
    ("/", "Go to the search box"),
    ("Esc", "Clear the search box, when you are in it"),
    ("j k", "Next and previous result; so do Page Down and Page Up among the results"),
    ("Enter", "Open the result"),
    ("n p", "Next and previous hit in an article"),
    ("[ ]", "Previous and next article of the results"),
    ("s", "Save the article, or no longer"),
    ("t", "Next theme"),
    ("?", "Show this list"),
];
