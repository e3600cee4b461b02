//! Finds a task by words like its title.

use serde_json::{Value, json};

use super::Stop;
use crate::model::offline::{memory::Known, spelling, stage::Stage};

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Found {
    One(Known),
    Many(Vec<Known>),
    Nothing,
    /// The list could not be read; the text says why.
    Failed(String),
}

/// Looks for a task: first those that contain the words, then all, compared word by word.
pub(super) fn task(words: &str, stage: &mut Stage<'_>) -> Result<Found, Stop> {
    let text: String = words.chars().take(200).collect();
    let first = stage.call("list_tasks", json!({ "text": text, "limit": 50 }))?;
    if first.is_error {
        return Ok(Found::Failed(first.complaint()));
    }
    let direct = best(words, items(&first.value), 0.3);
    if direct != Found::Nothing {
        return Ok(direct);
    }
    let all = stage.call("list_tasks", json!({ "limit": 100 }))?;
    if all.is_error {
        return Ok(Found::Failed(all.complaint()));
    }
    Ok(best(words, items(&all.value), 0.45))
}

/// The tasks of a page.
pub(super) fn items(page: &Value) -> &[Value] {
    page.get("items")
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn best(words: &str, tasks: &[Value], least: f64) -> Found {
    let mut scored: Vec<(f64, Known)> = tasks
        .iter()
        .filter_map(|task| {
            let id = task.get("id").and_then(Value::as_i64)?;
            let title = task.get("title").and_then(Value::as_str)?;
            let open = task.get("status").and_then(Value::as_str) != Some("completed");
            // An open task is rather meant than a completed one.
            let score = likeness(words, title) - if open { 0.0 } else { 0.05 };
            Some((
                score,
                Known {
                    id,
                    title: Some(title.to_owned()),
                },
            ))
        })
        .filter(|(score, _)| *score >= least)
        .collect();
    // Subtasks bear the words of the task that they are part of: where both fit, that task is meant.
    let wholes: Vec<i64> = scored.iter().map(|(_, task)| task.id).collect();
    let whole = |id: i64| {
        let task = tasks
            .iter()
            .find(|task| task.get("id").and_then(Value::as_i64) == Some(id));
        task.and_then(|task| task.get("parent_id"))
            .and_then(Value::as_i64)
    };
    scored.retain(|(score, task)| {
        *score > 1.0 || whole(task.id).is_none_or(|parent| !wholes.contains(&parent))
    });
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.id.cmp(&b.1.id)));
    match scored.as_slice() {
        [] => Found::Nothing,
        [(_, only)] => Found::One(only.clone()),
        [(best, first), (second, _), ..] if best - second > 0.01 => Found::One(first.clone()),
        [(best, _), ..] => Found::Many(
            scored
                .iter()
                .take_while(|(score, _)| best - score <= 0.01)
                .take(5)
                .map(|(_, task)| task.clone())
                .collect(),
        ),
    }
}

/// How much of the words a title holds, from 0 to 1; above 1 where it is the same.
pub(super) fn likeness(words: &str, title: &str) -> f64 {
    let wanted = split(words);
    let there = split(title);
    if wanted.is_empty() || there.is_empty() {
        return 0.0;
    }
    if wanted == there {
        return 2.0;
    }
    let matched = wanted
        .iter()
        .filter(|word| there.iter().any(|other| alike(word, other)))
        .count();
    let share = matched as f64 / wanted.len() as f64;
    // Of two titles that hold all words, the shorter is nearer.
    if matched == 0 {
        0.0
    } else {
        share - 0.001 * there.len().min(50) as f64
    }
}

fn split(text: &str) -> Vec<String> {
    const SMALL: &[&str] = &[
        "the", "a", "an", "my", "to", "of", "for", "and", "task", "our", "with", "on", "in",
    ];
    let all: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let large: Vec<String> = all
        .iter()
        .filter(|word| !SMALL.contains(&word.as_str()))
        .cloned()
        .collect();
    if large.is_empty() { all } else { large }
}

fn alike(a: &str, b: &str) -> bool {
    let shorter = a.chars().count().min(b.chars().count());
    a == b
        || (shorter >= 4 && (a.starts_with(b) || b.starts_with(a)))
        || (shorter >= 4 && spelling::distance(a, b) <= 1)
        || (shorter >= 8 && spelling::distance(a, b) <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_compared_by_words() {
        assert!(likeness("milk", "Buy milk") > 0.9);
        assert!(likeness("the mlik", "Buy milk") > 0.9);
        assert!(likeness("buying milk", "Buy milk") >= 0.4);
        assert!(likeness("bread", "Buy milk") < 0.1);
        assert!(likeness("Buy milk", "buy milk!") > 1.5);
        assert!(likeness("report", "Quarterly reports") > 0.9);
    }

    #[test]
    fn ties_are_not_broken() {
        let tasks = [
            json!({"id": 1, "title": "Buy milk", "status": "pending"}),
            json!({"id": 2, "title": "Sell milk", "status": "pending"}),
            json!({"id": 3, "title": "Churn milk", "status": "completed"}),
        ];
        let Found::Many(found) = best("milk", &tasks, 0.5) else {
            panic!()
        };
        assert_eq!(found.iter().map(|task| task.id).collect::<Vec<_>>(), [1, 2]);
        assert!(matches!(best("sell milk", &tasks, 0.5), Found::One(task) if task.id == 2));
        assert_eq!(best("eggs", &tasks, 0.5), Found::Nothing);
    }
}
