//! What servers send, byte for byte (`tests/transcripts`), through the real client: however it is split, no run is lost
//! that could be saved, and what stops short is an error and never an answer.
//!
//! Each `NAME.http` is an answer with its head; framing is the stub's. The `NAME.json` beside it says what is odd about it,
//! whether it was recorded or composed, and what is to come of it.

use std::{path::PathBuf, sync::Arc, time::Duration};

use serde::Deserialize;
use taskmanager_agent::{
    agent::Agents,
    budget::Bound,
    driver::{Driven, Driver, MemoryJournal, RunControl},
    event::Event,
    model::{ModelChunk, ModelError, openai::*},
    run::{Ending, Run},
};

use crate::{harness::*, stub::*};

const KEY: &str = "sk-test-abcdefghijklmnop9876";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    quirk: String,
    origin: String,
    #[serde(default)]
    api: Wire,
    /// Whether a stream is asked for.
    #[serde(default = "yes")]
    stream: bool,
    /// The connection ends without the end of the body.
    #[serde(default)]
    breaks_off: bool,
    expect: Expected,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Wire {
    #[default]
    Chat,
    Responses,
}

fn yes() -> bool {
    true
}

/// What comes of an answer.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Expected {
    text: String,
    /// Names and arguments.
    calls: Vec<(String, String)>,
    refusal: bool,
    /// Tokens read and written, and of these the cached and those of thoughts.
    usage: Option<[u64; 4]>,
    /// The bound that it ran into.
    cut_off: Option<Bound>,
    error: Option<ExpectedError>,
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct ExpectedError {
    code: String,
    /// What the log's line holds.
    words: String,
    transient: Option<bool>,
    /// From, to.
    retry_after_ms: Option<(u64, u64)>,
}

struct Transcript {
    name: String,
    sheet: Sheet,
    /// Without what says how the body is framed.
    head: String,
    body: Vec<u8>,
}

fn transcripts() -> Vec<Transcript> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut sheets: Vec<PathBuf> = files
        .filter(|file| file.extension().is_some_and(|end| end == "json"))
        .collect();
    sheets.sort();
    sheets.iter().map(read).collect()
}

fn read(sheet: &PathBuf) -> Transcript {
    let name = sheet.file_stem().unwrap().to_str().unwrap().to_owned();
    let text = std::fs::read_to_string(sheet).unwrap();
    let http = std::fs::read(sheet.with_extension("http")).unwrap();
    let end = http
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap();
    let head = String::from_utf8(http[..end].to_vec()).unwrap();
    let framing = |line: &&str| {
        let line = line.to_lowercase();
        !["transfer-encoding:", "content-length:", "connection:"]
            .iter()
            .any(|name| line.starts_with(name))
    };
    Transcript {
        sheet: serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}")),
        head: head
            .split("\r\n")
            .filter(framing)
            .map(|line| line.to_owned() + "\r\n")
            .collect(),
        body: http[end + 4..].to_vec(),
        name,
    }
}

impl Transcript {
    /// In one segment, with its length before it.
    fn whole(&self) -> Reply {
        let missing = usize::from(self.sheet.breaks_off);
        let length = self.body.len() + missing;
        let head = format!("{}content-length: {length}\r\n\r\n", self.head);
        let mut reply = vec![Act::Send([head.as_bytes(), &self.body].concat())];
        if self.sheet.breaks_off {
            reply.push(Act::Close);
        }
        reply
    }

