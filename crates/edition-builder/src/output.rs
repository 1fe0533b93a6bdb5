//! The place to which an edition is written piece by piece.

use std::fmt;

/// The bytes of an edition while it is written. A large edition need not be in memory.
pub trait Output: Send {
    /// Writes bytes at an offset: behind the last ones, or over as many that are there.
    ///
    /// # Errors
    /// If nothing more can be written. The edition is then not finished.
    fn write(&mut self, offset: usize, bytes: &[u8]) -> Result<(), OutputError>;

    /// Reads bytes that were written.
    ///
    /// # Errors
    /// If they cannot be read.
    fn read(&mut self, offset: usize, into: &mut [u8]) -> Result<(), OutputError>;

    /// Makes room for bytes behind the last ones.
    fn reserve(&mut self, _bytes: usize) {}
}

/// An [`Output`] that fails. It knows the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutputError;

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no more bytes were taken")
    }
}

impl std::error::Error for OutputError {}

impl Output for Vec<u8> {
    fn write(&mut self, offset: usize, bytes: &[u8]) -> Result<(), OutputError> {
        if offset == self.len() {
            self.extend_from_slice(bytes);
            return Ok(());
        }
        let there = self.get_mut(offset..offset.saturating_add(bytes.len()));
        there.ok_or(OutputError)?.copy_from_slice(bytes);
        Ok(())
    }

    fn read(&mut self, offset: usize, into: &mut [u8]) -> Result<(), OutputError> {
        let there = self.get(offset..offset.saturating_add(into.len()));
        into.copy_from_slice(there.ok_or(OutputError)?);
        Ok(())
    }

    fn reserve(&mut self, bytes: usize) {
        self.reserve_exact(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_appended_and_replaced() {
        let mut output = Vec::new();
        let mut read = [0; 2];
        Output::write(&mut output, 0, b"abc").unwrap();
        Output::write(&mut output, 1, b"xy").unwrap();
        Output::read(&mut output, 0, &mut read).unwrap();
        assert_eq!((&*output, &read), (&b"axy"[..], b"ax"));
        assert_eq!(Output::write(&mut output, 2, b"zz"), Err(OutputError));
        assert_eq!(Output::read(&mut output, 2, &mut read), Err(OutputError));
    }
}
