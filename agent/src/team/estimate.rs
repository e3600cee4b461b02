//! How long a task will take, from the caller's own finished tasks, and how sure that is.
//!
//! What is known of a finished task is when it was created and when it was completed: elapsed time, not hours of work.
//! The estimate says so.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::workspace::TaskView;

/// What an estimate is based on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Finished tasks with the same tags, or with words of the title in common.
    SimilarTasks,
    /// All finished tasks, for too few are similar.
    AllTasks,
    /// Nothing: no task is finished yet.
    Nothing,
}

/// An estimate in hours from creation to completion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// What it is based on.
    pub basis: Basis,
    /// The finished tasks that it is based on, the most similar first.
    pub based_on: Vec<i64>,
    /// The middle of their times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typical_hours: Option<f64>,
    /// A quarter of them took less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low_hours: Option<f64>,
    /// A quarter of them took more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high_hours: Option<f64>,
}

/// So many similar tasks outweigh all others.
const ENOUGH: usize = 3;

/// Estimates a task from finished ones. Those without a time of completion, and the task itself, are left out.
pub fn estimate(task: &TaskView, finished: &[TaskView]) -> Estimate {
    let mut timed: Vec<(usize, f64, i64)> = finished
        .iter()
        .filter(|other| other.id != task.id)
        .filter_map(|other| Some((likeness(task, other), hours(other)?, other.id)))
        .collect();
    timed.sort_by(|a, b| b.0.cmp(&a.0).then(a.2.cmp(&b.2)));
    let similar = timed.iter().filter(|(likeness, ..)| *likeness > 0).count();
    let basis = match (timed.len(), similar) {
        (0, _) => Basis::Nothing,
        (_, similar) if similar >= ENOUGH => Basis::SimilarTasks,
        _ => Basis::AllTasks,
    };
    if basis == Basis::SimilarTasks {
        timed.truncate(similar);
    }
    let mut times: Vec<f64> = timed.iter().map(|(_, hours, _)| *hours).collect();
    times.sort_by(f64::total_cmp);
    Estimate {
        basis,
        based_on: timed.iter().map(|(_, _, id)| *id).collect(),
        typical_hours: quantile(&times, 0.5),
        low_hours: quantile(&times, 0.25),
        high_hours: quantile(&times, 0.75),
    }
}

/// Shared tags count twice, shared words of the title once.
fn likeness(task: &TaskView, other: &TaskView) -> usize {
    let tags = task
        .tags
        .iter()
        .filter(|tag| other.tags.contains(tag))
        .count();
    let words = words(&task.title);
    let shared = self::words(&other.title).intersection(&words).count();
    2 * tags + shared
}

/// The words of a title that can tell tasks apart.
fn words(title: &str) -> HashSet<String> {
    title
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
        .map(str::to_owned)
        .collect()
}

fn hours(task: &TaskView) -> Option<f64> {
    let took = task.completed_at?.signed_duration_since(task.created_at);
    (took.num_seconds() >= 0).then(|| took.num_seconds() as f64 / 3600.0)
}

/// The value below which this share of the sorted times lies, between neighbours in proportion; rounded to a tenth.
fn quantile(times: &[f64], share: f64) -> Option<f64> {
    let last = times.len().checked_sub(1)?;
    let place = share * last as f64;
    let below = times[place.floor() as usize];
    let above = times[place.ceil() as usize];
    let value = below + (above - below) * place.fract();
    Some((value * 10.0).round() / 10.0)
}

#[cfg(test)]
pub(crate) mod tests {
    use chrono::{TimeDelta, Utc};

    use super::*;
    use crate::team::workspace::{TaskPriority, TaskStatus};

    pub(crate) fn task(id: i64, title: &str, tags: &[&str], hours: Option<i64>) -> TaskView {
        let created_at = "2026-11-01T09:00:00Z"
            .parse::<chrono::DateTime<Utc>>()
            .unwrap();
        TaskView {
            id,
            title: title.to_owned(),
            description: None,
            status: if hours.is_some() {
                TaskStatus::Completed
            } else {
                TaskStatus::Pending
            },
            priority: TaskPriority::Normal,
            deadline: None,
            tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
            assignee: None,
            parent_id: None,
            depends_on: Vec::new(),
            created_at,
            completed_at: hours.map(|hours| created_at + TimeDelta::hours(hours)),
        }
    }

    fn check(
        finished: &[TaskView],
        basis: Basis,
        based_on: &[i64],
        hours: Option<(f64, f64, f64)>,
    ) {
        let found = estimate(
            &task(1, "Write the quarterly report", &["work"], None),
            finished,
        );
        let expected = Estimate {
            basis,
            based_on: based_on.to_vec(),
            low_hours: hours.map(|hours| hours.0),
            typical_hours: hours.map(|hours| hours.1),
            high_hours: hours.map(|hours| hours.2),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn nothing_finished_is_no_estimate() {
        check(&[], Basis::Nothing, &[], None);
        check(
            &[task(1, "Write the quarterly report", &["work"], Some(3))],
            Basis::Nothing,
            &[],
            None,
        );
    }

    #[test]
    fn few_similar_tasks_fall_back_to_all() {
        let finished = [
            task(2, "Buy milk", &[], Some(2)),
            task(3, "Annual report", &[], Some(10)),
        ];
        check(&finished, Basis::AllTasks, &[3, 2], Some((4.0, 6.0, 8.0)));
    }

    #[test]
    fn enough_similar_tasks_stand_alone() {
        let finished = [
            task(2, "Buy milk", &[], Some(500)),
            task(3, "Annual report", &[], Some(10)),
            task(4, "Call Ann", &["work"], Some(20)),
            task(5, "Weekly report", &["work"], Some(30)),
        ];
        check(
            &finished,
            Basis::SimilarTasks,
            &[5, 4, 3],
            Some((15.0, 20.0, 25.0)),
        );
    }
}
