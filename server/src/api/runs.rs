//! Runs over HTTP.

use taskmanager_agent::driver::When;

use super::agents::events;
use crate::{
    app::{AppError, Principal, runs::CANCELLED},
    error::Failure,
    generated::{
        api::{
            CancelRunError, CancelRunOk, CancelRunParams, DecideApprovalsError, DecideApprovalsOk,
            DecideApprovalsParams, GetRunError, GetRunOk, GetRunParams, GetRunTraceError,
            GetRunTraceOk, GetRunTraceParams, ListRunsError, ListRunsOk, ListRunsParams,
            RequestHead, StreamRunEventsError, StreamRunEventsOk, StreamRunEventsParams,
        },
        models::{ApprovalDecisions, CancelMode, RunPage, Violation},
    },
    service::Service,
    store::runs::{DecisionRecord, NewDecision, RunQuery},
};

/// What a page token of a list of runs carries.
#[derive(serde::Serialize, serde::Deserialize)]
struct Position {
    #[serde(flatten)]
    query: RunQuery,
    after: i64,
}

pub(super) async fn list_runs(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: ListRunsParams,
) -> Result<ListRunsOk, ListRunsError> {
    let failure = Failure::new(&service.log, request);
    let limit = usize::try_from(params.limit).unwrap_or(1).max(1);
    let asked = asked_runs(service, &caller, params);
    let (query, after) = asked.map_err(|error| failure.rules::<ListRunsError>(error))?;
    let page = service.runs.list(&caller, &query, after, limit).await;
    let page = page.map_err(|error| failure.run_fault::<ListRunsError>(error))?;
    Ok(ListRunsOk::Ok(RunPage {
        items: page.items,
        next_page: page.next.map(|after| {
            let secret = service.resources.secret();
            secret.seal_page(&caller, "runs", &Position { query, after })
        }),
    }))
}

fn asked_runs(
    service: &Service,
    caller: &Principal,
    params: ListRunsParams,
) -> Result<(RunQuery, Option<i64>), AppError> {
    let ListRunsParams {
        limit: _,
        page_token,
        status,
        session_id,
        task_id,
    } = params;
    let Some(token) = page_token else {
        let query = RunQuery {
            status: status.map(Into::into),
            session_id: session_id.map(Into::into),
            task_id: task_id.map(Into::into),
        };
        return Ok((query, None));
    };
    let given = [
        ("status", status.is_some()),
        ("session_id", session_id.is_some()),
        ("task_id", task_id.is_some()),
    ];
    let beside = given.iter().filter(|(_, is_given)| *is_given);
    let beside: Vec<Violation> = beside
        .map(|(name, _)| Violation {
            location: format!("/query/{name}"),
            rule: "page_token".to_owned(),
            message: "must not be given beside page_token, which carries it".to_owned(),
        })
        .collect();
    if !beside.is_empty() {
        return Err(AppError::Invalid(beside));
    }
    let position: Position = service
        .resources
        .secret()
        .open_page(caller, "runs", &token)?;
    Ok((position.query, Some(position.after)))
}

pub(super) async fn get_run(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: GetRunParams,
) -> Result<GetRunOk, GetRunError> {
    let run = service.runs.get(&caller, &params.run_id).await;
    run.map(GetRunOk::Ok)
        .map_err(|error| Failure::new(&service.log, request).watched(error))
}

pub(super) async fn stream_run_events(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: StreamRunEventsParams,
) -> Result<StreamRunEventsOk, StreamRunEventsError> {
    // What a browser sends by itself when it reconnects is later than what its address says.
    let (location, after) = match (params.last_event_id, params.after) {
        (Some(after), _) => ("/header/Last-Event-ID", after),
        (None, Some(after)) => ("/query/after", after),
        (None, None) => ("/query/after", 0),
    };
    let after = u64::try_from(after).unwrap_or_default();
    let follower = service.runs.follow(&caller, &params.run_id, after).await;
    let follower = follower
        .map_err(|error| Failure::new(&service.log, request).followed_run(location, error))?;
    if follower.has_nothing_more() {
        // To an empty stream browsers come again and again.
        return Ok(StreamRunEventsOk::NoContent);
    }
    let opened = service.metrics.stream_opened();
    Ok(StreamRunEventsOk::Ok(events(follower.into_stream(opened))))
}

pub(super) async fn cancel_run(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: CancelRunParams,
) -> Result<CancelRunOk, CancelRunError> {
    let failure = Failure::new(&service.log, request);
    let when = match params.mode {
        CancelMode::Now => When::Now,
        CancelMode::AfterTurn => When::AfterTurn,
    };
    let cancelled = service
        .runs
        .cancel(&caller, &params.run_id, when, CANCELLED)
        .await;
    cancelled.map_err(|error| failure.watched::<CancelRunError>(error))?;
    let run = service.runs.get(&caller, &params.run_id).await;
    run.map(CancelRunOk::Ok)
        .map_err(|error| failure.watched(error))
}

pub(super) async fn decide_approvals(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: DecideApprovalsParams,
    body: ApprovalDecisions,
) -> Result<DecideApprovalsOk, DecideApprovalsError> {
    let failure = Failure::new(&service.log, request);
    let decisions = body.decisions.into_iter().map(|decision| NewDecision {
        call_id: decision.call_id.into(),
        decision: DecisionRecord {
            approve: decision.approve,
            reason: decision.reason.map(Into::into),
        },
    });
    let decided = service
        .runs
        .decide(&caller, &params.run_id, decisions.collect())
        .await;
    decided.map_err(|error| failure.decided::<DecideApprovalsError>(error))?;
    let run = service.runs.get(&caller, &params.run_id).await;
    run.map(DecideApprovalsOk::Ok)
        .map_err(|error| failure.decided(error))
}

pub(super) async fn get_run_trace(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: GetRunTraceParams,
) -> Result<GetRunTraceOk, GetRunTraceError> {
    let trace = service.runs.trace(&caller, &params.run_id).await;
    trace
        .map(GetRunTraceOk::Ok)
        .map_err(|error| Failure::new(&service.log, request).watched(error))
}
