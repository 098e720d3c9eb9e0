//! The checks that ran on a request, in order, with their evidence.

use super::error::ServiceError;
use super::remedy::Remedy;
use serde::Serialize;

/// How well it is known that the real service behaves like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Evidence {
    /// The published API model says it.
    Model,
    /// AWS's documentation says it.
    Documented,
    /// Somebody published a response of the real service that shows it.
    Observed,
    /// Nobody published anything: it is our most plausible choice.
    Inferred,
}

impl Evidence {
    /// Every mark, the most certain first.
    pub const ALL: [Self; 4] = [Self::Model, Self::Documented, Self::Observed, Self::Inferred];

    /// What the mark means, for a person.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Model => "stated by the published API model",
            Self::Documented => "stated by the AWS documentation",
            Self::Observed => "seen in a published response of the real service",
            Self::Inferred => "not public; the most plausible behaviour",
        }
    }

    /// The mark's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Model => "Model",
            Self::Documented => "Documented",
            Self::Observed => "Observed",
            Self::Inferred => "Inferred",
        }
    }
}

/// The stage of a request at which a rule is checked, in the order of the stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Stage {
    /// Addressing: service, operation, method, path.
    Routing,
    /// The caller and the Region, from the credential scope.
    Authentication,
    /// The body: JSON, and JSON types.
    Decoding,
    /// The bounds of the API model.
    Constraints,
    /// IAM denials, the service-linked role and injected faults.
    Access,
    /// The operation's own rules.
    Operation,
}

impl Stage {
    /// The stage's name, for a person.
    pub fn name(self) -> &'static str {
        match self {
            Self::Routing => "Routing",
            Self::Authentication => "Authentication",
            Self::Decoding => "Decoding",
            Self::Access => "Access",
            Self::Constraints => "Constraints",
            Self::Operation => "Operation",
        }
    }
}

/// A rule the simulator checks. Rules are constants; their names are stable and can be linked to. As JSON, a rule has its source too.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// A short stable name, for example `license-manager/grant-version`.
    pub name: &'static str,
    /// When it is checked.
    pub stage: Stage,
    /// The requirement, as a sentence that reads right beside *passed* and beside *refused*; or a behaviour that is only noted.
    pub text: &'static str,
    /// How well it is known.
    pub evidence: Evidence,
}

/// A rule with its source, in a few words. Nothing that decides about a request refers to a source, so that a program that shows no
/// sources does not contain them.
pub type Sourced = (&'static Rule, &'static str);

#[cfg(test)]
impl Rule {
    /// Whether the text is a sentence: a capital letter or code first, a full stop last.
    pub fn is_a_sentence(&self) -> bool {
        self.text.starts_with(|first: char| first.is_ascii_uppercase() || first == '`') && self.text.ends_with('.')
    }

    /// What can be refused says what must be. Every refusal of a unit test checks it.
    fn assert_is_a_requirement(&self) {
        assert!(self.text.contains(" must "), "{} refuses a request, but does not say what must be: {}", self.name, self.text);
    }
}

/// Findings and remedies are sentences. Every refusal of a unit test checks it.
#[cfg(test)]
fn assert_sentences(finding: &str, remedy: &str) {
    for text in [finding, remedy] {
        let starts = text.starts_with(|first: char| !first.is_ascii_lowercase());
        assert!(starts && (text.ends_with('.') || text.ends_with('…')), "not a sentence: {text}");
    }
}

/// Declares a table of rules: `NAME = "its/name", Stage, Evidence, "source", "The rule, as a sentence.";`
macro_rules! rules {
    ($($rule:ident = $name:literal, $stage:ident, $evidence:ident, $source:expr, $text:literal;)+) => {
        $(pub(crate) static $rule: $crate::trace::Rule = $crate::trace::Rule {
            name: $name,
            stage: $crate::trace::Stage::$stage,
            text: $text,
            evidence: $crate::trace::Evidence::$evidence,
        };)+

        /// Every rule of the table with its source.
        pub(crate) static SOURCES: &[$crate::trace::Sourced] = &[$((&$rule, $source)),+];
    };
}

