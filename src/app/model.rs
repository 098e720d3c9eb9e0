//! Everything the page shows follows from this.

use super::draft::Composer;
use super::examples::Library;
use super::notice::{Notice, NoticeAction, Tone, because, sentence, topic};
use super::opening::{Opening, Progress, Purpose};
use super::palette::Palette;
use super::saved::Saved;
use super::saving::in_records;
use super::store::{Records, SessionId, StoredSession};
use super::timeline::Timeline;
use super::{History, Sizes, Theme, View, WorldTab, prefill};
use simulator::collection::Map;
use simulator::index;
use simulator::session::Session;
use simulator::value::{AccountId, Region};
use simulator::{Options, Simulator};
use std::rc::Rc;

/// How many notices are on screen, unless more of them have to be answered.
const MOST_NOTICES: usize = 3;

const OF_OTHER_TAB: &str = "Two tabs had different sessions. This is the session that changed last. Undo opens the other one.";

/// The page's state. The larger parts are shared, so that a component sees at once whether its part changed.
#[derive(Clone, Debug)]
pub struct Model {
    /// The session and the selected point.
    pub timeline: Rc<Timeline>,
    /// The composed request.
    pub composer: Rc<Composer>,
    /// The state of the view.
    pub view: View,
    /// The notices.
    pub notices: Rc<Vec<Notice>>,
    /// The text that a screen reader announces.
    pub announcement: String,
    /// The session before each change.
    pub history: Rc<History>,
    /// The search over everything.
    pub palette: Rc<Palette>,
    /// The sessions of the examples.
    pub(super) examples: Library,
    /// Why nothing can be saved, once that was reported.
    pub(super) not_saved: Option<String>,
    /// The session that is being opened.
    pub(super) opening: Option<Opening>,
    /// What is stored of the sessions.
    pub(super) records: Records,
    /// The session that is being read from the storage, and what for.
    pub(super) loading: Option<(SessionId, Purpose)>,
    /// Whether the session of another tab is stored, which the history has now.
    pub(super) has_other: bool,
    /// What tells this visit's sessions from those of every other one.
    pub(super) visit: String,
    pub(super) sessions_so_far: u32,
    notices_so_far: u32,
}

/// The data that the browser had saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// What tells this visit from every other one: the beginning of its sessions' ids.
    pub visit: String,
    /// The session.
    pub session: Option<StoredSession>,
    /// The drafts' text.
    pub drafts: Option<String>,
    /// The history's text.
    pub history: Option<String>,
    /// The session of another tab.
    pub other: Option<SessionId>,
    /// What an earlier version of the page had kept.
    pub earlier: Earlier,
    /// The theme.
    pub theme: Theme,
    /// Why nothing can be saved, if so.
    pub problem: Option<String>,
}

/// What an earlier version of the page had kept: texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// The session.
    pub session: Option<String>,
    /// The session that was last replaced: what is said of it, and in the next line its text.
    pub undo: Option<String>,
}

