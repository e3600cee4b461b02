//! Guardrails: checks that stand between a user, a model and its tools.
//!
//! Nothing gets past one before its verdict: no text is shown and no tool is run while an input guardrail is still at
//! work beside the model call, and no text of an agent with output guardrails is shown before they have passed it.
//!
//! ```
//! use taskmanager_agent::{agent::{Agent, Agents}, guardrail::*, item::Item, run::Ending, runner::Runner, tool::{Tool, ToolContext}};
//! # use taskmanager_agent::model::scripted::{ScriptedAnswer, ScriptedModel};
//! # use serde_json::json;
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Beside the model call, whose answer is held back until this has passed; `Blocking` asks before it.
//! let polite = InputGuardrail::new("polite", GuardrailMode::Parallel, |(), items: Vec<Item>| async move {
//!     let shouts = |item: &Item| matches!(item, Item::UserMessage { text } if text.ends_with("!!!"));
//!     Ok(if items.iter().any(shouts) { Verdict::Trip("Please don't shout.".into()) } else { Verdict::Pass })
//! });
//! // Before anybody sees a word of the answer.
//! let discreet = OutputGuardrail::new("discreet", |(), text: String| async move {
//!     Ok(if text.contains("password") { Verdict::Trip("I can't say that.".into()) } else { Verdict::Pass })
//! });
//! // Around each call: the model is told, and goes on.
//! let small = ToolGuardrail::new("small").before(|_, arguments| async move {
//!     let amount = arguments["amount"].as_u64().unwrap_or(0);
//!     Ok(if amount > 100 { ToolVerdict::Reject("At most 100.".into()) } else { ToolVerdict::Pass })
//! });
//!
//! #[derive(serde::Deserialize, schemars::JsonSchema)]
//! struct Pay { amount: u64 }
//! let pay = Tool::new("pay", "Pays.", |_: ToolContext<()>, pay: Pay| async move { Ok(pay.amount) });
//! let clerk = Agent::new("clerk", "Pays.").tool(pay).input_guardrail(polite).output_guardrail(discreet).tool_guardrail(small);
//! # let model = ScriptedModel::new([
//! #     ScriptedAnswer::calls([("pay", json!({"amount": 500}))]), ScriptedAnswer::text("It is too much."),
//! #     ScriptedAnswer::text("never seen")]);
//! let runner = Runner::new(Agents::new(vec![clerk])?, model);
//! let answer = runner.ask((), "Pay 500.").run().await?;
//! assert_eq!(answer.text(), Some("It is too much."));
//! let answer = runner.ask((), "Pay now!!!").run().await?;
//! assert!(matches!(answer.ending(), Some(Ending::Failed { error_code, .. }) if error_code == "guardrail_tripped"));
//! # Ok(()) }
//! ```

use std::{fmt, panic::AssertUnwindSafe, sync::Arc};

use futures::{FutureExt, future::BoxFuture};
use serde_json::Value;

use crate::{item::Item, tool::ToolContext};

type Check<I, V> = Arc<dyn Fn(I) -> BoxFuture<'static, Result<V, String>> + Send + Sync>;

/// What a guardrail found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing wrong.
    Pass,
    /// The run must end; the text is for the user.
    Trip(String),
}

/// What a tool's guardrail found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToolVerdict {
    /// Nothing wrong.
    Pass,
    /// The model reads this instead of the result; a call that has not run is not run.
    Reject(String),
    /// The run must end; the text is for the user.
    Trip(String),
}

/// How a guardrail ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuardrailOutcome {
    /// It found nothing wrong.
    Passed,
    /// It found something; the text is for the user.
    Tripped(String),
    /// It found something that the model is told of, and the run goes on.
    Rejected,
    /// It could not find out: that is no trip, but the run can't go on unguarded.
    Failed(String),
}

impl GuardrailOutcome {
    /// The `outcome` of a guardrail event: `passed`, `tripped`, `failed`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Tripped(_) | Self::Rejected => "tripped",
            Self::Failed(_) => "failed",
        }
    }

    /// The code and the text of the error that ends the run for this, if it ends.
    pub(crate) fn error(self) -> Option<(&'static str, String)> {
        match self {
            Self::Passed | Self::Rejected => None,
            Self::Tripped(text) => Some(("guardrail_tripped", text)),
            Self::Failed(text) => Some((
                "guardrail_failed",
                format!("A guardrail could not find out: {text}"),
            )),
        }
    }
}

/// Whether an input guardrail works before the model call or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuardrailMode {
    /// The model is called when it has passed: no model call is wasted.
    Blocking,
    /// The model is called at once, and what it says is held back until it has passed: no time is wasted.
    Parallel,
}

/// A check of what an agent is about to read: of the first agent's conversation, and of each agent's handed to.
pub struct InputGuardrail<C> {
    pub(crate) name: String,
    pub(crate) mode: GuardrailMode,
    check: Check<(C, Vec<Item>), Verdict>,
}

