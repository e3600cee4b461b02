//! Parameters that are more than a single value, in the styles that OpenAPI has for them.
//!
//! What separates the parts of a value stands as it is; where it belongs to a part, it is encoded.

//# if path or query or cookie or form
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
//# end
//# if header
use reqwest::header::{HeaderMap, HeaderValue};
//# else
//# if cookie
//= use reqwest::header::HeaderMap;
//# end
//# end
use serde::Serialize;
use serde_json::Value;

/// How a value is written.
pub(super) struct Style {
    name: &'static str,
    first: &'static str,
    between: &'static str,
    //# if object
    /// What stands before and behind the name of an object's member.
    member: [&'static str; 2],
    //# end
    //# if json
    is_json: bool,
    //# end
}

impl Style {
    /// The parameter `name`: `first`, and the parts of its value with `between` between them.
    pub(super) const fn parts(name: &'static str, first: &'static str, between: &'static str) -> Self {
        Self {
            name,
            first,
            between,
            //# if object
            member: ["", between],
            //# end
            //# if json
            is_json: false,
            //# end
        }
    }
    //# if named

    /// An object: before each value its name, between `member`.
    pub(super) const fn named(self, member: [&'static str; 2]) -> Self {
        Self { member, ..self }
    }
    //# end
    //# if json

    /// Its value as JSON, behind `first`.
    pub(super) const fn json(name: &'static str, first: &'static str) -> Self {
        Self { is_json: true, ..Self::parts(name, first, "") }
    }
    //# end

    /// The text of a value; none where there is nothing to write.
    fn write<T: Serialize>(
        &self,
        value: &T,
        encode: fn(&str, &Self) -> Option<String>,
    ) -> Result<Option<String>, String> {
        let value = serde_json::to_value(value).map_err(|error| self.refused(&error.to_string()))?;
        let encoded = |text: &str| {
            let text = encode(text, self);
            text.ok_or_else(|| self.refused("what separates its parts is in one of them"))
        };
        //# if json
        if self.is_json && !value.is_null() {
            return Ok(Some(format!("{}{}", self.first, encoded(&value.to_string())?)));
        }
        //# end
        let parts: Vec<String> = match &value {
            Value::Null => return Ok(None),
            Value::Array(items) => {
                let items = items.iter().map(|item| encoded(&text_of(item)));
                items.collect::<Result<_, _>>()?
            }
            //# if object
            Value::Object(members) => {
                let [before, behind] = self.member;
                let there = members.iter().filter(|(_, value)| !value.is_null());
                let members = there.map(|(name, value)| {
                    Ok(format!("{before}{}{behind}{}", encoded(name)?, encoded(&text_of(value))?))
                });
                members.collect::<Result<_, String>>()?
            }
            //# end
            single => vec![encoded(&text_of(single))?],
        };
        Ok((!parts.is_empty()).then(|| format!("{}{}", self.first, parts.join(self.between))))
    }

    fn refused(&self, why: &str) -> String {
        format!("{} cannot be written: {why}", self.name)
    }
}

//# if path
/// A value as a part of a path.
pub(super) fn path<T: Serialize>(value: &T, style: Style) -> Result<String, String> {
    let text = style.write(value, encoded)?.unwrap_or_default();
    if text.split('/').any(|segment| matches!(segment, "" | "." | "..")) {
        return Err(style.refused("no segment of a path is empty or made of dots"));
    }
    Ok(text)
}

//# end
//# if query
/// Adds a value to the query of a request.
pub(super) fn query<T: Serialize>(
    request: &mut reqwest::Request,
    value: &T,
    style: Style,
) -> Result<(), String> {
    if let Some(text) = style.write(value, encoded)? {
        let url = request.url_mut();
        let query = match url.query() {
            Some(query) if !query.is_empty() => format!("{query}&{text}"),
            Some(_) | None => text,
        };
        url.set_query(Some(&query));
    }
    Ok(())
}

//# end
//# if header
/// Adds a value to the headers of a request.
pub(super) fn header<T: Serialize>(
    headers: &mut HeaderMap,
    value: &T,
    style: Style,
) -> Result<(), String> {
    if let Some(text) = style.write(value, as_it_is)? {
        let text = HeaderValue::try_from(text).map_err(|error| style.refused(&error.to_string()))?;
        headers.append(style.name, text);
    }
    Ok(())
}

/// A part of a header, where nothing is encoded.
fn as_it_is(text: &str, style: &Style) -> Option<String> {
    let is_whole = style.between.is_empty();
    let is_clear = is_whole || !text.contains(',') && text.trim() == text;
    is_clear.then(|| text.to_owned())
}

//# end
//# if cookie
/// Adds a value to the cookies of a request.
pub(super) fn cookie<T: Serialize>(
    headers: &mut HeaderMap,
    value: &T,
    style: Style,
) -> Result<(), String> {
    if let Some(text) = style.write(value, encoded)? {
        super::cookies::add(headers, &text)?;
    }
    Ok(())
}

//# end
//# if form
/// A form as `application/x-www-form-urlencoded`; fields that the document doesn't name are written as they are.
pub(super) fn form<T: Serialize>(body: &T, fields: &[Style]) -> Result<String, String> {
    let body = serde_json::to_value(body).map_err(|error| error.to_string())?;
    let mut written = Vec::new();
    for field in fields {
        written.extend(field.write(&body[field.name], encoded)?);
    }
    for (name, value) in body.as_object().into_iter().flatten() {
        if !fields.iter().any(|field| field.name == name) {
            let plain = |text: &str| utf8_percent_encode(text, PLAIN).to_string();
            written.push(format!("{}={}", plain(name), plain(&text_of(value))));
        }
    }
    Ok(written.join("&"))
}

//# end
//# if path or query or cookie or form
/// What may stand as it is: nothing that separates.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A part of a path, of a query, of a cookie or of a form.
fn encoded(text: &str, style: &Style) -> Option<String> {
    let text = utf8_percent_encode(text, PLAIN).to_string();
    match style.between {
        "." => Some(text.replace('.', "%2E")),
        "" => Some(text),
        between => (!text.contains(between)).then_some(text),
    }
}

//# end
fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
