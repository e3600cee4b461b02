//! `cargo xtask test`: every check and every test of the repository, one command.
//!
//! A step whose tools aren't on the machine is left out aloud, with what to install; in CI (`CI=true`) that is a
//! failure.

use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::{project, proofs};

/// The generator's own documents, one for each area of OpenAPI.
const FIXTURES: &str = "xtask/generator/fixtures/documents";

/// What documents of others leave out, and generated code answers by itself.
const ALLOWED: &str = "E0316";

/// What became of a step.
enum Outcome {
    Passed,
    Failed(String),
    /// Something isn't on the machine; in CI it has to be.
    LeftOut(String),
    /// Something isn't on the machine, and can't be had by everybody.
    NotHere(String),
}

/// Runs all steps and sums up; every step runs, whatever came of those before it.
pub(crate) fn run() -> Result<()> {
    let root = project::root();
    let mut steps = Vec::new();
    let mut step = |name: &'static str, perform: &dyn Fn() -> Outcome| {
        println!("\n── {name}");
        let begun = Instant::now();
        let outcome = perform();
        if let Outcome::Failed(why) | Outcome::LeftOut(why) | Outcome::NotHere(why) = &outcome {
            println!("{why}");
        }
        steps.push((name, outcome, begun.elapsed()));
    };
    step("the document: lint", &|| xtask(&["lint"]));
    step("the generated code is up to date", &|| {
        xtask(&["generate", "--check"])
    });
    step("the published document is up to date", &|| {
        xtask(&["publish", "--check"])
    });
    step("the document breaks no client of the last release", &|| {
        xtask(&["diff", "--by-version"])
    });
    step("tests", &|| tests(root));
    step("examples in the documentation", &|| {
        cargo(root, &["test", "--quiet", "--doc", "--workspace"])
    });
    step("the document for other languages", &|| languages(root));
    step("the page /docs in a browser (among the tests)", &browser);
    step("the generator's page for its users, followed", &|| {
        xtask(&["follow"])
    });
    step("many documents: the round trip", &|| {
        corpus(root, "roundtrip")
    });
    step("many documents: schemas and types agree", &|| {
        corpus(root, "twosided")
    });
    step("many documents: stubs and clients, by clippy", &|| {
        corpus(root, "crates")
    });
    sum_up(&steps)
}

fn tests(root: &Path) -> Outcome {
    let nextest = Command::new(env!("CARGO"))
        .args(["nextest", "--version"])
        .output()
        .is_ok_and(|output| output.status.success());
    if nextest {
        cargo(root, &["nextest", "run", "--workspace", "--no-fail-fast"])
    } else {
        println!(
            "cargo-nextest isn't installed (`cargo install cargo-nextest --locked`): using cargo test, which is slower"
        );
        cargo(
            root,
            &[
                "test",
                "--workspace",
                "--lib",
                "--bins",
                "--tests",
                "--no-fail-fast",
            ],
        )
    }
}

fn languages(root: &Path) -> Outcome {
    if let Some(what) = proofs::missing() {
        return Outcome::LeftOut(format!("the proofs for TypeScript and Python need {what}"));
    }
    if let Outcome::Failed(why) = cargo(
        root,
        &[
            "build",
            "--quiet",
            "--package",
            "taskmanager-server",
            "--bin",
            "taskmanager",
        ],
    ) {
        return Outcome::Failed(why);
    }
    match proofs::run(root, &project::target_folder().join("debug/taskmanager")) {
        Ok(()) => Outcome::Passed,
        Err(error) => Outcome::Failed(format!("{error:#}")),
    }
}

/// The test itself passes without a browser, and a passing test is silent: so it is said here.
fn browser() -> Outcome {
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    if names
        .iter()
        .any(|name| Command::new(name).arg("--version").output().is_ok())
    {
        return Outcome::Passed;
    }
    Outcome::LeftOut("needs Chromium (on Debian: apt-get install chromium)".into())
}

/// Our own documents, and those of others, which aren't ours to publish: they lie beside the repository, where somebody
/// has put them. The same for every command, so that they are compiled once.
fn corpus(root: &Path, command: &str) -> Outcome {
    let of_others = "../shared/corpus";
    let mut paths = vec![
        project::SPEC,
        "xtask/generator/tests/small/small.yaml",
        FIXTURES,
    ];
    let is_here = root.join(of_others).is_dir();
    if is_here {
        paths.push(of_others);
    }
    let paths: Vec<_> = paths.into_iter().map(|path| root.join(path)).collect();
    match std::env::current_exe() {
        Ok(program) => match status(
            Command::new(program)
                .args([command, "--allow", ALLOWED])
                .args(paths),
        ) {
            Outcome::Passed if !is_here => Outcome::NotHere(
                "../shared/corpus isn't there; the generator was tried on our own documents only"
                    .into(),
            ),
            outcome => outcome,
        },
        Err(error) => Outcome::Failed(format!("xtask can't find itself: {error}")),
    }
}

fn xtask(arguments: &[&str]) -> Outcome {
    match std::env::current_exe() {
        Ok(program) => status(Command::new(program).args(arguments)),
        Err(error) => Outcome::Failed(format!("xtask can't find itself: {error}")),
    }
}

fn cargo(root: &Path, arguments: &[&str]) -> Outcome {
    status(
        Command::new(env!("CARGO"))
            .current_dir(root)
            .args(arguments),
    )
}

fn status(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Outcome::Passed,
        Ok(status) => Outcome::Failed(format!("{command:?} ended with {status}")),
        Err(error) => Outcome::Failed(format!("{command:?} didn't start: {error}")),
    }
}

fn sum_up(steps: &[(&str, Outcome, Duration)]) -> Result<()> {
    let strict = std::env::var_os("CI").is_some();
    let mut failed = 0;
    println!();
    for (name, outcome, took) in steps {
        let (word, why) = match outcome {
            Outcome::Passed => ("passed  ", String::new()),
            Outcome::Failed(_) => ("FAILED  ", String::new()),
            Outcome::LeftOut(why) | Outcome::NotHere(why) => ("LEFT OUT", format!(": {why}")),
        };
        if matches!(outcome, Outcome::Failed(_))
            || (strict && matches!(outcome, Outcome::LeftOut(_)))
        {
            failed += 1;
        }
        println!("{word} {:>6.1} s  {name}{why}", took.as_secs_f64());
    }
    if failed > 0 {
        bail!("{failed} of {} steps failed", steps.len());
    }
    Ok(())
}
