//! The instances of each component, judged by the independent validator.

use std::collections::BTreeSet;

use openapi_dropshot_oracle::{Judge, Oracle, Ready, Site, Style};
use serde_json::{Value, json};

use crate::corpus::Entry;

/// So many instances that a schema admits are asked for, at least.
pub(super) const LEAST: usize = 4;

/// A component schema of a document.
pub(super) struct Component<'a> {
    /// The document's number.
    pub(super) document: usize,
    pub(super) name: &'a str,
    pub(super) schema: &'a Value,
    pub(super) instances: Vec<Instance>,
    /// Why it is not covered.
    pub(super) left_out: Option<String>,
    /// Keywords that can be reached from it, and those of them that no instance breaks.
    pub(super) keywords: usize,
    pub(super) unbroken: Vec<String>,
}

/// A text that may be of a schema.
pub(super) struct Instance {
    pub(super) text: String,
    pub(super) value: Value,
    /// The independent verdict.
    pub(super) is_admitted: bool,
}

/// All components of a document, each with its instances.
pub(super) fn of_document(at: usize, entry: &Entry) -> Vec<Component<'_>> {
    let mut judge = Judge::new(&entry.document);
    let schemas = entry.document["components"]["schemas"].as_object();
    let components = schemas.into_iter().flatten().map(|(name, schema)| {
        let mut component = Component {
            document: at,
            name,
            schema,
            instances: Vec::new(),
            left_out: None,
            keywords: 0,
            unbroken: Vec::new(),
        };
        let ready = match (&entry.fault, &mut judge) {
            (Some(_), _) => Err("its document failed".to_owned()),
            (None, Ok(judge)) => judge.component(name).map(|ready| (&*judge, ready)),
            (None, Err(error)) => Err(error.clone()),
        };
        match ready {
            Ok((judge, ready)) => {
                let mut makers = Makers {
                    oracle: Oracle(&entry.document),
                    judge,
                    ready,
                    seen: BTreeSet::new(),
                    component,
                };
                makers.sound();
                makers.unsound();
                component = makers.component;
                if admitted(&component).next().is_none() {
                    component.left_out = Some("no value of it was found".to_owned());
                }
            }
            Err(why) => component.left_out = Some(why),
        }
        component
    });
    components.collect()
}

fn admitted<'c>(component: &'c Component<'_>) -> impl Iterator<Item = &'c Instance> {
    component
        .instances
        .iter()
        .filter(|instance| instance.is_admitted)
}

struct Makers<'a, 'j> {
    oracle: Oracle<'a>,
    judge: &'j Judge,
    ready: Ready,
    seen: BTreeSet<String>,
    component: Component<'a>,
}

impl Makers<'_, '_> {
    /// Adds an instance unless it is there; says whether the schema admits it.
    fn add(&mut self, value: &Value) -> bool {
        self.add_text(value.to_string(), value)
    }

    fn add_text(&mut self, text: String, value: &Value) -> bool {
        let is_admitted = self.judge.admits(self.ready, value);
        if self.seen.insert(text.clone()) {
            self.component.instances.push(Instance {
                text,
                value: value.clone(),
                is_admitted,
            });
        }
        is_admitted
    }

    /// What the schema should admit: the least and the most of it, each variant of its unions, and some by chance.
    fn sound(&mut self) {
        let schema = self.component.schema;
        let mut styles = vec![
            Style::Least,
            Style::Plain,
            Style::Full,
            Style::Low,
            Style::High,
        ];
        styles.extend((1..=6).map(Style::Random));
        for style in styles {
            let value = self.oracle.styled(schema, &[], style);
            self.add(&value);
        }
        for site in self.oracle.sites(schema) {
            if site.keyword == "oneOf" || site.keyword == "anyOf" {
                let union = &self.oracle.at(schema, &site.steps)[site.keyword.as_str()];
                for variant in 0..union.as_array().map_or(0, Vec::len) {
                    let mut steps = site.steps.clone();
                    steps.extend([site.keyword.clone(), variant.to_string()]);
                    for style in [Style::Least, Style::Full] {
                        let value = self.oracle.styled(schema, &steps, style);
                        self.add(&value);
                    }
                }
            }
        }
        let plain = self.oracle.valid(schema, &[]);
        self.add(&in_fractions(&plain));
        if let Value::Object(members) = &plain {
            let mut more = members.clone();
            more.insert("not declared".to_owned(), json!([{ "a": 1 }]));
            self.add(&Value::Object(more));
        }
        // A schema of few values: the same ones, in another writing.
        let few: Vec<Value> = admitted(&self.component)
            .map(|known| known.value.clone())
            .collect();
        if few.len() < LEAST {
            for value in few {
                let pretty = serde_json::to_string_pretty(&value).unwrap_or_default();
                let spellings = [
                    format!(" {value}\n"),
                    format!("\t\r\n{pretty} "),
                    escaped(&value),
                    format!("\n{value}"),
                ];
                for text in spellings {
                    self.add_text(text, &value);
                }
            }
        }
    }

    /// For each keyword what breaks it, and for `nullable` what it admits.
    fn unsound(&mut self) {
        let schema = self.component.schema;
        for site in self.oracle.sites(schema) {
            self.component.keywords += 1;
            let is_broken = self.broken(&site);
            if !is_broken {
                let place = site.place.join("/");
                self.component
                    .unbroken
                    .push(format!("{} at /{place}", site.home));
            }
        }
    }

    fn broken(&mut self, site: &Site) -> bool {
        let wanted = site.keyword == "nullable";
        // What is written in the component itself is tried in every way; what it refers to, until one is found.
        let is_its_own = !site.steps.iter().any(|step| step.starts_with('#'));
        let mut is_broken = false;
        for style in [
            Style::Plain,
            Style::Least,
            Style::High,
            Style::Random(7),
            Style::Random(8),
        ] {
            for value in self.oracle.misses_of(self.component.schema, site, style) {
                is_broken |= self.add(&value) == wanted;
                if is_broken && !is_its_own {
                    return true;
                }
            }
            if is_broken {
                return true;
            }
        }
        false
    }
}

/// The same value with every whole number written as a fraction: `1.0`.
fn in_fractions(value: &Value) -> Value {
    match value {
        Value::Number(number) => match number.as_i64() {
            Some(whole) if whole.unsigned_abs() < 1 << 53 => {
                #[expect(clippy::cast_precision_loss, reason = "below 2^53 nothing is lost")]
                let fraction = whole as f64;
                json!(fraction)
            }
            _ => value.clone(),
        },
        Value::Array(items) => items.iter().map(in_fractions).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), in_fractions(value)))
            .collect(),
        Value::Null | Value::Bool(_) | Value::String(_) => value.clone(),
    }
}

/// JSON with every letter of its texts escaped.
fn escaped(value: &Value) -> String {
    let mut text = String::new();
    let (mut is_inside, mut is_escape) = (false, false);
    for character in value.to_string().chars() {
        match character {
            '"' if !is_escape => {
                is_inside = !is_inside;
                text.push(character);
            }
            'a'..='z' | 'A'..='Z' if is_inside && !is_escape => {
                text.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            _ => text.push(character),
        }
        is_escape = is_inside && character == '\\' && !is_escape;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_writings_are_the_same_value() {
        let value = json!({ "a\n": ["b\"c", 1, null] });
        let text = escaped(&value);
        assert_eq!(text, r#"{"\u0061\n":["\u0062\"\u0063",1,null]}"#);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        assert_eq!(
            in_fractions(&value).to_string(),
            r#"{"a\n":["b\"c",1.0,null]}"#
        );
    }
}
