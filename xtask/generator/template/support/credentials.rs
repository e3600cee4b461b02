//! What callers show to say who they are: the first of an operation's alternatives that is there in full.
//!
//! A secret goes from here to the application and nowhere else: no log, no answer and no `Debug` has it.

use std::fmt;

//# if basic
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
//# end
use http::{HeaderMap, HeaderName, header};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::super::document::INFO;

//# if scopes
use super::rejection::Refusal;
//# end
use super::request::RequestHead;
use super::table::{Demand, Location, Operation, SchemeKind};

/// A token, a password or a key.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

//# if basic
/// A user and their password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basic {
    /// Who they say they are.
    pub user: String,
    /// What shall prove it.
    pub password: Secret,
}

//# end
//# if scopes
/// An access token, and what it must allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessToken {
    /// The token.
    pub token: Secret,
    /// All of these.
    pub scopes: &'static [&'static str],
}

//# end
/// What a request shows for an operation.
#[derive(Debug)]
pub(crate) enum Found {
    /// All that one of its alternatives asks for, or several.
    Shown(Vec<Shown>),
    /// Nothing that would be enough.
    Nothing,
    /// Nothing that would be enough, and something that can't be read.
    Broken,
}

/// The credentials of one alternative, scheme by scheme.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(in super::super) parts: Vec<(&'static Demand, Proof)>,
}

/// What one scheme was met with.
#[derive(Debug)]
pub(in super::super) enum Proof {
    Secret(Secret),
    //# if basic
    Basic(Basic),
    //# end
}

/// Something is there that can't be read, or it is there twice.
struct Unreadable;

/// Finds what a request shows: the first alternative, in the order of the document, that is there in full, and those
/// after it that the same credentials meet.
pub(crate) fn find(head: &RequestHead, operation: &'static Operation) -> Found {
    let mut is_broken = false;
    let mut found: Vec<Shown> = Vec::new();
    for alternative in operation.security.iter().filter(|all| !all.is_empty()) {
        let known = found.first().map(Shown::carriers);
        if known.is_some_and(|known| known != carriers(*alternative)) {
            continue;
        }
        let mut parts = Vec::with_capacity(alternative.len());
        for demand in *alternative {
            match proof(head, demand.scheme.kind) {
                Ok(Some(proof)) => parts.push((demand, proof)),
                Ok(None) => {}
                Err(Unreadable) => is_broken = true,
            }
        }
        if parts.len() == alternative.len() {
            found.push(Shown { parts });
        }
    }
    match (found.is_empty(), is_broken) {
        (false, _) => Found::Shown(found),
        (true, true) => Found::Broken,
        (true, false) => Found::Nothing,
    }
}

/// Where the credentials of some schemes stand: tokens of several kinds look alike.
fn carriers<'a>(demands: impl IntoIterator<Item = &'a Demand>) -> Vec<(Location, &'static str)> {
    let carrier = |demand: &Demand| match demand.scheme.kind {
        SchemeKind::Bearer | SchemeKind::OAuth2 | SchemeKind::OpenIdConnect => {
            (Location::Header, "Authorization: Bearer")
        }
        SchemeKind::Basic => (Location::Header, "Authorization: Basic"),
        SchemeKind::ApiKey(place, name) => (place, name),
    };
    let mut found: Vec<_> = demands.into_iter().map(carrier).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// What would be enough, as `WWW-Authenticate` says it: a challenge for each scheme that some alternative asks for.
pub(crate) fn challenge(operation: &Operation) -> String {
    let mut challenges: Vec<String> = Vec::new();
    for demand in operation.security.iter().copied().flatten() {
        let challenge = match demand.scheme.kind {
            SchemeKind::Bearer | SchemeKind::OAuth2 | SchemeKind::OpenIdConnect
                if demand.scopes.is_empty() =>
            {
                "Bearer".to_owned()
            }
            SchemeKind::Bearer | SchemeKind::OAuth2 | SchemeKind::OpenIdConnect => {
                format!("Bearer scope=\"{}\"", demand.scopes.join(" "))
            }
            SchemeKind::Basic => format!("Basic realm=\"{}\", charset=\"UTF-8\"", realm()),
            // Nobody has registered a name for keys; without a challenge 401 would be none.
            SchemeKind::ApiKey(place, name) => {
                format!("ApiKey in=\"{}\", name=\"{name}\"", place.as_str())
            }
        };
        if !challenges.contains(&challenge) {
            challenges.push(challenge);
        }
    }
    challenges.join(", ")
}

/// What Basic credentials are for: the document's title, as far as a header can hold it.
fn realm() -> String {
    let info: Value = serde_json::from_str(INFO).unwrap_or_default();
    let title = info["title"].as_str().unwrap_or_default();
    title.replace(
        |c: char| !matches!(c, ' '..='~') || matches!(c, '"' | '\\'),
        "",
    )
}

fn proof(head: &RequestHead, kind: SchemeKind) -> Result<Option<Proof>, Unreadable> {
    let secret = match kind {
        SchemeKind::Bearer | SchemeKind::OAuth2 | SchemeKind::OpenIdConnect => {
            match authorization(&head.headers, "bearer")? {
                Some(token) if token.contains(char::is_whitespace) => return Err(Unreadable),
                token => token.map(str::to_owned),
            }
        }
        //# if basic
        SchemeKind::Basic => {
            return match authorization(&head.headers, "basic")? {
                Some(text) => basic(text).map(Proof::Basic).map(Some).ok_or(Unreadable),
                None => Ok(None),
            };
        }
        //# else
        //= SchemeKind::Basic => None,
        //# end
        SchemeKind::ApiKey(Location::Cookie, name) => {
            once(head.cookies().filter(|(known, _)| *known == name))?.map(|(_, key)| key.to_owned())
        }
        SchemeKind::ApiKey(Location::Query, name) => once(key_in_query(head, name))?.transpose()?,
        SchemeKind::ApiKey(Location::Header | Location::Path, name) => {
            header_text(&head.headers, name)?.map(str::to_owned)
        }
    };
    Ok(secret
        .filter(|secret| !secret.is_empty())
        .map(|secret| Proof::Secret(Secret(secret))))
}

/// The only one of them, if there is one.
fn once<T>(mut all: impl Iterator<Item = T>) -> Result<Option<T>, Unreadable> {
    let first = all.next();
    match all.next() {
        Some(_) => Err(Unreadable),
        None => Ok(first),
    }
}

fn header_text<'a>(headers: &'a HeaderMap, name: &str) -> Result<Option<&'a str>, Unreadable> {
    let name = HeaderName::try_from(name).map_err(|_| Unreadable)?;
    let value = once(headers.get_all(name).iter())?;
    value
        .map(|value| value.to_str().map(str::trim))
        .transpose()
        .map_err(|_| Unreadable)
}

