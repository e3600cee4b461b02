// Made from open.yaml by the test `snapshot`; do not edit.
//! Statuses where the document names a hundred of them.

use http::StatusCode;

/// A status from a documented range: `StatusIn<4>` is one of `4XX`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusIn<const HUNDRED: u16>(StatusCode);

impl<const HUNDRED: u16> StatusIn<HUNDRED> {
    /// A status that is known when the program is built, such as `StatusIn::of::<404>()`; one of another hundred does
    /// not compile.
    pub fn of<const CODE: u16>() -> Self {
        const {
            assert!(
                CODE / 100 == HUNDRED,
                "the status is not in the documented range"
            )
        };
        Self(StatusCode::from_u16(CODE).expect("a status of three digits is one"))
    }

    /// A status that is known when the program runs, if it is in the range.
    pub fn new(status: StatusCode) -> Option<Self> {
        (status.as_u16() / 100 == HUNDRED).then_some(Self(status))
    }
}

impl<const HUNDRED: u16> From<StatusIn<HUNDRED>> for StatusCode {
    fn from(status: StatusIn<HUNDRED>) -> Self {
        status.0
    }
}
