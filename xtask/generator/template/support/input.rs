//! Everything an operation takes, read and validated together: path, query, headers and body.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

//# if streams or parts
use super::body::open_stream;
//# end
use super::body::read_body;
use super::parameter::Texts;
//# if several
use super::body::chosen;
//# end
//# if parts
use super::parts::{Files, Part, read_parts};
//# end
use super::rejection::{Rejection, Violation};
use super::request::RequestHead;
use super::table::{Location, Operation, Parameter, Reading};
//# if several
use super::table::RequestBody;
//# end
use super::unread::Unread;
//# if streams
use super::upload::BodyStream;
//# end
use super::validate::{validate, violation};

/// The values of one request, in the order of the table, after validation.
#[derive(Debug)]
pub(crate) struct Input {
    operation: &'static Operation,
    //# if several
    /// The body of the media type that came.
    expected: Option<&'static RequestBody>,
    //# end
    pub(in super::super) parameters: Vec<Option<Value>>,
    body: Option<Value>,
    //# if streams
    stream: Option<BodyStream>,
    //# end
    //# if parts
    files: Files,
    //# end
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
        //# if streams
        let mut stream = None;
        //# end
        //# if parts
        let mut files = Files::new();
        //# end
        let expected = operation.body.as_ref();
        //# if several
        let expected = expected.map(|first| chosen(first, head));
        //# end
        let body = match expected {
            //# if streams
            Some(expected) if expected.reading == Reading::Stream => {
                stream = open_stream(expected, head, body, default_max_bytes)?;
                None
            }
            //# end
            //# if parts
            Some(expected) if expected.reading == Reading::Parts => {
                let max_bytes = expected.max_bytes.unwrap_or(default_max_bytes);
                match open_stream(expected, head, body, default_max_bytes)? {
                    Some(body) => {
                        let (value, found) =
                            read_parts(expected, head, body, max_bytes, &mut violations).await?;
                        files = found;
                        Some(value)
                    }
                    None => None,
                }
            }
            //# end
            //# if forms
            Some(expected) => {
                read_body(expected, head, body, default_max_bytes, &mut violations).await?
            }
            //# else
            //= Some(expected) => read_body(expected, head, body, default_max_bytes).await?,
            //# end
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
            //# if several
            expected,
            //# end
            parameters,
            body,
            //# if streams
            stream,
            //# end
            //# if parts
            files,
            //# end
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
            //# if several
            expected: operation.body.as_ref(),
            //# end
            parameters,
            body,
            //# if streams
            stream: None,
            //# end
            //# if parts
            files: Files::new(),
            //# end
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

    //# if parts
    /// A part that is a value; where it may be left out, an `Option`.
    pub(crate) fn member<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Rejection> {
        let members = self.body.as_mut().and_then(Value::as_object_mut);
        let value = members.and_then(|members| members.shift_remove(name));
        typed(value.unwrap_or_default(), || violation("/body", name, "", "").location)
    }

    /// The files of a name, in the order in which they came.
    pub(crate) fn files(&mut self, name: &str) -> Vec<Part> {
        let all = std::mem::take(&mut self.files).into_iter();
        let (found, rest) = all.partition(|(own, _)| own == name);
        self.files = rest;
        Vec::into_iter(found).map(|(_, part)| part).collect()
    }

    /// The only file of a name.
    pub(crate) fn file(&mut self, name: &str) -> Result<Part, Rejection> {
        // What passed validation has one.
        let missing = || violation("/body", name, "type", "cannot be represented");
        let found = self.files(name).pop();
        found.ok_or_else(|| Rejection::invalid(vec![missing()]))
    }

    //# end
    //# if parts or several
    /// Whether there is a body.
    pub(crate) fn is_given(&self) -> bool {
        //# if streams
        if self.stream.is_some() {
            return true;
        }
        //# end
        self.body.is_some()
    }

    //# end
    //# if several
    /// The media type of the body, as the document names it.
    pub(crate) fn media(&self) -> Option<&'static str> {
        self.expected.map(|expected| expected.media)
    }

    //# end
    //# if streams
    /// The body as it comes; `None` where it may be left out and was.
    pub(crate) fn stream(&mut self) -> Option<BodyStream> {
        self.stream.take()
    }

    //# end
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
        //# if several
        let expected = self.expected.or(expected);
        //# end
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
