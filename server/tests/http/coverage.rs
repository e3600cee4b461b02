//! Every operation of the document has a test through the generated client.
//!
//! Two halves. This one reads the tests' sources as tokens, so that neither comments nor strings count: for each
//! operation there is a test named after it (`update_task_…`) whose body calls it on the client (`.update_task()`). The
//! other half is in the harness: a test named after an operation fails unless the witness saw the generated client get
//! that operation served.

use std::collections::BTreeSet;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::harness::operation_of;
use crate::document::DOCUMENT;

#[test]
fn every_operation_has_a_test_through_the_client() {
    let covered = covered(&sources());
    let missing: Vec<&str> = DOCUMENT
        .operation_ids()
        .filter(|id| !covered.contains(*id))
        .collect();
    assert!(missing.is_empty(), "without a test of its own: {missing:?}");
}

#[test]
fn only_a_test_that_calls_the_operation_counts() {
    let cases = [
        (
            "#[tokio::test] async fn get_task_reads() { service.api.get_task().send().await; }",
            true,
        ),
        ("#[test] fn get_task() { x.get_task(); }", true),
        (
            "mod inner { #[test] fn get_task() { check!(x.get_task().y()); } }",
            true,
        ),
        (
            "#[test] fn get_task_reads() { /* x.get_task() */ \"x.get_task()\"; }",
            false,
        ),
        ("// #[test] fn get_task_reads() { x.get_task() }", false),
        ("fn get_task_reads() { x.get_task(); }", false),
        ("#[test] fn reads() { x.get_task(); }", false),
        (
            "#[test] fn get_task_reads() { x.get_tasks(); x.get_task; x.get_task(1); get_task(); }",
            false,
        ),
        (
            "#[test] #[ignore] fn get_task_reads() { x.get_task(); }",
            false,
        ),
    ];
    for (source, expected) in cases {
        let covered = covered(&[source.to_owned()]);
        assert_eq!(covered.contains("get_task"), expected, "{source}");
    }
}

/// The modules that `http.rs` compiles: a file that nobody declares has no tests.
fn sources() -> Vec<String> {
    let tests = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests"));
    let read = |path: &Path| {
        std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let root: TokenStream = read(&tests.join("http.rs")).parse().unwrap();
    let tokens: Vec<TokenTree> = root.into_iter().collect();
    let inner = tokens.windows(3).find_map(|window| match window {
        [
            TokenTree::Ident(keyword),
            TokenTree::Ident(name),
            TokenTree::Group(group),
        ] if keyword == "mod" && name == "http" => Some(group.stream()),
        _ => None,
    });
    let modules: Vec<TokenTree> = inner.expect("mod http").into_iter().collect();
    let names = modules.windows(2).filter_map(|window| match window {
        [TokenTree::Ident(keyword), TokenTree::Ident(name)] if keyword == "mod" => {
            Some(name.to_string())
        }
        _ => None,
    });
    names
        .map(|name| read(&tests.join("http").join(name + ".rs")))
        .collect()
}

/// The operations with a test in these sources.
fn covered(sources: &[String]) -> BTreeSet<&'static str> {
    let mut covered = BTreeSet::new();
    for source in sources {
        collect(source.parse().unwrap(), &mut covered);
    }
    covered
}

fn collect(tokens: TokenStream, covered: &mut BTreeSet<&'static str>) {
    let mut attributes: Vec<String> = Vec::new();
    let mut name: Option<String> = None;
    let mut after_fn = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                attributes.push(group.stream().to_string())
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                if let Some(name) = name.take() {
                    let is_test = attributes.iter().any(|attribute| is_test(attribute));
                    let is_ignored = attributes
                        .iter()
                        .any(|attribute| attribute.starts_with("ignore"));
                    if let (true, false, Some(operation)) =
                        (is_test, is_ignored, operation_of(&name))
                        && calls(group.stream(), operation)
                    {
                        covered.insert(operation);
                    }
                } else {
                    collect(group.stream(), covered);
                }
                attributes.clear();
            }
            TokenTree::Ident(ident) if after_fn => {
                name = Some(ident.to_string());
                after_fn = false;
            }
            TokenTree::Ident(ident) => after_fn = ident == "fn",
            TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn is_test(attribute: &str) -> bool {
    let path: String = attribute
        .split('(')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    path == "test" || path == "tokio::test"
}

/// Whether there is `.operation()` anywhere in the tokens.
fn calls(tokens: TokenStream, operation: &str) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let here = tokens.windows(3).any(|window| match window {
        [
            TokenTree::Punct(dot),
            TokenTree::Ident(name),
            TokenTree::Group(group),
        ] => {
            dot.as_char() == '.'
                && name == operation
                && group.delimiter() == Delimiter::Parenthesis
                && group.stream().is_empty()
        }
        _ => false,
    });
    let mut groups = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    here || groups.any(|group| calls(group, operation))
}
