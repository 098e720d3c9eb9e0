//! A session as a lesson. Some of its steps have a question, which the student answers before the response is shown. Nobody gets past the
//! next question, and what the steps after it come to is hidden.

use super::{Entry, Timeline};
use serde_json::Value;
use simulator::json::Json;
use simulator::session::Answer;

impl Timeline {
    /// Whether the session is taken as a lesson.
    pub fn is_lesson(&self) -> bool {
        self.head.answers.is_some()
    }

    /// Whether the step just before the selected point waits for an answer. Then the state is the one before it.
    pub fn is_asking(&self) -> bool {
        self.asks == Some(self.point)
    }

    /// The last point that can be selected.
    pub fn furthest(&self) -> usize {
        self.asks.unwrap_or(self.entries.len())
    }

    /// Whether what a step came to is hidden from a student. Steps are counted from 1.
    pub fn is_hidden(&self, step: usize) -> bool {
        self.asks.is_some_and(|asks| step >= asks || step > self.point && !self.answers().any(|answer| number(answer) >= step))
    }

    /// Takes the session as a lesson if it has questions.
    pub(in crate::app) fn begin_lesson(&mut self) {
        if !self.is_lesson() && self.entries.iter().any(|entry| entry.step.question.is_some()) {
            self.answer(None, Some(Vec::new()));
        }
    }

    /// Sets the student's name and the answers. Without a list, the session is no longer taken as a lesson.
    pub(in crate::app) fn answer(&mut self, student: Option<String>, answers: Option<Vec<Answer>>) {
        (self.head.student, self.head.answers) = (student, answers);
        self.renew_question();
        self.select(self.point);
    }

    /// Finds the next question after the steps or the answers have changed.
    pub(in crate::app) fn renew_question(&mut self) {
        let is_open =
            |(step, entry): &(usize, &Entry)| entry.step.question.is_some() && !self.answers().any(|answer| number(answer) == *step);
        self.asks = if self.is_lesson() { (1..).zip(self.entries.iter()).find(is_open).map(|(step, _)| step) } else { None };
    }

    fn answers(&self) -> impl Iterator<Item = &Answer> {
        self.head.answers.iter().flatten()
    }

    /// What the element `lesson-panel` is told, as JSON: the session without its steps, the selected `point`, and the `questions`, each with
    /// the number of its step. `None` where there is neither a lesson nor a question.
    pub fn lesson_data(&self) -> Option<String> {
        let question = |(step, entry): (usize, &Entry)| Some(Value::from(vec![Value::from(step), entry.step.question.as_ref()?.write()]));
        let questions: Vec<_> = if self.is_lesson() {
            (1..).zip(self.entries.iter()).filter_map(question).collect()
        } else {
            vec![question((self.point, self.current()?))?]
        };
        let mut told = self.head.write();
        if let Value::Object(members) = &mut told {
            members.insert("point".to_owned(), self.point.into());
            members.insert("questions".to_owned(), questions.into());
        }
        Some(told.to_string())
    }
}

/// The step that an answer is about.
fn number(answer: &Answer) -> usize {
    answer.step.try_into().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use simulator::session::Session;

    /// Three steps that advance the clock. The second and the third one have a question.
    fn lesson() -> Timeline {
        let question = json!({ "ask": "What time is it?", "choices": ["Late", "Early"], "right": 0 });
        let steps = json!([{ "advance": 60 }, { "advance": 60, "question": question }, { "advance": 60, "question": { "ask": "Why?" } }]);
        let session = json!({ "format": "grant-playground/1", "author": "A teacher", "steps": steps });
        Timeline::play(Session::read(&session).unwrap()).unwrap()
    }

    fn answer_to(step: u32) -> Answer {
        Answer { step, choice: Some(0), ..Answer::default() }
    }

    #[test]
    fn nobody_gets_past_a_question_before_it_is_answered() {
        let mut timeline = lesson();
        timeline.begin_lesson();
        assert_eq!((timeline.point(), timeline.is_asking()), (2, true));
        timeline.select(3);
        assert_eq!(timeline.point(), 2);
        timeline.answer(None, Some(vec![answer_to(2)]));
        assert_eq!((timeline.point(), timeline.is_asking()), (2, false));
        timeline.select(3);
        assert_eq!((timeline.point(), timeline.is_asking()), (3, true));
        timeline.answer(None, Some(vec![answer_to(2), answer_to(3)]));
        assert!(!timeline.is_asking() && timeline.is_lesson());
    }

    #[test]
    fn what_is_asked_about_is_hidden() {
        let mut timeline = lesson();
        let before = {
            timeline.select(1);
            timeline.simulator().now()
        };
        timeline.begin_lesson();
        timeline.select(2);
        assert_eq!(timeline.simulator().now(), before);
        assert_eq!((timeline.exchange(), timeline.changes()), (None, &[][..]));
        assert_eq!([1, 2, 3].map(|step| timeline.is_hidden(step)), [false, true, true]);
        timeline.select(0);
        assert!(timeline.is_hidden(1), "nothing ahead is shown");
        timeline.answer(None, Some(vec![answer_to(2)]));
        assert_eq!([1, 2, 3].map(|step| timeline.is_hidden(step)), [false, false, true]);
        timeline.answer(None, None);
        assert_eq!([1, 2, 3].map(|step| timeline.is_hidden(step)), [false, false, false]);
    }

    #[test]
    fn an_own_request_replaces_the_rest_of_the_lesson_but_not_a_question() {
        let mut timeline = lesson();
        timeline.begin_lesson();
        let step = timeline.entries().get(0).unwrap().step.clone();
        assert!(timeline.append(step.clone()).unwrap_err().contains("Answer the question"));
        timeline.select(1);
        assert_eq!(timeline.append(step), Ok(2));
        assert!(!timeline.is_asking());
    }

    #[test]
    fn the_panel_is_told_the_questions() {
        let mut timeline = lesson();
        let told = |timeline: &Timeline| timeline.lesson_data().map(|text| serde_json::from_str::<Value>(&text).unwrap());
        timeline.select(1);
        assert_eq!(told(&timeline), None, "a step without a question");
        timeline.select(2);
        assert_eq!(
            told(&timeline).unwrap()["questions"][0],
            json!([2, { "ask": "What time is it?", "choices": ["Late", "Early"], "right": 0 }])
        );
        timeline.answer(Some("Ana".to_owned()), Some(vec![answer_to(2)]));
        let told = told(&timeline).unwrap();
        assert_eq!((&told["author"], &told["student"], &told["point"]), (&json!("A teacher"), &json!("Ana"), &json!(2)));
        assert_eq!((&told["answers"], told["questions"].as_array().unwrap().len()), (&json!([{ "step": 2, "choice": 0 }]), 2));
    }
}
