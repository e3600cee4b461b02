//! The client: progenitor's part, and typed streams on top of it.

mod bodies;
mod calls;
mod code;
mod credentials;
mod fields;
mod forms;
mod ledger;
mod parameters;
mod payloads;
mod project;
mod root;
mod schemas;
mod send;
mod stand_in;
mod streams;
mod tags;
mod written;

use proc_macro2::TokenStream;
use progenitor::{GenerationSettings, Generator, InterfaceStyle};
use quote::{ToTokens, quote};
use serde_json::Value;
use syn::visit_mut::VisitMut;

use calls::Calls;
use fields::Fields;
pub use ledger::{Ledger, PROJECTIONS, Projection};
pub(super) use root::root;
use stand_in::StoodFor;
pub(super) use streams::{Around, EVENTS, streams};
use tags::Tags;

use super::members::argument;
use super::support::chosen;
use super::variants::Marks;
use crate::model::{Content, Model, Operation};

const COOKIES: &str = include_str!("../../template/client/cookies.rs");
const PARTS: &str = include_str!("../../template/client/parts.rs");
const TAGGED: &str = include_str!("../../template/support/tagged.rs");
const PARAMETERS: &str = include_str!("../../template/client/parameters.rs");

/// Gives progenitor what it can take of a document, and says in what that differs from it.
///
/// # Errors
/// What progenitor cannot take all the same, or a difference that has no reason: a fault of ours.
pub(super) fn emit(document: &Value, model: &Model) -> Result<Made, String> {
    let written = written::written_out(document);
    let mut given = written.clone();
    project::project(&mut given);
    let ledger = Ledger::of(&written, &given);
    if !ledger.unexplained.is_empty() {
        return Err(format!(
            "the client would differ from the document without a reason: {}",
            ledger.unexplained.join("; ")
        ));
    }
    // What follows is put back in progenitor's code: the document means the same.
    let tags = Tags::give(&mut given);
    let calls = Calls::give(&mut given);
    // Names for typify only: what they stand for is put back.
    schemas::without_taken_titles(&mut given);
    schemas::name_inner_types(&mut given);
    let mut marks = Marks::default();
    schemas::each(&mut given, &mut |schema, components| {
        marks.mark(schema, components);
    });
    let fields = Fields::mark(&mut given);
    let tokens = fields.unmark(marks.unmark(run(given, &calls.stood_for)?));
    let mut file: syn::File = syn::parse2(tokens)
        .map_err(|error| format!("progenitor's code does not parse: {error}"))?;
    let forms = calls.put_back(&mut file)?;
    tags.put_back(&mut file)?;
    Mend.visit_file_mut(&mut file);
    Ok(Made {
        client: file.into_token_stream(),
        parts: [
            ("credentials.rs", credentials::emit(model)),
            ("forms.rs", forms),
        ],
        support: support(&calls, &tags, model),
        ledger,
    })
}

/// A client that was made.
pub(super) struct Made {
    /// Progenitor's part.
    pub(super) client: TokenStream,
    /// What is made beside it, if it is: what it shows to say who calls, and forms of several parts.
    pub(super) parts: [(&'static str, Option<TokenStream>); 2],
    /// What that makes use of: modules beside it by name, with their text.
    pub(super) support: Vec<(&'static str, String)>,
    /// In what it differs from the document.
    pub(super) ledger: Ledger,
}

/// What the calls have use for.
fn support(calls: &Calls, tags: &Tags, model: &Model) -> Vec<(&'static str, String)> {
    let needs = calls.needs();
    let has_cookies = needs.contains("cookie") || credentials::has_cookies(model);
    // The server's own.
    let tagged = TAGGED.replace("super::support::", "super::super::tagged::");
    let files = [
        ("cookies", COOKIES, has_cookies),
        ("parts", PARTS, calls.has_parts()),
        ("tagged", &tagged, !tags.is_empty()),
        ("parameters", PARAMETERS, !needs.is_empty()),
    ];
    let needed = files.into_iter().filter(|(_, _, is_needed)| *is_needed);
    let chosen = |text| chosen(text, |name| needs.contains(name));
    needed.map(|(name, text, _)| (name, chosen(text))).collect()
}

/// Rights what progenitor writes wrongly.
struct Mend;

impl VisitMut for Mend {
    /// reqwest has a method for each of HTTP's but OPTIONS.
    fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
        let is_clients = matches!(&*call.receiver, syn::Expr::Field(field)
            if matches!(&field.member, syn::Member::Named(name) if name == "client"));
        if is_clients && call.method == "options" {
            call.method = quote::format_ident!("request");
            call.args
                .insert(0, syn::parse_quote!(reqwest::Method::OPTIONS));
        }
        syn::visit_mut::visit_expr_method_call_mut(self, call);
    }

    /// typify boxes a member of its own type outside of the option, and then sends null for one that is not there.
    fn visit_field_mut(&mut self, field: &mut syn::Field) {
        if argument(&field.ty, "Box").is_some_and(|ty| argument(ty, "Option").is_some()) {
            field.attrs.push(syn::parse_quote!(
                #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            ));
        }
    }
}

/// Runs progenitor.
fn run(document: Value, stood_for: &StoodFor) -> Result<TokenStream, String> {
    let spec: openapiv3::OpenAPI =
        serde_json::from_value(document).map_err(|error| error.to_string())?;
    let mut settings = GenerationSettings::new();
    settings
        .with_interface(InterfaceStyle::Builder)
        .with_derive("PartialEq");
    for (stand_in, known) in stood_for.types() {
        settings.with_replacement(stand_in, known, std::iter::empty());
    }
    let tokens = Generator::new(&settings)
        .generate_tokens(&spec)
        .map_err(|error| error.to_string())?;
    Ok(quote! {
        //! The HTTP client that progenitor makes: a builder for each operation.

        #tokens
    })
}

/// The schema of the operation's events, if it answers with a stream.
pub(super) fn events_of(operation: &Operation) -> Option<&Value> {
    operation
        .successes()
        .find_map(|response| match &response.content {
            Content::Events(schema) => Some(schema),
            _ => None,
        })
}

/// The values of the variants' `type` members.
pub(super) fn event_names(union: &Value) -> Vec<&str> {
    let variants = union.get("oneOf").and_then(|variants| variants.as_array());
    variants
        .into_iter()
        .flatten()
        .filter_map(|variant| variant.pointer("/properties/type/enum/0")?.as_str())
        .collect()
}
