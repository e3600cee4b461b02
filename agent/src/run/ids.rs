//! The ids of calls: made from the run's own id, so that a run stays a value without clock or dice.

use std::hash::{DefaultHasher, Hash, Hasher};

use uuid::{Builder, Uuid};

/// The `n`th call id of a run: `call_` and a UUIDv7 without hyphens, 37 characters. (OpenAI takes at most 40; with
/// hyphens it would be 41.) It bears the run's time where the run's id is a prefixed UUIDv7.
///
/// Two ids of one run never meet: `n` is added before a one-to-one mixing of 64 bits, 62 of which are kept beside 12
/// bits that count. Ids of two runs meet as rarely as the runs' own random bits.
pub(crate) fn call_id(run_id: &str, n: u64) -> String {
    let uuid = run_id
        .rsplit('_')
        .next()
        .and_then(|text| Uuid::try_parse(text).ok());
    let (millis, seed) = match uuid {
        Some(uuid) if uuid.get_version_num() == 7 => {
            let (high, low) = uuid.as_u64_pair();
            (high >> 16, low ^ (high << 52))
        }
        _ => (0, hash(run_id)),
    };
    let mixed = mix(seed.wrapping_add(n.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    let mut random = [0_u8; 10];
    random[..2].copy_from_slice(&(n as u16 & 0x0FFF).to_be_bytes());
    random[2..].copy_from_slice(&mixed.to_be_bytes());
    let id = Builder::from_unix_timestamp_millis(millis, &random).into_uuid();
    format!("call_{}", id.simple())
}

/// The last step of splitmix64: a bijection.
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Only for run ids that are no UUIDs, as tests and library users may have.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use uuid::Uuid;

    use super::call_id;

    #[test]
    fn call_ids_are_uuidv7_distinct_and_repeatable() {
        let run = format!("run_{}", Uuid::now_v7().simple());
        let other = format!("run_{}", Uuid::now_v7());
        let mut seen = HashSet::new();
        for n in 0..10_000 {
            for run in [&run, &other, &"r".to_owned()] {
                let id = call_id(run, n);
                assert_eq!(id, call_id(run, n));
                assert_eq!(id.len(), 37);
                let uuid = Uuid::try_parse(id.strip_prefix("call_").unwrap()).unwrap();
                assert_eq!(uuid.get_version_num(), 7);
                assert!(seen.insert(id));
            }
        }
    }
}
