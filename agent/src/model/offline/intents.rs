//! What a clause asks for: rules over the set of its concepts, each with a score; the highest wins.
//!
//! A rule says which concepts must all be there and which must not. More specific rules score higher; 8 and more is
//! sure enough to split a sentence at an *and*.

use super::lexicon::{Concept as C, Concepts};

/// What a clause asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Intent {
    // Operations on tasks: triage does them.
    Create,
    List,
    Find,
    Describe,
    Complete,
    Start,
    Reopen,
    Rename,
    SetPriority,
    SetTags,
    RemoveTags,
    SetNote,
    ClearDeadline,
    Unassign,
    Delete,
    Next,
    // The scheduler's.
    Deadline,
    Reminder,
    TimeBlocks,
    // The collaboration agent's.
    Assign,
    Share,
    Meet,
    // The analysis agent's.
    Effort,
    Blockers,
    BreakDown,
    Analyse,
    // What no tool can do.
    Unsupported,
    // Talk.
    Hello,
    Thanks,
    Bye,
    Feeling,
    Capabilities,
    Identity,
    Yes,
    No,
}

/// A score from which a clause stands by itself.
pub(crate) const SURE: u32 = 80;

struct Rule {
    intent: Intent,
    score: u32,
    all: Concepts,
    none: Concepts,
}

const fn rule(intent: Intent, score: u32, all: &[C], none: &[C]) -> Rule {
    Rule {
        intent,
        score,
        all: Concepts::of(all),
        none: Concepts::of(none),
    }
}

use Intent as I;

