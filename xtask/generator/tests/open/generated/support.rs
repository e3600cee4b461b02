// Made from open.yaml by the test `snapshot`; do not edit.
//! What every generated operation runs on: reading, validating, answering, streaming.
//!
//! Knows dropshot and the table's types; knows no document. The document's own part lies beside this module.

mod answer;
mod call;
mod compile;
pub(super) mod contract;
mod describe;
mod input;
mod json;
mod metadata;
mod multipart;
mod rejection;
mod request;
mod schema;
mod status;
mod table;
mod translate;
pub(super) mod unread;
mod upgrade;
mod upload;
mod validate;

pub use answer::AnyBody;
pub use answer::{Reply, Respond};
pub use call::{Authenticated, reauthenticate};
pub use describe::{dropshot_document, table_document};
pub use multipart::Multipart;
pub use rejection::{MAX_VIOLATIONS, Refusal, Rejection, Violation};
pub use request::{Credentials, RequestHead};
pub use schema::Schema;
pub use status::StatusIn;
pub use table::{
    Component, Header, Location, Operation, Parameter, Reading, RequestBody, Response, Security,
    Status,
};
pub use upgrade::{Upgrade, Upgraded};
pub use upload::{BodyFault, BodyStream};

pub(super) use call::{Context, Handled, close, open};
pub(super) use describe::tag_config;
pub(super) use call::admit;
pub(super) use input::Input;
pub(super) use metadata::{
    Described, Incoming, component, register, register_options, register_stub,
};
pub(super) use multipart::multipart;
pub(super) use upgrade::upgrade;
