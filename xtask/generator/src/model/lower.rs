//! From checked nodes to the model.

use heck::ToSnakeCase;
use serde_json::{Map, Value};

use super::inline;
use super::names;
use super::routes::told;
use super::security::{requirements, schemes};
use super::{
    Body, BodyKind, Content, Encoding, Header, Location, MediaKind, Model, Operation, Parameter,
    Response, Status, Style, Tool, media_kind,
};
use crate::document::{Document, Member, Node};
use crate::schema::bases::laid_out;

/// The methods of a path item, in the order in which they are listed.
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Lowers a document. Faults were reported before; what cannot be read is left out.
pub(crate) fn lower(document: &Document) -> Model {
    let root = document.root();
    let component = |kind: &str| {
        root.get("components")
            .and_then(|components| components.get(kind))
    };
    let written: Map<String, Value> = component("schemas")
        .map(|schemas| {
            schemas
                .members()
                .iter()
                .map(|m| (m.key.clone(), m.value.to_json()))
                .collect()
        })
        .unwrap_or_default();
    let default_security = root.get("security");
    let mut operations = Vec::new();
    for path in root.get("paths").map(Node::members).unwrap_or_default() {
        for member in path.value.members() {
            if METHODS.contains(&member.key.as_str()) {
                let scope = Scope {
                    document,
                    path: &path.key,
                    item: &path.value,
                    default_security,
                };
                operations.extend(scope.operation(&member.key, &member.value));
            }
        }
    }
    let text = |key: &str| {
        root.get("info")
            .and_then(|info| info.str_of(key))
            .unwrap_or_default()
            .to_owned()
    };
    names::name(&mut operations);
    let schemas = laid_out(&written);
    let inline = inline::types(&operations, &schemas);
    Model {
        title: text("title"),
        version: text("version"),
        info: root.get("info").map(Node::to_json).unwrap_or_default(),
        tags: root
            .get("tags")
            .map_or_else(|| Value::Array(Vec::new()), Node::to_json),
        operations,
        written,
        schemas,
        inline,
        security_schemes: schemes(document),
    }
}

/// So many references are followed that lead to nothing but another; longer chains are refused.
pub(crate) const MAX_REFERENCES: usize = 16;

/// Follows a `$ref` to a component, if this node is one.
pub(crate) fn follow<'a>(document: &'a Document, node: &'a Node) -> &'a Node {
    let mut current = node;
    for _ in 0..MAX_REFERENCES {
        let Some(target) = current
            .str_of("$ref")
            .and_then(|r| r.strip_prefix('#'))
            .and_then(|p| document.at(p))
        else {
            break;
        };
        current = target;
    }
    current
}

/// What an operation without an `operationId` is called: method and path, `get_pets_by_id` for `GET /pets/{id}`.
pub(crate) fn made_id(method: &str, path: &str) -> String {
    let apart = told(path);
    let segments = apart.split('/').filter(|segment| !segment.is_empty());
    let words = segments.map(|segment| match segment.strip_prefix('{') {
        Some(variable) => format!("by_{}", variable.trim_end_matches('}').to_snake_case()),
        None => segment.to_snake_case(),
    });
    let mut words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        words.push("root".to_owned());
    }
    format!("{}_{}", method.to_lowercase(), words.join("_"))
}

struct Scope<'a> {
    document: &'a Document,
    path: &'a str,
    item: &'a Node,
    default_security: Option<&'a Node>,
}