const RULES: &[Rule] = &[
    // Heads that announce what follows.
    rule(I::Create, 120, &[C::CreateHead], &[]),
    // Deadlines.
    rule(
        I::Deadline,
        96,
        &[C::Deadline, C::Date],
        &[C::Question, C::Plural, C::Slot, C::HowLong],
    ),
    rule(
        I::Deadline,
        96,
        &[C::Deadline, C::Shift],
        &[C::Question, C::Plural, C::HowLong],
    ),
    rule(
        I::Deadline,
        90,
        &[C::Due, C::Date],
        &[C::Question, C::Plural],
    ),
    rule(
        I::Deadline,
        88,
        &[C::Postpone, C::Date],
        &[C::Meet, C::Remind, C::Question],
    ),
    rule(
        I::Deadline,
        88,
        &[C::Postpone, C::Shift],
        &[C::Meet, C::Remind, C::Question],
    ),
    rule(
        I::Deadline,
        84,
        &[C::Finish, C::By, C::Date],
        &[C::Question, C::Email],
    ),
    rule(
        I::Deadline,
        83,
        &[C::Finish, C::Should, C::Date],
        &[C::Question],
    ),
    rule(
        I::Deadline,
        82,
        &[C::Finish, C::Later],
        &[C::Question, C::Email],
    ),
    rule(
        I::Deadline,
        82,
        &[C::Handle, C::By, C::Date],
        &[C::Question, C::Email, C::Person],
    ),
    rule(
        I::Deadline,
        81,
        &[C::Should, C::By, C::Date, C::TaskRef],
        &[C::Question],
    ),
    rule(
        I::Deadline,
        81,
        &[C::Should, C::By, C::Date, C::InContext],
        &[C::Question],
    ),
    rule(
        I::Deadline,
        80,
        &[C::Schedule, C::Date],
        &[
            C::Clock,
            C::Slot,
            C::Length,
            C::Meet,
            C::Remind,
            C::Email,
            C::Person,
            C::Work,
            C::Question,
            C::Time,
        ],
    ),
    rule(
        I::Deadline,
        78,
        &[C::Work, C::By, C::Date],
        &[C::Question, C::Email],
    ),
    rule(
        I::Deadline,
        76,
        &[C::Change, C::Date, C::TaskRef],
        &[C::Question, C::Meet],
    ),
    rule(
        I::Deadline,
        76,
        &[C::Change, C::Date, C::InContext],
        &[C::Question, C::Meet],
    ),
    rule(
        I::Deadline,
        72,
        &[C::Put, C::Date, C::TaskRef],
        &[C::Question, C::Meet],
    ),
    rule(
        I::Deadline,
        70,
        &[C::Should, C::Date, C::TaskRef],
        &[C::Question],
    ),
    rule(
        I::Deadline,
        70,
        &[C::Should, C::Date, C::InContext],
        &[C::Question],
    ),
    rule(I::Deadline, 66, &[C::Deadline], &[C::Question]),
    rule(I::Deadline, 66, &[C::Add, C::Deadline], &[]),
    rule(I::Deadline, 64, &[C::Postpone], &[C::Question]),
    rule(
        I::Deadline,
        62,
        &[C::By, C::Date, C::InContext],
        &[C::Question],
    ),
    rule(
        I::Deadline,
        40,
        &[C::Date, C::InContext],
        &[C::Question, C::Clock],
    ),
    rule(
        I::Deadline,
        40,
        &[C::Date, C::TaskRef],
        &[C::Question, C::Clock],
    ),
    rule(I::Deadline, 38, &[C::Date, C::Scheduler], &[C::Clock]),
    rule(
        I::Deadline,
        94,
        &[C::What, C::Deadline, C::Should],
        &[C::When],
    ),
    rule(I::ClearDeadline, 100, &[C::Delete, C::Deadline], &[C::Date]),
    rule(
        I::ClearDeadline,
        100,
        &[C::Delete, C::Due],
        &[C::Date, C::Plural],
    ),
    rule(
        I::ClearDeadline,
        97,
        &[C::Not, C::Should, C::Deadline],
        &[C::Date, C::Question],
    ),
    // Reminders.
    rule(I::Reminder, 92, &[C::Remind], &[]),
    rule(I::Reminder, 99, &[C::Remind, C::Date], &[]),
    rule(I::Reminder, 99, &[C::Remind, C::Clock], &[]),
    rule(
        I::Reminder,
        60,
        &[C::Schedule, C::Date, C::Clock],
        &[C::Meet, C::Email, C::Person, C::Question],
    ),
    rule(
        I::Reminder,
        41,
        &[C::Clock, C::InContext],
        &[C::Question, C::Email, C::Person, C::Meet],
    ),
    rule(I::Reminder, 41, &[C::Clock, C::Scheduler], &[C::Question]),
    // Time to work.
    rule(
        I::TimeBlocks,
        94,
        &[C::Slot, C::Schedule],
        &[C::Email, C::Person],
    ),
    rule(I::TimeBlocks, 93, &[C::Slot, C::Block], &[]),
    rule(I::TimeBlocks, 93, &[C::Slot, C::Search], &[]),
    rule(I::TimeBlocks, 93, &[C::Slot, C::Free], &[]),
    rule(I::TimeBlocks, 93, &[C::Slot, C::Work], &[C::Email]),
    rule(I::TimeBlocks, 93, &[C::Slot, C::When], &[]),
    rule(I::TimeBlocks, 91, &[C::Slot, C::What], &[C::Blocked]),
    rule(I::TimeBlocks, 91, &[C::Slot, C::Show], &[]),
    rule(I::TimeBlocks, 91, &[C::Slot, C::Add], &[C::Email]),
    rule(I::TimeBlocks, 70, &[C::Slot], &[]),
    rule(I::TimeBlocks, 92, &[C::Block, C::Length], &[C::Email]),
    rule(I::TimeBlocks, 92, &[C::Block, C::Time], &[C::Email]),
    rule(I::TimeBlocks, 90, &[C::Block, C::Date], &[C::Email]),
    rule(
        I::TimeBlocks,
        90,
        &[C::Free, C::Work],
        &[C::Meet, C::Email, C::Person],
    ),
    rule(
        I::TimeBlocks,
        90,
        &[C::Free, C::Handle],
        &[C::Meet, C::Email, C::Person],
    ),
    rule(
        I::TimeBlocks,
        90,
        &[C::Free, C::Finish],
        &[C::Meet, C::Email, C::Person],
    ),
    rule(I::TimeBlocks, 88, &[C::Free, C::Time], &[C::Meet, C::Email]),
    rule(
        I::TimeBlocks,
        88,
        &[C::Free, C::Length],
        &[C::Meet, C::Email],
    ),
    rule(
        I::TimeBlocks,
        88,
        &[C::Free, C::Schedule],
        &[C::Meet, C::Email, C::Person],
    ),
    rule(
        I::TimeBlocks,
        86,
        &[C::Free, C::Start],
        &[C::Meet, C::Email, C::Depend],
    ),
    rule(
        I::TimeBlocks,
        84,
        &[C::Free, C::TaskRef],
        &[C::Meet, C::Email, C::Due],
    ),
    rule(
        I::TimeBlocks,
        78,
        &[C::Free],
        &[C::Meet, C::Email, C::Person, C::Due, C::Deadline],
    ),
    rule(
        I::TimeBlocks,
        88,
        &[C::Schedule, C::Length],
        &[C::Meet, C::Email, C::Person],
    ),
    rule(
        I::TimeBlocks,
        88,
        &[C::Schedule, C::Time],
        &[C::Meet, C::Email, C::Person],
    ),
    rule(
        I::TimeBlocks,
        86,
        &[C::Schedule, C::Work],
        &[C::Meet, C::Email, C::Person],
    ),
    rule(
        I::TimeBlocks,
        84,
        &[C::When, C::Work, C::Should],
        &[C::Meet, C::Email],
    ),
    rule(
        I::TimeBlocks,
        84,
        &[C::When, C::Finish, C::Should],
        &[C::Meet, C::Email],
    ),
    rule(
        I::TimeBlocks,
        82,
        &[C::Length, C::Work],
        &[C::Email, C::Person, C::HowLong, C::Estimate, C::Meet],
    ),
    rule(
        I::TimeBlocks,
        70,
        &[C::Schedule],
        &[C::Meet, C::Email, C::Person, C::Plural, C::Date],
    ),
    rule(
        I::TimeBlocks,
        69,
        &[C::Add, C::Length],
        &[C::Meet, C::Email, C::Person],
    ),
    rule(I::TimeBlocks, 39, &[C::Question, C::Scheduler], &[]),
    rule(I::TimeBlocks, 38, &[C::Length, C::Scheduler], &[]),
    // People.
    rule(I::Unassign, 105, &[C::Unassign], &[]),
    rule(I::Unassign, 100, &[C::Delete, C::Assign], &[]),
    rule(I::Unassign, 100, &[C::Delete, C::Responsible], &[]),
    rule(I::Assign, 92, &[C::Assign], &[C::Question, C::Who]),
    rule(I::Assign, 95, &[C::Assign, C::Email], &[C::Question]),
    rule(I::Assign, 95, &[C::Assign, C::Person], &[C::Question]),
    rule(
        I::Assign,
        86,
        &[C::Give, C::Email],
        &[C::Share, C::Meet, C::Invite, C::Remind],
    ),
    rule(
        I::Assign,
        86,
        &[C::Give, C::Person],
        &[
            C::Share,
            C::Meet,
            C::Invite,
            C::Estimate,
            C::Rename,
            C::Remind,
            C::Title,
            C::Tag,
            C::Priority,
        ],
    ),
    rule(I::Assign, 87, &[C::Handle, C::Email], &[C::Meet]),
    rule(
        I::Assign,
        85,
        &[C::Handle, C::Person],
        &[C::Question, C::Meet, C::Remind],
    ),
    rule(I::Assign, 90, &[C::Responsible, C::Email], &[]),
    rule(I::Assign, 88, &[C::Responsible, C::Person], &[C::Question]),
    rule(I::Assign, 60, &[C::Responsible], &[C::Question, C::Who]),
    rule(I::Share, 93, &[C::Share], &[C::Question, C::Delete]),
    rule(
        I::Share,
        95,
        &[C::Share, C::Email],
        &[C::Delete, C::Question],
    ),
    rule(
        I::Share,
        91,
        &[C::Access, C::Email, C::Allow],
        &[C::Meet, C::Assign],
    ),
    rule(
        I::Share,
        90,
        &[C::Access, C::Person, C::Allow],
        &[
            C::Meet,
            C::Question,
            C::Estimate,
            C::Assign,
            C::Priority,
            C::Deadline,
        ],
    ),
    rule(I::Share, 88, &[C::Access, C::Email], &[C::Meet, C::Assign]),
    rule(
        I::Share,
        87,
        &[C::Show, C::Email],
        &[C::Meet, C::Assign, C::Plural],
    ),
    rule(
        I::Share,
        84,
        &[C::Show, C::Person],
        &[C::Meet, C::Assign, C::Plural, C::Question],
    ),
    rule(I::Meet, 97, &[C::Meet, C::Schedule], &[C::Delete]),
    rule(I::Meet, 97, &[C::Meet, C::Add], &[C::Delete, C::Question]),
    rule(I::Meet, 97, &[C::Meet, C::Email], &[C::Delete]),
    rule(I::Meet, 95, &[C::Meet, C::Person], &[C::Delete]),
    rule(I::Meet, 94, &[C::Meet, C::Invite], &[C::Delete]),
    rule(I::Meet, 94, &[C::Meet, C::Search], &[C::Delete]),
    rule(I::Meet, 92, &[C::Meet, C::Date], &[C::Delete, C::Finish]),
    rule(I::Meet, 92, &[C::Meet, C::Clock], &[C::Delete, C::Finish]),
    rule(I::Meet, 58, &[C::Meet], &[C::Question, C::Delete]),
    rule(I::Meet, 91, &[C::Talk, C::Email], &[]),
    rule(I::Meet, 89, &[C::Talk, C::Person], &[]),
    rule(I::Meet, 89, &[C::Schedule, C::Email], &[C::Deadline]),
    rule(
        I::Meet,
        87,
        &[C::Schedule, C::Person],
        &[C::Question, C::Deadline],
    ),
    rule(I::Meet, 88, &[C::Block, C::Email], &[]),
    rule(I::Meet, 87, &[C::Free, C::Email], &[]),
    rule(
        I::Meet,
        86,
        &[C::Invite, C::Email],
        &[C::Share, C::Access, C::Assign],
    ),
    rule(I::Meet, 88, &[C::Email, C::Length], &[C::Share, C::Assign]),
    // Analysis.
    rule(I::Effort, 95, &[C::HowLong], &[C::Left, C::Due]),
    rule(I::Effort, 92, &[C::Estimate], &[C::Remind]),
    rule(
        I::Effort,
        86,
        &[C::Size, C::Question],
        &[C::Deadline, C::Due],
    ),
    rule(
        I::Effort,
        82,
        &[C::Size, C::Time],
        &[C::Postpone, C::Plural],
    ),
    rule(I::Effort, 98, &[C::Realistic, C::Question], &[]),
    rule(I::Effort, 98, &[C::Realistic, C::Modal], &[]),
    rule(
        I::Effort,
        97,
        &[C::Modal, C::Mine, C::Finish, C::Date],
        &[C::Email],
    ),
    rule(
        I::Effort,
        97,
        &[C::Question, C::Mine, C::Finish, C::Date],
        &[C::Email, C::Due, C::When, C::What],
    ),
    rule(I::Effort, 75, &[C::Realistic], &[]),
    rule(
        I::Effort,
        72,
        &[C::Time, C::Question, C::Should],
        &[C::Slot, C::When, C::Free],
    ),
    rule(I::Blockers, 97, &[C::Blocked], &[C::Length, C::Slot]),
    rule(I::Blockers, 90, &[C::Depend], &[C::Schedule]),
    rule(I::Blockers, 88, &[C::Why, C::Finish], &[]),
    rule(I::Blockers, 88, &[C::Why, C::Reopen], &[]),
    rule(I::Blockers, 88, &[C::Why, C::Overdue], &[]),
    rule(
        I::Blockers,
        86,
        &[C::Modal, C::Mine, C::Start],
        &[C::When, C::Free],
    ),
    rule(
        I::Blockers,
        83,
        &[C::Subtask, C::Question],
        &[C::Split, C::Add],
    ),
    rule(I::Blockers, 98, &[C::Subtask, C::Left], &[]),
    rule(I::BreakDown, 96, &[C::Split], &[C::Deadline]),
    rule(I::BreakDown, 100, &[C::Split, C::Step], &[]),
    rule(I::BreakDown, 100, &[C::Split, C::Subtask], &[]),
    rule(I::BreakDown, 95, &[C::Subtask], &[C::Question]),
    rule(I::BreakDown, 95, &[C::Subtask, C::Add], &[]),
    rule(I::BreakDown, 93, &[C::Step, C::Add], &[C::CreateHead]),
    rule(
        I::BreakDown,
        91,
        &[C::Step, C::What],
        &[C::Blocked, C::First],
    ),
    rule(I::BreakDown, 91, &[C::Step, C::Show], &[C::Blocked]),
    rule(I::BreakDown, 89, &[C::Step, C::Schedule], &[]),
    rule(I::BreakDown, 74, &[C::Step], &[C::Blocked]),
    rule(
        I::Analyse,
        85,
        &[C::Analyse],
        &[C::Estimate, C::HowLong, C::Blocked, C::Depend],
    ),
    rule(
        I::Analyse,
        89,
        &[C::Analyse, C::TaskRef],
        &[
            C::Estimate,
            C::HowLong,
            C::Blocked,
            C::Depend,
            C::Size,
            C::Realistic,
        ],
    ),
    rule(I::Analyse, 38, &[C::Analysis, C::Describe], &[]),
    // Reading.
    rule(I::List, 96, &[C::Overdue, C::Plural], &[]),
    rule(I::List, 93, &[C::Overdue, C::What], &[C::TaskRef]),
    rule(
        I::List,
        91,
        &[C::Overdue, C::Question],
        &[C::TaskRef, C::InContext],
    ),
    rule(I::List, 91, &[C::Overdue, C::Show], &[C::TaskRef]),
    rule(I::List, 98, &[C::What, C::Due], &[C::TaskRef, C::When]),
    rule(I::List, 95, &[C::Due, C::Date, C::Question], &[C::TaskRef]),
    rule(I::List, 95, &[C::Due, C::Date, C::Search], &[C::TaskRef]),
    rule(I::List, 95, &[C::Plural, C::Show], &[C::CreateHead]),
    rule(I::List, 95, &[C::Plural, C::What], &[C::First]),
    rule(I::List, 95, &[C::Plural, C::Search], &[C::About]),
    rule(I::List, 95, &[C::Plural, C::Question], &[C::First]),
    rule(I::List, 95, &[C::Plural, C::HowMany], &[]),
    rule(I::List, 94, &[C::Plural, C::Due], &[]),
    rule(
        I::List,
        94,
        &[C::HowMany, C::Mine],
        &[C::HowLong, C::Subtask],
    ),
    rule(
        I::List,
        82,
        &[C::What, C::Mine, C::Should, C::Date],
        &[C::TaskRef, C::Meet],
    ),
    rule(
        I::List,
        79,
        &[C::What, C::Mine, C::Date],
        &[C::TaskRef, C::Meet, C::Email],
    ),
    rule(
        I::List,
        78,
        &[C::What, C::Mine, C::Should],
        &[C::TaskRef, C::InContext, C::First],
    ),
    rule(
        I::List,
        71,
        &[C::Plural, C::Mine],
        &[C::Add, C::Change, C::Delete, C::Finish],
    ),
    rule(
        I::List,
        55,
        &[C::Plural],
        &[C::Add, C::Change, C::Delete, C::Finish],
    ),
    rule(I::Find, 85, &[C::Search, C::About], &[C::Meet, C::Remind]),
    rule(I::Find, 96, &[C::Search, C::About, C::Plural], &[C::Meet]),
    rule(
        I::Find,
        96,
        &[C::Show, C::About, C::Plural],
        &[C::Meet, C::Due],
    ),
    rule(I::Find, 81, &[C::Search, C::Task], &[C::Meet, C::TaskRef]),
    rule(I::Find, 50, &[C::Search], &[C::TaskRef, C::InContext]),
    rule(
        I::Describe,
        93,
        &[C::What, C::About],
        &[C::Plural, C::Search, C::Meet],
    ),
    rule(
        I::Describe,
        86,
        &[C::Describe],
        &[
            C::Plural,
            C::Priority,
            C::Add,
            C::Change,
            C::Email,
            C::Remind,
        ],
    ),
    rule(
        I::Describe,
        89,
        &[C::Describe, C::TaskRef],
        &[C::Plural, C::Email],
    ),
    rule(
        I::Describe,
        87,
        &[C::Describe, C::What],
        &[C::Plural, C::Email, C::Priority],
    ),
    rule(
        I::Describe,
        87,
        &[C::Describe, C::Question],
        &[C::Plural, C::Email, C::Priority],
    ),
    rule(
        I::Describe,
        87,
        &[C::Describe, C::Show],
        &[C::Plural, C::Email],
    ),
    rule(I::Describe, 98, &[C::When, C::Due], &[C::Plural, C::Slot]),
    rule(
        I::Describe,
        95,
        &[C::When, C::Deadline],
        &[C::Plural, C::Should],
    ),
    rule(
        I::Describe,
        90,
        &[C::Deadline, C::Question],
        &[C::Plural, C::Add, C::Should, C::Realistic],
    ),
    rule(
        I::Describe,
        90,
        &[C::Deadline, C::Show],
        &[C::Plural, C::Add],
    ),
    rule(I::Describe, 96, &[C::Deadline, C::Left], &[C::Plural]),
    rule(I::Describe, 96, &[C::HowLong, C::Left], &[C::Plural]),
    rule(I::Describe, 96, &[C::HowLong, C::Due], &[C::Plural]),
    rule(
        I::Describe,
        90,
        &[C::HowMany, C::Left],
        &[C::Plural, C::Subtask],
    ),
    rule(
        I::Describe,
        88,
        &[C::Due, C::Question, C::TaskRef],
        &[C::Plural],
    ),
    rule(I::Describe, 87, &[C::Due, C::Question], &[C::Plural]),
    rule(
        I::Describe,
        92,
        &[C::Overdue, C::TaskRef, C::Question],
        &[C::Why, C::Plural],
    ),
    rule(
        I::Describe,
        90,
        &[C::Overdue, C::InContext, C::Question],
        &[C::Why, C::Plural],
    ),
    rule(
        I::Describe,
        96,
        &[C::Who, C::Responsible],
        &[C::Email, C::Plural],
    ),
    rule(
        I::Describe,
        96,
        &[C::Who, C::Assign],
        &[C::Email, C::Plural],
    ),
    rule(
        I::Describe,
        94,
        &[C::Question, C::Assign],
        &[C::Email, C::Person, C::Plural, C::Delete],
    ),
    rule(
        I::Describe,
        90,
        &[C::Who, C::Handle],
        &[C::Email, C::Plural],
    ),
    rule(
        I::Describe,
        89,
        &[C::Who, C::Created],
        &[C::Email, C::Plural],
    ),
    rule(I::Describe, 88, &[C::Status, C::Question], &[C::Plural]),
    rule(
        I::Describe,
        83,
        &[C::Status],
        &[C::Plural, C::Change, C::Start],
    ),
    rule(
        I::Describe,
        84,
        &[C::Finish, C::Question],
        &[C::Plural, C::When, C::Date, C::Should],
    ),
    rule(
        I::Describe,
        84,
        &[C::Start, C::Question],
        &[C::Plural, C::When, C::First, C::Free, C::Modal],
    ),
    rule(
        I::Describe,
        88,
        &[C::Priority, C::Question],
        &[C::Plural, C::First, C::Modal],
    ),
    rule(I::Describe, 88, &[C::Tag, C::Question], &[C::Plural]),
    rule(I::Describe, 88, &[C::Note, C::Question], &[C::Plural]),
    rule(I::Describe, 88, &[C::Title, C::Question], &[C::Plural]),
    rule(
        I::Describe,
        88,
        &[C::Note, C::Show],
        &[C::Plural, C::Add, C::Change],
    ),
    rule(I::Describe, 92, &[C::When, C::Created], &[C::Plural]),
    rule(
        I::Describe,
        80,
        &[C::What, C::TaskRef],
        &[C::Plural, C::First, C::Subtask, C::Deadline],
    ),
    rule(
        I::Describe,
        80,
        &[C::Show, C::TaskRef],
        &[C::Plural, C::Email, C::Person, C::Free, C::Slot],
    ),
    rule(
        I::Describe,
        79,
        &[C::Task, C::Question, C::What],
        &[C::Plural, C::First],
    ),
    rule(
        I::Describe,
        60,
        &[C::What, C::InContext],
        &[C::Plural, C::First],
    ),
    rule(I::Describe, 60, &[C::Describe], &[C::Plural]),
    rule(I::Next, 95, &[C::First, C::What], &[C::InContext]),
    rule(I::Next, 95, &[C::First, C::What, C::Mine], &[C::Subtask]),
    rule(
        I::Next,
        93,
        &[C::First, C::Should],
        &[C::InContext, C::Date],
    ),
    rule(I::Next, 94, &[C::First, C::Plural], &[]),
    rule(I::Next, 90, &[C::First, C::Question], &[C::InContext]),
    rule(I::Next, 86, &[C::Priority, C::Plural], &[C::Level]),
    rule(I::Next, 70, &[C::First, C::Mine], &[C::InContext]),
    // Changing.
    rule(I::Rename, 98, &[C::Rename], &[C::Question]),
    rule(I::Rename, 97, &[C::Change, C::Title], &[C::Question]),
    rule(I::Rename, 85, &[C::Title, C::Should], &[]),
    rule(
        I::SetPriority,
        98,
        &[C::Level, C::Priority],
        &[C::Question, C::Plural, C::CreateHead],
    ),
    rule(
        I::SetPriority,
        96,
        &[C::Change, C::Priority],
        &[C::Question, C::Plural],
    ),
    rule(
        I::SetPriority,
        92,
        &[C::Change, C::Level],
        &[C::Question, C::Plural, C::Deadline, C::Due],
    ),
    rule(
        I::SetPriority,
        88,
        &[C::Priority, C::Delete],
        &[C::Question, C::Plural],
    ),
    rule(
        I::SetPriority,
        76,
        &[C::Level],
        &[C::Question, C::Plural, C::Modal],
    ),
    rule(
        I::SetPriority,
        74,
        &[C::Priority],
        &[C::Question, C::Plural],
    ),
    rule(I::RemoveTags, 102, &[C::Delete, C::Tag], &[]),
    rule(
        I::SetTags,
        97,
        &[C::Tag],
        &[C::Question, C::Plural, C::CreateHead, C::Show],
    ),
    rule(I::SetNote, 97, &[C::Change, C::Note], &[C::Question]),
    rule(
        I::SetNote,
        97,
        &[C::Add, C::Note],
        &[C::Question, C::Email, C::Remind],
    ),
    rule(I::SetNote, 97, &[C::Put, C::Note], &[C::Question, C::Email]),
    rule(
        I::Complete,
        85,
        &[C::Finish],
        &[
            C::Question,
            C::Later,
            C::Why,
            C::Should,
            C::Modal,
            C::When,
            C::Not,
        ],
    ),
    rule(
        I::Complete,
        94,
        &[C::Change, C::Finish],
        &[C::Question, C::Later, C::By],
    ),
    rule(
        I::Start,
        84,
        &[C::Start],
        &[C::Question, C::Depend, C::Modal, C::Free, C::Slot],
    ),
    rule(I::Start, 95, &[C::Change, C::Start], &[C::Question]),
    rule(
        I::Reopen,
        89,
        &[C::Reopen],
        &[C::Question, C::Why, C::Plural],
    ),
    rule(I::Delete, 90, &[C::Delete], &[C::Question]),
    rule(I::Unsupported, 101, &[C::Delete, C::Remind], &[]),
    rule(I::Unsupported, 101, &[C::Delete, C::Meet, C::Mine], &[]),
    rule(I::Unsupported, 91, &[C::Delete, C::Meet], &[C::Task]),
    rule(I::Unsupported, 99, &[C::Delete, C::Share], &[]),
    rule(I::Unsupported, 90, &[C::Postpone, C::Meet], &[]),
    rule(I::Unsupported, 90, &[C::Postpone, C::Remind], &[]),
    rule(
        I::Create,
        65,
        &[C::Add, C::Task],
        &[C::Question, C::TaskRef],
    ),
    rule(I::Create, 90, &[C::Put, C::MyList], &[C::Question]),
    rule(I::Create, 90, &[C::Add, C::MyList], &[C::Question]),
    // Talk, when nothing else was said.
    rule(I::Capabilities, 50, &[C::Capabilities], &[]),
    rule(I::Identity, 99, &[C::Identity], &[C::TaskRef, C::InContext]),
    rule(I::Identity, 70, &[C::Identity], &[]),
    rule(I::Feeling, 60, &[C::Feeling], &[]),
    rule(I::Hello, 30, &[C::Hello], &[]),
    rule(I::Thanks, 31, &[C::Thanks], &[]),
    rule(I::Bye, 32, &[C::Bye], &[]),
    rule(I::Yes, 29, &[C::Yes], &[]),
    rule(I::No, 29, &[C::No], &[]),
];

