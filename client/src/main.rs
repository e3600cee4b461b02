//! `tm`: the TaskManager Agent service from a terminal.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
