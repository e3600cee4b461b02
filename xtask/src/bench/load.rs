//! The load: closed loops over kept connections, one request at a time on each. Knows no service by name.
//!
//! Written on bare sockets: it shares two cores with what it measures, and a whole HTTP client costs more than the
//! services do.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

/// One request, sent over and over.
#[derive(Clone)]
pub(crate) struct Shot {
    /// Where the service listens.
    pub(crate) address: SocketAddr,
    /// `GET` or `POST`.
    pub(crate) method: &'static str,
    /// Path and query.
    pub(crate) path: String,
    /// A JSON body; empty for none.
    pub(crate) body: String,
    /// The status that counts as success.
    pub(crate) expect: u16,
    /// What the answer must hold to count, for example the last event of a stream; empty for anything.
    pub(crate) must_hold: &'static str,
}

/// What came of a load.
pub(crate) struct Outcome {
    /// Answers that counted.
    pub(crate) answers: u64,
    /// How long it took from the first request to the last answer.
    pub(crate) elapsed: Duration,
}

impl Outcome {
    /// Answers per second.
    pub(crate) fn rate(&self) -> f64 {
        self.answers as f64 / self.elapsed.as_secs_f64()
    }
}

/// A kept connection.
pub(crate) struct Connection {
    stream: TcpStream,
    /// What has come of the answer under way.
    answer: Vec<u8>,
}

/// How an answer ends.
enum End {
    /// At this length of the whole answer.
    At(usize),
    /// With the last chunk.
    LastChunk,
}

impl Connection {
    /// Connects.
    pub(crate) async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            answer: Vec::with_capacity(16 * 1024),
        })
    }

    /// Sends the request and reads the answer's head; the body may still be to come.
    pub(crate) async fn begin(&mut self, shot: &Shot) -> Result<()> {
        self.head(shot).await.map(|_| ())
    }

    /// Sends the request and reads the whole answer; the time until what had come held `mark`, or until the end.
    pub(crate) async fn exchange(&mut self, shot: &Shot, mark: &str) -> Result<Duration> {
        let begun = Instant::now();
        let end = self.head(shot).await?;
        let mut marked = None;
        loop {
            if marked.is_none() && !mark.is_empty() && holds(&self.answer, mark) {
                marked = Some(begun.elapsed());
            }
            let whole = match end {
                End::At(length) => self.answer.len() >= length,
                End::LastChunk => self.answer.ends_with(b"0\r\n\r\n"),
            };
            if whole {
                break;
            }
            self.read().await?;
        }
        if !shot.must_hold.is_empty() && !holds(&self.answer, shot.must_hold) {
            bail!(
                "{} answered without {:?}: {}",
                shot.path,
                shot.must_hold,
                self.said()
            );
        }
        Ok(marked.unwrap_or_else(|| begun.elapsed()))
    }

    async fn head(&mut self, shot: &Shot) -> Result<End> {
        let mut request = format!(
            "{} {} HTTP/1.1\r\nhost: {}\r\n",
            shot.method, shot.path, shot.address
        );
        if !shot.body.is_empty() {
            request += &format!(
                "content-type: application/json\r\ncontent-length: {}\r\n",
                shot.body.len()
            );
        }
        request += "\r\n";
        request += &shot.body;
        self.answer.clear();
        self.stream.write_all(request.as_bytes()).await?;
        loop {
            self.read().await?;
            let mut headers = [httparse::EMPTY_HEADER; 32];
            let mut head = httparse::Response::new(&mut headers);
            let httparse::Status::Complete(length) = head.parse(&self.answer)? else {
                continue;
            };
            let status = head.code.unwrap_or_default();
            if status != shot.expect {
                bail!(
                    "{} {} answered {status}: {}",
                    shot.method,
                    shot.path,
                    self.said()
                );
            }
            let announced = head
                .headers
                .iter()
                .find(|header| header.name.eq_ignore_ascii_case("content-length"));
            return match announced {
                Some(header) => Ok(End::At(
                    length + std::str::from_utf8(header.value)?.parse::<usize>()?,
                )),
                None => Ok(End::LastChunk),
            };
        }
    }

    async fn read(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.answer).await? == 0 {
            bail!(
                "the connection was closed in the middle of an answer: {}",
                self.said()
            );
        }
        Ok(())
    }

    fn said(&self) -> String {
        String::from_utf8_lossy(&self.answer).into_owned()
    }
}

fn holds(text: &[u8], part: &str) -> bool {
    text.windows(part.len())
        .any(|window| window == part.as_bytes())
}

/// Runs `connections` closed loops for `duration`. Any answer that doesn't count is an error: a rate of failures
/// is no rate.
pub(crate) async fn run(shot: &Shot, connections: usize, duration: Duration) -> Result<Outcome> {
    let begun = Instant::now();
    let end = begun + duration;
    let mut loops = JoinSet::new();
    for _ in 0..connections {
        let shot = shot.clone();
        loops.spawn(async move {
            let mut connection = Connection::open(shot.address).await?;
            let mut answers = 0_u64;
            while Instant::now() < end {
                connection.exchange(&shot, "").await?;
                answers += 1;
            }
            anyhow::Ok(answers)
        });
    }
    let mut answers = 0;
    while let Some(joined) = loops.join_next().await {
        answers += joined.context("a load loop panicked")??;
    }
    Ok(Outcome {
        answers,
        elapsed: begun.elapsed(),
    })
}

/// The median time from request to the first body bytes that hold `mark`, one request at a time.
pub(crate) async fn median_time_to(shot: &Shot, mark: &str, tries: usize) -> Result<Duration> {
    let mut connection = Connection::open(shot.address).await?;
    let mut times = Vec::with_capacity(tries);
    for _ in 0..tries {
        times.push(connection.exchange(shot, mark).await?);
    }
    times.sort();
    Ok(times[times.len() / 2])
}
