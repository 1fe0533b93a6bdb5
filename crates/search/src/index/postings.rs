//! Postings: which documents hold a form, how often in each field, and roughly where.
//!
//! Where: not the position of an occurrence but its block, [`BLOCK`] positions at a time (block addressing: Manber and Wu,
//! 1994). That tells how close words come to each other, and leaves few documents to be read for a phrase; what exactly
//! stands there is in the text, and [`Texts`](crate::Texts) asks for it. Common words, which stand in every block, have no
//! blocks at all: they are *unplaced*. Exact positions would be half of an index.
//!
//! # Format
//!
//! Five sections, each with the forms in the dictionary's order. Lists of one kind lie together because that is what a
//! general compressor on the wire makes most of.
//!
//! ```text
//! forms        documents (varint); when those are LONG or more, the bytes of its list in each of the next three
//!              sections (varints); 1 if it is unplaced; then, when there is another form with the same stem, one more
//!              than the distance to the next of them (varint, zigzag; the last one leads back to the first), else 0
//! gaps         for each document, the distance from the one before (varint); from -1 for the first
//! frequencies  for each document, one byte 1..=0x7E: how often in the body, and in no other field;
//!              or 0x80 | fields (bit 0: title … bit 3: body), then for each of those how often (varint)
//! blocks       for each document and field, the block of each occurrence, counted in words of the field: the first one,
//!              then distances (varints); nothing for an unplaced form
//! anchors      for every ANCHOR-th form, where it begins in the dictionary and in the four sections above (u32 each)
//! ```

use crate::document::{Field, Fields};
use crate::index::Index;
use crate::index::bytes::{Reader, u32_at};
use crate::index::dictionary::FormId;

/// Lists of this many documents or more carry their lengths in bytes; shorter ones are passed over number by number.
pub(crate) const LONG: u32 = 32;

/// How many positions are one block.
pub(crate) const BLOCK: u32 = 16;

/// Stands before the link of an unplaced form. No link is 1: 2 is the nearest neighbour.
pub(crate) const UNPLACED: u32 = 1;

/// How many forms are walked over at most to reach one.
pub(crate) const ANCHOR: u32 = 32;
pub(crate) const ANCHOR_BYTES: usize = 20;

/// Where the list of a form lies.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    /// How many documents hold it.
    pub(crate) documents: u32,
    gaps: Place,
    frequencies: Place,
    blocks: Place,
    /// Whether it says in which blocks of them.
    pub(crate) is_placed: bool,
    /// How far the next form of the same stem is.
    next: i32,
}

/// Where a list begins and ends in its section. Reading stops at the end whatever the list says, so that damaged lists
/// that claim to be long cost no more than their bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    start: usize,
    end: usize,
}

impl Place {
    fn reader(self, section: &[u8]) -> Reader<'_> {
        Reader::new(section.get(..self.end.min(section.len())).unwrap_or_default(), self.start)
    }
}

/// Walks over neighbouring forms.
#[derive(Clone, Debug)]
pub(crate) struct Entries<'i, 'a> {
    index: &'i Index<'a>,
    forms: Reader<'a>,
    id: u32,
    end: u32,
    gaps: usize,
    frequencies: usize,
    blocks: usize,
}

impl<'i, 'a> Entries<'i, 'a> {
    pub(crate) fn new(index: &'i Index<'a>, range: std::ops::Range<u32>) -> Self {
        let end = range.end.min(index.header.forms);
        let anchor = |place: u32| {
            let at = (range.start / ANCHOR) as usize * ANCHOR_BYTES + place as usize * 4;
            u32_at(index.anchors, at).unwrap_or(u32::MAX) as usize
        };
        let mut entries = Self {
            index,
            forms: Reader::new(index.forms, anchor(1)),
            id: range.start / ANCHOR * ANCHOR,
            end,
            gaps: anchor(2),
            frequencies: anchor(3),
            blocks: anchor(4),
        };
        while entries.id < range.start.min(end) && entries.next().is_some() {}
        entries
    }
}

impl Iterator for Entries<'_, '_> {
    type Item = (FormId, Entry);

