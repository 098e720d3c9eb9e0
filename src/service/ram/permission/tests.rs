use super::*;
use crate::service::value::Timestamp;

const START: Timestamp = Timestamp::DEFAULT_START;

fn new(template: &str, seconds: i64) -> NewVersion<'_> {
    NewVersion { template, parameters: None, now: START.plus_seconds(seconds) }
}

fn permission() -> Permission {
    let arn = PermissionArn::new("111122223333".parse().unwrap(), "us-east-1".parse().unwrap(), "read");
    Permission::create(arn, "ssm:Parameter", None, new("1", 0), &mut Vec::new())
}

#[test]
fn every_state_and_event() {
    use PermissionState::{Deleted, Live};
    let table = [(Live, [Ok(Live), Ok(Live), Ok(Live), Ok(Deleted)]), (Deleted, [Err(Gone); 4])];
    assert_eq!(table.map(|(state, _)| state), PermissionState::ALL);
    for (state, expected) in table {
        assert_eq!(PermissionEvent::ALL.map(|event| state.next(event)), expected, "{state:?}");
    }
}

enum Step {
    Add,
    Default(u32),
    Delete(u32),
}

#[test]
fn the_next_number_is_one_more_than_the_highest_live_one() {
    use Step::{Add, Default, Delete};
    for (steps, live) in [
        (&[Add, Add][..], &[1, 2, 3][..]),
        (&[Add, Delete(1)], &[2]),
        (&[Add, Add, Delete(2), Add], &[1, 3, 4]),
        (&[Add, Add, Add, Add, Delete(4), Delete(3), Add], &[1, 2, 5, 6]),
        (&[Add, Default(1), Delete(2), Add], &[1, 2]),
        (&[Add, Default(1), Delete(2), Add, Default(1), Delete(2), Add], &[1, 2]),
        (&[Add, Add, Default(1), Delete(2), Delete(3), Add], &[1, 2]),
    ] {
        let mut permission = permission();
        let changes = &mut Vec::new();
        for step in steps {
            match step {
                Add => assert!(permission.add_version(new("x", 1), changes).is_ok()),
                Default(number) => permission.set_default(*number, START, changes).unwrap(),
                Delete(number) => permission.delete_version(*number, START, changes).unwrap(),
            }
        }
        assert_eq!(permission.live_versions().map(Version::number).collect::<Vec<_>>(), live);
    }
}

#[test]
fn the_former_default_is_written_a_millisecond_earlier() {
    let mut permission = permission();
    let mut changes = Vec::new();
    assert_eq!(permission.add_version(new("2", 10), &mut changes), Ok(2));
    let former = permission.version(1).unwrap();
    assert_eq!((former.status(), former.updated()), (VersionStatus::Former, START.plus_milliseconds(9_999)));
    let seen: Vec<_> = changes.iter().map(|change| (change.resource.as_str(), change.event.as_str(), change.to.as_str())).collect();
    let arn = "arn:aws:ram:us-east-1:111122223333:permission/read";
    assert_eq!(seen, [(&*format!("{arn}:1"), "superseded", "UNATTACHABLE"), (&*format!("{arn}:2"), "created", "ATTACHABLE")]);
}

#[test]
fn a_refused_move_changes_nothing() {
    let mut permission = permission();
    permission.add_version(new("2", 1), &mut Vec::new()).unwrap();
    permission.delete_version(1, START.plus_seconds(2), &mut Vec::new()).unwrap();
    let before = permission.clone();
    let (now, mut changes) = (START.plus_seconds(3), Vec::new());
    assert_eq!(permission.delete_version(2, now, &mut changes), Err(VersionRefusal::IsDefault));
    assert_eq!(permission.delete_version(1, now, &mut changes), Err(VersionRefusal::IsDeleted));
    assert_eq!(permission.delete_version(9, now, &mut changes), Err(VersionRefusal::IsDeleted));
    assert_eq!(permission.set_default(1, now, &mut changes), Err(VersionRefusal::IsDeleted));
    assert_eq!((permission, changes), (before, Vec::new()));
}

#[test]
fn a_deleted_permission_can_be_read_for_two_hours_and_not_changed() {
    let mut permission = permission();
    permission.add_version(new("2", 1), &mut Vec::new()).unwrap();
    let deleted = START.plus_seconds(5);
    permission.delete(deleted, &mut Vec::new()).unwrap();
    assert!(!permission.is_live());
    let default = permission.default_version().unwrap();
    assert_eq!((default.number(), default.status(), default.updated()), (2, VersionStatus::DeletedAsDefault, deleted));
    assert_eq!(permission.versions(deleted.plus_seconds(READABLE_SECONDS - 1)).count(), 2);
    assert_eq!(permission.versions(deleted.plus_seconds(READABLE_SECONDS)).count(), 0);
    assert_eq!(permission.add_version(new("3", 6), &mut Vec::new()), Err(Gone));
    assert_eq!(permission.delete(deleted, &mut Vec::new()), Err(Gone));
}
