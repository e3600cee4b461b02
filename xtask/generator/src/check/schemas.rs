//! What schemas say: contradictions, patterns, formats, and values that don't fit what they stand in.

mod consistency;
mod members;
mod text;
mod values;

use serde_json::{Map, Value};

use super::keywords::Object;
use super::{Report, Site};
use crate::document::{Document, Node};
use crate::schema::bases::laid_out;

pub(super) fn check(report: &mut Report<'_>, sites: &[Site<'_>]) {
    for site in sites
        .iter()
        .filter(|site| site.object == Object::Schema && site.node.get("$ref").is_none())
    {
        consistency::check(report, site);
        text::format(report, site);
        text::pattern(report, site);
        members::required(report, site, sites);
        members::one_way(report, site);
        members::closed_all_of(report, site);
    }
    let components = laid_out(&written(report.document));
    for site in sites {
        match site.object {
            Object::Schema if site.node.get("$ref").is_none() => {
                values::of_schema(report, site, &components)
            }
            Object::Parameter | Object::Header | Object::MediaType => {
                values::beside_schema(report, site, &components)
            }
            _ => {}
        }
    }
}

/// The component schemas as they are written.
pub(super) fn written(document: &Document) -> Map<String, Value> {
    let schemas = document
        .at("/components/schemas")
        .map(Node::members)
        .unwrap_or_default();
    schemas
        .iter()
        .map(|member| (member.key.clone(), member.value.to_json()))
        .collect()
}
