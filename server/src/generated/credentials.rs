// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! Who may call: the document's security schemes, and what callers show for them.
use super::support::{Scheme, SchemeKind, Secret};
use super::support::credentials::Shown;

/// What a request shows to say who calls: a variant for each way that the document names. `Debug` keeps the secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credentials {
    /// `bearerAuth`: An access token. In local mode none is needed, and one that is sent is not looked at.
    BearerAuth(Secret),
}

impl Credentials {
    pub(super) fn of(shown: &Shown) -> Option<Self> {
        match *shown.schemes() {
            ["bearerAuth"] => Some(Self::BearerAuth(shown.secret("bearerAuth")?)),
            _ => None,
        }
    }
}

/// `bearerAuth`.
pub(super) static BEARER_AUTH: Scheme = Scheme {
    name: "bearerAuth",
    kind: SchemeKind::Bearer,
    annotations: "{\"bearerFormat\":\"JWT\",\"description\":\"An access token. In local mode none is needed, and one that is sent is not looked at.\"}",
};
