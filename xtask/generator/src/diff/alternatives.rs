//! How schemas are combined: `oneOf`, `anyOf`, `allOf`, `not`, and what extends a base with a `discriminator`.

use std::collections::BTreeSet;

use super::view::{Pairs, Schema, Spot, named, pairs};
use super::{Breaks, Change, Class, Comparison};
use crate::document::Document;

impl<'a> Comparison<'a> {
    /// Compares all combinations but the members that they come to.
    pub(super) fn alternatives(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        for keyword in ["oneOf", "anyOf"] {
            match (old.get(keyword), new.get(keyword)) {
                (Some(before), Some(after)) => {
                    let before = numbered(&before, "alternative", self.old);
                    self.one_of(before, numbered(&after, "alternative", self.new));
                }
                (None, Some(spot)) => self.here(
                    Class::CompositionChanged,
                    &spot,
                    format!("`{keyword}` is new"),
                ),
                (Some(spot), None) => self.gone(
                    Class::CompositionChanged,
                    &spot,
                    format!("`{keyword}` is gone"),
                ),
                (None, None) => {}
            }
        }
        self.all_of(old, new);
        self.not(old, new);
        if old.value("discriminator") != new.value("discriminator") {
            self.here(
                Class::DiscriminatorChanged,
                &new.at("discriminator"),
                "the alternatives are told apart in another way",
            );
        }
    }

    /// What more is refused is less that is admitted: whatever changes within breaks both, but for words.
    fn not(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        let mut within = Comparison {
            changes: Vec::new(),
            seen: BTreeSet::new(),
            operation: self.operation.clone(),
            ..*self
        };
        let (before, after) = (old.get("not"), new.get("not"));
        within.perhaps(before.as_ref(), after.as_ref(), "what `not` refuses");
        let is_word = |change: &Change| change.breaks == Breaks::None;
        let (words, meant): (Vec<_>, Vec<_>) = within.changes.into_iter().partition(is_word);
        self.changes.extend(words);
        if !meant.is_empty() {
            self.here(
                Class::CompositionChanged,
                &new.at("not"),
                "`not` means something else",
            );
        }
    }

    /// What extends a base by `allOf` stands wherever the base does, when the base has a `discriminator`.
    pub(super) fn heirs(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        let heirs = |schema: &Schema<'a>, document: &'a Document| {
            let has = |keyword| schema.get(keyword).is_some();
            if has("discriminator") && !has("oneOf") && !has("anyOf") {
                heirs(&schema.inner.pointer, document)
            } else {
                Vec::new()
            }
        };
        let (before, after) = (heirs(old, self.old), heirs(new, self.new));
        self.one_of(before, after);
    }

    fn one_of(&mut self, old: Vec<(String, Spot<'a>)>, new: Vec<(String, Spot<'a>)>) {
        let Pairs { both, gone, added } = pairs(old, new);
        let (removed, new_one) = if self.is_stream {
            (Class::EventRemoved, Class::EventAdded)
        } else {
            (Class::AlternativeRemoved, Class::AlternativeAdded)
        };
        for (name, spot) in gone {
            self.gone(removed, &spot, format!("{name} is gone"));
        }
        for (name, spot) in added {
            self.here(new_one, &spot, format!("{name} is new"));
        }
        let was = std::mem::replace(&mut self.is_stream, false);
        for (_, old, new) in both {
            self.schemas(&old, &new);
        }
        self.is_stream = was;
    }

    /// Members that parts declare are compared together: a part that holds nothing else may come and go.
    fn all_of(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        let of = |schema: &Schema<'a>, document: &'a Document| {
            let all = schema.inner.get("allOf");
            all.map_or(Vec::new(), |all| numbered(&all, "part", document))
        };
        let Pairs { both, gone, added } = pairs(of(old, self.old), of(new, self.new));
        for (_, old, new) in both {
            self.parts(&old, &new);
        }
        for (name, spot) in gone {
            if !holds_members_only(&spot, self.old, 16) {
                let message = format!("{name} no longer counts");
                self.gone(Class::CompositionChanged, &spot, message);
            }
        }
        for (name, spot) in added {
            if !holds_members_only(&spot, self.new, 16) {
                let message = format!("{name} counts too");
                self.here(Class::CompositionChanged, &spot, message);
            }
        }
    }
}

/// Whether a schema says no more than which members an object has.
fn holds_members_only(spot: &Spot<'_>, document: &Document, depth: usize) -> bool {
    let schema = Schema::of(spot, document);
    let mut members = schema.inner.members();
    members.all(|(key, value)| match key {
        "type" => value.node.as_str() == Some("object"),
        "allOf" => {
            depth > 0 && { value.items() }
                .all(|part| holds_members_only(&part, document, depth - 1))
        }
        "properties" | "required" | "title" | "description" | "example" => true,
        _ => key.starts_with("x-"),
    })
}

/// Components that take in this one by `allOf`, and those that take in these.
fn heirs<'a>(base: &str, document: &'a Document) -> Vec<(String, Spot<'a>)> {
    let components = Spot::root(document).get("components");
    let components = components.and_then(|components| components.get("schemas"));
    let components = named(components.as_ref());
    let (mut open, mut found) = (vec![base.to_owned()], Vec::new());
    while let Some(base) = open.pop() {
        for (name, spot) in &components {
            let parts = spot.get("allOf");
            let extends = parts.iter().flat_map(Spot::items).any(|part| {
                let target = part.text("$ref");
                target.and_then(|target| target.strip_prefix('#')) == Some(&base)
            });
            let name = format!("the alternative `{name}`");
            if extends && !found.iter().any(|(known, _)| *known == name) {
                open.push(spot.pointer.clone());
                found.push((name, spot.clone()));
            }
        }
    }
    found
}

/// The parts of a list, each by what tells it from the others.
fn numbered<'a>(list: &Spot<'a>, noun: &str, document: &'a Document) -> Vec<(String, Spot<'a>)> {
    let items = list.items().enumerate();
    items
        .map(|(at, spot)| (format!("the {noun} {}", name_of(at, &spot, document)), spot))
        .collect()
}

/// What tells a part from the others: its component, its title, its tag; else its place.
fn name_of<'a>(at: usize, spot: &Spot<'a>, document: &'a Document) -> String {
    if let Some(target) = spot.text("$ref") {
        return format!("`{}`", target.rsplit('/').next().unwrap_or(target));
    }
    if let Some(title) = spot.text("title") {
        return format!("`{title}`");
    }
    let schema = Schema::of(spot, document);
    let properties = schema.get("properties");
    let tag = properties
        .iter()
        .flat_map(Spot::members)
        .find_map(|(name, member)| {
            let values = member.get("enum")?;
            let mut items = values.items();
            let only = items.next()?.node.as_str()?.to_owned();
            items
                .next()
                .is_none()
                .then(|| format!("of {name} `{only}`"))
        });
    tag.unwrap_or_else(|| (at + 1).to_string())
}
