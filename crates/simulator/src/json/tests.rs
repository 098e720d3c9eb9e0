use super::*;
use crate::world::{Account, Options, Settings};
use crate::{Intervention, session::Session};
use serde_json::json;

fn sentence<T: Json + fmt::Debug>(value: &Value) -> String {
    T::read(value).unwrap_err().to_string()
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let wrong = |settings: Value| sentence::<Options>(&json!({ "settings": settings }));
    assert_eq!(
        wrong(json!({ "tickMilliseconds": "1" })),
        "invalid type: the string \"1\", expected a whole number from 0 to 4294967295 (at `settings.tickMilliseconds`)"
    );
    assert_eq!(
        wrong(json!({ "workflowPace": "soon" })),
        "unknown variant `soon`, expected `next-tick` or `when-told` (at `settings.workflowPace`)"
    );
    assert_eq!(wrong(json!([])), "invalid type: a list, expected an object (at `settings`)");
    assert_eq!(
        sentence::<Options>(&json!({ "vintage": 2023 })),
        "invalid type: `2023`, expected one of `early`, `2023`, `2026` (at `vintage`)"
    );
    assert_eq!(sentence::<Account>(&json!({ "id": "1" })), "`1` is not an account id; an account id is twelve digits (at `id`)");
    assert_eq!(sentence::<Account>(&json!({ "name": "x" })), "missing field `id`");
    assert_eq!(
        sentence::<Account>(&json!({ "id": "111122223333", "setup": true })),
        "unknown field `setup`, expected one of `id`, `name`, `setUp`, `marketplaceRole`, `denied`"
    );
    assert_eq!(
        sentence::<Session>(&json!({ "format": "grant-playground/1", "steps": [{ "settle": true }, { "change": { "shares": {} } }] })),
        "unknown variant `shares`, expected one of `account`, `organization`, `settings`, `share`, `resource`, `resourcePolicy` (at `steps.1.change`)"
    );
    assert_eq!(
        sentence::<Intervention>(&json!({})),
        "a change has one member, one of `account`, `organization`, `settings`, `share`, `resource`, `resourcePolicy`"
    );
}

#[test]
fn numbers_have_bounds() {
    assert_eq!(u16::read(&json!(65535)), Ok(65535));
    for value in [json!(65536), json!(-1), json!(1.5), json!(null), json!("1")] {
        assert!(u16::read(&value).is_err(), "{value}");
    }
    assert_eq!(u64::read(&json!(u64::MAX)), Ok(u64::MAX));
}

#[test]
fn what_is_written_can_be_read_by_serde_too() {
    let options = Options::default();
    let value = serde_json::to_value(&options).unwrap();
    assert_eq!(value, options.write());
    assert_eq!(serde_json::from_value::<Options>(value).unwrap(), options);
    assert_eq!(Settings::read(&json!({})), Ok(Settings::default()));
}
