//! Starting runs: who is let in, who waits, and who begins when another has ended.

use std::sync::Arc;

use serde_json::Value;
use taskmanager_agent::{
    budget::Budget,
    driver::{Entry, When},
    item::Item,
    run::{NewRun as NewAgentRun, Run},
    session::Sessions,
};
use tokio::sync::oneshot;
use uuid::Uuid;

use super::{
    RunError, Runs,
    cancel::{DISCONNECTED, INTERRUPTED},
    journal::addition,
    live::Live,
    mend::Trouble,
    outcome::Outcome,
    place::Place,
    sessions::{OwnSessions, store_error},
};
use crate::store::{
    Caller, Once, StoreError,
    runs::{NewRun, OnBusy, RunSession, RunStatus, UnfinishedRun},
};

/// What the model is told the data of a task is.
const TASK_LABEL: &str = "task";

/// How many characters of its first message name a session.
const TITLE_LENGTH: usize = 80;

/// A run to be started.
#[derive(Clone, Debug)]
pub struct StartRun {
    /// Who starts it, and whom it acts for.
    pub owner: Caller,
    /// The session that it goes on with; none begins a new one.
    pub session_id: Option<String>,
    /// The task that it is about, with its data as the model gets to see it.
    pub task: Option<(i64, Value)>,
    /// The agent that it begins with.
    pub agent: String,
    /// What is asked.
    pub input: String,
    /// What happens when the session is at work.
    pub on_busy: OnBusy,
    /// Has it started once, however often it is asked for.
    pub once: Option<Once>,
    /// Whether it is cancelled when whoever started it has gone.
    pub cancel_on_disconnect: bool,
}

/// A run that was let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The run.
    pub run_id: Arc<str>,
    /// Whether an earlier request with the same key had started it.
    pub replayed: bool,
}

impl<C: Clone + Send + Sync + 'static> Runs<C> {
    /// Starts a run. When this returns, the run is stored; it goes on by itself, also when this is dropped.
    ///
    /// # Errors
    ///
    /// [`RunError::Stopping`], [`RunError::UnknownAgent`], [`RunError::TooMany`], [`RunError::NotFound`] for the
    /// session, [`RunError::InProgress`], [`RunError::KeyReused`], [`RunError::Unavailable`].
    pub async fn start(&self, start: StartRun) -> Result<Begun, RunError> {
        if !self.0.gate.lets_begin() {
            return Err(RunError::Stopping);
        }
        if self.driver().agents().get(&start.agent).is_none() {
            return Err(RunError::UnknownAgent);
        }
        let Some(place) = self.take_place(start.owner.user_id) else {
            return self.refuse(&start).await;
        };
        let (accepted, answer) = oneshot::channel();
        // Storing and working are one task: a caller that leaves in between leaves nothing half done.
        let runs = self.clone();
        self.spawn(async move { runs.begin(start, place, accepted).await });
        answer
            .await
            .unwrap_or_else(|_| Err(RunError::Unavailable("the run's task has died".to_owned())))
    }

    /// Keeps a place for a new run, where there is one.
    fn take_place(&self, owner_id: i64) -> Option<Place<C>> {
        let mut hub = self.hub();
        if hub.len() >= self.0.parts.max_runs {
            return None;
        }
        let id: Arc<str> = new_id("run").into();
        let live = Live::new(Arc::clone(&id), owner_id, 0, Outcome::default());
        hub.insert(id, Arc::clone(&live));
        Some(Place::of(self, live))
    }

    /// Refuses a run for want of room, unless it was let in before.
    async fn refuse(&self, start: &StartRun) -> Result<Begun, RunError> {
        if let Some(once) = &start.once {
            let known = self.store().started_run(&start.owner, once).await;
            if let Some(run_id) = known.map_err(|error| RunError::of(error, String::new))? {
                return Ok(Begun {
                    run_id: run_id.into(),
                    replayed: true,
                });
            }
        }
        Err(RunError::TooMany)
    }

    async fn begin(
        self,
        start: StartRun,
        place: Place<C>,
        accepted: oneshot::Sender<Result<Begun, RunError>>,
    ) {
        let live = Arc::clone(place.live());
        let session = match &start.session_id {
            Some(id) => RunSession::Existing(id.as_str().into()),
            None => RunSession::New {
                id: new_id("ses").into(),
                title: title(&start.input),
            },
        };
        let session_id = Arc::clone(session.id());
        let mut run = new_run(
            &live.id,
            &session_id,
            start.task.map(|(id, task)| (id, Some(task))),
            &start.agent,
            &start.input,
        );
        // A new session has neither history nor another run: the run begins in the transaction that stores it.
        let mut outcome = Outcome::default();
        let begins_with = match &session {
            RunSession::Existing(_) => None,
            RunSession::New { .. } => {
                self.driver().begin(&mut run, self.0.parts.clock.exact());
                first_addition(&run, &mut outcome, self.now()).ok()
            }
        };
        let begins_at_once = begins_with.is_some();
        let events = begins_with.iter().flat_map(|first| first.events.clone());
        let events: Vec<_> = events.collect();
        let new = NewRun {
            id: Arc::clone(&live.id),
            session,
            task_id: run.state().task_id(),
            agent: start.agent,
            input: start.input,
            on_busy: start.on_busy,
            begins_with,
        };
        let stored = self
            .store()
            .start_run(&start.owner, new, start.once, self.now());
        let made = match stored.await {
            Ok(made) => made,
            Err(error) => {
                let error = RunError::of(error, || format!("session {session_id}"));
                // Whoever asked may have gone, and misses nothing.
                let _ = accepted.send(Err(error));
                return;
            }
        };
        let begun = Begun {
            run_id: made.value.id.into(),
            replayed: made.replayed,
        };
        if made.replayed {
            let _ = accepted.send(Ok(begun));
            return;
        }
        if begins_at_once {
            run.saved();
            *live.outcome() = outcome;
            live.push(events);
        }
        let has_gone = accepted.send(Ok(begun)).is_err() && start.cancel_on_disconnect;
        if !made.value.runs {
            // Whoever ends the run before it begins this one.
            place.keep();
            if has_gone {
                return self.give_up(&start.owner, &live.id, DISCONNECTED).await;
            }
            for other in made.value.interrupts {
                self.give_up(&start.owner, &other, INTERRUPTED).await;
            }
            return;
        }
        if has_gone {
            live.control.cancel(When::Now, DISCONNECTED);
        }
        if !begins_at_once {
            match self.with_history(&start.owner, &session_id, run).await {
                Ok(with_history) => run = with_history,
                Err(error) => return self.mend(place, Trouble::Storage(error)).await,
            }
        }
        self.work(place, start.owner, run).await;
    }

    /// Begins a run that was stored as queued and is running now.
    pub(super) fn launch(&self, stored: UnfinishedRun) {
        let place = self.place_of(&stored);
        let runs = self.clone();
        self.spawn(async move {
            let task = match stored.task_id {
                None => Ok(None),
                // It may have changed while the run waited.
                Some(task_id) => {
                    let contexts = &runs.0.parts.contexts;
                    let task = contexts.task(&stored.owner, task_id).await;
                    task.map(|task| Some((task_id, Some(task))))
                }
            };
            let task = match task {
                Ok(task) => task,
                Err(StoreError::NotFound) => {
                    return runs.mend(place, Trouble::TaskGone).await;
                }
                Err(error) => {
                    return runs.mend(place, Trouble::Storage(error)).await;
                }
            };
            let run = new_run(
                &stored.id,
                &stored.session_id,
                task,
                &stored.agent,
                &stored.input,
            );
            match runs
                .with_history(&stored.owner, &stored.session_id, run)
                .await
            {
                Ok(run) => runs.work(place, stored.owner, run).await,
                Err(error) => runs.mend(place, Trouble::Storage(error)).await,
            }
        });
    }

    /// The place that a stored run has in this process; made where it has none.
    pub(super) fn place_of(&self, stored: &UnfinishedRun) -> Place<C> {
        let mut hub = self.hub();
        let live = hub.entry(Arc::clone(&stored.id)).or_insert_with(|| {
            Live::new(
                Arc::clone(&stored.id),
                stored.owner.user_id,
                stored.last_event,
                Outcome::default(),
            )
        });
        Place::of(self, Arc::clone(live))
    }

    /// Lays before a run what its session has; nobody else adds to it, for the run has the session.
    async fn with_history(
        &self,
        owner: &Caller,
        session_id: &str,
        run: Run,
    ) -> Result<Run, StoreError> {
        let limit = self.0.parts.history;
        let sessions = OwnSessions {
            store: Arc::clone(self.store()),
            owner: owner.clone(),
        };
        let stored = sessions.newest(session_id, limit.items).await;
        Ok(run.with_history(stored.map_err(store_error)?, limit))
    }
}

