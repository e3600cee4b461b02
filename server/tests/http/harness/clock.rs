//! The service's time, in the hands of a test.

use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};
use taskmanager_server::app::Clock;

/// A clock that stands still until it is moved.
pub(crate) struct TestClock(Mutex<DateTime<Utc>>);

impl TestClock {
    /// A clock that stands at `now`.
    pub(crate) fn new(now: DateTime<Utc>) -> TestClock {
        TestClock(Mutex::new(now))
    }

    /// The present.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }

    /// Lets time pass.
    pub(crate) fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        TestClock::now(self)
    }
}

/// A time of RFC 3339.
pub(crate) fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}
