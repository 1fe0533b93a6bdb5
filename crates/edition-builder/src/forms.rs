//! Encodes blocks: their kinds, containers and marks. See [`layout`](cuttings_edition::layout).

use crate::assets::Assets;
use crate::error::BuildError;
use crate::lists::ListWriter;
use crate::texts::Texts;
use cuttings_corpus::{
    AlertKind, Alignment, Block, BlockKind, Container, ContainerKind, LinkTarget, Mark, MarkKind,
};
use cuttings_edition::layout::{block as code, container, link, mark};

/// The sections that describe blocks, while they grow.
#[derive(Default)]
pub(crate) struct Blocks {
    /// The records.
    records: Vec<u8>,
    /// The forms of the blocks that have one.
    forms: ListWriter,
    form_count: u32,
}

impl Blocks {
    /// Returns the number of forms of the blocks so far.
    pub(crate) fn form_count(&self) -> u32 {
        self.form_count
    }

    /// Adds the record of the next block. `text` is the reference to its text. Returns whether it
    /// needs a form, too.
    pub(crate) fn add_record(&mut self, block: &Block, text: [u8; 8]) -> bool {
        self.records.extend(text);
        let mut head = match block.kind {
            BlockKind::Paragraph => code::PARAGRAPH,
            BlockKind::Heading { level } => {
                code::HEADING | u32::from(level.clamp(1, 6)) << code::LEVEL_SHIFT
            }
            BlockKind::Code { .. } => code::CODE,
            BlockKind::Table { .. } => code::TABLE,
            BlockKind::Picture(_) => code::PICTURE,
            BlockKind::Rule => code::RULE,
            BlockKind::Term => code::TERM,
        };
        let has_form = has_form(block);
        if has_form {
            self.form_count += 1;
            head |= self.form_count << code::FORM_SHIFT;
        }
        self.records.extend(head.to_le_bytes());
        has_form
    }

    /// Adds the form of the next block that needs one.
    pub(crate) fn add_form(
        &mut self,
        block: &Block,
        texts: &mut Texts<'_>,
        assets: &mut Assets,
    ) -> Result<(), BuildError> {
        if has_form(block) { self.write_form(block, texts, assets) } else { Ok(()) }
    }

    /// Returns the records and the forms.
    pub(crate) fn finish(self) -> (Vec<u8>, ListWriter) {
        (self.records, self.forms)
    }

    fn write_form(
        &mut self,
        block: &Block,
        texts: &mut Texts<'_>,
        assets: &mut Assets,
    ) -> Result<(), BuildError> {
        let form = &mut self.forms;
        form.number(block.containers.len() as u32);
        for container in &block.containers {
            write_container(container, form);
        }
        match &block.kind {
            BlockKind::Code { language } => {
                form.text(language.as_deref().unwrap_or_default(), texts)?;
            }
            BlockKind::Table { columns } => {
                form.number(columns.len() as u32);
                for alignment in columns {
                    form.number(match alignment {
                        Alignment::Unset => 0,
                        Alignment::Left => 1,
                        Alignment::Center => 2,
                        Alignment::Right => 3,
                    });
                }
            }
            BlockKind::Picture(picture) => assets.write(picture, form, texts)?,
            BlockKind::Paragraph
            | BlockKind::Heading { .. }
            | BlockKind::Rule
            | BlockKind::Term => {}
        }
        let mut preceding_start = 0;
        for Mark { range, kind } in &block.marks {
            form.number(mark_code(kind));
            form.number(range.start.saturating_sub(preceding_start) as u32);
            form.number(range.len() as u32);
            preceding_start = range.start;
            match kind {
                MarkKind::Link(target) => write_link_target(target, form, texts)?,
                MarkKind::FootnoteReference { number } => form.number(*number),
                MarkKind::Picture(picture) => form.number(assets.number(picture)),
                _ => {}
            }
        }
        form.end_list();
        Ok(())
    }
}

/// Returns whether a block needs a form.
fn has_form(block: &Block) -> bool {
    let has_attributes = matches!(
        block.kind,
        BlockKind::Code { .. } | BlockKind::Table { .. } | BlockKind::Picture(_)
    );
    has_attributes || !block.containers.is_empty() || !block.marks.is_empty()
}

fn write_container(container: &Container, form: &mut ListWriter) {
    form.number(container.id);
    match container.kind {
        ContainerKind::Quotation => form.number(container::QUOTATION),
        ContainerKind::List { start: None, is_tight } => {
            form.number(container::BULLETS);
            form.number(u32::from(is_tight));
        }
        ContainerKind::List { start: Some(start), is_tight } => {
            form.number(container::NUMBERS);
            form.number(start);
            form.number(u32::from(is_tight));
        }
        ContainerKind::Item { task } => {
            form.number(container::ITEM);
            form.number(match task {
                None => 0,
                Some(false) => 1,
                Some(true) => 2,
            });
        }
        ContainerKind::Definition => form.number(container::DEFINITION),
        ContainerKind::Footnote { number } => {
            form.number(container::FOOTNOTE);
            form.number(number);
        }
        ContainerKind::Alert(alert) => {
            form.number(container::ALERT);
            form.number(match alert {
                AlertKind::Note => 0,
                AlertKind::Tip => 1,
                AlertKind::Important => 2,
                AlertKind::Warning => 3,
                AlertKind::Caution => 4,
            });
        }
    }
}

fn mark_code(kind: &MarkKind) -> u32 {
    match kind {
        MarkKind::Strong => mark::STRONG,
        MarkKind::Emphasis => mark::EMPHASIS,
        MarkKind::Code => mark::CODE,
        MarkKind::Strikethrough => mark::STRIKETHROUGH,
        MarkKind::Superscript => mark::SUPERSCRIPT,
        MarkKind::Subscript => mark::SUBSCRIPT,
        MarkKind::Highlight => mark::HIGHLIGHT,
        MarkKind::Link(_) => mark::LINK,
        MarkKind::FootnoteReference { .. } => mark::FOOTNOTE_REFERENCE,
        MarkKind::Picture(_) => mark::PICTURE,
    }
}

fn write_link_target(
    target: &LinkTarget,
    form: &mut ListWriter,
    texts: &mut Texts<'_>,
) -> Result<(), BuildError> {
    match target {
        // A corpus has only resolved links. Others keep their spelling.
        LinkTarget::Url(url) | LinkTarget::Relative(url) | LinkTarget::Wiki(url) => {
            form.number(link::URL);
            form.text(url, texts)?;
        }
        LinkTarget::Article { article, block } => {
            form.number(link::ARTICLE);
            form.number(*article as u32);
            form.number(block.map_or(0, |block| block.saturating_add(1)));
        }
        LinkTarget::Block(block) => {
            form.number(link::BLOCK);
            form.number(*block);
        }
    }
    Ok(())
}
