//! `server.rs`: the way from dropshot to the application, one handler for each operation.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::names::{camel, shouty, snake};
use super::uses::uses;
use crate::model::routes::{groups, is_below};
use crate::model::{Body, BodyKind, Model, Operation};

/// Writes `server.rs`.
pub(super) fn emit(model: &Model) -> TokenStream {
    let handlers: Vec<TokenStream> = model.operations.iter().map(handler).collect();
    let crowded = model.crowded();
    let prefix =
        |operation: &Operation| { crowded.iter() }.find(|prefix| is_below(&operation.path, prefix));
    let free = || { model.operations.iter() }.filter(|operation| prefix(operation).is_none());
    let registrations = free().map(|operation| {
        let (name, marker) = (snake(&operation.name), camel(&operation.name));
        quote!(register::<A, #marker, _, _>(&mut api, #name)?;)
    });
    let below = crowded.iter().map(|own| {
        let all = { model.operations.iter() }.filter(|operation| prefix(operation) == Some(own));
        let names = all.map(|operation| snake(&operation.name));
        quote!(register_below(&mut api, #own, [#(below(#names::<A>)),*])?;)
    });
    let routing = (!crowded.is_empty()).then(|| {
        quote!(
            use super::support::{below, register_below};
        )
    });
    let free_routes = { free().next() }.map(|_| quote!(register, register_options,));
    let stubs = stubs(model, !crowded.is_empty());
    let mut seen = BTreeSet::new();
    let options = free()
        .filter(|operation| seen.insert(operation.path.as_str()))
        .map(|operation| {
            let marker = camel(&operation.name);
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
        #routing
        use super::support::{Respond, #free_routes register_stub, tag_config};

        /// All operations of the document for dropshot, and HEAD and OPTIONS for every path.
        ///
        /// # Errors
        /// When dropshot cannot route a path; the generator's lints find that before.
        pub fn api_description<A: Api>() -> Result<ApiDescription<Arc<A>>, ApiDescriptionRegisterError> {
            let mut api = ApiDescription::new().tag_config(tag_config());
            #(#registrations)*
            #(#options)*
            #(#below)*
            Ok(api)
        }

        #stubs

        #(#handlers)*
    }
}

/// The operations without an application: one description, or several where dropshot takes no path of one beside another's.
fn stubs(model: &Model, is_crowded: bool) -> TokenStream {
    let stub = |operation: &Operation| {
        let marker = camel(&operation.name);
        quote!(register_stub::<#marker>(&mut api)?;)
    };
    if !is_crowded {
        let stubs = model.operations.iter().map(stub);
        return quote! {
            /// All operations without an application: for dropshot's own document.
            ///
            /// # Errors
            /// As for [`api_description`].
            pub fn stub_api_description() -> Result<ApiDescription<StubContext>, ApiDescriptionRegisterError> {
                let mut api = ApiDescription::new().tag_config(tag_config());
                #(#stubs)*
                Ok(api)
            }
        };
    }
    let groups = groups(model.routes());
    let parts = groups.iter().map(|group| {
        let all = { model.operations.iter().zip(model.routes()) }
            .filter(|(_, route)| group.contains(route));
        let stubs = all.map(|(operation, _)| stub(operation));
        quote! {
            let mut api = ApiDescription::new().tag_config(tag_config());
            #(#stubs)*
            all.push(api);
        }
    });
    quote! {
        /// All operations without an application, in as many parts as dropshot needs: for its own document.
        ///
        /// # Errors
        /// As for [`api_description`].
        pub fn stub_api_descriptions() -> Result<Vec<ApiDescription<StubContext>>, ApiDescriptionRegisterError> {
            let mut all = Vec::new();
            #(#parts)*
            Ok(all)
        }
    }
}

fn handler(operation: &Operation) -> TokenStream {
    let (name, marker, row) = (
        snake(&operation.name),
        camel(&operation.name),
        shouty(&operation.name),
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

/// The call of the application's method, from an `input` that was validated.
pub(super) fn dispatch(operation: &Operation, head: &TokenStream) -> TokenStream {
    let (name, marker) = (snake(&operation.name), camel(&operation.name));
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
