//! Chat over HTTP.

use super::agents::{streamed, whole};
use crate::{
    app::{Principal, runs::StartRun, team::TRIAGE},
    generated::{
        api::{
            ChatError, ChatOk, ChatParams, ChatStreamError, ChatStreamOk, ChatStreamParams,
            RequestHead,
        },
        models::{ChatRequest, IdempotencyKey},
    },
    service::Service,
    store::runs::OnBusy,
};

pub(super) async fn chat(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: ChatParams,
    body: ChatRequest,
) -> Result<ChatOk, ChatError> {
    let run = run(
        service,
        caller,
        "chat",
        params.idempotency_key.as_ref(),
        body,
    );
    Ok(ChatOk::Ok(whole::<ChatError>(service, request, run).await?))
}

pub(super) async fn chat_stream(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: ChatStreamParams,
    body: ChatRequest,
) -> Result<ChatStreamOk, ChatStreamError> {
    let run = run(
        service,
        caller,
        "chat_stream",
        params.idempotency_key.as_ref(),
        body,
    );
    Ok(ChatStreamOk::Ok(
        streamed::<ChatStreamError>(service, request, run).await?,
    ))
}

fn run(
    service: &Service,
    caller: Principal,
    operation: &'static str,
    key: Option<&IdempotencyKey>,
    body: ChatRequest,
) -> StartRun {
    let once = service.resources.secret().once(operation, key, &body);
    StartRun {
        owner: caller,
        session_id: body.session_id.map(Into::into),
        task: None,
        agent: body.agent.map_or_else(|| TRIAGE.to_owned(), Into::into),
        input: body.message.into(),
        on_busy: OnBusy::from(body.on_busy),
        once,
        cancel_on_disconnect: body.cancel_on_disconnect,
    }
}
