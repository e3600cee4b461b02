//! A model server that plays what it is told, byte for byte, and remembers what it was asked.

use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures::StreamExt;
use serde_json::Value;
use taskmanager_agent::{
    item::Item,
    model::{
        Model, ModelChunk, ModelError, ModelRequest,
        openai::{Limits, OpenAi, OpenAiConfig},
    },
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    time::{sleep, timeout},
};

use crate::harness::noon;

#[derive(Clone, Debug)]
pub(crate) enum Act {
    Send(Vec<u8>),
    Sleep(u64),
    Close,
}

pub(crate) type Reply = Vec<Act>;

pub(crate) struct Stub {
    pub(crate) url: String,
    pub(crate) connections: Arc<AtomicUsize>,
    requests: Arc<Mutex<Vec<(String, Value)>>>,
}

impl Stub {
    /// Serves the replies in order, whichever connections the requests come by; after the last it hangs.
    pub(crate) async fn serve(replies: impl IntoIterator<Item = Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let stub = Self {
            url: format!("http://{}/v1", listener.local_addr().unwrap()),
            connections: Arc::default(),
            requests: Arc::default(),
        };
        let replies: Vec<Reply> = replies.into_iter().collect();
        let replies = Arc::new(Mutex::new(replies.into_iter()));
        let (connections, requests) = (stub.connections.clone(), stub.requests.clone());
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                connections.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(converse(socket, replies.clone(), requests.clone()));
            }
        });
        stub
    }

    /// What was asked: the head, and the body.
    pub(crate) fn requests(&self) -> Vec<(String, Value)> {
        self.requests.lock().unwrap().clone()
    }

    pub(crate) fn config(&self) -> OpenAiConfig {
        OpenAiConfig {
            limits: Limits {
                connect: Duration::from_secs(2),
                first_byte: Duration::from_secs(2),
                silence: Duration::from_secs(2),
                whole: Duration::from_secs(5),
            },
            ..OpenAiConfig::new(&self.url, "tiny")
        }
    }

    pub(crate) fn model(&self) -> OpenAi {
        OpenAi::new(self.config()).unwrap()
    }
}

async fn converse(
    mut socket: TcpStream,
    replies: Arc<Mutex<std::vec::IntoIter<Reply>>>,
    requests: Arc<Mutex<Vec<(String, Value)>>>,
) -> Option<()> {
    socket.set_nodelay(true).ok()?;
    let mut read = Vec::new();
    loop {
        let end = loop {
            if let Some(at) = read.windows(4).position(|window| window == b"\r\n\r\n") {
                break at + 4;
            }
            if socket.read_buf(&mut read).await.ok()? == 0 {
                return None;
            }
        };
        let head = String::from_utf8(read[..end].to_vec())
            .unwrap()
            .to_lowercase();
        let length = head
            .split("content-length: ")
            .nth(1)
            .unwrap()
            .lines()
            .next()
            .unwrap();
        let length: usize = length.parse().unwrap();
        while read.len() < end + length {
            if socket.read_buf(&mut read).await.ok()? == 0 {
                return None;
            }
        }
        let body = serde_json::from_slice(&read[end..end + length]).unwrap();
        read.drain(..end + length);
        requests.lock().unwrap().push((head, body));
        let reply = replies.lock().unwrap().next();
        let Some(reply) = reply else {
            return std::future::pending().await;
        };
        for act in reply {
            match act {
                Act::Send(bytes) => socket.write_all(&bytes).await.ok()?,
                Act::Sleep(ms) => sleep(Duration::from_millis(ms)).await,
                Act::Close => return None,
            }
        }
    }
}

/// One chunk of a chunked body; the empty one is the last.
pub(crate) fn chunk(bytes: &[u8]) -> Vec<u8> {
    let mut chunk = format!("{:x}\r\n", bytes.len()).into_bytes();
    chunk.extend_from_slice(bytes);
    chunk.extend_from_slice(b"\r\n");
    chunk
}

pub(crate) fn stream_head() -> Act {
    Act::Send(
        b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
            .to_vec(),
    )
}

/// A streamed answer whose body comes in these chunks.
pub(crate) fn streamed<B: AsRef<[u8]>>(chunks: impl IntoIterator<Item = B>) -> Reply {
    let mut reply = vec![stream_head()];
    reply.extend(
        chunks
            .into_iter()
            .filter(|bytes| !bytes.as_ref().is_empty())
            .map(|bytes| Act::Send(chunk(bytes.as_ref()))),
    );
    reply.push(Act::Send(chunk(b"")));
    reply
}

/// An answer in one piece.
pub(crate) fn whole(status: &str, headers: &str, body: &str) -> Reply {
    let length = body.len();
    let text = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\n{headers}content-length: {length}\r\n\r\n{body}"
    );
    vec![Act::Send(text.into_bytes())]
}

pub(crate) fn request(items: Vec<Item>) -> ModelRequest {
    ModelRequest {
        agent: "a".to_owned(),
        instructions: "Be brief.".to_owned(),
        items,
        tools: Arc::new([]),
        tool_choice: Default::default(),
        settings: Default::default(),
        now: noon(),
    }
}

/// Everything that a model says: its pieces, and how it ended otherwise.
pub(crate) async fn ask(
    model: &OpenAi,
    request: ModelRequest,
) -> (Vec<ModelChunk>, Option<ModelError>) {
    let mut stream = match model.stream(request).await {
        Ok(stream) => stream,
        Err(error) => return (Vec::new(), Some(error)),
    };
    let mut chunks = Vec::new();
    while let Some(chunk) = stream.next().await {
        match chunk {
            Ok(chunk) => chunks.push(chunk),
            Err(error) => return (chunks, Some(error)),
        }
    }
    (chunks, None)
}

/// What a model makes of one reply.
pub(crate) fn hear(reply: Reply) -> (Vec<ModelChunk>, Option<ModelError>) {
    online(async {
        let stub = Stub::serve([reply]).await;
        ask(&stub.model(), request(vec![crate::harness::user("hi")])).await
    })
}

/// Runs in real time: over a network, paused clocks run ahead.
pub(crate) fn online<F: Future>(work: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(work)
}

/// A port on which nobody accepts, and whose queue is full: the system leaves further connections without an answer.
pub(crate) struct FullPort {
    pub(crate) address: SocketAddr,
    _listener: TcpListener,
    _waiting: Vec<TcpStream>,
}

impl FullPort {
    pub(crate) async fn open() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let listener = socket.listen(1).unwrap();
        let address = listener.local_addr().unwrap();
        let mut waiting = Vec::new();
        // How many fit in depends on the system; the first that doesn't come about is one too many.
        while let Ok(connected) =
            timeout(Duration::from_millis(500), TcpStream::connect(address)).await
        {
            waiting.push(connected.unwrap());
            assert!(waiting.len() < 1000, "the queue is never full");
        }
        Self {
            address,
            _listener: listener,
            _waiting: waiting,
        }
    }
}

/// The text of an answer.
pub(crate) fn text_of(chunks: &[ModelChunk]) -> String {
    let text = |chunk: &ModelChunk| match chunk {
        ModelChunk::Text(text) => Some(text.clone()),
        _ => None,
    };
    chunks.iter().filter_map(text).collect()
}
