//! The generated trait, delegated: one line per operation, in the document's order, and what every request passes.
//!
//! The operations are in a file per resource below; each is a function
//! `async fn name(service: &Service, request: &RequestHead, principal: Principal, params, body) -> Result<Ok, Error>` that
//! asks the application and chooses among the documented answers. Rules of the application don't belong here.

mod agents;
mod chat;
mod events;
mod me;
mod meetings;
pub(crate) mod passage;
mod reminders;
mod runs;
mod sessions;
mod shares;
mod system;
mod tasks;

use crate::app::Principal;
use crate::generated::api::*;
use crate::generated::models;
use crate::service::Service;

/// A method of the trait that hands over to the function of the same name. `open` operations know no principal.
macro_rules! delegate {
    (open $file:ident::$name:ident($($argument:ident: $type:ty),*) -> $ok:ty, $error:ty) => {
        async fn $name(&self, request: &RequestHead, $($argument: $type),*) -> Result<$ok, $error> {
            $file::$name(self, request, $($argument),*).await
        }
    };
    ($file:ident::$name:ident($($argument:ident: $type:ty),*) -> $ok:ty, $error:ty) => {
        async fn $name(
            &self,
            request: &RequestHead,
            principal: Authenticated<Principal>,
            $($argument: $type),*
        ) -> Result<$ok, $error> {
            $file::$name(self, request, principal.into_inner(), $($argument),*).await
        }
    };
}

#[rustfmt::skip]
impl Api for Service {
    type Principal = Principal;

    fn admit(&self, request: &RequestHead) -> Result<(), Refusal> {
        passage::admit(self, request)
    }

    async fn authenticate(&self, request: &RequestHead, credentials: Credentials) -> Result<Principal, Refusal> {
        passage::authenticate(self, request, credentials).await
    }

    fn anonymous(&self, _: &RequestHead, _: Refusal) -> Result<Principal, Refusal> {
        Ok(passage::anonymous(self))
    }

    async fn reauthenticate(&self, principal: Principal) -> Result<Principal, Refusal> {
        passage::reauthenticate(self, principal).await
    }

    fn api_error(&self, request: &RequestHead, rejection: &Rejection) -> models::ApiError {
        passage::api_error(request, rejection)
    }

    fn validates_answers(&self) -> bool {
        self.config.validate_answers || cfg!(debug_assertions)
    }

    fn last_run_event(&self, request: &RequestHead) -> Option<models::RunEvent> {
        Some(passage::last_run_event(request))
    }

    fn finish(&self, request: &RequestHead, response: &mut http::Response<dropshot::Body>) {
        passage::finish(self, request, response);
    }

    delegate!(open system::get_service() -> GetServiceOk, GetServiceError);
    delegate!(open system::get_liveness() -> GetLivenessOk, GetLivenessError);
    delegate!(open system::get_readiness() -> GetReadinessOk, GetReadinessError);
    delegate!(open system::list_agents() -> ListAgentsOk, ListAgentsError);
    delegate!(open system::get_openapi_json(params: GetOpenapiJsonParams) -> GetOpenapiJsonOk, GetOpenapiJsonError);
    delegate!(open system::get_openapi_yaml(params: GetOpenapiYamlParams) -> GetOpenapiYamlOk, GetOpenapiYamlError);
    delegate!(open system::get_metrics() -> GetMetricsOk, GetMetricsError);

    delegate!(tasks::create_task(params: CreateTaskParams, body: models::NewTask) -> CreateTaskOk, CreateTaskError);
    delegate!(tasks::list_tasks(params: ListTasksParams) -> ListTasksOk, ListTasksError);
    delegate!(tasks::get_task(params: GetTaskParams) -> GetTaskOk, GetTaskError);
    delegate!(tasks::replace_task(params: ReplaceTaskParams, body: models::TaskReplacement) -> ReplaceTaskOk, ReplaceTaskError);
    delegate!(tasks::update_task(params: UpdateTaskParams, body: models::TaskUpdate) -> UpdateTaskOk, UpdateTaskError);
    delegate!(tasks::delete_task(params: DeleteTaskParams) -> DeleteTaskOk, DeleteTaskError);

