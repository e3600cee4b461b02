//! Sessions over HTTP.

use crate::{
    app::{Principal, sessions::DeletedSession},
    error::Failure,
    generated::{
        api::{
            Conflict, DeleteSessionError, DeleteSessionOk, DeleteSessionParams, GetSessionError,
            GetSessionOk, GetSessionParams, ListSessionsError, ListSessionsOk, ListSessionsParams,
            RequestHead,
        },
        models::ApiError,
    },
    service::Service,
};

pub(super) async fn list_sessions(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: ListSessionsParams,
) -> Result<ListSessionsOk, ListSessionsError> {
    let page = service
        .resources
        .list_sessions(&caller, params.limit, params.page_token.as_deref())
        .await
        .map_err(|error| Failure::new(&service.log, request).rules(error))?;
    Ok(ListSessionsOk::Ok(page))
}

pub(super) async fn get_session(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: GetSessionParams,
) -> Result<GetSessionOk, GetSessionError> {
    let session = service
        .resources
        .get_session(&caller, &params.session_id)
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(GetSessionOk::Ok(session))
}

pub(super) async fn delete_session(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: DeleteSessionParams,
) -> Result<DeleteSessionOk, DeleteSessionError> {
    let failure = Failure::new(&service.log, request);
    let deleted = service
        .resources
        .delete_session(&caller, &params.session_id)
        .await
        .map_err(|error| failure.named(error))?;
    match deleted {
        DeletedSession::Gone => Ok(DeleteSessionOk::NoContent),
        DeletedSession::Busy(run_id) => {
            let message =
                format!("the run {run_id} of this session has not ended: cancel it first");
            Err(DeleteSessionError::conflict(ApiError {
                run_id: run_id.parse().ok(),
                ..failure.body("run_in_progress", message)
            }))
        }
    }
}
