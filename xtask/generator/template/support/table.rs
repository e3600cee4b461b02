//! The shape of the table that `document.rs` fills: what each operation takes, enforces and answers.

//# if negotiated_errors
use super::media::{is_json, is_text};
//# end
use super::schema::Schema;

/// One operation of the document.
#[derive(Debug)]
pub struct Operation {
    /// The operationId.
    pub id: &'static str,
    /// The HTTP method, upper case.
    pub method: &'static str,
    /// The path with its variables in braces.
    pub path: &'static str,
    /// The document's summary.
    pub summary: Option<&'static str>,
    /// The document's description.
    pub description: Option<&'static str>,
    /// The document's tags.
    pub tags: &'static [&'static str],
    /// Whether the document advises against it.
    pub deprecated: bool,
    /// `x-dropshot-pagination`, as JSON.
    pub pagination: Option<&'static str>,
    /// Whether requests ask for a websocket.
    pub websocket: bool,
    /// How callers may authenticate: alternatives, each of which asks for all of its schemes. One that asks for none
    /// lets callers show nothing; without any, anybody may call.
    pub security: &'static [&'static [Demand]],
    /// Path, query, header and cookie parameters, in the order of the document.
    pub parameters: &'static [Parameter],
    /// The body, if the operation takes one.
    pub body: Option<RequestBody>,
    /// Every documented answer, in the order of statuses.
    pub responses: &'static [Response],
    //# if silent
    /// Whether the document says nothing of its answers.
    pub silent: bool,
    //# end
}

/// A security scheme that callers must meet.
#[derive(Debug, Clone, Copy)]
pub struct Demand {
    /// The scheme.
    pub scheme: &'static Scheme,
    /// What its tokens must allow.
    pub scopes: &'static [&'static str],
}

/// A security scheme.
#[derive(Debug)]
pub struct Scheme {
    /// The document's name for it.
    pub name: &'static str,
    /// How credentials travel.
    pub kind: SchemeKind,
    /// What else the document says of it, as JSON: how one comes by a token, for example.
    pub annotations: &'static str,
}

/// How credentials travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemeKind {
    /// `Authorization: Bearer …`.
    Bearer,
    /// `Authorization: Basic …`.
    Basic,
    /// A token of OAuth 2, as `Authorization: Bearer …`.
    OAuth2,
    /// A token of OpenID Connect, as `Authorization: Bearer …`.
    OpenIdConnect,
    /// A key: where, and under which name.
    ApiKey(Location, &'static str),
}

/// Where a parameter is carried; violations are listed in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
}

impl Location {
    /// As documents and violations call it.
    pub fn as_str(self) -> &'static str {
        match self {
            Location::Path => "path",
            Location::Query => "query",
            Location::Header => "header",
            Location::Cookie => "cookie",
        }
    }
}

/// How a parameter's value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As is usual where it is carried.
    Usual,
    /// In a style, and whether items stand apart; what the document doesn't say is as usual.
    Styled(Option<Style>, Option<bool>),
    /// As JSON, by its media type.
    Content(&'static str),
}

/// A style in which values are written as text: OpenAPI's names for RFC 6570's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `a,b`.
    Simple,
    /// `.a.b`.
    Label,
    /// `;name=a;name=b`.
    Matrix,
    /// `name=a&name=b`.
    Form,
    /// `name=a%20b`.
    SpaceDelimited,
    /// `name=a|b`.
    PipeDelimited,
    /// `name[member]=a`.
    DeepObject,
}

impl Style {
    /// As the document calls it.
    pub fn as_str(self) -> &'static str {
        match self {
            Style::Simple => "simple",
            Style::Label => "label",
            Style::Matrix => "matrix",
            Style::Form => "form",
            Style::SpaceDelimited => "spaceDelimited",
            Style::PipeDelimited => "pipeDelimited",
            Style::DeepObject => "deepObject",
        }
    }
}

/// A parameter.
#[derive(Debug)]
pub struct Parameter {
    /// Its name on the wire.
    pub name: &'static str,
    /// Where it is carried.
    pub location: Location,
    /// Whether a request without it is refused.
    pub required: bool,
    /// The document's description.
    pub description: Option<&'static str>,
    /// How its value is written.
    pub form: Form,
    /// What its value must be.
    pub schema: &'static Schema,
}

/// How a body becomes what the operation is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As JSON.
    Json,
    //# if forms
    /// As an object of form fields.
    Form,
    //# end
    //# if parts
    /// As an object of the parts of `multipart/form-data`.
    Parts,
    //# end
    /// As text.
    Text,
    /// Not at all: the operation reads it.
    Stream,
}

/// A request body.
#[derive(Debug)]
pub struct RequestBody {
    //# if described
    /// What the document says of it.
    pub description: Option<&'static str>,
    //# end
    /// The only media type that is taken.
    pub media: &'static str,
    /// How it is read.
    pub reading: Reading,
    /// Whether a request without it is refused.
    pub required: bool,
    /// The largest body in bytes; the server's own limit when the document says nothing.
    pub max_bytes: Option<usize>,
    /// What it must be.
    pub schema: &'static Schema,
    //# if forms or parts
    /// How fields are written, where the document says so.
    pub encoding: &'static [Encoding],
    //# end
    //# if several
    /// What may come in its place, of other media types.
    pub others: &'static [RequestBody],
    //# end
}

