//! Everything the page shows follows from this.

use super::draft::Composer;
use super::notice::{Notice, Remedy, Tone, because, sentence, topic};
use super::saved::Saved;
use super::timeline::Timeline;
use super::{Effect, Slot, Theme, View, prefill};
use simulator::index;
use simulator::session::Session;
use simulator::value::{AccountId, Region};
use simulator::{Options, Simulator};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The page's state. The larger parts are shared, so that a component sees at once whether its part changed.
#[derive(Clone, Debug)]
pub struct Model {
    /// The session and the selected point.
    pub timeline: Rc<Timeline>,
    /// What is composed.
    pub composer: Rc<Composer>,
    /// What is looked at.
    pub view: View,
    /// What the page has to say.
    pub notices: Rc<Vec<Notice>>,
    /// What a screen reader is told.
    pub announcement: String,
    /// Why nothing can be kept, once that was said.
    pub(super) not_kept: Option<String>,
    /// The number of the notice whose session is kept for the next visit; 0 when none is.
    pub(super) kept_undo: u32,
    notices_so_far: u32,
}

/// What the browser had kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// The session's text.
    pub session: Option<String>,
    /// The drafts' text.
    pub drafts: Option<String>,
    /// What the session that was last replaced is offered with, and in the next line its text.
    pub undo: Option<String>,
    /// The theme.
    pub theme: Theme,
    /// Why nothing can be kept, if so.
    pub problem: Option<String>,
}

impl Model {
    /// The page's state: what was kept, or a new session with these options.
    pub fn start(stored: Stored, options: Options) -> Result<Self, String> {
        let timeline = Timeline::new(options)?;
        let composer = first_composer(timeline.simulator())?;
        let mut model = Self {
            timeline: Rc::new(timeline),
            composer: Rc::new(composer),
            view: View { theme: stored.theme, ..View::default() },
            notices: Rc::default(),
            announcement: String::new(),
            not_kept: None,
            kept_undo: 0,
            notices_so_far: 0,
        };
        if let Some(reason) = stored.problem {
            model.warn_not_kept(&reason);
        }
        let point = stored.drafts.and_then(|text| model.take_drafts(text));
        if let Some((what, session)) = stored.undo.as_deref().and_then(|text| text.split_once('\n')) {
            model.notify(Tone::Note, what.to_owned(), Some(Remedy::Replay(session.to_owned())));
            model.kept_undo = model.notices_so_far;
        }
        if let Some(text) = stored.session {
            model.take_session(text);
        }
        Rc::make_mut(&mut model.timeline).select(point.unwrap_or_default());
        model.find_account();
        model.prefill();
        model.unfold();
        Ok(model)
    }

    /// Takes the session over that was kept, or offers its text as a file.
    fn take_session(&mut self, text: String) {
        match Session::parse(&text).and_then(Timeline::play) {
            Ok(timeline) => self.timeline = Rc::new(timeline),
            Err(error) => {
                let remedy = Remedy::Download { name: "grant-playground-unreadable.json".to_owned(), text };
                self.notify(Tone::Problem, because("The session from your last visit cannot be read", &error), Some(remedy));
            }
        }
    }

    /// Takes the drafts over that were kept, or offers their text as a file. Gives the point that was selected.
    fn take_drafts(&mut self, text: String) -> Option<usize> {
        match Saved::parse(&text) {
            Ok(saved) => {
                let point = saved.point;
                self.take(saved);
                Some(point)
            }
            Err(error) => {
                let remedy = Remedy::Download { name: "grant-playground-unreadable-drafts.json".to_owned(), text };
                self.notify(Tone::Problem, because("The drafts from your last visit cannot be read", &error), Some(remedy));
                None
            }
        }
    }

    /// The simulator at the selected point.
    pub fn simulator(&self) -> &Simulator {
        self.timeline.simulator()
    }

    /// Adds a notice. One about the same thing is replaced, unless it offers something: that is not lost.
    pub(super) fn notify(&mut self, tone: Tone, text: String, remedy: Option<Remedy>) {
        self.notices_so_far += 1;
        let notices = Rc::make_mut(&mut self.notices);
        notices.retain(|notice| topic(&notice.text) != topic(&text) || notice.remedy.is_some());
        notices.push(Notice { id: self.notices_so_far, tone, text, remedy });
    }

