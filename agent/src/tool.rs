//! Tools: what a model may ask for, and how it is performed.
//!
//! A tool knows the application only through the context `C` that the run was started with.
//!
//! A tool is made by a builder, [`Tool::new`], not by a macro over the function: its name and its description are written
//! for the model, where the tool is given to an agent, and the function stays one that can be called and tested as any other.
//! The schema of its arguments comes from their type, by `schemars`; the doc comments of the fields are what the model reads.
//! Another agent becomes a tool by [`AgentTool`].

mod agent;

use std::{fmt, panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures::{FutureExt, future::BoxFuture};
use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

pub(crate) use agent::AgentWork;
pub use agent::{AgentAnswer, AgentTool};

/// What a model is told of a tool.
#[derive(Clone, Debug, PartialEq)]
pub struct ToolDefinition {
    /// The name that the model calls: letters, digits, `_` and `-`, at most 64.
    pub name: String,
    /// What it does and when to use it, for the model to read.
    pub description: String,
    /// The JSON Schema of the arguments: an object.
    pub parameters: Value,
}

/// The arguments of a tool that takes none; those that a model makes up are passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, JsonSchema)]
#[schemars(description = "None.")]
pub struct NoArguments {}

/// What a tool knows of the call that it performs.
#[derive(Clone, Debug)]
pub struct ToolContext<C> {
    /// The application's context of this run.
    pub app: C,
    /// The run.
    pub run_id: String,
    /// The session of the run.
    pub session_id: String,
    /// The task that the run is about, if it is about one.
    pub task_id: Option<i64>,
    /// The agent that calls.
    pub agent: String,
    /// The call.
    pub call_id: String,
}

/// Why a tool did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ToolError {
    /// The model reads this and may try something else.
    #[error("{0}")]
    Message(String),
    /// The run can't go on; the text is for the user.
    #[error("{0}")]
    Fatal(String),
}

impl ToolError {
    /// An error for the model to read.
    pub fn message(text: impl fmt::Display) -> Self {
        Self::Message(text.to_string())
    }

    /// An error that ends the run.
    pub fn fatal(text: impl fmt::Display) -> Self {
        Self::Fatal(text.to_string())
    }
}

/// Whether a call waits for the user.
#[derive(Clone, Default)]
enum Approval<C> {
    #[default]
    Never,
    Always,
    If(ApprovalRule<C>),
}

type ApprovalRule<C> = Arc<dyn Fn(&C, &Value) -> bool + Send + Sync>;

type Handler<C> = Arc<
    dyn Fn(ToolContext<C>, Value) -> BoxFuture<'static, Result<Value, ToolError>> + Send + Sync,
>;
type Check = Arc<dyn Fn(&Value) -> Result<(), String> + Send + Sync>;
type Enabled<C> = Arc<dyn Fn(&C) -> bool + Send + Sync>;

/// Something that a model may ask for.
///
/// ```
/// use taskmanager_agent::tool::{Tool, ToolContext, ToolError};
///
/// #[derive(serde::Deserialize, schemars::JsonSchema)]
/// struct Add {
///     /// The first summand.
///     a: i64,
///     /// The second summand.
///     b: i64,
/// }
///
/// let add: Tool<()> = Tool::new("add", "Adds two numbers.", |_: ToolContext<()>, args: Add| async move {
///     args.a.checked_add(args.b).ok_or_else(|| ToolError::message("the sum is too large"))
/// });
/// assert_eq!(add.definition().parameters["properties"]["a"]["type"], "integer");
/// ```
pub struct Tool<C> {
    definition: ToolDefinition,
    approval: Approval<C>,
    enabled: Option<Enabled<C>>,
    timeout: Option<Duration>,
    check: Option<Check>,
    work: Work<C>,
}

/// Who performs a tool's calls.
enum Work<C> {
    Function(Handler<C>),
    Agent(AgentWork),
}

impl<C> Tool<C> {
    fn of(definition: ToolDefinition, check: Option<Check>, work: Work<C>) -> Self {
        Self {
            definition,
            approval: Approval::Never,
            enabled: None,
            timeout: None,
            check,
            work,
        }
    }

    /// What the model is told.
    pub fn definition(&self) -> &ToolDefinition {
        &self.definition
    }

    /// How an agent performs the tool's calls, where one does.
    pub(crate) fn agent(&self) -> Option<&AgentWork> {
        match &self.work {
            Work::Function(_) => None,
            Work::Agent(work) => Some(work),
        }
    }
}