/// A new id: `prefix_` and a UUIDv7.
fn new_id(prefix: &str) -> String {
    format!("{prefix}_{}", Uuid::now_v7())
}

fn new_run(
    run_id: &str,
    session_id: &str,
    task: Option<(i64, Option<Value>)>,
    agent: &str,
    input: &str,
) -> Run {
    let (task_id, data) = task.unzip();
    let context = data.flatten().map(|data| Item::Context {
        label: TASK_LABEL.to_owned(),
        data,
    });
    let message = Item::UserMessage {
        text: input.to_owned(),
    };
    Run::new(NewAgentRun {
        run_id: run_id.to_owned(),
        session_id: session_id.to_owned(),
        task_id,
        agent: agent.to_owned(),
        input: context.into_iter().chain([message]).collect(),
        budget: Budget::default(),
    })
}

fn first_addition(
    run: &Run,
    outcome: &mut Outcome,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<crate::store::runs::Addition, serde_json::Error> {
    let unsaved = run.unsaved();
    let entry = Entry {
        run: run.state(),
        first_sequence: unsaved.first_sequence,
        events: unsaved.events,
        items: unsaved.items,
        spans: unsaved.spans,
        state_changed: unsaved.state_changed,
    };
    addition(&entry, RunStatus::Running, outcome, true, now)
}

/// The beginning of the first message, on one line.
fn title(message: &str) -> String {
    let mut words = message.split_whitespace();
    let mut title: String = words
        .next()
        .unwrap_or_default()
        .chars()
        .take(TITLE_LENGTH)
        .collect();
    for word in words {
        if title.chars().count() + 1 + word.chars().count() > TITLE_LENGTH {
            title.push('…');
            break;
        }
        title.push(' ');
        title.push_str(word);
    }
    title
}

#[cfg(test)]
mod title_tests {
    use super::title;

    #[test]
    fn titles_are_one_line_and_short() {
        for (message, expected) in [
            (
                "  Set a deadline\nfor  next Friday ",
                "Set a deadline for next Friday",
            ),
            ("ü", "ü"),
        ] {
            assert_eq!(title(message), expected);
        }
        let long = title(&"word ".repeat(40));
        assert!(
            long.ends_with(" word…") && long.chars().count() <= 81,
            "{long}"
        );
        assert_eq!(title(&"x".repeat(500)).chars().count(), 80);
    }
}
