use super::*;
use crate::value::Timestamp;

const START: Timestamp = Timestamp::DEFAULT_START;

fn new(template: &str, seconds: i64) -> NewVersion<'_> {
    NewVersion { template, parameters: None, now: START.plus_seconds(seconds) }
}

fn permission() -> Permission {
    let arn = PermissionArn::new("111122223333".parse().unwrap(), "us-east-1".parse().unwrap(), "read");
    let new_permission = NewPermission { arn, resource_type: "ssm:Parameter", origin: Origin::Created, tags: None };
    Permission::create(new_permission, new("1", 0), &mut Vec::new())
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

#[test]
fn a_deprecated_permission_shows_on_its_default_version() {
    let mut permission = permission();
    permission.add_version(new("2", 1), &mut Vec::new()).unwrap();
    let (now, mut changes) = (START.plus_seconds(3), Vec::new());
    permission.set_status(UpdatePermissionStatus::Deprecated, now, &mut changes).unwrap();
    let shown = |permission: &Permission| permission.live_versions().map(|version| permission.status_of(version)).collect::<Vec<_>>();
    assert_eq!(shown(&permission), [PermissionStatus::Unattachable, PermissionStatus::Deprecated]);
    assert_eq!((permission.attachable(), permission.default_version().unwrap().updated()), (None, now));
    let arn = permission.arn().to_string();
    let seen: Vec<_> = changes.iter().map(|change| (change.resource.as_str(), change.from.as_deref(), change.to.as_str())).collect();
    assert_eq!(seen, [(&*arn, Some("LIVE"), "DEPRECATED"), (&*format!("{arn}:2"), Some("ATTACHABLE"), "DEPRECATED")]);
    // Repeating it changes nothing.
    let before = permission.clone();
    permission.set_status(UpdatePermissionStatus::Deprecated, now.plus_seconds(1), &mut Vec::new()).unwrap();
    assert_eq!(permission, before);
    // A new version is deprecated like its permission.
    permission.add_version(new("3", 5), &mut Vec::new()).unwrap();
    assert_eq!(shown(&permission).last(), Some(&PermissionStatus::Deprecated));
    permission.set_status(UpdatePermissionStatus::Attachable, START.plus_seconds(7), &mut Vec::new()).unwrap();
    assert_eq!(permission.attachable().map(Version::number), Some(3));
    permission.delete(START.plus_seconds(8), &mut Vec::new()).unwrap();
    assert_eq!(permission.set_status(UpdatePermissionStatus::Deprecated, now, &mut Vec::new()), Err(Gone));
}

#[test]
fn a_new_version_forgets_those_nobody_can_read() {
    let mut permission = permission();
    let mut changes = Vec::new();
    assert_eq!(permission.add_version(new("2", 0), &mut changes), Ok(2));
    permission.delete_version(1, START, &mut changes).unwrap();
    assert_eq!(permission.add_version(new("3", READABLE_SECONDS - 1), &mut changes), Ok(3));
    assert!(permission.version(1).is_some());
    assert_eq!(permission.add_version(new("4", READABLE_SECONDS), &mut changes), Ok(4));
    assert!(permission.version(1).is_none() && permission.version(2).is_some());
}
