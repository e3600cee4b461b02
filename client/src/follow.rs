//! Streams of this service that are taken up again when their connection breaks.

use futures::FutureExt as _;

use crate::stream::{EventStream, Opening, Resuming, Source};
use crate::types::{RunEvent, RunId, RunStatus, TaskEvent};
use crate::{Client, Error, Failure};

impl Client {
    /// Makes the stream of a run survive its connection: what is missing is fetched from the run's log.
    ///
    /// ```no_run
    /// # async fn example(client: taskmanager_client::Client) -> Result<(), taskmanager_client::Failure> {
    /// use futures::TryStreamExt as _;
    ///
    /// let chat = client.chat_stream().body_map(|body| body.message("What is due this week?"));
    /// let mut stream = client.resuming(chat.send_events().await?);
    /// while let Some(event) = stream.try_next().await? {
    ///     println!("{event:?}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn resuming(&self, stream: EventStream<RunEvent>) -> Resuming<RunEvent> {
        Resuming::new(
            Some(stream),
            None,
            RunLog {
                client: self.clone(),
                run_id: None,
            },
        )
    }

    /// Follows a run from its first event on or, with `after`, from the one after that.
    ///
    /// Ends after the run's last event and at a pause: once the calls are decided on, follow the run again after
    /// [`Resuming::last_id`]. A run that has nothing left to send ends at once.
    ///
    /// # Errors
    /// The run isn't there, or the service can't be asked.
    pub async fn follow_run(
        &self,
        run_id: &RunId,
        after: Option<u64>,
    ) -> Result<Resuming<RunEvent>, Failure> {
        let client = self.clone();
        let stream = match after {
            Some(after) => open_run(client.clone(), run_id.clone(), Some(after)).await?,
            None => Some(
                client
                    .stream_run_events()
                    .run_id(run_id.clone())
                    .send_events()
                    .await?,
            ),
        };
        Ok(Resuming::new(
            stream,
            after,
            RunLog {
                client,
                run_id: Some(run_id.clone()),
            },
        ))
    }

    /// Follows the changes of the caller's tasks from now on or, with `after`, from the one after that. Never ends by
    /// itself.
    ///
    /// A connection that breaks before the first event is replaced by one that begins anew, so changes between the two
    /// are missed.
    ///
    /// # Errors
    /// Events after that number are no longer kept (410), or the service can't be asked.
    pub async fn follow_changes(&self, after: Option<u64>) -> Result<Resuming<TaskEvent>, Failure> {
        let stream = open_changes(self.clone(), after).await?;
        Ok(Resuming::new(
            stream,
            after,
            Changes {
                client: self.clone(),
            },
        ))
    }
}

struct RunLog {
    client: Client,
    run_id: Option<RunId>,
}

impl Source<RunEvent> for RunLog {
    fn learn(&mut self, event: &RunEvent) {
        if let RunEvent::Start { run_id, .. } = event {
            self.run_id = Some(run_id.clone());
        }
    }

    fn open(&self, after: Option<u64>) -> Option<Opening<RunEvent>> {
        Some(open_run(self.client.clone(), self.run_id.clone()?, after).boxed())
    }
}

/// Asks for the run's state first: a stream without any event can't say that it is whole.
async fn open_run(
    client: Client,
    run_id: RunId,
    after: Option<u64>,
) -> Result<Option<EventStream<RunEvent>>, Failure> {
    let run = client.get_run().run_id(run_id.clone()).send().await?;
    let is_going = matches!(run.status, RunStatus::Queued | RunStatus::Running);
    let Some(after) = after.map(|after| i64::try_from(after).unwrap_or(i64::MAX)) else {
        return Ok(Some(
            client
                .stream_run_events()
                .run_id(run_id)
                .send_events()
                .await?,
        ));
    };
    if !is_going && run.last_event <= after {
        return Ok(None);
    }
    let asked = client
        .stream_run_events()
        .run_id(run_id)
        .last_event_id(after);
    match asked.send_events().await {
        Ok(stream) => Ok(Some(stream)),
        // It has ended since: nothing follows.
        Err(Error::UnexpectedResponse(answer)) if answer.status() == 204 => Ok(None),
        Err(error) => Err(error.into()),
    }
}

struct Changes {
    client: Client,
}

impl Source<TaskEvent> for Changes {
    fn learn(&mut self, _: &TaskEvent) {}

    fn open(&self, after: Option<u64>) -> Option<Opening<TaskEvent>> {
        Some(open_changes(self.client.clone(), after).boxed())
    }
}

async fn open_changes(
    client: Client,
    after: Option<u64>,
) -> Result<Option<EventStream<TaskEvent>>, Failure> {
    let mut request = client.stream_events();
    if let Some(after) = after {
        request = request.last_event_id(i64::try_from(after).unwrap_or(i64::MAX));
    }
    Ok(Some(request.send_events().await?))
}
