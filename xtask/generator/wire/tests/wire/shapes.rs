//! Values of all shapes, there and back through the client's types and the server's.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{address, serve};

include!(concat!(env!("OUT_DIR"), "/shapes.rs"));
#[path = "fixture.rs"]
mod fixture;
#[path = "../../../fixtures/tests/shapes/server.rs"]
mod server;

use caller::{Client, Error, ResponseValue};

fn typed<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn json_of<T: Serialize>(answer: ResponseValue<T>) -> Value {
    serde_json::to_value(answer.into_inner()).unwrap()
}

async fn calling(call: impl AsyncFnOnce(Client)) {
    let api = generated::api::api_description().unwrap();
    let server = serve(api, server::Shapes);
    call(Client::new(&address(&server))).await;
}

#[tokio::test]
async fn unions_arrive_as_they_were_sent() {
    calling(async |client: Client| {
        let circle = json!({ "kind": "circle", "radius": 1.5 });
        let square = json!({ "kind": "square", "width": 2 });
        let group = json!({ "kind": "group", "figures": [circle, square] });
        for figure in [circle, square, group] {
            let answer = client
                .draw()
                .body(typed::<caller::types::Figure>(figure.clone()))
                .send()
                .await;
            assert_eq!(json_of(answer.unwrap()), figure);
        }
        // What has the members of another is what its tag says, and a tag of none is no value.
        let dog = json!({ "species": "Dog", "name": "Rex", "lives": 9 });
        assert!(matches!(
            typed::<caller::types::Pet>(dog),
            caller::types::Pet::Dog(_)
        ));
        let bird = json!({ "species": "Bird", "name": "Tom", "lives": 9 });
        assert!(serde_json::from_value::<caller::types::Pet>(bird).is_err());
        let friend = json!({ "species": "Cat", "name": "Tom", "lives": 9 });
        for pet in [
            friend.clone(),
            json!({ "species": "Dog", "name": "Rex", "friend": friend }),
        ] {
            let answer = client
                .adopt()
                .body(typed::<caller::types::Pet>(pet.clone()));
            assert_eq!(json_of(answer.send().await.unwrap()), pet);
        }
        let radius = json!({ "kind": "circle", "radius": 0.0 });
        let refused = client
            .draw()
            .body(typed::<caller::types::Figure>(radius))
            .send()
            .await;
        let Err(Error::ErrorResponse(refused)) = refused else {
            panic!("{refused:?}");
        };
        let place = &refused.violations[0];
        assert_eq!(
            (refused.status().as_u16(), place.location.as_str()),
            (422, "/body/radius")
        );
    })
    .await;
}

#[tokio::test]
async fn members_of_one_way_go_their_way() {
    calling(async |client: Client| {
        let account = json!({ "login": "ann", "password": "long enough", "devices": [{ "name": "phone" }] });
        let answer = client.open_account().body(typed::<caller::types::Account>(account)).send().await;
        let expected = json!({
            "id": 1, "roles": [], "login": "ann", "devices": [{ "name": "phone", "seen_at": "1970-01-01T00:00:00Z" }],
        });
        let mut found = json_of(answer.unwrap());
        // An empty list of a member that is optional to the client's type is not written by it.
        found.as_object_mut().unwrap().entry("roles").or_insert_with(|| json!([]));
        assert_eq!(found, expected);
    })
    .await;
}

#[tokio::test]
async fn names_that_collide_are_told_apart() {
    calling(async |client: Client| {
        let profile = json!({
            "name": "Ann", "fooBar": "camel", "foo_bar": "snake", "self": "lower", "Self": "upper", "async": "word",
            "größe": 7, "1st": "first", "grade": 4, "contact": { "email": "a@example.org" }, "level": 3,
            "Result": { "parent": {} }, "home": { "town": "Bonn", "street": "Am Hof" },
        });
        let answer = client.keep_profile().body(typed::<caller::types::Profile>(profile.clone())).send().await;
        let found = json_of(answer.unwrap());
        for (name, value) in profile.as_object().unwrap() {
            assert_eq!(found.get(name), Some(value), "{name} of {found}");
        }
    })
    .await;
}
