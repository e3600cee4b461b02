//! Whether a statement tells of something that was done: `bought the milk`, `the login page is fixed`.

use std::ops::Range;

use super::{entities::Message, tokens::Shape};

/// Past forms that don't end in *-ed*.
const IRREGULAR: &str = "\
    bought|sent|paid|wrote|written|did|done|made|built|sold|told|took|taken|brought|got|gave|given|\
    read|put|found|met|held|kept|left|began|spoke|spoken|drew|drawn|drove|driven|ate|eaten|flew|\
    grew|grown|hung|ran|rang|sang|shut|cut|swept|taught|threw|thrown|won|wore|hit|dealt|set up|\
    rebuilt|rewrote|rewritten|resent|redid|redone|fed|lit|bound|dug|fixed|shot|spent|tidied|dried";

/// Words that end like a past form and tell of no deed.
const NO_DEEDS: &str = "\
    need|blocked|supposed|interested|tired|excited|overwhelmed|confused|worried|related|based|\
    stressed|annoyed|assigned|shared|tagged|scheduled|planned|named|titled|started|concerned|\
    wanted|needed|expected|asked|talked|hundred|red|bed|feed|speed|seed|weed|indeed|used|liked|\
    loved|hoped|wondered|decided|tried|missed|delayed|promised|agreed|bored|lost|closed";

/// Whether the words tell of a deed that is done, by the user or as a state of its object.
pub(super) fn tells_of_a_deed(message: &Message, range: Range<usize>) -> bool {
    let tokens = &message.tokens[range];
    let past = |word: &str| {
        let on = |list: &str| list.split('|').any(|known| known == word);
        on(IRREGULAR) || word.len() > 4 && word.ends_with("ed") && !on(NO_DEEDS)
    };
    let mut words = tokens
        .iter()
        .filter(|token| matches!(token.shape, Shape::Word | Shape::Quoted))
        .map(|token| token.text.as_str())
        .peekable();
    while words
        .next_if(|word| {
            [
                "i",
                "we",
                "have",
                "just",
                "already",
                "finally",
                "also",
                "now",
                "yesterday",
                "had",
                "ok",
                "yay",
                "phew",
                "hooray",
            ]
            .contains(word)
        })
        .is_some()
    {}
    let Some(first) = words.next() else {
        return false;
    };
    let rest: Vec<&str> = words.collect();
    if past(first) {
        return !rest.is_empty();
    }
    // `the login page is fixed`, `the invoice has been sent`
    let state = rest
        .iter()
        .position(|word| ["is", "are", "was", "were", "been", "got", "has", "have"].contains(word));
    state.is_some_and(|at| {
        rest[at + 1..]
            .iter()
            .take(4)
            .find(|word| {
                !["been", "now", "already", "finally", "all", "just", "being"].contains(word)
            })
            .is_some_and(|word| past(word))
            && !rest[at..].contains(&"being")
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn check(text: &str, expected: bool) {
        let now = NaiveDate::from_ymd_opt(2026, 11, 18)
            .unwrap()
            .and_hms_opt(10, 20, 0)
            .unwrap();
        let message = Message::read(text, now);
        let found = tells_of_a_deed(&message, 0..message.tokens.len());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn deeds_are_told_in_the_past() {
        check("bought the milk", true);
        check("I've called the dentist", true);
        check("the login page is fixed", true);
        check("the invoice has been sent", true);
        check("just mailed the contract", true);
    }

    #[test]
    fn wishes_and_states_are_no_deeds() {
        check("buy the milk", false);
        check("the report is blocked", false);
        check("I am worried about this", false);
        check("the page is being fixed", false);
        check("sent", false);
    }
}
