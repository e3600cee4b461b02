//! Parameters: that they are required, and what their schemas demand.

use super::Check;
use super::ask::Ask;
use super::generated::document::{Form, Location, Operation, Parameter};
use super::rows::{mutant, parameters};
use super::spec::Spec;
use serde_json::Value;

impl Check {
    pub(super) fn parameters<'a>(
        &mut self,
        operation: &'static Operation,
        spec: &Spec<'a>,
        ask: &Ask,
    ) {
        let id = operation.id;
        for (at, parameter) in operation.parameters.iter().enumerate() {
            let declared = spec.parameter(parameter);
            let with = |pairs: Option<Vec<(String, String)>>| {
                let mut changed = ask.clone();
                changed.give(
                    parameter.location,
                    parameter.name,
                    pairs.unwrap_or_default(),
                );
                changed
            };
            if declared["required"] == true && parameter.location != Location::Path {
                let short = with(None);
                let mutant = parameters(operation, at, |p| Parameter {
                    required: false,
                    ..p
                });
                let refused = short.judged(operation);
                self.score.count(
                    || format!("{id}: {} is required", parameter.name),
                    refused.0 == 422 && short.judged(mutant) != refused,
                );
            }
            self.form(operation, spec, at, &with);
            let is_json = declared.get("content").is_some();
            let root = format!("/{}/{}", parameter.location.as_str(), parameter.name);
            self.schema(
                spec.oracle,
                spec.schema(parameter),
                &root,
                !is_json,
                &|value, site| {
                    let pairs = spec.written(parameter, value)?;
                    // An empty segment is another path.
                    let is_empty = pairs.iter().any(|(_, text)| text.is_empty());
                    if parameter.location == Location::Path && is_empty {
                        return None;
                    }
                    let row = match site {
                        None => operation,
                        Some(site) => parameters(operation, at, |p| Parameter {
                            schema: mutant(p.schema, site),
                            ..p
                        }),
                    };
                    Some(with(Some(pairs)).judged(row))
                },
            );
        }
    }

    /// How a parameter is written: read otherwise, the same text is another value or none.
    fn form(
        &mut self,
        operation: &'static Operation,
        spec: &Spec<'_>,
        at: usize,
        with: &dyn Fn(Option<Vec<(String, String)>>) -> Ask,
    ) {
        let parameter = &operation.parameters[at];
        let declared = spec.parameter(parameter);
        let mut value = spec.oracle.valid(spec.schema(parameter), &[]);
        // One item says nothing of what stands between two.
        if let Value::Array(items) = &mut value
            && let [one] = items.as_slice()
        {
            *items = vec![one.clone(), one.clone()];
        }
        let is_whole = !value.is_array() && !value.is_object();
        let asked = with(spec.written(parameter, &value));
        let sound = asked.judged(operation);
        let (style, explode) = match parameter.form {
            Form::Styled(style, explode) => (style, explode),
            Form::Usual | Form::Content(_) => (None, None),
        };
        // What is written out although it is usual changes nothing, and one piece of text has nothing to stand apart.
        let usual = if matches!(parameter.location, Location::Query | Location::Cookie) {
            "form"
        } else {
            "simple"
        };
        let is_usual_style = declared["style"]
            .as_str()
            .is_none_or(|style| style == usual);
        let own = declared["style"].as_str().unwrap_or(usual);
        let is_usual_explode = declared["explode"]
            .as_bool()
            .is_none_or(|explode| explode == (own == "form"))
            || is_whole
            || own == "deepObject"
            || (own == "simple" && value.is_array() && operation.rest().is_none());
        let mutants = [
            ("style", is_usual_style, Form::Styled(None, explode)),
            ("explode", is_usual_explode, Form::Styled(style, None)),
            ("content", declared.get("content").is_none(), Form::Usual),
        ];
        for (keyword, is_idle, form) in mutants {
            if is_idle {
                continue;
            }
            let mutant = parameters(operation, at, |p| Parameter { form, ..p });
            self.score.count(
                || format!("{id}: {keyword} of {}", parameter.name, id = operation.id),
                sound.0 == 0 && asked.judged(mutant) != sound,
            );
        }
    }
}