//# if forms or parts
/// How a field of a form is written.
#[derive(Debug)]
pub struct Encoding {
    /// The field.
    pub name: &'static str,
    /// The media types that it may have, separated by commas.
    pub content_type: Option<&'static str>,
    /// How a list or an object becomes text.
    pub style: Option<&'static str>,
    /// Whether each item of a list stands by itself.
    pub explode: Option<bool>,
}

//# end
/// The key of a documented answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A hundred of them, by their first digit: `4XX`.
    Range(u16),
    /// `default`: all that are not named.
    Default,
}

/// A documented answer.
#[derive(Debug)]
pub struct Response {
    /// The status, or which of them.
    pub status: Status,
    /// The document's description.
    pub description: &'static str,
    /// The media type, if there is a body.
    pub media: Option<&'static str>,
    /// What the body is.
    pub schema: Option<&'static Schema>,
    //# if negotiated
    /// Other media types that it may have, each with what the body then is.
    pub others: &'static [(&'static str, Option<&'static Schema>)],
    //# end
    /// The headers that it bears.
    pub headers: &'static [Header],
}
//# if negotiated

impl Response {
    //# if negotiated_errors
    /// The same answer of the media type that generated code writes: JSON, else text, else what comes first.
    pub(in super::super) fn own(&self) -> Self {
        let others = self.others.iter().map(|(media, _)| *media);
        let rank = |media: &&str| match media {
            media if is_json(media) => 0,
            media if is_text(media) => 1,
            media if media.contains('*') => 2,
            _ => 3,
        };
        self.of(self.media.into_iter().chain(others).min_by_key(rank))
    }

    //# end
    /// The same answer of another of its media types, if this is one.
    pub fn of(&self, media: Option<&str>) -> Self {
        let known = |media| self.others.iter().find(|(own, _)| *own == media);
        match media.and_then(known) {
            Some((media, schema)) => Self {
                media: Some(media),
                schema: *schema,
                ..*self
            },
            None => Self { ..*self },
        }
    }
}
//# end

/// A documented header of an answer.
#[derive(Debug)]
pub struct Header {
    /// Its name.
    pub name: &'static str,
    /// Whether every such answer bears it.
    pub required: bool,
    /// The document's description.
    pub description: Option<&'static str>,
    /// What its value is.
    pub schema: &'static Schema,
}

/// A component schema.
#[derive(Debug)]
pub struct Component {
    /// Its name.
    pub name: &'static str,
    /// The schema itself.
    pub schema: &'static Schema,
}

impl Scheme {
    /// What an operation that asks for it demands.
    pub(in super::super) const fn asked(&'static self, scopes: &'static [&'static str]) -> Demand {
        Demand {
            scheme: self,
            scopes,
        }
    }
}

impl Parameter {
    /// The style of its text, and whether items stand apart.
    pub fn written(&self) -> (Style, bool) {
        let (style, explode) = match self.form {
            Form::Usual | Form::Content(_) => (None, None),
            Form::Styled(style, explode) => (style, explode),
        };
        let style = style.unwrap_or(match self.location {
            Location::Path | Location::Header => Style::Simple,
            Location::Query | Location::Cookie => Style::Form,
        });
        (style, explode.unwrap_or(style == Style::Form))
    }
}

impl Operation {
    /// The list that takes all that is left of the path, as dropshot has it: it stands last, and the document does not
    /// say that its items share a segment.
    pub fn rest(&self) -> Option<&'static Parameter> {
        let last = self.path.rsplit('/').next()?;
        let name = last.strip_prefix('{')?.strip_suffix('}')?;
        self.parameters.iter().find(|parameter| {
            (parameter.name, parameter.location) == (name, Location::Path)
                && matches!(parameter.form, Form::Usual | Form::Styled(None | Some(Style::Simple), None))
                && parameter.schema.is_list_of_text()
        })
    }

    /// Whether a query may bear a key of this name.
    pub fn takes_key(&self, name: &str) -> bool {
        let mut demands = self.security.iter().copied().flatten();
        demands.any(|demand| {
            matches!(demand.scheme.kind, SchemeKind::ApiKey(Location::Query, key) if key == name)
        })
    }

    /// The documented answer of a status: its own, else that of its hundred, else the default.
    pub fn response(&self, status: u16) -> Option<&'static Response> {
        [
            Status::Code(status),
            Status::Range(status / 100),
            Status::Default,
        ]
        .into_iter()
        .find_map(|key| {
            self.responses
                .iter()
                .find(|response| response.status == key)
        })
    }

    /// The answer that dropshot is told of as the success: the last that is one.
    pub fn success(&self) -> Option<&'static Response> {
        let last = |is_success: fn(Status) -> bool| {
            self.responses
                .iter()
                .rev()
                .find(|response| is_success(response.status))
        };
        last(|status| matches!(status, Status::Code(..400) | Status::Range(..4)))
            .or_else(|| last(|status| status == Status::Default))
    }

    /// The errors.
    pub fn errors(&self) -> impl Iterator<Item = &'static Response> {
        self.responses
            .iter()
            .filter(|response| matches!(response.status, Status::Code(400..) | Status::Range(4..)))
    }
}
