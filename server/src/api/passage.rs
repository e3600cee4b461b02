//! What every request passes, whatever it asks: the guard, who asks, how refusals are written, the answer's headers.

use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Response, Uri};

use super::system;
use crate::app::Principal;
use crate::generated::api::{Credentials, Refusal, Rejection, RequestHead};
use crate::generated::models::{ApiError, RunEvent, Violation};
use crate::guard;
use crate::metrics::Counted;
use crate::service::Service;
use crate::store::StoreError;

/// Local mode answers only to its own programs and pages.
pub(super) fn admit(service: &Service, request: &RequestHead) -> Result<(), Refusal> {
    admit_head(service, &request.uri, &request.headers)
        .map_err(|message| Refusal::Forbidden { message })
}

/// The same for a request that no operation has been found for; an error says why not, and what to do.
pub(crate) fn admit_head(service: &Service, uri: &Uri, headers: &HeaderMap) -> Result<(), String> {
    let bound = service.bound.get();
    let bound = *bound.ok_or_else(|| guard::Denied::Host.to_string())?;
    guard::admit(uri, headers, bound).map_err(|denied| denied.told(bound))
}

/// In local mode everyone who is admitted is the one local user, whatever they show.
pub(super) async fn authenticate(
    service: &Service,
    _: &RequestHead,
    _: Credentials,
) -> Result<Principal, Refusal> {
    Ok(anonymous(service))
}

/// The same goes for those who show nothing.
pub(super) fn anonymous(service: &Service) -> Principal {
    service.local_user.clone()
}

/// A run goes on in its owner's name as long as there is such a user.
pub(super) async fn reauthenticate(
    service: &Service,
    principal: Principal,
) -> Result<Principal, Refusal> {
    match service.resources.store().user(&principal).await {
        Ok(_) => Ok(principal),
        Err(StoreError::NotFound) => Err(Refusal::Forbidden {
            message: "the user is gone".to_owned(),
        }),
        Err(error) => Err(Refusal::Internal {
            message: error.to_string(),
        }),
    }
}

/// What a run's reader is told where a stored event isn't one of the document's any more. A stream that merely broke
/// off would be taken up again, and break off at the same event for ever.
pub(super) fn last_run_event(request: &RequestHead) -> RunEvent {
    RunEvent::Error {
        error_code: "internal".to_owned(),
        message: format!(
            "the service failed to send the rest of the run's events (request {}); what became of the run, GET \
             /runs/{{run_id}} tells",
            request.request_id
        ),
        retry_after: None,
    }
}

/// A rejection in the document's words.
pub(super) fn api_error(request: &RequestHead, rejection: &Rejection) -> ApiError {
    let violations = rejection.violations.iter().map(|violation| Violation {
        location: violation.location.clone(),
        rule: violation.rule.clone(),
        message: violation.message.clone(),
    });
    ApiError {
        request_id: request.request_id.clone(),
        message: rejection.message.clone(),
        error_code: Some(rejection.error_code.to_owned()),
        violations: violations.collect(),
        run_id: None,
    }
}

/// Answers hold what only the caller may see, and are no pages.
pub(crate) const HEADERS: [(HeaderName, HeaderValue); 3] = [
    (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (
        HeaderName::from_static("x-content-type-options"),
        HeaderValue::from_static("nosniff"),
    ),
    (
        HeaderName::from_static("content-security-policy"),
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"),
    ),
];

/// Sets what every answer bears, and counts it.
pub(super) fn finish(
    service: &Service,
    request: &RequestHead,
    response: &mut Response<dropshot::Body>,
) {
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(value);
    }
    if response.status().is_success() {
        system::finish(request.operation_id, response.headers_mut());
    }
    let is_stream = |value: &HeaderValue| value.as_bytes().starts_with(b"text/event-stream");
    if response.headers().get(CONTENT_TYPE).is_some_and(is_stream) {
        // Proxies such as nginx gather what they pass on, unless told not to.
        let name = HeaderName::from_static("x-accel-buffering");
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static("no"));
        let body = std::mem::replace(response.body_mut(), dropshot::Body::empty());
        *response.body_mut() = Counted::wrap(body, service.metrics.stream_opened());
    }
    let duration = request.received.elapsed();
    service
        .metrics
        .answered(request.operation_id, response.status(), duration);
}
