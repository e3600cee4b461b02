//! Starting and stopping: puts the parts together, listens, and ends in order.
//!
//! dropshot's accept loop is private: how many connections there may be, and how slow, is a matter for a proxy in front.

mod model;
mod nodelay;
mod signals;
mod unrouted;
mod welcome;

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use chrono_tz::Tz;
use dropshot::{
    ApiDescription, ApiDescriptionRegisterError, BuildError, ConfigDropshot, HandlerTaskMode,
    HttpServer, ServerBuilder,
};
use slog::Logger;
use taskmanager_agent::model::openai::OpenAiConfigError;

use crate::app::runs::{RunError, Runs, RunsParts};
use crate::app::team::{self, ServiceContexts};
use crate::app::{Clock, Resources, SystemClock};
use crate::config::check::why_not_bound;
use crate::config::{Config, LogFormat};
use crate::docs;
use crate::generated::api::api_description;
use crate::metrics::Metrics;
use crate::otlp::{ExportError, Exporter};
use crate::service::Service;
use crate::shutdown::Shutdown;
use crate::store::sqlite::Sqlite;
use crate::store::{OpenError, Store, StoreError};

pub use model::Models;

/// What a service is made of; a test replaces what it wants otherwise.
pub struct Parts {
    /// The settings.
    pub config: Config,
    /// Where to log.
    pub log: Logger,
    /// What keeps the data.
    pub store: Arc<dyn Store>,
    /// What tells the time.
    pub clock: Arc<dyn Clock>,
    /// What the agents ask.
    pub models: Models,
    /// The time zone that the local user begins with.
    pub time_zone: Tz,
}

impl Parts {
    /// The parts that the settings ask for.
    ///
    /// # Errors
    /// Where the data folder can't be opened or the model can't be set up.
    pub fn open(config: Config, log: Logger) -> Result<Parts, StartError> {
        Ok(Parts {
            store: Arc::new(Sqlite::open(&config.data_dir)?),
            clock: Arc::new(SystemClock),
            models: Models::from_settings(&config.model)?,
            time_zone: machine_time_zone(),
            config,
            log,
        })
    }
}

