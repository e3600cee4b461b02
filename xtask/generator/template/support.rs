//! What every generated operation runs on: reading, validating, answering, streaming.
//!
//! Knows dropshot and the table's types; knows no document. The document's own part lies beside this module.

//# if negotiated
mod accept;
//# end
//# if alternatives
mod alternatives;
//# end
mod answer;
//# if input
mod body;
//# end
mod call;
mod compile;
pub(super) mod contract;
pub(super) mod credentials;
mod describe;
//# if events
mod events;
//# end
//# if forms or parts
mod form;
//# end
//# if input
mod input;
//# end
mod json;
mod media;
mod metadata;
//# if input
mod parameter;
//# end
//# if multipart or parts
mod multipart;
//# end
//# if parts
mod parts;
//# end
//# if input or crowded
mod path;
//# end
//# if texts or parsed or wrappers
mod newtype;
//# end
mod rejection;
mod request;
mod schema;
//# if one_way
mod side;
//# end
//# if ranges
mod status;
//# end
//# if events
mod stream;
//# end
mod table;
//# if unions
mod tagged;
//# end
mod translate;
//# if bases
mod bases;
//# end
//# if crowded
mod below;
//# end
//# if unions
mod union;
//# end
pub(super) mod unread;
//# if upgrade
mod upgrade;
//# end
//# if streams or parts
mod upload;
//# end
mod validate;

//# if any
pub use answer::AnyBody;
//# end
pub use answer::{Reply, Respond};
//# if principal
pub use call::{Authenticated, reauthenticate};
//# end
//# if basic
pub use credentials::Basic;
//# end
//# if secured
pub use credentials::Secret;
//# end
//# if scopes
pub use credentials::AccessToken;
//# end
pub use describe::{dropshot_document, table_document};
//# if events
pub use events::{Event, EventStream, EventUnion, HEARTBEAT};
//# end
//# if multipart
pub use multipart::Multipart;
//# end
//# if parts
pub use parts::Part;
//# end
pub use rejection::{MAX_VIOLATIONS, Refusal, Rejection, Violation};
pub use request::RequestHead;
pub use schema::Schema;
//# if ranges
pub use status::StatusIn;
//# end
//# if forms or parts
pub use table::Encoding;
//# end
pub use table::{
    Component, Demand, Form, Header, Location, Operation, Parameter, Reading, RequestBody, Response,
    Scheme, SchemeKind, Status, Style,
};
//# if upgrade
pub use upgrade::{Upgrade, Upgraded};
//# end
//# if streams or parts
pub use upload::{BodyFault, BodyStream};
//# end

//# if alternatives
pub(super) use alternatives::{alternative, alternatives, write_alternative};
//# end
//# if failures
pub(super) use answer::answered;
//# end
pub(super) use call::{Context, Handled, close, open};
//# if crowded
pub(super) use below::{below, register_below};
//# end
pub(super) use describe::tag_config;
//# if events
pub(super) use events::RawEvent;
//# end
//# if open
pub(super) use call::admit;
//# end
//# if secured
pub(super) use call::secure;
//# end
//# if optional
pub(super) use call::secure_optional;
//# end
//# if unions
pub(super) use tagged::{tagged, write_tagged};
//# end
//# if tools
pub(super) use call::settle;
//# end
//# if input
pub(super) use input::Input;
//# end
//# if errors
pub(super) use metadata::component;
//# end
//# if free
pub(super) use metadata::{Described, Incoming, register, register_options, register_stub};
//# else
//= pub(super) use metadata::{Described, Incoming, register_stub};
//# end
//# if multipart
pub(super) use multipart::multipart;
//# end
//# if parsed
pub(super) use newtype::parsed;
//# end
//# if texts
pub(super) use newtype::texts;
//# end
//# if wrappers
pub(super) use newtype::wrapper;
//# end
//# if upgrade
pub(super) use upgrade::upgrade;
//# end
