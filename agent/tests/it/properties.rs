//! Random scripts: whatever a model does, a run keeps its promises. 500 of each kind; in CI 10,000, or as many as
//! `PROPTEST_CASES` says.

use std::sync::Arc;

use proptest::{collection::vec, prelude::*};
use serde_json::json;
use taskmanager_agent::{
    agent::{Agent, Agents, ToolUse},
    budget::{Bound, Budget},
    driver::{
        Driven, Driver, Entry, Journal, JournalError, MemoryJournal, RunControl, When, commit,
    },
    handoff::Handoff,
    item::Item,
    model::{ModelChunk, ModelError, scripted::*},
    run::{Ending, Run},
    session::HistoryLimit,
    tool::{AgentTool, ToolError},
};

use crate::{harness::*, runner, trace};

/// A piece of an answer; agents are called as tools only where it may be `nested`. What a fatal failure interrupts depends
/// on how far its siblings are, so it is left out where that must not matter.
fn chunk(nested: bool, fatal: bool) -> impl Strategy<Value = ModelChunk> {
    let name = prop_oneof![
        4 => prop::sample::select(vec!["fine", "slow", "failing", "asks", "panics", "typed"]),
        u32::from(fatal) => Just("fatal"),
        2 => prop::sample::select(vec!["transfer_to_a", "transfer_to_b", "transfer_to_c"]),
        1 => Just("made_up"),
        if nested { 4 } else { 0 } => prop::sample::select(vec!["ask_b", "ask_c"]),
    ];
    let arguments = prop_oneof![
        5 => prop::sample::select(vec!["", "{}", "{\"reason\":\"r\"}", "{\"n\":1}"]),
        1 => prop::sample::select(vec!["[]", "{", "null", "{\"n\":\"x\"}"]),
        if nested { 5 } else { 0 } => prop::sample::select(vec!["{\"input\":\"x\"}", "{\"input\":\"y\"}"]),
    ];
    prop_oneof![
        2 => "[a-zäß ]{0,5}".prop_map(ModelChunk::Text),
        4 => (name, arguments).prop_map(|(name, arguments)| call(name, arguments)),
        1 => Just(ModelChunk::MessageEnd),
        1 => Just(ModelChunk::Refusal("no".into())),
        1 => Just(ModelChunk::CutOff(Bound::AnswerLength)),
    ]
}

fn answer(nested: bool, fatal: bool) -> impl Strategy<Value = ScriptedAnswer> {
    let error = prop::sample::select(vec![
        ModelError::CutShort,
        ModelError::Unreachable("x".into()),
        ModelError::Malformed("x".into()),
    ]);
    prop_oneof![
        12 => vec(chunk(nested, fatal), 0..5).prop_map(ScriptedAnswer::of),
        1 => vec(chunk(nested, fatal), 0..3).prop_map(|chunks| ScriptedAnswer::of(chunks).ending(ScriptedEnd::Stops)),
        1 => error.prop_map(ScriptedAnswer::fails),
    ]
}

fn agents(rule: &ToolUse) -> Vec<Agent<()>> {
    let equipped = |name: &str| {
        let typed = echo("typed").check(|arguments| match &arguments["n"] {
            serde_json::Value::String(_) => Err("n is a number".into()),
            _ => Ok(()),
        });
        agent(name)
            .tool(echo("fine"))
            .tool(tool("slow", |_| async {
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                Ok(json!("slow"))
            }))
            .tool(tool("failing", |_| async {
                Err(ToolError::message("no luck"))
            }))
            .tool(tool("fatal", |_| async {
                Err(ToolError::fatal("the end"))
            }))
            .tool(tool("panics", |_| async {
                panic!("the tool wants a panic")
            }))
            .tool(echo("asks").needs_approval())
            .tool(AgentTool::new("ask_b", "Asks b.", "b").budget(few_turns()))
            .tool(AgentTool::new("ask_c", "Asks c.", "c").budget(few_turns()))
            .tool(typed)
            .tool_use(rule.clone())
    };
    vec![
        equipped("a")
            .handoff(Handoff::to("b"))
            .handoff(Handoff::to("c")),
        equipped("b")
            .handoff(Handoff::to("a").input_filter(|items| items.into_iter().take(1).collect())),
        agent("c").handoff(Handoff::to("a")),
    ]
}

