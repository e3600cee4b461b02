//! Numbers in digits and in words, as far as dates and durations need them.

use super::tokens::{Shape, Token};

const SMALL: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

const ORDINALS: &[&str] = &[
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// A count at the head of the tokens, in halves: `2`, `two`, `a`, `half a`, `a couple of`, `one and a half`; and how
/// many tokens it takes.
pub(crate) fn count(tokens: &[Token]) -> Option<(f64, usize)> {
    let head = tokens.first()?;
    let after = |index: usize, words: &[&str]| {
        words
            .iter()
            .enumerate()
            .all(|(offset, word)| tokens.get(index + offset).is_some_and(|t| t.is(word)))
    };
    if head.is("half") {
        return Some((
            0.5,
            if after(1, &["a"]) || after(1, &["an"]) {
                2
            } else {
                1
            },
        ));
    }
    if head.is("another") {
        return Some((1.0, 1));
    }
    if head.is_one_of(&["a", "an"]) {
        if after(1, &["couple"]) {
            return Some((2.0, if after(2, &["of"]) { 3 } else { 2 }));
        }
        if after(1, &["few"]) {
            return Some((3.0, 2));
        }
        if after(1, &["half"]) {
            return Some((0.5, 2));
        }
        return Some((1.0, 1));
    }
    if head.is("couple") {
        return Some((2.0, if after(1, &["of"]) { 2 } else { 1 }));
    }
    let (whole, length) = cardinal(tokens)?;
    if after(length, &["and", "a", "half"]) {
        return Some((whole + 0.5, length + 3));
    }
    Some((whole, length))
}

/// A plain number: `3`, `1.5`, `three`, `twenty five`.
pub(crate) fn cardinal(tokens: &[Token]) -> Option<(f64, usize)> {
    let head = tokens.first()?;
    if head.shape == Shape::Number {
        let value: f64 = head.text.replace(',', ".").parse().ok()?;
        return (value.is_finite() && value < 100_000.0).then_some((value, 1));
    }
    if head.shape != Shape::Word {
        return None;
    }
    let small = |text: &str| SMALL.iter().position(|word| *word == text);
    if let Some(value) = small(&head.text) {
        if value == 20
            && let Some(units) = tokens
                .get(1)
                .and_then(|t| small(&t.text))
                .filter(|u| (1..10).contains(u))
        {
            return Some(((20 + units) as f64, 2));
        }
        return Some((value as f64, 1));
    }
    let tens = match head.text.as_str() {
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "ninety" => 90,
        _ => return None,
    };
    match tokens
        .get(1)
        .and_then(|t| small(&t.text))
        .filter(|u| (1..10).contains(u))
    {
        Some(units) => Some(((tens + units) as f64, 2)),
        None => Some((f64::from(tens as u32), 1)),
    }
}

/// A day of a month: `3rd`, `third`, `21st`, `twenty first`, and with `bare` also `3`.
pub(crate) fn ordinal(tokens: &[Token], bare: bool) -> Option<(u32, usize)> {
    let head = tokens.first()?;
    let day = |number: u32, length: usize| (1..=31).contains(&number).then_some((number, length));
    if head.shape == Shape::Number {
        let digits = head
            .text
            .trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let number = digits.parse().ok()?;
        return (bare || digits.len() < head.text.len())
            .then(|| day(number, 1))
            .flatten();
    }
    if head.shape != Shape::Word {
        return None;
    }
    let place = |text: &str| ORDINALS.iter().position(|word| *word == text);
    if let Some(number) = place(&head.text) {
        return day(u32::try_from(number).ok()?, 1);
    }
    let tens = match head.text.as_str() {
        "twenty" => 20,
        "thirty" => 30,
        "thirtieth" => return day(30, 1),
        _ => return None,
    };
    let units = tokens
        .get(1)
        .and_then(|t| place(&t.text))
        .filter(|u| (1..10).contains(u))?;
    day(tens + u32::try_from(units).ok()?, 2)
}
