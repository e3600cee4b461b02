//! The walk over a document's objects to every place where OpenAPI has a reference.

use super::target::Target;
use super::{Bundle, Here};
use crate::check::{Keyword, Object, Shape, home};
use crate::diagnostic::Code;
use crate::document::{Kind, Node};

impl Bundle<'_> {
    pub(super) fn object(&mut self, object: Object, node: &mut Node, here: &Here) {
        if object == Object::Discriminator {
            self.mapping(node, here);
        }
        for member in node.members_mut() {
            if let Some(keyword) = Keyword::find(object, &member.key) {
                self.shape(keyword.shape, &mut member.value, &here.down(&member.key));
            }
        }
    }

    fn shape(&mut self, shape: Shape, node: &mut Node, here: &Here) {
        match shape {
            Shape::One(object) => self.object(object, node, here),
            Shape::OneOrRef(object) => self.or_reference(object, node, here),
            Shape::SchemaOrFlag => self.or_reference(Object::Schema, node, here),
            Shape::List(object) | Shape::ListOrRef(object) => {
                for (at, item) in node.items_mut().iter_mut().enumerate() {
                    self.or_reference(object, item, &here.down(&at.to_string()));
                }
            }
            Shape::Map(Object::PathItem) => {
                for member in node.members_mut() {
                    self.path_item(&mut member.value, &here.down(&member.key));
                }
            }
            Shape::Map(object) | Shape::MapOrRef(object) => {
                for member in node.members_mut() {
                    self.or_reference(object, &mut member.value, &here.down(&member.key));
                }
            }
            Shape::Count => count(node),
            Shape::Any
            | Shape::Text
            | Shape::Flag
            | Shape::Number
            | Shape::Texts
            | Shape::Values
            | Shape::Requirements => {}
        }
    }

    pub(super) fn or_reference(&mut self, object: Object, node: &mut Node, here: &Here) {
        let Some(reference) = node.str_of("$ref") else {
            return self.object(object, node, here);
        };
        let Some(home) = home(object) else { return };
        if here.file == 0 && reference.starts_with('#') {
            return self.own_reference(object, home, node, here);
        }
        if let Some((file, pointer)) = self.target(node, here) {
            let local = self.named(object, (home, file, pointer), node, here);
            if let Some(reference) = node.get_mut("$ref") {
                reference.kind = Kind::String(local);
            }
        }
    }

    /// A reference within the first file: to a component by its plain spelling; what is no component of its own becomes one,
    /// beside where it stands. Of one that leads nowhere the check tells.
    fn own_reference(&mut self, object: Object, home: &'static str, node: &mut Node, here: &Here) {
        let reference = node.str_of("$ref").unwrap_or_default();
        let Ok(Target { pointer, .. }) = Target::of(reference, &self.files[here.file].path) else {
            return;
        };
        if self.at(here.file, &pointer).is_none() {
            return;
        }
        let tokens: Vec<&str> = pointer.split('/').skip(1).collect();
        let local = match tokens.as_slice() {
            ["components", kind, _] if *kind == home => format!("#{pointer}"),
            [] | [_] | [_, _] | ["components", _, _] => return,
            _ => self.lifted(object, (home, here.file, pointer)),
        };
        if let Some(reference) = node.get_mut("$ref") {
            reference.kind = Kind::String(local);
        }
    }

    /// The variants that a discriminator's mapping names by file.
    fn mapping(&mut self, node: &mut Node, here: &Here) {
        let Some(mapping) = node.get_mut("mapping") else {
            return;
        };
        let here = here.down("mapping");
        for entry in mapping.members_mut() {
            let Some(text) = entry.value.as_str() else {
                continue;
            };
            let is_own = here.file == 0 && text.starts_with('#');
            let is_reference = text.contains('#') || text.contains('/') || text.contains('.');
            if is_own || !is_reference {
                continue;
            }
            let at = here.down(&entry.key);
            if let Some((file, pointer)) = self.leads_to(&entry.value, &at) {
                let origin = ("schemas", file, pointer);
                let local = self.named(Object::Schema, origin, &entry.value, &at);
                entry.value.kind = Kind::String(local);
            }
        }
    }

    /// A path item by `$ref` is put in place: components have no home for it.
    fn path_item(&mut self, node: &mut Node, here: &Here) {
        let mut here = here.clone();
        // One may lead to another, and in a circle.
        for _ in 0..16 {
            if node.get("$ref").is_none() {
                return self.object(Object::PathItem, node, &here);
            }
            if node.members().len() > 1 {
                let message = "what stands beside `$ref` in a path item is ignored";
                self.fault(Code::RefSibling, &node.span.clone(), &here, message);
                return;
            }
            let Some((file, pointer)) = self.target(node, &here) else {
                return;
            };
            let Some(found) = self.at(file, &pointer).cloned() else {
                return;
            };
            *node = found;
            here = Here { file, pointer };
        }
        let message = "this path item refers to itself and holds nothing";
        self.fault(Code::ReferenceCycle, &node.span.clone(), &here, message);
    }
}

/// A count may be written as any number that is whole: `1.0`, `1e2`.
fn count(node: &mut Node) {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let Kind::Number(number) = &node.kind else {
        return;
    };
    let whole = { number.as_f64() }.filter(|value| value.fract() == 0.0 && value.abs() < EXACT);
    if let Some(value) = whole.filter(|_| number.is_f64()) {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "it is whole and small enough"
        )]
        let value = value as i64;
        node.kind = Kind::Number(value.into());
    }
}
