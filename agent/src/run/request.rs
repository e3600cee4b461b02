//! What a model is shown of a run.

use chrono::DateTime;
use chrono_tz::Tz;

use super::Run;
use crate::{agent::Agents, item::Item, model::ModelRequest};

impl Run {
    /// The request for the model call that [`Run::next`] asked for.
    pub fn request<C: Clone + Send + Sync + 'static>(
        &self,
        agents: &Agents<C>,
        app: &C,
        now: DateTime<Tz>,
    ) -> ModelRequest {
        let name = self.state.agent.clone();
        let agent = agents.get(&name);
        let settings = agent
            .map(|agent| agent.model_settings().clone())
            .unwrap_or_default();
        let tool_choice = if self.state.spent.agent_used_tool {
            crate::model::ToolChoice::Auto
        } else {
            settings.tool_choice.clone()
        };
        ModelRequest {
            instructions: agent
                .map(|agent| agent.instructions_for(app))
                .unwrap_or_default(),
            items: self.visible_items(),
            tools: agents.offer(&name, app),
            tool_choice,
            settings,
            agent: name,
            now,
        }
    }

    /// The conversation as the present agent sees it, as much of it as may be shown.
    pub(crate) fn visible_items(&self) -> Vec<Item> {
        let own = self.own_items();
        match &self.state.view {
            None => {
                let history = &self.transcript[..self.transcript.len() - own.len()];
                self.limit.fit(history, self.earlier, own)
            }
            Some(view) => self.limit.fit(&view.items, 0, &own[view.own_from..]),
        }
    }
}
