//! What keywords of one schema admit: bounds, patterns, formats, values, defaults.

use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::view::{Pairs, Schema, Spot, pairs};
use super::{Class, Comparison};

/// Bounds from below: more is tighter.
const LEAST: &[&str] = &["minimum", "minLength", "minItems", "minProperties"];
/// Bounds from above: less is tighter.
const MOST: &[&str] = &["maximum", "maxLength", "maxItems", "maxProperties"];

impl<'a> Comparison<'a> {
    /// Bounds, steps, uniqueness.
    pub(super) fn bounds(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        for (keywords, tighter) in [(LEAST, Ordering::Greater), (MOST, Ordering::Less)] {
            for keyword in keywords {
                let flag = format!("exclusiveM{}", keyword.get(1..).unwrap_or_default());
                // An exclusive bound is a little tighter than the same one inclusive.
                let bound = |schema: &Schema<'_>| {
                    let Value::Number(number) = schema.value(keyword)? else {
                        return None;
                    };
                    Some((number, schema.flag(&flag)))
                };
                let (before, after) = (bound(old), bound(new));
                let is_tighter = match (&before, &after) {
                    (None, None) => continue,
                    (None, Some(_)) => true,
                    (Some(_), None) => false,
                    (Some((before, was_exclusive)), Some((after, is_exclusive))) => {
                        match order(after, before) {
                            Ordering::Equal if was_exclusive == is_exclusive => continue,
                            Ordering::Equal => *is_exclusive,
                            unequal => unequal == tighter,
                        }
                    }
                };
                let written = |schema: &Schema<'_>| match schema.value(keyword) {
                    Some(value) if schema.flag(&flag) => format!("{value}, exclusive"),
                    Some(value) => value.to_string(),
                    None => "none".to_owned(),
                };
                let message = format!("`{keyword}` was {} and is {}", written(old), written(new));
                match (is_tighter, after) {
                    (true, _) => self.here(Class::BoundTightened, &new.at(keyword), message),
                    (false, Some(_)) => self.here(Class::BoundLoosened, &new.at(keyword), message),
                    (false, None) => self.gone(Class::BoundLoosened, &old.at(keyword), message),
                }
            }
        }
        let step = |schema: &Schema<'_>| schema.value("multipleOf")?.as_f64();
        match (step(old), step(new)) {
            (before, Some(after))
                if before
                    .is_none_or(|before| before != after && (after / before).fract() == 0.0) =>
            {
                self.here(
                    Class::BoundTightened,
                    &new.at("multipleOf"),
                    format!("now a multiple of {after}"),
                );
            }
            (Some(before), after)
                if after.is_none_or(|after| before != after && (before / after).fract() == 0.0) =>
            {
                self.gone(
                    Class::BoundLoosened,
                    &old.at("multipleOf"),
                    format!("no longer a multiple of {before}"),
                );
            }
            (Some(before), Some(after)) if before != after => {
                let message = format!("a multiple of {after}, no longer of {before}");
                self.here(Class::TypeChanged, &new.at("multipleOf"), message);
            }
            (_, _) => {}
        }
        match (old.flag("uniqueItems"), new.flag("uniqueItems")) {
            (false, true) => self.here(
                Class::BoundTightened,
                &new.at("uniqueItems"),
                "no item may stand twice any more",
            ),
            (true, false) => self.gone(
                Class::BoundLoosened,
                &old.at("uniqueItems"),
                "items may stand twice",
            ),
            (true, true) | (false, false) => {}
        }
    }

    /// `pattern` and `format`.
    pub(super) fn formats(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        match (old.text("pattern"), new.text("pattern")) {
            (None, Some(_)) => self.here(
                Class::PatternAdded,
                &new.at("pattern"),
                "a pattern must be matched",
            ),
            (Some(_), None) => self.gone(
                Class::PatternRemoved,
                &old.at("pattern"),
                "no pattern must be matched any more",
            ),
            (Some(before), Some(after)) if before != after => {
                self.here(
                    Class::PatternChanged,
                    &new.at("pattern"),
                    "another pattern must be matched",
                );
            }
            (_, _) => {}
        }
        match (old.text("format"), new.text("format")) {
            (None, Some(after)) => self.here(
                Class::FormatAdded,
                &new.at("format"),
                format!("the format is now {after}"),
            ),
            (Some(before), None) => self.gone(
                Class::FormatRemoved,
                &old.at("format"),
                format!("the format is no longer {before}"),
            ),
            (Some(before), Some(after)) if before != after => {
                let message = format!("the format was {before} and is {after}");
                let class = match (range(before), range(after)) {
                    (Some(before), Some(after)) if after.0 <= before.0 && after.1 >= before.1 => {
                        Class::FormatRemoved
                    }
                    (Some(before), Some(after)) if after.0 >= before.0 && after.1 <= before.1 => {
                        Class::FormatAdded
                    }
                    (_, _) => Class::FormatChanged,
                };
                self.here(class, &new.at("format"), message);
            }
            (_, _) => {}
        }
    }

    pub(super) fn enums(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        let values = |schema: &Schema<'a>| -> Vec<(String, Spot<'a>)> {
            let list = schema.get("enum");
            let items = list.iter().flat_map(Spot::items);
            items
                .map(|spot| (spot.node.to_json().to_string(), spot))
                .collect()
        };
        match (old.get("enum"), new.get("enum")) {
            (None, Some(spot)) => {
                self.here(Class::EnumValueRemoved, &spot, "only some values are left")
            }
            (Some(spot), None) => {
                self.gone(Class::EnumValueAdded, &spot, "any value may stand here")
            }
            (Some(_), Some(_)) => {
                let Pairs { gone, added, .. } = pairs(values(old), values(new));
                for (value, spot) in gone {
                    self.gone(
                        Class::EnumValueRemoved,
                        &spot,
                        format!("the value {value} is gone"),
                    );
                }
                for (value, spot) in added {
                    self.here(
                        Class::EnumValueAdded,
                        &spot,
                        format!("the value {value} is new"),
                    );
                }
            }
            (None, None) => {}
        }
    }

    pub(super) fn defaults(&mut self, old: &Schema<'a>, new: &Schema<'a>) {
        let shown =
            |value: Option<Value>| value.map_or("none".to_owned(), |value| value.to_string());
        let (before, after) = (old.value("default"), new.value("default"));
        if before != after {
            let message = format!("the default was {} and is {}", shown(before), shown(after));
            self.here(Class::DefaultChanged, &new.at("default"), message);
        }
    }
}

/// Whole numbers to the last digit, others as near as a float is.
fn order(one: &Number, other: &Number) -> Ordering {
    match (one.as_i128(), other.as_i128()) {
        (Some(one), Some(other)) => one.cmp(&other),
        _ => one
            .as_f64()
            .unwrap_or(f64::NAN)
            .total_cmp(&other.as_f64().unwrap_or(f64::NAN)),
    }
}

/// The range of an integer format.
fn range(format: &str) -> Option<(i128, i128)> {
    Some(match format {
        "int8" => (i8::MIN.into(), i8::MAX.into()),
        "int16" => (i16::MIN.into(), i16::MAX.into()),
        "int32" => (i32::MIN.into(), i32::MAX.into()),
        "int" | "int64" => (i64::MIN.into(), i64::MAX.into()),
        "uint8" => (0, u8::MAX.into()),
        "uint16" => (0, u16::MAX.into()),
        "uint32" => (0, u32::MAX.into()),
        "uint" | "uint64" => (0, u64::MAX.into()),
        _ => return None,
    })
}
