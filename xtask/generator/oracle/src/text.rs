//! Text of a format, of a pattern and of a length, and text that is just beside it.

use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::Value;

use crate::random::Random;
use crate::values::Style;

/// Sound text of each format that is asserted, the plainest first.
const SOUND: &[(&str, &[&str])] = &[
    (
        "date",
        &["2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"],
    ),
    (
        "date-time",
        &[
            "2026-11-22T09:15:30Z",
            "1999-12-31T23:59:59.999999999+14:00",
            "2024-02-29T00:00:00-23:59",
            "1970-01-01t00:00:00.5z",
            "2016-12-31T23:59:60Z",
        ],
    ),
    ("email", &["ana@example.com", "a.b+c@sub.example.org"]),
    (
        "uuid",
        &[
            "01936b1c-7d6b-7c8a-9f41-2f4a3c5d6e7f",
            "00000000-0000-0000-0000-000000000000",
            "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
        ],
    ),
    (
        "ip",
        &["127.0.0.1", "::1", "255.255.255.255", "FE80:0:0:0:0:0:0:1"],
    ),
    ("ipv4", &["127.0.0.1", "0.0.0.0", "255.255.255.255"]),
    (
        "ipv6",
        &["::1", "::", "2001:DB8:0:0:0:0:0:1", "::ffff:192.0.2.1"],
    ),
    (
        "uri",
        &[
            "https://example.com/a?b=c#d",
            "urn:example:a",
            "http://[::1]:8080/",
        ],
    ),
    ("byte", &["aGVsbG8=", "", "AA=="]),
];

/// Text that is almost of a format.
const UNSOUND: &[(&str, &[&str])] = &[
    (
        "date",
        &[
            "2026-02-29",
            "2026-13-01",
            "2026-1-1",
            "2026-11-22T00:00:00Z",
            "20261122",
            "",
        ],
    ),
    (
        "date-time",
        &[
            "2026-11-22T09:15:30",
            "2026-11-22 09:15:30Z",
            "2026-02-30T09:15:30Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T09:15Z",
            "2026-11-22T09:15:30.Z",
            "2026-11-22T09:15:30+0100",
            "2026-11-22T09:15:61Z",
            "2026-11-22",
            "",
        ],
    ),
    ("email", &["ana", "ana@", "@example.com", ""]),
    (
        "uuid",
        &[
            "01936b1c7d6b7c8a9f412f4a3c5d6e7f",
            "{01936b1c-7d6b-7c8a-9f41-2f4a3c5d6e7f}",
            "urn:uuid:01936b1c-7d6b-7c8a-9f41-2f4a3c5d6e7f",
            "01936b1c-7d6b-7c8a-9f41-2f4a3c5d6e7",
            "01936b1c-7d6b-7c8a-9f41-2f4a3c5d6e7g",
            "",
        ],
    ),
    (
        "ip",
        &["256.0.0.1", "1.2.3", ":::", "127.0.0.1/8", "localhost", ""],
    ),
    (
        "ipv4",
        &["256.0.0.1", "1.2.3", "01.2.3.4", "::1", "1.2.3.4.5", ""],
    ),
    (
        "ipv6",
        &["12345::", "1::2::3", "127.0.0.1", "::1%eth0", ":", ""],
    ),
    ("uri", &["no uri", "/relative", "http://[::1", ""]),
    ("byte", &["a", "####", "aGVsbG8"]),
];

/// Formats of text that an implementation is expected to assert.
pub(crate) fn is_asserted(format: &str) -> bool {
    format != "byte" && SOUND.iter().any(|(known, _)| *known == format)
}

/// Text that a schema of text admits, as far as that can be told from it.
pub(crate) fn sound(schema: &Value, style: Style, random: &mut Random) -> String {
    let example = ["example", "default"]
        .iter()
        .find_map(|keyword| schema.get(keyword)?.as_str());
    if let (Some(example), Style::Plain) = (example, style) {
        return example.to_owned();
    }
    if let Some(pattern) = schema["pattern"].as_str() {
        let fits = |text: &String| {
            let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
            length >= schema["minLength"].as_u64().unwrap_or(0)
                && length <= schema["maxLength"].as_u64().unwrap_or(u64::MAX)
        };
        let found = (0..50)
            .filter_map(|_| of_pattern(pattern, style, random))
            .find(fits);
        return found.or(example.map(str::to_owned)).unwrap_or_default();
    }
    let known = schema["format"]
        .as_str()
        .and_then(|format| SOUND.iter().find(|(known, _)| *known == format));
    if let Some((_, texts)) = known {
        let at = match style {
            Style::Least | Style::Plain | Style::Full => 0,
            Style::Low => texts.len().min(2) - 1,
            Style::High => texts.len() - 1,
            Style::Random(_) => random.below(texts.len()),
        };
        return texts[at].to_owned();
    }
    let least = schema["minLength"].as_u64().unwrap_or(0);
    let most = schema["maxLength"].as_u64().unwrap_or(least.max(1) + 40);
    let length = match style {
        Style::Plain | Style::Least | Style::Full => least.clamp(1.min(most), most),
        Style::Low => least,
        Style::High => most.min(5000),
        Style::Random(_) => {
            let spread = usize::try_from(most.min(least + 40) - least).unwrap_or(0);
            least + u64::try_from(random.below(spread + 1)).unwrap_or(0)
        }
    };
    let letters: &[char] = match style {
        // Characters that are more than one byte, more than one UTF-16 unit, or escaped in JSON.
        Style::High | Style::Random(_) => &['a', 'Z', '0', ' ', '"', '\\', 'ü', '→', '🦀', '\n'],
        _ => &['x'],
    };
    (0..length)
        .map(|_| letters[random.below(letters.len())])
        .collect()
}

