//! Members that only one side may send: `readOnly` ones come from the server, `writeOnly` ones from callers.
//!
//! Knows OpenAPI's dialect; knows no document.

use serde_json::{Map, Value, json};

/// Which way a value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// From a caller.
    Request,
    /// From the server.
    Answer,
}

impl Side {
    /// The keyword of members that don't go this way.
    pub(crate) fn refused(self) -> &'static str {
        match self {
            Side::Request => "readOnly",
            Side::Answer => "writeOnly",
        }
    }

    /// The schema as it holds for values that go this way: a member of the other way is refused, and never required.
    pub(crate) fn seen(self, schema: &Value) -> Value {
        let Value::Object(members) = schema else {
            return schema.clone();
        };
        let refused = members
            .get("properties")
            .map(|properties| self.names(properties))
            .unwrap_or_default();
        let seen = |(keyword, value): (&String, &Value)| {
            let value = match (keyword.as_str(), value) {
                ("properties", Value::Object(properties)) => self.properties(properties),
                ("required", Value::Array(names)) => {
                    let is_kept =
                        |name: &&Value| !refused.contains(&name.as_str().unwrap_or_default());
                    names.iter().filter(is_kept).cloned().collect()
                }
                ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                    parts.iter().map(|part| self.seen(part)).collect()
                }
                ("items" | "not" | "additionalProperties", value) => self.seen(value),
                (_, value) => value.clone(),
            };
            (keyword.clone(), value)
        };
        members.iter().map(seen).collect()
    }

    fn properties(self, properties: &Map<String, Value>) -> Value {
        let property = |(name, schema): (&String, &Value)| {
            let schema = if self.refuses(schema) {
                json!({ "one way": self.refused() })
            } else {
                self.seen(schema)
            };
            (name.clone(), schema)
        };
        properties.iter().map(property).collect()
    }

    /// The members of these that don't go this way.
    pub(crate) fn names(self, properties: &Value) -> Vec<&str> {
        let all = properties.as_object().into_iter().flatten();
        all.filter(|(_, schema)| self.refuses(schema))
            .map(|(name, _)| name.as_str())
            .collect()
    }

    fn refuses(self, schema: &Value) -> bool {
        schema.get(self.refused()) == Some(&Value::Bool(true))
    }
}
