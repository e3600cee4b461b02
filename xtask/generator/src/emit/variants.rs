//! Values of an `enum` whose Rust names typify would make up or take for one: `-created` beside `created`, `m` beside `M`, `""`.
//!
//! typify is given another value in their stead, which is the name that the variant shall have and a mark; in its code the value
//! is put back and the mark taken off.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;
use indexmap::IndexSet;
use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use serde_json::{Map, Value};

use crate::schema::resolved;

/// Stands between the name of a variant and the number of its value.
const MARK: &str = "Zq5N";

/// What was put in the place of values; a mark ends with the number of its row.
#[derive(Debug, Default)]
pub(super) struct Marks(IndexSet<(String, String)>);

impl Marks {
    /// Marks the values of a schema and of all that stands in it, defaults included.
    pub(super) fn mark(&mut self, schema: &mut Value, components: &Map<String, Value>) {
        let names = values(resolved(schema, components)).map(|values| names(&values));
        if let (Some(names), Value::Object(members)) = (&names, &mut *schema) {
            self.replace(members, names);
        }
        // One value for each alternative: typify makes one enum of them, too.
        let alternatives = { schema.get("oneOf").or_else(|| schema.get("anyOf")) }
            .and_then(Value::as_array)
            .and_then(|all| {
                let only = |one: &Value| match values(one)?.as_slice() {
                    [only] => Some((*only).to_owned()),
                    _ => None,
                };
                all.iter().map(only).collect::<Option<Vec<String>>>()
            });
        if let Some(all) = alternatives.filter(|all| all.len() > 1) {
            let names = self::names(&all.iter().map(String::as_str).collect::<Vec<_>>());
            for keyword in ["oneOf", "anyOf"] {
                let parts = schema.get_mut(keyword).and_then(Value::as_array_mut);
                for part in parts.into_iter().flatten().filter_map(Value::as_object_mut) {
                    self.replace(part, &names);
                }
            }
            return;
        }
        match schema {
            Value::Object(members) => {
                for (keyword, value) in members {
                    match (keyword.as_str(), value) {
                        ("properties", Value::Object(properties)) => {
                            for member in properties.values_mut() {
                                self.mark(member, components);
                            }
                        }
                        ("items" | "additionalProperties" | "not", value) => {
                            self.mark(value, components);
                        }
                        ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                            for part in parts {
                                self.mark(part, components);
                            }
                        }
                        (_, _) => {}
                    }
                }
            }
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => {}
        }
    }

    fn replace(&mut self, members: &mut Map<String, Value>, names: &BTreeMap<String, String>) {
        if names.is_empty() {
            return;
        }
        let mut put = |value: &mut Value| {
            if let Some((text, name)) = value.as_str().and_then(|text| names.get_key_value(text)) {
                let row = (name.clone(), text.clone());
                let (number, _) = self.0.insert_full(row);
                // The space is lost in the name, so serde is told that the value is another.
                *value = format!("{name} {MARK}{number}").into();
            }
        };
        if let Some(values) = members.get_mut("enum").and_then(Value::as_array_mut) {
            values.iter_mut().for_each(&mut put);
            // The values themselves were held to these; their names need not fit.
            for keyword in ["pattern", "minLength", "maxLength", "format"] {
                members.shift_remove(keyword);
            }
        }
        if let Some(default) = members.get_mut("default") {
            put(default);
        }
    }

    /// typify's code with the marks taken off. Token by token: the name on the wire stands in serde's attributes.
    pub(super) fn unmark(&self, code: TokenStream) -> TokenStream {
        if self.0.is_empty() {
            return code;
        }
        code.into_iter().map(|token| self.put_back(token)).collect()
    }

    fn put_back(&self, token: TokenTree) -> TokenTree {
        match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), self.unmark(group.stream()));
                inner.set_span(group.span());
                inner.into()
            }
            TokenTree::Ident(ident) => match self.row(&ident.to_string()) {
                Some((name, _)) => Ident::new(name, ident.span()).into(),
                None => ident.into(),
            },
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                match self.row(text.trim_matches('"')) {
                    Some((_, value)) => Literal::string(value).into(),
                    None => literal.into(),
                }
            }
            TokenTree::Punct(sign) => sign.into(),
        }
    }

    /// What a mark stands for.
    fn row(&self, marked: &str) -> Option<&(String, String)> {
        let (_, number) = marked.rsplit_once(MARK)?;
        self.0.get_index(number.parse().ok()?)
    }
}

/// The values of an `enum` of texts.
fn values(schema: &Value) -> Option<Vec<&str>> {
    let values = schema.get("enum")?.as_array()?;
    let texts = values.iter().filter(|value| !value.is_null());
    texts.map(Value::as_str).collect()
}

