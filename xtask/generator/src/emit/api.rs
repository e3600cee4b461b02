//! `api.rs` and `server.rs`: the trait that the application implements, and the way from dropshot to it.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use indexmap::IndexMap;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use super::bodies::body_type;
use super::callers::Callers;
use super::models::{type_ident, typed};
use super::names::{camel, docs, shouty, snake};
use super::support::Needs;
use super::table::Inline;
use super::uses::uses;
use crate::model::{Body, BodyKind, Content, Model, Operation};
use crate::schema::referred;

/// Writes `api.rs`.
pub(super) fn emit(model: &Model, needs: &Needs, inline: &Inline) -> TokenStream {
    let errors = errors(model);
    let error_methods = errors.iter().map(|error| {
        let (method, ty) = (&error.method, typed(error.schema, model));
        quote! {
            /// Writes a rejection that generated code found as the document's error body.
            fn #method(&self, request: &RequestHead, rejection: &Rejection) -> #ty;
        }
    });
    let reply = error_reply(&errors, inline, model);
    let has_any = error_contents(model)
        .iter()
        .any(|(_, content)| matches!(content, Content::Any(..)));
    let (api, request) = if errors.is_empty() && has_any {
        (quote!(_), quote!(request))
    } else if errors.is_empty() {
        (quote!(_), quote!(_))
    } else {
        (quote!(api), quote!(request))
    };
    let methods: Vec<TokenStream> = model
        .operations
        .iter()
        .map(|operation| method(operation, model))
        .collect();
    let unions = event_unions(model);
    let last_events = unions.iter().map(|name| {
        let (method, ty) = (last_event(name), type_ident(name));
        let doc = format!(
            " The last event of a stream of `{name}` whose next event breaks the document. Without one the connection is \
             broken off."
        );
        quote! {
            #[doc = #doc]
            fn #method(&self, request: &RequestHead) -> Option<models::#ty> {
                let _ = request;
                None
            }
        }
    });
    let last_arms = unions.iter().map(|name| {
        let method = last_event(name);
        quote!(Some(#name) => Event::new(None, &api.#method(request)?).ok().map(Event::into_raw),)
    });
    let last_event = (!unions.is_empty()).then(|| {
        quote! {
            /// What ends a stream of this union when its next event breaks the document.
            pub(super) fn last_event<A: Api>(api: &A, request: &RequestHead, union: Option<&str>) -> Option<RawEvent> {
                match union { #(#last_arms)* _ => None }
            }
        }
    });
    let title = format!(" {} {} as a trait.", model.title, model.version);
    let order = if needs.has("secured") {
        quote!(#[doc = " For each request `admit` is asked first, then `authenticate` where the document demands it; then parameters"])
    } else {
        quote!(#[doc = " For each request `admit` is asked first; then parameters"])
    };
    let Callers {
        principal,
        authenticate,
        reauthenticate,
    } = Callers::of(needs);
    let code = quote! {
        /// The application: one method for each operation.
        ///
        #order
        /// and body are read and validated; then the operation's method runs; last `finish` sees the answer.
        pub trait Api: Send + Sync + Sized + 'static {
            #principal

            /// Asked first, for every request.
            ///
            /// # Errors
            /// A refusal that the operation documents.
            fn admit(&self, request: &RequestHead) -> Result<(), Refusal>;

            #authenticate

            #reauthenticate

            #(#error_methods)*

            /// Whether every answer and every event is held against the document before it is sent. One that breaks it
            /// is logged by place and rule, without values, and 500 is sent instead; an event ends its stream. By
            /// default this is so in debug builds, and thus in tests.
            fn validates_answers(&self) -> bool {
                cfg!(debug_assertions)
            }

            #(#last_events)*

            /// Every answer passes here last.
            fn finish(&self, request: &RequestHead, response: &mut http::Response<dropshot::Body>);

            #(#methods)*
        }

        #last_event

        /// The documented answer for a rejection, with the headers that the document demands of it.
        pub(super) fn reject<A: Api>(#api: &A, #request: &RequestHead, response: &Response, rejection: &Rejection) -> Reply {
            let mut reply = #reply;
            for header in response.headers {
                if header.name.eq_ignore_ascii_case("Retry-After") {
                    reply = reply.with_optional("retry-after", rejection.retry_after);
                } else if header.name.eq_ignore_ascii_case("WWW-Authenticate") {
                    reply = reply.with_optional("www-authenticate", rejection.challenge.as_ref());
                }
            }
            reply
        }
    };
    let uses = uses(
        &code,
        &[
            ("super", &["models", "schemas"]),
            ("super::support", &["RawEvent", "Response"]),
        ],
    );
    let credentials = needs.has("secured").then(|| {
        quote!(
            pub use super::credentials::Credentials;
        )
    });
    let optional = [
        ("any", quote!(AnyBody)),
        ("basic", quote!(Basic)),
        ("scopes", quote!(AccessToken)),
        ("secured", quote!(Secret)),
        ("events", quote!(Event, EventStream, EventUnion, HEARTBEAT)),
        ("principal", quote!(Authenticated, reauthenticate)),
        ("multipart", quote!(Multipart)),
        ("parts", quote!(Part)),
        ("ranges", quote!(StatusIn)),
        ("streams", quote!(BodyFault, BodyStream)),
        ("upgrade", quote!(Upgrade, Upgraded)),
    ];
    let optional = optional
        .into_iter()
        .filter(|(need, _)| needs.has(need))
        .map(|(_, names)| names);
    let has_errors = model.operations.iter().any(|o| o.errors().next().is_some());
    let statuses = has_errors.then(|| {
        quote!(
            pub use super::statuses::*;
        )
    });
    quote! {
        #![doc = #title]
        //!
        //! Everything else of the generated server that an application uses is re-exported here.

        #credentials
        pub use super::document::OPERATIONS;
        pub use super::operations::*;
        pub use super::server::{api_description, stub_api_description};
        #statuses
        pub use super::support::{
            MAX_VIOLATIONS, Refusal, Rejection, Reply, RequestHead, Respond, Violation,
            #(#optional),*
        };

        #uses

        #code
    }
}

/// What errors are written as.
struct ErrorBody<'a> {
    schema: &'a Value,
    /// The method by which the application writes it.
    method: Ident,
}

/// All shapes of errors, the most used last: it is the one for all that is not named.
fn errors(model: &Model) -> Vec<ErrorBody<'_>> {
    let all = error_contents(model);
    let mut found: IndexMap<String, (&str, &Value, usize)> = IndexMap::new();
    for (operation, content) in &all {
        if let Content::Json(_, schema) = content {
            let row = found.entry(schema.to_string());
            row.or_insert((&operation.id, schema, 0)).2 += 1;
        }
    }
    let mut found: Vec<_> = found.into_values().collect();
    // By name first, so that what is used as often stays in one order.
    let name = |schema| referred(schema).or_else(|| model.inline_name(schema));
    found.sort_by_key(|(_, schema, _)| name(schema));
    found.sort_by_key(|(_, _, count)| *count);
    found
        .into_iter()
        .map(|(operation, schema, _)| {
            let made_up = || format!("{operation}_error_body");
            let name = name(schema).map_or_else(made_up, str::to_owned);
            let method = error_method(&name, model);
            ErrorBody { schema, method }
        })
        .collect()
}

fn error_contents(model: &Model) -> Vec<(&Operation, &Content)> {
    model
        .operations
        .iter()
        .flat_map(|operation| {
            let errors = operation.errors();
            errors.map(move |response| (operation, &response.content))
        })
        .collect()
}

/// The answer of a rejection, by what the document says of its response.
fn error_reply(errors: &[ErrorBody<'_>], inline: &Inline, model: &Model) -> TokenStream {
    let all = error_contents(model);
    let is_variant = |content: &Content| matches!(content, Content::Json(media, _) if media != "application/json");
    let has_variants = all.iter().any(|(_, content)| is_variant(content));
    let mut replies: Vec<TokenStream> = errors
        .iter()
        .map(|ErrorBody { method, .. }| {
            let body = quote!(&api.#method(request, rejection));
            if has_variants {
                quote!(Reply::json_as(rejection.status, media, #body))
            } else {
                quote!(Reply::json(rejection.status, #body))
            }
        })
        .collect();
    let json = replies.pop().map(|last| {
        let named = errors.iter().zip(&replies).filter_map(|(error, reply)| {
            let name = error.schema.get("$ref").and(referred(error.schema))?;
            Some(quote!(Some(#name) => #reply,))
        });
        let unnamed = errors.iter().zip(&replies).filter_map(|(error, reply)| {
            if error.schema.get("$ref").is_some() {
                return None;
            }
            let row = inline.row(error.schema);
            Some(quote!(_ if response.schema.is_some_and(|schema| std::ptr::eq(schema, #row)) => #reply,))
        });
        if replies.is_empty() {
            last
        } else {
            quote! { match response.schema.and_then(|schema| schema.name) { #(#named)* #(#unnamed)* _ => #last } }
        }
    });
    let media = if has_variants {
        quote!(media)
    } else {
        quote!(_)
    };
    let json = json.map(|json| quote!(Some(#media) => #json,));
    let texts: BTreeSet<&str> = all
        .iter()
        .filter_map(|(_, content)| match content {
            Content::Text(media, _) => Some(media.as_str()),
            _ => None,
        })
        .collect();
    let text = (!texts.is_empty()).then(|| {
        let texts = texts.iter();
        quote!(Some(media @ (#(#texts)|*)) => Reply::bytes(rejection.status, media, rejection.message.clone()),)
    });
    let ranges: BTreeSet<&str> = all
        .iter()
        .filter_map(|(_, content)| match content {
            Content::Any(media, _) => Some(media.as_str()),
            _ => None,
        })
        .collect();
    let any = (!ranges.is_empty()).then(|| {
        let ranges = ranges.iter();
        quote!(Some(#(#ranges)|*) => Reply::own(request, rejection),)
    });
    // Where every error has a body of JSON, the rest needs no arm.
    let empty = quote!(Reply::empty(rejection.status));
    match (json, text, any) {
        (None, None, None) => empty,
        (json @ Some(_), text, any) => {
            quote!(match response.media { #text #any #json None => #empty })
        }
        (None, text, any) => quote!(match response.media { #text #any _ => #empty }),
    }
}

/// The component schemas that event streams send, in the order of their operations.
fn event_unions(model: &Model) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let responses = model
        .operations
        .iter()
        .flat_map(|operation| &operation.responses);
    for response in responses {
        if let Content::Events(schema) = &response.content
            && let Some(name) = referred(schema)
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

fn last_event(union: &str) -> Ident {
    format_ident!("last_{}", union.to_snake_case())
}

/// The method that writes an error schema, named after it; an operation of that name comes first.
fn error_method(name: &str, model: &Model) -> Ident {
    let method = snake(name);
    if model
        .operations
        .iter()
        .any(|operation| snake(&operation.id) == method)
    {
        format_ident!("{}_body", name.to_snake_case())
    } else {
        method
    }
}

fn method(operation: &Operation, model: &Model) -> TokenStream {
    let name = snake(&operation.id);
    let summary = operation.summary.as_deref().unwrap_or(&operation.id);
    let text = match &operation.description {
        Some(description) => format!(
            "{}.\n\n{}",
            summary.trim_end_matches('.'),
            description.trim()
        ),
        None => format!("{}.", summary.trim_end_matches('.')),
    };
    let docs = docs(&text);
    let deprecated = operation
        .deprecated
        .then(|| quote!(#[doc = ""] #[doc = " The document advises against this operation."]));
    let principal = match (operation.is_secured(), operation.is_optional()) {
        (false, _) => None,
        (true, false) => Some(quote!(principal: Authenticated<Self::Principal>,)),
        (true, true) => Some(quote!(principal: Option<Authenticated<Self::Principal>>,)),
    };
    let upgrade = operation.websocket.then(|| quote!(upgrade: Upgrade,));
    let params = (!operation.parameters.is_empty()).then(|| {
        let params = format_ident!("{}Params", camel(&operation.id));
        quote!(params: #params,)
    });
    let body = operation.body.as_ref().map(|body| {
        let ty = body_type(operation, body, model);
        quote!(body: #ty,)
    });
    let (ok, error) = (
        format_ident!("{}Ok", camel(&operation.id)),
        format_ident!("{}Error", camel(&operation.id)),
    );
    quote! {
        #docs
        #deprecated
        fn #name(
            &self,
            request: &RequestHead,
            #principal
            #upgrade
            #params
            #body
        ) -> impl Future<Output = Result<#ok, #error>> + Send;
    }
}

/// The call of the application's method, from an `input` that was validated.
pub(super) fn dispatch(operation: &Operation, head: &TokenStream) -> TokenStream {
    let (name, marker) = (snake(&operation.id), camel(&operation.id));
    let principal = operation.is_secured().then(|| quote!(principal,));
    let upgrade = operation.websocket.then(|| quote!(upgrade?,));
    let params = (!operation.parameters.is_empty()).then(|| quote!(params));
    let body = operation.body.as_ref().map(|_| quote!(body));
    let stream = operation
        .body
        .as_ref()
        .filter(|body| body.is_stream())
        .map(|body| {
            let parts = (body.kind == BodyKind::Multipart)
                .then(|| quote!(.map(|body| multipart(#head, body)).transpose()?));
            // `Input` refused the request if it had no body and needed one.
            let given = body
                .required
                .then(|| quote!(.ok_or_else(Rejection::no_body)?));
            quote!(let body = input.stream() #parts #given;)
        });
    let value = body.as_ref().filter(|_| stream.is_none());
    let read = match (&params, value) {
        (None, None) => quote!(),
        (Some(one), None) | (None, Some(one)) => quote!(let #one = #marker::read(input)?;),
        (Some(params), Some(body)) => quote!(let (#params, #body) = #marker::read(input)?;),
    };
    let arguments = params.into_iter().chain(body);
    quote! {
        #stream
        #read
        Ok(api.#name(#head, #principal #upgrade #(#arguments),*).await.respond())
    }
}

/// Writes `server.rs`.
pub(super) fn server(model: &Model) -> TokenStream {
    let handlers: Vec<TokenStream> = model.operations.iter().map(handler).collect();
    let registrations = model.operations.iter().map(|operation| {
        let (name, marker) = (snake(&operation.id), camel(&operation.id));
        quote!(register::<A, #marker, _, _>(&mut api, #name)?;)
    });
    let stubs = model.operations.iter().map(|operation| {
        let marker = camel(&operation.id);
        quote!(register_stub::<#marker>(&mut api)?;)
    });
    let mut seen = BTreeSet::new();
    let options = model
        .operations
        .iter()
        .filter(|operation| seen.insert(operation.path.as_str()))
        .map(|operation| {
            let marker = camel(&operation.id);
            quote!(register_options::<A, #marker>(&mut api)?;)
        });
    let uses = uses(
        &quote!(#(#handlers)*),
        &[
            ("super", &["document"]),
            (
                "super::support",
                &[
                    "Context",
                    "Handled",
                    "Incoming",
                    "Input",
                    "Rejection",
                    "admit",
                    "close",
                    "multipart",
                    "open",
                    "secure",
                    "secure_optional",
                    "upgrade",
                ],
            ),
        ],
    );
    quote! {
        //! A dropshot handler for each operation, and their registration.

        use std::sync::Arc;

        use dropshot::{ApiDescription, ApiDescriptionRegisterError, StubContext};

        use super::api::Api;
        #uses
        use super::operations::*;
        use super::support::{Respond, register, register_options, register_stub, tag_config};

        /// All operations of the document for dropshot, and HEAD and OPTIONS for every path.
        ///
        /// # Errors
        /// When dropshot cannot route a path; the generator's lints find that before.
        pub fn api_description<A: Api>() -> Result<ApiDescription<Arc<A>>, ApiDescriptionRegisterError> {
            let mut api = ApiDescription::new().tag_config(tag_config());
            #(#registrations)*
            #(#options)*
            Ok(api)
        }

        /// All operations without an application: for dropshot's own document.
        ///
        /// # Errors
        /// As for [`api_description`].
        pub fn stub_api_description() -> Result<ApiDescription<StubContext>, ApiDescriptionRegisterError> {
            let mut api = ApiDescription::new().tag_config(tag_config());
            #(#stubs)*
            Ok(api)
        }

        #(#handlers)*
    }
}

fn handler(operation: &Operation) -> TokenStream {
    let (name, marker, row) = (
        snake(&operation.id),
        camel(&operation.id),
        shouty(&operation.id),
    );
    let secure = match (operation.is_secured(), operation.is_optional()) {
        (false, _) => quote!(admit(&*api, &head)?;),
        (true, false) => quote!(let principal = secure(&*api, &head, &document::#row).await?;),
        (true, true) => {
            quote!(let principal = secure_optional(&*api, &head, &document::#row).await?;)
        }
    };
    // An operation that takes nothing has nothing to refuse: whatever query it is sent is ignored.
    let takes_input = operation.takes_input();
    let body = if takes_input { quote!(body) } else { quote!(_) };
    let streams = operation.body.as_ref().is_some_and(Body::is_stream);
    let mutable = streams.then(|| quote!(mut));
    let input = takes_input.then(|| {
        quote!(let #mutable input = Input::of_request(&document::#row, &head, body, context.request_body_max_bytes()).await?;)
    });
    let upgrade = operation
        .websocket
        .then(|| quote!(let (incoming, upgrade) = upgrade(&context, incoming).await;));
    let dispatch = dispatch(operation, &quote!(&head));
    quote! {
        async fn #name<A: Api>(context: Context<A>, incoming: Incoming<#marker>) -> Handled<#marker> {
            #upgrade
            let (api, head, #body) = open(&context, incoming);
            let work = async {
                #secure
                #input
                #dispatch
            };
            close(&context, &*api, &head, work).await
        }
    }
}
