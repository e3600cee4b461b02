//! Paths that dropshot's router cannot tell apart: a literal beside a variable, be it in one segment, variables of several
//! names, a slash at the end or none.
//!
//! Dropshot is given one route for all that stands below a prefix; here the operation is found. The path comes first, a literal
//! before a variable, as OpenAPI says; then the method.

use std::cmp::Reverse;
use std::sync::Arc;

use async_trait::async_trait;
use dropshot::{
    ApiDescription, ApiDescriptionRegisterError, ApiEndpoint, ApiEndpointBodyContentType,
    ApiEndpointVersions, Body, ClientErrorStatusCode, ExclusiveExtractor, ExtractorMetadata,
    HttpError, Path, RequestContext, ServerContext, SharedExtractor,
};
use futures::FutureExt;
use futures::future::BoxFuture;
use http::{Method, Request, Response};
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use schemars::schema::Schema as Schema08;
use serde::Deserialize;
use serde_json::json;

use super::super::api::Api;
use super::call::{Context, Handled, options};
use super::metadata::{Described, Incoming};
//# if mixed
use super::path::{segments, unescaped, variables};
//# else
//= use super::path::{segments, unescaped};
//# end
use super::table::Operation;

type Answered = Result<Response<Body>, HttpError>;
type Run<A> = Box<dyn Fn(Context<A>, Request<Body>) -> BoxFuture<'static, Answered> + Send + Sync>;

/// An operation below a prefix, and what runs it.
pub(crate) struct Row<A: Api> {
    operation: &'static Operation,
    run: Run<A>,
    options: Run<A>,
}

/// An operation as one of those below a prefix.
pub(crate) fn below<A: Api, O: Described, H, F>(handler: H) -> Row<A>
where
    H: Fn(Context<A>, Incoming<O>) -> F + Copy + Send + Sync + 'static,
    F: Future<Output = Handled<O>> + Send + 'static,
{
    Row {
        operation: O::table(),
        run: run(handler),
        options: run(options::<A, O>),
    }
}

fn run<A: Api, O: Described, H, F>(handler: H) -> Run<A>
where
    H: Fn(Context<A>, Incoming<O>) -> F + Copy + Send + Sync + 'static,
    F: Future<Output = Handled<O>> + Send + 'static,
{
    Box::new(move |context, request| {
        let answer = handler(context, Incoming::new(request));
        let answer = async { Ok(answer.await.map_err(HttpError::from)?.into_response()) };
        answer.boxed()
    })
}

/// Adds all that stands below a prefix, by every method; it stays out of dropshot's document.
pub(crate) fn register_below<A: Api>(
    description: &mut ApiDescription<Arc<A>>,
    prefix: &str,
    rows: impl Into<Vec<Row<A>>>,
) -> Result<(), ApiDescriptionRegisterError> {
    let rows: Arc<Vec<Row<A>>> = Arc::new(rows.into());
    let methods = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
        Method::OPTIONS,
    ];
    for method in methods {
        let rows = Arc::clone(&rows);
        let handler = move |context: Context<A>, Below(request): Below| {
            match choose(&rows, request.method(), request.uri().path()) {
                Ok(run) => run(context, request),
                Err(error) => async { Err(error) }.boxed(),
            }
        };
        let endpoint = ApiEndpoint::new(
            format!("{method} below {prefix}"),
            handler,
            method,
            "application/json",
            &format!("{prefix}/{{rest:.*}}"),
            ApiEndpointVersions::All,
        );
        description.register(endpoint.visible(false))?;
    }
    Ok(())
}

/// What runs a request.
fn choose<'a, A: Api>(rows: &'a [Row<A>], method: &Method, path: &str) -> Result<&'a Run<A>, HttpError> {
    if segments(path).map(unescaped).any(|segment| segment.is_none()) {
        let message = "invalid path encoding".to_owned();
        return Err(HttpError::for_bad_request(None, message));
    }
    let fitting = rows.iter().filter_map(|row| Some((rank(row.operation, path)?, row)));
    let fitting: Vec<_> = fitting.collect();
    let best = fitting.iter().map(|(rank, _)| rank).min();
    let Some(best) = best else {
        let message = "no route found (no path in router)".to_owned();
        return Err(HttpError::for_not_found(None, message));
    };
    let mut here = fitting.iter().filter(|(rank, _)| rank == best).map(|(_, row)| *row);
    let has = |row: &&Row<A>| row.operation.method == method.as_str();
    let first = here.clone().next();
    let (given, read) = (here.clone().find(has), here.find(|row| row.operation.method == "GET"));
    match (given, read, first) {
        (Some(row), _, _) => Ok(&row.run),
        (None, Some(row), _) if method == Method::HEAD => Ok(&row.run),
        (None, _, Some(row)) if matches!(*method, Method::HEAD | Method::OPTIONS) => Ok(&row.options),
        (None, _, _) => {
            let status = ClientErrorStatusCode::METHOD_NOT_ALLOWED;
            let message = format!("Method {method} not allowed for {path}");
            Err(HttpError::for_client_error_with_status(Some(message), status))
        }
    }
}

/// How a path fits an operation: how much of each segment is literal, one more where it is a segment, and whether the end is the
/// same. What is less is better.
fn rank(operation: &Operation, asked: &str) -> Option<Vec<Reverse<usize>>> {
    let template: Vec<&str> = segments(operation.path).collect();
    let rest = operation.rest().map(|_| template.len() - 1);
    let fixed = rest.unwrap_or(template.len());
    let given = segments(asked).count();
    if given < fixed || (given > fixed && rest.is_none()) {
        return None;
    }
    let pairs = template[..fixed].iter().zip(segments(asked));
    let ranks = pairs.map(|(known, asked)| {
        //# if mixed
        variables(known, asked)?;
        //# else
        //= if !known.starts_with('{') && unescaped(asked).as_deref() != Some(known) {
        //=     return None;
        //= }
        //# end
        let literals = known.split(['{', '}']).step_by(2);
        Some(Reverse(literals.map(str::len).sum::<usize>() + 1))
    });
    let ranks = ranks.chain(rest.map(|_| Some(Reverse(0))));
    //# if slashes
    let is_same = operation.path.ends_with('/') == asked.ends_with('/');
    let ranks = ranks.chain([Some(Reverse(usize::from(is_same)))]);
    //# end
    ranks.collect()
}

/// A request below a prefix.
struct Below(Request<Body>);

#[async_trait]
impl ExclusiveExtractor for Below {
    async fn from_request<C: ServerContext>(
        _context: &RequestContext<C>,
        request: Request<Body>,
    ) -> Result<Self, HttpError> {
        Ok(Self(request))
    }

    fn metadata(media: ApiEndpointBodyContentType) -> ExtractorMetadata {
        <Path<Rest> as SharedExtractor>::metadata(media)
    }
}

/// What dropshot is told of the path: all of it that is left. Never read.
#[derive(Deserialize)]
struct Rest {
    #[expect(dead_code, reason = "the path is read as it came")]
    rest: Vec<String>,
}

impl JsonSchema for Rest {
    fn schema_name() -> String {
        "Rest".to_owned()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema08 {
        let rest = json!({ "type": "array", "items": { "type": "string" } });
        let schema = json!({ "type": "object", "properties": { "rest": rest }, "required": ["rest"] });
        serde_json::from_value(schema).unwrap_or(Schema08::Bool(false))
    }
}
