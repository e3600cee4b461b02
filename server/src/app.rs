//! The application: what the operations do, free of HTTP. A file per resource.
//!
//! Speaks the document's types towards its callers and [`store`](crate::store)'s towards the database.

pub mod changes;
pub mod clock;
mod error;
mod idempotency;
mod likeness;
mod meetings;
pub mod operation_tools;
mod pages;
mod reminders;
pub mod runs;
pub mod sessions;
mod shares;
mod tasks;
pub mod team;
mod users;
pub mod views;
pub mod workspace;

use std::{fmt, sync::Arc};

use chrono::{DateTime, Utc};

pub use clock::{Clock, SystemClock};
pub use error::AppError;
pub use tasks::{ListTasks, entity_tag};

use crate::store::{Caller, Store, StoreError};

/// Who asks, as the authenticator has proven it.
pub type Principal = Caller;

/// The installation's secret: the key of page tokens and of fingerprints of requests.
#[derive(Clone)]
pub struct Secret([u8; 16]);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Tasks and what belongs to them, and users: the operations on what is stored. Cheap to clone.
#[derive(Clone)]
pub struct Resources {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    secret: Secret,
}

impl Resources {
    /// Puts the resources on a store and a clock.
    ///
    /// # Errors
    ///
    /// Where the store doesn't answer.
    pub async fn new(store: Arc<dyn Store>, clock: Arc<dyn Clock>) -> Result<Self, StoreError> {
        let secret = Secret(store.secret().await?);
        Ok(Self {
            store,
            clock,
            secret,
        })
    }

    /// What all of this is stored in.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// The key of page tokens and fingerprints.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// The present.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}

#[cfg(test)]
mod tests;
