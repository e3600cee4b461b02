//! Values that are sound but for one keyword.

use serde_json::{Map, Value, json};

use crate::numbers::{range, whole};
use crate::{Oracle, Site, Style, text};

impl<'a> Oracle<'a> {
    /// Values that break the keyword at this place, the plainest first; for `nullable`, the value that it admits.
    pub fn misses(self, schema: &'a Value, site: &Site) -> Vec<Value> {
        self.misses_of(schema, site, Style::Plain)
    }

    /// The same, made from a value of this style.
    pub fn misses_of(self, schema: &'a Value, site: &Site, style: Style) -> Vec<Value> {
        let here = self.at(schema, &site.steps);
        let good = self.styled(schema, &site.steps, style);
        let pointer: String = site
            .place
            .iter()
            .map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1")))
            .collect();
        let inner = good.pointer(&pointer).unwrap_or(&Value::Null).clone();
        let broken = self.broken(here, site, &inner);
        broken
            .into_iter()
            .filter_map(|value| {
                let mut whole = good.clone();
                *whole.pointer_mut(&pointer)? = value;
                Some(whole)
            })
            .collect()
    }

    /// What may stand in the place of a sound value to break the keyword.
    fn broken(self, here: &'a Value, site: &Site, inner: &Value) -> Vec<Value> {
        let limit = &here[site.keyword.as_str()];
        let count = |extra: i64| usize::try_from(limit.as_i64().unwrap_or(0) + extra).unwrap_or(0);
        let members = |change: &dyn Fn(&mut Map<String, Value>)| {
            let mut members = inner.as_object().cloned().unwrap_or_default();
            change(&mut members);
            vec![Value::Object(members)]
        };
        match site.keyword.as_str() {
            "type" => vec![
                json!([[7]]),
                json!({ "zz": 7 }),
                json!("x"),
                json!(7),
                json!(7.5),
                json!(true),
                Value::Null,
            ],
            "enum" => {
                let mut values = vec![json!("no-such-value"), json!(987_654), json!("")];
                if let Some(text) = inner.as_str() {
                    values.push(json!(text.to_uppercase()));
                    values.push(json!(format!("{text} ")));
                }
                values
            }
            "nullable" => vec![Value::Null],
            "pattern" => text::beside_pattern(inner.as_str().unwrap_or_default())
                .into_iter()
                .map(Value::from)
                .collect(),
            "minLength" => {
                let short = |text: &str| text.chars().take(count(-1)).collect::<String>();
                vec![
                    json!("x".repeat(count(-1))),
                    json!(short(inner.as_str().unwrap_or_default())),
                ]
            }
            "maxLength" => {
                // Of the same letters, so that a pattern that admits any number of them still does.
                let text = inner
                    .as_str()
                    .filter(|text| !text.is_empty())
                    .unwrap_or("x");
                let long: String = text.chars().cycle().take(count(1)).collect();
                let last: String = text
                    .chars()
                    .last()
                    .into_iter()
                    .cycle()
                    .take(count(1))
                    .collect();
                vec![json!(long), json!("a".repeat(count(1))), json!(last)]
            }
            "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum" => beyond(here, site),
            "multipleOf" => vec![
                json!(limit.as_f64().unwrap_or(1.0) * 1.5),
                json!(limit.as_i64().unwrap_or(1) + 1),
            ],
            "minItems" => {
                let items = inner.as_array().cloned().unwrap_or_default();
                vec![
                    items.into_iter().take(count(-1)).collect(),
                    vec![Value::Null; count(-1)].into(),
                ]
            }
            "maxItems" => {
                let one = inner.get(0).cloned().unwrap_or(json!("x"));
                let mut differing: Vec<Value> = inner.as_array().cloned().unwrap_or_default();
                for seed in 0..200 {
                    if differing.len() > count(0) {
                        break;
                    }
                    let item = self.styled(&here["items"], &[], Style::Random(seed));
                    if !differing.contains(&item) {
                        differing.push(item);
                    }
                }
                vec![vec![one; count(1)].into(), differing.into()]
            }
            "uniqueItems" => {
                let one = inner.get(0).cloned();
                let one = one.unwrap_or_else(|| self.valid(&here["items"], &[]));
                vec![json!([one, one])]
            }
            "minProperties" => members(&|members| {
                while members.len() > count(-1) {
                    let Some(name) = members.keys().next_back().cloned() else {
                        break;
                    };
                    members.shift_remove(&name);
                }
            }),
            "maxProperties" => members(&|members| {
                let value = members.values().next().cloned().unwrap_or(json!("x"));
                members.extend((0..count(1)).map(|n| (format!("more{n}"), value.clone())));
            }),
            "required" => members(&|members| {
                members.shift_remove(site.item.as_deref().unwrap_or_default());
            }),
            "additionalProperties" => members(&|members| {
                members.insert("zz".to_owned(), json!(1));
            }),
            "format" => match limit.as_str() {
                Some("float") => vec![json!(1e39), json!(-1e39)],
                Some(format) if here["type"] == "integer" => {
                    let (low, high) = range(format);
                    vec![whole(high + 1), whole(low - 1)]
                }
                Some(format) => text::beside_format(format)
                    .into_iter()
                    .map(Value::from)
                    .collect(),
                None => Vec::new(),
            },
            // That it is there is the fault.
            "readOnly" | "writeOnly" => vec![inner.clone()],
            "discriminator" => members(&|members| {
                let tag = limit["propertyName"].as_str().unwrap_or_default();
                members.insert(tag.to_owned(), json!("no-such-tag"));
            }),
            "oneOf" | "anyOf" => {
                let mut values = vec![
                    json!([[7]]),
                    json!({ "zz": 7 }),
                    json!("x"),
                    json!(7),
                    json!({}),
                    json!(7.5),
                    json!(true),
                    Value::Null,
                ];
                // A union of objects: one of no variant's, or of none but by its name.
                if inner.is_object() {
                    values.extend(members(&|members| {
                        for value in members.values_mut().filter(|value| !value.is_string()) {
                            *value = json!([[7]]);
                        }
                    }));
                    values.extend(members(&|members| {
                        for value in members.values_mut() {
                            *value = json!([[7]]);
                        }
                    }));
                }
                values
            }
            "not" => (0..8)
                .map(|seed| self.styled(limit, &[], Style::Random(seed)))
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// Numbers on the other side of a bound.
fn beyond(here: &Value, site: &Site) -> Vec<Value> {
    let (bound, sign) = if site.keyword.to_lowercase().ends_with("minimum") {
        ("minimum", -1)
    } else {
        ("maximum", 1)
    };
    let exclusive = site.keyword.starts_with("exclusive");
    let bound = &here[bound];
    let integer = bound
        .as_i64()
        .map(i128::from)
        .or_else(|| bound.as_u64().map(i128::from));
    match integer {
        Some(bound) => vec![whole(bound + if exclusive { 0 } else { sign })],
        None => {
            let sign = if sign > 0 { 1.0 } else { -1.0 };
            let bound = bound.as_f64().unwrap_or(0.0);
            vec![json!(bound + if exclusive { 0.0 } else { sign })]
        }
    }
}
