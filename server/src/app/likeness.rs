//! Finding a task by what somebody calls it: "the announcement thing", with typos and words left out.
//!
//! A task's score is the share of the sought words that its text has, each word by how well it is matched: exactly, as
//! the beginning of another, or by common pairs of letters; words of the title count more than those of the
//! description. Computed here and not in the database, so that every store answers alike.

use std::collections::HashSet;

use crate::store::records::TaskTitle;

/// Below this, nothing is like: half of the words in the title, matched well.
const THRESHOLD: f32 = 0.45;

/// Where one is found that fits well, those that fit worse by this factor aren't meant.
const NEAR_THE_BEST: f32 = 0.6;

/// What a word of the description counts beside one of the title.
const DESCRIPTION_WEIGHT: f32 = 0.6;

/// Below this, two words have nothing to do with each other.
const WORD_THRESHOLD: f32 = 0.5;

/// Words that say nothing about which task is meant.
const EMPTY_WORDS: &[&str] = &[
    "a", "about", "an", "and", "at", "do", "for", "in", "is", "it", "my", "of", "on", "one", "or",
    "our", "please", "task", "tasks", "that", "the", "thing", "this", "to", "todo", "with",
];

/// The numbers of the tasks that are like the text, best first; among equals the one that comes first.
pub(super) fn best(text: &str, tasks: &[TaskTitle], limit: usize) -> Vec<i64> {
    let text = text.to_lowercase();
    let sought: Vec<Word<'_>> = words(&text)
        .filter(|word| !EMPTY_WORDS.contains(word))
        .map(Word::new)
        .collect();
    if sought.is_empty() {
        return called(text.trim(), tasks, limit);
    }
    let mut scored: Vec<(f32, i64)> = tasks
        .iter()
        .filter_map(|task| {
            let score = score(&text, &sought, task);
            (score >= THRESHOLD).then_some((score, task.id))
        })
        .collect();
    // Stable: among equals the order of the tasks stays.
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let least = scored.first().map_or(0.0, |(best, _)| best * NEAR_THE_BEST);
    scored.retain(|(score, _)| *score >= least);
    scored.truncate(limit);
    scored.into_iter().map(|(_, id)| id).collect()
}

/// The tasks that are called exactly that: all that words which say nothing can mean.
fn called(text: &str, tasks: &[TaskTitle], limit: usize) -> Vec<i64> {
    tasks
        .iter()
        .filter(|task| !text.is_empty() && task.title.trim().to_lowercase() == text)
        .map(|task| task.id)
        .take(limit)
        .collect()
}

fn score(text: &str, sought: &[Word<'_>], task: &TaskTitle) -> f32 {
    let title_end = task.title.to_lowercase().len().min(task.folded.len());
    let (title, description) = task
        .folded
        .split_at_checked(title_end)
        .unwrap_or((&task.folded, ""));
    let title_words: Vec<Word<'_>> = words(title).map(Word::new).collect();
    let description_words: Vec<Word<'_>> = words(description).map(Word::new).collect();
    let matched: f32 = sought
        .iter()
        .map(|word| {
            let in_title = word.best_match(&title_words);
            let in_description = DESCRIPTION_WEIGHT * word.best_match(&description_words);
            in_title.max(in_description)
        })
        .sum();
    // As there are few words, the conversion loses nothing.
    let share = matched / sought.len() as f32;
    let whole = if title.trim() == text.trim() {
        0.2
    } else if title.contains(text.trim()) {
        0.1
    } else {
        0.0
    };
    // Of two titles that have all words, the shorter one is meant.
    let extra = title_words.len().saturating_sub(sought.len()) as f32;
    share + whole - 0.005 * extra.min(10.0)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// A word and its pairs of neighbouring letters, one of them the word's own beginning.
struct Word<'t> {
    text: &'t str,
    pairs: HashSet<(char, char)>,
}

impl<'t> Word<'t> {
    fn new(text: &'t str) -> Self {
        let before = std::iter::once(' ').chain(text.chars());
        let pairs = before.zip(text.chars()).collect();
        Self { text, pairs }
    }

    fn best_match(&self, others: &[Self]) -> f32 {
        others
            .iter()
            .map(|other| self.likeness(other))
            .fold(0.0, f32::max)
    }

    /// From 0, nothing in common, to 1, the same.
    fn likeness(&self, other: &Self) -> f32 {
        if self.text == other.text {
            return 1.0;
        }
        let (short, long) = if self.text.len() < other.text.len() {
            (self.text, other.text)
        } else {
            (other.text, self.text)
        };
        if short.chars().count() >= 3 && long.starts_with(short) {
            return 0.9;
        }
        let common = self.pairs.intersection(&other.pairs).count() as f32;
        let likeness = 2.0 * common / (self.pairs.len() + other.pairs.len()) as f32;
        if likeness < WORD_THRESHOLD {
            0.0
        } else {
            likeness
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tasks() -> Vec<TaskTitle> {
        [
            (1, "Launch the website", ""),
            (2, "Agree on the launch date", "with marketing"),
            (
                3,
                "Write the launch announcement",
                "Half a page for the blog, a paragraph for the newsletter.",
            ),
            (4, "Buy milk", ""),
            (5, "Call the plumber", "the kitchen tap drips"),
            (6, "Steuererklärung für 2025 abgeben", ""),
        ]
        .into_iter()
        .map(|(id, title, description)| TaskTitle {
            id,
            title: title.to_owned(),
            folded: format!("{title}\n{description}").to_lowercase(),
        })
        .collect()
    }

    fn check(text: &str, expected: &[i64]) {
        assert_eq!(best(text, &tasks(), 3), expected, "{text}");
    }

    #[test]
    fn the_best_match_comes_first() {
        check("Write the launch announcement", &[3]);
        check("the announcement", &[3]);
        check("launch", &[1, 3, 2]);
        check("launch announcement", &[3]);
        check("buy milk", &[4]);
    }

    #[test]
    fn typos_and_other_endings_are_understood() {
        check("anouncement", &[3]);
        check("lauch announcment", &[3]);
        check("calling the plumbers", &[5]);
        check("STEUERERKLÄRUNG", &[6]);
        check("steuererklarung", &[6]);
    }

    #[test]
    fn the_description_helps() {
        check("newsletter", &[3]);
        check("kitchen tap", &[5]);
    }

    #[test]
    fn what_is_like_nothing_finds_nothing() {
        check("quarterly taxes", &[]);
        check("", &[]);
        check("?!", &[]);
        check("the task", &[]);
    }

    #[test]
    fn words_that_say_nothing_can_be_a_title() {
        let tasks = [TaskTitle {
            id: 7,
            title: "To do".to_owned(),
            folded: "to do".to_owned(),
        }];
        assert_eq!(best("to DO", &tasks, 3), [7]);
        assert!(best("to", &tasks, 3).is_empty());
    }
}
