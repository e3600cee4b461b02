//! Finding one's way in progenitor's code.

use proc_macro2::Ident;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Lit, Pat, Stmt};

/// What the request is called, and the place behind all that belongs to it.
pub(super) fn request(block: &Block) -> Option<(usize, Ident)> {
    let made = block.stmts.iter().find_map(|statement| match statement {
        Stmt::Local(local) => match (local.init.as_ref().map(|init| &*init.expr), &local.pat) {
            (Some(Expr::Try(made)), Pat::Ident(pat)) => {
                let is_built =
                    matches!(&*made.expr, Expr::MethodCall(call) if call.method == "build");
                is_built.then(|| pat.ident.clone())
            }
            _ => None,
        },
        _ => None,
    });
    let told = { block.stmts.iter() }.position(|statement| operation_info(statement).is_some());
    told.zip(made)
}

/// The operation that a `send` is about: it tells its hooks.
pub(super) fn id(block: &Block) -> Option<String> {
    let info = block.stmts.iter().find_map(operation_info)?;
    text(info.fields.first().map(|field| &field.expr))
}

fn operation_info(statement: &Stmt) -> Option<&syn::ExprStruct> {
    match statement {
        Stmt::Local(local) => match local.init.as_ref().map(|init| &*init.expr) {
            Some(Expr::Struct(info)) if info.path.is_ident("OperationInfo") => Some(info),
            _ => None,
        },
        _ => None,
    }
}

/// The text of a literal.
pub(super) fn text(expr: Option<&Expr>) -> Option<String> {
    match expr? {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// Changes expressions of a block, the inner ones first.
pub(super) fn changed(block: &mut Block, change: impl FnMut(&mut Expr)) {
    Each(change).visit_block_mut(block);
}

/// Changes an expression and those in it, the inner ones first.
pub(super) fn each(expr: &mut Expr, change: impl FnMut(&mut Expr)) {
    Each(change).visit_expr_mut(expr);
}

struct Each<F>(F);

impl<F: FnMut(&mut Expr)> VisitMut for Each<F> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        (self.0)(expr);
    }
}
