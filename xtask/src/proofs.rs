//! Proves the published document for other languages: a linter's verdict, TypeScript's types compiled, a Python
//! client generated, imported and used against the running service.
//!
//! Everything is installed below `target/proofs` from pinned versions; nothing is installed on the machine.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::process::{Service, free_address};

/// What is needed, and how to get it; `None` where it is there.
pub(crate) fn missing() -> Option<&'static str> {
    let there = |name: &str, argument: &str| {
        Command::new(name)
            .arg(argument)
            .output()
            .is_ok_and(|output| output.status.success())
    };
    if !there("npm", "--version") {
        return Some("npm (install Node.js 20 or later)");
    }
    if !there("python3", "--version") {
        return Some("python3 (install Python 3.11 or later with venv)");
    }
    None
}

/// Runs the proofs against `spec/openapi.json` and the service binary at `service`.
pub(crate) fn run(root: &Path, service: &Path) -> Result<()> {
    let files = root.join("xtask/proofs");
    let work = crate::project::target_folder().join("proofs");
    fs::create_dir_all(&work)?;
    for file in [
        "package.json",
        "package-lock.json",
        "tsconfig.json",
        "use.ts",
    ] {
        fs::copy(files.join(file), work.join(file))?;
    }
    let document = root.join("spec/openapi.json");
    typescript(&files, &work, &document)?;
    python(&files, &work, &document, service)
}

fn typescript(files: &Path, work: &Path, document: &Path) -> Result<()> {
    let bin = work.join("node_modules/.bin");
    perform(Command::new("npm").current_dir(work).args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    perform(
        Command::new(bin.join("redocly"))
            .current_dir(work)
            .env("REDOCLY_TELEMETRY", "off")
            .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")
            .arg("lint")
            .arg(document)
            .arg("--config")
            .arg(files.join("redocly.yaml")),
    )?;
    perform(
        Command::new(bin.join("openapi-typescript"))
            .current_dir(work)
            .arg(document)
            // A property with a default may be left out of a request.
            .args(["--default-non-nullable", "false", "--output", "api.d.ts"]),
    )?;
    perform(
        Command::new(bin.join("tsc"))
            .current_dir(work)
            .args(["--project", "tsconfig.json"]),
    )
}

fn python(files: &Path, work: &Path, document: &Path, service: &Path) -> Result<()> {
    let venv = work.join("python");
    let bin = venv.join("bin");
    perform(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
    perform(
        Command::new(bin.join("pip"))
            .args([
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
            ])
            .arg(files.join("requirements.txt")),
    )?;
    let config = work.join("python-client.yaml");
    // The generator knows YAML only when it is told that it is text.
    fs::write(
        &config,
        "package_name_override: taskmanager_proof\ncontent_type_overrides:\n  application/yaml: text/plain\n",
    )?;
    let package = work.join("taskmanager-proof");
    // It formats what it wrote with `ruff`, which came with it.
    let path = format!(
        "{}:{}",
        bin.display(),
        std::env::var("PATH").unwrap_or_default()
    );
    perform(
        Command::new(bin.join("openapi-python-client"))
            .current_dir(work)
            .env("PATH", path)
            .args([
                "generate",
                "--fail-on-warning",
                "--overwrite",
                "--meta",
                "none",
                "--path",
            ])
            .arg(document)
            .arg("--config")
            .arg(&config)
            .arg("--output-path")
            .arg(package.join("taskmanager_proof")),
    )?;
    let address = free_address()?;
    let mut command = Command::new(service);
    command
        .args(["--listen", &address.to_string(), "--data-dir"])
        .arg(work.join("data"));
    let running = Service::start(command, address, &work.join("service.log"))?;
    perform(
        Command::new(bin.join("python"))
            .env("PYTHONPATH", &package)
            .arg(files.join("call.py"))
            .arg(format!("http://{}", running.address)),
    )
}

/// Runs a command; its output is shown only when it fails.
fn perform(command: &mut Command) -> Result<()> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("failed to start {command:?}"))?;
    if !output.status.success() {
        bail!(
            "{command:?} failed\n{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(())
}
