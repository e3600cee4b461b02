//! Events arrive typed, from the server that writes them.

use futures::TryStreamExt;

use super::bearing;

include!(concat!(env!("OUT_DIR"), "/small.rs"));
#[path = "../../../tests/small/notes.rs"]
mod notes;

use caller::types::NoteEvent;
use caller::{Client, Error};

#[tokio::test]
async fn events_come_typed_with_their_ids() {
    let (server, address) = notes::start();
    let address = format!("http://{address}");
    let client = Client::new_with_client(&address, bearing(&[("authorization", "Bearer good")]));
    let mut stream = client.note_events().send_events().await.unwrap();
    let first = stream.try_next().await.unwrap().unwrap();
    assert_eq!(first.id.as_deref(), Some("1"));
    assert!(
        matches!(first.event, NoteEvent::Created { .. }),
        "{first:?}"
    );
    let second = stream.try_next().await.unwrap().unwrap();
    let json = serde_json::to_value(&second.event).unwrap();
    assert_eq!(json, serde_json::json!({ "type": "deleted", "note_id": 7 }));
    assert_eq!(stream.last_id(), Some("2"));
    assert!(stream.try_next().await.unwrap().is_none());
    let nobody = Client::new(&address).note_events().send_events().await;
    let Err(Error::ErrorResponse(refused)) = nobody else {
        panic!("nobody may listen unnamed");
    };
    assert_eq!(refused.status().as_u16(), 401);
    drop(server);
}
