//! The tools on offer in the interface's JSON, made once for each offer: they are most of a request, and the same in
//! nearly all requests of an agent.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use crate::tool::ToolDefinition;

/// So many offers are kept: more than there are agents. Where tools come and go from call to call, all are forgotten when
/// there are more.
const MOST: usize = 64;

/// An offer, kept so that its address stays its own, and its JSON.
type Known = (Arc<[ToolDefinition]>, Arc<str>);

/// The offers made so far.
#[derive(Default)]
pub(super) struct Offers(Mutex<Vec<Known>>);

impl Offers {
    /// The offer's JSON, an array; `write` makes it.
    pub(super) fn json(
        &self,
        offer: &Arc<[ToolDefinition]>,
        write: fn(&[ToolDefinition]) -> String,
    ) -> Arc<str> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = lock()
            .iter()
            .find(|(known, _)| Arc::ptr_eq(known, offer))
            .map(|(_, json)| Arc::clone(json));
        known.unwrap_or_else(|| {
            let json: Arc<str> = write(offer).into();
            let mut offers = lock();
            if offers.len() >= MOST {
                offers.clear();
            }
            offers.push((Arc::clone(offer), Arc::clone(&json)));
            json
        })
    }
}

impl fmt::Debug for Offers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Offers(…)")
    }
}

/// Sets `tools` in a request's JSON object, without reading either.
pub(super) fn with_tools(mut body: Vec<u8>, tools: &str) -> Vec<u8> {
    if tools != "[]" && body.pop_if(|last| *last == b'}').is_some() {
        body.extend_from_slice(b",\"tools\":");
        body.extend_from_slice(tools.as_bytes());
        body.push(b'}');
    }
    body
}
