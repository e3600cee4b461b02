//! Two schemas in one direction: which values are new, and which are no longer there.

use super::operations::words;
use super::view::{Pairs, Schema, Spot, named, pairs};
use super::{Class, Comparison, Direction};
use crate::document::Document;

impl<'a> Comparison<'a> {
    /// Compares two schemas; what two places share is looked at once for each direction.
    pub(super) fn schemas(&mut self, old: &Spot<'a>, new: &Spot<'a>) {
        let (old, new) = (Schema::of(old, self.old), Schema::of(new, self.new));
        let pair = (
            format!("{} {}", old.outer.pointer, old.inner.pointer),
            format!("{} {}", new.outer.pointer, new.inner.pointer),
            self.direction,
            self.is_stream,
        );
        if !self.seen.insert(pair) {
            return;
        }
        words(self, &old.inner, &new.inner);
        if old.outer.pointer != old.inner.pointer && new.outer.pointer != new.inner.pointer {
            words(self, &old.outer, &new.outer);
        }
        self.kinds(&old, &new);
        self.bounds(&old, &new);
        self.formats(&old, &new);
        self.enums(&old, &new);
        self.defaults(&old, &new);
        self.members(&old, &new);
        if let (Some(old), Some(new)) = (old.get("items"), new.get("items")) {
            self.schemas(&old, &new);
        }
        self.alternatives(&old, &new);
    }

    /// `type` and `nullable`.
    fn kinds(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        let (before, after) = (old.text("type"), new.text("type"));
        match (before, after) {
            (Some("integer"), Some("number")) => self.here(
                Class::TypeWidened,
                &new.at("type"),
                "an integer is now any number",
            ),
            (Some("number"), Some("integer")) => self.here(
                Class::TypeNarrowed,
                &new.at("type"),
                "a number is now an integer",
            ),
            (Some(before), Some(after)) if before != after => {
                self.here(
                    Class::TypeChanged,
                    &new.at("type"),
                    format!("{before} is now {after}"),
                );
            }
            (Some(before), None) if !combines(new) => {
                self.here(
                    Class::TypeWidened,
                    &new.inner,
                    format!("no longer only {before}"),
                );
            }
            (None, Some(after)) if !combines(old) => {
                self.here(
                    Class::TypeNarrowed,
                    &new.at("type"),
                    format!("now only {after}"),
                );
            }
            (_, _) => {}
        }
        match (old.flag("nullable"), new.flag("nullable")) {
            (false, true) => self.here(
                Class::NullAllowed,
                &new.at("nullable"),
                "null is now allowed",
            ),
            (true, false) => self.gone(
                Class::NullForbidden,
                &old.at("nullable"),
                "null is no longer allowed",
            ),
            (true, true) | (false, false) => {}
        }
    }

