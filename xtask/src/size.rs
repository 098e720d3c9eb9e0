//! Sizes of what a visitor downloads.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt;
use std::io::Write;

/// How many bytes a file has, as it is and on the wire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Size {
    /// Bytes on disk.
    pub(crate) raw: usize,
    /// Bytes that travel: after gzip at the usual level 6, which is what GitHub Pages and most static hosts send, or as
    /// they are where gzip gains nothing.
    pub(crate) sent: usize,
}

impl Size {
    /// Measures one file's content.
    pub(crate) fn of(content: &[u8]) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        // Writing to memory does not fail; if it did, the uncompressed size would be the honest figure.
        let gzip = encoder.write_all(content).and_then(|()| encoder.finish()).map_or(content.len(), |bytes| bytes.len());
        Self { raw: content.len(), sent: gzip.min(content.len()) }
    }
}

impl std::iter::Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |sum, size| Self { raw: sum.raw + size.raw, sent: sum.sent + size.sent })
    }
}

/// A number of bytes, shown in KB of 1,024 bytes with one decimal, never less than it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kilobytes(pub(crate) usize);

impl fmt::Display for Kilobytes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10).div_ceil(1024);
        formatter.pad(&format!("{}.{} KB", tenths / 10, tenths % 10))
    }
}

/// Prints a table of files and their sizes, the sum last.
pub(crate) fn print_table(title: &str, files: &[(String, Size)]) -> Size {
    let sum: Size = files.iter().map(|(_, size)| *size).sum();
    println!("{title:<56} {:>10} {:>10}", "raw", "sent");
    for (name, size) in files.iter().map(|(name, size)| (name.as_str(), *size)).chain([("in all", sum)]) {
        println!("  {name:<54} {:>10} {:>10}", Kilobytes(size.raw), Kilobytes(size.sent));
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_shrinks_and_sizes_add_up() {
        let size = Size::of(&[b'a'; 10_000]);
        assert_eq!(size.raw, 10_000);
        assert!(size.sent < 100, "{size:?}");
        let sum: Size = [size, size].into_iter().sum();
        assert_eq!(sum, Size { raw: 20_000, sent: 2 * size.sent });
    }

    #[test]
    fn what_is_packed_already_travels_as_it_is() {
        let noise: Vec<u8> = (0..400_u32).map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        assert_eq!(Size::of(&noise), Size { raw: 400, sent: 400 });
    }

    #[test]
    fn kilobytes_round_up() {
        assert_eq!(Kilobytes(0).to_string(), "0.0 KB");
        assert_eq!(Kilobytes(1).to_string(), "0.1 KB");
        assert_eq!(Kilobytes(300 * 1024).to_string(), "300.0 KB");
        assert_eq!(Kilobytes(300 * 1024 + 1).to_string(), "300.1 KB");
    }
}
