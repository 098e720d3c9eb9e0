//! Questions of a lesson, and a student's answers.

use crate::json::record;

/// A question about a step. A lesson asks it when it shows the request, but not yet the response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The question, in Markdown.
    pub ask: String,
    /// The possible answers. Without them, the answer is a text.
    pub choices: Option<Vec<String>>,
    /// The right answer, as an index in the list of choices.
    pub right: Option<u32>,
    /// Hints in Markdown, which are shown one after another on request.
    pub hints: Option<Vec<String>>,
    /// An explanation in Markdown, which is shown after the answer.
    pub why: Option<String>,
}

record! { sparse Question, |members| Self { ask: members.get("ask")?, ..Self::default() }, {
    ask = "ask", choices = "choices", right = "right", hints = "hints", why = "why"
} }

/// A student's answer to the question of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The number of the step, counted from 1.
    pub step: u32,
    /// The chosen answer, as an index in the list of choices.
    pub choice: Option<u32>,
    /// The answer to a question without choices.
    pub text: Option<String>,
    /// The number of hints that were shown before.
    pub hints: Option<u32>,
}

record! { sparse Answer, |members| Self { step: members.get("step")?, ..Self::default() }, {
    step = "step", choice = "choice", text = "text", hints = "hints"
} }
