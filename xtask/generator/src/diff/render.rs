//! Changes as text in the manner of rustc, and as JSON.

use std::fmt;

use annotate_snippets::Level;
use serde_json::{Value, json};

use super::{Breaks, Change, Changes};

impl Change {
    /// For editors and CI; the README says what each member is.
    pub fn to_json(&self) -> Value {
        json!({
            "code": self.class.id(),
            "severity": self.severity(),
            "breaks": self.breaks.name(),
            "message": self.message,
            "rule": self.class.why(),
            "place": self.place.to_json(),
            "met_in": self.met_in,
            "met_again": self.met_again,
        })
    }

    fn severity(&self) -> &'static str {
        match self.breaks {
            Breaks::Both | Breaks::Clients => "error",
            Breaks::Servers => "warning",
            Breaks::None => "info",
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.breaks {
            Breaks::Both | Breaks::Clients => Level::ERROR,
            Breaks::Servers => Level::WARNING,
            Breaks::None => Level::INFO,
        };
        let whom = match self.breaks {
            Breaks::Both => "breaks old clients and old servers",
            Breaks::Clients => "breaks old clients",
            Breaks::Servers => "breaks old servers",
            Breaks::None => "breaks nobody",
        };
        let mut notes = vec![format!("at `{}`", self.place.shown_pointer())];
        notes.extend(self.met_in.iter().map(|operation| match self.met_again {
            0 => format!("met in {operation}"),
            more => format!("met in {operation}, and {more} more"),
        }));
        notes.push(format!("{whom}: {}", self.class.why()));
        f.write_str(
            &self
                .place
                .render(level, self.class.id(), &self.message, &notes, None),
        )
    }
}

/// What breaks somebody in full; what breaks nobody is counted, and shown in full by `{:#}`.
impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_shown = |change: &&Change| f.alternate() || change.breaks != Breaks::None;
        let shown: Vec<_> = self.iter().filter(is_shown).collect();
        for change in shown {
            writeln!(f, "{change}\n")?;
        }
        let count = |breaks| self.iter().filter(|change| change.breaks == breaks).count();
        write!(
            f,
            "{} change(s): {} break clients, {} servers, {} both, {} nobody",
            self.len(),
            count(Breaks::Clients),
            count(Breaks::Servers),
            count(Breaks::Both),
            count(Breaks::None)
        )
    }
}
