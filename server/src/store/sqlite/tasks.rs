//! Tasks: reading and changing them one by one. Lists are in [`super::task_list`], the rules about parents
//! and dependencies in [`super::task_rules`].

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};

use super::{
    ChangeBells,
    access::{self, Access},
    changes,
    columns::{self, Day, Json, Micros},
    task_rules,
    writer::Tx,
};
use crate::store::{
    Caller, StoreError,
    records::{ChangeKind, IfVersion, TaskContent, TaskEdit, TaskRecord, TaskStatus},
};

/// The columns of a [`TaskRecord`], from `tasks AS t` joined with its owner `AS o`; see [`from_row`].
macro_rules! task_columns {
    () => {
        "t.id, o.email, t.version, t.title, t.description, t.status, t.priority, t.deadline, t.tags, t.assignee, \
         t.assignee_note, t.parent_id, \
         (SELECT json_group_array(d.depends_on ORDER BY d.position) FROM dependencies AS d WHERE d.task_id = t.id), \
         t.created_at, t.updated_at, t.completed_at"
    };
}
pub(super) use task_columns;

/// How many columns [`task_columns`] names.
pub(super) const COLUMN_COUNT: usize = 16;

/// Reads one task, if the caller may see it.
pub(super) const GET: &str = concat!(
    "SELECT ",
    task_columns!(),
    " FROM tasks AS t JOIN users AS o ON o.id = t.owner_id WHERE t.id = ?1 AND (t.owner_id = ?2 \
     OR EXISTS (SELECT 1 FROM shares AS s WHERE s.email = ?3 AND s.task_id = t.id))",
);

pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<TaskRecord> {
    Ok(TaskRecord {
        id: row.get(0)?,
        owner: row.get(1)?,
        version: row.get(2)?,
        content: TaskContent {
            title: row.get(3)?,
            description: row.get(4)?,
            status: row.get(5)?,
            priority: row.get(6)?,
            deadline: row.get::<_, Option<Day>>(7)?.map(|Day(date)| date),
            tags: row.get::<_, Json<_>>(8)?.0,
            assignee: row.get(9)?,
            assignee_note: row.get(10)?,
            parent_id: row.get(11)?,
            depends_on: row.get::<_, Json<_>>(12)?.0,
        },
        created_at: columns::time(row, 13)?,
        updated_at: columns::time(row, 14)?,
        completed_at: columns::time_if_any(row, 15)?,
    })
}

/// One task, if the caller may see it.
pub(super) fn get(
    connection: &Connection,
    caller: &Caller,
    task_id: i64,
) -> Result<TaskRecord, StoreError> {
    Ok(connection
        .prepare_cached(GET)?
        .query_row((task_id, caller.user_id, &*caller.email), from_row)?)
}

