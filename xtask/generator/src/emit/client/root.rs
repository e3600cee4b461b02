//! The file that a client's crate begins with: what it is, and what it cannot do.

use std::collections::BTreeMap;

use serde_json::Value;

use super::ledger::{Ledger, Projection};

/// What holds for every client that progenitor makes.
const ALWAYS: &str = "\
//! Of the rules for values it knows lengths, patterns and choices; the server judges the rest. What may be absent or null is
//! an `Option`, whose `None` leaves it out. Every request ends after 15 s, a stream too, unless the `reqwest::Client` of
//! [`Client::new_with_client`] says otherwise.
";

/// Writes it.
pub(in crate::emit) fn root(
    info: &Value,
    ledger: &Ledger,
    files: &BTreeMap<String, String>,
) -> String {
    let text = |key: &str| {
        info[key]
            .as_str()
            .unwrap_or_default()
            .replace(['\n', '\r'], " ")
    };
    let has = |module: &str| files.contains_key(&format!("{module}.rs"));
    let (has_events, has_credentials) = (has("events"), has("credentials"));
    let mut out = format!(
        "//! A client for {} {}, from its document, by progenitor: [`Client`] has a builder for each operation.\n//!\n{ALWAYS}",
        text("title"),
        text("version"),
    );
    if has_events {
        out.push_str("//!\n//! Where events come, `send_events` beside `send` gives them typed.\n");
    }
    if has_credentials {
        out.push_str(
            "//!\n//! What it shows to say who calls is told it by [`Client::with_credentials`].\n",
        );
    }
    if !ledger.is_empty() {
        out.push_str(
            "//!\n//! Otherwise it differs from the document in this, and in nothing else:\n//!\n",
        );
    }
    for (Projection { name, reason }, places) in &ledger.entries {
        out.push_str(&format!("//! - **{name}** ({}): {reason}.\n", places.len()));
    }
    out.push('\n');
    for module in files.keys().filter_map(|path| path.strip_suffix(".rs")) {
        let visibility = if module == "events" { "pub " } else { "" };
        out.push_str(&format!("#[rustfmt::skip]\n{visibility}mod {module};\n"));
    }
    out.push_str("\npub use client::*;\n");
    if has_credentials {
        out.push_str("pub use credentials::*;\n");
    }
    if has("parts") {
        out.push_str("pub use parts::FilePart;\n");
    }
    if has_events {
        out.push_str("pub use streams::EventUnion;\n");
    }
    out
}
