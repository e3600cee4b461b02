//! From a message to the steps that it asks for, with everything that was said about each.

mod plan;

use super::{
    clauses::{self, Clause, Setting},
    dates::When,
    entities::{Level, Message, What},
    intents::Intent,
    lexicon::{Concept, Concepts},
    payload::{self, Kind},
    titles,
    tokens::Shape,
};

/// Which task is meant.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Reference {
    /// None was named.
    #[default]
    None,
    /// "it", "this task".
    It,
    /// "them", after a list.
    Them,
    /// By number.
    Ids(Vec<i64>),
    /// By place in the list shown last, from 1; -1 is the last.
    Nth(i64),
    /// By words of the title that surely name a task.
    Title(String),
    /// By words that may be a title.
    Words(String),
}

/// One thing to do, with what was said about it.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) intent: Intent,
    pub(crate) task: Reference,
    pub(crate) question: bool,
    pub(crate) duty: bool,
    pub(crate) concepts: Concepts,
    pub(crate) emails: Vec<String>,
    pub(crate) names: Vec<String>,
    /// "them", "her".
    pub(crate) them: bool,
    /// "assign it to me".
    pub(crate) me: bool,
    pub(crate) when: Vec<When>,
    pub(crate) minutes: Option<u32>,
    pub(crate) days: Option<i64>,
    pub(crate) earlier: bool,
    /// A priority is to go up, or down.
    pub(crate) direction: Option<bool>,
    pub(crate) level: Option<Level>,
    pub(crate) tags: Vec<String>,
    /// A title, a new name, a reminder's text, a description.
    pub(crate) text: Option<String>,
    /// Titles of subtasks.
    pub(crate) items: Vec<String>,
    /// Words of the clause that say a permission to change.
    pub(crate) edit: bool,
    /// The description of a new task.
    pub(crate) note: Option<String>,
    /// What a task would be called, where a duty names none that there is: `I have to submit my timesheet today`.
    pub(crate) duty_title: Option<String>,
    /// A text that is called a note or a message.
    pub(crate) noted: bool,
    /// Asked for by a verb, not told as a state: `reopen it`, not `it isn't done`.
    pub(crate) explicit: bool,
    /// A date is the end of a span: `by Friday` is [`Bound::By`], `before Friday` is [`Bound::Before`].
    pub(crate) bound: Option<Bound>,
    /// It comes again: `every Monday`, `daily`.
    pub(crate) repeats: bool,
    /// It was only told, not asked for; what it names may be meant by what follows.
    pub(crate) told: bool,
    /// It puts right what was done in the turn before.
    pub(crate) corrects: bool,
    /// An attribute without a verb or a task of its own: `due Friday`, `priority high`.
    pub(crate) attribute: bool,
}

/// How a date ends a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    By,
    Before,
}

impl Step {
    fn new(intent: Intent, concepts: Concepts) -> Self {
        Self {
            intent,
            task: Reference::None,
            question: false,
            duty: false,
            concepts,
            emails: Vec::new(),
            names: Vec::new(),
            them: false,
            me: false,
            when: Vec::new(),
            minutes: None,
            days: None,
            earlier: false,
            direction: None,
            level: None,
            tags: Vec::new(),
            text: None,
            items: Vec::new(),
            edit: false,
            note: None,
            duty_title: None,
            noted: false,
            explicit: true,
            bound: None,
            repeats: false,
            told: false,
            attribute: false,
            corrects: false,
        }
    }

    pub(crate) fn has(&self, concept: Concept) -> bool {
        self.concepts.has(concept)
    }
}

/// What a message comes to.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// What to do, in order; talk only where nothing else was said.
    pub(crate) steps: Vec<Step>,
    /// Whether a part of the message was not understood, and nothing else was asked.
    pub(crate) puzzled: bool,
    /// The message as an answer to a question: what it names.
    pub(crate) answer: Step,
}

