//! Text for a terminal: what was stored can't drive it, columns line up, styles only where they are wanted.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Text on one line, without anything that a terminal would obey; line breaks become spaces.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| is_harmless(c) && c != '\u{2028}') {
        return Cow::Borrowed(text);
    }
    let spaced = text
        .replace("\r\n", "\n")
        .replace(['\n', '\r', '\t', '\u{2028}', '\u{2029}'], " ");
    Cow::Owned(spaced.chars().filter(|c| is_harmless(*c)).collect())
}

/// Text on lines of its own, without anything that a terminal would obey.
///
/// Works character by character, so a text may be cleaned in the pieces in which it comes.
pub(crate) fn clean_lines(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| is_harmless(c) || c == '\n') {
        return Cow::Borrowed(text);
    }
    let spaced = text
        .replace('\t', "    ")
        .replace(['\u{2028}', '\u{2029}'], "\n");
    Cow::Owned(
        spaced
            .chars()
            .filter(|c| is_harmless(*c) || *c == '\n')
            .collect(),
    )
}

/// Controls move cursors and rewrite what was printed; directional overrides show another order than there is.
fn is_harmless(c: char) -> bool {
    let overrides_direction =
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    let breaks_lines = matches!(c, '\u{2028}' | '\u{2029}');
    !c.is_control() && !overrides_direction && !breaks_lines
}

/// `text` within `width` columns, cut with an ellipsis where it is longer.
pub(crate) fn fit(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    let mut used = 1;
    let kept = text.chars().take_while(|c| {
        used += c.width().unwrap_or(0);
        used <= width
    });
    Cow::Owned(kept.chain(['…']).collect())
}

/// Puts styles around text, or leaves it plain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    pub(crate) on: bool,
}

impl Paint {
    pub(crate) fn dim(self, text: &str) -> String {
        self.style(Style::new().dimmed(), text)
    }

    pub(crate) fn bold(self, text: &str) -> String {
        self.style(Style::new().bold(), text)
    }

    pub(crate) fn red(self, text: &str) -> String {
        self.style(AnsiColor::Red.on_default(), text)
    }

    pub(crate) fn green(self, text: &str) -> String {
        self.style(AnsiColor::Green.on_default(), text)
    }

    pub(crate) fn yellow(self, text: &str) -> String {
        self.style(AnsiColor::Yellow.on_default(), text)
    }

    fn style(self, style: Style, text: &str) -> String {
        if self.on && !text.is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}

/// A cell of a table: its text, and how it is painted after it was measured.
pub(crate) struct Cell {
    text: String,
    paint: fn(Paint, &str) -> String,
}

impl Cell {
    pub(crate) fn new(text: &str) -> Self {
        Self::painted(text, |_, text| text.to_owned())
    }

    pub(crate) fn painted(text: &str, paint: fn(Paint, &str) -> String) -> Self {
        Self {
            text: clean(text).into_owned(),
            paint,
        }
    }
}

/// Rows under a header. The last column takes the room that is left on the terminal, and is cut to it.
///
/// Columns in which no row has anything are left out.
pub(crate) fn table(
    header: &[&str],
    rows: Vec<Vec<Cell>>,
    paint: Paint,
    width: Option<usize>,
) -> String {
    let is_used = |column: usize| rows.iter().any(|row| !row[column].text.is_empty());
    let columns: Vec<usize> = (0..header.len())
        .filter(|column| is_used(*column))
        .collect();
    let Some((last, aligned)) = columns.split_last() else {
        return String::new();
    };
    let width_of = |column: &usize| {
        let cells = rows.iter().map(|row| row[*column].text.width());
        cells.chain([header[*column].width()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = aligned.iter().map(width_of).collect();
    let taken: usize = widths.iter().map(|width| width + GAP.len()).sum();
    let room = width.map_or(usize::MAX, |width| {
        width.saturating_sub(taken).max(SMALLEST_LAST_COLUMN)
    });

    let mut lines = String::new();
    for (column, width) in aligned.iter().zip(&widths) {
        lines += &paint.dim(&pad(header[*column], *width));
        lines += GAP;
    }
    lines += &paint.dim(header[*last]);
    lines.push('\n');
    for row in &rows {
        for (column, width) in aligned.iter().zip(&widths) {
            let cell = &row[*column];
            lines += &(cell.paint)(paint, &cell.text);
            lines += &" ".repeat(width - cell.text.width());
            lines += GAP;
        }
        let cell = &row[*last];
        lines += &(cell.paint)(paint, &fit(&cell.text, room));
        lines.truncate(lines.trim_end_matches(' ').len());
        lines.push('\n');
    }
    lines
}

const GAP: &str = "  ";
const SMALLEST_LAST_COLUMN: usize = 20;

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width - text.width()))
}

/// Names with their values below each other; those without a value are left out.
pub(crate) fn properties(rows: &[(&str, String)], paint: Paint) -> String {
    let rows: Vec<_> = rows.iter().filter(|(_, value)| !value.is_empty()).collect();
    let width = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    rows.iter()
        .map(|(name, value)| format!("{}{GAP}{value}\n", paint.dim(&pad(name, width))))
        .collect()
}

#[cfg(test)]
mod tests;
