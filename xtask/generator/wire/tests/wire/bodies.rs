//! Bodies and answers of the types that progenitor knows, and what comes of the others.

use futures::TryStreamExt;
use serde_json::{Value, json};

use super::{address, serve};

include!(concat!(env!("OUT_DIR"), "/bodies.rs"));
#[path = "../../../fixtures/tests/bodies/server.rs"]
mod server;

use caller::{ByteStream, Client, Error};

async fn calling(call: impl AsyncFnOnce(Client)) {
    let api = generated::api::api_description().unwrap();
    let server = serve(api, server::Albums);
    call(Client::new(&address(&server))).await;
}

async fn text(bytes: ByteStream) -> String {
    let pieces: Vec<_> = bytes.into_inner().try_collect().await.unwrap();
    String::from_utf8(pieces.concat()).unwrap()
}

fn comment() -> caller::types::Comment {
    serde_json::from_value(json!({ "by": "Ann", "text": "fine", "stars": 5 })).unwrap()
}

#[tokio::test]
async fn one_success_is_typed_and_others_come_whole() {
    calling(async |client: Client| {
        let album = |value: Value| -> caller::types::CreateAlbumBody {
            serde_json::from_value(value).unwrap()
        };
        let made = client
            .create_album()
            .body(album(json!({ "title": "Seaside" })))
            .send()
            .await
            .unwrap();
        assert_eq!(
            (made.id.get(), made.title.as_str(), made.status().as_u16()),
            (1, "Seaside", 201)
        );
        let by_hand =
            json!({ "title": "Hills", "order": "by_hand", "keepers": [{ "name": "Ann" }] });
        let Err(Error::UnexpectedResponse(other)) =
            client.create_album().body(album(by_hand)).send().await
        else {
            panic!("202 has another type");
        };
        assert_eq!(other.status().as_u16(), 202);
        assert_eq!(other.json::<Value>().await.unwrap(), json!([{ "id": 3 }]));
        let all = client.list_albums().send().await.unwrap();
        assert_eq!(
            serde_json::to_value(all.into_inner()).unwrap(),
            json!({ "Seaside": "by_date" })
        );
    })
    .await;
}

#[tokio::test]
async fn bytes_text_and_errors_of_another_json() {
    calling(async |client: Client| {
        let cover = client.get_cover().id(1).send().await.unwrap();
        let bytes: Vec<_> = cover.into_inner().into_inner().try_collect().await.unwrap();
        assert_eq!(bytes.concat(), [0x89, b'P', b'N', b'G', 0xff]);
        // A text where the range has JSON: its bytes are there.
        let Err(Error::InvalidResponsePayload(bytes, _)) = client.get_cover().id(2).send().await
        else {
            panic!("404 is text");
        };
        assert_eq!(&bytes[..], b"no cover");
        let told = client.comment().body(comment()).send().await.unwrap();
        assert_eq!(text(told.into_inner()).await, "Ann fine Some(5)");
        let drawn = client.sketch().body(comment()).send().await.unwrap();
        assert_eq!(text(drawn.into_inner()).await, "json fine");
        let story = client.get_story().send().await.unwrap();
        assert_eq!(
            (
                story.text.as_str(),
                story.headers()["content-language"].to_str().unwrap()
            ),
            ("fine", "en")
        );
        // The client knows no bound of numbers; the server does, and says so as `application/problem+json`.
        let six = serde_json::from_value::<caller::types::Comment>(
            json!({ "by": "A", "text": "b", "stars": 6 }),
        )
        .unwrap();
        let Err(Error::ErrorResponse(refused)) = client.comment().body(six).send().await else {
            panic!("six stars are too many");
        };
        assert_eq!(
            (refused.status().as_u16(), refused.faults.as_slice()),
            (422, &["/body/stars".to_owned()][..])
        );
    })
    .await;
}
