//! A run as it is read along: text as it comes, and what the agents do as dim lines between.
//!
//! Writes events, knows nothing of where they come from, and doesn't judge how the run ended: commands do.

use std::io::{self, Write};

use taskmanager_client::types::RunEvent;

use super::text::{clean, clean_lines, fit};
use super::view::{View, arguments, handoff};
use super::wrap::Wrap;

pub(crate) struct Transcript<W> {
    out: W,
    view: View,
    wrap: Wrap,
    /// The text since an agent last did something else.
    said: String,
}

const FAULT_WIDTH: usize = 160;

impl<W: Write> Transcript<W> {
    pub(crate) fn new(out: W, view: View) -> Self {
        Self {
            out,
            view,
            wrap: Wrap::new(view.width),
            said: String::new(),
        }
    }

    pub(crate) fn event(&mut self, event: &RunEvent) -> io::Result<()> {
        let paint = self.view.paint;
        match event {
            RunEvent::Start { .. } => Ok(()),
            RunEvent::Token { text, .. } => {
                self.said.push_str(text);
                self.text(text)
            }
            RunEvent::ToolCall {
                tool,
                arguments: given,
                ..
            } => self.line(&paint.dim(&format!("· {}({})", clean(tool), arguments(given)))),
            RunEvent::ToolResult {
                tool,
                result,
                is_error: true,
                ..
            } => {
                let fault = clean(result);
                let name = paint.dim(&format!("✗ {}:", clean(tool)));
                self.line(&format!("{name} {}", paint.red(&fit(&fault, FAULT_WIDTH))))
            }
            RunEvent::ToolResult {
                tool,
                duration_ms,
                is_error: false,
                ..
            } => self.line(&paint.dim(&format!("✓ {}, {duration_ms} ms", clean(tool)))),
            RunEvent::Handoff { to, reason, .. } => {
                let line = handoff(to, reason.as_deref(), &self.view);
                self.line(line.trim_end())
            }
            RunEvent::Guardrail { name, outcome } => match outcome.as_str() {
                "passed" => Ok(()),
                outcome => self.line(&paint.yellow(&format!(
                    "guardrail {}: {}",
                    clean(name),
                    clean(outcome)
                ))),
            },
            RunEvent::ApprovalRequired {
                tool,
                arguments: given,
                ..
            } => self.line(&paint.yellow(&format!(
                "? {}({}) needs approval",
                clean(tool),
                arguments(given)
            ))),
            RunEvent::Resumed { decisions } => decisions.iter().try_for_each(|decision| {
                let verdict = if decision.approve {
                    "approved"
                } else {
                    "rejected"
                };
                let reason = decision
                    .reason
                    .as_deref()
                    .map(|reason| format!(": {}", clean(reason)));
                self.line(&paint.dim(&format!("{verdict}{}", reason.unwrap_or_default())))
            }),
            RunEvent::Complete { response, .. } => {
                self.rest_of(response)?;
                self.close_line()
            }
            RunEvent::Error { .. } | RunEvent::Cancelled { .. } | RunEvent::Paused { .. } => {
                self.close_line()
            }
        }
    }

    /// Writes one line of its own.
    pub(crate) fn line(&mut self, line: &str) -> io::Result<()> {
        self.said.clear();
        self.close_line()?;
        writeln!(self.out, "{line}")?;
        self.out.flush()
    }

    /// Ends a line of text that is still open.
    pub(crate) fn close_line(&mut self) -> io::Result<()> {
        if self.wrap.is_line_open() {
            writeln!(self.out, "{}", self.wrap.finish())?;
            self.wrap.start_line();
        }
        self.out.flush()
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        let text = self.wrap.push(&clean_lines(text));
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// The whole answer may hold more than came in pieces: a model that doesn't stream, an answer that was held back.
    fn rest_of(&mut self, response: &str) -> io::Result<()> {
        let said = std::mem::take(&mut self.said);
        if !said.trim().is_empty() && response.trim().ends_with(said.trim()) {
            return Ok(());
        }
        let rest = match response.strip_prefix(said.as_str()) {
            Some(rest) => rest,
            None => {
                self.close_line()?;
                response
            }
        };
        self.text(rest)
    }
}

#[cfg(test)]
mod tests;
