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
    pub(crate) level: Option<Level>,
    pub(crate) tags: Vec<String>,
    /// A title, a new name, a reminder's text, a description.
    pub(crate) text: Option<String>,
    /// Titles of subtasks.
    pub(crate) items: Vec<String>,
    /// Words of the clause that say a permission to change.
    pub(crate) edit: bool,
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
            level: None,
            tags: Vec::new(),
            text: None,
            items: Vec::new(),
            edit: false,
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
    let mut steps = Vec::new();
    let mut unknown = false;
    for clause in &clauses {
        match clause.intent {
            Some(intent) => steps.push(step(message, clause, intent, setting)),
            None => unknown = true,
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

fn step(message: &Message, clause: &Clause, intent: Intent, setting: Setting) -> Step {
    let mut step = Step::new(intent, clause.concepts);
    step.question = clause.bare.question;
    step.duty = clause.bare.duty;
    let mut ids = Vec::new();
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
            (What::Email(email), None) => push_once(&mut step.emails, email),
            (What::Name(name), None) => push_once(&mut step.names, name),
            (What::Me, None) => step.me = true,
            (What::Level(level), None) => step.level = Some(*level),
            (What::Hashtag(tag), None) => push_once(&mut step.tags, tag),
            (What::Quoted(_), None) => {}
        }
    }
    let frame_words = || {
        clause
            .frame()
            .into_iter()
            .flat_map(|range| &message.tokens[range])
    };
    step.earlier =
        frame_words().any(|token| token.is_one_of(&["forward", "earlier", "sooner", "up"]));
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
        ])
    }) && !frame_words().any(|token| token.is_one_of(&["only"]));
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
        Kind::Steps => {
            step.items = message
                .within(range.clone())
                .filter_map(|entity| match &entity.what {
                    What::Quoted(text) => Some(payload::capitalised(text)),
                    _ => None,
                })
                .collect();
            if step.items.is_empty() {
                step.items = payload::items(message, range);
            }
        }
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
    for at in word + 1..range.end {
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
