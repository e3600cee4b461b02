//! Politeness and other wrapping around a request: what is cut off before a clause is judged.

use std::ops::Range;

use super::{entities::Message, tokens::Shape};

/// A clause without its wrapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bare {
    /// The tokens that remain.
    pub(crate) range: Range<usize>,
    /// It asks for an answer, not for an action.
    pub(crate) question: bool,
    /// It asks whether something can or should be.
    pub(crate) modal: bool,
    /// It was put as a duty: `I need to buy milk`.
    pub(crate) duty: bool,
    /// It was asked for in so many words: `could you …`, `please …`.
    pub(crate) request: bool,
    /// It tells something, and may ask for nothing: `I keep forgetting this`.
    pub(crate) told: bool,
    /// It says on what condition, or why: `if I start now, …`.
    pub(crate) subordinate: bool,
}

/// Wrapping of requests; `*` is one word of any kind.
const REQUESTS: &str = "\
    any chance to|is there any chance to|any chance of getting to|any chance we can|any chance to get|\
    would it be possible to|would it be possible for you to|would it be ok to|\
    would it be okay to|is it ok to|is it okay to|might i trouble you for|may i trouble you for|\
    might i ask you to|i would be grateful if you could|i would be grateful if you|\
    i would appreciate it if you could|i would appreciate it if you|i would appreciate if you|\
    i would be glad if you could|if it is not too much trouble|if that is ok|if that is okay|\
    when you have a minute|when you have time|if you have time|when you have a second|\
    whenever you can|it would be lovely if you could|be so good as to|may i request|\
    i request you to|i would request you to|i kindly ask you to|kindly ask you to|\
    could we please|we can|i am going to have to|what i need is to|all i need is to|\
    you could|you might|might you|i would rather|would rather|\
    can you please|could you please|would you please|will you please|can you|could you|\
    would you|will you|can we please|can we|could we|can u|would you mind|\
    would you be able to|are you able to|would you kindly|i would like you to|i want you to|\
    i need you to|i would like to have|i would like to|i would like|i would love to|\
    i would love|i want to have|i want to|i wish to|i am trying to|i am looking to|\
    i am hoping to|i am planning to|i am going to need|i was wondering if you could|\
    i wonder if you could|we want to|we would like to|we would like|is it possible to|\
    is it possible for you to|is there a way to|is there any way to|do you think you could|\
    do you think you can|it would be great if you could|it would be nice if you could|\
    it would be good to|it would be great to|it would be helpful to|make sure to|\
    make sure that|make sure|be so kind as to|be so kind to|how about we|how about|\
    why do not you|why do not we|go ahead and|feel free to|please go ahead and|let us|\
    help me to|help me with|help us|help me|can i get|can i have|could i get|could i have|\
    may i have|may i ask you to|can i ask you to|could i ask you to|i am asking you to|\
    you should|you can|you may|we should|we need|i need|can i please|i think we should|\
    i think you should|i think|i guess|time to|it is time to|if possible|if you can|\
    if you could|when you get a chance|when you have a moment|by any chance|for me|\
    can you also|could you also|do me a favor and|do me a favour and|i believe|maybe we can|\
    maybe we should|perhaps we could|shall we|i have decided to|i decided to|what about|\
    try to|i will|we will|i just|before i forget|be sure to|remember that|\
    remind yourself to|i hope you can|hopefully you can|it would be great if|\
    it would be nice if|any chance you could|any chance you can|mind if i ask you to";

/// Duties: the rest may be a task to note down.
const DUTIES: &str = "\
    i need to|i have to|i must|i should|i ought to|we need to|we have to|we must|\
    i have got to|i got to|do not let me forget to|remember to|do not forget to|\
    i am supposed to|not forget to|never forget to|must remember to|need to|have to|\
    note to self|i absolutely have to|i absolutely must|i really need to|i really have to|\
    i really should|i really must|i should really|i still need to|i still have to|\
    i also need to|i also have to|i must not forget to|i should not forget to|\
    we should not forget to|we must not forget to|i had better|i better|gotta|\
    i will have to|i will need to|do not let me forget that i have to|\
    do not let me forget that i need to";

/// Wrapping of questions; a question word, *if* or *whether* follows.
const ASKING: &str = "\
    can you tell me|could you tell me|would you tell me|please tell me|tell me|show me|\
    let me know|remind me again|remind me|do you know|do you happen to know|\
    do you have any idea|any idea|i wonder|i am wondering|i want to know|i would like to know|\
    i need to know|can you explain|could you explain|explain|explain to me|give me an idea|\
    find out|can you find out|can you say|can you check|check|i would like to see|\
    i am curious|can you show me|could you show me|do you see|work out|figure out|\
    can you figure out|i do not know|i do not understand|i am not sure|i have no idea|\
    tell me again|i forgot|i have forgotten|may i ask|can i ask|see|find|look up|say|\
    determine|establish|identify|list|describe|wondering|just wondering|curious|please check|\
    can you work out|i was wondering|could you work out|let us see|let me see";

