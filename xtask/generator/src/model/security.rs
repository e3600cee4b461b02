//! Who may call: security schemes, and what operations demand of them.

use serde_json::{Map, Value};

use super::{Location, Model, Operation, follow};
use crate::document::{Document, Node};

/// A security scheme.
#[derive(Debug)]
pub(crate) struct SecurityScheme {
    pub(crate) name: String,
    pub(crate) kind: SecurityKind,
    pub(crate) description: Option<String>,
    /// What callers are not held to, as it is written.
    pub(crate) annotations: Value,
}

/// How credentials of a scheme travel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SecurityKind {
    Bearer,
    Basic,
    OAuth2,
    OpenIdConnect,
    /// A key in a header, the query or a cookie of this name.
    ApiKey(Location, String),
}

/// A scheme that must be met, and what its tokens must allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Demand {
    pub(crate) scheme: String,
    pub(crate) scopes: Vec<String>,
}

impl SecurityKind {
    /// The way of a scheme; `None` when generated code cannot find its credentials.
    pub(crate) fn of(node: &Node) -> Option<Self> {
        let named = |name: &str| {
            node.str_of("scheme")
                .is_some_and(|scheme| scheme.eq_ignore_ascii_case(name))
        };
        match node.str_of("type")? {
            "http" if named("bearer") => Some(Self::Bearer),
            "http" if named("basic") => Some(Self::Basic),
            "oauth2" => Some(Self::OAuth2),
            "openIdConnect" => Some(Self::OpenIdConnect),
            "apiKey" => {
                let location = Location::of(node.str_of("in")?)?;
                let name = node.str_of("name")?.to_owned();
                (location != Location::Path).then_some(Self::ApiKey(location, name))
            }
            _ => None,
        }
    }

    /// Whether it is shown as `Authorization: Bearer …`.
    pub(crate) fn is_token(&self) -> bool {
        matches!(self, Self::Bearer | Self::OAuth2 | Self::OpenIdConnect)
    }

    /// Whether its tokens are asked for scopes.
    pub(crate) fn has_scopes(&self) -> bool {
        matches!(self, Self::OAuth2 | Self::OpenIdConnect)
    }

    /// The header that it alone can fill, if it is one that others fill as well.
    pub(crate) fn takes_authorization(&self) -> bool {
        match self {
            Self::Bearer | Self::Basic | Self::OAuth2 | Self::OpenIdConnect => true,
            Self::ApiKey(location, name) => {
                *location == Location::Header && name.eq_ignore_ascii_case("authorization")
            }
        }
    }
}

impl Operation {
    /// Whether it asks for credentials at all.
    pub(crate) fn is_secured(&self) -> bool {
        self.security.iter().any(|all| !all.is_empty())
    }

    /// Whether it takes credentials, and callers without.
    pub(crate) fn is_optional(&self) -> bool {
        self.is_secured() && self.security.iter().any(Vec::is_empty)
    }
}

impl Model {
    /// Whether some operation asks for a scheme.
    pub(crate) fn asks_for(&self, scheme: &str) -> bool {
        let mut demands = (self.operations.iter())
            .flat_map(|operation| &operation.security)
            .flatten();
        demands.any(|demand| demand.scheme == scheme)
    }
}

/// All schemes of a document, in its order.
pub(super) fn schemes(document: &Document) -> Vec<SecurityScheme> {
    let schemes = document.at("/components/securitySchemes");
    let members = schemes.map(Node::members).unwrap_or_default();
    members
        .iter()
        .filter_map(|member| {
            let node = follow(document, &member.value);
            let kind = SecurityKind::of(node)?;
            Some(SecurityScheme {
                name: member.key.clone(),
                description: node.str_of("description").map(str::to_owned),
                annotations: annotations(&kind, node),
                kind,
            })
        })
        .collect()
}

fn annotations(kind: &SecurityKind, node: &Node) -> Value {
    let enforced = |key: &str, value: &Node| match (kind, key) {
        (_, "type") => true,
        // Its case is the document's own.
        (SecurityKind::Bearer, "scheme") => value.as_str() == Some("bearer"),
        (SecurityKind::Basic, "scheme") => value.as_str() == Some("basic"),
        (SecurityKind::ApiKey(..), "in" | "name") => true,
        _ => false,
    };
    let rest: Map<String, Value> = node
        .members()
        .iter()
        .filter(|member| !enforced(&member.key, &member.value))
        .map(|member| (member.key.clone(), member.value.to_json()))
        .collect();
    Value::Object(rest)
}

/// The alternatives of a list of requirements.
pub(super) fn requirements(node: &Node) -> Vec<Vec<Demand>> {
    let demands = |all: &Node| -> Vec<Demand> {
        let members = all.members().iter();
        let demands = members.map(|member| Demand {
            scheme: member.key.clone(),
            scopes: (member.value.items().iter())
                .filter_map(|scope| Some(scope.as_str()?.to_owned()))
                .collect(),
        });
        demands.collect()
    };
    node.items().iter().map(demands).collect()
}
