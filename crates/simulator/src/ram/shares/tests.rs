//! Tests of the store alone: asynchronous work, expiry, who gets access, and that the index is correct.

use super::{ShareKey, Shares};
use crate::operation::Change;
use crate::operation::Until;
use crate::ram::share::{AssociationEvent, AssociationKind, Content, NewShare, Wait};
use crate::value::{AccountId, Region};
use crate::world::{Options, World};

const OWNER: &str = "111122223333";
const OTHER: &str = "444455556666";

struct Scene {
    shares: Shares,
    world: World,
    changes: Vec<Change>,
}

fn account(id: &str) -> AccountId {
    id.parse().unwrap()
}

fn principal(entity: &str, receiver: &str) -> Content {
    let (entity, receiver, resource_type) = (entity.into(), receiver.into(), "".into());
    Content { kind: AssociationKind::Principal, entity, receiver, resource_type, external: true }
}

impl Scene {
    fn new() -> Self {
        Self { shares: Shares::default(), world: Options::default().world().unwrap(), changes: Vec::new() }
    }

    fn share(&mut self, name: &str) -> usize {
        self.shares.add(NewShare::named(&account(OWNER), &Region::default(), name), &mut self.world, &mut self.changes)
    }

    fn associate(&mut self, share: usize, content: Content, wait: Wait) -> Option<usize> {
        self.shares.associate(share, content, wait, self.world.now, &mut self.changes)
    }

    fn pass(&mut self, seconds: i64) {
        self.world.now = self.world.now.plus_seconds(seconds);
        self.shares.settle(&self.world, &|_, _| true, Until::Now, &mut self.changes);
        self.shares.lapse(self.world.now, &mut self.changes);
    }

    fn state(&self, association: usize) -> &'static str {
        self.shares.association(association).unwrap().state().name()
    }

    fn reached(&self, receivers: &[&str]) -> Vec<usize> {
        let receivers: Vec<_> = receivers.iter().map(|receiver| (*receiver).to_owned()).collect();
        let groups = receivers.iter().map(|receiver| vec![ShareKey::Reached(receiver.as_str().into(), Region::default())]).collect();
        let found = self.shares.matching(groups, None).map(|(number, _)| number);
        found.filter(|number| self.shares.reaches(*number, &receivers)).collect()
    }

    /// The index must be the same as one that is created again.
    fn check_index(&self) {
        let restored: Shares = serde_json::from_str(&serde_json::to_string(&self.shares).unwrap()).unwrap();
        assert_eq!(restored, self.shares);
    }
}

#[test]
fn an_association_takes_a_second_each_way() {
    let mut scene = Scene::new();
    let share = scene.share("team");
    let association = scene.associate(share, principal(OTHER, OTHER), Wait::Service).unwrap();
    let made = scene.world.now;
    assert_eq!((scene.state(association), scene.reached(&[OTHER])), ("ASSOCIATING", vec![]));
    scene.pass(5);
    assert_eq!((scene.state(association), scene.reached(&[OTHER])), ("ASSOCIATED", vec![share]));
    let found = scene.shares.association(association).unwrap();
    assert_eq!((found.created(), found.updated()), (made, made.plus_seconds(1)));
    scene.check_index();
    scene.shares.take_out(association, AssociationEvent::Disassociate, scene.world.now, &mut scene.changes);
    assert_eq!((scene.state(association), scene.reached(&[OTHER])), ("DISASSOCIATING", vec![]));
    scene.pass(1);
    assert_eq!(scene.state(association), "DISASSOCIATED");
    assert_eq!(scene.shares.count_within(share, AssociationKind::Principal), 0);
    assert_eq!(scene.associate(share, principal(OTHER, OTHER), Wait::Service), Some(association), "one row for each entity");
    scene.check_index();
    let events: Vec<_> = scene.changes.iter().map(|change| change.event.as_str()).collect();
    assert_eq!(events, ["created", "associated", "completed", "disassociated", "completed", "associated"]);
}

#[test]
fn all_work_ends_when_told() {
    let mut scene = Scene::new();
    let share = scene.share("team");
    let association = scene.associate(share, principal(OTHER, OTHER), Wait::Service).unwrap();
    scene.shares.settle(&scene.world, &|_, _| true, Until::Done, &mut scene.changes);
    let found = scene.shares.association(association).unwrap();
    assert_eq!((found.state().name(), found.updated()), ("ASSOCIATED", scene.world.now));
}

