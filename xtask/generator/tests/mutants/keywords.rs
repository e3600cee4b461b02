//! The keywords of a schema, wherever the schema is used.

use serde_json::Value;

use super::Check;
use super::class::Class;
use super::exchange::Exchange;
use super::generated::document::Operation;
use openapi_dropshot_oracle::{Oracle, Site, Style};

/// How the values of a schema are written, which says what of it a request or an answer can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written<'a> {
    /// As JSON, which can be wrong in every way.
    Json,
    /// As text: always a string, never null.
    Text,
    /// As fields of a form, always an object; some may be JSON.
    Form(&'a [String]),
    /// As parameters of the query by themselves: always an object, and what it doesn't know is refused by all queries.
    Pairs,
}

/// Where a schema is used.
pub(super) struct Use<'a, 'b> {
    pub(super) class: Class,
    /// The operation, and which of its answers.
    pub(super) home: &'b str,
    /// Where violations of it are.
    pub(super) root: &'b str,
    pub(super) schema: &'a Value,
    pub(super) written: Written<'b>,
}

/// What is asked, or answered, to show a value; the row, when it lacks something of the schema. `None` where the value
/// can't be written so.
pub(super) type Shown<'a, 'b> =
    &'b dyn Fn(&Value, Option<&Site>) -> Option<(Exchange<'a>, &'static Operation)>;

impl Written<'_> {
    /// Whether what a keyword says can't be otherwise in what is written like this.
    fn says_it(self, oracle: Oracle<'_>, place: &Use<'_, '_>, site: &Site) -> bool {
        let here = &oracle.at(place.schema, &site.steps)["type"];
        let is_root = site.place.is_empty();
        let is_text = match self {
            Written::Json => false,
            Written::Text | Written::Pairs => true,
            Written::Form(json) => site.place.first().is_none_or(|name| !json.contains(name)),
        };
        let is_object = matches!(self, Written::Form(_) | Written::Pairs) && is_root;
        let is_answer = matches!(
            place.class,
            Class::AnswerKeyword | Class::EventKeyword | Class::AnswerHeaderKeyword
        );
        // An event is an object whose `type` is the event's name, whatever the schema says.
        if place.class == Class::EventKeyword && is_root {
            match site.keyword.as_str() {
                "type" => return true,
                "required" if site.item.as_deref() == Some("type") => return true,
                _ => {}
            }
        }
        match site.keyword.as_str() {
            "nullable" => is_text,
            // An empty segment is another path.
            "minLength" => {
                let schema = oracle.at(place.schema, &site.steps);
                place.class == Class::PathKeyword && is_root && schema["minLength"] == 1
            }
            "type" => (is_text && here == "string") || (is_object && here == "object"),
            "additionalProperties" => self == Written::Pairs && is_root && site.item.is_none(),
            // Of an answer that is refused nobody hears why, and variants without names are known by their tags alone.
            "discriminator" => {
                let union = oracle.at(place.schema, &site.steps);
                let lists = [&union["oneOf"], &union["anyOf"]];
                let mut variants = lists.iter().filter_map(|list| list.as_array()).flatten();
                (is_answer || variants.any(|variant| variant.get("$ref").is_none()))
                    && is_said_by_variants(oracle, place.schema, site)
            }
            _ => false,
        }
    }
}

/// Whether each variant of a union demands a tag that none of the others has.
fn is_said_by_variants(oracle: Oracle<'_>, schema: &Value, site: &Site) -> bool {
    let union = oracle.at(schema, &site.steps);
    let tag = union["discriminator"]["propertyName"]
        .as_str()
        .unwrap_or_default();
    let lists = [&union["oneOf"], &union["anyOf"]];
    let mut variants = { lists.iter() }
        .filter_map(|list| list.as_array())
        .flatten()
        .map(|variant| oracle.resolved(variant));
    let mut known: Vec<&Value> = Vec::new();
    variants.all(|variant| {
        let values = variant["properties"][tag]["enum"].as_array();
        let is_new =
            values.is_some_and(|values| values.iter().all(|value| !known.contains(&value)));
        known.extend(values.into_iter().flatten());
        let names = variant["required"].as_array().into_iter().flatten();
        is_new && names.filter(|name| **name == tag).count() > 0
    })
}

