//! Who may talk to a service that has no accounts: programs of this machine, and pages that the service itself served.
//!
//! Listening on loopback keeps other machines out, but not the web pages that a browser on this machine shows. A
//! page can reach loopback by a name of its own that resolves to 127.0.0.1 (DNS rebinding: its `Host` betrays it), or by
//! sending a form or a request across origins (its `Origin` betrays it). This is a pure function of a request's head;
//! it knows nothing of operations, principals or answers.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use http::header::{HOST, ORIGIN};
use http::{HeaderMap, HeaderName, Uri};

/// Why a request isn't answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// The request names another host, several hosts, or none.
    #[error(
        "this service answers only to requests for its own address; the request's Host is another one"
    )]
    Host,
    /// A page that the service didn't serve sent the request.
    #[error(
        "this service answers only to its own pages and to programs; the request's Origin is another one"
    )]
    Origin,
}

impl Denied {
    /// The same, and what to do, where the service listens on `bound`.
    pub fn told(self, bound: SocketAddr) -> String {
        match self {
            Denied::Host => format!("{self}; send it to http://{bound}"),
            Denied::Origin => {
                format!(
                    "{self}; open http://{bound}/docs, or send no Origin where it is a program that asks"
                )
            }
        }
    }
}

/// Admits a request whose `Host` is the service's own address and whose `Origin`, if it has one, is the service's own.
///
/// `bound` is the address that the service listens on. Its own addresses are `localhost`, `127.0.0.1`, `[::1]` and
/// `bound` itself, each with the port of `bound`; names with a trailing dot are not among them.
///
/// # Errors
/// What the request failed on. Answered with 403.
pub fn admit(uri: &Uri, headers: &HeaderMap, bound: SocketAddr) -> Result<(), Denied> {
    // HTTP/2 and requests in absolute form name the host in the URI. Where both are there, both must be right.
    let in_uri = uri.authority().map(|authority| authority.as_str());
    let in_header = single(headers, HOST).map_err(|_| Denied::Host)?;
    if in_uri.is_none() && in_header.is_none() {
        return Err(Denied::Host);
    }
    let foreign = |authority: &str| !is_own(authority, bound);
    if in_uri.is_some_and(foreign) || in_header.is_some_and(foreign) {
        return Err(Denied::Host);
    }
    match single(headers, ORIGIN).map_err(|_| Denied::Origin)? {
        None => Ok(()),
        Some(origin) => match strip_scheme(origin) {
            Some(authority) if is_own(authority, bound) => Ok(()),
            Some(_) | None => Err(Denied::Origin),
        },
    }
}

/// The header came more than once, or isn't ASCII.
struct Unusable;

fn single(headers: &HeaderMap, name: HeaderName) -> Result<Option<&str>, Unusable> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(|_| Unusable),
        (Some(_), Some(_)) => Err(Unusable),
    }
}

/// What follows `http://`; the service speaks no TLS, so an `https` origin is never its own.
fn strip_scheme(origin: &str) -> Option<&str> {
    let (scheme, authority) = origin.split_once("://")?;
    scheme.eq_ignore_ascii_case("http").then_some(authority)
}

/// Whether `host[:port]` is an address of the service. User names, paths and odd spellings of addresses are not.
fn is_own(authority: &str, bound: SocketAddr) -> bool {
    // The colon of the port is the last one, unless that lies within the brackets of an IPv6 address.
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => match parse_port(port) {
            Some(port) => (host, port),
            None => return false,
        },
        _ => (authority, 80),
    };
    port == bound.port() && is_own_host(host, bound.ip())
}

/// Digits only: `u16::from_str` takes a plus sign as well.
fn parse_port(text: &str) -> Option<u16> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

