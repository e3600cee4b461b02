//! Security: each way to authenticate.

use super::Check;
use super::ask::Ask;
use super::generated::api::Credentials;
use super::generated::document::{Operation, Security};
use super::generated::judge;
use super::rows::{changed, leak, row};

impl Check {
    /// Each way to authenticate must be found by what is sent for it alone.
    pub(super) fn security(&mut self, operation: &'static Operation, ask: &Ask) {
        for (at, way) in operation.security.iter().enumerate() {
            let (name, value) = match way {
                Security::Bearer(_) => ("authorization", "Bearer good"),
                Security::ApiKey(_, name) => (*name, "good"),
            };
            let mut known = ask.clone();
            known.headers.push((name.to_owned(), value.to_owned()));
            let copy = |way: &Security| match way {
                Security::Bearer(name) => Security::Bearer(name),
                Security::ApiKey(name, header) => Security::ApiKey(name, header),
            };
            let security = changed(operation.security, at, copy, |_| None);
            let open = leak(Operation {
                security,
                ..row(operation)
            });
            let found = judge::credentials(operation, &known.head(operation));
            let is_noticed = found != Credentials::None
                && judge::credentials(open, &known.head(operation)) != found;
            self.score
                .count(|| format!("{}: {way:?}", operation.id), is_noticed);
        }
    }
}
