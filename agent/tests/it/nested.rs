//! Agents as tools: runs inside a run.

use std::{sync::Arc, time::Duration};

use serde_json::json;
use taskmanager_agent::{
    agent::{Agent, Agents, AgentsError, ToolUse},
    budget::Budget,
    driver::{Driven, Driver, MemoryJournal, RunControl, When, commit},
    event::{Decision, Event},
    guardrail::{
        GuardrailMode, InputGuardrail, OutputGuardrail, ToolGuardrail, ToolVerdict, Verdict,
    },
    handoff::Handoff,
    item::Item,
    model::{
        Model, ModelChunk, ModelError, ModelRequest, ModelStream,
        fallback::{BreakerPolicy, Fallback},
        scripted::*,
    },
    run::{DecideError, Decided, Ending, Run, RunStatus},
    tool::{AgentTool, Tool, ToolError},
    trace::Work,
};
use tokio::time::sleep;

use crate::harness::*;

/// A boss who may ask a helper.
fn boss() -> Agent<()> {
    agent("boss").tool(AgentTool::new("ask", "Asks the helper.", "helper"))
}

fn ask() -> ScriptedAnswer {
    ScriptedAnswer::calls([("ask", json!({"input": "what is it?"}))])
}

/// The agents of the calls that were seen.
fn callers(events: &[Event]) -> Vec<(&str, &str)> {
    fn caller(event: &Event) -> Option<(&str, &str)> {
        match event {
            Event::ToolCall { agent, tool, .. } => Some((agent, tool)),
            _ => None,
        }
    }
    events.iter().filter_map(caller).collect()
}

#[test]
fn an_agent_used_as_a_tool_answers_the_agent_that_called_it() {
    let seen = check(|| {
        let answers = [
            ask(),
            ScriptedAnswer::of([ModelChunk::Text("Let me see.".into()), call("look", "{}")]),
            ScriptedAnswer::text("It is 42."),
            ScriptedAnswer::text("42, they say."),
        ];
        let agents = [boss(), agent("helper").tool(echo("look"))];
        Case::new(agents, answers)
    });
    assert_eq!(
        seen.outline(),
        "start tool_call tool_call tool_result tool_result complete"
    );
    assert_eq!(callers(&seen.events), [("boss", "ask"), ("helper", "look")]);
    assert_eq!(seen.results(), [(false, "It is 42.")]);
    assert_eq!(seen.response(), "42, they say.");
    let spoke = seen.events.iter().filter_map(|event| match event {
        Event::Token { agent, .. } => Some(agent.as_str()),
        _ => None,
    });
    assert!(
        spoke.into_iter().all(|agent| agent == "boss"),
        "an inner answer is not the user's"
    );
    assert_eq!(
        seen.items.len(),
        4,
        "the session has the call and its result, not how it came about: {:?}",
        seen.items
    );
    assert_eq!(
        seen.requests[1].items,
        [user("what is it?")],
        "the helper doesn't see the conversation"
    );
    assert_eq!(seen.state.handoff_chain(), ["boss"]);
    let mut runs = seen.spans.iter();
    let inner =
        runs.find(|span| matches!(&span.work, Work::Run { agent, .. } if agent == "helper"));
    let inner = inner.unwrap();
    let ask = seen.spans.iter().find(|span| span.work.name() == "ask");
    assert_eq!(
        inner.parent,
        ask.map(|span| span.id),
        "one run is one trace"
    );
    let turns = seen
        .spans
        .iter()
        .filter(|span| span.parent == Some(inner.id));
    assert_eq!(turns.count(), 2);
}

#[test]
fn what_a_nested_run_uses_adds_to_the_outer_runs_by_agent() {
    let seen = check(|| {
        let answers = [
            ask(),
            ScriptedAnswer::fails(ModelError::Unreachable("x".into())),
            ScriptedAnswer::calls([("transfer_to_other", json!({}))]),
            ScriptedAnswer::text("It is 42."),
            ask(),
            ScriptedAnswer::text("Still."),
            ScriptedAnswer::text("42."),
        ];
        let agents = [
            boss(),
            agent("helper").handoff(Handoff::to("other")),
            agent("other"),
        ];
        Case::new(agents, answers)
    });
    assert_eq!(seen.results(), [(false, "It is 42."), (false, "Still.")]);
    let used = seen.state.usage_by_agent().iter();
    let used: Vec<_> = used
        .map(|used| (used.agent.as_str(), used.usage.model_calls))
        .collect();
    assert_eq!(used, [("boss", 3), ("helper", 3), ("other", 1)]);
    assert_eq!(seen.state.usage().model_calls, 7);
    assert_eq!(seen.state.usage().input_tokens, 60);
    assert_eq!(seen.state.spent().turns, 3, "turns are each run's own");
    assert!(!seen.names().contains(&"handoff"), "{:?}", seen.names());
}

