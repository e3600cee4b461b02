//! The service: all that an operation can reach, put together once at the start.
//!
//! The generated trait is implemented for it (`crate::api`), so its `&self` is the dependency injection: what a test
//! wants otherwise, it replaces in [`Parts`](crate::serve::Parts).

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

use slog::Logger;
use taskmanager_agent::model::Model;
use taskmanager_agent::model::fallback::Fallback;

use crate::app::runs::Runs;
use crate::app::team::RunContext;
use crate::app::{Principal, Resources};
use crate::config::Config;
use crate::metrics::Metrics;
use crate::shutdown::Shutdown;

/// The service's state, shared by all requests.
pub struct Service {
    /// The settings.
    pub config: Arc<Config>,
    /// Where to log. Lines about a request bear its id: `log.new(o!("request_id" => …))`.
    pub log: Logger,
    /// Tasks and what belongs to them, and users.
    pub resources: Resources,
    /// The agents' runs.
    pub runs: Runs<RunContext>,
    /// The model that the agents ask.
    pub model: Arc<dyn Model>,
    /// The same, as the upstreams that it stands for; the embedded model has none.
    pub upstreams: Option<Arc<Fallback>>,
    /// What `/metrics` tells.
    pub metrics: Arc<Metrics>,
    /// How far the stopping has come.
    pub shutdown: Shutdown,
    /// The one user of local mode.
    pub(crate) local_user: Principal,
    /// The address that is listened on, once it is.
    pub(crate) bound: OnceLock<SocketAddr>,
}
