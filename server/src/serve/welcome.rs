//! What a person sees who has started the service in a terminal.

use std::io::Write;
use std::net::SocketAddr;

use crate::config::{Config, ModelConfig};

/// Prints where the service is and what to try. Somebody who closed standard output doesn't want to know.
pub(super) fn print(address: SocketAddr, config: &Config) {
    let mut out = std::io::stdout().lock();
    let _ = out
        .write_all(text(address, config).as_bytes())
        .and_then(|()| out.flush());
}

fn text(address: SocketAddr, config: &Config) -> String {
    let model = match &config.model {
        ModelConfig::Offline => {
            "offline (rules, no language model; --model chooses another)".to_owned()
        }
        ModelConfig::Served(models) => {
            let first = format!("{} at {}", models.first.name, models.first.base_url);
            let others = models
                .fallbacks
                .iter()
                .map(|model| format!(", else {}", model.label()));
            std::iter::once(first).chain(others).collect()
        }
    };
    let folder = std::path::absolute(&config.data_dir);
    let folder = folder.as_deref().unwrap_or(&config.data_dir).display();
    format!(
        "\
TaskManager Agent {version} is ready: http://{address}

  Page to try it on  http://{address}/docs
  Or talk to it      curl http://{address}/chat -H 'content-type: application/json' -d '{{\"message\": \"Remind me to water the plants on Friday\"}}'
  Model              {model}
  Data               {folder}
  Stop               Ctrl-C

",
        version = env!("CARGO_PKG_VERSION"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_welcome_names_the_page_and_a_command_but_no_key() {
        let settings = crate::config::cli::Settings {
            model: "gpt-5".to_owned(),
            openai_api_key: Some("sk-secret".to_owned()),
            ..Default::default()
        };
        let text = text(
            "127.0.0.1:4711".parse().unwrap(),
            &settings.parse().unwrap(),
        );
        assert!(text.contains("http://127.0.0.1:4711/docs\n"), "{text}");
        assert!(text.contains("curl http://127.0.0.1:4711/chat "), "{text}");
        assert!(
            text.contains("gpt-5 at https://api.openai.com/v1"),
            "{text}"
        );
        assert!(!text.contains("sk-secret"), "{text}");
    }
}
