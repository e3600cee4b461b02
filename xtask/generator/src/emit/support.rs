//! The part of the server that no document changes: real Rust, copied out under the same notice, without what this
//! document has no use for.

use super::apart::mistakable;
use super::newtypes::Newtypes;
use crate::model::routes::{ends_with_slash, is_below, is_mixed};
use crate::model::{
    BodyKind, Content, Location, Model, Operation, Parameter, Response, SecurityKind, Status, Style,
};
use crate::schema::resolved;
use crate::schema::union::union;

/// Path in the output, and text.
const FILES: &[(&str, &str)] = &[
    ("support.rs", include_str!("../../template/support.rs")),
    (
        "support/accept.rs",
        include_str!("../../template/support/accept.rs"),
    ),
    (
        "support/alternatives.rs",
        include_str!("../../template/support/alternatives.rs"),
    ),
    (
        "support/answer.rs",
        include_str!("../../template/support/answer.rs"),
    ),
    (
        "support/bases.rs",
        include_str!("../../template/support/bases.rs"),
    ),
    (
        "support/below.rs",
        include_str!("../../template/support/below.rs"),
    ),
    (
        "support/body.rs",
        include_str!("../../template/support/body.rs"),
    ),
    (
        "support/call.rs",
        include_str!("../../template/support/call.rs"),
    ),
    (
        "support/compile.rs",
        include_str!("../../template/support/compile.rs"),
    ),
    (
        "support/contract.rs",
        include_str!("../../template/support/contract.rs"),
    ),
    (
        "support/credentials.rs",
        include_str!("../../template/support/credentials.rs"),
    ),
    (
        "support/describe.rs",
        include_str!("../../template/support/describe.rs"),
    ),
    (
        "support/events.rs",
        include_str!("../../template/support/events.rs"),
    ),
    (
        "support/form.rs",
        include_str!("../../template/support/form.rs"),
    ),
    (
        "support/input.rs",
        include_str!("../../template/support/input.rs"),
    ),
    (
        "support/json.rs",
        include_str!("../../template/support/json.rs"),
    ),
    (
        "support/media.rs",
        include_str!("../../template/support/media.rs"),
    ),
    (
        "support/metadata.rs",
        include_str!("../../template/support/metadata.rs"),
    ),
    (
        "support/multipart.rs",
        include_str!("../../template/support/multipart.rs"),
    ),
    (
        "support/parameter.rs",
        include_str!("../../template/support/parameter.rs"),
    ),
    (
        "support/rejection.rs",
        include_str!("../../template/support/rejection.rs"),
    ),
    (
        "support/newtype.rs",
        include_str!("../../template/support/newtype.rs"),
    ),
    (
        "support/parts.rs",
        include_str!("../../template/support/parts.rs"),
    ),
    (
        "support/path.rs",
        include_str!("../../template/support/path.rs"),
    ),
    (
        "support/request.rs",
        include_str!("../../template/support/request.rs"),
    ),
    (
        "support/schema.rs",
        include_str!("../../template/support/schema.rs"),
    ),
    (
        "support/side.rs",
        include_str!("../../template/support/side.rs"),
    ),
    (
        "support/status.rs",
        include_str!("../../template/support/status.rs"),
    ),
    (
        "support/stream.rs",
        include_str!("../../template/support/stream.rs"),
    ),
    (
        "support/table.rs",
        include_str!("../../template/support/table.rs"),
    ),
    (
        "support/tagged.rs",
        include_str!("../../template/support/tagged.rs"),
    ),
    (
        "support/translate.rs",
        include_str!("../../template/support/translate.rs"),
    ),
    (
        "support/union.rs",
        include_str!("../../template/support/union.rs"),
    ),
    (
        "support/unread.rs",
        include_str!("../../template/support/unread.rs"),
    ),
    (
        "support/upgrade.rs",
        include_str!("../../template/support/upgrade.rs"),
    ),
    (
        "support/upload.rs",
        include_str!("../../template/support/upload.rs"),
    ),
    (
        "support/validate.rs",
        include_str!("../../template/support/validate.rs"),
    ),
];

