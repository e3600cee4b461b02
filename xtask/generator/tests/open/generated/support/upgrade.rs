// Made from open.yaml by the test `snapshot`; do not edit.
//! Requests for a websocket.

use dropshot::{
    ExclusiveExtractor, HttpResponse, WebsocketChannelResult, WebsocketConnection, WebsocketUpgrade,
};

use super::super::api::Api;
use super::call::Context;
use super::metadata::Incoming;
use super::rejection::Rejection;

/// A request for a websocket that may be granted.
#[derive(Debug)]
pub struct Upgrade(WebsocketUpgrade);

/// The answer that grants it.
pub struct Upgraded(pub(super) Option<http::Response<dropshot::Body>>);

impl Upgrade {
    /// Grants the websocket; `handler` then serves the connection, in a task of its own.
    pub fn accept<H, F>(self, handler: H) -> Upgraded
    where
        H: FnOnce(WebsocketConnection) -> F + Send + 'static,
        F: Future<Output = WebsocketChannelResult> + Send + 'static,
    {
        let answer = self.0.handle(handler).and_then(HttpResponse::to_result);
        Upgraded(answer.ok())
    }
}

impl std::fmt::Debug for Upgraded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Upgraded(…)")
    }
}

/// Takes the connection out of a request; a request that asks for no websocket is 400.
pub(crate) async fn upgrade<A: Api, O>(
    context: &Context<A>,
    incoming: Incoming<O>,
) -> (Incoming<O>, Result<Upgrade, Rejection>) {
    let (kept, request) = incoming.split();
    let upgrade = WebsocketUpgrade::from_request(context, request)
        .await
        .map(Upgrade)
        .map_err(|error| Rejection::bad_request(error.external_message));
    (kept, upgrade)
}
