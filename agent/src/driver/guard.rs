//! Runs guardrails beside and between what they guard.

use futures::{StreamExt, future::BoxFuture, stream::FuturesUnordered};

use super::{Driver, Journal, JournalError, Shift, control::Interruption};
use crate::{
    guardrail::{GuardrailMode, GuardrailOutcome},
    run::Run,
};

/// Guardrails at work: each comes to its name and its outcome.
pub(super) type Guards = FuturesUnordered<BoxFuture<'static, (String, GuardrailOutcome)>>;

impl<C: Clone + Send + Sync + 'static> Driver<C> {
    /// Starts the present agent's input guardrails of one mode, where its input has not been checked yet.
    pub(super) fn input_guards(&self, run: &mut Run, app: &C, mode: GuardrailMode) -> Guards {
        let guards = Guards::new();
        let agent = self.agents.get(run.state().agent());
        if let Some(agent) = agent.filter(|_| !run.input_is_checked()) {
            for guardrail in agent
                .input_guardrails()
                .iter()
                .filter(|guardrail| guardrail.mode == mode)
            {
                run.guardrail_begins(&guardrail.name);
                guards.push(guardrail.run(app.clone(), run.visible_items()));
            }
        }
        guards
    }

    /// Starts the present agent's output guardrails on a text.
    pub(super) fn output_guards(&self, run: &mut Run, app: &C, text: &str) -> Guards {
        let guards = Guards::new();
        if let Some(agent) = self.agents.get(run.state().agent()) {
            for guardrail in agent.output_guardrails() {
                run.guardrail_begins(&guardrail.name);
                guards.push(guardrail.run(app.clone(), text.to_owned()));
            }
        }
        guards
    }

    /// Asks the output guardrails about a tool's result that is to be the answer. Afterwards the run is over.
    pub(super) async fn guard_answer(
        &self,
        run: &mut Run,
        app: &C,
        journal: &mut dyn Journal,
        shift: &mut Shift<'_>,
        answer: &str,
    ) -> Result<(), JournalError> {
        let mut guards = self.output_guards(run, app, answer);
        self.commit(run, journal).await?;
        match judge(run, journal, shift, &mut guards).await {
            Ok(()) => run.output_checked(),
            Err(interruption) => self.interrupt(run, interruption),
        }
        Ok(())
    }

    pub(super) fn has_output_guards(&self, run: &Run) -> bool {
        let agent = self.agents.get(run.state().agent());
        agent.is_some_and(|agent| !agent.output_guardrails().is_empty())
    }
}

/// Waits for guardrails until all have passed, or one has ended the run.
pub(super) async fn judge(
    run: &mut Run,
    journal: &mut dyn Journal,
    shift: &mut Shift<'_>,
    guards: &mut Guards,
) -> Result<(), Interruption> {
    while let Some((name, outcome)) = shift.control.unless_stopped(guards.next()).await? {
        run.at(journal.now());
        run.guardrail_ended(&name, outcome);
        if run.state().ending().is_some() {
            // Those that are done as well are on record; the others are dropped.
            guards.clear();
        }
    }
    Ok(())
}
