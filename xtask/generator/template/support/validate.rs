//! From what the validator finds to violations: place, rule and expectation, never the value.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError};
use serde_json::Value;

use super::rejection::Violation;
use super::schema::Compiled;

/// Longer names of unknown members are cut in locations.
const MAX_NAME: usize = 100;

/// Adds a violation for every rule that the value breaks; `location` says where the value stands.
pub(super) fn validate(
    compiled: &Compiled,
    value: &Value,
    location: impl FnOnce() -> String,
    violations: &mut Vec<Violation>,
) {
    // The quick answer first: nearly every request is valid.
    if compiled.validator.is_valid(value) {
        return;
    }
    let (location, mut found) = (location(), Vec::new());
    for error in compiled.validator.iter_errors(value) {
        collect(&error, &location, &mut found);
    }
    // A value of the wrong type breaks `enum` as well: that is one fault, not two.
    let wrong_type: Vec<String> = found
        .iter()
        .filter(|v| v.rule == "type")
        .map(|v| v.location.clone())
        .collect();
    found.retain(|violation| violation.rule == "type" || !wrong_type.contains(&violation.location));
    violations.append(&mut found);
}

/// A violation at a member, its name escaped and bounded.
pub(super) fn violation(parent: &str, name: &str, rule: &str, message: &str) -> Violation {
    let name: String = name.chars().take(MAX_NAME).collect();
    Violation {
        location: format!("{parent}/{}", name.replace('~', "~0").replace('/', "~1")),
        rule: rule.to_owned(),
        message: message.to_owned(),
    }
}

fn collect(error: &ValidationError<'_>, location: &str, found: &mut Vec<Violation>) {
    let place = format!("{location}{}", error.instance_path().as_str());
    let kind = error.kind();
    match kind {
        ValidationErrorKind::Required { property } => {
            found.push(violation(
                &place,
                property.as_str().unwrap_or_default(),
                "required",
                "is required",
            ));
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            found.extend(
                unexpected.iter().map(|name| {
                    violation(&place, name, "additionalProperties", "is not known here")
                }),
            );
        }
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context }
            if let Some(branch) = meant(context, error.instance_path().as_str()) =>
        {
            branch
                .iter()
                .for_each(|error| collect(error, location, found));
        }
        _ => found.push(Violation {
            location: place,
            rule: kind.keyword().to_owned(),
            message: expectation(kind),
        }),
    }
}

/// The alternative that the value was meant to be: the only one whose kind, by its type or its tag, is right.
fn meant<'a>(
    branches: &'a [Vec<ValidationError<'static>>],
    place: &str,
) -> Option<&'a Vec<ValidationError<'static>>> {
    let mut fitting = branches.iter().filter(|errors| {
        !errors.iter().any(|error| {
            let depth = error
                .instance_path()
                .as_str()
                .strip_prefix(place)
                .map_or(0, |rest| rest.matches('/').count());
            match error.kind() {
                ValidationErrorKind::Type { .. } => depth == 0,
                ValidationErrorKind::Enum { .. } => depth <= 1,
                _ => false,
            }
        })
    });
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// What would have been right, in words.
fn expectation(kind: &ValidationErrorKind) -> String {
    match kind {
        ValidationErrorKind::Type { kind } => format!("must be {}", types(kind)),
        ValidationErrorKind::Enum { options } => format!("must be one of {}", list(options)),
        ValidationErrorKind::Constant { expected_value } => format!("must be {expected_value}"),
        ValidationErrorKind::Format { format } => match format.as_str() {
            "date" => "must be a date, YYYY-MM-DD".to_owned(),
            "date-time" => "must be a timestamp as in RFC 3339".to_owned(),
            "email" => "must be an email address".to_owned(),
            "uuid" => "must be a UUID".to_owned(),
            other => format!("must be in the format {other}"),
        },
        ValidationErrorKind::Pattern { pattern } => format!("must match the pattern {pattern}"),
        ValidationErrorKind::MinLength { limit } => {
            format!("must have at least {}", count(*limit, "character"))
        }
        ValidationErrorKind::MaxLength { limit } => {
            format!("must have at most {}", count(*limit, "character"))
        }
        ValidationErrorKind::MinItems { limit } => {
            format!("must have at least {}", count(*limit, "item"))
        }
        ValidationErrorKind::MaxItems { limit } => {
            format!("must have at most {}", count(*limit, "item"))
        }
        ValidationErrorKind::UniqueItems => "must not have an item twice".to_owned(),
        ValidationErrorKind::MinProperties { limit } => {
            format!("must have at least {}", count(*limit, "member"))
        }
        ValidationErrorKind::MaxProperties { limit } => {
            format!("must have at most {}", count(*limit, "member"))
        }
        ValidationErrorKind::Minimum { limit } => format!("must be at least {limit}"),
        ValidationErrorKind::Maximum { limit } => format!("must be at most {limit}"),
        ValidationErrorKind::ExclusiveMinimum { limit } => format!("must be more than {limit}"),
        ValidationErrorKind::ExclusiveMaximum { limit } => format!("must be less than {limit}"),
        ValidationErrorKind::MultipleOf { multiple_of } => {
            format!("must be a multiple of {multiple_of}")
        }
        ValidationErrorKind::OneOfMultipleValid { .. } => {
            "must fit only one of the alternatives".to_owned()
        }
        ValidationErrorKind::AnyOf { .. } | ValidationErrorKind::OneOfNotValid { .. } => {
            "must fit one of the alternatives".to_owned()
        }
        //# if unions or one_way
        ValidationErrorKind::Custom { message, .. } => message.clone(),
        //# end
        _ => format!("breaks the rule {}", kind.keyword()),
    }
}

fn count(limit: u64, thing: &str) -> String {
    if limit == 1 {
        format!("1 {thing}")
    } else {
        format!("{limit} {thing}s")
    }
}

fn types(kind: &TypeKind) -> String {
    let name = |kind: JsonType| match kind {
        JsonType::Array => "a list",
        JsonType::Boolean => "a boolean",
        JsonType::Integer => "an integer",
        JsonType::Null => "null",
        JsonType::Number => "a number",
        JsonType::Object => "an object",
        JsonType::String => "a string",
    };
    match kind {
        TypeKind::Single(kind) => name(*kind).to_owned(),
        TypeKind::Multiple(kinds) => kinds.iter().map(name).collect::<Vec<_>>().join(" or "),
    }
}

fn list(options: &Value) -> String {
    let text = |value: &Value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    options
        .as_array()
        .into_iter()
        .flatten()
        .map(text)
        .collect::<Vec<_>>()
        .join(", ")
}
