// Made from small.yaml by the test `snapshot`; do not edit.
//! What every generated operation runs on: reading, validating, answering, streaming.
//!
//! Knows dropshot and the table's types; knows no document. The document's own part lies beside this module.

mod answer;
mod body;
mod call;
mod compile;
pub(super) mod contract;
pub(super) mod credentials;
mod describe;
mod events;
mod input;
mod json;
mod media;
mod metadata;
mod parameter;
mod path;
mod newtype;
mod rejection;
mod request;
mod schema;
mod stream;
mod table;
mod translate;
pub(super) mod unread;
mod validate;

pub use answer::{Reply, Respond};
pub use call::{Authenticated, reauthenticate};
pub use credentials::Secret;
pub use describe::{dropshot_document, table_document};
pub use events::{Event, EventStream, EventUnion, HEARTBEAT};
pub use rejection::{MAX_VIOLATIONS, Refusal, Rejection, Violation};
pub use request::RequestHead;
pub use schema::Schema;
pub use table::{
    Component, Demand, Form, Header, Location, Operation, Parameter, Reading, RequestBody, Response,
    Scheme, SchemeKind, Status, Style,
};

pub(super) use answer::answered;
pub(super) use call::{Context, Handled, close, open};
pub(super) use describe::tag_config;
pub(super) use events::RawEvent;
pub(super) use call::admit;
pub(super) use call::secure;
pub(super) use call::settle;
pub(super) use input::Input;
pub(super) use metadata::component;
pub(super) use metadata::{Described, Incoming, register, register_options, register_stub};
pub(super) use newtype::parsed;
pub(super) use newtype::texts;
pub(super) use newtype::wrapper;
