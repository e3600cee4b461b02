// Made from open.yaml by the test `snapshot`; do not edit.
//! The operations as the document declares them: what is enforced, and what may be answered.
use super::schemas;
pub use super::schemas::SCHEMAS;
pub use super::support::{
    Component, Header, Location, Operation, Parameter, Reading, RequestBody, Response,
    Schema, Security, Status, dropshot_document, table_document,
};

/// The document's `info`, as JSON.
pub const INFO: &str = "{\"title\":\"Open\",\"version\":\"2024-05\",\"description\":\"Everything that a document may leave open.\"}";

/// The document's `tags`, as JSON.
pub const TAGS: &str = "[{\"name\":\"things\",\"description\":\"What there is.\"}]";

/// The ids of all operations, in the order of the document.
pub const OPERATIONS: &[&str] = &[
    "get_thing",
    "put_file",
    "upload",
    "count_lines",
    "get_anything",
    "socket",
];

/// All operations, in the order of the document.
pub static TABLE: [&Operation; 6usize] = [
    &GET_THING,
    &PUT_FILE,
    &UPLOAD,
    &COUNT_LINES,
    &GET_ANYTHING,
    &SOCKET,
];

/// `GET /things/{key}`
pub static GET_THING: Operation = Operation {
    id: "get_thing",
    method: "GET",
    path: "/things/{key}",
    summary: Some("Look a thing up"),
    description: None,
    tags: &["things"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[
        Parameter {
            name: "key",
            location: Location::Path,
            required: true,
            description: None,
            style: None,
            explode: None,
            schema: &schemas::KEY,
        },
        Parameter {
            name: "near",
            location: Location::Query,
            required: false,
            description: Some("What it must be near to."),
            style: None,
            explode: None,
            schema: &schemas::INLINE_1,
        },
    ],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200u16),
            description: "The thing.",
            media: Some("application/vnd.thing+json"),
            schema: Some(&schemas::THING),
            headers: &[],
        },
        Response {
            status: Status::Range(4u16),
            description: "Error",
            media: Some("application/json"),
            schema: Some(&schemas::ERROR),
            headers: &[],
        },
        Response {
            status: Status::Range(5u16),
            description: "Error",
            media: Some("application/json"),
            schema: Some(&schemas::ERROR),
            headers: &[],
        },
    ],
};

/// `PUT /files/{path}`
pub static PUT_FILE: Operation = Operation {
    id: "put_file",
    method: "PUT",
    path: "/files/{path}",
    summary: None,
    description: None,
    tags: &[],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[
        Parameter {
            name: "path",
            location: Location::Path,
            required: true,
            description: None,
            style: None,
            explode: None,
            schema: &schemas::INLINE_2,
        },
    ],
    body: Some(RequestBody {
        media: "application/octet-stream",
        reading: Reading::Stream,
        required: true,
        max_bytes: Some(16usize),
        schema: &schemas::INLINE_3,
    }),
    responses: &[
        Response {
            status: Status::Code(200u16),
            description: "Kept.",
            media: Some("text/plain"),
            schema: Some(&schemas::INLINE_4),
            headers: &[],
        },
        Response {
            status: Status::Range(4u16),
            description: "Error",
            media: Some("application/json"),
            schema: Some(&schemas::ERROR),
            headers: &[],
        },
        Response {
            status: Status::Range(5u16),
            description: "Error",
            media: Some("application/json"),
            schema: Some(&schemas::ERROR),
            headers: &[],
        },
    ],
};

/// `POST /uploads`
pub static UPLOAD: Operation = Operation {
    id: "upload",
    method: "POST",
    path: "/uploads",
    summary: None,
    description: None,
    tags: &[],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[],
    body: Some(RequestBody {
        media: "multipart/form-data",
        reading: Reading::Stream,
        required: true,
        max_bytes: None,
        schema: &schemas::INLINE_3,
    }),
    responses: &[
        Response {
            status: Status::Code(200u16),
            description: "The names of the parts.",
            media: Some("application/json"),
            schema: Some(&schemas::INLINE_5),
            headers: &[],
        },
        Response {
            status: Status::Default,
            description: "Error",
            media: Some("application/json"),
            schema: Some(&schemas::ERROR),
            headers: &[],
        },
    ],
};

/// `POST /lines`
pub static COUNT_LINES: Operation = Operation {
    id: "count_lines",
    method: "POST",
    path: "/lines",
    summary: None,
    description: None,
    tags: &[],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[],
    body: Some(RequestBody {
        media: "text/plain",
        reading: Reading::Text,
        required: true,
        max_bytes: None,
        schema: &schemas::INLINE_6,
    }),
    responses: &[
        Response {
            status: Status::Code(200u16),
            description: "How many.",
            media: Some("application/json"),
            schema: Some(&schemas::INLINE_7),
            headers: &[],
        },
        Response {
            status: Status::Range(4u16),
            description: "Error",
            media: Some("application/json"),
            schema: Some(&schemas::ERROR),
            headers: &[],
        },
        Response {
            status: Status::Range(5u16),
            description: "Error",
            media: Some("application/json"),
            schema: Some(&schemas::ERROR),
            headers: &[],
        },
    ],
};

/// `GET /anything`
pub static GET_ANYTHING: Operation = Operation {
    id: "get_anything",
    method: "GET",
    path: "/anything",
    summary: None,
    description: None,
    tags: &[],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[],
    body: None,
    responses: &[
        Response {
            status: Status::Default,
            description: "",
            media: Some("*/*"),
            schema: Some(&schemas::INLINE_8),
            headers: &[],
        },
    ],
};

/// `GET /socket`
pub static SOCKET: Operation = Operation {
    id: "socket",
    method: "GET",
    path: "/socket",
    summary: None,
    description: None,
    tags: &[],
    deprecated: false,
    pagination: None,
    websocket: true,
    security: &[],
    parameters: &[],
    body: None,
    responses: &[
        Response {
            status: Status::Code(101u16),
            description: "Talk.",
            media: None,
            schema: None,
            headers: &[],
        },
        Response {
            status: Status::Range(4u16),
            description: "Error",
            media: Some("application/json"),
            schema: Some(&schemas::ERROR),
            headers: &[],
        },
        Response {
            status: Status::Range(5u16),
            description: "Error",
            media: Some("application/json"),
            schema: Some(&schemas::ERROR),
            headers: &[],
        },
    ],
};
