//! How the models fare, asked for anew each time the numbers are read: the models count for themselves.

use std::sync::Arc;

use prometheus::core::{Collector, Desc};
use prometheus::proto::MetricFamily;
use prometheus::{IntCounterVec, IntGaugeVec, Opts};
use taskmanager_agent::model::fallback::{CircuitState, Fallback};

/// The upstreams of the model that the agents ask.
pub(super) struct Upstreams {
    upstreams: Arc<Fallback>,
    /// Describes the numbers; they are made anew for each reading.
    blank: Numbers,
}

struct Numbers {
    circuits: IntGaugeVec,
    calls: IntCounterVec,
}

impl Upstreams {
    pub(super) fn new(upstreams: Arc<Fallback>) -> Upstreams {
        Upstreams {
            upstreams,
            blank: Numbers::blank(),
        }
    }
}

impl Numbers {
    fn blank() -> Numbers {
        let fits = "the names below are valid and different";
        Numbers {
            circuits: IntGaugeVec::new(
                Opts::new(
                    "taskmanager_model_circuit",
                    "1 for the state that a model's circuit breaker is in: closed is asked, open is left alone.",
                ),
                &["model", "state"],
            )
            .expect(fits),
            calls: IntCounterVec::new(
                Opts::new(
                    "taskmanager_model_calls_total",
                    "Calls of a model, by how they went; those that were broken off are not counted.",
                ),
                &["model", "outcome"],
            )
            .expect(fits),
        }
    }

    fn filled(upstreams: &Fallback) -> Numbers {
        let numbers = Numbers::blank();
        for upstream in upstreams.states() {
            let model = upstream.name.as_str();
            for state in CircuitState::ALL {
                let is_in = i64::from(state == upstream.circuit);
                let labels = [model, state.as_str()];
                numbers.circuits.with_label_values(&labels).set(is_in);
            }
            for (outcome, count) in [
                ("answered", upstream.answered_total),
                ("failed", upstream.failed_total),
            ] {
                let labels = [model, outcome];
                numbers.calls.with_label_values(&labels).inc_by(count);
            }
        }
        numbers
    }
}

impl Collector for Upstreams {
    fn desc(&self) -> Vec<&Desc> {
        let circuits = self.blank.circuits.desc();
        circuits
            .into_iter()
            .chain(self.blank.calls.desc())
            .collect()
    }

    fn collect(&self) -> Vec<MetricFamily> {
        let numbers = Numbers::filled(&self.upstreams);
        let circuits = numbers.circuits.collect();
        circuits
            .into_iter()
            .chain(numbers.calls.collect())
            .collect()
    }
}
