// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! Everything an operation takes, read and validated together: path, query, headers and body.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::body::read_body;
use super::parameter::Texts;
use super::rejection::{Rejection, Violation};
use super::request::RequestHead;
use super::table::{Location, Operation, Parameter, Reading};
use super::unread::Unread;
use super::validate::{validate, violation};

/// The values of one request, in the order of the table, after validation.
#[derive(Debug)]
pub(crate) struct Input {
    operation: &'static Operation,
    pub(in super::super) parameters: Vec<Option<Value>>,
    body: Option<Value>,
}

impl Input {
    /// Reads a request: 415 and 413 before the body is read, 400 for what can't be read, 422 with all violations.
    pub(crate) async fn of_request(
        operation: &'static Operation,
        head: &RequestHead,
        body: Unread,
        default_max_bytes: usize,
    ) -> Result<Self, Rejection> {
        let mut violations = Vec::new();
        let expected = operation.body.as_ref();
        let body = match expected {
            Some(expected) => read_body(expected, head, body, default_max_bytes).await?,
            None => None,
        };
        let texts = Texts::of(operation, head)?;
        violations.extend(texts.unknown());
        let mut read = |parameter| {
            texts.read(parameter).unwrap_or_else(|(rule, message)| {
                violations.push(Violation {
                    location: place(parameter),
                    rule: rule.to_owned(),
                    message: message.to_owned(),
                });
                None
            })
        };
        let parameters = operation.parameters.iter().map(&mut read).collect();
        let input = Self {
            operation,
            parameters,
            body,
        };
        input.checked(violations)
    }

    /// Takes a tool's arguments: one flat object of path and query parameters and the body's members.
    pub(crate) fn of_arguments(
        operation: &'static Operation,
        arguments: Value,
    ) -> Result<Self, Rejection> {
        let mut members = match arguments {
            Value::Object(members) => members,
            Value::Null => Map::new(),
            Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                let violation = violation("", "body", "type", "must be an object");
                return Err(Rejection::invalid(vec![violation]));
            }
        };
        let parameters = operation
            .parameters
            .iter()
            .map(|parameter| match parameter.location {
                Location::Path | Location::Query => members
                    .shift_remove(parameter.name)
                    .filter(|value| !value.is_null()),
                Location::Header | Location::Cookie => None,
            })
            .collect();
        let mut violations = Vec::new();
        let body = match &operation.body {
            Some(_) => Some(Value::Object(members)),
            None => {
                let unknown = members.keys();
                violations.extend(unknown.map(|name| {
                    violation("/query", name, "additionalProperties", "is not known here")
                }));
                None
            }
        };
        Self {
            operation,
            parameters,
            body,
        }
        .checked(violations)
    }

    /// The value of the parameter at this place of the table; its default when it was left out.
    pub(crate) fn required<T: DeserializeOwned>(&mut self, at: usize) -> Result<T, Rejection> {
        let parameter = &self.operation.parameters[at];
        let value = match self.parameters[at].take() {
            Some(value) => value,
            None => parameter
                .schema
                .compiled()
                .default
                .clone()
                .unwrap_or_default(),
        };
        typed(value, || place(parameter))
    }

    /// The value of the parameter at this place of the table, if it was given.
    pub(crate) fn optional<T: DeserializeOwned>(
        &mut self,
        at: usize,
    ) -> Result<Option<T>, Rejection> {
        match self.parameters[at].take() {
            Some(value) => typed(value, || place(&self.operation.parameters[at])).map(Some),
            None => Ok(None),
        }
    }

    /// The body; where it may be left out, an `Option`.
    pub(crate) fn body<T: DeserializeOwned>(&mut self) -> Result<T, Rejection> {
        typed(self.body.take().unwrap_or_default(), || "/body".to_owned())
    }

    fn checked(self, mut violations: Vec<Violation>) -> Result<Self, Rejection> {
        for (parameter, value) in self.operation.parameters.iter().zip(&self.parameters) {
            match value {
                Some(value) => {
                    let place = || place(parameter);
                    validate(parameter.schema.compiled(), value, place, &mut violations);
                }
                None if parameter.required => {
                    let missing = Violation {
                        location: place(parameter),
                        rule: "required".to_owned(),
                        message: "is required".to_owned(),
                    };
                    // What was there but couldn't be read has its violation already.
                    if !violations
                        .iter()
                        .any(|known| known.location == missing.location)
                    {
                        violations.push(missing);
                    }
                }
                None => {}
            }
        }
        let expected = self.operation.body.as_ref();
        match (expected, &self.body) {
            (Some(expected), Some(value)) => {
                let place = || "/body".to_owned();
                validate(expected.schema.compiled(), value, place, &mut violations);
            }
            (Some(expected), None) if expected.required && expected.reading != Reading::Stream => {
                violations.push(violation("", "body", "required", "is required"));
            }
            (Some(_) | None, _) => {}
        }
        if violations.is_empty() {
            Ok(self)
        } else {
            Err(Rejection::invalid(violations))
        }
    }
}

/// A typed value. What passed validation and still doesn't fit its Rust type is one more violation, not a fault.
fn typed<T: DeserializeOwned>(
    value: Value,
    location: impl FnOnce() -> String,
) -> Result<T, Rejection> {
    T::deserialize(value).map_err(|_| {
        let message = "cannot be represented".to_owned();
        Rejection::invalid(vec![Violation {
            location: location(),
            rule: "type".to_owned(),
            message,
        }])
    })
}

fn place(parameter: &Parameter) -> String {
    let location = format!("/{}", parameter.location.as_str());
    violation(&location, parameter.name, "", "").location
}
