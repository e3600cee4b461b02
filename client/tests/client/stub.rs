//! An HTTP server of a few lines: every request is handed to a function that says what bytes go back.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// Method and target, as `GET /tasks?limit=20`.
    pub(crate) line: String,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// What goes back.
pub(crate) struct Answer {
    head: String,
    /// Pieces of the body, each sent by itself after a pause.
    pieces: Vec<(Duration, Vec<u8>)>,
    /// Whether the body is said to be longer than it is, so that its end looks like a break.
    is_cut: bool,
}

impl Answer {
    pub(crate) fn json(status: u16, body: &serde_json::Value) -> Self {
        Self::new(status, "application/json", body.to_string().into_bytes())
    }

    pub(crate) fn new(status: u16, media_type: &str, body: Vec<u8>) -> Self {
        Self {
            head: format!("HTTP/1.1 {status} X\r\ncontent-type: {media_type}\r\n"),
            pieces: vec![(Duration::ZERO, body)],
            is_cut: false,
        }
    }

    /// A stream of events that ends in good order.
    pub(crate) fn events(text: impl Into<Vec<u8>>) -> Self {
        Self::new(200, "text/event-stream", text.into())
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.head += &format!("{name}: {value}\r\n");
        self
    }

    /// Sends more after a while.
    pub(crate) fn then(mut self, pause: Duration, text: impl Into<Vec<u8>>) -> Self {
        self.pieces.push((pause, text.into()));
        self
    }

    /// Breaks the connection instead of ending the body.
    pub(crate) fn cut(mut self) -> Self {
        self.is_cut = true;
        self
    }

    fn send(self, mut stream: &TcpStream) -> io::Result<()> {
        write!(
            stream,
            "{}connection: close\r\ntransfer-encoding: chunked\r\n\r\n",
            self.head
        )?;
        for (pause, piece) in self.pieces {
            thread::sleep(pause);
            if !piece.is_empty() {
                write!(stream, "{:x}\r\n", piece.len())?;
                stream.write_all(&piece)?;
                write!(stream, "\r\n")?;
            }
        }
        if !self.is_cut {
            write!(stream, "0\r\n\r\n")?;
        }
        stream.shutdown(Shutdown::Write)
    }
}

/// A running server; it goes on until the test's process ends.
pub(crate) struct Stub {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Stub {
    /// Answers each request with what `answer` says; the number counts requests from 0.
    pub(crate) fn new(answer: impl Fn(usize, &Request) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (seen, answer) = (Arc::clone(&requests), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (seen, answer) = (Arc::clone(&seen), Arc::clone(&answer));
                let stream = stream.expect("a connection");
                thread::spawn(move || {
                    let request = read(&stream).expect("a request");
                    let number = {
                        let mut seen = seen.lock().expect("no test panics with it");
                        seen.push(request.clone());
                        seen.len() - 1
                    };
                    // Clients may leave before the end.
                    let _ = answer(number, &request).send(&stream);
                });
            }
        });
        Self { address, requests }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn client(&self) -> taskmanager_client::Client {
        taskmanager_client::Client::connect(self.url()).expect("an address")
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests
            .lock()
            .expect("no test panics with it")
            .clone()
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.requests()
            .into_iter()
            .map(|request| request.line)
            .collect()
    }
}

fn read(stream: &TcpStream) -> io::Result<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        let Some((name, value)) = header.trim_end().split_once(": ") else {
            break;
        };
        headers.push((name.to_owned(), value.to_owned()));
    }
    let line = line.trim_end().trim_end_matches(" HTTP/1.1").to_owned();
    let mut request = Request {
        line,
        headers,
        body: String::new(),
    };
    let length = request
        .header("content-length")
        .and_then(|length| length.parse().ok())
        .unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    request.body = String::from_utf8(body).expect("a body of text");
    Ok(request)
}

/// An address where nobody listens.
pub(crate) fn nowhere() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    format!("http://{address}")
}

/// A frame of an event stream.
pub(crate) fn frame(id: u64, event: &serde_json::Value) -> String {
    let name = event["type"].as_str().expect("a type");
    format!("id: {id}\nevent: {name}\ndata: {event}\n\n")
}
