//! Forms of both kinds: fields become the members of one object, each as its property's schema says.

use serde_json::{Map, Value};

//# if forms
use super::path::unescaped;
//# end
use super::json;
//# if forms
use super::rejection::Rejection;
//# end
use super::rejection::Violation;
use super::schema::{Text, resolve, text};
use super::table::{Encoding, RequestBody};
use super::validate::violation;

/// The fields of a form, as they are read.
pub(super) struct Fields<'a> {
    encoding: &'static [Encoding],
    schema: Value,
    members: Map<String, Value>,
    violations: &'a mut Vec<Violation>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(expected: &RequestBody, violations: &'a mut Vec<Violation>) -> Self {
        Self {
            encoding: expected.encoding,
            schema: resolve(&expected.schema.parse()).clone(),
            members: Map::new(),
            violations,
        }
    }

    /// The object of all fields; what has a default and was left out is its default.
    pub(super) fn into_value(mut self) -> Value {
        let properties = self.schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            let default = property.get("default").or_else(|| resolve(property).get("default"));
            if let (Some(default), false) = (default, self.members.contains_key(name)) {
                self.members.insert(name.clone(), default.clone());
            }
        }
        Value::Object(self.members)
    }

    /// How the document says that a field is written.
    pub(super) fn encoding(&self, name: &str) -> Option<&'static Encoding> {
        self.encoding.iter().find(|encoding| encoding.name == name)
    }

    /// The schema of a property; that of its items where it is a list.
    pub(super) fn item(&self, name: &str) -> Option<&Value> {
        let property = resolve(self.schema.get("properties")?.get(name)?);
        match property.get("items") {
            Some(items) if property["type"] == "array" => Some(resolve(items)),
            _ => Some(property),
        }
    }

    fn is_list(&self, name: &str) -> bool {
        let property = self.schema.get("properties").and_then(|all| all.get(name));
        property.is_some_and(|property| resolve(property)["type"] == "array")
    }

    /// Adds a value: one more of a list, or the only one.
    pub(super) fn add(&mut self, name: &str, value: Value) {
        if self.is_list(name) {
            let list = self.members.entry(name).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(items) = list {
                items.push(value);
            }
        } else if self.members.insert(name.to_owned(), value).is_some() {
            self.wrong(name, "maxItems", "must be given once");
        }
    }

    /// One more violation at a field.
    pub(super) fn wrong(&mut self, name: &str, rule: &str, message: &str) {
        self.violations.push(violation("/body", name, rule, message));
    }

    /// Adds what is written as text.
    pub(super) fn add_text(&mut self, name: &str, written: &str) {
        let way = self.item(name).map_or(Text::String, text);
        self.add(name, way.read(written));
    }

    //# if parts
    /// Adds what is written as JSON.
    pub(super) fn add_json(&mut self, name: &str, written: &[u8]) {
        match json::parse(written) {
            Ok(value) => self.add(name, value),
            Err(_) => self.wrong(name, "contentType", "must be JSON"),
        }
    }

    //# end
    //# if forms
    /// Adds a field of `application/x-www-form-urlencoded`; `None` where its encoding is broken.
    fn add_pair(&mut self, name: &str, written: &str) -> Option<()> {
        let (outer, inner) = match name.strip_suffix(']').and_then(|name| name.split_once('[')) {
            Some((outer, inner)) if self.has_style(outer, "deepObject") => (outer, inner),
            _ => return self.add_plain(name, written),
        };
        let property = self.item(outer).and_then(|property| property.get("properties")?.get(inner));
        let way = property.map_or(Text::String, |property| text(resolve(property)));
        let value = way.read(&decoded(written)?);
        let object = self.members.entry(outer).or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(members) = object
            && members.insert(inner.to_owned(), value).is_some()
        {
            self.violations.push(violation(
                &violation("/body", outer, "", "").location,
                inner,
                "maxItems",
                "must be given once",
            ));
        }
        Some(())
    }

    fn add_plain(&mut self, name: &str, written: &str) -> Option<()> {
        let encoding = self.encoding(name);
        if encoding.is_some_and(|encoding| encoding.content_type.is_some()) {
            match json::parse(decoded(written)?.as_bytes()) {
                // A list stands here as a whole.
                Ok(value) => {
                    if self.members.insert(name.to_owned(), value).is_some() {
                        self.wrong(name, "maxItems", "must be given once");
                    }
                }
                Err(_) => self.wrong(name, "contentType", "must be JSON"),
            }
            return Some(());
        }
        let whole = encoding.filter(|encoding| encoding.explode == Some(false) && self.is_list(name));
        let Some(encoding) = whole else {
            self.add_text(name, &decoded(written)?);
            return Some(());
        };
        if self.members.contains_key(name) {
            self.wrong(name, "maxItems", "must be given once");
            return Some(());
        }
        // Taken apart before it is decoded: a delimiter inside of an item is encoded.
        let delimiters: &[&str] = match encoding.style {
            Some("spaceDelimited") => &["%20", "+"],
            Some("pipeDelimited") => &["%7C", "%7c", "|"],
            Some(_) | None => &[","],
        };
        let mut items = vec![written];
        for delimiter in delimiters {
            items = items.into_iter().flat_map(|item| item.split(delimiter)).collect();
        }
        for item in items {
            self.add_text(name, &decoded(item)?);
        }
        Some(())
    }

    fn has_style(&self, name: &str, style: &str) -> bool {
        self.encoding(name).is_some_and(|encoding| encoding.style == Some(style))
    }
    //# end
}

//# if forms
/// Reads `application/x-www-form-urlencoded`.
pub(super) fn read_form(
    expected: &RequestBody,
    bytes: &[u8],
    violations: &mut Vec<Violation>,
) -> Result<Value, Rejection> {
    let broken = || Rejection::bad_request("the form's percent-encoding is broken");
    let written = std::str::from_utf8(bytes).map_err(|_| broken())?;
    let mut fields = Fields::new(expected, violations);
    for pair in written.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = decoded(name).ok_or_else(broken)?;
        fields.add_pair(&name, value).ok_or_else(broken)?;
    }
    Ok(fields.into_value())
}

/// A name or value as it is meant; `None` where its encoding is broken.
fn decoded(text: &str) -> Option<String> {
    unescaped(&text.replace('+', " "))
}
//# end