/// What a document has use for. The templates say by these names which lines depend on it: `//# if name`,
/// `//# else`, `//# end`; a line of the other case is written behind `//=`.
pub(super) struct Needs(Vec<&'static str>);

impl Needs {
    /// What a document has use for.
    pub(super) fn of(model: &Model, newtypes: &Newtypes) -> Self {
        let any = |test: &dyn Fn(&Operation) -> bool| model.operations.iter().any(test);
        let content = |test: fn(&Content) -> bool| {
            any(&|operation| {
                operation
                    .responses
                    .iter()
                    .flat_map(Response::contents)
                    .any(test)
            })
        };
        let body = |test: fn(BodyKind) -> bool| {
            any(&|operation| operation.bodies().any(|body| test(body.kind)))
        };
        let asks_for = |test: &dyn Fn(&SecurityKind) -> bool| {
            let mut schemes = model.security_schemes.iter();
            schemes.any(|scheme| test(&scheme.kind) && model.asks_for(&scheme.name))
        };
        let parameter = |test: &dyn Fn(&Operation, &Parameter) -> bool| {
            any(&|operation| {
                let mut parameters = operation.parameters.iter();
                parameters.any(|parameter| test(operation, parameter))
            })
        };
        let kind = |parameter: &Parameter| {
            let schema = resolved(&parameter.schema, &model.schemas);
            schema["type"].as_str().map(str::to_owned)
        };
        let is_object = |parameter: &Parameter| {
            parameter.media.is_none() && kind(parameter).as_deref() == Some("object")
        };
        // Whether text is taken apart otherwise than header by header, or segment by segment at the end of a path.
        let is_split = |operation: &Operation, parameter: &Parameter| {
            let is_list = parameter.media.is_none() && kind(parameter).as_deref() == Some("array");
            let is_rest = operation
                .path
                .ends_with(&format!("/{{{}}}", parameter.name));
            !matches!(parameter.style, None | Some(Style::Simple | Style::Form))
                || (is_list && parameter.explode.is_some())
                || (is_list && parameter.location == Location::Cookie)
                || (is_list && parameter.location == Location::Path && !is_rest)
        };
        let crowded = model.crowded();
        let needs = [
            (
                "events",
                content(|content| matches!(content, Content::Events(_))),
            ),
            (
                "any",
                content(|content| matches!(content, Content::Any(..))),
            ),
            (
                "json_variants",
                content(
                    |content| matches!(content, Content::Json(media, _) if media != "application/json"),
                ),
            ),
            ("upgrade", any(&|operation| operation.websocket)),
            ("streams", body(|kind| !kind.is_value())),
            ("multipart", body(|kind| kind == BodyKind::Multipart)),
            (
                "several",
                any(&|operation| {
                    operation
                        .body
                        .as_ref()
                        .is_some_and(|body| !body.others.is_empty())
                }),
            ),
            (
                "negotiated",
                any(&|operation| {
                    let mut responses = operation.responses.iter();
                    responses.any(|response| !response.others.is_empty())
                }),
            ),
            (
                "negotiated_errors",
                any(&|operation| {
                    let mut errors = operation.shapes_of_errors();
                    errors.any(|response| !response.others.is_empty())
                }),
            ),
            (
                "described",
                any(&|operation| {
                    let body = operation.body.as_ref();
                    body.is_some_and(|body| body.description.is_some())
                }),
            ),
            ("forms", body(|kind| kind == BodyKind::Form)),
            ("parts", body(|kind| kind == BodyKind::Parts)),
            (
                "ranges",
                any(&|operation| {
                    operation
                        .responses
                        .iter()
                        .any(|response| matches!(response.status, Status::Range(_)))
                }),
            ),
            (
                "errors",
                any(&|operation| super::operations::error_schema(operation).is_some()),
            ),
            (
                "failures",
                any(&|operation| operation.errors().next().is_some()),
            ),
            ("undocumented", any(&Operation::answers_undocumented)),
            (
                "silent",
                any(&|operation| {
                    operation
                        .responses
                        .iter()
                        .any(|response| !response.is_written)
                }),
            ),
            ("objects", parameter(&|_, parameter| is_object(parameter))),
            (
                "styles",
                parameter(&|operation, parameter| {
                    is_object(parameter) || is_split(operation, parameter)
                }),
            ),
            (
                "json_parameters",
                parameter(&|_, parameter| parameter.media.is_some()),
            ),
            ("tools", any(&|operation| operation.tool.is_some())),
            ("input", any(&Operation::takes_input)),
            ("secured", any(&Operation::is_secured)),
            (
                "principal",
                any(&|operation| operation.is_secured() || operation.tool.is_some()),
            ),
            ("open", any(&|operation| !operation.is_secured())),
            ("optional", any(&Operation::is_optional)),
            ("basic", asks_for(&|kind| *kind == SecurityKind::Basic)),
            ("scopes", asks_for(&SecurityKind::has_scopes)),
            ("one_way", model.has_one_way_members()),
            ("untyped", model.has_untyped_schemas()),
            ("crowded", !crowded.is_empty()),
            ("unsaid", model.leaves_content_unsaid()),
            ("mixed", any(&|operation| is_mixed(&operation.path))),
            (
                "slashes",
                any(&|operation| ends_with_slash(&operation.path)),
            ),
            (
                "free",
                any(&|operation| {
                    !crowded
                        .iter()
                        .any(|prefix| is_below(&operation.path, prefix))
                }),
            ),
            ("bases", model.schemas != model.written),
            (
                "alternatives",
                model.has_schema(&|schema| mistakable(schema, &model.schemas).is_some()),
            ),
            (
                "unions",
                model.has_schema(&|schema| union(schema).is_some()),
            ),
        ];
        Self(
            needs
                .into_iter()
                .filter(|(_, needed)| *needed)
                .map(|(name, _)| name)
                .chain(newtypes.needs())
                .collect(),
        )
    }

    /// Whether the document has use for something.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(&name)
    }

    /// Whether a file is part of the output: the modules that are optional are declared so in `support.rs`.
    fn has_file(&self, path: &str) -> bool {
        let need = match path {
            "support/events.rs" | "support/stream.rs" => "events",
            "support/accept.rs" => "negotiated",
            "support/alternatives.rs" => "alternatives",
            "support/body.rs" | "support/input.rs" | "support/parameter.rs" => "input",
            "support/form.rs" => return self.has("forms") || self.has("parts"),
            "support/multipart.rs" => return self.has("multipart") || self.has("parts"),
            "support/parts.rs" => "parts",
            "support/path.rs" => return self.has("input") || self.has("crowded"),
            "support/newtype.rs" => {
                return ["texts", "parsed", "wrappers"]
                    .iter()
                    .any(|name| self.has(name));
            }
            "support/bases.rs" => "bases",
            "support/below.rs" => "crowded",
            "support/side.rs" => "one_way",
            "support/status.rs" => "ranges",
            "support/tagged.rs" | "support/union.rs" => "unions",
            "support/upgrade.rs" => "upgrade",
            "support/upload.rs" => return self.has("streams") || self.has("parts"),
            _ => return true,
        };
        self.has(need)
    }
}

