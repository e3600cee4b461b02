use std::io::{BufRead, BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};

/// What the stubs of a document can be asked.
struct Document {
    /// Its number.
    at: usize,
    dropshot: fn() -> Result<Value, String>,
    table: fn() -> Value,
    probe: fn(&str, &str) -> Option<Verdict>,
}

/// What generated code makes of a text that may be of a schema.
pub(crate) struct Verdict {
    /// Whether it is JSON and breaks no rule of the schema.
    pub(crate) is_valid: bool,
    /// What it is once it was read into the schema's type and written again, or why it can't be.
    pub(crate) back: Result<String, String>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["documents"] => documents(),
        ["probe", file, share, of] => probe(file, share.parse().expect("a number"), of.parse().expect("a number")),
        _ => panic!("documents, or probe FILE SHARE OF"),
    }
}

/// A line for each document: what dropshot and the table say of it.
fn documents() {
    for document in DOCUMENTS {
        let at = document.at;
        let line = match catch_unwind(|| ((document.dropshot)(), (document.table)())) {
            Ok((Ok(dropshot), table)) => json!({ "at": at, "dropshot": dropshot, "table": table }),
            Ok((Err(error), _)) => json!({ "at": at, "error": error }),
            Err(_) => json!({ "at": at, "error": "dropshot panicked" }),
        };
        println!("{line}");
    }
}

/// A line for each line of the file that is of one of the documents and of this share: `[number, document, component, text]` is answered
/// by `[number, whether it is valid, what comes back, why nothing does]`.
fn probe(file: &str, share: usize, of: usize) {
    let file = std::io::BufReader::new(std::fs::File::open(file).expect("the file is there"));
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in file.lines().skip(share).step_by(of) {
        let line: Value = serde_json::from_str(&line.expect("text")).expect("JSON");
        let document = DOCUMENTS.iter().find(|document| line[1] == document.at);
        let (Some(document), Some(component), Some(text)) = (document, line[2].as_str(), line[3].as_str()) else {
            continue;
        };
        let verdict = catch_unwind(AssertUnwindSafe(|| (document.probe)(component, text)));
        let answer = match verdict {
            Ok(Some(Verdict { is_valid, back: Ok(back) })) => json!([line[0], is_valid, back, null]),
            Ok(Some(Verdict { is_valid, back: Err(why) })) => json!([line[0], is_valid, null, why]),
            Ok(None) => json!([line[0], false, null, "there is no such component"]),
            Err(_) => json!([line[0], false, null, "the generated code panicked"]),
        };
        writeln!(out, "{answer}").expect("somebody listens");
    }
}
