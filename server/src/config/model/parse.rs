//! From text to models.

use std::time::Duration;

use taskmanager_agent::model::fallback::BreakerPolicy;
use taskmanager_agent::model::openai::Api;

use super::{FallbackModel, ModelConfig, ServedModel, ServedModels, without_scheme};
use crate::config::cli::Settings;
use crate::config::parse::{given, keep, number};
use crate::config::{ApiKey, Fault, OFFLINE_MODEL, OPENAI_BASE_URL};

/// The setting that names the first model.
const MODEL: &str = "--model (TASKMANAGER_MODEL)";
const FALLBACK: &str = "--model-fallback (TASKMANAGER_MODEL_FALLBACK)";
const KEY: &str = "OPENAI_API_KEY";

/// The models, their servers and their keys, which are only looked at where a model server is asked.
pub(in crate::config) fn models(
    settings: &Settings,
    faults: &mut Vec<Fault>,
) -> Option<ModelConfig> {
    let name = match given(&settings.model) {
        None | Some(OFFLINE_MODEL) => return Some(ModelConfig::Offline),
        Some(name) => keep(faults, MODEL, model_name(name)),
    };
    let api = keep(
        faults,
        "--model-api (TASKMANAGER_MODEL_API)",
        api(&settings.model_api),
    );
    let base_url = keep(
        faults,
        "--openai-base-url (OPENAI_BASE_URL)",
        base_url(&settings.openai_base_url),
    );
    let needs_key = base_url.as_deref() == Some(OPENAI_BASE_URL);
    let api_key = keep(
        faults,
        KEY,
        api_key(settings.openai_api_key.as_deref(), needs_key),
    );
    let first = (|| {
        Some(ServedModel {
            name: name?,
            base_url: base_url?,
            api: api?,
            api_key: api_key?,
            key_variable: Some(KEY.to_owned()),
            is_first_server: true,
        })
    })();
    let fallbacks = first
        .as_ref()
        .and_then(|first| keep(faults, FALLBACK, fallbacks(settings, first)));
    let mut count = |setting, text, most, default| {
        keep(faults, setting, number(text, 1, most, default)).map(|count| count as u64)
    };
    let failures = count(
        "--model-failures (TASKMANAGER_MODEL_FAILURES)",
        &settings.model_failures,
        1000,
        5,
    );
    let pause = count(
        "--model-pause-seconds (TASKMANAGER_MODEL_PAUSE_SECONDS)",
        &settings.model_pause_seconds,
        86_400,
        30,
    );
    let first_byte = count(
        "--model-first-byte-seconds (TASKMANAGER_MODEL_FIRST_BYTE_SECONDS)",
        &settings.model_first_byte_seconds,
        3600,
        120,
    );
    let whole = count(
        "--model-timeout-seconds (TASKMANAGER_MODEL_TIMEOUT_SECONDS)",
        &settings.model_timeout_seconds,
        86_400,
        600,
    );
    Some(ModelConfig::Served(Box::new(ServedModels {
        first: first?,
        fallbacks: fallbacks?,
        breaker: BreakerPolicy {
            failures: u32::try_from(failures?).unwrap_or(u32::MAX),
            pause: Duration::from_secs(pause?),
        },
        first_byte: Duration::from_secs(first_byte?),
        whole: Duration::from_secs(whole?),
    })))
}

/// The variables that the fallbacks' keys are in.
pub(in crate::config) fn key_variables(fallbacks: &str) -> impl Iterator<Item = &str> {
    let words = fallbacks.split([',', ' ', '\t', '\n']);
    words.filter_map(|word| word.strip_prefix("key="))
}

/// `MODEL`, `MODEL@URL` with `key=VARIABLE` and `api=chat|responses` after it, or `offline`; commas between them.
fn fallbacks(settings: &Settings, first: &ServedModel) -> Result<Vec<FallbackModel>, String> {
    let mut models: Vec<FallbackModel> = Vec::new();
    let entries = settings.model_fallback.split(',').filter_map(given);
    for entry in entries {
        if models.last() == Some(&FallbackModel::Offline) {
            return Err(format!(
                "`{}` would never be asked: `{OFFLINE_MODEL}` before it doesn't fail",
                entry.escape_debug()
            ));
        }
        let model = fallback(entry, settings, first)
            .map_err(|problem| format!("`{}`: {problem}", shown(entry)))?;
        let label = model.label();
        if label == first.label() || models.iter().any(|other| other.label() == label) {
            return Err(format!("`{label}` is asked already"));
        }
        models.push(model);
    }
    one_server_per_key(first, &models)?;
    Ok(models)
}

