//! Tasks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{AppError, Principal, Resources, error::violation, likeness, pages, views};
use crate::{
    generated::models,
    store::records::{
        IfVersion, TaskContent, TaskCursor, TaskEdit, TaskQuery, TaskRecord, TaskStatus,
    },
};

/// What a list of tasks is asked for.
#[derive(Clone, Debug)]
pub struct ListTasks {
    /// How many tasks at most.
    pub limit: i32,
    /// The `next_page` of the page before.
    pub page_token: Option<String>,
    /// Only tasks in this status.
    pub status: Option<models::TaskStatus>,
    /// Only tasks that bear this tag.
    pub tag: Option<models::Tag>,
    /// Only tasks assigned to this address.
    pub assignee: Option<models::Email>,
    /// Only tasks whose deadline is before this date.
    pub deadline_before: Option<NaiveDate>,
    /// Only tasks whose title or description contains this text.
    pub text: Option<models::SearchText>,
    /// The order.
    pub order: Option<models::TaskOrder>,
}

/// What a page token of a list of tasks carries.
#[derive(Serialize, Deserialize)]
struct Position {
    #[serde(flatten)]
    query: TaskQuery,
    after: TaskCursor,
}

/// How many tasks, the latest changed ones, are looked at when one is sought by likeness.
const LIKENESS_CANDIDATES: usize = 10_000;

impl Resources {
    /// Creates a task.
    ///
    /// # Errors
    ///
    /// [`AppError::Invalid`] where its parent or a dependency isn't there, [`AppError::KeyReused`].
    pub async fn create_task(
        &self,
        caller: &Principal,
        new: models::NewTask,
        key: Option<&models::IdempotencyKey>,
    ) -> Result<models::Task, AppError> {
        let once = self.secret.once("create_task", key, &new);
        let made = self
            .store
            .create_task(caller, new_content(new), once, self.now())
            .await
            .map_err(|error| AppError::of(error, || "such task".to_owned()))?;
        views::task(made.value)
    }

    /// Lists the tasks that the caller may see.
    ///
    /// # Errors
    ///
    /// [`AppError::Invalid`] where the page token isn't one of this list, or filters are given beside it.
    pub async fn list_tasks(
        &self,
        caller: &Principal,
        asked: ListTasks,
    ) -> Result<models::TaskPage, AppError> {
        let limit = pages::limit(asked.limit);
        let (query, after) = self.task_query(caller, asked)?;
        let page = self
            .store
            .list_tasks(caller, &query, after, limit)
            .await
            .map_err(|error| AppError::of(error, || "such list".to_owned()))?;
        Ok(models::TaskPage {
            items: page
                .items
                .into_iter()
                .map(views::task)
                .collect::<Result<_, _>>()?,
            next_page: page.next.map(|after| {
                self.secret
                    .seal_page(caller, "tasks", &Position { query, after })
            }),
        })
    }

    fn task_query(
        &self,
        caller: &Principal,
        asked: ListTasks,
    ) -> Result<(TaskQuery, Option<TaskCursor>), AppError> {
        let ListTasks {
            limit: _,
            page_token,
            status,
            tag,
            assignee,
            deadline_before,
            text,
            order,
        } = asked;
        let Some(token) = page_token else {
            let query = TaskQuery {
                status: status.map(Into::into),
                tag: tag.map(Into::into),
                assignee: assignee.map(Into::into),
                deadline_before,
                text: text.map(Into::into),
                parent_id: None,
                order: order.map(Into::into).unwrap_or_default(),
            };
            return Ok((query, None));
        };
        let given = [
            ("status", status.is_some()),
            ("tag", tag.is_some()),
            ("assignee", assignee.is_some()),
            ("deadline_before", deadline_before.is_some()),
            ("text", text.is_some()),
            ("order", order.is_some()),
        ];
        let beside: Vec<_> = given
            .iter()
            .filter(|(_, is_given)| *is_given)
            .map(|(name, _)| {
                violation(
                    format!("/query/{name}"),
                    "page_token",
                    "must not be given beside page_token, which carries it",
                )
            })
            .collect();
        if !beside.is_empty() {
            return Err(AppError::Invalid(beside));
        }
        let position: Position = self.secret.open_page(caller, "tasks", &token)?;
        Ok((position.query, Some(position.after)))
    }

    /// Reads a task.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`].
    pub async fn get_task(
        &self,
        caller: &Principal,
        task_id: i64,
    ) -> Result<models::Task, AppError> {
        let record = self
            .store
            .task(caller, task_id)
            .await
            .map_err(AppError::of_task(task_id))?;
        views::task(record)
    }

    /// Gives a task new values for all that a caller can set.
    ///
    /// # Errors
    ///
    /// As [`update_task`](Self::update_task).
    pub async fn replace_task(
        &self,
        caller: &Principal,
        task_id: i64,
        new: models::TaskReplacement,
        if_match: Option<&models::EntityTags>,
    ) -> Result<models::Task, AppError> {
        let models::TaskReplacement {
            title,
            description,
            status,
            priority,
            deadline,
            tags,
            assignee,
            parent_id,
            depends_on,
        } = new;
        let edit = TaskEdit {
            title: Some(title.into()),
            description: Some(description.into()),
            status: Some(status.into()),
            priority: Some(priority.into()),
            deadline: Some(deadline.and_then(|date| date.0)),
            tags: Some(tags.map(tag_texts).unwrap_or_default()),
            assignee: Some(assignee.and_then(|email| email.0).map(Into::into)),
            // Not the caller's to see, so not the caller's to reset: it stays as long as the assignee does.
            assignee_note: None,
            parent_id: Some(parent_id.and_then(|id| id.0)),
            depends_on: Some(depends_on.map(task_numbers).unwrap_or_default()),
        };
        self.edit_task(caller, task_id, edit, if_match).await
    }

