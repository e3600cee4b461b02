//! `cargo xtask bench`: our service beside its yardsticks, on one machine, in one run.
//!
//! The yardsticks are a FastAPI service with the same endpoints and a scripted model server for both
//! (`../shared/peers`), and a bare dropshot handler (`server/examples/bare.rs`). Where the peers are missing, our own
//! figures are printed and the output says what was left out. Absolute figures differ from machine to machine: only
//! the ratios within one run mean something.

mod generator;
mod load;
mod peers;
mod runtime;
mod table;

use std::{net::SocketAddr, path::Path, process::Command, time::Duration};

use anyhow::{Result, bail};
use load::Shot;
use peers::Peers;
use table::{Figures, Row, millis, table};

use crate::{
    process::{Service, free_address},
    project,
};

/// What `bench` takes.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Seconds for each measurement.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// Rounds; services take turns in each, and the median counts.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Streams held open while memory is read.
    #[arg(long, default_value_t = 1000)]
    streams: usize,
    /// What is measured.
    #[arg(long, value_enum, default_value_t = Part::All)]
    part: Part,
}

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Everything.
    All,
    /// The service over HTTP.
    Service,
    /// Only its streamed runs.
    Runs,
    /// The agent runtime alone: beside the OpenAI Agents SDK, and its own benchmarks.
    Runtime,
    /// The generator: its time and memory, and what its code costs to check.
    Generator,
}

/// The scripted model server answers with this many words.
const TOKENS: u32 = 20;
/// Connections for the plain requests, and runs at once for the streamed ones.
const CONNECTIONS: usize = 16;
const RUNS_AT_ONCE: usize = 8;

/// Runs the benchmark and prints a table in Markdown.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    runtime.block_on(measure(arguments))
}

async fn measure(arguments: &Arguments) -> Result<()> {
    let root = project::root();
    if matches!(arguments.part, Part::All | Part::Generator) {
        generator::measure(arguments.rounds)?;
    }
    if arguments.part == Part::Generator {
        return Ok(());
    }
    build_release(root)?;
    if matches!(arguments.part, Part::All | Part::Runtime) {
        runtime::own_benchmarks(root)?;
    }
    let scratch = tempfile::tempdir()?;
    let peers = Peers::find(root)?;
    let upstream = match &peers {
        Some(peers) => Some(peers.upstream(0, &scratch.path().join("upstream.log"))?),
        None => None,
    };
    let model = upstream.as_ref().map(|service| service.address);
    let mut rows = Vec::new();
    if let (Some(peers), Some(model)) = (&peers, model)
        && matches!(arguments.part, Part::All | Part::Runtime)
    {
        rows.push(runtime::beside_the_sdk(
            arguments.rounds,
            peers,
            model,
            scratch.path(),
        )?);
    }
    if arguments.part == Part::Runtime {
        println!("{}", table(&rows));
        if peers.is_none() {
            println!("left out: the OpenAI Agents SDK (no ../shared/peers, or no node or python3)");
        }
        return Ok(());
    }

    let ours = start_ours(&scratch.path().join("ours"), model, &[])?;
    let validating = start_ours(
        &scratch.path().join("validating"),
        model,
        &["--validate-answers", "on"],
    )?;
    let idle_ours = ours.resident_mb()?;
    let peer = match (&peers, model) {
        (Some(peers), Some(model)) => Some(peers.fastapi(&scratch.path().join("peer.db"), model)?),
        _ => None,
    };
    let idle_peer = peer.as_ref().map(Service::resident_mb).transpose()?;
    let bare = {
        let address = free_address()?;
        let mut command = Command::new(project::target_folder().join("release/examples/bare"));
        command.arg(address.to_string());
        Service::start(command, address, &scratch.path().join("bare.log"))?
    };

    // Task 1, which the runs act on.
    for address in [ours.address, validating.address]
        .into_iter()
        .chain(peer.as_ref().map(|peer| peer.address))
    {
        let mut connection = load::Connection::open(address).await?;
        connection.exchange(&create(address), "").await?;
    }

    rows.push(Row {
        what: "start to ready (ms)".into(),
        ours: millis(ours.ready),
        peer: peer.as_ref().map(|peer| millis(peer.ready)),
        bare: Some(millis(bare.ready)),
        smaller_is_better: true,
        digits: 0,
    });
    for (what, shot) in [
        ("GET /tasks/1 (per second)", get as fn(SocketAddr) -> Shot),
        ("POST /tasks (per second)", create),
    ] {
        if arguments.part == Part::Runs {
            continue;
        }
        eprintln!("bench: {what}");
        let mut figures = Figures::default();
        for _ in 0..arguments.rounds {
            let duration = Duration::from_secs(arguments.seconds);
            let rate = async |address| {
                anyhow::Ok(
                    load::run(&shot(address), CONNECTIONS, duration)
                        .await?
                        .rate(),
                )
            };
            figures.ours.push(rate(ours.address).await?);
            if let Some(peer) = &peer {
                figures.peer.push(rate(peer.address).await?);
            }
            figures.bare.push(rate(bare.address).await?);
        }
        rows.push(figures.row(what, false, 0));
    }
    eprintln!("bench: GET /tasks/1, answers validated");
    let mut figures = Figures::default();
    for _ in 0..arguments.rounds {
        let duration = Duration::from_secs(arguments.seconds);
        let outcome = load::run(&get(validating.address), CONNECTIONS, duration).await?;
        figures.ours.push(outcome.rate());
    }
    rows.push(figures.row("GET /tasks/1, answers validated (per second)", false, 0));
    rows.extend(runs(arguments, &ours, peer.as_ref(), upstream.as_ref()).await?);
    rows.push(Row {
        what: "memory idle (MB)".into(),
        ours: idle_ours,
        peer: idle_peer,
        bare: None,
        smaller_is_better: true,
        digits: 1,
    });
    drop((ours, validating, peer, bare, upstream));
    if let Some(peers) = &peers
        && arguments.part != Part::Runs
    {
        rows.push(open_streams(arguments, scratch.path(), peers).await?);
    }
    println!("{}", table(&rows));
    if peers.is_none() {
        println!(
            "left out: the FastAPI peer, the scripted model server and the open streams (no ../shared/peers, or no node or python3); the runs above used the offline model"
        );
    }
    Ok(())
}

