//! Made clients against made servers: `tests/wire` calls every operation that the clients of `../fixtures` have, over HTTP.
//!
//! A crate of its own, so that the fixtures need not wait for clients to compile. The servers are the fixtures' own.
