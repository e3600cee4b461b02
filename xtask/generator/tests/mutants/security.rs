//! Security: each alternative, each scheme of it, each scope, and that nobody comes in without.

use super::Check;
use super::ask::Ask;
use super::generated::document::{Demand, Operation};
use super::generated::judge;
use super::rows::{changed, leak, row};
use super::spec::Spec;

impl Check {
    /// Each alternative must be found by what the document says of it alone, and a request that lacks a part of it is
    /// refused with 401; without the alternative, the part or a scope, the same requests are judged otherwise.
    pub(super) fn security(&mut self, operation: &'static Operation, spec: &Spec<'_>, ask: &Ask) {
        let id = operation.id;
        let asked = spec.security();
        self.score.sound(
            || format!("{id}: not every alternative is in the table"),
            asked.len() == operation.security.len(),
        );
        let judged = |row, ask: &Ask| judge::credentials(row, &ask.head(operation));
        let with = |security| {
            leak(Operation {
                security,
                ..row(operation)
            })
        };
        let is_optional = asked.iter().any(|all| all.is_empty());
        for (at, schemes) in asked.iter().enumerate() {
            let gone = with(changed(operation.security, at, |all| *all, |_| None));
            let label = schemes
                .iter()
                .map(|(name, _)| *name)
                .collect::<Vec<_>>()
                .join(" and ");
            let mut whole = ask.clone();
            let shown = schemes
                .iter()
                .filter(|(name, _)| spec.show(&mut whole, name));
            let is_shown = shown.count() == schemes.len();
            let found = judged(operation, &whole);
            self.score.sound(
                || format!("{id}: {label} is not enough: {found:?}"),
                is_shown && found.0 == 0,
            );
            self.score.count(
                || format!("{id}: {label}"),
                found.0 == 0 && judged(gone, &whole) != found,
            );
            for (part, (name, scopes)) in schemes.iter().enumerate() {
                let mut short = ask.clone();
                for (other, _) in schemes.iter().filter(|(other, _)| other != name) {
                    spec.show(&mut short, other);
                }
                let refused = judged(operation, &short);
                let change = |change: &dyn Fn(Demand) -> Option<Demand>| {
                    let part = |all: &'static [Demand]| changed(all, part, |one| *one, change);
                    with(changed(
                        operation.security,
                        at,
                        |all| *all,
                        |all| Some(part(all)),
                    ))
                };
                self.score.count(
                    || format!("{id}: {label} without {name}"),
                    (refused.0 == 401 || is_optional || schemes.len() > 1)
                        && (judged(change(&|_| None), &short) != refused
                            || judged(change(&|_| None), &whole) != found),
                );
                for (at, scope) in scopes.iter().enumerate() {
                    let fewer = change(&|demand| {
                        Some(Demand {
                            scopes: changed(demand.scopes, at, |other| *other, |_| None),
                            ..demand
                        })
                    });
                    self.score.count(
                        || format!("{id}: {label} with {scope}"),
                        judged(fewer, &whole) != found,
                    );
                }
            }
        }
        if !asked.is_empty() && !is_optional {
            let refused = judged(operation, ask);
            self.score.count(
                || format!("{id}: no credentials"),
                refused.0 == 401 && !refused.1.is_empty() && judged(with(&[]), ask) != refused,
            );
        }
    }
}
