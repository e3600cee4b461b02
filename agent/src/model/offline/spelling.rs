//! Mends misspelt keywords. A word that is known, or that is good English near a keyword, stays as it is.

use std::{collections::HashSet, sync::LazyLock};

use super::lexicon;

/// Words of everyday titles and requests that are a letter or two away from a keyword.
const GOOD_ENGLISH: &str = include_str!("spelling/english.txt");

static KNOWN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    lexicon::vocabulary()
        .chain(GOOD_ENGLISH.split_whitespace())
        .collect()
});

/// Keywords long enough to be mended to, in alphabetical order so that ties fall alike every time.
static TARGETS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut targets: Vec<_> = lexicon::keywords().filter(|word| word.len() >= 4).collect();
    targets.sort_unstable();
    targets.dedup();
    targets
});

/// The keyword that a word is most likely meant to be, else the word itself.
pub(crate) fn mend(word: &str) -> String {
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase()) || KNOWN.contains(word) {
        return word.to_owned();
    }
    if is_derived(word) {
        return word.to_owned();
    }
    TARGETS
        .iter()
        .filter(|target| target.as_bytes()[0] == word.as_bytes()[0])
        .filter_map(|target| {
            let (allowed, longer) = allowance(word, target);
            // Two letters too many or too few are rather another word: `marketing` is no `marking`.
            if target.len().abs_diff(word.len()) > longer {
                return None;
            }
            let distance = distance(word, target);
            (distance <= allowed
                && (word.len() > 4 || is_swap(word, target) || lacks_a_vowel(word, target)))
            .then_some((distance, target))
        })
        .min_by_key(|(distance, target)| (*distance, target.len().abs_diff(word.len())))
        .map_or_else(|| word.to_owned(), |(_, target)| (*target).to_owned())
}

/// How many mistakes are mended, and by how many letters the lengths may differ. The names of days and months, which
/// nothing else is like, are mended further.
fn allowance(word: &str, target: &str) -> (usize, usize) {
    let long = word.len() > 7;
    if word.len() > 6 && lexicon::is_date_word(target) {
        (2, 2)
    } else {
        (if long { 2 } else { 1 }, 1)
    }
}

/// Whether the word is rather another one made of the same stem: *deletion*, *location*, *planner*.
fn is_derived(word: &str) -> bool {
    const SUFFIXES: &[&str] = &[
        "ion", "ions", "er", "ers", "or", "ors", "able", "ive", "al", "ness",
    ];
    SUFFIXES.iter().any(|suffix| {
        word.strip_suffix(suffix).is_some_and(|stem| {
            stem.len() > 3
                && ["", "e", "ing", "ed", "s"]
                    .iter()
                    .any(|ending| KNOWN.contains(format!("{stem}{ending}").as_str()))
        })
    })
}

/// Short words are mended also where one vowel was left out: `brek`.
fn lacks_a_vowel(word: &str, target: &str) -> bool {
    // `wats` is rather another short word than an inflected one.
    target.len() == word.len() + 1
        && !target.ends_with('s')
        && target.char_indices().any(|(at, letter)| {
            "aeiou".contains(letter) && word == [&target[..at], &target[at + 1..]].concat()
        })
}

/// Short words are mended where two letters changed places: `taks`.
fn is_swap(word: &str, target: &str) -> bool {
    let mut letters: Vec<u8> = word.bytes().collect();
    let mut others: Vec<u8> = target.bytes().collect();
    letters.sort_unstable();
    others.sort_unstable();
    letters == others
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_keywords_are_mended() {
        for (wrong, right) in [
            ("dedline", "deadline"),
            ("deadlien", "deadline"),
            ("tommorow", "tomorrow"),
            ("tomorow", "tomorrow"),
            ("brek", "break"),
            ("wensday", "wednesday"),
            ("wendesday", "wednesday"),
            ("frday", "friday"),
            ("assgin", "assign"),
            ("meting", "meeting"),
            ("remnid", "remind"),
            ("estimat", "estimate"),
            ("taks", "task"),
            ("delte", "delete"),
            ("schedual", "schedule"),
            ("shedule", "schedule"),
            ("priorty", "priority"),
            ("subtsaks", "subtasks"),
            ("blokcers", "blockers"),
        ] {
            assert_eq!(mend(wrong), right, "{wrong}");
        }
    }

    #[test]
    fn good_words_stay() {
        for word in [
            "milk",
            "shore",
            "money",
            "plane",
            "kubernetes",
            "meat",
            "bob",
            "report",
            "invoice",
            "tax",
            "launch",
            "marketing",
            "location",
            "deletion",
            "login",
        ] {
            assert_eq!(mend(word), word);
        }
    }

    #[test]
    fn distance_counts_swaps_as_one() {
        assert_eq!(distance("taks", "task"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }
}