#[derive(serde::Deserialize, schemars::JsonSchema)]
struct Translate {
    text: String,
    language: String,
}

#[test]
fn an_agent_used_as_a_tool_has_its_own_input_schema_and_result() {
    let seen = check(|| {
        let translate = AgentTool::new("translate", "Translates.", "helper")
            .input(|args: Translate| format!("To {}: {}", args.language, args.text))
            .result(|answer| {
                assert_eq!((answer.agent, answer.items.len()), ("helper", 2));
                match answer.response {
                    "" => Err(ToolError::message("there is no answer")),
                    text => Ok(text.to_uppercase()),
                }
            });
        let answers = [
            ScriptedAnswer::calls([("translate", json!({"text": "Haus"}))]),
            ScriptedAnswer::calls([("translate", json!({"text": "Haus", "language": "English"}))]),
            ScriptedAnswer::text("house"),
            ScriptedAnswer::text("It is a house."),
        ];
        Case::new([agent("boss").tool(translate), agent("helper")], answers)
    });
    let [(true, misfit), (false, "HOUSE")] = seen.results()[..] else {
        panic!("{:?}", seen.results())
    };
    assert!(misfit.contains("missing field `language`"), "{misfit}");
    assert_eq!(
        seen.requests[0].tools[0].parameters["required"],
        json!(["text", "language"])
    );
    assert_eq!(seen.requests[2].items, [user("To English: Haus")]);
}

#[test]
fn a_nested_run_that_comes_to_no_answer_becomes_an_error_for_the_model() {
    let fatal = || {
        tool("fatal", |_| async {
            Err(ToolError::fatal("The disk is full."))
        })
    };
    let tripping = || {
        InputGuardrail::new("words", GuardrailMode::Blocking, |(), _| async {
            Ok(Verdict::Trip("Not that.".into()))
        })
    };
    let looped = || ScriptedAnswer::calls([("x", json!({}))]);
    let cases: [(Agent<()>, Vec<ScriptedAnswer>, &str); 5] = [
        (
            agent("helper").tool(echo("x")),
            vec![looped(), looped()],
            "The agent helper stopped before it was done: it has used up its turns. It had come to: I stopped before",
        ),
        (
            agent("helper"),
            vec![ScriptedAnswer::of([ModelChunk::Refusal("no".into())])],
            "The agent helper could not do it: The model refused to answer: no",
        ),
        (
            agent("helper"),
            vec![ScriptedAnswer::fails(ModelError::Malformed("x".into()))],
            "The agent helper could not do it: The model's answer can't be read.",
        ),
        (
            agent("helper").tool(fatal()),
            vec![ScriptedAnswer::calls([("fatal", json!({}))])],
            "The agent helper could not do it: The disk is full.",
        ),
        (
            agent("helper").input_guardrail(tripping()),
            vec![],
            "The agent helper could not do it: Not that.",
        ),
    ];
    for (helper, script, expected) in cases {
        let seen = check(|| {
            let two_turns = Budget {
                turns: 2,
                ..Budget::default()
            };
            let ask_it = AgentTool::new("ask", "Asks.", "helper").budget(two_turns);
            let mut answers = vec![ask()];
            answers.extend(script.clone());
            answers.push(ScriptedAnswer::text("I see."));
            Case::new([agent("boss").tool(ask_it), helper.clone()], answers)
        });
        let [(true, why)] = seen.results()[..] else {
            panic!("{:?}", seen.results())
        };
        assert!(why.starts_with(expected), "{why}");
        assert_eq!(seen.response(), "I see.");
    }
}

