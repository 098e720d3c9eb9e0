//! Whole conversations: every session file is played, natively. `tests/package` plays the same files as wasm.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use simulator::session::{Act, Played, Player, Session};
use simulator::{Simulator, index};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FOLDERS: [&str; 3] = ["tests/sessions", "../../www/examples", "../../www/lessons"];

/// Every session file: its path and its text.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let path = entry.unwrap().path();
            assert!(path.extension().is_some_and(|extension| extension == "json"), "{} is no session file", path.display());
            files.push((path.display().to_string(), fs::read_to_string(path).unwrap()));
        }
    }
    files.sort();
    files
}

fn sessions() -> impl Iterator<Item = (String, Session)> {
    files().into_iter().map(|(name, text)| {
        let session = Session::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, session)
    })
}

fn play(name: &str, session: &Session) -> Vec<Played> {
    session.play().unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn every_operation_succeeds_and_is_refused() {
    let mut missing: BTreeSet<_> = index::all().flat_map(|operation| [(operation.action(), true), (operation.action(), false)]).collect();
    for (name, session) in sessions() {
        for exchange in play(&name, &session).iter().filter_map(Played::exchange) {
            if let Some(operation) = exchange.operation {
                missing.remove(&(operation.action(), exchange.refusal().is_none()));
            }
        }
    }
    assert_eq!(missing, BTreeSet::new(), "no session file has such an answer");
}

#[test]
fn every_answer_is_as_expected() {
    let mut complaints = Vec::new();
    for (name, session) in sessions() {
        match session.play() {
            Err(error) => complaints.push(format!("{name}: {error}")),
            Ok(outcomes) => {
                for (index, played) in outcomes.iter().enumerate() {
                    complaints.extend(played.differences().iter().map(|difference| format!("{name}, step {}: {difference}", index + 1)));
                }
            }
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn every_answer_is_expected() {
    for (name, session) in sessions() {
        for (index, step) in session.steps.iter().enumerate() {
            let sends = matches!(step.act, Act::Call(_) | Act::Request(_));
            assert!(!sends || step.expect.is_some(), "{name}, step {}: a call without `expect`", index + 1);
        }
    }
}

#[test]
fn a_replay_gives_the_same_bytes() {
    for (name, session) in sessions() {
        assert_eq!(play(&name, &session), play(&name, &session), "{name}");
    }
}

#[test]
fn a_session_survives_being_written_and_read() {
    for (name, session) in sessions() {
        let again = Session::parse(&session.to_text()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(again, session, "{name}");
        assert_eq!(play(&name, &again), play(&name, &session), "{name}");
    }
}

/// The world is its snapshot: a simulator that is restored before every step answers as one that never was.
#[test]
fn a_restored_simulator_continues_alike() {
    for (name, session) in sessions() {
        let mut player = Player::new(&session.world).unwrap();
        for (index, (step, played)) in session.steps.iter().zip(play(&name, &session)).enumerate() {
            let snapshot = player.simulator().snapshot();
            let mut restored = Simulator::restore(&snapshot).unwrap_or_else(|error| panic!("{name}, step {}: {error}", index + 1));
            assert_eq!(restored, *player.simulator(), "{name}, step {}", index + 1);
            assert_eq!(restored.snapshot(), snapshot, "{name}, step {}", index + 1);
            player.step(step).unwrap();
            if let Some(exchange) = played.exchange() {
                assert_eq!(&restored.handle(&exchange.request), exchange, "{name}, step {}", index + 1);
                assert_eq!(restored, *player.simulator(), "{name}, step {}", index + 1);
            }
        }
    }
}
