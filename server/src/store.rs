//! What the application keeps, as operations of its domain: no SQL here, and no HTTP.
//!
//! Every operation acts for a [`Caller`]: what is not theirs, and not shared with them, is
//! [`StoreError::NotFound`]. An operation that changes something is one transaction: the rules it must hold, the
//! change itself, the entries in the change logs and the idempotency key are stored together or not at all, and when
//! the operation returns they are stored.
//!
//! The traits are what another database implements; [`sqlite`] is the one there is.

pub mod bell;
pub mod error;
pub mod records;
pub mod resources;
pub mod runs;
pub mod sessions;
pub mod sqlite;

use std::sync::Arc;

pub use error::{OpenError, Rule, StoreError};
pub use resources::{Made, Once, ResourceStore};
pub use runs::RunStore;
pub use sessions::SessionStore;

/// All that the service stores. Each kind of data has a trait of its own; this joins them, so that one
/// `Arc<dyn Store>` is all that the application holds.
pub trait Store: ResourceStore + RunStore + SessionStore {}

impl<T: ResourceStore + RunStore + SessionStore> Store for T {}

/// Who asks: proven before the store is reached, never taken from a request's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The user's row.
    pub user_id: i64,
    /// The user's address, which shares are matched with.
    pub email: Arc<str>,
}