#[test]
fn an_approval_inside_an_agent_used_as_a_tool_surfaces_outward() {
    for approve in [true, false] {
        let log = Log::default();
        let seen = check(|| {
            let helper = agent("helper").tool(noting("delete", &log).needs_approval());
            let answers = [
                ask(),
                ScriptedAnswer::calls([("delete", json!({"id": 3}))]),
                ScriptedAnswer::text("As you wish."),
                ScriptedAnswer::text("So be it."),
            ];
            let mut case = Case::new([boss(), helper], answers);
            case.decide = if approve { |_| true } else { |_| false };
            case
        });
        assert_eq!(seen.response(), "So be it.");
        let (outline, ran) = if approve {
            (
                "start tool_call approval_required paused resumed tool_call tool_result tool_result complete",
                2,
            )
        } else {
            (
                "start tool_call approval_required paused resumed tool_result tool_result complete",
                0,
            )
        };
        assert_eq!((seen.outline().as_str(), log.all().len()), (outline, ran));
        let asked = seen.events.iter().find_map(|event| match event {
            Event::ApprovalRequired { agent, tool, .. } => Some((agent.as_str(), tool.as_str())),
            _ => None,
        });
        assert_eq!(asked, Some(("helper", "delete")));
        let told = results(&seen.requests[2].items);
        let expected = if approve {
            (false, "done")
        } else {
            (true, "The user did not approve this call.")
        };
        assert_eq!(told, [expected]);
    }
}

/// A boss, a helper, and a helper's helper, each with a call that waits for approval.
fn three_levels(log: &Log) -> Vec<Agent<()>> {
    let careful =
        |name: &str, tool: &'static str| agent(name).tool(noting(tool, log).needs_approval());
    vec![
        careful("boss", "pay").tool(AgentTool::new("ask", "Asks.", "helper")),
        careful("helper", "delete").tool(AgentTool::new("ask", "Asks.", "third")),
        careful("third", "wipe"),
    ]
}

fn three_levels_script() -> Vec<ScriptedAnswer> {
    let input = json!({"input": "go on"});
    vec![
        ScriptedAnswer::calls([("ask", input.clone()), ("pay", json!({}))]),
        ScriptedAnswer::calls([("ask", input), ("delete", json!({}))]),
        ScriptedAnswer::calls([("wipe", json!({}))]),
        ScriptedAnswer::text("wiped"),
        ScriptedAnswer::text("deleted"),
        ScriptedAnswer::text("paid"),
    ]
}

#[test]
fn one_pause_asks_for_all_that_waits_however_deep() {
    let log = Log::default();
    let seen = check(|| {
        let mut case = Case::new(three_levels(&log), three_levels_script());
        case.decide = |tool| tool != "delete";
        case
    });
    assert_eq!(seen.response(), "paid");
    let count = |name| seen.names().iter().filter(|seen| **seen == name).count();
    assert_eq!(
        (
            count("paused"),
            count("resumed"),
            count("approval_required")
        ),
        (1, 1, 3)
    );
    let mut ran = log.all();
    ran.sort_unstable();
    assert_eq!(ran, ["pay", "pay", "wipe", "wipe"]);
}

async fn paused_deep(log: &Log) -> (Driver<()>, MemoryJournal) {
    let model = ScriptedModel::new(three_levels_script());
    let agents = Agents::new(three_levels(log)).unwrap();
    let driver = Driver::new(agents.into(), Arc::new(model));
    let mut run = Run::new(new_run(&Case::new([agent("boss")], [])));
    let (mut journal, control) = (MemoryJournal::default(), RunControl::new());
    let driven = driver.drive(&mut run, (), &mut journal, &control);
    assert_eq!(driven.await.unwrap(), Driven::Paused);
    (driver, journal)
}

