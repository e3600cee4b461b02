//! The load: closed loops over kept connections, one request at a time on each. Knows no service by name.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{Request, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, task::JoinSet};

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
    sender: http1::SendRequest<Full<Bytes>>,
}

impl Connection {
    /// Connects.
    pub(crate) async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { sender })
    }

    /// Sends the request and returns the answer's head, its body still to come.
    pub(crate) async fn send(
        &mut self,
        shot: &Shot,
    ) -> Result<hyper::Response<hyper::body::Incoming>> {
        let mut request = Request::builder()
            .method(shot.method)
            .uri(&shot.path)
            .header(header::HOST, shot.address.to_string());
        if !shot.body.is_empty() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        let request = request.body(Full::new(Bytes::from(shot.body.clone())))?;
        self.sender.ready().await?;
        let response = self.sender.send_request(request).await?;
        if response.status().as_u16() != shot.expect {
            let status = response.status();
            let body = response.into_body().collect().await?.to_bytes();
            bail!(
                "{} {} answered {status}: {}",
                shot.method,
                shot.path,
                String::from_utf8_lossy(&body)
            );
        }
        Ok(response)
    }

    /// Sends the request and reads the whole answer; returns when the first body bytes that hold `mark` came.
    pub(crate) async fn exchange(&mut self, shot: &Shot, mark: &str) -> Result<Duration> {
        let begun = Instant::now();
        let mut body = self.send(shot).await?.into_body();
        let mut text = Vec::new();
        let mut marked = None;
        while let Some(frame) = body.frame().await {
            if let Ok(data) = frame?.into_data()
                && (!shot.must_hold.is_empty() || !mark.is_empty())
            {
                text.extend_from_slice(&data);
                if marked.is_none() && !mark.is_empty() && holds(&text, mark) {
                    marked = Some(begun.elapsed());
                }
            }
        }
        if !shot.must_hold.is_empty() && !holds(&text, shot.must_hold) {
            bail!(
                "{} answered without {:?}: {}",
                shot.path,
                shot.must_hold,
                String::from_utf8_lossy(&text)
            );
        }
        Ok(marked.unwrap_or_else(|| begun.elapsed()))
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
