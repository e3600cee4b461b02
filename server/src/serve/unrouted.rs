//! Requests for what isn't there: unknown addresses and methods, refused in the document's form.
//!
//! dropshot's router refuses these before any handler is asked, without an `error_code`, and nobody can change its words. But
//! before it routes, it asks which version of the API a request wants, and what refuses to say is answered in its own
//! words. So that question is asked here of a second router, made of the same operations: what that one refuses is put
//! into words. There is only one version.
//!
//! Knows nothing of what operations do. The second look-up takes about 2 µs in a debug build.

use std::fmt;
use std::sync::Arc;
use std::time::Instant;

use dropshot::semver::Version;
use dropshot::{
    ApiDescription, Body, ClientErrorStatusCode, DynamicVersionPolicy, HttpError, VersionPolicy,
};
use http::{HeaderValue, Method, Request, StatusCode, header::ALLOW};
use slog::Logger;

use crate::api::passage::{self, HEADERS};
use crate::service::Service;

/// What unrouted requests count as in the metrics.
const NO_OPERATION: &str = "none";

/// An address is repeated in an answer up to so many characters.
const SHOWN_ADDRESS: usize = 100;

/// Refuses what none of these operations answers.
pub(super) fn policy(routes: ApiDescription<Arc<Service>>, service: Arc<Service>) -> VersionPolicy {
    let router = routes.into_router();
    let route = move |method: &Method, path: &str| {
        let found = router.lookup_route(method, path.into(), None);
        found.map(drop)
    };
    VersionPolicy::Dynamic(Box::new(Unrouted {
        route: Box::new(route),
        service,
    }))
}

/// dropshot's router has no name outside of it.
type Route = dyn Fn(&Method, &str) -> Result<(), HttpError> + Send + Sync;

struct Unrouted {
    route: Box<Route>,
    service: Arc<Service>,
}

impl fmt::Debug for Unrouted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Unrouted")
    }
}

impl DynamicVersionPolicy for Unrouted {
    fn request_extract_version(
        &self,
        request: &Request<Body>,
        _: &Logger,
    ) -> Result<Version, HttpError> {
        match (self.route)(request.method(), request.uri().path()) {
            Ok(()) => Ok(Version::new(0, 0, 0)),
            Err(error) => Err(self.refuse(request, error)),
        }
    }
}

impl Unrouted {
    fn refuse(&self, request: &Request<Body>, error: HttpError) -> HttpError {
        let began = Instant::now();
        let admitted = passage::admit_head(&self.service, request.uri(), request.headers());
        let mut refusal = match admitted {
            Ok(()) => refusal(request.method(), request.uri().path(), &error),
            Err(denied) => refused(ClientErrorStatusCode::FORBIDDEN, "forbidden", denied),
        };
        for (name, value) in HEADERS {
            refusal.headers_mut().insert(name, value);
        }
        let status = refusal.status_code.as_status();
        let metrics = &self.service.metrics;
        metrics.answered(NO_OPERATION, status, began.elapsed());
        refusal
    }
}

/// What the router refused, in words.
fn refusal(method: &Method, path: &str, error: &HttpError) -> HttpError {
    let address = shown(path);
    match error.status_code.as_status() {
        StatusCode::METHOD_NOT_ALLOWED => {
            let allowed = allowed(error);
            let message = format!(
                "{method} is not possible at `{address}`; what is: {allowed}. GET /docs shows what each of them does"
            );
            let status = ClientErrorStatusCode::METHOD_NOT_ALLOWED;
            let mut refusal = refused(status, "method_not_allowed", message);
            if let Ok(allowed) = HeaderValue::from_str(&allowed) {
                refusal.headers_mut().insert(ALLOW, allowed);
            }
            refusal
        }
        StatusCode::NOT_FOUND => refused(
            ClientErrorStatusCode::NOT_FOUND,
            "not_found",
            format!(
                "there is nothing at the address `{address}`; GET /docs shows what there is, GET /openapi.json the same \
                 for programs"
            ),
        ),
        _ => refused(
            ClientErrorStatusCode::BAD_REQUEST,
            "bad_request",
            format!(
                "the address `{address}` can't be read: what stands in it with % must be UTF-8, and no part of it may be `.` \
                 or `..`"
            ),
        ),
    }
}

fn refused(status: ClientErrorStatusCode, error_code: &str, message: String) -> HttpError {
    HttpError::for_client_error(Some(error_code.to_owned()), status, message)
}

/// The methods of an address, in one list: dropshot names each in a header of its own. Where there is no GET, HEAD is
/// known only to be refused.
fn allowed(error: &HttpError) -> String {
    let headers = error.headers.iter();
    let names = headers.flat_map(|headers| headers.get_all(ALLOW));
    let names: Vec<&str> = names.filter_map(|name| name.to_str().ok()).collect();
    let has_get = names.contains(&"GET");
    let names = names.into_iter().filter(|name| has_get || *name != "HEAD");
    names.collect::<Vec<_>>().join(", ")
}

/// As much of an address as is repeated.
fn shown(path: &str) -> String {
    let mut characters = path.chars();
    let shown: String = characters.by_ref().take(SHOWN_ADDRESS).collect();
    match characters.next() {
        Some(_) => format!("{shown}…"),
        None => shown,
    }
}
