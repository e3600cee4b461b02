//! Which paths dropshot's router can tell apart by itself, and below which prefixes generated code has to.

use std::collections::{BTreeMap, BTreeSet};

/// A node of dropshot's router.
#[derive(Default)]
struct Node<'a> {
    literals: BTreeMap<&'a str, Node<'a>>,
    /// By name; one that takes all that is left of a path is another than one that takes a segment.
    variables: BTreeMap<(&'a str, bool), Node<'a>>,
    /// Segments that have a variable beside something else: dropshot knows none.
    mixed: BTreeMap<&'a str, Node<'a>>,
    /// Whether the paths that end here end with a slash: to dropshot it is all the same.
    ends: BTreeSet<bool>,
}

impl<'a> Node<'a> {
    fn take(&mut self, path: &'a str, takes_rest: bool) {
        let mut node = self;
        let mut left = segments(path).peekable();
        while let Some(segment) = left.next() {
            node = if is_variable(segment) {
                let key = (segment, takes_rest && left.peek().is_none());
                node.variables.entry(key).or_default()
            } else if segment.contains('{') {
                node.mixed.entry(segment).or_default()
            } else {
                node.literals.entry(segment).or_default()
            };
        }
        node.ends.insert(ends_with_slash(path));
    }

    /// Whether a route can be added that dropshot tells apart from all that are here.
    fn admits(&self, path: &str, takes_rest: bool) -> bool {
        let mut node = Some(self);
        let mut left = segments(path).peekable();
        while let (Some(here), Some(segment)) = (node, left.next()) {
            if is_variable(segment) {
                let key = (segment, takes_rest && left.peek().is_none());
                node = here.variables.get(&key);
                if !here.literals.is_empty() || (node.is_none() && !here.variables.is_empty()) {
                    return false;
                }
            } else if !here.variables.is_empty() {
                return false;
            } else {
                node = here.literals.get(segment);
            }
        }
        true
    }

    /// Whether dropshot can't route what stands here or below.
    fn is_crowded(&self) -> bool {
        self.is_crowded_here() || { self.literals.values() }
            .chain(self.variables.values())
            .any(Node::is_crowded)
    }

    fn is_crowded_here(&self) -> bool {
        self.variables.len() > 1
            || !(self.variables.is_empty() || self.literals.is_empty())
            || !self.mixed.is_empty()
            || self.ends.len() > 1
    }

    fn prefixes(&self, path: &str, found: &mut Vec<String>) {
        if self.is_crowded_here() || self.variables.values().any(Node::is_crowded) {
            found.push(path.to_owned());
            return;
        }
        for (name, node) in &self.literals {
            node.prefixes(&format!("{path}/{name}"), found);
        }
    }
}

/// A path, and whether its last variable takes all that is left.
pub(crate) type Route<'a> = (&'a str, bool);

/// The prefixes below which generated code routes. They have no variables: dropshot wants each declared.
pub(crate) fn crowded<'a>(routes: impl IntoIterator<Item = Route<'a>>) -> Vec<String> {
    let mut root = Node::default();
    for (path, takes_rest) in routes {
        root.take(path, takes_rest);
    }
    let mut found = Vec::new();
    root.prefixes("", &mut found);
    found
}

/// Whether a path is a prefix or stands below it.
pub(crate) fn is_below(path: &str, prefix: &str) -> bool {
    let mut path = segments(path);
    segments(prefix).all(|segment| path.next() == Some(segment))
}

/// The path without the names of its variables: what requests can tell.
pub(crate) fn shape(path: &str) -> String {
    let mut parts = path.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |shape, part| {
        let behind = part.split_once('}').map_or(part, |(_, behind)| behind);
        shape + "{}" + behind
    })
}

/// The path as dropshot can be told of it: what stands beside a variable is a segment of its own.
pub(crate) fn told(path: &str) -> String {
    let apart = path.replace('{', "/{").replace('}', "}/");
    let segments: Vec<&str> = segments(&apart).collect();
    format!("/{}", segments.join("/"))
}

/// Whether paths have variables that are a part of a segment.
pub(crate) fn is_mixed(path: &str) -> bool {
    segments(path).any(|segment| segment.contains('{') && !is_variable(segment))
}

