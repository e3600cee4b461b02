// Made from small.yaml by the test `snapshot`; do not edit.
//! The types of Small 1.0.0: one for each component schema, named as it is.

/// `ApiError`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ApiError {
    pub request_id: String,
    pub message: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_code: Option<String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub violations: Vec<Violation>,
}

/// `IdempotencyKey`
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct IdempotencyKey(String);
impl std::ops::Deref for IdempotencyKey {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<IdempotencyKey> for String {
    fn from(value: IdempotencyKey) -> Self {
        value.0
    }
}

impl std::str::FromStr for IdempotencyKey {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 100usize {
            return Err("longer than 100 characters".into());
        }
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for IdempotencyKey {
    type Error = error::ConversionError;
    fn try_from(value: &str) -> Result<Self, error::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for IdempotencyKey {
    type Error = error::ConversionError;
    fn try_from(value: String) -> Result<Self, error::ConversionError> {
        value.parse()
    }
}

impl<'de> serde::Deserialize<'de> for IdempotencyKey {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|e: error::ConversionError| {
                <D::Error as ::serde::de::Error>::custom(e.to_string())
            })
    }
}

/// `NewNote`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
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
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Note {
    pub id: NoteId,
    pub title: Title,
    pub status: NoteStatus,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub due: Option<chrono::naive::NaiveDate>,
    pub created_at: chrono::DateTime<chrono::offset::Utc>,
}

/// What happened.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
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
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NoteId(pub i64);
impl std::ops::Deref for NoteId {
    type Target = i64;
    fn deref(&self) -> &i64 {
        &self.0
    }
}

impl From<NoteId> for i64 {
    fn from(value: NoteId) -> Self {
        value.0
    }
}

impl From<i64> for NoteId {
    fn from(value: i64) -> Self {
        Self(value)
    }
}

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
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct NotePage {
    pub items: Vec<Note>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub next_page: Option<String>,
}

/// `NotePatch`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
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
    ::serde::Deserialize,
    ::serde::Serialize,
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

impl TryFrom<&str> for NoteStatus {
    type Error = error::ConversionError;
    fn try_from(value: &str) -> Result<Self, error::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for NoteStatus {
    type Error = error::ConversionError;
    fn try_from(value: String) -> Result<Self, error::ConversionError> {
        value.parse()
    }
}

/// `NullableDate`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct NullableDate(pub Option<chrono::naive::NaiveDate>);
impl std::ops::Deref for NullableDate {
    type Target = Option<chrono::naive::NaiveDate>;
    fn deref(&self) -> &Option<chrono::naive::NaiveDate> {
        &self.0
    }
}

impl From<NullableDate> for Option<chrono::naive::NaiveDate> {
    fn from(value: NullableDate) -> Self {
        value.0
    }
}

impl From<Option<chrono::naive::NaiveDate>> for NullableDate {
    fn from(value: Option<chrono::naive::NaiveDate>) -> Self {
        Self(value)
    }
}

/// `Tags`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct Tags(pub Vec<TagsItem>);
impl std::ops::Deref for Tags {
    type Target = Vec<TagsItem>;
    fn deref(&self) -> &Vec<TagsItem> {
        &self.0
    }
}

impl From<Tags> for Vec<TagsItem> {
    fn from(value: Tags) -> Self {
        value.0
    }
}

impl From<Vec<TagsItem>> for Tags {
    fn from(value: Vec<TagsItem>) -> Self {
        Self(value)
    }
}

/// `TagsItem`
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct TagsItem(String);
impl std::ops::Deref for TagsItem {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<TagsItem> for String {
    fn from(value: TagsItem) -> Self {
        value.0
    }
}

impl std::str::FromStr for TagsItem {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for TagsItem {
    type Error = error::ConversionError;
    fn try_from(value: &str) -> Result<Self, error::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for TagsItem {
    type Error = error::ConversionError;
    fn try_from(value: String) -> Result<Self, error::ConversionError> {
        value.parse()
    }
}

impl<'de> serde::Deserialize<'de> for TagsItem {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|e: error::ConversionError| {
                <D::Error as ::serde::de::Error>::custom(e.to_string())
            })
    }
}

/// One line.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
pub struct Title(String);
impl std::ops::Deref for Title {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<Title> for String {
    fn from(value: Title) -> Self {
        value.0
    }
}

impl std::str::FromStr for Title {
    type Err = error::ConversionError;
    fn from_str(value: &str) -> Result<Self, error::ConversionError> {
        if value.chars().count() > 200usize {
            return Err("longer than 200 characters".into());
        }
        if value.chars().count() < 1usize {
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

impl TryFrom<&str> for Title {
    type Error = error::ConversionError;
    fn try_from(value: &str) -> Result<Self, error::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for Title {
    type Error = error::ConversionError;
    fn try_from(value: String) -> Result<Self, error::ConversionError> {
        value.parse()
    }
}

impl<'de> serde::Deserialize<'de> for Title {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|e: error::ConversionError| {
                <D::Error as ::serde::de::Error>::custom(e.to_string())
            })
    }
}

/// `Violation`
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
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
