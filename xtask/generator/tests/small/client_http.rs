//! The least HTTP client that tests need: one request for each connection, bytes in, bytes out.

use std::net::SocketAddr;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An answer, taken apart.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
    /// Whether the body ended as HTTP ends bodies, and not with the connection.
    pub(crate) ended_well: bool,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    /// The violations as `location rule`.
    pub(crate) fn violations(&self) -> Vec<String> {
        let json = self.json();
        let list = json["violations"].as_array().cloned().unwrap_or_default();
        list.iter()
            .map(|v| {
                format!(
                    "{} {}",
                    v["location"].as_str().unwrap(),
                    v["rule"].as_str().unwrap()
                )
            })
            .collect()
    }
}

/// Sends a request; `head` is the request line and headers, a line each.
pub(crate) async fn send(address: SocketAddr, head: &str, body: &[u8]) -> Answer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let mut lines = head.trim().lines().map(str::trim);
    let mut text = format!(
        "{} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n",
        lines.next().unwrap()
    );
    for line in lines {
        text += &format!("{line}\r\n");
    }
    if !body.is_empty() && !head.contains("content-length") {
        text += &format!("content-length: {}\r\n", body.len());
    }
    text += "\r\n";
    stream.write_all(text.as_bytes()).await.unwrap();
    // A server that refuses a body early may close before all of it is written.
    let _ = stream.write_all(body).await;
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes).await;
    // Bytes that are no text are shown as such.
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .unwrap_or_default();
    let (body, ended_well) = if head.to_lowercase().contains("transfer-encoding: chunked") {
        (unchunk(body), body.ends_with("0\r\n\r\n"))
    } else {
        (body.to_owned(), true)
    };
    Answer {
        status,
        head: head.to_owned(),
        body,
        ended_well,
    }
}

fn unchunk(mut text: &str) -> String {
    let mut out = String::new();
    while let Some((size, rest)) = text.split_once("\r\n") {
        let size = usize::from_str_radix(size, 16).unwrap_or_default();
        if size == 0 || rest.len() < size {
            break;
        }
        out += &rest[..size];
        text = rest[size..].trim_start_matches("\r\n");
    }
    out
}