/// Reads a message.
pub(crate) fn read(message: &Message, setting: Setting) -> Reading {
    let clauses = clauses::clauses(message, setting);
    let mut steps: Vec<Step> = Vec::new();
    let mut unknown = false;
    let asked = clauses.iter().any(asks);
    let mut told: Option<When> = None;
    for clause in &clauses {
        match clause.intent {
            // `…, add that to my list`: the task before it is what was meant.
            Some(Intent::Create)
                if clause.payload.is_none()
                    && clause.score == 95
                    && steps
                        .last()
                        .is_some_and(|last| last.intent == Intent::Create) => {}
            Some(intent) => {
                let mut step = step(message, clause, intent, setting);
                step.told = asked && only_told(clause, intent);
                steps.push(step);
            }
            None => unknown = true,
        }
        let pointed = steps.last_mut().filter(|step| {
            step.intent == Intent::Deadline
                && step.when.is_empty()
                && step.days.is_none()
                && message
                    .within(clause.bare.range.clone())
                    .any(|entity| entity.what == What::It)
        });
        if let (Some(step), Some(when)) = (pointed, &told) {
            // `December 9 is the right day, so please set that as the deadline`
            step.when.push(when.clone());
        }
        let ahead = message
            .within(clause.bare.range.clone())
            .filter_map(|entity| match &entity.what {
                What::When(when) => Some(when),
                _ => None,
            })
            .filter(|when| {
                when.deadline(message.now)
                    .is_some_and(|day| day >= message.now.date())
            })
            .last();
        if clause.intent.is_none() || steps.last().is_some_and(|step| step.told) {
            told = ahead.cloned().or(told);
        }
    }
    if steps.iter().any(|step| !step.intent.is_talk()) {
        steps.retain(|step| !step.intent.is_talk());
    }
    let steps = plan::plan(steps);
    let whole = clauses::judge(message, 0..message.tokens.len(), setting);
    let mut answer = step(message, &whole, Intent::Describe, Setting::default());
    answer.text =
        Some(payload::text(message, whole.bare.range.clone())).filter(|text| !text.is_empty());
    Reading {
        puzzled: unknown && steps.iter().all(|step| step.intent.is_talk()),
        steps,
        answer,
    }
}

/// Whether something is asked for in so many words, so that statements beside it are its background.
fn asks(clause: &Clause) -> bool {
    clause.intent.is_some_and(|intent| !intent.is_talk())
        && !clause.bare.told
        && (clause.score >= 60 || clause.bare.request)
        && (clause.bare.request || !clause.bare.question || clause.score >= 80)
}

/// Whether a statement is background rather than a wish.
fn only_told(clause: &Clause, intent: Intent) -> bool {
    let of_itself = matches!(
        intent,
        Intent::Complete
            | Intent::Start
            | Intent::Reopen
            | Intent::SetPriority
            | Intent::Leave
            | Intent::Undo
            | Intent::No
            | Intent::Depends
    ) || clause.concepts.has(Concept::Email)
        || clause.concepts.has(Concept::Responsible);
    let dated =
        intent == Intent::Deadline && clause.score >= 70 && !clause.concepts.has(Concept::Not);
    clause.bare.subordinate || clause.bare.told && !of_itself && !dated
}

