//! Words out of a user's message, each with its place in it, so that titles can be cut from the original text.
//!
//! Knows the shapes of tokens (numbers, addresses, quotes), not their meaning.

use std::ops::Range;

use super::{lexicon, spelling};

/// What shape a token has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Letters, in lower case, contractions undone and misspelt keywords mended.
    Word,
    /// Begins with a digit: `3`, `1.5`, `9:30`, `2026-12-01`, `3rd`, `12/5`.
    Number,
    /// `#3` or `#home`, without the `#`.
    Hash,
    /// An email address, in lower case.
    Email,
    /// What stood between quotation marks, as it was written.
    Quoted,
    /// One punctuation mark.
    Mark,
}

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// The normal form; see [`Shape`].
    pub(crate) text: String,
    /// The shape.
    pub(crate) shape: Shape,
    /// Where it stands in the message, in bytes.
    pub(crate) span: Range<usize>,
}

impl Token {
    /// Whether it is this word.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.shape == Shape::Word && self.text == word
    }

    /// Whether it is one of these words.
    pub(crate) fn is_one_of(&self, words: &[&str]) -> bool {
        self.shape == Shape::Word && words.contains(&self.text.as_str())
    }

    /// Whether it is this mark.
    pub(crate) fn is_mark(&self, mark: &str) -> bool {
        self.shape == Shape::Mark && self.text == mark
    }

    /// Whether it is a plain whole number.
    pub(crate) fn integer(&self) -> Option<i64> {
        matches!(self.shape, Shape::Number | Shape::Hash)
            .then(|| self.text.parse().ok())
            .flatten()
    }
}

/// Marks that stand alone; each ends a word.
const MARKS: &str = ",.;:!?()[]{}\"“”„«»…|*_~`<>=&";

/// Splits a message into tokens.
pub(crate) fn tokenize(message: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = message[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
        } else if let Some((inner, end)) = quoted(message, at) {
            tokens.push(Token {
                text: message[inner].trim().to_owned(),
                shape: Shape::Quoted,
                span: at..end,
            });
            at = end;
        } else {
            let end = chunk_end(message, at);
            chunk(message, at..end, &mut tokens);
            at = end;
        }
    }
    undo_short_is(tokens)
}

/// `the report's done` is *the report is done*; `the report's title` stays.
fn undo_short_is(tokens: Vec<Token>) -> Vec<Token> {
    let mut whole: Vec<Token> = Vec::with_capacity(tokens.len() + 1);
    for token in tokens {
        let predicate = lexicon::is_predicate(&token.text);
        if let Some(last) = whole.last_mut()
            && last.shape == Shape::Word
            && token.shape == Shape::Word
            && predicate
            && let Some(base) = last.text.strip_suffix("'s")
        {
            let end = last.span.end;
            let base = base.to_owned();
            last.span.end -= "'s".len();
            last.text = spelling::mend(&base);
            whole.push(Token {
                text: "is".to_owned(),
                shape: Shape::Word,
                span: end..end,
            });
        }
        whole.push(token);
    }
    whole
}

/// A quotation that begins here: what is inside, and where it ends.
fn quoted(message: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let open = message[at..].chars().next()?;
    let close = match open {
        '"' => '"',
        '“' | '„' => '”',
        '«' => '»',
        '`' => '`',
        '\'' | '‘' => '\'',
        _ => return None,
    };
    if open == '\'' && message[..at].ends_with(char::is_alphanumeric) {
        return None;
    }
    let start = at + open.len_utf8();
    let ends = |(offset, found): &(usize, char)| {
        let after = message[start + offset + found.len_utf8()..].chars().next();
        let same =
            *found == close || (close == '\'' && *found == '’') || (close == '”' && *found == '“');
        same && *offset > 0 && !after.is_some_and(char::is_alphanumeric)
    };
    let (offset, found) = message[start..].char_indices().find(ends)?;
    Some((start..start + offset, start + offset + found.len_utf8()))
}

fn chunk_end(message: &str, at: usize) -> usize {
    message[at..]
        .find(char::is_whitespace)
        .map_or(message.len(), |length| at + length)
}

/// Takes what stands between two spaces apart.
fn chunk(message: &str, span: Range<usize>, tokens: &mut Vec<Token>) {
    let text = &message[span.clone()];
    let is_mark = |c: char| MARKS.contains(c) || c == '\'';
    let inner = text.trim_matches(is_mark);
    if inner.is_empty() {
        for (offset, mark) in text.char_indices() {
            push_mark(mark, span.start + offset, tokens);
        }
        return;
    }
    let offset = inner.as_ptr() as usize - text.as_ptr() as usize;
    for (at, mark) in text[..offset].char_indices() {
        push_mark(mark, span.start + at, tokens);
    }
    let start = span.start + offset;
    body(inner, start, tokens);
    let end = offset + inner.len();
    for (at, mark) in text[end..].char_indices() {
        push_mark(mark, span.start + end + at, tokens);
    }
}

fn push_mark(mark: char, at: usize, tokens: &mut Vec<Token>) {
    tokens.push(Token {
        text: mark.to_string(),
        shape: Shape::Mark,
        span: at..at + mark.len_utf8(),
    });
}

