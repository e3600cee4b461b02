//! Free time: what is left of somebody's working hours between what they are taken by.
//!
//! Pure: the application says when the caller works and is busy, this says what is free.

use chrono::{
    DateTime, Datelike, DurationRound, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

use super::workspace::{TimeSlot, WorkingHours};

/// What free time is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotSearch {
    /// No slot begins before; the search begins at the next quarter of an hour.
    pub from: DateTime<Utc>,
    /// No slot ends after.
    pub to: DateTime<Utc>,
    /// How long a slot must be; one that isn't longer than zero is never found.
    pub duration: TimeDelta,
    /// The zone that the working hours are in.
    pub zone: Tz,
}

/// How long a reminder takes of the time around it: it has no length of its own.
const REMINDER: TimeDelta = TimeDelta::minutes(15);

/// Days looked at, at most; a search over years ends here.
const MOST_DAYS: u64 = 366;

/// Slots of exactly the wanted length, in order, one at the beginning of each gap that is long enough. Busy spans may
/// overlap and need no order; those without length are reminders.
pub fn free_slots(search: &SlotSearch, hours: &WorkingHours, busy: &[TimeSlot]) -> Vec<TimeSlot> {
    let mut found = Vec::new();
    if search.duration <= TimeDelta::zero() || search.from >= search.to {
        return found;
    }
    let from = next_quarter(search.from);
    let busy = in_order(busy);
    for day in working_days(search, hours) {
        let Some(shift) = working_span(day, hours, search.zone) else {
            continue;
        };
        let mut start = shift.start.max(from);
        let end = shift.end.min(search.to);
        let mut offer = |start: DateTime<Utc>, gap_end: DateTime<Utc>| {
            let slot = TimeSlot {
                start,
                end: start + search.duration,
            };
            if slot.end <= gap_end {
                found.push(slot);
            }
        };
        for taken in &busy {
            if taken.end > start && taken.start < end {
                offer(start, taken.start.min(end));
                start = start.max(taken.end);
            }
        }
        offer(start, end);
    }
    found
}

/// The first slot that is free.
pub fn first_free(
    search: &SlotSearch,
    hours: &WorkingHours,
    busy: &[TimeSlot],
) -> Option<TimeSlot> {
    free_slots(search, hours, busy).into_iter().next()
}

fn next_quarter(moment: DateTime<Utc>) -> DateTime<Utc> {
    let quarter = TimeDelta::minutes(15);
    match moment.duration_trunc(quarter) {
        Ok(floor) if floor < moment => floor + quarter,
        Ok(floor) => floor,
        // Only dates beyond any calendar can't be rounded.
        Err(_) => moment,
    }
}

fn in_order(busy: &[TimeSlot]) -> Vec<TimeSlot> {
    let mut ordered: Vec<TimeSlot> = busy
        .iter()
        .map(|slot| TimeSlot {
            start: slot.start,
            end: if slot.end > slot.start {
                slot.end
            } else {
                slot.start + REMINDER
            },
        })
        .collect();
    ordered.sort_by_key(|slot| slot.start);
    ordered
}

fn working_days(search: &SlotSearch, hours: &WorkingHours) -> impl Iterator<Item = NaiveDate> {
    let first = search.from.with_timezone(&search.zone).date_naive();
    let last = search.to.with_timezone(&search.zone).date_naive();
    let days = hours.days.clone();
    first
        .iter_days()
        .take(MOST_DAYS as usize)
        .take_while(move |day| *day <= last)
        .filter(move |day| days.contains(&day.weekday()))
}

/// The working hours of one day as instants. A time that the clock skips begins when the clock goes on.
fn working_span(day: NaiveDate, hours: &WorkingHours, zone: Tz) -> Option<TimeSlot> {
    let start = instant(day.and_time(hours.start), zone)?;
    let end = instant(day.and_time(hours.end), zone)?;
    (start < end).then_some(TimeSlot { start, end })
}

