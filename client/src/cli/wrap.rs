//! Text that comes in pieces, broken into lines between words instead of within them.

use unicode_width::UnicodeWidthStr as _;

/// Breaks text into lines of a width, however it is cut into pieces. Without a width it lets all through.
///
/// A word is held back until the next space shows that it is whole.
#[derive(Debug)]
pub(crate) struct Wrap {
    width: Option<usize>,
    column: usize,
    spaces: usize,
    word: String,
}

impl Wrap {
    pub(crate) fn new(width: Option<usize>) -> Self {
        Self {
            width,
            column: 0,
            spaces: 0,
            word: String::new(),
        }
    }

    /// Whether something stands, or is held back, on the current line.
    pub(crate) fn is_line_open(&self) -> bool {
        self.column > 0 || self.spaces > 0 || !self.word.is_empty()
    }

    /// Takes a piece and gives what can be shown by now.
    pub(crate) fn push(&mut self, text: &str) -> String {
        if self.width.is_none() {
            let last_line = text.rsplit('\n').next().unwrap_or_default();
            self.column = last_line.width() + if text.contains('\n') { 0 } else { self.column };
            return text.to_owned();
        }
        let mut shown = String::new();
        for c in text.chars() {
            match c {
                '\n' => {
                    self.place_word(&mut shown);
                    shown.push('\n');
                    (self.column, self.spaces) = (0, 0);
                }
                ' ' => {
                    self.place_word(&mut shown);
                    self.spaces += 1;
                }
                c => self.word.push(c),
            }
        }
        shown
    }

    /// Gives what was held back; the line stays open.
    pub(crate) fn finish(&mut self) -> String {
        let mut shown = String::new();
        self.place_word(&mut shown);
        self.spaces = 0;
        shown
    }

    /// The line was ended by others.
    pub(crate) fn start_line(&mut self) {
        (self.column, self.spaces) = (0, 0);
    }

    fn place_word(&mut self, shown: &mut String) {
        if self.word.is_empty() {
            return;
        }
        let (word, width) = (
            std::mem::take(&mut self.word),
            self.width.unwrap_or(usize::MAX),
        );
        let length = word.width();
        if self.column > 0 && self.column + self.spaces + length > width {
            shown.push('\n');
            self.column = 0;
        } else {
            *shown += &" ".repeat(self.spaces);
            self.column += self.spaces;
        }
        *shown += &word;
        self.spaces = 0;
        // The terminal breaks what is longer than a line by itself.
        self.column = (self.column + length)
            .checked_rem(width)
            .filter(|_| length > width)
            .unwrap_or(self.column + length);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wrapped(pieces: &[&str], width: usize) -> String {
        let mut wrap = Wrap::new(Some(width));
        let text: String = pieces.iter().map(|piece| wrap.push(piece)).collect();
        text + &wrap.finish()
    }

    #[test]
    fn lines_are_broken_between_words() {
        let check = |text: &str, expected: &str| assert_eq!(wrapped(&[text], 12), expected);
        check("short", "short");
        check("one two three four", "one two\nthree four");
        check("- first\n- second  item", "- first\n- second\nitem");
        check("  indented text", "  indented\ntext");
        check("twelve chars fit", "twelve chars\nfit");
        check(
            "a word-that-is-longer-than-a-line b",
            "a\nword-that-is-longer-than-a-line b",
        );
        check("十二月 十二月 x", "十二月\n十二月 x");
        check("trailing   ", "trailing");
        check("paragraphs\n\nstay", "paragraphs\n\nstay");
    }

    #[test]
    fn without_a_width_all_goes_through_as_it_is() {
        let mut wrap = Wrap::new(None);
        assert_eq!(wrap.push("half a wor"), "half a wor");
        assert!(wrap.is_line_open());
        assert_eq!(wrap.push("d  \n"), "d  \n");
        assert!(!wrap.is_line_open());
        assert_eq!(wrap.finish(), "");
    }

    proptest! {
        #[test]
        fn pieces_do_not_matter_and_no_word_is_lost(
            pieces in prop::collection::vec("[a-z十 \n]{0,12}", 0..12),
            width in 1..30_usize,
        ) {
            let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
            let (text, whole) = (wrapped(&pieces, width), pieces.concat());
            prop_assert_eq!(&text, &wrapped(&[&whole], width));
            prop_assert!(text.split_whitespace().eq(whole.split_whitespace()));
            for line in text.lines() {
                let is_breakable = !line.starts_with(' ') && line.split(' ').all(|word| word.width() <= width);
                prop_assert!(line.width() <= width || !is_breakable, "{line:?}");
            }
        }
    }
}
