//! Agents on a task over HTTP: asked and answered as a whole, or as the run's events.

use futures::StreamExt;
use serde::Serialize;

use crate::{
    app::{
        Principal,
        runs::StartRun,
        team::{ANALYSIS, COLLABORATION, SCHEDULER, TRIAGE},
    },
    error::Failure,
    generated::{
        api::*,
        models::{self, AgentStatus, AgentType, HelpRequest, IdempotencyKey, RunAnswer, RunEvent},
    },
    service::Service,
    store::runs::OnBusy,
};

/// An operation that asks an agent about a task.
struct Ask {
    operation: &'static str,
    agent: &'static str,
    task_id: i64,
    key: Option<IdempotencyKey>,
}

/// All that can be said where a run is started about something that is named.
pub(super) trait AskError:
    Forbidden
    + NotFound
    + Conflict
    + UnprocessableEntity
    + TooManyRequests
    + InternalServerError
    + ServiceUnavailable
{
}

impl<E> AskError for E where
    E: Forbidden
        + NotFound
        + Conflict
        + UnprocessableEntity
        + TooManyRequests
        + InternalServerError
        + ServiceUnavailable
{
}

macro_rules! asks {
    ($($whole:ident, $whole_params:ident -> $whole_ok:ident, $whole_error:ident;
       $stream:ident, $stream_params:ident -> $stream_ok:ident, $stream_error:ident: $agent:ident;)*) => {
        $(
            pub(super) async fn $whole(
                service: &Service,
                request: &RequestHead,
                caller: Principal,
                params: $whole_params,
                body: HelpRequest,
            ) -> Result<$whole_ok, $whole_error> {
                let ask = Ask {
                    operation: stringify!($whole),
                    agent: $agent,
                    task_id: params.task_id.0,
                    key: params.idempotency_key,
                };
                let run = about_task::<$whole_error>(service, request, caller, ask, body).await?;
                Ok($whole_ok::Ok(whole::<$whole_error>(service, request, run).await?))
            }

            pub(super) async fn $stream(
                service: &Service,
                request: &RequestHead,
                caller: Principal,
                params: $stream_params,
                body: HelpRequest,
            ) -> Result<$stream_ok, $stream_error> {
                let ask = Ask {
                    operation: stringify!($stream),
                    agent: $agent,
                    task_id: params.task_id.0,
                    key: params.idempotency_key,
                };
                let run = about_task::<$stream_error>(service, request, caller, ask, body).await?;
                Ok($stream_ok::Ok(streamed::<$stream_error>(service, request, run).await?))
            }
        )*
    };
}

asks! {
    help_task, HelpTaskParams -> HelpTaskOk, HelpTaskError;
    help_task_stream, HelpTaskStreamParams -> HelpTaskStreamOk, HelpTaskStreamError: TRIAGE;
    schedule_task, ScheduleTaskParams -> ScheduleTaskOk, ScheduleTaskError;
    schedule_task_stream, ScheduleTaskStreamParams -> ScheduleTaskStreamOk, ScheduleTaskStreamError: SCHEDULER;
    collaborate_task, CollaborateTaskParams -> CollaborateTaskOk, CollaborateTaskError;
    collaborate_task_stream, CollaborateTaskStreamParams -> CollaborateTaskStreamOk, CollaborateTaskStreamError: COLLABORATION;
    analyze_task, AnalyzeTaskParams -> AnalyzeTaskOk, AnalyzeTaskError;
    analyze_task_stream, AnalyzeTaskStreamParams -> AnalyzeTaskStreamOk, AnalyzeTaskStreamError: ANALYSIS;
}

