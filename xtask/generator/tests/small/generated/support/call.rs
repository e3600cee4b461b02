// Made from small.yaml by the test `snapshot`; do not edit.
//! The way of every request: admit, authenticate, read, answer, finish.

use std::any::Any;
use std::ops::Deref;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use dropshot::RequestContext;
use futures::FutureExt;
use http::{HeaderValue, StatusCode, header};

use super::super::api::last_event;
use super::super::api::{Api, reject};
use super::super::credentials::Credentials;
use super::answer::Reply;
use super::contract::Guard;
use super::contract::{faults, report};
use super::credentials::{Found, challenge, find};
use super::metadata::{Described, Incoming, Outgoing, Unreachable};
use super::rejection::Refusal;
use super::rejection::Rejection;
use super::request::RequestHead;
use super::table::Operation;
use super::unread::Unread;

/// Proof that the caller was authenticated. Only two ways make one: a secured operation's handler, when
/// `Api::authenticate` has agreed, and [`reauthenticate`].
#[derive(Debug, Clone)]
pub struct Authenticated<P>(P);

impl<P> Deref for Authenticated<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.0
    }
}

impl<P> Authenticated<P> {
    /// Gives up the proof for what it proves.
    pub fn into_inner(self) -> P {
        self.0
    }
}

/// The proof for somebody who was authenticated earlier and in whose name work goes on, perhaps after a restart.
///
/// # Errors
/// What `Api::reauthenticate` refuses: by default everybody.
pub async fn reauthenticate<A: Api>(
    api: &A,
    principal: A::Principal,
) -> Result<Authenticated<A::Principal>, Refusal> {
    Ok(Authenticated(api.reauthenticate(principal).await?))
}

/// Dropshot's context: the application behind an `Arc`.
pub(crate) type Context<A> = RequestContext<Arc<A>>;

/// What a generated handler returns: documented answers only.
pub(crate) type Handled<O> = Result<Outgoing<O>, Unreachable<<O as Described>::Error>>;

/// Takes a request apart; the body is not read yet.
pub(crate) fn open<A: Api, O: Described>(
    context: &Context<A>,
    incoming: Incoming<O>,
) -> (Arc<A>, RequestHead, Unread) {
    let (parts, body) = incoming.into_parts();
    let head = RequestHead {
        request_id: context.request_id.clone(),
        method: parts.method,
        uri: parts.uri,
        headers: parts.headers,
        remote_addr: context.request.remote_addr(),
        operation_id: O::table().id,
        received: Instant::now(),
    };
    (Arc::clone(context.context()), head, Unread::new(body))
}

/// Asks the application whether the request may come in at all.
pub(crate) fn admit<A: Api>(api: &A, head: &RequestHead) -> Result<(), Rejection> {
    Ok(api.admit(head)?)
}

/// Admits, then authenticates.
pub(crate) async fn secure<A: Api>(
    api: &A,
    head: &RequestHead,
    operation: &'static Operation,
) -> Result<Authenticated<A::Principal>, Rejection> {
    admit(api, head)?;
    let found = find(head, operation);
    let caller = caller(api, head, found).await;
    caller.map_err(|refusal| challenged(refusal, operation))
}

async fn caller<A: Api>(
    api: &A,
    head: &RequestHead,
    found: Found,
) -> Result<Authenticated<A::Principal>, Refusal> {
    let unauthorized = |message: &str| Refusal::Unauthorized {
        message: message.to_owned(),
        challenge: None,
    };
    let shown = match found {
        Found::Shown(shown) => shown,
        Found::Nothing => {
            let refusal = unauthorized("credentials are needed here");
            return api.anonymous(head, refusal).map(Authenticated);
        }
        Found::Broken => {
            let refusal = unauthorized("the credentials cannot be read");
            return api.anonymous(head, refusal).map(Authenticated);
        }
    };
    let mut last = unauthorized("the credentials are not known here");
    for credentials in shown.iter().filter_map(Credentials::of) {
        match api.authenticate(head, credentials).await {
            Ok(principal) => return Ok(Authenticated(principal)),
            // Who is known and may not, hears that, and not that another alternative does not know them.
            Err(Refusal::Unauthorized { .. }) if matches!(last, Refusal::Forbidden { .. }) => {}
            Err(refusal @ (Refusal::Unauthorized { .. } | Refusal::Forbidden { .. })) => {
                last = refusal;
            }
            Err(refusal) => return Err(refusal),
        }
    }
    Err(last)
}

