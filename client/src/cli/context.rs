//! What every command has at hand: the client, where output goes, and how it looks there.

use std::io::{self, IsTerminal as _, Write as _};

use chrono::Utc;
use futures::{Stream, TryStreamExt as _};
use serde::Serialize;
use taskmanager_client::stream::StreamEvent;
use taskmanager_client::types::ApiError;
use taskmanager_client::{Client, Error};

use super::args::ListSize;
use super::text::Paint;
use super::trouble::Trouble;
use super::view::{View, Zone};

pub(crate) struct Context {
    pub(crate) client: Client,
    pub(crate) url: String,
    pub(crate) json: bool,
    pub(crate) view: View,
}

impl Context {
    pub(crate) fn new(client: Client, url: &str, json: bool) -> Self {
        let is_terminal = io::stdout().is_terminal();
        let paint = Paint {
            on: is_terminal && colours_are_wanted(|name| std::env::var_os(name)),
        };
        let width = terminal_size::terminal_size().map(|(width, _)| width.0.into());
        let view = View {
            paint,
            width: width.filter(|_| is_terminal),
            zone: Zone::Local,
            now: Utc::now(),
        };
        Self {
            client,
            url: url.to_owned(),
            json,
            view,
        }
    }

    /// Writes one thing: as JSON on one line, or as `show` shows it.
    pub(crate) fn put<T: Serialize>(
        &self,
        value: &T,
        show: impl FnOnce(&T, &View) -> String,
    ) -> Result<(), Trouble> {
        if self.json {
            self.put_json(value)
        } else {
            self.put_text(&show(value, &self.view))
        }
    }

    pub(crate) fn put_json<T: Serialize>(&self, value: &T) -> Result<(), Trouble> {
        let mut line = serde_json::to_string(value).map_err(io::Error::from)?;
        line.push('\n');
        self.put_text(&line)
    }

    /// Writes an event as the service wrote it, with its number, which `--after` takes, in front.
    pub(crate) fn put_event<T>(&self, event: &StreamEvent<T>) -> Result<(), Trouble> {
        self.put_text(&format!("{}\n", numbered(event.id, event.json())))
    }

    pub(crate) fn put_text(&self, text: &str) -> Result<(), Trouble> {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        Ok(())
    }

    /// Says something beside the output, which stays clean for pipes; nothing where programs read.
    pub(crate) fn note(&self, text: &str) {
        if !self.json {
            // A note that can't be written is no reason to fail.
            let _ = writeln!(io::stderr(), "{text}");
        }
    }

    /// Writes a list as far as it is wanted: JSON lines as they come, or a table of all.
    pub(crate) async fn put_list<T: Serialize>(
        &self,
        items: impl Stream<Item = Result<T, Error<ApiError>>> + Unpin,
        size: &ListSize,
        name: &str,
        show: impl FnOnce(&[T], &View) -> String,
    ) -> Result<(), Trouble> {
        let limit = if size.all {
            usize::MAX
        } else {
            usize::try_from(size.limit).unwrap_or(usize::MAX)
        };
        let (mut items, mut shown, mut rows) = (items, 0, Vec::new());
        let mut is_more = false;
        while let Some(item) = items.try_next().await? {
            if shown == limit {
                is_more = true;
                break;
            }
            shown += 1;
            if self.json {
                self.put_json(&item)?
            } else {
                rows.push(item)
            }
        }
        if !self.json && rows.is_empty() {
            self.note(&format!("no {name}"));
        } else if !self.json {
            self.put_text(&show(&rows, &self.view))?;
        }
        if is_more {
            self.note(&format!(
                "there are more {name}: --limit N or --all shows them"
            ));
        }
        Ok(())
    }
}

fn numbered(id: Option<u64>, json: &str) -> String {
    match (id, json.strip_prefix('{')) {
        (Some(id), Some(rest)) => format!("{{\"event_id\":{id},{rest}"),
        _ => json.to_owned(),
    }
}

/// The largest page that is worth asking for.
pub(crate) fn page_size(size: &ListSize) -> u32 {
    const LARGEST: u32 = 100;
    // One more than is shown tells whether there are more.
    if size.all {
        LARGEST
    } else {
        size.limit.saturating_add(1).min(LARGEST)
    }
}

/// NO_COLOR (no-color.org) counts unless it is empty.
fn colours_are_wanted(variable: impl Fn(&str) -> Option<std::ffi::OsString>) -> bool {
    let no_colour = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
    let is_dumb = variable("TERM").is_some_and(|value| value == "dumb");
    !no_colour && !is_dumb
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_left_out_when_asked() {
        let with = |name: &'static str, value: &'static str| {
            colours_are_wanted(move |asked| (asked == name).then(|| value.into()))
        };
        assert!(with("", ""));
        assert!(with("NO_COLOR", ""));
        assert!(!with("NO_COLOR", "1"));
        assert!(!with("TERM", "dumb"));
        assert!(with("TERM", "xterm-256color"));
    }

    #[test]
    fn events_bear_their_number() {
        let json = r#"{"type":"token","text":"{"}"#;
        assert_eq!(
            numbered(Some(7), json),
            r#"{"event_id":7,"type":"token","text":"{"}"#
        );
        assert_eq!(numbered(None, json), json);
    }

    #[test]
    fn pages_are_no_larger_than_the_list_that_is_shown() {
        let size = |limit, all| page_size(&ListSize { limit, all });
        assert_eq!(
            [
                size(1, false),
                size(20, false),
                size(100, false),
                size(9, true)
            ],
            [2, 21, 100, 100]
        );
    }
}
