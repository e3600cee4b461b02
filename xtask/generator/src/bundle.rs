//! Several files, one document: what other files hold and the first one refers to becomes components of it.
//!
//! Knows where OpenAPI has references; knows no file system: the caller reads.

mod target;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;

use crate::check::{Keyword, Object, Shape, home};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{Document, Kind, Member, Node, escape, unescape};

use target::Target;

/// More files are refused.
const MAX_FILES: usize = 1000;

impl Document {
    /// Reads a document and every file that it refers to, and brings them together in one document: a `$ref` into another
    /// file becomes one to a component, named by the first file's own components where they refer to it, else by the last
    /// part of the reference; a path item by `$ref` is put in place. So does one to a part of the first file that is no
    /// component, such as a response of another operation. Counts may be written as any whole number (`1e2`).
    ///
    /// `name` is the first file's path. `read` is given that, then the paths of the others: the first file's folder with
    /// what the references say, `/` between names, never a path that leads out of that folder, never an address. What it
    /// says when it fails becomes part of the diagnostic.
    ///
    /// # Errors
    /// What [`Document::from_bytes`] reports of any of the files, references that lead nowhere, and names that collide.
    pub fn load(
        name: &str,
        mut read: impl FnMut(&str) -> Result<Vec<u8>, String>,
    ) -> Result<Self, Diagnostics> {
        let bytes = read(name).map_err(|why| unreadable(name, &why))?;
        let document = Document::from_bytes(&bytes, name)?;
        let mut bundle = Bundle {
            folder: name.rsplit_once('/').map_or("", |(folder, _)| folder),
            read: &mut read,
            files: vec![File {
                path: name.rsplit('/').next().unwrap_or(name).to_owned(),
                root: Some(document.root().clone()),
            }],
            document,
            names: BTreeMap::new(),
            taken: BTreeMap::new(),
            open: Vec::new(),
            faults: Vec::new(),
        };
        let root = bundle.run();
        let Bundle {
            mut document,
            faults,
            ..
        } = bundle;
        if !faults.is_empty() {
            return Err(Diagnostics::new(faults));
        }
        document.replace_root(root);
        Ok(document)
    }
}

fn unreadable(name: &str, why: &str) -> Diagnostics {
    let nothing = Document::unread(name, "");
    let message = format!("the file cannot be read: {why}");
    Diagnostics::new(vec![Diagnostic::whole(&nothing, Code::Syntax, message)])
}

struct File {
    /// From the first file's folder.
    path: String,
    /// Nothing where the file cannot be read, which was reported once.
    root: Option<Node>,
}

