// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
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
pub const INFO: &str = "{\"title\":\"TaskManager Agent\",\"version\":\"0.1.0\",\"license\":{\"name\":\"MIT OR Apache-2.0\",\"url\":\"https://spdx.org/licenses/MIT.html\"},\"description\":\"Tasks, and agents that work on them: a triage agent answers or hands over to a scheduler, a collaboration and an\\nanalysis agent, all of which act on the stored tasks. Every answer of an agent can be had whole or as a stream.\\n\\n## Authentication\\nEvery operation but those of the group *System* takes a bearer token. In local mode (accounts are switched off)\\nthe service serves one local user without credentials, and answers only requests whose `Host` and `Origin` are its\\nown.\\n\\n## Conventions\\n- **Requests are closed, answers are open.** A property that this document doesn't name is refused in a request; an\\n  answer or an event may gain properties later, and a stream may gain events: skip what you don't know.\\n- **Absent and null.** In answers a property without a value is present as `null`. In `PATCH` bodies `null` clears,\\n  and a property that is left out stays as it is. In events and errors a property without a value is left out.\\n- **Identifiers.** Task ids are small integers, one sequence per installation. All others are opaque strings with a\\n  prefix that says what they name: `run_…`, `ses_…`, `rem_…`, `mtg_…`, `call_…`. People are named by email address.\\n- **Time.** Timestamps are RFC 3339 in UTC, dates are ISO 8601. \\\"Today\\\" is today in the caller's time zone.\\n- **Lists** come in pages: `limit` items (20, at most 100), and in `next_page` the token for the next page, or\\n  `null` at the end. The token carries filters and order: beside `page_token` only `limit` may be given.\\n- **Repeating safely.** A POST that creates or starts something takes an `Idempotency-Key`: the same key with the\\n  same request gives the first answer again, with another request 409. Keys are kept for 24 hours.\\n- **Concurrent edits.** A task's answer bears its version as `ETag`; send it as `If-Match`, and a change is refused\\n  with 412 when somebody else was faster.\\n\\n## Errors\\nEvery 4xx and 5xx answer is an `ApiError`. Faults are looked for in this order: 403 for a foreign host or origin,\\n401, 415, 413, 400, 422, 404, then 409 and 412. 400 means that the request can't be read, 422 that it was read and\\nbreaks a rule; then `violations` lists all that was found.\\n\\n## Streams\\nStreams are server-sent events: `id:` a sequence number, `event:` the event's name, `data:` a JSON object whose\\n`type` is that name. Comments keep idle streams open. After a break, continue with `Last-Event-ID` (or `after`).\\nA run goes on when its reader leaves, and exactly one of `complete`, `error` and `cancelled` ends it. A stream can end\\nbefore its run: by an `error` without a number, in the place of a stored event that breaks this document.\\n\"}";

/// The document's `tags`, as JSON.
pub const TAGS: &str = "[{\"name\":\"System\",\"description\":\"What the service is, how it fares, and this document. No credentials are needed.\"},{\"name\":\"Tasks\",\"description\":\"Tasks, with their reminders, meetings and shares, and the stream of their changes.\"},{\"name\":\"Agents on a task\",\"description\":\"Questions and orders about one task. Each is a run, answered whole or as a stream of events.\"},{\"name\":\"Chat\",\"description\":\"A conversation about all of the caller's tasks, in sessions that remember.\"},{\"name\":\"Runs\",\"description\":\"Every call of an agent is a run. Runs outlive the request that started them.\"},{\"name\":\"Accounts\",\"description\":\"The caller's own profile.\"}]";

/// The ids of all operations, in the order of the document.
pub const OPERATIONS: &[&str] = &[
    "get_service",
    "get_liveness",
    "get_readiness",
    "list_agents",
    "get_openapi_json",
    "get_openapi_yaml",
    "get_metrics",
    "create_task",
    "list_tasks",
    "get_task",
    "replace_task",
    "update_task",
    "delete_task",
    "create_reminder",
    "list_reminders",
    "get_reminder",
    "delete_reminder",
    "create_meeting",
    "list_meetings",
    "get_meeting",
    "delete_meeting",
    "list_shares",
    "put_share",
    "delete_share",
    "stream_events",
    "help_task",
    "help_task_stream",
    "schedule_task",
    "schedule_task_stream",
    "collaborate_task",
    "collaborate_task_stream",
    "analyze_task",
    "analyze_task_stream",
    "chat",
    "chat_stream",
    "list_sessions",
    "get_session",
    "delete_session",
    "list_runs",
    "get_run",
    "stream_run_events",
    "cancel_run",
    "decide_approvals",
    "get_run_trace",
    "get_me",
    "update_me",
];

/// All operations, in the order of the document.
pub static TABLE: [&Operation; 46] = [
    &GET_SERVICE,
    &GET_LIVENESS,
    &GET_READINESS,
    &LIST_AGENTS,
    &GET_OPENAPI_JSON,
    &GET_OPENAPI_YAML,
    &GET_METRICS,
    &CREATE_TASK,
    &LIST_TASKS,
    &GET_TASK,
    &REPLACE_TASK,
    &UPDATE_TASK,
    &DELETE_TASK,
    &CREATE_REMINDER,
    &LIST_REMINDERS,
    &GET_REMINDER,
    &DELETE_REMINDER,
    &CREATE_MEETING,
    &LIST_MEETINGS,
    &GET_MEETING,
    &DELETE_MEETING,
    &LIST_SHARES,
    &PUT_SHARE,
    &DELETE_SHARE,
    &STREAM_EVENTS,
    &HELP_TASK,
    &HELP_TASK_STREAM,
    &SCHEDULE_TASK,
    &SCHEDULE_TASK_STREAM,
    &COLLABORATE_TASK,
    &COLLABORATE_TASK_STREAM,
    &ANALYZE_TASK,
    &ANALYZE_TASK_STREAM,
    &CHAT,
    &CHAT_STREAM,
    &LIST_SESSIONS,
    &GET_SESSION,
    &DELETE_SESSION,
    &LIST_RUNS,
    &GET_RUN,
    &STREAM_RUN_EVENTS,
    &CANCEL_RUN,
    &DECIDE_APPROVALS,
    &GET_RUN_TRACE,
    &GET_ME,
    &UPDATE_ME,
];

