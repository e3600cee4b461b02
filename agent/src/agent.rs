//! Agents, and the closed set of them that a run may move between.
//!
//! Both are built once, checked, and shared by all runs; what differs between runs is in the context `C`.
//!
//! ```
//! use taskmanager_agent::{agent::{Agent, Agents, ToolUse}, runner::Runner, tool::{NoArguments, Tool, ToolContext}};
//! # use taskmanager_agent::model::scripted::{ScriptedAnswer, ScriptedModel};
//! # use serde_json::json;
//!
//! /// What differs between runs.
//! #[derive(Clone)]
//! struct Caller { name: &'static str }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // The next call of the model is spared: the tool's result is the answer.
//! let greet = Tool::new("greet", "Greets the user.", |context: ToolContext<Caller>, _: NoArguments| async move {
//!     Ok(format!("Good morning, {}.", context.app.name))
//! });
//! let host = Agent::new("host", "Welcomes people.")
//!     .instructions_from(|caller: &Caller| format!("You speak with {}. Greet them.", caller.name))
//!     .tool(greet)
//!     .tool_use(ToolUse::StopOnFirstTool);
//! # let model = ScriptedModel::new([ScriptedAnswer::calls([("greet", json!({}))])]);
//! let answer = Runner::new(Agents::new(vec![host])?, model).ask(Caller { name: "Ana" }, "Hello").run().await?;
//! assert_eq!(answer.text(), Some("Good morning, Ana."));
//! # Ok(()) }
//! ```

use std::{collections::HashMap, fmt, sync::Arc};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::{
    guardrail::{GuardrailMode, InputGuardrail, OutputGuardrail, ToolGuardrail},
    handoff::{Handoff, transfer_name},
    model::ModelSettings,
    output::OutputType,
    tool::{Tool, ToolDefinition},
};

/// Somebody with instructions, tools, and leave to hand over.
pub struct Agent<C> {
    name: String,
    description: String,
    instructions: Instructions<C>,
    tools: Vec<Tool<C>>,
    handoffs: Vec<Handoff<C>>,
    tool_use: ToolUse,
    settings: ModelSettings,
    input_guardrails: Vec<InputGuardrail<C>>,
    output_guardrails: Vec<OutputGuardrail<C>>,
    tool_guardrails: Vec<ToolGuardrail<C>>,
}

enum Instructions<C> {
    Text(String),
    Computed(Arc<dyn Fn(&C) -> String + Send + Sync>),
}

/// What follows after an agent's tools have run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ToolUse {
    /// The model reads the results.
    #[default]
    RunAgain,
    /// The first result that is no error is the answer.
    StopOnFirstTool,
    /// The first result of one of these tools that is no error is the answer.
    StopAt(Vec<String>),
}

