//! Ids of traces and spans: made from the run's own id, so that a run stays a value without dice.

use std::{
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
    str::FromStr,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use uuid::Uuid;

/// The id of a trace: 16 bytes, not all zero, written as 32 hexadecimal digits. Where the run's id is a prefixed UUID,
/// it is that UUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TraceId(u128);

/// The id of a span: 8 bytes, not all zero, written as 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SpanId(u64);

impl TraceId {
    /// The trace of the run with this id.
    pub fn of_run(run_id: &str) -> Self {
        let uuid = run_id
            .rsplit('_')
            .next()
            .and_then(|text| Uuid::try_parse(text).ok());
        let id = uuid.map_or_else(
            || (u128::from(hash(run_id, 1)) << 64) | u128::from(hash(run_id, 2)),
            |uuid| uuid.as_u128(),
        );
        Self(id.max(1))
    }

    /// Its bytes, as W3C's Trace Context and OTLP send them.
    pub fn to_bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }

    /// What the ids of the run's spans are made from.
    pub(super) fn seed(self) -> u64 {
        self.0 as u64
    }
}

impl SpanId {
    /// The `number`th id from a seed. Ids of one seed never meet; of two they meet as rarely as random ones.
    pub(super) fn nth(seed: u64, number: u32) -> Self {
        let id = mix(seed.wrapping_add(u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        Self(id.max(1))
    }

    /// What the ids of spans of a run inside this span are made from.
    pub(super) fn seed(self) -> u64 {
        mix(!self.0)
    }

    /// Its bytes, as W3C's Trace Context and OTLP send them.
    pub fn to_bytes(self) -> [u8; 8] {
        self.0.to_be_bytes()
    }
}

/// The last step of splitmix64: a bijection.
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Only for run ids that are no UUIDs, as tests and library users may have.
fn hash(text: &str, salt: u8) -> u64 {
    let mut hasher = DefaultHasher::new();
    (salt, text).hash(&mut hasher);
    hasher.finish()
}

/// A text that is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no id of {digits} hexadecimal digits that aren't all zero")]
pub struct NoId {
    digits: usize,
}

fn digits(text: &str, digits: usize) -> Result<u128, NoId> {
    let is_hex = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let id = u128::from_str_radix(text, 16).ok().filter(|_| is_hex);
    id.filter(|id| *id != 0).ok_or(NoId { digits })
}

impl fmt::Display for TraceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Display for SpanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for TraceId {
    type Err = NoId;

    fn from_str(text: &str) -> Result<Self, NoId> {
        digits(text, 32).map(Self)
    }
}

impl FromStr for SpanId {
    type Err = NoId;

    fn from_str(text: &str) -> Result<Self, NoId> {
        // Sixteen digits are eight bytes.
        digits(text, 16).map(|id| Self(id as u64))
    }
}

impl Serialize for TraceId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for SpanId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TraceId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for SpanId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_trace_has_the_id_of_its_run() {
        let trace = TraceId::of_run("run_01a2028a-0750-752e-b651-3270269e0d37");
        assert_eq!(trace.to_string(), "01a2028a0750752eb6513270269e0d37");
        assert_eq!(trace.to_string().parse(), Ok(trace));
        assert_ne!(TraceId::of_run("a"), TraceId::of_run("b"));
        for bad in [
            "",
            "0",
            &"0".repeat(32),
            &"g".repeat(32),
            "+1a2028a0750752eb6513270269e0d37",
        ] {
            assert!(bad.parse::<TraceId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn span_ids_of_a_run_and_of_the_runs_inside_it_differ() {
        let seed = TraceId::of_run("run_01a2028a-0750-752e-b651-3270269e0d37").seed();
        let mut seen = HashSet::new();
        for number in 1..1000 {
            let id = SpanId::nth(seed, number);
            assert_eq!(id.to_string().parse(), Ok(id));
            assert!(seen.insert(id));
            for inner in 1..20 {
                assert!(seen.insert(SpanId::nth(id.seed(), inner)));
            }
        }
    }
}
