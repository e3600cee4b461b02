//! The words themselves.

use super::Concept::{self, self as C};
use super::forms::Kind::{self, Fixed, Noun, Verb};

/// Each concept with its words, and how their other forms are made.
pub(super) const ENTRIES: &[(Concept, Kind, &str)] = &[
    (
        C::Add,
        Verb,
        "add|create|make|log|insert|register|record|capture|jot down|write down|note down|set up|set|open",
    ),
    (C::Add, Fixed, "new|another|need|want|have"),
    (
        C::Show,
        Verb,
        "list|show|display|print|view|see|check|pull up|bring up|give me|tell me|let me see|read out|read me|count",
    ),
    (C::Show, Fixed, "which|what are|any"),
    (
        C::Search,
        Verb,
        "suggest|propose|recommend|find|search|search for|look for|look up|locate",
    ),
    (
        C::Search,
        Fixed,
        "where is|where are|anything about|anything on|something about|is there|are there|do i have any|do i have a|do i have anything|do i have something|have i got|did i",
    ),
    (
        C::Change,
        Verb,
        "update|change|edit|modify|alter|adjust|set|fix|bump|raise|lower|reduce|increase|switch|turn|declare|flag|correct|mark|make|treat|upgrade|downgrade|put|give",
    ),
    (
        C::Rename,
        Verb,
        "rename|retitle|reword|relabel|call it|call this|name it|name this",
    ),
    (
        C::Finish,
        Verb,
        "finish|complete|close|check off|tick off|tick|cross off|wrap up|resolve|deliver|submit|hand in|hand it in|turn in|turn it in|ship|accomplish|finalise|finalize|conclude|send off|get it over with",
    ),
    (
        C::Finish,
        Fixed,
        "i did|done|ready|over with|completion|off my plate|sorted|wrapped|in place|out of the door|out the door|live|did it|did this|did that|ticked off|crossed off|checked off|over and done|over|finito|through|on his desk|on her desk|on their desk|on my desk",
    ),
    (C::Start, Verb, "start|begin|kick off|commence"),
    (
        C::Start,
        Fixed,
        "in progress|in_progress|began|begun|underway|under way|ongoing|working on|on it|got started|get started|have started|wip|i am at it",
    ),
    (
        C::Reopen,
        Verb,
        "reopen|reactivate|restore|uncheck|untick|undo|uncomplete|unfinish",
    ),
    (
        C::Reopen,
        Fixed,
        "undone|not done|not finished|not complete|not completed|not ready|pending|incomplete|unfinished|back to open|to open|back to pending|to pending|back to todo|as open|not finish|not complete|not started|not begun|not yet started|not yet begun|unstarted",
    ),
    (
        C::Delete,
        Verb,
        "delete|remove|drop|erase|trash|discard|get rid of|scrap|bin|throw away|throw out|cancel|clear|dump|wipe|unset|eliminate|take off|scratch|kill|strike|purge|ditch|chuck|toss|take away",
    ),
    (
        C::Delete,
        Fixed,
        "got rid of|threw away|no longer need|do not need|can go|no longer needed|not needed|do not want this task|throw this one away|throw this away|throw it away|throw that away",
    ),
    (
        C::Postpone,
        Verb,
        "postpone|push back|push|delay|move|extend|reschedule|defer|put off|bring forward|prolong|pull forward|shift|pull in|slide|bump|put back|push out|move out|move up|bring the deadline forward|slip|hold off|give it more time|stretch|shorten|tighten|advance",
    ),
    (
        C::Schedule,
        Verb,
        "schedule|plan|book|arrange|organise|organize|set up|pencil in|pencil|slot in|reserve|squeeze in|squeeze|fit|set aside|carve out|allocate|sort out",
    ),
    (
        C::Schedule,
        Fixed,
        "calendar|diary|timetable|into my week|into my day|into my schedule|in my schedule|get us together|bring us together|set us up|get everyone together|put us in touch|agenda|timebox|time box",
    ),
    (
        C::Remind,
        Verb,
        "remind|ping|nudge|alert|notify|poke|prod|buzz|let me know|send me a note|drop me a note|tell me again|give me a shout|warn|wake me up",
    ),
    (
        C::Remind,
        Noun,
        "reminder|alarm|notification|follow up notice",
    ),
    (
        C::Remind,
        Fixed,
        "slip my mind|slips my mind|let this slip|let it slip|not let me forget|not forget|do not forget|heads up|jog my memory|might forget|will forget|in case i forget|memory aid|make me remember|help me remember|remember this|remember it|remember about|keep me posted|give me a nudge|give me a ping|wake me",
    ),
    (
        C::Assign,
        Verb,
        "assign|delegate|reassign|hand over|hand off|appoint|pass on|nominate|allot|reallocate|put someone on",
    ),
    (C::Assign, Noun, "assignee|owner"),
    (C::Unassign, Verb, "unassign"),
    (
        C::Give,
        Verb,
        "goes to|turn this over|turn it over|go to|give me|give|hand|pass|transfer|let|have|get|ask|put|make|move|dispatch|want|route|leave|entrust|trust|turn over|offload",
    ),
    (
        C::Handle,
        Verb,
        "handle|do|own|take care of|take on|take over|take|look after|deal with|work on|lead|drive|tackle|pick up|run with|manage|execute|carry out|be on|complete|finish|implement",
    ),
    (
        C::Handle,
        Fixed,
        "done by|taken over by|taken care of|the one|plate|job|off my hands|the right person|the person for|in the hands of|land with|lands with|the one doing|court|do it|do this|do that",
    ),
    (
        C::Responsible,
        Fixed,
        "job|responsibility|property|belongs to|belong to|responsible|in charge|accountable|assignee|assigned|on the hook|owner|owns|owning|working on|responsibility|mine|queue|is for|be for|problem|baby|concern",
    ),
    (
        C::Share,
        Verb,
        "share|publish|loop in|loop|cc|send this|send it|send that|send the|send a copy|forward|copy in|keep in the loop|keep in the loop",
    ),
    (
        C::Share,
        Fixed,
        "visible|viewer|editor|collaborator|contributor|observer|read only|view only|edit rights|write rights|permission|permissions|rights|access|in the loop|available to|collaborate on",
    ),
    (
        C::Allow,
        Verb,
        "let|allow|permit|enable|give|grant|invite|make|want",
    ),
    (C::Allow, Fixed, "able to|can|should|may"),
    (
        C::Access,
        Verb,
        "view|see|read|edit|look at|open|access|write|watch|follow|contribute|collaborate|comment|change|modify|update|look into|have a look at|take a look at|follow along",
    ),
    (C::Access, Fixed, "viewing|editing|visibility|a look"),
    (C::Meet, Verb, "meet|sync|huddle|get together|sit down"),
    (
        C::Meet,
        Noun,
        "meeting|meetup|call|sync|standup|stand up|catch up|catchup|appointment|huddle|one on one|session|conference|video call|zoom|chat|kickoff|workshop|check in|discussion|conversation|calendar invite|invitation|review session|phone call|video conference|planning session|touch base|face to face|coffee|get together|brainstorm|brainstorming session|discussion|lunch|kick off|video chat|room|zoom call|teams call|skype|session with|1 1",
    ),
    (
        C::Talk,
        Verb,
        "talk|discuss|speak|chat|go over|go through|brainstorm|align|confer|consult|talk through|hash out|hop on|jump on|touch base|catch up|call|connect",
    ),
    (C::Invite, Verb, "invite|include|bring in|involve|add"),
    (C::Block, Verb, "block|block off|block out"),
    (
        C::Blocked,
        Fixed,
        "blocked|blocker|blockers|blocking|blocks this|blocks it|blocks me|what blocks|holding up|holding this up|holding it up|holding us up|holding me up|holding|held up|hold up|holds up|hold this up|hold it up|holds this up|holds it up|in the way|in my way|stuck|stopping|stops|preventing|prevents|prevent|obstacle|obstacles|impediment|impediments|hurdle|hurdles|hindering|hinders|bottleneck|bottlenecks|keeping|keeps|roadblock|roadblocks|showstopper|showstoppers|risk|risks|delaying|problem|problems|issues|obstruct|obstructs|obstructing|impede|impedes|impeding|slowing|standing in|unblock|unblocked|unblocks|hangup|go wrong|stall|stalled|stalling|missing|snag|snags|holdup|holdups|hold ups|waiting on|waiting for|in its way|not moving|hold up|the hold up|what is left before|stop me|stops me|block|that block|which block|what block|might block|may block|could block|would block|can block",
    ),
    (C::Depend, Verb, "depend|wait|rely|hinge"),
    (
        C::Depend,
        Noun,
        "dependency|prerequisite|precondition|requirement",
    ),
    (
        C::Depend,
        Fixed,
        "clear to begin|good to start|okay to start|ok to start|free to begin|able to begin|allowed to start|dependent|before i can|before we can|happen first|done first|finished first|completed first|be done before|in order to start|able to start|ready to start|ready to begin|good to go|clear to start|free to start|needed before|outstanding before|before starting|before i start|before i begin|before we start|before this|can start|can begin|start right away|ready to go|ready to be started|ready to be worked on|be finished before|happen before|ready for work|has to happen first|have to happen first|needs to happen first|be started|go ahead with|finish before|done before|waits for|to be finished first|to be done first|needed first|required before|required first|be in place first|come first|comes first",
    ),
    (
        C::Estimate,
        Verb,
        "size this|size it|estimate|gauge|forecast|predict|size up|approximate|quantify|guesstimate",
    ),
    (
        C::Estimate,
        Noun,
        "time commitment|commitment|time investment|turnaround|estimate|effort|estimation|workload|story point|man hour|person day|person hour|ballpark|time frame|timeframe|prediction|forecast|duration|eta|guesstimate|guess|cost|rough idea|work involved|rough figure|t shirt size|expected duration|figure|hours should i plan|size of this",
    ),
    (
        C::Split,
        Verb,
        "break down|break up|break it down|break this down|break that down|break it up|break this up|break into|break|split|split up|divide|decompose|chop|chop up|chunk|separate|slice|dissect|turn this into|turn it into|carve up|structure|outline|flesh out|itemise|itemize|deconstruct|brake down|brake it down|brake this down|take this apart|take it apart|carve",
    ),
    (
        C::Split,
        Fixed,
        "more manageable|easier to handle|breakdown|broken down|broken up|step by step|into steps|into pieces|into parts|into chunks",
    ),
    (
        C::Subtask,
        Noun,
        "subtask|sub task|child task|smaller task|smaller item|sub item|subitem|mini task|smaller todo|sub todo",
    ),
    (
        C::Step,
        Noun,
        "step|piece|part|chunk|action item|checklist|milestone|stage|phase|bite|component|smaller thing|small task|manageable task|bit|portion|work package|action plan|individual task|several task|multiple task|separate task|plan of action|a plan for this|plan for this|plan for it|game plan|roadmap|small piece|smaller piece|bite sized piece|to do list for",
    ),
    (
        C::Analyse,
        Verb,
        "analyse|analyze|assess|evaluate|examine|look into|study",
    ),
    (
        C::Analyse,
        Fixed,
        "analysis|assessment|evaluation|thoughts|what do you think|your take|insights|insight|opinion",
    ),
    (
        C::Describe,
        Verb,
        "describe|explain|summarise|summarize|read|clarify|elaborate|recap|involve|entail|mean|cover|brief me|brief|fill me in|walk me through|catch me up|understand|paraphrase|sum up|introduce|include",
    ),
    (
        C::Describe,
        Fixed,
        "tell me about|tell me more|tell me something|summary|details|detail|gist|info|information|overview|purpose|goal|point of|more about|in short|tl dr|tldr|meant|context|background|all about|rundown|essence|subject|topic|content|contents|scope|objective|idea|aim|what to do here|expected of me|in a nutshell|refresher|big picture|synopsis|look like|need to know about|know about|read it to me|what do i have to write",
    ),
    (C::Put, Verb, "put|stick|place|throw|add|get"),
    (
        C::Task,
        Fixed,
        "task|todo|to do|item|ticket|chore|entry|action item|todo item|to do item|one",
    ),
    (
        C::Plural,
        Fixed,
        "still open|left to do|still to do|outstanding|still pending|left on my list|not done yet|tasks|todos|to dos|items|chores|list|todo list|to do list|to do lists|backlog|tickets|entries|work items|assignments|ones|things|task list|open work|anything|everything|everything i have|on my plate|my day|my list|the list|my todo list|my to do list|my tasks|my task list|my todos|my todo|to get done|coming up|on the go|going on|on my agenda|my agenda|the day|needs my attention|open list|left for this week|left for today|left to finish",
    ),
    (
        C::MyList,
        Fixed,
        "my list|the list|my todo list|my to do list|the todo list|the to do list|my tasks|my task list|my todos|my plate|my backlog|the backlog|todo list|to do list|task list",
    ),
    (
        C::Deadline,
        Noun,
        "deadline|due date|cutoff|cut off|target date|end date|due day|finish date|completion date|final date|time limit|date limit|delivery date|last day|submission date|expiry date|hard stop|date due|timeline|final day|due by|end day",
    ),
    (C::Deadline, Verb, "aim to|aim for|target|aim at"),
    (
        C::Due,
        Fixed,
        "due|expire|expires|have time until|have until|got until|have time till|have till",
    ),
    (
        C::Overdue,
        Fixed,
        "overdue|late|past due|behind|missed|behind schedule|expired|too late|over due|past their deadline|past its deadline|past the deadline|passed its deadline|slipped|miss any deadlines|missed any deadlines|miss a deadline|late with|running late",
    ),
    (
        C::Slot,
        Noun,
        "some times|times to|slot|block|time slot|time block|window|gap|opening|focus time|free time|focus block|work session|working session|focus session|deep work|working time|work time|good moment|timeslot|spare time|quiet time|work block|right time|suitable time|free hour|free moment|spare hour|good time|best time|free slot|open slot|available time|free period|good day|best day|spot|availability|work hour|hole|blocks of time|block of time",
    ),
    (
        C::Time,
        Fixed,
        "time|hours|hour|minutes|days|day|some time|a while",
    ),
    (
        C::Work,
        Verb,
        "work|work on|do|tackle|focus|concentrate|spend|get to|get to it|get this done|get it done|start|handle|finish|squeeze|complete|get around to|attend to|knock out|dedicate|devote|be working on|make progress on|go at|put in|spend time on|get to work|do it|do this|do that",
    ),
    (C::Priority, Noun, "priority|importance|urgency|prio"),
    (
        C::Priority,
        Verb,
        "prioritise|prioritize|deprioritise|deprioritize",
    ),
    (C::Priority, Fixed, "important|urgent|urgently|critical"),
    (C::Tag, Noun, "tag|label|category|keyword|file under"),
    (C::Tag, Verb, "tag|label|categorise|categorize"),
    (C::Title, Noun, "title|name|heading"),
    (
        C::Note,
        Fixed,
        "description|notes|note|body text|explanation|comment|the text",
    ),
    (
        C::Size,
        Fixed,
        "a lot of time|much time|lots of time|big|large|small|complex|hard|difficult|easy|quick|long|huge|tough|complicated|heavy|demanding|involved|much work|a lot of work|lot of work|short|time consuming|complexity|size|difficulty|intensive|lengthy|tricky|trivial|quickly|fast|labour|labor|heavy|a big thing|a big job|a lot of effort|huge|small|t shirt",
    ),
    (
        C::Realistic,
        Fixed,
        "realistic|feasible|doable|achievable|possible|make it|in time|on time|enough time|make the deadline|meet the deadline|meet that deadline|make that deadline|hit the deadline|on track|how likely|likely|enough|manageable by|in an afternoon|in a day|in one day|in a morning|in an hour|before the deadline|by the deadline|finished before the deadline|be finished before the deadline|done before the deadline|be done before the deadline|finished by the deadline|done by the deadline",
    ),
    (
        C::Status,
        Fixed,
        "status|state|progress|how far|how is this going|how is it going|coming along|standing|how far along|where do we stand|where are we|how are we doing|being worked on",
    ),
    (
        C::Created,
        Fixed,
        "created|added|made|entered|how old|opened|was this created",
    ),
    (
        C::Everything,
        Fixed,
        "all|every|everything|all of them|each|all of it",
    ),
    (
        C::HowLong,
        Fixed,
        "need more than|need less than|need longer|will this take|will it take|would this take|would it take|does this take|does it take|take more than|take less than|take longer|when will i finish|when will i be finished|when can i expect to be done|time to complete this|time to finish this|how long|how log|how much time|how much work|how much effort|how many hours|how many days|how many weeks|how many minutes|how many months|how soon can|how quickly|how fast|what amount of time|time needed|time required|time will this|time would this|time does this|time will it|time it takes|take long|take me|take us|takes|take a while|take forever|too long|how big|how large|how complex|how hard|how difficult|how much longer|how lengthy|how demanding|how complicated|how involved|how many working days|how many work days|hours of work|how time consuming|require|requires|how tough|length of time|amount of work|amount of time|how much of my time|how much is there to do|number of hours|number of days|when will this be done|when will it be done|when will this be finished|when will i be done|when will this be ready|when would this be done|when would this be ready|how much does this take|how heavy|how tricky|what will it take|what will this take|what would this take|what would it take|what does it take|take to finish|take to complete|take to do|how loong|be enough|take all day|this take all|keep me busy|do i need days|days or hours|hours or days|when would i be done|how soon could|how soon will|how soon can|how long it|how much time should|take all day|all day",
    ),
    (
        C::Left,
        Fixed,
        "left|remain|remaining|until the deadline|till the deadline|until it is due|until this is due|before the deadline|till it is due|remains",
    ),
    (C::HowMany, Fixed, "how many|number of|count"),
    (
        C::When,
        Fixed,
        "when|what day|which day|what date|what time|which date|on which day|by which day|how soon|by when|at what time",
    ),
    (C::What, Fixed, "what|which|what are|what is"),
    (
        C::Who,
        Fixed,
        "who|whom|whose|anyone|anybody|someone|somebody",
    ),
    (
        C::Why,
        Fixed,
        "why|how come|reason|what is the reason|for what reason|how is it that",
    ),
    (
        C::First,
        Fixed,
        "first|next|now|most important|most urgent|start with|begin with|focus on|top priority|most pressing|plan my day|start my day|where do i start|where do i begin|where should i start|where should i begin|where to start|where to begin|matters most|more important|prioritise|prioritize|biggest priority|highest priority|work on today|needs my attention|oldest|most important one|up next|top three|attention today",
    ),
    (
        C::Free,
        Fixed,
        "space in|space for|work best|works best|works for me|which days|what times|which times|what days|which hours|are open|when do you suggest|when do you recommend|when would you|when do you think i should|when is it best|where can i|where could i|where do i have|where is there|where should i|where would|where will|free|available|when can i|when could i|when should i|when do i|when would i|when will i|when shall i|when might i|when am i|when is a good|when is the best|when can we|when should we|when could we|when to|find time|make time|have time|have the time|time for|time to|get around to|fit in|when would be a good|when would be the best|room for|fits my schedule|fits in my schedule|at what time should i|what time should i|which day should i|what day should i|on which day should i|find me time|find some time|find me some time|get some time|have room|fit into|time slots free|times are free|free slots|open slots|any time for|time left|could use some|fit this in|fit it in|fit in|time i have|time do i have|when i have|would suit|suits me|what day would|which day would|what time works|which time works|day works|days work|time works|where in my week|where in my day|where in my calendar|in my week could|could this go|could it go|can this go|can it go",
    ),
    (
        C::About,
        Fixed,
        "about|regarding|concerning|related to|to do with|with respect to|mentioning|containing|that mention|with the word|on the subject of",
    ),
    (
        C::Hello,
        Fixed,
        "hello|hi|hey|hiya|howdy|good morning|good afternoon|good evening|greetings|yo|good day|hi there|hello there|hey there",
    ),
    (
        C::Thanks,
        Fixed,
        "thanks|thank you|thank|cheers|appreciated|appreciate it|much obliged|ta|great job|well done|nice|perfect|great|awesome|good job|cool|ok|okay|excellent|wonderful|alright|all right|got it|lovely|sweet|good work|nice work|you are awesome|you are great|you rock|i love it|love it|brilliant|fantastic|amazing|that is great|that helps",
    ),
    (
        C::Bye,
        Fixed,
        "bye|goodbye|see you|see you later|good night|farewell|that is all|that will be all|nothing else|talk later|see ya|good bye|see you tomorrow|see you soon|see you later|good night|take care|talk to you",
    ),
    (
        C::Capabilities,
        Fixed,
        "what can you do|what do you do|help|help me|how do you work|how does this work|what are you able to do|what can i ask|what can i say|your abilities|capabilities|features|commands|what else can you do|can you help|what are you good at|how can you help|what do you know|what can i do here|what are your skills|skills|how do i use this|how do i use you|what can i do with you|what are you for|what can this do|how to use|what languages do you|can you speak|do you speak|which languages",
    ),
    (
        C::Identity,
        Fixed,
        "who are you|what are you|are you a|are you an|are you human|are you real|language model|llm|gpt|chatgpt|openai|your name|who made you|are you ai|artificial intelligence|robot|a bot|which model|what model|are you smart|are you sentient|are you claude|are you alive|who built you|who am i talking to|am i talking to|are you really|what kind of model|who is this|about yourself|what is your name",
    ),
    (
        C::Feeling,
        Fixed,
        "how are you|how are things|how do you do|what is up|how are you doing|how do you feel|how is your day|what is new|nice to meet you|pleased to meet you|how is it going|how is life|do you like|i love you|are you there|what is going on with you|meet you|nice meeting you",
    ),
    (
        C::Yes,
        Fixed,
        "yes|yeah|yep|sure|of course|go ahead|do it|please do|yup|absolutely|certainly|correct|right|confirm|confirmed|y",
    ),
    (
        C::No,
        Fixed,
        "no|nope|nah|never mind|nevermind|forget it|no thanks|no thank you|not now|leave it|stop|n|nothing thanks|nothing thank you|scratch that|cancel that|forget that|forget about it|skip it|skip that|never mind that|leave that|not any more",
    ),
    (
        C::By,
        Fixed,
        "by|before|until|till|no later than|not later than|at the latest|ahead of|last possible day|final day for|not after",
    ),
    (
        C::Should,
        Fixed,
        "should|must|has to|have to|needs|need|ought to|got to|is to be|are to be|supposed to|will|want|would like|going to|better be|shall|want this|need this|required",
    ),
    (
        C::Not,
        Fixed,
        "not|no|never|without|nor|nothing|any longer|nobody|no one|none",
    ),
    (
        C::ParentOf,
        Fixed,
        "subtask of|sub task of|part of|child of|child task of|underneath|under task",
    ),
    (
        C::OutOfScope,
        Fixed,
        "flight|flights|hotel|hotels|pizza|restaurant|taxi|uber|weather|forecast for|song|songs|poem|joke|music|movie|movies|recipe|lights|the light|translate|stock price|stocks|lottery|capital of|the news|president|football|the match|web for|the internet|calories|meaning of life|an email|a letter|an essay|a story|cover letter|my account|password|wikipedia|google|bitcoin|horoscope",
    ),
];

/// Words that only the grammar of dates uses, so that they are known and mended too.
pub(super) const DATE_WORDS: &str = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|tomorrow|today|tonight|yesterday|weekend|week|weeks|month|months|quarter|fortnight|morning|afternoon|evening|midnight|noon|christmas|following|coming|next|end|beginning|middle|minutes|minute|hours|hour|half|year|years|days";
