//! What the service says of itself.

use serde_json::Value;
use taskmanager_client::types::AgentType;

use super::harness::{Service, as_json};

#[tokio::test]
async fn get_service_names_what_it_is_and_where_to_go() {
    let service = Service::start().await;
    let answer = service.api.get_service().send().await.unwrap().into_inner();
    assert_eq!(
        (
            answer.status.as_str(),
            answer.model.as_str(),
            answer.auth.as_str()
        ),
        ("ok", "offline", "local")
    );
    assert_eq!(answer.version, env!("CARGO_PKG_VERSION"));
    assert!(!answer.links.is_empty());
    for (name, link) in &answer.links {
        let status = super::harness::Answer::of(service.request(http::Method::HEAD, link))
            .await
            .status;
        // What a link leads to may want a POST, but it is there.
        assert!(
            status.is_success() || status == 405,
            "{name} → {link}: {status}"
        );
    }
}

#[tokio::test]
async fn get_liveness_answers() {
    let service = Service::start().await;
    assert_eq!(
        service.api.get_liveness().send().await.unwrap().status,
        "ok"
    );
}

#[tokio::test]
async fn get_readiness_asks_the_storage() {
    let service = Service::start().await;
    let ready = service.api.get_readiness().send().await.unwrap();
    assert_eq!(ready.status, "ready");
    assert!(
        ready
            .checks
            .iter()
            .any(|check| check.name == "storage" && check.status == "ok"),
        "{:?}",
        ready.checks
    );
}

#[tokio::test]
async fn list_agents_names_the_team_with_tools_and_handoffs() {
    let service = Service::start().await;
    let agents = service
        .api
        .list_agents()
        .send()
        .await
        .unwrap()
        .into_inner()
        .agents;
    let find = |name: &str| {
        agents
            .iter()
            .find(|agent| agent.name.as_str() == name)
            .unwrap_or_else(|| panic!("{name}"))
    };
    let triage = find("taskmanager-triage");
    assert_eq!(agents[0], *triage);
    assert_eq!(triage.type_, AgentType::Router);
    let specialists = [
        (
            "taskmanager-scheduler",
            ["set_deadline", "create_reminder", "suggest_time_blocks"],
        ),
        (
            "taskmanager-collaboration",
            ["assign_to_user", "share_task", "create_meeting"],
        ),
        (
            "taskmanager-analysis",
            ["estimate_effort", "identify_blockers", "break_down_task"],
        ),
    ];
    for (name, tools) in specialists {
        assert!(
            triage.handoffs.iter().any(|to| to.as_str() == name),
            "triage hands over to {name}"
        );
        let agent = find(name);
        assert_eq!(agent.type_, AgentType::Specialist);
        for tool in tools {
            assert!(
                agent.tools.iter().any(|has| has == tool),
                "{name} has {tool}"
            );
        }
    }
    for tool in [
        "list_tasks",
        "get_task",
        "create_task",
        "update_task",
        "delete_task",
    ] {
        assert!(
            triage.tools.iter().any(|has| has == tool),
            "triage has {tool}"
        );
    }
    assert!(agents.iter().all(|agent| agent.model == "offline"));
}

#[tokio::test]
async fn get_openapi_json_is_the_published_document() {
    let service = Service::start().await;
    let served = as_json(&*service.api.get_openapi_json().send().await.unwrap());
    let published = include_str!("../../../spec/openapi.json");
    assert_eq!(served, serde_json::from_str::<Value>(published).unwrap());
}

#[tokio::test]
async fn get_openapi_yaml_is_the_written_document() {
    use futures::TryStreamExt;
    let service = Service::start().await;
    let stream = service
        .api
        .get_openapi_yaml()
        .send()
        .await
        .unwrap()
        .into_inner()
        .into_inner();
    let bytes: Vec<u8> = stream
        .try_fold(Vec::new(), |mut all, more| async move {
            all.extend(more);
            Ok(all)
        })
        .await
        .unwrap();
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        include_str!("../../../spec/openapi.yaml")
    );
}

#[tokio::test]
async fn a_document_that_the_caller_has_is_not_sent_again() {
    use super::harness::Answer;
    let service = Service::start().await;
    for path in ["/openapi.json", "/openapi.yaml"] {
        let ask = |known: Option<String>| {
            let request = service.request(http::Method::GET, path);
            Answer::of(match known {
                Some(known) => request.header("if-none-match", known),
                None => request,
            })
        };
        let first = ask(None).await;
        let tag = first.headers["etag"].to_str().unwrap().to_owned();
        assert_eq!((first.status.as_u16(), first.text.is_empty()), (200, false));
        for known in [tag.clone(), format!("\"old\", W/{tag}"), "*".to_owned()] {
            let again = ask(Some(known)).await;
            assert_eq!((again.status.as_u16(), again.text.is_empty()), (304, true));
            assert_eq!(again.headers["etag"], tag.as_str());
        }
        assert_eq!(ask(Some("\"old\"".to_owned())).await.status, 200);
    }
}

#[tokio::test]
async fn get_metrics_counts_without_saying_what() {
    use futures::TryStreamExt;
    let service = Service::start().await;
    service.task("a secret title").await;
    service.get("/tasks?text=a+secret+word").await;
    let stream = service
        .api
        .get_metrics()
        .send()
        .await
        .unwrap()
        .into_inner()
        .into_inner();
    let bytes: Vec<u8> = stream
        .try_fold(Vec::new(), |mut all, more| async move {
            all.extend(more);
            Ok(all)
        })
        .await
        .unwrap();
    let text = String::from_utf8(bytes).unwrap();
    for line in text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let (_, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("{line:?}"));
        assert!(value.parse::<f64>().is_ok(), "{line:?}");
    }
    let created = text
        .lines()
        .find(|line| line.contains("create_task") && line.contains("201"));
    assert!(created.is_some_and(|line| line.ends_with(" 1")), "{text}");
    assert!(!text.contains("secret"), "{text}");
}

#[tokio::test]
async fn no_credentials_are_needed_in_local_mode_and_none_are_looked_at() {
    let service = Service::start().await;
    for header in ["Bearer nonsense", "Basic dTpw", "nonsense"] {
        let request = service
            .request(http::Method::GET, "/tasks")
            .header("authorization", header);
        assert_eq!(
            super::harness::Answer::of(request).await.status,
            200,
            "{header}"
        );
    }
}
