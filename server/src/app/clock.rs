//! What time it is: a part of the service, so that a test can say.

use chrono::{DateTime, SubsecRound, Utc};

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// The present.
    fn now(&self) -> DateTime<Utc>;

    /// The present to the microsecond, for measuring how long things take.
    fn exact(&self) -> DateTime<Utc> {
        self.now()
    }
}

/// The machine's clock, to the millisecond: more would only make answers longer.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(3)
    }

    fn exact(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(6)
    }
}