impl Model {
    /// The page's state: a new session with these options. What was kept is opened step by step, with [`Msg::PlayOn`].
    ///
    /// [`Msg::PlayOn`]: super::Msg::PlayOn
    pub fn start(stored: Stored, options: Options) -> Result<Self, String> {
        let timeline = Timeline::new(options)?;
        let composer = initial_composer(timeline.simulator())?;
        let mut model = Self {
            timeline: Rc::new(timeline),
            composer: Rc::new(composer),
            view: View { theme: stored.theme, ..View::default() },
            notices: Rc::default(),
            announcement: String::new(),
            history: Rc::default(),
            palette: Rc::default(),
            examples: Library::default(),
            not_saved: None,
            opening: None,
            records: Records::default(),
            loading: None,
            has_other: stored.other.is_some(),
            visit: stored.visit,
            sessions_so_far: 0,
            notices_so_far: 0,
        };
        let id = model.next_id();
        model.history = Rc::new(History::stored(id.clone(), 0));
        Rc::make_mut(&mut model.timeline).set_id(id);
        if let Some(reason) = stored.problem {
            model.warn_not_saved(&reason);
        }
        let point = stored.drafts.and_then(|text| model.load_drafts(text)).unwrap_or_default();
        let caller = model.composer.account.clone();
        model.ensure_caller_exists();
        let callers = [caller, model.composer.account.clone()];
        match stored.session {
            Some(session) => {
                let history = stored.history.as_deref().and_then(History::parse).filter(|history| *history.session() == session.id);
                let mut history = history.unwrap_or_else(|| History::stored(session.id.clone(), session.steps.len()));
                if let Some(other) = stored.other {
                    let steps = history.steps_of(&session.id).unwrap_or_default();
                    history.visit(other, usize::MAX);
                    history.visit(session.id.clone(), steps);
                    model.notify(Tone::Note, OF_OTHER_TAB.to_owned(), None);
                }
                model.history = Rc::new(history);
                model.open_last_visit(session, Purpose::LastVisit { point, callers, is_adopted: false });
            }
            None => model.adopt(stored.earlier, point, callers),
        }
        model.prefill();
        model.open_group();
        Ok(model)
    }

    /// Begins to open the session of the last visit, or offers its text as a file.
    fn open_last_visit(&mut self, session: StoredSession, purpose: Purpose) {
        let session = Rc::new(session);
        match Opening::stored(&session, purpose) {
            Ok(opening) => self.opening = Some(opening),
            Err(error) => self.give_up(&session, &error),
        }
    }

    /// Offers a stored session that cannot be read as a file, and takes it from the history.
    pub(super) fn give_up(&mut self, stored: &StoredSession, error: &str) {
        let history = Rc::make_mut(&mut self.history);
        history.start_with(&self.timeline);
        history.forget(&stored.id);
        self.offer_unreadable(stored.to_text(), error);
    }

    /// Takes over what an earlier version of the page had kept.
    fn adopt(&mut self, earlier: Earlier, point: usize, callers: [AccountId; 2]) {
        if let Some((_, text)) = earlier.undo.as_deref().and_then(|text| text.split_once('\n')) {
            let id = self.next_id();
            match Session::parse(text).and_then(Timeline::play) {
                Ok(timeline) => Rc::make_mut(&mut self.history).start_with(&Rc::new(timeline.with_id(id))),
                Err(error) => self.offer_unreadable(text.to_owned(), &error),
            }
        }
        if let Some(text) = earlier.session {
            match in_records(&text, self.next_id()) {
                Ok(session) => {
                    Rc::make_mut(&mut self.history).visit(session.id.clone(), session.steps.len());
                    self.open_last_visit(session, Purpose::LastVisit { point, callers, is_adopted: true });
                }
                Err(error) => self.offer_unreadable(text, &error),
            }
        }
    }

    /// Loads the saved drafts, or offers to download their text. Returns the selected point.
    fn load_drafts(&mut self, text: String) -> Option<usize> {
        match Saved::parse(&text) {
            Ok(saved) => {
                let point = saved.point;
                self.take(saved);
                Some(point)
            }
            Err(error) => {
                let action = NoticeAction::Download { name: "grant-playground-unreadable-drafts.json".to_owned(), text };
                self.notify(Tone::Problem, because("The drafts from your last visit cannot be read", &error), Some(action));
                None
            }
        }
    }

    /// How far the session is that is being opened.
    pub fn progress(&self) -> Option<Progress> {
        self.opening.as_ref().map(Opening::progress)
    }

    /// The simulator at the selected point.
    pub fn simulator(&self) -> &Simulator {
        self.timeline.simulator()
    }