/// What follows the name of a scheme in `Authorization`; another scheme's is not looked at.
fn authorization<'a>(headers: &'a HeaderMap, scheme: &str) -> Result<Option<&'a str>, Unreadable> {
    let Some(value) = header_text(headers, header::AUTHORIZATION.as_str())? else {
        return Ok(None);
    };
    let (name, rest) = value.split_once(' ').unwrap_or((value, ""));
    if !name.eq_ignore_ascii_case(scheme) {
        return Ok(None);
    }
    match rest.trim() {
        "" => Err(Unreadable),
        rest => Ok(Some(rest)),
    }
}

//# if basic
/// Base64 of UTF-8, the user before the first colon, without control characters (RFC 7617).
fn basic(text: &str) -> Option<Basic> {
    let text = String::from_utf8(STANDARD.decode(text).ok()?).ok()?;
    let (user, password) = text.split_once(':')?;
    (!text.contains(char::is_control)).then(|| Basic {
        user: user.to_owned(),
        password: Secret(password.to_owned()),
    })
}

//# end
fn key_in_query<'a>(
    head: &'a RequestHead,
    name: &'a str,
) -> impl Iterator<Item = Result<String, Unreadable>> + 'a {
    let pairs = head.uri.query().unwrap_or_default().split('&');
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .filter(move |(known, _)| percent_decode_str(known).eq(name.bytes()))
        .map(|(_, key)| {
            let key = key.replace('+', " ");
            let key = percent_decode_str(&key).decode_utf8();
            key.map(std::borrow::Cow::into_owned)
                .map_err(|_| Unreadable)
        })
}

impl Shown {
    /// The schemes that were met.
    pub(crate) fn schemes(&self) -> Vec<&'static str> {
        let names = self.parts.iter().map(|(demand, _)| demand.scheme.name);
        names.collect()
    }

    fn carriers(&self) -> Vec<(Location, &'static str)> {
        carriers(self.parts.iter().map(|(demand, _)| *demand))
    }

    fn part(&self, scheme: &str) -> Option<&(&'static Demand, Proof)> {
        let mut parts = self.parts.iter();
        parts.find(|(demand, _)| demand.scheme.name == scheme)
    }

    /// The token or key of a scheme.
    pub(crate) fn secret(&self, scheme: &str) -> Option<Secret> {
        match &self.part(scheme)?.1 {
            Proof::Secret(secret) => Some(secret.clone()),
            //# if basic
            Proof::Basic(_) => None,
            //# end
        }
    }

    //# if basic
    /// The user and password of a scheme.
    pub(crate) fn basic(&self, scheme: &str) -> Option<Basic> {
        match &self.part(scheme)?.1 {
            Proof::Basic(basic) => Some(basic.clone()),
            Proof::Secret(_) => None,
        }
    }

    //# end
    //# if scopes
    /// The token of a scheme, and what it must allow.
    pub(crate) fn access_token(&self, scheme: &str) -> Option<AccessToken> {
        Some(AccessToken {
            token: self.secret(scheme)?,
            scopes: self.part(scheme)?.0.scopes,
        })
    }
    //# end
}

//# if scopes
impl AccessToken {
    /// Agrees when the token allows all that the operation asks for; `allows` says so of one scope.
    ///
    /// # Errors
    /// 403 when it doesn't.
    pub fn check_scopes(&self, allows: impl Fn(&str) -> bool) -> Result<(), Refusal> {
        let missing: Vec<&str> = self.scopes.iter().copied().filter(|scope| !allows(scope)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        Err(Refusal::Forbidden {
            message: format!("the token does not allow {}", missing.join(" and ")),
        })
    }
}

//# end
impl Secret {
    /// The secret itself, for whoever compares it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// Secrets never reach a log.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