/// Where a component comes from: the member of `components` it belongs to, the file, the pointer in it.
type Origin = (&'static str, usize, String);

struct Bundle<'a> {
    /// The first file's, as it is given to `read`.
    folder: &'a str,
    read: &'a mut dyn FnMut(&str) -> Result<Vec<u8>, String>,
    /// The texts of all files that were read.
    document: Document,
    files: Vec<File>,
    /// What was given a name.
    names: BTreeMap<Origin, String>,
    /// The names that are given, and for what.
    taken: BTreeMap<(&'static str, String), Option<Origin>>,
    /// What was given a name and isn't a component yet.
    open: Vec<(Object, Origin, String)>,
    faults: Vec<Diagnostic>,
}

/// Where the walk is.
#[derive(Clone)]
struct Here {
    file: usize,
    pointer: String,
}

impl Here {
    fn down(&self, token: &str) -> Self {
        Self {
            file: self.file,
            pointer: format!("{}/{}", self.pointer, escape(token)),
        }
    }
}

impl Bundle<'_> {
    /// The first file with everything that it needs.
    fn run(&mut self) -> Node {
        let mut root = self.document.root().clone();
        self.own_names(&mut root);
        let here = Here {
            file: 0,
            pointer: String::new(),
        };
        self.object(Object::Document, &mut root, &here);
        while let Some((object, origin, name)) = self.open.pop() {
            let (home, file, pointer) = origin;
            let Some(found) = self.at(file, &pointer).cloned() else {
                continue;
            };
            let here = Here { file, pointer };
            let mut node = found;
            self.or_reference(object, &mut node, &here);
            add(&mut root, home, name, node);
        }
        root
    }

    /// The first file's components keep their names, and give them to what they refer to.
    fn own_names(&mut self, root: &mut Node) {
        let Some(components) = root.get_mut("components") else {
            return;
        };
        for kind in components.members_mut() {
            let shape = Keyword::find(Object::Components, &kind.key).map(|keyword| keyword.shape);
            let Some(Shape::MapOrRef(object)) = shape else {
                continue;
            };
            let Some(home) = home(object) else { continue };
            let here = Here {
                file: 0,
                pointer: format!("/components/{}", kind.key),
            };
            let Some(members) = kind.value.members_list() else {
                continue;
            };
            let mut kept = Vec::new();
            for member in std::mem::take(members) {
                let is_foreign = member
                    .value
                    .str_of("$ref")
                    .is_some_and(|r| !r.starts_with('#'));
                let taken = (home, member.key.clone());
                self.taken.insert(taken.clone(), None);
                if is_foreign && member.value.members().len() == 1 {
                    let at = here.down(&member.key);
                    let Some((file, pointer)) = self.target(&member.value, &at) else {
                        continue;
                    };
                    let origin = (home, file, pointer);
                    if file != 0 && !self.names.contains_key(&origin) {
                        self.taken.insert(taken, Some(origin.clone()));
                        self.names.insert(origin.clone(), member.key.clone());
                        self.open.push((object, origin, member.key));
                        continue;
                    }
                }
                kept.push(member);
            }
            *members = kept;
        }
        // What was put off first comes first.
        self.open.reverse();
    }

    /// The reference to a component, which is made if there is none yet.
    fn named(&mut self, object: Object, origin: Origin, node: &Node, here: &Here) -> String {
        let (home, file, pointer) = &origin;
        if *file == 0 {
            return format!("#{pointer}");
        }
        let local = |name: &str| format!("#/components/{home}/{}", escape(name));
        if let Some(name) = self.names.get(&origin) {
            return local(name);
        }
        let path = &self.files[*file].path;
        let stem = path.rsplit('/').next().unwrap_or(path);
        let stem = stem.split('.').next().unwrap_or(stem);
        let last = pointer.rsplit('/').next().filter(|last| !last.is_empty());
        let name = last.map_or_else(|| stem.to_owned(), unescape);
        let local = local(&name);
        if let Some(other) = self.taken.get(&(*home, name.clone())) {
            let other = match other {
                Some((_, file, pointer)) => format!("`{}#{pointer}`", self.files[*file].path),
                None => format!("a component of `{}`", self.files[0].path),
            };
            let message = format!("`{path}#{pointer}` and {other} are both called `{name}`");
            let help = format!(
                "give it a name in `components/{home}` of `{}`: `Other{name}: {{ $ref: \"{path}#{pointer}\" }}`",
                self.files[0].path
            );
            let span = node.get("$ref").unwrap_or(node).span.clone();
            let fault = Diagnostic::new(
                &self.document,
                Code::NameCollision,
                &here.pointer,
                span,
                message,
            );
            self.faults.push(fault.help(help));
        }
        self.taken
            .insert((*home, name.clone()), Some(origin.clone()));
        self.names.insert(origin.clone(), name.clone());
        self.open.push((object, origin, name));
        local
    }

    /// The reference to a part of the first file that is no component: it becomes one, named by the last of the way to it, and by
    /// more of that where it must.
    fn lifted(&mut self, object: Object, origin: Origin) -> String {
        let (home, _, pointer) = &origin;
        let local = |name: &str| format!("#/components/{home}/{}", escape(name));
        if let Some(name) = self.names.get(&origin) {
            return local(name);
        }
        let name = {
            let own = self.taken.keys().filter(|(kind, _)| kind == home);
            let taken: BTreeSet<String> = own.map(|(_, name)| name.to_upper_camel_case()).collect();
            free_name(pointer, &taken)
        };
        let local = local(&name);
        self.taken
            .insert((*home, name.clone()), Some(origin.clone()));
        self.names.insert(origin.clone(), name.clone());
        self.open.push((object, origin, name));
        local
    }

    /// Where the `$ref` of an object leads: the file, read if it wasn't, and the pointer of something that is there.
    fn target(&mut self, node: &Node, here: &Here) -> Option<(usize, String)> {
        self.leads_to(node.get("$ref")?, &here.down("$ref"))
    }

    fn leads_to(&mut self, node: &Node, here: &Here) -> Option<(usize, String)> {
        let text = node.as_str()?;
        let (file, pointer) = match Target::of(text, &self.files[here.file].path) {
            Ok(Target { path, pointer }) => {
                let file = match path {
                    Some(path) => self.file(&path, node, here)?,
                    None => here.file,
                };
                (file, pointer)
            }
            Err((message, help)) => {
                let span = node.span.clone();
                let fault = Diagnostic::new(
                    &self.document,
                    Code::BadReference,
                    &here.pointer,
                    span,
                    message,
                );
                self.faults.push(fault.help(help));
                return None;
            }
        };
        if self.at(file, &pointer).is_none() && self.files[file].root.is_some() {
            let message = format!("there is no `{pointer}` in `{}`", self.files[file].path);
            self.fault(Code::BadReference, &node.span.clone(), here, message);
        }
        self.at(file, &pointer)?;
        Some((file, pointer))
    }

    /// The number of a file, which is read when it is first referred to.
    fn file(&mut self, path: &str, node: &Node, here: &Here) -> Option<usize> {
        if let Some(known) = self.files.iter().position(|file| file.path == path) {
            return Some(known);
        }
        let full = match self.folder {
            "" => path.to_owned(),
            folder => format!("{folder}/{path}"),
        };
        let result = if self.files.len() < MAX_FILES {
            (self.read)(&full)
        } else {
            Err(format!("there are more than {MAX_FILES} files"))
        };
        let root = match result.map(|bytes| Document::from_bytes(&bytes, &full)) {
            Ok(Ok(other)) => Some(self.document.absorb(other)),
            Ok(Err(faults)) => {
                self.faults.extend(faults.iter().cloned());
                None
            }
            Err(why) => {
                let message = format!("`{path}` cannot be read: {why}");
                self.fault(Code::BadReference, &node.span.clone(), here, message);
                None
            }
        };
        self.files.push(File {
            path: path.to_owned(),
            root,
        });
        Some(self.files.len() - 1)
    }

    fn at(&self, file: usize, pointer: &str) -> Option<&Node> {
        self.files[file].root.as_ref()?.at(pointer)
    }

    fn fault(
        &mut self,
        code: Code,
        span: &std::ops::Range<usize>,
        here: &Here,
        message: impl Into<String>,
    ) {
        let fault = Diagnostic::new(&self.document, code, &here.pointer, span.clone(), message);
        self.faults.push(fault);
    }
}