/// Looks the task up, before any agent is asked, and makes the run.
async fn about_task<E: AskError>(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    ask: Ask,
    body: HelpRequest,
) -> Result<StartRun, E> {
    let failure = Failure::new(&service.log, request);
    let task = service.resources.get_task(&caller, ask.task_id).await;
    let task = task.map_err(|error| failure.named::<E>(error))?;
    let data = json(&task, failure)?;
    let asked = (ask.task_id, &body);
    let once = service
        .resources
        .secret()
        .once(ask.operation, ask.key.as_ref(), &asked);
    Ok(StartRun {
        owner: caller,
        session_id: body.session_id.map(Into::into),
        task: Some((ask.task_id, data)),
        agent: ask.agent.to_owned(),
        input: body.question.into(),
        on_busy: OnBusy::from(body.on_busy),
        once,
        cancel_on_disconnect: body.cancel_on_disconnect,
    })
}

impl From<models::OnBusy> for OnBusy {
    fn from(on_busy: models::OnBusy) -> Self {
        match on_busy {
            models::OnBusy::Reject => Self::Reject,
            models::OnBusy::Queue => Self::Queue,
            models::OnBusy::Interrupt => Self::Interrupt,
        }
    }
}

fn json<E: InternalServerError + ServiceUnavailable>(
    value: &impl Serialize,
    failure: Failure<'_>,
) -> Result<serde_json::Value, E> {
    serde_json::to_value(value)
        .map_err(|error| failure.fault(crate::app::AppError::Internal(error.to_string())))
}

/// Starts a run and waits for what it comes to.
pub(super) async fn whole<E: AskError>(
    service: &Service,
    request: &RequestHead,
    run: StartRun,
) -> Result<RunAnswer, E> {
    let failure = Failure::new(&service.log, request);
    let (owner, is_wanted) = (run.owner.clone(), run.cancel_on_disconnect);
    let begun = service.runs.start(run).await;
    let begun = begun.map_err(|error| failure.started::<E>(error))?;
    // Dropped with this handler, which is what happens when the client leaves.
    let _cancels = service.runs.cancel_on_drop(&owner, &begun, is_wanted);
    let answered = service.runs.answer(&owner, &begun.run_id).await;
    failure.answered(answered.map_err(|error| failure.started::<E>(error))?)
}

/// Starts a run and sends its events, from the first on.
pub(super) async fn streamed<E: AskError>(
    service: &Service,
    request: &RequestHead,
    run: StartRun,
) -> Result<EventStream<RunEvent>, E> {
    let failure = Failure::new(&service.log, request);
    let (owner, is_wanted) = (run.owner.clone(), run.cancel_on_disconnect);
    let begun = service.runs.start(run).await;
    let begun = begun.map_err(|error| failure.started::<E>(error))?;
    let cancels = service.runs.cancel_on_drop(&owner, &begun, is_wanted);
    let follower = service.runs.follow(&owner, &begun.run_id, 0).await;
    let follower = follower.map_err(|error| failure.started::<E>(error))?;
    Ok(events(
        follower.into_stream((cancels, service.metrics.stream_opened())),
    ))
}

/// A run's stored events as an answer, byte for byte.
pub(super) fn events(
    stored: impl futures::Stream<Item = crate::store::runs::EventRecord> + Send + 'static,
) -> EventStream<RunEvent> {
    EventStream::new(stored.map(|event| Event::encoded(Some(event.seq), event.name, event.data)))
}

impl Service {
    /// The agents as the document shows them, the one that a conversation begins with first.
    pub(crate) fn agents(&self) -> Vec<AgentStatus> {
        let driver = self.runs.driver();
        let model = driver.model().name();
        let shown = driver.agents().iter().filter_map(|agent| {
            let handoffs = agent.list_handoffs().iter();
            Some(AgentStatus {
                // All names fit the document, or the team's own test fails.
                name: agent.name().parse().ok()?,
                type_: if agent.name() == TRIAGE {
                    AgentType::Router
                } else {
                    AgentType::Specialist
                },
                description: agent.description().to_owned(),
                tools: agent
                    .list_tools()
                    .iter()
                    .map(|tool| tool.definition().name.clone())
                    .collect(),
                handoffs: handoffs
                    .filter_map(|handoff| handoff.target().parse().ok())
                    .collect(),
                model: model.to_owned(),
            })
        });
        shown.collect()
    }
}