fn few_turns() -> Budget {
    Budget {
        turns: 3,
        ..Budget::default()
    }
}

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    let in_ci = std::env::var_os("CI").is_some();
    ProptestConfig {
        cases: cases.unwrap_or(if in_ci { 10_000 } else { 500 }),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// The panics that the scripts want are no news.
fn hush_wanted_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let loud = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !info
                .payload_as_str()
                .is_some_and(|text| text.ends_with("wants a panic"))
            {
                loud(info);
            }
        }));
    });
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_run_is_never_lost_doubled_or_orphaned(
        script in vec(answer(false, true), 0..14),
        stop_on_first in any::<bool>(),
        cap in 1_usize..4,
        approve in any::<bool>(),
        tool_calls in 1_u32..12,
        handoffs in 0_u32..4,
    ) {
        hush_wanted_panics();
        let rule = if stop_on_first { ToolUse::StopOnFirstTool } else { ToolUse::RunAgain };
        let seen = check(|| {
            let mut case = Case::new(agents(&rule), script.clone());
            case.config.concurrent_tools = cap;
            case.budget.tool_calls = tool_calls;
            case.budget.handoffs = handoffs;
            case.decide = if approve { |_| true } else { |_| false };
            case
        });
        // `check` has compared the stored run and the driven one, and looked for orphans, gaps and second ends.
        let (state, asked) = (&seen.state, seen.requests.len() as u64);
        prop_assert_eq!(state.usage().model_calls, asked, "usage adds up");
        let by_agent: u64 = state.usage_by_agent().iter().map(|used| used.usage.model_calls).sum();
        prop_assert_eq!(by_agent, asked);
        let by_model: u64 = state.usage_by_model().iter().map(|used| used.usage.model_calls).sum();
        prop_assert_eq!(by_model, asked);
        prop_assert!(state.spent().turns <= 10);
        prop_assert!(state.spent().tool_calls <= tool_calls);
        prop_assert!(state.spent().handoffs <= handoffs);
        prop_assert_eq!(state.next_sequence(), seen.events.len() as u64 + 1);
        prop_assert_eq!(state.handoff_chain().len() as u32, state.spent().handoffs + 1);
        if let Ending::Completed { .. } = seen.ending {
            prop_assert!(seen.requests.len() <= script.len());
        }
    }

    #[test]
    fn runs_inside_a_run_change_none_of_this(
        answers in vec(answer(true, false), 1..10),
        cap in 1_usize..4,
        approve in any::<bool>(),
        tool_calls in 1_u32..8,
        nesting in 0_u32..3,
    ) {
        hush_wanted_panics();
        let case = || {
            let mut case = Case::new(agents(&ToolUse::RunAgain), []);
            case.config.concurrent_tools = cap;
            case.budget.tool_calls = tool_calls;
            case.budget.turns = 6;
            case.budget.nesting = nesting;
            case.decide = if approve { |_| true } else { |_| false };
            case
        };
        let (driven, stored) = check_at_once(case, &answers);
        // Runs that work at once may be seen in another order, but each does the same.
        prop_assert_eq!(&driven.items, &stored.items);
        prop_assert_eq!(&driven.ending, &stored.ending);
        prop_assert_eq!(sorted(&driven.events), sorted(&stored.events));
        prop_assert_eq!(sorted(&driven.requests), sorted(&stored.requests));
        prop_assert_eq!(driven.state.usage(), stored.state.usage());
        let asked = driven.requests.len() as u64;
        prop_assert_eq!(driven.state.usage().model_calls, asked, "usage adds up");
        let by_agent = driven.state.usage_by_agent().iter();
        let by_agent: u64 = by_agent.map(|used| used.usage.model_calls).sum();
        prop_assert_eq!(by_agent, asked);
        let by_model = driven.state.usage_by_model().iter();
        let by_model: u64 = by_model.map(|used| used.usage.model_calls).sum();
        prop_assert_eq!(by_model, asked);
        prop_assert_eq!(driven.state.next_sequence(), driven.events.len() as u64 + 1);
    }

    #[test]
    fn plain_and_streamed_agree(script in vec(answer(false, true), 0..8)) {
        hush_wanted_panics();
        block_on(runner::plain_and_streamed(agents(&ToolUse::RunAgain), &script));
    }

    #[test]
    fn a_limited_history_is_never_orphaned(
        kinds in vec((0..5, 0..6_u32), 0..40),
        items in 0_usize..45,
        bytes in prop_oneof![Just(usize::MAX), 0_usize..200],
    ) {
        let item = |(kind, id): (i32, u32)| match kind {
            0 => user("hello"),
            1 => Item::AssistantMessage { agent: "a".into(), text: "hi".into() },
            2 => Item::ToolCall { call_id: id.to_string(), agent: "a".into(), tool: "x".into(), arguments: "{}".into() },
            3 => Item::Handoff { call_id: id.to_string(), from: "a".into(), to: "b".into(), arguments: "".into() },
            _ => Item::ToolResult { call_id: id.to_string(), output: "done".into(), is_error: false },
        };
        let history: Vec<Item> = kinds.into_iter().map(item).collect();
        let run = Run::new(new_run(&Case::new([agent("a")], [])))
            .with_history(history, HistoryLimit { items, bytes });
        let agents = Agents::new(vec![agent("a")]).unwrap();
        no_orphans(&run.request(&agents, &(), noon()).items);
    }

    #[test]
    fn a_run_that_is_cancelled_or_dies_anywhere_keeps_its_promises(
        script in vec(answer(true, true), 1..12),
        entries in 1_usize..12,
        fate in 0..4,
    ) {
        hush_wanted_panics();
        block_on(meet_fate(script, entries, fate));
    }
}