/// A name for what stands at a place: `Item`, `ItemOfOrder`, and so on, with a number where even the whole way is not enough.
fn free_name(pointer: &str, taken: &BTreeSet<String>) -> String {
    let tokens: Vec<String> = pointer.split('/').skip(1).map(unescape).collect();
    let says_little = |token: &String| {
        matches!(
            token.as_str(),
            "components"
                | "schemas"
                | "paths"
                | "properties"
                | "content"
                | "allOf"
                | "anyOf"
                | "oneOf"
        )
    };
    let words = tokens.iter().rev().filter(|token| !says_little(token));
    let mut name = String::new();
    for word in words {
        let word = word.to_upper_camel_case();
        // A number is named by what it counts.
        name = match name.starts_with(char::is_alphabetic) {
            true => format!("{name}Of{word}"),
            false => word + &name,
        };
        if name.starts_with(char::is_alphabetic) && !taken.contains(&name) {
            return name;
        }
    }
    let plain = match name.starts_with(char::is_alphabetic) {
        true => name,
        false => format!("Part{name}"),
    };
    let mut numbered = (2..).map(|number| format!("{plain}{number}"));
    let free = numbered.find(|name| !taken.contains(name));
    free.unwrap_or(plain)
}

/// Adds a component; what isn't there yet of the way to it is made.
fn add(root: &mut Node, home: &str, name: String, value: Node) {
    let mut node = root;
    for key in ["components", home] {
        if node.get(key).is_none() {
            let empty = Node {
                span: value.span.clone(),
                kind: Kind::Object(Vec::new()),
            };
            let Some(members) = node.members_list() else {
                return;
            };
            members.push(Member {
                key: key.to_owned(),
                key_span: value.span.clone(),
                value: empty,
            });
        }
        match node.get_mut(key) {
            Some(next) => node = next,
            None => return,
        }
    }
    let key_span = value.span.start..value.span.start;
    if let Some(members) = node.members_list() {
        members.push(Member {
            key: name,
            key_span,
            value,
        });
    }
}
