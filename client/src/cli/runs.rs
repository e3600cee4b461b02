//! `tm run`.

use taskmanager_client::types::{ApprovalDecision, CallId, RunId, RunStatus};

use super::args::{Decide, RunCommand};
use super::context::{Context, page_size};
use super::prompt::{Prompt, is_interactive};
use super::text::clean;
use super::trouble::Trouble;
use super::turn::{Approvals, Followed, Interrupts, OnInterrupt, follow};
use super::view;

pub(crate) async fn run(context: &Context, command: RunCommand) -> Result<(), Trouble> {
    let client = &context.client;
    match command {
        RunCommand::List {
            status,
            session,
            task,
            size,
        } => {
            let mut request = client.list_runs().limit(page_size(&size));
            if let Some(status) = status {
                request = request.status(status);
            }
            if let Some(session) = session {
                request = request.session_id(session);
            }
            if let Some(task) = task {
                request = request.task_id(task);
            }
            context
                .put_list(request.stream(), &size, "runs", view::runs)
                .await
        }
        RunCommand::Show { run_id } => {
            let run = client.get_run().run_id(run_id).send().await?.into_inner();
            context.put(&run, view::run)
        }
        RunCommand::Watch { run_id, after } => watch(context, &run_id, after).await,
        RunCommand::Cancel { run_id, mode } => {
            let run = client
                .cancel_run()
                .run_id(run_id)
                .mode(mode)
                .send()
                .await?
                .into_inner();
            context.put(&run, |run, _| {
                format!("run {} is {}\n", clean(&run.id), run.status)
            })
        }
        RunCommand::Approve(decide) => decide_on(context, decide, true).await,
        RunCommand::Reject(decide) => decide_on(context, decide, false).await,
        RunCommand::Trace { run_id } => {
            let trace = client
                .get_run_trace()
                .run_id(run_id)
                .send()
                .await?
                .into_inner();
            context.put(&trace, view::trace)
        }
    }
}

async fn watch(context: &Context, run_id: &RunId, after: Option<u64>) -> Result<(), Trouble> {
    let interrupts = Interrupts::listen();
    let stream = context.client.follow_run(run_id, after).await?;
    let mut prompt;
    let approvals = if is_interactive() && !context.json {
        prompt = Prompt::new().map_err(Trouble::Input)?;
        Approvals::Ask(&mut prompt)
    } else {
        Approvals::Leave
    };
    let mut followed = Followed::nothing();
    followed.run_id = Some(run_id.clone());
    follow(
        context,
        stream,
        approvals,
        OnInterrupt::Leave,
        &interrupts,
        &mut followed,
    )
    .await?;
    followed.into_result()
}

/// Decides on the calls that were named, or on all that wait, and follows the run on.
async fn decide_on(context: &Context, decide: Decide, approve: bool) -> Result<(), Trouble> {
    let run = context
        .client
        .get_run()
        .run_id(decide.run_id.clone())
        .send()
        .await?
        .into_inner();
    let pending = run
        .pending_approvals
        .iter()
        .map(|call| call.call_id.clone());
    let calls: Vec<CallId> = if decide.calls.is_empty() {
        pending.collect()
    } else {
        decide.calls
    };
    if calls.is_empty() {
        return Err(Trouble::Incomplete(format!(
            "run {} waits for no approval: it is {}",
            *run.id, run.status
        )));
    }
    let reason = decide.reason;
    let decisions: Vec<_> = calls
        .into_iter()
        .map(|call_id| ApprovalDecision {
            call_id,
            approve,
            reason: reason.clone(),
        })
        .collect();
    let request = context
        .client
        .decide_approvals()
        .run_id(decide.run_id.clone());
    let now = request
        .body_map(|body| body.decisions(decisions))
        .send()
        .await?;
    if now.status == RunStatus::Paused {
        context.note("other calls still wait");
        return context.put(&now.into_inner(), view::run);
    }
    watch(context, &decide.run_id, u64::try_from(run.last_event).ok()).await
}