const FILLERS: &[&str] = &[
    "please",
    "kindly",
    "hey",
    "hi",
    "hello",
    "so",
    "well",
    "just",
    "then",
    "also",
    "and",
    "but",
    "maybe",
    "perhaps",
    "actually",
    "good",
    "quickly",
    "ah",
    "oh",
    "um",
    "uh",
    "hmm",
    "now",
    "first",
    "next",
    "afterwards",
    "finally",
    "additionally",
    "furthermore",
    "moreover",
    "plus",
    "or",
    "yes",
    "yeah",
    "yep",
    "sure",
    "ok",
    "okay",
    "alright",
    "right",
    "thanks",
    "great",
    "nice",
    "cool",
    "perfect",
    "again",
    "alternatively",
    "otherwise",
    "too",
    "to",
    "that",
    "secondly",
    "lastly",
    "dear",
    "really",
    "anyway",
    "anyways",
    "honestly",
    "basically",
    "btw",
    "listen",
    "look",
    "wait",
    "sorry",
    "definitely",
    "assistant",
    "agent",
];

const QUESTION_WORDS: &[&str] = &[
    "what", "when", "who", "whom", "whose", "how", "which", "why", "where", "is", "are", "am",
    "was", "were", "do", "does", "did", "has", "have", "any",
];

const MODALS: &[&str] = &[
    "can", "could", "should", "shall", "may", "might", "will", "would", "must",
];

/// Cuts the wrapping off a clause.
pub(crate) fn bare(message: &Message, range: Range<usize>) -> Bare {
    let asks = message.tokens[range.clone()]
        .iter()
        .zip(&message.claimed[range.clone()])
        .any(|(token, claimed)| token.is_mark("?") && !claimed);
    let mut start = range.start;
    let mut end = range.end;
    let mut polite = false;
    let mut duty = false;
    let mut embedded = false;
    while start < end {
        let token = &message.tokens[start];
        let rest = start + 1..end;
        if token.shape == Shape::Mark {
            start += 1;
        } else if message.claimed[start] {
            break;
        } else if let Some(after) = preamble(message, start, end) {
            start = after;
        } else if let Some(length) = asking(message, start, end) {
            start += length;
            embedded = true;
        } else if let Some(length) = begins_with(message, start, end, DUTIES) {
            start += length;
            duty = true;
        } else if let Some(length) = begins_with(message, start, end, REQUESTS) {
            start += length;
            polite = true;
        } else if token.is_one_of(FILLERS)
            && has_words(message, rest)
            && !keeps(message, start, end)
        {
            start += 1;
        } else {
            break;
        }
    }
    if !has_words(message, start..end) {
        // It is nothing but wrapping: `can you help me`, `please`.
        start = range.start;
        polite = false;
        duty = false;
        embedded = false;
        while start < end && message.tokens[start].shape == Shape::Mark {
            start += 1;
        }
    }
    while end > start {
        let token = &message.tokens[end - 1];
        let filler = token.is_one_of(&[
            "please", "thanks", "too", "then", "ok", "okay", "now", "kindly", "lol", "haha",
            "hehe", "ty", "cheers", "asap", "maybe", "instead", "again", "though", "anyway",
        ]) && end - start > 2;
        // The *now* of `a week from now` is no filler.
        if (token.shape == Shape::Mark || filler) && !message.claimed[end - 1] {
            end -= 1;
        } else {
            break;
        }
    }
    let first = message.tokens.get(start).filter(|_| start < end);
    let asked_politely = message.tokens[range.start..start]
        .iter()
        .any(|token| token.is("please"));
    let wish = message
        .tokens
        .get(start + 1)
        .filter(|_| start + 1 < end)
        .is_some_and(|token| {
            token.is_one_of(&[
                "want", "need", "wish", "would", "must", "should", "needs", "wants", "prefer",
            ])
        });
    let subordinate = first
        .is_some_and(|token| token.is_one_of(&["if", "once", "because", "since"]))
        && end - start > 2;
    let told = subordinate
        || !polite
            && !duty
            && !asked_politely
            && !wish
            && first.is_some_and(|token| token.is_one_of(SUBJECTS));
    // `could we do the 2nd?` asks for a deed.
    let deed = polite && first.is_some_and(|token| token.is_one_of(&["do", "have"]));
    let word = first.is_some_and(|token| token.is_one_of(QUESTION_WORDS))
        && !deed
        && !imperative(message, start, end);
    let modal = first.is_some_and(|token| token.is_one_of(MODALS));
    Bare {
        range: start..end,
        question: embedded || word || (asks && !polite && !modal && !duty),
        modal,
        duty,
        request: polite || asked_politely,
        told,
        subordinate,
    }
}

