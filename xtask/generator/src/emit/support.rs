//! The part of the server that no document changes: real Rust, copied out under the same notice.

/// Path in the output, and text.
const FILES: &[(&str, &str)] = &[
    ("support.rs", include_str!("../../template/support.rs")),
    (
        "support/answer.rs",
        include_str!("../../template/support/answer.rs"),
    ),
    (
        "support/call.rs",
        include_str!("../../template/support/call.rs"),
    ),
    (
        "support/contract.rs",
        include_str!("../../template/support/contract.rs"),
    ),
    (
        "support/events.rs",
        include_str!("../../template/support/events.rs"),
    ),
    (
        "support/input.rs",
        include_str!("../../template/support/input.rs"),
    ),
    (
        "support/json.rs",
        include_str!("../../template/support/json.rs"),
    ),
    (
        "support/metadata.rs",
        include_str!("../../template/support/metadata.rs"),
    ),
    (
        "support/rejection.rs",
        include_str!("../../template/support/rejection.rs"),
    ),
    (
        "support/request.rs",
        include_str!("../../template/support/request.rs"),
    ),
    (
        "support/schema.rs",
        include_str!("../../template/support/schema.rs"),
    ),
    (
        "support/stream.rs",
        include_str!("../../template/support/stream.rs"),
    ),
    (
        "support/table.rs",
        include_str!("../../template/support/table.rs"),
    ),
    (
        "support/translate.rs",
        include_str!("../../template/support/translate.rs"),
    ),
    (
        "support/unread.rs",
        include_str!("../../template/support/unread.rs"),
    ),
    (
        "support/validate.rs",
        include_str!("../../template/support/validate.rs"),
    ),
];

/// The files under the notice.
pub(super) fn files(notice: &str) -> impl Iterator<Item = (String, String)> {
    FILES
        .iter()
        .map(move |(path, text)| ((*path).to_owned(), format!("{notice}\n{text}")))
}
