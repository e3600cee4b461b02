//! `tm session`.

use serde_json::json;

use super::args::SessionCommand;
use super::context::{Context, page_size};
use super::text::clean;
use super::trouble::Trouble;
use super::view;

pub(crate) async fn run(context: &Context, command: SessionCommand) -> Result<(), Trouble> {
    let client = &context.client;
    match command {
        SessionCommand::List { size } => {
            let request = client.list_sessions().limit(page_size(&size));
            context
                .put_list(request.stream(), &size, "sessions", view::sessions)
                .await
        }
        SessionCommand::Show { session_id } => {
            let session = client
                .get_session()
                .session_id(session_id)
                .send()
                .await?
                .into_inner();
            context.put(&session, view::session)
        }
        SessionCommand::Rm { session_id } => {
            client
                .delete_session()
                .session_id(session_id.clone())
                .send()
                .await?;
            let deleted = json!({"id": session_id, "deleted": true});
            context.put(&deleted, |_, _| {
                format!("deleted session {}\n", clean(&session_id))
            })
        }
    }
}
