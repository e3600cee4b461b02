//! Tokens to text: formatted, spaced, with the notice on the first line.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Expr, Item, Lit, Meta, Path, Token};

/// Formats a file. The blank lines between items are ours: prettyplease sets none.
pub(super) fn file(notice: &str, tokens: TokenStream) -> Result<String, String> {
    let mut file: syn::File =
        syn::parse2(tokens).map_err(|error| format!("generated code does not parse: {error}"))?;
    tidy(&mut file);
    let text = prettyplease::unparse(&file);
    Ok(format!(
        "{notice}\n{}",
        space_out(&types_in_macros(&line_docs(&text)))
    ))
}

/// prettyplease knows no types within a macro's parentheses, and sets a space on both sides of every sign.
fn types_in_macros(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_inside = false;
    for line in text.lines() {
        is_inside |= line.starts_with("answered!(") || line.starts_with("wrapper!(");
        if is_inside {
            let line = line.replace(" : ", ": ").replace(" < ", "<");
            out.push_str(&line.replace(" >", ">"));
        } else {
            out.push_str(line);
        }
        out.push('\n');
        is_inside &= !line.ends_with(");");
    }
    out
}

/// Makes what libraries write readable.
pub(super) fn tidy(file: &mut syn::File) {
    let mut own = BTreeSet::new();
    own_types(&file.items, &mut own);
    Tidy { own }.visit_file_mut(file);
}

fn own_types(items: &[Item], own: &mut BTreeSet<String>) {
    for item in items {
        match item {
            Item::Struct(item) => {
                own.insert(item.ident.to_string());
            }
            Item::Enum(item) => {
                own.insert(item.ident.to_string());
            }
            Item::Mod(item) => {
                let content = item.content.as_ref();
                content
                    .into_iter()
                    .for_each(|(_, items)| own_types(items, own));
            }
            _ => {}
        }
    }
}

/// Turns `/** … */` blocks, prettyplease's way with several lines, into `///` lines.
fn line_docs(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1024);
    let mut block: Option<(String, &str)> = None;
    for line in text.lines() {
        let (start, rest) = match &block {
            Some(open) => (Some(open.clone()), line),
            None => {
                let indent = &line[..line.len() - line.trim_start().len()];
                match line
                    .trim_start()
                    .strip_prefix("/**")
                    .map(|rest| ("///", rest))
                    .or_else(|| {
                        line.trim_start()
                            .strip_prefix("/*!")
                            .map(|rest| ("//!", rest))
                    }) {
                    Some((mark, rest)) => (Some((indent.to_owned(), mark)), rest),
                    None => (None, line),
                }
            }
        };
        let Some((indent, mark)) = start else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        let (body, ends) = rest
            .strip_suffix("*/")
            .map_or((rest, false), |body| (body, true));
        if !(ends && body.trim().is_empty()) {
            out.push_str(format!("{indent}{mark}{}", spaced(body.trim_end())).trim_end());
            out.push('\n');
        }
        block = if ends { None } else { Some((indent, mark)) };
    }
    out
}

/// Sets a blank line after every item that ends at the margin or one level in.
fn space_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        out.push_str(line);
        out.push('\n');
        let ends_item = matches!(*line, "}" | "    }" | "};" | "];" | ");");
        let next = lines.get(at + 1).map_or("", |next| next.trim_start());
        let more_follows =
            !next.is_empty() && !next.starts_with(['}', ')', ']']) && !next.starts_with("else");
        let opens_docs = next.starts_with("///")
            && !line.trim_start().starts_with("///")
            && !line.ends_with(['{', '(', ','])
            && !line.trim_start().starts_with("#[");
        if (ends_item && more_follows) || opens_docs {
            out.push('\n');
        }
    }
    out
}

/// No schema folded into doc comments, no `::std::` before the prelude, no `usize` behind numbers that can be nothing else.
struct Tidy {
    /// The file's own types: a component may be called `Result`.
    own: BTreeSet<String>,
}

