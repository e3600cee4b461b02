//! Page tokens: where the next page of a list begins, and what list it is, sealed.
//!
//! A token is base64url text of a tag and JSON. The tag is a keyed hash of the JSON, of the caller and of the list, so
//! a token that was changed, or that belongs to another list or another user, is refused. It is no secret: all that a
//! token names is looked up with its bearer's rights.

use std::hash::Hasher;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};
use siphasher::sip::SipHasher24;

use crate::store::Caller;

use super::{AppError, Secret};

/// How many entries a page holds; the document bounds it already.
pub(super) fn limit(asked: i32) -> usize {
    usize::try_from(asked).unwrap_or_default().max(1)
}

/// How long the tag is, in bytes.
const TAG: usize = 8;

impl Secret {
    /// Makes the token of a list's next page. The list's name says all that the token doesn't: `tasks`,
    /// `tasks/3/reminders`.
    pub fn seal_page(&self, caller: &Caller, list: &str, position: &impl Serialize) -> String {
        let mut bytes = vec![0; TAG];
        serde_json::to_writer(&mut bytes, position).expect("positions are made of what JSON has");
        let tag = self.page_tag(caller, list, &bytes[TAG..]);
        bytes[..TAG].copy_from_slice(&tag);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads a token of this list.
    ///
    /// # Errors
    ///
    /// [`AppError::Invalid`] for everything that [`seal_page`](Self::seal_page) didn't make for this caller and list.
    pub fn open_page<T: DeserializeOwned>(
        &self,
        caller: &Caller,
        list: &str,
        token: &str,
    ) -> Result<T, AppError> {
        self.open(caller, list, token).ok_or_else(|| {
            AppError::rule(
                "/query/page_token",
                "page_token",
                "must be the next_page of a page of this list",
            )
        })
    }

    fn open<T: DeserializeOwned>(&self, caller: &Caller, list: &str, token: &str) -> Option<T> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (tag, position) = bytes.split_at_checked(TAG)?;
        if self.page_tag(caller, list, position) != tag {
            return None;
        }
        // Sealed by an earlier release, it may be of another form.
        serde_json::from_slice(position).ok()
    }

    fn page_tag(&self, caller: &Caller, list: &str, position: &[u8]) -> [u8; TAG] {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        hasher.write_i64(caller.user_id);
        hasher.write_u64(list.len() as u64);
        hasher.write(list.as_bytes());
        hasher.write(position);
        hasher.finish().to_le_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(user_id: i64) -> Caller {
        Caller {
            user_id,
            email: "ana@example.com".into(),
        }
    }

    #[test]
    fn a_token_opens_for_its_own_list_and_caller() {
        let secret = Secret([7; 16]);
        let token = secret.seal_page(&caller(1), "tasks", &(5, "x"));
        let opened: (i64, String) = secret.open_page(&caller(1), "tasks", &token).unwrap();
        assert_eq!(opened, (5, "x".to_owned()));
        for (user, list) in [(2, "tasks"), (1, "runs")] {
            assert!(
                secret
                    .open_page::<(i64, String)>(&caller(user), list, &token)
                    .is_err()
            );
        }
    }

    #[test]
    fn every_changed_character_is_refused() {
        let secret = Secret([7; 16]);
        let token = secret.seal_page(&caller(1), "tasks", &5);
        for place in 0..token.len() {
            let mut changed = token.clone().into_bytes();
            changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            let error = secret
                .open_page::<i64>(&caller(1), "tasks", &changed)
                .unwrap_err();
            let AppError::Invalid(violations) = error else {
                panic!("{error}")
            };
            assert_eq!(violations[0].location, "/query/page_token");
        }
        for nonsense in ["", "x", "!", "AAAA", &token[1..]] {
            assert!(
                secret
                    .open_page::<i64>(&caller(1), "tasks", nonsense)
                    .is_err()
            );
        }
    }
}
