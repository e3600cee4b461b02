//! Reminders over HTTP.

use crate::{
    app::Principal,
    error::Failure,
    generated::{
        api::{
            CreateReminderError, CreateReminderOk, CreateReminderParams, DeleteReminderError,
            DeleteReminderOk, DeleteReminderParams, GetReminderError, GetReminderOk,
            GetReminderParams, ListRemindersError, ListRemindersOk, ListRemindersParams,
            RequestHead,
        },
        models::NewReminder,
    },
    service::Service,
};

pub(super) async fn create_reminder(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: CreateReminderParams,
    body: NewReminder,
) -> Result<CreateReminderOk, CreateReminderError> {
    let reminder = service
        .resources
        .create_reminder(
            &caller,
            params.task_id.0,
            body,
            params.idempotency_key.as_ref(),
        )
        .await
        .map_err(|error| Failure::new(&service.log, request).created_within(error))?;
    Ok(CreateReminderOk::Created {
        location: format!("/tasks/{}/reminders/{}", reminder.task_id.0, *reminder.id),
        body: reminder,
    })
}

pub(super) async fn list_reminders(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: ListRemindersParams,
) -> Result<ListRemindersOk, ListRemindersError> {
    let page = service
        .resources
        .list_reminders(
            &caller,
            params.task_id.0,
            params.limit,
            params.page_token.as_deref(),
        )
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(ListRemindersOk::Ok(page))
}

pub(super) async fn get_reminder(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: GetReminderParams,
) -> Result<GetReminderOk, GetReminderError> {
    let reminder = service
        .resources
        .get_reminder(&caller, params.task_id.0, &params.reminder_id)
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(GetReminderOk::Ok(reminder))
}

pub(super) async fn delete_reminder(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: DeleteReminderParams,
) -> Result<DeleteReminderOk, DeleteReminderError> {
    service
        .resources
        .delete_reminder(&caller, params.task_id.0, &params.reminder_id)
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(DeleteReminderOk::NoContent)
}