/// Those of the tasks that the caller may see.
pub(super) fn get_all(
    connection: &Connection,
    caller: &Caller,
    task_ids: &[i64],
) -> Result<Vec<TaskRecord>, StoreError> {
    let mut found = Vec::with_capacity(task_ids.len());
    for &task_id in task_ids {
        match get(connection, caller, task_id) {
            Ok(task) => found.push(task),
            Err(StoreError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

fn require_version(current: i64, wanted: &IfVersion) -> Result<(), StoreError> {
    match wanted {
        IfVersion::OneOf(versions) if !versions.contains(&current) => {
            Err(StoreError::VersionMismatch { current })
        }
        IfVersion::OneOf(_) | IfVersion::Any => Ok(()),
    }
}

pub(super) fn create(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    caller: &Caller,
    content: TaskContent,
    now: DateTime<Utc>,
) -> Result<TaskRecord, StoreError> {
    task_rules::check_parent(tx, caller, None, content.parent_id)?;
    task_rules::check_dependencies(tx, caller, None, &content.depends_on, &[])?;
    let now = columns::stored(now);
    let completed_at = (content.status == TaskStatus::Completed).then_some(now);
    let id = tx
        .prepare_cached(
            "INSERT INTO tasks (owner_id, version, status, priority, deadline, parent_id, created_at, updated_at,
                 completed_at, assignee, assignee_note, title, tags, description, folded)
             VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .insert((
            caller.user_id,
            content.status,
            content.priority,
            content.deadline.map(Day),
            content.parent_id,
            Micros(now),
            completed_at.map(Micros),
            &content.assignee,
            &content.assignee_note,
            &content.title,
            Json(&content.tags),
            &content.description,
            folded(&content),
        ))?;
    store_dependencies(tx, id, &content.depends_on)?;
    let task = TaskRecord {
        id,
        owner: owner_email(tx, caller.user_id)?,
        version: 1,
        content,
        created_at: now,
        updated_at: now,
        completed_at,
    };
    let created = ChangeKind::TaskCreated { at: now, task };
    // A new task is shared with nobody, so there is no audience to look up.
    changes::publish_to(tx, bells, caller.user_id, &created)?;
    let ChangeKind::TaskCreated { task, .. } = created else {
        unreachable!("it was made above")
    };
    Ok(task)
}

fn owner_email(tx: &Tx<'_>, user_id: i64) -> Result<String, StoreError> {
    Ok(tx
        .prepare_cached("SELECT email FROM users WHERE id = ?1")?
        .query_row([user_id], |row| row.get(0))?)
}

pub(super) fn update(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    caller: &Caller,
    task_id: i64,
    edit: TaskEdit,
    if_version: &IfVersion,
    now: DateTime<Utc>,
) -> Result<TaskRecord, StoreError> {
    access::require(tx, caller, task_id, Access::Edit)?;
    let before = get(tx, caller, task_id)?;
    let mut task = before.clone();
    let keeps_note = edit.assignee_note.is_some();
    edit.apply(&mut task.content);
    if task.content.assignee != before.content.assignee && !keeps_note {
        // The note was for the one who had the task before.
        task.content.assignee_note = None;
    }
    let parent_changes = task.content.parent_id != before.content.parent_id;
    let dependencies_change = task.content.depends_on != before.content.depends_on;
    // The document's order of faults: rules before versions.
    if parent_changes {
        task_rules::check_parent(tx, caller, Some(task_id), task.content.parent_id)?;
    }
    if dependencies_change {
        task_rules::check_dependencies(
            tx,
            caller,
            Some(task_id),
            &task.content.depends_on,
            &before.content.depends_on,
        )?;
    }
    require_version(before.version, if_version)?;
    if task.content == before.content {
        return Ok(before);
    }
    if dependencies_change {
        tx.prepare_cached("DELETE FROM dependencies WHERE task_id = ?1")?
            .execute([task_id])?;
        store_dependencies(tx, task_id, &task.content.depends_on)?;
    }
    let now = columns::stored(now);
    task.version += 1;
    task.updated_at = now;
    task.completed_at = match task.content.status {
        TaskStatus::Completed => before.completed_at.or(Some(now)),
        TaskStatus::Pending | TaskStatus::InProgress => None,
    };
    let content = &task.content;
    tx.prepare_cached(
        "UPDATE tasks SET version = ?2, status = ?3, priority = ?4, deadline = ?5, parent_id = ?6, updated_at = ?7,
             completed_at = ?8, assignee = ?9, assignee_note = ?10, title = ?11, tags = ?12, description = ?13,
             folded = ?14
         WHERE id = ?1",
    )?
    .execute((
        task_id,
        task.version,
        content.status,
        content.priority,
        content.deadline.map(Day),
        content.parent_id,
        Micros(now),
        task.completed_at.map(Micros),
        &content.assignee,
        &content.assignee_note,
        &content.title,
        Json(&content.tags),
        &content.description,
        folded(content),
    ))?;
    changes::publish_update(tx, bells, &task)?;
    Ok(task)
}

pub(super) fn delete(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    caller: &Caller,
    task_id: i64,
    if_version: &IfVersion,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    access::require(tx, caller, task_id, Access::Own)?;
    let version = tx
        .prepare_cached("SELECT version FROM tasks WHERE id = ?1")?
        .query_row([task_id], |row| row.get(0))?;
    require_version(version, if_version)?;
    let now = columns::stored(now);
    changes::publish(
        tx,
        bells,
        task_id,
        &ChangeKind::TaskDeleted { at: now, task_id },
    )?;
    // What loses its parent or a dependency has changed, whoever owns it.
    let mut touched: Vec<i64> = tx
        .prepare_cached(
            "SELECT id FROM tasks WHERE parent_id = ?1
             UNION SELECT task_id FROM dependencies WHERE depends_on = ?1 ORDER BY 1",
        )?
        .query_map([task_id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    touched.retain(|&id| id != task_id);
    tx.prepare_cached("UPDATE tasks SET parent_id = NULL WHERE parent_id = ?1")?
        .execute([task_id])?;
    tx.prepare_cached("DELETE FROM tasks WHERE id = ?1")?
        .execute([task_id])?;
    for id in touched {
        tx.prepare_cached("UPDATE tasks SET version = version + 1, updated_at = ?2 WHERE id = ?1")?
            .execute((id, Micros(now)))?;
        changes::publish_update(tx, bells, &unscoped(tx, id)?)?;
    }
    Ok(())
}

/// A task whoever may see it: for telling those who may.
pub(super) fn unscoped(connection: &Connection, task_id: i64) -> Result<TaskRecord, StoreError> {
    Ok(connection
        .prepare_cached(concat!(
            "SELECT ",
            task_columns!(),
            " FROM tasks AS t JOIN users AS o ON o.id = t.owner_id WHERE t.id = ?1",
        ))?
        .query_row([task_id], from_row)?)
}

fn store_dependencies(tx: &Tx<'_>, task_id: i64, depends_on: &[i64]) -> Result<(), StoreError> {
    if depends_on.is_empty() {
        return Ok(());
    }
    let mut insert = tx.prepare_cached("INSERT INTO dependencies VALUES (?1, ?2, ?3)")?;
    for (position, dependency) in (0_i64..).zip(depends_on) {
        insert.execute((task_id, position, dependency))?;
    }
    Ok(())
}

/// What the text search looks at.
fn folded(content: &TaskContent) -> String {
    let mut folded = content.title.to_lowercase();
    if !content.description.is_empty() {
        folded.push('\n');
        folded.push_str(&content.description.to_lowercase());
    }
    folded
}
