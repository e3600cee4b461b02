//! Members of objects: those of all parts of an `allOf` together, and what else an object may hold.

use std::collections::BTreeSet;

use super::view::{Pairs, Schema, Spot, named, pairs};
use super::{Class, Comparison, Direction};
use crate::document::Document;

/// All that is said of a member; who demands it need not be who declares it.
#[derive(Default)]
struct Declared<'a> {
    /// Its schemas, one for each part that has it.
    schemas: Vec<Spot<'a>>,
    /// Where it is demanded.
    required: Option<Spot<'a>>,
    /// Whether it must not be there in this direction, whatever `required` says.
    is_refused: bool,
}

impl Declared<'_> {
    fn is_required(&self) -> bool {
        self.required.is_some() && !self.is_refused
    }
}

impl<'a> Comparison<'a> {
    /// `properties`, `required`, `readOnly` and `writeOnly`.
    pub(super) fn members(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        let refused = match self.direction {
            Direction::Request => "readOnly",
            Direction::Answer => "writeOnly",
        };
        let was_closed = parts(old, self.old).any(|part| part.is_closed());
        let Pairs { both, gone, added } = pairs(
            declared(old, self.old, refused),
            declared(new, self.new, refused),
        );
        for (name, old) in gone {
            self.member_gone(&name, &old);
        }
        for (name, new) in added {
            self.member_added(&name, &new, was_closed);
        }
        for (name, old, new) in both {
            match (old.schemas.is_empty(), new.schemas.first()) {
                (true, None) => {}
                (false, None) => self.member_gone(&name, &old),
                (true, Some(_)) => self.member_added(&name, &new, was_closed),
                (false, Some(spot)) => {
                    self.one_way(&name, (&old, &new), spot, refused);
                    self.demand(&name, (&old, &new), spot);
                    self.member_schemas(&name, &old, &new);
                }
            }
        }
    }

    fn member_gone(&mut self, name: &str, old: &Declared<'a>) {
        let (class, message) = match (old.schemas.is_empty(), old.is_required()) {
            (true, _) => (
                Class::MemberOptional,
                format!("`{name}` may now be missing"),
            ),
            (false, true) => (
                Class::RequiredMemberRemoved,
                format!("the member `{name}` is gone"),
            ),
            (false, false) => (Class::MemberRemoved, format!("the member `{name}` is gone")),
        };
        let spot = old.schemas.first().or(old.required.as_ref());
        if let Some(spot) = spot.filter(|_| !old.is_refused) {
            self.gone(class, spot, message);
        }
    }

    fn member_added(&mut self, name: &str, new: &Declared<'a>, was_closed: bool) {
        let spot = new.schemas.first().or(new.required.as_ref());
        let Some(spot) = spot.filter(|_| !new.is_refused) else {
            return;
        };
        if new.schemas.is_empty() {
            let message = format!("`{name}` is now required");
            return self.here(Class::MemberRequired, spot, message);
        }
        let message = format!("the member `{name}` is new");
        if new.is_required() {
            self.here(Class::RequiredMemberAdded, spot, message.as_str());
        }
        if was_closed {
            self.here(Class::MemberAddedToClosed, spot, message.as_str());
        }
        if !new.is_required() && !was_closed {
            self.here(Class::MemberAdded, spot, message);
        }
    }

    /// Whether the member may be there at all in this direction.
    fn one_way(
        &mut self,
        name: &str,
        (old, new): (&Declared<'a>, &Declared<'a>),
        spot: &Spot<'a>,
        refused: &str,
    ) {
        match (old.is_refused, new.is_refused) {
            (false, true) => {
                let message = format!("`{name}` is now {refused}");
                self.here(Class::OneWayBegun, spot, message);
            }
            (true, false) => {
                let message = format!("`{name}` is no longer {refused}");
                self.here(Class::OneWayEnded, spot, message);
            }
            (true, true) | (false, false) => {}
        }
    }

    fn demand(&mut self, name: &str, (old, new): (&Declared<'a>, &Declared<'a>), spot: &Spot<'a>) {
        match (old.is_required(), new.is_required()) {
            (false, true) => {
                let message = format!("`{name}` is now required");
                self.here(Class::MemberRequired, spot, message);
            }
            (true, false) => {
                let message = format!("`{name}` may now be missing");
                self.here(Class::MemberOptional, spot, message);
            }
            (true, true) | (false, false) => {}
        }
    }

    fn member_schemas(&mut self, name: &str, old: &Declared<'a>, new: &Declared<'a>) {
        let was = std::mem::replace(&mut self.is_stream, false);
        for (old, new) in old.schemas.iter().zip(&new.schemas) {
            self.schemas(old, new);
        }
        self.is_stream = was;
        // Each part that speaks of a member asks something of it.
        for spot in new.schemas.iter().skip(old.schemas.len()) {
            let message = format!("more is asked of `{name}`");
            self.here(Class::CompositionChanged, spot, message);
        }
        for spot in old.schemas.iter().skip(new.schemas.len()) {
            let message = format!("less is asked of `{name}`");
            self.gone(Class::CompositionChanged, spot, message);
        }
    }

    /// `additionalProperties`: members without a declaration.
    pub(super) fn undeclared(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        match (old.is_closed(), new.is_closed()) {
            (false, true) => self.here(
                Class::ObjectClosed,
                &new.at("additionalProperties"),
                "members that are not declared are refused",
            ),
            (true, false) => self.gone(
                Class::ObjectOpened,
                &old.at("additionalProperties"),
                "members that are not declared are allowed",
            ),
            (true, true) => {}
            (false, false) => {
                let of = |schema: &Schema<'a>| schema.get("additionalProperties");
                let what = "a member that is not declared";
                self.perhaps(of(old).as_ref(), of(new).as_ref(), what);
            }
        }
    }
}

/// The schema and all that it takes in by `allOf`, each once.
fn parts<'a>(schema: &Schema<'a>, document: &'a Document) -> impl Iterator<Item = Schema<'a>> {
    let (mut open, mut seen) = (vec![schema.clone()], BTreeSet::new());
    std::iter::from_fn(move || {
        let part = open.pop()?;
        let all = part.inner.get("allOf");
        let items: Vec<_> = all.iter().flat_map(Spot::items).collect();
        for item in items.iter().rev() {
            let item = Schema::of(item, document);
            if seen.insert(item.inner.pointer.clone()) {
                open.push(item);
            }
        }
        Some(part)
    })
}

/// Members by name, in the order of their declaration.
fn declared<'a>(
    schema: &Schema<'a>,
    document: &'a Document,
    refused: &str,
) -> Vec<(String, Declared<'a>)> {
    let mut found: Vec<(String, Declared<'a>)> = Vec::new();
    let mut add = |name: &str, more: &dyn Fn(&mut Declared<'a>)| {
        if let Some((_, known)) = found.iter_mut().find(|(known, _)| known == name) {
            return more(known);
        }
        let mut first = Declared::default();
        more(&mut first);
        found.push((name.to_owned(), first));
    };
    for part in parts(schema, document) {
        for (name, member) in named(part.get("properties").as_ref()) {
            let is_refused = Schema::of(&member, document).flag(refused);
            add(&name, &|known| {
                known.is_refused |= is_refused;
                known.schemas.push(member.clone());
            });
        }
        for item in part.get("required").iter().flat_map(Spot::items) {
            let name = item.node.as_str().unwrap_or_default();
            add(name, &|known| known.required = Some(item.clone()));
        }
    }
    found
}
