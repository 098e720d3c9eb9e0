//! Files and folders. A failure is one sentence.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The content of a file.
pub(crate) fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Failure::file("read", path, &error))
}

/// The text of a file.
pub(crate) fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))
}

/// Writes a file. Replaces an existing file.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    fs::write(path, content).map_err(|error| Failure::file("write", path, &error))
}

/// Creates an empty folder. Deletes the content of an existing folder.
pub(crate) fn make_empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::file("empty", folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, &error))
}

/// The paths in a folder, in order.
pub(crate) fn list(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect());
    let mut paths: Vec<PathBuf> = entries.map_err(|error| Failure::file("read", folder, &error))?;
    paths.sort();
    Ok(paths)
}

/// Copies every file of a folder and of its subfolders into another one.
pub(crate) fn copy_all(from: &Path, to: &Path) -> Outcome {
    for source in list(from)? {
        let copy = to.join(source.file_name().unwrap_or_default());
        if source.is_dir() {
            make_empty(&copy)?;
            copy_all(&source, &copy)?;
        } else {
            write(&copy, read(&source)?)?;
        }
    }
    Ok(())
}

/// Deletes a file.
pub(crate) fn remove(path: &Path) -> Outcome {
    fs::remove_file(path).map_err(|error| Failure::file("delete", path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_emptied_filled_and_listed() -> Outcome {
        let folder = std::env::temp_dir().join(format!("grant-playground-files-{}", std::process::id()));
        make_empty(&folder)?;
        for name in ["b", "a"] {
            write(&folder.join(name), name)?;
        }
        assert_eq!(list(&folder)?, [folder.join("a"), folder.join("b")]);
        assert_eq!((read_text(&folder.join("a"))?, read(&folder.join("b"))?), ("a".to_owned(), b"b".to_vec()));
        make_empty(&folder)?;
        assert_eq!(list(&folder)?, [""; 0].map(PathBuf::from));
        fs::remove_dir(&folder).map_err(|error| Failure::file("remove", &folder, &error))?;
        let missing = list(&folder).map_err(|failure| failure.to_string());
        assert!(missing.is_err_and(|sentence| sentence.starts_with(&format!("could not read `{}`: ", folder.display()))));
        Ok(())
    }
}
