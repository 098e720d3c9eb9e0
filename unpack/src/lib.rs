//! Unpacks the page's program in the browser.
//!
//! A static host compresses with gzip at best. The site ships its program packed with LZMA, a fifth smaller than that,
//! and this small module to unpack it with. It knows nothing of what it unpacks.
//!
//! The format is LZMA-alone with the true size in its header: one byte of properties, four of dictionary size, eight of
//! unpacked size, then the data. It has no checksum, but a decoder that ends anywhere but in its final state says so.

use lzma_rust2::LzmaReader;
#[cfg(target_arch = "wasm32")]
use lzma_rust2::Read;
use std::fmt;
#[cfg(not(target_arch = "wasm32"))]
use std::io::Read;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// The memory the decoder may use beside the unpacked data, in KiB: a dictionary of 2 MiB and its tables fit.
const MEMORY_LIMIT: u32 = 4 * 1024;

/// The most bytes that unpacked data may have: far more than a page's program, far less than a browser's memory.
const SIZE_LIMIT: usize = 64 * 1024 * 1024;

/// Packed data that does not unpack: cut off, changed on its way, or never packed for this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl Damaged {
    const SENTENCE: &str = "the packed data is cut off or damaged";
}

impl fmt::Display for Damaged {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(Self::SENTENCE)
    }
}

impl std::error::Error for Damaged {}

/// Unpacks data that was packed as LZMA-alone with its size in the header.
///
/// All of it comes back or nothing: damage anywhere is an error, never half a result.
pub fn unpack(packed: &[u8]) -> Result<Vec<u8>, Damaged> {
    let size = unpacked_size(packed).filter(|size| *size <= SIZE_LIMIT).ok_or(Damaged)?;
    let mut reader = LzmaReader::new_mem_limit(packed, MEMORY_LIMIT, None).map_err(|_| Damaged)?;
    reader.set_relaxed_end_condition(false);
    let mut unpacked = Vec::new();
    unpacked.try_reserve_exact(size).map_err(|_| Damaged)?;
    unpacked.resize(size, 0);
    reader.read_exact(&mut unpacked).map_err(|_| Damaged)?;
    Ok(unpacked)
}

/// The size that the header promises.
fn unpacked_size(packed: &[u8]) -> Option<usize> {
    let bytes = packed.get(5..13)?.try_into().ok()?;
    usize::try_from(u64::from_le_bytes(bytes)).ok()
}

/// [`unpack`] for JavaScript: a `Uint8Array` in, a `Uint8Array` out; throws an `Error` with one sentence.
#[wasm_bindgen(js_name = unpack)]
#[doc(hidden)]
pub fn unpack_for_javascript(packed: &[u8]) -> Result<Vec<u8>, JsError> {
    unpack(packed).map_err(|Damaged| JsError::new(Damaged::SENTENCE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lzma_rust2::{LzmaOptions, LzmaWriter};
    use std::io::Write;

    /// Where the data begins.
    const HEADER: usize = 13;

    /// As the site is packed: a dictionary of 2 MiB.
    fn pack(content: &[u8]) -> Vec<u8> {
        let options = LzmaOptions { dict_size: 2 << 20, lc: 4, pb: 0, ..LzmaOptions::default() };
        let size = u64::try_from(content.len()).unwrap();
        let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(size)).unwrap();
        writer.write_all(content).unwrap();
        writer.finish().unwrap()
    }

    /// Some text with repetitions near and far, and some that has none.
    fn content() -> Vec<u8> {
        let mut random = 1_u32;
        let mut noise = || {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            random.to_be_bytes()[0]
        };
        let words = (0..400).flat_map(|number| format!("grant {} version {}; ", number % 17, number % 5).into_bytes());
        words.chain((0..600).map(|_| noise())).collect()
    }

    #[test]
    fn what_was_packed_comes_back() {
        for content in [content(), vec![0; 3 << 20], b"x".to_vec(), Vec::new()] {
            assert_eq!(unpack(&pack(&content)), Ok(content));
        }
    }

    #[test]
    fn data_that_is_cut_off_is_refused_wherever_it_ends() {
        let packed = pack(&content());
        for length in 0..packed.len() {
            assert_eq!(unpack(&packed[..length]), Err(Damaged), "{length} of {}", packed.len());
        }
    }

    #[test]
    fn one_wrong_bit_is_noticed() {
        let packed = pack(&content());
        for place in HEADER..packed.len() {
            let mut damaged = packed.clone();
            damaged[place] ^= 0x10;
            assert_eq!(unpack(&damaged), Err(Damaged), "byte {place}");
        }
    }

    #[test]
    fn a_header_that_is_not_true_is_refused() {
        let packed = pack(b"grant");
        let changed = |place: usize, bytes: &[u8]| {
            let mut changed = packed.clone();
            changed.splice(place..place + bytes.len(), bytes.iter().copied());
            unpack(&changed)
        };
        assert_eq!(changed(0, &[255]), Err(Damaged), "properties");
        assert_eq!(changed(1, &[255; 4]), Err(Damaged), "dictionary");
        assert_eq!(changed(5, &[255; 8]), Err(Damaged), "unknown size");
        assert_eq!(changed(5, &(1_u64 << 32).to_le_bytes()), Err(Damaged), "size");
        assert_eq!(changed(5, &[6]), Err(Damaged), "one byte too many");
        assert_eq!(changed(5, &[4]), Err(Damaged), "one byte too few");
    }

    #[test]
    fn anything_at_all_gives_an_answer() {
        let mut random = 7_u64;
        for length in 0..500 {
            let mut packed: Vec<u8> = (0..length)
                .map(|_| {
                    random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    random.to_be_bytes()[0]
                })
                .collect();
            // A header that is in order, so that the decoder has something to decode.
            let header = pack(&[0; 5_000]);
            let end = HEADER.min(packed.len());
            packed[..end].copy_from_slice(&header[..end]);
            assert!(unpack(&packed).is_err(), "{length} bytes");
        }
    }

    #[test]
    fn damage_reads_as_a_sentence() {
        assert_eq!(Damaged.to_string(), "the packed data is cut off or damaged");
    }
}
