//! Event streams as bytes: taken apart without the client's decoder, and judged by the document.

use serde_json::Value;

use crate::document::{DOCUMENT, Operation};

/// One frame of a stream, as it was sent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Frame {
    /// The `id:` line.
    pub(crate) id: Option<u64>,
    /// The `event:` line.
    pub(crate) event: String,
    /// The `data:` lines.
    pub(crate) data: String,
}

impl Frame {
    /// The data as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.data).expect("the data is JSON")
    }
}

/// The frames of a piece of a stream that ends with a whole frame; comments are left out.
pub(crate) fn frames(text: &str) -> Vec<Frame> {
    text.split("\n\n").filter_map(frame).collect()
}

fn frame(block: &str) -> Option<Frame> {
    let mut frame = Frame {
        id: None,
        event: String::new(),
        data: String::new(),
    };
    let mut any = false;
    for line in block
        .lines()
        .filter(|line| !line.starts_with(':') && !line.is_empty())
    {
        any = true;
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "id" => frame.id = Some(value.parse().expect("a number as id")),
            "event" => frame.event = value.to_owned(),
            "data" => frame.data.push_str(value),
            "retry" => {}
            other => panic!("an unknown field {other:?} in a frame"),
        }
    }
    any.then_some(frame)
}

/// Judges a stream while it passes.
pub(crate) struct StreamJudge {
    operation: &'static Operation,
    /// The number of the last event.
    last_id: u64,
    last_event: Option<String>,
    pending: Vec<u8>,
    /// So much of it has no end of a frame.
    searched: usize,
}

impl StreamJudge {
    /// For a stream that goes on after `already_has`.
    pub(crate) fn new(operation: &'static Operation, already_has: u64) -> StreamJudge {
        StreamJudge {
            operation,
            last_id: already_has,
            last_event: None,
            pending: Vec::new(),
            searched: 0,
        }
    }

    /// What is wrong with the frames that these bytes complete.
    pub(crate) fn feed(&mut self, bytes: &[u8]) -> Vec<String> {
        self.pending.extend_from_slice(bytes);
        let mut faults = Vec::new();
        while let Some(end) = self.pending[self.searched..]
            .windows(2)
            .position(|window| window == b"\n\n")
        {
            let block: Vec<u8> = self.pending.drain(..self.searched + end + 2).collect();
            self.searched = 0;
            match String::from_utf8(block) {
                Ok(block) => faults.extend(
                    frame(&block)
                        .into_iter()
                        .flat_map(|frame| self.judge(&frame)),
                ),
                Err(error) => faults.push(format!("a frame that is not UTF-8: {error}")),
            }
        }
        self.searched = self.pending.len().saturating_sub(1);
        faults
    }

    /// What is wrong with how the stream ended.
    pub(crate) fn end(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if !self.pending.is_empty() {
            faults.push("the stream ended within a frame".to_owned());
        }
        if let (true, Some(last)) = (self.operation.streams_a_run(), &self.last_event)
            && !is_last(last)
            && last != "paused"
        {
            faults.push(format!("the stream of a run ended with {last}"));
        }
        faults
    }

    fn judge(&mut self, frame: &Frame) -> Vec<String> {
        let mut faults = DOCUMENT.judge_event(self.operation, &frame.event, &frame.data);
        let id = frame.id.unwrap_or(0);
        let is_next = match self.operation.streams_a_run() {
            true => id == self.last_id + 1,
            false => id > self.last_id,
        };
        if !is_next {
            faults.push(format!(
                "event {:?} after number {}",
                frame.id, self.last_id
            ));
        }
        if let Some(last) = self.last_event.as_deref().filter(|last| is_last(last)) {
            faults.push(format!("{} after {last}", frame.event));
        }
        self.last_id = id;
        self.last_event = Some(frame.event.clone());
        faults
    }
}

/// Whether a run's event of this name is its last.
pub(crate) fn is_last(event: &str) -> bool {
    matches!(event, "complete" | "error" | "cancelled")
}
