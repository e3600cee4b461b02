//! Sentences into clauses: one for each thing that is asked.

use std::ops::Range;

use super::{
    entities::{Message, What},
    intents::{self, Intent, SURE},
    lexicon::{self, Concept as C, Concepts},
    manners::{self, Bare},
    payload::{self, Kind, Payload},
    tagging, tense, titles,
    tokens::Shape,
};

/// What is known before a message is read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Setting {
    /// The run is about one task.
    pub(crate) in_context: bool,
    /// Which of the team has the conversation.
    pub(crate) role: Option<C>,
}

/// One thing that is asked, or that isn't understood.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    pub(crate) bare: Bare,
    pub(crate) payload: Option<Payload>,
    pub(crate) concepts: Concepts,
    pub(crate) intent: Option<Intent>,
    pub(crate) score: u32,
}

impl Clause {
    /// The clause's tokens without its free text.
    pub(crate) fn frame(&self) -> Vec<Range<usize>> {
        match &self.payload {
            Some(payload) => vec![
                self.bare.range.start..payload.range.start,
                payload.range.end..self.bare.range.end,
            ],
            None => vec![self.bare.range.clone()],
        }
    }
}

/// The clauses of a message.
pub(crate) fn clauses(message: &Message, setting: Setting) -> Vec<Clause> {
    let mut found = Vec::new();
    for sentence in sentences(message) {
        split(message, sentence, setting, None, &mut found);
    }
    // `I have to finish the slides, please add that`: what was said before becomes the task.
    for at in (1..found.len()).rev() {
        let notes = found[at].intent == Some(Intent::Create)
            && found[at].payload.is_none()
            && notes_it(message, &found[at].bare.range);
        if notes {
            found.remove(at);
            let before = &mut found[at - 1];
            if before.intent != Some(Intent::Create) || before.payload.is_none() {
                before.payload = Some(Payload {
                    kind: Kind::Title,
                    range: before.bare.range.clone(),
                });
                before.intent = Some(Intent::Create);
                before.score = 95;
            }
        }
    }
    found
}

