//! What a run may spend before it must end with what it has reached.
//!
//! A run that would cross a bound ends with what it has reached, and says which bound it was. Whoever holds its
//! [`RunControl`](crate::driver::RunControl) can stop it before: at once, or after the turn.
//!
//! ```
//! use taskmanager_agent::{agent::{Agent, Agents}, budget::{Bound, Budget}, driver::{RunControl, When}, run::Ending, runner::Runner};
//! # use taskmanager_agent::model::scripted::{ScriptedAnswer, ScriptedModel};
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let model = || ScriptedModel::new([ScriptedAnswer::text("Yes.")]);
//! let runner = Runner::new(Agents::new(vec![Agent::new("clerk", "Answers.")])?, model());
//! let frugal = Budget { turns: 0, tokens: Some(5_000), ..Budget::default() };
//! let answer = runner.ask((), "Well?").budget(frugal).run().await?;
//! assert!(matches!(answer.ending(), Some(Ending::Incomplete { bound: Bound::Turns, .. })));
//!
//! let control = RunControl::new();
//! control.cancel(When::AfterTurn, "cancelled"); // from anywhere, at any time
//! let answer = runner.ask((), "Well?").control(control).run().await?;
//! assert_eq!(answer.ending(), Some(&Ending::Cancelled { reason: "cancelled".into() }));
//! # Ok(()) }
//! ```

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The bounds of one run. A run that would cross one ends as incomplete and says which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Budget {
    /// Model calls that were answered. 10, as users of agents expect.
    pub turns: u32,
    /// Tokens read and written, as the provider counts them; asked before each model call. None by default.
    pub tokens: Option<u64>,
    /// Tools called. 50.
    pub tool_calls: u32,
    /// Handoffs. 8. One more is refused and the model is told; the next ends the run.
    pub handoffs: u32,
    /// Time at work; waiting for approval does not count. 10 minutes.
    pub wall_time: Option<Duration>,
    /// How deep agents may call each other as tools. 3; with 0 such calls are refused and the model is told.
    pub nesting: u32,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            turns: 10,
            tokens: None,
            tool_calls: 50,
            handoffs: 8,
            wall_time: Some(Duration::from_secs(600)),
            nesting: 3,
        }
    }
}

/// Which bound was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// [`Budget::turns`].
    Turns,
    /// [`Budget::tokens`].
    Tokens,
    /// [`Budget::tool_calls`].
    ToolCalls,
    /// [`Budget::handoffs`].
    Handoffs,
    /// [`Budget::wall_time`].
    WallTime,
    /// The most that the model may write at once: the agent's
    /// [`max_output_tokens`](crate::model::ModelSettings::max_output_tokens), the provider's own, or what its context has
    /// room for.
    AnswerLength,
    /// What the provider lets its model say.
    ContentFilter,
}

impl Bound {
    /// The `reason` of an incomplete run: `turns`, `tokens`, `tool_calls`, `handoffs`, `wall_time`, `answer_length`,
    /// `content_filter`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Turns => "turns",
            Self::Tokens => "tokens",
            Self::ToolCalls => "tool_calls",
            Self::Handoffs => "handoffs",
            Self::WallTime => "wall_time",
            Self::AnswerLength => "answer_length",
            Self::ContentFilter => "content_filter",
        }
    }

    /// What the user reads where there is nothing else to answer.
    pub(crate) fn apology(self) -> &'static str {
        match self {
            Self::Turns => {
                "I stopped before I had an answer: this took more steps than I may take at once."
            }
            Self::Tokens => {
                "I stopped before I had an answer: this took more text than I may use at once."
            }
            Self::ToolCalls => {
                "I stopped before I had an answer: this took more tool calls than I may make at once."
            }
            Self::Handoffs => {
                "I stopped before I had an answer: the agents handed this to each other too often."
            }
            Self::WallTime => "I stopped before I had an answer: this took longer than it may.",
            Self::AnswerLength => {
                "I stopped before I had an answer: it was longer than I may write at once."
            }
            Self::ContentFilter => {
                "I stopped before I had an answer: the model server's filter broke it off."
            }
        }
    }
}