impl Scope<'_> {
    fn operation(&self, method: &str, node: &Node) -> Option<Operation> {
        let text = |key: &str| node.str_of(key).map(str::to_owned);
        let websocket = node.get("x-dropshot-websocket").is_some();
        let mut responses: Vec<Response> = node
            .get("responses")?
            .members()
            .iter()
            .filter_map(|member| self.response(&member.key, &member.value, websocket))
            .collect();
        responses.sort_by_key(|response| response.status);
        if responses.is_empty() {
            responses.push(anything(Status::Default, websocket));
        } else if !has_success(&responses) {
            responses.insert(0, anything(Status::Range(2), websocket));
        }
        let id = text("operationId").unwrap_or_else(|| made_id(method, self.path));
        for response in responses.iter_mut().filter(|one| !one.others.is_empty()) {
            response.operation.clone_from(&id);
        }
        Some(Operation {
            method: method.to_uppercase(),
            path: self.path.to_owned(),
            summary: text("summary"),
            description: text("description"),
            tags: node.get("tags").map(texts).unwrap_or_default(),
            deprecated: node
                .get("deprecated")
                .and_then(Node::as_bool)
                .unwrap_or(false),
            parameters: self.parameters(node),
            body: node.get("requestBody").and_then(|body| self.body(body)),
            responses,
            security: node
                .get("security")
                .or(self.default_security)
                .map(requirements)
                .unwrap_or_default(),
            tool: tool(&id, node),
            pagination: node.get("x-dropshot-pagination").map(Node::to_json),
            websocket,
            name: id.clone(),
            id,
        })
    }

    /// The operation's parameters, then those of the path that it does not override.
    fn parameters(&self, node: &Node) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::new();
        for holder in [node, self.item] {
            for node in holder
                .get("parameters")
                .map(Node::items)
                .unwrap_or_default()
            {
                let Some(parameter) = parameter(node, follow(self.document, node)) else {
                    continue;
                };
                let known = parameters
                    .iter()
                    .any(|p| p.name == parameter.name && p.location == parameter.location);
                if !known {
                    parameters.push(parameter);
                }
            }
        }
        parameters
    }

    fn body(&self, node: &Node) -> Option<Body> {
        let node = follow(self.document, node);
        let content = node.get("content").map(Node::members).unwrap_or_default();
        let mut bodies = content.iter().filter_map(|media| self.body_of(node, media));
        let first = bodies.next()?;
        Some(Body {
            description: node.str_of("description").map(str::to_owned),
            others: bodies.collect(),
            ..first
        })
    }

    fn body_of(&self, node: &Node, media: &Member) -> Option<Body> {
        let schema = media.value.get("schema");
        let target = schema.map(|schema| follow(self.document, schema));
        let names_members = target.is_some_and(|schema| schema.get("properties").is_some());
        let encoding = media.value.get("encoding").map(Node::members);
        Some(Body {
            description: None,
            media: media.key.clone(),
            kind: BodyKind::of(&media.key, names_members),
            required: node
                .get("required")
                .and_then(Node::as_bool)
                .unwrap_or(false),
            schema: schema.map_or(UNSAID, Node::to_json),
            max_bytes: node
                .get("x-max-body-bytes")
                .and_then(|n| n.to_json().as_u64()),
            encoding: encoding
                .unwrap_or_default()
                .iter()
                .map(encoding_of)
                .collect(),
            others: Vec::new(),
        })
    }

    fn response(&self, status: &str, node: &Node, websocket: bool) -> Option<Response> {
        let status = Status::parse(status)?;
        let component = component(node);
        let node = follow(self.document, node);
        let headers = node.get("headers").map(Node::members).unwrap_or_default();
        let upgrade = websocket && matches!(status, Status::Code(101) | Status::Default);
        let (content, others) = contents(node.get("content"), upgrade);
        Some(Response {
            component,
            is_written: true,
            status,
            description: node.str_of("description").unwrap_or_default().to_owned(),
            headers: headers
                .iter()
                .filter_map(|m| header(&m.key, &m.value, follow(self.document, &m.value)))
                .collect(),
            content,
            others,
            operation: String::new(),
        })
    }
}

/// The name of the component that a reference names.
fn component(written: &Node) -> Option<String> {
    let (_, name) = written
        .str_of("$ref")?
        .strip_prefix("#/components/")?
        .split_once('/')?;
    Some(name.replace("~1", "/").replace("~0", "~"))
}

