//! Whatever the text: diagnostics or output, never a panic. And the keyword table of the docs is the code's.

use std::fs;
use std::path::{Path, PathBuf};

use openapi_dropshot::{Document, KEYWORDS, Options, Treatment, check, generate};

const SOUND: &str = include_str!("small/small.yaml");

fn corpus() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let mut open = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                files.push(path);
            }
        }
    }
    if files.is_empty() {
        eprintln!(
            "left out: documents of others, for {} is not there",
            root.display()
        );
    }
    files.sort();
    files
}

/// Every document of the corpus is either generated from or refused with places.
#[test]
fn documents_of_others_get_diagnostics() {
    for path in corpus() {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        let options = Options {
            notice: "// test".to_owned(),
            client: false,
            allow: Vec::new(),
        };
        let faults = match Document::parse(&text, &name) {
            Ok(document) => generate(&document, &options).err(),
            Err(faults) => Some(faults),
        };
        let is_dropshots = path
            .components()
            .any(|part| part.as_os_str() == "dropshot-documents");
        assert!(
            faults.is_none() || !is_dropshots,
            "{name} comes from dropshot"
        );
        for fault in faults.iter().flat_map(|faults| faults.iter()) {
            assert!(fault.place.line > 0 && fault.place.column > 0, "{fault}");
            assert!(!fault.to_string().is_empty());
        }
    }
}

/// The sound document with each line left out, in turn, and with each line twice.
#[test]
fn spoilt_documents_do_not_panic() {
    let lines: Vec<&str> = SOUND.lines().collect();
    for at in 0..lines.len() {
        let mut without = lines.clone();
        without.remove(at);
        let mut twice = lines.clone();
        twice.insert(at, lines[at]);
        let mut cut = lines[..=at].join("\n");
        cut.truncate(cut.floor_char_boundary(cut.len().saturating_sub(at % 7)));
        for text in [without.join("\n"), twice.join("\n"), cut] {
            if let Err(faults) =
                Document::parse(&text, "spoilt.yaml").and_then(|document| check(&document))
            {
                assert!(!faults.to_string().is_empty());
            }
        }
    }
}

/// What longer runs of `mutations.rs` found.
#[test]
fn what_long_runs_found_does_not_panic() {
    let options = Options {
        notice: "// test".to_owned(),
        client: false,
        allow: Vec::new(),
    };
    for (part, spoilt) in [
        // A letter that stands in no name of Rust's.
        ("name: limit", "name: \u{a830}limit"),
        ("required: [id, title", "required: [~, ~, title"),
    ] {
        let text = SOUND.replace(part, spoilt);
        assert_ne!(text, SOUND);
        let document = Document::parse(&text, "spoilt.yaml").unwrap();
        let faults = check(&document)
            .err()
            .or(generate(&document, &options).err());
        assert!(faults.is_none_or(|faults| !faults.to_string().is_empty()));
    }
}

/// Every value of the sound document replaced by each kind of value, in turn; what is still sound is generated from.
#[test]
fn values_of_other_kinds_do_not_panic() {
    let sound = Document::parse(SOUND, "small.yaml").unwrap().to_json();
    let others = [
        r"null",
        "true",
        "7",
        "-1.5",
        r#""text""#,
        "[]",
        "{}",
        r#"["a"]"#,
        r##"{"$ref": "#/a"}"##,
    ];
    let options = Options {
        notice: "// test".to_owned(),
        client: true,
        allow: Vec::new(),
    };
    let places = pointers(&sound);
    let spoilt = places
        .iter()
        .flat_map(|pointer| others.iter().map(move |other| (pointer, *other)));
    // A share of all pairs: the rest differ in where, not in what. Generation is the slow part.
    for (at, (pointer, other)) in spoilt.enumerate().filter(|(at, _)| at % 8 == 0) {
        let mut json = sound.clone();
        *json.pointer_mut(pointer).unwrap() = serde_json::from_str(other).unwrap();
        let text = json.to_string();
        let Ok(document) = Document::parse(&text, "spoilt.json") else {
            continue;
        };
        match check(&document) {
            Ok(()) if at % 56 == 0 => {
                let _ = generate(&document, &options);
            }
            Ok(()) => {}
            Err(faults) => assert!(!faults.is_empty()),
        }
    }
}

fn pointers(value: &serde_json::Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((pointer, value)) = open.pop() {
        if let Some(members) = value.as_object() {
            let child = |(key, value): (&String, _)| {
                (
                    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")),
                    value,
                )
            };
            open.extend(members.iter().map(|(key, value)| child((key, value))));
        } else if let Some(items) = value.as_array() {
            open.extend(
                items
                    .iter()
                    .enumerate()
                    .map(|(at, value)| (format!("{pointer}/{at}"), value)),
            );
        }
        found.push(pointer);
    }
    found
}

