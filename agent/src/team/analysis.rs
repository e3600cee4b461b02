//! The analysis agent: how long a task takes, what stands in its way, and what it consists of.

use serde_json::{Value, json};

use super::{
    TeamContext,
    arguments::{AboutTask, BreakDownTask},
    blockers::blockers,
    breakdown::{self, Source},
    estimate::estimate,
    refused,
    workspace::TaskView,
};
use crate::tool::{Tool, ToolContext, ToolError};

/// Its name.
pub const NAME: &str = "taskmanager-analysis";

pub(super) const DESCRIPTION: &str =
    "Estimates how long a task takes, finds what blocks it, and breaks it down into subtasks.";

pub(super) const INSTRUCTIONS: &str = "\
You are the analysis agent of TaskManager. You estimate tasks, find what stands in their way, and break them down.

- estimate_effort: when the user asks how long a task takes, how big it is, or whether a date can be met. Say what the \
estimate is based on. If there is no basis, say that there is none; don't invent a figure.
- identify_blockers: when the user asks what blocks a task, what it depends on, or why it isn't done.
- break_down_task: when the user wants subtasks or steps. It creates them. Give good titles for the subtasks, from two to \
eight, each something that can be done by itself.
- get_task and list_tasks: to read a task before you answer.

If the user asks for two of these, do both. If you don't know which task is meant, ask.

Examples:
- \"Can I make it by Friday?\": estimate_effort, then compare with the date.
- \"What do I need first?\": identify_blockers.
- \"Split it into design, build and test\": break_down_task with these three titles.";

/// Finished tasks that an estimate looks at, at most.
const HISTORY: usize = 200;

pub(super) fn tools<C: TeamContext + Clone>() -> Vec<Tool<C>> {
    vec![
        Tool::new(
            "estimate_effort",
            "Estimate how long a task takes, from the user's own finished tasks. Stores nothing. Returns hours from start \
             to finish and what they are based on.",
            |context: ToolContext<C>, args| async move { effort(&context.app, args).await },
        ),
        Tool::new(
            "identify_blockers",
            "Find what stands in a task's way: open dependencies and subtasks, a deadline that has passed, nobody \
             assigned. Stores nothing.",
            |context: ToolContext<C>, args| async move { find_blockers(&context.app, args).await },
        ),
        Tool::new(
            "break_down_task",
            "Create subtasks of a task. Returns the new subtasks.",
            |context: ToolContext<C>, args| async move { break_down(&context.app, args).await },
        ),
    ]
}

async fn effort<C: TeamContext>(app: &C, args: AboutTask) -> Result<Value, ToolError> {
    let workspace = app.workspace();
    let task_id = args.task_id.number(app).await?;
    let task = workspace.get_task(task_id).await.map_err(refused)?;
    let finished = workspace.finished_tasks(HISTORY).await.map_err(refused)?;
    let subtasks = workspace.subtasks(task_id).await.map_err(refused)?;
    let mut result =
        serde_json::to_value(estimate(&task, &finished)).map_err(ToolError::message)?;
    result["task_id"] = json!(task.id);
    result["title"] = json!(task.title);
    result["deadline"] = json!(task.deadline);
    result["open_subtasks"] = json!(subtasks.iter().filter(|task| task.is_open()).count());
    result["measure"] = json!("time from creation to completion, not hours of work");
    Ok(result)
}

async fn find_blockers<C: TeamContext>(app: &C, args: AboutTask) -> Result<Value, ToolError> {
    let workspace = app.workspace();
    let task_id = args.task_id.number(app).await?;
    let task = workspace.get_task(task_id).await.map_err(refused)?;
    let dependencies = workspace.dependencies(task_id).await.map_err(refused)?;
    let subtasks = workspace.subtasks(task_id).await.map_err(refused)?;
    let found = blockers(&task, &dependencies, &subtasks, app.now().date_naive());
    Ok(json!({
        "task_id": task.id,
        "title": task.title,
        "status": task.status,
        "blockers": found,
    }))
}

async fn break_down<C: TeamContext>(app: &C, args: BreakDownTask) -> Result<Value, ToolError> {
    let workspace = app.workspace();
    let task_id = args.task_id.number(app).await?;
    let task = workspace.get_task(task_id).await.map_err(refused)?;
    let existing = workspace.subtasks(task_id).await.map_err(refused)?;
    let (titles, source) = breakdown::titles(&task, args.subtasks.unwrap_or_default());
    // Subtasks that are there already are not created twice.
    let known = |title: &String| {
        existing
            .iter()
            .any(|task| task.title.eq_ignore_ascii_case(title))
    };
    let titles: Vec<String> = titles.into_iter().filter(|title| !known(title)).collect();
    if titles.is_empty() {
        return Err(ToolError::message("these subtasks are there already"));
    }
    if titles.len() > breakdown::MOST {
        return Err(ToolError::message(format!(
            "at most {} subtasks at once",
            breakdown::MOST
        )));
    }
    let made: Vec<TaskView> = workspace
        .create_subtasks(task_id, &titles)
        .await
        .map_err(refused)?;
    let made: Vec<Value> = made
        .iter()
        .map(|task| json!({ "id": task.id, "title": task.title }))
        .collect();
    Ok(json!({
        "task_id": task.id,
        "title": task.title,
        "source": source_name(source),
        "subtasks": made,
    }))
}

fn source_name(source: Source) -> &'static str {
    match source {
        Source::Given => "given",
        Source::Description => "description",
        Source::General => "general",
    }
}
