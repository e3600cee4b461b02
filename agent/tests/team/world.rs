//! A workspace in memory, the operation tools on it, and conversations with the team through the real driver.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};
use taskmanager_agent::{
    agent::Agents,
    budget::Budget,
    driver::{Driven, Driver, MemoryJournal, RunControl, commit},
    event::{Decision, Event},
    item::Item,
    model::{Model, offline::Offline},
    run::{Ending, NewRun, Run, Step},
    session::HistoryLimit,
    team::{TeamContext, Workspace, WorkspaceError, team, workspace::*},
    tool::{Tool, ToolContext, ToolDefinition, ToolError},
};

/// Wednesday, November 18, 2026, 10:20 in Berlin.
pub(crate) fn now() -> DateTime<Tz> {
    chrono_tz::Europe::Berlin
        .with_ymd_and_hms(2026, 11, 18, 10, 20, 0)
        .unwrap()
}

#[derive(Default)]
pub(crate) struct Data {
    pub(crate) tasks: Vec<TaskView>,
    pub(crate) reminders: Vec<ReminderView>,
    pub(crate) meetings: Vec<MeetingView>,
    pub(crate) shares: Vec<ShareView>,
    /// What the caller has said so far.
    pub(crate) said: String,
}

/// One caller's data.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) data: Mutex<Data>,
}

pub(crate) type App = Arc<World>;

