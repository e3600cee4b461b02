//! Agents as tools: what another agent may call, and how it is asked and understood.

use std::{fmt, sync::Arc};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{Tool, ToolDefinition, ToolError, Work, schema_of};
use crate::{budget::Budget, item::Item};

type Input = Arc<dyn Fn(&Value) -> Result<String, String> + Send + Sync>;
type Extract = Arc<dyn Fn(AgentAnswer<'_>) -> Result<String, ToolError> + Send + Sync>;

/// Leave to call another agent and read its answer. Unlike with a handoff, the conversation stays where it is: the other
/// agent sees only what the call says, and the user only what the calling agent makes of the answer.
///
/// It is performed by a run inside the run, with a budget of its own; what it uses counts in the outer run's usage.
/// Calls inside it that need approval pause the outer run. Where it comes to no answer, the model reads why.
///
/// ```
/// use taskmanager_agent::{agent::Agent, budget::Budget, tool::{AgentTool, Tool}};
///
/// #[derive(serde::Deserialize, schemars::JsonSchema)]
/// struct Translate {
///     text: String,
///     /// As an English word.
///     language: String,
/// }
///
/// let translate = AgentTool::new("translate", "Translates a text.", "translator")
///     .input(|args: Translate| format!("Translate into {}:\n{}", args.language, args.text))
///     .budget(Budget { turns: 2, ..Budget::default() })
///     .result(|answer| Ok(answer.response.trim().to_owned()));
/// let clerk: Agent<()> = Agent::new("clerk", "Writes letters.").tool(Tool::from(translate).needs_approval());
/// assert_eq!(clerk.list_tools()[0].definition().parameters["required"][1], "language");
/// ```
#[derive(Clone)]
pub struct AgentTool {
    definition: ToolDefinition,
    work: AgentWork,
}

/// How a call of an agent is performed.
#[derive(Clone)]
pub(crate) struct AgentWork {
    pub(crate) agent: String,
    pub(crate) budget: Budget,
    input: Input,
    extract: Option<Extract>,
}

/// The final answer of an agent that was used as a tool.
#[derive(Clone, Copy, Debug)]
pub struct AgentAnswer<'a> {
    /// The agent that gave it: another than the one that was called, where that handed over.
    pub agent: &'a str,
    /// The answer.
    pub response: &'a str,
    /// All that was said and done for it, in order.
    pub items: &'a [Item],
}

impl AgentTool {
    /// A tool of this name that asks the agent of that name. The model writes one text, `input`.
    pub fn new(
        name: impl Into<String>,
        description: impl Into<String>,
        agent: impl Into<String>,
    ) -> Self {
        Self {
            definition: ToolDefinition {
                name: name.into(),
                description: description.into(),
                parameters: json!({
                    "type": "object",
                    "properties": {
                        "input": {
                            "type": "string",
                            "description": "What is to be done, with all that must be known for it: nothing of this conversation is seen."
                        }
                    },
                    "required": ["input"],
                }),
            },
            work: AgentWork {
                agent: agent.into(),
                budget: Budget::default(),
                input: Arc::new(|arguments| {
                    let input = arguments.get("input").and_then(Value::as_str);
                    input
                        .map(str::to_owned)
                        .ok_or_else(|| "`input` must be a text".to_owned())
                }),
                extract: None,
            },
        }
    }

    /// Asks the model for arguments of a type instead, and makes of them what the agent reads. What doesn't fit the type
    /// goes back to the model as an error.
    #[must_use]
    pub fn input<A: JsonSchema + DeserializeOwned>(
        mut self,
        text: impl Fn(A) -> String + Send + Sync + 'static,
    ) -> Self {
        self.definition.parameters = schema_of::<A>();
        self.work.input = Arc::new(move |arguments| {
            A::deserialize(arguments)
                .map(&text)
                .map_err(|error| error.to_string())
        });
        self
    }

    /// Sets what one call may spend: [`Budget::default`] without it. Its tokens and its nesting are bounded by what the
    /// outer run has left as well; its own tool calls and turns don't count in the outer run's.
    #[must_use]
    pub fn budget(mut self, budget: Budget) -> Self {
        self.work.budget = budget;
        self
    }

    /// Makes of the agent's answer what the calling model reads: without it, the answer as it is.
    #[must_use]
    pub fn result(
        mut self,
        extract: impl Fn(AgentAnswer<'_>) -> Result<String, ToolError> + Send + Sync + 'static,
    ) -> Self {
        self.work.extract = Some(Arc::new(extract));
        self
    }
}

impl<C> From<AgentTool> for Tool<C> {
    fn from(tool: AgentTool) -> Self {
        let input = Arc::clone(&tool.work.input);
        Self::of(
            tool.definition,
            Some(Arc::new(move |arguments| input(arguments).map(drop))),
            Work::Agent(tool.work),
        )
    }
}

impl AgentWork {
    /// What the agent reads first.
    pub(crate) fn input(&self, arguments: &Value) -> Result<String, String> {
        (self.input)(arguments)
    }

    pub(crate) fn result(&self, answer: AgentAnswer<'_>) -> Result<String, ToolError> {
        match &self.extract {
            Some(extract) => extract(answer),
            None => Ok(answer.response.to_owned()),
        }
    }
}

impl fmt::Debug for AgentTool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AgentTool")
            .field("name", &self.definition.name)
            .field("agent", &self.work.agent)
            .finish_non_exhaustive()
    }
}
