//! Where traces are exported to: OpenTelemetry's own variables, read as its specification says.
//!
//! One difference, on purpose: without an endpoint nothing is exported, instead of to the port 4318 of this machine.

use http::{HeaderName, HeaderValue, Uri};
use percent_encoding::percent_decode_str;

use super::{Fault, parse::keep};

/// Where traces are exported to, and as whose.
#[derive(Clone, Debug, PartialEq)]
pub struct OtlpConfig {
    /// The whole address that spans are posted to.
    pub endpoint: Uri,
    /// What each request bears besides; most often a key, so the values are never shown.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// `service.name`.
    pub service_name: String,
}

/// The variables as they were written. An empty one counts as absent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OtlpVariables(Vec<(&'static str, String)>);

const ENDPOINT: &str = "OTEL_EXPORTER_OTLP_ENDPOINT";
const TRACES_ENDPOINT: &str = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
const HEADERS: &str = "OTEL_EXPORTER_OTLP_HEADERS";
const TRACES_HEADERS: &str = "OTEL_EXPORTER_OTLP_TRACES_HEADERS";
const PROTOCOL: &str = "OTEL_EXPORTER_OTLP_PROTOCOL";
const TRACES_PROTOCOL: &str = "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL";
const SERVICE_NAME: &str = "OTEL_SERVICE_NAME";
const TRACES_EXPORTER: &str = "OTEL_TRACES_EXPORTER";
const SDK_DISABLED: &str = "OTEL_SDK_DISABLED";

/// Every variable that is read.
const VARIABLES: [&str; 9] = [
    ENDPOINT,
    TRACES_ENDPOINT,
    HEADERS,
    TRACES_HEADERS,
    PROTOCOL,
    TRACES_PROTOCOL,
    SERVICE_NAME,
    TRACES_EXPORTER,
    SDK_DISABLED,
];

impl OtlpVariables {
    /// The process's own.
    pub fn from_process() -> Self {
        let read = VARIABLES.into_iter().filter_map(|name| {
            // What is no text must be told as a fault, not be taken for nothing.
            let value = std::env::var_os(name)?;
            Some((name, value.to_string_lossy().into_owned()))
        });
        Self(read.collect())
    }

