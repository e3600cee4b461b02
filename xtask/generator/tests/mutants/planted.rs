//! Which row of the table a server runs on, and what its application answers: chosen by the test on whose thread it runs.
//!
//! Declared inside of the generated module of a fixture, whose build script puts [`row`] and [`Respond`] in the place of
//! the row and of the trait that generated handlers use. All else is generated code as everybody gets it.

use std::cell::{Cell, RefCell};

use super::document::Operation;
use super::support::Reply;

thread_local! {
    static ROW: Cell<Option<&'static Operation>> = const { Cell::new(None) };
    static REPLY: RefCell<Option<Reply>> = const { RefCell::new(None) };
}

/// The row that is in force: the one that was planted in the place of this one, if any.
pub(crate) fn row(own: &'static Operation) -> &'static Operation {
    let planted = ROW.get().filter(|planted| planted.id == own.id);
    planted.unwrap_or(own)
}

/// Puts a row in force, and an answer in the place of the next that an application gives.
pub(crate) fn plant(row: &'static Operation, reply: Option<Reply>) {
    ROW.set(Some(row));
    REPLY.replace(reply);
}

/// Leaves the table as it was generated.
pub(crate) fn clear() {
    ROW.set(None);
    REPLY.take();
}

/// [`super::support::Respond`], unless an answer was planted.
pub(super) trait Respond {
    fn respond(self) -> Reply;
}

impl<T: super::support::Respond> Respond for T {
    fn respond(self) -> Reply {
        REPLY.take().unwrap_or_else(|| super::support::Respond::respond(self))
    }
}
