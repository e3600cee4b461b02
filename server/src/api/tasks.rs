//! Tasks over HTTP: addresses, entity tags, statuses.

use crate::{
    app::{ListTasks, Principal, entity_tag},
    error::Failure,
    generated::{
        api::{
            CreateTaskError, CreateTaskOk, CreateTaskParams, DeleteTaskError, DeleteTaskOk,
            DeleteTaskParams, GetTaskError, GetTaskOk, GetTaskParams, ListTasksError, ListTasksOk,
            ListTasksParams, ReplaceTaskError, ReplaceTaskOk, ReplaceTaskParams, RequestHead,
            UpdateTaskError, UpdateTaskOk, UpdateTaskParams,
        },
        models::{NewTask, TaskReplacement, TaskUpdate},
    },
    service::Service,
};

pub(super) async fn create_task(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: CreateTaskParams,
    body: NewTask,
) -> Result<CreateTaskOk, CreateTaskError> {
    let task = service
        .resources
        .create_task(&caller, body, params.idempotency_key.as_ref())
        .await
        .map_err(|error| Failure::new(&service.log, request).created(error))?;
    Ok(CreateTaskOk::Created {
        location: format!("/tasks/{}", task.id.0),
        etag: entity_tag(&task),
        body: task,
    })
}

pub(super) async fn list_tasks(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: ListTasksParams,
) -> Result<ListTasksOk, ListTasksError> {
    let ListTasksParams {
        limit,
        page_token,
        status,
        tag,
        assignee,
        deadline_before,
        text,
        order,
    } = params;
    let asked = ListTasks {
        limit,
        page_token,
        status,
        tag,
        assignee,
        deadline_before,
        text,
        order,
    };
    let page = service
        .resources
        .list_tasks(&caller, asked)
        .await
        .map_err(|error| Failure::new(&service.log, request).rules(error))?;
    Ok(ListTasksOk::Ok(page))
}

pub(super) async fn get_task(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: GetTaskParams,
) -> Result<GetTaskOk, GetTaskError> {
    let task = service
        .resources
        .get_task(&caller, params.task_id.0)
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(GetTaskOk::Ok {
        etag: entity_tag(&task),
        body: task,
    })
}

pub(super) async fn replace_task(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: ReplaceTaskParams,
    body: TaskReplacement,
) -> Result<ReplaceTaskOk, ReplaceTaskError> {
    let task = service
        .resources
        .replace_task(&caller, params.task_id.0, body, params.if_match.as_ref())
        .await
        .map_err(|error| Failure::new(&service.log, request).guarded(error))?;
    Ok(ReplaceTaskOk::Ok {
        etag: entity_tag(&task),
        body: task,
    })
}

pub(super) async fn update_task(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: UpdateTaskParams,
    body: TaskUpdate,
) -> Result<UpdateTaskOk, UpdateTaskError> {
    let task = service
        .resources
        .update_task(&caller, params.task_id.0, body, params.if_match.as_ref())
        .await
        .map_err(|error| Failure::new(&service.log, request).guarded(error))?;
    Ok(UpdateTaskOk::Ok {
        etag: entity_tag(&task),
        body: task,
    })
}

pub(super) async fn delete_task(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: DeleteTaskParams,
) -> Result<DeleteTaskOk, DeleteTaskError> {
    service
        .resources
        .delete_task(&caller, params.task_id.0, params.if_match.as_ref())
        .await
        .map_err(|error| Failure::new(&service.log, request).guarded(error))?;
    Ok(DeleteTaskOk::NoContent)
}
