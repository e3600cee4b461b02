// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! Operations as tools: what a model is told of them, and the way to the application, with the same validation
//! and the same principal as a request.
use http::StatusCode;
use serde_json::Value;
use super::api::Api;
use super::document;
use super::operations::*;
use super::support::{Authenticated, Input, Reply, RequestHead, Respond, settle};

/// An operation as a model sees it.
#[derive(Debug)]
pub struct Tool {
    /// The operationId.
    pub name: &'static str,
    /// What it does, for the model.
    pub description: &'static str,
    /// Whether a person must agree before each call.
    pub approval: bool,
    /// JSON Schema of the arguments, one flat object, without references.
    pub parameters: &'static str,
}

/// What a tool call came to.
#[derive(Debug, Clone, PartialEq)]
pub struct ToolAnswer {
    /// The status that the same request would have been answered with.
    pub status: u16,
    /// The body; null where there is none.
    pub body: Value,
}

/// All operations marked `x-agent-tool`, in the order of the document.
pub static TOOLS: &[Tool] = &[
    Tool {
        name: "create_task",
        description: "Create a new task for the user. Only the title is needed; give other fields only when the user said them. Dates are YYYY-MM-DD. Returns the stored task with its id.",
        approval: false,
        parameters: "{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":200,\"pattern\":\"\\\\S\",\"description\":\"A title of 1 to 200 characters that isn't blank.\"},\"description\":{\"type\":\"string\",\"maxLength\":10000,\"description\":\"More about it, up to 10,000 characters.\",\"default\":\"\"},\"priority\":{\"type\":\"string\",\"enum\":[\"low\",\"normal\",\"high\",\"urgent\"],\"description\":\"How much it matters.\",\"default\":\"normal\"},\"deadline\":{\"type\":[\"string\",\"null\"],\"format\":\"date\",\"description\":\"The last day for it (ISO 8601).\"},\"tags\":{\"type\":\"array\",\"maxItems\":20,\"uniqueItems\":true,\"items\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":50,\"pattern\":\"\\\\S\",\"description\":\"A word to group tasks by.\"},\"description\":\"Words to group it by.\"},\"assignee\":{\"type\":[\"string\",\"null\"],\"maxLength\":254,\"pattern\":\"^[^\\\\s@]+@[^\\\\s@]+$\",\"description\":\"Who is to do it.\"},\"parent_id\":{\"type\":[\"integer\",\"null\"],\"format\":\"int64\",\"description\":\"The task that this one is a part of.\",\"minimum\":-9223372036854775808,\"maximum\":9223372036854775807},\"depends_on\":{\"type\":\"array\",\"maxItems\":100,\"uniqueItems\":true,\"items\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"The number of a task, one sequence per installation.\",\"minimum\":-9223372036854775808,\"maximum\":9223372036854775807},\"description\":\"The tasks that must be completed before this one.\"}},\"required\":[\"title\"],\"additionalProperties\":false}",
    },
    Tool {
        name: "list_tasks",
        description: "List or search the user's tasks, a page at a time. Use text to find a task by words of its title or description. All filters are optional and combined. Pass next_page as page_token, without filters, to go on.",
        approval: false,
        parameters: "{\"type\":\"object\",\"properties\":{\"limit\":{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":100,\"default\":20,\"description\":\"How many items a page holds at most.\"},\"page_token\":{\"type\":\"string\",\"description\":\"The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.\"},\"status\":{\"type\":\"string\",\"enum\":[\"pending\",\"in_progress\",\"completed\"],\"description\":\"Only tasks in this status.\"},\"tag\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":50,\"pattern\":\"\\\\S\",\"description\":\"Only tasks that bear this tag, in exactly this spelling.\"},\"assignee\":{\"type\":\"string\",\"maxLength\":254,\"pattern\":\"^[^\\\\s@]+@[^\\\\s@]+$\",\"description\":\"Only tasks assigned to this address.\"},\"deadline_before\":{\"type\":\"string\",\"format\":\"date\",\"description\":\"Only tasks whose deadline is before this date, the date itself excluded.\"},\"text\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":200,\"description\":\"Only tasks whose title or description contains this text, in upper or lower case.\"},\"order\":{\"type\":\"string\",\"enum\":[\"created_asc\",\"created_desc\",\"deadline_asc\",\"deadline_desc\",\"updated_desc\",\"priority_desc\"],\"description\":\"The order of the list; created_desc where nothing is said.\"}},\"required\":[],\"additionalProperties\":false}",
    },
    Tool {
        name: "get_task",
        description: "Read one task of the user by its id, with all of its fields.",
        approval: false,
        parameters: "{\"type\":\"object\",\"properties\":{\"task_id\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"The task's number.\",\"minimum\":-9223372036854775808,\"maximum\":9223372036854775807}},\"required\":[\"task_id\"],\"additionalProperties\":false}",
    },
    Tool {
        name: "update_task",
        description: "Change fields of one task of the user: give only those that change. Set status to completed when the user says that a task is done. null clears deadline, assignee or parent_id; [] clears tags or depends_on. Returns the task as it is now.",
        approval: false,
        parameters: "{\"type\":\"object\",\"properties\":{\"task_id\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"The task's number.\",\"minimum\":-9223372036854775808,\"maximum\":9223372036854775807},\"title\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":200,\"pattern\":\"\\\\S\",\"description\":\"A title of 1 to 200 characters that isn't blank.\"},\"description\":{\"type\":\"string\",\"maxLength\":10000,\"description\":\"A text of up to 10,000 characters, Markdown if one likes.\"},\"status\":{\"type\":\"string\",\"enum\":[\"pending\",\"in_progress\",\"completed\"],\"description\":\"How far a task is.\"},\"priority\":{\"type\":\"string\",\"enum\":[\"low\",\"normal\",\"high\",\"urgent\"],\"description\":\"How much a task matters.\"},\"deadline\":{\"type\":[\"string\",\"null\"],\"format\":\"date\",\"description\":\"The last day for it (ISO 8601); null clears it.\"},\"tags\":{\"type\":\"array\",\"maxItems\":20,\"uniqueItems\":true,\"items\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":50,\"pattern\":\"\\\\S\",\"description\":\"A word to group tasks by.\"},\"description\":\"All of its tags from now on.\"},\"assignee\":{\"type\":[\"string\",\"null\"],\"maxLength\":254,\"pattern\":\"^[^\\\\s@]+@[^\\\\s@]+$\",\"description\":\"Who is to do it; null takes it from them.\"},\"parent_id\":{\"type\":[\"integer\",\"null\"],\"format\":\"int64\",\"description\":\"The task that this one is a part of; null makes it stand alone.\",\"minimum\":-9223372036854775808,\"maximum\":9223372036854775807},\"depends_on\":{\"type\":\"array\",\"maxItems\":100,\"uniqueItems\":true,\"items\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"The number of a task, one sequence per installation.\",\"minimum\":-9223372036854775808,\"maximum\":9223372036854775807},\"description\":\"All tasks that must be completed before this one, from now on.\"}},\"required\":[\"task_id\"],\"additionalProperties\":false}",
    },
    Tool {
        name: "delete_task",
        description: "Delete one task of the user for good. The user is asked for approval first. Never use it to complete a task.",
        approval: true,
        parameters: "{\"type\":\"object\",\"properties\":{\"task_id\":{\"type\":\"integer\",\"format\":\"int64\",\"description\":\"The task's number.\",\"minimum\":-9223372036854775808,\"maximum\":9223372036854775807}},\"required\":[\"task_id\"],\"additionalProperties\":false}",
    },
];

