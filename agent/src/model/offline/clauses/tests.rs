use chrono::NaiveDate;

use super::*;

fn read(text: &str, setting: Setting) -> Vec<String> {
    let now = NaiveDate::from_ymd_opt(2026, 11, 18)
        .unwrap()
        .and_hms_opt(10, 20, 0)
        .unwrap();
    let message = Message::read(text, now);
    clauses(&message, setting)
        .into_iter()
        .map(|clause| {
            clause
                .intent
                .map_or_else(|| "?".to_owned(), |intent| format!("{intent:?}"))
        })
        .collect()
}

/// Each line: the intents expected, a colon, the utterance.
fn check(setting: Setting, table: &str) {
    let wrong: Vec<String> = table
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .filter_map(|line| {
            let (expected, text) = line.split_once(':').expect("each line has a colon");
            let found = read(text.trim(), setting).join(" ");
            (found != expected.trim())
                .then(|| format!("{found:<24} not {expected:<12} {}", text.trim()))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

const IN_CONTEXT: Setting = Setting {
    in_context: true,
    role: Some(C::Triage),
};
const IN_CHAT: Setting = Setting {
    in_context: false,
    role: Some(C::Triage),
};

#[test]
fn scheduling() {
    check(
        IN_CONTEXT,
        "Deadline: Set a deadline for next Friday
        Deadline: make this due next friday
        Deadline: the deadline should be next Friday
        Deadline: This needs to be done by next Friday
        Deadline: We should have this ready a week from now.
        Deadline: I want this finished by Friday
        Deadline: can you put next Friday as the due date?
        Deadline: due next friday please
        Deadline: Please move the deadline to December 5
        Deadline: push it back by a week
        Deadline: let's aim for the end of the month
        Deadline: schedule this for next Friday
        Deadline: It has to be ready before Dec 5
        Deadline: Could the due date be 2026-12-01?
        Deadline: next Friday
        Deadline: I'd like to finish this by next Friday
        Deadline: extend the deadline by three days
        Deadline: I have to hand this in on the 3rd
        Deadline: deadline: tomorrow
        Deadline: postpone this until next week
        Deadline: get this done by friday
        Deadline: set dedline for next fridya
        Deadline: Change the due date to next Friday
        Deadline: We must deliver this in two weeks
        Deadline: Give this a deadline of next Friday
        Deadline: I need a deadline on this
        Deadline: reschedule to monday
        Deadline: this must be submitted no later than friday
        Deadline: set it for next friday
        Deadline: can we make next Friday the deadline
        ClearDeadline: remove the deadline
        ClearDeadline: clear the due date please
        Reminder: remind me tomorrow at 9
        Reminder: Set a reminder for Monday morning
        Reminder: ping me about this on friday
        Reminder: don't let me forget this on Monday
        Reminder: could you nudge me in two hours?
        Reminder: I need a reminder the day after tomorrow
        Reminder: notify me a week from now
        Reminder: remnid me on friday
        Reminder: alert me tonight
        TimeBlocks: When can I work on this?
        TimeBlocks: find me a free slot for this
        TimeBlocks: suggest time blocks
        TimeBlocks: Block two hours for this
        TimeBlocks: when should I finish this?
        TimeBlocks: When should I do this?
        TimeBlocks: I need two hours for this, when am I free?
        TimeBlocks: find some time for this next week
        TimeBlocks: plan some focus time for this
        TimeBlocks: where does this fit in my calendar?
        TimeBlocks: schedule time to work on this
        TimeBlocks: carve out an afternoon for this
        TimeBlocks: what's a good time to do this?
        TimeBlocks: Do I have time for this tomorrow?
        TimeBlocks: fit this into my week
        Deadline Reminder: Set a deadline for Friday and remind me on Thursday
        Deadline Reminder: set a deadline and a reminder for next friday
        ",
    );
}

#[test]
fn collaboration() {
    check(
        IN_CONTEXT,
        "Assign: Assign this to dev@example.com
        Assign Meet: Assign this to dev@example.com and set up a meeting with them
        Assign Meet: dev@example.com should take this over, and we need to meet about it
        Assign Meet: put dev@example.com on this and get us a meeting
        Assign Meet: reassign to dev@example.com + meeting
        Assign: give this to dev@example.com
        Assign: hand it over to dev@example.com
        Assign: dev@example.com should handle this
        Assign: let dev@example.com take care of it
        Assign: make dev@example.com responsible for this
        Assign: I want dev@example.com to work on this
        Assign: delegate it to Bob
        Assign: can dev@example.com take this over?
        Assign: pass this on to dev@example.com
        Assign: put dev@example.com in charge of this
        Assign: change the assignee to dev@example.com
        Assign: dev@example.com will do this
        Assign: assgin this to dev@example.com
        Assign: have Bob do it
        Assign: the owner should be dev@example.com
        Unassign: unassign this
        Unassign: remove the assignee
        Share: share this with dev@example.com
        Share: give dev@example.com access to this
        Share: let dev@example.com see this
        Share: dev@example.com should be able to edit this
        Share: allow dev@example.com to view it
        Share: show this to dev@example.com
        Share: give dev@example.com edit rights
        Share: send this to dev@example.com
        Share: grant dev@example.com read access
        Meet: set up a meeting with dev@example.com
        Meet: Schedule a call with dev@example.com tomorrow at 3
        Meet: let's meet with dev@example.com about this
        Meet: book an hour with dev@example.com
        Meet: I need to talk to dev@example.com about this
        Meet: organise a sync with dev@example.com next week
        Meet: invite dev@example.com to a meeting
        Meet: arrange a 30 minute catch-up with dev@example.com
        Meet: get dev@example.com on a call
        Meet: discuss this with dev@example.com on Friday
        Assign Meet: Have dev@example.com take this on, then get us together for a call
        Assign Deadline: assign it to dev@example.com and set the deadline to friday
        Share Meet: share this with dev@example.com and book a meeting with them on Monday at 10
        Assign Share: assign and share this with dev@example.com
        Assign Meet: Delegate this to dev@example.com, and schedule a call with them
        Assign Meet: please make dev@example.com the owner and arrange a meeting with her
        ",
    );
}

#[test]
fn analysis() {
    check(
        IN_CONTEXT,
        "Effort: How long will this take?
        Effort: how much time does this need
        Effort: estimate the effort
        Effort: give me an estimate
        Effort: Can you tell me how long this is going to take?
        Effort: is this a big task?
        Effort: how many hours should I plan for this?
        Effort: what's the effort here?
        Effort: will this take long?
        Effort: any idea how long this takes?
        Effort: Can I finish this by Friday?
        Effort: is next Friday realistic?
        Effort: how much work is this
        Effort: what is your time estimate
        Effort: roughly how many days is this
        Effort: ballpark on this one?
        Effort: when will this be done?
        Effort: how big is this
        Effort: what will it take to finish this?
        Effort: how log will this take
        Blockers: What's blocking this?
        Blockers: is anything in the way?
        Blockers: identify blockers
        Blockers: why isn't this done yet?
        Blockers: what does this depend on?
        Blockers: are there any dependencies?
        Blockers: what's holding this up?
        Blockers: can I start this now?
        Blockers: is this blocked
        Blockers: I'm stuck
        Blockers: what do I need before I can start?
        Blockers: what is preventing me from finishing this
        BreakDown: break this down
        BreakDown: Split this into subtasks
        BreakDown: what are the steps?
        BreakDown: turn this into smaller tasks
        BreakDown: create subtasks for this
        BreakDown: divide it into steps
        BreakDown: can you make a checklist for this?
        BreakDown: add a subtask to book the room
        BreakDown: break it down into design, build and test
        Analyse: analyse this task
        Analyse: what do you think about this?
        Effort BreakDown: How long will this take and can you break it down?
        Blockers Effort: What blocks this and how long will it take?
        ",
    );
}

#[test]
fn reading_the_task() {
    check(
        IN_CONTEXT,
        "Describe: What is this task about?
        Describe: what's this about
        Describe: tell me about this task
        Describe: explain this to me
        Describe: summarise the task
        Describe: give me the details
        Describe: remind me what this is about
        Describe: what do I have to do here?
        Describe: describe it
        Describe: can you give me an overview of this task?
        Describe: What does this task involve?
        Describe: what am I supposed to do?
        Describe: I don't understand this task
        Describe: what does this mean?
        Describe: when is this due?
        Describe: what's the deadline?
        Describe: who is working on this?
        Describe: who is this assigned to?
        Describe: what's the status?
        Describe: is this done?
        Describe: what priority does it have?
        Describe: how much time is left until the deadline?
        Describe: is it overdue?
        Describe: what is this
        Describe: fill me in on this one
        Describe: what's the goal here
        Describe: when was this created?
        Describe: show me the description
        Describe: what tags does it have?
        Describe: How's this going?
        ",
    );
}

#[test]
fn chat() {
    check(
        IN_CHAT,
        "Create: Add a task to buy milk tomorrow
        Create: create a task called Fix login with high priority due next Friday
        Create: new task: call the plumber
        Create: todo: water the plants
        Create: put buy milk on my list
        Create: add buy milk to my to do list
        Create: I need to buy milk
        Create: Remember to call mum on Sunday
        Create: add a task to share the report with Bob
        Create: could you make a new high priority task to fix the build
        Create: please add a todo for renewing my passport by December 5
        Create: add an urgent task to fix the server
        Create Reminder: Add a task to buy milk tomorrow and remind me about it at 9
        List: what's due this week?
        List: show my tasks
        List: list all tasks
        List: what do I have to do today?
        List: which tasks are overdue?
        List: what's on my list
        List: anything due tomorrow?
        List: show me everything tagged home
        List: how many tasks do I have?
        List: what is overdue?
        List: tasks
        List: what's on my plate this week
        List: show completed tasks
        List: what are my open tasks
        Find: find tasks about milk
        Find: do I have anything about the report?
        Find: search for invoice
        Find: find the milk task
        Complete: mark task 3 done
        Complete: complete task 3
        Complete: I finished task 3
        Complete: task 3 is done
        Complete: close #3
        Complete: I'm done with the milk task
        Complete: check off 3
        Complete: mark tasks 3 and 4 as completed
        Start: start task 3
        Start: mark 3 as in progress
        Start: I'm working on task 4
        Reopen: reopen task 3
        Reopen: mark task 3 as not done
        Delete: delete the milk task
        Delete: remove task 3
        Delete: get rid of #4
        Rename: rename task 2 to Buy oat milk
        Rename: change the title of task 2 to Buy oat milk
        Rename: call it 'Ship It'
        SetPriority: set priority of 4 to high
        SetPriority: make task 4 urgent
        SetPriority: task 4 is urgent
        SetPriority: bump the priority of task 2
        SetTags: tag task 3 as home
        SetTags: add the tag errands to task 3
        RemoveTags: remove the tag home from task 3
        SetNote: add a note to task 3: bring the receipt
        SetNote: set the description of task 3 to bring the receipt
        Reminder: remind me about the report on Monday at 9
        Reminder: remind me to buy milk tomorrow
        Next: what should I do first?
        Next: what should I work on next?
        Next: what's most important?
        Next: where should I start?
        Describe: what is task 3 about?
        Describe: show task 3
        Describe: when is the milk task due?
        Describe: tell me about task 3
        Deadline: set a deadline for task 3 next friday
        Deadline: task 3 is due on Friday
        Deadline: postpone task 3 to next week
        Effort: how long will task 3 take?
        Assign: assign task 3 to bob@example.com
        Unsupported: cancel my meeting
        Unsupported: delete the reminder
        Hello: hello
        Hello: good morning
        Thanks: thanks
        Bye: bye
        Feeling: how are you?
        Capabilities: what can you do?
        Capabilities: help
        Identity: are you a language model?
        Identity: who are you?
        Yes: yes
        No: no
        ?: purple elephants
        ?: asdf qwer
        Complete Next: mark task 3 done and tell me what's next
        Complete Create: Mark 3 done, then add a task to buy bread
        ",
    );
}
