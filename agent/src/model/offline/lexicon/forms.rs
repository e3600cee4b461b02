//! The other forms of a word: plurals and conjugations, regular ones and those that requests need.

/// How the other forms of an entry are made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The first word is a verb: `share` also as shares, shared, sharing.
    Verb,
    /// The last word is a noun: `subtask` also as subtasks.
    Noun,
    /// As it stands.
    Fixed,
}

use Kind::{Fixed, Noun, Verb};

/// An entry and its other forms.
pub(super) fn forms(entry: &str, kind: Kind) -> Vec<String> {
    match kind {
        Fixed => vec![entry.to_owned()],
        Noun => vec![entry.to_owned(), plural(entry)],
        Verb => {
            let (verb, rest) = entry
                .split_once(' ')
                .map_or((entry, String::new()), |(verb, rest)| {
                    (verb, format!(" {rest}"))
                });
            conjugate(verb)
                .into_iter()
                .map(|form| format!("{form}{rest}"))
                .collect()
        }
    }
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with("ch") || noun.ends_with("sh") || noun.ends_with('s') => {
            format!("{noun}es")
        }
        _ => format!("{noun}s"),
    }
}

/// The regular forms of a verb. Only right ones: words are mended to what is known.
fn conjugate(verb: &str) -> Vec<String> {
    let irregular: &[&str] = match verb {
        "give" => &["gave", "given"],
        "find" => &["found"],
        "take" => &["took", "taken"],
        "throw" => &["threw", "thrown"],
        "do" => &["does", "did"],
        "make" => &["made"],
        "break" => &["broken", "broke"],
        "meet" => &["met"],
        "send" => &["sent"],
        "have" => &["has", "had"],
        _ => &[],
    };
    let mut forms: Vec<String> = vec![verb.to_owned()];
    forms.extend(irregular.iter().map(|&form| form.to_owned()));
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let doubled = doubles(verb);
    forms.push(format!("{verb}s"));
    if verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with('s') {
        forms.push(format!("{verb}es"));
    }
    if let Some(base) = verb.strip_suffix('y') {
        forms.extend([format!("{base}ies"), format!("{base}ied")]);
    }
    let base = doubled.as_deref().unwrap_or(stem);
    forms.extend([format!("{base}ed"), format!("{base}ing")]);
    forms
}

/// `plan` as in *planned*: one syllable that ends with a consonant after a single vowel doubles that consonant.
fn doubles(verb: &str) -> Option<String> {
    let vowel = |letter: &u8| b"aeiou".contains(letter);
    let [.., before, middle, last] = verb.as_bytes() else {
        return None;
    };
    let one_syllable = verb.bytes().filter(vowel).count() == 1;
    (one_syllable && !vowel(before) && vowel(middle) && b"bdgmnpt".contains(last))
        .then(|| format!("{verb}{}", char::from(*last)))
}
