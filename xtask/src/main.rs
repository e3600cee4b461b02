//! The project's own commands: `cargo xtask <command>`.
//!
//! One file for each command. Knows no sibling crate, so it builds when generated code is broken.

mod bench;
mod corpus;
mod crates;
mod diff;
mod eval;
mod follow;
mod generate;
mod lint;
mod mutate;
mod process;
mod project;
mod proofs;
mod publish;
mod report;
mod roundtrip;
mod test;
mod twosided;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Generates, checks and measures TaskManager"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Measure the service beside its yardsticks and print a table of ratios
    Bench(bench::Arguments),
    /// Make stubs and clients of documents, and hold all of them to clippy
    Crates(crates::Arguments),
    /// Say what changed since another document, and whom it breaks
    Diff(diff::Arguments),
    /// Score a model on the team's evaluation sets: routing, tools, arguments
    Eval(eval::Arguments),
    /// Follow the generator's page for its own users to the letter: its files, its commands, its answers
    Follow,
    /// Make the server stubs and the client from spec/openapi.yaml
    Generate(generate::Arguments),
    /// Report every fault of a document, with its place
    Lint(lint::Arguments),
    /// Take each demand of the documents out of the generated code in turn, and count how many are missed
    Mutate,
    /// Make the published documents from spec/openapi.yaml
    Publish(publish::Arguments),
    /// Generate from documents, compile, and compare what comes out with what went in
    Roundtrip(roundtrip::Arguments),
    /// Run every check and every test
    Test,
    /// Hold generated types and validation beside the schemas: what these admit and what breaks them
    Twosided(twosided::Arguments),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Crates(arguments) => crates::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Eval(arguments) => eval::run(&arguments),
        Command::Follow => follow::run(),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Mutate => mutate::run(),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::Roundtrip(arguments) => roundtrip::run(&arguments),
        Command::Test => test::run(),
        Command::Twosided(arguments) => twosided::run(&arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
