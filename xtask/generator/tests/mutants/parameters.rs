//! Parameters: that they are required, and what their schemas demand.

use super::Check;
use super::ask::Ask;
use super::generated::document::{Location, Operation, Parameter};
use super::rows::{mutant, parameters};
use super::spec::{Spec, text};

impl Check {
    pub(super) fn parameters<'a>(
        &mut self,
        operation: &'static Operation,
        spec: &Spec<'a>,
        ask: &Ask,
    ) {
        let id = operation.id;
        for (at, parameter) in operation.parameters.iter().enumerate() {
            let place = |ask: &mut Ask, text: Option<String>| {
                let part = ask.part(parameter.location);
                part.retain(|(name, _)| name != parameter.name);
                part.extend(text.map(|text| (parameter.name.to_owned(), text)));
            };
            if spec.parameter(parameter)["required"] == true && parameter.location != Location::Path
            {
                let mut short = ask.clone();
                place(&mut short, None);
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
            let root = format!("/{}/{}", parameter.location.as_str(), parameter.name);
            self.schema(
                spec.oracle,
                &spec.parameter(parameter)["schema"],
                &root,
                true,
                &|value, site| {
                    let text = text(value);
                    // An empty segment is another path.
                    if parameter.location == Location::Path && text.is_empty() {
                        return None;
                    }
                    let mut spoilt = ask.clone();
                    place(&mut spoilt, Some(text));
                    let row = match site {
                        None => operation,
                        Some(site) => parameters(operation, at, |p| Parameter {
                            schema: mutant(p.schema, site),
                            ..p
                        }),
                    };
                    Some(spoilt.judged(row))
                },
            );
        }
    }
}
