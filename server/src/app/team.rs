//! The agents of this service: the team, its tools on this application, and what a run carries for them.

use std::{
    collections::HashSet,
    sync::{Arc, Weak},
};

pub use taskmanager_agent::team::{
    analysis::NAME as ANALYSIS, collaboration::NAME as COLLABORATION, scheduler::NAME as SCHEDULER,
    triage::NAME as TRIAGE,
};

use async_trait::async_trait;
use chrono::DateTime;
use chrono_tz::Tz;
use serde_json::Value;
use taskmanager_agent::{
    agent::AgentsError,
    driver::Driver,
    model::Model,
    team::{TeamContext, Workspace, team},
};

use super::{
    Clock, Principal, Resources, operation_tools::operation_tools, runs::Contexts, views,
    workspace::CallerWorkspace,
};
use crate::{
    generated::api::{Authenticated, Refusal, reauthenticate},
    service::Service,
    store::{Caller, StoreError},
};

/// What a run carries for its tools: the application, as the run's owner may use it. Cheap to clone.
#[derive(Clone)]
pub struct RunContext(Arc<Carried>);

struct Carried {
    service: Arc<Service>,
    workspace: CallerWorkspace,
    owner: Authenticated<Principal>,
    zone: Tz,
    clock: Arc<dyn Clock>,
}

impl RunContext {
    /// The service, as the operations' implementation.
    pub fn service(&self) -> &Service {
        &self.0.service
    }

    /// Whom the run acts for.
    pub fn owner(&self) -> &Authenticated<Principal> {
        &self.0.owner
    }
}

impl TeamContext for RunContext {
    fn workspace(&self) -> &dyn Workspace {
        &self.0.workspace
    }

    fn now(&self) -> DateTime<Tz> {
        self.0.clock.now().with_timezone(&self.0.zone)
    }

    fn email(&self) -> &str {
        &self.0.owner.email
    }
}

/// Makes the contexts of runs. Holds the service weakly, for the service holds the runs.
pub struct ServiceContexts {
    /// The service that the tools act on.
    pub service: Weak<Service>,
    /// What is stored.
    pub resources: Resources,
    /// What tells the time.
    pub clock: Arc<dyn Clock>,
}

#[async_trait]
impl Contexts<RunContext> for ServiceContexts {
    async fn context(&self, owner: &Caller, _run_id: &str) -> Result<RunContext, StoreError> {
        let gone = || StoreError::Unavailable("the service has gone".to_owned());
        let service = self.service.upgrade().ok_or_else(gone)?;
        let user = self.resources.store().user(owner).await?;
        let proven =
            reauthenticate(&*service, owner.clone())
                .await
                .map_err(|refusal| match refusal {
                    Refusal::Unauthorized { .. } | Refusal::Forbidden { .. } => {
                        StoreError::Forbidden
                    }
                    Refusal::TooManyRequests { message, .. }
                    | Refusal::Internal { message }
                    | Refusal::Unavailable { message, .. } => StoreError::Unavailable(message),
                })?;
        Ok(RunContext(Arc::new(Carried {
            service,
            workspace: CallerWorkspace::new(self.resources.clone(), owner.clone()),
            owner: proven,
            zone: user.time_zone.parse().unwrap_or(Tz::UTC),
            clock: Arc::clone(&self.clock),
        })))
    }

    async fn task(&self, owner: &Caller, task_id: i64) -> Result<Value, StoreError> {
        let record = self.resources.store().task(owner, task_id).await?;
        let task =
            views::task(record).map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(serde_json::to_value(task)?)
    }
}

/// The team on this model, telling it the time of whom it acts for.
///
/// # Errors
///
/// Where the team's parts don't fit together, which a test rules out.
pub fn driver(model: Arc<dyn Model>) -> Result<Driver<RunContext>, AgentsError> {
    let agents = team(operation_tools())?;
    Ok(Driver::new(Arc::new(agents), model).clock(|context: &RunContext| context.now()))
}

/// The names of all tools of the team.
pub fn tool_names(driver: &Driver<RunContext>) -> HashSet<String> {
    let tools = driver.agents().iter().flat_map(|agent| agent.list_tools());
    tools.map(|tool| tool.definition().name.clone()).collect()
}
