//! The models that the agents ask: one, and those that are asked where it fails.
//!
//! Invariant: a key is sent to one server only, the one that it was named for. What has an address of its own gets only
//! the key that is named beside that address, and a variable that is named for two servers is a fault.

mod parse;

use std::time::Duration;

use taskmanager_agent::model::fallback::BreakerPolicy;
use taskmanager_agent::model::openai::Api;

use super::{ApiKey, OFFLINE_MODEL};
pub(super) use parse::{key_variables, models};

/// The model that the agents ask.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelConfig {
    /// The embedded rules: no key, no network.
    Offline,
    /// Models of servers that speak OpenAI's protocol.
    Served(Box<ServedModels>),
}

/// A model of a server, and what is asked where it fails.
#[derive(Clone, Debug, PartialEq)]
pub struct ServedModels {
    /// The model that is asked first.
    pub first: ServedModel,
    /// Those that are asked where the ones before failed before their first output, in order.
    pub fallbacks: Vec<FallbackModel>,
    /// When a model that keeps failing is left alone.
    pub breaker: BreakerPolicy,
    /// How long a server may take until the first byte of a streamed answer.
    pub first_byte: Duration,
    /// How long a whole call may take.
    pub whole: Duration,
}

/// One model of a server.
#[derive(Clone, Debug, PartialEq)]
pub struct ServedModel {
    /// The name that the model server knows.
    pub name: String,
    /// The server's base address, without a trailing slash: `https://api.openai.com/v1`.
    pub base_url: String,
    /// The interface that it is asked by.
    pub api: Api,
    /// The key, which local servers do without.
    pub api_key: Option<ApiKey>,
    /// The variable that holds the key, or would hold it.
    pub key_variable: Option<String>,
    /// Whether the address is the first model's.
    pub is_first_server: bool,
}

/// What is asked where another model failed.
#[derive(Clone, Debug, PartialEq)]
pub enum FallbackModel {
    /// The embedded rules. Always the last, for they don't fail.
    Offline,
    /// Another model.
    Served(ServedModel),
}

impl ModelConfig {
    /// The name that the setting gave: `offline`, or the model server's own.
    pub fn name(&self) -> &str {
        match self {
            ModelConfig::Offline => OFFLINE_MODEL,
            ModelConfig::Served(models) => &models.first.name,
        }
    }
}

impl ServedModels {
    /// All models of servers, the first included, in order.
    pub fn served(&self) -> impl Iterator<Item = &ServedModel> {
        let others = self.fallbacks.iter().filter_map(|model| match model {
            FallbackModel::Offline => None,
            FallbackModel::Served(model) => Some(model),
        });
        std::iter::once(&self.first).chain(others)
    }
}

impl ServedModel {
    /// What metrics, logs and traces call it: its name, with its server's address where that isn't the first's.
    pub fn label(&self) -> String {
        let name = &self.name;
        match self.is_first_server {
            true => name.clone(),
            false => format!("{name}@{}", without_scheme(&self.base_url)),
        }
    }
}

impl FallbackModel {
    /// What metrics, logs and traces call it.
    pub fn label(&self) -> String {
        match self {
            FallbackModel::Offline => OFFLINE_MODEL.to_owned(),
            FallbackModel::Served(model) => model.label(),
        }
    }
}

/// The name of an interface, as the settings write it.
pub(crate) fn api_name(api: Api) -> &'static str {
    match api {
        Api::ChatCompletions => "chat",
        Api::Responses => "responses",
    }
}

fn without_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}
