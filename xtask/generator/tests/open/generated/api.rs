// Made from open.yaml by the test `snapshot`; do not edit.
//! Open 2024-05 as a trait.
//!
//! Everything else of the generated server that an application uses is re-exported here.
pub use super::document::OPERATIONS;
pub use super::operations::*;
pub use super::server::{api_description, stub_api_description};
pub use super::statuses::*;
pub use super::support::{
    Authenticated, Credentials, MAX_VIOLATIONS, Refusal, Rejection, Reply, RequestHead,
    Respond, Violation, reauthenticate, AnyBody, Multipart, StatusIn, BodyFault,
    BodyStream, Upgrade, Upgraded,
};

use super::models;
use super::support::Response;

/// The application: one method for each operation.
///
/// For each request `admit` is asked first, then `authenticate` where the document demands it; then parameters
/// and body are read and validated; then the operation's method runs; last `finish` sees the answer.
pub trait Api: Send + Sync + Sized + 'static {
    /// What `authenticate` proves.
    type Principal: Clone + Send + Sync + 'static;

    /// Asked first, for every request.
    ///
    /// # Errors
    /// A refusal that the operation documents.
    fn admit(&self, request: &RequestHead) -> Result<(), Refusal>;

    /// Asked for every operation that the document secures, before the body is read.
    ///
    /// # Errors
    /// A refusal that the operation documents.
    fn authenticate(
        &self,
        request: &RequestHead,
        credentials: Credentials,
    ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send;

    /// Asked before work goes on in the name of somebody who was authenticated earlier, perhaps before a restart:
    /// may they still act? See [`reauthenticate`].
    ///
    /// # Errors
    /// A refusal. Without a rule of the application's own nobody may.
    fn reauthenticate(
        &self,
        principal: Self::Principal,
    ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send {
        drop(principal);
        async {
            let message = "nobody can be authenticated without a request here"
                .to_owned();
            Err(Refusal::Forbidden { message })
        }
    }

    /// Writes a rejection that generated code found as the document's error body.
    fn error(&self, request: &RequestHead, rejection: &Rejection) -> models::Error;

    /// Whether every answer and every event is held against the document before it is sent. One that breaks it
    /// is logged by place and rule, without values, and 500 is sent instead; an event ends its stream. By
    /// default this is so in debug builds, and thus in tests.
    fn validates_answers(&self) -> bool {
        cfg!(debug_assertions)
    }

    /// Every answer passes here last.
    fn finish(
        &self,
        request: &RequestHead,
        response: &mut http::Response<dropshot::Body>,
    );

    /// Look a thing up.
    fn get_thing(
        &self,
        request: &RequestHead,
        params: GetThingParams,
    ) -> impl Future<Output = Result<GetThingOk, GetThingError>> + Send;

    /// put_file.
    fn put_file(
        &self,
        request: &RequestHead,
        params: PutFileParams,
        body: BodyStream,
    ) -> impl Future<Output = Result<PutFileOk, PutFileError>> + Send;

    /// upload.
    fn upload(
        &self,
        request: &RequestHead,
        body: Multipart,
    ) -> impl Future<Output = Result<UploadOk, UploadError>> + Send;

    /// count_lines.
    fn count_lines(
        &self,
        request: &RequestHead,
        body: String,
    ) -> impl Future<Output = Result<CountLinesOk, CountLinesError>> + Send;

    /// get_anything.
    fn get_anything(
        &self,
        request: &RequestHead,
    ) -> impl Future<Output = Result<GetAnythingOk, GetAnythingError>> + Send;

    /// socket.
    fn socket(
        &self,
        request: &RequestHead,
        upgrade: Upgrade,
    ) -> impl Future<Output = Result<SocketOk, SocketError>> + Send;
}

/// The documented answer for a rejection, with the headers that the document demands of it.
pub(super) fn reject<A: Api>(
    api: &A,
    request: &RequestHead,
    response: &Response,
    rejection: &Rejection,
) -> Reply {
    let mut reply = match response.media {
        Some(_) => Reply::json(rejection.status, &api.error(request, rejection)),
        None => Reply::empty(rejection.status),
    };
    for header in response.headers {
        if header.name.eq_ignore_ascii_case("Retry-After") {
            reply = reply.with_optional("retry-after", rejection.retry_after);
        } else if header.name.eq_ignore_ascii_case("WWW-Authenticate") {
            reply = reply
                .with_optional("www-authenticate", rejection.challenge.as_ref());
        }
    }

    reply
}
