// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! Media types: what they are without their parameters, and which of them are text or JSON.

/// A media type without its parameters.
pub(super) fn essence(media: &str) -> &str {
    media.split(';').next().unwrap_or_default().trim()
}

/// Whether a media type is the one that is named, or in the range that is, such as `image/*`; parameters don't count.
pub(super) fn is_in(range: &str, media: &str) -> bool {
    let (range, media) = (essence(range), essence(media));
    let is_whole = |range: &str| range == "*/*" && media.contains('/');
    let of_kind = |kind: &str| {
        let rest = media.get(kind.len()..).unwrap_or_default();
        media.get(..kind.len()).is_some_and(|own| own.eq_ignore_ascii_case(kind)) && rest.starts_with('/')
    };
    is_whole(range)
        || range.eq_ignore_ascii_case(media)
        || range.strip_suffix("/*").is_some_and(of_kind)
}

/// Whether a body of it is JSON.
pub(super) fn is_json(media: &str) -> bool {
    let essence = essence(media);
    essence == "application/json" || essence.ends_with("+json")
}

/// Whether a body of it is text.
pub(super) fn is_text(media: &str) -> bool {
    let essence = essence(media);
    essence.starts_with("text/") || essence == "application/yaml"
}
