//! The command line: what can be said, and the help. Knows nothing of how it is done.

mod values;

use chrono::{DateTime, NaiveDate, Utc};
use clap::{Args, Parser, Subcommand};
use taskmanager_client::types::{
    ApprovalDecisionReason, CallId, CancelMode, Description, Email, MeetingId, NewReminderMessage,
    NewWorkingHours, NullableDate, NullableEmail, NullableTaskId, OnBusy, Priority,
    ProfileUpdateName, ReminderId, RunId, RunStatus, SearchText, SessionId, Tag, TaskId, TaskOrder,
    TaskStatus, TimeZone, Title,
};

pub(crate) use values::{Agent, TagList, TaskIdList};

const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    failed: the service refused or had a fault, or a run ended without its whole answer
  2    the command line can't be understood
  3    not found
  4    the service can't be reached
  130  interrupted";

/// Tasks, and agents that work on them, from the terminal
///
/// Talks to a TaskManager Agent service; `cargo run --release` in its folder starts one. Colours are used on a terminal
/// only, and never when NO_COLOR is set.
#[derive(Debug, Parser)]
#[command(name = "tm", version, after_help = EXIT_CODES, max_term_width = 100)]
pub(crate) struct CommandLine {
    /// The address of the service
    #[arg(
        long,
        env = "TASKMANAGER_URL",
        default_value = "http://127.0.0.1:8080",
        global = true
    )]
    #[arg(value_name = "URL", help_heading = "Service and output")]
    pub(crate) url: String,

    /// The access token, where the service asks for one
    #[arg(long, env = "TASKMANAGER_TOKEN", hide_env_values = true, global = true)]
    #[arg(value_name = "TOKEN", help_heading = "Service and output")]
    pub(crate) token: Option<String>,

    /// Write JSON: one object on a line, a line for each item of a list and each event of a stream
    #[arg(long, global = true, help_heading = "Service and output")]
    pub(crate) json: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Add, list, show, change, complete and delete tasks
    #[command(subcommand, visible_alias = "tasks")]
    Task(TaskCommand),
    /// Ask or order something, about one task or all of them; the answer comes as it is made
    Ask(Ask),
    /// Talk with the agents
    Chat(Chat),
    /// Set, list and delete reminders of a task
    #[command(subcommand, visible_alias = "reminders")]
    Reminder(ReminderCommand),
    /// Arrange, list and call off meetings about a task
    #[command(subcommand, visible_alias = "meetings")]
    Meeting(MeetingCommand),
    /// Share a task with others
    #[command(subcommand, visible_alias = "shares")]
    Share(ShareCommand),
    /// List, read and delete conversations
    #[command(subcommand, visible_alias = "sessions")]
    Session(SessionCommand),
    /// List, read, watch, cancel and approve calls of agents
    #[command(subcommand, visible_alias = "runs")]
    Run(RunCommand),
    /// Watch changes of tasks and reminders that fall due, until interrupted
    Events(Events),
    /// List the agents and what they can do
    Agents,
    /// Show or change your profile: name, time zone, working hours
    Me(Me),
    /// Show what the service is and how it fares
    Status,
}