impl<C> Agent<C> {
    /// An agent without instructions or tools. The description tells other agents when to hand over to it.
    pub fn new(name: impl Into<String>, description: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            description: description.into(),
            instructions: Instructions::Text(String::new()),
            tools: Vec::new(),
            handoffs: Vec::new(),
            tool_use: ToolUse::default(),
            settings: ModelSettings::default(),
            input_guardrails: Vec::new(),
            output_guardrails: Vec::new(),
            tool_guardrails: Vec::new(),
        }
    }

    /// Sets what the model is told to be and to do.
    #[must_use]
    pub fn instructions(mut self, text: impl Into<String>) -> Self {
        self.instructions = Instructions::Text(text.into());
        self
    }

    /// Computes the instructions from the run's context before each model call.
    #[must_use]
    pub fn instructions_from(
        mut self,
        text: impl Fn(&C) -> String + Send + Sync + 'static,
    ) -> Self {
        self.instructions = Instructions::Computed(Arc::new(text));
        self
    }

    /// Adds a tool: a function, or another agent ([`AgentTool`](crate::tool::AgentTool)).
    #[must_use]
    pub fn tool(mut self, tool: impl Into<Tool<C>>) -> Self {
        self.tools.push(tool.into());
        self
    }

    /// Adds tools.
    #[must_use]
    pub fn tools(mut self, tools: impl IntoIterator<Item = Tool<C>>) -> Self {
        self.tools.extend(tools);
        self
    }

    /// Adds leave to hand over.
    #[must_use]
    pub fn handoff(mut self, handoff: Handoff<C>) -> Self {
        self.handoffs.push(handoff);
        self
    }

    /// Sets what follows after tools have run.
    #[must_use]
    pub fn tool_use(mut self, rule: ToolUse) -> Self {
        self.tool_use = rule;
        self
    }

    /// Sets how the model is asked.
    #[must_use]
    pub fn settings(mut self, settings: ModelSettings) -> Self {
        self.settings = settings;
        self
    }

    /// Makes the final answer JSON of a type: one that isn't ends the run as an error, an empty one is asked for again.
    /// Read it with `serde_json::from_str`.
    #[must_use]
    pub fn output<T: JsonSchema + DeserializeOwned>(mut self) -> Self {
        self.settings.output = Some(Arc::new(OutputType::of::<T>()));
        self
    }

    /// Checks what the agent is about to read.
    #[must_use]
    pub fn input_guardrail(mut self, guardrail: InputGuardrail<C>) -> Self {
        self.input_guardrails.push(guardrail);
        self
    }

    /// Checks what the agent is about to say.
    #[must_use]
    pub fn output_guardrail(mut self, guardrail: OutputGuardrail<C>) -> Self {
        self.output_guardrails.push(guardrail);
        self
    }

    /// Checks the agent's tool calls.
    #[must_use]
    pub fn tool_guardrail(mut self, guardrail: ToolGuardrail<C>) -> Self {
        self.tool_guardrails.push(guardrail);
        self
    }

    pub(crate) fn input_guardrails(&self) -> &[InputGuardrail<C>] {
        &self.input_guardrails
    }

    pub(crate) fn output_guardrails(&self) -> &[OutputGuardrail<C>] {
        &self.output_guardrails
    }

    pub(crate) fn tool_guardrails(&self) -> &[ToolGuardrail<C>] {
        &self.tool_guardrails
    }

    /// Whether its model is called before any guardrail has spoken.
    pub(crate) fn calls_at_once(&self) -> bool {
        let blocks = |guardrail: &InputGuardrail<C>| guardrail.mode == GuardrailMode::Blocking;
        !self.input_guardrails.iter().any(blocks)
    }

    /// The agent's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When to hand over to it.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Its tools, in the order in which they are offered.
    pub fn list_tools(&self) -> &[Tool<C>] {
        &self.tools
    }

    /// The handoffs that it may make, in the order in which they are offered.
    pub fn list_handoffs(&self) -> &[Handoff<C>] {
        &self.handoffs
    }

    /// How the model is asked.
    pub fn model_settings(&self) -> &ModelSettings {
        &self.settings
    }

    pub(crate) fn rule(&self) -> &ToolUse {
        &self.tool_use
    }

    pub(crate) fn instructions_for(&self, app: &C) -> String {
        match &self.instructions {
            Instructions::Text(text) => text.clone(),
            Instructions::Computed(text) => text(app),
        }
    }
}

impl<C: Clone> Clone for Agent<C> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            description: self.description.clone(),
            instructions: match &self.instructions {
                Instructions::Text(text) => Instructions::Text(text.clone()),
                Instructions::Computed(text) => Instructions::Computed(Arc::clone(text)),
            },
            tools: self.tools.clone(),
            handoffs: self.handoffs.clone(),
            tool_use: self.tool_use.clone(),
            settings: self.settings.clone(),
            input_guardrails: self.input_guardrails.clone(),
            output_guardrails: self.output_guardrails.clone(),
            tool_guardrails: self.tool_guardrails.clone(),
        }
    }
}

impl<C> fmt::Debug for Agent<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Agent")
            .field("name", &self.name)
            .field("tools", &self.tools)
            .field("handoffs", &self.handoffs)
            .finish_non_exhaustive()
    }
}

/// The agents that a run may move between: names are unique, every handoff leads to one of them, every agent used as a
/// tool is one of them, and no agent is offered two tools of one name.
#[derive(Debug)]
pub struct Agents<C> {
    members: Vec<Member<C>>,
    by_name: HashMap<String, usize>,
}

#[derive(Debug)]
struct Member<C> {
    agent: Agent<C>,
    /// Everything that the agent may be offered; shared by all requests as long as no rule hides something.
    offer: Arc<[ToolDefinition]>,
    always_whole: bool,
}

/// What is wrong with a set of agents.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgentsError {
    /// There is no agent at all.
    #[error("there is no agent")]
    Empty,
    /// Two agents share a name, or the name by which they are handed to.
    #[error("two agents are named {0}, or would be handed to by the same tool name")]
    DuplicateAgent(String),
    /// A handoff leads nowhere.
    #[error("{from} hands over to {to}, which isn't there")]
    UnknownTarget {
        /// The agent with the handoff.
        from: String,
        /// The name that nobody has.
        to: String,
    },
    /// A tool calls an agent that isn't there.
    #[error("the tool {tool} of {agent} calls {target}, which isn't there")]
    UnknownAgent {
        /// The agent with the tool.
        agent: String,
        /// The tool.
        tool: String,
        /// The name that nobody has.
        target: String,
    },
    /// A tool's name can't be used.
    #[error(
        "the tool name {tool} of {agent} is used twice, or isn't made of 1 to 64 letters, digits, _ and -"
    )]
    BadToolName {
        /// The agent.
        agent: String,
        /// The tool.
        tool: String,
    },
}

