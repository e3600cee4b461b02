//! What the command line understands, and what it says otherwise.

use clap::{CommandFactory as _, Parser as _};
use expect_test::{Expect, expect};

use super::*;

fn parse(line: &str) -> Result<CommandLine, clap::Error> {
    // Words are put together by `_`, so that no shell has to be played.
    let words = line.split(' ').map(|word| word.replace('_', " "));
    CommandLine::try_parse_from(["tm".to_owned()].into_iter().chain(words))
}

fn accepts(line: &str, expected: Expect) {
    let command = parse(line)
        .unwrap_or_else(|error| panic!("{line}: {error}"))
        .command;
    expected.assert_eq(&format!("{command:?}"));
}

fn refuses(line: &str, expected: Expect) {
    let error = parse(line)
        .err()
        .unwrap_or_else(|| panic!("{line} was understood"));
    assert_eq!(error.exit_code(), 2, "{line}");
    let text = error.to_string();
    expected.assert_eq(text.split("\n\n").next().unwrap_or_default().trim_end());
}

#[test]
fn the_definition_has_no_contradictions() {
    CommandLine::command().debug_assert();
}

#[test]
fn every_listed_value_is_one_of_the_document() {
    let mut seen = 0;
    let mut check = |line: &str, values: &[&str]| {
        for value in values {
            let words = format!("tm {line} {value}");
            let parsed = CommandLine::try_parse_from(words.split(' '));
            assert!(parsed.is_ok(), "{words}: {parsed:?}");
            seen += 1;
        }
    };
    check(
        "task list --status",
        &["pending", "in_progress", "completed"],
    );
    check(
        "task list --order",
        &[
            "created_asc",
            "created_desc",
            "deadline_asc",
            "deadline_desc",
            "updated_desc",
            "priority_desc",
        ],
    );
    check(
        "task add x --priority",
        &["low", "normal", "high", "urgent"],
    );
    check("chat --on-busy", &["reject", "queue", "interrupt"]);
    check(
        "chat --agent",
        &["triage", "scheduler", "collaboration", "analysis"],
    );
    check("run cancel run_1 --mode", &["now", "after_turn"]);
    check(
        "run list --status",
        &[
            "queued",
            "running",
            "paused",
            "completed",
            "incomplete",
            "failed",
            "cancelled",
        ],
    );
    assert_eq!(seen, 29);
}

#[test]
fn commands_are_understood() {
    accepts(
        "task add Write_the_announcement --deadline 2026-12-04 -t a,b --tags c -p high",
        expect![[
            r#"Task(Add(TaskAdd { title: Title("Write the announcement"), description: None, priority: Some(High), deadline: Some(2026-12-04), tags: [Tag("a"), Tag("b"), Tag("c")], assignee: None, parent: None, depends_on: [] }))"#
        ]],
    );
    accepts(
        "task edit 3 --deadline none --tags none --assignee dev@example.com --depends-on 1,2",
        expect![[
            r#"Task(Edit(TaskEdit { task_id: TaskId(3), title: None, description: None, status: None, priority: None, deadline: Some(NullableDate(None)), tags: Some(TagList([])), assignee: Some(NullableEmail(Some(NullableEmailInner("dev@example.com")))), parent: None, depends_on: Some(TaskIdList([TaskId(1), TaskId(2)])), if_version: None }))"#
        ]],
    );
    accepts(
        "task done 3 4",
        expect!["Task(Done { task_ids: [TaskId(3), TaskId(4)] })"],
    );
    accepts(
        "ask 3 when_is_it_due?",
        expect![[
            r#"Ask(Ask { words: ["3", "when is it due?"], asking: Asking { agent: None, session: None, on_busy: Reject, yes: false }, whole: false })"#
        ]],
    );
    accepts(
        "meeting add 3 --with a@b,c@d --at 2026-12-04T09:00:00+01:00",
        expect![[
            r#"Meeting(Add { task_id: TaskId(3), attendees: [Email("a@b"), Email("c@d")], at: Some(2026-12-04T08:00:00Z), minutes: None, title: None })"#
        ]],
    );
    accepts(
        "reminder add 3 2026-12-04T09:00:00Z call_them",
        expect![[
            r#"Reminder(Add { task_id: TaskId(3), at: 2026-12-04T09:00:00Z, message: Some(NewReminderMessage("call them")) })"#
        ]],
    );
    accepts(
        "me --working-hours mon-wed,fri_08:30-16:00",
        expect![[
            r#"Me(Me { name: None, time_zone: None, working_hours: Some(NewWorkingHours { days: [Monday, Tuesday, Wednesday, Friday], end: ClockTime("16:00"), start: ClockTime("08:30") }) })"#
        ]],
    );
    accepts(
        "run approve run_1",
        expect![[r#"Run(Approve(Decide { run_id: RunId("run 1"), calls: [], reason: None }))"#]],
    );
}

#[test]
fn faults_are_told_in_words() {
    refuses(
        "task add _",
        expect!["error: invalid value ' ' for '<TITLE>': it must not be blank"],
    );
    refuses(
        "task add x --deadline tomorrow",
        expect![
            "error: invalid value 'tomorrow' for '--deadline <YYYY-MM-DD>': write a day as YYYY-MM-DD"
        ],
    );
    refuses(
        "task add x --deadline 2026-02-30",
        expect![
            "error: invalid value '2026-02-30' for '--deadline <YYYY-MM-DD>': write a day as YYYY-MM-DD"
        ],
    );
    refuses(
        "task show three",
        expect!["error: invalid value 'three' for '<TASK_ID>': it isn't a task's number"],
    );
    refuses(
        "task list --limit 0",
        expect!["error: invalid value '0' for '--limit <N>': 0 is not in 1..=4294967295"],
    );
    refuses(
        "task list --limit 5 --all",
        expect!["error: the argument '--limit <N>' cannot be used with '--all'"],
    );
    refuses(
        "share add 3 dev",
        expect!["error: invalid value 'dev' for '<EMAIL>': it isn't an email address"],
    );
    refuses(
        "reminder add 3 soon",
        expect![
            "error: invalid value 'soon' for '<TIME>': write a time as `YYYY-MM-DD HH:MM`, or with its offset as 2026-12-04T09:00:00+01:00"
        ],
    );
    refuses(
        "me --working-hours daily_9-17",
        expect![
            "error: invalid value 'daily 9-17' for '--working-hours <DAYS TIMES>': write times of day as HH:MM"
        ],
    );
    refuses(
        "me --working-hours m_09:00-17:00",
        expect![[
            r#"error: invalid value 'm 09:00-17:00' for '--working-hours <DAYS TIMES>': "m" is no day of the week"#
        ]],
    );
    refuses(
        "ask",
        expect![[r#"
        error: the following required arguments were not provided:
          <[TASK_ID] QUESTION>..."#]],
    );
}

#[test]
fn times_without_an_offset_are_local() {
    let local = chrono::Local::now().offset().to_owned();
    let at = |text: &str| values::moment(text).map_err(|error| error.to_string());
    assert_eq!(at("2026-12-04T09:00:00Z"), at("2026-12-04T10:00:00+01:00"));
    assert_eq!(at("2026-12-04 09:00"), at("2026-12-04T09:00"));
    assert_eq!(at("2026-12-04 09:00"), at("2026-12-04T09:00:00"));
    if local.utc_minus_local() == 0 {
        assert_eq!(at("2026-12-04 09:00"), at("2026-12-04T09:00:00Z"));
    }
    assert!(at("2026-12-04").is_err());
}