#[test]
fn decisions_on_inner_calls_are_taken_one_by_one_over_restarts() {
    let log = Log::default();
    block_on(async {
        let (driver, mut journal) = paused_deep(&log).await;
        let calls = pending(&mut reload(&journal, &[]));
        let tools: Vec<_> = calls.iter().map(|(_, tool)| tool.as_str()).collect();
        assert_eq!(tools, ["wipe", "delete", "pay"]);
        let decision = |index: usize, approve| Decision {
            call_id: calls[index].0.clone(),
            approve,
            reason: None,
        };
        for (index, decided) in [
            (0, Decided::Waiting),
            (2, Decided::Waiting),
            (1, Decided::Resumed),
        ] {
            let mut run = reload(&journal, &[]);
            assert_eq!(run.state().status(), RunStatus::Paused);
            if index != 0 {
                let error = run.decide(driver.agents(), &[decision(1, true), decision(0, false)]);
                assert_eq!(error, Err(DecideError::AlreadyDecided(calls[0].0.clone())));
                assert_eq!(
                    run.decide(driver.agents(), &[decision(0, true)]),
                    Ok(Decided::Waiting),
                    "the same decision again changes nothing"
                );
            }
            let error = run.decide(
                driver.agents(),
                &[Decision {
                    call_id: "call_x".into(),
                    approve: true,
                    reason: None,
                }],
            );
            assert_eq!(error, Err(DecideError::UnknownCall("call_x".into())));
            assert_eq!(
                run.decide(driver.agents(), &[decision(index, true)]),
                Ok(decided)
            );
            commit(&mut run, &mut journal).await.unwrap();
        }
        assert_eq!(log.all(), [""; 0], "nothing runs before it is driven");
        let mut run = reload(&journal, &[]);
        let control = RunControl::new();
        let driven = driver.drive(&mut run, (), &mut journal, &control);
        assert_eq!(
            driven.await.unwrap(),
            Driven::Ended(Ending::Completed {
                response: "paid".into()
            })
        );
        assert_eq!(log.all().len(), 3);
        keeps_promises(&journal.events, &journal.items);
    });
}

#[test]
fn a_run_paused_inside_can_be_cancelled_and_every_call_is_closed() {
    block_on(async {
        let (_, mut journal) = paused_deep(&Log::default()).await;
        let mut run = reload(&journal, &[]);
        assert!(run.cancel("approval_expired"));
        commit(&mut run, &mut journal).await.unwrap();
        keeps_promises(&journal.events, &journal.items);
        assert_eq!(results(&journal.items).len(), 2);
    });
}

/// Drives a boss and a helper, tells the run to stop after 10 ms, and gives what is on record.
fn stopped(helper: Agent<()>, script: Vec<ScriptedAnswer>, when: When) -> (MemoryJournal, Ending) {
    block_on(async {
        let mut answers = vec![ask()];
        answers.extend(script);
        let model = Arc::new(ScriptedModel::new(answers));
        let agents = Agents::new(vec![boss(), helper]).unwrap();
        let driver = Driver::new(agents.into(), model.clone());
        let mut run = Run::new(new_run(&Case::new([agent("boss")], [])));
        let (mut journal, control) = (MemoryJournal::default(), RunControl::new());
        let cancel = async {
            sleep(Duration::from_millis(10)).await;
            control.cancel(when, "cancelled");
        };
        let (driven, ()) = tokio::join!(driver.drive(&mut run, (), &mut journal, &control), cancel);
        let Driven::Ended(ending) = driven.unwrap() else {
            panic!("it is paused")
        };
        keeps_promises(&journal.events, &journal.items);
        let used = journal.state.as_ref().unwrap().usage().model_calls;
        assert_eq!(used, model.requests().len() as u64, "usage adds up");
        (journal, ending)
    })
}

fn cancelled() -> Ending {
    Ending::Cancelled {
        reason: "cancelled".into(),
    }
}

#[test]
fn cancel_at_once_reaches_inward_and_every_started_call_is_on_record() {
    let helper = agent("helper")
        .tool(tool("hang", |_| std::future::pending()))
        .tool(echo("x"));
    let script = vec![ScriptedAnswer::calls([
        ("hang", json!({})),
        ("x", json!({})),
    ])];
    let (journal, ending) = stopped(helper, script, When::Now);
    assert_eq!(ending, cancelled());
    let names: Vec<_> = journal.events.iter().map(Event::name).collect();
    assert_eq!(
        names.join(" "),
        "start tool_call tool_call tool_call tool_result tool_result tool_result cancelled"
    );
    assert!(
        results(&journal.items)[0]
            .1
            .starts_with("This call was interrupted.")
    );
}

#[test]
fn cancel_at_once_ends_an_inner_model_call_and_counts_it() {
    let script = vec![ScriptedAnswer::text("half an").ending(ScriptedEnd::Hangs)];
    let (journal, ending) = stopped(agent("helper"), script, When::Now);
    assert_eq!(ending, cancelled());
    assert!(!format!("{:?}", journal.events).contains("half an"));
}

