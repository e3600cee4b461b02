//! Numbers that a schema admits, whole and not.

use serde_json::{Value, json};

use crate::random::Random;
use crate::values::Style;

/// The whole numbers that a format has room for.
pub(crate) fn range(format: &str) -> (i128, i128) {
    match format {
        "int8" => (i8::MIN.into(), i8::MAX.into()),
        "int16" => (i16::MIN.into(), i16::MAX.into()),
        "int32" => (i32::MIN.into(), i32::MAX.into()),
        "uint8" => (0, u8::MAX.into()),
        "uint16" => (0, u16::MAX.into()),
        "uint32" => (0, u32::MAX.into()),
        "uint" | "uint64" => (0, u64::MAX.into()),
        _ => (i64::MIN.into(), i64::MAX.into()),
    }
}

/// A whole number as JSON, where JSON as we read it has room for it.
pub(crate) fn whole(number: i128) -> Value {
    match (i64::try_from(number), u64::try_from(number)) {
        (Ok(number), _) => json!(number),
        (_, Ok(number)) => json!(number),
        #[expect(clippy::cast_precision_loss, reason = "no integer type is as large")]
        (Err(_), Err(_)) => json!(number as f64),
    }
}

/// A number that the schema admits.
pub(crate) fn number(schema: &Value, is_integer: bool, style: Style, random: &mut Random) -> Value {
    if let (Style::Plain, Some(example)) = (
        style,
        ["example", "default"]
            .iter()
            .find_map(|keyword| schema.get(keyword)),
    ) {
        return example.clone();
    }
    if !is_integer {
        return fraction(schema, style, random);
    }
    let (low, high) = range(schema["format"].as_str().unwrap_or_default());
    #[expect(
        clippy::cast_possible_truncation,
        reason = "bounds of integers are integers"
    )]
    let bound = |keyword: &str| {
        let value = &schema[keyword];
        value
            .as_i64()
            .map(i128::from)
            .or_else(|| value.as_u64().map(i128::from))
            .or_else(|| value.as_f64().map(|bound| bound as i128))
    };
    let step = bound("multipleOf").unwrap_or(1).max(1);
    let exclusive = |flag: &str| i128::from(schema[flag] == json!(true));
    let given = (bound("minimum"), bound("maximum"));
    let low = low.max(given.0.unwrap_or(low) + exclusive("exclusiveMinimum"));
    let high = high.min(given.1.unwrap_or(high) - exclusive("exclusiveMaximum"));
    let (low, high) = (-(-low).div_euclid(step), high.div_euclid(step));
    let chosen = match style {
        Style::Low => low,
        Style::High => high,
        Style::Random(_) => {
            let spread = usize::try_from((high - low).clamp(0, 1000)).unwrap_or(0);
            let more = i128::try_from(random.below(spread + 1)).unwrap_or(0);
            low.max(high.min(-500).min(0)).max(low) + more
        }
        Style::Least | Style::Plain | Style::Full => match given {
            (None, _) => 1.clamp(low, high.max(low)),
            (Some(_), _) => low,
        },
    };
    whole(chosen * step)
}

fn fraction(schema: &Value, style: Style, random: &mut Random) -> Value {
    let bound = |keyword: &str| schema[keyword].as_f64();
    let (low, high) = (bound("minimum"), bound("maximum"));
    let most = if schema["format"] == "float" {
        f64::from(f32::MAX)
    } else {
        f64::MAX
    };
    if let Some(step) = bound("multipleOf") {
        let least = low.unwrap_or(0.0);
        return json!((least / step).ceil() * step);
    }
    let inside = |exclusive: &str, bound: f64, towards: f64| {
        if schema[exclusive] == true {
            bound + towards
        } else {
            bound
        }
    };
    let low = inside("exclusiveMinimum", low.unwrap_or(-most), 0.5);
    let high = inside("exclusiveMaximum", high.unwrap_or(most), -0.5);
    json!(match style {
        Style::Low => low,
        Style::High => high,
        Style::Least | Style::Plain | Style::Full => 0.5_f64.clamp(low, high.max(low)),
        Style::Random(_) => {
            let any: [f64; 5] = [0.1, -2.0, 1e-7, 16_777_217.0, 3.5e10];
            any[random.below(any.len())].clamp(low, high.max(low))
        }
    })
}
