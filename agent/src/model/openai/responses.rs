//! The Responses form: OpenAI's own.

pub(super) mod decode;
pub(super) mod request;
