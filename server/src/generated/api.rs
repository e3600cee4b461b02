// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! TaskManager Agent 0.1.0 as a trait.
//!
//! Everything else of the generated server that an application uses is re-exported here.
pub use super::credentials::Credentials;
pub use super::document::OPERATIONS;
pub use super::operations::*;
pub use super::server::{api_description, stub_api_description};
pub use super::statuses::*;
pub use super::support::{
    MAX_VIOLATIONS, Refusal, Rejection, Reply, RequestHead, Respond, Violation, Secret,
    Event, EventStream, EventUnion, HEARTBEAT, Authenticated, reauthenticate,
};

use super::models;
use super::support::{RawEvent, Response};

/// The application: one method for each operation.
///
/// For each request `admit` is asked first, then `authenticate` where the document demands it; then parameters
/// and body are read and validated; then the operation's method runs; last `finish` sees the answer.
pub trait Api: Send + Sync + Sized + 'static {
    /// Who calls: what `authenticate` proves.
    type Principal: Clone + Send + Sync + 'static;

    /// Asked first, for every request.
    ///
    /// # Errors
    /// A refusal that the operation documents.
    fn admit(&self, request: &RequestHead) -> Result<(), Refusal>;

    /// Asked for every operation that the document secures, before the body is read, with the credentials of
    /// the first alternative that is there in full. Where the same credentials meet others as well, those
    /// are asked for in turn, until one is let in.
    ///
    /// # Errors
    /// A refusal that the operation documents. 401 without a challenge of its own gets the document's.
    fn authenticate(
        &self,
        request: &RequestHead,
        credentials: Credentials,
    ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send;

    /// Asked instead where a request shows nothing that is enough for its operation: the refusal is 401, and an
    /// application that knows better who calls says so here.
    ///
    /// # Errors
    /// The refusal.
    fn anonymous(
        &self,
        request: &RequestHead,
        refusal: Refusal,
    ) -> Result<Self::Principal, Refusal> {
        let _ = request;
        Err(refusal)
    }

    /// Asked before work goes on in the name of somebody who was authenticated earlier, perhaps before a restart:
    /// may they still act? See [`reauthenticate`].
    ///
    /// # Errors
    /// A refusal. Without a rule of the application's own nobody may.
    fn reauthenticate(
        &self,
        principal: Self::Principal,
    ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send {
        drop(principal);
        async {
            let message = "nobody can be authenticated without a request here"
                .to_owned();
            Err(Refusal::Forbidden { message })
        }
    }

    /// Writes a rejection that generated code found as the document's error body.
    fn api_error(
        &self,
        request: &RequestHead,
        rejection: &Rejection,
    ) -> models::ApiError;

    /// Whether every answer and every event is held against the document before it is sent. One that breaks it
    /// is logged by place and rule, without values, and 500 is sent instead; an event ends its stream. By
    /// default this is so in debug builds, and thus in tests.
    fn validates_answers(&self) -> bool {
        cfg!(debug_assertions)
    }

    /// The last event of a stream of `TaskEvent` whose next event breaks the document. Without one the connection is broken off.
    fn last_task_event(&self, request: &RequestHead) -> Option<models::TaskEvent> {
        let _ = request;
        None
    }

    /// The last event of a stream of `RunEvent` whose next event breaks the document. Without one the connection is broken off.
    fn last_run_event(&self, request: &RequestHead) -> Option<models::RunEvent> {
        let _ = request;
        None
    }

    /// Every answer passes here last.
    fn finish(
        &self,
        request: &RequestHead,
        response: &mut http::Response<dropshot::Body>,
    );

    /// Describe the service.
    ///
    /// Names the service, its version, the model that its agents use, and where to go from here.
    fn get_service(
        &self,
        request: &RequestHead,
    ) -> impl Future<Output = Result<GetServiceOk, GetServiceError>> + Send;

    /// Tell whether the process lives.
    ///
    /// Answers as long as the process can answer at all; asks nothing else. For restarting what hangs.
    fn get_liveness(
        &self,
        request: &RequestHead,
    ) -> impl Future<Output = Result<GetLivenessOk, GetLivenessError>> + Send;

    /// Tell whether requests can be served.
    ///
    /// Asks the storage, and tells how the models fare without asking them. 503 while the service can't serve, for example while it is shutting down. A model that is down makes a check `degraded`, never the answer 503: tasks need no model, and other models may be asked instead. For routing requests.
    fn get_readiness(
        &self,
        request: &RequestHead,
    ) -> impl Future<Output = Result<GetReadinessOk, GetReadinessError>> + Send;

    /// List the agents.
    ///
    /// Lists each agent with what it is for, the tools it has, whom it hands over to, and its model.
    fn list_agents(
        &self,
        request: &RequestHead,
    ) -> impl Future<Output = Result<ListAgentsOk, ListAgentsError>> + Send;

    /// Read this document as JSON.
    ///
    /// Answers with this document, for programs.
    fn get_openapi_json(
        &self,
        request: &RequestHead,
        params: GetOpenapiJsonParams,
    ) -> impl Future<Output = Result<GetOpenapiJsonOk, GetOpenapiJsonError>> + Send;

    /// Read this document as YAML.
    ///
    /// Answers with this document as it was written, comments included, for people.
    fn get_openapi_yaml(
        &self,
        request: &RequestHead,
        params: GetOpenapiYamlParams,
    ) -> impl Future<Output = Result<GetOpenapiYamlOk, GetOpenapiYamlError>> + Send;

    /// Read the service's metrics.
    ///
    /// Counters and gauges in Prometheus' text format; no names, texts or addresses of users among them.
    fn get_metrics(
        &self,
        request: &RequestHead,
    ) -> impl Future<Output = Result<GetMetricsOk, GetMetricsError>> + Send;

    /// Create a task.
    ///
    /// Stores a new task that belongs to the caller. It begins as pending.
    fn create_task(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: CreateTaskParams,
        body: models::NewTask,
    ) -> impl Future<Output = Result<CreateTaskOk, CreateTaskError>> + Send;

    /// List tasks.
    ///
    /// Lists the tasks that the caller may see: their own and those shared with them. Filters are combined: a task is listed when it meets all of them.
    fn list_tasks(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ListTasksParams,
    ) -> impl Future<Output = Result<ListTasksOk, ListTasksError>> + Send;

    /// Read a task.
    ///
    /// Answers with the task and, as `ETag`, its version.
    fn get_task(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: GetTaskParams,
    ) -> impl Future<Output = Result<GetTaskOk, GetTaskError>> + Send;

    /// Replace a task.
    ///
    /// Gives the task new values for all that a caller can set; what is left out goes back to its default. The id, the owner and the reminders, meetings and shares stay.
    fn replace_task(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ReplaceTaskParams,
        body: models::TaskReplacement,
    ) -> impl Future<Output = Result<ReplaceTaskOk, ReplaceTaskError>> + Send;

    /// Change a task.
    ///
    /// Changes what the body names and leaves the rest. `null` clears a deadline, an assignee or a parent; `[]` clears a list.
    fn update_task(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: UpdateTaskParams,
        body: models::TaskUpdate,
    ) -> impl Future<Output = Result<UpdateTaskOk, UpdateTaskError>> + Send;

    /// Delete a task.
    ///
    /// Deletes the task with its reminders, meetings and shares; only its owner may. Its subtasks stay and lose their parent, tasks that depend on it lose that dependency, and its runs can still be read.
    fn delete_task(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: DeleteTaskParams,
    ) -> impl Future<Output = Result<DeleteTaskOk, DeleteTaskError>> + Send;

    /// Set a reminder.
    ///
    /// Stores a reminder for the task. When it is due, a `reminder_due` event is sent on `/events`; one in the past is due at once.
    fn create_reminder(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: CreateReminderParams,
        body: models::NewReminder,
    ) -> impl Future<Output = Result<CreateReminderOk, CreateReminderError>> + Send;

    /// List a task's reminders.
    ///
    /// Lists the reminders of the task, the earliest first, those that have fired included.
    fn list_reminders(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ListRemindersParams,
    ) -> impl Future<Output = Result<ListRemindersOk, ListRemindersError>> + Send;

    /// Read a reminder.
    ///
    /// Answers with one reminder of the task.
    fn get_reminder(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: GetReminderParams,
    ) -> impl Future<Output = Result<GetReminderOk, GetReminderError>> + Send;

    /// Delete a reminder.
    ///
    /// Deletes the reminder; one that hasn't fired yet never will.
    fn delete_reminder(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: DeleteReminderParams,
    ) -> impl Future<Output = Result<DeleteReminderOk, DeleteReminderError>> + Send;

    /// Arrange a meeting.
    ///
    /// Stores a meeting about the task at the time asked for or, without one, in the first free slot of the caller's working hours. 409 when the next 30 days have no free slot of that length.
    fn create_meeting(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: CreateMeetingParams,
        body: models::NewMeeting,
    ) -> impl Future<Output = Result<CreateMeetingOk, CreateMeetingError>> + Send;

    /// List a task's meetings.
    ///
    /// Lists the meetings about the task, the earliest first.
    fn list_meetings(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ListMeetingsParams,
    ) -> impl Future<Output = Result<ListMeetingsOk, ListMeetingsError>> + Send;

    /// Read a meeting.
    ///
    /// Answers with one meeting about the task.
    fn get_meeting(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: GetMeetingParams,
    ) -> impl Future<Output = Result<GetMeetingOk, GetMeetingError>> + Send;

    /// Call off a meeting.
    ///
    /// Deletes the meeting; its time is free again.
    fn delete_meeting(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: DeleteMeetingParams,
    ) -> impl Future<Output = Result<DeleteMeetingOk, DeleteMeetingError>> + Send;

    /// List with whom a task is shared.
    ///
    /// Lists the people with whom the task is shared, by email address.
    fn list_shares(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ListSharesParams,
    ) -> impl Future<Output = Result<ListSharesOk, ListSharesError>> + Send;

    /// Share a task.
    ///
    /// Lets the person with this address see the task, or see and change it; a second call changes the permission. Only the task's owner may share it. The address needs no account yet.
    fn put_share(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: PutShareParams,
        body: models::NewShare,
    ) -> impl Future<Output = Result<PutShareOk, PutShareError>> + Send;

    /// Stop sharing a task.
    ///
    /// Takes the task back from the person with this address. The owner may, and a person may give up their own share.
    fn delete_share(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: DeleteShareParams,
    ) -> impl Future<Output = Result<DeleteShareOk, DeleteShareError>> + Send;

    /// Follow changes of tasks.
    ///
    /// Sends an event for every change of a task that the caller may see, whoever made it, and for every reminder that falls due. Begins now or, with `Last-Event-ID` or `after`, with the event after that one. Never ends by itself. 410 when that event is older than the events kept: read the tasks anew and begin without.
    fn stream_events(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: StreamEventsParams,
    ) -> impl Future<Output = Result<StreamEventsOk, StreamEventsError>> + Send;

    /// Ask about a task.
    ///
    /// Asks the triage agent, which answers, acts, or hands over to the specialist whose work it is. The task is looked up before any agent is asked.
    fn help_task(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: HelpTaskParams,
        body: models::HelpRequest,
    ) -> impl Future<Output = Result<HelpTaskOk, HelpTaskError>> + Send;

    /// Ask about a task, as a stream.
    ///
    /// Like `help_task`, answered by the run's events as they happen. A missing task is 404, before any stream.
    fn help_task_stream(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: HelpTaskStreamParams,
        body: models::HelpRequest,
    ) -> impl Future<Output = Result<HelpTaskStreamOk, HelpTaskStreamError>> + Send;

    /// Have a task scheduled.
    ///
    /// Asks the scheduler directly: deadlines, reminders, blocks of time. The task is looked up before any agent is asked.
    fn schedule_task(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ScheduleTaskParams,
        body: models::HelpRequest,
    ) -> impl Future<Output = Result<ScheduleTaskOk, ScheduleTaskError>> + Send;

    /// Have a task scheduled, as a stream.
    ///
    /// Like `schedule_task`, answered by the run's events as they happen.
    fn schedule_task_stream(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ScheduleTaskStreamParams,
        body: models::HelpRequest,
    ) -> impl Future<
        Output = Result<ScheduleTaskStreamOk, ScheduleTaskStreamError>,
    > + Send;

    /// Work on a task with others.
    ///
    /// Asks the collaboration agent directly: assigning, sharing, meetings. The task is looked up before any agent is asked.
    fn collaborate_task(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: CollaborateTaskParams,
        body: models::HelpRequest,
    ) -> impl Future<Output = Result<CollaborateTaskOk, CollaborateTaskError>> + Send;

    /// Work on a task with others, as a stream.
    ///
    /// Like `collaborate_task`, answered by the run's events as they happen.
    fn collaborate_task_stream(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: CollaborateTaskStreamParams,
        body: models::HelpRequest,
    ) -> impl Future<
        Output = Result<CollaborateTaskStreamOk, CollaborateTaskStreamError>,
    > + Send;

    /// Have a task analysed.
    ///
    /// Asks the analysis agent directly: effort, what stands in the way, breaking a task down. The task is looked up before any agent is asked.
    fn analyze_task(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: AnalyzeTaskParams,
        body: models::HelpRequest,
    ) -> impl Future<Output = Result<AnalyzeTaskOk, AnalyzeTaskError>> + Send;

    /// Have a task analysed, as a stream.
    ///
    /// Like `analyze_task`, answered by the run's events as they happen.
    fn analyze_task_stream(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: AnalyzeTaskStreamParams,
        body: models::HelpRequest,
    ) -> impl Future<
        Output = Result<AnalyzeTaskStreamOk, AnalyzeTaskStreamError>,
    > + Send;

    /// Chat with the agents.
    ///
    /// Sends a message about any of the caller's tasks and answers with what the agents say and did. Without `session_id` a new session begins; the answer names it. An unknown session is 404; one that is at work is 409, unless `on_busy` says otherwise.
    fn chat(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ChatParams,
        body: models::ChatRequest,
    ) -> impl Future<Output = Result<ChatOk, ChatError>> + Send;

    /// Chat with the agents, as a stream.
    ///
    /// Like `chat`, answered by the run's events as they happen; `start` names the session.
    fn chat_stream(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ChatStreamParams,
        body: models::ChatRequest,
    ) -> impl Future<Output = Result<ChatStreamOk, ChatStreamError>> + Send;

    /// List sessions.
    ///
    /// Lists the caller's sessions, the one used last first.
    fn list_sessions(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ListSessionsParams,
    ) -> impl Future<Output = Result<ListSessionsOk, ListSessionsError>> + Send;

    /// Read a session.
    ///
    /// Answers with the session and all that was said and done in it, in order.
    fn get_session(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: GetSessionParams,
    ) -> impl Future<Output = Result<GetSessionOk, GetSessionError>> + Send;

    /// Delete a session.
    ///
    /// Deletes the session with its items. Its runs can still be read. 409 while a run of it is queued, running or paused: cancel that run first.
    fn delete_session(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: DeleteSessionParams,
    ) -> impl Future<Output = Result<DeleteSessionOk, DeleteSessionError>> + Send;

    /// List runs.
    ///
    /// Lists the caller's runs, the newest first. Filters are combined.
    fn list_runs(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ListRunsParams,
    ) -> impl Future<Output = Result<ListRunsOk, ListRunsError>> + Send;

    /// Read a run.
    ///
    /// Answers with the state of the run, what it did so far and, once it has ended, its outcome.
    fn get_run(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: GetRunParams,
    ) -> impl Future<Output = Result<GetRunOk, GetRunError>> + Send;

    /// Follow a run.
    ///
    /// Sends the run's events from the first on or, with `Last-Event-ID` or `after`, from the one after that, and goes on with those to come. Ends after the run's last event, and at a pause. Asked for what follows the last event, it answers 204, at which browsers stop to reconnect.
    fn stream_run_events(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: StreamRunEventsParams,
    ) -> impl Future<Output = Result<StreamRunEventsOk, StreamRunEventsError>> + Send;

    /// Cancel a run.
    ///
    /// Cancels a queued, running or paused run, at once or after its current turn. A run that has ended stays as it is, so calling this twice does no harm.
    fn cancel_run(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: CancelRunParams,
    ) -> impl Future<Output = Result<CancelRunOk, CancelRunError>> + Send;

    /// Decide on pending tool calls.
    ///
    /// Approves or rejects tool calls that a paused run waits for. With the last decision the run goes on; follow it with `stream_run_events` after the last event you have. 409 when the run isn't paused or doesn't wait for a call named; 410 when the approval has expired, which has cancelled the run.
    fn decide_approvals(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: DecideApprovalsParams,
        body: models::ApprovalDecisions,
    ) -> impl Future<Output = Result<DecideApprovalsOk, DecideApprovalsError>> + Send;

    /// Read a run's trace.
    ///
    /// Answers with the run as spans of time, for finding out what it did when, and how long each step took.
    fn get_run_trace(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: GetRunTraceParams,
    ) -> impl Future<Output = Result<GetRunTraceOk, GetRunTraceError>> + Send;

    /// Read one's own profile.
    ///
    /// Answers with the caller's profile; in local mode that of the one local user.
    fn get_me(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
    ) -> impl Future<Output = Result<GetMeOk, GetMeError>> + Send;

    /// Change one's own profile.
    ///
    /// Changes what the body names and leaves the rest. Time zone and working hours say what "tomorrow at nine" means, and where agents look for free time.
    fn update_me(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        body: models::ProfileUpdate,
    ) -> impl Future<Output = Result<UpdateMeOk, UpdateMeError>> + Send;
}

/// What ends a stream of this union when its next event breaks the document.
pub(super) fn last_event<A: Api>(
    api: &A,
    request: &RequestHead,
    union: Option<&str>,
) -> Option<RawEvent> {
    match union {
        Some("TaskEvent") => {
            Event::new(None, &api.last_task_event(request)?).ok().map(Event::into_raw)
        }
        Some("RunEvent") => {
            Event::new(None, &api.last_run_event(request)?).ok().map(Event::into_raw)
        }
        _ => None,
    }
}

/// The documented answer for a rejection, with the headers that the document demands of it.
pub(super) fn reject<A: Api>(
    api: &A,
    request: &RequestHead,
    response: &Response,
    rejection: &Rejection,
) -> Reply {
    let mut reply = match response.media {
        Some(_) => Reply::json(rejection.status, &api.api_error(request, rejection)),
        None => Reply::empty(rejection.status),
    };
    for header in response.headers {
        if header.name.eq_ignore_ascii_case("Retry-After") {
            reply = reply.with_optional("retry-after", rejection.retry_after);
        } else if header.name.eq_ignore_ascii_case("WWW-Authenticate") {
            reply = reply
                .with_optional("www-authenticate", rejection.challenge.as_ref());
        }
    }

    reply
}
