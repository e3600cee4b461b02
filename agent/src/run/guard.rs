//! What becomes of a run when its guardrails have spoken.

use super::{Run, state::Phase};
use crate::{event::Event, guardrail::GuardrailOutcome};

impl Run {
    /// Whether the present agent's input guardrails have passed.
    pub fn input_is_checked(&self) -> bool {
        self.state.input_checked
    }

    /// Notes that the present agent's input guardrails have all passed. Stored with what follows: a run that is taken up
    /// in between asks them again.
    pub fn input_checked(&mut self) {
        self.state.input_checked = true;
    }

    /// Notes that the output guardrails have all passed the answer of [`Step::GuardOutput`](super::Step::GuardOutput):
    /// the run ends with it.
    pub fn output_checked(&mut self) {
        if let Phase::Answer { response } = &mut self.state.phase {
            let response = std::mem::take(response);
            self.say(response.clone());
            self.complete(response);
        }
    }

    /// Takes a guardrail's outcome: a trip ends the run, and so does a failure, as an error of its own kind. After the
    /// run's end nothing is taken.
    pub fn guardrail_ended(&mut self, name: &str, outcome: GuardrailOutcome) {
        self.guardrail_spoke(name, &outcome);
        if let Some((error_code, message)) = outcome.error() {
            self.fail(error_code, &message);
        }
    }

    /// Shows a guardrail's outcome; what it leads to comes by another way.
    pub(crate) fn guardrail_spoke(&mut self, name: &str, outcome: &GuardrailOutcome) {
        if self.state.ending().is_none() {
            self.emit(Event::Guardrail {
                name: name.to_owned(),
                outcome: outcome.as_str().to_owned(),
            });
        }
    }
}
