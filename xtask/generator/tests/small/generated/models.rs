// Made from small.yaml by the test `snapshot`; do not edit.
//! The types of Small 1.0.0: one for each component schema, named as it is.
use super::support::{parsed, texts, wrapper};

/// `ApiError`
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct ApiError {
    pub request_id: String,
    pub message: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_code: Option<String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub violations: Vec<Violation>,
}

/// `IdempotencyKey`
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct IdempotencyKey(String);
impl std::str::FromStr for IdempotencyKey {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 100 {
            return Err("longer than 100 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// `NewNote`
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    pub title: Title,
    /// Open when left out.
    #[serde(default = "defaults::new_note_status")]
    pub status: NoteStatus,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tags: Option<Tags>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub due: Option<NullableDate>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub weight: Option<f64>,
}

/// A note.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Note {
    pub id: NoteId,
    pub title: Title,
    pub status: NoteStatus,
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub due: Option<Option<chrono::naive::NaiveDate>>,
    pub created_at: chrono::DateTime<chrono::offset::Utc>,
}

/// What happened.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(tag = "type")]
pub enum NoteEvent {
    /// created
    #[serde(rename = "created")]
    Created { note: Note },
    /// deleted
    #[serde(rename = "deleted")]
    Deleted { note_id: NoteId },
}

/// A small number.
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NoteId(pub i64);
impl std::fmt::Display for NoteId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for NoteId {
    type Err = <i64 as ::std::str::FromStr>::Err;
    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Ok(Self(value.parse()?))
    }
}

impl TryFrom<&str> for NoteId {
    type Error = <i64 as ::std::str::FromStr>::Err;
    fn try_from(value: &str) -> Result<Self, Self::Error> {
        value.parse()
    }
}

impl TryFrom<String> for NoteId {
    type Error = <i64 as ::std::str::FromStr>::Err;
    fn try_from(value: String) -> Result<Self, Self::Error> {
        value.parse()
    }
}

/// `NotePage`
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct NotePage {
    pub items: Vec<Note>,
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub next_page: Option<Option<String>>,
}

/// `NotePatch`
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, Default, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct NotePatch {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tags: Option<Tags>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: Option<Title>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "present")]
    pub due: Option<NullableDate>,
}

/// `NoteStatus`
#[derive(
    serde::Deserialize,
    serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum NoteStatus {
    #[serde(rename = "open")]
    Open,
    #[serde(rename = "done")]
    Done,
}

impl std::fmt::Display for NoteStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Open => f.write_str("open"),
            Self::Done => f.write_str("done"),
        }
    }
}

impl std::str::FromStr for NoteStatus {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        match value {
            "open" => Ok(Self::Open),
            "done" => Ok(Self::Done),
            _ => Err("invalid value".into()),
        }
    }
}

/// `NullableDate`
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NullableDate(pub Option<chrono::naive::NaiveDate>);

/// `Tags`
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct Tags(pub Vec<TagsItem>);

/// `TagsItem`
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct TagsItem(String);
impl std::str::FromStr for TagsItem {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// One line.
#[derive(serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct Title(String);
impl std::str::FromStr for Title {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 200 {
            return Err("longer than 200 characters".into());
        }
        if value.chars().count() < 1 {
            return Err("shorter than 1 characters".into());
        }
        static PATTERN: std::sync::LazyLock<regress::Regex> = std::sync::LazyLock::new(||
        { regress::Regex::new("\\S").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"\\S\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

/// `Violation`
#[derive(serde::Deserialize, serde::Serialize, Clone, Debug, PartialEq)]
pub struct Violation {
    pub location: String,
    pub rule: String,
    pub message: String,
}

/// Generation of default values for serde.
pub mod defaults {
    pub(super) fn new_note_status() -> super::NoteStatus {
        super::NoteStatus::Open
    }
}

/// Error types.
pub mod error {
    /// Error from a `TryFrom` or `FromStr` implementation.
    pub struct ConversionError(std::borrow::Cow<'static, str>);
    impl std::error::Error for ConversionError {}
    impl std::fmt::Display for ConversionError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
            std::fmt::Display::fmt(&self.0, f)
        }
    }

    impl std::fmt::Debug for ConversionError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
            std::fmt::Debug::fmt(&self.0, f)
        }
    }

    impl From<&'static str> for ConversionError {
        fn from(value: &'static str) -> Self {
            Self(value.into())
        }
    }

    impl From<String> for ConversionError {
        fn from(value: String) -> Self {
            Self(value.into())
        }
    }
}

/// Reads a member that is there, be it null: plain serde takes null for absence.
fn present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

impl super::support::EventUnion for NoteEvent {
    fn name(&self) -> &'static str {
        match self {
            Self::Created { .. } => "created",
            Self::Deleted { .. } => "deleted",
        }
    }
}

texts!(IdempotencyKey, TagsItem, Title);
parsed!(NoteStatus);
wrapper!(NoteId, i64);
wrapper!(NullableDate, Option<chrono::naive::NaiveDate>);
wrapper!(Tags, Vec<TagsItem>);
