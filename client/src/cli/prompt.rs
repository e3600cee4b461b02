//! Lines from a person: edited and remembered on a terminal, plain from a pipe.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};

use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{Config, Editor};

/// What came instead of, or as, a line.
#[derive(Debug, PartialEq)]
pub(crate) enum Line {
    Text(String),
    /// Ctrl-C.
    Interrupted,
    /// Ctrl-D, or the end of the pipe.
    End,
}

pub(crate) enum Prompt {
    Terminal {
        editor: Option<Box<Editor<(), FileHistory>>>,
        history: Option<PathBuf>,
    },
    Pipe,
}

/// Whether a person sits at both ends.
pub(crate) fn is_interactive() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

impl Prompt {
    pub(crate) fn new() -> io::Result<Self> {
        if !is_interactive() {
            return Ok(Self::Pipe);
        }
        let config = Config::builder().history_ignore_space(true).build();
        let mut editor = Editor::with_config(config).map_err(into_io)?;
        let history = history_file(|name| std::env::var_os(name));
        if let Some(file) = &history {
            // The first conversation has none yet; a damaged one is no reason not to talk.
            let _ = editor.load_history(file);
        }
        Ok(Self::Terminal {
            editor: Some(Box::new(editor)),
            history,
        })
    }

    /// Asks for a line. Only one line may be asked for at a time.
    pub(crate) async fn line(&mut self, text: &str) -> io::Result<Line> {
        match self {
            Self::Terminal { editor, .. } => {
                let mut taken = editor.take().ok_or(io::ErrorKind::ResourceBusy)?;
                let text = text.to_owned();
                let (back, line) = blocking(move || {
                    let line = taken.readline(&text);
                    (taken, line)
                })
                .await?;
                *editor = Some(back);
                match line {
                    Ok(line) => Ok(Line::Text(line)),
                    Err(ReadlineError::Interrupted) => Ok(Line::Interrupted),
                    Err(ReadlineError::Eof) => Ok(Line::End),
                    Err(error) => Err(into_io(error)),
                }
            }
            Self::Pipe => {
                let (read, line) = blocking(|| {
                    let mut line = String::new();
                    (io::stdin().lock().read_line(&mut line), line)
                })
                .await?;
                Ok(if read? == 0 {
                    Line::End
                } else {
                    Line::Text(line.trim_end_matches(['\n', '\r']).to_owned())
                })
            }
        }
    }

    /// Remembers a line for this conversation and those to come.
    pub(crate) fn remember(&mut self, line: &str) {
        let Self::Terminal {
            editor: Some(editor),
            history,
        } = self
        else {
            return;
        };
        if editor.add_history_entry(line).unwrap_or(false)
            && let Some(file) = history
        {
            // Going on matters more than remembering.
            let _ = keep(editor, file);
        }
    }
}

/// Only the user may read what they asked: rustyline makes the file so.
fn keep(editor: &mut Editor<(), FileHistory>, file: &Path) -> rustyline::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    editor.append_history(file)
}

/// `$XDG_STATE_HOME/taskmanager/tm_history`, else below the home folder; `TASKMANAGER_HISTORY` names another file, or
/// none when it is empty.
fn history_file(variable: impl Fn(&str) -> Option<std::ffi::OsString>) -> Option<PathBuf> {
    if let Some(file) = variable("TASKMANAGER_HISTORY") {
        return (!file.is_empty()).then(|| file.into());
    }
    let state = variable("XDG_STATE_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from);
    let home = || {
        variable("HOME")
            .or_else(|| variable("USERPROFILE"))
            .map(|home| Path::new(&home).join(".local/state"))
    };
    Some(state.or_else(home)?.join("taskmanager/tm_history"))
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(io::Error::other)
}

fn into_io(error: ReadlineError) -> io::Error {
    match error {
        ReadlineError::Io(error) => error,
        other => io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn history_goes_where_state_belongs() {
        let with = |set: &'static [(&str, &str)]| {
            let value = move |asked: &str| {
                set.iter()
                    .find(|(name, _)| *name == asked)
                    .map(|(_, value)| (*value).into())
            };
            history_file(value).map(|file| file.to_string_lossy().into_owned())
        };
        let file = |path: &str| Some(path.to_owned());
        assert_eq!(
            with(&[("HOME", "/home/ana")]),
            file("/home/ana/.local/state/taskmanager/tm_history")
        );
        assert_eq!(
            with(&[("HOME", "/h"), ("XDG_STATE_HOME", "/s")]),
            file("/s/taskmanager/tm_history")
        );
        assert_eq!(
            with(&[("HOME", "/h"), ("TASKMANAGER_HISTORY", "/f")]),
            file("/f")
        );
        assert_eq!(with(&[("HOME", "/h"), ("TASKMANAGER_HISTORY", "")]), None);
        assert_eq!(with(&[]), None);
    }
}