/// Streamed help runs: rate, time to the first token over the upstream's own, processor time for each.
async fn runs(
    arguments: &Arguments,
    ours: &Service,
    peer: Option<&Service>,
    upstream: Option<&Service>,
) -> Result<Vec<Row>> {
    eprintln!("bench: streamed help runs");
    let (mut rate, mut cpu, mut first) =
        (Figures::default(), Figures::default(), Figures::default());
    let own = match upstream {
        Some(upstream) => upstream_first_token(upstream.address).await?,
        None => Duration::ZERO,
    };
    for _ in 0..arguments.rounds {
        for (service, rate, cpu, first) in [
            Some((ours, &mut rate.ours, &mut cpu.ours, &mut first.ours)),
            peer.map(|peer| (peer, &mut rate.peer, &mut cpu.peer, &mut first.peer)),
        ]
        .into_iter()
        .flatten()
        {
            let shot = help(service.address);
            let before = service.processor_time()?;
            let outcome =
                load::run(&shot, RUNS_AT_ONCE, Duration::from_secs(arguments.seconds)).await?;
            let used = service.processor_time()? - before;
            rate.push(outcome.rate());
            cpu.push(millis(used) / outcome.answers as f64);
            let token = load::median_time_to(&shot, "event: token", 25).await?;
            first.push(millis(token.saturating_sub(own)));
        }
    }
    Ok(vec![
        rate.row(
            &format!("streamed help runs, {RUNS_AT_ONCE} at once (per second)"),
            false,
            0,
        ),
        first.row("first token, over the upstream's own (ms)", true, 2),
        cpu.row("processor time per run (ms)", true, 2),
    ])
}

