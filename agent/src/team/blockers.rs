//! What stands in a task's way.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::workspace::TaskView;

/// Something that stands in a task's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Blocker {
    /// A task that must be done before isn't.
    OpenDependency {
        /// That task.
        task_id: i64,
        /// Its title.
        title: String,
        /// Who does it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        assignee: Option<String>,
    },
    /// A dependency that the caller can't see.
    HiddenDependency {
        /// That task.
        task_id: i64,
    },
    /// A part of it is not done.
    OpenSubtask {
        /// The part.
        task_id: i64,
        /// Its title.
        title: String,
    },
    /// Its deadline has passed.
    Overdue {
        /// The deadline.
        deadline: NaiveDate,
        /// By how many days.
        days: i64,
    },
    /// Nobody is to do it.
    Unassigned,
}

/// Finds what stands in a task's way, the gravest first. Nothing stands in the way of a completed task.
pub fn blockers(
    task: &TaskView,
    dependencies: &[TaskView],
    subtasks: &[TaskView],
    today: NaiveDate,
) -> Vec<Blocker> {
    if !task.is_open() {
        return Vec::new();
    }
    let open = |tasks: &[TaskView]| -> Vec<TaskView> {
        tasks
            .iter()
            .filter(|task| task.is_open())
            .cloned()
            .collect()
    };
    let mut found: Vec<Blocker> = open(dependencies)
        .into_iter()
        .map(|task| Blocker::OpenDependency {
            task_id: task.id,
            title: task.title,
            assignee: task.assignee,
        })
        .collect();
    let seen = |id: &i64| dependencies.iter().any(|dependency| dependency.id == *id);
    found.extend(
        task.depends_on
            .iter()
            .filter(|id| !seen(id))
            .map(|id| Blocker::HiddenDependency { task_id: *id }),
    );
    found.extend(open(subtasks).into_iter().map(|task| Blocker::OpenSubtask {
        task_id: task.id,
        title: task.title,
    }));
    if let Some(deadline) = task.deadline.filter(|deadline| *deadline < today) {
        found.push(Blocker::Overdue {
            deadline,
            days: today.signed_duration_since(deadline).num_days(),
        });
    }
    if task.assignee.is_none() {
        found.push(Blocker::Unassigned);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{estimate::tests::task, workspace::TaskStatus};

    #[test]
    fn everything_that_can_stand_in_the_way_is_found() {
        let today: NaiveDate = "2026-11-18".parse().unwrap();
        let mut subject = task(1, "Launch", &[], None);
        subject.deadline = today.pred_opt();
        subject.depends_on = vec![2, 3, 9];
        let dependencies = [task(2, "Test", &[], None), task(3, "Build", &[], Some(4))];
        let subtasks = [
            task(4, "Write notes", &[], None),
            task(5, "Tag", &[], Some(1)),
        ];
        let found = blockers(&subject, &dependencies, &subtasks, today);
        let expected = vec![
            Blocker::OpenDependency {
                task_id: 2,
                title: "Test".into(),
                assignee: None,
            },
            Blocker::HiddenDependency { task_id: 9 },
            Blocker::OpenSubtask {
                task_id: 4,
                title: "Write notes".into(),
            },
            Blocker::Overdue {
                deadline: "2026-11-17".parse().unwrap(),
                days: 1,
            },
            Blocker::Unassigned,
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn nothing_blocks_what_is_free_or_done() {
        let today: NaiveDate = "2026-11-18".parse().unwrap();
        let mut free = task(1, "Launch", &[], None);
        free.assignee = Some("ann@example.com".into());
        free.deadline = Some(today);
        assert_eq!(blockers(&free, &[], &[], today), []);
        let mut done = task(1, "Launch", &[], None);
        done.status = TaskStatus::Completed;
        done.deadline = today.pred_opt();
        assert_eq!(blockers(&done, &[], &[], today), []);
    }
}
