//! Whether the user wrote an address in a conversation.

use taskmanager_agent::item::Item;

/// Whether a message of the user's among the stored items bears the address.
pub(super) fn named(email: &str, items: &[String]) -> bool {
    let email = email.to_lowercase();
    items
        .iter()
        // Reading all of a long conversation for one address would be a waste: most items don't have it at all.
        .filter(|stored| stored.to_lowercase().contains(&email))
        .filter_map(|stored| serde_json::from_str(stored).ok())
        .any(|item| match item {
            Item::UserMessage { text } => bears(&text.to_lowercase(), &email),
            Item::Context { .. }
            | Item::AssistantMessage { .. }
            | Item::ToolCall { .. }
            | Item::ToolResult { .. }
            | Item::Handoff { .. } => false,
        })
}

/// Whether the address stands in the text by itself, not as a part of a longer one.
fn bears(text: &str, email: &str) -> bool {
    let belongs = |c: char| c.is_alphanumeric() || "-_+%@".contains(c);
    text.match_indices(email).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + email.len()..].chars();
        let next = after.next();
        // A full stop ends the sentence, unless the address goes on behind it.
        let goes_on =
            next.is_some_and(belongs) || next == Some('.') && after.next().is_some_and(belongs);
        !before.is_some_and(|c| belongs(c) || c == '.') && !goes_on
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        let item = Item::UserMessage {
            text: text.to_owned(),
        };
        let stored = [serde_json::to_string(&item).unwrap()];
        assert_eq!(named("Bob@example.com", &stored), expected, "{text}");
    }

    #[test]
    fn what_the_user_wrote_is_named() {
        check("assign it to bob@example.com.", true);
        check("BOB@EXAMPLE.COM", true);
        check("<bob@example.com>, please", true);
        check("bob@example.com's task", true);
    }

    #[test]
    fn parts_of_other_addresses_are_not() {
        check("xbob@example.com", false);
        check("jim.bob@example.com", false);
        check("bob@example.com.evil.example", false);
        check("bob@example.company", false);
        check("bob", false);
    }

    #[test]
    fn what_data_and_agents_say_is_not() {
        let text = "bob@example.com".to_owned();
        let context = Item::Context {
            label: "task".into(),
            data: serde_json::json!({ "description": text }),
        };
        let items = [context].map(|item| serde_json::to_string(&item).unwrap());
        assert!(!named("bob@example.com", &items));
    }
}