/// A chunk without the marks around it.
fn body(text: &str, start: usize, tokens: &mut Vec<Token>) {
    let lower = text.to_lowercase().replace(['’', '‘'], "'");
    let span = start..start + text.len();
    let owner = lower.strip_suffix("'s").unwrap_or(&lower);
    if is_email(owner) {
        let lower = owner.to_owned();
        tokens.push(Token {
            text: lower,
            shape: Shape::Email,
            span,
        });
        return;
    }
    if let Some(tag) = lower.strip_prefix('#') {
        tokens.push(Token {
            text: tag.to_owned(),
            shape: Shape::Hash,
            span,
        });
        return;
    }
    if matches!(lower.as_str(), "a.m" | "p.m") {
        tokens.push(Token {
            text: lower.replace('.', ""),
            shape: Shape::Word,
            span,
        });
        return;
    }
    if let Some((_, words)) = CONTRACTIONS.iter().find(|(short, _)| *short == lower) {
        for (index, word) in words.split(' ').enumerate() {
            let span = if index == 0 {
                span.clone()
            } else {
                span.end..span.end
            };
            tokens.push(Token {
                text: word.to_owned(),
                shape: Shape::Word,
                span,
            });
        }
        return;
    }
    parts(text, start, tokens);
}

/// Splits at marks inside (`done.Thanks`), at hyphens between words, and between a number and its unit (`9am`, `2h`).
fn parts(text: &str, start: usize, tokens: &mut Vec<Token>) {
    let mut from = 0;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for (index, &(at, letter)) in letters.iter().enumerate() {
        if at < from {
            continue;
        }
        let before = index.checked_sub(1).map(|i| letters[i].1);
        let after = letters.get(index + 1).map(|l| l.1);
        let numeric = text[from..].starts_with(|c: char| c.is_ascii_digit());
        let between_digits =
            before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit());
        let range = between_digits
            && matches!(letter, '-' | '–')
            && letters.iter().filter(|(_, c)| *c == letter).count() == 1
            && (text.contains(':') || text.to_lowercase().ends_with('m'));
        if range {
            word(&text[from..at], start + from, tokens);
            tokens.push(Token {
                text: "until".to_owned(),
                shape: Shape::Word,
                span: start + at..start + at + letter.len_utf8(),
            });
            from = at + letter.len_utf8();
            continue;
        }
        let separates = match letter {
            '-' | '–' | '—' | '/' | '.' | ':' => !between_digits,
            _ => MARKS.contains(letter),
        };
        if separates {
            word(&text[from..at], start + from, tokens);
            if !matches!(letter, '-' | '–' | '/') {
                push_mark(letter, start + at, tokens);
            }
            from = at + letter.len_utf8();
        } else if numeric && letter.is_alphabetic() && before.is_some_and(|c| c.is_ascii_digit()) {
            let rest: String = text[at..]
                .chars()
                .take_while(|c| c.is_alphabetic())
                .collect();
            let keep = ["st", "nd", "rd", "th"].contains(&rest.to_lowercase().as_str())
                || (letter.eq_ignore_ascii_case(&'t') && text[from..at].len() == 10);
            if keep && letter.eq_ignore_ascii_case(&'t') && text[from..at].len() == 10 {
                // A whole timestamp, `2026-12-01T09:00:00Z`.
                word(&text[from..], start + from, tokens);
                return;
            }
            if !keep {
                word(&text[from..at], start + from, tokens);
                from = at;
            }
        }
    }
    word(&text[from..], start + from, tokens);
}

fn word(text: &str, start: usize, tokens: &mut Vec<Token>) {
    if text.is_empty() {
        return;
    }
    let lower = text.to_lowercase().replace(['’', '‘'], "'");
    let shape = if lower.starts_with(|c: char| c.is_ascii_digit()) {
        Shape::Number
    } else {
        Shape::Word
    };
    let lower = match (shape, lower.strip_suffix("'s")) {
        (Shape::Number, Some(number)) => number.to_owned(),
        _ => lower,
    };
    let text_form = if shape == Shape::Word {
        spelling::mend(&lower)
    } else {
        lower
    };
    tokens.push(Token {
        text: text_form,
        shape,
        span: start..start + text.len(),
    });
}

/// Whether this looks like an email address; the application has the last word.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let fits = |c: char| c.is_alphanumeric() || ".-_+%'".contains(c);
    !local.is_empty()
        && local.chars().all(fits)
        && domain
            .chars()
            .all(|c| c.is_alphanumeric() || ".-".contains(c))
        && domain.split('.').count() >= 2
        && domain.split('.').all(|label| !label.is_empty())
}

