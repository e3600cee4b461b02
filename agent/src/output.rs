//! Structured output: a final answer that is JSON of a type.
//!
//! ```
//! use taskmanager_agent::{agent::{Agent, Agents}, runner::Runner};
//! # use taskmanager_agent::model::scripted::{ScriptedAnswer, ScriptedModel};
//!
//! #[derive(serde::Deserialize, schemars::JsonSchema)]
//! struct Estimate { hours: f64, why: String }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let estimator = Agent::new("estimator", "Estimates effort.").output::<Estimate>();
//! # let model = ScriptedModel::new([ScriptedAnswer::text(r#"{"hours": 3.5, "why": "like the last one"}"#)]);
//! let answer = Runner::new(Agents::new(vec![estimator])?, model).ask((), "How long?").run().await?;
//! let estimate: Estimate = answer.parse()?;
//! assert_eq!((estimate.hours, estimate.why.as_str()), (3.5, "like the last one"));
//! # Ok(()) }
//! ```

use std::{fmt, sync::Arc};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::tool::schema_of;

/// The type that an agent's final answer must have.
#[derive(Clone)]
pub struct OutputType {
    /// The type's name, as models are told.
    pub name: String,
    /// Its JSON Schema.
    pub schema: Value,
    check: Check,
}

type Check = Arc<dyn Fn(&str) -> Result<(), String> + Send + Sync>;

impl OutputType {
    /// The output type of a Rust type.
    pub fn of<T: JsonSchema + DeserializeOwned>() -> Self {
        Self {
            name: T::schema_name().into_owned(),
            schema: schema_of::<T>(),
            check: Arc::new(|text| {
                serde_json::from_str::<T>(text)
                    .map(drop)
                    .map_err(|error| error.to_string())
            }),
        }
    }

    /// Whether a text is of this type; the error says why not.
    ///
    /// # Errors
    ///
    /// Where it isn't.
    pub fn check(&self, text: &str) -> Result<(), String> {
        (self.check)(text)
    }
}

impl fmt::Debug for OutputType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutputType")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl PartialEq for OutputType {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.schema == other.schema
    }
}