/// The files under the notice.
pub(super) fn files<'a>(
    notice: &'a str,
    needs: &'a Needs,
) -> impl Iterator<Item = (String, String)> + use<'a> {
    FILES
        .iter()
        .filter(|(path, _)| needs.has_file(path))
        .map(move |(path, text)| {
            (
                (*path).to_owned(),
                format!("{notice}\n{}", chosen(text, |name| needs.has(name))),
            )
        })
}

/// The lines of a template that there is a need for.
pub(super) fn chosen(text: &str, is_needed: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    // For each condition that is open, whether its lines count.
    let mut open: Vec<bool> = Vec::new();
    for line in text.lines() {
        let bare = line.trim_start();
        if let Some(name) = bare.strip_prefix("//# if ") {
            let holds = name.split(" or ").any(&is_needed);
            open.push(holds);
        } else if bare == "//# else" {
            if let Some(last) = open.last_mut() {
                *last = !*last;
            }
        } else if bare == "//# end" {
            open.pop();
        } else if open.iter().all(|counts| *counts) {
            let indent = &line[..line.len() - bare.len()];
            match bare.strip_prefix("//=") {
                Some(hidden) => {
                    out.push_str(indent);
                    out.push_str(hidden.strip_prefix(' ').unwrap_or(hidden));
                }
                None => out.push_str(line),
            }
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every condition is closed, stands on a line of its own, and asks for a need that there is.
    #[test]
    fn the_templates_conditions_are_sound() {
        const KNOWN: &[&str] = &[
            "alternatives",
            "any",
            "bases",
            "basic",
            "crowded",
            "described",
            "errors",
            "events",
            "failures",
            "forms",
            "free",
            "input",
            "json_parameters",
            "json_variants",
            "mixed",
            "multipart",
            "negotiated",
            "negotiated_errors",
            "objects",
            "one_way",
            "open",
            "optional",
            "parts",
            "parsed",
            "principal",
            "ranges",
            "scopes",
            "secured",
            "several",
            "silent",
            "slashes",
            "streams",
            "styles",
            "texts",
            "tools",
            "undocumented",
            "unions",
            "unsaid",
            "untyped",
            "upgrade",
            "wrappers",
        ];
        for (path, text) in FILES {
            let mut open = 0;
            for line in text.lines().filter(|line| line.contains("//#")) {
                let bare = line.trim_start();
                match bare.strip_prefix("//# ") {
                    Some("end") => open -= 1,
                    Some("else") => {}
                    Some(rest) => {
                        let names = rest.strip_prefix("if ").unwrap_or_default();
                        let known = names.split(" or ").all(|name| KNOWN.contains(&name));
                        assert!(known, "{path}: {line}");
                        open += 1;
                    }
                    None => panic!("{path}: {line}"),
                }
            }
            assert_eq!(open, 0, "{path}");
        }
    }
}
