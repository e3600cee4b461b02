//! Services as child processes: start, ready, memory, processor time, stop.

use std::{
    fs,
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

/// A running service; killed when dropped.
pub(crate) struct Service {
    child: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// From the start of the process to the first connection that it took.
    pub(crate) ready: Duration,
}

impl Service {
    /// Starts the command and waits until it takes connections at `address`. What it says goes into a file, as a
    /// service's log does: to throw it away would spare it work that it has in earnest.
    pub(crate) fn start(mut command: Command, address: SocketAddr, log: &Path) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let begun = Instant::now();
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(log)?)
            .spawn()
            .with_context(|| format!("failed to start {name}"))?;
        let mut service = Self {
            child,
            address,
            ready: Duration::ZERO,
        };
        while TcpStream::connect(address).is_err() {
            if let Some(status) = service.child.try_wait()? {
                let said = fs::read_to_string(log)?;
                bail!("{name} ended at once with {status}: {said}");
            }
            if begun.elapsed() > Duration::from_secs(60) {
                bail!("{name} took no connection at {address} within 60 s");
            }
            thread::sleep(Duration::from_micros(500));
        }
        service.ready = begun.elapsed();
        Ok(service)
    }

    /// Resident memory, in MB (10⁶ bytes).
    pub(crate) fn resident_mb(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let kib: f64 = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok())
            .context("no VmRSS in /proc")?;
        Ok(kib * 1024.0 / 1e6)
    }

    /// Processor time used so far, user and system. The kernel counts it in steps of 10 ms.
    pub(crate) fn processor_time(&self) -> Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let fields: Vec<&str> = stat
            .rsplit_once(')')
            .context("no command in /proc stat")?
            .1
            .split_whitespace()
            .collect();
        let ticks: u64 = fields[11].parse::<u64>()? + fields[12].parse::<u64>()?;
        Ok(Duration::from_millis(ticks * 10))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // A child that is gone already is what we want.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address on the loopback that nobody listens on now.
pub(crate) fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
