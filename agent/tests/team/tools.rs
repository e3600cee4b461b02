//! The specialists' tools: what they store, and what they refuse.

use futures::executor::block_on;
use serde_json::{Value, json};
use taskmanager_agent::{
    agent::Agents,
    team::{self, workspace::*},
    tool::{Tool, ToolContext, ToolError},
};

use crate::world::{App, World};

fn call(world: &App, tool: &str, arguments: Value) -> Result<Value, ToolError> {
    let agents: Agents<App> = team::team(Vec::<Tool<App>>::new()).unwrap();
    let tool = agents
        .iter()
        .flat_map(|agent| agent.list_tools())
        .find(|known| known.definition().name == tool)
        .unwrap();
    let context = ToolContext {
        app: world.clone(),
        run_id: "run_1".into(),
        session_id: "ses_1".into(),
        task_id: None,
        agent: "a".into(),
        call_id: "call_1".into(),
    };
    world.data.lock().unwrap().said = "Tell a@b.c and A@B.c and d@e.f.".into();
    block_on(tool.call(context, arguments))
}

fn refused(tool: &str, arguments: Value, expected: &str) {
    let error = call(&World::furnished(), tool, arguments.clone()).unwrap_err();
    assert!(
        error.to_string().contains(expected),
        "{tool} {arguments}: {error}"
    );
}

#[test]
fn what_cannot_be_is_refused() {
    refused(
        "set_deadline",
        json!({"task_id": 3, "deadline": "2026-11-17"}),
        "has passed",
    );
    refused(
        "set_deadline",
        json!({"task_id": 3, "deadline": "soon"}),
        "no time",
    );
    refused(
        "set_deadline",
        json!({"task_id": 99, "deadline": "2026-12-01"}),
        "task 99 was not found",
    );
    refused("set_deadline", json!({"task_id": 3}), "deadline");
    refused(
        "set_deadline",
        json!({"task_id": 3, "deadline": "2026-12-01", "x": 1}),
        "unknown field",
    );
    refused(
        "create_reminder",
        json!({"task_id": 3, "remind_at": "2026-11-18T10:00:00+01:00"}),
        "has passed",
    );
    refused(
        "suggest_time_blocks",
        json!({"task_id": 3, "duration_minutes": 1}),
        "from 5 to 1440",
    );
    refused(
        "suggest_time_blocks",
        json!({"task_id": 3, "within_days": 0}),
        "from 1 to 60",
    );
    refused(
        "create_meeting",
        json!({"task_id": 3, "attendees": [" "]}),
        "at least one attendee",
    );
    refused(
        "create_meeting",
        json!({"task_id": 3, "attendees": ["a@b.c"], "starts_at": "2026-11-17"}),
        "has passed",
    );
    refused(
        "create_meeting",
        json!({"task_id": 3, "attendees": ["a@b.c"], "duration_minutes": 1000}),
        "no free slot",
    );
    refused(
        "break_down_task",
        json!({"task_id": 99}),
        "task 99 was not found",
    );
    refused(
        "set_deadline",
        json!({"task_id": 3, "deadline": "2020-01-01"}),
        "today is Wednesday, 2026-11-18",
    );
}

#[test]
fn a_title_for_a_number_is_answered_with_the_nearest_tasks() {
    refused(
        "estimate_effort",
        json!({"task_id": "milk"}),
        "task_id must be a task's number; like \"milk\" there is task 2 \"Buy milk\"",
    );
    refused(
        "set_deadline",
        json!({"task_id": "walrus", "deadline": "2026-12-01"}),
        "no task is like \"walrus\"; ask the user",
    );
    for number in [json!(3), json!("3"), json!("#3"), json!("task 3")] {
        let found = call(
            &World::furnished(),
            "identify_blockers",
            json!({ "task_id": number }),
        );
        assert_eq!(found.unwrap()["task_id"], 3, "{number}");
    }
}

#[test]
fn addresses_that_nobody_named_are_refused() {
    for (tool, arguments) in [
        (
            "assign_to_user",
            json!({"task_id": 3, "email": "mallory@evil.example"}),
        ),
        (
            "share_task",
            json!({"task_id": 3, "email": "mallory@evil.example"}),
        ),
        (
            "create_meeting",
            json!({"task_id": 3, "attendees": ["a@b.c", "mallory@evil.example"]}),
        ),
    ] {
        refused(
            tool,
            arguments,
            "has not named the address \"mallory@evil.example\"; ask the user",
        );
    }
    // The caller, and whoever does one of the caller's tasks, are known.
    for email in ["ana@example.com", "dev@example.com"] {
        let arguments = json!({"task_id": 3, "email": email});
        call(&World::furnished(), "assign_to_user", arguments).unwrap();
    }
}

