//! What the document says of an operation: read from the document alone, never from the generated code.

use serde_json::{Map, Value};

use super::ask::Ask;
use super::forms;
use super::generated::document::{Header, Location, Operation, Parameter};
use super::keywords::Written;
use super::written::text;
use openapi_dropshot_oracle::{Oracle, Site};

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

    /// How a parameter's values are written.
    pub(super) fn parameter_written(&self, parameter: &Parameter) -> Written<'static> {
        let declared = self.parameter(parameter);
        let is_object = self.oracle.resolved(self.schema(parameter))["type"] == "object";
        let stands_apart = declared["explode"] != false
            && declared["style"]
                .as_str()
                .is_none_or(|style| style == "form");
        if declared.get("content").is_some() {
            Written::Json
        } else if parameter.location == Location::Query && is_object && stands_apart {
            Written::Pairs
        } else {
            Written::Text
        }
    }

    /// Where a schema says what a value is that was left out.
    pub(super) fn default(&self, schema: &'a Value) -> Option<Site> {
        let mut steps = Vec::new();
        let mut schema = schema;
        while schema.get("default").is_none() {
            steps.push(schema["$ref"].as_str()?.to_owned());
            schema = self
                .oracle
                .0
                .pointer(schema["$ref"].as_str()?.trim_start_matches('#'))?;
        }
        Some(Site {
            steps,
            place: Vec::new(),
            keyword: "default".to_owned(),
            item: None,
            home: String::new(),
        })
    }

    pub(super) fn body(&self) -> Option<&'a Value> {
        Some(self.oracle.resolved(self.operation.get("requestBody")?))
    }

    /// The media types of the request's body.
    pub(super) fn contents(&self) -> Vec<Content<'a>> {
        let all = self.body().and_then(|body| body["content"].as_object());
        Content::all(all)
    }

    /// The media types of an answer.
    pub(super) fn payloads(&self, response: &'a Value) -> Vec<Content<'a>> {
        Content::all(response["content"].as_object())
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

    /// Adds the credentials of a scheme to a request; a token is called by what it allows.
    pub(super) fn show(&self, ask: &mut Ask, scheme: &str, scopes: &[&str]) {
        let token = match scopes {
            [] => "good".to_owned(),
            scopes => scopes.join("."),
        };
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
                ask.headers.push((authorization, format!("Bearer {token}")));
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
            _ => unreachable!("no scheme of another kind is taken"),
        }
    }

    /// A request that the document admits, every parameter given.
    pub(super) fn ask(&self, operation: &'static Operation) -> Ask {
        let mut ask = Ask::default();
        for parameter in operation.parameters {
            let value = self.oracle.valid(self.schema(parameter), &[]);
            let pairs = self.written(parameter, &value).unwrap_or_default();
            ask.give(parameter.location, parameter.name, pairs);
        }
        if operation.websocket {
            let handshake = [
                ("connection", "upgrade, close"),
                ("upgrade", "websocket"),
                ("sec-websocket-version", "13"),
                ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
            ];
            ask.headers
                .extend(handshake.map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
        if let Some(content) = self.contents().first() {
            let value = self.oracle.valid(content.schema, &[]);
            ask.send(content.named(), content.body(&value).unwrap());
        }
        ask
    }
}

/// One media type of a body or an answer.
pub(super) struct Content<'a> {
    pub(super) media: &'a str,
    pub(super) declared: &'a Value,
    pub(super) schema: &'a Value,
}

impl<'a> Content<'a> {
    fn all(declared: Option<&'a Map<String, Value>>) -> Vec<Self> {
        let all = declared.into_iter().flatten();
        all.map(|(media, declared)| Content {
            media,
            declared,
            schema: &declared["schema"],
        })
        .collect()
    }

    /// The media type as a request or an answer names it.
    pub(super) fn named(&self) -> String {
        forms::named(self.media)
    }

    /// A value of it; `None` where it can't be written so.
    pub(super) fn body(&self, value: &Value) -> Option<Vec<u8>> {
        forms::body(self.media, self.declared, value, None)
    }

    /// Whether it has fields.
    pub(super) fn is_form(&self) -> bool {
        self.media == "application/x-www-form-urlencoded" || self.media == "multipart/form-data"
    }

    /// What is said of its fields.
    pub(super) fn encoding(&self) -> impl Iterator<Item = (&'a str, &'a Value)> {
        let all = self.declared["encoding"].as_object().into_iter().flatten();
        all.map(|(field, encoding)| (field.as_str(), encoding))
    }

    /// Its fields that are JSON.
    pub(super) fn json_fields(&self, oracle: Oracle<'a>) -> Vec<String> {
        let properties = oracle.resolved(self.schema)["properties"].as_object();
        let is_json = |name: &str, schema: &'a Value| {
            let schema = oracle.resolved(schema);
            let media = self.declared["encoding"][name]["contentType"].as_str();
            match (self.media, media) {
                ("multipart/form-data", None) => {
                    schema["type"] == "object"
                        || oracle.resolved(&schema["items"])["type"] == "object"
                }
                (_, media) => media.is_some_and(|media| media.contains("json")),
            }
        };
        let all = properties.into_iter().flatten();
        all.filter(|(name, schema)| is_json(name, schema))
            .map(|(name, _)| name.clone())
            .collect()
    }
}

pub(super) fn written(media: &str, value: &Value) -> Vec<u8> {
    if media.ends_with("json") {
        value.to_string().into_bytes()
    } else {
        text(value).into_bytes()
    }
}