/// A check of what an agent is about to say.
pub struct OutputGuardrail<C> {
    pub(crate) name: String,
    check: Check<(C, String), Verdict>,
}

/// A check of an agent's tool calls: of their arguments, and of their results.
pub struct ToolGuardrail<C> {
    pub(crate) name: String,
    before: Option<Check<(ToolContext<C>, Value), ToolVerdict>>,
    after: Option<Check<(ToolContext<C>, String), ToolVerdict>>,
}

impl<C: Send + 'static> InputGuardrail<C> {
    /// A guardrail over the conversation that the agent is about to read. An `Err` says why it could not find out.
    pub fn new<F, Fut>(name: impl Into<String>, mode: GuardrailMode, check: F) -> Self
    where
        F: Fn(C, Vec<Item>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Verdict, String>> + Send + 'static,
    {
        Self {
            name: name.into(),
            mode,
            check: Arc::new(move |(app, items)| check(app, items).boxed()),
        }
    }

    pub(crate) fn run(
        &self,
        app: C,
        items: Vec<Item>,
    ) -> BoxFuture<'static, (String, GuardrailOutcome)> {
        let (name, check) = (self.name.clone(), guarded(&self.check, (app, items)));
        async move { (name, outcome(check.await)) }.boxed()
    }
}

impl<C: Send + 'static> OutputGuardrail<C> {
    /// A guardrail over the text that the agent is about to say. An `Err` says why it could not find out.
    pub fn new<F, Fut>(name: impl Into<String>, check: F) -> Self
    where
        F: Fn(C, String) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Verdict, String>> + Send + 'static,
    {
        Self {
            name: name.into(),
            check: Arc::new(move |(app, text)| check(app, text).boxed()),
        }
    }

    pub(crate) fn run(
        &self,
        app: C,
        text: String,
    ) -> BoxFuture<'static, (String, GuardrailOutcome)> {
        let (name, check) = (self.name.clone(), guarded(&self.check, (app, text)));
        async move { (name, outcome(check.await)) }.boxed()
    }
}

impl<C: Send + 'static> ToolGuardrail<C> {
    /// A guardrail that checks nothing yet.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            before: None,
            after: None,
        }
    }

    /// Checks the arguments before a call is run. An `Err` says why it could not find out.
    #[must_use]
    pub fn before<F, Fut>(mut self, check: F) -> Self
    where
        F: Fn(ToolContext<C>, Value) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<ToolVerdict, String>> + Send + 'static,
    {
        self.before = Some(Arc::new(move |(context, arguments)| {
            check(context, arguments).boxed()
        }));
        self
    }

    /// Checks the result before anybody sees it. An `Err` says why it could not find out.
    #[must_use]
    pub fn after<F, Fut>(mut self, check: F) -> Self
    where
        F: Fn(ToolContext<C>, String) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<ToolVerdict, String>> + Send + 'static,
    {
        self.after = Some(Arc::new(move |(context, result)| {
            check(context, result).boxed()
        }));
        self
    }

    pub(crate) async fn check_before(
        &self,
        context: ToolContext<C>,
        arguments: Value,
    ) -> Option<Result<ToolVerdict, String>> {
        Some(guarded(self.before.as_ref()?, (context, arguments)).await)
    }

    pub(crate) async fn check_after(
        &self,
        context: ToolContext<C>,
        result: String,
    ) -> Option<Result<ToolVerdict, String>> {
        Some(guarded(self.after.as_ref()?, (context, result)).await)
    }
}

/// A check that panics has failed, and the run ends on record.
fn guarded<I: Send + 'static, V: 'static>(
    check: &Check<I, V>,
    input: I,
) -> impl Future<Output = Result<V, String>> + Send + 'static {
    let check = Arc::clone(check);
    async move {
        AssertUnwindSafe(async move { check(input).await })
            .catch_unwind()
            .await
            .unwrap_or_else(|_| Err("it broke down".to_owned()))
    }
}

fn outcome(verdict: Result<Verdict, String>) -> GuardrailOutcome {
    match verdict {
        Ok(Verdict::Pass) => GuardrailOutcome::Passed,
        Ok(Verdict::Trip(text)) => GuardrailOutcome::Tripped(text),
        Err(text) => GuardrailOutcome::Failed(text),
    }
}

impl<C> Clone for InputGuardrail<C> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            mode: self.mode,
            check: Arc::clone(&self.check),
        }
    }
}

impl<C> Clone for OutputGuardrail<C> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            check: Arc::clone(&self.check),
        }
    }
}

impl<C> Clone for ToolGuardrail<C> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            before: self.before.clone(),
            after: self.after.clone(),
        }
    }
}

impl<C> fmt::Debug for InputGuardrail<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InputGuardrail")
            .field("name", &self.name)
            .field("mode", &self.mode)
            .finish_non_exhaustive()
    }
}

impl<C> fmt::Debug for OutputGuardrail<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutputGuardrail")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl<C> fmt::Debug for ToolGuardrail<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToolGuardrail")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