/// Whether a path has a last segment that is empty.
pub(crate) fn ends_with_slash(path: &str) -> bool {
    path.len() > 1 && path.ends_with('/')
}

/// Puts routes into groups that dropshot can route one by one: it describes nothing else.
pub(crate) fn groups<'a>(routes: impl IntoIterator<Item = Route<'a>>) -> Vec<BTreeSet<Route<'a>>> {
    let routes: Vec<(Route<'a>, String)> = { routes.into_iter() }
        .map(|route| (route, told(route.0)))
        .collect();
    let mut groups: Vec<(Node<'_>, BTreeMap<&str, Route<'a>>)> = Vec::new();
    for (route, told) in &routes {
        // Of two paths that dropshot is told of alike, each has a description of its own.
        let fits = |(node, known): &(Node<'_>, BTreeMap<&str, Route<'a>>)| {
            known.get(told.as_str()).unwrap_or(route) == route && node.admits(told, route.1)
        };
        let at = groups.iter().position(fits).unwrap_or(groups.len());
        if at == groups.len() {
            groups.push((Node::default(), BTreeMap::new()));
        }
        let (node, known) = &mut groups[at];
        node.take(told, route.1);
        known.insert(told, *route);
    }
    let routes = groups.into_iter().map(|(_, known)| known);
    routes.map(|known| known.into_values().collect()).collect()
}

fn is_variable(segment: &str) -> bool {
    let name = { segment.strip_prefix('{') }.and_then(|rest| rest.strip_suffix('}'));
    name.is_some_and(|name| !name.contains('}'))
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paths: &[&str], expected: &[&str]) {
        let routes = paths.iter().map(|path| (*path, path.ends_with("rest}")));
        assert_eq!(crowded(routes), expected, "{paths:?}");
    }

    #[test]
    fn a_prefix_ends_where_dropshot_cannot_tell() {
        check(&["/a/{x}", "/a/{x}/b", "/c"], &[]);
        check(&["/a/{x}", "/a/b", "/c/{y}"], &["/a"]);
        check(&["/a/{x}", "/a/{y}/b"], &["/a"]);
        check(
            &["/a/b/{x}", "/a/b/c", "/a/d/{x}", "/a/d/{y}/e"],
            &["/a/b", "/a/d"],
        );
        check(&["/{x}", "/a"], &[""]);
    }

    #[test]
    fn a_prefix_has_no_variable() {
        check(&["/a/{x}/b/{y}", "/a/{x}/b/c"], &["/a"]);
    }

    #[test]
    fn what_takes_the_rest_stands_alone() {
        check(&["/a/{rest}", "/a/{rest}/b"], &["/a"]);
        check(&["/a/{rest}", "/b/{rest}"], &[]);
    }

    #[test]
    fn a_part_of_a_segment_and_a_slash_at_the_end_are_told_by_generated_code() {
        check(&["/a/{x}.json", "/b"], &["/a"]);
        check(&["/{x}-{y}"], &[""]);
        check(&["/a/", "/b/{x}/"], &[]);
        check(&["/a/", "/a", "/b/{x}", "/b/{x}/"], &["/a", "/b"]);
        assert_eq!(shape("/a/{x}-{y}.zip/"), "/a/{}-{}.zip/");
        assert_eq!(told("/a/{x}-{y}.zip/"), "/a/{x}/-/{y}/.zip");
        let alike = [
            ("/a/{x}/b", false),
            ("/a/{x}b", false),
            ("/a/{x}/b/", false),
        ];
        assert_eq!(groups(alike).len(), 3);
    }

    #[test]
    fn groups_can_be_routed() {
        let routes = [
            ("/a/{x}", false),
            ("/a/b", false),
            ("/a/{x}/c", false),
            ("/a/{y}/d", false),
        ];
        let paths = |group: &BTreeSet<Route<'_>>| {
            group
                .iter()
                .map(|(path, _)| (*path).to_owned())
                .collect::<Vec<_>>()
        };
        let found: Vec<Vec<String>> = groups(routes).iter().map(paths).collect();
        assert_eq!(
            found,
            [vec!["/a/{x}", "/a/{x}/c"], vec!["/a/b"], vec!["/a/{y}/d"]]
        );
    }
}
