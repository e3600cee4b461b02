//! The project's own commands: `cargo xtask <command>`.
//!
//! One file for each command. Knows no sibling crate, so it builds when generated code is broken.

mod generate;
mod lint;
mod project;
mod publish;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Generates, checks and measures TaskManager")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the server stubs and the client from spec/openapi.yaml
    Generate(generate::Arguments),
    /// Report every fault of a document, with its place
    Lint(lint::Arguments),
    /// Make the published documents from spec/openapi.yaml
    Publish(publish::Arguments),
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
    }
}
