//! Agents as tools: runs inside a run.

mod approvals;
mod endings;

use std::{sync::Arc, time::Duration};

use serde_json::json;
use taskmanager_agent::{
    agent::{Agent, Agents, AgentsError, ToolUse},
    budget::Budget,
    driver::{Driver, MemoryJournal, RunControl},
    event::Event,
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
    run::{Ending, Run},
    tool::{AgentTool, ToolError},
    trace::Work,
};
use tokio::time::sleep;

use crate::harness::*;
use approvals::paused_deep;

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
