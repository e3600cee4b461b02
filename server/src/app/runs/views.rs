//! Runs as the document shows them.

use taskmanager_agent::usage::Usage;

use super::{
    RunError, Runs,
    outcome::{Call, Fault, Outcome},
    trace::trace,
};
use crate::{
    app::{
        AppError,
        views::{checked, checked_all},
    },
    generated::models,
    store::{
        Caller,
        runs::{RunQuery, RunRecord, RunStatus},
    },
};

/// What a run that was asked for a whole answer came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Answered {
    /// An answer, however far it got.
    Answer(Box<models::RunAnswer>),
    /// The run failed.
    Failed {
        /// The run.
        run_id: models::RunId,
        /// The kind of fault.
        error_code: String,
        /// The fault in words.
        message: String,
        /// In how many seconds trying again may help, where that is known.
        retry_after: Option<i32>,
    },
    /// The run's end could not be stored yet, so nobody can say what it came to.
    Unknown {
        /// The run.
        run_id: models::RunId,
    },
}

/// A part of a list of runs.
#[derive(Clone, Debug, PartialEq)]
pub struct RunsPage {
    /// The runs.
    pub items: Vec<models::Run>,
    /// Where the next page begins.
    pub next: Option<i64>,
}

impl<C: Clone + Send + Sync + 'static> Runs<C> {
    /// A run of the caller's as it is now.
    ///
    /// # Errors
    ///
    /// [`RunError::NotFound`], [`RunError::Unavailable`].
    pub async fn get(&self, caller: &Caller, run_id: &str) -> Result<models::Run, RunError> {
        let (record, outcome) = self.present(caller, run_id).await?;
        Ok(run(record, outcome)?)
    }

    /// The caller's runs, the newest first, from after the position on.
    ///
    /// # Errors
    ///
    /// [`RunError::Unavailable`].
    pub async fn list(
        &self,
        caller: &Caller,
        query: &RunQuery,
        after: Option<i64>,
        limit: usize,
    ) -> Result<RunsPage, RunError> {
        let page = self.store().list_runs(caller, query, after, limit).await;
        let page = page.map_err(|error| RunError::of(error, String::new))?;
        let runs = page.items.into_iter().map(|mut record| {
            let outcome = self.outcome_of(&mut record);
            Ok(run(record, outcome)?)
        });
        Ok(RunsPage {
            items: runs.collect::<Result<_, RunError>>()?,
            next: page.next,
        })
    }

    /// Waits until a run has ended or paused, and says what it came to.
    ///
    /// # Errors
    ///
    /// [`RunError::NotFound`], [`RunError::Unavailable`].
    pub async fn answer(&self, caller: &Caller, run_id: &str) -> Result<Answered, RunError> {
        // The same events that a stream would send; then the stored run says what they came to.
        let mut events = self.follow(caller, run_id, 0).await?;
        while events.next().await.is_some() {}
        let (record, outcome) = self.present(caller, run_id).await?;
        Ok(answer(record, outcome)?)
    }

    /// A run of the caller's as spans of time.
    ///
    /// # Errors
    ///
    /// [`RunError::NotFound`], [`RunError::Unavailable`].
    pub async fn trace(&self, caller: &Caller, run_id: &str) -> Result<models::RunTrace, RunError> {
        let record = self.store().run(caller, run_id).await;
        let record = record.map_err(RunError::of_run(run_id))?;
        let spans = self.store().run_spans(run_id).await;
        Ok(trace(record, spans.map_err(RunError::of_run(run_id))?)?)
    }

    /// A run, and what it came to so far.
    async fn present(
        &self,
        caller: &Caller,
        run_id: &str,
    ) -> Result<(RunRecord, Outcome), RunError> {
        let record = self.store().run(caller, run_id).await;
        let mut record = record.map_err(RunError::of_run(run_id))?;
        let outcome = self.outcome_of(&mut record);
        Ok((record, outcome))
    }

    fn outcome_of(&self, record: &mut RunRecord) -> Outcome {
        if let Some(stored) = record
            .outcome
            .take()
            .filter(|_| record.status != RunStatus::Running)
        {
            return serde_json::from_str(&stored).unwrap_or_default();
        }
        let Some(live) = self.live(&record.id) else {
            return Outcome::default();
        };
        let outcome = live.outcome().clone();
        // The row was read before: what has ended since is told when it is asked for again.
        if outcome.is_over() {
            return outcome.without_end();
        }
        record.last_event = live.last_event();
        outcome
    }
}

/// A run as the document shows it.
fn run(record: RunRecord, outcome: Outcome) -> Result<models::Run, AppError> {
    let pending_approvals = pending(&record)?;
    let has_response =
        outcome.is_answered || (record.status.is_over() && !outcome.response.is_empty());
    Ok(models::Run {
        id: checked("run's id", record.id.to_string())?,
        status: status(record.status),
        agent: checked("agent", record.agent)?,
        session_id: checked("session's id", record.session_id.to_string())?,
        task_id: models::NullableTaskId(record.task_id),
        input: record.input,
        response: models::NullableText(has_response.then_some(outcome.response)),
        reason: models::NullableText(outcome.reason),
        error: models::NullableRunError(outcome.error.map(
            |Fault {
                 error_code,
                 message,
                 retry_after,
             }| models::NullableRunErrorInner {
                error_code,
                message,
                retry_after: retry_after.map(seconds),
            },
        )),
        handled_by: models::NullableAgentName(
            outcome
                .handoff_chain
                .last()
                .map(|agent| checked("agent", agent.clone()))
                .transpose()?,
        ),
        handoff_chain: checked_all("agent", outcome.handoff_chain)?,
        tool_calls: tool_calls(outcome.tool_calls)?,
        pending_approvals,
        usage: usage(outcome.usage),
        created_at: record.created_at,
        started_at: models::NullableTimestamp(record.started_at),
        finished_at: models::NullableTimestamp(record.finished_at),
        last_event: count(record.last_event),
    })
}