    /// `properties`, `required` and `additionalProperties`.
    fn members(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        let required = |schema: &Schema<'a>, name: &str| {
            let list = schema.get("required");
            let mut items = list.iter().flat_map(Spot::items);
            items.any(|item| item.node.as_str() == Some(name))
        };
        // A member that this way refuses is not there, whatever `required` says.
        let refused = match self.direction {
            Direction::Request => "readOnly",
            Direction::Answer => "writeOnly",
        };
        let is_refused = |member: &Spot<'a>, document| Schema::of(member, document).flag(refused);
        let (before, after) = (old.get("properties"), new.get("properties"));
        let Pairs { both, gone, added } = pairs(named(before.as_ref()), named(after.as_ref()));
        for (name, spot) in gone {
            if is_refused(&spot, self.old) {
                continue;
            }
            let class = if required(old, &name) {
                Class::RequiredMemberRemoved
            } else {
                Class::MemberRemoved
            };
            self.gone(class, &spot, format!("the member `{name}` is gone"));
        }
        for (name, spot) in added {
            if is_refused(&spot, self.new) {
                continue;
            }
            let message = format!("the member `{name}` is new");
            let (is_required, was_closed) = (required(new, &name), old.is_closed());
            if is_required {
                self.here(Class::RequiredMemberAdded, &spot, message.as_str());
            }
            if was_closed {
                self.here(Class::MemberAddedToClosed, &spot, message.as_str());
            }
            if !is_required && !was_closed {
                self.here(Class::MemberAdded, &spot, message.as_str());
            }
        }
        for (name, old_member, new_member) in both {
            let was_refused = is_refused(&old_member, self.old);
            let is_refused = is_refused(&new_member, self.new);
            match (was_refused, is_refused) {
                (false, true) => self.here(
                    Class::OneWayBegun,
                    &new_member,
                    format!("`{name}` is now {refused}"),
                ),
                (true, false) => self.here(
                    Class::OneWayEnded,
                    &new_member,
                    format!("`{name}` is no longer {refused}"),
                ),
                (true, true) | (false, false) => {}
            }
            let was_required = required(old, &name) && !was_refused;
            match (was_required, required(new, &name) && !is_refused) {
                (false, true) => self.here(
                    Class::MemberRequired,
                    &new_member,
                    format!("`{name}` is now required"),
                ),
                (true, false) => self.here(
                    Class::MemberOptional,
                    &new_member,
                    format!("`{name}` may now be missing"),
                ),
                (true, true) | (false, false) => {}
            }
            let was = std::mem::replace(&mut self.is_stream, false);
            self.schemas(&old_member, &new_member);
            self.is_stream = was;
        }
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
            (true, true) | (false, false) => {
                if let (Some(old), Some(new)) = (
                    old.get("additionalProperties"),
                    new.get("additionalProperties"),
                ) {
                    self.schemas(&old, &new);
                }
            }
        }
    }

    /// `oneOf`, `anyOf`, `allOf`, `not` and `discriminator`.
    fn alternatives(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        for keyword in ["oneOf", "anyOf"] {
            let parts = |schema: &Schema<'a>, document: &'a Document| -> Vec<(String, Spot<'a>)> {
                let list = schema.get(keyword);
                let items = list.iter().flat_map(Spot::items).enumerate();
                items
                    .map(|(at, spot)| (name_of(at, &spot, document), spot))
                    .collect()
            };
            match (old.get(keyword), new.get(keyword)) {
                (Some(_), Some(_)) => {
                    let Pairs { both, gone, added } =
                        pairs(parts(old, self.old), parts(new, self.new));
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
        let parts = |schema: &Schema<'a>| -> Vec<Spot<'a>> {
            schema
                .inner
                .get("allOf")
                .iter()
                .flat_map(Spot::items)
                .collect()
        };
        let (before, after) = (parts(old), parts(new));
        if before.len() == after.len() {
            for (old, new) in before.iter().zip(&after) {
                self.schemas(old, new);
            }
        } else {
            let message = format!(
                "`allOf` had {} part(s) and has {}",
                before.len(),
                after.len()
            );
            self.here(Class::CompositionChanged, &new.inner, message);
        }
        if old.value("not") != new.value("not") {
            self.here(
                Class::CompositionChanged,
                &new.at("not"),
                "`not` means something else",
            );
        }
        if old.value("discriminator") != new.value("discriminator") {
            self.here(
                Class::DiscriminatorChanged,
                &new.at("discriminator"),
                "the alternatives are told apart in another way",
            );
        }
    }
}

/// Whether other keywords than `type` say what kinds of values there are.
fn combines(schema: &Schema<'_>) -> bool {
    ["oneOf", "anyOf", "allOf", "enum"]
        .iter()
        .any(|keyword| schema.get(keyword).is_some())
}

/// What tells an alternative from the others: its component, its title, its tag; else its place.
fn name_of<'a>(at: usize, spot: &Spot<'a>, document: &'a Document) -> String {
    if let Some(target) = spot.text("$ref") {
        return format!(
            "the alternative `{}`",
            target.rsplit('/').next().unwrap_or(target)
        );
    }
    if let Some(title) = spot.text("title") {
        return format!("the alternative `{title}`");
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
                .then(|| format!("the alternative of {name} `{only}`"))
        });
    tag.unwrap_or_else(|| format!("the alternative {}", at + 1))
}
