//! What the service says of itself.

use std::hash::{DefaultHasher, Hasher};
use std::sync::LazyLock;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};
use slog::o;
use taskmanager_agent::model::fallback::{CircuitState, UpstreamState};

use crate::generated::api::*;
use crate::generated::models::{
    AgentList, ApiError, Health, NullableText, OpenApiDocument, Readiness, ReadinessCheck,
    ServiceInfo,
};
use crate::metrics;
use crate::service::Service;
use crate::shutdown::Phase;

/// The status of what is well.
const OK: &str = "ok";
/// The published document, made from the written one by `cargo xtask publish`.
const OPENAPI_JSON: &str = include_str!("../../../spec/openapi.json");
/// The document as it was written.
const OPENAPI_YAML: &str = include_str!("../../../spec/openapi.yaml");

pub(super) async fn get_service(
    service: &Service,
    _: &RequestHead,
) -> Result<GetServiceOk, GetServiceError> {
    let links = [
        ("docs", "/docs"),
        ("openapi", "/openapi.json"),
        ("tasks", "/tasks"),
        ("chat", "/chat"),
        ("health", "/health/ready"),
        ("agents", "/agents/status"),
        ("metrics", "/metrics"),
    ];
    Ok(GetServiceOk::Ok(ServiceInfo {
        service: "TaskManager Agent".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        status: match service.shutdown.phase() {
            Phase::Serving => "ok".to_owned(),
            Phase::Draining | Phase::Cut => "stopping".to_owned(),
        },
        model: service.model.name().to_owned(),
        auth: "local".to_owned(),
        links: links
            .map(|(name, path)| (name.to_owned(), path.to_owned()))
            .into(),
    }))
}

pub(super) async fn get_liveness(
    _: &Service,
    _: &RequestHead,
) -> Result<GetLivenessOk, GetLivenessError> {
    let status = "ok".to_owned();
    Ok(GetLivenessOk::Ok(Health { status }))
}

pub(super) async fn get_readiness(
    service: &Service,
    request: &RequestHead,
) -> Result<GetReadinessOk, GetReadinessError> {
    if service.shutdown.phase() != Phase::Serving {
        return Err(unavailable(request, "the service is shutting down"));
    }
    if let Err(error) = service.resources.store().ping().await {
        let log = service
            .log
            .new(o!("request_id" => request.request_id.clone()));
        slog::error!(log, "the storage doesn't answer"; "error" => %error);
        return Err(unavailable(request, "the storage doesn't answer"));
    }
    let mut checks = vec![ReadinessCheck {
        name: "storage".to_owned(),
        status: OK.to_owned(),
        detail: NullableText(None),
    }];
    let upstreams = service.upstreams.iter();
    checks.extend(
        upstreams
            .flat_map(|models| models.states())
            .map(model_check),
    );
    Ok(GetReadinessOk::Ok(Readiness {
        status: "ready".to_owned(),
        checks,
    }))
}

/// Models are told of, but never make the service unready: tasks need none, and whoever stops sending requests because
/// a model is down keeps its circuit from finding out that it is back.
fn model_check(upstream: UpstreamState) -> ReadinessCheck {
    let circuit = match upstream.circuit {
        CircuitState::Closed => None,
        CircuitState::Open => {
            let seconds = upstream.left.unwrap_or_default().as_secs_f32().ceil();
            Some(format!("left alone for another {seconds} s"))
        }
        CircuitState::HalfOpen => Some("the next call tries it".to_owned()),
    };
    let failing = upstream
        .failing
        .map(|(times, error)| format!("failed {times} times in a row, last with {}", error.code()));
    let detail: Vec<String> = failing.into_iter().chain(circuit).collect();
    ReadinessCheck {
        name: format!("model {}", upstream.name),
        status: match upstream.circuit {
            CircuitState::Closed => OK,
            CircuitState::Open | CircuitState::HalfOpen => "degraded",
        }
        .to_owned(),
        detail: NullableText((!detail.is_empty()).then(|| detail.join("; "))),
    }
}

fn unavailable(request: &RequestHead, message: &str) -> GetReadinessError {
    let body = ApiError {
        request_id: request.request_id.clone(),
        message: message.to_owned(),
        error_code: Some("unavailable".to_owned()),
        violations: Vec::new(),
        run_id: None,
    };
    GetReadinessError::ServiceUnavailable {
        retry_after: 1,
        body,
    }
}

pub(super) async fn list_agents(
    service: &Service,
    _: &RequestHead,
) -> Result<ListAgentsOk, ListAgentsError> {
    let agents = service.agents();
    Ok(ListAgentsOk::Ok(AgentList { agents }))
}

pub(super) async fn get_openapi_json(
    _: &Service,
    _: &RequestHead,
    params: GetOpenapiJsonParams,
) -> Result<GetOpenapiJsonOk, GetOpenapiJsonError> {
    static DOCUMENT: LazyLock<OpenApiDocument> = LazyLock::new(|| {
        serde_json::from_str(OPENAPI_JSON).expect("a test reads the published document")
    });
    let etag = document_tag();
    if names(params.if_none_match.as_deref(), &etag) {
        return Ok(GetOpenapiJsonOk::NotModified { etag });
    }
    let body = DOCUMENT.clone();
    Ok(GetOpenapiJsonOk::Ok { etag, body })
}

pub(super) async fn get_openapi_yaml(
    _: &Service,
    _: &RequestHead,
    params: GetOpenapiYamlParams,
) -> Result<GetOpenapiYamlOk, GetOpenapiYamlError> {
    let etag = document_tag();
    if names(params.if_none_match.as_deref(), &etag) {
        return Ok(GetOpenapiYamlOk::NotModified { etag });
    }
    let body = OPENAPI_YAML.to_owned();
    Ok(GetOpenapiYamlOk::Ok { etag, body })
}

/// What tells this document from that of another release.
fn document_tag() -> String {
    static TAG: LazyLock<String> = LazyLock::new(|| {
        let mut hasher = DefaultHasher::new();
        hasher.write(OPENAPI_JSON.as_bytes());
        hasher.write(OPENAPI_YAML.as_bytes());
        format!("\"{:016x}\"", hasher.finish())
    });
    TAG.clone()
}

/// Whether an `If-None-Match` names this tag; it compares weakly (RFC 9110, 13.1.2).
fn names(if_none_match: Option<&str>, tag: &str) -> bool {
    let tags = if_none_match.into_iter().flat_map(|tags| tags.split(','));
    tags.map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

pub(super) async fn get_metrics(
    service: &Service,
    _: &RequestHead,
) -> Result<GetMetricsOk, GetMetricsError> {
    Ok(GetMetricsOk::Ok(service.metrics.text()))
}

/// Headers of single operations that say more than the document promises.
pub(super) fn finish(operation_id: &str, headers: &mut HeaderMap) {
    // The version of the format, which Prometheus looks for.
    if operation_id == "get_metrics" {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(metrics::MEDIA_TYPE));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_operation_is_in_both_documents() {
        let json: serde_json::Value = serde_json::from_str(OPENAPI_JSON).unwrap();
        for (_, operations) in json["paths"].as_object().unwrap() {
            for (_, operation) in operations.as_object().unwrap() {
                let Some(id) = operation["operationId"].as_str() else {
                    continue;
                };
                assert!(
                    OPENAPI_YAML.contains(&format!("operationId: {id}\n")),
                    "{id}"
                );
            }
        }
    }
}
