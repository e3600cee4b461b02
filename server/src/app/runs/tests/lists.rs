//! Lists of runs and sessions, and what a session keeps.

use super::*;
use crate::{
    app::{AppError, Resources, sessions::DeletedSession},
    store::runs::RunQuery,
};

async fn numbers(life: &Life, query: RunQuery, limit: usize) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut after = None;
    loop {
        let page = life
            .runs
            .list(&life.owner, &query, after, limit)
            .await
            .unwrap();
        pages.push(page.items.iter().map(|run| run.input.clone()).collect());
        after = page.next;
        if after.is_none() {
            return pages;
        }
    }
}

#[tokio::test]
async fn runs_are_listed_newest_first_by_what_is_asked() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let first = life.start("0").await;
    let session = life.session_of(&first.run_id).await;
    life.called().await.say("ok").finish();
    life.runs.idle().await;
    for n in 1..5 {
        let start = StartRun {
            session_id: (n % 2 == 0).then(|| session.clone()),
            task: (n == 3).then(|| (3, json!({}))),
            ..life.ask(&n.to_string())
        };
        life.runs.start(start).await.unwrap();
        life.called().await.say("ok").finish();
        life.runs.idle().await;
    }
    let running = life.start("5").await;
    let _call = life.called().await;
    let all = |query| numbers(&life, query, 100);
    assert_eq!(
        all(RunQuery::default()).await,
        [["5", "4", "3", "2", "1", "0"]]
    );
    let pages = numbers(&life, RunQuery::default(), 4).await;
    assert_eq!(pages, [vec!["5", "4", "3", "2"], vec!["1", "0"]]);
    let of_session = RunQuery {
        session_id: Some(session.clone()),
        ..RunQuery::default()
    };
    assert_eq!(all(of_session.clone()).await, [["4", "2", "0"]]);
    assert_eq!(
        numbers(&life, of_session, 2).await,
        [vec!["4", "2"], vec!["0"]]
    );
    let of_task = RunQuery {
        task_id: Some(3),
        ..RunQuery::default()
    };
    assert_eq!(all(of_task).await, [["3"]]);
    let at_work = RunQuery {
        status: Some(RunStatus::Running),
        ..RunQuery::default()
    };
    assert_eq!(all(at_work).await, [["5"]]);
    let run = life.runs.get(&life.owner, &running.run_id).await.unwrap();
    assert_eq!(run.last_event, 1);
    assert_eq!(run.response.0, None);
}

#[tokio::test]
async fn sessions_are_listed_read_and_deleted_when_nothing_goes_on() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let store = Arc::clone(&life.store) as Arc<dyn Store>;
    let clock = Arc::clone(&life.clock) as Arc<dyn Clock>;
    let resources = Resources::new(store, clock).await.unwrap();
    let mut sessions = Vec::new();
    for n in 0..3 {
        let begun = life.start(&format!("Question {n}")).await;
        sessions.push(life.session_of(&begun.run_id).await);
        life.called().await.say("ok").finish();
        life.runs.idle().await;
    }
    // The first is used again, and is first then.
    let last = life
        .start_in(&sessions[0], "delete", OnBusy::Reject)
        .await
        .unwrap();
    life.called().await.call("delete", json!({})).finish();
    life.events(&last.run_id, 0).await;
    let page = resources.list_sessions(&life.owner, 2, None).await.unwrap();
    let titles: Vec<_> = page
        .items
        .iter()
        .map(|session| session.title.as_str())
        .collect();
    assert_eq!(titles, ["Question 0", "Question 2"]);
    let token = page.next_page.unwrap();
    let page = resources
        .list_sessions(&life.owner, 2, Some(&token))
        .await
        .unwrap();
    assert_eq!(page.items.len(), 1);
    assert_eq!(page.items[0].title, "Question 1");
    assert_eq!(page.next_page, None);

    let session = resources
        .get_session(&life.owner, &sessions[0])
        .await
        .unwrap();
    assert_eq!(session.active_run.0.unwrap().as_str(), &*last.run_id);
    assert_eq!(session.items_count, session.items.len() as i64);
    let busy = resources
        .delete_session(&life.owner, &sessions[0])
        .await
        .unwrap();
    assert_eq!(busy, DeletedSession::Busy(Arc::clone(&last.run_id)));
    life.runs.give_up(&life.owner, &last.run_id, "over").await;
    let gone = resources
        .delete_session(&life.owner, &sessions[0])
        .await
        .unwrap();
    assert_eq!(gone, DeletedSession::Gone);
    let missing = resources.get_session(&life.owner, &sessions[0]).await;
    assert!(matches!(missing, Err(AppError::NotFound(_))));
    // Its runs are still to be read, and followed.
    check_log(&life.events(&last.run_id, 0).await);
    assert!(matches!(
        life.start_in(&sessions[0], "again", OnBusy::Reject).await,
        Err(RunError::NotFound(_))
    ));
}
