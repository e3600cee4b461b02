//! Settings that can be used and settings that can't.

use super::service::{run, taskmanager, text};

/// Checks that the binary refuses these arguments, and names the setting.
async fn refuses(arguments: &[&str], names: &[&str]) {
    let output = run(arguments).await;
    let (out, errors) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {errors}");
    assert_eq!(out, "", "{arguments:?}");
    assert!(!errors.contains("panicked"), "{errors}");
    for name in names {
        assert!(
            errors.contains(name),
            "{arguments:?}: {name} isn't named in {errors}"
        );
    }
    assert_eq!(
        errors.trim_end().lines().count(),
        names.len(),
        "one line for each fault: {errors}"
    );
}

#[tokio::test]
async fn addresses_of_other_machines_are_refused() {
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:8080"] {
        refuses(&["--listen", address], &["--listen"]).await;
    }
}

#[tokio::test]
async fn what_is_no_address_is_refused() {
    for address in ["nonsense", "127.0.0.1", "127.0.0.1:99999", "example.com:80"] {
        refuses(&["--listen", address], &["--listen"]).await;
    }
}

#[tokio::test]
async fn all_bad_settings_are_told_at_once() {
    let arguments = [
        "--listen",
        "x",
        "--log",
        "xml",
        "--max-runs",
        "0",
        "--max-body-bytes",
        "much",
        "--drain-seconds",
        "-1",
    ];
    refuses(
        &arguments,
        &[
            "--listen",
            "--log",
            "--max-body-bytes",
            "--max-runs",
            "--drain-seconds",
        ],
    )
    .await;
}

#[tokio::test]
async fn bad_variables_are_told_like_flags() {
    let output = taskmanager()
        .env("TASKMANAGER_MAX_RUNS", "many")
        .output()
        .await
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("TASKMANAGER_MAX_RUNS"),
        "{}",
        text(&output.stderr)
    );
}

#[tokio::test]
async fn a_model_of_openai_needs_a_key() {
    refuses(&["--model", "gpt-5"], &["OPENAI_API_KEY"]).await;
}

#[tokio::test]
async fn help_names_every_setting_with_its_variable_and_default() {
    let output = run(&["--help"]).await;
    assert!(output.status.success());
    let help = text(&output.stdout);
    for words in [
        "--listen",
        "TASKMANAGER_LISTEN",
        "127.0.0.1:8080",
        "--data-dir",
        "TASKMANAGER_DATA_DIR",
        "--model",
        "TASKMANAGER_MODEL",
        "offline",
        "OPENAI_BASE_URL",
        "OPENAI_API_KEY",
        "TASKMANAGER_LOG",
        "check-config",
    ] {
        assert!(help.contains(words), "{words} isn't in {help}");
    }
}

#[tokio::test]
async fn help_says_from_where_to_where_each_number_may_go() {
    let help = text(&run(&["--help"]).await.stdout);
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut numbers = 0;
    for part in help.split(" --").skip(1) {
        let Some((flag, rest)) = part.split_once(' ') else {
            continue;
        };
        if !["<COUNT>", "<SECONDS>", "<BYTES>", "<TOKENS>"]
            .contains(&rest.split(' ').next().unwrap())
        {
            continue;
        }
        let flag = format!("--{flag}");
        // A model server is named so that its settings are looked at.
        let model = ["--model", "m", "--openai-base-url", "http://127.0.0.1:1"];
        let refused = run(&[&model[..], &[flag.as_str(), "many"]].concat()).await;
        let refused = text(&refused.stderr);
        let (_, bounds) = refused.trim().split_once("no whole number from ").unwrap();
        assert!(
            rest.contains(&format!("From {bounds} [")),
            "{flag}: {bounds}: {rest}"
        );
        numbers += 1;
    }
    assert_eq!(numbers, 8);
}

#[tokio::test]
async fn check_config_tells_the_settings_hides_secrets_and_leaves_nothing() {
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().join("data");
    let mut command = taskmanager();
    command
        .args([
            "check-config",
            "--listen",
            "127.0.0.1:0",
            "--model",
            "gpt-5",
            "--data-dir",
        ])
        .arg(&folder);
    let output = command
        .env("OPENAI_API_KEY", "sk-secret")
        .output()
        .await
        .unwrap();
    let shown = text(&output.stdout) + &text(&output.stderr);
    for words in [
        "127.0.0.1:0",
        "gpt-5",
        "https://api.openai.com/v1",
        &folder.display().to_string(),
    ] {
        assert!(shown.contains(words), "{words} isn't in {shown}");
    }
    assert!(!shown.contains("sk-secret"), "{shown}");
    assert!(!folder.exists());
}
