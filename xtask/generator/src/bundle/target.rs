//! What a reference says: which file, by which way, and which value of it.

use crate::document::unescape;

/// Where a reference leads.
#[derive(Debug, PartialEq)]
pub(super) struct Target {
    /// The other file, from the first file's folder; nothing for the file that the reference stands in.
    pub(super) path: Option<String>,
    /// The JSON Pointer in it, decoded and in its plain form.
    pub(super) pointer: String,
}

impl Target {
    /// Reads a reference that stands in the file at `base`; what is wrong with it, and what to do, otherwise.
    pub(super) fn of(reference: &str, base: &str) -> Result<Self, (String, &'static str)> {
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        if path.contains("://") || path.starts_with("//") {
            return Err((
                format!("`{path}` is not fetched: what is generated depends on files alone"),
                "keep a copy beside this document and refer to that",
            ));
        }
        if path.starts_with('/') || path.contains('\\') || path.contains(':') {
            return Err((
                format!("`{path}` is no relative path"),
                "write the way from this file, `/` between names",
            ));
        }
        let pointer = decoded(fragment).filter(|text| text.is_empty() || text.starts_with('/'));
        let Some(pointer) = pointer else {
            return Err((
                format!("`#{fragment}` is no JSON Pointer"),
                "a pointer begins with `/`, such as `#/Task`",
            ));
        };
        let path = match decoded(path) {
            Some(path) if path.is_empty() => None,
            Some(path) => Some(joined(base, &path).ok_or_else(|| {
                (
                    format!("`{path}` leads out of the first file's folder"),
                    "begin at a document that stands above all its files",
                )
            })?),
            None => {
                return Err((
                    format!("the percent-encoding of `{path}` is broken"),
                    "write the path as it is",
                ));
            }
        };
        // One value, one spelling.
        let tokens = pointer.split('/').skip(1).map(unescape);
        let pointer = tokens
            .map(|token| format!("/{}", crate::document::escape(&token)))
            .collect();
        Ok(Self { path, pointer })
    }
}

/// A path from the folder of a file; nothing when it leads out.
fn joined(base: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// Without percent-encoding.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        if *first != b'%' {
            bytes.push(*first);
            rest = more;
            continue;
        }
        let (code, more) = more.split_at_checked(2)?;
        let code = std::str::from_utf8(code).ok()?;
        bytes.push(u8::from_str_radix(code, 16).ok()?);
        rest = more;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reference: &str, base: &str, expected: Option<(Option<&str>, &str)>) {
        let found = Target::of(reference, base).ok();
        let expected = expected.map(|(path, pointer)| Target {
            path: path.map(str::to_owned),
            pointer: pointer.to_owned(),
        });
        assert_eq!(found, expected, "{reference} in {base}");
    }

    #[test]
    fn references_are_read_from_where_they_stand() {
        check("b.yaml#/B", "a.yaml", Some((Some("b.yaml"), "/B")));
        check("./b.yaml", "x/a.yaml", Some((Some("x/b.yaml"), "")));
        check("../b.yaml#", "x/a.yaml", Some((Some("b.yaml"), "")));
        check(
            "#/paths/~1a~1%7Bid%7D",
            "a.yaml",
            Some((None, "/paths/~1a~1{id}")),
        );
        check(
            "my%20file.json#/A",
            "a.yaml",
            Some((Some("my file.json"), "/A")),
        );
        check("../b.yaml", "a.yaml", None);
        check("x/../../b.yaml", "a.yaml", None);
        check("/etc/passwd", "a.yaml", None);
        check("C:\\b.yaml", "a.yaml", None);
        check("file:///b.yaml", "a.yaml", None);
        check("https://example.com/b.yaml#/B", "a.yaml", None);
        check("b.yaml#B", "a.yaml", None);
        check("b%ZZ.yaml", "a.yaml", None);
    }
}
