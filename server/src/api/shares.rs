//! Shares over HTTP.

use crate::{
    app::Principal,
    error::Failure,
    generated::{
        api::{
            DeleteShareError, DeleteShareOk, DeleteShareParams, ListSharesError, ListSharesOk,
            ListSharesParams, PutShareError, PutShareOk, PutShareParams, RequestHead,
        },
        models::NewShare,
    },
    service::Service,
};

pub(super) async fn list_shares(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: ListSharesParams,
) -> Result<ListSharesOk, ListSharesError> {
    let page = service
        .resources
        .list_shares(
            &caller,
            params.task_id.0,
            params.limit,
            params.page_token.as_deref(),
        )
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(ListSharesOk::Ok(page))
}

pub(super) async fn put_share(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: PutShareParams,
    body: NewShare,
) -> Result<PutShareOk, PutShareError> {
    let share = service
        .resources
        .put_share(&caller, params.task_id.0, &params.email, body)
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(PutShareOk::Ok(share))
}

pub(super) async fn delete_share(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: DeleteShareParams,
) -> Result<DeleteShareOk, DeleteShareError> {
    service
        .resources
        .delete_share(&caller, params.task_id.0, &params.email)
        .await
        .map_err(|error| Failure::new(&service.log, request).named(error))?;
    Ok(DeleteShareOk::NoContent)
}