/// The names of those values whose own would be made up, or be another's as well. The first of several keeps it.
fn names(values: &[&str]) -> BTreeMap<String, String> {
    let is_clear = |text: &str| {
        !plain(text).is_empty() && !text.starts_with(|c| SIGNS.contains(&c)) || is_known(text)
    };
    let mut taken = BTreeSet::new();
    let mut found = BTreeMap::new();
    for value in values {
        if is_clear(value) && taken.insert(typifys(value)) {
            continue;
        }
        let spelt = spelt(value);
        let numbered = (2..).map(|number| {
            let name = if is_clear(value) {
                typifys(value)
            } else {
                spelt.clone()
            };
            // A digit would run into the number.
            let space = if name.ends_with(|c: char| c.is_ascii_digit()) {
                "Nr"
            } else {
                ""
            };
            format!("{name}{space}{number}")
        });
        let name = std::iter::once(spelt.clone()).chain(numbered).find(|name| {
            let is_own = !values
                .iter()
                .any(|other| other != value && is_clear(other) && typifys(other) == *name);
            is_own && taken.insert(name.clone())
        });
        found.extend(name.map(|name| ((*value).to_owned(), name)));
    }
    found
}

/// Signs that tell values apart when they stand first, such as the order of `-created`.
const SIGNS: [char; 7] = ['+', '-', '!', '<', '>', '=', '~'];

/// typify spells these two out by itself.
fn is_known(text: &str) -> bool {
    matches!(text, "+1" | "-1")
}

fn plain(text: &str) -> String {
    text.replace(|c: char| !c.is_alphanumeric(), "-")
        .to_upper_camel_case()
}

/// The name that typify gives.
fn typifys(text: &str) -> String {
    match text {
        "+1" => return "Plus1".to_owned(),
        "-1" => return "Minus1".to_owned(),
        _ => {}
    }
    let name = plain(&text.replace('\'', ""));
    match name.as_str() {
        "Self" => "Self_".to_owned(),
        name if name.starts_with(char::is_alphabetic) => name.to_owned(),
        _ => format!("X{name}"),
    }
}

/// The value in words, signs included.
fn spelt(text: &str) -> String {
    if text.is_empty() {
        return "Empty".to_owned();
    }
    let words: String = text
        .chars()
        .map(|c| match c {
            c if c.is_alphanumeric() => c.to_string(),
            ' ' => " space ".to_owned(),
            '_' => " underscore ".to_owned(),
            '+' => " plus ".to_owned(),
            '-' => " minus ".to_owned(),
            '*' => " star ".to_owned(),
            '/' => " slash ".to_owned(),
            '.' => " dot ".to_owned(),
            ',' => " comma ".to_owned(),
            ':' => " colon ".to_owned(),
            '=' => " equal ".to_owned(),
            '<' => " less ".to_owned(),
            '>' => " greater ".to_owned(),
            '!' => " not ".to_owned(),
            '&' => " and ".to_owned(),
            '|' => " or ".to_owned(),
            '%' => " percent ".to_owned(),
            '#' => " hash ".to_owned(),
            '@' => " at ".to_owned(),
            '$' => " dollar ".to_owned(),
            '~' => " not ".to_owned(),
            '^' => " caret ".to_owned(),
            '?' => " question ".to_owned(),
            c => format!(" u {:x} ", u32::from(c)),
        })
        .collect();
    let name = words.to_upper_camel_case();
    if name.starts_with(char::is_alphabetic) {
        name
    } else {
        format!("X{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[&str], expected: &[(&str, &str)]) {
        let expected: BTreeMap<String, String> = { expected.iter() }
            .map(|(value, name)| ((*value).to_owned(), (*name).to_owned()))
            .collect();
        assert_eq!(names(values), expected, "{values:?}");
    }

    #[test]
    fn plain_values_are_left_to_typify() {
        check(
            &["open", "in_progress", "3d", "+1", "-1", "Self", " kept"],
            &[],
        );
    }

    #[test]
    fn signs_are_spelt() {
        check(
            &["created", "-created", "", "+", "-", "*", ">=", "<"],
            &[
                ("-created", "MinusCreated"),
                ("", "Empty"),
                ("+", "Plus"),
                ("-", "Minus"),
                ("*", "Star"),
                (">=", "GreaterEqual"),
                ("<", "Less"),
            ],
        );
    }

    #[test]
    fn values_of_one_name_are_told_apart_in_the_order_of_the_document() {
        check(
            &["m", "M", "a b", "a_b", "a-b", "x1", "X1", "minus", "-"],
            &[
                ("M", "M2"),
                ("a_b", "AUnderscoreB"),
                ("a-b", "AMinusB"),
                ("X1", "X1Nr2"),
                ("-", "Minus2"),
            ],
        );
    }

    #[test]
    fn a_made_name_is_no_other_values() {
        check(
            &["-a", "minus_a", "a", "A", "a2"],
            &[("-a", "MinusA2"), ("A", "A3")],
        );
    }
}
