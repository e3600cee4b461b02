//! What the applications of fixtures take of their own tests' tools.

#[path = "../../../fixtures/tests/common/told.rs"]
pub(super) mod told;
