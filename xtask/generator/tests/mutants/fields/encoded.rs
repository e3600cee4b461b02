//! Forms whose fields are written as the document says.

use super::super::document::{Encoding, RequestBody};

/// The same body without one thing that the document says of a field.
pub(crate) fn with_encoding(body: RequestBody, field: &str, keyword: &str) -> RequestBody {
    let changed = |one: &Encoding| {
        let one = Encoding { ..*one };
        match keyword {
            _ if one.name != field => one,
            "contentType" => Encoding {
                content_type: None,
                ..one
            },
            "style" => Encoding { style: None, ..one },
            _ => Encoding {
                explode: None,
                ..one
            },
        }
    };
    RequestBody {
        encoding: Vec::leak(body.encoding.iter().map(changed).collect()),
        ..body
    }
}
