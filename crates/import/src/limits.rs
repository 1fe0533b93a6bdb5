//! Limits against files that would take unreasonable time or memory.

/// Limits of an import. Each bounds something that a small file can make large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of one file, or of one unpacked entry of an archive.
    pub file_bytes: u64,
    /// The most bytes that are unpacked from archives in all.
    pub unpacked_bytes: u64,
    /// The most times that an entry of an archive may be larger than its packed form. Text seldom
    /// exceeds 20, and Deflate can reach 1,032.
    pub ratio: u64,
    /// The most entries of an archive.
    pub entries: usize,
    /// The most archives in archives around a file.
    pub depth: usize,
    /// The most nodes of the tree of an HTML page or an XML file.
    pub nodes: usize,
    /// The most pages of a PDF file.
    pub pages: usize,
    /// The most instructions that are read of a PDF file, which bound its time. A page of text has
    /// some thousands, and a map a million.
    pub instructions: usize,
    /// The most bytes that a PDF file may have when its compressed parts are unpacked.
    pub pdf_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 64 << 20,
            unpacked_bytes: 4 << 30,
            ratio: 200,
            entries: 200_000,
            depth: 3,
            nodes: 1_000_000,
            pages: 2_000,
            instructions: 20_000_000,
            pdf_bytes: 512 << 20,
        }
    }
}
