// Made from small.yaml by the test `snapshot`; do not edit.
//! Who may call: the document's security schemes, and what callers show for them.
use super::support::{Scheme, SchemeKind, Secret};
use super::support::credentials::Shown;

/// What a request shows to say who calls: a variant for each way that the document names. `Debug` keeps the secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credentials {
    /// `bearer`.
    Bearer(Secret),
}

impl Credentials {
    pub(super) fn of(shown: &Shown) -> Option<Self> {
        match *shown.schemes() {
            ["bearer"] => Some(Self::Bearer(shown.secret("bearer")?)),
            _ => None,
        }
    }
}

/// `bearer`.
pub(super) static BEARER: Scheme = Scheme {
    name: "bearer",
    kind: SchemeKind::Bearer,
    annotations: "{\"bearerFormat\":\"JWT\"}",
};
