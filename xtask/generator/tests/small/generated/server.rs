// Made from small.yaml by the test `snapshot`; do not edit.
//! A dropshot handler for each operation, and their registration.
use std::sync::Arc;
use dropshot::{ApiDescription, ApiDescriptionRegisterError, StubContext};
use super::api::Api;
use super::document;
use super::support::{Context, Handled, Incoming, Input, admit, close, open, secure};
use super::operations::*;
use super::support::{Respond, register, register_options, register_stub, tag_config};

/// All operations of the document for dropshot, and HEAD and OPTIONS for every path.
///
/// # Errors
/// When dropshot cannot route a path; the generator's lints find that before.
pub fn api_description<A: Api>() -> Result<
    ApiDescription<Arc<A>>,
    ApiDescriptionRegisterError,
> {
    let mut api = ApiDescription::new().tag_config(tag_config());
    register::<A, ListNotes, _, _>(&mut api, list_notes)?;
    register::<A, CreateNote, _, _>(&mut api, create_note)?;
    register::<A, UpdateNote, _, _>(&mut api, update_note)?;
    register::<A, DeleteNote, _, _>(&mut api, delete_note)?;
    register::<A, NoteEvents, _, _>(&mut api, note_events)?;
    register::<A, Metrics, _, _>(&mut api, metrics)?;
    register_options::<A, ListNotes>(&mut api)?;
    register_options::<A, UpdateNote>(&mut api)?;
    register_options::<A, NoteEvents>(&mut api)?;
    register_options::<A, Metrics>(&mut api)?;
    Ok(api)
}

/// All operations without an application: for dropshot's own document.
///
/// # Errors
/// As for [`api_description`].
pub fn stub_api_description() -> Result<
    ApiDescription<StubContext>,
    ApiDescriptionRegisterError,
> {
    let mut api = ApiDescription::new().tag_config(tag_config());
    register_stub::<ListNotes>(&mut api)?;
    register_stub::<CreateNote>(&mut api)?;
    register_stub::<UpdateNote>(&mut api)?;
    register_stub::<DeleteNote>(&mut api)?;
    register_stub::<NoteEvents>(&mut api)?;
    register_stub::<Metrics>(&mut api)?;
    Ok(api)
}

async fn list_notes<A: Api>(
    context: Context<A>,
    incoming: Incoming<ListNotes>,
) -> Handled<ListNotes> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::LIST_NOTES).await?;
        let input = Input::of_request(
                &document::LIST_NOTES,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = ListNotes::read(input)?;
        Ok(api.list_notes(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn create_note<A: Api>(
    context: Context<A>,
    incoming: Incoming<CreateNote>,
) -> Handled<CreateNote> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::CREATE_NOTE).await?;
        let input = Input::of_request(
                &document::CREATE_NOTE,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = CreateNote::read(input)?;
        Ok(api.create_note(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn update_note<A: Api>(
    context: Context<A>,
    incoming: Incoming<UpdateNote>,
) -> Handled<UpdateNote> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::UPDATE_NOTE).await?;
        let input = Input::of_request(
                &document::UPDATE_NOTE,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let (params, body) = UpdateNote::read(input)?;
        Ok(api.update_note(&head, principal, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn delete_note<A: Api>(
    context: Context<A>,
    incoming: Incoming<DeleteNote>,
) -> Handled<DeleteNote> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::DELETE_NOTE).await?;
        let input = Input::of_request(
                &document::DELETE_NOTE,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = DeleteNote::read(input)?;
        Ok(api.delete_note(&head, principal, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn note_events<A: Api>(
    context: Context<A>,
    incoming: Incoming<NoteEvents>,
) -> Handled<NoteEvents> {
    let (api, head, _) = open(&context, incoming);
    let work = async {
        let principal = secure(&*api, &head, &document::NOTE_EVENTS).await?;
        Ok(api.note_events(&head, principal).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn metrics<A: Api>(
    context: Context<A>,
    incoming: Incoming<Metrics>,
) -> Handled<Metrics> {
    let (api, head, _) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        Ok(api.metrics(&head).await.respond())
    };
    close(&context, &*api, &head, work).await
}
