//! Meetings over HTTP.

use crate::{
    app::Principal,
    error::Failure,
    generated::{
        api::{
            CreateMeetingError, CreateMeetingOk, CreateMeetingParams, DeleteMeetingError,
            DeleteMeetingOk, DeleteMeetingParams, GetMeetingError, GetMeetingOk, GetMeetingParams,
            ListMeetingsError, ListMeetingsOk, ListMeetingsParams, RequestHead,
        },
        models::NewMeeting,
    },
    service::Service,
};

pub(super) async fn create_meeting(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: CreateMeetingParams,
    body: NewMeeting,
) -> Result<CreateMeetingOk, CreateMeetingError> {
    let meeting = service
        .resources
        .create_meeting(
            &caller,
            params.task_id.0,
            body,
            params.idempotency_key.as_ref(),
        )
        .await
        .map_err(|error| Failure::new(&service.log, request).created_within(error))?;
    Ok(CreateMeetingOk::Created {
        location: format!("/tasks/{}/meetings/{}", meeting.task_id.0, *meeting.id),
        body: meeting,
    })
}

pub(super) async fn list_meetings(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: ListMeetingsParams,
) -> Result<ListMeetingsOk, ListMeetingsError> {
    let page = service
        .resources
        .list_meetings(
            &caller,
            params.task_id.0,
            params.limit,
            params.page_token.as_deref(),
        )
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(ListMeetingsOk::Ok(page))
}

pub(super) async fn get_meeting(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: GetMeetingParams,
) -> Result<GetMeetingOk, GetMeetingError> {
    let meeting = service
        .resources
        .get_meeting(&caller, params.task_id.0, &params.meeting_id)
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(GetMeetingOk::Ok(meeting))
}

pub(super) async fn delete_meeting(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: DeleteMeetingParams,
) -> Result<DeleteMeetingOk, DeleteMeetingError> {
    service
        .resources
        .delete_meeting(&caller, params.task_id.0, &params.meeting_id)
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(DeleteMeetingOk::NoContent)
}
