//! Bodies and answers of the types that progenitor knows, and what comes of the others.

use std::num::NonZeroU32;

use futures::TryStreamExt;
use serde_json::{Value, json};

use super::{address, serve};

include!(concat!(env!("OUT_DIR"), "/bodies.rs"));
#[path = "../../../fixtures/tests/bodies/server.rs"]
mod server;

use caller::types::SendPicturesFormNotesItem as Note;
use caller::{ByteStream, Client, Error, FilePart};

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

#[tokio::test]
async fn parts_are_text_json_and_files() {
    calling(async |client: Client| {
        let stream = futures::stream::iter(["first ", "piece"].map(Ok::<_, std::io::Error>));
        let streamed = FilePart::new(reqwest::Body::wrap_stream(stream)).file_name("b \"c\".jpg").media("image/jpeg");
        let sent = client.send_pictures().body_map(|form| {
            form.album(NonZeroU32::new(7).unwrap())
                .notes(vec!["one".parse::<Note>().unwrap(), "grün, zwei".parse().unwrap()])
                .taken(Some(caller::types::SendPicturesFormTaken { by: "Ann".to_owned() }))
                .cover(FilePart::new(b"PNG".to_vec()).file_name("a.png"))
                .more(vec![streamed, FilePart::new("text")])
        });
        let told = text(sent.send().await.unwrap().into_inner()).await;
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(
            lines,
            [
                "7 Some([\"one\", \"grün, zwei\"]) glad Some(\"Ann\")",
                "Some(\"a.png\") Some(\"image/png\") b\"PNG\"",
                "[\"Some(\\\"b \\\\\\\"c\\\\\\\".jpg\\\") Some(\\\"image/jpeg\\\") b\\\"first piece\\\"\", \"None None b\\\"text\\\"\"]",
            ]
        );
        // The least that there can be; and what the server judges, the client doesn't.
        let least = |form: caller::types::builder::SendPicturesForm| {
            form.album(NonZeroU32::new(1).unwrap()).cover(b"GIF".to_vec())
        };
        let told = client.send_pictures().body_map(least).send().await.unwrap();
        assert!(text(told.into_inner()).await.starts_with("1 "));
        let of_another_media = FilePart::new("GIF").media("image/gif");
        let many = vec!["a".parse::<Note>().unwrap(); 3];
        let sent = client.send_pictures().body_map(|form| least(form).cover(of_another_media).notes(many));
        let Err(Error::ErrorResponse(refused)) = sent.send().await else {
            panic!("a GIF is no cover");
        };
        let faults: Vec<&str> = refused.faults.iter().map(String::as_str).collect();
        assert_eq!((refused.status().as_u16(), faults), (422, vec!["/body/cover", "/body/cover", "/body/notes"]));
        let Err(Error::ErrorResponse(refused)) =
            client.send_pictures().body_map(|form| least(form).cover(vec![0; 4096])).send().await
        else {
            panic!("it is too large");
        };
        assert_eq!(refused.status().as_u16(), 413);
        // What is missing or unsendable is known before anything is sent.
        let Err(Error::InvalidRequest(_)) = client.send_pictures().body_map(|form| form.cover(vec![1])).send().await
        else {
            panic!("no album");
        };
        let broken = FilePart::new("x").media("no media type");
        let Err(Error::InvalidRequest(why)) =
            client.send_pictures().body_map(|form| least(form).cover(broken)).send().await
        else {
            panic!("no media type");
        };
        assert!(why.starts_with("cover cannot be sent"), "{why}");
    })
    .await;
}

#[tokio::test]
async fn forms_whose_fields_are_written_in_many_ways() {
    calling(async |client: Client| {
        let search = json!({
            "text": "a b&c=d", "exact": true, "tags": ["sea", "sun"], "years": [1999, 2001], "colours": ["red", "blu"],
            "places": ["Rome", "Bonn, a/R"], "size": { "width": 3, "height": 4 }, "near": [1.5, 2.0],
        });
        let typed = |search: &Value| serde_json::from_value::<caller::types::Search>(search.clone()).unwrap();
        let found = client.search_albums().body(typed(&search)).send().await.unwrap();
        assert_eq!(serde_json::to_value(found.into_inner()).unwrap(), search);
        let least = json!({ "text": "x" });
        let found = client.search_albums().body(typed(&least)).send().await.unwrap();
        assert_eq!(found.text.as_str(), "x");
        let wrong = json!({ "text": "x", "years": [1899], "tags": ["a", "b", "c", "d"], "near": [1.0, 2.0] });
        let Err(Error::ErrorResponse(refused)) = client.search_albums().body(typed(&wrong)).send().await else {
            panic!("it is wrong");
        };
        let faults: Vec<&str> = refused.faults.iter().map(String::as_str).collect();
        assert_eq!((refused.status().as_u16(), faults), (422, vec!["/body/tags", "/body/years/0"]));
        // A separator that has no other way of being written.
        let piped = json!({ "text": "x", "colours": ["red|blue", "green"] });
        let Err(Error::InvalidRequest(why)) = client.search_albums().body(typed(&piped)).send().await else {
            panic!("it separates");
        };
        assert_eq!(why, "colours cannot be written: what separates its parts is in one of them");
    })
    .await;
}

#[tokio::test]
async fn bytes_of_a_media_type_that_the_caller_says() {
    calling(async |client: Client| {
        let cover = |media: &str| {
            client
                .put_cover()
                .id(1)
                .content_type(media)
                .body(&b"PNG"[..])
                .send()
        };
        assert_eq!(cover("image/png").await.unwrap().status().as_u16(), 204);
        let Err(refused) = cover("text/plain").await else {
            panic!("no picture");
        };
        assert_eq!(refused.status().map(|status| status.as_u16()), Some(415));
        let told = client
            .keep_anything()
            .content_type("x/y")
            .body(vec![1, 2, 3])
            .send()
            .await
            .unwrap();
        assert_eq!(text(told.into_inner()).await, "Some(\"x/y\") 3");
    })
    .await;
}