/// How much of a list is shown.
#[derive(Debug, Args)]
pub(crate) struct ListSize {
    /// Show at most so many
    #[arg(long, default_value_t = 100, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: u32,
    /// Show all, however many there are
    #[arg(long, conflicts_with = "limit")]
    pub(crate) all: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TaskCommand {
    /// Add a task
    #[command(visible_alias = "create")]
    Add(TaskAdd),
    /// List tasks, the newest first
    #[command(visible_alias = "ls")]
    List(TaskList),
    /// Show a task
    Show {
        /// The task's number
        #[arg(value_parser = values::task_id)]
        task_id: TaskId,
    },
    /// Change a task: what isn't given stays as it is
    Edit(Box<TaskEdit>),
    /// Complete tasks
    Done {
        /// The tasks' numbers
        #[arg(required = true, value_parser = values::task_id)]
        task_ids: Vec<TaskId>,
    },
    /// Delete tasks for good, with their reminders, meetings and shares
    #[command(visible_alias = "delete")]
    Rm {
        /// The tasks' numbers
        #[arg(required = true, value_parser = values::task_id)]
        task_ids: Vec<TaskId>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct TaskAdd {
    /// What is to be done
    #[arg(value_parser = values::title)]
    pub(crate) title: Title,
    /// More about it; `-` reads it from standard input
    #[arg(long, short)]
    pub(crate) description: Option<Description>,
    /// How much it matters
    #[arg(long, short, value_parser = values::priority())]
    pub(crate) priority: Option<Priority>,
    /// The last day for it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::date)]
    pub(crate) deadline: Option<NaiveDate>,
    /// Words to group it by
    #[arg(long, short, value_name = "TAG,…", value_delimiter = ',')]
    pub(crate) tags: Vec<Tag>,
    /// Who is to do it
    #[arg(long, value_name = "EMAIL", value_parser = values::email)]
    pub(crate) assignee: Option<Email>,
    /// The task that it is a part of
    #[arg(long, value_name = "TASK_ID", value_parser = values::task_id)]
    pub(crate) parent: Option<TaskId>,
    /// The tasks that must be completed before it
    #[arg(long, value_name = "TASK_ID,…", value_delimiter = ',', value_parser = values::task_id)]
    pub(crate) depends_on: Vec<TaskId>,
}

#[derive(Debug, Args)]
pub(crate) struct TaskList {
    /// Only tasks in this status
    #[arg(long, short, value_parser = values::task_status())]
    pub(crate) status: Option<TaskStatus>,
    /// Only tasks with this tag
    #[arg(long, short)]
    pub(crate) tag: Option<Tag>,
    /// Only tasks assigned to this person
    #[arg(long, value_name = "EMAIL", value_parser = values::email)]
    pub(crate) assignee: Option<Email>,
    /// Only tasks whose deadline is before this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::date)]
    pub(crate) before: Option<NaiveDate>,
    /// Only tasks whose title or description contains this text
    #[arg(long)]
    pub(crate) text: Option<SearchText>,
    /// In which order
    #[arg(long, value_parser = values::task_order())]
    pub(crate) order: Option<TaskOrder>,
    #[command(flatten)]
    pub(crate) size: ListSize,
}

#[derive(Debug, Args)]
pub(crate) struct TaskEdit {
    /// The task's number
    #[arg(value_parser = values::task_id)]
    pub(crate) task_id: TaskId,
    /// What is to be done
    #[arg(long, value_parser = values::title)]
    pub(crate) title: Option<Title>,
    /// More about it; `-` reads it from standard input
    #[arg(long, short)]
    pub(crate) description: Option<Description>,
    /// How far it is
    #[arg(long, short, value_parser = values::task_status())]
    pub(crate) status: Option<TaskStatus>,
    /// How much it matters
    #[arg(long, short, value_parser = values::priority())]
    pub(crate) priority: Option<Priority>,
    /// The last day for it, or none
    #[arg(long, value_name = "YYYY-MM-DD|none", value_parser = values::date_or_none)]
    pub(crate) deadline: Option<NullableDate>,
    /// All words to group it by from now on, or none
    #[arg(long, short, value_name = "TAG,…|none")]
    pub(crate) tags: Option<TagList>,
    /// Who is to do it, or none
    #[arg(long, value_name = "EMAIL|none", value_parser = values::email_or_none)]
    pub(crate) assignee: Option<NullableEmail>,
    /// The task that it is a part of, or none
    #[arg(long, value_name = "TASK_ID|none", value_parser = values::task_id_or_none)]
    pub(crate) parent: Option<NullableTaskId>,
    /// All tasks that must be completed before it from now on, or none
    #[arg(long, value_name = "TASK_ID,…|none")]
    pub(crate) depends_on: Option<TaskIdList>,
    /// Only if the task is still at this version (`tm task show` tells it)
    #[arg(long, value_name = "VERSION")]
    pub(crate) if_version: Option<u64>,
}

/// Settings of a question or a conversation.
#[derive(Debug, Args)]
pub(crate) struct Asking {
    /// The agent to begin with; without it triage, which hands over as needed
    #[arg(long, short, value_enum)]
    pub(crate) agent: Option<Agent>,
    /// The session to go on with; without it a new one begins
    #[arg(long, short, value_name = "SESSION_ID")]
    pub(crate) session: Option<SessionId>,
    /// What to do when the session is at work on another run
    #[arg(long, default_value = "reject", value_parser = values::on_busy())]
    pub(crate) on_busy: OnBusy,
    /// Approve tool calls without being asked
    #[arg(long, short)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Ask {
    /// The task's number, if it is about one task, and the question; `-` reads the question from standard input
    #[arg(required = true, num_args = 1.., value_name = "[TASK_ID] QUESTION")]
    pub(crate) words: Vec<String>,
    #[command(flatten)]
    pub(crate) asking: Asking,
    /// Wait for the whole answer instead of showing it as it is made
    #[arg(long)]
    pub(crate) whole: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Chat {
    #[command(flatten)]
    pub(crate) asking: Asking,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ReminderCommand {
    /// Set a reminder
    Add {
        /// The task's number
        #[arg(value_parser = values::task_id)]
        task_id: TaskId,
        /// When: RFC 3339, or `YYYY-MM-DD HH:MM` in this machine's time zone
        #[arg(value_name = "TIME", value_parser = values::moment)]
        at: DateTime<Utc>,
        /// What to be reminded of; without it the task
        message: Option<NewReminderMessage>,
    },
    /// List a task's reminders, the earliest first
    #[command(visible_alias = "ls")]
    List {
        /// The task's number
        #[arg(value_parser = values::task_id)]
        task_id: TaskId,
        #[command(flatten)]
        size: ListSize,
    },
    /// Delete a reminder
    #[command(visible_alias = "delete")]
    Rm {
        /// The task's number
        #[arg(value_parser = values::task_id)]
        task_id: TaskId,
        /// The reminder's id
        reminder_id: ReminderId,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum MeetingCommand {
    /// Arrange a meeting at a time or, without one, in the first free slot of your working hours
    Add {
        /// The task's number
        #[arg(value_parser = values::task_id)]
        task_id: TaskId,
        /// Who is to come
        #[arg(long = "with", required = true, value_name = "EMAIL,…", value_delimiter = ',', value_parser = values::email)]
        attendees: Vec<Email>,
        /// When: RFC 3339, or `YYYY-MM-DD HH:MM` in this machine's time zone
        #[arg(long, value_name = "TIME", value_parser = values::moment)]
        at: Option<DateTime<Utc>>,
        /// For how long: 5 to 1440 minutes; without it half an hour
        #[arg(long, value_parser = clap::value_parser!(i32).range(5..=1440))]
        minutes: Option<i32>,
        /// What it is called; without it like the task
        #[arg(long, value_parser = values::title)]
        title: Option<Title>,
    },
    /// List the meetings about a task, the earliest first
    #[command(visible_alias = "ls")]
    List {
        /// The task's number
        #[arg(value_parser = values::task_id)]
        task_id: TaskId,
        #[command(flatten)]
        size: ListSize,
    },
    /// Call off a meeting
    #[command(visible_alias = "delete")]
    Rm {
        /// The task's number
        #[arg(value_parser = values::task_id)]
        task_id: TaskId,
        /// The meeting's id
        meeting_id: MeetingId,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ShareCommand {
    /// Let somebody see a task, or see and change it
    Add {
        /// The task's number
        #[arg(value_parser = values::task_id)]
        task_id: TaskId,
        /// The person's address
        #[arg(value_parser = values::email)]
        email: Email,
        /// Let them change it too
        #[arg(long)]
        edit: bool,
    },
    /// List with whom a task is shared
    #[command(visible_alias = "ls")]
    List {
        /// The task's number
        #[arg(value_parser = values::task_id)]
        task_id: TaskId,
        #[command(flatten)]
        size: ListSize,
    },
    /// Stop sharing a task with somebody
    #[command(visible_alias = "delete")]
    Rm {
        /// The task's number
        #[arg(value_parser = values::task_id)]
        task_id: TaskId,
        /// The person's address
        #[arg(value_parser = values::email)]
        email: Email,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum SessionCommand {
    /// List conversations, the one used last first
    #[command(visible_alias = "ls")]
    List {
        #[command(flatten)]
        size: ListSize,
    },
    /// Read a conversation
    Show {
        /// The session's id
        session_id: SessionId,
    },
    /// Delete a conversation; its runs can still be read
    #[command(visible_alias = "delete")]
    Rm {
        /// The session's id
        session_id: SessionId,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum RunCommand {
    /// List runs, the newest first
    #[command(visible_alias = "ls")]
    List {
        /// Only runs in this state
        #[arg(long, short, value_parser = values::run_status())]
        status: Option<RunStatus>,
        /// Only runs of this session
        #[arg(long, value_name = "SESSION_ID")]
        session: Option<SessionId>,
        /// Only runs about this task
        #[arg(long, value_name = "TASK_ID", value_parser = values::task_id)]
        task: Option<TaskId>,
        #[command(flatten)]
        size: ListSize,
    },
    /// Show a run: its state, what it did, its outcome
    Show {
        /// The run's id
        run_id: RunId,
    },
    /// Follow a run from its first event on, until it ends; interrupting leaves the run going
    Watch {
        /// The run's id
        run_id: RunId,
        /// Begin behind the event with this number
        #[arg(long, value_name = "NUMBER")]
        after: Option<u64>,
    },
    /// Cancel a run
    Cancel {
        /// The run's id
        run_id: RunId,
        /// At once, or when the tool calls of its current turn have ended
        #[arg(long, default_value = "now", value_parser = values::cancel_mode())]
        mode: CancelMode,
    },
    /// Approve the tool calls that a run waits for, and follow it on
    Approve(Decide),
    /// Reject the tool calls that a run waits for, and follow it on
    Reject(Decide),
    /// Show how long each step of a run took
    Trace {
        /// The run's id
        run_id: RunId,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Decide {
    /// The run's id
    pub(crate) run_id: RunId,
    /// The calls; without them all that wait
    #[arg(value_name = "CALL_ID")]
    pub(crate) calls: Vec<CallId>,
    /// Why; the agent gets to read it
    #[arg(long)]
    pub(crate) reason: Option<ApprovalDecisionReason>,
}

#[derive(Debug, Args)]
pub(crate) struct Events {
    /// Begin behind the event with this number; without it now
    #[arg(long, value_name = "NUMBER")]
    pub(crate) after: Option<u64>,
}

#[derive(Debug, Args)]
pub(crate) struct Me {
    /// How you want to be called
    #[arg(long)]
    pub(crate) name: Option<ProfileUpdateName>,
    /// Where you are, as `Europe/Berlin`
    #[arg(long, value_name = "ZONE")]
    pub(crate) time_zone: Option<TimeZone>,
    /// When you work, as `mon-fri 09:00-17:00` or `mon,wed,thu 08:30-16:00`
    #[arg(long, value_name = "DAYS TIMES", value_parser = values::working_hours)]
    pub(crate) working_hours: Option<NewWorkingHours>,
}

#[cfg(test)]
mod tests;
