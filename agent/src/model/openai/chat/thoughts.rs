//! Leaves out what a model thinks aloud: many open models begin with `<think>…</think>`, and not every server takes it out.

const BEGIN: &str = "<think>";
const END: &str = "</think>";

/// Where the text is.
#[derive(Debug)]
pub(super) enum Thoughts {
    /// At its beginning: it may still turn out to be a thought.
    Undecided(String),
    /// In a thought, of which only as much is kept as may be the beginning of its end.
    Thinking(String),
    /// After a thought: blanks are left out.
    Thought,
    /// In the answer.
    Answering,
}

/// The text ended in the middle of a thought.
#[derive(Debug, PartialEq)]
pub(super) struct Unfinished;

impl Default for Thoughts {
    fn default() -> Self {
        Self::Undecided(String::new())
    }
}

impl Thoughts {
    /// What of this piece, and of those held back, belongs to the answer.
    pub(super) fn take_out(&mut self, piece: String) -> String {
        match self {
            Self::Answering => piece,
            Self::Undecided(held) => {
                held.push_str(&piece);
                let said = held.trim_start();
                if let Some(thought) = said.strip_prefix(BEGIN) {
                    let thought = thought.to_owned();
                    *self = Self::Thinking(String::new());
                    return self.take_out(thought);
                }
                if BEGIN.starts_with(said) {
                    return String::new();
                }
                let said = std::mem::take(held);
                *self = Self::Answering;
                said
            }
            Self::Thinking(held) => {
                held.push_str(&piece);
                if let Some((_, rest)) = held.split_once(END) {
                    let rest = rest.to_owned();
                    *self = Self::Thought;
                    return self.take_out(rest);
                }
                let end = held.rfind('<').filter(|at| END.starts_with(&held[*at..]));
                held.drain(..end.unwrap_or(held.len()));
                String::new()
            }
            Self::Thought => {
                let said = piece.trim_start();
                if said.is_empty() {
                    return String::new();
                }
                let said = said.to_owned();
                *self = Self::Answering;
                said
            }
        }
    }

    /// The end of the text: what was held back.
    pub(super) fn end(self) -> Result<String, Unfinished> {
        match self {
            Self::Undecided(held) => Ok(held),
            Self::Thinking(_) => Err(Unfinished),
            Self::Thought | Self::Answering => Ok(String::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Thoughts, Unfinished};

    fn said(pieces: &[&str]) -> Result<String, Unfinished> {
        let mut thoughts = Thoughts::default();
        let mut said = String::new();
        for piece in pieces {
            said += &thoughts.take_out((*piece).to_owned());
        }
        thoughts.end().map(|rest| said + &rest)
    }

    #[test]
    fn thoughts_are_left_out_however_they_are_split() {
        let check = |text: &str, expected: Result<&str, Unfinished>| {
            let letters: Vec<String> = text.chars().map(String::from).collect();
            let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
            let expected = expected.map(str::to_owned);
            assert_eq!(said(&[text]), expected, "{text}");
            assert_eq!(said(&letters), expected, "{text}, letter by letter");
        };
        check("Hello", Ok("Hello"));
        check("", Ok(""));
        check("<thin", Ok("<thin"));
        check(" <b> is bold", Ok(" <b> is bold"));
        check("<think>größer < kleiner </thin</think>\n\nYes.", Ok("Yes."));
        check(
            "\n<think></think>Yes. <think>no</think>",
            Ok("Yes. <think>no</think>"),
        );
        check("<think>and then", Err(Unfinished));
    }
}
