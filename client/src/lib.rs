//! The TaskManager Agent service from Rust.
//!
//! [`Client`] has a method for each operation of the service's document, each a builder with the operation's parameters:
//! `send()` gives the answer, `send_events()` a typed [stream](stream::EventStream), and on lists `stream()` gives the
//! items of all pages. [`Client::connect`] makes one; [`Failure`] is what can go wrong, in the service's own words.
//!
//! ```no_run
//! use futures::TryStreamExt as _;
//! use taskmanager_client::prelude::*;
//! use taskmanager_client::types::{RunEvent, TaskStatus};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::connect("http://127.0.0.1:8080")?;
//!
//! // An answer derefs to its body, and bears status and headers.
//! let task = client.create_task().body_map(|body| body.title("Write the launch announcement")).send().await?;
//! println!("task {}", task.id);
//!
//! // All pages of a list, one item after the other.
//! let mut pending = client.list_tasks().status(TaskStatus::Pending).stream();
//! while let Some(task) = pending.try_next().await? {
//!     println!("{}: {}", task.id, *task.title);
//! }
//!
//! // An agent's answer as it comes; `resuming` fetches what a broken connection left out.
//! let question = client
//!     .help_task_stream()
//!     .task_id(task.id.clone())
//!     .body_map(|body| body.question("Set a deadline for next Friday"));
//! let mut stream = client.resuming(question.send_events().await?);
//! while let Some(event) = stream.try_next().await? {
//!     match &*event {
//!         RunEvent::Token { text, .. } => print!("{text}"),
//!         RunEvent::Handoff { to, .. } => println!("({} takes over)", **to),
//!         RunEvent::Complete { .. } => println!(),
//!         _ => {}
//!     }
//! }
//!
//! // What the service says when it refuses.
//! if let Err(error) = client.get_task().task_id(999).send().await {
//!     println!("{}", Failure::from(error)); // there is no task 999
//! }
//! # Ok(())
//! # }
//! ```

mod connect;
mod failure;
mod follow;
mod generated;
pub mod stream;

pub use connect::{AGENT_TIMEOUT, ANSWER_TIMEOUT, Builder, CONNECT_TIMEOUT, ConnectError};
pub use failure::{Failure, Refused};
#[doc(inline)]
pub use generated::client::{ByteStream, Client, ClientInfo, Error, ResponseValue, builder, types};
pub use generated::streams::OPERATIONS;

/// What most programs need, to be imported by `*`.
pub mod prelude {
    pub use crate::stream::{EventStream, Resuming, StreamError, StreamEvent};
    pub use crate::{Client, Failure};
}
