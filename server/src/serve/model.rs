//! The models that the settings name, put together.

use std::sync::Arc;

use taskmanager_agent::model::Model;
use taskmanager_agent::model::fallback::Fallback;
use taskmanager_agent::model::offline::Offline;
use taskmanager_agent::model::openai::{
    Limits, OpenAi, OpenAiConfig, OpenAiConfigError, SettingNames,
};

use crate::config::{FallbackModel, ModelConfig, ServedModel, ServedModels};

/// What the agents ask.
pub struct Models {
    /// The model, which may stand for several.
    pub model: Arc<dyn Model>,
    /// The same, where its upstreams are watched; the embedded model has none.
    pub upstreams: Option<Arc<Fallback>>,
}

impl Models {
    /// The models that the settings name; they are asked nothing yet.
    ///
    /// # Errors
    /// Where an address or a key can't be used.
    pub fn from_settings(config: &ModelConfig) -> Result<Models, OpenAiConfigError> {
        let served = match config {
            ModelConfig::Offline => return Ok(Models::from(Arc::new(Offline) as Arc<dyn Model>)),
            ModelConfig::Served(served) => served,
        };
        let first = (served.first.label(), make(served, &served.first)?);
        let others = served.fallbacks.iter().map(|fallback| {
            let model: Arc<dyn Model> = match fallback {
                FallbackModel::Offline => Arc::new(Offline),
                FallbackModel::Served(model) => make(served, model)?,
            };
            Ok((fallback.label(), model))
        });
        let others = others.collect::<Result<Vec<_>, OpenAiConfigError>>()?;
        // Of one model too: a server that is down is not waited for by every run.
        let upstreams = Arc::new(Fallback::named(first, others, served.breaker));
        Ok(Models {
            model: Arc::clone(&upstreams) as Arc<dyn Model>,
            upstreams: Some(upstreams),
        })
    }
}

impl From<Arc<dyn Model>> for Models {
    /// A model that is not watched.
    fn from(model: Arc<dyn Model>) -> Models {
        Models {
            model,
            upstreams: None,
        }
    }
}

fn make(models: &ServedModels, model: &ServedModel) -> Result<Arc<dyn Model>, OpenAiConfigError> {
    let mut config = OpenAiConfig::new(&model.base_url, &model.name);
    config.api = model.api;
    config.api_key = model.api_key.as_ref().map(|key| key.expose().to_owned());
    config.limits = Limits {
        first_byte: models.first_byte,
        whole: models.whole,
        ..Limits::default()
    };
    let key = match &model.key_variable {
        Some(variable) => variable.clone(),
        None => "TASKMANAGER_MODEL_FALLBACK, which names no key for it".to_owned(),
    };
    config.settings = match model.is_first_server {
        true => SettingNames {
            key: key.into(),
            model: "TASKMANAGER_MODEL".into(),
            address: "OPENAI_BASE_URL".into(),
        },
        false => SettingNames {
            key: key.into(),
            model: "TASKMANAGER_MODEL_FALLBACK".into(),
            address: "TASKMANAGER_MODEL_FALLBACK".into(),
        },
    };
    Ok(Arc::new(OpenAi::new(config)?))
}