impl Tool {
    /// The tool of a name.
    pub fn find(name: &str) -> Option<&'static Tool> {
        TOOLS.iter().find(|tool| tool.name == name)
    }

    /// The schema of the arguments as a value.
    pub fn schema(&self) -> Value {
        serde_json::from_str(self.parameters).unwrap_or_default()
    }
}

impl ToolAnswer {
    /// Whether the call did what it was asked to.
    pub fn is_success(&self) -> bool {
        self.status < 400
    }
}

/// Calls the operation of that name for a principal who was authenticated, or is again by
/// [`reauthenticate`](super::api::reauthenticate) where there is no request at hand any more. An unknown name is
/// 404; a panic is 500, and goes to the log.
pub async fn call<A: Api>(
    api: &A,
    head: &RequestHead,
    principal: Authenticated<A::Principal>,
    name: &str,
    arguments: Value,
    log: &slog::Logger,
) -> ToolAnswer {
    let reply: Reply = match name {
        "create_task" => {
            let work = async {
                let input = Input::of_arguments(&document::CREATE_TASK, arguments)?;
                let (params, body) = CreateTask::read(input)?;
                Ok(api.create_task(head, principal, params, body).await.respond())
            };
            settle(api, head, &document::CREATE_TASK, work, log).await
        }
        "list_tasks" => {
            let work = async {
                let input = Input::of_arguments(&document::LIST_TASKS, arguments)?;
                let params = ListTasks::read(input)?;
                Ok(api.list_tasks(head, principal, params).await.respond())
            };
            settle(api, head, &document::LIST_TASKS, work, log).await
        }
        "get_task" => {
            let work = async {
                let input = Input::of_arguments(&document::GET_TASK, arguments)?;
                let params = GetTask::read(input)?;
                Ok(api.get_task(head, principal, params).await.respond())
            };
            settle(api, head, &document::GET_TASK, work, log).await
        }
        "update_task" => {
            let work = async {
                let input = Input::of_arguments(&document::UPDATE_TASK, arguments)?;
                let (params, body) = UpdateTask::read(input)?;
                Ok(api.update_task(head, principal, params, body).await.respond())
            };
            settle(api, head, &document::UPDATE_TASK, work, log).await
        }
        "delete_task" => {
            let work = async {
                let input = Input::of_arguments(&document::DELETE_TASK, arguments)?;
                let params = DeleteTask::read(input)?;
                Ok(api.delete_task(head, principal, params).await.respond())
            };
            settle(api, head, &document::DELETE_TASK, work, log).await
        }
        _ => {
            Reply::json(
                StatusCode::NOT_FOUND,
                &serde_json::json!({ "message" : "there is no such tool" }),
            )
        }
    };
    ToolAnswer {
        status: reply.status.as_u16(),
        body: reply.into_value(),
    }
}