/// `GET /`
pub static GET_SERVICE: Operation = Operation {
    id: "get_service",
    method: "GET",
    path: "/",
    summary: Some("Describe the service"),
    description: Some(
        "Names the service, its version, the model that its agents use, and where to go from here.",
    ),
    tags: &["System"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "What the service is.",
            media: Some("application/json"),
            schema: Some(&schemas::SERVICE_INFO),
            headers: &[],
        },
        responses::FORBIDDEN,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `GET /health/live`
pub static GET_LIVENESS: Operation = Operation {
    id: "get_liveness",
    method: "GET",
    path: "/health/live",
    summary: Some("Tell whether the process lives"),
    description: Some(
        "Answers as long as the process can answer at all; asks nothing else. For restarting what hangs.",
    ),
    tags: &["System"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The process answers.",
            media: Some("application/json"),
            schema: Some(&schemas::HEALTH),
            headers: &[],
        },
        responses::FORBIDDEN,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `GET /health/ready`
pub static GET_READINESS: Operation = Operation {
    id: "get_readiness",
    method: "GET",
    path: "/health/ready",
    summary: Some("Tell whether requests can be served"),
    description: Some(
        "Asks the storage, and tells how the models fare without asking them. 503 while the service can't serve, for example while it is shutting down. A model that is down makes a check `degraded`, never the answer 503: tasks need no model, and other models may be asked instead. For routing requests.",
    ),
    tags: &["System"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "Requests can be served.",
            media: Some("application/json"),
            schema: Some(&schemas::READINESS),
            headers: &[],
        },
        responses::FORBIDDEN,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /agents/status`
pub static LIST_AGENTS: Operation = Operation {
    id: "list_agents",
    method: "GET",
    path: "/agents/status",
    summary: Some("List the agents"),
    description: Some(
        "Lists each agent with what it is for, the tools it has, whom it hands over to, and its model.",
    ),
    tags: &["System"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "All agents, the one that a conversation begins with first.",
            media: Some("application/json"),
            schema: Some(&schemas::AGENT_LIST),
            headers: &[],
        },
        responses::FORBIDDEN,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `GET /openapi.json`
pub static GET_OPENAPI_JSON: Operation = Operation {
    id: "get_openapi_json",
    method: "GET",
    path: "/openapi.json",
    summary: Some("Read this document as JSON"),
    description: Some("Answers with this document, for programs."),
    tags: &["System"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[parameters::IF_NONE_MATCH],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "This document.",
            media: Some("application/json"),
            schema: Some(&schemas::OPEN_API_DOCUMENT),
            headers: &[headers::DOCUMENT_E_TAG],
        },
        responses::NOT_MODIFIED,
        responses::BAD_REQUEST,
        responses::FORBIDDEN,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `GET /openapi.yaml`
pub static GET_OPENAPI_YAML: Operation = Operation {
    id: "get_openapi_yaml",
    method: "GET",
    path: "/openapi.yaml",
    summary: Some("Read this document as YAML"),
    description: Some(
        "Answers with this document as it was written, comments included, for people.",
    ),
    tags: &["System"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[parameters::IF_NONE_MATCH],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "This document.",
            media: Some("application/yaml"),
            schema: Some(&schemas::INLINE_3),
            headers: &[headers::DOCUMENT_E_TAG],
        },
        responses::NOT_MODIFIED,
        responses::BAD_REQUEST,
        responses::FORBIDDEN,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `GET /metrics`
pub static GET_METRICS: Operation = Operation {
    id: "get_metrics",
    method: "GET",
    path: "/metrics",
    summary: Some("Read the service's metrics"),
    description: Some(
        "Counters and gauges in Prometheus' text format; no names, texts or addresses of users among them.",
    ),
    tags: &["System"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[],
    parameters: &[],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The metrics at this moment.",
            media: Some("text/plain"),
            schema: Some(&schemas::INLINE_4),
            headers: &[],
        },
        responses::FORBIDDEN,
        responses::INTERNAL_SERVER_ERROR,
    ],
};

/// `POST /tasks`
pub static CREATE_TASK: Operation = Operation {
    id: "create_task",
    method: "POST",
    path: "/tasks",
    summary: Some("Create a task"),
    description: Some(
        "Stores a new task that belongs to the caller. It begins as pending.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY],
    body: Some(RequestBody {
        description: Some("The new task."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::NEW_TASK,
    }),
    responses: &[
        Response {
            status: Status::Code(201),
            description: "The task is stored.",
            media: Some("application/json"),
            schema: Some(&schemas::TASK),
            headers: &[headers::LOCATION, headers::E_TAG],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /tasks`
pub static LIST_TASKS: Operation = Operation {
    id: "list_tasks",
    method: "GET",
    path: "/tasks",
    summary: Some("List tasks"),
    description: Some(
        "Lists the tasks that the caller may see: their own and those shared with them. Filters are combined: a task is listed when it meets all of them.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: Some("{\"required\":[]}"),
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[
        parameters::LIMIT,
        parameters::PAGE_TOKEN,
        Parameter {
            name: "status",
            location: Location::Query,
            required: false,
            description: Some("Only tasks in this status."),
            form: Form::Usual,
            schema: &schemas::TASK_STATUS,
        },
        Parameter {
            name: "tag",
            location: Location::Query,
            required: false,
            description: Some(
                "Only tasks that bear this tag, in exactly this spelling.",
            ),
            form: Form::Usual,
            schema: &schemas::TAG,
        },
        Parameter {
            name: "assignee",
            location: Location::Query,
            required: false,
            description: Some("Only tasks assigned to this address."),
            form: Form::Usual,
            schema: &schemas::EMAIL,
        },
        Parameter {
            name: "deadline_before",
            location: Location::Query,
            required: false,
            description: Some(
                "Only tasks whose deadline is before this date, the date itself excluded.",
            ),
            form: Form::Usual,
            schema: &schemas::INLINE_6,
        },
        Parameter {
            name: "text",
            location: Location::Query,
            required: false,
            description: Some(
                "Only tasks whose title or description contains this text, in upper or lower case.",
            ),
            form: Form::Usual,
            schema: &schemas::SEARCH_TEXT,
        },
        Parameter {
            name: "order",
            location: Location::Query,
            required: false,
            description: Some(
                "The order of the list; created_desc where nothing is said.",
            ),
            form: Form::Usual,
            schema: &schemas::TASK_ORDER,
        },
    ],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "A page of tasks.",
            media: Some("application/json"),
            schema: Some(&schemas::TASK_PAGE),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /tasks/{task_id}`
pub static GET_TASK: Operation = Operation {
    id: "get_task",
    method: "GET",
    path: "/tasks/{task_id}",
    summary: Some("Read a task"),
    description: Some("Answers with the task and, as `ETag`, its version."),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::TASK_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The task.",
            media: Some("application/json"),
            schema: Some(&schemas::TASK),
            headers: &[headers::E_TAG],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `PUT /tasks/{task_id}`
pub static REPLACE_TASK: Operation = Operation {
    id: "replace_task",
    method: "PUT",
    path: "/tasks/{task_id}",
    summary: Some("Replace a task"),
    description: Some(
        "Gives the task new values for all that a caller can set; what is left out goes back to its default. The id, the owner and the reminders, meetings and shares stay.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IF_MATCH, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("The task's new values."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::TASK_REPLACEMENT,
    }),
    responses: &[
        responses::OK_TASK,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::PRECONDITION_FAILED,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `PATCH /tasks/{task_id}`
pub static UPDATE_TASK: Operation = Operation {
    id: "update_task",
    method: "PATCH",
    path: "/tasks/{task_id}",
    summary: Some("Change a task"),
    description: Some(
        "Changes what the body names and leaves the rest. `null` clears a deadline, an assignee or a parent; `[]` clears a list.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IF_MATCH, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("The properties to change."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::TASK_UPDATE,
    }),
    responses: &[
        responses::OK_TASK,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::PRECONDITION_FAILED,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `DELETE /tasks/{task_id}`
pub static DELETE_TASK: Operation = Operation {
    id: "delete_task",
    method: "DELETE",
    path: "/tasks/{task_id}",
    summary: Some("Delete a task"),
    description: Some(
        "Deletes the task with its reminders, meetings and shares; only its owner may. Its subtasks stay and lose their parent, tasks that depend on it lose that dependency, and its runs can still be read.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IF_MATCH, parameters::TASK_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(204),
            description: "The task is deleted.",
            media: None,
            schema: None,
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::PRECONDITION_FAILED,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /tasks/{task_id}/reminders`
pub static CREATE_REMINDER: Operation = Operation {
    id: "create_reminder",
    method: "POST",
    path: "/tasks/{task_id}/reminders",
    summary: Some("Set a reminder"),
    description: Some(
        "Stores a reminder for the task. When it is due, a `reminder_due` event is sent on `/events`; one in the past is due at once.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("When to remind, and of what."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::NEW_REMINDER,
    }),
    responses: &[
        Response {
            status: Status::Code(201),
            description: "The reminder is set.",
            media: Some("application/json"),
            schema: Some(&schemas::REMINDER),
            headers: &[headers::LOCATION],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /tasks/{task_id}/reminders`
pub static LIST_REMINDERS: Operation = Operation {
    id: "list_reminders",
    method: "GET",
    path: "/tasks/{task_id}/reminders",
    summary: Some("List a task's reminders"),
    description: Some(
        "Lists the reminders of the task, the earliest first, those that have fired included.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: Some("{\"required\":[]}"),
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::LIMIT, parameters::PAGE_TOKEN, parameters::TASK_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "A page of reminders.",
            media: Some("application/json"),
            schema: Some(&schemas::REMINDER_PAGE),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /tasks/{task_id}/reminders/{reminder_id}`
pub static GET_REMINDER: Operation = Operation {
    id: "get_reminder",
    method: "GET",
    path: "/tasks/{task_id}/reminders/{reminder_id}",
    summary: Some("Read a reminder"),
    description: Some("Answers with one reminder of the task."),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::TASK_ID, parameters::REMINDER_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The reminder.",
            media: Some("application/json"),
            schema: Some(&schemas::REMINDER),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `DELETE /tasks/{task_id}/reminders/{reminder_id}`
pub static DELETE_REMINDER: Operation = Operation {
    id: "delete_reminder",
    method: "DELETE",
    path: "/tasks/{task_id}/reminders/{reminder_id}",
    summary: Some("Delete a reminder"),
    description: Some("Deletes the reminder; one that hasn't fired yet never will."),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::TASK_ID, parameters::REMINDER_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(204),
            description: "The reminder is deleted.",
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
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /tasks/{task_id}/meetings`
pub static CREATE_MEETING: Operation = Operation {
    id: "create_meeting",
    method: "POST",
    path: "/tasks/{task_id}/meetings",
    summary: Some("Arrange a meeting"),
    description: Some(
        "Stores a meeting about the task at the time asked for or, without one, in the first free slot of the caller's working hours. 409 when the next 30 days have no free slot of that length.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("Who meets, for how long, and when."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::NEW_MEETING,
    }),
    responses: &[
        Response {
            status: Status::Code(201),
            description: "The meeting is stored.",
            media: Some("application/json"),
            schema: Some(&schemas::MEETING),
            headers: &[headers::LOCATION],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /tasks/{task_id}/meetings`
pub static LIST_MEETINGS: Operation = Operation {
    id: "list_meetings",
    method: "GET",
    path: "/tasks/{task_id}/meetings",
    summary: Some("List a task's meetings"),
    description: Some("Lists the meetings about the task, the earliest first."),
    tags: &["Tasks"],
    deprecated: false,
    pagination: Some("{\"required\":[]}"),
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::LIMIT, parameters::PAGE_TOKEN, parameters::TASK_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "A page of meetings.",
            media: Some("application/json"),
            schema: Some(&schemas::MEETING_PAGE),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /tasks/{task_id}/meetings/{meeting_id}`
pub static GET_MEETING: Operation = Operation {
    id: "get_meeting",
    method: "GET",
    path: "/tasks/{task_id}/meetings/{meeting_id}",
    summary: Some("Read a meeting"),
    description: Some("Answers with one meeting about the task."),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::TASK_ID, parameters::MEETING_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The meeting.",
            media: Some("application/json"),
            schema: Some(&schemas::MEETING),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `DELETE /tasks/{task_id}/meetings/{meeting_id}`
pub static DELETE_MEETING: Operation = Operation {
    id: "delete_meeting",
    method: "DELETE",
    path: "/tasks/{task_id}/meetings/{meeting_id}",
    summary: Some("Call off a meeting"),
    description: Some("Deletes the meeting; its time is free again."),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::TASK_ID, parameters::MEETING_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(204),
            description: "The meeting is deleted.",
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
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /tasks/{task_id}/shares`
pub static LIST_SHARES: Operation = Operation {
    id: "list_shares",
    method: "GET",
    path: "/tasks/{task_id}/shares",
    summary: Some("List with whom a task is shared"),
    description: Some(
        "Lists the people with whom the task is shared, by email address.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: Some("{\"required\":[]}"),
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::LIMIT, parameters::PAGE_TOKEN, parameters::TASK_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "A page of shares.",
            media: Some("application/json"),
            schema: Some(&schemas::SHARE_PAGE),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `PUT /tasks/{task_id}/shares/{email}`
pub static PUT_SHARE: Operation = Operation {
    id: "put_share",
    method: "PUT",
    path: "/tasks/{task_id}/shares/{email}",
    summary: Some("Share a task"),
    description: Some(
        "Lets the person with this address see the task, or see and change it; a second call changes the permission. Only the task's owner may share it. The address needs no account yet.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::TASK_ID, parameters::SHARE_EMAIL],
    body: Some(RequestBody {
        description: Some("What the other person may do."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::NEW_SHARE,
    }),
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The share as it is now.",
            media: Some("application/json"),
            schema: Some(&schemas::SHARE),
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
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `DELETE /tasks/{task_id}/shares/{email}`
pub static DELETE_SHARE: Operation = Operation {
    id: "delete_share",
    method: "DELETE",
    path: "/tasks/{task_id}/shares/{email}",
    summary: Some("Stop sharing a task"),
    description: Some(
        "Takes the task back from the person with this address. The owner may, and a person may give up their own share.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::TASK_ID, parameters::SHARE_EMAIL],
    body: None,
    responses: &[
        Response {
            status: Status::Code(204),
            description: "The task is no longer shared with them.",
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
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /events`
pub static STREAM_EVENTS: Operation = Operation {
    id: "stream_events",
    method: "GET",
    path: "/events",
    summary: Some("Follow changes of tasks"),
    description: Some(
        "Sends an event for every change of a task that the caller may see, whoever made it, and for every reminder that falls due. Begins now or, with `Last-Event-ID` or `after`, with the event after that one. Never ends by itself. 410 when that event is older than the events kept: read the tasks anew and begin without.",
    ),
    tags: &["Tasks"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::AFTER, parameters::LAST_EVENT_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The stream of events.",
            media: Some("text/event-stream"),
            schema: Some(&schemas::TASK_EVENT),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::GONE,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /tasks/{task_id}/help`
pub static HELP_TASK: Operation = Operation {
    id: "help_task",
    method: "POST",
    path: "/tasks/{task_id}/help",
    summary: Some("Ask about a task"),
    description: Some(
        "Asks the triage agent, which answers, acts, or hands over to the specialist whose work it is. The task is looked up before any agent is asked.",
    ),
    tags: &["Agents on a task"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("The question or order."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::HELP_REQUEST,
    }),
    responses: &[
        responses::OK_RUN_ANSWER,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::TOO_MANY_REQUESTS,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /tasks/{task_id}/help/stream`
pub static HELP_TASK_STREAM: Operation = Operation {
    id: "help_task_stream",
    method: "POST",
    path: "/tasks/{task_id}/help/stream",
    summary: Some("Ask about a task, as a stream"),
    description: Some(
        "Like `help_task`, answered by the run's events as they happen. A missing task is 404, before any stream.",
    ),
    tags: &["Agents on a task"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("The question or order."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::HELP_REQUEST,
    }),
    responses: &[
        responses::OK_RUN_EVENT,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::TOO_MANY_REQUESTS,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /tasks/{task_id}/schedule`
pub static SCHEDULE_TASK: Operation = Operation {
    id: "schedule_task",
    method: "POST",
    path: "/tasks/{task_id}/schedule",
    summary: Some("Have a task scheduled"),
    description: Some(
        "Asks the scheduler directly: deadlines, reminders, blocks of time. The task is looked up before any agent is asked.",
    ),
    tags: &["Agents on a task"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("The question or order."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::HELP_REQUEST,
    }),
    responses: &[
        responses::OK_RUN_ANSWER,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::TOO_MANY_REQUESTS,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /tasks/{task_id}/schedule/stream`
pub static SCHEDULE_TASK_STREAM: Operation = Operation {
    id: "schedule_task_stream",
    method: "POST",
    path: "/tasks/{task_id}/schedule/stream",
    summary: Some("Have a task scheduled, as a stream"),
    description: Some(
        "Like `schedule_task`, answered by the run's events as they happen.",
    ),
    tags: &["Agents on a task"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("The question or order."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::HELP_REQUEST,
    }),
    responses: &[
        responses::OK_RUN_EVENT,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::TOO_MANY_REQUESTS,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /tasks/{task_id}/collaborate`
pub static COLLABORATE_TASK: Operation = Operation {
    id: "collaborate_task",
    method: "POST",
    path: "/tasks/{task_id}/collaborate",
    summary: Some("Work on a task with others"),
    description: Some(
        "Asks the collaboration agent directly: assigning, sharing, meetings. The task is looked up before any agent is asked.",
    ),
    tags: &["Agents on a task"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("The question or order."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::HELP_REQUEST,
    }),
    responses: &[
        responses::OK_RUN_ANSWER,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::TOO_MANY_REQUESTS,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /tasks/{task_id}/collaborate/stream`
pub static COLLABORATE_TASK_STREAM: Operation = Operation {
    id: "collaborate_task_stream",
    method: "POST",
    path: "/tasks/{task_id}/collaborate/stream",
    summary: Some("Work on a task with others, as a stream"),
    description: Some(
        "Like `collaborate_task`, answered by the run's events as they happen.",
    ),
    tags: &["Agents on a task"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("The question or order."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::HELP_REQUEST,
    }),
    responses: &[
        responses::OK_RUN_EVENT,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::TOO_MANY_REQUESTS,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /tasks/{task_id}/analyze`
pub static ANALYZE_TASK: Operation = Operation {
    id: "analyze_task",
    method: "POST",
    path: "/tasks/{task_id}/analyze",
    summary: Some("Have a task analysed"),
    description: Some(
        "Asks the analysis agent directly: effort, what stands in the way, breaking a task down. The task is looked up before any agent is asked.",
    ),
    tags: &["Agents on a task"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("The question or order."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::HELP_REQUEST,
    }),
    responses: &[
        responses::OK_RUN_ANSWER,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::TOO_MANY_REQUESTS,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /tasks/{task_id}/analyze/stream`
pub static ANALYZE_TASK_STREAM: Operation = Operation {
    id: "analyze_task_stream",
    method: "POST",
    path: "/tasks/{task_id}/analyze/stream",
    summary: Some("Have a task analysed, as a stream"),
    description: Some(
        "Like `analyze_task`, answered by the run's events as they happen.",
    ),
    tags: &["Agents on a task"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY, parameters::TASK_ID],
    body: Some(RequestBody {
        description: Some("The question or order."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::HELP_REQUEST,
    }),
    responses: &[
        responses::OK_RUN_EVENT,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::TOO_MANY_REQUESTS,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /chat`
pub static CHAT: Operation = Operation {
    id: "chat",
    method: "POST",
    path: "/chat",
    summary: Some("Chat with the agents"),
    description: Some(
        "Sends a message about any of the caller's tasks and answers with what the agents say and did. Without `session_id` a new session begins; the answer names it. An unknown session is 404; one that is at work is 409, unless `on_busy` says otherwise.",
    ),
    tags: &["Chat"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY],
    body: Some(RequestBody {
        description: Some("The message."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::CHAT_REQUEST,
    }),
    responses: &[
        responses::OK_RUN_ANSWER,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::TOO_MANY_REQUESTS,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /chat/stream`
pub static CHAT_STREAM: Operation = Operation {
    id: "chat_stream",
    method: "POST",
    path: "/chat/stream",
    summary: Some("Chat with the agents, as a stream"),
    description: Some(
        "Like `chat`, answered by the run's events as they happen; `start` names the session.",
    ),
    tags: &["Chat"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::IDEMPOTENCY_KEY],
    body: Some(RequestBody {
        description: Some("The message."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::CHAT_REQUEST,
    }),
    responses: &[
        responses::OK_RUN_EVENT,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::TOO_MANY_REQUESTS,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /sessions`
pub static LIST_SESSIONS: Operation = Operation {
    id: "list_sessions",
    method: "GET",
    path: "/sessions",
    summary: Some("List sessions"),
    description: Some("Lists the caller's sessions, the one used last first."),
    tags: &["Chat"],
    deprecated: false,
    pagination: Some("{\"required\":[]}"),
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::LIMIT, parameters::PAGE_TOKEN],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "A page of sessions, without their items.",
            media: Some("application/json"),
            schema: Some(&schemas::SESSION_PAGE),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /sessions/{session_id}`
pub static GET_SESSION: Operation = Operation {
    id: "get_session",
    method: "GET",
    path: "/sessions/{session_id}",
    summary: Some("Read a session"),
    description: Some(
        "Answers with the session and all that was said and done in it, in order.",
    ),
    tags: &["Chat"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::SESSION_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The session with its items.",
            media: Some("application/json"),
            schema: Some(&schemas::SESSION_DETAIL),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `DELETE /sessions/{session_id}`
pub static DELETE_SESSION: Operation = Operation {
    id: "delete_session",
    method: "DELETE",
    path: "/sessions/{session_id}",
    summary: Some("Delete a session"),
    description: Some(
        "Deletes the session with its items. Its runs can still be read. 409 while a run of it is queued, running or paused: cancel that run first.",
    ),
    tags: &["Chat"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::SESSION_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(204),
            description: "The session is deleted.",
            media: None,
            schema: None,
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /runs`
pub static LIST_RUNS: Operation = Operation {
    id: "list_runs",
    method: "GET",
    path: "/runs",
    summary: Some("List runs"),
    description: Some(
        "Lists the caller's runs, the newest first. Filters are combined.",
    ),
    tags: &["Runs"],
    deprecated: false,
    pagination: Some("{\"required\":[]}"),
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[
        parameters::LIMIT,
        parameters::PAGE_TOKEN,
        Parameter {
            name: "status",
            location: Location::Query,
            required: false,
            description: Some("Only runs in this state."),
            form: Form::Usual,
            schema: &schemas::RUN_STATUS,
        },
        Parameter {
            name: "session_id",
            location: Location::Query,
            required: false,
            description: Some("Only runs of this session."),
            form: Form::Usual,
            schema: &schemas::SESSION_ID,
        },
        Parameter {
            name: "task_id",
            location: Location::Query,
            required: false,
            description: Some("Only runs about this task."),
            form: Form::Usual,
            schema: &schemas::TASK_ID,
        },
    ],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "A page of runs.",
            media: Some("application/json"),
            schema: Some(&schemas::RUN_PAGE),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /runs/{run_id}`
pub static GET_RUN: Operation = Operation {
    id: "get_run",
    method: "GET",
    path: "/runs/{run_id}",
    summary: Some("Read a run"),
    description: Some(
        "Answers with the state of the run, what it did so far and, once it has ended, its outcome.",
    ),
    tags: &["Runs"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::RUN_ID],
    body: None,
    responses: &[
        responses::OK_RUN,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /runs/{run_id}/events`
pub static STREAM_RUN_EVENTS: Operation = Operation {
    id: "stream_run_events",
    method: "GET",
    path: "/runs/{run_id}/events",
    summary: Some("Follow a run"),
    description: Some(
        "Sends the run's events from the first on or, with `Last-Event-ID` or `after`, from the one after that, and goes on with those to come. Ends after the run's last event, and at a pause. Asked for what follows the last event, it answers 204, at which browsers stop to reconnect.",
    ),
    tags: &["Runs"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::AFTER, parameters::LAST_EVENT_ID, parameters::RUN_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The stream of events.",
            media: Some("text/event-stream"),
            schema: Some(&schemas::RUN_EVENT),
            headers: &[],
        },
        Response {
            status: Status::Code(204),
            description: "The run has ended, and no event follows the one after which events were asked for.",
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
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /runs/{run_id}/cancel`
pub static CANCEL_RUN: Operation = Operation {
    id: "cancel_run",
    method: "POST",
    path: "/runs/{run_id}/cancel",
    summary: Some("Cancel a run"),
    description: Some(
        "Cancels a queued, running or paused run, at once or after its current turn. A run that has ended stays as it is, so calling this twice does no harm.",
    ),
    tags: &["Runs"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[
        Parameter {
            name: "mode",
            location: Location::Query,
            required: false,
            description: Some("When the run ends."),
            form: Form::Usual,
            schema: &schemas::INLINE_8,
        },
        parameters::RUN_ID,
    ],
    body: None,
    responses: &[
        responses::OK_RUN,
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `POST /runs/{run_id}/approvals`
pub static DECIDE_APPROVALS: Operation = Operation {
    id: "decide_approvals",
    method: "POST",
    path: "/runs/{run_id}/approvals",
    summary: Some("Decide on pending tool calls"),
    description: Some(
        "Approves or rejects tool calls that a paused run waits for. With the last decision the run goes on; follow it with `stream_run_events` after the last event you have. 409 when the run isn't paused or doesn't wait for a call named; 410 when the approval has expired, which has cancelled the run.",
    ),
    tags: &["Runs"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::RUN_ID],
    body: Some(RequestBody {
        description: Some("The decisions."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::APPROVAL_DECISIONS,
    }),
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The run as it is now; running where nothing is left to decide.",
            media: Some("application/json"),
            schema: Some(&schemas::RUN),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::CONFLICT,
        responses::GONE,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /runs/{run_id}/trace`
pub static GET_RUN_TRACE: Operation = Operation {
    id: "get_run_trace",
    method: "GET",
    path: "/runs/{run_id}/trace",
    summary: Some("Read a run's trace"),
    description: Some(
        "Answers with the run as spans of time, for finding out what it did when, and how long each step took.",
    ),
    tags: &["Runs"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[parameters::RUN_ID],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The spans of the run, in the order in which they began.",
            media: Some("application/json"),
            schema: Some(&schemas::RUN_TRACE),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::NOT_FOUND,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `GET /users/me`
pub static GET_ME: Operation = Operation {
    id: "get_me",
    method: "GET",
    path: "/users/me",
    summary: Some("Read one's own profile"),
    description: Some(
        "Answers with the caller's profile; in local mode that of the one local user.",
    ),
    tags: &["Accounts"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[],
    body: None,
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The caller's profile.",
            media: Some("application/json"),
            schema: Some(&schemas::PROFILE),
            headers: &[],
        },
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// `PATCH /users/me`
pub static UPDATE_ME: Operation = Operation {
    id: "update_me",
    method: "PATCH",
    path: "/users/me",
    summary: Some("Change one's own profile"),
    description: Some(
        "Changes what the body names and leaves the rest. Time zone and working hours say what \"tomorrow at nine\" means, and where agents look for free time.",
    ),
    tags: &["Accounts"],
    deprecated: false,
    pagination: None,
    websocket: false,
    security: &[&[credentials::BEARER_AUTH.asked(&[])]],
    parameters: &[],
    body: Some(RequestBody {
        description: Some("The properties to change."),
        media: "application/json",
        reading: Reading::Json,
        required: true,
        max_bytes: None,
        schema: &schemas::PROFILE_UPDATE,
    }),
    responses: &[
        Response {
            status: Status::Code(200),
            description: "The profile as it is now.",
            media: Some("application/json"),
            schema: Some(&schemas::PROFILE),
            headers: &[],
        },
        responses::BAD_REQUEST,
        responses::UNAUTHORIZED,
        responses::FORBIDDEN,
        responses::PAYLOAD_TOO_LARGE,
        responses::UNSUPPORTED_MEDIA_TYPE,
        responses::UNPROCESSABLE_ENTITY,
        responses::INTERNAL_SERVER_ERROR,
        responses::SERVICE_UNAVAILABLE,
    ],
};

/// The parameters that operations share.
mod parameters {
    use super::*;
    pub(super) const IF_NONE_MATCH: Parameter = Parameter {
        name: "If-None-Match",
        location: Location::Header,
        required: false,
        description: Some(
            "The `ETag` of the document that the caller has; where it is this one, the answer is 304.",
        ),
        form: Form::Usual,
        schema: &schemas::INLINE_2,
    };
    pub(super) const IDEMPOTENCY_KEY: Parameter = Parameter {
        name: "Idempotency-Key",
        location: Location::Header,
        required: false,
        description: Some(
            "Makes the request safe to repeat: the same key with the same request answers as the first time and does nothing again; a stream is sent anew from its first event. Keys count for each caller apart, for 24 hours.",
        ),
        form: Form::Usual,
        schema: &schemas::IDEMPOTENCY_KEY,
    };
    pub(super) const LIMIT: Parameter = Parameter {
        name: "limit",
        location: Location::Query,
        required: false,
        description: Some("How many items a page holds at most."),
        form: Form::Usual,
        schema: &schemas::INLINE_5,
    };
    pub(super) const PAGE_TOKEN: Parameter = Parameter {
        name: "page_token",
        location: Location::Query,
        required: false,
        description: Some(
            "The `next_page` of the page before. It carries the filters and the order of the first page: given beside it, they are refused.",
        ),
        form: Form::Usual,
        schema: &schemas::INLINE_2,
    };
    pub(super) const TASK_ID: Parameter = Parameter {
        name: "task_id",
        location: Location::Path,
        required: true,
        description: Some("The task's number."),
        form: Form::Usual,
        schema: &schemas::TASK_ID,
    };
    pub(super) const IF_MATCH: Parameter = Parameter {
        name: "If-Match",
        location: Location::Header,
        required: false,
        description: Some(
            "Do it only if the task is still at this version (its `ETag`), or at any with `*`.",
        ),
        form: Form::Usual,
        schema: &schemas::ENTITY_TAGS,
    };
    pub(super) const REMINDER_ID: Parameter = Parameter {
        name: "reminder_id",
        location: Location::Path,
        required: true,
        description: Some("The reminder's id."),
        form: Form::Usual,
        schema: &schemas::REMINDER_ID,
    };
    pub(super) const MEETING_ID: Parameter = Parameter {
        name: "meeting_id",
        location: Location::Path,
        required: true,
        description: Some("The meeting's id."),
        form: Form::Usual,
        schema: &schemas::MEETING_ID,
    };
    pub(super) const SHARE_EMAIL: Parameter = Parameter {
        name: "email",
        location: Location::Path,
        required: true,
        description: Some("The address of the person with whom the task is shared."),
        form: Form::Usual,
        schema: &schemas::EMAIL,
    };
    pub(super) const AFTER: Parameter = Parameter {
        name: "after",
        location: Location::Query,
        required: false,
        description: Some(
            "The number of the last event that the caller has; the stream goes on behind it. A number that the log has not reached is 422.",
        ),
        form: Form::Usual,
        schema: &schemas::INLINE_7,
    };
    pub(super) const LAST_EVENT_ID: Parameter = Parameter {
        name: "Last-Event-ID",
        location: Location::Header,
        required: false,
        description: Some(
            "The number of the last event that the caller has, as browsers send it when they reconnect. It goes before `after`. A number that the log has not reached is 422.",
        ),
        form: Form::Usual,
        schema: &schemas::INLINE_7,
    };
    pub(super) const SESSION_ID: Parameter = Parameter {
        name: "session_id",
        location: Location::Path,
        required: true,
        description: Some("The session's id."),
        form: Form::Usual,
        schema: &schemas::SESSION_ID,
    };
    pub(super) const RUN_ID: Parameter = Parameter {
        name: "run_id",
        location: Location::Path,
        required: true,
        description: Some("The run's id."),
        form: Form::Usual,
        schema: &schemas::RUN_ID,
    };
}

/// The headers that operations share.
mod headers {
    use super::*;
    pub(super) const RETRY_AFTER: Header = Header {
        name: "Retry-After",
        required: true,
        description: Some(
            "After how many seconds trying again may help. Where a model server asked us to wait, its own time.",
        ),
        schema: &schemas::INLINE_1,
    };
    pub(super) const DOCUMENT_E_TAG: Header = Header {
        name: "ETag",
        required: true,
        description: Some("Tells this document from others, for `If-None-Match`."),
        schema: &schemas::INLINE_2,
    };
    pub(super) const LOCATION: Header = Header {
        name: "Location",
        required: true,
        description: Some("The address of what was created, relative to the service."),
        schema: &schemas::INLINE_2,
    };
    pub(super) const E_TAG: Header = Header {
        name: "ETag",
        required: true,
        description: Some("The version of the task, for `If-Match`."),
        schema: &schemas::INLINE_2,
    };
    pub(super) const WWW_AUTHENTICATE: Header = Header {
        name: "WWW-Authenticate",
        required: true,
        description: Some(
            "The scheme to authenticate with and, where a token was sent, what is wrong with it.",
        ),
        schema: &schemas::INLINE_2,
    };
}

/// The responses that operations share.
mod responses {
    use super::*;
    pub(super) const FORBIDDEN: Response = Response {
        status: Status::Code(403),
        description: "Understood, but not allowed: in local mode a `Host` or `Origin` that isn't the service's own; else something that the caller may see but not change (`forbidden`).",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const INTERNAL_SERVER_ERROR: Response = Response {
        status: Status::Code(500),
        description: "A fault of the service (`internal`). Its log has more under the request's id.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const SERVICE_UNAVAILABLE: Response = Response {
        status: Status::Code(503),
        description: "Not possible at the moment: the storage doesn't answer or the service is shutting down (`unavailable`), or the model can't be reached or answers with what can't be used (`model_unavailable`, `model_error`, with `run_id`).",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[headers::RETRY_AFTER],
    };
    pub(super) const NOT_MODIFIED: Response = Response {
        status: Status::Code(304),
        description: "The document that the caller has, by its `If-None-Match`, is this one.",
        media: None,
        schema: None,
        headers: &[headers::DOCUMENT_E_TAG],
    };
    pub(super) const BAD_REQUEST: Response = Response {
        status: Status::Code(400),
        description: "The request can't be read: a body that isn't UTF-8 or not JSON, or broken percent-encoding (`bad_request`).",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const UNPROCESSABLE_ENTITY: Response = Response {
        status: Status::Code(422),
        description: "The request was read, but breaks the schema or a rule; `violations` lists all that was found (`validation_failed`). Where an agent runs, also a guardrail or the model itself that refuses the request (`guardrail_tripped`, `model_refused`), with `run_id`.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const UNAUTHORIZED: Response = Response {
        status: Status::Code(401),
        description: "No credentials, or none that are valid (`unauthenticated`). Asked before the body is read.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[headers::WWW_AUTHENTICATE],
    };
    pub(super) const CONFLICT: Response = Response {
        status: Status::Code(409),
        description: "Not possible as things stand: the idempotency key was used for another request (`idempotency_conflict`), the session is at work on the run named in `run_id` (`run_in_progress`), or what the operation's description says (`conflict`).",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const PAYLOAD_TOO_LARGE: Response = Response {
        status: Status::Code(413),
        description: "The body is larger than the service takes, 1 MiB where nothing else is set (`payload_too_large`).",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const UNSUPPORTED_MEDIA_TYPE: Response = Response {
        status: Status::Code(415),
        description: "The body's media type isn't `application/json` (`unsupported_media_type`).",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const NOT_FOUND: Response = Response {
        status: Status::Code(404),
        description: "What the address or the body names isn't there, or isn't the caller's to know of (`not_found`).",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const OK_TASK: Response = Response {
        status: Status::Code(200),
        description: "The task as it is now.",
        media: Some("application/json"),
        schema: Some(&schemas::TASK),
        headers: &[headers::E_TAG],
    };
    pub(super) const PRECONDITION_FAILED: Response = Response {
        status: Status::Code(412),
        description: "The task is at another version than `If-Match` says (`precondition_failed`). Read it anew.",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const GONE: Response = Response {
        status: Status::Code(410),
        description: "It was there, but has expired (`gone`).",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[],
    };
    pub(super) const OK_RUN_ANSWER: Response = Response {
        status: Status::Code(200),
        description: "The run's answer.",
        media: Some("application/json"),
        schema: Some(&schemas::RUN_ANSWER),
        headers: &[],
    };
    pub(super) const TOO_MANY_REQUESTS: Response = Response {
        status: Status::Code(429),
        description: "As many runs are going or queued as the service takes (`too_many_requests`).",
        media: Some("application/json"),
        schema: Some(&schemas::API_ERROR),
        headers: &[headers::RETRY_AFTER],
    };
    pub(super) const OK_RUN_EVENT: Response = Response {
        status: Status::Code(200),
        description: "The events of the run, from its start to its end or its pause.",
        media: Some("text/event-stream"),
        schema: Some(&schemas::RUN_EVENT),
        headers: &[],
    };
    pub(super) const OK_RUN: Response = Response {
        status: Status::Code(200),
        description: "The run as it is now.",
        media: Some("application/json"),
        schema: Some(&schemas::RUN),
        headers: &[],
    };
}
