//! The paths of requests: their segments, and what stands in them for the variables of an operation's path.

use percent_encoding::percent_decode_str;

//# if input
/// The path's variables with what stands for them, as it was sent; the router has matched the path already, so what the
/// template does not reach is the rest of its last variable.
pub(super) fn path_values<'a>(template: &'static str, path: &'a str) -> Vec<(&'static str, &'a str)> {
    let last = segments(template).next_back();
    segments(template)
        .chain(last.into_iter().cycle())
        .zip(segments(path))
        //# if mixed
        .flat_map(|(template, text)| variables(template, text).unwrap_or_default())
        //# else
        //= .filter_map(|(variable, text)| {
        //=     let name = variable.strip_prefix('{')?.strip_suffix('}')?;
        //=     Some((name, text))
        //= })
        //# end
        .collect()
}

//# end
//# if crowded
pub(super) fn segments(path: &str) -> impl DoubleEndedIterator<Item = &str> {
//# else
//= fn segments(path: &str) -> impl DoubleEndedIterator<Item = &str> {
//# end
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
//# if mixed

/// The variables of a segment such as `{name}-{version}.zip` with what stands for them, as it was sent; `None` where the
/// segment does not fit. No variable takes nothing, each takes as little as it can, and the last one what is left.
pub(super) fn variables<'a>(
    template: &'static str,
    text: &'a str,
) -> Option<Vec<(&'static str, &'a str)>> {
    let (first, mut rest) = match template.split_once('{') {
        Some((first, rest)) => (first, Some(rest)),
        None => (template, None),
    };
    let mut left = &text[literal(text, first)?..];
    let mut found = Vec::new();
    while let Some((name, behind)) = rest.and_then(|rest| rest.split_once('}')) {
        let next = behind.split_once('{');
        let follows = next.map_or(behind, |(literal, _)| literal);
        let (value, end) = boundaries(left).skip(1).find_map(|at| {
            let end = at + literal(&left[at..], follows)?;
            (next.is_some() || end == left.len()).then_some((&left[..at], end))
        })?;
        found.push((name, value));
        (left, rest) = (&left[end..], next.map(|(_, rest)| rest));
    }
    left.is_empty().then_some(found)
}

/// How long a literal at the beginning of a text is, which may have encoded it.
fn literal(text: &str, literal: &str) -> Option<usize> {
    let mut ends = boundaries(text).take_while(|end| *end <= 3 * literal.len());
    ends.find(|end| unescaped(&text[..*end]).as_deref() == Some(literal))
}

/// Where characters begin and end, encoded ones as a whole.
fn boundaries(text: &str) -> impl Iterator<Item = usize> {
    let is_inside = |at: &usize| {
        let before = &text.as_bytes()[at.saturating_sub(2)..*at];
        before.contains(&b'%')
    };
    let starts = text.char_indices().map(|(at, _)| at);
    starts.chain([text.len()]).filter(move |at| !is_inside(at))
}
//# end