#[test]
fn cancel_after_the_turn_lets_inner_tools_finish_and_calls_no_model() {
    let log = Log::default();
    let noted = log.clone();
    let slow = tool("slow", move |_| {
        let log = noted.clone();
        async move {
            sleep(Duration::from_millis(100)).await;
            log.note("finished");
            Ok(json!("done"))
        }
    });
    let script = vec![
        ScriptedAnswer::calls([("slow", json!({}))]),
        ScriptedAnswer::text("never said"),
    ];
    let (journal, ending) = stopped(agent("helper").tool(slow), script, When::AfterTurn);
    assert_eq!(
        (ending, log.all()),
        (cancelled(), vec!["finished".to_owned()])
    );
    assert!(results(&journal.items)[0].0, "the helper came to no answer");
}

#[test]
fn a_fatal_failure_beside_a_nested_run_interrupts_it_and_usage_adds_up() {
    block_on(async {
        let fatal = tool("fatal", |_| async {
            sleep(Duration::from_millis(10)).await;
            Err(ToolError::fatal("gone"))
        });
        let model = Arc::new(ScriptedModel::new([
            ScriptedAnswer::calls([("ask", json!({"input": "?"})), ("fatal", json!({}))]),
            ScriptedAnswer::text("half an").ending(ScriptedEnd::Hangs),
        ]));
        let agents = Agents::new(vec![boss().tool(fatal), agent("helper")]).unwrap();
        let driver = Driver::new(agents.into(), model);
        let mut run = Run::new(new_run(&Case::new([agent("boss")], [])));
        let mut journal = MemoryJournal::default();
        driver
            .drive(&mut run, (), &mut journal, &RunControl::new())
            .await
            .unwrap();
        keeps_promises(&journal.events, &journal.items);
        assert_eq!(run.state().status(), RunStatus::Failed);
        assert_eq!(run.state().usage().model_calls, 2);
    });
}

#[test]
fn agents_may_call_each_other_only_so_deep() {
    for (nesting, runs) in [(0, 1), (2, 3), (3, 4)] {
        let seen = check(|| {
            let itself = agent("boss").tool(AgentTool::new("ask", "Asks itself.", "boss"));
            let mut script = vec![ask(); runs];
            script.extend(vec![ScriptedAnswer::text("enough"); runs]);
            let mut case = Case::new([itself], script);
            case.budget.nesting = nesting;
            case
        });
        assert_eq!(seen.requests.len(), 2 * runs);
        let refused = &seen.requests[runs].items;
        assert!(
            results(refused)[0].1.starts_with(
                "This call was not started: agents may not call each other any deeper."
            ),
            "{refused:?}"
        );
        assert_eq!(seen.response(), "enough");
    }
}

#[test]
fn an_inner_budget_is_its_own_but_takes_no_more_than_the_outer_has_left() {
    let looped = || ScriptedAnswer::calls([("x", json!({}))]);
    let seen = check(|| {
        let mut script = vec![ask()];
        script.extend((0..20).map(|_| looped()));
        let mut case = Case::new([boss(), agent("helper").tool(echo("x"))], script);
        // Each answer uses eleven: the boss one, the helper two.
        case.budget.tokens = Some(33);
        case
    });
    assert_eq!(seen.requests.len(), 3);
    assert!(matches!(seen.ending, Ending::Incomplete { .. }));
    assert!(seen.results()[0].1.contains("used up its tokens"));

    let seen = check(|| {
        let mut script = vec![ask()];
        script.extend((0..3).map(|_| looped()));
        script.extend([ScriptedAnswer::text("done"), ScriptedAnswer::text("done")]);
        let mut case = Case::new([boss(), agent("helper").tool(echo("x"))], script);
        case.budget.tool_calls = 1;
        case.budget.turns = 2;
        case
    });
    assert_eq!(seen.response(), "done");
}

#[test]
fn a_timeout_ends_a_nested_run_and_its_open_calls_are_closed() {
    let seen = check(|| {
        let slow = tool("slow", |_| async {
            sleep(Duration::from_secs(30)).await;
            Ok(json!("late"))
        });
        let hurried =
            Tool::from(AgentTool::new("ask", "Asks.", "helper")).timeout(Duration::from_secs(1));
        let answers = [
            ask(),
            ScriptedAnswer::calls([("slow", json!({}))]),
            ScriptedAnswer::text("I see."),
        ];
        Case::new(
            [agent("boss").tool(hurried), agent("helper").tool(slow)],
            answers,
        )
    });
    assert!(seen.results()[0].1.contains("used up its wall_time"));
    assert_eq!(
        seen.outline(),
        "start tool_call tool_call tool_result tool_result complete"
    );
}

