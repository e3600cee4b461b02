//! The Chat Completions form: what every compatible server speaks.

pub(super) mod decode;
pub(super) mod request;
mod thoughts;
mod wire;
