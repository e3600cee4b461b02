//! The yardsticks in `../shared/peers`: a FastAPI service and a scripted model server.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::TOKENS;
use crate::process::{Service, free_address};
use crate::project;

/// The yardsticks' folder, with what they need installed.
pub(super) struct Peers {
    folder: PathBuf,
    uvicorn: PathBuf,
}

impl Peers {
    /// Finds the folder and installs the Python packages below `target/`, once.
    pub(super) fn find(root: &Path) -> Result<Option<Self>> {
        let folder = root.join("../shared/peers");
        let tool = |name: &str| Command::new(name).arg("--version").output().is_ok();
        if !folder.is_dir() || !tool("node") || !tool("python3") {
            return Ok(None);
        }
        let venv = project::target_folder().join("bench-python");
        let uvicorn = venv.join("bin/uvicorn");
        if !uvicorn.exists() {
            eprintln!("bench: installing the FastAPI peer's packages below target/");
            run_quietly(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
            run_quietly(Command::new(venv.join("bin/pip")).args([
                "install",
                "--quiet",
                "fastapi",
                "uvicorn[standard]",
                "sqlmodel",
                "sse-starlette",
                "openai-agents",
            ]))?;
        }
        Ok(Some(Self { folder, uvicorn }))
    }

    /// The Python that has the packages.
    pub(super) fn python(&self) -> PathBuf {
        self.uvicorn.with_file_name("python")
    }

    /// Starts the scripted model server; `first_ms` is how long it waits before it answers.
    pub(super) fn upstream(&self, first_ms: u32, log: &Path) -> Result<Service> {
        let address = free_address()?;
        let mut command = Command::new("node");
        command
            .arg(self.folder.join("upstream.mjs"))
            .arg(address.port().to_string())
            .env("TOKENS", TOKENS.to_string())
            .env("FIRST_MS", first_ms.to_string());
        Service::start(command, address, log)
    }

    pub(super) fn fastapi(&self, database: &Path, model: SocketAddr) -> Result<Service> {
        let address = free_address()?;
        let mut command = Command::new(&self.uvicorn);
        command
            .arg("--app-dir")
            .arg(self.folder.join("fastapi"))
            .args(["main:app", "--log-level", "error", "--port"])
            .arg(address.port().to_string())
            .env("DB", database)
            .env("OPENAI_BASE_URL", format!("http://{model}/v1"));
        Service::start(command, address, &database.with_extension("log"))
    }
}

fn run_quietly(command: &mut Command) -> Result<()> {
    let output = command
        .output()
        .with_context(|| format!("failed to start {command:?}"))?;
    if !output.status.success() {
        bail!(
            "{command:?} failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(())
}
