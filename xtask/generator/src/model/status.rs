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

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => code.fmt(f),
            Self::Range(hundred) => write!(f, "{hundred}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}
