//! The keywords of a schema, wherever the schema is used.

use serde_json::Value;

use super::Check;
use super::generated::judge::Verdict;
use openapi_dropshot_oracle::{Oracle, Site};

impl Check {
    /// Every keyword of a schema: the plainest value that breaks it must be judged otherwise once the keyword is gone.
    pub(super) fn schema<'a>(
        &mut self,
        oracle: Oracle<'a>,
        schema: &'a Value,
        root: &str,
        is_text: bool,
        judged: &dyn Fn(&Value, Option<&Site>) -> Option<Verdict>,
    ) {
        for site in oracle.sites(schema) {
            let home = if site.home.starts_with("inline") {
                format!("{root} {}", site.home)
            } else {
                site.home.clone()
            };
            // Text is always a string and never null.
            let is_idle = is_text
                && (site.keyword == "nullable"
                    || (site.keyword == "type"
                        && oracle.at(schema, &site.steps)["type"] == "string"));
            if is_idle || !self.seen.insert(home.clone()) {
                continue;
            }
            let schema_type = &oracle.at(schema, &site.steps)["type"];
            if is_text
                && site.keyword == "type"
                && site.place.is_empty()
                && (schema_type == "array" || schema_type == "object")
            {
                // No text is of another type: without it, the same text is another value.
                let mut value = oracle.valid(schema, &[]);
                if let Value::Array(items) = &mut value
                    && let [one] = items.as_slice()
                {
                    *items = vec![one.clone(), one.clone()];
                }
                let is_noticed = judged(&value, None) != judged(&value, Some(&site));
                self.score.count(|| home.clone(), is_noticed);
                continue;
            }
            let inner: String = site.place.iter().map(|step| format!("/{step}")).collect();
            let member = match site.keyword.as_str() {
                "required" => format!("/{}", site.item.as_deref().unwrap_or_default()),
                "additionalProperties" => "/zz".to_owned(),
                _ => String::new(),
            };
            let place = format!("{root}{inner}{member}");
            let admits = site.keyword == "nullable";
            let tries = oracle.misses(schema, &site);
            let verdicts: Vec<(&Value, Verdict)> = tries
                .iter()
                .filter_map(|value| Some((value, judged(value, None)?)))
                .filter(|(_, verdict)| (verdict.0 == 0) == admits)
                .collect();
            // The one that breaks this rule at this place, else one that is refused at all.
            let exact = verdicts.iter().find(|(_, verdict)| {
                verdict
                    .1
                    .iter()
                    .any(|(found, rule)| *found == place && *rule == site.keyword)
            });
            let is_noticed = exact.or(verdicts.first()).is_some_and(|(value, verdict)| {
                judged(value, Some(&site)).as_ref() != Some(verdict)
            });
            self.score.count(
                || format!("{home} at {place} (tried {})", tries.len()),
                is_noticed,
            );
        }
    }
}