#[test]
fn a_deleted_share_is_empty_first() {
    let mut scene = Scene::new();
    let (share, empty) = (scene.share("team"), scene.share("empty"));
    let association = scene.associate(share, principal(OTHER, OTHER), Wait::Service).unwrap();
    scene.pass(1);
    for number in [share, empty] {
        scene.shares.delete(number, scene.world.now, &mut scene.changes);
    }
    let states = |scene: &Scene| [share, empty].map(|number| scene.shares.share(number).unwrap().state().name());
    assert_eq!((states(&scene), scene.state(association)), (["DELETING", "DELETED"], "DISASSOCIATING"));
    assert_eq!(scene.shares.count(&account(OWNER), &Region::default()), 1);
    scene.check_index();
    scene.changes.clear();
    scene.pass(1);
    assert_eq!((states(&scene), scene.state(association)), (["DELETED", "DELETED"], "DISASSOCIATED"));
    assert!(scene.changes[0].resource.ends_with(" 444455556666") && scene.changes[1].to == "DELETED");
    assert_eq!(scene.shares.count(&account(OWNER), &Region::default()), 0);
    scene.shares.delete(share, scene.world.now, &mut scene.changes);
    assert_eq!(scene.changes.len(), 2, "deleting again moves nothing");
    scene.check_index();
}

#[test]
fn an_invitation_ends_by_itself() {
    let mut scene = Scene::new();
    let share = scene.share("team");
    let association = scene.associate(share, principal(OTHER, OTHER), Wait::Receiver).unwrap();
    scene.shares.invite(association, &account(OTHER), 60, &mut scene.world, &mut scene.changes);
    scene.check_index();
    scene.pass(59);
    assert_eq!(scene.state(association), "ASSOCIATING");
    assert_eq!(scene.shares.count_pending_invitations(&account(OWNER), &Region::default()), 1);
    scene.pass(11);
    assert_eq!((scene.state(association), scene.shares.invitations().next().unwrap().state().name()), ("DISASSOCIATED", "EXPIRED"));
    let sent = scene.shares.invitations().next().unwrap().sent();
    assert_eq!(scene.shares.association(association).unwrap().updated(), sent.plus_seconds(60));
    assert_eq!(scene.shares.count_pending_invitations(&account(OWNER), &Region::default()), 0);
    scene.check_index();
}

#[test]
fn a_share_reaches_whom_it_reaches_once() {
    let mut scene = Scene::new();
    let shares = ["one", "two", "three"].map(|name| scene.share(name));
    let role = "arn:aws:iam::444455556666:role/reader";
    for (share, entity, receiver) in [
        (shares[2], "organization", "organization"),
        (shares[0], OTHER, OTHER),
        (shares[0], role, OTHER),
        (shares[0], "organization", "organization"),
        (shares[1], "elsewhere", "elsewhere"),
    ] {
        scene.associate(share, principal(entity, receiver), Wait::Service);
    }
    scene.pass(1);
    assert_eq!(scene.reached(&[OTHER, "organization"]), [shares[0], shares[2]]);
    assert_eq!(scene.reached(&[OTHER]), [shares[0]]);
    let by_account = scene.shares.entity(shares[0], AssociationKind::Principal, OTHER).unwrap().0;
    scene.shares.take_out(by_account, AssociationEvent::Disassociate, scene.world.now, &mut scene.changes);
    assert_eq!(scene.reached(&[OTHER]), [shares[0]], "the role still reaches it");
    scene.check_index();
}

#[test]
fn what_is_gone_is_forgotten() {
    let mut scene = Scene::new();
    let share = scene.share("team");
    let association = scene.associate(share, principal(OTHER, OTHER), Wait::Service).unwrap();
    scene.pass(1);
    scene.shares.delete(share, scene.world.now, &mut scene.changes);
    scene.pass(1);
    let (owner, region) = (account(OWNER), Region::default());
    let seen = |scene: &Scene| {
        let of_owner = scene.shares.matching(vec![vec![ShareKey::Owner(owner.clone(), region.clone())]], None);
        (of_owner.count(), scene.shares.within(share, AssociationKind::Principal, None).count())
    };
    scene.pass(2 * 60 * 60 - 1);
    assert_eq!(seen(&scene), (1, 1));
    scene.check_index();
    scene.pass(1);
    assert_eq!(seen(&scene), (0, 0));
    let arn = scene.shares.share(share).unwrap().arn().to_owned();
    assert!(scene.shares.find(&arn).is_some_and(|(_, share)| share.is_forgotten()));
    assert!(scene.shares.association(association).unwrap().is_forgotten());
    scene.check_index();
}
