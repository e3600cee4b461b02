//! What a `send` of progenitor's does otherwise: each change finds what progenitor writes, and says whether it was there.

use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{Block, Expr, ExprMethodCall, Stmt, Token, parse_quote};

use super::bodies;
use super::code::{changed, each, request, text};
use super::parameters::Given;
use crate::emit::names::snake;

/// `encode_path(&it.to_string())` within the address, in the order of the path.
pub(super) fn in_path(block: &mut Block, path: &str, given: &Given) -> bool {
    let Some(style) = &given.style else {
        return true;
    };
    let place = variables(path).position(|name| name == given.wire);
    let address = { block.stmts.iter_mut().enumerate() }.find_map(|(at, statement)| {
        let Stmt::Local(local) = statement else {
            return None;
        };
        match &mut *local.init.as_mut()?.expr {
            Expr::Macro(call) if call.mac.path.is_ident("format") => Some((at, &mut call.mac)),
            _ => None,
        }
    });
    let (Some(place), Some((at, address))) = (place, address) else {
        return false;
    };
    let parse = Punctuated::<Expr, Token![,]>::parse_terminated;
    let Ok(mut pieces) = address.parse_body_with(parse) else {
        return false;
    };
    // Before them stand the text and where the server is.
    let Some(piece) = pieces.iter_mut().nth(place + 2) else {
        return false;
    };
    let Expr::Call(call) = &*piece else {
        return false;
    };
    let Some(value) = call.args.first().and_then(shown) else {
        return false;
    };
    *piece = value.clone();
    address.tokens = pieces.into_token_stream();
    let statement = parse_quote!(let #value = parameters::path(&#value, #style).map_err(Error::InvalidRequest)?;);
    block.stmts.insert(at, statement);
    true
}

/// `.query(&QueryParam::new("name", &it))` in the making of the request.
pub(super) fn in_query(block: &mut Block, given: &Given) -> bool {
    let name = given.name.as_str();
    let mut value = None;
    let wire = &given.wire;
    let is_plain = given.style.is_none();
    changed(block, |expr| {
        let Expr::MethodCall(ExprMethodCall {
            method,
            args,
            receiver,
            ..
        }) = expr
        else {
            return;
        };
        let parameter = args.first_mut().filter(|_| method == "query");
        let Some(Expr::Reference(parameter)) = parameter else {
            return;
        };
        let Expr::Call(new) = &mut *parameter.expr else {
            return;
        };
        if text(new.args.first()).as_deref() == Some(name) {
            value = new.args.last().cloned();
            if is_plain {
                new.args[0] = parse_quote!(#wire);
            } else {
                *expr = (**receiver).clone();
            }
        }
    });
    let (Some(value), Some((at, request))) = (value, request(block)) else {
        return false;
    };
    if let Some(style) = &given.style {
        let statement = parse_quote! {
            parameters::query(&mut #request, #value, #style).map_err(Error::InvalidRequest)?;
        };
        block.stmts.insert(at, statement);
    }
    true
}

/// `header_map.append("name", it.to_string().try_into()?)`.
pub(super) fn in_header(block: &mut Block, given: &Given) -> bool {
    let name = given.name.as_str();
    let into = if given.place == "cookie" {
        quote!(cookie)
    } else {
        quote!(header)
    };
    let mut is_found = false;
    changed(block, |expr| {
        let Expr::MethodCall(ExprMethodCall {
            method,
            args,
            receiver,
            ..
        }) = expr
        else {
            return;
        };
        if method != "append" || text(args.first()).as_deref() != Some(name) {
            return;
        }
        let mut value = None;
        each(&mut args[1], |expr| {
            value = value.take().or_else(|| shown(expr))
        });
        let Some(value) = value else { return };
        is_found = true;
        match &given.style {
            Some(style) => {
                *expr = parse_quote! {
                    parameters::#into(&mut #receiver, &#value, #style).map_err(Error::InvalidRequest)?
                }
            }
            None => {
                let wire = &given.wire;
                args[0] = parse_quote!(#wire);
            }
        }
    });
    is_found
}

/// What is sent as a body.
pub(super) fn body(block: &mut Block, given: &bodies::Given, id: &str) -> bool {
    let mut is_found = false;
    changed(block, |expr| {
        let Expr::MethodCall(call) = expr else {
            return;
        };
        let (receiver, method) = (&call.receiver, call.method.to_string());
        let is_media = method == "header"
            && matches!(call.args.first(), Some(Expr::Path(name))
                if name.path.segments.last().is_some_and(|last| last.ident == "CONTENT_TYPE"));
        let of = |media: &str| {
            quote! {
                #receiver.header(
                    ::reqwest::header::CONTENT_TYPE,
                    ::reqwest::header::HeaderValue::from_static(#media),
                )
            }
        };
        let sent: Expr = match (given, method.as_str()) {
            (bodies::Given::Of(media), _) if is_media => {
                call.args[1] = parse_quote!(::reqwest::header::HeaderValue::from_static(#media));
                is_found = true;
                return;
            }
            (bodies::Given::Of(media), "json") => {
                let (of, sent) = (of(media), &call.args);
                parse_quote!(#of.json(#sent))
            }
            (bodies::Given::OfAny | bodies::Given::Multipart, _) if is_media => {
                (**receiver).clone()
            }
            (bodies::Given::Multipart, "body") => {
                let sent = &call.args;
                parse_quote!(#receiver.multipart(#sent))
            }
            (bodies::Given::Form(fields), "json") => {
                let (of, sent) = (of("application/x-www-form-urlencoded"), &call.args);
                let fields = fields.iter().map(|(style, _)| style);
                parse_quote! {
                    #of.body(parameters::form(#sent, &[#(#fields),*]).map_err(Error::InvalidRequest)?)
                }
            }
            (bodies::Given::Parts(..), "json") => {
                let form = snake(id);
                parse_quote!(#receiver.multipart(forms::#form(body).map_err(Error::InvalidRequest)?))
            }
            _ => return,
        };
        *expr = sent;
        is_found = true;
    });
    is_found
}

/// What `&it.to_string()` shows.
fn shown(expr: &Expr) -> Option<Expr> {
    match expr {
        Expr::Reference(reference) => shown(&reference.expr),
        Expr::MethodCall(call) if call.method == "to_string" => Some((*call.receiver).clone()),
        _ => None,
    }
}

/// The names of the variables of a path, in their order.
fn variables(path: &str) -> impl Iterator<Item = &str> {
    let pieces = path.split('{').skip(1);
    pieces.filter_map(|piece| piece.split('}').next())
}
