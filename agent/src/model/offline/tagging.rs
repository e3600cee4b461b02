//! From a clause's words to the set of its concepts.
//!
//! Longest phrase first, from the left; words that another grammar has claimed (dates, addresses, payloads) are skipped.

use std::ops::Range;

use super::{
    lexicon::{self, Concepts},
    tokens::{Shape, Token},
};

/// A phrase of the lexicon found in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) tokens: Range<usize>,
    pub(crate) concepts: Concepts,
}

/// The phrases in a range of the tokens, claimed ones left out.
pub(crate) fn phrases(tokens: &[Token], range: Range<usize>, claimed: &[bool]) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match longest(tokens, at, range.end, claimed) {
            Some(phrase) => {
                at = phrase.tokens.end;
                found.push(phrase);
            }
            None => at += 1,
        }
    }
    found
}

fn longest(tokens: &[Token], at: usize, end: usize, claimed: &[bool]) -> Option<Phrase> {
    let usable = (at..end.min(at + lexicon::LONGEST))
        .take_while(|&index| !claimed[index] && tokens[index].shape == Shape::Word)
        .count();
    (1..=usable).rev().find_map(|length| {
        // `to do` is a noun after an article: "my to do", but not in "what to do".
        let noun = at > 0
            && tokens[at - 1].is_one_of(&[
                "a", "an", "my", "the", "new", "this", "that", "another", "our",
            ]);
        if length == 2 && tokens[at].is("to") && tokens[at + 1].is("do") && !noun {
            return None;
        }
        let words: Vec<_> = tokens[at..at + length]
            .iter()
            .map(|token| token.text.as_str())
            .collect();
        lexicon::concepts_of(&words.join(" ")).map(|concepts| Phrase {
            tokens: at..at + length,
            concepts,
        })
    })
}