fn fallback(
    entry: &str,
    settings: &Settings,
    first: &ServedModel,
) -> Result<FallbackModel, String> {
    if entry == OFFLINE_MODEL {
        return Ok(FallbackModel::Offline);
    }
    let mut words = entry.split_whitespace();
    let model = words.next().unwrap_or_default();
    let (name, url) = match model.find("@http://").or_else(|| model.find("@https://")) {
        Some(at) => (&model[..at], Some(base_url(&model[at + 1..])?)),
        None => (model, None),
    };
    let mut served = ServedModel {
        name: model_name(name)?,
        is_first_server: url.is_none(),
        ..match url {
            // The same server, the same key.
            None => first.clone(),
            Some(base_url) => ServedModel {
                base_url,
                api_key: None,
                key_variable: None,
                ..first.clone()
            },
        }
    };
    for word in words {
        match word.split_once('=') {
            Some(("api", name)) => served.api = api(name)?,
            Some(("key", _)) if served.is_first_server => {
                return Err(format!(
                    "a model of the first server uses its key, {KEY}; name another server as MODEL@URL"
                ));
            }
            Some(("key", variable)) => {
                let value = settings.variable(variable);
                let key =
                    api_key(value, false).map_err(|problem| format!("{variable} {problem}"))?;
                served.api_key =
                    Some(key.ok_or_else(|| format!("the variable {variable} is not set"))?);
                served.key_variable = Some(variable.to_owned());
            }
            _ => {
                return Err(
                    "after the model there may be key=VARIABLE and api=chat or api=responses; other models come \
                     after a comma"
                        .to_owned(),
                );
            }
        }
    }
    if served.api_key.is_none() && served.base_url == OPENAI_BASE_URL {
        return Err(format!(
            "{OPENAI_BASE_URL} answers to a key only; name its variable after the address, as key=VARIABLE"
        ));
    }
    Ok(FallbackModel::Served(served))
}

/// A key never goes to another server than its own.
fn one_server_per_key(first: &ServedModel, fallbacks: &[FallbackModel]) -> Result<(), String> {
    let mut seen: Vec<(&ApiKey, String, &str)> = Vec::new();
    let others = fallbacks.iter().filter_map(|model| match model {
        FallbackModel::Offline => None,
        FallbackModel::Served(model) => Some(model),
    });
    for model in std::iter::once(first).chain(others) {
        let (Some(key), variable) = (&model.api_key, model.key_variable.as_deref()) else {
            continue;
        };
        let (origin, variable) = (origin(&model.base_url), variable.unwrap_or_default());
        // The key itself counts, whatever variables it is in.
        match seen.iter().find(|(other, ..)| *other == key) {
            Some((_, known, owner)) if *known != origin => {
                return Err(format!(
                    "the key in {variable} would go to {origin}, but {owner} is the key of {known}; each server needs \
                     a key of its own"
                ));
            }
            Some(_) => {}
            None => seen.push((key, origin, variable)),
        }
    }
    Ok(())
}

/// Scheme, host and port.
fn origin(url: &str) -> String {
    let scheme = if url.starts_with("https:") {
        "https"
    } else {
        "http"
    };
    let authority = without_scheme(url).split('/').next().unwrap_or_default();
    let authority = authority.to_lowercase();
    let default_port = if scheme == "https" { ":443" } else { ":80" };
    let authority = authority.strip_suffix(default_port).unwrap_or(&authority);
    format!("{scheme}://{authority}")
}

/// An entry without what an address may hold of secrets.
fn shown(entry: &str) -> String {
    let model = entry.split_whitespace().next().unwrap_or_default();
    let end = model.find("@http").unwrap_or(model.len());
    model[..end].escape_debug().to_string()
}

fn model_name(name: &str) -> Result<String, String> {
    if name.is_empty() {
        return Err("the model has no name".to_owned());
    }
    if name.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(format!(
            "`{}` has blanks or control characters; use `{OFFLINE_MODEL}` or a name that the model server knows",
            name.escape_debug()
        ));
    }
    Ok(name.to_owned())
}

fn api(text: &str) -> Result<Api, String> {
    match given(text) {
        None | Some("chat") => Ok(Api::ChatCompletions),
        Some("responses") => Ok(Api::Responses),
        Some(other) => Err(format!(
            "`{}` is no interface; use chat (Chat Completions) or responses",
            other.escape_debug()
        )),
    }
}

/// The value is never quoted: people put credentials into addresses.
fn base_url(text: &str) -> Result<String, String> {
    let text = given(text).unwrap_or(OPENAI_BASE_URL).trim_end_matches('/');
    let usable = text.parse::<http::Uri>().ok().filter(|uri| {
        let authority = uri.authority().map_or("", |authority| authority.as_str());
        matches!(uri.scheme_str(), Some("http" | "https"))
            && !uri.host().unwrap_or("").is_empty()
            && !authority.contains('@')
            && uri.query().is_none()
            && !text.contains('#')
    });
    match usable {
        Some(_) => Ok(text.to_owned()),
        None => Err(
            "must be an http or https address without user, query or fragment, like https://api.openai.com/v1 \
             or http://127.0.0.1:11434/v1"
                .to_owned(),
        ),
    }
}