#[test]
fn a_day_without_a_time_is_the_first_free_slot_of_it() {
    let world = World::furnished();
    let arguments =
        json!({"task_id": 3, "attendees": ["a@b.c", "A@B.c"], "starts_at": "2026-11-20"});
    let first = call(&world, "create_meeting", arguments.clone()).unwrap();
    assert_eq!(first["starts_at"], "2026-11-20T09:00:00+01:00");
    assert_eq!(first["attendees"], json!(["a@b.c"]));
    assert_eq!(first["duration_minutes"], 30);
    let second = call(&world, "create_meeting", arguments).unwrap();
    assert_eq!(second["starts_at"], "2026-11-20T09:30:00+01:00");
}

#[test]
fn time_blocks_go_around_meetings() {
    let world = World::furnished();
    let start = "2026-11-18T09:30:00Z".parse().unwrap();
    world.data.lock().unwrap().meetings.push(MeetingView {
        id: "mtg_9".into(),
        task_id: 1,
        attendees: vec!["a@b.c".into()],
        starts_at: start,
        duration_minutes: 90,
    });
    let found = call(
        &world,
        "suggest_time_blocks",
        json!({"task_id": 3, "duration_minutes": 120, "within_days": 2}),
    )
    .unwrap();
    assert_eq!(
        found["slots"],
        json!([
            {"start": "2026-11-18T12:00:00+01:00", "end": "2026-11-18T14:00:00+01:00"},
            {"start": "2026-11-19T09:00:00+01:00", "end": "2026-11-19T11:00:00+01:00"},
        ])
    );
    assert_eq!(found["time_zone"], "Europe/Berlin");
}

#[test]
fn reminders_are_stored_as_instants() {
    let world = World::furnished();
    let arguments = json!({"task_id": 3, "remind_at": "2026-11-19T09:00", "message": "Post it"});
    let stored = call(&world, "create_reminder", arguments).unwrap();
    assert_eq!(stored["title"], "Write the launch announcement");
    let reminders = &world.data.lock().unwrap().reminders;
    assert_eq!(
        reminders[0].remind_at.to_rfc3339(),
        "2026-11-19T08:00:00+00:00"
    );
    assert_eq!(reminders[0].message.as_deref(), Some("Post it"));
}

#[test]
fn sharing_is_for_viewing_unless_said_otherwise() {
    let world = World::furnished();
    call(
        &world,
        "share_task",
        json!({"task_id": 3, "email": " a@b.c "}),
    )
    .unwrap();
    call(
        &world,
        "share_task",
        json!({"task_id": 3, "email": "d@e.f", "permission": "edit"}),
    )
    .unwrap();
    let shares = &world.data.lock().unwrap().shares;
    assert_eq!(
        (shares[0].email.as_str(), shares[0].permission),
        ("a@b.c", Permission::View)
    );
    assert_eq!(shares[1].permission, Permission::Edit);
}

#[test]
fn analysis_speaks_of_stored_tasks() {
    let world = World::furnished();
    let effort = call(&world, "estimate_effort", json!({"task_id": 3})).unwrap();
    assert_eq!(effort["basis"], "similar_tasks");
    assert_eq!(effort["typical_hours"], 20.0);
    let blockers = call(&world, "identify_blockers", json!({"task_id": 3})).unwrap();
    assert_eq!(
        blockers["blockers"],
        json!([{"kind": "open_dependency", "task_id": 1, "title": "Write the quarterly report"}, {"kind": "unassigned"}])
    );
    let made = call(
        &world,
        "break_down_task",
        json!({"task_id": 3, "subtasks": ["Draft", "Review"]}),
    )
    .unwrap();
    assert_eq!(
        made["subtasks"],
        json!([{"id": 9, "title": "Draft"}, {"id": 10, "title": "Review"}])
    );
    let again = call(
        &world,
        "break_down_task",
        json!({"task_id": 3, "subtasks": ["draft", "Publish"]}),
    )
    .unwrap();
    assert_eq!(again["subtasks"], json!([{"id": 11, "title": "Publish"}]));
}

#[test]
fn everybody_is_reached_from_triage_and_back() {
    let agents: Agents<App> = team::team(Vec::<Tool<App>>::new()).unwrap();
    let names: Vec<_> = agents.iter().map(|agent| agent.name()).collect();
    assert_eq!(
        names,
        [
            "taskmanager-triage",
            "taskmanager-scheduler",
            "taskmanager-collaboration",
            "taskmanager-analysis"
        ]
    );
    for agent in agents.iter() {
        let targets: Vec<_> = agent
            .list_handoffs()
            .iter()
            .map(|handoff| handoff.target())
            .collect();
        if agent.name() == team::triage::NAME {
            assert_eq!(targets, &names[1..]);
        } else {
            assert_eq!(targets, [team::triage::NAME]);
        }
        for tool in agent.list_tools() {
            let schema = &tool.definition().parameters;
            assert_eq!(schema["type"], "object", "{schema}");
            assert!(
                schema["properties"]["task_id"]["description"].is_string(),
                "{schema}"
            );
        }
    }
}