    fn next(&mut self) -> Option<(FormId, Entry)> {
        if self.id >= self.end || self.forms.is_at_end() {
            return None;
        }
        // No list is longer than the documents are many, whatever the bytes say.
        let documents = self.forms.varint().min(self.index.header.documents);
        let starts = [self.gaps, self.frequencies, self.blocks];
        if documents >= LONG {
            for place in [&mut self.gaps, &mut self.frequencies, &mut self.blocks] {
                *place = place.saturating_add(self.forms.varint() as usize);
            }
        }
        let mut link = self.forms.varint();
        let is_placed = link != UNPLACED;
        if !is_placed {
            link = self.forms.varint();
        }
        let zigzag = link.saturating_sub(1);
        let next = (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32);
        if documents < LONG {
            let mut reader = Reader::new(self.index.gaps, self.gaps);
            reader.skip_varints(documents);
            self.gaps = reader.position();
            let mut reader = Reader::new(self.index.frequencies, self.frequencies);
            let occurrences = Frequencies::pass(&mut reader, documents);
            self.frequencies = reader.position();
            if is_placed {
                let mut reader = Reader::new(self.index.blocks, self.blocks);
                reader.skip_varints(occurrences);
                self.blocks = reader.position();
            }
        }
        let [gaps, frequencies, blocks] = starts;
        let gaps = Place { start: gaps, end: self.gaps };
        let frequencies = Place { start: frequencies, end: self.frequencies };
        let blocks = Place { start: blocks, end: self.blocks };
        let id = FormId(self.id);
        self.id += 1;
        Some((id, Entry { documents, gaps, frequencies, blocks, is_placed, next }))
    }
}

/// How often a form occurs in each field of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frequencies(pub(crate) [u32; 4]);

impl Frequencies {
    #[cfg(feature = "build")]
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        let head = reader.byte();
        Self::behind(head, reader)
    }

    /// Those whose first byte has been read.
    fn behind(head: u8, reader: &mut Reader<'_>) -> Self {
        if head < 0x80 {
            return Self([0, 0, 0, u32::from(head)]);
        }
        let mut fields = [0; 4];
        for (index, count) in fields.iter_mut().enumerate() {
            if head & (1 << index) != 0 {
                *count = reader.varint();
            }
        }
        Self(fields)
    }

    /// Passes over those of so many documents; says how many occurrences they are.
    fn pass(reader: &mut Reader<'_>, documents: u32) -> u32 {
        let mut sum = 0_u32;
        for _ in 0..documents {
            let head = reader.byte();
            if head < 0x80 {
                sum = sum.saturating_add(u32::from(head));
            } else {
                for _ in 0..(head & 0b1111).count_ones() {
                    sum = sum.saturating_add(reader.varint());
                }
            }
        }
        sum
    }

    #[cfg(feature = "build")]
    pub(crate) fn write(self, out: &mut Vec<u8>) {
        if let [0, 0, 0, body @ 1..=0x7E] = self.0 {
            out.push(body as u8);
            return;
        }
        let fields = self.0.iter().enumerate().filter(|(_, count)| **count > 0);
        out.push(fields.clone().fold(0x80, |head, (index, _)| head | 1 << index));
        fields.for_each(|(_, count)| crate::index::bytes::push_varint(out, *count));
    }

    pub(crate) fn total(self) -> u32 {
        self.0.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    pub(crate) fn get(self, field: Field) -> u32 {
        self.0.get(field.index()).copied().unwrap_or_default()
    }

    /// Those in some fields.
    pub(crate) fn only(mut self, fields: Fields) -> Self {
        for (count, field) in self.0.iter_mut().zip(&Field::ALL) {
            if !fields.has(*field) {
                *count = 0;
            }
        }
        self
    }
}

/// The documents of a form, in their order. How often it occurs in one, and in which blocks, is read when it is asked for;
/// what lies between is passed over in one go.
#[derive(Clone, Debug)]
pub(crate) struct Postings<'a> {
    gaps: Reader<'a>,
    frequencies: Reader<'a>,
    blocks: Reader<'a>,
    pub(crate) is_placed: bool,
    /// How many documents are left, and the one at hand: before the first one, the one before 0.
    left: u32,
    document: u32,
    /// Documents before the one at hand whose frequencies have not been read, and its own.
    unread: u32,
    /// Occurrences before the document at hand whose blocks have not been read.
    passed: u32,
    /// Those of the document at hand.
    pending: u32,
}