/// A refusal that says, where it is 401, what would have been enough.
fn challenged(refusal: Refusal, operation: &Operation) -> Rejection {
    let mut rejection = Rejection::from(refusal);
    if rejection.status == StatusCode::UNAUTHORIZED {
        rejection
            .challenge
            .get_or_insert_with(|| challenge(operation));
    }
    rejection
}

/// Runs the work of an operation. A rejection becomes the document's error, and so does a panic; so does, where the
/// application wants answers validated, an answer that breaks the document.
pub(crate) async fn settle<A: Api>(
    api: &A,
    head: &RequestHead,
    operation: &'static Operation,
    work: impl Future<Output = Result<Reply, Rejection>>,
    log: &slog::Logger,
) -> Reply {
    let reply = match AssertUnwindSafe(work).catch_unwind().await {
        Ok(Ok(reply)) => reply,
        Ok(Err(rejection)) => rejected(api, head, operation, &rejection, log),
        Err(panic) => {
            slog::error!(log, "handler panicked"; "request_id" => &head.request_id, "panic" => describe(&*panic));
            rejected(api, head, operation, &Rejection::internal(), log)
        }
    };
    if api.validates_answers() {
        validated(api, head, operation, reply, log)
    } else {
        reply
    }
}

/// A rejection as the document's error. What the document doesn't declare for this operation is not sent,
/// and the generator sees to it that all that generated code itself rejects is declared.
fn rejected<A: Api>(
    api: &A,
    head: &RequestHead,
    operation: &'static Operation,
    rejection: &Rejection,
    log: &slog::Logger,
) -> Reply {
    match operation.response(rejection.status.as_u16()) {
        Some(response) => reject(api, head, response, rejection),
        None => {
            slog::error!(log, "undocumented rejection"; "request_id" => &head.request_id, "status" => rejection.status.as_u16());
            failed(api, head, operation)
        }
    }
}

/// The document's 500.
fn failed<A: Api>(api: &A, head: &RequestHead, operation: &'static Operation) -> Reply {
    let internal = Rejection::internal();
    operation.response(500).map_or_else(
        || Reply::empty(internal.status),
        |response| reject(api, head, response, &internal),
    )
}

/// The answer, if it is one of the document's; else the document's 500.
/// Events are held against it as they are sent.
fn validated<A: Api>(
    api: &A,
    head: &RequestHead,
    operation: &'static Operation,
    reply: Reply,
    log: &slog::Logger,
) -> Reply {
    let found = faults(operation, &reply);
    if !found.is_empty() {
        report(log, &head.request_id, operation, reply.status, &found);
        let failed = failed(api, head, operation);
        // Where not even that is right, nothing is said.
        return if faults(operation, &failed).is_empty() {
            failed
        } else {
            Reply::empty(StatusCode::INTERNAL_SERVER_ERROR)
        };
    }
    let schema = operation
        .response(reply.status.as_u16())
        .and_then(|response| response.schema);
    let Some(schema) = schema else { return reply };
    reply.guarded(|| Guard {
        schema,
        last: last_event(api, head, schema.name),
        log: log
            .new(slog::o!("request_id" => head.request_id.clone(), "operation" => operation.id)),
    })
}

/// Runs the work and hands the answer to the application's last word.
pub(crate) async fn close<A: Api, O: Described>(
    context: &Context<A>,
    api: &A,
    head: &RequestHead,
    work: impl Future<Output = Result<Reply, Rejection>>,
) -> Handled<O> {
    let mut response = settle(api, head, O::table(), work, &context.log)
        .await
        .into_http();
    api.finish(head, &mut response);
    Ok(Outgoing::new(response))
}

/// Answers OPTIONS, and HEAD where there is no GET: what the path allows.
pub(crate) async fn options<A: Api, O: Described>(
    context: Context<A>,
    incoming: Incoming<O>,
) -> Handled<O> {
    let (api, mut head, _) = open(&context, incoming);
    head.operation_id = "options";
    let mut response = match api.admit(&head) {
        Ok(()) if head.method == http::Method::OPTIONS => Reply::empty(StatusCode::NO_CONTENT),
        Ok(()) => Reply::empty(StatusCode::METHOD_NOT_ALLOWED),
        Err(refusal) => {
            let rejection = Rejection::from(refusal);
            O::table().response(rejection.status.as_u16()).map_or_else(
                || Reply::empty(rejection.status),
                |response| reject(&*api, &head, response, &rejection),
            )
        }
    }
    .into_http();
    if let Ok(allow) = HeaderValue::from_str(O::ALLOW) {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    api.finish(&head, &mut response);
    Ok(Outgoing::new(response))
}

fn describe(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("no message").to_owned()
}
