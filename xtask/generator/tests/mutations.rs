//! Whatever becomes of a document, the answer is output or diagnostics with their places, never a panic.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test mutations` looks for longer.

#![expect(clippy::unwrap_used, reason = "the tests' own tools")]

use std::fs;
use std::path::{Path, PathBuf};

use openapi_dropshot::{Document, Options, check, diff, generate};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRng;
use serde_json::{Value, json};

const SOUND: &str = include_str!("small/small.yaml");

/// Documents to spoil: the sound one, and those that are spoilt already.
fn seeds() -> Vec<String> {
    let mut found = vec![SOUND.to_owned()];
    found.extend(
        files("tests/diagnostics", "yaml")
            .iter()
            .map(|path| fs::read_to_string(path).unwrap()),
    );
    found
}

/// The files with this extension at any depth below a folder of the crate, in order.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Reads, checks, and generates, by the fewest rules there are, for what slips through goes deepest; every fault must
/// have a place in the text and both its forms.
fn judge(text: &str) {
    let faults = match Document::parse(text, "mutant") {
        Err(faults) => faults,
        Ok(document) => {
            let options = Options {
                notice: "// test".to_owned(),
                client: false,
                allow: Vec::new(),
            };
            let strict = check(&document).err();
            match generate(&document, &options).err().or(strict) {
                Some(faults) => faults,
                None => return,
            }
        }
    };
    assert!(!faults.is_empty());
    let lines = text.split('\n').count();
    for fault in faults.iter() {
        let place = &fault.place;
        assert!((1..=lines).contains(&place.line), "{fault}");
        assert!(
            (place.line, place.column) <= (place.end_line, place.end_column) && place.column > 0,
            "{fault}"
        );
        assert!(fault.to_string().contains(fault.code.id()));
        assert_eq!(fault.to_json()["code"], fault.code.id());
    }
}

/// A change of a text.
#[derive(Debug, Clone)]
enum Edit {
    Cut(Index, usize),
    Copy(Index, usize, Index),
    Insert(Index, String),
    SwapLines(Index, Index),
}

/// What upsets parsers and checks most: YAML's own signs, keywords in the wrong place, numbers out of range.
fn fragment() -> impl Strategy<Value = String> {
    let known = [
        "$ref: '#/'",
        "$ref",
        "&a ",
        "*a",
        "<<: *a\n",
        "- ",
        "? ",
        ": ",
        "!!binary ",
        "|\n",
        ">-\n",
        "'",
        "\"",
        "{",
        "}",
        "[",
        "]",
        "\t",
        "\r\n",
        "---\n",
        "...",
        "#",
        "~",
        "null",
        "{}",
        "[]",
        "1e999",
        "-0",
        "99999999999999999999",
        ".nan",
        "\u{0}",
        "\u{feff}",
        "\u{2028}",
        "ü",
        "🦀",
        "type: ",
        "allOf: ",
        "enum: []",
        "nullable: true",
        "x-agent-tool: ",
        "\n",
        "  ",
    ];
    prop_oneof![
        4 => proptest::sample::select(known.map(str::to_owned).to_vec()),
        1 => any::<String>(),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Edit::Cut(at, length)),
        (any::<Index>(), 1..200_usize, any::<Index>())
            .prop_map(|(from, length, to)| Edit::Copy(from, length, to)),
        (any::<Index>(), fragment()).prop_map(|(at, text)| Edit::Insert(at, text)),
        (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Edit::SwapLines(a, b)),
    ]
}

fn edited(text: &str, edit: &Edit) -> String {
    let place = |index: &Index| text.floor_char_boundary(index.index(text.len() + 1));
    let piece =
        |from: usize, length: usize| from..text.ceil_char_boundary((from + length).min(text.len()));
    match edit {
        Edit::Cut(at, length) => {
            let cut = piece(place(at), *length);
            format!("{}{}", &text[..cut.start], &text[cut.end..])
        }
        Edit::Copy(from, length, to) => {
            let to = place(to);
            format!(
                "{}{}{}",
                &text[..to],
                &text[piece(place(from), *length)],
                &text[to..]
            )
        }
        Edit::Insert(at, inserted) => {
            let at = place(at);
            format!("{}{inserted}{}", &text[..at], &text[at..])
        }
        Edit::SwapLines(a, b) => {
            let mut lines: Vec<&str> = text.split('\n').collect();
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            lines.swap(a, b);
            lines.join("\n")
        }
    }
}

