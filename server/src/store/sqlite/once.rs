//! Idempotency keys: a request that bears one has its effect once, and its first answer is given again.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::OptionalExtension;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    columns::{Json, Micros},
    writer::Tx,
};
use crate::store::{Caller, Made, Once, StoreError};

/// How long a key is kept, as the document says.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// Does the work, unless this key's request has been served already. The answer is stored with the work's own
/// changes: both or neither. Work that fails leaves the key unused.
pub(super) fn once<T: Serialize + DeserializeOwned>(
    tx: &Tx<'_>,
    caller: &Caller,
    once: Option<&Once>,
    now: DateTime<Utc>,
    work: impl FnOnce() -> Result<T, StoreError>,
) -> Result<Made<T>, StoreError> {
    let made = |value, replayed| Made { value, replayed };
    let Some(once) = once else {
        return Ok(made(work()?, false));
    };
    // Here rather than from time to time: no timer is needed, and each request pays for about one old row.
    tx.prepare_cached("DELETE FROM idempotency WHERE created_at <= ?1")?
        .execute([Micros(now - KEPT)])?;
    let first = tx
        .prepare_cached(
            "SELECT fingerprint, answer FROM idempotency WHERE owner_id = ?1 AND operation = ?2 AND key = ?3",
        )?
        .query_row((caller.user_id, once.operation, &once.key), |row| {
            Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, Json<T>>(1)?))
        })
        .optional()?;
    if let Some((fingerprint, Json(answer))) = first {
        return if fingerprint == once.fingerprint {
            Ok(made(answer, true))
        } else {
            Err(StoreError::KeyReused)
        };
    }
    let value = Json(work()?);
    tx.prepare_cached("INSERT INTO idempotency VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute((
            caller.user_id,
            once.operation,
            &once.key,
            once.fingerprint,
            &value,
            Micros(now),
        ))?;
    Ok(made(value.0, false))
}
