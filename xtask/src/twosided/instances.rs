//! The instances of each component, judged by the independent validator.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::thread::{available_parallelism, scope};

use openapi_dropshot_oracle::{Judge, Oracle, Ready, Site, Style};
use serde_json::{Value, json};

use crate::corpus::Entry;

/// So many instances that a schema admits are asked for, at least.
pub(super) const LEAST: usize = 4;

/// Behind each reference that a component writes, so many keywords are tried at most. All of them are tried in the
/// components that write them: here is shown that the reference holds.
pub(super) const MOST_BEHIND: usize = 200;

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
    /// Keywords behind its references that were left to the components that write them ([`MOST_BEHIND`]).
    pub(super) left_behind: usize,
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
    let judge = match &entry.fault {
        Some(_) => Err("its document failed".to_owned()),
        None => Judge::new(&entry.document),
    };
    let schemas = entry.document["components"]["schemas"].as_object();
    let mut components: Vec<Component<'_>> = { schemas.into_iter().flatten() }
        .map(|(name, schema)| Component {
            document: at,
            name,
            schema,
            instances: Vec::new(),
            left_out: judge.as_ref().err().cloned(),
            keywords: 0,
            unbroken: Vec::new(),
            left_behind: 0,
        })
        .collect();
    if let Ok(judge) = &judge {
        let oracle = Oracle(&entry.document);
        let open = Mutex::new(components.iter_mut());
        let next = || open.lock().unwrap_or_else(PoisonError::into_inner).next();
        scope(|threads| {
            for _ in 0..available_parallelism().map_or(1, usize::from) {
                threads.spawn(|| {
                    while let Some(component) = next() {
                        fill(component, oracle, judge);
                    }
                });
            }
        });
    }
    components
}

/// Makes the instances of a component.
fn fill<'a>(component: &mut Component<'a>, oracle: Oracle<'a>, judge: &Judge) {
    let ready = match judge.component(component.name) {
        Ok(ready) => ready,
        Err(why) => {
            component.left_out = Some(why);
            return;
        }
    };
    let (sites, left_behind) = chosen(oracle.sites(component.schema));
    component.left_behind = left_behind;
    let mut makers = Makers {
        oracle,
        judge,
        ready,
        seen: HashMap::new(),
        component,
    };
    makers.sound(&sites);
    makers.unsound(&sites);
    if admitted(component).next().is_none() {
        component.left_out = Some("no value of it was found".to_owned());
    }
}

/// The keywords that are tried, and how many are not: of those behind one reference [`MOST_BEHIND`], evenly chosen.
fn chosen(sites: Vec<Site>) -> (Vec<Site>, usize) {
    let all = sites.len();
    let reference = |site: &Site| -> Option<Vec<String>> {
        let at = site.steps.iter().position(|step| step.starts_with('#'))?;
        Some(site.steps[..at].to_vec())
    };
    let mut behind: HashMap<Vec<String>, usize> = HashMap::new();
    for reference in sites.iter().filter_map(reference) {
        *behind.entry(reference).or_default() += 1;
    }
    let mut met: HashMap<Vec<String>, usize> = HashMap::new();
    let chosen: Vec<Site> = { sites.into_iter() }
        .filter(|site| {
            let Some(reference) = reference(site) else {
                return true;
            };
            let count = behind[&reference];
            let at = met.entry(reference).or_default();
            *at += 1;
            // Where this share of the whole number grows.
            count <= MOST_BEHIND || *at * MOST_BEHIND / count > (*at - 1) * MOST_BEHIND / count
        })
        .collect();
    let left = all - chosen.len();
    (chosen, left)
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
    /// Each text, and whether the schema admits it.
    seen: HashMap<String, bool>,
    component: &'j mut Component<'a>,
}

impl Makers<'_, '_> {
    /// Adds an instance unless it is there; says whether the schema admits it.
    fn add(&mut self, value: &Value) -> bool {
        self.add_text(value.to_string(), value)
    }

    fn add_text(&mut self, text: String, value: &Value) -> bool {
        if let Some(is_admitted) = self.seen.get(&text) {
            return *is_admitted;
        }
        let is_admitted = self.judge.admits(self.ready, value);
        self.seen.insert(text.clone(), is_admitted);
        self.component.instances.push(Instance {
            text,
            value: value.clone(),
            is_admitted,
        });
        is_admitted
    }

    /// What the schema should admit: the least and the most of it, each variant of its unions, and some by chance.
    fn sound(&mut self, sites: &[Site]) {
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
        for site in sites {
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
        let few: Vec<Value> = admitted(self.component)
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
    fn unsound(&mut self, sites: &[Site]) {
        for site in sites {
            self.component.keywords += 1;
            let is_broken = self.broken(site);
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
