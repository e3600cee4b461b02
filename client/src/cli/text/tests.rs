//! Stored text can't drive a terminal, whatever it holds; tables line up, whatever is in them.

use expect_test::expect;
use proptest::prelude::*;

use super::*;

const PLAIN: Paint = Paint { on: false };

#[test]
fn controls_are_taken_out_and_lines_kept_where_they_belong() {
    assert_eq!(
        clean("plain – „Text“ 🗓️ 十二月"),
        "plain – „Text“ 🗓️ 十二月"
    );
    assert_eq!(
        clean("\u{1b}[2J\u{1b}]0;owned\u{7}two\nlines\r\nand\ta tab"),
        "[2J]0;ownedtwo lines and a tab"
    );
    assert_eq!(clean("\u{9b}31mC1 \u{7f}"), "31mC1 ");
    assert_eq!(clean("invoice \u{202e}fdp.exe"), "invoice fdp.exe");
    assert_eq!(
        clean_lines("one\ntwo\r\n\tthree\u{8}\u{2028}four"),
        "one\ntwo\n    three\nfour"
    );
}

proptest! {
    #[test]
    fn nothing_that_a_terminal_obeys_gets_through(text: String) {
        let line = clean(&text);
        prop_assert!(!line.chars().any(char::is_control), "{line:?}");
        let lines = clean_lines(&text);
        prop_assert!(!lines.chars().any(|c| c.is_control() && c != '\n'), "{lines:?}");
    }

    #[test]
    fn text_may_be_cleaned_in_pieces(text: String, at: prop::sample::Index) {
        let at = text.char_indices().map(|(at, _)| at).nth(at.index(text.chars().count().max(1))).unwrap_or(0);
        let (first, second) = text.split_at(at);
        prop_assert_eq!(clean_lines(&text), clean_lines(first) + clean_lines(second));
    }

    #[test]
    fn what_is_fitted_fits(text in "\\PC{0,40}", width in 1..50_usize) {
        prop_assert!(fit(&text, width).width() <= width);
    }

    #[test]
    fn no_line_of_a_table_is_wider_than_the_terminal(
        cells in prop::collection::vec(("\\PC{0,8}", "\\PC{0,60}"), 1..6),
        width in 40..100_usize,
    ) {
        let rows = cells.iter().map(|(first, last)| vec![Cell::new(first), Cell::new(last)]).collect();
        for line in table(&["A", "B"], rows, PLAIN, Some(width)).lines() {
            prop_assert!(line.width() <= width, "{line:?}");
        }
    }
}

#[test]
fn columns_line_up_by_what_is_seen() {
    let row = |id: &str, who: &str, title: &str| {
        vec![
            Cell::new(id),
            Cell::new(who),
            Cell::new(""),
            Cell::new(title),
        ]
    };
    let rows = || {
        vec![
            row("1", "十二月", "wide"),
            row("12", "a", "a title that is too long for the terminal"),
        ]
    };
    let header = ["ID", "WHO", "NOTHING", "TITLE"];
    expect![[r#"
        ID  WHO     TITLE
        1   十二月  wide
        12  a       a title that is too…
    "#]]
    .assert_eq(&table(&header, rows(), PLAIN, Some(32)));
    expect![[r#"
        ID  WHO     TITLE
        1   十二月  wide
        12  a       a title that is too long for the terminal
    "#]]
    .assert_eq(&table(&header, rows(), PLAIN, None));
    assert_eq!(table(&header, Vec::new(), PLAIN, None), "");
}

#[test]
fn styles_are_put_around_text_only_where_they_are_on() {
    assert_eq!(PLAIN.red("a"), "a");
    assert_eq!(Paint { on: true }.red("a"), "\u{1b}[31ma\u{1b}[0m");
    assert_eq!(Paint { on: true }.dim(""), "");
}
