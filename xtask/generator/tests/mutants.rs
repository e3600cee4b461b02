//! The classes of the mutation check, as the docs list them and as the keywords demand them.

use std::fs;
use std::path::Path;

use openapi_dropshot::{KEYWORDS, Treatment};

#[path = "mutants/class.rs"]
mod class;

use class::Class;

/// Keywords that are enforced and of which no class can be: without them there is no operation, or no schema, to try.
const NO_MUTANT: &[(&str, &str, &str)] = &[
    (
        "Document",
        "openapi",
        "nothing is generated from another version",
    ),
    ("Document", "paths", "without it there is no operation"),
    (
        "Document",
        "components",
        "what is in it counts where it is used",
    ),
    (
        "Components",
        "schemas",
        "what is in it counts where it is used",
    ),
    ("PathItem", "$ref", "what it leads to counts"),
    ("PathItem", "get", "without it there is no operation"),
    ("PathItem", "put", "without it there is no operation"),
    ("PathItem", "post", "without it there is no operation"),
    ("PathItem", "delete", "without it there is no operation"),
    ("PathItem", "patch", "without it there is no operation"),
    ("PathItem", "options", "without it there is no operation"),
    ("PathItem", "head", "without it there is no operation"),
    (
        "Operation",
        "operationId",
        "a name in the code, which doesn't compile without it",
    ),
];

/// Whether a keyword is tried wherever a schema is used.
fn is_tried(object: &str, keyword: &str) -> bool {
    match object {
        "Schema" => {
            keyword == "default" || openapi_dropshot_oracle::tried().any(|known| known == keyword)
        }
        // Without the name of the tag there is no discriminator.
        "Discriminator" => {
            keyword == "propertyName"
                || openapi_dropshot_oracle::tried().any(|known| known == keyword)
        }
        _ => false,
    }
}

/// `MUTANTS.md` is made from the code of the check: `UPDATE_SNAPSHOTS=1 cargo test` writes it anew.
#[test]
fn the_docs_list_the_classes() {
    let mut text = String::from(
        "# Mutants\n\nWhat `cargo xtask mutate` takes out of the generated table, class by class. Made from the code of the check.\n\n\
         | class | what the mutant lacks | keywords |\n|---|---|---|\n",
    );
    for (class, name, lack, keywords) in Class::ALL {
        assert_eq!(class.name(), name);
        let keywords: Vec<String> = { keywords.iter() }
            .map(|(object, keyword)| format!("{object} `{keyword}`"))
            .collect();
        text += &format!("| {name} | {lack} | {} |\n", keywords.join(", "));
    }
    text += "\n`Keyword of …` stands for every enforced keyword of a Schema or a Discriminator, each place of a component once in each\n\
             class: what bounds a value is broken, and what holds schemas (`properties`, `items`, `additionalProperties`, `allOf`,\n\
             `oneOf`, `anyOf`, each name of a `mapping`) is shown to be lost by what is inside.\n\n\
             No mutant is what nobody could tell from the whole:\n\n\
             - a keyword that another beside it says as well: `type` beside `enum`, an integer's `format` beside bounds that are no\n  \
             wider and a bound that is no narrower than the `format`, `minLength: 1` beside a `pattern` that no empty text matches, a\n  \
             least of 0; the same `type` in several parts of an `allOf` is one mutant;\n\
             - in text (parameters, headers, forms) `nullable` and `type: string`; of a path parameter `minLength: 1`; of a form `type: object`; of members that stand in the\n  \
             query by themselves their object's `additionalProperties: false` and its name;\n\
             - a `discriminator` whose variants each demand tags of their own, where they have no names, and in answers, which are\n  \
             refused either way; of an event that it is an object with a `type`, which makes it an event;\n\
             - `default` in JSON and in urlencoded forms, and that callers may show nothing: they are types of the generated code and no rows of its table.\n";
    text += "\nOf these enforced keywords there is no mutant:\n\n| object | keyword | why |\n|---|---|---|\n";
    for (object, keyword, why) in NO_MUTANT {
        text += &format!("| {object} | `{keyword}` | {why} |\n");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("MUTANTS.md");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text);
}

/// Every keyword that the generator enforces has a class, or a reason to have none.
#[test]
fn every_enforced_keyword_has_a_class() {
    let mut missing = Vec::new();
    for keyword in KEYWORDS
        .iter()
        .filter(|keyword| matches!(keyword.treatment, Treatment::Enforced))
    {
        let object = format!("{:?}", keyword.object);
        let is_it = |(known, name): &(&str, &str)| *known == object && *name == keyword.name;
        let has_class = Class::ALL
            .iter()
            .any(|(.., keywords)| keywords.iter().any(is_it));
        let has_reason = NO_MUTANT
            .iter()
            .any(|(object, name, _)| is_it(&(object, name)));
        if !has_class && !has_reason && !is_tried(&object, keyword.name) {
            missing.push(format!("{object} {}", keyword.name));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}
