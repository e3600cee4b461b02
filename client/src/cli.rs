//! The command line on the client library: from arguments to an exit code.
//!
//! [`args`] says what can be asked for, a file for each group of commands does it, [`view`] and [`transcript`] say how
//! it looks. Commands know the client, never HTTP.

mod args;
mod ask;
mod chat;
mod context;
mod extras;
mod people;
mod prompt;
mod runs;
mod sessions;
mod system;
mod tasks;
mod text;
mod transcript;
mod trouble;
mod turn;
mod view;
mod wrap;

use std::process::ExitCode;

use clap::Parser as _;
use taskmanager_client::ConnectError;

use args::{Command, CommandLine};
use context::Context;
use trouble::Trouble;

pub(crate) fn main() -> ExitCode {
    let line = CommandLine::parse();
    let json = line.json;
    let url = line.url.clone();
    let result = start(line);
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            trouble.report(&url, json);
            trouble.exit_code()
        }
    }
}

fn start(line: CommandLine) -> Result<(), Trouble> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let result = runtime.block_on(async {
        let context = connect(&line)?;
        run(context, line.command).await
    });
    // A prompt may still wait for a line that nobody will type.
    runtime.shutdown_background();
    result
}

fn connect(line: &CommandLine) -> Result<Context, ConnectError> {
    let mut builder = taskmanager_client::Client::builder(&line.url);
    if let Some(token) = line.token.as_deref().filter(|token| !token.is_empty()) {
        builder = builder.token(token);
    }
    Ok(Context::new(builder.build()?, &line.url, line.json))
}

async fn run(context: Context, command: Command) -> Result<(), Trouble> {
    match command {
        Command::Task(command) => tasks::run(&context, command).await,
        Command::Ask(ask) => ask::run(&context, ask).await,
        Command::Chat(chat) => chat::run(&context, chat).await,
        Command::Reminder(command) => extras::reminder(&context, command).await,
        Command::Meeting(command) => extras::meeting(&context, command).await,
        Command::Share(command) => people::share(&context, command).await,
        Command::Session(command) => sessions::run(&context, command).await,
        Command::Run(command) => runs::run(&context, command).await,
        Command::Events(events) => system::events(&context, events).await,
        Command::Agents => system::agents(&context).await,
        Command::Me(me) => people::me(&context, me).await,
        Command::Status => system::status(&context).await,
    }
}