    /// The first of these that is given, with its name.
    fn given(&self, names: [&'static str; 2]) -> Option<(&'static str, &str)> {
        names.into_iter().find_map(|name| {
            let (_, value) = self.0.iter().find(|(known, _)| *known == name)?;
            Some((name, value.trim())).filter(|(_, value)| !value.is_empty())
        })
    }

    /// None where nothing is to be exported: then the other variables aren't looked at.
    pub(super) fn parse(&self, faults: &mut Vec<Fault>) -> Option<OtlpConfig> {
        let one = |name| self.given([name, name]).map(|(_, value)| value);
        let is_off = one(SDK_DISABLED).is_some_and(|value| value.eq_ignore_ascii_case("true"))
            || one(TRACES_EXPORTER) == Some("none");
        let (variable, address) = self.given([TRACES_ENDPOINT, ENDPOINT])?;
        if is_off {
            return None;
        }
        let path = if variable == ENDPOINT {
            "/v1/traces"
        } else {
            ""
        };
        let endpoint = keep(faults, variable, endpoint(address, path));
        let headers = match self.given([TRACES_HEADERS, HEADERS]) {
            Some((variable, text)) => keep(faults, variable, headers(text)),
            None => Some(Vec::new()),
        };
        if let Some((variable, spoken)) = self.given([TRACES_PROTOCOL, PROTOCOL])
            && spoken != "http/protobuf"
        {
            let spoken = spoken.escape_debug();
            let problem = format!("`{spoken}` is not spoken here; use http/protobuf");
            keep::<()>(faults, variable, Err(problem));
        }
        Some(OtlpConfig {
            endpoint: endpoint?,
            headers: headers?,
            service_name: one(SERVICE_NAME).unwrap_or("taskmanager").to_owned(),
        })
    }
}

/// The value is never quoted: people put credentials into addresses.
fn endpoint(text: &str, path: &str) -> Result<Uri, String> {
    let whole = format!("{}{path}", text.trim_end_matches('/'));
    let usable = whole.parse::<Uri>().ok().filter(|uri| {
        let authority = uri.authority().map_or("", |authority| authority.as_str());
        matches!(uri.scheme_str(), Some("http" | "https"))
            && !uri.host().unwrap_or("").is_empty()
            && !authority.contains('@')
            && !text.contains('#')
    });
    usable.ok_or_else(|| {
        "must be an http or https address without user or fragment, like http://127.0.0.1:4318"
            .to_owned()
    })
}

/// `name=value,name=value`, values percent-encoded where they need to be. No value is ever quoted.
fn headers(text: &str) -> Result<Vec<(HeaderName, HeaderValue)>, String> {
    let parts = text.split(',').map(str::trim);
    let pairs = parts.filter(|part| !part.is_empty()).map(|part| {
        let (name, value) = part.split_once('=')?;
        let name = HeaderName::try_from(name.trim()).ok()?;
        let value = percent_decode_str(value.trim()).decode_utf8().ok()?;
        let mut value = HeaderValue::try_from(value.as_ref()).ok()?;
        value.set_sensitive(true);
        Some((name, value))
    });
    pairs.collect::<Option<_>>().ok_or_else(|| {
        "must be names and values that fit into HTTP headers, like api-key=KEY,other=VALUE"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(variables: &[(&'static str, &str)]) -> Result<Option<OtlpConfig>, String> {
        let variables = variables
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()));
        let mut faults = Vec::new();
        let config = OtlpVariables(variables.collect()).parse(&mut faults);
        if faults.is_empty() {
            Ok(config)
        } else {
            Err(super::super::Faults(faults).to_string())
        }
    }

    #[test]
    fn nothing_is_exported_unless_an_endpoint_is_given() {
        for off in [
            &[][..],
            &[(SERVICE_NAME, "mine"), (HEADERS, "key=secret")],
            &[(ENDPOINT, "  ")],
            &[(ENDPOINT, "http://h"), (SDK_DISABLED, "true")],
            &[(ENDPOINT, "http://h"), (TRACES_EXPORTER, "none")],
        ] {
            assert_eq!(parsed(off), Ok(None), "{off:?}");
        }
    }

    #[test]
    fn the_endpoint_of_traces_is_taken_as_it_is_and_that_of_all_signals_gets_their_path() {
        for (variables, expected) in [
            (
                &[(ENDPOINT, "http://h:4318")][..],
                "http://h:4318/v1/traces",
            ),
            (&[(ENDPOINT, "https://h/otlp/")], "https://h/otlp/v1/traces"),
            (
                &[
                    (ENDPOINT, "http://h"),
                    (TRACES_ENDPOINT, "http://t/spans?x=1"),
                ],
                "http://t/spans?x=1",
            ),
        ] {
            let config = parsed(variables).unwrap().unwrap();
            assert_eq!(config.endpoint.to_string(), expected);
            assert_eq!(config.service_name, "taskmanager");
        }
    }

    #[test]
    fn headers_are_decoded_and_never_shown() {
        let config = parsed(&[
            (TRACES_ENDPOINT, "http://h/v1/traces"),
            (HEADERS, "api-key=not-this"),
            (TRACES_HEADERS, "api-key = s%C3%A9cret%2C1 , x=y"),
        ]);
        let config = config.unwrap().unwrap();
        let values: Vec<_> = config
            .headers
            .iter()
            .map(|(_, value)| value.as_bytes())
            .collect();
        assert_eq!(values, ["sécret,1".as_bytes(), b"y"]);
        let shown = format!("{config:?}");
        assert!(!shown.contains("cret"), "{shown}");
    }

    #[test]
    fn faults_quote_no_secret() {
        let faults = parsed(&[
            (ENDPOINT, "http://me:secret@h"),
            (HEADERS, "secret"),
            (PROTOCOL, "grpc"),
        ])
        .unwrap_err();
        let lines: Vec<_> = faults
            .lines()
            .map(|line| line.split(':').next().unwrap())
            .collect();
        assert_eq!(lines, [ENDPOINT, HEADERS, PROTOCOL]);
        assert!(!faults.contains("secret"), "{faults}");
    }
}
