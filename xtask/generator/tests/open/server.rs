//! An application of what the document leaves open.

use dropshot::WebsocketConnection;
use http::{HeaderValue, StatusCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::generated::api::*;
use super::generated::models::{Error, Thing};

pub(crate) struct Open;

fn error(message: impl ToString) -> Error {
    Error {
        message: message.to_string(),
    }
}

/// By this trait no operation could answer 500.
fn unread<E: ClientError>(fault: BodyFault) -> E {
    let status = match fault {
        BodyFault::TooLarge => StatusIn::of::<413>(),
        BodyFault::BrokeOff => StatusIn::of::<400>(),
    };
    E::client_error(status, error(fault))
}

impl Api for Open {
    type Principal = ();

    fn admit(&self, _: &RequestHead) -> Result<(), Refusal> {
        Ok(())
    }

    async fn authenticate(&self, _: &RequestHead, _: Credentials) -> Result<(), Refusal> {
        Ok(())
    }

    fn error(&self, _: &RequestHead, rejection: &Rejection) -> Error {
        error(&rejection.message)
    }

    fn finish(&self, _: &RequestHead, _: &mut http::Response<dropshot::Body>) {}

    async fn get_thing(
        &self,
        _: &RequestHead,
        params: GetThingParams,
    ) -> Result<GetThingOk, GetThingError> {
        if params.near.is_some_and(|near| near.len() > 1) {
            return Err(GetThingError::ClientError {
                status: StatusIn::of::<409>(),
                body: error("near to one thing only"),
            });
        }
        Ok(GetThingOk::Ok(Thing {
            key: params.key,
            address: std::net::Ipv6Addr::LOCALHOST.into(),
        }))
    }

    async fn put_file(
        &self,
        _: &RequestHead,
        params: PutFileParams,
        body: BodyStream,
    ) -> Result<PutFileOk, PutFileError> {
        let bytes = body.bytes().await.map_err(unread)?;
        let text = format!("{} {}", params.path.join("|"), bytes.len());
        Ok(PutFileOk::Ok(text))
    }

    async fn upload(&self, _: &RequestHead, mut body: Multipart) -> Result<UploadOk, UploadError> {
        let broken = |fault: multer::Error| UploadError::Otherwise {
            status: StatusCode::IM_A_TEAPOT,
            body: error(fault),
        };
        let mut names = Vec::new();
        while let Some(part) = body.next_field().await.map_err(broken)? {
            names.push(part.name().unwrap_or_default().to_owned());
        }
        Ok(UploadOk::Ok(names))
    }

    async fn count_lines(
        &self,
        _: &RequestHead,
        body: String,
    ) -> Result<CountLinesOk, CountLinesError> {
        match u32::try_from(body.lines().count()) {
            Ok(count) => Ok(CountLinesOk::Ok(count)),
            Err(fault) => Err(CountLinesError::ServerError {
                status: StatusIn::of::<507>(),
                body: error(fault),
            }),
        }
    }

    async fn get_anything(&self, _: &RequestHead) -> Result<GetAnythingOk, GetAnythingError> {
        Ok(GetAnythingOk::Otherwise {
            status: StatusCode::NON_AUTHORITATIVE_INFORMATION,
            body: AnyBody {
                media: HeaderValue::from_static("image/none"),
                body: dropshot::Body::with_content("nothing to see"),
            },
        })
    }

    async fn socket(
        &self,
        request: &RequestHead,
        upgrade: Upgrade,
    ) -> Result<SocketOk, SocketError> {
        if request.headers.contains_key("x-silent") {
            return Err(SocketError::ClientError {
                status: StatusIn::of::<403>(),
                body: error("you would say nothing"),
            });
        }
        Ok(SocketOk::SwitchingProtocols(upgrade.accept(echo)))
    }
}

/// Says back the first four bytes; frames are no concern of ours.
async fn echo(connection: WebsocketConnection) -> dropshot::WebsocketChannelResult {
    let mut connection = connection.into_inner();
    let mut bytes = [0; 4];
    connection.read_exact(&mut bytes).await?;
    connection.write_all(&bytes).await?;
    connection.shutdown().await?;
    Ok(())
}
