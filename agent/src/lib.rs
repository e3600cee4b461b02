//! A runtime for agents, and the TaskManager team that runs on it.
//!
//! An [`Agent`](agent::Agent) has instructions, tools, and leave to hand the conversation to others. A
//! [`Runner`](runner::Runner) puts a question to it:
//!
//! ```
//! use taskmanager_agent::{agent::{Agent, Agents}, runner::Runner, tool::{Tool, ToolContext, ToolError}};
//! # use taskmanager_agent::model::scripted::{ScriptedAnswer, ScriptedModel};
//! # use serde_json::json;
//!
//! #[derive(serde::Deserialize, schemars::JsonSchema)]
//! struct City {
//!     /// In English.
//!     name: String,
//! }
//!
//! async fn temperature(_: ToolContext<()>, city: City) -> Result<i32, ToolError> {
//!     match city.name.as_str() {
//!         "Berlin" => Ok(21),
//!         other => Err(ToolError::message(format!("{other} is not known"))),
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let tool = Tool::new("temperature", "The temperature in a city, in °C.", temperature);
//! let weather = Agent::new("weather", "Knows the weather.").instructions("Answer in one sentence.").tool(tool);
//! # let model = ScriptedModel::new([
//! #     ScriptedAnswer::calls([("temperature", json!({"name": "Berlin"}))]), ScriptedAnswer::text("It is 21 °C in Berlin.")]);
//! // let model = model::openai::… for any server that speaks OpenAI's interfaces
//! let runner = Runner::new(Agents::new(vec![weather])?, model);
//! let answer = runner.ask((), "How warm is it in Berlin?").run().await?;
//! println!("{}", answer.text().unwrap_or("no answer"));
//! # assert_eq!(answer.text(), Some("It is 21 °C in Berlin."));
//! # Ok(()) }
//! ```
//!
//! | to | see |
//! |---|---|
//! | compute instructions, choose what follows a tool | [`agent`] |
//! | make a tool of an async function, or of another agent | [`tool`] |
//! | hand the conversation over | [`handoff`] |
//! | check what goes in and out | [`guardrail`] |
//! | get an answer of a type | [`output`] |
//! | go on with a conversation, and bound what models are shown of it | [`session`] |
//! | ask the user before a tool runs, store runs, take them up in another process | [`driver`] |
//! | bound what a run spends, and stop it | [`budget`] |
//! | know what was used, by agent and by model | [`usage`] |
//! | watch what happens | [`event`], [`driver::Observer`], [`trace`] |
//!
//! Below the runner, a run is a value that decides and never waits ([`run`]); a driver performs what it decided
//! ([`driver`]). The crate knows no HTTP server, no database and none of TaskManager's storage types: the team's tools
//! reach the caller's data through the [`team::Workspace`] trait.

pub mod agent;
pub mod budget;
pub mod driver;
pub mod event;
pub mod guardrail;
pub mod handoff;
pub mod item;
pub mod model;
pub mod output;
pub mod run;
pub mod runner;
pub mod session;
pub mod team;
pub mod tool;
pub mod trace;
pub mod usage;
