//! What operations are called in Rust: by their ids, unless generated code has that name for something else.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::Operation;

/// What the trait has, and what stands beside the handlers.
const FUNCTIONS: &str = "admit api api_description authenticate close document finish models multipart open operations \
    reauthenticate register register_options register_stub secure secure_optional stub_api_description stub_api_descriptions tag_config below register_below upgrade \
    validates_answers";

/// What the code of operations has from elsewhere.
const TYPES: &str = "AccessToken AnyBody Api ApiDescription ApiDescriptionRegisterError Arc Authenticated Basic BodyStream \
    ClientError Component Context Debug Demand Described Deserialize Event EventStream EventUnion Handled Incoming Input Multipart \
    Operation Otherwise Part Refusal Rejection Reply RequestHead Respond Response Secret Serialize ServerError StatusCode StatusIn StubContext \
    Upgrade";

/// What every module of Rust has.
const PRELUDE: &str = "AsMut AsRef Box Clone Copy Default Drop Eq Err Extend Fn FnMut FnOnce From FromIterator Future Into \
    IntoFuture IntoIterator Iterator None Ok Option Ord PartialEq PartialOrd Result Self Send Sized Some String Sync \
    ToOwned ToString TryFrom TryInto Unpin Vec";

/// What the table has beside the operations.
const ROWS: &str = "info operations schemas schemes table tags";

/// What the types of one operation end in.
const ENDS: [&str; 6] = ["", "Ok", "Error", "Params", "Input", "Form"];

/// Gives each operation a name that is free, the plain one where it can be.
pub(super) fn name(operations: &mut [Operation]) {
    let mut functions = set([FUNCTIONS, ROWS]);
    let mut types = set([TYPES, PRELUDE]);
    // Errors have a trait each, named after the reason.
    let statuses = (400..600).filter_map(|code| http::StatusCode::from_u16(code).ok());
    types.extend(statuses.filter_map(|s| Some(s.canonical_reason()?.to_upper_camel_case())));
    for operation in operations {
        let id = operation.id.clone();
        let numbered = (2..).map(|number| format!("{id}_operation_{number}"));
        let mut candidates = [id.clone(), format!("{id}_operation")]
            .into_iter()
            .chain(numbered);
        let is_free = |name: &String| {
            !functions.contains(&name.to_snake_case())
                && of_types(name).all(|name| !types.contains(&name))
        };
        if let Some(name) = candidates.find(is_free) {
            functions.insert(name.to_snake_case());
            types.extend(of_types(&name));
            for response in &mut operation.responses {
                if !response.operation.is_empty() {
                    response.operation.clone_from(&name);
                }
            }
            operation.name = name;
        }
    }
}

fn of_types(name: &str) -> impl Iterator<Item = String> {
    let name = name.to_upper_camel_case();
    ENDS.into_iter().map(move |end| format!("{name}{end}"))
}

fn set(lists: [&str; 2]) -> BTreeSet<String> {
    let names = lists.into_iter().flat_map(str::split_whitespace);
    names.map(str::to_owned).collect()
}
