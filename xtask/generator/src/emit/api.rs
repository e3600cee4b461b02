//! `api.rs`: the trait that the application implements.

use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::bodies::body_type;
use super::callers::Callers;
use super::models::{type_ident, typed};
use super::names::{camel, docs, snake};
use super::rejections::{byte_errors, error_contents, error_reply, errors};
use super::support::Needs;
use super::table::Inline;
use super::uses::uses;
use crate::model::{Content, Model, Operation};
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
    let byte_errors = byte_errors(model);
    let byte_methods = byte_errors.iter().map(|(media, method)| {
        let doc = format!(" Writes a rejection that generated code found as the document's error body of `{media}`.");
        quote! {
            #[doc = #doc]
            fn #method(&self, request: &RequestHead, rejection: &Rejection) -> Vec<u8>;
        }
    });
    let reply = error_reply(&errors, inline, model);
    let has_any = error_contents(model)
        .iter()
        .any(|(_, content)| matches!(content, Content::Any(..)));
    let (api, request) = match (errors.is_empty() && byte_errors.is_empty(), has_any) {
        (true, true) => (quote!(_), quote!(request)),
        (true, false) => (quote!(_), quote!(_)),
        (false, _) => (quote!(api), quote!(request)),
    };
    let own = { needs.has("negotiated_errors") }.then(|| quote!(let response = response.own();));
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

            #(#byte_methods)*

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
            #own
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
    let stubs = match needs.has("crowded") {
        true => quote!(stub_api_descriptions),
        false => quote!(stub_api_description),
    };
    quote! {
        #![doc = #title]
        //!
        //! Everything else of the generated server that an application uses is re-exported here.

        #credentials
        pub use super::document::OPERATIONS;
        pub use super::operations::*;
        pub use super::server::{api_description, #stubs};
        #statuses
        pub use super::support::{
            MAX_VIOLATIONS, Refusal, Rejection, Reply, RequestHead, Respond, Violation,
            #(#optional),*
        };

        #uses

        #code
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

fn method(operation: &Operation, model: &Model) -> TokenStream {
    let name = snake(&operation.name);
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
        let params = format_ident!("{}Params", camel(&operation.name));
        quote!(params: #params,)
    });
    let body = operation.body.as_ref().map(|body| {
        let ty = body_type(operation, body, model);
        quote!(body: #ty,)
    });
    let (ok, error) = (
        format_ident!("{}Ok", camel(&operation.name)),
        format_ident!("{}Error", camel(&operation.name)),
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