    /// Adds a notice. It replaces a notice about the same topic, unless that one has a button. If there are too many, the oldest
    /// note goes, or else the oldest problem without a button.
    pub(super) fn notify(&mut self, tone: Tone, text: String, action: Option<NoticeAction>) {
        self.notices_so_far += 1;
        let notices = Rc::make_mut(&mut self.notices);
        notices.retain(|notice| topic(&notice.text) != topic(&text) || notice.action.is_some());
        notices.push(Notice { id: self.notices_so_far, tone, text, action });
        if notices.len() > MOST_NOTICES
            && let Some(place) = notices
                .iter()
                .position(|notice| notice.tone == Tone::Note)
                .or_else(|| notices.iter().position(|notice| notice.action.is_none()))
        {
            notices.remove(place);
        }
    }

    /// Removes the notes on earlier changes of the session.
    pub(super) fn clear_notes(&mut self) {
        Rc::make_mut(&mut self.notices).retain(|notice| !notice.is_brief());
    }

    /// Whether the browser loses the session when the page is left.
    pub fn is_unsaved(&self) -> bool {
        self.not_saved.is_some() && !self.timeline.entries().is_empty()
    }

    /// Reports why nothing can be saved.
    pub(super) fn warn_not_saved(&mut self, reason: &str) {
        self.not_saved = Some(reason.to_owned());
        self.notify(
            Tone::Problem,
            format!("The browser cannot save your work: {reason}. Download the session with Share to keep it."),
            None,
        );
    }

    /// Reports a problem: in the open dialog, if there is one, because it covers the notices.
    pub(super) fn report_problem(&mut self, text: &str) {
        let text = sentence(text);
        if self.view.dialog.is_some() {
            self.view.problem = Some(text);
        } else {
            self.notify(Tone::Problem, text, None);
        }
    }

    /// Fills in the draft of the chosen operation, unless a person has edited it.
    pub(super) fn prefill(&mut self) {
        if !self.composer.draft().touched {
            let draft = prefill::draft(&self.composer, &self.timeline);
            Rc::make_mut(&mut self.composer).replace_draft(draft);
        }
    }

    /// Opens the group of the chosen operation.
    pub(super) fn open_group(&mut self) {
        let groups = index::SERVICES.into_iter().flat_map(|service| service.groups);
        let chosen = (0..).zip(groups).find(|(_, group)| group.operations.contains(&self.composer.operation));
        if let Some((number, _)) = chosen {
            self.view.open_groups.open(number);
        }
    }

    fn take(&mut self, saved: Saved) {
        let composer = Rc::make_mut(&mut self.composer);
        composer.drafts = saved.drafts;
        composer.region = saved.region;
        composer.fault = saved.fault;
        if let Some(operation) = index::find(&saved.operation) {
            composer.operation = operation;
        }
        // Whether the session has this account is checked later, when the session is loaded.
        composer.account = saved.account;
        self.view.mode = saved.mode;
        self.view.world = WorldTab::ALL.iter().copied().find(|tab| tab.label() == saved.world).unwrap_or_default();
        self.view.no_single_keys = saved.no_single_keys;
        self.view.sizes = saved.sizes.as_deref().map(Sizes::parse).unwrap_or_default();
    }

    /// Makes sure that the caller is an account of the session.
    pub(super) fn ensure_caller_exists(&mut self) {
        let accounts = &self.timeline.simulator().world().accounts;
        if !accounts.contains_key(&self.composer.account)
            && let Some(first) = accounts.keys().next().cloned()
        {
            Rc::make_mut(&mut self.composer).account = first;
        }
    }
}

/// The composer of a new visitor: the first operation, with the first account as its caller.
fn initial_composer(simulator: &Simulator) -> Result<Composer, String> {
    let operation = index::all().next().ok_or("there are no operations")?;
    let account: Option<AccountId> = simulator.world().accounts.keys().next().cloned();
    let account = account.ok_or("the session has no accounts; add one to `accounts`")?;
    Ok(Composer { operation, account, region: Region::default(), fault: None, drafts: Map::new() })
}
