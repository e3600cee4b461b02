//! Lists of tasks: filters, orders and pages.
//!
//! A page is two walks along an index, one over the caller's own tasks and one over those shared with them, merged:
//! one query over both ("mine or shared") would sort all of them for every page. Each order has a key column that
//! rises along the list, so a page begins at (key, id) wherever rows have come or gone.
//!
//! The text search compares with the folded text of each of the caller's tasks. FTS5 was the alternative: its words
//! are not what "contains this text" means, its trigrams need three characters, and either costs every write more
//! than a scan of one person's tasks costs the search.

use rusqlite::{Connection, ToSql, params_from_iter};

use super::{
    columns::{self, Day},
    tasks::{self, task_columns},
};
use crate::store::{
    Caller, StoreError,
    records::{Page, TaskCursor, TaskOrder, TaskQuery, TaskRecord, TaskTitle},
};

/// How an order is walked.
struct Walk {
    /// The key as a column or an expression.
    key: &'static str,
    /// What to sort by.
    order_by: &'static str,
    /// What holds behind a cursor.
    after: &'static str,
    /// Whether `after` has the key as its first value, before the id.
    after_has_key: bool,
}

fn walk_of(order: TaskOrder) -> Walk {
    macro_rules! by_key {
        ($key:literal) => {
            Walk {
                key: $key,
                order_by: concat!($key, ", t.id"),
                after: concat!("(", $key, ", t.id) > (?, ?)"),
                after_has_key: true,
            }
        };
    }
    match order {
        // By creation is by id: numbers are given in that order.
        TaskOrder::CreatedAsc => Walk {
            key: "t.id",
            order_by: "t.id",
            after: "t.id > ?",
            after_has_key: false,
        },
        TaskOrder::CreatedDesc => Walk {
            key: "-t.id",
            order_by: "t.id DESC",
            after: "t.id < ?",
            after_has_key: false,
        },
        TaskOrder::DeadlineAsc => by_key!("t.deadline_asc"),
        TaskOrder::DeadlineDesc => by_key!("t.deadline_desc"),
        TaskOrder::UpdatedDesc => by_key!("t.updated_desc"),
        TaskOrder::PriorityDesc => by_key!("t.priority_desc"),
        TaskOrder::CompletedDesc => by_key!("t.completed_desc"),
    }
}

/// Which of the caller's tasks.
#[derive(Clone, Copy)]
enum Part {
    Own,
    Shared,
}

/// A page of the tasks that the caller may see.
pub(super) fn list(
    connection: &Connection,
    caller: &Caller,
    query: &TaskQuery,
    after: Option<TaskCursor>,
    limit: usize,
) -> Result<Page<TaskRecord, TaskCursor>, StoreError> {
    // One more than asked for tells whether there is a next page.
    let wanted = limit.saturating_add(1);
    // One snapshot for both walks.
    let transaction = connection.unchecked_transaction()?;
    let mut found = walk(&transaction, caller, query, after, wanted, Part::Own)?;
    let shared = walk(&transaction, caller, query, after, wanted, Part::Shared)?;
    transaction.finish()?;
    if !shared.is_empty() {
        found.extend(shared);
        found.sort_by_key(|(cursor, _)| (cursor.key, cursor.id));
    }
    let page = columns::page(found, limit, |(cursor, _)| *cursor);
    Ok(Page {
        items: page.items.into_iter().map(|(_, task)| task).collect(),
        next: page.next,
    })
}

