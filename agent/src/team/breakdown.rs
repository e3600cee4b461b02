//! Subtasks out of a task's own text, where nobody named better ones.

use super::workspace::TaskView;

/// Subtasks created at once, at most.
pub const MOST: usize = 20;

/// Characters of a title, at most: the contract's bound.
const TITLE: usize = 200;

/// Where the titles come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// They were given.
    Given,
    /// They are the items of a list in the description.
    Description,
    /// The text names none: they are the steps of any work.
    General,
}

/// The titles of subtasks: those given, else the items of a list in the description, else general steps.
pub fn titles(task: &TaskView, given: Vec<String>) -> (Vec<String>, Source) {
    let given = clean(given);
    if !given.is_empty() {
        return (given, Source::Given);
    }
    let listed = clean(listed(task.description.as_deref().unwrap_or_default()));
    if listed.len() >= 2 {
        return (listed, Source::Description);
    }
    let general = ["Plan", "Do", "Check"].map(|step| format!("{step}: {}", task.title));
    (clean(general.to_vec()), Source::General)
}

/// Items of lines that begin with `-`, `*`, `•`, `1.`, `2)` or `[ ]`.
fn listed(description: &str) -> Vec<String> {
    description
        .lines()
        .filter_map(|line| {
            let line = line.trim();
            let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let numbered = (digits.len() < line.len())
                .then(|| digits.strip_prefix(['.', ')']))
                .flatten();
            let item = numbered.or_else(|| line.strip_prefix(['-', '*', '•']))?;
            let item = item.trim();
            let item = item
                .strip_prefix("[ ]")
                .or_else(|| item.strip_prefix("[x]"))
                .unwrap_or(item);
            Some(item.trim().trim_end_matches([',', ';', '.']).to_owned())
        })
        .take(MOST)
        .collect()
}

/// Without blanks, repetitions and what is too long for a title.
fn clean(titles: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for title in titles {
        let title: String = title.trim().chars().take(TITLE).collect();
        if !title.is_empty() && !kept.contains(&title) {
            kept.push(title);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::estimate::tests::task;

    fn check(description: &str, given: &[&str], expected: &[&str], source: Source) {
        let mut subject = task(1, "Launch", &[], None);
        subject.description = Some(description.to_owned());
        let given = given.iter().map(|&title| title.to_owned()).collect();
        let expected: Vec<String> = expected.iter().map(|&title| title.to_owned()).collect();
        assert_eq!(titles(&subject, given), (expected, source));
    }

    #[test]
    fn what_is_given_comes_first() {
        check(
            "- a\n- b",
            &["Build", " Build ", "", "Test"],
            &["Build", "Test"],
            Source::Given,
        );
    }

    #[test]
    fn a_list_in_the_description_comes_next() {
        check(
            "Do this:\n- [ ] Build it;\n2) Test it\n* Ship it.",
            &[],
            &["Build it", "Test it", "Ship it"],
            Source::Description,
        );
    }

    #[test]
    fn without_either_the_steps_are_general() {
        check(
            "- only one",
            &[],
            &["Plan: Launch", "Do: Launch", "Check: Launch"],
            Source::General,
        );
        check(
            "",
            &[],
            &["Plan: Launch", "Do: Launch", "Check: Launch"],
            Source::General,
        );
    }
}
