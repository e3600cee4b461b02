//! Users: the caller's own profile, and the one user of local mode.

use chrono::{NaiveTime, Weekday};
use chrono_tz::Tz;

use super::{AppError, Principal, Resources, views};
use crate::{
    generated::models,
    store::{
        StoreError,
        records::{NewUser, UserEdit, WorkingHours},
    },
};

/// The address of the local user: one that no mail reaches.
const LOCAL_USER: &str = "me@localhost";

impl Resources {
    /// The one user of local mode, made when the service first asks. The time zone is only for that moment: later it
    /// is the user's to change.
    ///
    /// # Errors
    ///
    /// Where the store doesn't answer.
    pub async fn local_user(&self, time_zone: Tz) -> Result<Principal, StoreError> {
        let user = NewUser {
            email: LOCAL_USER.to_owned(),
            name: "Me".to_owned(),
            time_zone: time_zone.name().to_owned(),
            working_hours: default_working_hours(),
        };
        let user = self.store.ensure_user(user, self.now()).await?;
        Ok(Principal {
            user_id: user.id,
            email: user.email.into(),
        })
    }

    /// Reads the caller's profile.
    ///
    /// # Errors
    ///
    /// [`AppError::Unavailable`].
    pub async fn get_me(&self, caller: &Principal) -> Result<models::Profile, AppError> {
        let record = self.store.user(caller).await.map_err(no_profile)?;
        views::profile(record)
    }

    /// Changes the caller's profile.
    ///
    /// # Errors
    ///
    /// [`AppError::Invalid`] where there is no such time zone or the working day ends before it begins; both are told
    /// at once.
    pub async fn update_me(
        &self,
        caller: &Principal,
        update: models::ProfileUpdate,
    ) -> Result<models::Profile, AppError> {
        let models::ProfileUpdate {
            name,
            time_zone,
            working_hours,
        } = update;
        let mut violations = Vec::new();
        let mut valid = |result: Result<_, AppError>| match result {
            Ok(()) => Ok(()),
            Err(AppError::Invalid(more)) => {
                violations.extend(more);
                Ok(())
            }
            Err(other) => Err(other),
        };
        let mut edit = UserEdit {
            name: name.map(Into::into),
            ..UserEdit::default()
        };
        if let Some(zone) = time_zone {
            valid(known_zone(&zone).map(|zone| edit.time_zone = Some(zone)))?;
        }
        if let Some(hours) = working_hours {
            valid(views::working_hours(hours).map(|hours| edit.working_hours = Some(hours)))?;
        }
        if !violations.is_empty() {
            return Err(AppError::Invalid(violations));
        }
        let record = self
            .store
            .update_user(caller, edit, self.now())
            .await
            .map_err(no_profile)?;
        views::profile(record)
    }
}

fn no_profile(error: StoreError) -> AppError {
    match error {
        // Whoever asks has been proven to be a user.
        StoreError::NotFound => AppError::Internal("the caller's user is gone".to_owned()),
        other => AppError::of(other, String::new),
    }
}

fn known_zone(zone: &models::TimeZone) -> Result<String, AppError> {
    zone.parse::<Tz>()
        .map(|zone| zone.name().to_owned())
        .map_err(|_| {
            AppError::rule(
                "/body/time_zone",
                "time_zone",
                "must be the name of a zone in the IANA database, as Europe/Berlin",
            )
        })
}

/// Monday to Friday, nine to five.
fn default_working_hours() -> WorkingHours {
    WorkingHours {
        start: NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock is a time"),
        end: NaiveTime::from_hms_opt(17, 0, 0).expect("five o'clock is a time"),
        days: vec![
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
        ],
    }
}
