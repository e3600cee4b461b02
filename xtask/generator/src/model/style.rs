//! How parameters are written as text.

/// A style of OpenAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}

impl Style {
    pub(crate) const ALL: [Self; 7] = [
        Self::Simple,
        Self::Label,
        Self::Matrix,
        Self::Form,
        Self::SpaceDelimited,
        Self::PipeDelimited,
        Self::DeepObject,
    ];

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.as_str() == text)
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Simple => "simple",
            Self::Label => "label",
            Self::Matrix => "matrix",
            Self::Form => "form",
            Self::SpaceDelimited => "spaceDelimited",
            Self::PipeDelimited => "pipeDelimited",
            Self::DeepObject => "deepObject",
        }
    }

    /// Whether parameters in this place may be written so.
    pub(crate) fn is_of(self, location: &str) -> bool {
        match self {
            Self::Simple => matches!(location, "path" | "header"),
            Self::Label | Self::Matrix => location == "path",
            Self::Form => matches!(location, "query" | "cookie"),
            Self::SpaceDelimited | Self::PipeDelimited | Self::DeepObject => location == "query",
        }
    }
}