    /// Changes what is named of a task.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], [`AppError::Forbidden`], [`AppError::VersionMismatch`], and [`AppError::Invalid`] where
    /// a new parent or dependency isn't there or closes a circle.
    pub async fn update_task(
        &self,
        caller: &Principal,
        task_id: i64,
        update: models::TaskUpdate,
        if_match: Option<&models::EntityTags>,
    ) -> Result<models::Task, AppError> {
        let models::TaskUpdate {
            title,
            description,
            status,
            priority,
            deadline,
            tags,
            assignee,
            parent_id,
            depends_on,
        } = update;
        let edit = TaskEdit {
            title: title.map(Into::into),
            description: description.map(Into::into),
            status: status.map(Into::into),
            priority: priority.map(Into::into),
            deadline: deadline.map(|date| date.0),
            tags: tags.map(tag_texts),
            assignee: assignee.map(|email| email.0.map(Into::into)),
            assignee_note: None,
            parent_id: parent_id.map(|id| id.0),
            depends_on: depends_on.map(task_numbers),
        };
        self.edit_task(caller, task_id, edit, if_match).await
    }

    async fn edit_task(
        &self,
        caller: &Principal,
        task_id: i64,
        edit: TaskEdit,
        if_match: Option<&models::EntityTags>,
    ) -> Result<models::Task, AppError> {
        let record = self
            .store
            .update_task(caller, task_id, edit, if_version(if_match), self.now())
            .await
            .map_err(AppError::of_task(task_id))?;
        views::task(record)
    }

    /// Deletes a task; the store's [`delete_task`](crate::store::ResourceStore::delete_task) says what goes with it.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], [`AppError::Forbidden`], [`AppError::VersionMismatch`].
    pub async fn delete_task(
        &self,
        caller: &Principal,
        task_id: i64,
        if_match: Option<&models::EntityTags>,
    ) -> Result<(), AppError> {
        self.store
            .delete_task(caller, task_id, if_version(if_match), self.now())
            .await
            .map_err(AppError::of_task(task_id))
    }

    /// Finds tasks whose title or description is like the text, best first: for agents, who hear titles as people
    /// say them.
    ///
    /// # Errors
    ///
    /// [`AppError::Unavailable`].
    pub async fn find_tasks(
        &self,
        caller: &Principal,
        text: &str,
        limit: usize,
    ) -> Result<Vec<TaskRecord>, AppError> {
        let unavailable = |error| AppError::of(error, || "such list".to_owned());
        let titles = self
            .store
            .task_titles(caller, LIKENESS_CANDIDATES)
            .await
            .map_err(unavailable)?;
        let best = likeness::best(text, &titles, limit);
        self.store.tasks(caller, &best).await.map_err(unavailable)
    }
}

/// The value of a task's `ETag`.
pub fn entity_tag(task: &models::Task) -> String {
    format!("\"{}\"", task.version)
}

/// The versions that an `If-Match` names. What is no tag of ours, and a weak one, matches none.
fn if_version(if_match: Option<&models::EntityTags>) -> IfVersion {
    match if_match.map(|tags| tags.trim()) {
        None | Some("*") => IfVersion::Any,
        Some(tags) => IfVersion::OneOf(
            tags.split(',')
                .filter_map(|tag| {
                    tag.trim()
                        .strip_prefix('"')?
                        .strip_suffix('"')?
                        .parse()
                        .ok()
                })
                .collect(),
        ),
    }
}

fn new_content(new: models::NewTask) -> TaskContent {
    let models::NewTask {
        title,
        description,
        priority,
        deadline,
        tags,
        assignee,
        parent_id,
        depends_on,
    } = new;
    TaskContent {
        title: title.into(),
        description: description.into(),
        status: TaskStatus::Pending,
        priority: priority.into(),
        deadline: deadline.and_then(|date| date.0),
        tags: tags.map(tag_texts).unwrap_or_default(),
        assignee: assignee.and_then(|email| email.0).map(Into::into),
        assignee_note: None,
        parent_id: parent_id.and_then(|id| id.0),
        depends_on: depends_on.map(task_numbers).unwrap_or_default(),
    }
}

fn tag_texts(tags: models::Tags) -> Vec<String> {
    tags.0.into_iter().map(Into::into).collect()
}

fn task_numbers(ids: models::TaskIds) -> Vec<i64> {
    ids.0.into_iter().map(|id| id.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn if_match_names_versions() {
        let check = |text: &str, expected: IfVersion| {
            let tags: models::EntityTags = text.parse().unwrap();
            assert_eq!(if_version(Some(&tags)), expected, "{text}");
        };
        assert_eq!(if_version(None), IfVersion::Any);
        check("*", IfVersion::Any);
        check("\"2\"", IfVersion::OneOf(vec![2]));
        check("\"2\" , \"7\"", IfVersion::OneOf(vec![2, 7]));
        check("W/\"2\"", IfVersion::OneOf(vec![]));
        check("W/\"2\", \"3\"", IfVersion::OneOf(vec![3]));
        check("\"2,3\"", IfVersion::OneOf(vec![]));
        check("\"two\"", IfVersion::OneOf(vec![]));
    }
}
