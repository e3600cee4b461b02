//! The shortest way: asked plainly, or watched.

use std::sync::Arc;

use futures::StreamExt;
use serde_json::json;
use taskmanager_agent::{
    agent::{Agent, Agents},
    driver::{RunControl, When},
    event::{Decision, Event},
    item::Item,
    model::scripted::*,
    run::Ending,
    runner::{OnBusy, Outcome, Runner, RunnerError},
    session::{History, MemorySessions, SessionError, SessionStore, Sessions},
    tool::AgentTool,
};

use crate::harness::*;

const RUN: &str = "run_01938d9f0c7a7c50b0f6d5a1e9b7c3d2";

fn runner(agents: Vec<Agent<()>>, script: Vec<ScriptedAnswer>) -> (Runner<()>, MemorySessions) {
    let sessions = MemorySessions::default();
    let runner = Runner::new(Agents::new(agents).unwrap(), ScriptedModel::new(script));
    (runner.sessions(Arc::new(sessions.clone())), sessions)
}

/// Runs a script plainly and watched: both must come to the same. What was watched must say so too.
pub(crate) async fn plain_and_streamed(
    agents: Vec<Agent<()>>,
    script: &[ScriptedAnswer],
) -> (Outcome, Vec<Event>) {
    let ready = || runner(agents.clone(), script.to_vec());
    let (plainly, plain_session) = ready();
    let plain = plainly.ask((), "go").id(RUN).session("ses_1").run();
    let plain = plain.await.unwrap();
    let (watched, streamed_session) = ready();
    let mut stream = watched.ask((), "go").id(RUN).session("ses_1").stream();
    let mut events = Vec::new();
    while let Some(event) = stream.next().await {
        events.push(event);
    }
    let streamed = stream.outcome().await.unwrap();
    assert_eq!(plain.ending(), streamed.ending());
    assert_eq!(
        plain_session.items("ses_1"),
        streamed_session.items("ses_1")
    );
    let (plain_run, run) = (plain.run().state(), streamed.run().state());
    assert_eq!(plain_run.usage(), run.usage());
    assert_eq!(plain_run.usage_by_agent(), run.usage_by_agent());
    assert_eq!(plain_run.handoff_chain(), run.handoff_chain());
    match (events.last().unwrap(), plain.ending()) {
        (
            Event::Complete {
                response, usage, ..
            },
            _,
        ) => {
            assert_eq!(plain.text(), Some(response.as_str()));
            assert_eq!(*usage, run.usage());
        }
        (
            Event::Error { message, .. },
            Some(Ending::Failed {
                message: failed, ..
            }),
        ) => {
            assert_eq!(message, failed);
        }
        (Event::Paused { .. }, None) => {}
        other => panic!("{other:?}"),
    }
    (streamed, events)
}

#[test]
fn a_streamed_and_a_plain_run_of_the_same_script_yield_the_same() {
    let agents = || {
        vec![
            agent("a")
                .tool(echo("x"))
                .tool(AgentTool::new("ask", "Asks b.", "b")),
            agent("b"),
        ]
    };
    block_on(async {
        let script = [
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::calls([("ask", json!({"input": "?"}))]),
            ScriptedAnswer::text("inside"),
            ScriptedAnswer::text("the end"),
        ];
        let (outcome, events) = plain_and_streamed(agents(), &script).await;
        assert_eq!(outcome.text(), Some("the end"));
        let names: Vec<_> = events.iter().map(Event::name).collect();
        assert_eq!(
            names.join(" "),
            "start tool_call tool_result tool_call tool_result token token complete"
        );
        let cut = [ScriptedAnswer::text("half").ending(ScriptedEnd::Stops)];
        let (outcome, _) = plain_and_streamed(agents(), &cut).await;
        assert_eq!(outcome.text(), None);
    });
}

#[test]
fn the_run_completes_when_nobody_listens() {
    block_on(async {
        let (runner, sessions) = runner(
            vec![agent("a").tool(echo("x"))],
            vec![
                ScriptedAnswer::calls([("x", json!({}))]),
                ScriptedAnswer::text("done"),
                ScriptedAnswer::text("again"),
            ],
        );
        drop(runner.ask((), "go").session("s").stream());
        // Its session is free when it is over.
        let next = runner.ask((), "and?").session("s").run().await.unwrap();
        assert_eq!(next.text(), Some("again"));
        let texts: Vec<_> = sessions.items("s");
        assert_eq!(texts.len(), 4 + 2);
        no_orphans(&texts);
    });
}

#[test]
fn a_run_never_waits_for_a_reader() {
    block_on(async {
        let words = "word ".repeat(2000);
        let (runner, _) = runner(vec![agent("a")], vec![ScriptedAnswer::text(&words)]);
        let mut slow = runner.ask((), "go").stream();
        let first = slow.next().await.unwrap();
        assert_eq!(first.name(), "start");
        // Nothing is read while the run goes to its end.
        assert_eq!(slow.outcome().await.unwrap().text(), Some(words.as_str()));
    });
}

