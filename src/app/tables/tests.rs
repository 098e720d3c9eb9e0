//! Tests of the tables, with the worlds of the examples.

use super::*;
use crate::app::examples;
use simulator::session::Session;

fn world(title: &str) -> Simulator {
    let example = examples::ALL.iter().find(|example| example.title == title).unwrap();
    play(examples::library().session(example).unwrap())
}

fn play(session: &Session) -> Simulator {
    let mut timeline = crate::app::timeline::Timeline::play(session.clone()).unwrap();
    timeline.select(usize::MAX);
    timeline.simulator().clone()
}

fn cells(simulator: &Simulator, tab: WorldTab, caption: &str) -> Vec<Vec<String>> {
    let table = tables(tab, simulator, &Pages::default()).into_iter().find(|table| table.page.caption == caption).unwrap();
    for row in &table.page.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "{caption}");
        assert_eq!(row.state.is_some(), table.machine.is_some(), "{caption}");
    }
    let text = |cell: Cell| match cell {
        Cell::Text(text) | Cell::Code(text) => text,
        Cell::Mark(badge) => badge.text.to_owned(),
    };
    table.page.rows.into_iter().map(|row| row.cells.into_iter().map(text).collect()).collect()
}

#[test]
fn the_tables_contain_the_result_of_an_example() {
    let simulator = world("An accepted grant must be activated");
    let [license] = &cells(&simulator, WorldTab::Licenses, "Licenses")[..] else { panic!("one license") };
    assert_eq!(license[1..4], ["AVAILABLE", "1", "Vendor"]);
    let [grant] = &cells(&simulator, WorldTab::Grants, "Grants")[..] else { panic!("one grant") };
    assert_eq!(grant[1..5], ["ACTIVE", "3", "Vendor", "Customer"]);
    let simulator = world("A license from creation to deletion");
    let [license] = &cells(&simulator, WorldTab::Licenses, "Licenses")[..] else { panic!("one license") };
    assert_eq!(license[8], "2024-05-14T22:13:27Z", "{license:?}");
    let simulator = world("Tags of licenses and grants");
    let tags = |tab, caption| cells(&simulator, tab, caption)[0].clone();
    assert_eq!(tags(WorldTab::Licenses, "Licenses")[7], "team=analytics");
    assert_eq!(tags(WorldTab::Grants, "Grants")[9], "customer=example");
    let simulator = world("Tags of shares and permissions");
    assert_eq!(cells(&simulator, WorldTab::Shares, "Resource shares")[0][7], "team=field");
    let simulator = world("A share that keeps an old permission version");
    let versions = cells(&simulator, WorldTab::Permissions, "Permission versions");
    assert!(versions.iter().any(|row| row[2] == "default"), "{versions:?}");
    let [share] = &cells(&simulator, WorldTab::Shares, "Resource shares")[..] else { panic!("one share") };
    assert_eq!(share[1..3], ["ACTIVE", "Vendor"]);
    let [attached] = &cells(&simulator, WorldTab::Shares, "Permissions of resource shares")[..] else { panic!("one permission") };
    assert_eq!(attached[..3], ["team-share", "read-parameters:2", "default version"]);
}

#[test]
fn a_replacement_is_shown_in_progress_and_completed() {
    let example = examples::ALL.iter().find(|example| example.title == "Replacing a permission on all its shares").unwrap();
    let library = examples::library();
    for (steps, status) in [(5, "IN_PROGRESS"), (usize::MAX, "COMPLETED")] {
        let mut session = library.session(example).unwrap().clone();
        session.steps.truncate(steps);
        let rows = cells(&play(&session), WorldTab::Permissions, "Permission replacements");
        let [row] = &rows[..] else { panic!("one replacement") };
        assert_eq!(row[1..5], [status, "read-parameters", "read-parameters:2", "Vendor"]);
    }
}

#[test]
fn access_to_shared_resources_is_shown() {
    let simulator = world("Which actions a consumer can use");
    let resources = cells(&simulator, WorldTab::Resources, "Resources");
    let shared: Vec<_> = resources.iter().filter(|row| !row[4].is_empty()).map(|row| (row[1].as_str(), row[4].as_str())).collect();
    assert_eq!((resources.len(), shared), (6, vec![("ssm:Parameter", "settings")]));
    let access = cells(&simulator, WorldTab::Resources, "Access to shared resources");
    let [row] = &access[..] else { panic!("one consumer") };
    assert_eq!((row[0].as_str(), row[2].as_str(), row[4].as_str()), ("Outsider", "ssm:GetParameter", "read-parameters:1"));
}

#[test]
fn every_row_has_a_unique_key() {
    let library = examples::library();
    for example in examples::ALL {
        let simulator = play(library.session(example).unwrap());
        for table in WorldTab::ALL.iter().flat_map(|tab| tables(*tab, &simulator, &Pages::default())) {
            let mut keys: Vec<_> = table.page.rows.iter().map(|row| row.key.as_str()).collect();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), table.page.rows.len(), "{}: {}", example.title, table.page.caption);
        }
    }
}

#[test]
fn rows_with_the_same_name_show_the_ends_of_their_arns() {
    let mut simulator = Simulator::new(&simulator::Options::default()).unwrap();
    for (name, token) in [("team", "one"), ("team", "two"), ("other", "three")] {
        let input = serde_json::json!({ "name": name, "clientToken": token, "principals": ["123456789012", "444455556666"] });
        simulator.call("111122223333", "us-east-1", "ram:CreateResourceShare", &input).unwrap();
    }
    for (caption, ends) in [("Resource shares", 2), ("Resource share associations", 4)] {
        let table =
            tables(WorldTab::Shares, &simulator, &Pages::default()).into_iter().find(|table| table.page.caption == caption).unwrap();
        let shown: Vec<_> = table.page.rows.iter().filter_map(|row| Some((&row.key, row.end.as_deref()?))).collect();
        assert_eq!(shown.len(), ends, "{caption}: {shown:?}");
        for (key, end) in shown {
            assert!(key.split(' ').next().unwrap().ends_with(&end[3..]), "{key} {end}");
        }
    }
}
