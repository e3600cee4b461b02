//! Figures, their medians, and the table that they are printed in.

use std::fmt::Write as _;
use std::time::Duration;

/// One line of the table: the median of each service's figures, where there is one.
pub(super) struct Row {
    pub(super) what: String,
    pub(super) ours: f64,
    pub(super) peer: Option<f64>,
    pub(super) bare: Option<f64>,
    /// Whether the smaller figure is the better one.
    pub(super) smaller_is_better: bool,
    pub(super) digits: usize,
}

/// The figures of one measurement, a round each.
#[derive(Default)]
pub(super) struct Figures {
    pub(super) ours: Vec<f64>,
    pub(super) peer: Vec<f64>,
    pub(super) bare: Vec<f64>,
}

impl Figures {
    pub(super) fn row(self, what: &str, smaller_is_better: bool, digits: usize) -> Row {
        Row {
            what: what.into(),
            ours: median(self.ours).unwrap_or_default(),
            peer: median(self.peer),
            bare: median(self.bare),
            smaller_is_better,
            digits,
        }
    }
}

pub(super) fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied()
}

pub(super) fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

pub(super) fn table(rows: &[Row]) -> String {
    let mut text = String::from(
        "| measured | ours | FastAPI peer | times better | bare dropshot | of bare |\n|---|--:|--:|--:|--:|--:|\n",
    );
    for row in rows {
        let show = |figure: Option<f64>| {
            figure.map_or("–".into(), |figure| format!("{figure:.*}", row.digits))
        };
        let better = row.peer.map_or("–".into(), |peer| {
            let ratio = if row.smaller_is_better {
                peer / row.ours
            } else {
                row.ours / peer
            };
            format!("{ratio:.1}")
        });
        let of_bare = match row.bare {
            Some(bare) if !row.smaller_is_better => format!("{:.0} %", row.ours / bare * 100.0),
            _ => "–".into(),
        };
        // Writing to a string can't fail.
        let _ = writeln!(
            text,
            "| {} | {} | {} | {better} | {} | {of_bare} |",
            row.what,
            show(Some(row.ours)),
            show(row.peer),
            show(row.bare),
        );
    }
    text
}