/// Whose business an intent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Whoever has the conversation.
    Anyone,
    Triage,
    Scheduler,
    Collaboration,
    Analysis,
}

impl Intent {
    /// Whose business it is.
    pub(crate) fn owner(self) -> Owner {
        match self {
            I::Deadline | I::Reminder | I::TimeBlocks => Owner::Scheduler,
            I::Assign | I::Share | I::Meet => Owner::Collaboration,
            I::Effort | I::Blockers | I::BreakDown | I::Analyse => Owner::Analysis,
            I::Create
            | I::Complete
            | I::Start
            | I::Reopen
            | I::Rename
            | I::SetPriority
            | I::SetTags
            | I::RemoveTags
            | I::SetNote
            | I::ClearDeadline
            | I::Unassign
            | I::Delete => Owner::Triage,
            I::List
            | I::Find
            | I::Describe
            | I::Next
            | I::Unsupported
            | I::Hello
            | I::Thanks
            | I::Bye
            | I::Feeling
            | I::Capabilities
            | I::Identity
            | I::Yes
            | I::No => Owner::Anyone,
        }
    }

    /// Whether it is talk, which is dropped beside a request.
    pub(crate) fn is_talk(self) -> bool {
        matches!(
            self,
            I::Hello
                | I::Thanks
                | I::Bye
                | I::Feeling
                | I::Capabilities
                | I::Identity
                | I::Yes
                | I::No
        )
    }
}

/// The best rule for a set of concepts: its intent and score. Of equal scores the first rule wins.
pub(crate) fn judge(concepts: Concepts) -> Option<(Intent, u32)> {
    let prior = |intent: Intent| match intent.owner() {
        Owner::Scheduler => concepts.has(C::Scheduler),
        Owner::Collaboration => concepts.has(C::Collaboration),
        Owner::Analysis => concepts.has(C::Analysis),
        Owner::Triage | Owner::Anyone => false,
    };
    let mut best: Option<(Intent, u32)> = None;
    for rule in RULES {
        if concepts.has_all(rule.all) && !concepts.has_any(rule.none) {
            // An agent reads what is doubtful as its own business.
            let score = rule.score + if prior(rule.intent) { 6 } else { 0 };
            if best.is_none_or(|(_, highest)| score > highest) {
                best = Some((rule.intent, score));
            }
        }
    }
    best
}