impl Check<'_> {
    /// Every keyword of a schema: a value that breaks it must be judged otherwise once the keyword is gone.
    ///
    /// What is written in a component is one mutant of each class, and it is enough that one use of it tells.
    pub(super) fn schema<'a>(
        &mut self,
        oracle: Oracle<'a>,
        place: &Use<'a, '_>,
        shown: Shown<'_, '_>,
    ) {
        let sites = oracle.sites(place.schema);
        for site in &sites {
            if place.written.says_it(oracle, place, site) {
                continue;
            }
            let mut tries = oracle.misses(place.schema, site);
            if place.written != Written::Json && site.keyword == "type" {
                tries.extend(twice(oracle, place.schema, site));
            }
            self.keyword(place, site, &tries, shown);
        }
        for site in &oracle.holders(place.schema) {
            if place.written.says_it(oracle, place, site) {
                continue;
            }
            if let Some(tries) = inside(oracle, place, site, &sites) {
                self.keyword(place, site, &tries, shown);
            }
        }
    }

    fn keyword(&mut self, place: &Use<'_, '_>, site: &Site, tries: &[Value], shown: Shown<'_, '_>) {
        let home = if site.home.starts_with("inline") {
            format!("{}{} {}", place.home, place.root, site.home)
        } else {
            site.home.clone()
        };
        let key = (place.class, home.clone());
        if self
            .keywords
            .get(&key)
            .is_some_and(|(is_noticed, _)| *is_noticed)
        {
            return;
        }
        let inner: String = site.place.iter().map(|step| format!("/{step}")).collect();
        let member = match site.keyword.as_str() {
            "required" => format!("/{}", site.item.as_deref().unwrap_or_default()),
            "additionalProperties" => "/zz".to_owned(),
            _ => String::new(),
        };
        let expected = format!("{}{inner}{member}", place.root);
        let breaks_it = |exchange: &Exchange<'_>, row| {
            let (_, found) = exchange.judged(row);
            found
                .iter()
                .any(|(place, rule)| *place == expected && *rule == site.keyword)
        };
        // That which breaks this rule at this place first.
        let mut exchanges: Vec<_> = tries
            .iter()
            .filter_map(|value| Some((value, shown(value, None)?)))
            .collect();
        exchanges.sort_by_key(|(_, (exchange, row))| !breaks_it(exchange, row));
        let is_noticed = exchanges.iter().any(|(value, (exchange, row))| {
            let mutant = shown(value, Some(site)).map(|(_, mutant)| mutant);
            mutant.is_some_and(|mutant| self.tells(exchange, row, mutant))
        });
        let label = format!(
            "{}: {home} at {}{expected} (tried {})",
            place.class.name(),
            place.home,
            tries.len()
        );
        self.keywords.entry(key).or_insert((false, label)).0 |= is_noticed;
    }
}

/// Two of everything in a list: without its `type`, the same text is no list.
fn twice(oracle: Oracle<'_>, schema: &Value, site: &Site) -> Option<Value> {
    let mut value = oracle.valid(schema, &site.steps);
    let pointer: String = site.place.iter().map(|step| format!("/{step}")).collect();
    if let Value::Array(items) = value.pointer_mut(&pointer)?
        && let [one] = items.as_slice()
    {
        *items = vec![one.clone(), one.clone()];
    }
    Some(value)
}

/// Values that tell whether what holds a schema is there; `None` where nothing in it is enforced.
fn inside(
    oracle: Oracle<'_>,
    place: &Use<'_, '_>,
    holder: &Site,
    sites: &[Site],
) -> Option<Vec<Value>> {
    let mut way = holder.steps.clone();
    way.push(holder.keyword.clone());
    way.extend(holder.item.clone());
    match holder.keyword.as_str() {
        "mapping" => {
            let mut way = holder.steps.clone();
            let union = oracle.at(place.schema, &way);
            let tag = holder.item.as_deref()?;
            let pointer: String = holder.place.iter().map(|step| format!("/{step}")).collect();
            let member = union["discriminator"]["propertyName"].as_str()?;
            let keyword = ["oneOf", "anyOf"]
                .into_iter()
                .find(|keyword| union.get(keyword).is_some());
            // What goes by a name of the mapping doesn't go by its own.
            let (mut value, name) = match keyword {
                Some(keyword) => {
                    let target = union["discriminator"]["mapping"][tag].as_str()?;
                    let name = |text: &str| text.rsplit('/').next().map(str::to_owned);
                    let mut all = union[keyword].as_array()?.iter();
                    let at =
                        all.position(|part| part["$ref"].as_str().and_then(name) == name(target))?;
                    way.extend([keyword.to_owned(), at.to_string()]);
                    (oracle.valid(place.schema, &way), name(target)?)
                }
                // A base, and what extends it.
                None => {
                    let kinds = oracle.kinds(union);
                    let of_tag = |tags: &[String]| tags.iter().any(|known| known == tag);
                    let (name, kind, _) = kinds.iter().find(|(_, _, tags)| of_tag(tags))?;
                    let mut value = oracle.valid(place.schema, &way);
                    *value.pointer_mut(&pointer)? = oracle.valid(kind, &[]);
                    (value, (*name).clone())
                }
            };
            let mut called = |name: &str| {
                value.pointer_mut(&pointer)?[member] = name.into();
                Some(value.clone())
            };
            Some(vec![called(tag)?, called(&name)?])
        }
        // An alternative counts by what it lets in.
        "oneOf" | "anyOf" => {
            let styles = [
                Style::Plain,
                Style::Least,
                Style::Full,
                Style::Random(1),
                Style::Random(2),
            ];
            Some(
                styles
                    .iter()
                    .map(|style| oracle.styled(place.schema, &way, *style))
                    .collect(),
            )
        }
        keyword => {
            let inner = sites.iter().filter(|site| {
                site.steps.starts_with(&way) && !place.written.says_it(oracle, place, site)
            });
            let mut tries: Vec<Value> = inner
                .flat_map(|site| oracle.misses(place.schema, site))
                .take(40)
                .collect();
            let is_closed = oracle.at(place.schema, &holder.steps)["additionalProperties"] == false;
            if keyword == "properties" && is_closed {
                tries.push(oracle.valid(place.schema, &way));
            }
            (!tries.is_empty()).then_some(tries)
        }
    }
}
