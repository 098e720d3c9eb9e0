//! The table at the end of the checks.

use std::fmt;

use crate::failure::{Failure, Outcome};
use crate::stopwatch::Elapsed;

/// The result of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It ran without a failure.
    Passed,
    /// It failed or could not run.
    Failed(Failure),
    /// It needs the result of this step, which did not pass.
    Skipped(&'static str),
}

impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passed => formatter.write_str("ok"),
            Self::Failed(failure) => write!(formatter, "failed: {failure}"),
            Self::Skipped(step) => write!(formatter, "skipped because `{step}` did not pass"),
        }
    }
}

/// The line of a step.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The step.
    pub(super) name: &'static str,
    /// Its result.
    pub(super) verdict: Verdict,
    /// How long it took.
    pub(super) elapsed: Elapsed,
}

/// Prints the table. Fails if a step did not pass.
pub(super) fn print(lines: &[Line]) -> Outcome {
    println!("\n{:<24} {:>12}  result", "step", "time");
    for line in lines {
        println!("{:<24} {:>12}  {}", line.name, line.elapsed, line.verdict);
    }
    judge(lines)
}

fn judge(lines: &[Line]) -> Outcome {
    let bad = lines.iter().filter(|line| line.verdict != Verdict::Passed).count();
    if bad == 0 {
        return Ok(());
    }
    Err(Failure::new(format!("{bad} of {} steps did not pass", lines.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(verdict: Verdict) -> Line {
        Line { name: "step", verdict, elapsed: Elapsed::default() }
    }

    #[test]
    fn one_step_that_does_not_pass_is_a_failure() {
        let failed = line(Verdict::Failed(Failure::new("it broke")));
        let skipped = line(Verdict::Skipped("site"));
        assert_eq!(judge(&[line(Verdict::Passed)]), Ok(()));
        assert_eq!(judge(&[line(Verdict::Passed), failed.clone()]), Err(Failure::new("1 of 2 steps did not pass")));
        assert_eq!(judge(&[failed, skipped]), Err(Failure::new("2 of 2 steps did not pass")));
    }

    #[test]
    fn verdicts_read_as_sentences() {
        assert_eq!(Verdict::Passed.to_string(), "ok");
        assert_eq!(Verdict::Failed(Failure::new("it broke")).to_string(), "failed: it broke");
        assert_eq!(Verdict::Skipped("site").to_string(), "skipped because `site` did not pass");
    }
}
