//! Whether a message is in a language that the planner doesn't read. It reads English only, and says so kindly.

/// Everyday words of other languages that English doesn't have.
const FOREIGN: &[&str] = &[
    // German
    "ich",
    "du",
    "kannst",
    "bitte",
    "mir",
    "eine",
    "einen",
    "einer",
    "und",
    "nicht",
    "ist",
    "für",
    "das",
    "wie",
    "lange",
    "aufgabe",
    "aufgaben",
    "termin",
    "morgen",
    "heute",
    "erstelle",
    "lösche",
    "zeig",
    "zeige",
    "mein",
    "meine",
    "meinen",
    "erinnere",
    "mich",
    "wann",
    "welche",
    "alles",
    "anlegen",
    "auf",
    "mit",
    "dem",
    "den",
    "sind",
    "habe",
    "kann",
    "diese",
    "dieser",
    "über",
    "hallo",
    "danke",
    "wer",
    "erledigt",
    "fertig",
    "weise",
    "zu",
    // French
    "je",
    "tu",
    "peux",
    "voudrais",
    "créer",
    "une",
    "tâche",
    "tâches",
    "supprimer",
    "pour",
    "demain",
    "avec",
    "est",
    "les",
    "mes",
    "moi",
    "quelle",
    "quelles",
    "bonjour",
    "merci",
    "rappelle",
    "quand",
    "combien",
    "aujourd'hui",
    "dois",
    "faire",
    "réunion",
    "terminé",
    "cette",
    "ce",
    "vous",
    "nous",
    "s'il",
    "plaît",
    "peux-tu",
    "la",
    "de",
    // Spanish and Portuguese
    "puedes",
    "crear",
    "tarea",
    "tareas",
    "mañana",
    "para",
    "por",
    "favor",
    "qué",
    "cuándo",
    "cuánto",
    "hola",
    "gracias",
    "recuérdame",
    "reunión",
    "hoy",
    "el",
    "los",
    "las",
    "mis",
    "quiero",
    "esta",
    "este",
    "con",
    "tengo",
    "borrar",
    "uma",
    "tarefa",
    "tarefas",
    "amanhã",
    "você",
    "obrigado",
    "olá",
    "não",
    "quando",
    "criar",
    "reunião",
    "minhas",
    // Italian, Dutch, Polish
    "puoi",
    "creare",
    "attività",
    "domani",
    "che",
    "come",
    "ciao",
    "grazie",
    "riunione",
    "mie",
    "oggi",
    "het",
    "een",
    "taak",
    "taken",
    "kun",
    "je",
    "voor",
    "wat",
    "graag",
    "dank",
    "vergadering",
    "mijn",
    "proszę",
    "zadanie",
    "jutro",
    "moje",
    "czy",
    "nie",
    "dzień",
    "dobry",
];

/// Small English words: whoever uses them writes English, whatever else is in the sentence.
const ENGLISH: &[&str] = &[
    "the", "to", "my", "task", "tasks", "this", "it", "is", "what", "for", "with", "please", "and",
    "of", "add", "a", "on", "at", "by", "can", "you", "how", "when", "do", "due", "set", "remind",
    "me", "call", "in", "create", "i", "are", "about", "from", "will", "mark", "show", "that",
    "share", "assign", "who", "list", "an", "delete", "new",
];

/// Whether a message is in another language.
pub(super) fn is_foreign(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (mut latin, mut other) = (0, 0);
    for letter in letters {
        if u32::from(letter) < 0x0250 {
            latin += 1;
        } else {
            other += 1;
        }
    }
    if other > latin && other > 1 {
        return true;
    }
    let lower = text.to_lowercase();
    let words = || {
        lower
            .split(|c: char| !(c.is_alphabetic() || c == '\'' || c == '-'))
            .filter(|word| !word.is_empty())
    };
    let foreign = words().filter(|word| FOREIGN.contains(word)).count();
    let english = words().filter(|word| ENGLISH.contains(word)).count();
    foreign >= 2 && foreign > english
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        assert_eq!(is_foreign(text), expected, "{text}");
    }

    #[test]
    fn other_languages_are_noticed() {
        check("Kannst du mir bitte eine Aufgabe anlegen?", true);
        check("je voudrais créer une tâche", true);
        check("¿Puedes crear una tarea para mañana?", true);
        check("予定を教えて", true);
        check("Puoi creare una attività per domani?", true);
    }

    #[test]
    fn english_with_foreign_words_is_english() {
        check("add a task to read La vie en rose", false);
        check("remind me to call Frau Müller and Herr de Groot", false);
        check("set a deadline for next Friday", false);
        check("asdf qwer", false);
        check("", false);
    }
}
