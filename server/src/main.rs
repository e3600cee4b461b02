//! The `taskmanager` binary: reads the settings, then serves or checks them.

use std::process::ExitCode;
use std::time::Duration;

use taskmanager_server::config::cli::{Cli, Command};
use taskmanager_server::config::{Config, LogFormat, check};
use taskmanager_server::{log, serve};

/// A setting can't be used; clap uses the same for an argument that it doesn't know.
const BAD_SETTING: u8 = 2;
/// How long the threads may take that still read or write files when everything else has ended.
const LAST_WORK: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let cli = Cli::from_process();
    let config = match cli.settings.parse() {
        Ok(config) => config,
        Err(faults) => {
            for fault in faults.iter() {
                eprintln!("taskmanager: {fault}");
            }
            return ExitCode::from(BAD_SETTING);
        }
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("taskmanager: failed to start threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    let code = match cli.command {
        None => runtime.block_on(serve(config)),
        Some(Command::CheckConfig) => {
            print!("{}", check::describe(&config, &cli.sources));
            runtime.block_on(check_config(&config))
        }
    };
    runtime.shutdown_timeout(LAST_WORK);
    code
}

async fn serve(config: Config) -> ExitCode {
    let format = config.log.format;
    let (log, _guard) = log::start(config.log);
    match serve::run(config, log.clone()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            match format {
                LogFormat::Text => eprintln!("taskmanager: {error}"),
                LogFormat::Json => slog::crit!(log, "failed to start"; "reason" => %error),
            }
            ExitCode::FAILURE
        }
    }
}

async fn check_config(config: &Config) -> ExitCode {
    println!();
    let findings = check::try_out(config).await;
    for finding in &findings {
        println!("{finding}");
    }
    match findings.iter().all(|finding| finding.verdict.is_ok()) {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
