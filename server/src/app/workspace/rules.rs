//! The document's rules for what tools make. Over HTTP generated code asks them; here the same schemas are asked.

use std::sync::LazyLock;

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};
use taskmanager_agent::team::WorkspaceError;

use crate::generated::{document::SCHEMAS, models};

/// Nothing that tools make may be null, so that OpenAPI's schemas can be read as what they come from.
static NEW_MEETING: LazyLock<Validator> = LazyLock::new(|| {
    let schemas = SCHEMAS.iter();
    let schemas: Map<String, Value> = schemas
        .map(|component| (component.name.to_owned(), component.schema.parse()))
        .collect();
    let schema = json!({
        "allOf": [{"$ref": "#/components/schemas/NewMeeting"}],
        "components": {"schemas": schemas},
    });
    jsonschema::options()
        .with_draft(Draft::Draft4)
        .offline()
        .build(&schema)
        .expect("the document's schemas are such, or its own validation would not start")
});

/// Refuses a meeting that the document would refuse, with all that is wrong with it.
pub(super) fn check_meeting(new: &models::NewMeeting) -> Result<(), WorkspaceError> {
    let value = serde_json::to_value(new)
        .map_err(|error| WorkspaceError::Invalid(format!("the meeting can't be used: {error}")))?;
    let faults: Vec<String> = NEW_MEETING
        .iter_errors(&value)
        .map(|error| {
            let place = error.instance_path().as_str().trim_start_matches('/');
            format!("{place}: {error}")
        })
        .collect();
    match faults.is_empty() {
        true => Ok(()),
        false => Err(WorkspaceError::Invalid(faults.join("; "))),
    }
}
