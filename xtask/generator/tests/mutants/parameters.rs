//! Parameters: that they are required, how they are written, and what their schemas demand.

use serde_json::Value;

use super::Check;
use super::ask::Ask;
use super::class::Class;
use super::exchange::Exchange;
use super::generated::document::{Form, Location, Operation, Parameter};
use super::keywords::{Use, Written};
use super::rows::{mutant, parameters};
use super::spec::Spec;

impl Check<'_> {
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
                let pairs = pairs.unwrap_or_default();
                changed.give(parameter.location, parameter.name, pairs);
                changed
            };
            // Where members stand by themselves, nobody writes the name.
            if spec.parameter_written(parameter) != Written::Pairs {
                let renamed = parameters(operation, at, |p| Parameter {
                    name: "zz-other",
                    ..p
                });
                self.count(
                    Class::ParameterName,
                    || format!("{id}: {}", parameter.name),
                    &[Exchange::Request(ask.clone())],
                    operation,
                    renamed,
                );
            }
            if declared["required"] == true && parameter.location != Location::Path {
                let optional = parameters(operation, at, |p| Parameter {
                    required: false,
                    ..p
                });
                self.count(
                    Class::ParameterRequired,
                    || format!("{id}: {}", parameter.name),
                    &[Exchange::Request(with(None))],
                    operation,
                    optional,
                );
            }
            self.form(operation, spec, at, &with);
            self.default(operation, spec, at, &with);
            let class = match parameter.location {
                Location::Path => Class::PathKeyword,
                Location::Query => Class::QueryKeyword,
                Location::Header => Class::HeaderKeyword,
                Location::Cookie => Class::CookieKeyword,
            };
            let place = Use {
                class,
                home: id,
                root: &format!("/{}/{}", parameter.location.as_str(), parameter.name),
                schema: spec.schema(parameter),
                written: spec.parameter_written(parameter),
            };
            self.schema(spec.oracle, &place, &|value, site| {
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
                Some((Exchange::Request(with(Some(pairs))), row))
            });
        }
    }

    /// What a parameter is that was left out.
    fn default(
        &mut self,
        operation: &'static Operation,
        spec: &Spec<'_>,
        at: usize,
        with: &dyn Fn(Option<Vec<(String, String)>>) -> Ask,
    ) {
        let parameter = &operation.parameters[at];
        let Some(site) = spec.default(spec.schema(parameter)) else {
            return;
        };
        let without = parameters(operation, at, |p| Parameter {
            schema: mutant(p.schema, &site),
            ..p
        });
        let class = match parameter.location {
            Location::Path => Class::PathKeyword,
            Location::Query => Class::QueryKeyword,
            Location::Header => Class::HeaderKeyword,
            Location::Cookie => Class::CookieKeyword,
        };
        self.count(
            class,
            || format!("{}: default of {}", operation.id, parameter.name),
            &[Exchange::Request(with(None))],
            operation,
            without,
        );
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
        let asked = Exchange::Request(with(spec.written(parameter, &value)));
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
            (
                Class::ParameterStyle,
                is_usual_style,
                Form::Styled(None, explode),
            ),
            (
                Class::ParameterExplode,
                is_usual_explode,
                Form::Styled(style, None),
            ),
            (
                Class::ParameterContent,
                declared.get("content").is_none(),
                Form::Usual,
            ),
        ];
        for (class, is_idle, form) in mutants {
            if is_idle {
                continue;
            }
            let mutant = parameters(operation, at, |p| Parameter { form, ..p });
            self.count(
                class,
                || format!("{}: {}", operation.id, parameter.name),
                std::slice::from_ref(&asked),
                operation,
                mutant,
            );
        }
    }
}