/// What a run came to, as the whole answer to whoever asked.
fn answer(record: RunRecord, outcome: Outcome) -> Result<Answered, AppError> {
    let run_id: models::RunId = checked("run's id", record.id.to_string())?;
    let status = match record.status {
        RunStatus::Completed => models::AnswerStatus::Completed,
        RunStatus::Incomplete => models::AnswerStatus::Incomplete,
        RunStatus::Paused => models::AnswerStatus::Paused,
        RunStatus::Cancelled => models::AnswerStatus::Cancelled,
        RunStatus::Failed => {
            let fault = outcome.error.unwrap_or_else(|| Fault {
                error_code: "internal".to_owned(),
                message: "the run failed".to_owned(),
                retry_after: None,
            });
            return Ok(Answered::Failed {
                run_id,
                error_code: fault.error_code,
                message: fault.message,
                retry_after: fault.retry_after.map(seconds),
            });
        }
        RunStatus::Queued | RunStatus::Running => return Ok(Answered::Unknown { run_id }),
    };
    let pending_approvals = pending(&record)?;
    // A run that was cancelled before it began was the first agent's.
    let handled_by = outcome.handoff_chain.last().unwrap_or(&record.agent);
    Ok(Answered::Answer(Box::new(models::RunAnswer {
        run_id,
        session_id: checked("session's id", record.session_id.to_string())?,
        task_id: models::NullableTaskId(record.task_id),
        question: record.input,
        status,
        reason: models::NullableText(outcome.reason),
        handled_by: checked("agent", handled_by.clone())?,
        response: outcome.response,
        handoff_chain: checked_all("agent", outcome.handoff_chain)?,
        tool_calls: tool_calls(outcome.tool_calls)?,
        pending_approvals,
        usage: usage(outcome.usage),
    })))
}

/// The calls that a paused run still waits for.
fn pending(record: &RunRecord) -> Result<Vec<models::PendingApproval>, AppError> {
    if record.status != RunStatus::Paused {
        return Ok(Vec::new());
    }
    let undecided = record
        .approvals
        .iter()
        .filter(|call| call.decision.is_none());
    undecided
        .map(|call| {
            Ok(models::PendingApproval {
                call_id: checked("call's id", call.call_id.clone())?,
                agent: checked("agent", call.agent.clone())?,
                tool: call.tool.clone(),
                arguments: call.arguments.clone(),
                expires_at: models::NullableTimestamp(record.expires_at),
            })
        })
        .collect()
}

/// The calls that were made: those that wait, or run, have no result yet.
fn tool_calls(calls: Vec<Call>) -> Result<Vec<models::ToolCall>, AppError> {
    let made = calls.into_iter().filter_map(|call| {
        let result = call.result?;
        let checked = || {
            Ok(models::ToolCall {
                call_id: checked("call's id", call.call_id)?,
                agent: checked("agent", call.agent)?,
                name: call.tool,
                arguments: call.arguments,
                result: result.text,
                is_error: result.is_error,
            })
        };
        Some(checked())
    });
    made.collect()
}

fn usage(usage: Usage) -> models::Usage {
    let some = |tokens| (tokens > 0).then(|| count(tokens));
    models::Usage {
        model_calls: count(usage.model_calls),
        input_tokens: count(usage.input_tokens),
        output_tokens: count(usage.output_tokens),
        total_tokens: count(usage.total_tokens()),
        cached_tokens: some(usage.cached_tokens),
        reasoning_tokens: some(usage.reasoning_tokens),
    }
}

fn count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn seconds(seconds: u32) -> i32 {
    i32::try_from(seconds).unwrap_or(i32::MAX)
}

fn status(status: RunStatus) -> models::RunStatus {
    match status {
        RunStatus::Queued => models::RunStatus::Queued,
        RunStatus::Running => models::RunStatus::Running,
        RunStatus::Paused => models::RunStatus::Paused,
        RunStatus::Completed => models::RunStatus::Completed,
        RunStatus::Incomplete => models::RunStatus::Incomplete,
        RunStatus::Failed => models::RunStatus::Failed,
        RunStatus::Cancelled => models::RunStatus::Cancelled,
    }
}

impl From<models::RunStatus> for RunStatus {
    fn from(status: models::RunStatus) -> Self {
        match status {
            models::RunStatus::Queued => Self::Queued,
            models::RunStatus::Running => Self::Running,
            models::RunStatus::Paused => Self::Paused,
            models::RunStatus::Completed => Self::Completed,
            models::RunStatus::Incomplete => Self::Incomplete,
            models::RunStatus::Failed => Self::Failed,
            models::RunStatus::Cancelled => Self::Cancelled,
        }
    }
}

impl From<AppError> for RunError {
    /// Only for values that can't be shown: what is stored doesn't fit the document.
    fn from(error: AppError) -> Self {
        Self::Unshowable(error.to_string())
    }
}
