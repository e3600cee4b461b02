//! Which tasks a list is asked for.

use chrono::{Days, NaiveDate, NaiveDateTime};
use serde_json::{Map, Value, json};

use crate::model::offline::{
    entities::Level,
    lexicon::Concept,
    phrases,
    reading::{Bound, Step},
    steps::lists,
};

/// What the listed tasks have in common.
pub(super) struct Filter {
    status: Option<&'static str>,
    /// Done ones too.
    any_status: bool,
    overdue: bool,
    days: Option<(NaiveDate, NaiveDate)>,
    level: Option<Level>,
    tags: Vec<String>,
    assignee: Option<String>,
    unassigned: bool,
    undated: bool,
}

impl Filter {
    pub(super) fn of(step: &Step, now: NaiveDateTime, caller: Option<&str>) -> Self {
        let done =
            step.has(Concept::Finish) && !step.has(Concept::Should) && !step.has(Concept::Not);
        let status = if done {
            Some("completed")
        } else if step.has(Concept::Reopen) {
            Some("pending")
        } else if step.has(Concept::Start) {
            Some("in_progress")
        } else {
            None
        };
        let negated = step.has(Concept::Not);
        let days = step.when.iter().find_map(|when| when.days(now));
        let days = match (days, step.bound) {
            (Some((first, _)), Some(Bound::Before)) => {
                first.pred_opt().map(|last| (NaiveDate::MIN, last))
            }
            (Some((_, last)), Some(Bound::By)) => Some((NaiveDate::MIN, last)),
            (days, _) => days,
        };
        let mine = step.me.then_some(caller).flatten().map(str::to_owned);
        Self {
            status,
            any_status: step.has(Concept::Everything) && !step.has(Concept::Due),
            overdue: step.has(Concept::Overdue),
            days,
            level: step.level,
            tags: step.tags.clone(),
            assignee: step.emails.first().cloned().or(mine),
            unassigned: step.has(Concept::Unassign)
                || negated && (step.has(Concept::Assign) || step.has(Concept::Responsible)),
            undated: negated
                && (step.has(Concept::Deadline) || step.has(Concept::Due))
                && step.when.is_empty(),
        }
    }

    /// One call that covers the filter; `None` where the open tasks of both kinds must be asked for.
    pub(super) fn arguments(&self) -> Option<Value> {
        let mut arguments = Map::new();
        if let Some(status) = self.status {
            arguments.insert("status".to_owned(), json!(status));
        }
        if let [tag] = &self.tags[..] {
            arguments.insert("tag".to_owned(), json!(tag));
        }
        if let Some(assignee) = &self.assignee {
            arguments.insert("assignee".to_owned(), json!(assignee));
        }
        if let Some(after) = self
            .days
            .and_then(|(_, last)| last.checked_add_days(Days::new(1)))
        {
            arguments.insert("deadline_before".to_owned(), json!(after.to_string()));
        }
        if arguments.is_empty() && !self.any_status {
            return None;
        }
        arguments.insert("order".to_owned(), json!("deadline_asc"));
        arguments.insert("limit".to_owned(), json!(100));
        Some(Value::Object(arguments))
    }

    pub(super) fn fits(&self, task: &Value, today: NaiveDate) -> bool {
        let status = task
            .get("status")
            .and_then(Value::as_str)
            .unwrap_or("pending");
        let deadline = lists::deadline(task);
        let right_status = match self.status {
            Some(wanted) => status == wanted,
            None => self.any_status || status != "completed",
        };
        let right_day = self.days.is_none_or(|(first, last)| {
            // What is overdue is due today as well.
            deadline.is_some_and(|date| {
                date <= last && (date >= first || (first == today && status != "completed"))
            })
        });
        right_status
            && right_day
            && (!self.overdue || deadline.is_some_and(|date| date < today && status != "completed"))
            && self.level.is_none_or(|level| {
                task.get("priority").and_then(Value::as_str) == Some(level.name())
            })
            && self.tags.iter().all(|tag| lists::tags(task).contains(tag))
            && (!self.undated || deadline.is_none())
            && (!self.unassigned || task.get("assignee").is_none_or(Value::is_null))
    }

    /// The filter in words, for a number of tasks: `3 open tasks due this week`.
    pub(super) fn words(&self, today: NaiveDate) -> impl Fn(usize) -> String + use<> {
        let kind = match self.status {
            Some("completed") => "completed ",
            Some("in_progress") => "begun ",
            Some(_) => "pending ",
            None if self.any_status => "",
            None => "open ",
        };
        let level = self
            .level
            .map_or_else(String::new, |level| format!("{}-priority ", level.name()));
        let overdue = if self.overdue { "overdue " } else { "" };
        let mut rest = String::new();
        match self.days {
            Some((NaiveDate::MIN, last)) => {
                rest.push_str(&format!(" due by {}", phrases::near_day(last, today)))
            }
            Some((first, last)) if first == last => {
                rest.push_str(&format!(" due {}", phrases::near_day(first, today)))
            }
            Some((first, last)) => rest.push_str(&format!(
                " due from {} to {}",
                phrases::day(first, today),
                phrases::day(last, today)
            )),
            None => {}
        }
        if !self.tags.is_empty() {
            rest.push_str(&format!(" tagged {}", phrases::list(&self.tags)));
        }
        if let Some(assignee) = &self.assignee {
            rest.push_str(&format!(" assigned to {assignee}"));
        }
        if self.undated {
            rest.push_str(" without a deadline");
        }
        if self.unassigned {
            rest.push_str(" that nobody is assigned to");
        }
        let before = if self.overdue {
            overdue.to_owned()
        } else {
            kind.to_owned()
        };
        move |number| {
            format!(
                "{}{rest}",
                phrases::count(number, &format!("{before}{level}task"))
            )
        }
    }
}
