//! Takes out of a line what a log must not keep, whoever logged it.
//!
//! dropshot logs the whole URI of a request. Of that only the path is kept: queries hold what people search for, and an
//! absolute URI may hold a password. Path segments that are addresses of people become `…`. Values under a name that
//! stands for a secret become `[hidden]`. Messages and bodies are never values of a line in this service.

use std::borrow::Cow;
use std::fmt;

use slog::{BorrowedKV, Drain, KV, Key, OwnedKV, OwnedKVList, Record, RecordStatic, Serializer};

/// Passes every line on without its secrets.
pub(super) struct Scrub<D>(pub(super) D);

impl<D: Drain> Drain for Scrub<D> {
    type Ok = D::Ok;
    type Err = D::Err;

    fn log(&self, record: &Record<'_>, values: &OwnedKVList) -> Result<D::Ok, D::Err> {
        let fixed = RecordStatic {
            location: record.location(),
            tag: record.tag(),
            level: record.level(),
        };
        let own = Scrubbed(record.kv());
        let clean = Record::new(&fixed, record.msg(), BorrowedKV(&own));
        let inherited = OwnedKV(Scrubbed(values.clone()));
        self.0.log(&clean, &inherited.into())
    }
}

/// The same pairs without secrets.
struct Scrubbed<T>(T);

impl<T: KV> KV for Scrubbed<T> {
    fn serialize(&self, record: &Record<'_>, serializer: &mut dyn Serializer) -> slog::Result {
        self.0.serialize(record, &mut Filter(serializer))
    }
}

struct Filter<'a>(&'a mut dyn Serializer);

/// Numbers and the like hold no text, but may stand under a secret's name.
macro_rules! pass {
    ($($method:ident: $type:ty),* $(,)?) => {
        $(fn $method(&mut self, key: Key, value: $type) -> slog::Result {
            match Treatment::of(key.as_ref()) {
                Treatment::Hide => self.0.emit_str(key, HIDDEN),
                Treatment::Keep | Treatment::PathOnly | Treatment::Rename(_) => self.0.$method(key, value),
                Treatment::Omit => Ok(()),
            }
        })*
    };
}

impl Serializer for Filter<'_> {
    pass! {
        emit_usize: usize, emit_isize: isize, emit_bool: bool, emit_char: char,
        emit_u8: u8, emit_i8: i8, emit_u16: u16, emit_i16: i16, emit_u32: u32, emit_i32: i32, emit_f32: f32,
        emit_u64: u64, emit_i64: i64, emit_f64: f64, emit_u128: u128, emit_i128: i128,
    }

    fn emit_str(&mut self, key: Key, value: &str) -> slog::Result {
        match Treatment::of(key.as_ref()) {
            Treatment::Keep => self.0.emit_str(key, value),
            Treatment::PathOnly => self.0.emit_str(key, &path_only(value)),
            Treatment::Rename(name) => self.0.emit_str(name.into(), value),
            Treatment::Hide => self.0.emit_str(key, HIDDEN),
            Treatment::Omit => Ok(()),
        }
    }

    fn emit_arguments(&mut self, key: Key, value: &fmt::Arguments<'_>) -> slog::Result {
        match Treatment::of(key.as_ref()) {
            Treatment::Keep => self.0.emit_arguments(key, value),
            _ => self.emit_str(key, &value.to_string()),
        }
    }

    fn emit_unit(&mut self, key: Key) -> slog::Result {
        self.0.emit_unit(key)
    }

    // slog-term prints an empty value, which says nothing; a pair without value isn't written.
    fn emit_none(&mut self, _: Key) -> slog::Result {
        Ok(())
    }
}

const HIDDEN: &str = "[hidden]";

/// What happens to a pair, by its name.
enum Treatment {
    Keep,
    PathOnly,
    Rename(&'static str),
    Hide,
    Omit,
}

impl Treatment {
    fn of(name: &str) -> Treatment {
        match name {
            "uri" | "url" => Treatment::PathOnly,
            // The name that the API's answers use.
            "req_id" => Treatment::Rename("request_id"),
            // Said once at the start; dropshot repeats it in every line.
            "local_addr" => Treatment::Omit,
            "authorization" | "hdr_authorization" | "cookie" | "hdr_cookie" | "password"
            | "secret" | "token" | "access_token" | "refresh_token" | "api_key" | "key" => {
                Treatment::Hide
            }
            _ => Treatment::Keep,
        }
    }
}

/// The path of a URI in any of its forms, people's addresses blotted out.
fn path_only(uri: &str) -> Cow<'_, str> {
    let end = uri.find(['?', '#']).unwrap_or(uri.len());
    let uri = &uri[..end];
    let path = match uri.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |start| &rest[start..]),
        None => uri,
    };
    let personal = |segment: &str| segment.contains('@') || segment.contains("%40");
    if !path.split('/').any(personal) {
        return Cow::Borrowed(path);
    }
    let blotted: Vec<&str> = path
        .split('/')
        .map(|segment| if personal(segment) { "…" } else { segment })
        .collect();
    Cow::Owned(blotted.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use slog::{Logger, info, o};
    use std::sync::{Arc, Mutex};

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl std::io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    /// What a JSON log holds after `log` was done, without its times.
    fn logged(log: impl FnOnce(Logger)) -> Vec<serde_json::Value> {
        let lines = Lines::default();
        let (channel, guard) =
            slog_async::Async::new(Scrub(super::super::json(lines.clone()))).build_with_guard();
        log(Logger::root(channel.fuse(), o!()));
        drop(guard);
        let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        text.lines()
            .map(|line| {
                let mut line: serde_json::Value = serde_json::from_str(line).unwrap();
                let time = line.as_object_mut().unwrap().remove("time").unwrap();
                assert!(time.as_str().unwrap().ends_with('Z'), "{time}");
                line
            })
            .collect()
    }

    #[test]
    fn a_request_is_logged_by_its_path() {
        let lines = logged(|root| {
            // As dropshot does it.
            let log = root.new(o!(
                "local_addr" => "127.0.0.1:8080",
                "req_id" => "0f7c".to_owned(),
                "uri" => "/tasks?text=divorce&token=abc".to_owned(),
            ));
            info!(log, "request completed"; "response_code" => 200, "error_message_internal" => None::<&str>);
        });
        let expected = serde_json::json!({
            "message": "request completed", "level": "info",
            "request_id": "0f7c", "uri": "/tasks", "response_code": 200,
        });
        assert_eq!(lines, [expected]);
    }

    #[test]
    fn secrets_of_the_line_itself_go_too() {
        let lines = logged(|log| {
            info!(log, "asked"; "uri" => format_args!("/a?b={}", 1), "token" => "abc", "api_key" => 17, "count" => 3);
        });
        let expected = serde_json::json!({
            "message": "asked", "level": "info",
            "uri": "/a", "token": "[hidden]", "api_key": "[hidden]", "count": 3,
        });
        assert_eq!(lines, [expected]);
    }

    #[test]
    fn of_a_uri_the_path_is_kept() {
        for (uri, path) in [
            ("/", "/"),
            ("/tasks?text=secret", "/tasks"),
            ("/tasks#x?y", "/tasks"),
            ("*", "*"),
            ("http://user:password@localhost:8080/tasks?q=1", "/tasks"),
            ("http://user:password@localhost", "/"),
            ("/tasks/3/shares/dev@example.com", "/tasks/3/shares/…"),
            ("/tasks/3/shares/dev%40example.com?x", "/tasks/3/shares/…"),
        ] {
            assert_eq!(path_only(uri), path, "{uri}");
        }
    }
}
