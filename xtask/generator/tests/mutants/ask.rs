//! A request as the document describes it, with a part left out or replaced.

use super::generated::api::RequestHead;
use super::generated::document::{Location, Operation};

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

    /// Writes a body, in place of what it was.
    pub(super) fn send(&mut self, media: String, body: Vec<u8>) {
        self.leave_out_body();
        self.headers.push(("content-type".to_owned(), media));
        self.body = body;
    }

    pub(super) fn leave_out_body(&mut self) {
        self.headers.retain(|(name, _)| name != "content-type");
        self.body.clear();
    }

    fn pairs(&self, location: Location) -> impl Iterator<Item = &(String, String)> {
        let given = self.given.iter();
        given
            .filter(move |given| given.location == location)
            .flat_map(|given| &given.pairs)
    }

    /// The request as generated code sees it.
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
        if !self.body.is_empty() {
            head.headers
                .insert("content-length", self.body.len().into());
        }
        head
    }

    /// The request as it is sent.
    pub(super) fn raw(&self, operation: &'static Operation) -> Vec<u8> {
        let head = self.head(operation);
        let mut raw = format!(
            "{} {} HTTP/1.1\r\nhost: localhost\r\n",
            operation.method, head.uri
        )
        .into_bytes();
        if !head.headers.contains_key("connection") {
            raw.extend_from_slice(b"connection: close\r\n");
        }
        for (name, value) in &head.headers {
            raw.extend_from_slice(format!("{name}: ").as_bytes());
            raw.extend_from_slice(value.as_bytes());
            raw.extend_from_slice(b"\r\n");
        }
        raw.extend_from_slice(b"\r\n");
        raw.extend_from_slice(&self.body);
        raw
    }
}
