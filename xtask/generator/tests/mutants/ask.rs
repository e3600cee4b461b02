//! A request as the document describes it, with a part left out or replaced.

use super::generated::api::RequestHead;
use super::generated::document::{Location, Operation};
use super::generated::judge::{self, Verdict};

/// A request as the document describes it.
#[derive(Clone, Default)]
pub(super) struct Ask {
    pub(super) path: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) cookies: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Ask {
    pub(super) fn head(&self, operation: &'static Operation) -> RequestHead {
        let escaped = |text: &str| {
            percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC)
                .to_string()
        };
        let mut path = operation.path.to_owned();
        for (name, text) in &self.path {
            path = path.replace(&format!("{{{name}}}"), &escaped(text));
        }
        let query: Vec<String> = self
            .query
            .iter()
            .map(|(name, text)| format!("{}={}", escaped(name), escaped(text)))
            .collect();
        let mut head = RequestHead::internal("r-1", operation.id);
        head.uri = format!("{path}?{}", query.join("&")).parse().unwrap();
        for (name, value) in &self.headers {
            let name = http::HeaderName::try_from(name).unwrap();
            // What no header can hold is no request either.
            if let Ok(value) = http::HeaderValue::from_bytes(value.as_bytes()) {
                head.headers.insert(name, value);
            }
        }
        for (name, value) in &self.cookies {
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

    pub(super) fn part(&mut self, location: Location) -> &mut Vec<(String, String)> {
        match location {
            Location::Path => &mut self.path,
            Location::Query => &mut self.query,
            Location::Header => &mut self.headers,
            Location::Cookie => &mut self.cookies,
        }
    }
}
