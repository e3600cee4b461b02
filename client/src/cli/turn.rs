//! One run at a terminal: its events are shown, its approvals asked for, and Ctrl-C cancels it.

use std::io::{self, Stdout};
use std::sync::Arc;
use std::time::Duration;

use futures::{FutureExt as _, TryStreamExt as _};
use serde_json::Value;
use taskmanager_client::Failure;
use taskmanager_client::stream::{Resuming, StreamEvent};
use taskmanager_client::types::{
    ApprovalDecision, CallId, CompletionStatus, RunEvent, RunId, SessionId,
};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use super::context::Context;
use super::prompt::{Line, Prompt};
use super::text::clean;
use super::transcript::Transcript;
use super::trouble::Trouble;
use super::view::{self, arguments};

/// What is done about tool calls that need approval.
pub(crate) enum Approvals<'a> {
    /// A person is asked.
    Ask(&'a mut Prompt),
    /// All are approved.
    Yes,
    /// The run stays paused.
    Leave,
}

/// What Ctrl-C does.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum OnInterrupt {
    /// Cancels the run; once more leaves.
    Cancel,
    /// Leaves; the run goes on.
    Leave,
}

/// How a run went, as far as it was followed.
#[derive(Debug, PartialEq)]
pub(crate) enum End {
    Completed,
    Incomplete {
        reason: String,
    },
    Failed {
        message: String,
    },
    Cancelled {
        reason: String,
    },
    Paused,
    /// The person left; the run may go on.
    Left,
}

/// What is known of a run by following it.
pub(crate) struct Followed {
    pub(crate) run_id: Option<RunId>,
    pub(crate) session_id: Option<SessionId>,
    pub(crate) end: End,
    /// Whether a person asked for its end.
    pub(crate) interrupted: bool,
}

impl Followed {
    /// Nothing is known yet.
    pub(crate) fn nothing() -> Self {
        Self {
            run_id: None,
            session_id: None,
            end: End::Left,
            interrupted: false,
        }
    }

    /// The end as a command's result.
    pub(crate) fn into_result(self) -> Result<(), Trouble> {
        let run = self.run_id.as_ref().map_or("RUN_ID", |run| run.as_str());
        match self.end {
            End::Completed => Ok(()),
            _ if self.interrupted => Err(Trouble::Interrupted),
            End::Incomplete { reason } => Err(Trouble::Incomplete(format!(
                "the answer is incomplete: {}",
                view::incomplete(&reason)
            ))),
            End::Failed { message } => Err(Trouble::Incomplete(message)),
            End::Cancelled { reason } => Err(Trouble::Incomplete(format!(
                "the run was cancelled: {reason}"
            ))),
            End::Paused => Err(Trouble::Incomplete(format!(
                "the run waits for approval: `tm run approve {run}` or `tm run reject {run}`"
            ))),
            End::Left => Err(Trouble::Interrupted),
        }
    }
}

/// Presses of Ctrl-C, from the first use on; until then they end the program as usual.
#[derive(Clone)]
pub(crate) struct Interrupts(Arc<Notify>);

impl Interrupts {
    pub(crate) fn listen() -> Self {
        let pressed = Arc::new(Notify::new());
        let notify = Arc::clone(&pressed);
        tokio::spawn(async move {
            while tokio::signal::ctrl_c().await.is_ok() {
                notify.notify_one();
            }
        });
        Self(pressed)
    }

    /// Forgets what was pressed before.
    pub(crate) fn forget(&self) {
        let _ = self.0.notified().now_or_never();
    }

    pub(crate) async fn pressed(&self) {
        self.0.notified().await;
    }
}

/// Follows a run to its end, over all pauses that `approvals` can resolve. What becomes known of it stands in
/// `followed`, also when this fails.
pub(crate) async fn follow(
    context: &Context,
    stream: Resuming<RunEvent>,
    mut approvals: Approvals<'_>,
    on_interrupt: OnInterrupt,
    interrupts: &Interrupts,
    followed: &mut Followed,
) -> Result<(), Trouble> {
    let mut turn = Turn {
        context,
        transcript: Transcript::new(io::stdout(), context.view),
        followed,
        asks: matches!(approvals, Approvals::Ask(_)),
        pending: Vec::new(),
    };
    let mut stream = stream;
    loop {
        turn.read(&mut stream, on_interrupt, interrupts).await?;
        if turn.followed.end != End::Paused {
            break;
        }
        let Some(decisions) = turn.decide(&mut approvals).await? else {
            break;
        };
        let Some(run_id) = turn.followed.run_id.clone() else {
            break;
        };
        let after = stream.last_id();
        let request = context.client.decide_approvals().run_id(run_id.clone());
        request
            .body_map(|body| body.decisions(decisions))
            .send()
            .await?;
        stream = context.client.follow_run(&run_id, after).await?;
    }
    Ok(())
}

/// How long an outage goes unmentioned.
const PATIENCE: Duration = Duration::from_secs(1);

struct Turn<'a> {
    context: &'a Context,
    transcript: Transcript<Stdout>,
    followed: &'a mut Followed,
    asks: bool,
    pending: Vec<(CallId, String, Value)>,
}