#[test]
fn odd_texts_do_not_panic() {
    let deep = "[".repeat(5_000);
    let aliases = format!(
        "a: &a [x]\n{}",
        (0..40)
            .map(|n| format!(
                "b{n}: &b{n} [*{p}, *{p}]\n",
                p = if n == 0 {
                    "a".to_owned()
                } else {
                    format!("b{}", n - 1)
                }
            ))
            .collect::<String>()
    );
    let wide = format!("openapi: 3.0.3\ninfo: {{title: \"{}\"}}", "ü".repeat(5_000));
    for text in [
        "",
        " ",
        "\u{feff}",
        "\0",
        "- ",
        "a: [",
        "&a *a",
        "? [a]\n: b",
        "a: !!str b",
        "--- a\n--- b",
        "\"\\ud800\"",
        "{\"a\":1}",
        &deep,
        &aliases,
        &wide,
    ] {
        if let Err(faults) = Document::parse(text, "odd").and_then(|document| check(&document)) {
            assert!(!faults.to_string().is_empty());
        }
    }
}

/// `KEYWORDS.md` is made from the table that the check runs on: `UPDATE_SNAPSHOTS=1 cargo test` writes it anew.
#[test]
fn the_docs_have_the_keyword_table() {
    let mut text = String::from(
        "# Keywords\n\nWhat becomes of every keyword of OpenAPI 3.0. Made from the table that the check runs on.\n\n\
         | object | keyword | treatment |\n|---|---|---|\n",
    );
    for keyword in KEYWORDS {
        let treatment = match keyword.treatment {
            Treatment::Enforced => "enforced".to_owned(),
            Treatment::Annotation => "annotation".to_owned(),
            Treatment::Refused(why) => format!("refused: {why}"),
        };
        text += &format!(
            "| {:?} | `{}` | {treatment} |\n",
            keyword.object, keyword.name
        );
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("KEYWORDS.md");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text);
}

/// What a file holds need not be text, and JSON isn't quite YAML.
#[test]
fn files_are_read_as_they_are_written() {
    let told = |bytes: &[u8]| {
        let faults = Document::from_bytes(bytes, "file").unwrap_err();
        let fault = faults.iter().next().unwrap();
        (fault.message.clone(), fault.place.line, fault.place.column)
    };
    let utf16: Vec<u8> = { "\u{feff}openapi: 3.0.3\n".encode_utf16() }
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(
        told(&utf16),
        ("the text is not UTF-8: it is UTF-16".to_owned(), 1, 1)
    );
    assert_eq!(
        told(b"openapi: 3.0.3\ninfo: { title: caf\xe9 }\n"),
        (
            "the text is not UTF-8: these bytes mean nothing in it".to_owned(),
            2,
            19
        )
    );
    for text in ["\u{feff}title: é", "title: é\r\n", r#"{"title":"\u00e9"}"#] {
        let document = Document::from_bytes(text.as_bytes(), "file").unwrap();
        assert_eq!(document.to_json()["title"], "é", "{text}");
    }
    // Two halves of a character are JSON and not YAML, and what follows keeps its place.
    let text = r#"{"a": "\ud83d\ude00 \\ud83d \/", "b": 1}"#;
    let document = Document::parse(text, "halves.json").unwrap();
    assert_eq!(document.to_json()["a"], "😀 \\ud83d /");
    let b = document.at("/b").unwrap();
    assert_eq!(&text[b.span.clone()], "1");
}

/// Sizes that no person writes: what takes the square of them would not come to an end here.
#[test]
fn large_documents_come_to_an_end() {
    let head = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\n";
    let many: String = (0..100_000).map(|n| format!("  k{n}: 1\n")).collect();
    let document = Document::parse(&format!("{head}x-many:\n{many}"), "many.yaml").unwrap();
    assert_eq!(document.at("/x-many").unwrap().members().len(), 100_000);
    let chain: String = (0..20_000)
        .map(|n| format!("    S{n}: {{$ref: '#/components/schemas/S{}'}}\n", n + 1))
        .collect();
    let text = format!("{head}components:\n  schemas:\n{chain}    S20000: {{type: string}}\n");
    let faults = check(&Document::parse(&text, "chain.yaml").unwrap()).unwrap_err();
    assert!(faults.iter().any(|fault| fault.code.id() == "E0203"));
    assert!(faults.to_string().len() < 100_000);
}