impl<C: Clone + Send + Sync + 'static> Tool<C> {
    /// Makes a tool of an async function. The schema of its arguments is that of `A`; arguments that don't fit it go
    /// back to the model as an error. A result that is a string is shown to the model as it is, any other as JSON.
    pub fn new<A, R, F, Fut>(
        name: impl Into<String>,
        description: impl Into<String>,
        handler: F,
    ) -> Self
    where
        A: JsonSchema + DeserializeOwned + Send + 'static,
        R: Serialize,
        F: Fn(ToolContext<C>, A) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<R, ToolError>> + Send + 'static,
    {
        let definition = ToolDefinition {
            name: name.into(),
            description: description.into(),
            parameters: schema_of::<A>(),
        };
        let handler: Handler<C> = Arc::new(move |context, arguments| {
            let parsed = match serde_json::from_value::<A>(arguments) {
                Ok(parsed) => parsed,
                Err(error) => return futures::future::err(misfit(&error)).boxed(),
            };
            let answer = handler(context, parsed);
            async move {
                let answer = answer.await?;
                serde_json::to_value(answer)
                    .map_err(|error| ToolError::message(format!("the result is no JSON: {error}")))
            }
            .boxed()
        });
        let check: Check = Arc::new(|arguments| {
            A::deserialize(arguments)
                .map(drop)
                .map_err(|error| error.to_string())
        });
        Self::of(definition, Some(check), Work::Function(handler))
    }

    /// Makes a tool of a definition that was made elsewhere, and of a function over plain JSON that checks its
    /// arguments itself.
    pub fn from_definition<F, Fut>(
        definition: ToolDefinition,
        needs_approval: bool,
        handler: F,
    ) -> Self
    where
        F: Fn(ToolContext<C>, Value) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Value, ToolError>> + Send + 'static,
    {
        let handler: Handler<C> =
            Arc::new(move |context, arguments| handler(context, arguments).boxed());
        let tool = Self::of(definition, None, Work::Function(handler));
        if needs_approval {
            tool.needs_approval()
        } else {
            tool
        }
    }

    /// Makes every call wait for the user's approval.
    #[must_use]
    pub fn needs_approval(mut self) -> Self {
        self.approval = Approval::Always;
        self
    }

    /// Makes the calls wait for the user's approval for which `rule` says so. It sees the parsed arguments.
    #[must_use]
    pub fn needs_approval_if(
        mut self,
        rule: impl Fn(&C, &Value) -> bool + Send + Sync + 'static,
    ) -> Self {
        self.approval = Approval::If(Arc::new(rule));
        self
    }

    /// Offers the tool only where `rule` says so.
    #[must_use]
    pub fn enabled_if(mut self, rule: impl Fn(&C) -> bool + Send + Sync + 'static) -> Self {
        self.enabled = Some(Arc::new(rule));
        self
    }

    /// Ends a call that takes longer with an error for the model. Without it the driver's own limit holds, and that of
    /// its own budget where an agent performs it.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Checks arguments before a call is approved or started; the message goes to the model.
    #[must_use]
    pub fn check(
        mut self,
        check: impl Fn(&Value) -> Result<(), String> + Send + Sync + 'static,
    ) -> Self {
        self.check = Some(Arc::new(check));
        self
    }

    pub(crate) fn own_timeout(&self) -> Option<Duration> {
        self.timeout
    }

    pub(crate) fn is_always_enabled(&self) -> bool {
        self.enabled.is_none()
    }

    pub(crate) fn is_enabled(&self, app: &C) -> bool {
        self.enabled.as_ref().is_none_or(|rule| rule(app))
    }

    pub(crate) fn asks_approval(&self, app: &C, arguments: &Value) -> bool {
        match &self.approval {
            Approval::Never => false,
            Approval::Always => true,
            Approval::If(rule) => rule(app, arguments),
        }
    }

    pub(crate) fn check_arguments(&self, arguments: &Value) -> Result<(), String> {
        self.check.as_ref().map_or(Ok(()), |check| check(arguments))
    }

    /// Performs one call, without its timeout: a tool that panics has failed, and the run goes on.
    ///
    /// # Errors
    ///
    /// As the tool says; arguments that don't fit; a panic. Always where an agent performs it: that needs a run.
    pub async fn call(
        &self,
        context: ToolContext<C>,
        arguments: Value,
    ) -> Result<Value, ToolError> {
        let handler = match &self.work {
            Work::Function(handler) => Arc::clone(handler),
            Work::Agent(work) => {
                let agent = &work.agent;
                return Err(ToolError::message(format!(
                    "the agent {agent} can only be called by a run"
                )));
            }
        };
        // The handler is only shared, and whatever it left half done in the application is the application's to mend.
        let answer =
            AssertUnwindSafe(async move { handler(context, arguments).await }).catch_unwind();
        answer.await.unwrap_or_else(|_| {
            Err(ToolError::message(
                "the tool broke down; its work may be half done",
            ))
        })
    }
}

impl<C: Clone> Clone for Tool<C> {
    fn clone(&self) -> Self {
        Self {
            definition: self.definition.clone(),
            approval: self.approval.clone(),
            enabled: self.enabled.clone(),
            timeout: self.timeout,
            check: self.check.clone(),
            work: match &self.work {
                Work::Function(handler) => Work::Function(Arc::clone(handler)),
                Work::Agent(work) => Work::Agent(work.clone()),
            },
        }
    }
}

impl<C> fmt::Debug for Tool<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tool")
            .field("definition", &self.definition)
            .finish_non_exhaustive()
    }
}

/// The JSON Schema of a type, as models want it: without `$schema` and without the type's own name.
pub fn schema_of<A: JsonSchema>() -> Value {
    let mut schema = schemars::schema_for!(A).to_value();
    if let Some(object) = schema.as_object_mut() {
        object.shift_remove("$schema");
        object.shift_remove("title");
        // Providers want `properties` even where there is nothing to give.
        object
            .entry("type")
            .or_insert_with(|| Value::from("object"));
        object
            .entry("properties")
            .or_insert_with(|| Value::Object(serde_json::Map::new()));
    }
    schema
}

fn misfit(error: &serde_json::Error) -> ToolError {
    ToolError::message(format!("the arguments don't fit the tool: {error}"))
}
