//! The command line: flags, variables, subcommands and their help.
//!
//! Values stay text here, so that one pass over all of them ([`Settings::parse`]) can report every fault.

use clap::parser::ValueSource;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use super::model::key_variables;

/// The TaskManager Agent service: tasks, and agents that help with them, over HTTP.
///
/// Without a command it serves until Ctrl-C or SIGTERM, then waits for open streams, and ends with 0.
#[derive(Debug, Parser)]
#[command(name = "taskmanager", version, after_help = AFTER_HELP, allow_negative_numbers = true)]
pub struct Cli {
    /// What the service is told.
    #[command(flatten)]
    pub settings: Settings,
    /// What to do instead of serving.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Where each setting came from.
    #[arg(skip)]
    pub sources: Sources,
}

/// What the binary can do besides serving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Print the settings in force, secrets hidden, and try them: the address, the data folder, the database, the model server
    CheckConfig,
}

/// The settings as they were written. An empty one counts as absent.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Address and port to listen on; loopback only, because the service has no accounts yet
    #[arg(
        long,
        env = "TASKMANAGER_LISTEN",
        value_name = "ADDRESS:PORT",
        default_value = "127.0.0.1:8080",
        global = true
    )]
    pub listen: String,

    /// Folder for everything that is stored; made when missing
    #[arg(
        long,
        env = "TASKMANAGER_DATA_DIR",
        value_name = "FOLDER",
        default_value = "taskmanager-data",
        global = true
    )]
    pub data_dir: String,

    /// Model that the agents ask: `offline` (embedded, needs no key and no network), or a name that the model server knows
    #[arg(
        long,
        env = "TASKMANAGER_MODEL",
        value_name = "NAME",
        default_value = "offline",
        global = true
    )]
    pub model: String,

    /// Model server; any that speaks OpenAI's protocol (not used with the offline model)
    #[arg(long, env = "OPENAI_BASE_URL", hide_env_values = true, value_name = "URL", default_value = super::OPENAI_BASE_URL, global = true)]
    pub openai_base_url: String,

    /// Interface that the model server is asked by: `chat` (Chat Completions, which every compatible server speaks) or `responses`
    #[arg(
        long,
        env = "TASKMANAGER_MODEL_API",
        value_name = "API",
        default_value = "chat",
        global = true
    )]
    pub model_api: String,

    /// Models to ask, in order, where the one before fails before its first output. Commas between them; each is MODEL (of
    /// the same server), `MODEL@URL [key=VARIABLE] [api=chat|responses]` (of another server, with the variable that holds
    /// that server's key), or `offline`
    #[arg(
        long,
        env = "TASKMANAGER_MODEL_FALLBACK",
        hide_env_values = true,
        value_name = "MODELS",
        default_value = "",
        hide_default_value = true,
        global = true
    )]
    pub model_fallback: String,

    /// After so many failures in a row a model is left alone for a while. From 1 to 1000
    #[arg(
        long,
        env = "TASKMANAGER_MODEL_FAILURES",
        value_name = "COUNT",
        default_value = "5",
        global = true
    )]
    pub model_failures: String,

    /// How long a model that keeps failing is left alone; then one call tries it. From 1 to 86400
    #[arg(
        long,
        env = "TASKMANAGER_MODEL_PAUSE_SECONDS",
        value_name = "SECONDS",
        default_value = "30",
        global = true
    )]
    pub model_pause_seconds: String,

    /// How long the model server may take until the first byte of its answer; small machines read long conversations
    /// slowly. From 1 to 3600
    #[arg(
        long,
        env = "TASKMANAGER_MODEL_FIRST_BYTE_SECONDS",
        value_name = "SECONDS",
        default_value = "120",
        global = true
    )]
    pub model_first_byte_seconds: String,

    /// How long a whole model call may take. From 1 to 86400
    #[arg(
        long,
        env = "TASKMANAGER_MODEL_TIMEOUT_SECONDS",
        value_name = "SECONDS",
        default_value = "600",
        global = true
    )]
    pub model_timeout_seconds: String,

    /// Form of the log on standard error: `text` or `json`
    #[arg(
        long,
        env = "TASKMANAGER_LOG",
        value_name = "FORM",
        default_value = "text",
        global = true
    )]
    pub log: String,

    /// Least important level to log: off, critical, error, warning, info or debug
    #[arg(
        long,
        env = "TASKMANAGER_LOG_LEVEL",
        value_name = "LEVEL",
        default_value = "info",
        global = true
    )]
    pub log_level: String,

    /// Largest request body in bytes; larger ones are answered with 413. From 1024 to 104857600
    #[arg(
        long,
        env = "TASKMANAGER_MAX_BODY_BYTES",
        value_name = "BYTES",
        default_value = "1048576",
        global = true
    )]
    pub max_body_bytes: String,

    /// How many agent runs may be going at once; one more is answered with 429. From 1 to 1000000
    #[arg(
        long,
        env = "TASKMANAGER_MAX_RUNS",
        value_name = "COUNT",
        default_value = "2000",
        global = true
    )]
    pub max_runs: String,

    /// How much of a conversation a model is shown, in tokens of four bytes each; of older exchanges it is shown less, then
    /// nothing, and it is told so. A model with a small context needs less than that, for instructions and tools (some
    /// 3,000 tokens) and its answer must find room as well. From 1000 to 10000000
    #[arg(
        long,
        env = "TASKMANAGER_HISTORY_TOKENS",
        value_name = "TOKENS",
        default_value = "32768",
        global = true
    )]
    pub history_tokens: String,

    /// How long to wait for open streams and running requests when stopping. From 0 to 3600
    #[arg(
        long,
        env = "TASKMANAGER_DRAIN_SECONDS",
        value_name = "SECONDS",
        default_value = "10",
        global = true
    )]
    pub drain_seconds: String,

    /// Hold every answer and every event against the document before it is sent, `on` or `off`; debug builds always do
    #[arg(
        long,
        env = "TASKMANAGER_VALIDATE_ANSWERS",
        value_name = "SWITCH",
        default_value = "off",
        global = true
    )]
    pub validate_answers: String,

    /// `OPENAI_API_KEY`. A variable only: other people on the machine can read command lines.
    #[arg(skip)]
    pub openai_api_key: Option<String>,

    /// OpenTelemetry's own variables.
    #[arg(skip)]
    pub otlp: super::OtlpVariables,

    /// The variables that `--model-fallback` names as keys, as far as they are set.
    #[arg(skip)]
    pub key_variables: Vec<(String, String)>,
}

