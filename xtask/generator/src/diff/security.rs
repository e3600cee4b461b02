//! Which credentials are enough.

use std::collections::BTreeSet;

use super::view::Spot;
use super::{Class, Comparison};
use crate::document::{Document, Node};

/// The alternatives of an operation, each a set of schemes with their scopes; none: anybody may call.
fn alternatives<'a>(
    document: &'a Document,
    operation: &Spot<'a>,
) -> (Option<Spot<'a>>, BTreeSet<BTreeSet<String>>) {
    let spot = operation
        .get("security")
        .or_else(|| Spot::root(document).get("security"));
    let mut found = BTreeSet::new();
    for all in spot.iter().flat_map(Spot::items) {
        let mut set = BTreeSet::new();
        for (scheme, scopes) in all.members() {
            set.insert(scheme.to_owned());
            let scopes = scopes.node.items().iter().filter_map(Node::as_str);
            set.extend(scopes.map(|scope| format!("{scheme} {scope}")));
        }
        found.insert(set);
    }
    if found.is_empty() {
        found.insert(BTreeSet::new());
    }
    (spot, found)
}

/// Credentials that were enough must stay enough, and the other way round.
pub(super) fn security<'a>(comparison: &mut Comparison<'a>, old: &Spot<'a>, new: &Spot<'a>) {
    let (_, before) = alternatives(comparison.old, old);
    let (new_spot, after) = alternatives(comparison.new, new);
    let is_enough = |given: &BTreeSet<String>, asked: &BTreeSet<BTreeSet<String>>| {
        asked.iter().any(|needed| needed.is_subset(given))
    };
    let shown = |set: &BTreeSet<String>| {
        if set.is_empty() {
            "no credentials".to_owned()
        } else {
            set.iter()
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(" and ")
        }
    };
    let new_spot = new_spot.unwrap_or_else(|| new.clone());
    for set in before.iter().filter(|set| !is_enough(set, &after)) {
        let message = format!("{} is no longer enough", shown(set));
        comparison.here(Class::SecurityTightened, &new_spot, message);
    }
    for set in after.iter().filter(|set| !is_enough(set, &before)) {
        let message = format!("{} is now enough", shown(set));
        comparison.here(Class::SecurityLoosened, &new_spot, message);
    }
    // Who need not be known may still be: `security: [{}, {user: []}]`.
    let is_told = |set: &&BTreeSet<String>, others: &BTreeSet<BTreeSet<String>>| {
        let is_read = |name: &String| others.iter().any(|other| other.contains(name));
        // A name with a space is a scope.
        let mut schemes = set.iter().filter(|name| !name.contains(' '));
        is_enough(set, others) && !schemes.all(is_read)
    };
    for set in before.iter().filter(|set| is_told(set, &after)) {
        let message = format!("{} is no longer looked at", shown(set));
        comparison.here(Class::CredentialsIgnored, &new_spot, message);
    }
    for set in after.iter().filter(|set| is_told(set, &before)) {
        let message = format!("{} is now looked at", shown(set));
        comparison.here(Class::CredentialsRead, &new_spot, message);
    }
}
