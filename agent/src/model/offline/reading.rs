//! From a message to the steps that it asks for, with everything that was said about each.

use super::{
    clauses::{self, Clause, Setting},
    dates::When,
    entities::{Level, Message, What},
    intents::{Intent, Owner},
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
    inherit(&mut steps);
    let steps = gathered(merged(steps));
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
    } else if matches!(intent, Intent::SetTags | Intent::RemoveTags) && step.task == Reference::None
    {
        if let Some(title) = titles::explicit(message, clause)
            .filter(|title| !step.tags.contains(&title.to_lowercase()))
        {
            step.task = Reference::Title(title);
        }
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

/// One wish said in two clauses is one step: `I might forget this, so remind me on Friday`.
fn merged(steps: Vec<Step>) -> Vec<Step> {
    let mut kept: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        let twin = kept.last_mut().filter(|last| {
            let same_task = step.task == last.task
                || matches!(step.task, Reference::None | Reference::It)
                || matches!(last.task, Reference::None | Reference::It);
            let same_people =
                step.emails.is_empty() || last.emails.is_empty() || step.emails == last.emails;
            let one_text = step.text.is_none() || last.text.is_none();
            let one_list = step.items.is_empty() || last.items.is_empty();
            let one_time = step.when.is_empty() || last.when.is_empty() || step.when == last.when;
            last.intent == step.intent
                && step.intent != Intent::Create
                && same_task
                && same_people
                && one_text
                && one_list
                && one_time
        });
        let Some(last) = twin else {
            kept.push(step);
            continue;
        };
        if matches!(last.task, Reference::None | Reference::It) && step.task != Reference::None {
            last.task = step.task;
        }
        if last.when.is_empty() {
            last.when = step.when;
        }
        for email in &step.emails {
            push_once(&mut last.emails, email);
        }
        last.text = last.text.take().or(step.text);
        if last.items.is_empty() {
            last.items = step.items;
        }
        last.minutes = last.minutes.or(step.minutes);
        last.days = last.days.or(step.days);
        last.level = last.level.or(step.level);
        last.tags.extend(step.tags);
        last.edit |= step.edit;
        last.concepts.join(step.concepts);
    }
    kept
}

/// Steps of one specialist are done together, so that the conversation is handed around as little as possible. Only
/// specialists' steps change places: they don't depend on each other.
fn gathered(steps: Vec<Step>) -> Vec<Step> {
    let special = |step: &Step| !matches!(step.intent.owner(), Owner::Triage | Owner::Anyone);
    let mut ordered: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        let run = ordered
            .iter()
            .rev()
            .take_while(|other| special(other))
            .count();
        let from = ordered.len() - run;
        let kin = ordered[from..]
            .iter()
            .rposition(|other| other.intent.owner() == step.intent.owner());
        match kin.filter(|_| special(&step)) {
            Some(last) => ordered.insert(from + last + 1, step),
            None => ordered.push(step),
        }
    }
    ordered
}

/// What one step says holds for its neighbours where they don't say it: people, the task, a common date.
fn inherit(steps: &mut [Step]) {
    for index in 1..steps.len() {
        let (before, after) = steps.split_at_mut(index);
        let (Some(previous), Some(next)) = (before.last(), after.first_mut()) else {
            continue;
        };
        if matches!(next.task, Reference::None | Reference::It)
            && !matches!(previous.task, Reference::None | Reference::It)
            && next.intent != Intent::Create
        {
            next.task = previous.task.clone();
        }
        let social =
            |step: &Step| matches!(step.intent, Intent::Assign | Intent::Share | Intent::Meet);
        if social(next) && next.emails.is_empty() && next.names.is_empty() && !next.me {
            next.emails.clone_from(&previous.emails);
            next.names.clone_from(&previous.names);
        }
    }
    for index in (0..steps.len().saturating_sub(1)).rev() {
        let (before, after) = steps.split_at_mut(index + 1);
        let (Some(previous), Some(next)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let dated = |step: &Step| matches!(step.intent, Intent::Deadline | Intent::Reminder);
        if dated(previous) && dated(next) && previous.when.is_empty() && previous.days.is_none() {
            previous.when.clone_from(&next.when);
        }
        let social = |step: &Step| matches!(step.intent, Intent::Assign | Intent::Share);
        if social(previous)
            && previous.emails.is_empty()
            && previous.names.is_empty()
            && !previous.me
        {
            previous.emails.clone_from(&next.emails);
        }
        if previous.task == Reference::None
            && matches!(next.task, Reference::Ids(_) | Reference::Title(_))
            && previous.intent != Intent::Create
        {
            previous.task = next.task.clone();
        }
    }
}