impl Settings {
    /// A variable that holds a key.
    pub(super) fn variable(&self, name: &str) -> Option<&str> {
        let mut known = self.key_variables.iter();
        known
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Where each setting came from: a flag, a variable, or nowhere (the default).
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<(&'static str, &'static str)>);

impl Sources {
    /// `flag`, `variable` or `default` for the setting with this flag (without dashes).
    pub fn of(&self, flag: &str) -> &'static str {
        let found = self.0.iter().find(|(name, _)| *name == flag);
        found.map_or("default", |(_, source)| source)
    }
}

const AFTER_HELP: &str = "\
Variables without a flag:
  OPENAI_API_KEY  Key of the model server; never printed. Local servers do without
  Keys of other servers are in the variables that --model-fallback names; a key goes to its own server only
  OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS, OTEL_SERVICE_NAME
                  Where traces are exported to (OpenTelemetry, http/protobuf); nowhere without an endpoint

A flag beats its variable; an empty value counts as absent.
Exit codes: 0 stopped as asked, 1 could not start or a check failed, 2 a setting can't be used.

First steps:
  taskmanager                        serve on http://127.0.0.1:8080, data in ./taskmanager-data
  taskmanager check-config           see the settings in force, and try them
  taskmanager --listen 127.0.0.1:0   serve on a free port; the start says which";

impl Cli {
    /// Reads the process's arguments and variables. Prints help, version or a usage error and exits where clap says so.
    pub fn from_process() -> Cli {
        // A key that is no text must be told as a fault, not be taken for none.
        let variable = |name: &str| {
            let value = std::env::var_os(name)?;
            Some(value.to_string_lossy().into_owned())
        };
        let arguments = std::env::args_os();
        let mut cli = Cli::try_from(arguments, variable).unwrap_or_else(|error| error.exit());
        cli.settings.otlp = super::OtlpVariables::from_process();
        cli
    }

    /// Reads these arguments (the first is the program's name) and the process's variables; those that hold keys are
    /// asked for.
    pub(crate) fn try_from(
        arguments: impl IntoIterator<Item = std::ffi::OsString>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Cli, clap::Error> {
        let matches = Cli::command().try_get_matches_from(arguments)?;
        let mut cli = Cli::from_arg_matches(&matches)?;
        cli.settings.openai_api_key = variable("OPENAI_API_KEY");
        let names = key_variables(&cli.settings.model_fallback);
        cli.settings.key_variables = names
            .filter_map(|name| Some((name.to_owned(), variable(name)?)))
            .collect();
        for flag in FLAGS {
            let source = match matches.value_source(&flag.replace('-', "_")) {
                Some(ValueSource::CommandLine) => "flag",
                Some(ValueSource::EnvVariable) => "variable",
                Some(_) | None => continue,
            };
            cli.sources.0.push((flag, source));
        }
        Ok(cli)
    }
}

/// Every flag that is a setting, in the order of the help.
const FLAGS: [&str; 17] = [
    "listen",
    "data-dir",
    "model",
    "openai-base-url",
    "model-api",
    "model-fallback",
    "model-failures",
    "model-pause-seconds",
    "model-first-byte-seconds",
    "model-timeout-seconds",
    "log",
    "log-level",
    "max-body-bytes",
    "max-runs",
    "history-tokens",
    "drain-seconds",
    "validate-answers",
];
