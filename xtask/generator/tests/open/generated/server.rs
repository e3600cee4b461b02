// Made from open.yaml by the test `snapshot`; do not edit.
//! A dropshot handler for each operation, and their registration.
use std::sync::Arc;
use dropshot::{ApiDescription, ApiDescriptionRegisterError, StubContext};
use super::api::Api;
use super::document;
use super::support::{
    Context, Handled, Incoming, Input, Rejection, admit, close, multipart, open, upgrade,
};

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
    let mut description = ApiDescription::new().tag_config(tag_config());
    register::<A, GetThing, _, _>(&mut description, get_thing)?;
    register::<A, PutFile, _, _>(&mut description, put_file)?;
    register::<A, Upload, _, _>(&mut description, upload)?;
    register::<A, CountLines, _, _>(&mut description, count_lines)?;
    register::<A, GetAnything, _, _>(&mut description, get_anything)?;
    register::<A, Socket, _, _>(&mut description, socket)?;
    register_options::<A, GetThing>(&mut description)?;
    register_options::<A, PutFile>(&mut description)?;
    register_options::<A, Upload>(&mut description)?;
    register_options::<A, CountLines>(&mut description)?;
    register_options::<A, GetAnything>(&mut description)?;
    register_options::<A, Socket>(&mut description)?;
    Ok(description)
}

/// All operations without an application: for dropshot's own document.
///
/// # Errors
/// As for [`api_description`].
pub fn stub_api_description() -> Result<
    ApiDescription<StubContext>,
    ApiDescriptionRegisterError,
> {
    let mut description = ApiDescription::new().tag_config(tag_config());
    register_stub::<GetThing>(&mut description)?;
    register_stub::<PutFile>(&mut description)?;
    register_stub::<Upload>(&mut description)?;
    register_stub::<CountLines>(&mut description)?;
    register_stub::<GetAnything>(&mut description)?;
    register_stub::<Socket>(&mut description)?;
    Ok(description)
}

async fn get_thing<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetThing>,
) -> Handled<GetThing> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        let input = Input::of_request(
                &document::GET_THING,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let params = GetThing::read(input)?;
        Ok(api.get_thing(&head, params).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn put_file<A: Api>(
    context: Context<A>,
    incoming: Incoming<PutFile>,
) -> Handled<PutFile> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        let mut input = Input::of_request(
                &document::PUT_FILE,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let body = input.stream().ok_or_else(Rejection::no_body)?;
        let params = PutFile::read(input)?;
        Ok(api.put_file(&head, params, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn upload<A: Api>(
    context: Context<A>,
    incoming: Incoming<Upload>,
) -> Handled<Upload> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        let mut input = Input::of_request(
                &document::UPLOAD,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let body = input
            .stream()
            .map(|body| multipart(&head, body))
            .transpose()?
            .ok_or_else(Rejection::no_body)?;
        Ok(api.upload(&head, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn count_lines<A: Api>(
    context: Context<A>,
    incoming: Incoming<CountLines>,
) -> Handled<CountLines> {
    let (api, head, body) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        let input = Input::of_request(
                &document::COUNT_LINES,
                &head,
                body,
                context.request_body_max_bytes(),
            )
            .await?;
        let body = CountLines::read(input)?;
        Ok(api.count_lines(&head, body).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn get_anything<A: Api>(
    context: Context<A>,
    incoming: Incoming<GetAnything>,
) -> Handled<GetAnything> {
    let (api, head, _) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        Ok(api.get_anything(&head).await.respond())
    };
    close(&context, &*api, &head, work).await
}

async fn socket<A: Api>(
    context: Context<A>,
    incoming: Incoming<Socket>,
) -> Handled<Socket> {
    let (incoming, upgrade) = upgrade(&context, incoming).await;
    let (api, head, _) = open(&context, incoming);
    let work = async {
        admit(&*api, &head)?;
        Ok(api.socket(&head, upgrade?).await.respond())
    };
    close(&context, &*api, &head, work).await
}