pub(crate) use rules;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "verdict", rename_all = "lowercase")]
pub enum Verdict {
    /// The rule holds.
    Passed,
    /// The rule does not hold, so the request was refused.
    Refused {
        /// The response.
        error: ServiceError,
        /// Each wrong value and the rule it violates, in sentences.
        findings: Vec<String>,
        /// The smallest change that makes the request pass this rule.
        #[serde(flatten)]
        remedy: Remedy,
    },
}

/// A rule and what it found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// The rule.
    #[serde(flatten)]
    pub rule: &'static Rule,
    /// What it found.
    #[serde(flatten)]
    pub verdict: Verdict,
}

/// A reason to refuse a request. Each service words its own reasons.
pub trait Refuse {
    /// The response.
    fn error(&self) -> ServiceError;
    /// What was found, with the wrong value, in a sentence.
    fn finding(&self) -> String;
    /// The smallest change that makes the request pass.
    fn remedy(&self) -> Remedy;
}

/// The checks that ran, in order. At most the last one refuses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Trace {
    checks: Vec<Check>,
    /// Whether the response repeats an earlier one.
    #[serde(skip)]
    is_replay: bool,
}

impl Trace {
    /// The checks, in the order they ran.
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// The check that refused the request, if there is one.
    pub fn refusal(&self) -> Option<&Check> {
        self.checks.last().filter(|check| matches!(check.verdict, Verdict::Refused { .. }))
    }

    /// Records that a rule holds.
    pub fn pass(&mut self, rule: &'static Rule) {
        self.checks.push(Check { rule, verdict: Verdict::Passed });
    }

    /// Whether the response repeats that of an earlier request with the same client token.
    pub fn is_replay(&self) -> bool {
        self.is_replay
    }

    /// Records that the response repeats an earlier one.
    pub fn replay(&mut self) {
        self.is_replay = true;
    }

    /// Records a rule that applies several times in a response, only once.
    pub fn note(&mut self, rule: &'static Rule) {
        if self.checks.iter().all(|check| check.rule != rule) {
            self.pass(rule);
        }
    }

    /// Records that a rule does not hold, and returns the error.
    pub fn refuse(&mut self, rule: &'static Rule, error: ServiceError, findings: Vec<String>, remedy: Remedy) -> ServiceError {
        #[cfg(test)]
        rule.assert_is_a_requirement();
        self.checks.push(Check { rule, verdict: Verdict::Refused { error: error.clone(), findings, remedy } });
        error
    }

    /// Checks a rule: records that it holds, or refuses with `refusal`.
    pub fn ensure<R: Refuse>(&mut self, rule: &'static Rule, holds: bool, refusal: impl FnOnce() -> R) -> Result<(), ServiceError> {
        if holds {
            self.pass(rule);
            return Ok(());
        }
        Err(self.refuse_as(rule, &refusal()))
    }

    /// Checks a rule whose outcome has a value: returns the value, or refuses.
    pub fn judge<T, R: Refuse>(&mut self, rule: &'static Rule, outcome: Result<T, R>) -> Result<T, ServiceError> {
        match outcome {
            Ok(value) => {
                self.pass(rule);
                Ok(value)
            }
            Err(refusal) => Err(self.refuse_as(rule, &refusal)),
        }
    }

    /// Records that a rule does not hold, as `refusal` words it, and returns the error.
    pub fn refuse_as(&mut self, rule: &'static Rule, refusal: &dyn Refuse) -> ServiceError {
        #[cfg(test)]
        assert_sentences(&refusal.finding(), &refusal.remedy().sentence);
        self.refuse(rule, refusal.error(), vec![refusal.finding()], refusal.remedy())
    }
}