#[test]
fn a_session_has_one_run_at_a_time_by_a_policy() {
    block_on(async {
        let slow = || {
            tool("slow", |_| async {
                tokio::time::sleep(std::time::Duration::from_secs(5)).await;
                Ok(json!("done"))
            })
        };
        let script = || {
            vec![
                ScriptedAnswer::calls([("slow", json!({}))]),
                ScriptedAnswer::text("first"),
                ScriptedAnswer::text("second"),
            ]
        };
        let (waiting, sessions) = runner(vec![agent("a").tool(slow())], script());
        let first = waiting.ask((), "one").session("s").stream();
        let second = waiting.ask((), "two").session("s").stream();
        assert_eq!(second.outcome().await.unwrap().text(), Some("second"));
        assert_eq!(first.outcome().await.unwrap().text(), Some("first"));
        let asked = sessions.items("s").into_iter().enumerate();
        let asked = asked.filter(|(_, item)| matches!(item, Item::UserMessage { .. }));
        assert_eq!(
            asked.map(|(at, _)| at).collect::<Vec<_>>(),
            [0, 4],
            "one after the other"
        );

        let (refusing, _) = runner(vec![agent("a").tool(slow())], script());
        let refusing = refusing.on_busy(OnBusy::Refuse);
        let mut first = refusing.ask((), "one").session("s").stream();
        first.next().await;
        let second = refusing.ask((), "two").session("s").run().await;
        assert!(matches!(second, Err(RunnerError::Busy(session)) if session == "s"));
        let elsewhere = refusing.ask((), "two").session("t").run().await;
        assert!(elsewhere.is_ok(), "another session is free");
        first.outcome().await.unwrap();
        assert!(refusing.ask((), "x").session("s").run().await.is_ok());
    });
}

#[test]
fn a_paused_run_goes_on_with_decisions_and_keeps_its_session_until_then() {
    block_on(async {
        let agents = vec![
            agent("a").tool(AgentTool::new("ask", "Asks b.", "b")),
            agent("b").tool(echo("delete").needs_approval()),
        ];
        let script = vec![
            ScriptedAnswer::calls([("ask", json!({"input": "delete it"}))]),
            ScriptedAnswer::calls([("delete", json!({"id": 3}))]),
            ScriptedAnswer::text("deleted"),
            ScriptedAnswer::text("It is gone."),
        ];
        let (runner, sessions) = runner(agents, script);
        let runner = runner.on_busy(OnBusy::Refuse);
        let mut paused = runner.ask((), "go").session("s").run().await.unwrap();
        assert_eq!((paused.text(), paused.ending()), (None, None));
        let [call] = &paused.pending()[..] else {
            panic!("one call waits")
        };
        assert_eq!((call.agent.as_str(), call.tool.as_str()), ("b", "delete"));
        let busy = runner.ask((), "and?").session("s").run().await;
        assert!(matches!(busy, Err(RunnerError::Busy(_))));
        let decision = Decision {
            call_id: call.call_id.clone(),
            approve: true,
            reason: None,
        };
        let resumed = runner.resume((), paused, &[decision]).unwrap();
        let outcome = resumed.outcome().await.unwrap();
        assert_eq!(outcome.text(), Some("It is gone."));
        no_orphans(&sessions.items("s"));
    });
}

#[test]
fn what_stands_in_the_way_of_a_run_is_said() {
    struct Broken;

    #[async_trait::async_trait]
    impl Sessions for Broken {
        async fn newest(&self, session_id: &str, _: usize) -> Result<History, SessionError> {
            match session_id {
                "unreadable" => Err(SessionError::new("no disk")),
                _ => Ok(History::default()),
            }
        }
    }

    #[async_trait::async_trait]
    impl SessionStore for Broken {
        async fn add(&self, _: &str, _: &[Item]) -> Result<(), SessionError> {
            Err(SessionError::new("no disk"))
        }
    }

    block_on(async {
        let (runner, _) = runner(vec![agent("a")], vec![ScriptedAnswer::text("x")]);
        let nobody = runner.ask((), "go").agent("nobody").run().await;
        assert!(matches!(nobody, Err(RunnerError::UnknownAgent(name)) if name == "nobody"));
        let runner = runner.sessions(Arc::new(Broken));
        let unread = runner.ask((), "go").session("unreadable").run().await;
        assert!(matches!(unread, Err(RunnerError::Session(_))));
        let unstored = runner.ask((), "go").session("s").run().await;
        assert!(matches!(unstored, Err(RunnerError::Journal(_))));
    });
    block_on(async {
        let broken = agent("a").instructions_from(|()| panic!("the text wants a panic"));
        let (runner, _) = runner(vec![broken], vec![ScriptedAnswer::text("x")]);
        let panicked = runner.ask((), "go").run().await;
        assert!(matches!(panicked, Err(RunnerError::Panicked)));
    });
}

#[test]
fn data_is_laid_before_the_question_and_a_control_stops_the_run() {
    block_on(async {
        let (runner, sessions) = runner(vec![agent("a")], vec![]);
        let control = RunControl::new();
        control.cancel(When::AfterTurn, "cancelled");
        let ask = runner.ask((), "go").context("task", json!({"id": 3}));
        let outcome = ask.session("s").control(control).run().await.unwrap();
        assert!(matches!(outcome.ending(), Some(Ending::Cancelled { .. })));
        assert_eq!(sessions.items("s"), [], "it had not begun");
    });
    block_on(async {
        let script = vec![ScriptedAnswer::text("ok")];
        let (runner, sessions) = runner(vec![agent("a")], script);
        let ask = runner.ask((), "go").context("task", json!({"id": 3}));
        ask.session("s").run().await.unwrap();
        let context = Item::Context {
            label: "task".into(),
            data: json!({"id": 3}),
        };
        assert_eq!(sessions.items("s")[..2], [context, user("go")]);
    });
}