fn step(message: &Message, clause: &Clause, intent: Intent, setting: Setting) -> Step {
    let mut step = Step::new(intent, clause.concepts);
    step.question = clause.bare.question;
    step.duty = clause.bare.duty;
    let mut ids = Vec::new();
    let addresses = message
        .within(clause.bare.range.clone())
        .filter(|entity| matches!(entity.what, What::Email(_)))
        .count();
    // `reassign it from Ann to Bob`: who had it so far is no one to assign it to.
    let comes_from = |entity: &super::entities::Entity| {
        addresses > 1
            && entity.tokens.start > 0
            && message.tokens[entity.tokens.start - 1].is("from")
    };
    for entity in message.within(clause.bare.range.clone()) {
        let inside = clause
            .payload
            .as_ref()
            .filter(|payload| payload.range.contains(&entity.tokens.start))
            .map(|payload| payload.kind);
        match (&entity.what, inside) {
            (What::When(when), None | Some(Kind::Reminder)) => step.when.push(when.clone()),
            (_, Some(_)) => {}
            (What::Length(minutes), None) => step.minutes = Some(*minutes),
            (What::Shift(days), None) => step.days = Some(*days),
            (What::Id(id), None) => ids.push(*id),
            (What::Nth(place), None) => step.task = Reference::Nth(*place),
            (What::It, None) if step.task == Reference::None => step.task = Reference::It,
            (What::It, None) => {}
            (What::Them, None) => step.them = true,
            (What::Email(_), None) if comes_from(entity) => {}
            (What::Email(email), None) => push_once(&mut step.emails, email),
            (What::Name(name), None) => push_once(&mut step.names, name),
            (What::Me, None) => step.me = true,
            (What::Level(level), None) => step.level = Some(*level),
            (What::Hashtag(tag), None) => push_once(&mut step.tags, tag),
            (What::Quoted(_) | What::Note(_) | What::Noun, None) => {}
        }
    }
    let frame_words = || {
        clause
            .frame()
            .into_iter()
            .flat_map(|range| &message.tokens[range])
    };
    step.earlier = frame_words().any(|token| {
        token.is_one_of(&[
            "forward", "earlier", "sooner", "up", "shorten", "tighten", "advance", "shorter",
        ])
    });
    step.edit = frame_words().any(|token| {
        token.is_one_of(&[
            "edit",
            "editor",
            "write",
            "change",
            "modify",
            "update",
            "editing",
            "contribute",
            "collaborate",
            "collaborator",
            "contributor",
            "writing",
            "rights",
            "editable",
            "changes",
            "edits",
        ])
    }) && !frame_words().any(|token| token.is_one_of(&["only", "not"]));
    let has_word = |words: &[&str]| frame_words().any(|token| token.is_one_of(words));
    if intent == Intent::SetPriority {
        if has_word(&[
            "raise",
            "increase",
            "bump",
            "higher",
            "upgrade",
            "more",
            "up",
            "prioritise",
            "prioritize",
        ]) {
            step.direction = Some(true);
        } else if has_word(&[
            "lower",
            "reduce",
            "decrease",
            "less",
            "downgrade",
            "down",
            "deprioritise",
            "deprioritize",
        ]) {
            step.direction = Some(false);
        }
        // `lower the priority` says a direction, `lower the priority to low` a level.
        let by_verb = |word: &str| {
            message.tokens[clause.bare.range.clone()]
                .first()
                .is_some_and(|token| token.is(word))
        };
        let levels = message
            .within(clause.bare.range.clone())
            .filter(|entity| matches!(entity.what, What::Level(_)))
            .count();
        if (by_verb("lower") || by_verb("higher")) && levels == 1 {
            step.level = None;
        }
    }
    step.explicit = has_word(&[
        "reopen",
        "reactivate",
        "restore",
        "uncheck",
        "untick",
        "unfinish",
        "uncomplete",
        "back",
        "again",
        "mark",
        "set",
        "put",
        "move",
        "undo",
        "change",
        "make",
        "open",
        "turn",
        "switch",
    ]);
    step.noted = has_word(&["note", "message", "comment"]);
    if clause.bare.duty && !setting.in_context && intent == Intent::Deadline {
        let (title, _) = titles::new_title(message, clause.bare.range.clone());
        step.duty_title = Some(title).filter(|title| !title.is_empty());
    }
    step.bound = bound(message, clause);
    step.repeats = frame_words().any(|token| {
        token.is_one_of(&[
            "every",
            "each",
            "daily",
            "weekly",
            "monthly",
            "yearly",
            "recurring",
            "repeatedly",
            "mondays",
            "tuesdays",
            "wednesdays",
            "thursdays",
            "fridays",
            "saturdays",
            "sundays",
        ])
    });
    step.attribute = !clause.bare.request
        && !clause.bare.duty
        && !clause.bare.told
        && !clause.bare.question
        && !clause.concepts.has_any(Concepts::of(&[
            Concept::TaskRef,
            Concept::Remind,
            Concept::Postpone,
        ]));
    if matches!(intent, Intent::SetTags | Intent::RemoveTags | Intent::List) {
        tags(message, clause, &mut step);
    }
    free_text(message, clause, &mut step);
    if !ids.is_empty() {
        step.task = Reference::Ids(ids);
    } else if !matches!(step.task, Reference::Nth(_))
        && !matches!(
            intent,
            Intent::Create | Intent::SetTags | Intent::RemoveTags
        )
    {
        // A title outweighs a pronoun: "this" in "this milk task" points at the title.
        if let Some(title) = titles::explicit(message, clause) {
            step.task = Reference::Title(title);
        } else if step.task == Reference::It
            && !setting.in_context
            && let Some(words) = named_before(message, clause)
        {
            step.task = Reference::Words(words);
        } else if step.task == Reference::None && !setting.in_context {
            let people: Vec<String> = step.names.iter().map(|name| name.to_lowercase()).collect();
            if let Some(words) = titles::implied(message, clause)
                .filter(|words| !people.contains(&words.to_lowercase()))
            {
                step.task = Reference::Words(words);
            } else if step.them {
                step.task = Reference::Them;
            }
        }
    } else if matches!(intent, Intent::SetTags | Intent::RemoveTags)
        && step.task == Reference::None
        && let Some(title) = titles::explicit(message, clause)
            .filter(|title| !step.tags.contains(&title.to_lowercase()))
    {
        step.task = Reference::Title(title);
    }
    // `search my tasks for invoices`
    let searched = matches!(step.task, Reference::Title(_) | Reference::Words(_));
    if intent == Intent::List && step.has(Concept::Search) && searched {
        step.intent = Intent::Find;
    }
    step
}

