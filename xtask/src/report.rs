//! What commands say of documents: for people on standard error, or as JSON on standard output.

use openapi_dropshot::{Code, Diagnostics, Ledger, Severity};

/// How faults are told.
#[derive(clap::Args)]
pub(crate) struct Format {
    /// `text` for people; `json` for editors and CI: one object for each fault, a line each, on standard output
    #[arg(long, value_enum, default_value_t)]
    format: Kind,
}

/// Which faults are let pass.
#[derive(clap::Args)]
pub(crate) struct Allowed {
    /// Take the faults of this code as warnings, such as E0316: a status that generated code answers is not documented
    #[arg(long = "allow", value_name = "CODE", value_parser = allowable, value_delimiter = ',')]
    pub(crate) codes: Vec<Code>,
}

/// The code of an id, if its faults can be let pass.
fn allowable(id: &str) -> Result<Code, String> {
    let found = Code::allowable().find(|code| code.id() == id);
    found.ok_or_else(|| {
        let all: Vec<&str> = Code::allowable().map(Code::id).collect();
        format!("it cannot be allowed; these can: {}", all.join(", "))
    })
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
                let errors = faults.iter().filter(|one| one.severity == Severity::Error);
                anyhow::anyhow!("{} fault(s) in the document", errors.count())
            }
            None => error,
        })
    }

    /// Tells what was let pass.
    pub(crate) fn warn(&self, warnings: &Diagnostics) {
        match self.format {
            _ if warnings.is_empty() => {}
            Kind::Json => {
                for warning in warnings.iter() {
                    println!("{}", warning.to_json());
                }
            }
            Kind::Text => eprintln!("{warnings}\n"),
        }
    }

    /// Tells in what a client differs from its document: how often for each reason, and as JSON where.
    pub(crate) fn ledger(&self, ledger: &Ledger) {
        match self.format {
            Kind::Json => {
                for line in ledger.to_json() {
                    println!("{line}");
                }
            }
            Kind::Text if ledger.is_empty() => println!("the client has all of the document"),
            Kind::Text => print!("the client differs from the document:\n{ledger}"),
        }
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