    delegate!(reminders::create_reminder(params: CreateReminderParams, body: models::NewReminder) -> CreateReminderOk, CreateReminderError);
    delegate!(reminders::list_reminders(params: ListRemindersParams) -> ListRemindersOk, ListRemindersError);
    delegate!(reminders::get_reminder(params: GetReminderParams) -> GetReminderOk, GetReminderError);
    delegate!(reminders::delete_reminder(params: DeleteReminderParams) -> DeleteReminderOk, DeleteReminderError);

    delegate!(meetings::create_meeting(params: CreateMeetingParams, body: models::NewMeeting) -> CreateMeetingOk, CreateMeetingError);
    delegate!(meetings::list_meetings(params: ListMeetingsParams) -> ListMeetingsOk, ListMeetingsError);
    delegate!(meetings::get_meeting(params: GetMeetingParams) -> GetMeetingOk, GetMeetingError);
    delegate!(meetings::delete_meeting(params: DeleteMeetingParams) -> DeleteMeetingOk, DeleteMeetingError);

    delegate!(shares::list_shares(params: ListSharesParams) -> ListSharesOk, ListSharesError);
    delegate!(shares::put_share(params: PutShareParams, body: models::NewShare) -> PutShareOk, PutShareError);
    delegate!(shares::delete_share(params: DeleteShareParams) -> DeleteShareOk, DeleteShareError);

    delegate!(events::stream_events(params: StreamEventsParams) -> StreamEventsOk, StreamEventsError);

    delegate!(agents::help_task(params: HelpTaskParams, body: models::HelpRequest) -> HelpTaskOk, HelpTaskError);
    delegate!(agents::help_task_stream(params: HelpTaskStreamParams, body: models::HelpRequest) -> HelpTaskStreamOk, HelpTaskStreamError);
    delegate!(agents::schedule_task(params: ScheduleTaskParams, body: models::HelpRequest) -> ScheduleTaskOk, ScheduleTaskError);
    delegate!(agents::schedule_task_stream(params: ScheduleTaskStreamParams, body: models::HelpRequest) -> ScheduleTaskStreamOk, ScheduleTaskStreamError);
    delegate!(agents::collaborate_task(params: CollaborateTaskParams, body: models::HelpRequest) -> CollaborateTaskOk, CollaborateTaskError);
    delegate!(agents::collaborate_task_stream(params: CollaborateTaskStreamParams, body: models::HelpRequest) -> CollaborateTaskStreamOk, CollaborateTaskStreamError);
    delegate!(agents::analyze_task(params: AnalyzeTaskParams, body: models::HelpRequest) -> AnalyzeTaskOk, AnalyzeTaskError);
    delegate!(agents::analyze_task_stream(params: AnalyzeTaskStreamParams, body: models::HelpRequest) -> AnalyzeTaskStreamOk, AnalyzeTaskStreamError);

    delegate!(chat::chat(params: ChatParams, body: models::ChatRequest) -> ChatOk, ChatError);
    delegate!(chat::chat_stream(params: ChatStreamParams, body: models::ChatRequest) -> ChatStreamOk, ChatStreamError);

    delegate!(sessions::list_sessions(params: ListSessionsParams) -> ListSessionsOk, ListSessionsError);
    delegate!(sessions::get_session(params: GetSessionParams) -> GetSessionOk, GetSessionError);
    delegate!(sessions::delete_session(params: DeleteSessionParams) -> DeleteSessionOk, DeleteSessionError);

    delegate!(runs::list_runs(params: ListRunsParams) -> ListRunsOk, ListRunsError);
    delegate!(runs::get_run(params: GetRunParams) -> GetRunOk, GetRunError);
    delegate!(runs::stream_run_events(params: StreamRunEventsParams) -> StreamRunEventsOk, StreamRunEventsError);
    delegate!(runs::cancel_run(params: CancelRunParams) -> CancelRunOk, CancelRunError);
    delegate!(runs::decide_approvals(params: DecideApprovalsParams, body: models::ApprovalDecisions) -> DecideApprovalsOk, DecideApprovalsError);
    delegate!(runs::get_run_trace(params: GetRunTraceParams) -> GetRunTraceOk, GetRunTraceError);

    delegate!(me::get_me() -> GetMeOk, GetMeError);
    delegate!(me::update_me(body: models::ProfileUpdate) -> UpdateMeOk, UpdateMeError);
}
