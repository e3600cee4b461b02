//! The file that a client's crate begins with: what it is, and what it cannot do.

use serde_json::Value;

use super::ledger::{Ledger, Projection};

/// What holds for every client that progenitor makes.
const ALWAYS: &str = "\
//! Of the rules for values it knows lengths, patterns and choices; the server judges the rest. What may be absent or null is
//! an `Option`, whose `None` leaves it out. Every request ends after 15 s, a stream too, unless the `reqwest::Client` of
//! [`Client::new_with_client`] says otherwise.
";

/// Writes it.
pub(in crate::emit) fn root(info: &Value, ledger: &Ledger, has_events: bool) -> String {
    let text = |key: &str| {
        info[key]
            .as_str()
            .unwrap_or_default()
            .replace(['\n', '\r'], " ")
    };
    let mut out = format!(
        "//! A client for {} {}, from its document, by progenitor: [`Client`] has a builder for each operation.\n//!\n{ALWAYS}",
        text("title"),
        text("version"),
    );
    if has_events {
        out.push_str("//!\n//! Where events come, `send_events` beside `send` gives them typed.\n");
    }
    if !ledger.is_empty() {
        out.push_str(
            "//!\n//! Otherwise it differs from the document in this, and in nothing else:\n//!\n",
        );
    }
    for (Projection { name, reason }, places) in &ledger.entries {
        out.push_str(&format!("//! - **{name}** ({}): {reason}.\n", places.len()));
    }
    out.push_str("\n#[rustfmt::skip]\nmod client;\n");
    if has_events {
        out.push_str("#[rustfmt::skip]\npub mod events;\n#[rustfmt::skip]\nmod streams;\n");
    }
    out.push_str("\npub use client::*;\n");
    if has_events {
        out.push_str("pub use streams::EventUnion;\n");
    }
    out
}
