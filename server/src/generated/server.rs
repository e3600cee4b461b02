// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! A dropshot handler for each operation, and their registration.
use std::sync::Arc;
use dropshot::{ApiDescription, ApiDescriptionRegisterError, StubContext};
use super::api::Api;
use super::document;
use super::support::{Context, Handled, Incoming, Input, admit, close, open, secure};
use super::operations::*;
use super::support::{Respond, register, register_options, register_stub, tag_config};

/// All operations of the document for dropshot, and HEAD and OPTIONS for every path.
///
/// # Errors
/// When dropshot cannot route a path; the generator's lints find that before.
pub fn api_description<A: Api>() -> Result<
    ApiDescription<Arc<A>>,
    ApiDescriptionRegisterError,
> {
    let mut api = ApiDescription::new().tag_config(tag_config());
    register::<A, GetService, _, _>(&mut api, get_service)?;
    register::<A, GetLiveness, _, _>(&mut api, get_liveness)?;
    register::<A, GetReadiness, _, _>(&mut api, get_readiness)?;
    register::<A, ListAgents, _, _>(&mut api, list_agents)?;
    register::<A, GetOpenapiJson, _, _>(&mut api, get_openapi_json)?;
    register::<A, GetOpenapiYaml, _, _>(&mut api, get_openapi_yaml)?;
    register::<A, GetMetrics, _, _>(&mut api, get_metrics)?;
    register::<A, CreateTask, _, _>(&mut api, create_task)?;
    register::<A, ListTasks, _, _>(&mut api, list_tasks)?;
    register::<A, GetTask, _, _>(&mut api, get_task)?;
    register::<A, ReplaceTask, _, _>(&mut api, replace_task)?;
    register::<A, UpdateTask, _, _>(&mut api, update_task)?;
    register::<A, DeleteTask, _, _>(&mut api, delete_task)?;
    register::<A, CreateReminder, _, _>(&mut api, create_reminder)?;
    register::<A, ListReminders, _, _>(&mut api, list_reminders)?;
    register::<A, GetReminder, _, _>(&mut api, get_reminder)?;
    register::<A, DeleteReminder, _, _>(&mut api, delete_reminder)?;
    register::<A, CreateMeeting, _, _>(&mut api, create_meeting)?;
    register::<A, ListMeetings, _, _>(&mut api, list_meetings)?;
    register::<A, GetMeeting, _, _>(&mut api, get_meeting)?;
    register::<A, DeleteMeeting, _, _>(&mut api, delete_meeting)?;
    register::<A, ListShares, _, _>(&mut api, list_shares)?;
    register::<A, PutShare, _, _>(&mut api, put_share)?;
    register::<A, DeleteShare, _, _>(&mut api, delete_share)?;
    register::<A, StreamEvents, _, _>(&mut api, stream_events)?;
    register::<A, HelpTask, _, _>(&mut api, help_task)?;
    register::<A, HelpTaskStream, _, _>(&mut api, help_task_stream)?;
    register::<A, ScheduleTask, _, _>(&mut api, schedule_task)?;
    register::<A, ScheduleTaskStream, _, _>(&mut api, schedule_task_stream)?;
    register::<A, CollaborateTask, _, _>(&mut api, collaborate_task)?;
    register::<A, CollaborateTaskStream, _, _>(&mut api, collaborate_task_stream)?;
    register::<A, AnalyzeTask, _, _>(&mut api, analyze_task)?;
    register::<A, AnalyzeTaskStream, _, _>(&mut api, analyze_task_stream)?;
    register::<A, Chat, _, _>(&mut api, chat)?;
    register::<A, ChatStream, _, _>(&mut api, chat_stream)?;
    register::<A, ListSessions, _, _>(&mut api, list_sessions)?;
    register::<A, GetSession, _, _>(&mut api, get_session)?;
    register::<A, DeleteSession, _, _>(&mut api, delete_session)?;
    register::<A, ListRuns, _, _>(&mut api, list_runs)?;
    register::<A, GetRun, _, _>(&mut api, get_run)?;
    register::<A, StreamRunEvents, _, _>(&mut api, stream_run_events)?;
    register::<A, CancelRun, _, _>(&mut api, cancel_run)?;
    register::<A, DecideApprovals, _, _>(&mut api, decide_approvals)?;
    register::<A, GetRunTrace, _, _>(&mut api, get_run_trace)?;
    register::<A, GetMe, _, _>(&mut api, get_me)?;
    register::<A, UpdateMe, _, _>(&mut api, update_me)?;
    register_options::<A, GetService>(&mut api)?;
    register_options::<A, GetLiveness>(&mut api)?;
    register_options::<A, GetReadiness>(&mut api)?;
    register_options::<A, ListAgents>(&mut api)?;
    register_options::<A, GetOpenapiJson>(&mut api)?;
    register_options::<A, GetOpenapiYaml>(&mut api)?;
    register_options::<A, GetMetrics>(&mut api)?;
    register_options::<A, CreateTask>(&mut api)?;
    register_options::<A, GetTask>(&mut api)?;
    register_options::<A, CreateReminder>(&mut api)?;
    register_options::<A, GetReminder>(&mut api)?;
    register_options::<A, CreateMeeting>(&mut api)?;
    register_options::<A, GetMeeting>(&mut api)?;
    register_options::<A, ListShares>(&mut api)?;
    register_options::<A, PutShare>(&mut api)?;
    register_options::<A, StreamEvents>(&mut api)?;
    register_options::<A, HelpTask>(&mut api)?;
    register_options::<A, HelpTaskStream>(&mut api)?;
    register_options::<A, ScheduleTask>(&mut api)?;
    register_options::<A, ScheduleTaskStream>(&mut api)?;
    register_options::<A, CollaborateTask>(&mut api)?;
    register_options::<A, CollaborateTaskStream>(&mut api)?;
    register_options::<A, AnalyzeTask>(&mut api)?;
    register_options::<A, AnalyzeTaskStream>(&mut api)?;
    register_options::<A, Chat>(&mut api)?;
    register_options::<A, ChatStream>(&mut api)?;
    register_options::<A, ListSessions>(&mut api)?;
    register_options::<A, GetSession>(&mut api)?;
    register_options::<A, ListRuns>(&mut api)?;
    register_options::<A, GetRun>(&mut api)?;
    register_options::<A, StreamRunEvents>(&mut api)?;
    register_options::<A, CancelRun>(&mut api)?;
    register_options::<A, DecideApprovals>(&mut api)?;
    register_options::<A, GetRunTrace>(&mut api)?;
    register_options::<A, GetMe>(&mut api)?;
    Ok(api)
}

