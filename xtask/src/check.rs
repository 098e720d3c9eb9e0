//! The checks of `cargo xtask test`: a table of steps, which run in order even if an earlier step failed.

mod browser;
mod javascript;
mod python;
mod report;
mod rust;

use clap::ValueEnum;
use std::collections::BTreeMap;

use crate::failure::{Failure, Outcome};
use crate::need::{self, Need};
use crate::project::Project;
use crate::stopwatch::Stopwatch;
use crate::{package, site};

use report::{Line, Verdict};

pub(crate) use browser::playwright;
pub(crate) use rust::{bench, clippy_host, clippy_wasm};

/// A part of the checks that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Formatting, by rustfmt
    Format,
    /// Clippy for this machine and for wasm32, warnings denied
    Lint,
    /// The documentation of the Rust code, warnings denied
    Doc,
    /// Rust tests on this machine
    Native,
    /// Rust tests compiled to wasm, in Node
    Wasm,
    /// The release site and its size budget
    Site,
    /// The JavaScript package: its build, its types, its tests in Node
    Package,
    /// The parts of the page that are JavaScript, in Node
    Parts,
    /// The package's responses, parsed by botocore; its endpoint and what the page copies, tried with boto3 and the AWS CLI
    Botocore,
    /// The site in Chromium, and its main path in Firefox
    Browser,
}

/// One line of the final table.
struct Step {
    name: &'static str,
    part: Part,
    needs: &'static [Need],
    /// The steps whose results this step uses.
    after: &'static [&'static str],
    run: fn(&Project) -> Outcome,
}

const SITE: &str = "site and size budget";
const PACKAGE: &str = "package build";

const STEPS: &[Step] = &[
    Step { name: "formatting", part: Part::Format, needs: &[Need::RustComponents], after: &[], run: rust::format },
    Step { name: "clippy, host", part: Part::Lint, needs: Need::LINT, after: &[], run: rust::clippy_host },
    Step { name: "clippy, wasm32", part: Part::Lint, needs: Need::LINT, after: &[], run: rust::clippy_wasm },
    Step { name: "documentation", part: Part::Doc, needs: &[], after: &[], run: rust::document },
    Step { name: "native tests", part: Part::Native, needs: &[], after: &[], run: rust::test_native },
    Step { name: "wasm tests in Node", part: Part::Wasm, needs: Need::PACKAGE, after: &[], run: rust::test_wasm },
    Step { name: SITE, part: Part::Site, needs: Need::SITE, after: &[], run: site::build },
    Step { name: PACKAGE, part: Part::Package, needs: Need::PACKAGE, after: &[], run: package::build },
    Step { name: "package types", part: Part::Package, needs: &[], after: &[PACKAGE], run: javascript::types },
    Step { name: "package tests in Node", part: Part::Package, needs: &[], after: &[PACKAGE], run: javascript::test },
    Step { name: "page parts in Node", part: Part::Parts, needs: &[Need::NodePackages], after: &[], run: javascript::test_parts },
    Step { name: "botocore tests", part: Part::Botocore, needs: &[Need::PythonPackages], after: &[PACKAGE], run: python::test },
    Step { name: "browser tests", part: Part::Browser, needs: &[Need::Chromium], after: &[SITE, PACKAGE], run: browser::chromium },
    Step { name: "main path in Firefox", part: Part::Browser, needs: &[Need::Firefox], after: &[SITE], run: browser::firefox },
];

/// Runs the steps of these parts, or all steps if no part is given, and the steps that they need.
pub(crate) fn run(project: &Project, parts: &[Part]) -> Outcome {
    let steps = choose(parts);
    let needs: Vec<Need> = steps.iter().flat_map(|step| step.needs).copied().collect();
    let unmet = need::prepare(project, &needs);
    let mut lines: Vec<Line> = Vec::new();
    for step in steps {
        println!("\n=== {} ===", step.name);
        let stopwatch = Stopwatch::start();
        let verdict = judge(project, step, &unmet, &lines);
        println!("--- {}: {verdict}", step.name);
        lines.push(Line { name: step.name, verdict, elapsed: stopwatch.elapsed() });
    }
    report::print(&lines)
}

fn judge(project: &Project, step: &Step, unmet: &BTreeMap<Need, Failure>, before: &[Line]) -> Verdict {
    if let Some(failure) = step.needs.iter().find_map(|need| unmet.get(need)) {
        return Verdict::Failed(failure.clone());
    }
    let broken = before.iter().find(|line| step.after.contains(&line.name) && line.verdict != Verdict::Passed);
    if let Some(line) = broken {
        return Verdict::Skipped(line.name);
    }
    match (step.run)(project) {
        Ok(()) => Verdict::Passed,
        Err(failure) => Verdict::Failed(failure),
    }
}

/// The steps of these parts and the steps that they need, in order.
fn choose(parts: &[Part]) -> Vec<&'static Step> {
    let asked = |step: &Step| parts.is_empty() || parts.contains(&step.part);
    let used = |step: &Step| STEPS.iter().any(|later| asked(later) && later.after.contains(&step.name));
    STEPS.iter().filter(|step| asked(step) || used(step)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(parts: &[Part]) -> Vec<&'static str> {
        choose(parts).iter().map(|step| step.name).collect()
    }

    #[test]
    fn no_part_means_everything() {
        assert_eq!(names(&[]).len(), STEPS.len());
    }

    #[test]
    fn a_part_brings_what_it_stands_on() {
        assert_eq!(names(&[Part::Native]), ["native tests"]);
        assert_eq!(names(&[Part::Botocore]), [PACKAGE, "botocore tests"]);
        assert_eq!(names(&[Part::Browser]), [SITE, PACKAGE, "browser tests", "main path in Firefox"]);
    }

    #[test]
    fn steps_come_after_earlier_steps_that_stand_on_nothing() {
        for (place, step) in STEPS.iter().enumerate() {
            for name in step.after {
                let earlier = STEPS.iter().take(place).find(|earlier| earlier.name == *name);
                assert!(earlier.is_some_and(|earlier| earlier.after.is_empty()), "{} after {name}", step.name);
            }
        }
    }
}
