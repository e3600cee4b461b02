//! Bodies, answers, their headers and media types.

use super::operations::words;
use super::view::{Pairs, Spot, named, pairs};
use super::{Class, Comparison};
use crate::document::Document;

/// How large a body may be; an extension that changes what is accepted.
pub(super) const LIMIT: &str = "x-max-body-bytes";

pub(super) fn body<'a>(comparison: &mut Comparison<'a>, old: &Spot<'a>, new: &Spot<'a>) {
    let of =
        |spot: &Spot<'a>, document: &'a Document| Some(spot.get("requestBody")?.resolved(document));
    match (of(old, comparison.old), of(new, comparison.new)) {
        (None, None) => {}
        (Some(old), None) => {
            let class = if old.flag("required") {
                Class::RequiredBodyRemoved
            } else {
                Class::BodyRemoved
            };
            comparison.gone(class, &old, "no body is read any more");
        }
        (None, Some(new)) => {
            let class = if new.flag("required") {
                Class::RequiredBodyAdded
            } else {
                Class::BodyAdded
            };
            comparison.here(class, &new, "a body is read");
        }
        (Some(old), Some(new)) => {
            match (old.flag("required"), new.flag("required")) {
                (false, true) => {
                    comparison.here(Class::BodyRequired, &new, "the body is now required")
                }
                (true, false) => {
                    comparison.here(Class::BodyOptional, &new, "the body may now be left out")
                }
                (true, true) | (false, false) => {}
            }
            let limit = |spot: &Spot<'_>| {
                spot.node
                    .get(LIMIT)
                    .and_then(|node| node.to_json().as_u64())
            };
            match (limit(&old), limit(&new)) {
                (before, Some(after)) if before.is_none_or(|before| after < before) => {
                    comparison.here(
                        Class::BodyLimitLowered,
                        &new,
                        format!("bodies of more than {after} bytes are refused"),
                    );
                }
                (Some(before), after) if after.is_none_or(|after| after > before) => {
                    comparison.here(
                        Class::BodyLimitRaised,
                        &new,
                        format!("bodies of more than {before} bytes are read"),
                    );
                }
                (_, _) => {}
            }
            words(comparison, Some(&old), Some(&new));
            content(comparison, &old, &new);
        }
    }
}

/// The media types of a body or an answer.
pub(super) fn content<'a>(comparison: &mut Comparison<'a>, old: &Spot<'a>, new: &Spot<'a>) {
    let (before, after) = (old.get("content"), new.get("content"));
    let Pairs { both, gone, added } = pairs(named(before.as_ref()), named(after.as_ref()));
    for (media, spot) in &gone {
        let class = if after.is_none() {
            Class::AnswerBodyRemoved
        } else {
            Class::MediaTypeRemoved
        };
        comparison.gone(class, spot, format!("`{media}` is gone"));
    }
    for (media, spot) in &added {
        let class = if before.is_none() {
            Class::AnswerBodyAdded
        } else {
            Class::MediaTypeAdded
        };
        comparison.here(class, spot, format!("`{media}` is new"));
    }
    for (media, old, new) in both {
        comparison.is_stream = media == "text/event-stream";
        let (before, after) = (old.get("schema"), new.get("schema"));
        comparison.perhaps(before.as_ref(), after.as_ref(), &format!("`{media}`"));
        comparison.is_stream = false;
        encoding(comparison, &old, &new);
    }
}

/// How the fields of a form are written; a field without a row is written as is usual.
fn encoding<'a>(comparison: &mut Comparison<'a>, old: &Spot<'a>, new: &Spot<'a>) {
    let (before, after) = (old.get("encoding"), new.get("encoding"));
    let Pairs { both, gone, added } = pairs(named(before.as_ref()), named(after.as_ref()));
    for (field, spot) in gone {
        let message = format!("the field `{field}` is written as is usual");
        comparison.gone(Class::EncodingChanged, &spot, message);
    }
    for (field, spot) in added {
        let message = format!("the field `{field}` is no longer written as is usual");
        comparison.here(Class::EncodingChanged, &spot, message);
    }
    for (field, old, new) in both {
        let differs = |keyword: &str| {
            let value = |spot: &Spot<'a>| spot.get(keyword).map(|value| value.node.to_json());
            value(&old) != value(&new)
        };
        let keywords = ["contentType", "style", "explode"].into_iter();
        for keyword in keywords.filter(|keyword| differs(keyword)) {
            let message = format!("the field `{field}` has another `{keyword}`");
            comparison.here(Class::EncodingChanged, &new, message);
        }
    }
}

pub(super) fn answers<'a>(comparison: &mut Comparison<'a>, old: &Spot<'a>, new: &Spot<'a>) {
    let Pairs { both, gone, added } = pairs(
        named(old.get("responses").as_ref()),
        named(new.get("responses").as_ref()),
    );
    let is_error = |status: &str| status.starts_with(['4', '5']) || status == "default";
    for (status, spot) in gone {
        let class = if is_error(&status) {
            Class::ErrorRemoved
        } else {
            Class::SuccessRemoved
        };
        comparison.gone(class, &spot, format!("{status} is no longer answered"));
    }
    for (status, spot) in added {
        let class = if is_error(&status) {
            Class::ErrorAdded
        } else {
            Class::SuccessAdded
        };
        comparison.here(class, &spot, format!("{status} may be answered"));
    }
    for (_, old, new) in both {
        let (old, new) = (old.resolved(comparison.old), new.resolved(comparison.new));
        words(comparison, Some(&old), Some(&new));
        headers(comparison, &old, &new);
        content(comparison, &old, &new);
    }
}

fn headers<'a>(comparison: &mut Comparison<'a>, old: &Spot<'a>, new: &Spot<'a>) {
    let of = |spot: &Spot<'a>, document: &'a Document| -> Vec<(String, Spot<'a>)> {
        let headers = named(spot.get("headers").as_ref());
        headers
            .into_iter()
            .map(|(name, header)| (name.to_lowercase(), header.resolved(document)))
            .collect()
    };
    let Pairs { both, gone, added } = pairs(of(old, comparison.old), of(new, comparison.new));
    for (name, spot) in gone {
        let class = if spot.flag("required") {
            Class::RequiredHeaderRemoved
        } else {
            Class::HeaderRemoved
        };
        comparison.gone(class, &spot, format!("the header `{name}` is gone"));
    }
    for (name, spot) in added {
        let class = if spot.flag("required") {
            Class::RequiredHeaderAdded
        } else {
            Class::HeaderAdded
        };
        comparison.here(class, &spot, format!("the header `{name}` is new"));
    }
    for (name, old, new) in both {
        match (old.flag("required"), new.flag("required")) {
            (false, true) => comparison.here(
                Class::HeaderRequired,
                &new,
                format!("the header `{name}` is always sent"),
            ),
            (true, false) => comparison.here(
                Class::HeaderOptional,
                &new,
                format!("the header `{name}` may be missing"),
            ),
            (true, true) | (false, false) => {}
        }
        words(comparison, Some(&old), Some(&new));
        let (before, after) = (old.get("schema"), new.get("schema"));
        comparison.perhaps(
            before.as_ref(),
            after.as_ref(),
            &format!("the header `{name}`"),
        );
    }
}