/// Whether a request in so many words begins here, after *so*, *and*, *anyway*.
pub(crate) fn request_begins(message: &Message, start: usize, end: usize) -> bool {
    let mut at = start;
    while at < end
        && (message.tokens[at].shape == Shape::Mark
            || message.tokens[at].is_one_of(&[
                "so",
                "and",
                "but",
                "then",
                "anyway",
                "now",
                "well",
                "also",
                "therefore",
                "thus",
            ]))
    {
        at += 1;
    }
    begins_with(message, at, end, OPENINGS).is_some()
}

/// The length of a duty that is said here, if one is.
pub(crate) fn duty(message: &Message, start: usize, end: usize) -> Option<usize> {
    begins_with(message, start, end, DUTIES)
}

/// Words that a statement begins with.
const SUBJECTS: &[&str] = &[
    "i", "we", "he", "she", "they", "it", "my", "our", "this", "that", "everyone", "nobody",
    "somebody", "people", "there", "the",
];

/// What a request begins with wherever it stands in a sentence.
const OPENINGS: &str = "\
    can you|could you|would you|will you|please|let us|i would like you to|i need you to|\
    i want you to|can we|could we|may i ask you|would you mind|could i get|can i get";

/// `per our call, …`, `as discussed, …`: where it ends.
fn preamble(message: &Message, start: usize, end: usize) -> Option<usize> {
    if !message.tokens[start].is_one_of(&[
        "per",
        "as",
        "after",
        "following",
        "according",
        "given",
        "re",
        "fyi",
    ]) {
        return None;
    }
    let comma = (start + 1..end.min(start + 8)).find(|&at| message.tokens[at].is_mark(","))?;
    let plain = (start..comma).all(|at| !message.claimed[at]);
    (plain && has_words(message, comma + 1..end)).then_some(comma + 1)
}

/// `have Bob do this`, `do it`: orders that begin like questions.
fn imperative(message: &Message, start: usize, end: usize) -> bool {
    let next = message.tokens.get(start + 1).filter(|_| start + 1 < end);
    let token = &message.tokens[start];
    if token.is("have") {
        return !next
            .is_some_and(|next| next.is_one_of(&["i", "we", "you", "they", "any", "there"]));
    }
    if token.is("do") {
        return !next.is_some_and(|next| {
            next.is_one_of(&[
                "i", "we", "you", "they", "the", "any", "my", "not", "these", "those",
            ])
        }) || next.is_some_and(|next| next.is("not"));
    }
    false
}

/// Fillers that carry meaning where they stand.
fn keeps(message: &Message, start: usize, end: usize) -> bool {
    let token = &message.tokens[start];
    let next = message.tokens.get(start + 1).filter(|_| start + 1 < end);
    let next_is = |words: &[&str]| next.is_some_and(|next| next.is_one_of(words));
    (token.is("good") && next_is(&["morning", "afternoon", "evening", "day", "night", "bye"]))
        || (token.is("first") && next_is(&["one", "task"]))
        || (token.is("next") && next.is_some())
        || (token.is("that") && !next_is(&["i", "you", "we"]))
        || (token.is("to") && next_is(&["do", "dos"]))
        || (token.is("right") && next_is(&["time"]))
        || (token.is("good") && next_is(&["time", "moment"]))
        || (token.is("great") && next_is(&["job"]))
        || (token.is("nice") && next_is(&["to", "meeting"]))
        || (token.is("look") && next_is(&["for", "at", "up", "into", "after"]))
        || (token.is("wait") && next_is(&["for", "until", "till", "on"]))
}

/// `tell me what …`, `do you know if …`.
fn asking(message: &Message, start: usize, end: usize) -> Option<usize> {
    let length = begins_with(message, start, end, ASKING)?;
    let next = message
        .tokens
        .get(start + length)
        .filter(|_| start + length < end)?;
    if next.is_one_of(&[
        "what", "when", "who", "whom", "whose", "how", "which", "why", "where",
    ]) {
        return Some(length);
    }
    next.is_one_of(&["if", "whether"]).then_some(length + 1)
}

/// The length of the longest phrase that stands here.
fn begins_with(message: &Message, start: usize, end: usize, phrases: &str) -> Option<usize> {
    phrases
        .split('|')
        .filter_map(|phrase| {
            let mut at = start;
            for word in phrase.split(' ') {
                if at >= end || !message.tokens[at].is(word) || message.claimed[at] {
                    return None;
                }
                at += 1;
            }
            Some(at - start)
        })
        .max()
}

fn has_words(message: &Message, range: Range<usize>) -> bool {
    message.tokens[range]
        .iter()
        .any(|token| token.shape != Shape::Mark)
}
