//! `api.rs` and `server.rs`: the trait that the application implements, and the way from dropshot to it.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::models::type_ident;
use super::names::{camel, docs, shouty, snake};
use super::operations::body_type;
use super::support::Needs;
use super::uses::uses;
use crate::model::{BodyKind, Content, Model, Operation};
use crate::schema::referred;

/// Writes `api.rs`.
pub(super) fn emit(model: &Model, needs: &Needs) -> TokenStream {
    let errors = error_schemas(model);
    let error_methods = errors.iter().map(|name| {
        let (method, ty) = (error_method(name, model), type_ident(name));
        quote! {
            /// Writes a rejection that generated code found as the document's error body.
            fn #method(&self, request: &RequestHead, rejection: &Rejection) -> models::#ty;
        }
    });
    let mut reject_arms: Vec<TokenStream> = errors
        .iter()
        .map(|name| {
            let method = error_method(name, model);
            quote!(Reply::json(rejection.status, &api.#method(request, rejection)))
        })
        .collect();
    let last = reject_arms
        .pop()
        .unwrap_or_else(|| quote!(Reply::empty(rejection.status)));
    let named = errors
        .iter()
        .zip(&reject_arms)
        .map(|(name, reply)| quote!(Some(#name) => #reply,));
    let reply = if reject_arms.is_empty() {
        last
    } else {
        quote! { match response.schema.and_then(|schema| schema.name) { #(#named)* _ => #last } }
    };
    let (api, request) = if errors.is_empty() {
        (quote!(_), quote!(_))
    } else {
        (quote!(api), quote!(request))
    };
    let methods: Vec<TokenStream> = model.operations.iter().map(method).collect();
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
    let code = quote! {
        /// The application: one method for each operation.
        ///
        /// For each request `admit` is asked first, then `authenticate` where the document demands it; then parameters
        /// and body are read and validated; then the operation's method runs; last `finish` sees the answer.
        pub trait Api: Send + Sync + Sized + 'static {
            /// What `authenticate` proves.
            type Principal: Clone + Send + Sync + 'static;

            /// Asked first, for every request.
            ///
            /// # Errors
            /// A refusal that the operation documents.
            fn admit(&self, request: &RequestHead) -> Result<(), Refusal>;

            /// Asked for every operation that the document secures, before the body is read.
            ///
            /// # Errors
            /// A refusal that the operation documents.
            fn authenticate(
                &self,
                request: &RequestHead,
                credentials: Credentials,
            ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send;

            /// Asked before work goes on in the name of somebody who was authenticated earlier, perhaps before a restart:
            /// may they still act? See [`reauthenticate`].
            ///
            /// # Errors
            /// A refusal. Without a rule of the application's own nobody may.
            fn reauthenticate(
                &self,
                principal: Self::Principal,
            ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send {
                drop(principal);
                async {
                    let message = "nobody can be authenticated without a request here".to_owned();
                    Err(Refusal::Forbidden { message })
                }
            }

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
            let mut reply = match response.media {
                Some(_) => #reply,
                None => Reply::empty(rejection.status),
            };
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
            ("super", &["models"]),
            ("super::support", &["RawEvent", "Response"]),
        ],
    );
    let optional = [
        ("any", quote!(AnyBody)),
        ("events", quote!(Event, EventStream, EventUnion, HEARTBEAT)),
        ("multipart", quote!(Multipart)),
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

        pub use super::document::OPERATIONS;
        pub use super::operations::*;
        pub use super::server::{api_description, stub_api_description};
        #statuses
        pub use super::support::{
            Authenticated, Credentials, MAX_VIOLATIONS, Refusal, Rejection, Reply, RequestHead, Respond, Violation, reauthenticate,
            #(#optional),*
        };

        #uses

        #code
    }
}

/// The names of all error schemas, the most used last: it is the one for all that is not named.
fn error_schemas(model: &Model) -> Vec<&str> {
    let all: Vec<&str> = model
        .operations
        .iter()
        .flat_map(Operation::errors)
        .filter_map(|response| referred(response.content.schema()?))
        .collect();
    let mut names: Vec<&str> = all
        .iter()
        .copied()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    names.sort_by_key(|name| all.iter().filter(|other| other == &name).count());
    names
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

fn method(operation: &Operation) -> TokenStream {
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
    let principal =
        is_secured(operation).then(|| quote!(principal: Authenticated<Self::Principal>,));
    let upgrade = operation.websocket.then(|| quote!(upgrade: Upgrade,));
    let params = (!operation.parameters.is_empty()).then(|| {
        let params = format_ident!("{}Params", camel(&operation.id));
        quote!(params: #params,)
    });
    let body = operation.body.as_ref().map(|body| {
        let ty = body_type(body);
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

pub(super) fn is_secured(operation: &Operation) -> bool {
    !operation.security.is_empty()
}

/// The call of the application's method, from an `input` that was validated.
pub(super) fn dispatch(operation: &Operation, head: &TokenStream) -> TokenStream {
    let (name, marker) = (snake(&operation.id), camel(&operation.id));
    let principal = is_secured(operation).then(|| quote!(principal,));
    let upgrade = operation.websocket.then(|| quote!(upgrade?,));
    let params = (!operation.parameters.is_empty()).then(|| quote!(params));
    let body = operation.body.as_ref().map(|_| quote!(body));
    let stream = operation
        .body
        .as_ref()
        .filter(|body| !body.kind.is_value())
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
    let secure = if is_secured(operation) {
        quote!(let principal = secure(&*api, &head, &document::#row).await?;)
    } else {
        quote!(admit(&*api, &head)?;)
    };
    // An operation that takes nothing has nothing to refuse: whatever query it is sent is ignored.
    let takes_input = operation.takes_input();
    let body = if takes_input { quote!(body) } else { quote!(_) };
    let streams = operation
        .body
        .as_ref()
        .is_some_and(|body| !body.kind.is_value());
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
