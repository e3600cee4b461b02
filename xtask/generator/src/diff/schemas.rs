//! Two schemas in one direction: which values are new, and which are no longer there.

use super::operations::words;
use super::view::{Schema, Spot, may_be_anything};
use super::{Class, Comparison};

impl<'a> Comparison<'a> {
    /// Compares two schemas; what two places share is looked at once for each direction.
    pub(super) fn schemas(&mut self, old: &Spot<'a>, new: &Spot<'a>) {
        let (old, new) = (Schema::of(old, self.old), Schema::of(new, self.new));
        if !self.is_first(&old, &new, "whole") {
            return;
        }
        self.keywords(&old, &new);
        self.members(&old, &new);
        self.heirs(&old, &new);
    }

    /// Compares what need not be there: a value without a schema may be anything.
    pub(super) fn perhaps(&mut self, old: Option<&Spot<'a>>, new: Option<&Spot<'a>>, what: &str) {
        match (old, new) {
            (Some(old), Some(new)) => self.schemas(old, new),
            (Some(old), None) if !may_be_anything(old) => {
                self.gone(Class::TypeWidened, old, format!("{what} may be anything"));
            }
            (None, Some(new)) if !may_be_anything(new) => {
                let message = format!("{what} may no longer be anything");
                self.here(Class::TypeNarrowed, new, message);
            }
            (Some(_), None) | (None, Some(_)) | (None, None) => {}
        }
    }

    /// Compares two parts of `allOf`: all but their members, which count together.
    pub(super) fn parts(&mut self, old: &Spot<'a>, new: &Spot<'a>) {
        let (old, new) = (Schema::of(old, self.old), Schema::of(new, self.new));
        if self.is_first(&old, &new, "part") {
            self.keywords(&old, &new);
        }
    }

    fn is_first(&mut self, old: &Schema<'a>, new: &Schema<'a>, how: &'static str) -> bool {
        self.seen.insert((
            format!("{} {}", old.outer.pointer, old.inner.pointer),
            format!("{} {}", new.outer.pointer, new.inner.pointer),
            self.direction,
            self.is_stream,
            how,
        ))
    }

    fn keywords(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        words(self, Some(&old.inner), Some(&new.inner));
        words(self, old.around().as_ref(), new.around().as_ref());
        self.kinds(old, new);
        self.bounds(old, new);
        self.formats(old, new);
        self.enums(old, new);
        self.defaults(old, new);
        self.undeclared(old, new);
        let (before, after) = (old.get("items"), new.get("items"));
        self.perhaps(before.as_ref(), after.as_ref(), "an item");
        self.alternatives(old, new);
    }

    /// `type` and `nullable`.
    fn kinds(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        match (old.text("type"), new.text("type")) {
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
            (Some(before), None) if !new.implies(before, self.new) => {
                self.here(
                    Class::TypeWidened,
                    &new.inner,
                    format!("no longer only {before}"),
                );
            }
            (None, Some(after)) if !old.implies(after, self.old) => {
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
}
