//! The TaskManager team: triage and three specialists, and what their tools need of the application.
//!
//! Knows no storage: all that is kept reaches the tools through [`Workspace`], which is bound to one caller.

pub mod blockers;
pub mod estimate;
pub mod slots;
pub mod workspace;

use chrono::DateTime;
use chrono_tz::Tz;

pub use workspace::{Workspace, WorkspaceError};

/// What a run of the team carries for its tools. The application's own context implements it.
pub trait TeamContext: Send + Sync + 'static {
    /// The caller's tasks, with the caller's identity and rights.
    fn workspace(&self) -> &dyn Workspace;

    /// The present, in the caller's zone: what "tomorrow" is counted from.
    fn now(&self) -> DateTime<Tz>;
}
