//! Shares.

use serde::{Deserialize, Serialize};

use super::{AppError, Principal, Resources, pages, views};
use crate::{generated::models, store::StoreError};

/// What a page token of a list of shares carries.
#[derive(Serialize, Deserialize)]
struct Position {
    after: String,
}

impl Resources {
    /// Shares a task, or changes what the other may do.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], [`AppError::Forbidden`], and [`AppError::Invalid`] where the address is the owner's.
    pub async fn put_share(
        &self,
        caller: &Principal,
        task_id: i64,
        email: &models::Email,
        new: models::NewShare,
    ) -> Result<models::Share, AppError> {
        let (share, _is_new) = self
            .store
            .put_share(caller, task_id, email, new.permission.into(), self.now())
            .await
            .map_err(AppError::of_task(task_id))?;
        views::share(share)
    }

    /// Lists with whom a task is shared, by address.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], and [`AppError::Invalid`] where the page token isn't one of this list.
    pub async fn list_shares(
        &self,
        caller: &Principal,
        task_id: i64,
        limit: i32,
        page_token: Option<&str>,
    ) -> Result<models::SharePage, AppError> {
        let list = format!("tasks/{task_id}/shares");
        let after = page_token
            .map(|token| self.secret.open_page::<Position>(caller, &list, token))
            .transpose()?
            .map(|position| position.after);
        let page = self
            .store
            .list_shares(caller, task_id, after, pages::limit(limit))
            .await
            .map_err(AppError::of_task(task_id))?;
        Ok(models::SharePage {
            items: page
                .items
                .into_iter()
                .map(views::share)
                .collect::<Result<_, _>>()?,
            next_page: page
                .next
                .map(|after| self.secret.seal_page(caller, &list, &Position { after })),
        })
    }

    /// Ends a share.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], [`AppError::Forbidden`].
    pub async fn delete_share(
        &self,
        caller: &Principal,
        task_id: i64,
        email: &models::Email,
    ) -> Result<(), AppError> {
        self.store
            .delete_share(caller, task_id, email, self.now())
            .await
            .map_err(|error: StoreError| {
                AppError::of(error, || format!("such share of a task {task_id}"))
            })
    }
}