/// All operations without an application: for dropshot's own document.
///
/// # Errors
/// As for [`api_description`].
pub fn stub_api_description() -> Result<
    ApiDescription<StubContext>,
    ApiDescriptionRegisterError,
> {
    let mut api = ApiDescription::new().tag_config(tag_config());
    register_stub::<GetService>(&mut api)?;
    register_stub::<GetLiveness>(&mut api)?;
    register_stub::<GetReadiness>(&mut api)?;
    register_stub::<ListAgents>(&mut api)?;
    register_stub::<GetOpenapiJson>(&mut api)?;
    register_stub::<GetOpenapiYaml>(&mut api)?;
    register_stub::<GetMetrics>(&mut api)?;
    register_stub::<CreateTask>(&mut api)?;
    register_stub::<ListTasks>(&mut api)?;
    register_stub::<GetTask>(&mut api)?;
    register_stub::<ReplaceTask>(&mut api)?;
    register_stub::<UpdateTask>(&mut api)?;
    register_stub::<DeleteTask>(&mut api)?;
    register_stub::<CreateReminder>(&mut api)?;
    register_stub::<ListReminders>(&mut api)?;
    register_stub::<GetReminder>(&mut api)?;
    register_stub::<DeleteReminder>(&mut api)?;
    register_stub::<CreateMeeting>(&mut api)?;
    register_stub::<ListMeetings>(&mut api)?;
    register_stub::<GetMeeting>(&mut api)?;
    register_stub::<DeleteMeeting>(&mut api)?;
    register_stub::<ListShares>(&mut api)?;
    register_stub::<PutShare>(&mut api)?;
    register_stub::<DeleteShare>(&mut api)?;
    register_stub::<StreamEvents>(&mut api)?;
    register_stub::<HelpTask>(&mut api)?;
    register_stub::<HelpTaskStream>(&mut api)?;
    register_stub::<ScheduleTask>(&mut api)?;
    register_stub::<ScheduleTaskStream>(&mut api)?;
    register_stub::<CollaborateTask>(&mut api)?;
    register_stub::<CollaborateTaskStream>(&mut api)?;
    register_stub::<AnalyzeTask>(&mut api)?;
    register_stub::<AnalyzeTaskStream>(&mut api)?;
    register_stub::<Chat>(&mut api)?;
    register_stub::<ChatStream>(&mut api)?;
    register_stub::<ListSessions>(&mut api)?;
    register_stub::<GetSession>(&mut api)?;
    register_stub::<DeleteSession>(&mut api)?;
    register_stub::<ListRuns>(&mut api)?;
    register_stub::<GetRun>(&mut api)?;
    register_stub::<StreamRunEvents>(&mut api)?;
    register_stub::<CancelRun>(&mut api)?;
    register_stub::<DecideApprovals>(&mut api)?;
    register_stub::<GetRunTrace>(&mut api)?;
    register_stub::<GetMe>(&mut api)?;
    register_stub::<UpdateMe>(&mut api)?;
    Ok(api)
}