impl<'a> Postings<'a> {
    pub(crate) fn new(index: &Index<'a>, entry: Entry) -> Self {
        Self {
            gaps: entry.gaps.reader(index.gaps),
            frequencies: entry.frequencies.reader(index.frequencies),
            blocks: entry.blocks.reader(index.blocks),
            is_placed: entry.is_placed,
            left: entry.documents,
            document: u32::MAX,
            unread: 0,
            passed: 0,
            pending: 0,
        }
    }

    /// The next document.
    #[inline(always)]
    pub(crate) fn advance(&mut self) -> Option<u32> {
        if self.left == 0 || self.gaps.is_at_end() {
            return None;
        }
        self.left -= 1;
        self.unread += 1;
        self.document = self.document.wrapping_add(self.gaps.varint());
        Some(self.document)
    }

    /// The first document from `target` on, which may be the one at hand.
    pub(crate) fn seek(&mut self, target: u32) -> Option<u32> {
        // Before the first document, the one at hand is the largest number.
        while self.document < target || self.document == u32::MAX {
            self.advance()?;
        }
        Some(self.document)
    }

    /// How often the form occurs in the body of the document at hand, if in no other field. To be asked once, and then, if
    /// it does, for [`Self::behind`].
    #[inline(always)]
    pub(crate) fn head(&mut self) -> u8 {
        if self.unread > 1 {
            self.catch_up();
        }
        self.unread = 0;
        self.frequencies.byte()
    }

    /// The frequencies of the document at hand, whose head has been read.
    pub(crate) fn behind(&mut self, head: u8) -> Frequencies {
        Frequencies::behind(head, &mut self.frequencies)
    }

    #[inline(never)]
    fn catch_up(&mut self) {
        let occurrences = Frequencies::pass(&mut self.frequencies, self.unread - 1);
        self.passed = self.passed.saturating_add(occurrences);
    }

    /// How often the form occurs in each field of the document at hand. To be asked once.
    pub(crate) fn frequencies(&mut self) -> Frequencies {
        self.passed = self.passed.saturating_add(self.pending);
        let head = self.head();
        let frequencies = self.behind(head);
        self.pending = frequencies.total();
        frequencies
    }

    /// Hands out the field and block of each occurrence in the document at hand, whose frequencies are these. To be asked
    /// once. Nothing when the form is unplaced.
    pub(crate) fn blocks(&mut self, frequencies: Frequencies, place: &mut dyn FnMut(Field, u32)) {
        self.blocks.skip_varints(self.passed);
        (self.passed, self.pending) = (0, 0);
        for (field, count) in Field::ALL.iter().zip(&frequencies.0) {
            let mut block = 0_u32;
            for _ in 0..*count {
                if self.blocks.is_at_end() {
                    return;
                }
                block = block.saturating_add(self.blocks.varint());
                place(*field, block);
            }
        }
    }
}

impl Index<'_> {
    /// Where the list of a form lies.
    pub(crate) fn entry(&self, id: FormId) -> Entry {
        Entries::new(self, id.0..id.0.saturating_add(1))
            .next()
            .map_or_else(Entry::default, |(_, entry)| entry)
    }

    /// The forms with the same stem as `id`, whose list lies there, itself aside.
    pub(crate) fn family(&self, id: FormId, entry: Entry) -> Vec<(FormId, Entry)> {
        let mut family = Vec::new();
        let (mut at, mut next) = (id, entry.next);
        // A stem has a few dozen forms at most; damaged bytes may lead anywhere, for ever.
        while family.len() < 256 {
            let Some(number) = at.0.checked_add_signed(next) else { break };
            at = FormId(number);
            if at == id || number >= self.header.forms {
                break;
            }
            let entry = self.entry(at);
            next = entry.next;
            family.push((at, entry));
        }
        family
    }
}
