//! Values of a schema of OpenAPI 3.0, and values that break one keyword of it: an oracle that reads the document
//! only and shares no code with the generator.

mod bases;
mod judge;
mod misses;
mod numbers;
mod random;
mod same;
mod sites;
mod text;
mod values;

pub use judge::{Judge, Ready};
pub use same::{Decision, same};
pub use sites::{Site, tried};
pub use values::Style;

use serde_json::Value;

/// Where references lead: the whole document.
#[derive(Clone, Copy)]
pub struct Oracle<'a>(
    /// The document.
    pub &'a Value,
);

/// Where a document says which way values go; nothing: either way.
pub const SIDE: &str = "x-side";

impl<'a> Oracle<'a> {
    /// Whether a member is one that only the other side may send: the document's own `x-side` says which this is.
    fn is_refused(self, member: &Value) -> bool {
        match self.0[SIDE].as_str() {
            Some("request") => member["readOnly"] == true,
            Some("answer") => member["writeOnly"] == true,
            _ => false,
        }
    }

    /// The schema that a reference leads to, or the schema itself.
    pub fn resolved(self, schema: &'a Value) -> &'a Value {
        let mut schema = schema;
        // A circle of references says nothing; neither does one that leads nowhere.
        for _ in 0..64 {
            let target = schema["$ref"].as_str();
            match target.and_then(|target| self.0.pointer(target.trim_start_matches('#'))) {
                Some(next) => schema = next,
                None => break,
            }
        }
        schema
    }

    /// The schema at the end of the way.
    pub fn at(self, schema: &'a Value, steps: &[String]) -> &'a Value {
        let mut schema = schema;
        for step in steps {
            schema = match (schema.get("$ref"), schema) {
                (Some(_), _) => self.resolved(schema),
                (None, Value::Array(_)) => &schema[step.parse::<usize>().unwrap_or(usize::MAX)],
                (None, other) => &other[step.as_str()],
            };
        }
        schema
    }
}
