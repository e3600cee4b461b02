//! How values lie in columns: the conversions that the schema's header names, in one place.

use chrono::{DateTime, Days, NaiveDate, Utc};
use rusqlite::{
    Row,
    types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::store::records::{Page, Permission, Priority, TaskStatus, TimeCursor};

/// A time, as microseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Micros(pub(super) DateTime<Utc>);

impl ToSql for Micros {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.timestamp_micros().into())
    }
}

impl FromSql for Micros {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let micros = value.as_i64()?;
        DateTime::from_timestamp_micros(micros)
            .map(Self)
            .ok_or(FromSqlError::OutOfRange(micros))
    }
}

/// A time as it will be read again: what is finer than a microsecond is cut off.
pub(super) fn stored(time: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(time.timestamp_micros()).unwrap_or(time)
}

/// A date, as days since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day(pub(super) NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok((self.0 - NaiveDate::default()).num_days().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let days = value.as_i64()?;
        let distance = Days::new(days.unsigned_abs());
        let epoch = NaiveDate::default();
        if days < 0 {
            epoch.checked_sub_days(distance)
        } else {
            epoch.checked_add_days(distance)
        }
        .map(Self)
        .ok_or(FromSqlError::OutOfRange(days))
    }
}

/// A list or an object, as JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Json<T>(pub(super) T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(&self.0)
            .map(Into::into)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?)
            .map(Self)
            .map_err(FromSqlError::other)
    }
}

impl ToSql for TaskStatus {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Pending => "pending",
            Self::InProgress => "in_progress",
            Self::Completed => "completed",
        }
        .into())
    }
}

impl FromSql for TaskStatus {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "pending" => Ok(Self::Pending),
            "in_progress" => Ok(Self::InProgress),
            "completed" => Ok(Self::Completed),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl ToSql for Priority {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Low => 0,
            Self::Normal => 1,
            Self::High => 2,
            Self::Urgent => 3,
        }
        .into())
    }
}

impl FromSql for Priority {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_i64()? {
            0 => Ok(Self::Low),
            1 => Ok(Self::Normal),
            2 => Ok(Self::High),
            3 => Ok(Self::Urgent),
            other => Err(FromSqlError::OutOfRange(other)),
        }
    }
}

impl ToSql for Permission {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::View => "view",
            Self::Edit => "edit",
        }
        .into())
    }
}

impl FromSql for Permission {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "view" => Ok(Self::View),
            "edit" => Ok(Self::Edit),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

/// A time from a row.
pub(super) fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<DateTime<Utc>> {
    Ok(row.get::<_, Micros>(column)?.0)
}

/// A time from a row, where there is one.
pub(super) fn time_if_any(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<DateTime<Utc>>> {
    Ok(row
        .get::<_, Option<Micros>>(column)?
        .map(|Micros(time)| time))
}

/// What lies before the first row that a page may hold; before all rows where there is no cursor.
pub(super) fn after_time(cursor: Option<TimeCursor>) -> (i64, String) {
    cursor.map_or((i64::MIN, String::new()), |cursor| {
        (cursor.at.timestamp_micros(), cursor.id)
    })
}

/// How many rows to ask for, so that it shows whether there is a next page.
pub(super) fn one_more(limit: usize) -> i64 {
    i64::try_from(limit.saturating_add(1)).unwrap_or(i64::MAX)
}

/// Makes a page of rows that were asked for by [`one_more`].
pub(super) fn page<T, C>(
    mut rows: Vec<T>,
    limit: usize,
    cursor: impl FnOnce(&T) -> C,
) -> Page<T, C> {
    let has_more = rows.len() > limit;
    rows.truncate(limit);
    let next = if has_more {
        rows.last().map(cursor)
    } else {
        None
    };
    Page { items: rows, next }
}

/// A count or a sequence number.
pub(super) fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let value: i64 = row.get(column)?;
    u64::try_from(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, value))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    fn check<T: ToSql + FromSql + PartialEq + std::fmt::Debug>(value: T, stored: &str) {
        let connection = Connection::open_in_memory().unwrap();
        let (back, text): (T, String) = connection
            .query_row("SELECT ?1, CAST(?1 AS TEXT)", [&value], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        assert_eq!((back, text.as_str()), (value, stored));
    }

    #[test]
    fn values_come_back_as_they_went_in() {
        check(Day("1970-01-01".parse().unwrap()), "0");
        check(Day("2026-12-04".parse().unwrap()), "20791");
        check(Day("1969-12-31".parse().unwrap()), "-1");
        check(Day(NaiveDate::MIN), "-96465292");
        check(Day(NaiveDate::MAX), "95026236");
        check(
            Micros("2026-11-22T09:15:30.123456Z".parse().unwrap()),
            "1795338930123456",
        );
        check(
            Json(vec!["a\"b".to_owned(), "ü".to_owned()]),
            r#"["a\"b","ü"]"#,
        );
        check(Priority::Urgent, "3");
        check(TaskStatus::InProgress, "in_progress");
        check(Permission::Edit, "edit");
    }
}