fn task(id: i64, title: &str) -> TaskView {
    TaskView {
        id,
        title: title.to_owned(),
        description: None,
        status: TaskStatus::Pending,
        priority: TaskPriority::Normal,
        deadline: None,
        tags: Vec::new(),
        assignee: None,
        parent_id: None,
        depends_on: Vec::new(),
        created_at: "2026-11-10T09:00:00Z".parse().unwrap(),
        completed_at: None,
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

impl World {
    /// A world with some tasks, three of them finished.
    pub(crate) fn furnished() -> App {
        let mut tasks = vec![
            TaskView {
                priority: TaskPriority::High,
                deadline: day("2026-11-20"),
                tags: vec!["work".into()],
                ..task(1, "Write the quarterly report")
            },
            task(2, "Buy milk"),
            TaskView {
                description: Some(
                    "Half a page for the blog, a paragraph for the newsletter.".into(),
                ),
                priority: TaskPriority::High,
                deadline: day("2026-11-30"),
                tags: vec!["launch".into()],
                depends_on: vec![1],
                ..task(3, "Write the launch announcement")
            },
            TaskView {
                deadline: day("2026-11-16"),
                tags: vec!["home".into()],
                ..task(4, "Call the dentist")
            },
            TaskView {
                status: TaskStatus::InProgress,
                priority: TaskPriority::Urgent,
                assignee: Some("dev@example.com".into()),
                ..task(5, "Fix the login page")
            },
        ];
        for (id, title, hours) in [
            (6, "Write the annual report", 10),
            (7, "Write the press announcement", 20),
            (8, "Announce the launch date", 30),
        ] {
            let created = task(id, title);
            tasks.push(TaskView {
                status: TaskStatus::Completed,
                completed_at: Some(created.created_at + TimeDelta::hours(hours)),
                ..created
            });
        }
        Arc::new(Self {
            data: Mutex::new(Data {
                tasks,
                ..Data::default()
            }),
        })
    }

    pub(crate) fn task(&self, id: i64) -> Option<TaskView> {
        self.data
            .lock()
            .unwrap()
            .tasks
            .iter()
            .find(|task| task.id == id)
            .cloned()
    }

    fn change(
        &self,
        id: i64,
        change: impl FnOnce(&mut TaskView),
    ) -> Result<TaskView, WorkspaceError> {
        let mut data = self.data.lock().unwrap();
        let task = data
            .tasks
            .iter_mut()
            .find(|task| task.id == id)
            .ok_or_else(|| missing(id))?;
        change(task);
        Ok(task.clone())
    }
}

fn missing(id: i64) -> WorkspaceError {
    WorkspaceError::NotFound {
        what: format!("task {id}"),
        nearest: Vec::new(),
    }
}

impl TeamContext for World {
    fn workspace(&self) -> &dyn Workspace {
        self
    }

    fn now(&self) -> DateTime<Tz> {
        now()
    }

    fn email(&self) -> &str {
        "ana@example.com"
    }
}

#[async_trait]
impl Workspace for World {
    async fn profile(&self) -> Result<ProfileView, WorkspaceError> {
        Ok(ProfileView {
            name: "Ana".into(),
            time_zone: chrono_tz::Europe::Berlin,
            working_hours: WorkingHours::default(),
        })
    }

    async fn get_task(&self, task_id: i64) -> Result<TaskView, WorkspaceError> {
        self.task(task_id).ok_or_else(|| missing(task_id))
    }

    async fn knows_address(&self, _session: &str, email: &str) -> Result<bool, WorkspaceError> {
        let data = self.data.lock().unwrap();
        let assigned = data
            .tasks
            .iter()
            .any(|task| task.assignee.as_deref() == Some(email));
        Ok(email == TeamContext::email(self) || assigned || data.said.contains(email))
    }

    async fn find_tasks(&self, text: &str, limit: usize) -> Result<Vec<TaskView>, WorkspaceError> {
        let data = self.data.lock().unwrap();
        let text = text.to_lowercase();
        let found = data
            .tasks
            .iter()
            .filter(|task| task.title.to_lowercase().contains(&text));
        Ok(found.take(limit).cloned().collect())
    }

    async fn finished_tasks(&self, limit: usize) -> Result<Vec<TaskView>, WorkspaceError> {
        let data = self.data.lock().unwrap();
        Ok(data
            .tasks
            .iter()
            .filter(|task| !task.is_open())
            .take(limit)
            .cloned()
            .collect())
    }

    async fn dependencies(&self, task_id: i64) -> Result<Vec<TaskView>, WorkspaceError> {
        let ids = self.get_task(task_id).await?.depends_on;
        Ok(ids.into_iter().filter_map(|id| self.task(id)).collect())
    }

    async fn subtasks(&self, task_id: i64) -> Result<Vec<TaskView>, WorkspaceError> {
        let data = self.data.lock().unwrap();
        Ok(data
            .tasks
            .iter()
            .filter(|task| task.parent_id == Some(task_id))
            .cloned()
            .collect())
    }

    async fn busy(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<Vec<BusyView>, WorkspaceError> {
        let data = self.data.lock().unwrap();
        let meetings = data.meetings.iter().map(|meeting| BusyView {
            slot: TimeSlot {
                start: meeting.starts_at,
                end: meeting.starts_at + TimeDelta::minutes(i64::from(meeting.duration_minutes)),
            },
            kind: BusyKind::Meeting,
            task_id: meeting.task_id,
        });
        Ok(meetings
            .filter(|busy| busy.slot.end > from && busy.slot.start < to)
            .collect())
    }

    async fn set_deadline(
        &self,
        task_id: i64,
        deadline: NaiveDate,
    ) -> Result<TaskView, WorkspaceError> {
        self.change(task_id, |task| task.deadline = Some(deadline))
    }

    async fn create_reminder(
        &self,
        task_id: i64,
        reminder: NewReminder,
    ) -> Result<ReminderView, WorkspaceError> {
        self.get_task(task_id).await?;
        let stored = ReminderView {
            id: "rem_1".into(),
            task_id,
            remind_at: reminder.remind_at,
            message: reminder.message,
        };
        self.data.lock().unwrap().reminders.push(stored.clone());
        Ok(stored)
    }

    async fn assign_to_user(
        &self,
        task_id: i64,
        email: &str,
        _note: Option<&str>,
    ) -> Result<TaskView, WorkspaceError> {
        self.change(task_id, |task| task.assignee = Some(email.to_owned()))
    }

    async fn share_task(
        &self,
        task_id: i64,
        email: &str,
        permission: Permission,
    ) -> Result<ShareView, WorkspaceError> {
        let share = ShareView {
            task_id,
            email: email.to_owned(),
            permission,
        };
        self.data.lock().unwrap().shares.push(share.clone());
        Ok(share)
    }

    async fn create_meeting(
        &self,
        task_id: i64,
        meeting: NewMeeting,
    ) -> Result<MeetingView, WorkspaceError> {
        let stored = MeetingView {
            id: "mtg_1".into(),
            task_id,
            attendees: meeting.attendees,
            starts_at: meeting.starts_at,
            duration_minutes: meeting.duration_minutes,
        };
        self.data.lock().unwrap().meetings.push(stored.clone());
        Ok(stored)
    }

    async fn create_subtasks(
        &self,
        task_id: i64,
        titles: &[String],
    ) -> Result<Vec<TaskView>, WorkspaceError> {
        self.get_task(task_id).await?;
        let mut data = self.data.lock().unwrap();
        let first = data.tasks.iter().map(|task| task.id).max().unwrap_or(0) + 1;
        let made: Vec<TaskView> = titles
            .iter()
            .zip(first..)
            .map(|(title, id)| TaskView {
                parent_id: Some(task_id),
                ..task(id, title)
            })
            .collect();
        data.tasks.extend(made.clone());
        Ok(made)
    }
}

/// The operations as the server offers them, with the contract's parameters.
fn operations() -> Vec<Tool<App>> {
    let id = json!({"type": "object", "properties": {"task_id": {"type": "integer"}}, "required": ["task_id"]});
    let any = json!({"type": "object"});
    let operation = |name: &str,
                     parameters: &Value,
                     approval: bool,
                     perform: fn(&World, &Value) -> Result<Value, String>| {
        let definition = ToolDefinition {
            name: name.into(),
            description: name.into(),
            parameters: parameters.clone(),
        };
        Tool::from_definition(
            definition,
            approval,
            move |context: ToolContext<App>, arguments| async move {
                perform(&context.app, &arguments).map_err(|message| {
                    ToolError::message(json!({ "request_id": "req_1", "message": message }))
                })
            },
        )
    };
    vec![
        operation("list_tasks", &any, false, list_tasks),
        operation("get_task", &id, false, |world, arguments| {
            let id = arguments["task_id"].as_i64().unwrap();
            world
                .task(id)
                .map(|task| json!(task))
                .ok_or_else(|| format!("There is no task {id}."))
        }),
        operation("create_task", &any, false, create_task),
        operation("update_task", &id, false, update_task),
        operation("delete_task", &id, true, |world, arguments| {
            let id = arguments["task_id"].as_i64().unwrap();
            world
                .task(id)
                .ok_or_else(|| format!("There is no task {id}."))?;
            world
                .data
                .lock()
                .unwrap()
                .tasks
                .retain(|task| task.id != id);
            Ok(Value::Null)
        }),
    ]
}

fn list_tasks(world: &World, arguments: &Value) -> Result<Value, String> {
    let data = world.data.lock().unwrap();
    let text = arguments["text"].as_str().map(str::to_lowercase);
    let before: Option<NaiveDate> = arguments["deadline_before"]
        .as_str()
        .map(|date| date.parse().unwrap());
    let items: Vec<Value> = data
        .tasks
        .iter()
        .filter(|task| arguments["status"].is_null() || json!(task.status) == arguments["status"])
        .filter(|task| {
            arguments["tag"]
                .as_str()
                .is_none_or(|tag| task.tags.iter().any(|known| known == tag))
        })
        .filter(|task| {
            arguments["assignee"]
                .as_str()
                .is_none_or(|who| task.assignee.as_deref() == Some(who))
        })
        .filter(|task| before.is_none_or(|before| task.deadline.is_some_and(|date| date < before)))
        .filter(|task| {
            let whole = format!(
                "{} {}",
                task.title,
                task.description.as_deref().unwrap_or("")
            )
            .to_lowercase();
            text.as_ref().is_none_or(|text| whole.contains(text))
        })
        .map(|task| json!(task))
        .collect();
    Ok(json!({ "items": items, "next_page": null }))
}

fn create_task(world: &World, arguments: &Value) -> Result<Value, String> {
    let mut data = world.data.lock().unwrap();
    let id = data.tasks.iter().map(|task| task.id).max().unwrap_or(0) + 1;
    let mut made = json!(task(
        id,
        arguments["title"].as_str().ok_or("the title is missing")?
    ));
    merge(&mut made, arguments);
    let made: TaskView = serde_json::from_value(made).map_err(|error| error.to_string())?;
    data.tasks.push(made.clone());
    Ok(json!(made))
}

fn update_task(world: &World, arguments: &Value) -> Result<Value, String> {
    let id = arguments["task_id"].as_i64().unwrap();
    let mut data = world.data.lock().unwrap();
    let task = data
        .tasks
        .iter_mut()
        .find(|task| task.id == id)
        .ok_or_else(|| format!("There is no task {id}."))?;
    let mut changed = json!(task);
    merge(&mut changed, arguments);
    *task = serde_json::from_value(changed).map_err(|error| error.to_string())?;
    Ok(json!(task))
}

fn merge(task: &mut Value, arguments: &Value) {
    for (key, value) in arguments.as_object().unwrap() {
        if key != "task_id" {
            task[key] = value.clone();
        }
    }
}

/// What one message led to.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) events: Vec<Event>,
    pub(crate) response: String,
    pub(crate) chain: Vec<String>,
    /// Tools called, with their arguments, in the order of their calls.
    pub(crate) calls: Vec<(String, Value)>,
}

impl Seen {
    pub(crate) fn last_agent(&self) -> &str {
        self.chain.last().unwrap()
    }

    pub(crate) fn tools(&self) -> Vec<&str> {
        self.calls.iter().map(|(tool, _)| tool.as_str()).collect()
    }
}

/// A conversation with the team.
pub(crate) struct Talk {
    pub(crate) world: App,
    pub(crate) driver: Driver<App>,
    pub(crate) items: Vec<Item>,
    pub(crate) turns: usize,
    pub(crate) agent: &'static str,
    /// The task that each run is about.
    pub(crate) about: Option<i64>,
    pub(crate) approve: bool,
}

impl Talk {
    pub(crate) fn new() -> Self {
        Self::with_model(Arc::new(Offline))
    }

    pub(crate) fn with_model(model: Arc<dyn Model>) -> Self {
        let agents: Agents<App> = team(operations()).unwrap();
        Self {
            world: World::furnished(),
            driver: Driver::new(Arc::new(agents), model).clock(|_| now()),
            items: Vec::new(),
            turns: 0,
            agent: "taskmanager-triage",
            about: None,
            approve: true,
        }
    }

    pub(crate) fn about(task: i64) -> Self {
        Self {
            about: Some(task),
            ..Self::new()
        }
    }

    /// Says something, which must be answered, and sees what comes of it.
    pub(crate) fn say(&mut self, text: &str) -> Seen {
        let seen = self.try_say(text);
        let last = seen.events.last();
        assert!(
            matches!(last, Some(Event::Complete { reason: None, .. })),
            "{text}: {last:?}"
        );
        seen
    }

    /// Says something, and sees what comes of it, be it a failure.
    pub(crate) fn try_say(&mut self, text: &str) -> Seen {
        self.turns += 1;
        let words = text.to_lowercase();
        self.world.data.lock().unwrap().said.push_str(&words);
        let mut input = Vec::new();
        if let Some(id) = self.about {
            let data = json!(self.world.task(id).unwrap());
            input.push(Item::Context {
                label: "task".into(),
                data,
            });
        }
        input.push(Item::UserMessage { text: text.into() });
        let mut run = Run::new(NewRun {
            run_id: format!("run_{:032}", self.turns),
            session_id: "ses_1".into(),
            task_id: self.about,
            agent: self.agent.into(),
            input,
            budget: Budget::default(),
        })
        .with_history(self.items.clone(), HistoryLimit::default());
        let mut journal = MemoryJournal::default();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let ending = runtime.block_on(self.drive(&mut run, &mut journal));
        self.items.extend(journal.items.iter().cloned());
        let response = match ending {
            Ending::Completed { response } => response,
            _ => String::new(),
        };
        let chain = match journal.events.last() {
            Some(Event::Complete { handoff_chain, .. }) => handoff_chain.clone(),
            _ => vec![self.agent.to_owned()],
        };
        let calls = journal
            .items
            .iter()
            .filter_map(|item| match item {
                Item::ToolCall {
                    tool, arguments, ..
                } => Some((
                    tool.clone(),
                    serde_json::from_str(arguments).unwrap_or(Value::Null),
                )),
                _ => None,
            })
            .collect();
        Seen {
            events: journal.events,
            response,
            chain,
            calls,
        }
    }

    async fn drive(&self, run: &mut Run, journal: &mut MemoryJournal) -> Ending {
        let control = RunControl::new();
        loop {
            match self
                .driver
                .drive(run, Arc::clone(&self.world), journal, &control)
                .await
                .unwrap()
            {
                Driven::Ended(ending) => return ending,
                Driven::Paused => {
                    let Step::AwaitApproval(calls) = run.next() else {
                        panic!("not paused")
                    };
                    for call in calls {
                        let decision = Decision {
                            call_id: call.call_id,
                            approve: self.approve,
                            reason: None,
                        };
                        run.decide(self.driver.agents(), &[decision]).unwrap();
                        commit(run, journal).await.unwrap();
                    }
                }
            }
        }
    }
}
