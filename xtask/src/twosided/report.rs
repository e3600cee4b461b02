//! What came of it: disagreements, decisions that were used, and what is not covered.

use std::collections::BTreeMap;

use openapi_dropshot_oracle::Decision;

use super::instances::{Component, Instance, LEAST, MOST_BEHIND};
use crate::corpus::Corpus;

/// Of all components, so many of a hundred must be covered.
const COVERED: f64 = 97.0;

/// Of a text, so many characters are shown.
const SHOWN: usize = 300;

pub(super) struct Report<'c> {
    corpus: &'c Corpus,
    shows_all: bool,
    components: usize,
    covered: usize,
    admitted: usize,
    refused: usize,
    keywords: usize,
    left_behind: usize,
    unbroken: Vec<String>,
    disagreements: usize,
    decisions: BTreeMap<Decision, usize>,
    left_out: Vec<String>,
    /// Of the component at hand: instances that came back, and disagreements.
    survived: usize,
    failed: usize,
}

impl<'c> Report<'c> {
    pub(super) fn new(corpus: &'c Corpus, shows_all: bool) -> Self {
        Self {
            corpus,
            shows_all,
            components: 0,
            covered: 0,
            admitted: 0,
            refused: 0,
            keywords: 0,
            left_behind: 0,
            unbroken: Vec::new(),
            disagreements: 0,
            decisions: BTreeMap::new(),
            left_out: Vec::new(),
            survived: 0,
            failed: 0,
        }
    }

    /// Takes the verdicts on one instance: the decisions they needed, or their disagreement.
    pub(super) fn count(
        &mut self,
        component: &Component<'_>,
        instance: &Instance,
        verdict: Result<Vec<Decision>, String>,
    ) {
        if instance.is_admitted {
            self.admitted += 1;
        } else {
            self.refused += 1;
        }
        match verdict {
            Ok(decisions) => {
                self.survived += usize::from(instance.is_admitted);
                for decision in decisions {
                    *self.decisions.entry(decision).or_default() += 1;
                }
            }
            Err(why) => {
                self.disagreements += 1;
                self.failed += 1;
                if self.shows_all || self.failed == 1 {
                    let text: String = instance.text.chars().take(SHOWN).collect();
                    println!("DISAGREE  {}\n    {text}\n    {why}", self.named(component));
                }
            }
        }
    }

    /// Closes a component: it is covered if enough of its values came back, and every keyword of it was broken.
    pub(super) fn close(&mut self, component: &Component<'_>) {
        self.components += 1;
        self.keywords += component.keywords;
        self.left_behind += component.left_behind;
        let name = self.named(component);
        let unbroken = component.unbroken.iter();
        self.unbroken
            .extend(unbroken.map(|keyword| format!("{name}: {keyword}")));
        if let Some(why) = &component.left_out {
            self.left_out.push(format!("{name}: {why}"));
        } else if self.survived < LEAST {
            let survived = self.survived;
            self.left_out
                .push(format!("{name}: only {survived} of its values came back"));
        } else {
            self.covered += 1;
        }
        (self.survived, self.failed) = (0, 0);
    }

    /// Prints it; true if it is as it must be.
    pub(super) fn print(&self) -> bool {
        println!(
            "\n{} of the schemas' values, {} that break one of {} keywords; decided, where JSON Schema and Rust differ:",
            self.admitted, self.refused, self.keywords
        );
        for decision in Decision::ALL {
            let count = self.decisions.get(&decision).copied().unwrap_or_default();
            println!("  {count:>6}  {}", decision.text());
        }
        if self.left_behind > 0 {
            println!(
                "left to the components that write them, for more than {MOST_BEHIND} are behind one reference: {} keywords",
                self.left_behind
            );
        }
        for (what, list) in [
            ("keywords that nothing was found to break", &self.unbroken),
            ("components that are not covered", &self.left_out),
        ] {
            println!("{what}: {}", list.len());
            for line in list {
                println!("  {line}");
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a share")]
        let share = self.covered as f64 * 100.0 / self.components.max(1) as f64;
        println!(
            "{} components of {} covered, {} instances, {} disagreements",
            self.covered,
            self.components,
            self.admitted + self.refused,
            self.disagreements
        );
        let failed = self
            .corpus
            .entries
            .iter()
            .any(|entry| entry.fault.is_some());
        self.disagreements == 0 && share >= COVERED && !failed
    }

    fn named(&self, component: &Component<'_>) -> String {
        let path = &self.corpus.entries[component.document].name;
        let file = path.rsplit('/').next().unwrap_or(path);
        format!("{file} {}", component.name)
    }
}