fn walk(
    connection: &Connection,
    caller: &Caller,
    query: &TaskQuery,
    after: Option<TaskCursor>,
    limit: usize,
    part: Part,
) -> Result<Vec<(TaskCursor, TaskRecord)>, StoreError> {
    let sql = Sql::of(caller, query, after, limit, part);
    let mut statement = connection.prepare_cached(&sql.text)?;
    let rows = statement.query_map(params_from_iter(sql.values), |row| {
        let task = tasks::from_row(row)?;
        let cursor = TaskCursor {
            key: row.get(tasks::COLUMN_COUNT)?,
            id: task.id,
        };
        Ok((cursor, task))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A query and its values, in the order of their question marks.
struct Sql {
    text: String,
    values: Vec<Box<dyn ToSql>>,
}

impl Sql {
    fn of(
        caller: &Caller,
        query: &TaskQuery,
        after: Option<TaskCursor>,
        limit: usize,
        part: Part,
    ) -> Self {
        let walk = walk_of(query.order);
        let mut sql = Self::new(walk.key, caller, part);
        if query.order == TaskOrder::CompletedDesc {
            sql.text.push_str(" AND t.completed_at IS NOT NULL");
        }
        if let Some(status) = query.status {
            sql.and("t.status = ?", status);
        }
        if let Some(tag) = &query.tag {
            sql.and(
                "EXISTS (SELECT 1 FROM json_each(t.tags) WHERE value = ?)",
                tag.clone(),
            );
        }
        if let Some(assignee) = &query.assignee {
            sql.and("t.assignee = ?", assignee.clone());
        }
        if let Some(day) = query.deadline_before {
            sql.and("t.deadline < ?", Day(day));
        }
        if let Some(parent_id) = query.parent_id {
            sql.and("t.parent_id = ?", parent_id);
        }
        if let Some(text) = &query.text {
            sql.and("instr(t.folded, ?)", text.to_lowercase());
        }
        if let Some(TaskCursor { key, id }) = after {
            if walk.after_has_key {
                sql.values.push(Box::new(key));
            }
            sql.and(walk.after, id);
        }
        sql.text.push_str(" ORDER BY ");
        sql.text.push_str(walk.order_by);
        sql.text.push_str(" LIMIT ?");
        sql.values
            .push(Box::new(i64::try_from(limit).unwrap_or(i64::MAX)));
        sql
    }

    fn new(key: &str, caller: &Caller, part: Part) -> Self {
        let mut text = format!(concat!("SELECT ", task_columns!(), ", {} FROM "), key);
        let mut values: Vec<Box<dyn ToSql>> = Vec::with_capacity(8);
        match part {
            Part::Own => {
                text.push_str(
                    "tasks AS t JOIN users AS o ON o.id = t.owner_id WHERE t.owner_id = ?",
                );
            }
            // CROSS keeps the order of the join: there are always fewer shares than tasks.
            Part::Shared => {
                text.push_str(
                    "shares AS s CROSS JOIN tasks AS t ON t.id = s.task_id JOIN users AS o ON o.id = t.owner_id \
                     WHERE s.email = ? AND t.owner_id <> ?",
                );
                values.push(Box::new(caller.email.to_string()));
            }
        }
        values.push(Box::new(caller.user_id));
        Self { text, values }
    }

    fn and(&mut self, condition: &str, value: impl ToSql + 'static) {
        self.text.push_str(" AND ");
        self.text.push_str(condition);
        self.values.push(Box::new(value));
    }
}

/// Titles of tasks that the caller may see, latest change first.
pub(super) fn titles(
    connection: &Connection,
    caller: &Caller,
    limit: usize,
) -> Result<Vec<TaskTitle>, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut statement = connection.prepare_cached(
        "SELECT id, title, folded FROM tasks AS t WHERE owner_id = ?1
             OR EXISTS (SELECT 1 FROM shares AS s WHERE s.email = ?2 AND s.task_id = t.id)
         ORDER BY updated_at DESC, id DESC LIMIT ?3",
    )?;
    let rows = statement.query_map((caller.user_id, &*caller.email, limit), |row| {
        Ok(TaskTitle {
            id: row.get(0)?,
            title: row.get(1)?,
            folded: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How SQLite goes about a page of the caller's own tasks.
#[cfg(test)]
pub(super) fn plan_of_own(
    connection: &Connection,
    caller: &Caller,
    order: TaskOrder,
    is_after: bool,
) -> Result<String, StoreError> {
    let query = TaskQuery {
        order,
        ..TaskQuery::default()
    };
    let after = is_after.then_some(TaskCursor { key: 0, id: 0 });
    let sql = Sql::of(caller, &query, after, 20, Part::Own);
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", sql.text))?;
    let steps = statement.query_map(params_from_iter(sql.values), |row| row.get::<_, String>(3))?;
    Ok(steps.collect::<Result<Vec<_>, _>>()?.join("; "))
}
