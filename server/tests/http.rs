//! End-to-end tests over HTTP: the real service in process, the generated client, and the document as the judge of every
//! answer. What needs a process of its own is in `process.rs`.
#![expect(clippy::unwrap_used, reason = "tests, and what only tests call")]

#[path = "support/document.rs"]
mod document;
#[path = "support/frames.rs"]
mod frames;
#[path = "support/watchdog.rs"]
mod watchdog;
#[path = "support/witness.rs"]
mod witness;

mod http {
    mod harness;

    mod coverage;
    mod judge;

    mod system;

    mod meetings;
    mod profile;
    mod reminders;
    mod shares;
    mod tasks_change;
    mod tasks_create;
    mod tasks_list;

    mod framework;
    mod idempotency;
    mod refusals;
    mod rules;

    mod agents;
    mod injection;
    mod phrasings;

    mod chat;
    mod runs;
    mod sessions;
    mod specialists;

    mod approvals;
    mod changes;
    mod streams;
}
