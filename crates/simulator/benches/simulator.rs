//! How long a call takes, all checks and the trace included: JSON text in, JSON text out; and what 100,000 grants and 25,000 shares change.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark that cannot run ends")]

#[path = "simulator/calls.rs"]
mod calls;
#[path = "simulator/comparison.rs"]
mod comparison;
#[path = "simulator/permissions.rs"]
mod permissions;
#[path = "simulator/scale.rs"]
mod scale;
#[path = "simulator/shares.rs"]
mod shares;
#[path = "simulator/traffic.rs"]
mod traffic;

/// Counts what is allocated, to tell what a grant takes.
#[global_allocator]
static MEMORY: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

fn main() {
    calls::measure_all();
    scale::measure_all();
    permissions::measure_all();
    shares::measure_all();
}
