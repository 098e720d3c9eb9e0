//! Sizes of what a visitor downloads.

use std::fmt;

/// How many bytes a file has, as it is and on the wire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Size {
    /// Bytes on disk.
    pub(crate) raw: usize,
    /// Bytes after gzip, or as they are where gzip gains nothing.
    pub(crate) gzip: usize,
    /// Bytes after brotli, or as they are where brotli gains nothing.
    pub(crate) brotli: usize,
}

impl Size {
    /// Measures one file's content.
    pub(crate) fn of(content: &[u8]) -> Self {
        let raw = content.len();
        Self { raw, gzip: gzip(content).len().min(raw), brotli: brotli(content).len().min(raw) }
    }
}

/// The content after gzip at its best: Zopfli's files are smaller than those of other programs, and every browser reads them.
pub(crate) fn gzip(content: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    // Reading from memory and writing to memory does not fail.
    let _ = zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, content, &mut compressed);
    compressed
}

/// The content after brotli at its best.
pub(crate) fn brotli(content: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    // Reading from memory and writing to memory does not fail.
    let _ = brotli::BrotliCompress(&mut &*content, &mut compressed, &brotli::enc::BrotliEncoderParams::default());
    compressed
}

impl std::iter::Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |sum, size| Self {
            raw: sum.raw + size.raw,
            gzip: sum.gzip + size.gzip,
            brotli: sum.brotli + size.brotli,
        })
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
    println!("{title:<56} {:>10} {:>10} {:>10}", "raw", "gzip", "brotli");
    for (name, size) in files.iter().map(|(name, size)| (name.as_str(), *size)).chain([("in all", sum)]) {
        println!("  {name:<54} {:>10} {:>10} {:>10}", Kilobytes(size.raw), Kilobytes(size.gzip), Kilobytes(size.brotli));
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
        assert!(size.gzip < 100 && size.brotli < size.gzip, "{size:?}");
        let sum: Size = [size, size].into_iter().sum();
        assert_eq!(sum, Size { raw: 20_000, gzip: 2 * size.gzip, brotli: 2 * size.brotli });
    }

    #[test]
    fn what_does_not_shrink_travels_as_it_is() {
        let noise: Vec<u8> = (0..400_u32).map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        let size = Size::of(&noise);
        assert!(size.raw == 400 && size.gzip == 400 && size.brotli <= 400, "{size:?}");
    }

    #[test]
    fn kilobytes_round_up() {
        assert_eq!(Kilobytes(0).to_string(), "0.0 KB");
        assert_eq!(Kilobytes(1).to_string(), "0.1 KB");
        assert_eq!(Kilobytes(300 * 1024).to_string(), "300.0 KB");
        assert_eq!(Kilobytes(300 * 1024 + 1).to_string(), "300.1 KB");
    }
}