    /// In these pieces, each a chunk.
    fn pieces<'a>(&self, pieces: impl IntoIterator<Item = &'a [u8]>) -> Reply {
        let head = format!("{}transfer-encoding: chunked\r\n\r\n", self.head);
        let mut reply = vec![Act::Send(head.into_bytes())];
        reply.extend(pieces.into_iter().map(|piece| Act::Send(chunk(piece))));
        reply.push(match self.sheet.breaks_off {
            true => Act::Close,
            false => Act::Send(chunk(b"")),
        });
        reply
    }

    fn bytewise(&self) -> Reply {
        self.pieces(self.body.chunks(1))
    }

    /// Apart where it hurts most: within characters, between CR and LF, within the end of an event, after colons, quotes
    /// and backslashes; and the chunks' own heads as well.
    fn awkward(&self) -> Reply {
        let hurts = |&(before, after): &(u8, u8)| {
            after & 0xc0 == 0x80 || after == b'\n' || b"\r:\"\\<".contains(&before)
        };
        let cut = |bytes: &[u8]| -> Vec<Vec<u8>> {
            let mut pieces = vec![Vec::new()];
            for (at, byte) in bytes.iter().enumerate() {
                let last: &mut Vec<u8> = pieces.last_mut().unwrap();
                last.push(*byte);
                if bytes
                    .get(at + 1)
                    .is_some_and(|after| hurts(&(*byte, *after)))
                {
                    pieces.push(Vec::new());
                }
            }
            pieces
        };
        let pieces = cut(&self.body);
        let pieces = pieces
            .iter()
            .map(Vec::as_slice)
            .filter(|piece| !piece.is_empty());
        let wire = self.pieces(pieces).into_iter().flat_map(|act| match act {
            Act::Send(bytes) => cut(&bytes).into_iter().map(Act::Send).collect(),
            other => vec![other],
        });
        wire.collect()
    }

    fn config(&self, stub: &Stub) -> OpenAiConfig {
        OpenAiConfig {
            api_key: Some(KEY.into()),
            api: match self.sheet.api {
                Wire::Chat => Api::ChatCompletions,
                Wire::Responses => Api::Responses,
            },
            stream: self.sheet.stream,
            ..stub.config()
        }
    }

    /// What the client makes of these replies, one after the other.
    fn heard(&self, replies: Vec<Reply>) -> Vec<(Vec<ModelChunk>, Option<ModelError>)> {
        online(async {
            let count = replies.len();
            let stub = Stub::serve(replies).await;
            let model = OpenAi::new(self.config(&stub)).unwrap();
            let mut heard = Vec::new();
            for _ in 0..count {
                heard.push(ask(&model, request(vec![user("hi")])).await);
            }
            heard
        })
    }
}

/// What came of an answer, but for its error, and whether it had an end.
fn summary(chunks: &[ModelChunk]) -> (Expected, bool) {
    let (mut summary, mut ended) = (Expected::default(), false);
    for chunk in chunks {
        assert!(!ended, "nothing follows the end: {chunks:?}");
        match chunk {
            ModelChunk::Text(text) => summary.text.push_str(text),
            ModelChunk::ToolCall {
                name, arguments, ..
            } => summary.calls.push((name.clone(), arguments.clone())),
            ModelChunk::Refusal(_) => summary.refusal = true,
            ModelChunk::MessageEnd => {}
            ModelChunk::CutOff(bound) => summary.cut_off = Some(*bound),
            ModelChunk::Upstream(_) => panic!("one model stands for itself"),
            ModelChunk::Finish { usage } => {
                ended = true;
                summary.usage = usage.map(|usage| {
                    let details = [usage.cached_tokens, usage.reasoning_tokens];
                    [
                        usage.input_tokens,
                        usage.output_tokens,
                        details[0],
                        details[1],
                    ]
                });
            }
        }
    }
    (summary, ended)
}

fn check_error(error: &ModelError, expected: &ExpectedError) {
    assert_eq!(error.code(), expected.code, "{error:?}");
    let shown = format!("{error} {error:?} {}", error.user_message());
    assert!(error.to_string().contains(&expected.words), "{error}");
    assert!(
        !shown.contains("sk-test") && !shown.contains("9876"),
        "{shown}"
    );
    if let Some(transient) = expected.transient {
        assert_eq!(error.is_transient(), transient, "{error:?}");
    }
    if let Some((from, to)) = expected.retry_after_ms {
        let (from, to) = (Duration::from_millis(from), Duration::from_millis(to));
        let wait = error.retry_after().expect("a time to wait");
        assert!((from..=to).contains(&wait), "{wait:?}");
    }
}

#[test]
fn every_transcript_comes_to_what_its_sheet_says_however_it_is_split() {
    let transcripts = transcripts();
    assert!(transcripts.len() >= 100, "{}", transcripts.len());
    for transcript in &transcripts {
        let Sheet {
            quirk,
            origin,
            expect,
            ..
        } = &transcript.sheet;
        assert!(
            origin == "composed" || origin.starts_with("recorded from "),
            "{origin}"
        );
        let ways = [
            ("whole", transcript.whole()),
            ("byte by byte", transcript.bytewise()),
            ("split awkwardly", transcript.awkward()),
        ];
        let (names, replies): (Vec<_>, Vec<_>) = ways.into_iter().unzip();
        for (way, (chunks, error)) in names.iter().zip(transcript.heard(replies)) {
            let place = format!("{} {way} ({quirk}): {chunks:?} {error:?}", transcript.name);
            let (summary, ended) = summary(&chunks);
            let answer = Expected {
                error: None,
                ..expect.clone()
            };
            assert_eq!(summary, answer, "{place}");
            assert_eq!(ended, expect.error.is_none(), "{place}");
            match (&error, &expect.error) {
                (None, None) => {}
                (Some(error), Some(expected)) => check_error(error, expected),
                _ => panic!("{place}"),
            }
        }
    }
}

