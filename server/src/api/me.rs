//! The caller's own profile over HTTP.

use crate::{
    app::Principal,
    error::Failure,
    generated::{
        api::{GetMeError, GetMeOk, RequestHead, UpdateMeError, UpdateMeOk},
        models::ProfileUpdate,
    },
    service::Service,
};

pub(super) async fn get_me(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
) -> Result<GetMeOk, GetMeError> {
    let profile = service
        .resources
        .get_me(&caller)
        .await
        .map_err(|error| Failure::new(&service.log, request).fault(error))?;
    Ok(GetMeOk::Ok(profile))
}

pub(super) async fn update_me(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    body: ProfileUpdate,
) -> Result<UpdateMeOk, UpdateMeError> {
    let profile = service
        .resources
        .update_me(&caller, body)
        .await
        .map_err(|error| Failure::new(&service.log, request).rules(error))?;
    Ok(UpdateMeOk::Ok(profile))
}
