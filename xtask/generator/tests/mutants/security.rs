//! Security: each alternative, each scheme of it, how it travels, each scope, and that nobody comes in without.

use super::Check;
use super::ask::Ask;
use super::class::Class;
use super::exchange::Exchange;
use super::generated::document::{Demand, Location, Operation, Scheme, SchemeKind};
use super::rows::{changed, leak, row};
use super::spec::Spec;

impl Check<'_> {
    /// Each alternative must be found by what the document says of it alone, and a request that lacks a part of it is
    /// refused with 401; without the alternative, the part or a scope, the same requests are judged otherwise.
    ///
    /// That callers may show nothing is no mutant: it is the handler's type, whose principal is an `Option`.
    pub(super) fn security(&mut self, operation: &'static Operation, spec: &Spec<'_>, ask: &Ask) {
        let id = operation.id;
        let asked = spec.security();
        self.score.sound(
            || format!("{id}: not every alternative is in the table"),
            asked.len() == operation.security.len(),
        );
        let with = |security| {
            leak(Operation {
                security,
                ..row(operation)
            })
        };
        let named = asked.iter().enumerate().filter(|(_, all)| !all.is_empty());
        for (at, schemes) in named {
            let gone = with(changed(operation.security, at, |all| *all, |_| None));
            let names: Vec<&str> = schemes.iter().map(|(name, _)| *name).collect();
            let label = format!("{id}: {}", names.join(" and "));
            // The credentials of all schemes but one, and of that what is given.
            let shown = |part: usize, one: Option<&[&str]>| {
                let mut whole = ask.clone();
                for (other, (name, scopes)) in schemes.iter().enumerate() {
                    match one {
                        None if other == part => {}
                        Some(scopes) if other == part => {
                            spec.show(&mut whole, name, scopes);
                        }
                        _ => {
                            spec.show(&mut whole, name, scopes);
                        }
                    }
                }
                Exchange::Caller(whole)
            };
            let whole = || shown(usize::MAX, None);
            let found = whole().judged(operation);
            self.score
                .sound(|| format!("{label} is not enough: {found:?}"), found.0 == 0);
            self.count(
                Class::Alternative,
                || label.clone(),
                &[whole()],
                operation,
                gone,
            );
            for (part, (name, scopes)) in schemes.iter().enumerate() {
                let change = |change: &dyn Fn(Demand) -> Option<Demand>| {
                    let part = |all: &'static [Demand]| changed(all, part, |one| *one, change);
                    with(changed(
                        operation.security,
                        at,
                        |all| *all,
                        |all| Some(part(all)),
                    ))
                };
                self.count(
                    Class::Scheme,
                    || format!("{label} without {name}"),
                    &[shown(part, None), whole()],
                    operation,
                    change(&|_| None),
                );
                let elsewhere = change(&|demand| {
                    let kind = SchemeKind::ApiKey(Location::Header, "zz-other");
                    let scheme = leak(Scheme {
                        kind,
                        ..*demand.scheme
                    });
                    Some(Demand { scheme, ..demand })
                });
                self.count(
                    Class::Carrier,
                    || format!("{label}: {name}"),
                    &[whole()],
                    operation,
                    elsewhere,
                );
                for (at, scope) in scopes.iter().enumerate() {
                    let fewer = change(&|demand| {
                        Some(Demand {
                            scopes: changed(demand.scopes, at, |other| *other, |_| None),
                            ..demand
                        })
                    });
                    let others: Vec<&str> = { scopes.iter().copied() }
                        .filter(|other| other != scope)
                        .collect();
                    self.count(
                        Class::Scope,
                        || format!("{label} with {scope}"),
                        &[shown(part, Some(&others))],
                        operation,
                        fewer,
                    );
                }
            }
        }
        let is_optional = asked.iter().any(|all| all.is_empty());
        if !asked.is_empty() && !is_optional {
            let nobody = Exchange::Caller(ask.clone());
            let refused = nobody.judged(operation);
            self.score.sound(
                || format!("{id}: who shows nothing is let in: {refused:?}"),
                refused.0 == 401 && !refused.1.is_empty(),
            );
            self.count(
                Class::Credentials,
                || id.to_owned(),
                &[nobody],
                operation,
                with(&[]),
            );
        }
    }
}