impl Turn<'_> {
    /// Reads one stream to its end.
    async fn read(
        &mut self,
        stream: &mut Resuming<RunEvent>,
        on_interrupt: OnInterrupt,
        interrupts: &Interrupts,
    ) -> Result<(), Trouble> {
        let mut cancelling: Option<JoinHandle<Result<(), Failure>>> = None;
        self.followed.end = End::Left;
        let mut is_outage_known = false;
        loop {
            tokio::select! {
                event = stream.try_next() => match event {
                    Ok(Some(event)) => self.show(&event)?,
                    Ok(None) => return Ok(()),
                    Err(error) => {
                        self.transcript.close_line()?;
                        return Err(error.into());
                    }
                },
                () = tokio::time::sleep(PATIENCE) => {
                    let is_outage = stream.is_reconnecting();
                    if is_outage && !is_outage_known {
                        self.transcript.close_line()?;
                        self.context.note("the connection is lost; trying again");
                    }
                    is_outage_known = is_outage;
                },
                cancelled = settled(&mut cancelling) => {
                    cancelling = None;
                    if let Err(failure) = cancelled {
                        self.transcript.close_line()?;
                        self.context.note(&format!("failed to cancel: {}", clean(&failure.to_string())));
                    }
                },
                () = interrupts.pressed() => {
                    let is_again = std::mem::replace(&mut self.followed.interrupted, true);
                    self.transcript.close_line()?;
                    let (Some(run_id), OnInterrupt::Cancel, false) = (&self.followed.run_id, on_interrupt, is_again) else {
                        self.followed.end = End::Left;
                        return Ok(());
                    };
                    self.context.note("cancelling; Ctrl-C again leaves");
                    cancelling = Some(tokio::spawn(cancel(self.context.client.clone(), run_id.clone())));
                },
            }
        }
    }

    fn show(&mut self, event: &StreamEvent<RunEvent>) -> Result<(), Trouble> {
        if self.context.json {
            self.context.put_event(event)?;
        } else if self.followed.interrupted && matches!(**event, RunEvent::Token { .. }) {
            // Text that was on its way; nobody wants it any more.
        } else if self.asks && matches!(**event, RunEvent::ApprovalRequired { .. }) {
            // The question will say it.
            self.transcript.close_line()?;
        } else {
            self.transcript.event(event)?;
        }
        let followed = &mut *self.followed;
        match &**event {
            RunEvent::Start {
                run_id, session_id, ..
            } => {
                followed.run_id = Some(run_id.clone());
                followed.session_id = Some(session_id.clone());
            }
            RunEvent::ApprovalRequired {
                call_id,
                tool,
                arguments,
                ..
            } => {
                self.pending
                    .push((call_id.clone(), tool.clone(), arguments.clone()));
            }
            RunEvent::Resumed { decisions } => {
                self.pending.retain(|(call, ..)| {
                    decisions.iter().all(|decision| decision.call_id != *call)
                });
                followed.end = End::Left;
            }
            RunEvent::Paused { .. } => followed.end = End::Paused,
            RunEvent::Complete {
                status: CompletionStatus::Completed,
                ..
            } => followed.end = End::Completed,
            RunEvent::Complete {
                status: CompletionStatus::Incomplete,
                reason,
                ..
            } => {
                let reason = reason
                    .clone()
                    .unwrap_or_else(|| "a budget was reached".to_owned());
                followed.end = End::Incomplete { reason };
            }
            RunEvent::Error { message, .. } => {
                followed.end = End::Failed {
                    message: message.clone(),
                }
            }
            RunEvent::Cancelled { reason } => {
                followed.end = End::Cancelled {
                    reason: reason.clone(),
                }
            }
            RunEvent::Token { .. }
            | RunEvent::ToolCall { .. }
            | RunEvent::ToolResult { .. }
            | RunEvent::Handoff { .. }
            | RunEvent::Guardrail { .. } => {}
        }
        Ok(())
    }

    /// The decisions on all pending calls, or `None` where nobody decides (now).
    async fn decide(
        &mut self,
        approvals: &mut Approvals<'_>,
    ) -> Result<Option<Vec<ApprovalDecision>>, Trouble> {
        let mut decisions = Vec::new();
        for (call_id, tool, given) in std::mem::take(&mut self.pending) {
            let approve = match approvals {
                Approvals::Leave => return Ok(None),
                Approvals::Yes => true,
                Approvals::Ask(prompt) => {
                    let question = format!("allow {}({})? [y/N] ", clean(&tool), arguments(&given));
                    match prompt.line(&question).await.map_err(Trouble::Input)? {
                        Line::Text(answer) => {
                            matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
                        }
                        Line::End => return Ok(None),
                        Line::Interrupted => {
                            self.followed.interrupted = true;
                            if let Some(run_id) = self.followed.run_id.clone() {
                                cancel(self.context.client.clone(), run_id).await?;
                            }
                            self.followed.end = End::Cancelled {
                                reason: "cancelled by you".to_owned(),
                            };
                            return Ok(None);
                        }
                    }
                }
            };
            decisions.push(ApprovalDecision {
                call_id,
                approve,
                reason: None,
            });
        }
        Ok((!decisions.is_empty()).then_some(decisions))
    }
}

async fn cancel(client: taskmanager_client::Client, run_id: RunId) -> Result<(), Failure> {
    client.cancel_run().run_id(run_id).send().await?;
    Ok(())
}

/// The outcome of a cancellation that is under way; never comes while there is none.
async fn settled(cancelling: &mut Option<JoinHandle<Result<(), Failure>>>) -> Result<(), Failure> {
    match cancelling {
        // A task that panicked has said so; the run's stream decides what happens.
        Some(task) => task.await.unwrap_or(Ok(())),
        None => std::future::pending().await,
    }
}
