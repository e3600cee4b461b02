//! Models behind OpenAI's interfaces: Chat Completions, which llama.cpp, vLLM, Ollama and their like speak as well, and
//! Responses.
//!
//! The words are openai-api-rs's (its request and message types); the transport is ours, because that of release
//! 10.0.2 makes a new connection for each call, drops the arguments of streamed tool calls, hides `finish_reason`,
//! usage, status and `Retry-After`, destroys characters that are split between chunks, rewrites `\n` in text, knows
//! one time limit for the whole call, and can't say a JSON Schema. `tests/it/openai_crate.rs` has a test for each of
//! these, so that the day they are mended this module can go. It also brings reqwest 0.12 beside our 0.13; its TLS is
//! switched off, for nothing is ever sent by it.
//!
//! Of Responses nothing is kept by the provider (`store: false`, no `previous_response_id`): sessions are ours, and a run
//! may go on with another model. Reasoning is therefore read, counted and left out; it isn't sent back, encrypted or not,
//! so a model that thinks thinks again after each tool.
//!
//! What real servers send differs from the book in many ways. The rule here: save every answer that can be saved, and
//! never take half an answer for a whole one. `tests/transcripts/` has one file for each quirk.

mod chat;
mod decode;
mod failure;
mod offers;
mod read;
mod redact;
mod responses;

use std::{borrow::Cow, fmt, sync::Arc, time::Duration};

use async_trait::async_trait;
use futures::StreamExt;
use reqwest::{
    Client, Url,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue},
};

use super::{Model, ModelError, ModelRequest, ModelStream};
use decode::Decode;
use failure::Peer;
use offers::Offers;
use redact::Redactor;

/// Where a model is, and how it may be asked.
#[derive(Clone)]
pub struct OpenAiConfig {
    /// The interface's address, for example `https://api.openai.com/v1`.
    pub base_url: String,
    /// The key, where the server wants one.
    pub api_key: Option<String>,
    /// The model's name, as the server knows it.
    pub model: String,
    /// The interface that the server is asked by.
    pub api: Api,
    /// Whether the answer is asked for piece by piece.
    pub stream: bool,
    /// How long each part of a call may take.
    pub limits: Limits,
    /// What errors call the settings that whoever runs the program may have to change.
    pub settings: SettingNames,
}

/// What settings are called where they are set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingNames {
    /// The key. "its key"
    pub key: Cow<'static, str>,
    /// The model's name. "its model"
    pub model: Cow<'static, str>,
    /// The address. "the model server's address"
    pub address: Cow<'static, str>,
}

impl Default for SettingNames {
    fn default() -> Self {
        Self {
            key: "its key".into(),
            model: "its model".into(),
            address: "the model server's address".into(),
        }
    }
}

/// One of OpenAI's two interfaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Api {
    /// Chat Completions: what every compatible server speaks.
    #[default]
    ChatCompletions,
    /// Responses: OpenAI's own. Nothing is kept by the provider.
    Responses,
}

impl Api {
    fn path(self) -> &'static str {
        match self {
            Self::ChatCompletions => "chat/completions",
            Self::Responses => "responses",
        }
    }
}

/// How long a model call may take, part by part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Until the connection stands. 10 s.
    pub connect: Duration,
    /// Until the first byte of a streamed answer: small machines read long conversations slowly. 120 s.
    pub first_byte: Duration,
    /// Between two pieces of an answer. 60 s.
    pub silence: Duration,
    /// The whole call. 600 s.
    pub whole: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            first_byte: Duration::from_secs(120),
            silence: Duration::from_secs(60),
            whole: Duration::from_secs(600),
        }
    }
}

impl OpenAiConfig {
    /// A streamed model without key and with default limits.
    pub fn new(base_url: impl Into<String>, model: impl Into<String>) -> Self {
        Self {
            base_url: base_url.into(),
            api_key: None,
            model: model.into(),
            api: Api::default(),
            stream: true,
            limits: Limits::default(),
            settings: SettingNames::default(),
        }
    }
}

