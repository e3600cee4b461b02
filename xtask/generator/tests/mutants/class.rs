//! The classes of mutants: what can be taken out of a table, and which keywords of OpenAPI each stands for.
//!
//! `MUTANTS.md` is made from this, and a test holds it against the keywords that the generator enforces.

/// What a mutant lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    ParameterName,
    ParameterRequired,
    ParameterStyle,
    ParameterExplode,
    ParameterContent,
    PathKeyword,
    QueryKeyword,
    HeaderKeyword,
    CookieKeyword,
    BodyRequired,
    BodyMedia,
    BodyOtherMedia,
    BodyLimit,
    BodyKeyword,
    FieldKeyword,
    FieldMedia,
    FieldStyle,
    FieldExplode,
    Alternative,
    Scheme,
    Carrier,
    Scope,
    Credentials,
    Status,
    AnswerMedia,
    AnswerOtherMedia,
    AnswerHeader,
    AnswerHeaderRequired,
    AnswerHeaderKeyword,
    AnswerKeyword,
    EventKeyword,
}

/// Keywords of the document that have an object of their own: `(object, keyword)`.
type Keywords = &'static [(&'static str, &'static str)];

impl Class {
    /// All of them: how each is called in a score, what its mutants lack, and the keywords that it stands for.
    pub(crate) const ALL: [(Class, &'static str, &'static str, Keywords); 31] = [
        (
            Class::ParameterName,
            "parameter",
            "a parameter goes by another name, so that the request's own is nobody's",
            &[
                ("PathItem", "parameters"),
                ("Operation", "parameters"),
                ("Components", "parameters"),
                ("Parameter", "name"),
                ("Parameter", "in"),
            ],
        ),
        (
            Class::ParameterRequired,
            "parameter, required",
            "a parameter that must be there need not (but for those of the path, without which it is another path)",
            &[("Parameter", "required")],
        ),
        (
            Class::ParameterStyle,
            "parameter, style",
            "a parameter is written in the usual style (where the document names another)",
            &[("Parameter", "style")],
        ),
        (
            Class::ParameterExplode,
            "parameter, explode",
            "items stand apart as is usual (where the document says otherwise and the value has several)",
            &[("Parameter", "explode")],
        ),
        (
            Class::ParameterContent,
            "parameter, content",
            "a parameter of JSON is plain text",
            &[("Parameter", "content")],
        ),
        (
            Class::PathKeyword,
            "keyword of a path parameter",
            "a keyword of the schema",
            &[("Parameter", "schema")],
        ),
        (
            Class::QueryKeyword,
            "keyword of a query parameter",
            "a keyword of the schema",
            &[("Parameter", "schema")],
        ),
        (
            Class::HeaderKeyword,
            "keyword of a header parameter",
            "a keyword of the schema",
            &[("Parameter", "schema")],
        ),
        (
            Class::CookieKeyword,
            "keyword of a cookie",
            "a keyword of the schema",
            &[("Parameter", "schema")],
        ),
        (
            Class::BodyRequired,
            "body, required",
            "a body that must be there need not",
            &[("Operation", "requestBody"), ("RequestBody", "required")],
        ),
        (
            Class::BodyMedia,
            "body, media type",
            "the first media type of a body is another",
            &[("RequestBody", "content"), ("Components", "requestBodies")],
        ),
        (
            Class::BodyOtherMedia,
            "body, further media type",
            "a second or further media type of a body is not taken",
            &[("RequestBody", "content")],
        ),
        (
            Class::BodyLimit,
            "body, limit",
            "a body may be as large as any",
            &[("RequestBody", "x-max-body-bytes")],
        ),
        (
            Class::BodyKeyword,
            "keyword of a body",
            "a keyword of the schema, whatever the media type",
            &[("MediaType", "schema")],
        ),
        (
            Class::FieldKeyword,
            "keyword of a form",
            "a keyword of the schema of a form, urlencoded or in parts",
            &[("MediaType", "schema")],
        ),
        (
            Class::FieldMedia,
            "form, contentType",
            "a field may have any media type",
            &[("MediaType", "encoding"), ("Encoding", "contentType")],
        ),
        (
            Class::FieldStyle,
            "form, style",
            "a field is written in the usual style",
            &[("Encoding", "style")],
        ),
        (
            Class::FieldExplode,
            "form, explode",
            "items of a field stand apart",
            &[("Encoding", "explode")],
        ),
        (
            Class::Alternative,
            "security, alternative",
            "one of the ways to be known is none",
            &[("Document", "security"), ("Operation", "security")],
        ),
        (
            Class::Scheme,
            "security, scheme",
            "one of the schemes that are wanted together isn't",
            &[("Components", "securitySchemes")],
        ),
        (
            Class::Carrier,
            "security, carrier",
            "credentials are looked for in another place, or as another scheme",
            &[
                ("SecurityScheme", "type"),
                ("SecurityScheme", "name"),
                ("SecurityScheme", "in"),
                ("SecurityScheme", "scheme"),
            ],
        ),
        (
            Class::Scope,
            "security, scope",
            "a token need not allow one thing",
            &[("Operation", "security")],
        ),
        (
            Class::Credentials,
            "security, none",
            "anybody may call",
            &[("Document", "security"), ("Operation", "security")],
        ),
        (
            Class::Status,
            "status",
            "a documented status, range or `default` is not documented",
            &[("Operation", "responses"), ("Components", "responses")],
        ),
        (
            Class::AnswerMedia,
            "answer, media type",
            "the first media type of an answer is another",
            &[("Response", "content")],
        ),
        (
            Class::AnswerOtherMedia,
            "answer, further media type",
            "a second or further media type of an answer is not documented",
            &[("Response", "content")],
        ),
        (
            Class::AnswerHeader,
            "header",
            "a documented header of an answer is not documented",
            &[("Response", "headers"), ("Components", "headers")],
        ),
        (
            Class::AnswerHeaderRequired,
            "header, required",
            "a header that every such answer bears may be missing",
            &[("Header", "required")],
        ),
        (
            Class::AnswerHeaderKeyword,
            "keyword of a header",
            "a keyword of the schema of an answer's header",
            &[("Header", "schema")],
        ),
        (
            Class::AnswerKeyword,
            "keyword of an answer",
            "a keyword of the schema of an answer's body, whatever the media type",
            &[("MediaType", "schema")],
        ),
        (
            Class::EventKeyword,
            "keyword of an event",
            "a keyword of the schema of a stream's events",
            &[("MediaType", "schema")],
        ),
    ];

    /// How a score calls it.
    pub(crate) fn name(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(class, ..)| *class == self)
            .map_or("", |(_, name, ..)| *name)
    }
}
