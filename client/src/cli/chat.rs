//! `tm chat`: a conversation, over one session until it is left.

use std::io::{self, Write as _};

use taskmanager_client::types::SessionId;

use super::args::{Asking, Chat};
use super::ask::Question;
use super::context::Context;
use super::prompt::{Line, Prompt, is_interactive};
use super::text::clean;
use super::trouble::Trouble;
use super::turn::{Approvals, End, Followed, Interrupts, OnInterrupt, follow};
use super::view;

const HELP: &str = "\
Write what you want: “What is due this week?”, “Set a deadline for task 3 next Friday”, “Who works on it?”
  /new      begins a new session
  /session  names this session, to go on with `tm chat --session` later
  /quit     leaves, as Ctrl-D does
Ctrl-C cancels what the agents are doing.";

pub(crate) async fn run(context: &Context, chat: Chat) -> Result<(), Trouble> {
    let is_interactive = is_interactive() && !context.json;
    let mut asking = chat.asking;
    // Fails here when the service isn't there, and not after the first message was typed.
    let service = context.client.get_service().send().await?.into_inner();
    if let Some(session_id) = asking.session.clone() {
        let session = context
            .client
            .get_session()
            .session_id(session_id)
            .send()
            .await?
            .into_inner();
        if is_interactive {
            context.put_text(
                &context
                    .view
                    .paint
                    .dim(&format!("going on with “{}”\n", clean(&session.title))),
            )?;
        }
    } else if is_interactive {
        let text = format!(
            "{}, model {}. /help helps.\n",
            clean(&service.service),
            clean(&service.model)
        );
        context.put_text(&context.view.paint.dim(&text))?;
    }
    let mut prompt = Prompt::new().map_err(Trouble::Input)?;
    let interrupts = Interrupts::listen();
    let mut interrupted = false;
    loop {
        let line = prompt
            .line(if is_interactive { "› " } else { "" })
            .await
            .map_err(Trouble::Input)?;
        let text = match line {
            Line::Text(text) => text,
            Line::End => return Ok(()),
            Line::Interrupted if interrupted => return Err(Trouble::Interrupted),
            Line::Interrupted => {
                interrupted = true;
                context.note("Ctrl-C again or Ctrl-D leaves");
                continue;
            }
        };
        interrupted = false;
        match text.trim() {
            "" => continue,
            "/quit" | "/exit" => return Ok(()),
            "/help" => context.note(HELP),
            "/new" => asking.session = None,
            "/session" => name_session(context, asking.session.as_ref())?,
            command if command.starts_with('/') && is_interactive => {
                context.note(&format!("there is no {}: /help helps", clean(command)));
            }
            message => {
                prompt.remember(&text);
                let turn = say(
                    context,
                    message,
                    &mut asking,
                    &mut prompt,
                    &interrupts,
                    is_interactive,
                )
                .await;
                if settle(context, turn, is_interactive)? == Next::Leave {
                    return Err(Trouble::Interrupted);
                }
            }
        }
    }
}

fn name_session(context: &Context, session: Option<&SessionId>) -> Result<(), Trouble> {
    match session {
        Some(session) => context.put_text(&format!("{}\n", clean(session))),
        None => {
            context.note("none yet: it begins with the first message");
            Ok(())
        }
    }
}

/// Sends one message and shows what comes of it. The session of the first answer is that of the conversation.
async fn say(
    context: &Context,
    message: &str,
    asking: &mut Asking,
    prompt: &mut Prompt,
    interrupts: &Interrupts,
    is_interactive: bool,
) -> Result<Followed, Trouble> {
    let question = Question::new(None, message, asking)?;
    interrupts.forget();
    let stream = tokio::select! {
        stream = question.stream(context) => stream?,
        () = interrupts.pressed() => return Err(Trouble::Interrupted),
    };
    let approvals = match (asking.yes, is_interactive) {
        (true, _) => Approvals::Yes,
        (false, true) => Approvals::Ask(prompt),
        (false, false) => Approvals::Leave,
    };
    let stream = context.client.resuming(stream);
    let mut followed = Followed::nothing();
    let result = follow(
        context,
        stream,
        approvals,
        OnInterrupt::Cancel,
        interrupts,
        &mut followed,
    );
    let result = result.await;
    if let Some(session) = &followed.session_id {
        asking.session = Some(session.clone());
    }
    result.map(|()| followed)
}

#[derive(PartialEq)]
enum Next {
    Ask,
    Leave,
}

/// At a terminal a turn that went wrong is told, and the conversation goes on; in a pipe it ends the command.
fn settle(
    context: &Context,
    turn: Result<Followed, Trouble>,
    is_interactive: bool,
) -> Result<Next, Trouble> {
    if !is_interactive {
        return turn.and_then(Followed::into_result).map(|()| Next::Ask);
    }
    let paint = context.view.paint;
    let text = match turn {
        Ok(Followed { end: End::Left, .. }) => return Ok(Next::Leave),
        Ok(Followed {
            end: End::Completed,
            ..
        }) => return Ok(Next::Ask),
        Ok(Followed {
            end: End::Incomplete { reason },
            ..
        }) => paint.yellow(&format!(
            "(incomplete: {})",
            clean(view::incomplete(&reason))
        )),
        Ok(Followed {
            end: End::Cancelled { reason },
            ..
        }) => paint.dim(&format!("({})", clean(&reason))),
        Ok(Followed {
            end: End::Failed { message },
            ..
        }) => paint.red(&clean(&message)),
        Ok(Followed {
            end: End::Paused,
            run_id,
            ..
        }) => {
            let run = run_id.as_ref().map_or("RUN_ID", |run| run.as_str());
            let help =
                format!("waits for approval: `tm run approve {run}` or `tm run reject {run}`");
            paint.yellow(&clean(&help))
        }
        Err(trouble @ (Trouble::Output(_) | Trouble::Connect(_))) => return Err(trouble),
        Err(Trouble::Interrupted) => return Ok(Next::Ask),
        Err(trouble) => {
            trouble.report(&context.url, false);
            return Ok(Next::Ask);
        }
    };
    writeln!(io::stdout(), "{text}")?;
    Ok(Next::Ask)
}
