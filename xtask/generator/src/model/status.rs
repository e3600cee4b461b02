//! The statuses of responses: one, a hundred of them, or all that are not named.

use std::fmt;

/// The key of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// One status.
    Code(u16),
    /// A hundred statuses, by their first digit: `4XX`.
    Range(u16),
    /// `default`: every status that is not named.
    Default,
}

impl Status {
    /// Reads the key of a response.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text == "default" {
            return Some(Self::Default);
        }
        if text.len() != 3 {
            return None;
        }
        if let Some(first) = text.strip_suffix("XX") {
            let hundred = first.parse().ok()?;
            return (1..=5).contains(&hundred).then_some(Self::Range(hundred));
        }
        let code = text.parse().ok()?;
        (100..600).contains(&code).then_some(Self::Code(code))
    }

    /// Whether it says that all went well; `None`: it depends on what else is documented.
    pub(crate) fn is_success(self) -> Option<bool> {
        match self {
            Self::Code(code) => Some(code < 400),
            Self::Range(hundred) => Some(hundred < 4),
            Self::Default => None,
        }
    }

    /// Whether an answer of this status is covered.
    pub(crate) fn covers(self, code: u16) -> bool {
        match self {
            Self::Code(own) => own == code,
            Self::Range(hundred) => code / 100 == hundred,
            Self::Default => true,
        }
    }
}

/// What an operation takes, as far as it can be wrong.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Takes {
    pub(crate) body: bool,
    pub(crate) parameters: bool,
    pub(crate) credentials: bool,
    pub(crate) upgrade: bool,
}

/// The statuses that generated code itself answers for an operation, with what they are answered to.
pub(crate) fn own_answers(takes: Takes) -> Vec<(u16, &'static str)> {
    let input = takes.body || takes.parameters;
    let all = [
        (true, 500, "a fault of the service"),
        (takes.credentials, 401, "missing credentials"),
        (input || takes.upgrade, 400, "a request that cannot be read"),
        (input, 422, "a request that breaks a rule"),
        (takes.body, 413, "a body that is too large"),
        (takes.body, 415, "a body of another media type"),
    ];
    all.into_iter()
        .filter(|(can_be, _, _)| *can_be)
        .map(|(_, status, what)| (status, what))
        .collect()
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => code.fmt(f),
            Self::Range(hundred) => write!(f, "{hundred}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}