impl<C: Clone + Send + Sync + 'static> Agents<C> {
    /// Checks the agents and binds them together.
    ///
    /// # Errors
    ///
    /// Where one of the type's promises would not hold.
    pub fn new(agents: Vec<Agent<C>>) -> Result<Self, AgentsError> {
        if agents.is_empty() {
            return Err(AgentsError::Empty);
        }
        let mut by_name = HashMap::with_capacity(agents.len());
        let mut transfer_names = HashMap::with_capacity(agents.len());
        for (index, agent) in agents.iter().enumerate() {
            let doubled = by_name.insert(agent.name.clone(), index).is_some()
                || transfer_names
                    .insert(transfer_name(&agent.name), index)
                    .is_some();
            if doubled {
                return Err(AgentsError::DuplicateAgent(agent.name.clone()));
            }
        }
        let mut offers = Vec::with_capacity(agents.len());
        for agent in &agents {
            offers.push(whole_offer(agent, |name| {
                by_name
                    .get(name)
                    .map(|index| agents[*index].description.as_str())
            })?);
        }
        let members = agents
            .into_iter()
            .zip(offers)
            .map(|(agent, offer)| Member {
                always_whole: agent.tools.iter().all(Tool::is_always_enabled)
                    && agent.handoffs.iter().all(Handoff::is_always_enabled),
                offer: offer.into(),
                agent,
            })
            .collect();
        Ok(Self { members, by_name })
    }

    /// The agent of this name.
    pub fn get(&self, name: &str) -> Option<&Agent<C>> {
        self.by_name
            .get(name)
            .map(|index| &self.members[*index].agent)
    }

    /// All agents, in the order in which they were given.
    pub fn iter(&self) -> impl Iterator<Item = &Agent<C>> {
        self.members.iter().map(|member| &member.agent)
    }

    /// What the agent of this name is offered in this context: its tools, then its handoffs.
    pub(crate) fn offer(&self, name: &str, app: &C) -> Arc<[ToolDefinition]> {
        let Some(member) = self.by_name.get(name).map(|index| &self.members[*index]) else {
            return Arc::new([]);
        };
        if member.always_whole {
            return Arc::clone(&member.offer);
        }
        let tools = member.agent.tools.iter().map(|tool| tool.is_enabled(app));
        let handoffs = member
            .agent
            .handoffs
            .iter()
            .map(|handoff| handoff.is_enabled(app));
        member
            .offer
            .iter()
            .zip(tools.chain(handoffs))
            .filter(|(_, enabled)| *enabled)
            .map(|(definition, _)| definition.clone())
            .collect()
    }
}

fn whole_offer<'a, C: Clone + Send + Sync + 'static>(
    agent: &Agent<C>,
    description_of: impl Fn(&str) -> Option<&'a str>,
) -> Result<Vec<ToolDefinition>, AgentsError> {
    let mut offer = Vec::with_capacity(agent.tools.len() + agent.handoffs.len());
    for (tool, work) in agent
        .tools
        .iter()
        .filter_map(|tool| Some((tool, tool.agent()?)))
    {
        if description_of(&work.agent).is_none() {
            return Err(AgentsError::UnknownAgent {
                agent: agent.name.clone(),
                tool: tool.definition().name.clone(),
                target: work.agent.clone(),
            });
        }
    }
    offer.extend(agent.tools.iter().map(|tool| tool.definition().clone()));
    for handoff in &agent.handoffs {
        let description =
            description_of(handoff.target()).ok_or_else(|| AgentsError::UnknownTarget {
                from: agent.name.clone(),
                to: handoff.target().to_owned(),
            })?;
        offer.push(handoff.definition(description));
    }
    for (index, definition) in offer.iter().enumerate() {
        let doubled = offer[..index]
            .iter()
            .any(|other| other.name == definition.name);
        if doubled || !is_tool_name(&definition.name) {
            return Err(AgentsError::BadToolName {
                agent: agent.name.clone(),
                tool: definition.name.clone(),
            });
        }
    }
    Ok(offer)
}

fn is_tool_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}