/// Text that is almost of a format.
pub(crate) fn beside_format(format: &str) -> Vec<&'static str> {
    let known = UNSOUND.iter().find(|(known, _)| *known == format);
    known.map_or_else(
        || vec!["neither this nor that"],
        |(_, texts)| texts.to_vec(),
    )
}

/// Text that most likely doesn't match a pattern that `text` matches: one character changed, added or taken away.
pub(crate) fn beside_pattern(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut found: Vec<String> = ["", " ", "\u{1}", "!", "no match", "ÿ"]
        .map(str::to_owned)
        .to_vec();
    for at in [0, characters.len() / 2, characters.len()] {
        for more in ['!', ' ', '\n', 'ÿ', '/', 'Z', '0'] {
            let mut changed = characters.clone();
            changed.insert(at, more);
            found.push(changed.into_iter().collect());
        }
    }
    for at in [0, characters.len().saturating_sub(1)] {
        let mut changed = characters.clone();
        if at < changed.len() {
            changed.remove(at);
            found.push(changed.into_iter().collect());
        }
    }
    found.push("01936b1c-7d6b-7c8a-9f41-2f4a3c5d6e7f".to_owned());
    found
}

/// Text that matches a pattern, but for what it looks ahead for; nothing where the pattern is none.
fn of_pattern(pattern: &str, style: Style, random: &mut Random) -> Option<String> {
    let mut text = String::new();
    write(&parsed(pattern)?, style, random, &mut text);
    Some(text)
}

/// Whether no empty text matches a pattern.
pub(crate) fn is_never_empty(pattern: &str) -> bool {
    parsed(pattern).is_some_and(|hir| {
        hir.properties()
            .minimum_len()
            .is_some_and(|least| least > 0)
    })
}

fn parsed(pattern: &str) -> Option<Hir> {
    let (_, rest) = crate::judge::looking_ahead(pattern);
    // To ECMA these are ASCII.
    let plain = rest
        .replace(r"\d", "[0-9]")
        .replace(r"\w", "[A-Za-z0-9_]")
        .replace(r"\s", "[ ]");
    regex_syntax::parse(&plain).ok()
}

fn write(hir: &Hir, style: Style, random: &mut Random, text: &mut String) {
    let mut pick = |count: usize| match style {
        Style::Least | Style::Plain | Style::Low => 0,
        Style::High => count.saturating_sub(1),
        Style::Full | Style::Random(_) => random.below(count),
    };
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(Class::Unicode(class)) => {
            let ranges: Vec<_> = class
                .ranges()
                .iter()
                .filter(|range| range.end() >= ' ')
                .collect();
            // Plain text has no blanks: not everything that carries text keeps them.
            let visible = ranges.iter().position(|range| range.start() > ' ');
            let first = if style == Style::Plain { visible } else { None };
            let chosen = first.unwrap_or_else(|| pick(ranges.len()));
            if let Some(range) = ranges.get(chosen) {
                let (low, high) = (range.start().max(' '), range.end());
                // Of what a class leaves open, plain letters will do.
                let (low, high) = if low <= 'a' && high > '~' {
                    ('a', 'z')
                } else {
                    (low, high)
                };
                let spread = u32::from(high) - u32::from(low);
                let more =
                    u32::try_from(pick(usize::try_from(spread).unwrap_or(0) + 1)).unwrap_or(0);
                text.extend(char::from_u32(u32::from(low) + more));
            }
        }
        HirKind::Class(Class::Bytes(_)) => {}
        HirKind::Repetition(repetition) => {
            let least = repetition.min;
            let most = repetition.max.unwrap_or(least + 3).min(least + 8);
            let spread = usize::try_from(most - least).unwrap_or(0);
            let more = u32::try_from(pick(spread + 1)).unwrap_or(0);
            for _ in 0..least + more {
                write(&repetition.sub, style, random, text);
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, style, random, text),
        HirKind::Concat(parts) => parts
            .iter()
            .for_each(|part| write(part, style, random, text)),
        HirKind::Alternation(parts) => {
            let at = pick(parts.len());
            write(&parts[at], style, random, text);
        }
    }
}
