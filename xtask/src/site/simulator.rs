//! The simulator for the dialogs that explore and compare. The page's own program does not contain what they need. A worker
//! (`www/parts/simulator-worker.js`) loads it when such a dialog asks something.

use std::path::Path;

use crate::failure::Outcome;
use crate::files;
use crate::simulator_js::SimulatorJs;

/// The name of its wasm in the site. The worker's script contains the rest.
pub(super) const WASM: &str = "simulator_bg.wasm";

/// Writes the wasm.
pub(super) fn write_into(stage: &Path, simulator: &SimulatorJs) -> Outcome {
    files::write(&stage.join(WASM), files::read(&simulator.wasm)?)
}
