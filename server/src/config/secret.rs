//! Values that must never be shown.

use std::fmt;

/// The key of a model server. It prints as `[hidden]`, and lives nowhere but in the settings and in the model's requests.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// Takes a key that fits into an HTTP header.
    pub(crate) fn parse(text: &str) -> Option<ApiKey> {
        let fits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| ApiKey(text.to_owned()))
    }

    /// The key itself, for the `Authorization` header of the model server and for nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[hidden]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_never_printed() {
        let key = ApiKey::parse("sk-very-secret").unwrap();
        assert_eq!(
            format!("{key:?} {:?}", Some(&key)),
            "[hidden] Some([hidden])"
        );
        assert_eq!(key.expose(), "sk-very-secret");
    }

    #[test]
    fn a_key_fits_into_a_header() {
        for bad in ["", "two words", "line\nbreak", "schlüssel"] {
            assert_eq!(ApiKey::parse(bad), None, "{bad:?}");
        }
    }
}
