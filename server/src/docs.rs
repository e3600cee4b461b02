//! `/docs`: the document as a page on which requests can be tried, outside the contract.
//!
//! Everything the page needs lies compressed in the binary (`docs/`): it works without a network, and its content
//! security policy lets it reach nothing but this service. It knows nothing of the service's state.

use std::hash::Hasher;
use std::io::Read;
use std::sync::LazyLock;

use dropshot::{
    ApiDescription, ApiDescriptionRegisterError, ApiEndpoint, ApiEndpointVersions, Body,
    ClientErrorStatusCode, HttpError, Path, RequestContext, ServerContext,
};
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode};

use crate::guard;

/// Adds the page and its assets to the API, invisible to its document.
///
/// # Errors
/// dropshot's, where another endpoint has the same path.
pub fn register<C: ServerContext>(
    api: &mut ApiDescription<C>,
) -> Result<(), ApiDescriptionRegisterError> {
    let all = || ApiEndpointVersions::All;
    let json = "application/json";
    for method in [Method::GET, Method::HEAD] {
        let name = |page: &str| format!("{page}_{}", method.as_str().to_lowercase());
        let (page, asset) = (page::<C>, asset::<C>);
        let (page_name, asset_name) = (name("docs_page"), name("docs_asset"));
        let page = ApiEndpoint::new(page_name, page, method.clone(), json, "/docs", all());
        let assets = "/docs/assets/{file}";
        let asset = ApiEndpoint::new(asset_name, asset, method.clone(), json, assets, all());
        api.register(page.visible(false))?;
        api.register(asset.visible(false))?;
    }
    Ok(())
}

/// Where the page may get what: from this service alone, and nothing inline but Swagger UI's own pictures.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

async fn page<C: ServerContext>(context: RequestContext<C>) -> Result<Response<Body>, HttpError> {
    admit(&context)?;
    let page = &PAGE;
    let mut response = answer(context.request.headers(), page);
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    for (name, value) in [
        ("content-security-policy", CONTENT_SECURITY_POLICY),
        ("cross-origin-opener-policy", "same-origin"),
        ("referrer-policy", "no-referrer"),
        ("x-frame-options", "DENY"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

#[derive(serde::Deserialize, schemars::JsonSchema)]
struct AssetPath {
    /// The name, which has the content's hash in it.
    file: String,
}

async fn asset<C: ServerContext>(
    context: RequestContext<C>,
    path: Path<AssetPath>,
) -> Result<Response<Body>, HttpError> {
    admit(&context)?;
    let file = path.into_inner().file;
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == file) else {
        let (code, message) = (
            "not_found",
            "no such file; GET /docs names those that there are",
        );
        return Err(HttpError::for_client_error(
            Some(code.to_owned()),
            ClientErrorStatusCode::NOT_FOUND,
            message.to_owned(),
        ));
    };
    let mut response = answer(context.request.headers(), asset);
    // Another content would have another name.
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    response.headers_mut().insert(CACHE_CONTROL, forever);
    Ok(response)
}

fn admit<C: ServerContext>(context: &RequestContext<C>) -> Result<(), HttpError> {
    let request = &context.request;
    let bound = context.server.local_addr;
    guard::admit(request.uri(), request.headers(), bound).map_err(|denied| {
        let code = Some("forbidden".to_owned());
        HttpError::for_client_error(code, ClientErrorStatusCode::FORBIDDEN, denied.told(bound))
    })
}

/// The content in the form that the client can read, or 304 where it has it already.
fn answer(request: &HeaderMap, asset: &Asset) -> Response<Body> {
    let known = header(request, &IF_NONE_MATCH);
    let fresh = known.split(',').any(|tag| {
        let tag = tag.trim();
        tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == asset.etag
    });
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(
        "x-content-type-options",
        HeaderValue::from_static("nosniff"),
    );
    if let Ok(etag) = HeaderValue::from_str(&asset.etag) {
        headers.insert(ETAG, etag);
    }
    if fresh {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    *response.body_mut() = match &asset.content {
        Content::Plain(text) => text.clone().into(),
        Content::Gzip(bytes) if accepts_gzip(&header(request, &ACCEPT_ENCODING)) => {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            Body::from(bytes::Bytes::from_static(bytes))
        }
        Content::Gzip(bytes) => unpack(bytes).into(),
    };
    response
}

/// All values of a header in one list.
fn header(headers: &HeaderMap, name: &http::HeaderName) -> String {
    let values: Vec<_> = headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .collect();
    values.join(",")
}

/// Whether `Accept-Encoding` takes gzip: named or by `*`, and not with weight zero.
fn accepts_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let refused = weight
            .trim()
            .strip_prefix("q=")
            .is_some_and(|weight| weight.trim().parse() == Ok(0.0));
        matches!(name.trim(), "gzip" | "x-gzip" | "*") && !refused
    })
}