    /// Says why nothing can be kept.
    pub(super) fn warn_not_kept(&mut self, reason: &str) {
        self.not_kept = Some(reason.to_owned());
        self.notify(Tone::Problem, format!("The browser cannot save your work: {reason}. Export the session to keep it."), None);
    }

    /// Says that something went wrong: in the dialog, if one is open, for it covers the notices.
    pub(super) fn complain(&mut self, text: &str) {
        let text = sentence(text);
        if self.view.dialog.is_some() {
            self.view.problem = Some(text);
        } else {
            self.notify(Tone::Problem, text, None);
        }
    }

    /// Writes the chosen operation's draft, unless a person wrote it.
    pub(super) fn prefill(&mut self) {
        if !self.composer.draft().touched {
            let draft = prefill::draft(&self.composer, &self.timeline);
            *Rc::make_mut(&mut self.composer).draft_mut() = draft;
        }
    }

    /// Unfolds the group of the chosen operation.
    pub(super) fn unfold(&mut self) {
        let groups = index::SERVICES.into_iter().flat_map(|service| service.groups);
        let chosen = (0..).zip(groups).find(|(_, group)| group.operations.contains(&self.composer.operation));
        if let Some((number, _)) = chosen {
            self.view.unfold(number);
        }
    }

    /// Keeps the session for the next visit.
    pub(super) fn save_session(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::Save(Slot::Session, self.timeline.session().to_text())];
        effects.extend(self.save_drafts());
        effects.extend(self.save_undo());
        effects
    }

    /// Keeps the session that was last replaced, as long as it is offered.
    fn save_undo(&mut self) -> Option<Effect> {
        let offered = self.notices.iter().rev().find(|notice| notice.remedy.as_ref().is_some_and(Remedy::is_session));
        let number = offered.map_or(0, |notice| notice.id);
        if number == std::mem::replace(&mut self.kept_undo, number) {
            return None;
        }
        let text = match offered.map(|notice| (&notice.text, &notice.remedy)) {
            Some((text, Some(Remedy::Restore(timeline, _)))) => format!("{text}\n{}", timeline.session().to_text()),
            Some((text, Some(Remedy::Replay(session) | Remedy::Open(session)))) => format!("{text}\n{session}"),
            _ => String::new(),
        };
        Some(Effect::Save(Slot::Undo, text))
    }

    /// Keeps the drafts for the next visit.
    pub(super) fn save_drafts(&self) -> Vec<Effect> {
        let saved = Saved::of(&self.composer, self.view.mode, self.timeline.point());
        vec![Effect::Save(Slot::Drafts, saved.to_text())]
    }

    fn take(&mut self, saved: Saved) {
        let composer = Rc::make_mut(&mut self.composer);
        composer.drafts = saved.drafts;
        composer.region = saved.region;
        composer.fault = saved.fault;
        if let Some(operation) = index::find(&saved.operation) {
            composer.operation = operation;
        }
        // Whether the session has it shows when the session is there.
        composer.account = saved.account;
        self.view.mode = saved.mode.into();
    }

    /// The acting account is one of the session's.
    pub(super) fn find_account(&mut self) {
        let accounts = &self.timeline.simulator().world().accounts;
        if !accounts.contains_key(&self.composer.account)
            && let Some(first) = accounts.keys().next().cloned()
        {
            Rc::make_mut(&mut self.composer).account = first;
        }
    }
}

/// The composer a new visitor finds: the first operation, as the first account.
fn first_composer(simulator: &Simulator) -> Result<Composer, String> {
    let operation = index::all().next().ok_or("there are no operations")?;
    let account: Option<AccountId> = simulator.world().accounts.keys().next().cloned();
    let account = account.ok_or("the session has no accounts; add one to `accounts`")?;
    Ok(Composer { operation, account, region: Region::default(), fault: None, drafts: BTreeMap::new() })
}
