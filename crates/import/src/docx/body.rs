//! Writes the text of a Word document as HTML.

use std::collections::HashMap;

use super::Relations;
use super::styles::{Role, Styles, value};
use crate::xml::{Element, push_escaped};

/// Writes paragraphs and tables.
pub(super) struct Writer<'a> {
    styles: &'a Styles,
    relations: &'a Relations,
    html: String,
    /// The tags of the open lists, outermost first.
    lists: Vec<&'static str>,
    /// True if the paragraph before is code.
    is_code: bool,
    title: Option<String>,
    /// The ids of the footnotes, in the order of their references.
    footnotes: Vec<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(styles: &'a Styles, relations: &'a Relations) -> Self {
        Self {
            styles,
            relations,
            html: String::new(),
            lists: Vec::new(),
            is_code: false,
            title: None,
            footnotes: Vec::new(),
        }
    }

    /// Returns the HTML, and the first paragraph in the style of titles.
    pub(super) fn finish(mut self) -> (String, Option<String>) {
        self.close_lists(0);
        self.close_code();
        (self.html, self.title)
    }

    /// Writes the paragraphs and tables of a body, a cell or a note.
    pub(super) fn body(&mut self, body: &Element) {
        for element in body.elements() {
            match &*element.name {
                "w:p" => self.paragraph(element),
                "w:tbl" => self.table(element),
                "w:sdt" => {
                    if let Some(content) = element.child("w:sdtContent") {
                        self.body(content);
                    }
                }
                "w:customXml" | "w:ins" | "w:smartTag" => self.body(element),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Element) {
        let properties = paragraph.child("w:pPr");
        let role = self.styles.role(properties);
        let list = self.styles.list(properties).filter(|_| matches!(role, Role::Text));
        if role != Role::Code {
            self.close_code();
        }
        if let Some((id, level)) = list {
            self.open_lists(&id, level);
            self.html.push_str("<li>");
            self.runs(paragraph);
            return;
        }
        self.close_lists(0);
        let start = self.html.len();
        match role {
            Role::Title => {
                self.runs(paragraph);
                let text = self.html.split_off(start);
                match (&self.title, crate::html::line(&text)) {
                    (None, title @ Some(_)) => self.title = title,
                    _ => self.html.push_str(&format!("<h2>{text}</h2>")),
                }
            }
            Role::Heading(level) => {
                let level = (level + 1).min(6);
                self.html.push_str(&format!("<h{level}>"));
                self.runs(paragraph);
                self.html.push_str(&format!("</h{level}>"));
            }
            Role::Quotation => {
                self.html.push_str("<blockquote><p>");
                self.runs(paragraph);
                self.html.push_str("</p></blockquote>");
            }
            Role::Code => {
                self.html.push_str(if self.is_code { "\n" } else { "<pre>" });
                self.is_code = true;
                self.runs(paragraph);
            }
            Role::Text => {
                self.html.push_str("<p>");
                self.runs(paragraph);
                self.html.push_str("</p>");
            }
        }
    }

    fn close_code(&mut self) {
        if std::mem::take(&mut self.is_code) {
            self.html.push_str("</pre>");
        }
    }

    /// Opens the lists around an item of this level.
    fn open_lists(&mut self, id: &str, level: usize) {
        self.close_lists(level + 1);
        while self.lists.len() <= level {
            let is_numbered = self.styles.is_numbered(id, self.lists.len());
            let tag = if is_numbered { "ol" } else { "ul" };
            self.html.push_str(&format!("<{tag}>"));
            self.lists.push(tag);
        }
    }

    fn close_lists(&mut self, depth: usize) {
        while self.lists.len() > depth {
            if let Some(tag) = self.lists.pop() {
                self.html.push_str(&format!("</{tag}>"));
            }
        }
    }

    fn table(&mut self, table: &Element) {
        self.close_code();
        self.close_lists(0);
        self.html.push_str("<table>");
        for row in table.all("w:tr") {
            self.html.push_str("<tr>");
            for cell in row.all("w:tc") {
                let properties = cell.child("w:tcPr");
                let span = properties.and_then(|it| value(it, "w:gridSpan"));
                let span = span.and_then(|it| it.parse::<u32>().ok()).unwrap_or(1).clamp(1, 100);
                self.html.push_str(&format!("<td colspan=\"{span}\">"));
                self.body(cell);
                self.close_code();
                self.close_lists(0);
                self.html.push_str("</td>");
            }
            self.html.push_str("</tr>");
        }
        self.html.push_str("</table>");
    }

    /// Writes the runs of a paragraph. Deleted text is left out.
    fn runs(&mut self, paragraph: &Element) {
        for element in paragraph.elements() {
            match &*element.name {
                "w:r" => self.run(element),
                "w:hyperlink" => {
                    let id = element.attribute("r:id").and_then(|id| self.relations.get(id));
                    let anchor = element.attribute("w:anchor").map(|it| format!("#{it}"));
                    match id.cloned().or(anchor) {
                        Some(target) => {
                            self.html.push_str("<a href=\"");
                            push_escaped(&mut self.html, &target);
                            self.html.push_str("\">");
                            self.runs(element);
                            self.html.push_str("</a>");
                        }
                        None => self.runs(element),
                    }
                }
                "w:bookmarkStart" => {
                    if let Some(name) = element.attribute("w:name") {
                        self.html.push_str("<a id=\"");
                        push_escaped(&mut self.html, name);
                        self.html.push_str("\"></a>");
                    }
                }
                "w:sdt" => {
                    if let Some(content) = element.child("w:sdtContent") {
                        self.runs(content);
                    }
                }
                "w:ins" | "w:smartTag" | "w:fldSimple" | "w:customXml" => self.runs(element),
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &Element) {
        let properties = run.child("w:rPr");
        let is_on = |name: &str| {
            let element = properties.and_then(|it| it.child(name));
            let value = element.map(|it| it.attribute("w:val"));
            value.is_some_and(|value| !matches!(value, Some("0" | "false" | "none" | "off")))
        };
        if is_on("w:vanish") {
            return;
        }
        let position = properties.and_then(|it| value(it, "w:vertAlign"));
        let tags: Vec<&str> = [
            ("strong", is_on("w:b")),
            ("em", is_on("w:i")),
            ("s", is_on("w:strike")),
            ("mark", is_on("w:highlight")),
            ("sup", position == Some("superscript")),
            ("sub", position == Some("subscript")),
        ]
        .into_iter()
        .filter_map(|(tag, is_on)| is_on.then_some(tag))
        .collect();
        for tag in &tags {
            self.html.push_str(&format!("<{tag}>"));
        }
        self.contents(run);
        for tag in tags.iter().rev() {
            self.html.push_str(&format!("</{tag}>"));
        }
    }

    fn contents(&mut self, run: &Element) {
        for element in run.elements() {
            match &*element.name {
                "w:t" => push_escaped(&mut self.html, &element.text()),
                "w:tab" => self.html.push(' '),
                "w:br" | "w:cr" => {
                    let is_line = element.attribute("w:type").is_none_or(|it| it == "textWrapping");
                    self.html.push_str(if is_line { "<br>" } else { " " });
                }
                "w:noBreakHyphen" => self.html.push('\u{2011}'),
                "w:footnoteReference" => {
                    if let Some(id) = element.attribute("w:id") {
                        self.footnotes.push(id.to_owned());
                        let number = self.footnotes.len();
                        self.html.push_str(&format!(
                            "<sup><a href=\"#footnote-{number}\">{number}</a></sup>"
                        ));
                    }
                }
                "w:drawing" | "w:pict" | "w:object" => self.picture(element),
                "mc:AlternateContent" => {
                    if let Some(choice) = element.child("mc:Choice") {
                        self.contents(choice);
                    }
                }
                _ => {}
            }
        }
    }

    fn picture(&mut self, drawing: &Element) {
        let alt = drawing.find("wp:docPr").and_then(|it| it.attribute("descr")).unwrap_or_default();
        let id = drawing
            .find("a:blip")
            .and_then(|it| it.attribute("r:embed"))
            .or_else(|| drawing.find("v:imagedata")?.attribute("r:id"));
        if let Some(target) = id.and_then(|id| self.relations.get(id)) {
            self.html.push_str("<img src=\"");
            push_escaped(&mut self.html, target);
            self.html.push_str("\" alt=\"");
            push_escaped(&mut self.html, alt);
            self.html.push_str("\">");
        }
    }

    /// Writes the footnotes as a list at the end.
    pub(super) fn footnotes(&mut self, root: &Element) {
        let ids = std::mem::take(&mut self.footnotes);
        let Some(notes) = root.child("w:footnotes").filter(|_| !ids.is_empty()) else { return };
        self.close_lists(0);
        self.close_code();
        let mut by_id: HashMap<&str, &Element> = HashMap::new();
        for note in notes.elements() {
            if let Some(id) = note.attribute("w:id") {
                by_id.entry(id).or_insert(note);
            }
        }
        self.html.push_str("<hr><ol>");
        for (number, id) in ids.iter().enumerate() {
            // A note that is referred to again is empty the second time.
            let note = by_id.remove(id.as_str());
            self.html.push_str(&format!("<li id=\"footnote-{}\">", number + 1));
            for paragraph in note.into_iter().flat_map(|note| note.all("w:p")) {
                self.html.push_str("<p>");
                self.runs(paragraph);
                self.html.push_str("</p>");
            }
            self.html.push_str("</li>");
        }
        self.html.push_str("</ol>");
    }
}