const CONTRACTIONS: &[(&str, &str)] = &[
    ("what's", "what is"),
    ("whats", "what is"),
    ("what're", "what are"),
    ("where's", "where is"),
    ("wheres", "where is"),
    ("when's", "when is"),
    ("whens", "when is"),
    ("who's", "who is"),
    ("whos", "who is"),
    ("how's", "how is"),
    ("hows", "how is"),
    ("why's", "why is"),
    ("it's", "it is"),
    ("that's", "that is"),
    ("there's", "there is"),
    ("here's", "here is"),
    ("how'd", "how would"),
    ("he's", "he is"),
    ("she's", "she is"),
    ("let's", "let us"),
    ("lets", "let us"),
    ("i'm", "i am"),
    ("im", "i am"),
    ("i'd", "i would"),
    ("i've", "i have"),
    ("i'll", "i will"),
    ("we're", "we are"),
    ("we've", "we have"),
    ("we'll", "we will"),
    ("we'd", "we would"),
    ("you're", "you are"),
    ("they're", "they are"),
    ("don't", "do not"),
    ("dont", "do not"),
    ("doesn't", "does not"),
    ("didn't", "did not"),
    ("can't", "can not"),
    ("cant", "can not"),
    ("cannot", "can not"),
    ("couldn't", "could not"),
    ("won't", "will not"),
    ("wouldn't", "would not"),
    ("isn't", "is not"),
    ("aren't", "are not"),
    ("wasn't", "was not"),
    ("shouldn't", "should not"),
    ("haven't", "have not"),
    ("hasn't", "has not"),
    ("gonna", "going to"),
    ("wanna", "want to"),
    ("gotta", "have to"),
    ("gimme", "give me"),
    ("lemme", "let me"),
    ("pls", "please"),
    ("plz", "please"),
    ("thx", "thanks"),
    ("u", "you"),
    ("tmrw", "tomorrow"),
    ("tmr", "tomorrow"),
    ("tomo", "tomorrow"),
    ("tmw", "tomorrow"),
    ("2moro", "tomorrow"),
    ("2morrow", "tomorrow"),
    ("2day", "today"),
    ("b4", "before"),
    ("ur", "your"),
    ("cuz", "because"),
    ("coz", "because"),
    ("cos", "because"),
    ("isnt", "is not"),
    ("doesnt", "does not"),
    ("didnt", "did not"),
    ("havent", "have not"),
    ("hasnt", "has not"),
    ("shouldnt", "should not"),
    ("wouldnt", "would not"),
    ("couldnt", "could not"),
    ("arent", "are not"),
    ("wont", "will not"),
    ("needn't", "need not"),
    ("mustn't", "must not"),
    ("hadn't", "had not"),
    ("weren't", "were not"),
    ("ive", "i have"),
    ("youre", "you are"),
    ("this'll", "this will"),
    ("it'll", "it will"),
    ("that'll", "that will"),
    ("you'll", "you will"),
    ("they'll", "they will"),
    ("he'll", "he will"),
    ("she'll", "she will"),
    ("should've", "should have"),
    ("asap", "today"),
    // As people type who type all day.
    ("asg", "assign"),
    ("rm", "remove"),
    ("del", "delete"),
    ("ls", "list"),
    ("wip", "in progress"),
    ("dl", "deadline"),
    ("mtg", "meeting"),
    ("appt", "appointment"),
    ("sched", "schedule"),
    ("desc", "description"),
    ("w/", "with"),
    ("w", "with"),
    ("1:1", "one on one"),
    ("o'clock", "oclock"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(message: &str, expected: &str) {
        let joined: Vec<_> = tokenize(message)
            .into_iter()
            .map(|token| match token.shape {
                Shape::Word | Shape::Number | Shape::Mark => token.text,
                Shape::Hash => format!("#{}", token.text),
                Shape::Email => format!("<{}>", token.text),
                Shape::Quoted => format!("“{}”", token.text),
            })
            .collect();
        assert_eq!(joined.join(" "), expected, "{message}");
    }

    #[test]
    fn words_numbers_and_marks() {
        check(
            "What's due at 9:30am, Friday?",
            "what is due at 9:30 am , friday ?",
        );
        check("Mark #3 done.Thanks!", "mark #3 done . thanks !");
        check(
            "share with Dev@Example.com.",
            "share with <dev@example.com> .",
        );
        check(
            "a 30-minute catch-up on 2026-12-01",
            "a 30 minute catch up on 2026-12-01",
        );
        check("the 3rd, 2h, 9 p.m.", "the 3rd , 2 h , 9 pm .");
        check("at 2026-12-01T09:00:00Z", "at 2026-12-01t09:00:00z");
        check("24.12.2026 or 12/24", "24.12.2026 or 12/24");
        check("don’t", "do not");
        check("Bob's report", "bob's report");
        check("", "");
        check("—", "—");
    }

    #[test]
    fn quotations_keep_their_case() {
        check(
            "rename it to \"Buy Oat Milk\"",
            "rename it to “Buy Oat Milk”",
        );
        check("call it 'Ship It' now", "call it “Ship It” now");
        check("say “hi”", "say “hi”");
        check("an open \"quote", "an open \" quote");
    }

    #[test]
    fn spans_point_into_the_message() {
        let message = "Ünder #4: don't";
        for token in tokenize(message) {
            assert!(message.get(token.span.clone()).is_some(), "{token:?}");
        }
    }

    #[test]
    fn keywords_are_mended() {
        check("assgin the taks tommorow", "assign the task tomorrow");
    }
}