#[test]
fn several_agents_and_tools_work_at_once() {
    let met = Log::default();
    let noted = met.clone();
    let meet = move |name: &'static str| {
        let log = noted.clone();
        tool("meet", move |_| {
            let log = log.clone();
            async move {
                log.note(format!("{name} comes"));
                sleep(Duration::from_millis(10)).await;
                log.note(format!("{name} goes"));
                Ok(json!("met"))
            }
        })
    };
    block_on(async {
        let model = ByAgent::new([
            (
                "boss",
                vec![
                    ScriptedAnswer::calls([
                        ("one", json!({"input": "?"})),
                        ("meet", json!({})),
                        ("two", json!({"input": "?"})),
                    ]),
                    ScriptedAnswer::text("All met."),
                ],
            ),
            (
                "first",
                vec![
                    ScriptedAnswer::calls([("meet", json!({}))]),
                    ScriptedAnswer::text("first is done"),
                ],
            ),
            (
                "second",
                vec![
                    ScriptedAnswer::calls([("meet", json!({}))]),
                    ScriptedAnswer::text("second is done"),
                ],
            ),
        ]);
        let agents = Agents::new(vec![
            agent("boss")
                .tool(AgentTool::new("one", "Asks one.", "first"))
                .tool(AgentTool::new("two", "Asks two.", "second"))
                .tool(meet("boss")),
            agent("first").tool(meet("first")),
            agent("second").tool(meet("second")),
        ]);
        let driver = Driver::new(agents.unwrap().into(), Arc::new(model));
        let mut run = Run::new(new_run(&Case::new([agent("boss")], [])));
        let mut journal = MemoryJournal::default();
        driver
            .drive(&mut run, (), &mut journal, &RunControl::new())
            .await
            .unwrap();
        keeps_promises(&journal.events, &journal.items);
        assert_eq!(
            results(&journal.items),
            [
                (false, "first is done"),
                (false, "met"),
                (false, "second is done")
            ]
        );
    });
    let met = met.all();
    assert!(
        met[..3].iter().all(|note| note.ends_with("comes")),
        "{met:?}"
    );
}

#[test]
fn tool_guardrails_see_an_agents_call_and_its_answer() {
    let verdicts = |after: bool| {
        let guardrail = ToolGuardrail::new("careful");
        if after {
            guardrail.after(|_, text: String| async move {
                Ok(match text.as_str() {
                    "secret" => ToolVerdict::Reject("That is secret.".into()),
                    _ => ToolVerdict::Pass,
                })
            })
        } else {
            guardrail.before(|_, arguments: serde_json::Value| async move {
                Ok(match arguments["input"].as_str() {
                    Some("what is it?") => ToolVerdict::Reject("Don't ask.".into()),
                    _ => ToolVerdict::Pass,
                })
            })
        }
    };
    for after in [true, false] {
        let seen = check(|| {
            let mut answers = vec![ask(), ScriptedAnswer::text("secret")];
            if !after {
                answers.pop();
            }
            answers.push(ScriptedAnswer::text("I see."));
            let guarded = boss().tool_guardrail(verdicts(after));
            Case::new([guarded, agent("helper")], answers)
        });
        let told = if after {
            "That is secret."
        } else {
            "Don't ask."
        };
        assert_eq!(seen.results(), [(true, told)]);
        assert_eq!(
            seen.outline(),
            "start tool_call guardrail tool_result complete"
        );
    }
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::calls([("ask", json!({"input": "fine"}))]),
            ScriptedAnswer::text("fine"),
            ScriptedAnswer::text("I see."),
        ];
        Case::new(
            [boss().tool_guardrail(verdicts(false)), agent("helper")],
            answers,
        )
    });
    assert_eq!(seen.results(), [(false, "fine")]);
}

