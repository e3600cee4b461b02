//! Starting: what the service needs, and the one line that says what is missing.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use taskmanager_client::types::NewTask;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpListener;

use super::service::{Service, taskmanager, text};

/// Checks that the service doesn't start here, and says why in one line on standard error.
async fn fails(listen: &str, folder: &Path, why: &str) {
    let mut command = taskmanager();
    let output = command
        .args(["--listen", listen, "--data-dir"])
        .arg(folder)
        .output()
        .await
        .unwrap();
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert_eq!(errors.trim_end().lines().count(), 1, "{errors}");
    assert!(errors.contains(why), "{why:?} isn't in {errors}");
    // What is wrong, then what to do about it.
    assert!(errors.contains("; "), "{errors}");
    assert_eq!(text(&output.stdout), "");
}

const FREE: &str = "127.0.0.1:0";

#[tokio::test]
async fn a_port_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind(FREE).await.unwrap();
    let address = taken.local_addr().unwrap().to_string();
    fails(&address, folder.path(), &format!("{address} is in use")).await;
}

#[tokio::test]
async fn a_data_folder_that_is_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "no folder").unwrap();
    fails(FREE, &file, &file.display().to_string()).await;
    fails(FREE, &file.join("below"), &file.display().to_string()).await;
}

#[tokio::test]
async fn a_data_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().join("locked");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
    // Root may write everywhere, except where nobody can.
    let everywhere = fs::write(folder.join("probe"), "").is_ok();
    let folder = if everywhere {
        Path::new("/proc/taskmanager")
    } else {
        &folder
    };
    fails(FREE, folder, &folder.display().to_string()).await;
    fails(
        FREE,
        folder,
        "choose one that this user may write to with --data-dir",
    )
    .await;
}

#[tokio::test]
async fn a_database_that_is_none() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("taskmanager.db"),
        "This is no database, ".repeat(1000),
    )
    .unwrap();
    fails(FREE, folder.path(), "taskmanager.db").await;
    fails(
        FREE,
        folder.path(),
        "or choose another folder with --data-dir",
    )
    .await;
}

#[tokio::test]
async fn a_database_of_a_newer_version() {
    let folder = tempfile::tempdir().unwrap();
    Service::start(folder.path(), &[]).await.stop().await;
    let database = rusqlite::Connection::open(folder.path().join("taskmanager.db")).unwrap();
    database.pragma_update(None, "user_version", 9999).unwrap();
    drop(database);
    fails(FREE, folder.path(), "newer").await;
}

#[tokio::test]
async fn a_data_folder_that_another_service_uses() {
    let folder = tempfile::tempdir().unwrap();
    let service = Service::start(folder.path(), &[]).await;
    fails(FREE, folder.path(), "in use").await;
    service
        .api
        .create_task()
        .body(NewTask::builder().title("Unharmed"))
        .send()
        .await
        .unwrap();
    service.stop().await;
}

#[tokio::test]
async fn a_missing_data_folder_is_made_and_kept() {
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().join("a/b");
    let first = Service::start(&folder, &[]).await;
    let task = first
        .api
        .create_task()
        .body(NewTask::builder().title("Buy milk"))
        .send()
        .await
        .unwrap()
        .into_inner();
    first.stop().await;
    let second = Service::start(&folder, &[]).await;
    assert_eq!(
        *second
            .api
            .get_task()
            .task_id(task.id.clone())
            .send()
            .await
            .unwrap(),
        task
    );
    second.stop().await;
}

#[tokio::test]
async fn a_start_in_a_terminal_says_where_to_go() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = taskmanager();
    command
        .args(["--listen", FREE, "--data-dir"])
        .arg(folder.path());
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut shown = String::new();
    while !shown.contains("Stop") {
        shown += &lines.next_line().await.unwrap().unwrap();
        shown.push('\n');
    }
    let docs = shown
        .split_whitespace()
        .find(|word| word.ends_with("/docs"))
        .expect("the address of /docs");
    assert!(shown.contains("curl http://127.0.0.1:"), "{shown}");
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    assert_eq!(http.get(docs).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn log_lines_bear_the_request_s_id_and_nothing_of_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let service = Service::start(folder.path(), &["--log-level", "debug"]).await;
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let secrets = http
        .get(format!("http://{}/tasks?text=secretword", service.address))
        .header("authorization", "Bearer secrettoken")
        .send()
        .await
        .unwrap();
    let id = secrets.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    service
        .api
        .create_task()
        .body(NewTask::builder().title("secrettitle"))
        .send()
        .await
        .unwrap();
    service.chat("secretmessage").await.rest().await;
    service.signal("TERM");
    let mut service = service;
    service.ended().await;
    let log = service.log().join("\n");
    assert!(log.contains(&id), "{id} isn't in {log}");
    for secret in ["secretword", "secrettoken", "secrettitle", "secretmessage"] {
        assert!(!log.contains(secret), "{secret} is in {log}");
    }
}
