//! Request bodies: media type, presence, size and schema.

use super::Check;
use super::ask::Ask;
use super::forms;
use super::generated::document::{Operation, RequestBody};
use super::rows::{mutant, with_body};
use super::spec::Spec;

impl Check {
    pub(super) fn body<'a>(&mut self, operation: &'static Operation, spec: &Spec<'a>, ask: &Ask) {
        let (Some(body), Some((declared, media, schema))) = (&operation.body, spec.body()) else {
            return;
        };
        let id = operation.id;
        let sound = ask.judged(operation);
        let another = with_body(
            operation,
            Some(RequestBody {
                media: "x/other",
                ..*body
            }),
        );
        self.score.count(
            || format!("{id}: the media type"),
            ask.judged(another) != sound,
        );
        if declared["required"] == true {
            let mut short = ask.clone();
            short.body.clear();
            short.headers.retain(|(name, _)| name != "content-type");
            let optional = with_body(
                operation,
                Some(RequestBody {
                    required: false,
                    ..*body
                }),
            );
            let refused = short.judged(operation);
            self.score.count(
                || format!("{id}: the body is required"),
                refused.0 != 0 && short.judged(optional) != refused,
            );
        }
        if let Some(limit) = declared["x-max-body-bytes"].as_u64() {
            let limit = usize::try_from(limit).unwrap();
            let mut long = ask.clone();
            long.body.resize(limit + 1, b' ');
            let unlimited = with_body(
                operation,
                Some(RequestBody {
                    max_bytes: None,
                    ..*body
                }),
            );
            let refused = long.judged(operation);
            self.score.count(
                || format!("{id}: the body's limit"),
                refused.0 == 413 && long.judged(unlimited) != refused,
            );
        }
        // The fields of a form are text.
        let is_text = media.contains("form");
        self.schema(spec.oracle, schema, "/body", is_text, &|value, site| {
            let mut spoilt = ask.clone();
            spoilt.body = forms::body(media, &declared["content"][media], value)?;
            let row = match site {
                None => operation,
                Some(site) => with_body(
                    operation,
                    Some(RequestBody {
                        schema: mutant(body.schema, site),
                        ..*body
                    }),
                ),
            };
            Some(spoilt.judged(row))
        });
    }
}
