// Made from open.yaml by the test `snapshot`; do not edit.
//! The parts of a `multipart/form-data` body, as they come.

use http::header;

use super::rejection::Rejection;
use super::request::RequestHead;
use super::upload::BodyStream;

/// The parts of a body; the operation reads them itself.
pub type Multipart = multer::Multipart<'static>;

/// Takes a body apart at the boundary that its media type names.
pub(crate) fn multipart(head: &RequestHead, body: BodyStream) -> Result<Multipart, Rejection> {
    let media = head
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|media| media.to_str().ok())
        .unwrap_or_default();
    let boundary = multer::parse_boundary(media)
        .map_err(|_| Rejection::bad_request("the media type names no boundary"))?;
    Ok(Multipart::new(body, boundary))
}
