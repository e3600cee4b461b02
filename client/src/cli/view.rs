//! How values are shown to people: tables for lists, properties for one thing.
//!
//! Pure: from typed values to text. All text that somebody wrote is cleaned on the way.

mod agents;
mod tasks;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, Utc};

use super::text::Paint;

pub(crate) use agents::{
    agents, answer, arguments, handoff, incomplete, run, runs, service, session, sessions, trace,
};
pub(crate) use tasks::{
    change, meeting, meetings, profile, reminder, reminders, share, shares, task, tasks,
};

/// Where and when something is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    pub(crate) paint: Paint,
    /// The columns of the terminal; lists that go elsewhere aren't cut.
    pub(crate) width: Option<usize>,
    pub(crate) zone: Zone,
    pub(crate) now: DateTime<Utc>,
}

/// The time zone in which times are shown.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Zone {
    /// This machine's.
    Local,
    /// Always the same offset.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "tests show the same everywhere")
    )]
    Fixed(FixedOffset),
}

impl View {
    fn time(&self, time: DateTime<Utc>) -> String {
        self.format(time, "%Y-%m-%d %H:%M")
    }

    fn time_if(&self, time: Option<DateTime<Utc>>) -> String {
        time.map(|time| self.time(time)).unwrap_or_default()
    }

    fn today(&self) -> NaiveDate {
        match self.zone {
            Zone::Local => self.now.with_timezone(&Local).date_naive(),
            Zone::Fixed(offset) => self.now.with_timezone(&offset).date_naive(),
        }
    }

    fn format(&self, time: DateTime<Utc>, format: &str) -> String {
        match self.zone {
            Zone::Local => time.with_timezone(&Local).format(format).to_string(),
            Zone::Fixed(offset) => time.with_timezone(&offset).format(format).to_string(),
        }
    }
}

/// `1 item`, `2 items`.
pub(crate) fn count(n: usize, one: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {one}s")
    }
}

#[cfg(test)]
mod tests;
