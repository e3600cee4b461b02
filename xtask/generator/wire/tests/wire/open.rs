//! What a document leaves open: the rest of a path, parts without names, media types of one's own.

use super::{address, serve};

include!(concat!(env!("OUT_DIR"), "/open.rs"));
#[path = "../../../fixtures/tests/open/server.rs"]
mod server;

use caller::Client;
use futures::TryStreamExt;
use reqwest::multipart::Form;

async fn calling(call: impl AsyncFnOnce(Client)) {
    let api = generated::api::api_description().unwrap();
    let server = serve(api, server::Open);
    call(Client::new(&address(&server))).await;
}

#[tokio::test]
async fn the_rest_of_a_path_is_a_list() {
    calling(async |client: Client| {
        let put = |path: &[&str]| {
            let path: Vec<String> = path.iter().map(|part| (*part).to_owned()).collect();
            client.put_file().path(path).body("four").send()
        };
        let pieces: Vec<_> = put(&["a", "b c", "d/e"])
            .await
            .unwrap()
            .into_inner()
            .into_inner()
            .try_collect()
            .await
            .unwrap();
        assert_eq!(pieces.concat(), b"a|b c|d/e 4");
        for path in [&[][..], &["a", ""], &["..", "a"]] {
            let refused = put(path).await;
            let Err(caller::Error::InvalidRequest(why)) = refused else {
                panic!("{path:?} is no path");
            };
            assert_eq!(
                why,
                "path cannot be written: no segment of a path is empty or made of dots"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn parts_without_names_are_the_callers() {
    calling(async |client: Client| {
        let form = Form::new()
            .text("title", "Sea")
            .part("file", reqwest::multipart::Part::bytes(vec![1, 2]));
        let names = client.upload().body(form).send().await.unwrap();
        assert_eq!(
            serde_json::to_value(names.into_inner()).unwrap(),
            serde_json::json!(["title", "file"])
        );
    })
    .await;
}
