//! What the document says of an operation: read from the document alone, never from the generated code.

use serde_json::Value;

use super::ask::Ask;
use super::forms;
use super::generated::document::{Header, Location, Operation, Parameter};
use super::written::text;
use openapi_dropshot_oracle::Oracle;

/// Everything that the document says of an operation, references followed.
pub(super) struct Spec<'a> {
    pub(super) oracle: Oracle<'a>,
    pub(super) operation: &'a Value,
    parameters: Vec<&'a Value>,
}

impl<'a> Spec<'a> {
    pub(super) fn of(document: &'a Value, row: &Operation) -> Self {
        let oracle = Oracle(document);
        let item = &document["paths"][row.path];
        let operation = &item[row.method.to_lowercase()];
        let lists = [&item["parameters"], &operation["parameters"]];
        let parameters = lists.iter().filter_map(|list| list.as_array()).flatten();
        Self {
            oracle,
            operation,
            parameters: parameters
                .map(|parameter| oracle.resolved(parameter))
                .collect(),
        }
    }

    pub(super) fn parameter(&self, parameter: &Parameter) -> &'a Value {
        let place = parameter.location.as_str();
        let is_it = |known: &&&Value| known["name"] == parameter.name && known["in"] == place;
        self.parameters.iter().rfind(is_it).unwrap()
    }

    /// What a parameter's values are, as JSON or as text.
    pub(super) fn schema(&self, parameter: &Parameter) -> &'a Value {
        let declared = self.parameter(parameter);
        let media = declared["content"]
            .as_object()
            .and_then(|all| all.values().next());
        media.map_or(&declared["schema"], |media| &media["schema"])
    }

    /// A value as a parameter is written.
    pub(super) fn written(
        &self,
        parameter: &Parameter,
        value: &Value,
    ) -> Option<Vec<(String, String)>> {
        let schema = self.oracle.resolved(self.schema(parameter));
        super::written::parameter(self.parameter(parameter), schema, value)
    }

    pub(super) fn body(&self) -> Option<(&'a Value, &'a str, &'a Value)> {
        let body = self.oracle.resolved(self.operation.get("requestBody")?);
        let (media, content) = body["content"].as_object()?.iter().next()?;
        Some((body, media, &content["schema"]))
    }

    pub(super) fn response(&self, status: &str) -> &'a Value {
        self.oracle.resolved(&self.operation["responses"][status])
    }

    pub(super) fn header(&self, response: &'a Value, header: &Header) -> &'a Value {
        let mut all = response["headers"].as_object().into_iter().flatten();
        let (_, found) = all
            .find(|(name, _)| name.eq_ignore_ascii_case(header.name))
            .unwrap();
        self.oracle.resolved(found)
    }

    /// The alternatives by which callers may be known: the schemes of each, with their scopes.
    pub(super) fn security(&self) -> Vec<Vec<(&'a str, Vec<&'a str>)>> {
        let own = self.operation.get("security");
        let list = own.or_else(|| self.oracle.0.get("security"));
        let alternatives = list.and_then(Value::as_array).into_iter().flatten();
        let schemes = alternatives.map(|all| all.as_object().into_iter().flatten());
        let scopes = |scopes: &'a Value| {
            let all = scopes.as_array().into_iter().flatten();
            all.filter_map(Value::as_str).collect()
        };
        schemes
            .map(|all| {
                all.map(|(name, all)| (name.as_str(), scopes(all)))
                    .collect()
            })
            .collect()
    }

    /// Adds the credentials of a scheme to a request.
    pub(super) fn show(&self, ask: &mut Ask, scheme: &str) -> bool {
        let scheme = self
            .oracle
            .resolved(&self.oracle.0["components"]["securitySchemes"][scheme]);
        let name = || scheme["name"].as_str().unwrap().to_owned();
        let kind = |key: &str| scheme[key].as_str().unwrap_or_default().to_lowercase();
        let authorization = "authorization".to_owned();
        match (
            kind("type").as_str(),
            kind("scheme").as_str(),
            kind("in").as_str(),
        ) {
            ("http", "bearer", _) | ("oauth2" | "openidconnect", _, _) => {
                ask.headers.push((authorization, "Bearer good".to_owned()));
            }
            // `ana:good`
            ("http", "basic", _) => {
                ask.headers
                    .push((authorization, "Basic YW5hOmdvb2Q=".to_owned()));
            }
            ("apikey", _, "header") => ask.headers.push((name(), "good".to_owned())),
            ("apikey", _, "query") => {
                ask.give(Location::Query, "a key", vec![(name(), "good".to_owned())])
            }
            ("apikey", _, "cookie") => {
                ask.give(Location::Cookie, "a key", vec![(name(), "good".to_owned())]);
            }
            _ => return false,
        }
        true
    }

    /// A request that the document admits, every parameter given.
    pub(super) fn ask(&self, operation: &'static Operation) -> Ask {
        let mut ask = Ask::default();
        for parameter in operation.parameters {
            let value = self.oracle.valid(self.schema(parameter), &[]);
            let pairs = self.written(parameter, &value).unwrap_or_default();
            ask.give(parameter.location, parameter.name, pairs);
        }
        if let Some((body, media, schema)) = self.body() {
            ask.headers
                .push(("content-type".to_owned(), forms::named(media)));
            let value = self.oracle.valid(schema, &[]);
            let content = &body["content"][media];
            ask.body = forms::body(media, content, &value).unwrap();
        }
        ask
    }
}

pub(super) fn written(media: &str, value: &Value) -> Vec<u8> {
    if media.ends_with("json") {
        value.to_string().into_bytes()
    } else {
        text(value).into_bytes()
    }
}
