//! `tm task`.

use std::io::Read as _;

use taskmanager_client::types::{
    Description, NewTask, NullableDate, NullableEmail, NullableTaskId, Tags, TaskId, TaskIds,
    TaskStatus, TaskUpdate,
};

use super::args::{TaskAdd, TaskCommand, TaskEdit, TaskList};
use super::context::{Context, page_size};
use super::text::clean;
use super::trouble::Trouble;
use super::view;

pub(crate) async fn run(context: &Context, command: TaskCommand) -> Result<(), Trouble> {
    match command {
        TaskCommand::Add(task) => add(context, task).await,
        TaskCommand::List(filters) => list(context, filters).await,
        TaskCommand::Show { task_id } => {
            let task = context
                .client
                .get_task()
                .task_id(task_id)
                .send()
                .await?
                .into_inner();
            context.put(&task, view::task)
        }
        TaskCommand::Edit(changes) => edit(context, *changes).await,
        TaskCommand::Done { task_ids } => each(context, task_ids, done).await,
        TaskCommand::Rm { task_ids } => each(context, task_ids, remove).await,
    }
}

async fn add(context: &Context, task: TaskAdd) -> Result<(), Trouble> {
    let assignee = task
        .assignee
        .map(|email| String::from(email).parse().map_err(Trouble::usage))
        .transpose()?;
    let mut body = NewTask::builder()
        .title(task.title)
        .deadline(task.deadline.map(|day| NullableDate(Some(day))))
        .assignee(assignee.map(|email| NullableEmail(Some(email))))
        .parent_id(task.parent.map(|id| NullableTaskId(Some(id.0))))
        .tags((!task.tags.is_empty()).then_some(Tags(task.tags)))
        .depends_on((!task.depends_on.is_empty()).then_some(TaskIds(task.depends_on)));
    if let Some(description) = task.description {
        body = body.description(or_standard_input(description)?);
    }
    if let Some(priority) = task.priority {
        body = body.priority(priority);
    }
    let task = context
        .client
        .create_task()
        .body(body)
        .send()
        .await?
        .into_inner();
    context.put(&task, |task, _| {
        format!("added task {}: {}\n", task.id, clean(&task.title))
    })
}

async fn list(context: &Context, filters: TaskList) -> Result<(), Trouble> {
    let mut request = context.client.list_tasks().limit(page_size(&filters.size));
    if let Some(status) = filters.status {
        request = request.status(status);
    }
    if let Some(tag) = filters.tag {
        request = request.tag(tag);
    }
    if let Some(assignee) = filters.assignee {
        request = request.assignee(assignee);
    }
    if let Some(before) = filters.before {
        request = request.deadline_before(before);
    }
    if let Some(text) = filters.text {
        request = request.text(text);
    }
    if let Some(order) = filters.order {
        request = request.order(order);
    }
    context
        .put_list(request.stream(), &filters.size, "tasks", view::tasks)
        .await
}

async fn edit(context: &Context, changes: TaskEdit) -> Result<(), Trouble> {
    let body = TaskUpdate {
        title: changes.title,
        description: changes.description.map(or_standard_input).transpose()?,
        status: changes.status,
        priority: changes.priority,
        deadline: changes.deadline,
        tags: changes.tags.map(|list| Tags(list.0)),
        assignee: changes.assignee,
        parent_id: changes.parent,
        depends_on: changes.depends_on.map(|list| TaskIds(list.0)),
    };
    if body == TaskUpdate::default() {
        return Err(Trouble::Usage(
            "what is to change? `tm task edit --help` lists what can".to_owned(),
        ));
    }
    let mut request = context
        .client
        .update_task()
        .task_id(changes.task_id)
        .body(body);
    if let Some(version) = changes.if_version {
        request = request.if_match(format!("\"{version}\""));
    }
    let task = request.send().await?.into_inner();
    context.put(&task, view::task)
}

async fn done(context: &Context, task_id: TaskId) -> Result<(), Trouble> {
    let request = context.client.update_task().task_id(task_id);
    let task = request
        .body_map(|body| body.status(TaskStatus::Completed))
        .send()
        .await?
        .into_inner();
    context.put(&task, |task, _| {
        format!("completed task {}: {}\n", task.id, clean(&task.title))
    })
}

async fn remove(context: &Context, task_id: TaskId) -> Result<(), Trouble> {
    context
        .client
        .delete_task()
        .task_id(task_id.clone())
        .send()
        .await?;
    let deleted = serde_json::json!({"id": task_id, "deleted": true});
    context.put(&deleted, |_, _| format!("deleted task {task_id}\n"))
}

/// Does all that can be done; the first failure decides on the exit code.
async fn each<F>(context: &Context, ids: Vec<TaskId>, act: F) -> Result<(), Trouble>
where
    F: AsyncFn(&Context, TaskId) -> Result<(), Trouble>,
{
    let mut first = None;
    for id in ids {
        match act(context, id).await {
            Ok(()) => {}
            Err(trouble @ (Trouble::Output(_) | Trouble::Interrupted)) => return Err(trouble),
            Err(trouble) if first.is_none() => first = Some(trouble),
            Err(trouble) => trouble.report(&context.url, context.json),
        }
    }
    first.map_or(Ok(()), Err)
}

fn or_standard_input(text: Description) -> Result<Description, Trouble> {
    if *text == "-" {
        read_standard_input()?.parse().map_err(Trouble::usage)
    } else {
        Ok(text)
    }
}

/// All of standard input, without the line break at its end.
pub(crate) fn read_standard_input() -> Result<String, Trouble> {
    let mut text = String::new();
    let read = std::io::stdin().read_to_string(&mut text);
    read.map_err(|error| Trouble::Usage(format!("failed to read standard input: {error}")))?;
    Ok(text.trim_end_matches(['\n', '\r']).to_owned())
}
