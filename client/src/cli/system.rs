//! `tm status`, `tm agents` and `tm events`.

use futures::TryStreamExt as _;
use serde_json::json;
use taskmanager_client::Failure;

use super::args::Events;
use super::context::Context;
use super::trouble::Trouble;
use super::view;

pub(crate) async fn status(context: &Context) -> Result<(), Trouble> {
    let info = context.client.get_service().send().await?.into_inner();
    let ready = match context
        .client
        .get_readiness()
        .send()
        .await
        .map_err(Failure::from)
    {
        Ok(ready) => Ok(ready.into_inner()),
        Err(failure) if failure.status().is_some_and(|status| status == 503) => Err(failure),
        Err(failure) => return Err(failure.into()),
    };
    if context.json {
        let readiness = match &ready {
            Ok(ready) => json!(ready),
            Err(failure) => json!({"status": "not ready", "error": failure.api_error()}),
        };
        context.put_json(&json!({"url": context.url, "service": info, "readiness": readiness}))?;
    } else {
        let why = ready
            .as_ref()
            .err()
            .map(ToString::to_string)
            .unwrap_or_default();
        let state = ready.as_ref().map_err(|_| why.as_str());
        context.put_text(&view::service(&info, state, &context.url, &context.view))?;
    }
    match ready {
        Ok(_) => Ok(()),
        Err(_) => Err(Trouble::Incomplete("the service isn't ready".to_owned())),
    }
}

pub(crate) async fn agents(context: &Context) -> Result<(), Trouble> {
    let list = context.client.list_agents().send().await?.into_inner();
    if context.json {
        return list
            .agents
            .iter()
            .try_for_each(|agent| context.put_json(agent));
    }
    context.put_text(&view::agents(&list, &context.view))
}

pub(crate) async fn events(context: &Context, events: Events) -> Result<(), Trouble> {
    let mut changes = context.client.follow_changes(events.after).await?;
    if events.after.is_none() {
        context.note("watching from now on; Ctrl-C ends it");
    }
    while let Some(event) = changes.try_next().await? {
        if context.json {
            context.put_event(&event)?;
        } else {
            context.put_text(&view::change(&event, &context.view))?;
        }
    }
    Ok(())
}
