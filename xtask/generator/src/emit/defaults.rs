//! An enum's default as its derive: typify writes the `impl` out.

use std::collections::BTreeMap;

use syn::{Expr, ImplItem, Item, Stmt, Type, parse_quote};

/// Replaces each `impl Default` that gives a variant without fields by a derive and a mark at the variant.
pub(super) fn derive_defaults(file: &mut syn::File) {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    file.items.retain(|item| match given(item) {
        Some((name, variant)) => {
            found.insert(name, variant);
            false
        }
        None => true,
    });
    for item in &mut file.items {
        let Item::Enum(item) = item else { continue };
        let Some(variant) = found.get(&item.ident.to_string()) else {
            continue;
        };
        item.attrs.push(parse_quote!(#[derive(Default)]));
        for own in item.variants.iter_mut().filter(|own| own.ident == variant) {
            own.attrs.push(parse_quote!(#[default]));
        }
    }
}

/// The enum and the variant of an `impl Default` that only names it.
fn given(item: &Item) -> Option<(String, String)> {
    let Item::Impl(item) = item else { return None };
    let (path, _) = item.trait_.as_ref()?;
    let is_default = path
        .segments
        .last()
        .is_some_and(|last| last.ident == "Default");
    let Type::Path(own) = &*item.self_ty else {
        return None;
    };
    let name = own.path.get_ident()?;
    let [ImplItem::Fn(function)] = item.items.as_slice() else {
        return None;
    };
    let [Stmt::Expr(Expr::Path(value), None)] = function.block.stmts.as_slice() else {
        return None;
    };
    let segments: Vec<_> = value
        .path
        .segments
        .iter()
        .map(|segment| &segment.ident)
        .collect();
    match segments.as_slice() {
        [of, variant] if is_default && *of == name => Some((name.to_string(), variant.to_string())),
        _ => None,
    }
}
