//! Credentials in default headers, parameters as text, cookies and objects of the query.

use super::{address, bearing, client_http, serve};

include!(concat!(env!("OUT_DIR"), "/access.rs"));
#[expect(dead_code, reason = "what the fixture's own tests ask with")]
#[path = "../../../fixtures/tests/access/server.rs"]
mod server;

use caller::{Client, Error};

const POINT: &str = "Point { x: 1, y: -2 }";

/// Serves, and calls with these headers.
async fn calling<T>(
    headers: &[(&'static str, &'static str)],
    call: impl AsyncFnOnce(Client) -> T,
) -> T {
    let server = serve(generated::api::api_description().unwrap(), server::Desk);
    call(Client::new_with_client(&address(&server), bearing(headers))).await
}

#[tokio::test]
async fn credentials_are_default_headers() {
    let basic = ("authorization", "Basic YW5uOmdvb2Q=");
    let key = ("x-key", "good");
    let bearer = ("authorization", "Bearer good");
    let named = async |client: Client| {
        let health = client.health().send().await.unwrap().caller.clone();
        assert_eq!(health, "anybody");
        let mut names = Vec::new();
        names.push(
            client
                .whoami()
                .send()
                .await
                .map(|it| it.caller.clone())
                .ok(),
        );
        names.push(
            client
                .either()
                .page(3)
                .send()
                .await
                .map(|it| it.caller.clone())
                .ok(),
        );
        names.push(client.both().send().await.map(|it| it.caller.clone()).ok());
        names.push(
            client
                .perhaps()
                .send()
                .await
                .map(|it| it.caller.clone())
                .ok(),
        );
        names
            .into_iter()
            .map(|name| name.unwrap_or_default())
            .collect::<Vec<_>>()
    };
    let nobody = calling(&[], named).await;
    assert_eq!(nobody, ["", "", "", "nobody"]);
    let session = calling(&[("cookie", "sid=good")], named).await;
    assert_eq!(session, ["session", "", "", "nobody"]);
    assert_eq!(
        calling(&[key], named).await,
        ["", "header key, page 3", "", "nobody"]
    );
    assert_eq!(
        calling(&[basic], named).await,
        ["", "ann, page 3", "", "ann"]
    );
    let both = calling(&[key, basic], named).await;
    assert_eq!(both, ["", "header key, page 3", "key of ann", "ann"]);
    let app = calling(&[bearer], named).await;
    assert_eq!(app[1..3], ["app, page 3", "app"]);
}

#[tokio::test]
async fn scopes_and_the_error_that_lacks_them() {
    let read = calling(
        &[("authorization", "Bearer read")],
        async |client: Client| {
            let read = client.read_documents().send().await.unwrap().caller.clone();
            let refused = client.write_documents().send().await;
            let Err(Error::ErrorResponse(refused)) = refused else {
                panic!("{refused:?}");
            };
            (read, refused.status().as_u16(), refused.message.is_empty())
        },
    );
    assert_eq!(read.await, ("sso read".to_owned(), 403, false));
}

#[tokio::test]
async fn the_text_of_paths_is_the_callers() {
    calling(&[], async |client: Client| {
        let simple = client
            .simple()
            .numbers("1,2")
            .point("x,1,y,-2")
            .spread("x=1,y=-2")
            .names("a,b");
        let read = simple.send().await.unwrap().read.clone();
        assert_eq!(read, format!("[1, 2] {POINT} {POINT} [\"a\", \"b\"]"));
        let label = client
            .label()
            .value(".3.5")
            .numbers(".1,2")
            .apart(".1.2")
            .point(".x,1,y,-2")
            .spread(".x=1.y=-2");
        let read = label.send().await.unwrap().read.clone();
        assert_eq!(read, format!("3.5 [1, 2] [1, 2] {POINT} {POINT}"));
        let matrix = client
            .matrix()
            .value(";value=ab")
            .numbers(";numbers=1,2")
            .apart(";apart=1;apart=2")
            .point(";point=x,1,y,-2")
            .spread(";x=1;y=-2");
        let read = matrix.send().await.unwrap().read.clone();
        assert_eq!(read, format!("\"ab\" [1, 2] [1, 2] {POINT} {POINT}"));
    })
    .await;
}

#[tokio::test]
async fn queries_headers_and_cookies() {
    calling(&[("cookie", "sid=good")], async |client: Client| {
        let query = client
            .query()
            .numbers(serde_json::from_value::<caller::types::Numbers>(serde_json::json!([1, 2])).unwrap())
            .filter_side(caller::types::Side::Left)
            .filter_min(3u64)
            .by(caller::types::QueryBy::Size)
            .descending(true)
            .sort(caller::types::QuerySort::Up)
            .region(r#"{"corners":[{"x":1,"y":2},{"x":3,"y":4}]}"#);
        let read = query.send().await.unwrap().read.clone();
        assert_eq!(
            read,
            "numbers [1, 2] filter min Some(3) side Some(Left) extra {} sort up order Size Some(true) region \
             [Point { x: 1, y: 2 }, Point { x: 3, y: 4 }]"
        );
        let headers = client.headers().x_numbers("1,2").x_point("x,1,y,-2").x_spread("x=1,y=-2");
        let answer = headers.send().await.unwrap();
        assert_eq!(answer.read, format!("numbers [1, 2] point {POINT} spread {POINT}"));
        assert_eq!(answer.headers()["x-count"], "2");
        // The parameter takes the place of the default header: it bears the session as well.
        let cookies = client.cookies().cookie("sid=good; size=2; side=left; numbers=1,2; point=x,1,y,-2");
        let read = cookies.send().await.unwrap().read.clone();
        assert!(read.starts_with("2 Some(Left)") && read.contains(POINT), "{read}");
    })
    .await;
}