#[test]
fn the_answer_of_an_agent_used_as_a_tool_may_be_final() {
    let seen = check(|| {
        let guarded = agent("helper")
            .output_guardrail(OutputGuardrail::new("any", |(), _| async {
                Ok(Verdict::Pass)
            }));
        let answers = [ask(), ScriptedAnswer::text("It is 42.")];
        Case::new(
            [boss().tool_use(ToolUse::StopOnFirstTool), guarded],
            answers,
        )
    });
    assert_eq!(seen.response(), "It is 42.");
    assert_eq!(
        seen.outline(),
        "start tool_call guardrail tool_result complete"
    );
}

#[test]
fn a_tool_that_calls_an_agent_that_is_not_there_is_found_at_once() {
    let error = Agents::new(vec![boss()]).unwrap_err();
    assert_eq!(
        error,
        AgentsError::UnknownAgent {
            agent: "boss".into(),
            tool: "ask".into(),
            target: "helper".into()
        }
    );
    assert_eq!(
        error.to_string(),
        "the tool ask of boss calls helper, which isn't there"
    );
}

#[test]
fn a_call_of_an_agent_may_itself_need_approval() {
    let seen = check(|| {
        let careful = Tool::from(AgentTool::new("ask", "Asks.", "helper")).needs_approval();
        let answers = [
            ask(),
            ScriptedAnswer::text("It is 42."),
            ScriptedAnswer::text("42."),
        ];
        Case::new([agent("boss").tool(careful), agent("helper")], answers)
    });
    assert_eq!(
        seen.outline(),
        "start approval_required paused resumed tool_call tool_result complete"
    );
}

#[test]
fn what_happens_inside_is_in_the_stored_run_and_gone_when_the_call_is_over() {
    block_on(async {
        let (_, journal) = paused_deep(&Log::default()).await;
        let state = journal.state.as_ref().unwrap();
        let stored = serde_json::to_string(state).unwrap();
        assert!(stored.contains("\"nested\""));
        let open = state.open_spans().into_iter();
        let open: Vec<_> = open.map(|span| span.work.name()).collect();
        assert_eq!(
            open,
            [
                "boss", "boss", "ask", "helper", "helper", "ask", "third", "third"
            ]
        );
        let mut run = reload(&journal, &[]);
        run.cancel("cancelled");
        let stored = serde_json::to_string(run.state()).unwrap();
        assert!(!stored.contains("\"nested\""), "{stored}");
        let items = journal.items.iter();
        let inner =
            items.filter(|item| matches!(item, Item::ToolCall { agent, .. } if agent != "boss"));
        assert_eq!(inner.count(), 0);
    });
}

/// A scripted model with a name of its own.
struct Named(&'static str, ScriptedModel);

#[async_trait::async_trait]
impl Model for Named {
    fn name(&self) -> &str {
        self.0
    }

    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError> {
        self.1.stream(request).await
    }
}

#[test]
fn usage_is_known_by_model_with_fallbacks_and_with_agents_inside() {
    let down = ScriptedAnswer::fails(ModelError::Unreachable("x".into()));
    let large = [
        down,
        ScriptedAnswer::text("It is 42."),
        ScriptedAnswer::text("42."),
    ];
    let large: Arc<dyn Model> = Arc::new(Named("large", ScriptedModel::new(large)));
    let small: Arc<dyn Model> = Arc::new(Named("small", ScriptedModel::new([ask()])));
    let model = Fallback::new(large, [small], BreakerPolicy::default());
    let agents = Agents::new(vec![boss(), agent("helper")]).unwrap();
    let driver = Driver::new(agents.into(), Arc::new(model));
    let mut run = Run::new(new_run(&Case::new([agent("boss")], [])));
    let (mut journal, control) = (MemoryJournal::default(), RunControl::new());
    block_on(driver.drive(&mut run, (), &mut journal, &control)).unwrap();
    let used = run.state().usage_by_model().iter();
    let used: Vec<_> = used
        .map(|used| {
            (
                used.model.as_str(),
                used.usage.model_calls,
                used.usage.input_tokens,
            )
        })
        .collect();
    assert_eq!(used, [("large", 3, 20), ("small", 1, 10)]);
    let used = run.state().usage_by_agent().iter();
    let used: Vec<_> = used
        .map(|used| (used.agent.as_str(), used.usage.model_calls))
        .collect();
    assert_eq!(used, [("boss", 3), ("helper", 1)]);
    assert_eq!(run.state().usage().model_calls, 4);
}
