//! Which of several media types a caller likes best (RFC 9110, 12.5.1).

use http::header;

use super::media::{essence, is_in};
use super::request::RequestHead;

impl RequestHead {
    /// The place of the media type that the caller likes best; of those liked as much, the first. `None`: none of them
    /// will do. Who says nothing takes anything.
    pub fn preferred(&self, offered: &[&str]) -> Option<usize> {
        let lines = self.headers.get_all(header::ACCEPT).iter();
        let lines: Vec<&str> = lines.filter_map(|line| line.to_str().ok()).collect();
        let ranges: Vec<&str> = lines
            .iter()
            .flat_map(|line| line.split(','))
            .map(str::trim)
            .filter(|range| !range.is_empty())
            .collect();
        if ranges.is_empty() {
            return Some(0);
        }
        let mut best: Option<(u16, usize)> = None;
        for (at, media) in offered.iter().enumerate() {
            let quality = quality(&ranges, media);
            if quality > best.map_or(0, |(quality, _)| quality) {
                best = Some((quality, at));
            }
        }
        best.map(|(_, at)| at)
    }
}

/// How much a media type is liked, in thousandths: by the range that names it most exactly.
fn quality(ranges: &[&str], media: &str) -> u16 {
    let exactness = |range: &str| match essence(range) {
        "*/*" => 0,
        range if range.ends_with("/*") => 1,
        _ => 2,
    };
    let fitting = ranges.iter().filter(|range| is_in(range, media));
    fitting
        .max_by_key(|range| exactness(range))
        .map_or(0, |range| weight(range))
}

/// The weight that a range states, in thousandths.
fn weight(range: &str) -> u16 {
    let mut parameters = range.split(';').skip(1).map(str::trim);
    let stated = parameters.find_map(|one| one.strip_prefix("q=").or_else(|| one.strip_prefix("Q=")));
    let Some(stated) = stated else { return 1000 };
    let (whole, rest) = stated.split_once('.').unwrap_or((stated, ""));
    let thousandths = format!("{rest:0<3}");
    match (whole, thousandths.parse()) {
        ("1", _) => 1000,
        ("0", Ok(thousandths)) if rest.len() <= 3 => thousandths,
        // What can't be read is no wish.
        _ => 0,
    }
}
