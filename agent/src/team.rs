//! The TaskManager team: triage and three specialists, and what their tools need of the application.
