//! What the trait `Api` says of callers.

use proc_macro2::TokenStream;
use quote::quote;

use super::support::Needs;

/// What the trait says of callers; an application that anybody may call knows none.
#[derive(Default)]
pub(super) struct Callers {
    pub(super) principal: TokenStream,
    pub(super) authenticate: TokenStream,
    pub(super) reauthenticate: TokenStream,
}

impl Callers {
    pub(super) fn of(needs: &Needs) -> Self {
        if !needs.has("principal") {
            return Self::default();
        }
        let optional = needs.has("optional").then(|| {
            quote!(#[doc = " Where the document lets callers show nothing, those who do are not asked for."])
        });
        let authenticate = needs.has("secured").then(|| {
            quote! {
                /// Asked for every operation that the document secures, before the body is read, with the credentials of
                /// the first alternative that is there in full. Where the same credentials meet others as well, those
                /// are asked for in turn, until one is let in.
                ///
                /// # Errors
                /// A refusal that the operation documents. 401 without a challenge of its own gets the document's.
                fn authenticate(
                    &self,
                    request: &RequestHead,
                    credentials: Credentials,
                ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send;

                /// Asked instead where a request shows nothing that is enough for its operation: the refusal is 401, and an
                /// application that knows better who calls says so here.
                #optional
                ///
                /// # Errors
                /// The refusal.
                fn anonymous(&self, request: &RequestHead, refusal: Refusal) -> Result<Self::Principal, Refusal> {
                    let _ = request;
                    Err(refusal)
                }
            }
        });
        Self {
            principal: quote! {
                /// Who calls: what `authenticate` proves.
                type Principal: Clone + Send + Sync + 'static;
            },
            authenticate: authenticate.unwrap_or_default(),
            reauthenticate: quote! {
                /// Asked before work goes on in the name of somebody who was authenticated earlier, perhaps before a restart:
                /// may they still act? See [`reauthenticate`].
                ///
                /// # Errors
                /// A refusal. Without a rule of the application's own nobody may.
                fn reauthenticate(
                    &self,
                    principal: Self::Principal,
                ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send {
                    drop(principal);
                    async {
                        let message = "nobody can be authenticated without a request here".to_owned();
                        Err(Refusal::Forbidden { message })
                    }
                }
            },
        }
    }
}