fn api_key(text: Option<&str>, needed: bool) -> Result<Option<ApiKey>, String> {
    match text.and_then(given) {
        Some(text) => ApiKey::parse(text).map(Some).ok_or_else(|| {
            "holds characters that no key has (blanks, control characters or letters outside ASCII)".to_owned()
        }),
        None if needed => Err(format!(
            "{OPENAI_BASE_URL} answers to a key only; set it, or set --openai-base-url to a server that needs none, \
             or use --model {OFFLINE_MODEL}"
        )),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCAL: &str = "http://127.0.0.1:11434/v1";

    fn parsed(fallback: &str, variables: &[(&str, &str)]) -> Result<ServedModels, String> {
        let settings = Settings {
            model: "gpt-5".to_owned(),
            model_fallback: fallback.to_owned(),
            openai_api_key: Some("sk-first".to_owned()),
            key_variables: variables
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            ..Settings::default()
        };
        let config = settings.parse().map_err(|faults| faults.to_string())?;
        match config.model {
            ModelConfig::Served(models) => Ok(*models),
            ModelConfig::Offline => panic!("a model server was named"),
        }
    }

    #[test]
    fn each_kind_of_fallback() {
        let text = format!(
            "gpt-5-mini api=responses, qwen3:8b@{LOCAL}/ , big@https://other.example/v1 key=OTHER_KEY, offline"
        );
        let models = parsed(&text, &[("OTHER_KEY", "sk-other")]).unwrap();
        let labels: Vec<_> = models.fallbacks.iter().map(FallbackModel::label).collect();
        assert_eq!(
            labels,
            [
                "gpt-5-mini",
                "qwen3:8b@127.0.0.1:11434/v1",
                "big@other.example/v1",
                "offline"
            ]
        );
        let served: Vec<_> = models
            .served()
            .map(|model| {
                (
                    model.base_url.as_str(),
                    model.api_key.as_ref().map(ApiKey::expose),
                    model.api,
                )
            })
            .collect();
        let chat = Api::ChatCompletions;
        assert_eq!(
            served,
            [
                (OPENAI_BASE_URL, Some("sk-first"), chat),
                (OPENAI_BASE_URL, Some("sk-first"), Api::Responses),
                (LOCAL, None, chat),
                ("https://other.example/v1", Some("sk-other"), chat),
            ]
        );
    }

    #[test]
    fn a_key_goes_to_its_own_server_only() {
        for (fallback, why) in [
            // By the same variable, and by another that holds the same key.
            (
                "big@https://other.example/v1 key=OPENAI_API_KEY",
                "OPENAI_API_KEY is the key of https://api.openai.com",
            ),
            (
                "big@https://other.example/v1 key=COPY",
                "OPENAI_API_KEY is the key of https://api.openai.com",
            ),
            (
                "a@https://one.example/v1 key=OWN, b@https://two.example/v1 key=OWN",
                "OWN is the key of https://one.example",
            ),
            // The scheme and the port belong to the server.
            (
                "a@https://one.example/v1 key=OWN, b@http://one.example/v1 key=OWN",
                "OWN is the key of https://one.example",
            ),
        ] {
            let variables = [
                ("OPENAI_API_KEY", "sk-first"),
                ("COPY", "sk-first"),
                ("OWN", "sk-own"),
            ];
            let fault = parsed(fallback, &variables).unwrap_err();
            assert!(
                fault.starts_with("--model-fallback") && fault.contains(why),
                "{fallback}: {fault}"
            );
            assert!(!fault.contains("sk-"), "{fault}");
        }
        let same = "a@https://one.example/v1 key=OWN, b@https://ONE.example:443/v2 key=OWN";
        assert!(parsed(same, &[("OWN", "sk-own")]).is_ok());
    }

    #[test]
    fn faults_say_what_would_be_right() {
        for (fallback, why) in [
            ("offline, gpt-4", "would never be asked"),
            ("gpt-5", "`gpt-5` is asked already"),
            ("a, a", "`a` is asked already"),
            ("a key=OTHER", "uses its key"),
            (
                "a@https://one.example key=MISSING",
                "the variable MISSING is not set",
            ),
            ("a@https://user:secret@one.example/v1", "without user"),
            ("a@https://one.example/v1?key=secret", "without user"),
            ("a b", "after a comma"),
            ("@http://one.example/v1", "has no name"),
            ("a api=soap", "no interface"),
            ("a@https://api.openai.com/v1", "answers to a key only"),
        ] {
            let fault = parsed(fallback, &[]).unwrap_err();
            assert!(fault.contains(why), "{fallback}: {fault}");
            assert!(!fault.contains("secret"), "{fault}");
        }
    }
}
