//! The simulator as a module for JavaScript. The package contains it, and the site has it for the dialogs that explore and compare.

use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::files;
use crate::project::Project;
use crate::wasm;

/// The package of this workspace that is compiled to wasm.
pub(crate) const PACKAGE_JS: &str = "simulator-js";

/// The folder of the compiled module. It does not depend on Cargo's target folder.
const FOLDER: &str = "target/simulator-js";

/// The name of the generated module and of its wasm.
const MODULE: &str = "grant_playground";

/// The compiled simulator.
pub(crate) struct SimulatorJs {
    /// The generated JavaScript.
    pub(crate) module: PathBuf,
    /// The optimized wasm.
    pub(crate) wasm: PathBuf,
}

impl SimulatorJs {
    /// Compiles and optimizes the simulator. The site and the package are built one after the other from the same code, and optimizing
    /// takes long, so the result is kept.
    pub(crate) fn build(project: &Project) -> Outcome<Self> {
        let folder = project.path(FOLDER);
        let compiled = wasm::compile(project, PACKAGE_JS, MODULE, &folder)?;
        let optimized = folder.join("optimized.wasm");
        let source = folder.join("optimized-from.wasm");
        if !is_kept(&optimized, &source, &compiled)? {
            wasm::optimize(project, &["-Oz"], &compiled, &optimized)?;
            files::write(&source, files::read(&compiled)?)?;
        }
        Ok(Self { module: folder.join(format!("{MODULE}.js")), wasm: optimized })
    }

    /// Writes the module and its wasm into a folder. The module loads the wasm by its name.
    pub(crate) fn copy_into(&self, folder: &Path) -> Outcome {
        files::write(&folder.join(format!("{MODULE}.js")), files::read(&self.module)?)?;
        files::write(&folder.join(format!("{MODULE}_bg.wasm")), files::read(&self.wasm)?)
    }
}

/// Whether the optimized file was made from this compiled one. Otherwise forgets it: an interrupted optimization must not look complete.
fn is_kept(optimized: &Path, source: &Path, compiled: &Path) -> Outcome<bool> {
    if !source.exists() {
        return Ok(false);
    }
    if optimized.exists() && files::read(source)? == files::read(compiled)? {
        return Ok(true);
    }
    files::remove(source)?;
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_optimized_file_is_kept_until_its_source_changes() -> Outcome {
        let folder = std::env::temp_dir().join(format!("grant-playground-simulator-{}", std::process::id()));
        files::make_empty(&folder)?;
        let [optimized, source, compiled] = ["optimized", "source", "compiled"].map(|name| folder.join(name));
        files::write(&compiled, "1")?;
        files::write(&optimized, "small")?;
        assert!(!is_kept(&optimized, &source, &compiled)?, "it is not known from what it was made");
        files::write(&source, "1")?;
        assert!(is_kept(&optimized, &source, &compiled)?);
        files::write(&compiled, "2")?;
        assert!(!is_kept(&optimized, &source, &compiled)?);
        assert!(!source.exists());
        files::make_empty(&folder)
    }
}
