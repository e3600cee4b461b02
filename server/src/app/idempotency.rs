//! What tells one request from another that bears the same idempotency key.

use std::hash::Hasher;

use serde::Serialize;
use siphasher::sip128::{Hasher128, SipHasher24};

use crate::{generated::models::IdempotencyKey, store::Once};

use super::Secret;

impl Secret {
    /// Makes a request one that has its effect once, where it bears a key.
    ///
    /// The fingerprint is a keyed hash of what the request says after it was read: its path's parameters and its body,
    /// so that spaces or the order of properties don't make it another one. The key makes collisions a matter of
    /// luck, not of skill.
    pub fn once(
        &self,
        operation: &'static str,
        key: Option<&IdempotencyKey>,
        request: &impl Serialize,
    ) -> Option<Once> {
        let key = key?;
        let mut hasher = SipHasher24::new_with_key(&self.0);
        serde_json::to_writer(HashWriter(&mut hasher), request)
            .expect("requests are made of what JSON has");
        Some(Once {
            operation,
            key: key.as_str().to_owned(),
            fingerprint: hasher.finish128().as_bytes(),
        })
    }
}

/// Feeds a hasher with what is written.
struct HashWriter<'h>(&'h mut SipHasher24);

impl std::io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_tell_requests_apart_and_nothing_else() {
        let secret = Secret([7; 16]);
        let key: IdempotencyKey = "k".parse().unwrap();
        let fingerprint = |secret: &Secret, request: &(i64, &str)| {
            secret.once("op", Some(&key), request).unwrap().fingerprint
        };
        let first = fingerprint(&secret, &(1, "a"));
        assert_eq!(first, fingerprint(&secret, &(1, "a")));
        assert_ne!(first, fingerprint(&secret, &(2, "a")));
        assert_ne!(first, fingerprint(&secret, &(1, "b")));
        assert_ne!(first, fingerprint(&Secret([8; 16]), &(1, "a")));
        assert_eq!(secret.once("op", None, &(1, "a")), None);
    }
}
