//! Parameters: from a request's texts to values, by the style that the document writes them in.
//!
//! What separates the parts of a value is looked for before anything is decoded: a separator that is encoded is data.

//# if objects
use serde_json::Map;
//# end
use serde_json::Value;

//# if json_parameters
use super::json;
//# end
use super::path::{path_values, unescaped};
use super::rejection::{Rejection, Violation};
use super::request::RequestHead;
//# if objects
use super::schema::Members;
//# end
use super::schema::Text;
//# if styles or json_parameters
use super::table::Form;
//# end
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
        //# if json_parameters
        if let Form::Content(_) = parameter.form {
            let Some(text) = once(&self.raw(parameter)?)? else {
                return Ok(None);
            };
            let text = decoded(parameter.location, text).ok_or(BROKEN)?;
            let value = json::parse(text.as_bytes());
            return value.map(Some).map_err(|_| ("type", "must be JSON"));
        }
        //# end
        match &compiled.text {
            //# if objects
            Text::Object(members) => self.object(parameter, members),
            //# end
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
                //# if styles
                let text = match parameter.written().0 {
                    Style::Label => text.strip_prefix('.').ok_or(NO_LABEL)?,
                    Style::Matrix => matrix_value(text, parameter.name).ok_or(NO_MATRIX)?,
                    _ => text,
                };
                //# end
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
            //# if styles
            (style, explode) => match once(&raw)? {
                Some(text) => split(style, explode, parameter.name, text)?,
                None => return Ok(Vec::new()),
            },
            //# else
            //= _ => raw,
            //# end
        };
        let decoded = |text: &&str| decoded(parameter.location, text).ok_or(BROKEN);
        pieces.iter().map(decoded).collect()
    }

    //# if objects
    fn object(&self, parameter: &Parameter, members: &Members) -> Result<Option<Value>, Fault> {
        let (style, explode) = parameter.written();
        let raw = self.raw(parameter)?;
        let mut pairs: Vec<(String, &str)> = Vec::new();
        match (style, parameter.location) {
            (Style::DeepObject, _) => pairs.extend(self.query.iter().filter_map(|(name, text)| {
                Some((deep_member(parameter.name, name)?.to_owned(), *text))
            })),
            (Style::Form, Location::Query) if explode => {
                let own = self.query.iter().filter(|(name, _)| members.has(name));
                pairs.extend(own.map(|(name, text)| (name.clone(), *text)));
            }
            (_, location) => {
                let pieces = match (location, once(&raw)) {
                    (Location::Header, _) => header_items(&raw),
                    (_, text) => match text? {
                        // Members that stand apart have names of their own.
                        Some(text) => split(style, explode, if explode { "" } else { parameter.name }, text)?,
                        None => Vec::new(),
                    },
                };
                let name = |text| decoded(location, text).ok_or(BROKEN);
                if explode {
                    for piece in pieces {
                        let (key, text) = piece.split_once('=').ok_or(NO_PAIRS)?;
                        pairs.push((name(key)?, text));
                    }
                } else {
                    for pair in pieces.chunks(2) {
                        let [key, text] = pair else {
                            return Err(NO_PAIRS);
                        };
                        pairs.push((name(key)?, text));
                    }
                }
            }
        }
        if pairs.is_empty() {
            return Ok(None);
        }
        let mut object = Map::new();
        for (name, text) in pairs {
            let text = decoded(parameter.location, text).ok_or(BROKEN)?;
            let value = members.of(&name).read(&text);
            if object.insert(name, value).is_some() {
                return Err(("maxItems", "must have each member once"));
            }
        }
        Ok(Some(Value::Object(object)))
    }

    //# end
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
    //# if objects
    if let (Text::Object(members), Form::Usual | Form::Styled(..)) =
        (&parameter.schema.compiled().text, parameter.form)
    {
        match parameter.written() {
            (Style::DeepObject, _) => return deep_member(parameter.name, name).is_some(),
            (Style::Form, true) => return members.has(name),
            _ => {}
        }
    }
    //# end
    parameter.name == name
}

//# if objects
const NO_PAIRS: Fault = ("type", "must be names and values");

/// `member` of `name[member]`.
fn deep_member<'a>(parameter: &str, name: &'a str) -> Option<&'a str> {
    let member = name.strip_prefix(parameter)?;
    let member = member.strip_prefix('[')?.strip_suffix(']')?;
    (!member.contains(['[', ']'])).then_some(member)
}

//# end
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

//# if styles
const NO_LABEL: Fault = ("type", "must begin with a full stop");
const NO_MATRIX: Fault = ("type", "must begin with a semicolon and the parameter's name");

/// The parts of a list or an object, not decoded.
fn split<'a>(style: Style, explode: bool, name: &str, text: &'a str) -> Result<Vec<&'a str>, Fault> {
    Ok(match (style, explode) {
        (Style::Label, false) => text.strip_prefix('.').ok_or(NO_LABEL)?.split(',').collect(),
        (Style::Label, true) => text.strip_prefix('.').ok_or(NO_LABEL)?.split('.').collect(),
        (Style::Matrix, false) => {
            let value = matrix_value(text, name).ok_or(NO_MATRIX)?;
            value.split(',').collect()
        }
        (Style::Matrix, true) => {
            let pieces = text.strip_prefix(';').ok_or(NO_MATRIX)?.split(';');
            // Items of a list are each called by the parameter's name, members of an object by their own.
            let value = |piece: &'a str| match name {
                "" => Some(piece),
                name => matrix_item(piece, name),
            };
            pieces.map(value).collect::<Option<_>>().ok_or(NO_MATRIX)?
        }
        (Style::SpaceDelimited, _) => split_at_any(text, &["%20", "+"]),
        (Style::PipeDelimited, _) => split_at_any(text, &["%7C", "%7c", "|"]),
        (Style::Simple | Style::Form | Style::DeepObject, _) => text.split(',').collect(),
    })
}

/// The value of `;name=value`; without `=` it is empty.
fn matrix_value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    matrix_item(text.strip_prefix(';')?, name)
}

fn matrix_item<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    match text.split_once('=') {
        Some((found, value)) => (found == name).then_some(value),
        None => (text == name).then_some(""),
    }
}

fn split_at_any<'a>(text: &'a str, separators: &[&str]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let found = separators.iter().filter_map(|separator| {
            let at = rest.find(separator)?;
            Some((at, separator.len()))
        });
        let Some((at, length)) = found.min() else {
            break;
        };
        parts.push(&rest[..at]);
        rest = &rest[at + length..];
    }
    parts.push(rest);
    parts
}

//# end
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
