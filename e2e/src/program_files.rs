//! Finds the program's files, which are named by their hashes, in the published front page.

use crate::{page::Page, server::Fault};

impl Page {
    /// Returns the path of the WebAssembly file below the base.
    #[track_caller]
    pub(crate) fn program_path(&self) -> String {
        self.path_in_front_page("data-program=\"")
    }

    /// Returns the path of the boot script, below the base.
    #[track_caller]
    pub(crate) fn boot_script_path(&self) -> String {
        self.path_in_front_page("<script src=\"")
    }

    /// Returns the path of an edition that is published beside the program, below the base.
    #[track_caller]
    pub(crate) fn edition_path(&self) -> String {
        self.path_in_front_page("data-edition=\"")
    }

    /// Returns the path of the importer's program, below the base.
    #[track_caller]
    pub(crate) fn importer_path(&self) -> String {
        self.path_in_worker("assets/importer-", ".wasm")
    }

    /// Returns the path of the lists of names that the importer needs, below the base.
    #[track_caller]
    pub(crate) fn names_path(&self) -> String {
        self.path_in_worker("assets/names-", ".bin")
    }

    /// Returns the path with this start and end among the files that the service worker knows.
    #[track_caller]
    fn path_in_worker(&self, start: &str, end: &str) -> String {
        let worker = self.server().files().read("worker.js").expect("the site has a worker");
        let worker = String::from_utf8(worker).expect("the worker is UTF-8");
        worker
            .split('"')
            .find(|text| text.starts_with(start) && text.ends_with(end))
            .unwrap_or_else(|| panic!("{start} is not in the worker"))
            .to_owned()
    }

    /// Returns the path of the catalogue in a language that the site offers, below the base.
    #[track_caller]
    pub(crate) fn catalogue_path(&self, language: &str) -> String {
        let offered = self.path_in_front_page("data-languages=\"");
        let (folder, languages) = offered.split_once(' ').unwrap_or_default();
        assert!(languages.split(' ').any(|other| other == language), "{languages}");
        format!("{folder}{language}.txt")
    }

    /// Removes the program from the host, allows the failures that follow, and returns its path.
    #[track_caller]
    pub(crate) fn remove_program(&self) -> String {
        let path = self.program_path();
        self.remove_file(&path);
        path
    }

    /// Removes a file from the host and allows the failures that follow.
    #[track_caller]
    pub(crate) fn remove_file(&self, path: &str) {
        self.server().disable_worker();
        self.allow_failed_request(path);
        self.allow_console_message(path); // the page logs the failure
        self.server().inject(path, Fault::Missing);
    }

    /// Returns the path in the attribute of the front page that begins with `attribute`.
    #[track_caller]
    fn path_in_front_page(&self, attribute: &str) -> String {
        let server = self.server();
        let front = server.files().read("index.html").expect("the site has a front page");
        let front = String::from_utf8(front).expect("the front page is UTF-8");
        let url = front
            .split_once(attribute)
            .and_then(|(_, rest)| rest.split('"').next())
            .unwrap_or_else(|| panic!("{attribute} is not in {front}"));
        url.strip_prefix(server.base()).unwrap_or(url).to_owned()
    }
}
