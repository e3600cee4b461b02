//! Unions without a name, and a base that stands for all that extend it.

use serde_json::{Value, json};

use super::{address, serve};

include!(concat!(env!("OUT_DIR"), "/wild.rs"));
#[path = "fixture.rs"]
mod fixture;
#[path = "../../../fixtures/tests/wild/server.rs"]
mod server;

use caller::types::{Parcel, SendParcelResponse, Vehicle};
use caller::{Client, Error};

async fn calling(call: impl AsyncFnOnce(Client)) {
    let api = generated::api::api_description().unwrap();
    let server = serve(api, server::Wild);
    call(Client::new(&address(&server))).await;
}

#[tokio::test]
async fn what_extends_a_base_keeps_its_members() {
    calling(async |client: Client| {
        let lorry = json!({ "kind": "Lorry", "wheels": 18, "load": ["hay"] });
        let bike =
            json!({ "kind": "e-bike", "wheels": 2, "gears": 8, "watts": 250.0, "tows": lorry });
        for vehicle in [lorry, bike, json!({ "kind": "Vehicle", "wheels": 1 })] {
            let typed: Vehicle = serde_json::from_value(vehicle.clone()).unwrap();
            let kept = client.register_vehicle().body(typed).send().await.unwrap();
            assert_eq!(serde_json::to_value(kept.into_inner()).unwrap(), vehicle);
        }
        let many = json!({ "kind": "bike", "wheels": 2, "gears": 31 });
        let many: Vehicle = serde_json::from_value(many).unwrap();
        let Err(Error::ErrorResponse(refused)) = client.register_vehicle().body(many).send().await
        else {
            panic!("too many gears");
        };
        assert_eq!(
            (
                refused.status().as_u16(),
                refused.violations[0].location.as_str()
            ),
            (422, "/body/gears")
        );
    })
    .await;
}

#[tokio::test]
async fn unions_without_a_name_are_read_by_their_tags() {
    calling(async |client: Client| {
        let parcel = json!({ "state": "Parcel", "to": { "by": "code", "number": 7 }, "stamps": [{ "kind": "paper", "cents": 80 }] });
        let typed: Parcel = serde_json::from_value(parcel.clone()).unwrap();
        let answer = client.send_parcel().body(typed).send().await.unwrap().into_inner();
        let found: Value = serde_json::to_value(&answer).unwrap();
        assert!(matches!(answer, SendParcelResponse::Parcel(_)), "{found}");
        assert_eq!(found, parcel);
    })
    .await;
}