/// A name that stands before the pronoun in the same clause, which then is what *it* means: `share the report with Bob so
/// that he can edit it`.
fn named_before(message: &Message, clause: &Clause) -> Option<String> {
    let range = clause.bare.range.clone();
    let pronoun = message
        .within(range.clone())
        .find(|entity| entity.what == What::It)?;
    let mut before = clause.clone();
    before.bare.range = range.start..pronoun.tokens.start;
    (before.payload.is_none() && before.bare.range.len() > 3)
        .then(|| titles::implied(message, &before))
        .flatten()
}

/// What stands before the first date: `by Friday`, `before December`.
fn bound(message: &Message, clause: &Clause) -> Option<Bound> {
    let entity = message
        .within(clause.bare.range.clone())
        .find(|entity| matches!(entity.what, What::When(_)))?;
    let before = entity.tokens.start.checked_sub(1);
    [before, Some(entity.tokens.start)]
        .into_iter()
        .flatten()
        .find_map(|at| {
            let token = &message.tokens[at];
            if token.is("before") {
                Some(Bound::Before)
            } else if token.is_one_of(&["by", "until", "till"]) {
                Some(Bound::By)
            } else {
                None
            }
        })
}

fn free_text(message: &Message, clause: &Clause, step: &mut Step) {
    let Some(found) = &clause.payload else { return };
    let range = found.range.clone();
    match found.kind {
        Kind::Title => {
            let (title, attributes) = titles::new_title(message, range);
            step.text = Some(title).filter(|title| !title.is_empty());
            for attribute in attributes {
                match attribute {
                    What::When(when) => step.when.insert(0, when),
                    What::Level(level) => step.level = Some(level),
                    What::Hashtag(tag) => push_once(&mut step.tags, &tag),
                    What::Note(text) => step.note = Some(text),
                    What::Email(email) => push_once(&mut step.emails, &email),
                    _ => {}
                }
            }
        }
        Kind::Reminder => {
            let (title, _) = titles::new_title(message, range);
            step.text = Some(title).filter(|title| !title.is_empty());
        }
        Kind::Name | Kind::Note => {
            step.text = Some(payload::text(message, range)).filter(|text| !text.is_empty());
        }
        Kind::Remark => {
            step.note = Some(payload::text(message, range)).filter(|text| !text.is_empty());
        }
        Kind::Titles => {
            step.items = quoted_or_listed(message, range);
        }
        Kind::Steps => {
            step.items = quoted_or_listed(message, range);
        }
    }
}

