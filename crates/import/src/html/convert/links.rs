//! Links, and the ids of blocks that they lead to.

use cuttings_corpus::{Anchor, Block, LinkTarget, MarkKind, Picture};
use dom_query::NodeRef;

use super::{Body, Converter};
use crate::web_address;

impl<P: FnMut(usize, &str) -> Option<Picture>> Converter<'_, P> {
    /// Returns the blocks, with links within the page resolved.
    pub(in crate::html) fn finish(mut self) -> Body {
        self.end_block();
        let ids = self.ids;
        for block in &mut self.blocks {
            block.marks.retain_mut(|mark| {
                let MarkKind::Link(LinkTarget::Relative(fragment)) = &mark.kind else {
                    return true;
                };
                match ids.get(fragment.trim_start_matches('#')) {
                    Some(block) => {
                        mark.kind = MarkKind::Link(LinkTarget::Block(*block));
                        true
                    }
                    None => false,
                }
            });
        }
        let mut anchors: Vec<Anchor> =
            ids.into_iter().map(|(id, block)| Anchor { id, block }).collect();
        let count = self.blocks.len();
        anchors.retain(|anchor| (anchor.block as usize) < count);
        anchors.sort_by(|a, b| (a.block, &a.id).cmp(&(b.block, &b.id)));
        Body { blocks: self.blocks, anchors }
    }

    pub(super) fn add_id(&mut self, node: &NodeRef<'_>) {
        let id = node.id_attr().or_else(|| node.has_name("a").then(|| node.attr("name")).flatten());
        if let Some(id) = id.filter(|id| !id.is_empty() && !id.starts_with("readability-")) {
            self.pending_ids.push(id.to_string());
        }
    }

    /// Returns the target of a link. One within the page keeps its fragment until all ids are
    /// known.
    pub(super) fn target(&self, href: &str) -> Option<LinkTarget> {
        let href = href.trim();
        let (page, fragment) = href.split_once('#').unwrap_or((href, ""));
        let is_own = |page: &str| {
            let own = self.base.map(|base| base.split('#').next().unwrap_or_default());
            web_address::resolve(self.base, page).as_deref() == own
        };
        if !fragment.is_empty() && (page.is_empty() || is_own(page)) {
            return Some(LinkTarget::Relative(format!("#{fragment}")));
        }
        web_address::resolve(self.base, href).map(LinkTarget::Url)
    }
}

/// Changes the blocks that the links of a block lead to; a link to none becomes text.
pub(in crate::html) fn retarget(block: &mut Block, find: impl Fn(u32) -> Option<u32>) {
    block.marks.retain_mut(|mark| {
        let MarkKind::Link(LinkTarget::Block(target)) = &mut mark.kind else { return true };
        match find(*target) {
            Some(moved) => {
                *target = moved;
                true
            }
            None => false,
        }
    });
}