fn is_own_host(host: &str, bound: IpAddr) -> bool {
    if host.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let bracketed = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let address: Option<IpAddr> = match bracketed {
        Some(inner) => inner.parse::<Ipv6Addr>().ok().map(IpAddr::V6),
        None => host.parse::<Ipv4Addr>().ok().map(IpAddr::V4),
    };
    address.is_some_and(|address| {
        address == Ipv4Addr::LOCALHOST || address == Ipv6Addr::LOCALHOST || address == bound
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The verdict on a request for `target` with these headers, for a service bound to `bound`.
    fn verdict(bound: &str, target: &str, lines: &[(&'static str, &str)]) -> Result<(), Denied> {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, value.parse().unwrap());
        }
        admit(&target.parse().unwrap(), &headers, bound.parse().unwrap())
    }

    fn host(value: &str) -> Result<(), Denied> {
        verdict("127.0.0.1:8080", "/tasks", &[("host", value)])
    }

    fn origin(value: &str) -> Result<(), Denied> {
        let lines = [("host", "localhost:8080"), ("origin", value)];
        verdict("127.0.0.1:8080", "/tasks", &lines)
    }

    #[test]
    fn own_hosts_are_admitted() {
        for own in [
            "localhost:8080",
            "LocalHost:8080",
            "127.0.0.1:8080",
            "[::1]:8080",
            "[0:0:0:0:0:0:0:1]:8080",
        ] {
            assert_eq!(host(own), Ok(()), "{own}");
        }
    }

    #[test]
    fn other_hosts_are_denied() {
        for foreign in [
            "evil.example:8080",
            "evil.example",
            "localhost",
            "localhost:",
            "localhost:80",
            "localhost:+8080",
            "localhost:8080:8080",
            "localhost:008080x",
            "localhost.:8080",
            "127.0.0.1.:8080",
            "localhost.evil.example:8080",
            "evil.localhost:8080",
            "127.0.0.1@evil.example:8080",
            "evil.example@127.0.0.1:8080",
            "user:8080@evil.example:8080",
            "127.1:8080",
            "0x7f.0.0.1:8080",
            "2130706433:8080",
            "127.0.0.2:8080",
            "0.0.0.0:8080",
            "[::]:8080",
            "[::ffff:127.0.0.1]:8080",
            "[::1%25lo]:8080",
            "[127.0.0.1]:8080",
            "::1:8080",
            "[::1]",
            " localhost:8080",
            "localhost:8080/",
            "",
        ] {
            assert_eq!(host(foreign), Err(Denied::Host), "{foreign:?}");
        }
    }

    #[test]
    fn a_request_names_one_host() {
        let bound = "127.0.0.1:8080";
        assert_eq!(verdict(bound, "/tasks", &[]), Err(Denied::Host));
        let two = [("host", "localhost:8080"), ("host", "localhost:8080")];
        assert_eq!(verdict(bound, "/tasks", &two), Err(Denied::Host));
    }

    #[test]
    fn the_uri_counts_as_host_too() {
        let bound = "127.0.0.1:8080";
        assert_eq!(verdict(bound, "http://localhost:8080/tasks", &[]), Ok(()));
        for (target, header) in [
            ("http://evil.example:8080/tasks", "localhost:8080"),
            ("http://localhost:8080/tasks", "evil.example:8080"),
            ("http://u:p@localhost:8080/tasks", "localhost:8080"),
        ] {
            let verdict = verdict(bound, target, &[("host", header)]);
            assert_eq!(verdict, Err(Denied::Host), "{target} {header}");
        }
    }

    #[test]
    fn the_bound_address_and_its_port_are_own() {
        let line = |value| [("host", value)];
        assert_eq!(verdict("127.8.8.8:99", "/", &line("127.8.8.8:99")), Ok(()));
        assert_eq!(verdict("[::1]:99", "/", &line("[::1]:99")), Ok(()));
        assert_eq!(verdict("127.0.0.1:80", "/", &line("localhost")), Ok(()));
        assert_eq!(verdict("[::1]:80", "/", &line("[::1]")), Ok(()));
    }

    #[test]
    fn own_origins_are_admitted() {
        for own in [
            "http://localhost:8080",
            "http://127.0.0.1:8080",
            "http://[::1]:8080",
            "HTTP://LOCALHOST:8080",
        ] {
            assert_eq!(origin(own), Ok(()), "{own}");
        }
    }

    #[test]
    fn other_origins_are_denied() {
        for foreign in [
            "null",
            "",
            "http://evil.example",
            "http://evil.example:8080",
            "https://localhost:8080",
            "http://localhost",
            "http://localhost:3000",
            "http://localhost.:8080",
            "http://localhost:8080/",
            "http://localhost:8080@evil.example",
            "http://u@localhost:8080",
            "localhost:8080",
            "file://",
            "chrome-extension://abcdef",
            "http://localhost:8080 http://evil.example",
        ] {
            assert_eq!(origin(foreign), Err(Denied::Origin), "{foreign:?}");
        }
        let two = [
            ("host", "localhost:8080"),
            ("origin", "http://localhost:8080"),
            ("origin", "http://evil.example"),
        ];
        let verdict = verdict("127.0.0.1:8080", "/", &two);
        assert_eq!(verdict, Err(Denied::Origin));
    }
}