impl VisitMut for Tidy {
    fn visit_attribute_mut(&mut self, attribute: &mut Attribute) {
        if let Meta::NameValue(meta) = &mut attribute.meta
            && meta.path.is_ident("doc")
            && let Expr::Lit(expression) = &mut meta.value
            && let Lit::Str(text) = &expression.lit
        {
            let value = text.value();
            let kept = value
                .find("<details>")
                .map_or(value.as_str(), |at| value[..at].trim_end());
            let kept = arguments(kept);
            // A comment's text begins with a space already; what a library or a document says begins at the margin.
            let is_comment = kept.starts_with(' ');
            let line = |line: &str| match line {
                "" => String::new(),
                line if is_comment => spaced(line),
                line => format!(" {line}"),
            };
            let lines: Vec<String> = kept.split('\n').map(line).collect();
            expression.lit = Lit::Str(syn::LitStr::new(&lines.join("\n"), text.span()));
        }
        if let Meta::List(list) = &mut attribute.meta
            && list.path.is_ident("derive")
            && let Ok(mut paths) =
                list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)
        {
            for path in &mut paths {
                self.visit_path_mut(path);
            }
            list.tokens = paths.to_token_stream();
        }
        visit_mut::visit_attribute_mut(self, attribute);
    }

    fn visit_lit_int_mut(&mut self, number: &mut syn::LitInt) {
        if matches!(number.suffix(), "u16" | "usize") {
            *number = syn::LitInt::new(number.base10_digits(), number.span());
        }
    }

    fn visit_type_path_mut(&mut self, path: &mut syn::TypePath) {
        // In `<T as ::std::convert::TryFrom<U>>::Error` the qualification counts segments: leave it.
        match &mut path.qself {
            Some(qself) => self.visit_type_mut(&mut qself.ty),
            None => visit_mut::visit_type_path_mut(self, path),
        }
    }

    fn visit_expr_path_mut(&mut self, path: &mut syn::ExprPath) {
        match &mut path.qself {
            Some(qself) => self.visit_type_mut(&mut qself.ty),
            None => visit_mut::visit_expr_path_mut(self, path),
        }
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        if path.leading_colon.is_none() {
            let relative = path.segments.len() > 1 && path.segments[0].ident == "self";
            if relative && path.segments[1].ident != "super" {
                path.segments = std::mem::take(&mut path.segments)
                    .into_iter()
                    .skip(1)
                    .collect();
            }
            return;
        }
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let skip = match names.as_slice() {
            ["std", "option", "Option", ..]
            | ["std", "result", "Result", ..]
            | ["std", "string", "String", ..]
            | ["std", "vec", "Vec", ..]
            | ["std", "boxed", "Box", ..]
            | [
                "std",
                "convert",
                "From" | "Into" | "TryFrom" | "TryInto",
                ..,
            ] => 2,
            ["serde" | "serde_json" | "chrono" | "std" | "regress", ..] => 0,
            _ => return,
        };
        let is_shadowed = skip > 0 && names.get(2).is_some_and(|name| self.own.contains(*name));
        let skip = if is_shadowed { 0 } else { skip };
        path.leading_colon = None;
        path.segments = std::mem::take(&mut path.segments)
            .into_iter()
            .skip(skip)
            .collect();
    }
}

/// Progenitor lists parameters with their descriptions: what these go on with belongs to the item. An example follows.
fn arguments(text: &str) -> String {
    let Some((head, list)) = text.split_once("\nArguments:\n") else {
        return text.to_owned();
    };
    let (list, example) = list.split_at(list.find("```").unwrap_or(list.len()));
    let mut out = format!("{head}\nArguments:\n");
    for line in list.lines() {
        let is_item = line.starts_with("- `") || line.is_empty();
        out.push_str(if is_item { "" } else { "  " });
        out.push_str(line);
        out.push('\n');
    }
    out + example
}

/// A doc line begins with a space, unless it is empty or has one.
fn spaced(line: &str) -> String {
    if line.is_empty() || line.starts_with(' ') {
        line.to_owned()
    } else {
        format!(" {line}")
    }
}