/// Resident memory while many agent streams wait for a model that is slow to answer.
async fn open_streams(arguments: &Arguments, scratch: &Path, peers: &Peers) -> Result<Row> {
    eprintln!("bench: {} open streams", arguments.streams);
    let upstream = peers.upstream(600_000, &scratch.join("slow-upstream.log"))?;
    let hold = async |service: &Service| {
        let mut connection = load::Connection::open(service.address).await?;
        connection.exchange(&create(service.address), "").await?;
        let mut held = Vec::with_capacity(arguments.streams);
        for _ in 0..arguments.streams {
            let mut connection = load::Connection::open(service.address).await?;
            connection.begin(&help(service.address)).await?;
            held.push(connection);
        }
        service.resident_mb()
    };
    let ours = hold(&start_ours(
        &scratch.join("streams"),
        Some(upstream.address),
        &[],
    )?)
    .await?;
    // The peer may not hold so many: that is a finding, not a reason to have no figure of ours.
    let peer = hold(&peers.fastapi(&scratch.join("streams.db"), upstream.address)?).await;
    if let Err(error) = &peer {
        println!(
            "the FastAPI peer did not hold {} streams: {error:#}\n",
            arguments.streams
        );
    }
    Ok(Row {
        what: format!("memory with {} open streams (MB)", arguments.streams),
        ours,
        peer: peer.ok(),
        bare: None,
        smaller_is_better: true,
        digits: 1,
    })
}

/// The three model calls of a help run, made one after the other straight to the upstream: what no service can beat.
async fn upstream_first_token(address: SocketAddr) -> Result<Duration> {
    let ask = |tools: &[&str], mark| {
        let tools: Vec<_> = tools
            .iter()
            .map(|name| serde_json::json!({"type": "function", "function": {"name": name}}))
            .collect();
        let body = serde_json::json!({"model": "m", "stream": true, "tools": tools, "messages": [{"role": "user", "content": "q"}]});
        (
            Shot {
                address,
                method: "POST",
                path: "/v1/chat/completions".into(),
                body: body.to_string(),
                expect: 200,
                must_hold: "[DONE]",
            },
            mark,
        )
    };
    let mut total = Duration::ZERO;
    for (shot, mark) in [
        ask(&["transfer_to_scheduler"], ""),
        ask(&["set_deadline"], ""),
        ask(&[], "word0"),
    ] {
        total += load::median_time_to(&shot, mark, 25).await?;
    }
    Ok(total)
}

fn get(address: SocketAddr) -> Shot {
    Shot {
        address,
        method: "GET",
        path: "/tasks/1".into(),
        body: String::new(),
        expect: 200,
        must_hold: "",
    }
}

fn create(address: SocketAddr) -> Shot {
    Shot {
        address,
        method: "POST",
        path: "/tasks".into(),
        body: r#"{"title":"Write the quarterly report","description":"Figures from sales, two pages"}"#.into(),
        expect: 201,
        must_hold: "",
    }
}

fn help(address: SocketAddr) -> Shot {
    Shot {
        address,
        method: "POST",
        path: "/tasks/1/help/stream".into(),
        body: r#"{"question":"Set a deadline for next Friday"}"#.into(),
        expect: 200,
        must_hold: "event: complete",
    }
}

fn start_ours(data: &Path, model: Option<SocketAddr>, more: &[&str]) -> Result<Service> {
    let address = free_address()?;
    let mut command = Command::new(project::target_folder().join("release/taskmanager"));
    command
        .args(["--listen", &address.to_string(), "--data-dir"])
        .arg(data)
        .args(["--max-runs", "4096"])
        .args(more);
    match model {
        Some(model) => command
            .args(["--model", "scripted"])
            .env("OPENAI_BASE_URL", format!("http://{model}/v1"))
            .env("OPENAI_API_KEY", "k"),
        None => command.args(["--model", "offline"]),
    };
    Service::start(command, address, &data.with_extension("log"))
}

fn build_release(root: &Path) -> Result<()> {
    let status = Command::new(env!("CARGO"))
        .current_dir(root)
        .args([
            "build",
            "--release",
            "--package",
            "taskmanager-server",
            "--bins",
            "--example",
            "bare",
            "--package",
            "taskmanager-agent",
            "--example",
            "help_runs",
        ])
        .status()?;
    if !status.success() {
        bail!("the release build failed");
    }
    Ok(())
}