#[test]
fn wherever_a_stream_stops_short_it_is_an_error_or_already_whole() {
    let mut stopped = 0;
    for transcript in transcripts() {
        let Sheet { expect, stream, .. } = &transcript.sheet;
        // Whole answers have a length, or are no JSON when they stop.
        if expect.error.is_some() || !stream || transcript.body.starts_with(b"{") {
            continue;
        }
        let ends = |pair: &[u8]| pair == b"\n\n" || pair == b"\r\r";
        let events = (0..transcript.body.len().saturating_sub(2)).filter(|at| {
            ends(&transcript.body[*at..*at + 2]) || transcript.body[*at..].starts_with(b"\n\r\n")
        });
        let cuts: Vec<usize> = events
            .flat_map(|at| [at + 2, at + 5])
            .filter(|at| *at < transcript.body.len())
            .collect();
        let replies = cuts
            .iter()
            .map(|at| transcript.pieces([&transcript.body[..*at]]));
        for (at, (chunks, error)) in cuts.iter().zip(transcript.heard(replies.collect())) {
            let place = format!("{} cut at {at}: {chunks:?} {error:?}", transcript.name);
            let (summary, ended) = summary(&chunks);
            assert_eq!(ended, error.is_none(), "{place}");
            if ended {
                let answer = Expected {
                    usage: summary.usage,
                    ..expect.clone()
                };
                assert_eq!(summary, answer, "{place}");
            } else {
                assert!(summary.calls.is_empty(), "{place}");
                stopped += 1;
            }
        }
    }
    assert!(stopped > 100, "{stopped}");
}

#[test]
fn every_answer_that_can_be_saved_carries_its_run_to_the_end() {
    for transcript in transcripts() {
        let Sheet { expect, api, .. } = &transcript.sheet;
        if expect.error.is_some() {
            continue;
        }
        let then = match api {
            Wire::Chat => {
                "{\"choices\":[{\"message\":{\"content\":\"Done.\"},\"finish_reason\":\"stop\"}]}"
            }
            Wire::Responses => {
                "{\"status\":\"completed\",\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Done.\"}]}]}"
            }
        };
        let (ending, journal) = online(async {
            let stub = Stub::serve([transcript.awkward(), whole("200 OK", "", then)]).await;
            let agents = Agents::new(vec![agent("a").tool(echo("f")).tool(echo("g"))]).unwrap();
            let model = OpenAi::new(transcript.config(&stub)).unwrap();
            let driver = Driver::new(agents.into(), Arc::new(model));
            let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
            let mut journal = MemoryJournal::default();
            let driven = driver
                .drive(&mut run, (), &mut journal, &RunControl::new())
                .await;
            match driven.unwrap() {
                Driven::Ended(ending) => (ending, journal),
                Driven::Paused => panic!("{}: nothing asks for approval", transcript.name),
            }
        });
        let name = &transcript.name;
        match ending {
            Ending::Completed { response } if expect.calls.is_empty() => {
                assert_eq!(response, expect.text, "{name}");
                assert_eq!(expect.cut_off, None, "{name}");
            }
            Ending::Incomplete { bound, response } => {
                assert_eq!(
                    (Some(bound), response),
                    (expect.cut_off, expect.text.clone()),
                    "{name}"
                );
            }
            Ending::Completed { response } => assert_eq!(response, "Done.", "{name}"),
            Ending::Failed { error_code, .. } => {
                assert!(
                    expect.refusal && error_code == "model_refused",
                    "{name}: {error_code}"
                )
            }
            other => panic!("{name}: {other:?}"),
        }
        let count = |wanted: fn(&Event) -> bool| {
            journal.events.iter().filter(|event| wanted(event)).count()
        };
        let calls = count(|event| matches!(event, Event::ToolCall { .. }));
        assert_eq!(calls, expect.calls.len(), "{name}");
        assert_eq!(
            count(|event| matches!(event, Event::ToolResult { .. })),
            calls,
            "{name}"
        );
        assert_eq!(count(Event::is_last), 1, "{name}");
        assert!(journal.events.last().unwrap().is_last(), "{name}");
    }
}
