//! Writes compressed files (`.gz` and `.br`) next to each file of the site, for hosts that serve them.

use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::files;
use crate::size::{Size, brotli, gzip};

/// Writes the compressed files.
pub(super) fn write_beside(folder: &Path) -> Outcome {
    for file in files::list(folder)? {
        if file.is_dir() {
            write_beside(&file)?;
            continue;
        }
        let content = files::read(&file)?;
        files::write(&with(&file, "gz"), gzip(&content))?;
        files::write(&with(&file, "br"), brotli(&content))?;
    }
    Ok(())
}

/// The size of a file whose compressed files were written.
pub(super) fn size(file: &Path) -> Outcome<Size> {
    let raw = files::read(file)?.len();
    let of = |ending| Ok(files::read(&with(file, ending))?.len().min(raw));
    Ok(Size { raw, gzip: of("gz")?, brotli: of("br")? })
}

/// The path with an additional ending.
fn with(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_two_compressed_files() -> Outcome {
        let folder = std::env::temp_dir().join(format!("grant-playground-compressed-{}", std::process::id()));
        files::make_empty(&folder)?;
        files::write(&folder.join("a.js"), "x".repeat(1000))?;
        write_beside(&folder)?;
        assert_eq!(files::list(&folder)?, ["a.js", "a.js.br", "a.js.gz"].map(|name| folder.join(name)));
        assert_eq!(files::read(&folder.join("a.js.gz"))?.get(..2), Some([0x1f, 0x8b].as_slice()));
        assert!(files::read(&folder.join("a.js.br"))?.len() < 100);
        files::make_empty(&folder)
    }
}
