//! Tests of reading lists.

use super::*;
use proptest::prelude::*;

fn name(text: &str) -> ListName {
    ListName::new(text).unwrap()
}

fn item(slug: &str) -> ListItem {
    ListItem { slug: slug.into(), title: slug.to_uppercase().into() }
}

fn added(list: &str, slugs: &str) -> ListAction {
    ListAction::Added(name(list), slugs.split_whitespace().map(item).collect())
}

fn after(actions: &[ListAction]) -> ReadingLists {
    let start = ReadingLists::default();
    actions.iter().fold(start, |lists, action| lists.reduce(action.clone()))
}

/// Prints the lists, each as its name and its slugs.
fn printed(lists: &ReadingLists) -> String {
    let list = |list: &ReadingList| {
        let slugs: Vec<&str> = list.items().iter().map(|item| &*item.slug).collect();
        format!("{}: {}", list.name().as_str(), slugs.join(" "))
    };
    lists.iter().map(list).collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check(actions: &[ListAction], expected: &str) {
    assert_eq!(printed(&after(actions)), expected);
}

#[test]
fn items_are_in_the_readers_order() {
    let created = ListAction::Created(name("x"));
    let moved = |slug: &str, direction| ListAction::Moved(name("x"), slug.into(), direction);
    let three = [created, added("x", "a b c")];
    let with = |actions: &[ListAction]| [&three[..], actions].concat();
    check(&three, "x: a b c");
    check(&with(&[moved("c", Direction::Up)]), "x: a c b");
    check(&with(&[moved("a", Direction::Down), moved("a", Direction::Down)]), "x: b c a");
    check(&with(&[moved("a", Direction::Up), moved("c", Direction::Down)]), "x: a b c");
    check(&with(&[moved("z", Direction::Up)]), "x: a b c");
    check(&with(&[added("x", "c d d a")]), "x: a b c d");
    check(&with(&[ListAction::Removed(name("x"), "b".into())]), "x: a c");
}

#[test]
fn names_are_unique() {
    let created = |text: &str| ListAction::Created(name(text));
    let renamed = |from: &str, to: &str| ListAction::Renamed(name(from), name(to));
    let two = [created("x"), created("y"), created("x"), added("y", "a")];
    let with = |action: ListAction| [&two[..], &[action]].concat();
    check(&two, "x: ; y: a");
    check(&with(renamed("y", "x")), "x: ; y: a");
    check(&with(renamed("y", "z")), "x: ; z: a");
    check(&with(ListAction::Deleted(name("x"))), "y: a");
    check(&with(added("nowhere", "a")), "x: ; y: a");
}

#[test]
fn lists_are_bounded() {
    let many: Vec<ListAction> =
        (0..MOST_LISTS + 5).map(|it| ListAction::Created(name(&format!("{it}")))).collect();
    assert_eq!(after(&many).iter().len(), MOST_LISTS);
    let slugs = (0..MOST_ITEMS + 5).map(|it| format!("{it}")).collect::<Vec<_>>().join(" ");
    let lists = after(&[ListAction::Created(name("x")), added("x", &slugs)]);
    assert_eq!(lists.get("x").unwrap().items().len(), MOST_ITEMS);
}

#[test]
fn a_name_is_one_line_of_text() {
    let named = |text: &str| ListName::new(text).map(|name| name.as_str().to_owned());
    assert_eq!(named("  For the \n train\t"), Some("For the train".to_owned()));
    assert_eq!(named(" \u{0}\u{7f} \u{FFFF}"), None);
    assert_eq!(named(&"é ".repeat(200)).unwrap().chars().count(), LONGEST_NAME - 1);
}

#[test]
fn other_data_is_rejected() {
    let read = |rows: &[&[&str]]| {
        let row = |row: &&[&str]| row.iter().map(|text| (*text).to_owned()).collect();
        let rows: Rows = rows.iter().map(row).collect();
        ReadingLists::try_from(rows).ok().map(|lists| printed(&lists))
    };
    for first in [&["cuttings-lists", "2"][..], &["cuttings-lists"], &["list", "a"], &[]] {
        assert_eq!(read(&[first]), None);
    }
    assert_eq!(read(&[]), None);
    let odd: [&[&str]; 9] = [
        &["cuttings-lists", "1"],
        &["item", "a", "of no list"],
        &["list", " "],
        &["item", "a", "of no list"],
        &["list", "x"],
        &["item", "", "A"],
        &["item", "a", "A", "B"],
        &["sorted", "x"],
        &["item", "b", "B"],
    ];
    assert_eq!(read(&odd).as_deref(), Some("x: b"));
}

fn any_lists() -> impl Strategy<Value = ReadingLists> {
    let any_name = || "[xy ]".prop_filter_map("a name", |text| ListName::new(&text));
    let slug = || "[a-d]".prop_map(Rc::<str>::from);
    let any_item = (slug(), ".*").prop_map(|(slug, title)| ListItem { slug, title: title.into() });
    let direction = prop_oneof![Just(Direction::Up), Just(Direction::Down)];
    let action = prop_oneof![
        any_name().prop_map(ListAction::Created),
        (any_name(), any_name()).prop_map(|(from, to)| ListAction::Renamed(from, to)),
        (any_name(), prop::collection::vec(any_item, 0..4))
            .prop_map(|(name, items)| ListAction::Added(name, items)),
        (any_name(), slug(), direction)
            .prop_map(|(name, slug, direction)| ListAction::Moved(name, slug, direction)),
        (any_name(), slug()).prop_map(|(name, slug)| ListAction::Removed(name, slug)),
    ];
    prop::collection::vec(action, 0..16).prop_map(|actions| after(&actions))
}

proptest! {
    #[test]
    fn round_trips(lists in any_lists()) {
        let text = crate::store::json::print(&lists);
        prop_assert_eq!(crate::store::json::parse(&text), Some(lists));
    }

    /// Moving keeps all items, and moving back restores the order.
    #[test]
    fn moving_loses_nothing(count in 1..9_usize, index in 0..9_usize) {
        let slugs = (0..count).map(|it| format!("s{it}")).collect::<Vec<_>>().join(" ");
        let lists = after(&[ListAction::Created(name("x")), added("x", &slugs)]);
        let slug: Rc<str> = format!("s{}", index % count).into();
        let moved = |lists: &ReadingLists, direction| {
            lists.reduce(ListAction::Moved(name("x"), Rc::clone(&slug), direction))
        };
        let down = moved(&lists, Direction::Down);
        let back = if index % count + 1 < count { moved(&down, Direction::Up) } else { down };
        prop_assert_eq!(back, lists);
    }
}
