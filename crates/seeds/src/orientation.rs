//! Reads from the metadata of a JPEG picture whether browsers turn it: cameras save what they see
//! and note how they were held.

/// Returns whether a JPEG picture is shown on its side, so that its width is its height.
pub(crate) fn is_on_its_side(jpeg: &[u8]) -> bool {
    // Orientations 5 to 8 turn by a quarter.
    exif(jpeg).and_then(orientation).is_some_and(|value| (5..=8).contains(&value))
}

/// Returns the metadata, which starts as a TIFF file does.
fn exif(jpeg: &[u8]) -> Option<&[u8]> {
    let mut rest = jpeg.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let ([0xff, marker, length @ ..], _) = rest.split_first_chunk::<4>()? else { return None };
        // The compressed picture follows: there is no more metadata.
        if *marker == 0xda {
            return None;
        }
        let segment = rest.get(4..2 + usize::from(u16::from_be_bytes(*length)))?;
        if *marker == 0xe1
            && let Some(exif) = segment.strip_prefix(b"Exif\0\0")
        {
            return Some(exif);
        }
        rest = rest.get(4 + segment.len()..)?;
    }
}

/// Returns the value of the tag "Orientation" in the first directory.
fn orientation(tiff: &[u8]) -> Option<u16> {
    const ORIENTATION: u16 = 0x0112;
    let is_big_endian = tiff.starts_with(b"MM");
    let bytes = |at: usize| tiff.get(at..).and_then(|rest| rest.first_chunk());
    let short = |at: usize| {
        bytes(at)
            .map(|it| if is_big_endian { u16::from_be_bytes(*it) } else { u16::from_le_bytes(*it) })
    };
    let directory = match (short(4)?, short(6)?) {
        (high, low) if is_big_endian => u32::from(high) << 16 | u32::from(low),
        (low, high) => u32::from(high) << 16 | u32::from(low),
    };
    let directory = usize::try_from(directory).ok()?;
    let mut entries = (0..usize::from(short(directory)?)).map(|entry| directory + 2 + entry * 12);
    let entry = entries.find(|entry| short(*entry) == Some(ORIENTATION))?;
    short(entry + 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a JPEG picture with another segment, and the orientation in its metadata.
    fn picture(orientation: u8, is_big_endian: bool) -> Vec<u8> {
        let tiff: [&[u8]; 2] = match is_big_endian {
            true => [
                b"MM\0\x2a\0\0\0\x08\0\x02\x01\x0f\0\x02\0\0\0\x01A\0\0\0\x01\x12\0\x03\0\0\0\x01\0",
                b"\0\0",
            ],
            false => [b"II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", b"\0\0\0"],
        };
        let exif = [b"Exif\0\0", tiff[0], &[orientation], tiff[1]].concat();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&b"\xff\xd8\xff\xe0\0\x04JF\xff\xe1"[..], &length, &exif, b"\xff\xda\0\x02"].concat()
    }

    #[test]
    fn a_quarter_turn_puts_a_picture_on_its_side() {
        for is_big_endian in [true, false] {
            for orientation in 1..=8 {
                let picture = picture(orientation, is_big_endian);
                assert_eq!(is_on_its_side(&picture), orientation >= 5, "{orientation}");
            }
        }
    }

    #[test]
    fn damaged_pictures_are_not_turned() {
        let whole = picture(6, true);
        for end in 0..whole.len() - 5 {
            assert!(!is_on_its_side(&whole[..end]), "{end}");
        }
        assert!(!is_on_its_side(b"\xff\xd8\xff\xe1\0\0"));
        assert!(!is_on_its_side(b"\xff\xd8\xff\xda\0\x02\xff\xe1"));
    }
}