fn encoding_of(member: &Member) -> Encoding {
    let text = |key: &str| member.value.str_of(key).map(str::to_owned);
    Encoding {
        name: member.key.clone(),
        content_type: text("contentType"),
        style: text("style"),
        explode: member.value.get("explode").and_then(Node::as_bool),
    }
}

/// Whether something is said of an answer that is no error.
fn has_success(responses: &[Response]) -> bool {
    let mut all = responses
        .iter()
        .map(|response| response.status.is_success());
    all.any(|is_success| is_success != Some(false))
}

/// What an operation answers of which the document says nothing.
fn anything(status: Status, websocket: bool) -> Response {
    Response {
        component: None,
        is_written: false,
        status,
        description: "The document says nothing of what is answered.".to_owned(),
        headers: Vec::new(),
        content: match websocket {
            true => Content::Upgrade(None, None),
            false => Content::Any("*/*".to_owned(), None),
        },
        others: Vec::new(),
        operation: String::new(),
    }
}

fn parameter(written: &Node, node: &Node) -> Option<Parameter> {
    let content = node.get("content").map(Node::members).unwrap_or_default();
    let schema = match content {
        [media, ..] => media.value.get("schema")?,
        [] => node.get("schema")?,
    };
    Some(Parameter {
        component: component(written),
        name: node.str_of("name")?.to_owned(),
        location: Location::of(node.str_of("in")?)?,
        required: node
            .get("required")
            .and_then(Node::as_bool)
            .unwrap_or(false),
        description: node.str_of("description").map(str::to_owned),
        style: node.str_of("style").and_then(Style::parse),
        explode: node.get("explode").and_then(Node::as_bool),
        media: content.first().map(|media| media.key.clone()),
        schema: schema.to_json(),
    })
}

fn header(name: &str, written: &Node, node: &Node) -> Option<Header> {
    Some(Header {
        component: component(written),
        name: name.to_owned(),
        description: node.str_of("description").map(str::to_owned),
        required: node
            .get("required")
            .and_then(Node::as_bool)
            .unwrap_or(false),
        schema: node.get("schema")?.to_json(),
    })
}

/// What a response carries, and what else it may carry.
fn contents(node: Option<&Node>, upgrade: bool) -> (Content, Vec<Content>) {
    let all = node.map(Node::members).unwrap_or_default();
    if upgrade {
        let media = all.first();
        let written = media.and_then(|media| media.value.get("schema").map(Node::to_json));
        let content = Content::Upgrade(media.map(|media| media.key.clone()), written);
        return (content, Vec::new());
    }
    let mut contents = all.iter().map(content);
    (
        contents.next().unwrap_or(Content::Empty),
        contents.collect(),
    )
}

/// The schema of a media type of which nothing is said. No document can write it: a schema is an object in OpenAPI 3.0.
const UNSAID: Value = Value::Bool(true);

fn content(media: &Member) -> Content {
    let written = media.value.get("schema").map(Node::to_json);
    let name = media.key.clone();
    match media_kind(&media.key) {
        MediaKind::Json => Content::Json(name, written.unwrap_or(UNSAID)),
        MediaKind::Events => Content::Events(written.unwrap_or(UNSAID)),
        MediaKind::Text => Content::Text(name, written),
        MediaKind::Bytes => Content::Bytes(name, written),
        MediaKind::Any => Content::Any(name, written),
    }
}

/// `x-agent-tool`: an object with `description` and `approval` (`never`, `always`), or `true`.
fn tool(operation_id: &str, node: &Node) -> Option<Tool> {
    let marker = node.get("x-agent-tool")?;
    if marker.as_bool() == Some(false) {
        return None;
    }
    let description = marker
        .str_of("description")
        .or_else(|| node.str_of("description"))
        .or_else(|| node.str_of("summary"))
        .unwrap_or_default();
    Some(Tool {
        name: operation_id.to_owned(),
        description: description.trim().to_owned(),
        approval: marker.str_of("approval") == Some("always"),
    })
}

fn texts(node: &Node) -> Vec<String> {
    node.items()
        .iter()
        .filter_map(Node::as_str)
        .map(str::to_owned)
        .collect()
}
