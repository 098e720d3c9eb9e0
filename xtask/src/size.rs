//! Sizes of what a visitor downloads.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt;
use std::io::Write;

/// How many bytes a file has, as it is and as a static host sends it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Size {
    /// Bytes on disk.
    pub(crate) raw: usize,
    /// Bytes after gzip at the usual level 6, which is what GitHub Pages and most static hosts send.
    pub(crate) gzip: usize,
}

impl Size {
    /// Measures one file's content.
    pub(crate) fn of(content: &[u8]) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        // Writing to memory does not fail; if it did, the uncompressed size would be the honest figure.
        let gzip = encoder.write_all(content).and_then(|()| encoder.finish()).map_or(content.len(), |bytes| bytes.len());
        Self { raw: content.len(), gzip }
    }
}

impl std::iter::Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |sum, size| Self { raw: sum.raw + size.raw, gzip: sum.gzip + size.gzip })
    }
}

/// A number of bytes, shown in KB of 1,000 bytes with one decimal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kilobytes(pub(crate) usize);

impl fmt::Display for Kilobytes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.0.div_ceil(100);
        formatter.pad(&format!("{}.{} KB", tenths / 10, tenths % 10))
    }
}

/// Prints a table of files and their sizes, the sum last.
pub(crate) fn print_table(title: &str, files: &[(String, Size)]) -> Size {
    let sum: Size = files.iter().map(|(_, size)| *size).sum();
    println!("{title:<56} {:>10} {:>10}", "raw", "gzip");
    for (name, size) in files.iter().map(|(name, size)| (name.as_str(), *size)).chain([("in all", sum)]) {
        println!("  {name:<54} {:>10} {:>10}", Kilobytes(size.raw), Kilobytes(size.gzip));
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
        assert!(size.gzip < 100, "{size:?}");
        let sum: Size = [size, size].into_iter().sum();
        assert_eq!(sum, Size { raw: 20_000, gzip: 2 * size.gzip });
    }

    #[test]
    fn kilobytes_round_up() {
        assert_eq!(Kilobytes(0).to_string(), "0.0 KB");
        assert_eq!(Kilobytes(1).to_string(), "0.1 KB");
        assert_eq!(Kilobytes(300_000).to_string(), "300.0 KB");
        assert_eq!(Kilobytes(300_001).to_string(), "300.1 KB");
    }
}