fn sorted<T: std::fmt::Debug>(all: &[T]) -> Vec<String> {
    let mut all: Vec<_> = all.iter().map(|one| format!("{one:?}")).collect();
    all.sort_unstable();
    all
}

/// Lets a run get as far as so many entries of its journal; then it is cancelled at once (0) or after the turn (1), or
/// its process dies and it is closed (2) or taken up (3).
async fn meet_fate(script: Vec<ScriptedAnswer>, entries: usize, fate: i32) {
    let model = Arc::new(ScriptedModel::new(script));
    let agents = Agents::new(agents(&ToolUse::RunAgain)).unwrap();
    let driver = Driver::new(agents.into(), model.clone()).config(test_config());
    let control = RunControl::new();
    let mut journal = Fateful {
        stored: MemoryJournal::default(),
        entries_left: entries,
        cancel: match fate {
            0 => Some((control.clone(), When::Now)),
            1 => Some((control.clone(), When::AfterTurn)),
            _ => None,
        },
    };
    let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
    let driven = driver.drive(&mut run, (), &mut journal, &control).await;
    let mut journal = journal.stored;
    match driven {
        Ok(Driven::Ended(_)) => {
            let used = run.state().usage().model_calls;
            assert_eq!(used, model.requests().len() as u64, "usage adds up");
        }
        Ok(Driven::Paused) => {
            let mut run = reload(&journal, &[]);
            assert!(run.cancel("cancelled"));
            commit(&mut run, &mut journal).await.unwrap();
        }
        Err(_) => {
            let mut run = reload(&journal, &[]);
            let control = RunControl::new();
            if fate == 2
                || matches!(
                    driver.drive(&mut run, (), &mut journal, &control).await,
                    Ok(Driven::Paused)
                )
            {
                assert!(run.abandon() || run.cancel("cancelled"));
                commit(&mut run, &mut journal).await.unwrap();
            }
        }
    }
    keeps_promises(&journal.events, &journal.items);
    trace::is_whole(&journal.spans);
}

struct Fateful {
    stored: MemoryJournal,
    entries_left: usize,
    cancel: Option<(RunControl, When)>,
}

#[async_trait::async_trait]
impl Journal for Fateful {
    async fn append(&mut self, entry: Entry<'_>) -> Result<(), JournalError> {
        if self.entries_left == 0 {
            let Some((control, when)) = &self.cancel else {
                return Err(JournalError::new("dead"));
            };
            control.cancel(*when, "cancelled");
        }
        self.entries_left = self.entries_left.saturating_sub(1);
        self.stored.append(entry).await
    }
}
