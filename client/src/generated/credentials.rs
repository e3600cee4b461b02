// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! Who calls: what the client shows for the document's security schemes.
use std::fmt;
use reqwest::Request;
use reqwest::header::HeaderValue;

/// What a client shows where an operation asks who calls: of several ways, the first for which all is here. Where there is
/// none, the request goes out without.
///
/// `Debug` names what is here and keeps the secrets.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Credentials {
    /// `bearerAuth`, the token of `Authorization: Bearer`: An access token. In local mode none is needed, and one that is sent is not looked at.
    pub bearer_auth: Option<String>,
}

/// The document's security schemes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scheme {
    BearerAuth,
}

impl Credentials {
    /// Adds to a request what the first of the ways asks for that is here in full.
    pub(super) fn show(
        &self,
        request: &mut Request,
        ways: &[&[Scheme]],
    ) -> Result<(), String> {
        let way = ways.iter().find(|way| way.iter().all(|scheme| self.has(*scheme)));
        for scheme in way.into_iter().copied().flatten() {
            match scheme {
                Scheme::BearerAuth => {
                    if let Some(shown) = &self.bearer_auth {
                        insert(request, "authorization", format!("Bearer {shown}"))?;
                    }
                }
            }
        }
        Ok(())
    }

    fn has(&self, scheme: Scheme) -> bool {
        match scheme {
            Scheme::BearerAuth => self.bearer_auth.is_some(),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = [Scheme::BearerAuth].into_iter();
        f.debug_set().entries(all.filter(|scheme| self.has(*scheme))).finish()
    }
}

/// A header that no log shows.
fn insert(
    request: &mut Request,
    name: &'static str,
    text: String,
) -> Result<(), String> {
    let mut value = HeaderValue::try_from(text).map_err(|error| error.to_string())?;
    value.set_sensitive(true);
    request.headers_mut().insert(name, value);
    Ok(())
}