fn unpack(gzip: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(gzip)
        .read_to_end(&mut bytes)
        .expect("the assets are whole, as a test shows");
    bytes
}

/// One file, with its content's hash in its name.
struct Asset {
    name: String,
    media_type: &'static str,
    etag: String,
    content: Content,
}

enum Content {
    Plain(String),
    Gzip(&'static [u8]),
}

impl Asset {
    fn new(stem: &str, extension: &str, media_type: &'static str, content: Content) -> Asset {
        // A hash that tells versions apart; nothing is kept safe by it.
        let mut hasher = std::hash::DefaultHasher::new();
        hasher.write(match &content {
            Content::Plain(text) => text.as_bytes(),
            Content::Gzip(bytes) => bytes,
        });
        let hash = hasher.finish();
        Asset {
            name: format!("{stem}.{hash:016x}.{extension}"),
            media_type,
            etag: format!("\"{hash:016x}\""),
            content,
        }
    }
}

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// The files in the order in which the page names them.
static ASSETS: LazyLock<[Asset; 4]> = LazyLock::new(|| {
    let plain = |text: &str| Content::Plain(text.to_owned());
    [
        Asset::new(
            "swagger-ui",
            "css",
            CSS,
            Content::Gzip(include_bytes!("docs/swagger-ui/swagger-ui.css.gz")),
        ),
        Asset::new("page", "css", CSS, plain(include_str!("docs/page.css"))),
        Asset::new(
            "swagger-ui-bundle",
            "js",
            JS,
            Content::Gzip(include_bytes!("docs/swagger-ui/swagger-ui-bundle.js.gz")),
        ),
        Asset::new("page", "js", JS, plain(include_str!("docs/page.js"))),
    ]
});

/// The page, with the names of the assets put in.
static PAGE: LazyLock<Asset> = LazyLock::new(|| {
    let mut html = include_str!("docs/index.html").to_owned();
    for asset in ASSETS.iter() {
        let plain_name = match asset.name.split('.').collect::<Vec<_>>()[..] {
            [stem, _, extension] => format!("{{{stem}.{extension}}}"),
            _ => continue,
        };
        html = html.replace(&plain_name, &asset.name);
    }
    Asset::new(
        "index",
        "html",
        "text/html; charset=utf-8",
        Content::Plain(html),
    )
});

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    fn sha256(bytes: &[u8]) -> String {
        Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    #[test]
    fn swagger_ui_is_what_was_published() {
        for (gzip, published) in [
            (
                include_bytes!("docs/swagger-ui/swagger-ui-bundle.js.gz").as_slice(),
                "e6a898692f2d768e807c3ba4626068a69a2c5dd960dd6c76f3e4d3a3de180af2",
            ),
            (
                include_bytes!("docs/swagger-ui/swagger-ui.css.gz"),
                "5ed08757e53da3e026d6cbecc61fe5d43585c9560b302d534ad56692519a273d",
            ),
        ] {
            assert_eq!(sha256(&unpack(gzip)), published);
        }
    }

    #[test]
    fn the_page_names_its_assets_and_no_other_host() {
        let Content::Plain(html) = &PAGE.content else {
            panic!("the page is plain")
        };
        for asset in ASSETS.iter() {
            let named = format!("\"/docs/assets/{}\"", asset.name);
            assert!(html.contains(&named), "{named} in {html}");
        }
        assert!(!html.contains('{') && !html.contains("//"), "{html}");
    }

    #[test]
    fn gzip_is_sent_to_who_takes_it() {
        for (accepted, expected) in [
            ("", false),
            ("br", false),
            ("gzip", true),
            ("gzip, deflate, br", true),
            ("br;q=1.0, gzip;q=0.8", true),
            ("gzip;q=0", false),
            ("gzip; q=0.000", false),
            ("*", true),
            ("identity", false),
        ] {
            assert_eq!(accepts_gzip(accepted), expected, "{accepted:?}");
        }
    }

    #[test]
    fn what_the_client_has_is_not_sent_again() {
        let asset = &ASSETS[2];
        let request = |name, value: &str| HeaderMap::from_iter([(name, value.parse().unwrap())]);
        let cached = answer(
            &request(IF_NONE_MATCH, &format!("\"x\", W/{}", asset.etag)),
            asset,
        );
        assert_eq!(cached.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(cached.headers()[ETAG], asset.etag.as_str());
        let other = answer(&request(IF_NONE_MATCH, "\"x\""), asset);
        assert_eq!(other.status(), StatusCode::OK);
        assert_eq!(other.headers().get(CONTENT_ENCODING), None);
        let packed = answer(&request(ACCEPT_ENCODING, "gzip"), asset);
        assert_eq!(packed.headers()[CONTENT_ENCODING], "gzip");
    }
}
