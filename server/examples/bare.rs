//! The yardstick of `cargo xtask bench`: the least that a dropshot service can do for the same requests: parse the
//! parameter or the body and answer JSON. No storage, no validation, no log.

use dropshot::{
    ApiDescription, ConfigDropshot, ConfigLogging, ConfigLoggingLevel, HttpError,
    HttpResponseCreated, HttpResponseOk, Path, RequestContext, ServerBuilder, TypedBody, endpoint,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Deserialize, JsonSchema)]
struct TaskPath {
    task_id: i64,
}

#[derive(Deserialize, Serialize, JsonSchema)]
struct Task {
    title: String,
    description: Option<String>,
    id: Option<i64>,
}

#[endpoint { method = GET, path = "/tasks/{task_id}" }]
async fn get_task(
    _: RequestContext<()>,
    path: Path<TaskPath>,
) -> Result<HttpResponseOk<Task>, HttpError> {
    Ok(HttpResponseOk(Task {
        title: "Write the quarterly report".into(),
        description: None,
        id: Some(path.into_inner().task_id),
    }))
}

#[endpoint { method = POST, path = "/tasks" }]
async fn create_task(
    _: RequestContext<()>,
    body: TypedBody<Task>,
) -> Result<HttpResponseCreated<Task>, HttpError> {
    Ok(HttpResponseCreated(body.into_inner()))
}

#[tokio::main]
async fn main() -> Result<(), String> {
    let address = std::env::args().nth(1).ok_or("usage: bare ADDRESS")?;
    let mut api = ApiDescription::new();
    api.register(get_task).map_err(|error| error.to_string())?;
    api.register(create_task)
        .map_err(|error| error.to_string())?;
    let log = ConfigLogging::StderrTerminal {
        level: ConfigLoggingLevel::Error,
    }
    .to_logger("bare")
    .map_err(|error| error.to_string())?;
    ServerBuilder::new(api, (), log)
        .config(ConfigDropshot {
            bind_address: address
                .parse()
                .map_err(|_| "ADDRESS is no socket address")?,
            ..ConfigDropshot::default()
        })
        .start()
        .map_err(|error| error.to_string())?
        .await
}
