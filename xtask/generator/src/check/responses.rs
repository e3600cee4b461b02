//! Responses: statuses that can be promised, contents that can be written, and every status that generated code itself
//! answers.

mod content;
mod events;
mod headers;
mod own;
mod progenitor;

use self::content::content;
use self::headers::headers;
use self::own::{documented, referred_to};
use self::progenitor::one_schema;
use super::Report;
use crate::diagnostic::Code;
use crate::document::{Member, Node, escape};
use crate::model::{METHODS, Status, Takes, own_answers};

pub(super) fn check(report: &mut Report<'_>) {
    let Some(paths) = report.document.at("/paths") else {
        return;
    };
    let default_security = report.document.at("/security");
    let referred = referred_to(report.document);
    for path in paths.members() {
        for member in path
            .value
            .members()
            .iter()
            .filter(|member| METHODS.contains(&member.key.as_str()))
        {
            let pointer = format!("/paths/{}/{}", escape(&path.key), member.key);
            let Some(responses) = member.value.get("responses") else {
                continue;
            };
            let place = format!("{pointer}/responses");
            let websocket = member.value.get("x-dropshot-websocket").is_some();
            let secured = member
                .value
                .get("security")
                .or(default_security)
                .is_some_and(|node| node.items().iter().any(|all| !all.members().is_empty()));
            let takes_parameters = [&member.value, &path.value].iter().any(|node| {
                node.get("parameters")
                    .is_some_and(|list| !list.items().is_empty())
            });
            let own = own_answers(Takes {
                body: member.value.get("requestBody").is_some(),
                parameters: takes_parameters,
                credentials: secured,
                upgrade: websocket,
            });
            for response in responses.members() {
                status(report, &place, response, websocket);
                content(report, &place, response, responses);
                headers(report, &place, response, responses, &own);
            }
            successes(report, &place, responses);
            if report.rules.client {
                one_schema(report, &place, responses);
            }
            documented(report, &place, &member.value, &own, &referred);
        }
    }
}

/// Whether a response says that all went well; `default` does where no other response does.
fn is_success(key: &str, responses: &Node) -> bool {
    let plain = |key: &str| Status::parse(key).and_then(Status::is_success);
    plain(key).unwrap_or_else(|| {
        !responses
            .members()
            .iter()
            .any(|other| plain(&other.key) == Some(true))
    })
}

fn status(report: &mut Report<'_>, pointer: &str, response: &Member, websocket: bool) {
    let text = response.key.as_str();
    let promised = match Status::parse(text) {
        // Only a change of protocol ends with an interim answer.
        Some(Status::Code(code)) => code >= 200 || (code == 101 && websocket),
        Some(Status::Range(hundred)) => hundred >= 2,
        Some(Status::Default) => true,
        None => false,
    };
    if !promised {
        report
            .fault(
                Code::BadStatus,
                &format!("{pointer}/{text}"),
                &response.key_span,
                format!("`{text}` is no status that could be promised"),
            )
            .hint("a status from 200 to 599, a range from `2XX` to `5XX`, or `default`");
    }
}

fn successes(report: &mut Report<'_>, pointer: &str, responses: &Node) {
    let start = responses.span.start..responses.span.start + 1;
    // Where nothing at all is said, nothing can be broken.
    let is_silent = responses.members().is_empty() && !report.rules.style;
    let mut all = responses.members().iter();
    if !is_silent && !all.any(|response| is_success(&response.key, responses)) {
        report
            .fault(
                Code::NoSuccess,
                pointer,
                &start,
                "no success is documented",
            )
            .hint("the status that says all went well; or allow E0314, and any from 200 to 299 may be answered, with any body");
    }
}
