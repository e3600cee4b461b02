// Made from small.yaml by the test `snapshot`; do not edit.
//! The paths of requests: their segments, and what stands in them for the variables of an operation's path.

use percent_encoding::percent_decode_str;

/// The path's variables with what stands for them, as it was sent; the router has matched the path already, so what the
/// template does not reach is the rest of its last variable.
pub(super) fn path_values<'a>(template: &'static str, path: &'a str) -> Vec<(&'static str, &'a str)> {
    let last = segments(template).next_back();
    segments(template)
        .chain(last.into_iter().cycle())
        .zip(segments(path))
        .filter_map(|(variable, text)| {
            let name = variable.strip_prefix('{')?.strip_suffix('}')?;
            Some((name, text))
        })
        .collect()
}

fn segments(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

/// The text without its percent-encoding; `None` where that is broken or gives no UTF-8.
pub(super) fn unescaped(text: &str) -> Option<String> {
    let is_hex = |rest: &[u8]| rest.len() >= 2 && rest[..2].iter().all(u8::is_ascii_hexdigit);
    if !text.split('%').skip(1).all(|rest| is_hex(rest.as_bytes())) {
        return None;
    }
    Some(percent_decode_str(text).decode_utf8().ok()?.into_owned())
}
