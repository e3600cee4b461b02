//! The model that the settings name.

use std::sync::Arc;

use taskmanager_agent::model::Model;
use taskmanager_agent::model::openai::{OpenAi, OpenAiConfig, OpenAiConfigError};

use crate::config::ModelConfig;

/// Makes the model; it is asked nothing yet.
pub(super) fn from_settings(config: &ModelConfig) -> Result<Arc<dyn Model>, OpenAiConfigError> {
    match config {
        ModelConfig::Offline => Ok(Arc::new(taskmanager_agent::model::offline::Offline)),
        ModelConfig::OpenAi {
            name,
            base_url,
            api_key,
        } => {
            let mut settings = OpenAiConfig::new(base_url, name);
            settings.api_key = api_key.as_ref().map(|key| key.expose().to_owned());
            Ok(Arc::new(OpenAi::new(settings)?))
        }
    }
}
