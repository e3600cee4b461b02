//! `tm share` and `tm me`.

use serde_json::json;
use taskmanager_client::types::{NewShare, ProfileUpdate, SharePermission};

use super::args::{Me, ShareCommand};
use super::context::{Context, page_size};
use super::text::clean;
use super::trouble::Trouble;
use super::view;

pub(crate) async fn share(context: &Context, command: ShareCommand) -> Result<(), Trouble> {
    let client = &context.client;
    match command {
        ShareCommand::Add {
            task_id,
            email,
            edit,
        } => {
            let permission = if edit {
                SharePermission::Edit
            } else {
                SharePermission::View
            };
            let request = client
                .put_share()
                .task_id(task_id)
                .email(email)
                .body(NewShare { permission });
            let share = request.send().await?.into_inner();
            context.put(&share, |share, _| view::share(share))
        }
        ShareCommand::List { task_id, size } => {
            let request = client
                .list_shares()
                .task_id(task_id)
                .limit(page_size(&size));
            context
                .put_list(request.stream(), &size, "shares", view::shares)
                .await
        }
        ShareCommand::Rm { task_id, email } => {
            client
                .delete_share()
                .task_id(task_id.clone())
                .email(email.clone())
                .send()
                .await?;
            let deleted = json!({"task_id": task_id, "email": email, "deleted": true});
            context.put(&deleted, |_, _| {
                format!(
                    "task {task_id} is no longer shared with {}\n",
                    clean(&email)
                )
            })
        }
    }
}

/// Shows the profile, after changing what was given.
pub(crate) async fn me(context: &Context, me: Me) -> Result<(), Trouble> {
    let changes = ProfileUpdate {
        name: me.name,
        time_zone: me.time_zone,
        working_hours: me.working_hours,
    };
    let profile = if changes == ProfileUpdate::default() {
        context.client.get_me().send().await?
    } else {
        context.client.update_me().body(changes).send().await?
    };
    context.put(&profile.into_inner(), view::profile)
}