impl fmt::Debug for OpenAiConfig {
    /// Never the key, nor what else the address may hold.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenAiConfig")
            .field("base_url", &redact::address(&self.base_url))
            .field("api_key", &self.api_key.as_ref().map(|_| "[key]"))
            .field("model", &self.model)
            .field("api", &self.api)
            .field("stream", &self.stream)
            .field("limits", &self.limits)
            .finish()
    }
}

/// Why a configuration can't be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenAiConfigError {
    /// The address is none.
    #[error("the model server's address is no http or https URL")]
    BadUrl,
    /// The key has characters that no header can bear.
    #[error("the model server's key has characters that can't be sent")]
    BadKey,
    /// The connections can't be set up.
    #[error("the client for the model server can't be set up")]
    Client(#[source] reqwest::Error),
}

/// A model behind one of the interfaces. One value holds one pool of connections: make it once.
pub struct OpenAi {
    client: Client,
    url: Url,
    authorization: Option<HeaderValue>,
    peer: Arc<Peer>,
    offers: Offers,
    config: OpenAiConfig,
}

impl OpenAi {
    /// Checks the configuration. Connects to nothing.
    ///
    /// # Errors
    ///
    /// Where the address or the key can't be used.
    pub fn new(config: OpenAiConfig) -> Result<Self, OpenAiConfigError> {
        let base = config.base_url.trim_end_matches('/');
        let url = Url::parse(&format!("{base}/{}", config.api.path()))
            .map_err(|_| OpenAiConfigError::BadUrl)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(OpenAiConfigError::BadUrl);
        }
        let key = config
            .api_key
            .as_deref()
            .map(str::trim)
            .filter(|key| !key.is_empty());
        let authorization = match key {
            Some(key) => {
                let value = HeaderValue::from_str(&format!("Bearer {key}"));
                let mut value = value.map_err(|_| OpenAiConfigError::BadKey)?;
                value.set_sensitive(true);
                Some(value)
            }
            None => None,
        };
        let client = Client::builder()
            .connect_timeout(config.limits.connect)
            // Tokens are small and must not wait for one another.
            .tcp_nodelay(true)
            // The key and the conversation are for this address; an answer that names another is an error.
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("taskmanager/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(OpenAiConfigError::Client)?;
        Ok(Self {
            client,
            offers: Offers::default(),
            peer: Arc::new(Peer {
                redactor: Redactor::new(key),
                model: config.model.clone(),
                settings: config.settings.clone(),
            }),
            url,
            authorization,
            config,
        })
    }
}

impl fmt::Debug for OpenAi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.config.fmt(f)
    }
}

#[async_trait]
impl Model for OpenAi {
    fn name(&self) -> &str {
        &self.config.model
    }

    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError> {
        let (name, stream) = (&self.config.model, self.config.stream);
        let (body, decoder): (_, Box<dyn Decode>) = match self.config.api {
            Api::ChatCompletions => {
                let is_openai = self.url.host_str() == Some("api.openai.com");
                let body = chat::request::body(name, stream, is_openai, &request);
                let tools = self.offers.json(&request.tools, chat::request::tools);
                let body = offers::with_tools(body, &tools);
                (body, Box::new(chat::decode::Decoder::default()))
            }
            Api::Responses => {
                let body = responses::request::body(name, stream, &request);
                let tools = self.offers.json(&request.tools, responses::request::tools);
                let body = offers::with_tools(body, &tools);
                (body, Box::new(responses::decode::Decoder::default()))
            }
        };
        let mut call = self
            .client
            .post(self.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .header(
                ACCEPT,
                if self.config.stream {
                    "text/event-stream, application/json"
                } else {
                    "application/json"
                },
            )
            .body(body);
        if let Some(authorization) = &self.authorization {
            call = call.header(AUTHORIZATION, authorization.clone());
        }
        let reading = read::Reading::begin(
            call,
            decoder,
            self.config.stream,
            self.config.limits,
            Arc::clone(&self.peer),
        )
        .await?;
        let pieces = futures::stream::unfold(reading, |mut reading| async move {
            let piece = reading.next().await?;
            Some((piece, reading))
        });
        Ok(pieces.boxed())
    }
}
