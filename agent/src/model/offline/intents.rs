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
    Depends,
    SetParent,
    Delete,
    Next,
    // What is explicitly left alone, and what was done last.
    Leave,
    Undo,
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
    OutOfScope,
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

/// A table of rules: `Intent score: concepts that must be there, not concepts that mustn't;`
macro_rules! rules {
    ($($intent:ident $score:literal: $($all:ident)+ $(, not $($none:ident)+)?;)+) => {
        &[$(Rule {
            intent: Intent::$intent,
            score: $score,
            all: Concepts::of(&[$(C::$all),+]),
            none: Concepts::of(&[$($(C::$none),+)?]),
        }),+]
    };
}

use Intent as I;

const RULES: &[Rule] = rules! {
    Create 120: CreateHead;

    SetParent 103: ParentOf Pair, not Question;
    Depends 99: Depend Pair, not Question;
    Depends 99: Blocked By Pair, not Question;
    Depends 99: Depend Not, not Question Why InContext;
    Depends 99: Depend Not TaskRef, not Question Why;
    Depends 99: Delete Depend, not Question;

    OutOfScope 91: OutOfScope, not Should Task TaskRef Email Remind Deadline Due Plural InContext CreateHead Mine Add;
    OutOfScope 91: OutOfScope Schedule, not Should Task TaskRef Email Remind Deadline Due Plural InContext CreateHead;
    OutOfScope 91: OutOfScope Delete, not Task TaskRef Email Remind Deadline Due Plural InContext CreateHead;

    Unassign 99: Delete Email, not Share Access Meet Remind Question CreateHead Deadline;
    Create 90: Put MyList, not Question;
    Create 90: Add MyList, not Question;
    Create 65: Add Task, not Question TaskRef;

    Deadline 99: When Due Date, not Question Plural;
    Deadline 91: Schedule Finish Later, not Slot Free Time Length Question Meet;
    Deadline 84: Give Shift, not Email Question;
    Deadline 96: Deadline Date, not Question Plural Slot HowLong;
    Deadline 96: Deadline Shift, not Question Plural HowLong;
    Deadline 94: What Deadline Should, not When;
    Deadline 90: Due Date, not Question Plural;
    Deadline 99: Realistic Due Date, not Plural Should Modal What When Finish HowLong Left Remind;
    Deadline 98: Should Depend Date, not Question Pair Blocked Email;
    Deadline 88: Postpone Date, not Meet Remind Question;
    Deadline 88: Postpone Shift, not Meet Remind Question;
    Deadline 84: Finish By Date, not Question Email;
    Deadline 83: Finish Should Date, not Question;
    Deadline 82: Finish Later, not Question Email;
    Deadline 82: Handle By Date, not Question Email Person;
    Deadline 82: Give By Date, not Email Person Question;
    Deadline 81: Should By Date TaskRef, not Question;
    Deadline 81: Should By Date InContext, not Question;
    Deadline 81: Should By Date Subject, not Question Email;
    Deadline 79: Should Date Subject, not Question Email Clock Meet Remind;
    Deadline 80: Schedule Date, not Clock Slot Length Meet Remind Email Person Work Question Time;
    Deadline 78: Work By Date, not Question Email;
    Deadline 76: Change Date TaskRef, not Question Meet;
    Deadline 76: Change Date InContext, not Question Meet;
    Deadline 72: Put Date TaskRef, not Question Meet;
    Deadline 70: Should Date TaskRef, not Question;
    Deadline 70: Should Date InContext, not Question;
    Deadline 66: Deadline, not Question;
    Deadline 84: Should Finish Shift, not Question Email;
    Deadline 82: Should Shift InContext, not Question HowLong Meet Slot Email Finish;
    Deadline 82: Should Shift TaskRef, not Question HowLong Meet Slot Email Finish;
    Deadline 72: Handle Date InContext, not Question Email Person Clock Meet Free Modal;
    Deadline 60: Shift InContext, not Question Meet Slot Work Estimate Email HowLong Left When;
    Deadline 66: Add Deadline, not Question;
    Deadline 64: Postpone, not Question;
    Deadline 62: By Date InContext, not Question;
    Deadline 58: By Date, not Question Email Person Meet Remind Slot Schedule CreateHead;
    Deadline 40: Date InContext, not Question Clock;
    Deadline 40: Date TaskRef, not Question Clock;
    Deadline 38: Date Scheduler, not Clock;

    ClearDeadline 100: Delete Deadline, not Date;
    ClearDeadline 100: Delete Due, not Date Plural;
    ClearDeadline 97: Not Should Deadline, not Date Question;

    Reminder 99: Remind Date;
    Reminder 92: Describe Date Clock, not Question Email;
    Reminder 99: Remind Clock;
    Reminder 93: Show Date Clock, not Question Email Meet Free Slot Plural;
    Reminder 92: Remind;
    Reminder 60: Schedule Date Clock, not Meet Email Person Question;
    Reminder 41: Clock InContext, not Question Email Person Meet;
    Reminder 41: Clock Scheduler, not Question;

    TimeBlocks 98: When Realistic, not Email;
    TimeBlocks 91: Modal Mine Work Date, not Finish Email By Meet Remind;
    TimeBlocks 94: Slot Schedule, not Email Person;
    TimeBlocks 93: Slot Block;
    TimeBlocks 93: Slot Search;
    TimeBlocks 93: Slot Free;
    TimeBlocks 93: Slot Work, not Email;
    TimeBlocks 93: Slot When;
    TimeBlocks 93: Search Length, not Meet Email;
    TimeBlocks 92: Block Length, not Email;
    TimeBlocks 92: Block Time, not Email;
    TimeBlocks 91: Slot What, not Blocked;
    TimeBlocks 91: Slot Show;
    TimeBlocks 91: Slot Add, not Email;
    TimeBlocks 90: Block Date, not Email;
    TimeBlocks 90: Free Work, not Meet Email Person;
    TimeBlocks 90: Free Handle, not Meet Email Person;
    TimeBlocks 90: Free Finish, not Meet Email Person;
    TimeBlocks 88: Free Time, not Meet Email;
    TimeBlocks 88: Free Length, not Meet Email;
    TimeBlocks 88: Free Schedule, not Meet Email Person;
    TimeBlocks 88: Schedule Length, not Meet Email Person;
    TimeBlocks 88: Schedule Time, not Meet Email Person;
    TimeBlocks 86: Free Start, not Meet Email Depend;
    TimeBlocks 86: Schedule Work, not Meet Email Person;
    TimeBlocks 84: Free TaskRef, not Meet Email Due;
    TimeBlocks 84: When Work Should Mine, not Meet Email;
    TimeBlocks 84: When Finish Should Mine, not Meet Email;
    TimeBlocks 82: Length Work, not Email Person HowLong Estimate Meet;
    TimeBlocks 81: Length TaskRef, not HowLong Estimate Email Person Meet Remind Question Deadline Due Postpone Share;
    TimeBlocks 68: Length InContext, not HowLong Estimate Email Person Meet Remind Question Deadline Due Postpone Share;
    TimeBlocks 78: Free, not Meet Email Person Due Deadline;
    TimeBlocks 70: Slot;
    TimeBlocks 70: Schedule, not Meet Email Person Plural Date;
    TimeBlocks 69: Add Length, not Meet Email Person;
    TimeBlocks 39: Question Scheduler;
    TimeBlocks 38: Length Scheduler;

    Unassign 105: Unassign;
    Unassign 100: Delete Assign;
    Unassign 93: Not Assign, not Question Plural Email Person Deadline;
    Unassign 100: Delete Responsible;

    Assign 98: Assign Email, not Schedule Question Delete;
    Assign 95: Assign Email, not Question;
    Assign 95: Assign Person, not Question;
    Assign 92: Assign, not Question Who;
    Assign 99: HowLong Email, not Question Estimate When;
    Assign 98: Responsible Email Change, not Question;
    Assign 99: Title Email Put, not Rename Question Meet Share;
    Assign 99: Blocked Email, not Question Why;
    Assign 97: Assign Who Give, not Question Email Plural Not;
    Assign 97: Assign Who TaskRef, not Question Email What Plural Not;
    Assign 86: By Email Should, not Question Share Meet;
    Assign 46: Email TaskRef, not Question Meet Share Access Delete Schedule Talk Clock Invite Remind Show Search Allow Due Deadline;
    Assign 90: Responsible Email;
    Assign 88: Responsible Person, not Question;
    Assign 87: Handle Email, not Meet;
    Assign 86: Give Email, not Share Meet Invite Remind;
    Assign 86: Give Person, not Share Meet Invite Estimate Rename Remind Title Tag Priority;
    Assign 85: Handle Person, not Question Meet Remind;
    Assign 60: Responsible, not Question Who;

    Share 95: Share Email, not Delete Question;
    Share 93: Share, not Question Delete;
    Share 91: Access Email Allow, not Meet Assign;
    Share 90: Access Person Allow, not Meet Question Estimate Assign Priority Deadline;
    Share 88: Access Email, not Meet Assign;
    Share 87: Show Email, not Meet Assign Plural;
    Share 84: Show Person, not Meet Assign Plural Question;

    Meet 97: Meet Schedule, not Delete;
    Meet 97: Meet Add, not Delete Question;
    Meet 97: Meet Email, not Delete;
    Meet 90: Meet Put, not Delete Question;
    Meet 95: Meet Person, not Delete;
    Meet 94: Meet Invite, not Delete;
    Meet 94: Meet Search, not Delete;
    Meet 92: Meet Date, not Delete Finish;
    Meet 92: Meet Clock, not Delete Finish;
    Meet 92: Schedule Talk, not Delete;
    Meet 91: Talk Email;
    Meet 94: Show Email Clock, not Share Allow Modal Delete;
    Meet 90: Time Talk, not Delete;
    Meet 89: Talk Person;
    Meet 89: Schedule Email, not Deadline;
    Meet 88: Block Email;
    Meet 88: Email Length, not Share Assign;
    Meet 87: Schedule Person, not Question Deadline;
    Meet 87: Free Email;
    Meet 86: Invite Email, not Share Access Assign;
    Meet 58: Meet, not Question Delete;

    Effort 98: Realistic Question, not When;
    Effort 98: Realistic Modal;
    Effort 97: Modal Mine Finish Date, not Email Deadline Due;
    Effort 97: Question Mine Finish Date, not Email Due When What;
    Effort 97: Modal Finish Date, not Email Deadline Due;
    Effort 97: Modal Mine Handle Realistic, not Email;
    Effort 96: Modal Realistic Question, not Email When;
    Effort 94: Realistic Finish Question, not Email When;
    Effort 93: Realistic Length, not Email;
    Effort 93: Realistic Clock, not Email Remind Meet;
    Effort 95: HowLong, not Left Due Why;
    Effort 92: Estimate, not Remind;
    Effort 90: Length Shift Question, not Slot Free Meet;
    Effort 86: Size Question, not Deadline Due Why;
    Effort 82: Size Time, not Postpone Plural;
    Effort 72: Time Question Should, not Slot When Free;

    Blockers 98: Subtask Left;
    Blockers 97: What Should Finish First InContext;
    Blockers 98: Block Question TaskRef, not Length Free Mine When What;
    Blockers 98: Block Question InContext, not Length Free Mine When What;
    Blockers 99: Why HowLong;
    Blockers 84: Why TaskRef;
    Blockers 70: Why InContext;
    Blockers 97: Why Start, not When;
    Blockers 97: Blocked, not Length Slot;
    Blockers 97: Depend, not Schedule;
    Blockers 88: Why Finish;
    Blockers 88: Why Reopen;
    Blockers 88: Why Overdue;
    Blockers 86: Modal Mine Start, not When Free;
    Blockers 83: Subtask Question, not Split Add;

    BreakDown 100: Split Step;
    BreakDown 100: Split Subtask;
    BreakDown 97: Step Plural, not Blocked First Due;
    BreakDown 96: Split, not Deadline;
    BreakDown 95: Subtask, not Question;
    BreakDown 95: Subtask Add;
    BreakDown 93: Step Add, not CreateHead;
    BreakDown 91: Step What, not Blocked First;
    BreakDown 91: Step Show, not Blocked;
    BreakDown 89: Step Schedule;
    BreakDown 74: Step, not Blocked;

    Analyse 89: Analyse TaskRef, not Estimate HowLong Blocked Depend Size Realistic;
    Analyse 85: Analyse, not Estimate HowLong Blocked Depend;
    Analyse 38: Analysis Describe;

    List 98: What Due, not TaskRef When;
    List 96: Overdue Plural;
    List 95: Due Date Question, not TaskRef;
    List 95: Due Date Search, not TaskRef;
    List 95: Plural Show, not CreateHead;
    List 95: Plural What, not First;
    List 95: Plural Search, not About;
    List 95: Plural Question, not First;
    List 95: Plural HowMany;
    List 94: Plural Due;
    List 99: What Email Work, not TaskRef InContext HowLong Meet;
    List 99: What Email Responsible, not TaskRef InContext Who;
    List 99: What Email Assign, not TaskRef InContext Who;
    List 99: Plural Assign Person Question, not Who;
    List 99: Plural Assign Not;
    List 99: Plural Assign Email Show;
    List 99: Plural Assign Email Search;
    List 89: What Start Question, not TaskRef InContext When Free First Depend Should;
    List 106: Unassign Plural Show;
    List 106: Unassign Plural Question;
    List 90: Tag What, not TaskRef InContext Plural CreateHead;
    List 88: Plural Finish Mine, not Question TaskRef InContext Change Modal;
    List 97: What Mine Start, not TaskRef InContext When Free First;
    List 94: HowMany Mine, not HowLong Subtask;
    List 93: Overdue What, not TaskRef;
    List 91: Overdue Question, not TaskRef InContext;
    List 91: Overdue Show, not TaskRef;
    List 90: Show Finish What Mine, not TaskRef;
    List 88: What Finish Mine Question, not TaskRef Should Date First InContext HowLong;
    List 82: What Mine Should Date, not TaskRef Meet;
    List 86: What Finish Question, not TaskRef InContext Should Date HowLong When By Depend;
    List 79: What Mine Date, not TaskRef Meet Email;
    List 78: What Mine Should, not TaskRef InContext First;
    List 60: What Date Question, not TaskRef InContext Email Meet;
    List 71: Plural Mine, not Add Change Delete Finish;
    List 83: Left What, not TaskRef InContext Due Deadline HowLong Subtask Meet;
    List 83: Left Show, not TaskRef InContext Due Deadline HowLong Subtask Meet;
    List 55: Plural, not Add Change Delete Finish;

    Find 96: Search About Plural, not Meet;
    Find 96: Plural About, not Meet Due Add Delete Overdue Remind Tag;
    Find 96: Show About Plural, not Meet Due;
    Find 85: Search About, not Meet Remind;
    Find 81: Search Task, not Meet TaskRef;
    Find 50: Search, not TaskRef InContext;

    Describe 98: When Due, not Plural Slot;
    Describe 96: Deadline Left, not Plural;
    Describe 96: HowLong Left, not Plural;
    Describe 96: HowLong Due, not Plural;
    Describe 96: Who Responsible, not Email Plural;
    Describe 96: Who Assign, not Email Plural;
    Describe 95: When Deadline, not Plural Should;
    Describe 94: Question Assign, not Email Person Plural Delete;
    Describe 93: What About, not Plural Search Meet;
    Describe 92: Overdue TaskRef Question, not Why Plural;
    Describe 92: When Created, not Plural;
    Describe 90: Deadline Question, not Plural Add Should Realistic;
    Describe 89: Deadline Question, not Plural Should Realistic Date Modal;
    Describe 90: Deadline Show, not Plural Add;
    Describe 90: HowMany Left, not Plural Subtask;
    Describe 90: Overdue InContext Question, not Why Plural;
    Describe 90: Who Handle, not Email Plural;
    Describe 89: Describe TaskRef, not Plural Email;
    Describe 89: Who Created, not Email Plural;
    Describe 88: Due Question TaskRef, not Plural;
    Describe 88: Status Question, not Plural;
    Describe 88: Priority Question, not Plural First Modal;
    Describe 88: Tag Question, not Plural;
    Describe 88: Note Question, not Plural;
    Describe 88: Title Question, not Plural;
    Describe 88: Note Show, not Plural Add Change;
    Describe 87: Describe What, not Plural Email Priority;
    Describe 87: Describe Question, not Plural Email Priority;
    Describe 87: Describe Show, not Plural Email;
    Describe 87: Due Question, not Plural;
    Describe 86: Describe, not Plural Priority Add Change Email Remind;
    Describe 98: When Should Finish By, not Plural;
    Describe 99: Free Finish By, not Plural Date;
    Describe 86: When Should Finish, not Mine Plural;
    Describe 85: When Should Handle, not Mine Plural Email;
    Describe 84: Finish Question, not Plural When Date Should;
    Describe 84: Start Question, not Plural When First Free Modal;
    Describe 83: Status, not Plural Change Start;
    Describe 80: What TaskRef, not Plural First Subtask Deadline;
    Describe 80: Show TaskRef, not Plural Email Person Free Slot;
    Describe 80: Show Task, not Plural Email;
    Describe 79: Task Question What, not Plural First;
    Describe 60: What InContext, not Plural First;
    Describe 60: Describe, not Plural;

    Next 95: First What, not InContext;
    Next 95: First What Mine, not Subtask;
    Next 94: First Plural;
    Next 93: First Should, not InContext Date;
    Next 90: First Question, not InContext;
    Next 86: Priority Plural, not Level;
    Next 70: First Mine, not InContext;

    Rename 98: Rename, not Question;
    Rename 97: Change Title, not Question;
    Rename 85: Title Should;

    SetPriority 98: Level Priority, not Question Plural CreateHead;
    SetPriority 96: Change Priority, not Question Plural;
    SetPriority 92: Change Level, not Question Plural Deadline Due;
    SetPriority 88: Priority Delete, not Question Plural;
    SetPriority 76: Level, not Question Plural Modal;
    SetPriority 74: Priority, not Question Plural;

    RemoveTags 102: Delete Tag;

    SetTags 97: Tag, not Question Plural CreateHead Show;
    SetTags 99: Tag Add, not Question Plural CreateHead Show Delete;

    SetNote 97: Change Note, not Question;
    SetNote 97: Add Note, not Question Email Remind;
    SetNote 97: Put Note, not Question Email;

    Complete 94: Change Finish, not Question Later By Email;
    Complete 85: Finish, not Question Later Why Should Modal When Not Email;

    Start 95: Change Start, not Question;
    Start 84: Start, not Question Depend Modal Free Slot;

    Reopen 86: Not Finish, not Question Why When Plural Should Date Delete By;
    Reopen 89: Reopen, not Question Why Plural;

    Delete 90: Delete, not Question;

    Unsupported 101: Delete Remind, not Date Clock;
    Unsupported 101: Delete Meet Mine;
    Unsupported 99: Delete Share;
    Unsupported 91: Delete Meet, not Task;
    Unsupported 90: Postpone Meet;
    Unsupported 90: Postpone Remind;

    Capabilities 50: Capabilities;

    Identity 99: Identity, not TaskRef InContext;
    Identity 70: Identity;

    Feeling 60: Feeling;

    Hello 30: Hello;

    Thanks 31: Thanks;

    Bye 32: Bye;

    Yes 29: Yes;

    No 29: No;
};

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
            | I::Depends
            | I::SetParent
            | I::Undo
            | I::Delete => Owner::Triage,
            I::List
            | I::Find
            | I::Describe
            | I::Next
            | I::Unsupported
            | I::OutOfScope
            | I::Leave
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
