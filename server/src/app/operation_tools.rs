//! The operations that the document marks as tools, as tools of the agents: the same application code, the same
//! validation and the same principal as over HTTP.

use serde_json::Value;
use taskmanager_agent::{
    team::known_address,
    tool::{Tool, ToolContext, ToolDefinition, ToolError},
};

use super::team::RunContext;
use crate::generated::{
    api::RequestHead,
    tools::{self, TOOLS, ToolAnswer},
};

/// A tool for each marked operation, in the document's order.
pub fn operation_tools() -> Vec<Tool<RunContext>> {
    TOOLS.iter().map(tool).collect()
}

fn tool(operation: &'static tools::Tool) -> Tool<RunContext> {
    let definition = ToolDefinition {
        name: operation.name.to_owned(),
        description: operation.description.to_owned(),
        parameters: operation.schema(),
    };
    Tool::from_definition(
        definition,
        operation.approval,
        move |context: ToolContext<RunContext>, arguments| call(operation, context, arguments),
    )
}

async fn call(
    operation: &'static tools::Tool,
    context: ToolContext<RunContext>,
    arguments: Value,
) -> Result<Value, ToolError> {
    let run = &context.app;
    // An assignee sees the task, so a model may set only whom the user named. Filtering by one lets nobody in.
    if operation.name != "list_tasks"
        && let Some(email) = arguments["assignee"].as_str()
    {
        known_address(run, &context.session_id, email).await?;
    }
    // In the log, what a run does bears the run's id where a request's would be.
    let head = RequestHead::internal(context.run_id, operation.name);
    let service = run.service();
    let answer = tools::call(
        service,
        &head,
        run.owner().clone(),
        operation.name,
        arguments,
        &service.log,
    )
    .await;
    if answer.is_success() {
        Ok(match answer.body {
            Value::Null => Value::from("done"),
            body => body,
        })
    } else {
        Err(ToolError::message(refusal(&answer)))
    }
}

/// What a model reads of an error: its words and the rules that were broken, without the ids that are for people.
fn refusal(answer: &ToolAnswer) -> String {
    let message = answer.body["message"].as_str().unwrap_or("it was refused");
    let mut text = message.to_owned();
    for violation in answer.body["violations"].as_array().into_iter().flatten() {
        let part = |name: &str| violation[name].as_str().unwrap_or_default();
        // The model wrote one flat object: what part of a request a value became is not its matter.
        let location = part("location");
        let name = location
            .rsplit_once("/body/")
            .or_else(|| location.rsplit_once('/'));
        let name = name.map_or(location, |(_, name)| name);
        text.push_str(&format!("; {name}: {}", part("message")));
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_marked_operation_is_a_tool_and_deleting_asks() {
        let tools = operation_tools();
        let names: Vec<&str> = tools
            .iter()
            .map(|tool| tool.definition().name.as_str())
            .collect();
        assert_eq!(
            names,
            [
                "create_task",
                "list_tasks",
                "get_task",
                "update_task",
                "delete_task"
            ]
        );
        let asking: Vec<&str> = TOOLS
            .iter()
            .filter(|tool| tool.approval)
            .map(|tool| tool.name)
            .collect();
        assert_eq!(asking, ["delete_task"]);
    }

    #[test]
    fn a_model_reads_which_rule_of_which_argument_was_broken() {
        let answer = ToolAnswer {
            status: 422,
            body: json!({
                "request_id": "run_1",
                "message": "the request breaks 2 rules",
                "violations": [
                    {"location": "/body/title", "rule": "pattern", "message": "must not be blank"},
                    {"location": "/path/task_id", "rule": "type", "message": "must be an integer"},
                ],
            }),
        };
        assert_eq!(
            refusal(&answer),
            "the request breaks 2 rules; title: must not be blank; task_id: must be an integer"
        );
    }
}