async fn get_service<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetService>,
) -> Handled<GetService> {
    let (api, head, _) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        Ok(api.get_service(&head).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_liveness<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetLiveness>,
) -> Handled<GetLiveness> {
    let (api, head, _) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        Ok(api.get_liveness(&head).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_readiness<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetReadiness>,
) -> Handled<GetReadiness> {
    let (api, head, _) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        Ok(api.get_readiness(&head).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn list_agents<A: Api>(
    context: Context<A>,
    incoming: Incoming<ListAgents>,
) -> Handled<ListAgents> {
    let (api, head, _) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        Ok(api.list_agents(&head).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_openapi_json<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetOpenapiJson>,
) -> Handled<GetOpenapiJson> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        let input = Input::of_request(
                &document::GET_OPENAPI_JSON,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = GetOpenapiJson::read(input)?;
        Ok(api.get_openapi_json(&head, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_openapi_yaml<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetOpenapiYaml>,
) -> Handled<GetOpenapiYaml> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        let input = Input::of_request(
                &document::GET_OPENAPI_YAML,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = GetOpenapiYaml::read(input)?;
        Ok(api.get_openapi_yaml(&head, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_metrics<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetMetrics>,
) -> Handled<GetMetrics> {
    let (api, head, _) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        Ok(api.get_metrics(&head).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn create_task<A: Api>(
    context: Context<A>,
    incoming: Incoming<CreateTask>,
) -> Handled<CreateTask> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::CREATE_TASK).await?;
        let input = Input::of_request(
                &document::CREATE_TASK,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = CreateTask::read(input)?;
        Ok(api.create_task(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn list_tasks<A: Api>(
    context: Context<A>,
    incoming: Incoming<ListTasks>,
) -> Handled<ListTasks> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::LIST_TASKS).await?;
        let input = Input::of_request(
                &document::LIST_TASKS,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = ListTasks::read(input)?;
        Ok(api.list_tasks(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_task<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetTask>,
) -> Handled<GetTask> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::GET_TASK).await?;
        let input = Input::of_request(
                &document::GET_TASK,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = GetTask::read(input)?;
        Ok(api.get_task(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn replace_task<A: Api>(
    context: Context<A>,
    incoming: Incoming<ReplaceTask>,
) -> Handled<ReplaceTask> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::REPLACE_TASK).await?;
        let input = Input::of_request(
                &document::REPLACE_TASK,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = ReplaceTask::read(input)?;
        Ok(api.replace_task(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn update_task<A: Api>(
    context: Context<A>,
    incoming: Incoming<UpdateTask>,
) -> Handled<UpdateTask> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::UPDATE_TASK).await?;
        let input = Input::of_request(
                &document::UPDATE_TASK,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = UpdateTask::read(input)?;
        Ok(api.update_task(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn delete_task<A: Api>(
    context: Context<A>,
    incoming: Incoming<DeleteTask>,
) -> Handled<DeleteTask> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::DELETE_TASK).await?;
        let input = Input::of_request(
                &document::DELETE_TASK,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = DeleteTask::read(input)?;
        Ok(api.delete_task(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn create_reminder<A: Api>(
    context: Context<A>,
    incoming: Incoming<CreateReminder>,
) -> Handled<CreateReminder> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::CREATE_REMINDER).await?;
        let input = Input::of_request(
                &document::CREATE_REMINDER,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = CreateReminder::read(input)?;
        Ok(api.create_reminder(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn list_reminders<A: Api>(
    context: Context<A>,
    incoming: Incoming<ListReminders>,
) -> Handled<ListReminders> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::LIST_REMINDERS).await?;
        let input = Input::of_request(
                &document::LIST_REMINDERS,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = ListReminders::read(input)?;
        Ok(api.list_reminders(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_reminder<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetReminder>,
) -> Handled<GetReminder> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::GET_REMINDER).await?;
        let input = Input::of_request(
                &document::GET_REMINDER,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = GetReminder::read(input)?;
        Ok(api.get_reminder(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn delete_reminder<A: Api>(
    context: Context<A>,
    incoming: Incoming<DeleteReminder>,
) -> Handled<DeleteReminder> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::DELETE_REMINDER).await?;
        let input = Input::of_request(
                &document::DELETE_REMINDER,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = DeleteReminder::read(input)?;
        Ok(api.delete_reminder(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn create_meeting<A: Api>(
    context: Context<A>,
    incoming: Incoming<CreateMeeting>,
) -> Handled<CreateMeeting> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::CREATE_MEETING).await?;
        let input = Input::of_request(
                &document::CREATE_MEETING,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = CreateMeeting::read(input)?;
        Ok(api.create_meeting(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn list_meetings<A: Api>(
    context: Context<A>,
    incoming: Incoming<ListMeetings>,
) -> Handled<ListMeetings> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::LIST_MEETINGS).await?;
        let input = Input::of_request(
                &document::LIST_MEETINGS,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = ListMeetings::read(input)?;
        Ok(api.list_meetings(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_meeting<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetMeeting>,
) -> Handled<GetMeeting> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::GET_MEETING).await?;
        let input = Input::of_request(
                &document::GET_MEETING,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = GetMeeting::read(input)?;
        Ok(api.get_meeting(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn delete_meeting<A: Api>(
    context: Context<A>,
    incoming: Incoming<DeleteMeeting>,
) -> Handled<DeleteMeeting> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::DELETE_MEETING).await?;
        let input = Input::of_request(
                &document::DELETE_MEETING,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = DeleteMeeting::read(input)?;
        Ok(api.delete_meeting(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn list_shares<A: Api>(
    context: Context<A>,
    incoming: Incoming<ListShares>,
) -> Handled<ListShares> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::LIST_SHARES).await?;
        let input = Input::of_request(
                &document::LIST_SHARES,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = ListShares::read(input)?;
        Ok(api.list_shares(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn put_share<A: Api>(
    context: Context<A>,
    incoming: Incoming<PutShare>,
) -> Handled<PutShare> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::PUT_SHARE).await?;
        let input = Input::of_request(
                &document::PUT_SHARE,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = PutShare::read(input)?;
        Ok(api.put_share(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn delete_share<A: Api>(
    context: Context<A>,
    incoming: Incoming<DeleteShare>,
) -> Handled<DeleteShare> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::DELETE_SHARE).await?;
        let input = Input::of_request(
                &document::DELETE_SHARE,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = DeleteShare::read(input)?;
        Ok(api.delete_share(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn stream_events<A: Api>(
    context: Context<A>,
    incoming: Incoming<StreamEvents>,
) -> Handled<StreamEvents> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::STREAM_EVENTS).await?;
        let input = Input::of_request(
                &document::STREAM_EVENTS,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = StreamEvents::read(input)?;
        Ok(api.stream_events(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn help_task<A: Api>(
    context: Context<A>,
    incoming: Incoming<HelpTask>,
) -> Handled<HelpTask> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::HELP_TASK).await?;
        let input = Input::of_request(
                &document::HELP_TASK,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = HelpTask::read(input)?;
        Ok(api.help_task(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn help_task_stream<A: Api>(
    context: Context<A>,
    incoming: Incoming<HelpTaskStream>,
) -> Handled<HelpTaskStream> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::HELP_TASK_STREAM).await?;
        let input = Input::of_request(
                &document::HELP_TASK_STREAM,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = HelpTaskStream::read(input)?;
        Ok(api.help_task_stream(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn schedule_task<A: Api>(
    context: Context<A>,
    incoming: Incoming<ScheduleTask>,
) -> Handled<ScheduleTask> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::SCHEDULE_TASK).await?;
        let input = Input::of_request(
                &document::SCHEDULE_TASK,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = ScheduleTask::read(input)?;
        Ok(api.schedule_task(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn schedule_task_stream<A: Api>(
    context: Context<A>,
    incoming: Incoming<ScheduleTaskStream>,
) -> Handled<ScheduleTaskStream> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::SCHEDULE_TASK_STREAM).await?;
        let input = Input::of_request(
                &document::SCHEDULE_TASK_STREAM,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = ScheduleTaskStream::read(input)?;
        Ok(api.schedule_task_stream(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn collaborate_task<A: Api>(
    context: Context<A>,
    incoming: Incoming<CollaborateTask>,
) -> Handled<CollaborateTask> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::COLLABORATE_TASK).await?;
        let input = Input::of_request(
                &document::COLLABORATE_TASK,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = CollaborateTask::read(input)?;
        Ok(api.collaborate_task(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn collaborate_task_stream<A: Api>(
    context: Context<A>,
    incoming: Incoming<CollaborateTaskStream>,
) -> Handled<CollaborateTaskStream> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::COLLABORATE_TASK_STREAM).await?;
        let input = Input::of_request(
                &document::COLLABORATE_TASK_STREAM,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = CollaborateTaskStream::read(input)?;
        Ok(api.collaborate_task_stream(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn analyze_task<A: Api>(
    context: Context<A>,
    incoming: Incoming<AnalyzeTask>,
) -> Handled<AnalyzeTask> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::ANALYZE_TASK).await?;
        let input = Input::of_request(
                &document::ANALYZE_TASK,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = AnalyzeTask::read(input)?;
        Ok(api.analyze_task(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn analyze_task_stream<A: Api>(
    context: Context<A>,
    incoming: Incoming<AnalyzeTaskStream>,
) -> Handled<AnalyzeTaskStream> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::ANALYZE_TASK_STREAM).await?;
        let input = Input::of_request(
                &document::ANALYZE_TASK_STREAM,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = AnalyzeTaskStream::read(input)?;
        Ok(api.analyze_task_stream(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn chat<A: Api>(context: Context<A>, incoming: Incoming<Chat>) -> Handled<Chat> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::CHAT).await?;
        let input = Input::of_request(
                &document::CHAT,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = Chat::read(input)?;
        Ok(api.chat(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn chat_stream<A: Api>(
    context: Context<A>,
    incoming: Incoming<ChatStream>,
) -> Handled<ChatStream> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::CHAT_STREAM).await?;
        let input = Input::of_request(
                &document::CHAT_STREAM,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = ChatStream::read(input)?;
        Ok(api.chat_stream(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn list_sessions<A: Api>(
    context: Context<A>,
    incoming: Incoming<ListSessions>,
) -> Handled<ListSessions> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::LIST_SESSIONS).await?;
        let input = Input::of_request(
                &document::LIST_SESSIONS,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = ListSessions::read(input)?;
        Ok(api.list_sessions(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_session<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetSession>,
) -> Handled<GetSession> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::GET_SESSION).await?;
        let input = Input::of_request(
                &document::GET_SESSION,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = GetSession::read(input)?;
        Ok(api.get_session(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn delete_session<A: Api>(
    context: Context<A>,
    incoming: Incoming<DeleteSession>,
) -> Handled<DeleteSession> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::DELETE_SESSION).await?;
        let input = Input::of_request(
                &document::DELETE_SESSION,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = DeleteSession::read(input)?;
        Ok(api.delete_session(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn list_runs<A: Api>(
    context: Context<A>,
    incoming: Incoming<ListRuns>,
) -> Handled<ListRuns> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::LIST_RUNS).await?;
        let input = Input::of_request(
                &document::LIST_RUNS,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = ListRuns::read(input)?;
        Ok(api.list_runs(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_run<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetRun>,
) -> Handled<GetRun> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::GET_RUN).await?;
        let input = Input::of_request(
                &document::GET_RUN,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = GetRun::read(input)?;
        Ok(api.get_run(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn stream_run_events<A: Api>(
    context: Context<A>,
    incoming: Incoming<StreamRunEvents>,
) -> Handled<StreamRunEvents> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::STREAM_RUN_EVENTS).await?;
        let input = Input::of_request(
                &document::STREAM_RUN_EVENTS,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = StreamRunEvents::read(input)?;
        Ok(api.stream_run_events(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn cancel_run<A: Api>(
    context: Context<A>,
    incoming: Incoming<CancelRun>,
) -> Handled<CancelRun> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::CANCEL_RUN).await?;
        let input = Input::of_request(
                &document::CANCEL_RUN,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = CancelRun::read(input)?;
        Ok(api.cancel_run(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn decide_approvals<A: Api>(
    context: Context<A>,
    incoming: Incoming<DecideApprovals>,
) -> Handled<DecideApprovals> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::DECIDE_APPROVALS).await?;
        let input = Input::of_request(
                &document::DECIDE_APPROVALS,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = DecideApprovals::read(input)?;
        Ok(api.decide_approvals(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_run_trace<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetRunTrace>,
) -> Handled<GetRunTrace> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::GET_RUN_TRACE).await?;
        let input = Input::of_request(
                &document::GET_RUN_TRACE,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = GetRunTrace::read(input)?;
        Ok(api.get_run_trace(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_me<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetMe>,
) -> Handled<GetMe> {
    let (api, head, _) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::GET_ME).await?;
        Ok(api.get_me(&head, principal).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn update_me<A: Api>(
    context: Context<A>,
    incoming: Incoming<UpdateMe>,
) -> Handled<UpdateMe> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::UPDATE_ME).await?;
        let input = Input::of_request(
                &document::UPDATE_ME,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let body = UpdateMe::read(input)?;
        Ok(api.update_me(&head, principal, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}
