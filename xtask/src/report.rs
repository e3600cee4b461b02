//! What commands say of documents: for people on standard error, or as JSON on standard output.

use openapi_dropshot::Diagnostics;

/// How faults are told.
#[derive(clap::Args)]
pub(crate) struct Format {
    /// `text` for people; `json` for editors and CI: one object for each fault, a line each, on standard output
    #[arg(long, value_enum, default_value_t)]
    format: Kind,
}

#[derive(Clone, Copy, Default, clap::ValueEnum)]
enum Kind {
    #[default]
    Text,
    Json,
}

impl Format {
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.format, Kind::Text)
    }

    /// Passes a result on; the faults of a document are told, and only counted in what goes on.
    pub(crate) fn told<T>(&self, result: anyhow::Result<T>) -> anyhow::Result<T> {
        result.map_err(|error| match error.downcast_ref::<Diagnostics>() {
            Some(faults) => {
                self.report(&error);
                anyhow::anyhow!("{} fault(s) in the document", faults.len())
            }
            None => error,
        })
    }

    /// Tells an error: all faults of a document, or whatever else went wrong.
    pub(crate) fn report(&self, error: &anyhow::Error) {
        match (error.downcast_ref::<Diagnostics>(), self.format) {
            (Some(faults), Kind::Json) => {
                for fault in faults.iter() {
                    println!("{}", fault.to_json());
                }
            }
            (Some(_), Kind::Text) | (None, _) => eprintln!("{error:#}\n"),
        }
    }
}
