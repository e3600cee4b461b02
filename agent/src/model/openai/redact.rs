//! Keeps the key out of everything that a person or a log may see.

use std::sync::Arc;

use reqwest::Url;

/// What stands in a key's place.
const MARK: &str = "[key]";

/// Knows the key, so that it can be taken out of what servers say: some repeat it in their errors, whole or masked.
#[derive(Clone, Default)]
pub(super) struct Redactor(Option<Arc<str>>);

impl Redactor {
    pub(super) fn new(key: Option<&str>) -> Self {
        Self(key.map(Arc::from))
    }

    /// Takes out the key, and every word that looks like a masked form of it.
    pub(super) fn clean(&self, text: &str) -> String {
        let Some(key) = &self.0 else {
            return text.to_owned();
        };
        let text = text.replace(&**key, MARK);
        // Six characters: `sk-` and three more. Shorter beginnings would hit ordinary words.
        let beginning = key.get(..6).unwrap_or(key);
        let end = key
            .len()
            .checked_sub(4)
            .and_then(|at| key.get(at..))
            .unwrap_or(key);
        let mut clean = String::with_capacity(text.len());
        for piece in
            text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | ';'))
        {
            let word = piece.trim_end_matches(|c: char| {
                c.is_whitespace() || matches!(c, '"' | '\'' | ',' | ';' | '.')
            });
            let masked = word.contains("***") || word.contains("...") && word.ends_with(end);
            if word.contains(beginning) || masked {
                clean.push_str(MARK);
                clean.push_str(&piece[word.len()..]);
            } else {
                clean.push_str(piece);
            }
        }
        clean
    }
}

/// An address without user, password, query and fragment.
pub(super) fn address(text: &str) -> String {
    match Url::parse(text) {
        Ok(mut url) => {
            // Refused only for addresses that have no host, which then have no user either.
            let _ = url.set_username("");
            let _ = url.set_password(None);
            url.set_query(None);
            url.set_fragment(None);
            url.to_string()
        }
        Err(_) => "[no address]".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Redactor, address};

    #[test]
    fn a_key_is_taken_out_whole_and_masked() {
        let redactor = Redactor::new(Some("sk-proj-abcdefghijkl1234"));
        let check = |text: &str, expected: &str| assert_eq!(redactor.clean(text), expected);
        check("bad key sk-proj-abcdefghijkl1234.", "bad key [key].");
        check("Bearer sk-proj-abcdefghijkl1234", "Bearer [key]");
        check(
            "key: sk-pro*************1234, see below",
            "key: [key], see below",
        );
        check(
            "key \"sk-proj-a...1234\" is wrong",
            "key \"[key]\" is wrong",
        );
        check(
            "{\"key\":\"sk-proj-abcdefghijkl1234\"}",
            "{\"key\":\"[key]\"}",
        );
        check(
            "the model is busy... try later",
            "the model is busy... try later",
        );
        assert_eq!(Redactor::new(None).clean("as it is"), "as it is");
    }

    #[test]
    fn an_address_shows_nothing_secret() {
        assert_eq!(
            address("https://me:secret@host/v1?key=x#y"),
            "https://host/v1"
        );
        assert_eq!(address("secret"), "[no address]");
    }
}
