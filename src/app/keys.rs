//! The keyboard shortcuts of the page.

use super::parts::Part;
use super::{Dialog, Msg, Pane, ViewChange};

/// A shortcut.
#[derive(Clone, Debug)]
pub struct Shortcut {
    /// The key, as the browser names it.
    pub key: &'static str,
    /// What it does.
    pub what: &'static str,
    /// What it sends.
    pub msg: Msg,
}

/// The shortcuts of one key. They work where no text is typed, and can be switched off, because speech input types single letters.
pub fn single() -> Vec<Shortcut> {
    let dialog = |dialog| Msg::View(ViewChange::Dialog(Some(dialog)));
    let pane = |pane| Msg::GoToPane(pane);
    [
        ("/", "Search everything", dialog(Dialog::Palette)),
        ("?", "Show keyboard shortcuts", dialog(Dialog::Keys)),
        ("r", "Go to the request", pane(Pane::Request)),
        ("a", "Go to the response", pane(Pane::Response)),
        ("t", "Go to the timeline", pane(Pane::Timeline)),
        ("w", "Go to the world", pane(Pane::World)),
        ("[", "Previous step", Msg::Step { is_forward: false }),
        ("]", "Next step", Msg::Step { is_forward: true }),
    ]
    .map(|(key, what, msg)| Shortcut { key, what, msg })
    .into()
}

/// The shortcuts with Ctrl or ⌘. They work everywhere, but undo and redo leave a text that is edited to the browser.
pub fn with_control() -> Vec<Shortcut> {
    [
        ("Enter", "Send", Msg::Send),
        ("k", "Search everything", Msg::View(ViewChange::Dialog(Some(Dialog::Palette)))),
        ("z", "Undo", Msg::Undo),
        ("y", "Redo", Msg::Redo),
        ("p", "Print the session", Part::Print.open("now")),
    ]
    .map(|(key, what, msg)| Shortcut { key, what, msg })
    .into()
}

/// A key press.
#[derive(Clone, Copy, Debug)]
pub struct Press<'a> {
    /// The key, as the browser names it.
    pub key: &'a str,
    /// Whether Ctrl or ⌘ is held.
    pub has_control: bool,
    /// Whether a text is edited.
    pub is_typing: bool,
}

/// What a key press sends, if it is a shortcut.
pub fn message(press: Press<'_>, single_keys: bool) -> Option<Msg> {
    let Press { key, has_control, is_typing } = press;
    let (shortcuts, key) = if has_control { (with_control(), key.to_ascii_lowercase()) } else { (single(), key.to_owned()) };
    let found = shortcuts.into_iter().find(|shortcut| shortcut.key.eq_ignore_ascii_case(&key))?;
    let works = match found.msg {
        Msg::Undo | Msg::Redo => !is_typing,
        _ => has_control || (single_keys && !is_typing),
    };
    works.then_some(found.msg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_keys_wait_until_no_text_is_typed_and_can_be_switched_off() {
        let press = |key, is_typing| Press { key, has_control: false, is_typing };
        let search = Some(Msg::View(ViewChange::Dialog(Some(Dialog::Palette))));
        assert_eq!(message(press("/", false), true), search);
        assert_eq!(message(press("/", true), true), None);
        assert_eq!(message(press("/", false), false), None);
        assert_eq!(message(press("x", false), true), None);
    }

    #[test]
    fn keys_with_control_work_while_a_text_is_typed() {
        let press = |key, is_typing| Press { key, has_control: true, is_typing };
        for is_typing in [true, false] {
            assert_eq!(message(press("Enter", is_typing), false), Some(Msg::Send));
            assert_eq!(message(press("K", is_typing), false), Some(Msg::View(ViewChange::Dialog(Some(Dialog::Palette)))));
        }
        assert_eq!(message(press("p", true), true), Some(Part::Print.open("now")));
        assert_eq!((message(press("z", true), true), message(press("z", false), false)), (None, Some(Msg::Undo)));
    }

    #[test]
    fn no_key_has_two_meanings() {
        for shortcuts in [single(), with_control()] {
            let mut keys: Vec<_> = shortcuts.iter().map(|shortcut| shortcut.key).collect();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), shortcuts.len());
        }
    }
}
