//! The rules about parents and dependencies: they must be there for the caller, and form no circle.
//!
//! They are checked in the transaction that stores the change, so two changes can't close a circle together.

use rusqlite::Connection;

use super::access;
use crate::store::{Caller, Rule, StoreError};

/// Checks a new parent of a task; `None` as the task stands for one that isn't stored yet.
pub(super) fn check_parent(
    connection: &Connection,
    caller: &Caller,
    task_id: Option<i64>,
    parent_id: Option<i64>,
) -> Result<(), StoreError> {
    let Some(id) = parent_id else {
        return Ok(());
    };
    match access::of(connection, caller, id) {
        Ok(_) => {}
        Err(StoreError::NotFound) => return Err(Rule::UnknownParent { id }.into()),
        Err(error) => return Err(error),
    }
    let Some(task_id) = task_id else {
        return Ok(());
    };
    let is_within = connection
        .prepare_cached(
            "WITH RECURSIVE above (id) AS (
                 VALUES (?1)
                 UNION
                 SELECT t.parent_id FROM tasks AS t JOIN above ON t.id = above.id WHERE t.parent_id IS NOT NULL
             )
             SELECT EXISTS (SELECT 1 FROM above WHERE id = ?2)",
        )?
        .query_row((id, task_id), |row| row.get(0))?;
    if is_within {
        return Err(Rule::ParentCycle { id }.into());
    }
    Ok(())
}

/// Checks the dependencies of a task; those that it has already need not be seen by the caller.
pub(super) fn check_dependencies(
    connection: &Connection,
    caller: &Caller,
    task_id: Option<i64>,
    depends_on: &[i64],
    known: &[i64],
) -> Result<(), StoreError> {
    for (index, &id) in depends_on.iter().enumerate() {
        if known.contains(&id) {
            continue;
        }
        match access::of(connection, caller, id) {
            Ok(_) => {}
            Err(StoreError::NotFound) => return Err(Rule::UnknownDependency { index, id }.into()),
            Err(error) => return Err(error),
        }
        let Some(task_id) = task_id else {
            continue;
        };
        let waits_for_this = connection
            .prepare_cached(
                "WITH RECURSIVE needed (id) AS (
                     VALUES (?1)
                     UNION
                     SELECT d.depends_on FROM dependencies AS d JOIN needed ON d.task_id = needed.id
                 )
                 SELECT EXISTS (SELECT 1 FROM needed WHERE id = ?2)",
            )?
            .query_row((id, task_id), |row| row.get(0))?;
        if waits_for_this {
            return Err(Rule::DependencyCycle { index, id }.into());
        }
    }
    Ok(())
}
