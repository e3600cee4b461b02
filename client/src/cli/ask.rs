//! `tm ask`: one question, about one task or all of them.

use futures::TryFutureExt as _;
use taskmanager_client::Failure;
use taskmanager_client::stream::EventStream;
use taskmanager_client::types::{
    AgentName, AnswerStatus, ChatRequest, HelpRequest, RunAnswer, RunEvent, TaskId,
};

use super::args::{Agent, Ask, Asking};
use super::context::Context;
use super::prompt::{Prompt, is_interactive};
use super::tasks::read_standard_input;
use super::trouble::Trouble;
use super::turn::{Approvals, Followed, Interrupts, OnInterrupt, follow};
use super::view;

/// A question as the service takes it.
pub(crate) enum Question {
    AboutTask(TaskId, Agent, HelpRequest),
    Chat(ChatRequest),
}

pub(crate) async fn run(context: &Context, ask: Ask) -> Result<(), Trouble> {
    let (task_id, words) = split(&ask.words);
    let text = if words == "-" {
        read_standard_input()?
    } else {
        words
    };
    if text.trim().is_empty() {
        return Err(Trouble::Usage(
            "what do you want to ask? Write the question behind the task's number".to_owned(),
        ));
    }
    let question = Question::new(task_id, &text, &ask.asking)?;
    if ask.whole {
        return whole(context, question).await;
    }
    let interrupts = Interrupts::listen();
    let stream = tokio::select! {
        stream = question.stream(context) => stream?,
        () = interrupts.pressed() => return Err(Trouble::Interrupted),
    };
    let mut prompt;
    let approvals = if ask.asking.yes {
        Approvals::Yes
    } else if is_interactive() && !context.json {
        prompt = Prompt::new().map_err(Trouble::Input)?;
        Approvals::Ask(&mut prompt)
    } else {
        Approvals::Leave
    };
    let stream = context.client.resuming(stream);
    let mut followed = Followed::nothing();
    follow(
        context,
        stream,
        approvals,
        OnInterrupt::Cancel,
        &interrupts,
        &mut followed,
    )
    .await?;
    followed.into_result()
}

/// `3 when is it due` is a question about task 3, `when is it due` one about all tasks.
fn split(words: &[String]) -> (Option<TaskId>, String) {
    match words {
        [number, rest @ ..] => match number.parse() {
            Ok(id) => (Some(TaskId(id)), rest.join(" ")),
            Err(_) => (None, words.join(" ")),
        },
        [] => (None, String::new()),
    }
}

impl Question {
    pub(crate) fn new(
        task_id: Option<TaskId>,
        text: &str,
        asking: &Asking,
    ) -> Result<Self, Trouble> {
        Ok(match task_id {
            Some(task_id) => {
                let agent = asking.agent.unwrap_or(Agent::Triage);
                let question = text
                    .parse()
                    .map_err(|error| Trouble::usage(format!("the question is {error}")))?;
                let body = HelpRequest {
                    question,
                    session_id: asking.session.clone(),
                    on_busy: asking.on_busy,
                    cancel_on_disconnect: false,
                };
                Self::AboutTask(task_id, agent, body)
            }
            None => {
                let message = text
                    .parse()
                    .map_err(|error| Trouble::usage(format!("the message is {error}")))?;
                Self::Chat(ChatRequest {
                    message,
                    session_id: asking.session.clone(),
                    agent: asking.agent.map(name_of).transpose()?,
                    on_busy: asking.on_busy,
                    cancel_on_disconnect: false,
                })
            }
        })
    }

    pub(crate) async fn stream(self, context: &Context) -> Result<EventStream<RunEvent>, Failure> {
        let client = &context.client;
        match self {
            Self::AboutTask(task_id, agent, body) => match agent {
                Agent::Triage => {
                    client
                        .help_task_stream()
                        .task_id(task_id)
                        .body(body)
                        .send_events()
                        .err_into()
                        .await
                }
                Agent::Scheduler => {
                    client
                        .schedule_task_stream()
                        .task_id(task_id)
                        .body(body)
                        .send_events()
                        .err_into()
                        .await
                }
                Agent::Collaboration => {
                    client
                        .collaborate_task_stream()
                        .task_id(task_id)
                        .body(body)
                        .send_events()
                        .err_into()
                        .await
                }
                Agent::Analysis => {
                    client
                        .analyze_task_stream()
                        .task_id(task_id)
                        .body(body)
                        .send_events()
                        .err_into()
                        .await
                }
            },
            Self::Chat(body) => {
                client
                    .chat_stream()
                    .body(body)
                    .send_events()
                    .err_into()
                    .await
            }
        }
    }

    async fn whole(self, context: &Context) -> Result<RunAnswer, Failure> {
        let client = &context.client;
        let answer = match self {
            Self::AboutTask(task_id, agent, body) => match agent {
                Agent::Triage => {
                    client
                        .help_task()
                        .task_id(task_id)
                        .body(body)
                        .send()
                        .await?
                }
                Agent::Scheduler => {
                    client
                        .schedule_task()
                        .task_id(task_id)
                        .body(body)
                        .send()
                        .await?
                }
                Agent::Collaboration => {
                    client
                        .collaborate_task()
                        .task_id(task_id)
                        .body(body)
                        .send()
                        .await?
                }
                Agent::Analysis => {
                    client
                        .analyze_task()
                        .task_id(task_id)
                        .body(body)
                        .send()
                        .await?
                }
            },
            Self::Chat(body) => client.chat().body(body).send().await?,
        };
        Ok(answer.into_inner())
    }
}

async fn whole(context: &Context, question: Question) -> Result<(), Trouble> {
    let answer = question.whole(context).await?;
    context.put(&answer, view::answer)?;
    let reason = answer.reason.as_deref().unwrap_or("no reason was given");
    match answer.status {
        AnswerStatus::Completed => Ok(()),
        AnswerStatus::Incomplete => Err(Trouble::Incomplete(format!(
            "the answer is incomplete: {}",
            view::incomplete(reason)
        ))),
        AnswerStatus::Cancelled => Err(Trouble::Incomplete(format!(
            "the run was cancelled: {reason}"
        ))),
        AnswerStatus::Paused => {
            let run = answer.run_id.as_str();
            let help = format!(
                "the run waits for approval: `tm run approve {run}` or `tm run reject {run}`"
            );
            Err(Trouble::Incomplete(help))
        }
    }
}

fn name_of(agent: Agent) -> Result<AgentName, Trouble> {
    let name = match agent {
        Agent::Triage => "taskmanager-triage",
        Agent::Scheduler => "taskmanager-scheduler",
        Agent::Collaboration => "taskmanager-collaboration",
        Agent::Analysis => "taskmanager-analysis",
    };
    name.parse().map_err(Trouble::usage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_front_is_the_task() {
        let check = |words: &[&str], expected: (Option<i64>, &str)| {
            let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
            let (task_id, text) = split(&words);
            assert_eq!((task_id.map(|id| id.0), text.as_str()), expected);
        };
        check(
            &["3", "when should I finish this?"],
            (Some(3), "when should I finish this?"),
        );
        check(
            &["3", "when", "is", "it", "due"],
            (Some(3), "when is it due"),
        );
        check(&["what is due?"], (None, "what is due?"));
        check(&["3 things are due"], (None, "3 things are due"));
        check(&["3"], (Some(3), ""));
    }
}
