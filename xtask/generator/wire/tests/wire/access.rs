//! Credentials, and parameters in every place and style.

use super::{address, bearing, serve};

include!(concat!(env!("OUT_DIR"), "/access.rs"));
#[path = "../../../fixtures/tests/access/server.rs"]
mod server;

use caller::types::{Echo, Filter, Numbers, Order, OrderBy, Point, QuerySort, Region, Side};
use caller::{Basic, Client, Credentials, Error, ResponseValue};

const POINT: &str = "Point { x: 1, y: -2 }";

/// Serves, and calls with these credentials.
async fn calling<T>(credentials: Credentials, call: impl AsyncFnOnce(Client) -> T) -> T {
    let server = serve(generated::api::api_description().unwrap(), server::Desk);
    let client = Client::new(&address(&server)).with_credentials(credentials);
    call(client).await
}

fn good() -> Option<String> {
    Some("good".to_owned())
}

fn ann() -> Option<Basic> {
    let (user, password) = ("ann".to_owned(), "good".to_owned());
    Some(Basic { user, password })
}

fn numbers(numbers: &[u64]) -> Numbers {
    serde_json::from_value(serde_json::json!(numbers)).unwrap()
}

fn point(x: i64, y: i64) -> Point {
    Point { x, y }
}

/// What was read, or the status and what was wrong where.
fn read(answer: Result<ResponseValue<Echo>, Error<caller::types::ApiError>>) -> String {
    match answer {
        Ok(echo) => echo.read.clone(),
        Err(Error::ErrorResponse(refused)) => {
            format!(
                "{} {}",
                refused.status().as_u16(),
                refused.violations.join(", ")
            )
        }
        Err(Error::InvalidRequest(why)) => why,
        Err(other) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_operation_is_shown_what_it_asks_for() {
    let named = async |client: Client| {
        let health = client.health().send().await.unwrap().caller.clone();
        assert_eq!(health, "anybody");
        let names = [
            client
                .whoami()
                .send()
                .await
                .map(|it| it.caller.clone())
                .ok(),
            client
                .either()
                .page(3)
                .send()
                .await
                .map(|it| it.caller.clone())
                .ok(),
            client.both().send().await.map(|it| it.caller.clone()).ok(),
            client
                .perhaps()
                .send()
                .await
                .map(|it| it.caller.clone())
                .ok(),
        ];
        names.map(Option::unwrap_or_default)
    };
    let none = Credentials::default;
    assert_eq!(calling(none(), named).await, ["", "", "", "nobody"]);
    let session = Credentials {
        session: good(),
        ..none()
    };
    assert_eq!(calling(session, named).await, ["session", "", "", "nobody"]);
    let header_key = Credentials {
        header_key: good(),
        ..none()
    };
    assert_eq!(
        calling(header_key, named).await,
        ["", "header key, page 3", "", "nobody"]
    );
    let query_key = Credentials {
        query_key: good(),
        ..none()
    };
    assert_eq!(
        calling(query_key, named).await,
        ["", "query key, page 3", "", "nobody"]
    );
    let user = Credentials {
        user: ann(),
        ..none()
    };
    assert_eq!(calling(user, named).await, ["", "ann, page 3", "", "ann"]);
    let app = Credentials {
        app: good(),
        ..none()
    };
    assert_eq!(
        calling(app, named).await,
        ["", "app, page 3", "app", "nobody"]
    );
    // Together, and the first of several ways.
    let all = Credentials {
        session: good(),
        header_key: good(),
        query_key: good(),
        user: ann(),
        app: good(),
        ..none()
    };
    let shown = ["session", "header key, page 3", "key of ann", "ann"];
    assert_eq!(calling(all, named).await, shown);
    // Secrets that are not the server's.
    let wrong = Credentials {
        session: Some("bad".to_owned()),
        app: Some("bad".to_owned()),
        ..none()
    };
    assert_eq!(calling(wrong, named).await, ["", "", "", "nobody"]);
}

#[tokio::test]
async fn default_headers_may_bear_them_too() {
    let server = serve(generated::api::api_description().unwrap(), server::Desk);
    let http = bearing(&[("authorization", "Bearer good")]);
    let client = Client::new_with_client(&address(&server), http);
    assert_eq!(client.both().send().await.unwrap().caller, "app");
}

#[tokio::test]
async fn scopes_and_the_error_that_lacks_them() {
    let reader = Credentials {
        sso: Some("read".to_owned()),
        ..Credentials::default()
    };
    calling(reader, async |client: Client| {
        let read = client.read_documents().send().await.unwrap().caller.clone();
        assert_eq!(read, "sso read");
        let refused = client.write_documents().send().await;
        let Err(Error::ErrorResponse(refused)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(
            (refused.status().as_u16(), refused.message.is_empty()),
            (403, false)
        );
    })
    .await;
}

#[test]
fn no_secret_is_printed() {
    let shown = Credentials {
        app: Some("s3cret".to_owned()),
        user: ann(),
        ..Credentials::default()
    };
    assert_eq!(format!("{shown:?}"), "{User, App}");
    assert!(!format!("{:?}", shown.user).contains("good"));
}

#[tokio::test]
async fn paths_of_every_style() {
    calling(Credentials::default(), async |client: Client| {
        let names = |names: &[&str]| -> Vec<caller::types::SimpleNamesItem> {
            names
                .iter()
                .map(|name| (*name).try_into().unwrap())
                .collect()
        };
        let simple = |x, all: &[&str]| {
            let simple = client
                .simple()
                .numbers(numbers(&[1, 2]))
                .point(point(x, -2));
            simple.spread(point(1, -2)).names(names(all)).send()
        };
        let found = read(simple(1, &["a", "b/c,d", "ü. %"]).await);
        assert_eq!(
            found,
            format!("[1, 2] {POINT} {POINT} [\"a\", \"b/c,d\", \"ü. %\"]")
        );
        assert_eq!(read(simple(100, &["a"]).await), "422 /path/point/x maximum");
        let empty = read(simple(1, &[]).await);
        assert_eq!(
            empty,
            "names cannot be written: no segment of a path is empty or made of dots"
        );
        let label = client
            .label()
            .value(3.5)
            .numbers(numbers(&[1, 2]))
            .apart(numbers(&[1, 2]));
        let found = read(label.point(point(1, -2)).spread(point(1, -2)).send().await);
        assert_eq!(found, format!("3.5 [1, 2] [1, 2] {POINT} {POINT}"));
        let matrix = |value: &str| {
            let value = caller::types::MatrixValue::try_from(value).unwrap();
            let matrix = client.matrix().value(value).numbers(numbers(&[1, 2]));
            matrix
                .apart(numbers(&[1, 2]))
                .point(point(1, -2))
                .spread(point(1, -2))
                .send()
        };
        let found = read(matrix("a;b=").await);
        assert_eq!(found, format!("\"a;b=\" [1, 2] [1, 2] {POINT} {POINT}"));
    })
    .await;
}

#[tokio::test]
async fn queries_of_every_style() {
    calling(Credentials::default(), async |client: Client| {
        let names = |names: &[&str]| -> Vec<caller::types::QueryNamesItem> {
            names.iter().map(|name| (*name).try_into().unwrap()).collect()
        };
        let filter = |min| Filter { min, side: None, extra: Default::default() };
        let mut full = Filter { side: Some(Side::Left), ..filter(Some(3)) };
        full.extra.insert("new &".to_owned(), true);
        let region = Region { corners: vec![point(1, 2), point(3, 4)] };
        let query = client
            .query()
            .numbers(numbers(&[1, 2]))
            .whole(numbers(&[3, 4]))
            .names(names(&["a", "b,c", "&d e"]))
            .spaces(numbers(&[5, 6]))
            .pipes(numbers(&[7]))
            .point(point(1, -2))
            .filter(full)
            .order(Order { by: OrderBy::Size, descending: Some(true) })
            .sort(QuerySort::Up)
            .region(region);
        let lists = "numbers [1, 2] whole [3, 4] spaces [5, 6] pipes [7] names [\"a\", \"b,c\", \"&d e\"]";
        let objects = "filter min Some(3) side Some(Left) extra {\"new &\": true}";
        let rest = "sort up order Size Some(true) region [Point { x: 1, y: 2 }, Point { x: 3, y: 4 }]";
        assert_eq!(read(query.send().await), format!("{lists} point {POINT} {objects} {rest}"));
        // What is empty or not given is not there.
        let nothing = client.query().whole(numbers(&[])).names(names(&[])).filter(filter(None));
        assert_eq!(read(nothing.send().await), "");
        // What the client doesn't judge the server does, and finds it where it stands.
        let four = numbers(&[1, 2, 3, 4]);
        let bad = client.query().whole(four.clone()).pipes(four.clone()).spaces(four).point(point(100, 0));
        let refused = "422 /query/pipes maxItems, /query/point/x maximum, /query/spaces maxItems, /query/whole maxItems";
        assert_eq!(read(bad.send().await), refused);
        let bad = client.query().filter(filter(Some(0))).region(Region { corners: vec![] });
        assert_eq!(read(bad.send().await), "422 /query/region/corners minItems");
    })
    .await;
}

#[tokio::test]
async fn headers_and_cookies_of_every_style() {
    let session = Credentials {
        session: good(),
        ..Credentials::default()
    };
    calling(session, async |client: Client| {
        let headers = client
            .headers()
            .x_numbers(numbers(&[1, 2]))
            .x_point(point(1, -2));
        let answer = headers.x_spread(point(1, -2)).send().await.unwrap();
        assert_eq!(answer.headers()["x-count"], "2");
        assert_eq!(
            read(Ok(answer)),
            format!("numbers [1, 2] point {POINT} spread {POINT}")
        );
        let bad = client
            .headers()
            .x_numbers(numbers(&[1, 2, 3, 4]))
            .x_spread(point(100, 0));
        assert_eq!(
            read(bad.send().await),
            "422 /header/X-Numbers maxItems, /header/X-Spread/x maximum"
        );
        let cookies = |size: u64| {
            let size = std::num::NonZeroU64::new(size).unwrap();
            client
                .cookies()
                .size(size)
                .side(Side::Left)
                .numbers(numbers(&[1, 2]))
        };
        let found = read(cookies(2).point(point(1, -2)).send().await);
        assert_eq!(
            found,
            format!("2 Some(Left) Some(Numbers([1, 2])) Some({POINT})")
        );
        let refused = read(cookies(2).point(point(100, -2)).send().await);
        assert_eq!(refused, "422 /cookie/point/x maximum");
    })
    .await;
}