fn sentences(message: &Message) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..message.tokens.len() {
        let token = &message.tokens[at];
        // After a colon, semicolons part the items of a list.
        let in_list = token.is_mark(";")
            && message.tokens[start..at]
                .iter()
                .any(|token| token.is_mark(":"));
        let abbreviated = token.is_mark(".")
            && at > start
            && (message.tokens[at - 1].is_one_of(&[
                "dr", "mr", "mrs", "ms", "prof", "st", "no", "nr", "vs", "etc", "approx", "inc",
                "ltd",
            ]) || message.tokens[at - 1].shape == Shape::Word
                && message.tokens[at - 1].text.chars().count() == 1
                && !message.tokens[at - 1].is("i"));
        let ends = token.shape == Shape::Mark
            && !message.claimed[at]
            && !abbreviated
            && !in_list
            && [".", "!", "?", ";", "…"].contains(&token.text.as_str());
        let newline = message
            .tokens
            .get(at + 1)
            .and_then(|next| {
                message
                    .text
                    .get(token.span.end..next.span.start.max(token.span.end))
            })
            .is_some_and(|gap| gap.contains('\n'));
        if ends || newline {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    found.push(start..message.tokens.len());
    found.retain(|range| {
        message.tokens[range.clone()]
            .iter()
            .any(|token| token.shape != Shape::Mark)
    });
    found
}

/// Connectives of one sentence that are tried, at most.
const MOST_PLACES: usize = 40;

/// Where a request in so many words begins: what stands before it is a clause of its own, whatever it says.
fn hard_place(message: &Message, range: &Range<usize>) -> Option<usize> {
    (range.start + 1..range.end).find(|&at| {
        let token = &message.tokens[at];
        let joins = token.is_mark(",")
            || token.is_mark("—")
            || token.is_one_of(&["so", "and", "but", "anyway", "then"]);
        let announces = token.is_mark(":")
            && manners::bare(message, range.start..at).told
            && payload::find(message, at + 1..range.end)
                .is_some_and(|payload| payload.kind == Kind::Title);
        !message.claimed[at]
            && at + 1 < range.end
            && (announces || joins && manners::request_begins(message, at, range.end))
    })
}

/// Splits at the first connective after which something new is surely asked, then goes on with the rest.
///
/// `verb` is what the clause before asked for, where this one goes on without a verb of its own.
fn split(
    message: &Message,
    range: Range<usize>,
    setting: Setting,
    verb: Option<Intent>,
    found: &mut Vec<Clause>,
) {
    if let Some(at) = hard_place(message, &range) {
        let left = judge(message, range.start..at, setting);
        let right = judge(message, at..range.end, setting);
        let free = left.payload.is_none() || left.score < 100;
        let asks = right.intent.is_some_and(|intent| !intent.is_talk());
        // A date that the right side lacks may stand on the left: `on Friday, can you remind me`.
        let fragment = left.intent.is_none() || left.score < 45;
        let left_says_when = message
            .within(range.start..at)
            .any(|entity| matches!(entity.what, What::When(_)));
        if free && asks && !(fragment && left_says_when) {
            split(message, range.start..at, setting, verb, found);
            split(message, at..range.end, setting, None, found);
            return;
        }
    }
    let places = (range.start + 1..range.end)
        .filter_map(|at| connective(message, at).map(|strength| (at, strength)))
        .take(MOST_PLACES);
    for (at, strength) in places {
        let right_range = at..range.end;
        let right = judge(
            message,
            right_range.clone(),
            Setting {
                in_context: false,
                ..setting
            },
        );
        let left = with_verb(judge(message, range.start..at, setting), verb);
        if let Some(again) = elliptic(message, &left, &right) {
            found.push(left);
            split(message, right_range, setting, Some(again), found);
            return;
        }
        let Some(intent) = right.intent.filter(|intent| !intent.is_talk()) else {
            continue;
        };
        if right.score < strength {
            continue;
        }
        let noted = right.score == 95 && intent == Intent::Create && right.payload.is_none();
        let Some(first) = left.intent.or(noted.then_some(Intent::Create)) else {
            continue;
        };
        if left.score < 60 && !first.is_talk() && !noted
            || !noted && attributes(message, &left, &right, at)
        {
            continue;
        }
        if goes_on_with_people(message, at) || goes_on_with_numbers(message, at) {
            continue;
        }
        // An action's own complement: `let Bob know and handle it`.
        if first == intent && !noted && !has_own_object(message, &right) {
            continue;
        }
        found.push(left);
        split(message, right_range, setting, None, found);
        return;
    }
    found.push(with_verb(judge(message, range, setting), verb));
}

/// A clause that goes on with the verb of the one before, unless it surely has one of its own.
fn with_verb(mut clause: Clause, verb: Option<Intent>) -> Clause {
    if let Some(verb) = verb
        && (clause.intent.is_none() || clause.score < SURE)
    {
        clause.intent = Some(verb);
        clause.score = SURE;
    }
    clause
}

/// `set task 1 to low and task 2 to high`: the right side has no verb of its own, but names another task and says the
/// same sort of thing of it.
fn elliptic(message: &Message, left: &Clause, right: &Clause) -> Option<Intent> {
    let intent = left
        .intent
        .filter(|_| left.score >= 60 && left.payload.is_none())?;
    if right.payload.is_some()
        || right
            .intent
            .is_some_and(|other| other != intent && right.score >= SURE)
    {
        return None;
    }
    let says = |clause: &Clause, wanted: fn(&What) -> bool| {
        message
            .within(clause.bare.range.clone())
            .any(|entity| wanted(&entity.what))
    };
    let both = |wanted: fn(&What) -> bool| says(left, wanted) && says(right, wanted);
    let alike = match intent {
        Intent::Assign | Intent::Share => both(|what| matches!(what, What::Email(_))),
        Intent::SetPriority => both(|what| matches!(what, What::Level(_))),
        Intent::Deadline | Intent::Reminder => both(|what| matches!(what, What::When(_))),
        _ => false,
    };
    let other_task = says(right, |what| matches!(what, What::Id(_) | What::Nth(_)))
        || says(left, |what| !matches!(what, What::Id(_)))
            && titles::implied(message, right).is_some();
    // People and permissions of one task: `read access for Ann and write access for Bob`.
    let permissions =
        intent == Intent::Share && right.concepts.has_any(Concepts::of(&[C::Access, C::Share]));
    (alike && (other_task || permissions)).then_some(intent)
}

/// How sure the right side must be at this token; `None` where nothing can be split.
fn connective(message: &Message, at: usize) -> Option<u32> {
    let token = &message.tokens[at];
    if message.claimed[at] {
        return None;
    }
    if token.is_one_of(&["then", "also", "plus", "afterwards", "additionally"]) {
        return Some(70);
    }
    // What has a subject of its own is a clause of its own: `…, and we need to meet about it`.
    let next = message.tokens.get(at + 1);
    if token.is("+")
        || token.is("and") && next.is_some_and(|next| next.is_one_of(&["i", "we", "let's"]))
    {
        return Some(55);
    }
    if token.is_one_of(&["and", "but"])
        || token.is_mark("&")
        || token.is_mark(",")
        || token.is_mark("—")
    {
        return Some(if token.is_mark(",") { SURE + 4 } else { SURE });
    }
    None
}

/// Whether the right side only says more about a task that is created on the left: `…, due Friday, high priority`.
fn attributes(message: &Message, left: &Clause, right: &Clause, at: usize) -> bool {
    let head = message.tokens[at + 1..]
        .iter()
        .find(|token| token.shape != Shape::Mark);
    let attributive = head.is_some_and(|token| {
        token.is_one_of(&[
            "due",
            "with",
            "by",
            "tagged",
            "priority",
            "high",
            "low",
            "urgent",
            "deadline",
            "assigned",
            "for",
            "on",
            "until",
            "prio",
            "tag",
            "tags",
            "description",
            "describe",
        ]) && !(token.is("tag") && has_pronoun(message, right))
    });
    let free_text = left.payload.as_ref().map(|payload| payload.kind);
    // `add a task, call the bank`: the head alone says nothing yet.
    if left.intent == Some(Intent::Create) && free_text.is_none() && message.tokens[at].is_mark(",")
    {
        return true;
    }
    match free_text {
        // `add … and show me all my tasks`: nobody's task is to show somebody their tasks.
        Some(Kind::Title)
            if right.intent == Some(Intent::List)
                && right
                    .concepts
                    .has_all(Concepts::of(&[C::Show, C::Plural, C::Mine])) =>
        {
            false
        }
        Some(Kind::Title) => {
            attributive
                || matches!(
                    right.intent,
                    Some(
                        Intent::Complete
                            | Intent::Describe
                            | Intent::Start
                            | Intent::List
                            | Intent::Find
                            | Intent::TimeBlocks
                            | Intent::Next
                            | Intent::Effort
                            | Intent::Delete
                            | Intent::Create
                    )
                ) && !right.concepts.has(C::TaskRef)
                    && right.score < 120
        }
        // `rename it to …, set it to high`: what speaks of *it* is a wish of its own.
        Some(Kind::Name) if has_pronoun(message, right) && right.score >= 72 => false,
        Some(Kind::Name | Kind::Note | Kind::Steps | Kind::Titles | Kind::Remark) => {
            right.score < 94
        }
        Some(Kind::Reminder) => right.score < 90,
        None => false,
    }
}

/// `tasks 1 and 4`: a number right after the connective goes on with the list before it, whatever follows.
fn goes_on_with_numbers(message: &Message, at: usize) -> bool {
    let is_id = |entity: &&super::entities::Entity| matches!(entity.what, What::Id(_));
    let mut next = at + 1;
    while message
        .tokens
        .get(next)
        .is_some_and(|token| token.is("and") || token.is_mark(","))
    {
        next += 1;
    }
    let mut ids = message.entities.iter().filter(is_id);
    let ends = ids.any(|entity| entity.tokens.end == at);
    let begins = message
        .entities
        .iter()
        .filter(is_id)
        .any(|entity| entity.tokens == (next..next + 1));
    // `2 and 4 to low` says something of its own about the second.
    let own = message
        .tokens
        .get(next + 1)
        .is_some_and(|token| token.is_one_of(&["to", "as", "is"]));
    let left_too = at > 1 && message.tokens[at - 1].integer().is_none();
    ends && begins && !(own && left_too)
}

/// `Ann and Bob`: an address right after the connective goes on with the list before it.
fn goes_on_with_people(message: &Message, at: usize) -> bool {
    let is_email = |at: usize| {
        message
            .tokens
            .get(at)
            .is_some_and(|token| token.shape == Shape::Email)
    };
    at > 0 && is_email(at - 1) && {
        let mut next = at + 1;
        while message
            .tokens
            .get(next)
            .is_some_and(|token| token.is_one_of(&["and", "with", "to"]) || token.is_mark(","))
        {
            next += 1;
        }
        let after = message.tokens.get(next + 1);
        // `…, and Bob should see it` is a clause of its own.
        let own_verb = after.is_some_and(|token| {
            token.is_one_of(&[
                "should", "must", "can", "will", "may", "needs", "has", "is", "takes", "to",
                "could",
            ])
        });
        is_email(next) && !own_verb
    }
}

fn has_pronoun(message: &Message, clause: &Clause) -> bool {
    message
        .within(clause.bare.range.clone())
        .any(|entity| entity.what == What::It)
}

fn has_own_object(message: &Message, clause: &Clause) -> bool {
    clause.payload.is_some()
        || message.within(clause.bare.range.clone()).any(|entity| {
            matches!(
                entity.what,
                What::Id(_) | What::Email(_) | What::Name(_) | What::When(_) | What::Quoted(_)
            )
        })
        || has_named_object(message, clause)
}

/// `delete the milk task and the bread task` has one verb; `finish laundry and finish dishes` has two.
fn has_named_object(message: &Message, clause: &Clause) -> bool {
    let known = tagging::phrases(&message.tokens, clause.bare.range.clone(), &message.claimed);
    let covered: usize = known.iter().map(|phrase| phrase.tokens.len()).sum();
    clause.bare.range.len() > covered + 1
}

/// Reads one clause.
pub(crate) fn judge(message: &Message, range: Range<usize>, setting: Setting) -> Clause {
    let bare = manners::bare(message, range);
    let payload = payload::find(message, bare.range.clone());
    let concepts = concepts(message, &bare, payload.as_ref(), setting);
    let judged = intents::judge(concepts);
    let mut clause = Clause {
        concepts,
        intent: judged.map(|(intent, _)| intent),
        score: judged.map_or(0, |(_, score)| score),
        payload,
        bare,
    };
    if let Some(intent) = left_alone(message, &clause.bare) {
        clause.payload = None;
        clause.intent = Some(intent);
        clause.score = 95;
        return clause;
    }
    if cannot(message, &clause.bare) && clause.intent == Some(Intent::Deadline) {
        // `I can't make the 30th` says why, not what.
        clause.bare.told = true;
        clause.score = 50;
        return clause;
    }
    if notes_it(message, &clause.bare.range) {
        clause.payload = None;
        clause.intent = Some(Intent::Create);
        clause.score = 95;
        return clause;
    }
    if clause.score < 60
        && !clause.bare.question
        && !clause.bare.modal
        && !concepts.has_any(Concepts::of(&[C::Not, C::Email, C::Later]))
        && tense::tells_of_a_deed(message, clause.bare.range.clone())
    {
        clause.intent = Some(Intent::Complete);
        clause.score = 64;
        return clause;
    }
    let to_somebody = message.within(clause.bare.range.clone()).any(|entity| {
        matches!(entity.what, What::Email(_))
            && entity.tokens.start > clause.bare.range.start
            && message.tokens[entity.tokens.start - 1].is_one_of(&["to", "for"])
    });
    if clause.intent.is_none() && setting.in_context && to_somebody && clause.bare.range.len() <= 4
    {
        // `over to bob@example.com`
        clause.intent = Some(Intent::Assign);
        clause.score = 60;
    }
    let meets_nobody = clause.intent == Some(Intent::Meet)
        && !concepts.has(C::Email)
        && !concepts.has_all(Concepts::of(&[C::Schedule, C::Meet]));
    if clause.bare.duty
        && (clause.score < 78 || meets_nobody)
        && !setting.in_context
        && clause.payload.is_none()
    {
        // `I need to buy milk`: a thing to do is a task to note.
        clause.payload = Some(Payload {
            kind: Kind::Title,
            range: clause.bare.range.clone(),
        });
        clause.intent = Some(Intent::Create);
        clause.score = 66;
    }
    clause
}

/// `don't delete it`, `leave it as it is`, `no reminder please`, `undo that`.
fn left_alone(message: &Message, bare: &Bare) -> Option<Intent> {
    let words: Vec<&str> = message.tokens[bare.range.clone()]
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    let has = |phrase: &[&str]| words.windows(phrase.len()).any(|window| window == phrase);
    match words[..] {
        ["undo" | "revert"]
        | ["undo" | "revert", "that" | "it" | "this"]
        | ["take", "that", "back"]
        | ["roll", "that", "back"]
        | ["undo", "the", "last", ..]
        | ["revert", "the", "last", ..] => return Some(Intent::Undo),
        ["scratch" | "cancel" | "forget" | "skip", "that" | "it"]
        | ["forget", "about", "it" | "that"] => return Some(Intent::No),
        ["do", "not", verb, ..]
            if ![
                "forget",
                "let",
                "know",
                "want",
                "need",
                "think",
                "understand",
                "see",
                "have",
                "care",
                "like",
                "believe",
                "get",
                "you",
                "i",
                "we",
            ]
            .contains(&verb) =>
        {
            return Some(Intent::Leave);
        }
        ["never", verb, ..] if !["mind", "forget"].contains(&verb) => return Some(Intent::Leave),
        [
            "no",
            "reminder" | "reminders" | "deadline" | "meeting" | "need" | "changes",
            ..,
        ] if words.len() <= 6 => {
            return Some(Intent::Leave);
        }
        _ => {}
    }
    if let ["keep" | "leave", "the" | "this" | "its" | "that", noun] = words[..]
        && [
            "deadline", "date", "priority", "assignee", "title", "name", "meeting", "reminder",
            "task", "tags",
        ]
        .contains(&noun)
    {
        return Some(Intent::Leave);
    }
    let keeps = words.contains(&"leave") || words.contains(&"keep");
    let unchanged = has(&["as", "it", "is"])
        || has(&["as", "is"])
        || has(&["as", "they", "are"])
        || words
            .last()
            .is_some_and(|last| ["alone", "unchanged"].contains(last));
    let forbidden = ["should", "must", "need", "may"]
        .iter()
        .any(|modal| has(&[modal, "not", "be"]) || has(&["you", modal, "not"]))
        && !bare.question;
    let unwanted = (has(&["i", "do", "not", "want", "you", "to"])
        || has(&["i", "would", "rather", "not"]))
        && !bare.question;
    (keeps && unchanged || forbidden || unwanted).then_some(Intent::Leave)
}

fn cannot(message: &Message, bare: &Bare) -> bool {
    message.tokens[bare.range.clone()]
        .windows(2)
        .any(|pair| pair[0].is_one_of(&["can", "will", "could"]) && pair[1].is("not"))
}

/// `…, add that to my list`, `…, note it down`: what was said before is to be noted.
fn notes_it(message: &Message, range: &Range<usize>) -> bool {
    let mut words = message.tokens[range.clone()]
        .iter()
        .filter(|token| token.shape != Shape::Mark);
    let text: Vec<&str> = message.tokens[range.clone()]
        .iter()
        .filter(|token| token.shape != Shape::Mark)
        .map(|token| token.text.as_str())
        .collect();
    if let [
        "create" | "make" | "add" | "open" | "set",
        ..,
        "task",
        "for",
        "it" | "that" | "this",
    ] = text[..]
        && text.len() <= 7
    {
        return true;
    }
    if matches!(
        text[..],
        ["add" | "create" | "make", "a" | "one", "task" | "todo"]
            | ["add" | "create" | "make", "a", "new", "task" | "todo"]
            | ["add" | "create" | "make", "a", "task" | "todo", "please"]
    ) {
        return true;
    }
    let head = words.next().is_some_and(|token| {
        token.is_one_of(&[
            "add", "note", "save", "put", "record", "write", "log", "jot", "track",
        ])
    });
    let pronoun = words
        .next()
        .is_some_and(|token| token.is_one_of(&["it", "that", "this"]));
    head && pronoun
        && words.all(|token| {
            token.is_one_of(&[
                "to", "my", "the", "on", "list", "tasks", "down", "as", "a", "task", "todo",
                "please", "for", "me", "in", "do", "too", "new",
            ])
        })
}

fn concepts(
    message: &Message,
    bare: &Bare,
    payload: Option<&Payload>,
    setting: Setting,
) -> Concepts {
    let mut found = Concepts::default();
    let mut claimed = message.claimed.clone();
    if let Some(payload) = payload {
        claimed[payload.range.clone()].fill(true);
        if matches!(payload.kind, Kind::Title | Kind::Titles) {
            found.add(C::CreateHead);
        }
        if payload.kind == Kind::Name {
            found.add(C::Rename);
        }
        if payload.kind == Kind::Note {
            found.join(Concepts::of(&[C::Note, C::Change]));
        }
    }
    for phrase in tagging::phrases(&message.tokens, bare.range.clone(), &claimed) {
        // `list the dependencies`: at the head it is a verb.
        let verb = phrase.tokens.start == bare.range.start
            && message
                .original(phrase.tokens.clone())
                .eq_ignore_ascii_case("list")
            && bare.range.len() > 1;
        if verb {
            found.add(C::Show);
        } else {
            found.join(phrase.concepts);
        }
    }
    for token in &message.tokens[bare.range.clone()] {
        if token.is_one_of(&["i", "my", "me", "we", "our", "us", "mine"]) {
            found.add(C::Mine);
        }
    }
    let flags = [
        (bare.question, C::Question),
        (bare.modal, C::Modal),
        (bare.duty, C::Should),
        (setting.in_context, C::InContext),
    ];
    for (_, concept) in flags.iter().filter(|(holds, _)| *holds) {
        found.add(*concept);
    }
    if let Some(role) = setting.role {
        found.add(role);
    }
    if has_subject(message, bare) {
        found.add(C::Subject);
    }
    if takes_off(message, bare.range.clone()) {
        found.add(C::Delete);
    }
    let named = message
        .within(bare.range.clone())
        .filter(|entity| matches!(entity.what, What::Id(_) | What::Nth(_)))
        .count();
    if named + usize::from(setting.in_context) >= 2 && named > 0 {
        found.add(C::Pair);
    }
    for entity in message.within(bare.range.clone()) {
        let inside = payload.is_some_and(|payload| payload.range.contains(&entity.tokens.start));
        match &entity.what {
            What::When(when) => {
                let end_of_day = message.tokens[entity.tokens.clone()]
                    .iter()
                    .any(|token| token.is_one_of(&["eod", "cob"]));
                if end_of_day {
                    found.add(C::By);
                } else if when.has_time() {
                    found.add(C::Clock);
                }
                if !matches!(
                    when,
                    super::dates::When::Clock(_) | super::dates::When::Instant(_)
                ) {
                    found.add(C::Date);
                    if when
                        .deadline(message.now)
                        .is_some_and(|date| date > message.now.date())
                    {
                        found.add(C::Later);
                    }
                }
            }
            _ if inside => {}
            What::Length(_) => found.add(C::Length),
            What::Shift(_) => found.add(C::Shift),
            What::Id(_) | What::Nth(_) | What::It => found.add(C::TaskRef),
            What::Email(_) => found.add(C::Email),
            What::Name(_) | What::Me | What::Them => found.add(C::Person),
            What::Level(_) => found.add(C::Level),
            What::Hashtag(_) => found.add(C::Tag),
            What::Quoted(_) | What::Note(_) | What::Noun => {}
        }
    }
    found
}

/// `the report must be …`, `my taxes have to …`: words that name something stand before the verb.
fn has_subject(message: &Message, bare: &Bare) -> bool {
    let range = bare.range.clone();
    if bare.duty || bare.question || range.len() < 4 {
        return false;
    }
    let verb = range.clone().take(7).find(|&at| {
        message.tokens[at].is_one_of(&[
            "has", "have", "must", "needs", "need", "should", "shall", "is", "are", "will", "ought",
        ])
    });
    let Some(verb) = verb else { return false };
    let article = message.tokens[range.start].is_one_of(&["the", "my", "our"]);
    let names = (range.start..verb).any(|at| {
        let token = &message.tokens[at];
        !message.claimed[at]
            && token.shape == Shape::Word
            && lexicon::concepts_of(&token.text).is_none()
            && !token.is_one_of(&[
                "the",
                "my",
                "our",
                "i",
                "we",
                "it",
                "this",
                "that",
                "he",
                "she",
                "they",
                "you",
                "boss",
                "manager",
                "client",
                "customer",
                "team",
                "colleague",
                "wife",
                "husband",
                "there",
                "everyone",
                "now",
            ])
    });
    (article || verb > range.start) && names
}

/// `take Bob off this task`
fn takes_off(message: &Message, range: Range<usize>) -> bool {
    let tokens = &message.tokens[range];
    tokens.first().is_some_and(|token| token.is("take"))
        && tokens
            .iter()
            .position(|token| token.is("off"))
            .is_some_and(|at| (1..=4).contains(&at))
}

#[cfg(test)]
mod tests;
