//! Users.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row};

use super::{
    columns::{self, Json, Micros},
    writer::Tx,
};
use crate::store::{
    Caller, StoreError,
    records::{NewUser, UserEdit, UserRecord},
};

const COLUMNS: &str = "id, email, name, time_zone, working_hours, created_at, updated_at";

fn from_row(row: &Row<'_>) -> rusqlite::Result<UserRecord> {
    Ok(UserRecord {
        id: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        time_zone: row.get(3)?,
        working_hours: row.get::<_, Json<_>>(4)?.0,
        created_at: columns::time(row, 5)?,
        updated_at: columns::time(row, 6)?,
    })
}

pub(super) fn get(connection: &Connection, caller: &Caller) -> Result<UserRecord, StoreError> {
    Ok(connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM users WHERE id = ?1"))?
        .query_row([caller.user_id], from_row)?)
}

pub(super) fn by_email(
    connection: &Connection,
    email: &str,
) -> Result<Option<UserRecord>, StoreError> {
    Ok(connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM users WHERE email = ?1"))?
        .query_row([email], from_row)
        .optional()?)
}

pub(super) fn ensure(
    tx: &Tx<'_>,
    user: &NewUser,
    now: DateTime<Utc>,
) -> Result<UserRecord, StoreError> {
    if let Some(known) = by_email(tx, &user.email)? {
        return Ok(known);
    }
    Ok(tx
        .prepare_cached(&format!(
            "INSERT INTO users (email, name, time_zone, working_hours, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?5) RETURNING {COLUMNS}"
        ))?
        .query_row(
            (
                &user.email,
                &user.name,
                &user.time_zone,
                Json(&user.working_hours),
                Micros(now),
            ),
            from_row,
        )?)
}

pub(super) fn update(
    tx: &Tx<'_>,
    caller: &Caller,
    edit: UserEdit,
    now: DateTime<Utc>,
) -> Result<UserRecord, StoreError> {
    let before = get(tx, caller)?;
    let mut user = before.clone();
    let UserEdit {
        name,
        time_zone,
        working_hours,
    } = edit;
    user.name = name.unwrap_or(user.name);
    user.time_zone = time_zone.unwrap_or(user.time_zone);
    user.working_hours = working_hours.unwrap_or(user.working_hours);
    if user == before {
        return Ok(before);
    }
    user.updated_at = columns::stored(now);
    tx.prepare_cached(
        "UPDATE users SET name = ?2, time_zone = ?3, working_hours = ?4, updated_at = ?5 WHERE id = ?1",
    )?
    .execute((
        user.id,
        &user.name,
        &user.time_zone,
        Json(&user.working_hours),
        Micros(user.updated_at),
    ))?;
    Ok(user)
}
