// Made from small.yaml by the test `snapshot`; do not edit.
//! The operations as the document declares them: what is enforced, and what may be answered.
use super::credentials;
use super::schemas;
pub use super::schemas::SCHEMAS;
pub use super::support::{
    Component, Demand, Form, Header, Location, Operation, Parameter, Reading,
    RequestBody, Response, Schema, Scheme, SchemeKind, Status, Style, dropshot_document,
    table_document,
};

/// The document's `info`, as JSON.
pub const INFO: &str = "{\"title\":\"Small\",\"version\":\"1.0.0\",\"description\":\"A fixture with one construct of each kind that the generator writes.\"}";

/// The document's `tags`, as JSON.
pub const TAGS: &str = "[{\"name\":\"notes\"}]";

/// The ids of all operations, in the order of the document.
pub const OPERATIONS: &[&str] = &[
    "list_notes",
    "create_note",
    "update_note",
    "delete_note",
    "note_events",
    "metrics",
];

/// All operations, in the order of the document.
pub static TABLE: [&Operation; 6] = [
    &LIST_NOTES,
    &CREATE_NOTE,
    &UPDATE_NOTE,
    &DELETE_NOTE,
    &NOTE_EVENTS,
    &METRICS,
];

/// `GET /notes`
pub static LIST_NOTES: Operation = Operation {
    id: "list_notes",
    method: "GET",
    path: "/notes",
    summary: Some("List notes"),
    description: Some("Gives the notes, newest first."),
    tags: &["notes"],
    deprecated: false,
    pagination: Some("{\"required\":[]}"),
    websocket: false,
    security: &[&[credentials::BEARER.asked(&[])]],
    parameters: &[
        Parameter {
            name: "limit",
            location: Location::Query,
            required: false,
            description: Some("How many at most."),
            form: Form::Usual,
            schema: &schemas::INLINE_1,
        },
        Parameter {
            name: "page_token",
            location: Location::Query,
            required: false,
            description: Some("Where to go on."),
            form: Form::Usual,
            schema: &schemas::INLINE_2,
        },
        Parameter {
            name: "status",
            location: Location::Query,
            required: false,
            description: Some("Only notes of this status."),
            form: Form::Usual,
            schema: &schemas::NOTE_STATUS,
        },
    ],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "A page.",
            media: Some("application/json"),
            schema: Some(&schemas::NOTE_PAGE),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `POST /notes`
pub static CREATE_NOTE: Operation = Operation {
    id: "create_note",
    method: "POST",
    path: "/notes",
    summary: Some("Create a note"),
    description: None,
    tags: &["notes"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY],
    body: Some(RequestBody {
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: Some(4096),
        schema: &schemas::NEW_NOTE,
    }),
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The same key gave this note before.",
            media: Some("application/json"),
            schema: Some(&schemas::NOTE),
            headers: &[],
        },
        Response {
            status: Status::Code(201),
            description: "Written.",
            media: Some("application/json"),
            schema: Some(&schemas::NOTE),
            headers: &[
                Header {
                    name: "Location",
                    required: true,
                    description: Some("Where the note is."),
                    schema: &schemas::INLINE_2,
                },
                Header {
                    name: "ETag",
                    required: true,
                    description: None,
                    schema: &schemas::INLINE_2,
                },
            ],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        Response {
            status: Status::Code(429),
            description: "Too many.",
            media: Some("application/json"),
            schema: Some(&schemas::API_ERROR),
            headers: &[
                Header {
                    name: "Retry-After",
                    required: true,
                    description: None,
                    schema: &schemas::INLINE_3,
                },
            ],
        },
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `PATCH /notes/{note_id}`
pub static UPDATE_NOTE: Operation = Operation {
    id: "update_note",
    method: "PATCH",
    path: "/notes/{note_id}",
    summary: Some("Change a note"),
    description: None,
    tags: &["notes"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER.asked(&[])]],
    parameters: &[
        Parameter {
            name: "If-Match",
            location: Location::Header,
            required: false,
            description: Some("Only if the note is still this one."),
            form: Form::Usual,
            schema: &schemas::INLINE_4,
        },
        Parameter {
            name: "X-Reason",
            location: Location::Header,
            required: false,
            description: Some("Why, for the log."),
            form: Form::Usual,
            schema: &schemas::INLINE_5,
        },
        Parameter {
            name: "notify",
            location: Location::Query,
            required: false,
            description: Some("Whom to tell of it."),
            form: Form::Usual,
            schema: &schemas::INLINE_6,
        },
        Parameter {
            name: "silent",
            location: Location::Query,
            required: false,
            description: Some("Whether nobody is told."),
            form: Form::Usual,
            schema: &schemas::INLINE_7,
        },
        parameters::NOTE_ID,
    ],
    body: Some(RequestBody {
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::NOTE_PATCH,
    }),
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The note.",
            media: Some("application/json"),
            schema: Some(&schemas::NOTE),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `DELETE /notes/{note_id}`
pub static DELETE_NOTE: Operation = Operation {
    id: "delete_note",
    method: "DELETE",
    path: "/notes/{note_id}",
    summary: Some("Delete a note"),
    description: None,
    tags: &["notes"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER.asked(&[])]],
    parameters: &[parameters::NOTE_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(204),
            description: "Gone.",
            media: None,
            schema: None,
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `GET /events`
pub static NOTE_EVENTS: Operation = Operation {
    id: "note_events",
    method: "GET",
    path: "/events",
    summary: Some("Follow the notes"),
    description: None,
    tags: &["notes"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER.asked(&[])]],
    parameters: &[],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "Events as they come.",
            media: Some("text/event-stream"),
            schema: Some(&schemas::NOTE_EVENT),
            headers: &[],
        },
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `GET /metrics`
pub static METRICS: Operation = Operation {
    id: "metrics",
    method: "GET",
    path: "/metrics",
    summary: Some("Figures"),
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
            status: Status::Code(200),
            description: "Text for Prometheus.",
            media: Some("text/plain"),
            schema: Some(&schemas::INLINE_2),
            headers: &[],
        },
        responses::FORBIDDEN,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// The parameters that operations share.
mod parameters {
    use super::*;
    pub(super) const IDEMPOTENCY_KEY: Parameter = Parameter {
        name: "Idempotency-Key",
        location: Location::Header,
        required: false,
        description: Some("The same key gives the same answer."),
        form: Form::Usual,
        schema: &schemas::IDEMPOTENCY_KEY,
    };
    pub(super) const NOTE_ID: Parameter = Parameter {
        name: "note_id",
        location: Location::Path,
        required: true,
        description: Some("Which note."),
        form: Form::Usual,
        schema: &schemas::NOTE_ID,
    };
}

/// The headers that operations share.
mod headers {
    use super::*;
    pub(super) const WWW_AUTHENTICATE: Header = Header {
        name: "WWW-Authenticate",
        required: true,
        description: None,
        schema: &schemas::INLINE_2,
    };
}

/// The responses that operations share.
mod responses {
    use super::*;
    pub(super) const BAD_REQUEST: Response = Response {
        status: Status::Code(400),
        description: "Something is wrong.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const UNAUTHORIZED: Response = Response {
        status: Status::Code(401),
        description: "No credentials.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[headers::WWW_AUTHENTICATE],
    };
    pub(super) const FORBIDDEN: Response = Response {
        status: Status::Code(403),
        description: "Something is wrong.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const UNPROCESSABLE_ENTITY: Response = Response {
        status: Status::Code(422),
        description: "Something is wrong.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const INTERNAL_SERVER_ERROR: Response = Response {
        status: Status::Code(500),
        description: "Something is wrong.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const CONFLICT: Response = Response {
        status: Status::Code(409),
        description: "Something is wrong.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const PAYLOAD_TOO_LARGE: Response = Response {
        status: Status::Code(413),
        description: "Something is wrong.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const UNSUPPORTED_MEDIA_TYPE: Response = Response {
        status: Status::Code(415),
        description: "Something is wrong.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const NOT_FOUND: Response = Response {
        status: Status::Code(404),
        description: "Something is wrong.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
}