/// A change of a tree.
#[derive(Debug, Clone)]
enum Graft {
    Drop(Index),
    Swap(Index, Index),
    Copy(Index, Index),
    Replace(Index, Value),
}

fn graft() -> impl Strategy<Value = Graft> {
    let others = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(""),
        json!("text"),
        json!([]),
        json!({}),
        json!(["a"]),
        json!({ "$ref": "#/components/schemas/Note" }),
        json!({ "$ref": "#" }),
        json!({ "type": "object" }),
    ];
    prop_oneof![
        any::<Index>().prop_map(Graft::Drop),
        (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Graft::Swap(a, b)),
        (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Graft::Copy(a, b)),
        (any::<Index>(), proptest::sample::select(others.to_vec()))
            .prop_map(|(at, value)| Graft::Replace(at, value)),
    ]
}

/// Every place of a tree but the root, as JSON Pointers.
fn pointers(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => open.extend(members.iter().map(|(key, value)| {
                let key = key.replace('~', "~0").replace('/', "~1");
                (format!("{pointer}/{key}"), value)
            })),
            Value::Array(items) => open.extend(
                (0..)
                    .zip(items)
                    .map(|(at, value): (usize, _)| (format!("{pointer}/{at}"), value)),
            ),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
        if !pointer.is_empty() {
            found.push(pointer);
        }
    }
    found
}

fn grafted(tree: &mut Value, graft: &Graft) {
    let places = pointers(tree);
    if places.is_empty() {
        return;
    }
    let place = |index: &Index| index.get(&places).as_str();
    match graft {
        Graft::Drop(at) => {
            let (parent, key) = place(at).rsplit_once('/').unwrap();
            let key = key.replace("~1", "/").replace("~0", "~");
            match tree.pointer_mut(parent) {
                Some(Value::Object(members)) => {
                    members.shift_remove(&key);
                }
                Some(Value::Array(items)) => {
                    items.remove(key.parse().unwrap());
                }
                _ => {}
            }
        }
        Graft::Swap(a, b) => {
            let (a, b) = (place(a), place(b));
            // One within the other would be cut off with it.
            if !a.starts_with(b) && !b.starts_with(a) {
                let first = tree.pointer(a).unwrap().clone();
                let second = std::mem::replace(tree.pointer_mut(b).unwrap(), first);
                *tree.pointer_mut(a).unwrap() = second;
            }
        }
        Graft::Copy(from, to) => {
            let value = tree.pointer(place(from)).unwrap().clone();
            *tree.pointer_mut(place(to)).unwrap() = value;
        }
        Graft::Replace(at, value) => *tree.pointer_mut(place(at)).unwrap() = value.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spoilt_texts(seed in any::<Index>(), edits in prop::collection::vec(edit(), 1..6)) {
        let text = edits.iter().fold(seed.get(&seeds()).clone(), |text, edit| edited(&text, edit));
        judge(&text);
    }

    #[test]
    fn arbitrary_texts(pieces in prop::collection::vec(fragment(), 0..60)) {
        judge(&pieces.concat());
    }

    #[test]
    fn spoilt_trees(grafts in prop::collection::vec(graft(), 1..4)) {
        let mut tree = Document::parse(SOUND, "small.yaml").unwrap().to_json();
        for graft in &grafts {
            grafted(&mut tree, graft);
        }
        judge(&tree.to_string());
        let sound = Document::parse(SOUND, "small.yaml").unwrap();
        if let Ok(spoilt) = Document::parse(&tree.to_string(), "spoilt.json") {
            // What is gone one way is new the other way.
            assert_eq!(diff(&sound, &spoilt).is_empty(), diff(&spoilt, &sound).is_empty());
        }
    }
}

/// Other people's documents with nodes dropped and swapped: the smaller a document, the more often.
#[test]
fn spoilt_documents_of_others() {
    let documents = files("../../../shared/corpus", "json");
    if documents.is_empty() {
        eprintln!("left out: documents of others, for ../shared/corpus is not there");
    }
    let mut runner = proptest::test_runner::TestRunner::new_with_rng(
        ProptestConfig::default(),
        TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    for path in documents {
        let text = fs::read_to_string(&path).unwrap();
        let sound: Value = serde_json::from_str(&text).unwrap();
        for _ in 0..(100_000 / text.len()).clamp(1, 10) {
            let mut tree = sound.clone();
            for _ in 0..4 {
                let graft = graft().new_tree(&mut runner).unwrap().current();
                grafted(&mut tree, &graft);
            }
            judge(&tree.to_string());
        }
    }
}
