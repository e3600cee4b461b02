// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! Conversions that types of one value share. What tells one from another, its rule, stands with the type as `FromStr`.

/// A text that obeys a rule: read and made by `FromStr`, otherwise text.
macro_rules! texts {
    ($($name:ident),+) => {
        $(impl std::ops::Deref for $name {
            type Target = String;

            fn deref(&self) -> &String {
                &self.0
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl TryFrom<&str> for $name {
            type Error = error::ConversionError;

            fn try_from(value: &str) -> Result<Self, error::ConversionError> {
                value.parse()
            }
        }

        impl TryFrom<String> for $name {
            type Error = error::ConversionError;

            fn try_from(value: String) -> Result<Self, error::ConversionError> {
                value.parse()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        })+
    };
}
pub(in super::super) use texts;

/// One of several texts.
macro_rules! parsed {
    ($($name:ident),+) => {
        $(impl TryFrom<&str> for $name {
            type Error = error::ConversionError;

            fn try_from(value: &str) -> Result<Self, error::ConversionError> {
                value.parse()
            }
        }

        impl TryFrom<String> for $name {
            type Error = error::ConversionError;

            fn try_from(value: String) -> Result<Self, error::ConversionError> {
                value.parse()
            }
        })+
    };
}
pub(in super::super) use parsed;

/// A name for another type.
macro_rules! wrapper {
    ($name:ident, $inner:ty) => {
        impl std::ops::Deref for $name {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl From<$name> for $inner {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl From<$inner> for $name {
            fn from(value: $inner) -> Self {
                Self(value)
            }
        }
    };
}
pub(in super::super) use wrapper;
