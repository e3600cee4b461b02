// Made from small.yaml by the test `snapshot`; do not edit.
//! Parameters: from a request's texts to values, by the style that the document writes them in.
//!
//! What separates the parts of a value is looked for before anything is decoded: a separator that is encoded is data.

use serde_json::Value;

use super::path::{path_values, unescaped};
use super::rejection::{Rejection, Violation};
use super::request::RequestHead;
use super::schema::Text;
use super::table::{Location, Operation, Parameter, Style};
use super::validate::violation;

/// Which rule a text breaks, and what was expected.
pub(super) type Fault = (&'static str, &'static str);

const TWICE: Fault = ("maxItems", "must be given once");
const BROKEN: Fault = ("type", "must be percent-encoded UTF-8");

/// What a request has for parameters, as it was sent; path and query are percent-encoded soundly.
pub(super) struct Texts<'a> {
    operation: &'static Operation,
    head: &'a RequestHead,
    path: Vec<(&'a str, &'a str)>,
    query: Vec<(String, &'a str)>,
}

impl<'a> Texts<'a> {
    /// Takes a request apart; 400 where its percent-encoding is broken.
    pub(super) fn of(
        operation: &'static Operation,
        head: &'a RequestHead,
    ) -> Result<Self, Rejection> {
        let query = raw_pairs(head.uri.query().unwrap_or_default())
            .ok_or_else(|| Rejection::bad_request("the query's percent-encoding is broken"))?;
        let path = path_values(operation.path, head.uri.path());
        if path.iter().any(|(_, text)| unescaped(text).is_none()) {
            let message = "the path's percent-encoding is broken";
            return Err(Rejection::bad_request(message));
        }
        Ok(Self { operation, head, path, query })
    }

    /// A violation for each query parameter that the operation does not know.
    pub(super) fn unknown(&self) -> Vec<Violation> {
        let is_known = |name: &str| {
            let mut parameters = self.operation.parameters.iter();
            parameters.any(|parameter| claims(parameter, name)) || self.operation.takes_key(name)
        };
        let names = self.query.iter().filter(|(name, _)| !is_known(name));
        names
            .map(|(name, _)| {
                let message = "is not known here";
                violation("/query", name, "additionalProperties", message)
            })
            .collect()
    }

    /// The value of a parameter, if there is one.
    pub(super) fn read(&self, parameter: &Parameter) -> Result<Option<Value>, Fault> {
        let compiled = parameter.schema.compiled();
        match &compiled.text {
            Text::List(item) => self.list(parameter, item),
            Text::Any(ways) if ways.iter().any(|way| matches!(way, Text::List(_))) => {
                let texts = self.texts(parameter)?;
                if texts.is_empty() {
                    return Ok(None);
                }
                if let [one] = texts.as_slice() {
                    return Ok(Some(compiled.read(one)));
                }
                let item = compiled.text.item().unwrap_or(&Text::String);
                Ok(Some(texts.iter().map(|text| item.read(text)).collect()))
            }
            _ => {
                let Some(text) = once(&self.raw(parameter)?)? else {
                    return Ok(None);
                };
                let text = decoded(parameter.location, text).ok_or(BROKEN)?;
                Ok(Some(compiled.read(&text)))
            }
        }
    }

    fn list(&self, parameter: &Parameter, item: &Text) -> Result<Option<Value>, Fault> {
        let texts = self.texts(parameter)?;
        let items = texts.iter().map(|text| item.read(text));
        Ok((!texts.is_empty()).then(|| items.collect()))
    }

    /// The items of a list, decoded; none where the parameter is left out.
    fn texts(&self, parameter: &Parameter) -> Result<Vec<String>, Fault> {
        let raw = self.raw(parameter)?;
        let pieces = match parameter.written() {
            (Style::Form, true) => raw,
            _ if parameter.location == Location::Header => header_items(&raw),
            _ if self.operation.rest().is_some_and(|rest| rest.name == parameter.name) => raw,
            _ => raw,
        };
        let decoded = |text: &&str| decoded(parameter.location, text).ok_or(BROKEN);
        pieces.iter().map(decoded).collect()
    }

    /// All that stands under the parameter's name, as it was sent.
    fn raw(&self, parameter: &Parameter) -> Result<Vec<&'a str>, Fault> {
        let name = parameter.name;
        let raw = match parameter.location {
            Location::Path => {
                let own = self.path.iter().filter(|(known, _)| *known == name);
                own.map(|(_, text)| *text).collect()
            }
            Location::Query => {
                let own = self.query.iter().filter(|(known, _)| known == name);
                own.map(|(_, text)| *text).collect()
            }
            Location::Header => {
                let lines = self.head.headers.get_all(name).iter();
                let texts = lines.map(|line| line.to_str());
                texts
                    .collect::<Result<_, _>>()
                    .map_err(|_| ("type", "must be visible ASCII"))?
            }
            Location::Cookie => {
                let own = self.head.cookies().filter(|(known, _)| *known == name);
                own.map(|(_, text)| text).collect()
            }
        };
        Ok(raw)
    }
}

/// Whether a name in the query belongs to a parameter.
fn claims(parameter: &Parameter, name: &str) -> bool {
    if parameter.location != Location::Query {
        return false;
    }
    parameter.name == name
}

/// The only one of them, if there is one.
fn once<'a>(texts: &[&'a str]) -> Result<Option<&'a str>, Fault> {
    match texts {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        [_, _, ..] => Err(TWICE),
    }
}

/// The items of a header, which may be spread over several lines.
pub(super) fn header_items<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let items = lines.iter().flat_map(|line| line.split(','));
    items.map(str::trim).collect()
}

/// The pairs of a query, their names decoded; `None` when the encoding is broken.
fn raw_pairs(text: &str) -> Option<Vec<(String, &str)>> {
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            unescaped(value)?;
            Some((decoded(Location::Query, name)?, value))
        })
        .collect()
}

/// A text of a request as it is meant; headers are not encoded.
fn decoded(location: Location, text: &str) -> Option<String> {
    match location {
        Location::Path | Location::Cookie => unescaped(text),
        Location::Query => unescaped(&text.replace('+', " ")),
        Location::Header => Some(text.to_owned()),
    }
}