/// Why the service can't start: one line for the person who starts it.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address can't be listened on.
    #[error("{}", why_not_bound(*address, source))]
    Bind {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The data folder can't be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The store doesn't answer.
    #[error("the storage doesn't answer: {0}")]
    Store(#[from] StoreError),
    /// The model can't be set up.
    #[error("{0}")]
    Model(#[from] OpenAiConfigError),
    /// Traces can't be exported.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The operating system refuses something else.
    #[error("{0}")]
    System(String),
}

/// A service that listens.
pub struct RunningServer {
    http: HttpServer<Arc<Service>>,
    service: Arc<Service>,
    exporter: Exporter,
}

/// How long what was cut may take to say so to its clients.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Starts a service; it answers as soon as this returns.
///
/// # Errors
/// See [`StartError`]; nothing is left running then.
pub async fn start(parts: Parts) -> Result<RunningServer, StartError> {
    let Parts {
        config,
        log,
        store,
        clock,
        models: Models { model, upstreams },
        time_zone,
    } = parts;
    let config = Arc::new(config);
    let resources = Resources::new(store, Arc::clone(&clock)).await?;
    let local_user = resources.local_user(time_zone).await?;
    let metrics = Arc::new(Metrics::new());
    if let Some(upstreams) = &upstreams {
        metrics.watch(Arc::clone(upstreams));
    }
    let shutdown = Shutdown::default();
    let driver =
        team::driver(Arc::clone(&model)).map_err(|error| StartError::System(error.to_string()))?;
    let exporter = match &config.otlp {
        Some(otlp) => Exporter::start(otlp, team::tool_names(&driver), &metrics, &log)?,
        None => Exporter::off(),
    };
    let service = Arc::new_cyclic(|service| Service {
        runs: Runs::new(RunsParts {
            store: Arc::clone(resources.store()),
            clock: Arc::clone(&clock),
            driver,
            contexts: Arc::new(ServiceContexts {
                service: Weak::clone(service),
                resources: resources.clone(),
                clock,
            }),
            shutdown: shutdown.clone(),
            metrics: Arc::clone(&metrics),
            exporter: exporter.clone(),
            log: log.clone(),
            max_runs: config.limits.max_runs,
            history: config.limits.history,
        }),
        log: log.clone(),
        resources,
        model,
        upstreams,
        metrics,
        shutdown,
        local_user,
        bound: OnceLock::new(),
        config,
    });
    // Ended before anybody can look at them, begun only when this process can serve.
    let recovered = service.runs.recover().await.map_err(runs_failed)?;
    let server = listen(service, exporter, &log)?;
    server
        .service
        .runs
        .open(recovered)
        .await
        .map_err(runs_failed)?;
    let (resources, stop) = (
        server.service.resources.clone(),
        server.service.shutdown.draining(),
    );
    tokio::spawn(async move { resources.fire_reminders(&log, stop).await });
    Ok(server)
}

fn runs_failed(error: RunError) -> StartError {
    StartError::System(format!(
        "the runs of the last process can't be taken up: {error}"
    ))
}

fn listen(
    service: Arc<Service>,
    exporter: Exporter,
    log: &Logger,
) -> Result<RunningServer, StartError> {
    let (api, routes) = (routes()?, routes()?);
    let config = &service.config;
    if config.listen.port() != 0 {
        service.bound.get_or_init(|| config.listen);
    }
    let settings = ConfigDropshot {
        bind_address: config.listen,
        default_request_body_max_bytes: config.limits.max_body_bytes,
        // A handler is dropped when its client leaves: detaching it costs a fifth of a small request. What must not
        // be half done is handed over in one step, to the store's writer or to the supervisor of runs.
        default_handler_task_mode: HandlerTaskMode::CancelOnDisconnect,
        ..ConfigDropshot::default()
    };
    let http = ServerBuilder::new(api, Arc::clone(&service), log.clone())
        .config(settings)
        .version_policy(unrouted::policy(routes, Arc::clone(&service)))
        .start()
        .map_err(|error| match error {
            BuildError::BindError { address, error } => StartError::Bind {
                address,
                source: error,
            },
            other => StartError::System(other.to_string()),
        })?;
    // A free port is only known now; nobody else knows it before this returns.
    service.bound.get_or_init(|| http.local_addr());
    if !nodelay::set(http.local_addr()) {
        slog::warn!(
            log,
            "small frames may wait for acknowledgements: TCP_NODELAY could not be set"
        );
    }
    Ok(RunningServer {
        http,
        service,
        exporter,
    })
}

/// All that is answered: the document's operations, and the page for people.
fn routes() -> Result<ApiDescription<Arc<Service>>, StartError> {
    let system = |error: ApiDescriptionRegisterError| StartError::System(error.to_string());
    let mut api = api_description::<Service>().map_err(system)?;
    docs::register(&mut api).map_err(system)?;
    Ok(api)
}

impl RunningServer {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.http.local_addr()
    }

    /// Its state.
    pub fn service(&self) -> &Arc<Service> {
        &self.service
    }

    /// Stops in order: takes no new connection, lets what is going finish within the settings' bound, then cuts it.
    /// Returns whether everything finished by itself.
    pub async fn stop(self) -> bool {
        let RunningServer {
            http,
            service,
            exporter,
        } = self;
        let bound = service.config.limits.drain;
        let runs = service.runs.clone();
        let mut closed = Box::pin(async move {
            // It fails only when dropshot's task has panicked, and then there is nothing left to wait for.
            let _ = http.close().await;
            // Runs that nobody watches may finish as well; after the cut, they have stored their ends.
            runs.idle().await;
            // Their last spans as well.
            exporter.flush().await;
        });
        let over = tokio::time::sleep(bound);
        let in_time = service.shutdown.stop(closed.as_mut(), over).await;
        if !in_time {
            // Whoever doesn't read their stream's end is left behind.
            let _ = tokio::time::timeout(LAST_WORDS, closed).await;
        }
        in_time
    }
}

/// Serves until a signal asks to stop; a second signal stops at once.
///
/// # Errors
/// Where the service can't start.
pub async fn run(config: Config, log: Logger) -> Result<(), StartError> {
    let format = config.log.format;
    // Before anything is promised to the outside, so that no signal is missed.
    let mut signals = signals::listen().map_err(|error| StartError::System(error.to_string()))?;
    let server = start(Parts::open(config, log.clone())?).await?;
    let service = Arc::clone(server.service());
    slog::info!(log, "ready"; "address" => %server.address(), "model" => service.model.name(), "version" => env!("CARGO_PKG_VERSION"));
    if format == LogFormat::Text {
        welcome::print(server.address(), &service.config);
    }
    let first = signals.recv().await;
    let drain_seconds = service.config.limits.drain.as_secs();
    slog::info!(log, "stopping"; "signal" => first, "drain_seconds" => drain_seconds);
    tokio::select! {
        in_time = server.stop() => match in_time {
            true => slog::info!(log, "stopped"),
            false => slog::warn!(log, "stopped; what had not finished was cut"),
        },
        second = signals.recv() => slog::warn!(log, "stopped at once"; "signal" => second),
    }
    Ok(())
}

fn machine_time_zone() -> Tz {
    let name = iana_time_zone::get_timezone().ok();
    name.and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
}
