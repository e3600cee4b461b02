//! A request as the document describes it, with a part left out or replaced.

use super::generated::api::RequestHead;
use super::generated::document::{Location, Operation};
use super::generated::judge::{self, Verdict};

/// A request as the document describes it.
#[derive(Clone, Default)]
pub(super) struct Ask {
    /// Parameters by place and name, with all the pairs that they are written as, encoded.
    given: Vec<Given>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

#[derive(Clone)]
struct Given {
    location: Location,
    name: String,
    pairs: Vec<(String, String)>,
}

impl Ask {
    /// Writes a parameter, in place of what it was.
    pub(super) fn give(&mut self, location: Location, name: &str, pairs: Vec<(String, String)>) {
        self.given
            .retain(|given| (given.location, given.name.as_str()) != (location, name));
        if !pairs.is_empty() {
            self.given.push(Given {
                location,
                name: name.to_owned(),
                pairs,
            });
        }
    }

    fn pairs(&self, location: Location) -> impl Iterator<Item = &(String, String)> {
        let given = self.given.iter();
        given
            .filter(move |given| given.location == location)
            .flat_map(|given| &given.pairs)
    }

    pub(super) fn head(&self, operation: &'static Operation) -> RequestHead {
        let mut path = operation.path.to_owned();
        for (name, text) in self.pairs(Location::Path) {
            path = path.replace(&format!("{{{name}}}"), text);
        }
        let query: Vec<String> = self
            .pairs(Location::Query)
            .map(|(name, text)| format!("{name}={text}"))
            .collect();
        let mut head = RequestHead::internal("r-1", operation.id);
        head.uri = format!("{path}?{}", query.join("&")).parse().unwrap();
        for (name, value) in self.headers.iter().chain(self.pairs(Location::Header)) {
            let name = http::HeaderName::try_from(name).unwrap();
            // What no header can hold is no request either.
            if let Ok(value) = http::HeaderValue::from_bytes(value.as_bytes()) {
                head.headers.insert(name, value);
            }
        }
        for (name, value) in self.pairs(Location::Cookie) {
            let pair = format!("{name}={value}");
            if let Ok(value) = http::HeaderValue::from_bytes(pair.as_bytes()) {
                head.headers.append("cookie", value);
            }
        }
        head
    }

    pub(super) fn judged(&self, operation: &'static Operation) -> Verdict {
        judge::request(operation, &self.head(operation), &self.body)
    }
}