/// The quotations of a list, else what stands between its commas.
fn quoted_or_listed(message: &Message, range: std::ops::Range<usize>) -> Vec<String> {
    let quoted: Vec<String> = message
        .within(range.clone())
        .filter_map(|entity| match &entity.what {
            What::Quoted(text) => Some(payload::capitalised(text)),
            _ => None,
        })
        .collect();
    if quoted.is_empty() {
        payload::items(message, range)
    } else {
        quoted
    }
}

/// `tag it home and garden`, `add the tag errands to task 3`, `label this as work`.
fn tags(message: &Message, clause: &Clause, step: &mut Step) {
    let range = clause.bare.range.clone();
    let is_tag_word = |at: usize| {
        message.tokens[at].is_one_of(&[
            "tag",
            "tags",
            "tagged",
            "label",
            "labels",
            "labelled",
            "category",
            "keyword",
            "categorise",
            "categorize",
        ])
    };
    let Some(word) = range.clone().find(|&at| is_tag_word(at)) else {
        return;
    };
    // `label the report with finance`: the task stands between.
    let with = (word + 2..range.end)
        .find(|&at| message.tokens[at].is_one_of(&["with", "as"]) && !message.claimed[at]);
    let between = with.map_or(word + 1..word + 1, |with| word + 1..with);
    let by_verb = word == range.start
        && message.tokens[word].is_one_of(&["tag", "label", "categorise", "categorize"]);
    if by_verb
        && step.task == Reference::None
        && message
            .tokens
            .get(word + 1)
            .is_some_and(|token| token.is_one_of(&["the", "my", "our"]))
        && between.len() > 1
        && between.clone().all(|at| !message.claimed[at])
    {
        step.task = Reference::Title(payload::text(message, word + 2..between.end));
    }
    for at in between.end.max(word + 1)..range.end {
        // `the tag errands to task 3`: what follows *to* is the task.
        let leads_to_task = message.tokens[at].is_one_of(&["to", "from", "on", "of"]);
        let task_follows = at + 1 < range.end
            && (message.claimed[at + 1]
                || message.tokens[at + 1].is_one_of(&["it", "this", "that", "the", "my", "task"]));
        if leads_to_task && task_follows {
            return;
        }
        step.tags.extend(tag(message, at));
    }
    if step.tags.is_empty() {
        // `add errands as a tag`
        let before = range.start + 1..word;
        step.tags.extend(before.filter_map(|at| tag(message, at)));
    }
}

/// The tag that a token is, if it can be one.
fn tag(message: &Message, at: usize) -> Option<String> {
    const SMALL: &[&str] = &[
        "the", "a", "an", "it", "this", "that", "task", "as", "with", "and", "to", "of", "is",
        "my", "please", "tag", "tags", "label", "new", "from", "on", "for", "todo",
    ];
    let token = &message.tokens[at];
    let free = !message.claimed[at] || token.shape == Shape::Quoted;
    (free && !token.is_one_of(SMALL) && matches!(token.shape, Shape::Word | Shape::Quoted))
        .then(|| token.text.to_lowercase())
}

fn push_once(list: &mut Vec<String>, item: &str) {
    if !list.iter().any(|known| known == item) {
        list.push(item.to_owned());
    }
}