fn instant(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| {
            zone.from_local_datetime(&(local + TimeDelta::hours(1)))
                .earliest()
        })
        .map(|moment| moment.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveTime, Weekday};

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn search(from: &str, to: &str, minutes: i64) -> SlotSearch {
        SlotSearch {
            from: at(from),
            to: at(to),
            duration: TimeDelta::minutes(minutes),
            zone: chrono_tz::Europe::Berlin,
        }
    }

    /// Slots as `day hour:minute` in Berlin.
    fn check(search: &SlotSearch, hours: &WorkingHours, busy: &[(&str, &str)], expected: &[&str]) {
        let busy: Vec<_> = busy
            .iter()
            .map(|(start, end)| TimeSlot {
                start: at(start),
                end: at(end),
            })
            .collect();
        let found: Vec<_> = free_slots(search, hours, &busy)
            .iter()
            .map(|slot| {
                slot.start
                    .with_timezone(&search.zone)
                    .format("%a %H:%M")
                    .to_string()
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_empty_calendar_is_free_from_the_start_of_each_working_day() {
        let week = search("2026-11-20T17:00:00Z", "2026-11-24T23:00:00Z", 60);
        check(
            &week,
            &WorkingHours::default(),
            &[],
            &["Mon 09:00", "Tue 09:00"],
        );
    }

    #[test]
    fn the_search_begins_at_the_next_quarter() {
        let rest = search("2026-11-18T09:03:00Z", "2026-11-18T23:00:00Z", 60);
        check(&rest, &WorkingHours::default(), &[], &["Wed 10:15"]);
    }

    #[test]
    fn busy_spans_are_left_out_in_any_order_and_overlapping() {
        let day = search("2026-11-18T00:00:00Z", "2026-11-18T23:00:00Z", 60);
        let busy = [
            ("2026-11-18T11:00:00Z", "2026-11-18T12:00:00Z"),
            ("2026-11-18T08:30:00Z", "2026-11-18T09:30:00Z"),
            ("2026-11-18T09:00:00Z", "2026-11-18T09:45:00Z"),
        ];
        check(
            &day,
            &WorkingHours::default(),
            &busy,
            &["Wed 10:45", "Wed 13:00"],
        );
    }

    #[test]
    fn a_gap_must_be_long_enough() {
        let day = search("2026-11-18T00:00:00Z", "2026-11-18T23:00:00Z", 120);
        let busy = [("2026-11-18T09:30:00Z", "2026-11-18T14:30:00Z")];
        check(&day, &WorkingHours::default(), &busy, &[]);
    }

    #[test]
    fn a_reminder_takes_a_quarter_of_an_hour() {
        let day = search("2026-11-18T00:00:00Z", "2026-11-18T23:00:00Z", 60);
        let busy = [("2026-11-18T08:00:00Z", "2026-11-18T08:00:00Z")];
        check(&day, &WorkingHours::default(), &busy, &["Wed 09:15"]);
    }

    #[test]
    fn nobody_who_never_works_is_free() {
        let hours = WorkingHours {
            days: Vec::new(),
            ..WorkingHours::default()
        };
        check(
            &search("2026-11-16T00:00:00Z", "2026-11-22T00:00:00Z", 30),
            &hours,
            &[],
            &[],
        );
        let none = search("2026-11-16T00:00:00Z", "2026-11-22T00:00:00Z", 0);
        check(&none, &WorkingHours::default(), &[], &[]);
    }

    #[test]
    fn hours_keep_to_the_clock_over_its_change() {
        // The clocks go forward on Sunday, March 28, 2027.
        let hours = WorkingHours {
            days: vec![Weekday::Sun, Weekday::Mon],
            ..WorkingHours::default()
        };
        let days = search("2027-03-27T23:00:00Z", "2027-03-29T22:00:00Z", 60);
        check(&days, &hours, &[], &["Sun 09:00", "Mon 09:00"]);
        let night = WorkingHours {
            start: NaiveTime::from_hms_opt(2, 30, 0).unwrap(),
            ..hours
        };
        check(&days, &night, &[], &["Sun 03:30", "Mon 02:30"]);
    }

    #[test]
    fn a_slot_longer_than_the_day_is_never_free() {
        check(
            &search("2026-11-16T00:00:00Z", "2026-11-22T00:00:00Z", 600),
            &WorkingHours::default(),
            &[],
            &[],
        );
    }
}
