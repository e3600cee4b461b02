//! Mends misspelt keywords. A word that is known, or that is good English near a keyword, stays as it is.

use std::{collections::HashSet, sync::LazyLock};

use super::lexicon;

/// Words of everyday titles that are one letter away from a keyword.
const GOOD_ENGLISH: &str = "about|above|after|again|agree|apart|around|back|bake|bath|beach|begin|below|bench|bill|board|boat|bone|book|boss|both|bread|bring|broad|build|bush|cable|cake|calm|camp|card|care|cart|case|cash|chair|chat|cheap|cheer|class|clean|cleaner|clear|clock|cloth|coat|code|cold|come|cook|cost|count|court|cover|cream|crew|dark|data|date|deal|dear|deep|demo|desk|diary|dinner|dish|dress|drive|driver|drop|early|earth|east|easy|even|event|ever|faces|fact|fair|fall|farm|fast|field|file|fill|film|filter|fine|fire|firm|fish|flat|floor|flow|food|foot|form|forms|forty|four|fresh|fridge|friend|friends|front|fruit|full|game|gear|gift|girl|glass|goat|gold|good|grade|great|green|grind|group|guest|guide|hair|half|hall|hand|hard|head|hear|heat|help|here|hers|high|hill|hire|hold|hole|home|hope|horse|house|human|idea|import|inbox|inch|input|inside|intent|invoice|item|jump|keys|kick|kind|king|kitchen|knee|lamp|land|large|later|learn|least|leave|left|lesson|letter|lift|light|like|line|live|loan|lock|logs|look|lose|lots|love|lower|lunch|machine|mail|main|mall|many|maps|march|market|meal|meals|meat|medal|medium|mentor|menu|metal|meter|mice|mile|milk|mind|mine|mint|mixer|model|module|money|more|mortgage|most|mother|mouth|mouse|moved|much|music|name|nail|near|neck|need|nest|news|next|nice|nine|north|nose|note|offer|office|often|once|only|onto|oven|over|pack|page|paid|paint|pair|panel|paper|parent|parents|park|party|pass|past|path|pay|peach|pear|phone|piano|pick|pills|pipe|pizza|place|plane|plant|plants|plate|play|plug|plumber|poem|point|pool|poor|port|post|power|present|press|price|print|printer|prize|probe|pull|pump|quick|quiet|quite|quote|race|radio|rail|rain|rate|reach|real|rent|rest|rice|ride|ring|river|road|rock|role|roof|room|root|rope|rose|round|rule|sale|salt|same|sand|save|scale|scan|school|score|screen|script|seal|seat|seed|seem|sell|send|sense|server|ship|shirt|shoe|shoes|shop|shore|short|shot|shower|side|sign|sink|site|size|skin|skip|sleep|slide|slow|smart|smoke|snow|soap|sock|socks|soft|soil|song|sort|soul|sound|soup|south|space|spare|spark|speed|spell|spend|spice|spin|sport|spot|spring|stack|staff|stage|stain|stair|stamp|stand|star|stare|stark|state|station|stay|steam|steel|stem|stock|stone|store|storm|story|straw|street|strong|study|style|sugar|suit|summer|sunday|supply|sweet|swim|table|tail|tale|talk|tank|tape|tax|taxes|team|tear|tend|tent|term|test|tests|text|than|that|them|then|there|these|they|thin|thing|think|this|those|three|tiles|tire|tired|toast|told|tone|tool|tools|tooth|total|touch|tour|tower|town|toys|track|trade|train|trainer|trash|travel|tray|treat|tree|trial|trip|truck|true|tune|tyre|uncle|unit|upper|used|user|users|valid|value|verb|very|video|view|visit|voice|vote|wage|wait|walk|wall|want|warm|wash|watch|water|wave|wear|weak|weather|weeds|were|west|wheel|where|while|white|whole|wide|wife|wild|wind|wine|wing|winter|wire|wise|wish|with|wood|wool|word|words|work|world|worth|would|write|yard|year|yours|zone|pasta|paste|garden|garage|gutter|gutters|laundry|sister|brother|butter|button|battery|dentist|doctor|design|designs|review|reviews|report|reports|budget|banner|planner|plans|agent|agents|backup|branch|bridge|browser|budgets|client|clients|costs|covers|customer|danger|dealer|degree|finger|flower|flowers|former|found|founder|gather|hotel|hours|journal|ladder|leader|letters|litter|matter|member|memory|merge|mirror|monitor|mobile|number|orange|order|orders|owner|packet|period|person|picture|poster|pocket|policy|potato|profile|project|quarter|reader|recipe|release|remote|repair|repairs|result|salary|sample|sauce|season|second|secret|section|signal|simple|single|social|source|speech|square|summit|surface|survey|switch|system|target|teacher|teaser|ticket|timer|toilet|tomato|topic|traffic|tutor|vendor|wallet|weight|window|windows|winner|writer|lease|leash|please|prove|share|shave|shade|shape|sharp|steps|steep|until|grant|chores|store|stores|stored|vacuum|basement|email|emails|renew|renewal|reviewed|mixed|wrist|blank|black|blood|bloom|clone|clove|stall|still|skill|skills|spill|smell|shell|shelf|shelves|lists|lost|last|list|kitten|kettle|passport|password|signed|signs|fixed|fixes|closet|clothes|breaks|broke|bread|brand|mango|manage|manager|munch|posts|parks|parts|pasts|costly|deposit|depot|finance|finch|daily|dairy|edited|editor|review|reserve|preserve|observe|contact|contacts|contract|contracts|contest|concert|content|consent|context";

static KNOWN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    lexicon::vocabulary()
        .chain(GOOD_ENGLISH.split('|'))
        .collect()
});

/// Keywords long enough to be mended to, in alphabetical order so that ties fall alike every time.
static TARGETS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut targets: Vec<_> = lexicon::vocabulary()
        .filter(|word| word.len() >= 4)
        .collect();
    targets.sort_unstable();
    targets.dedup();
    targets
});

/// The keyword that a word is most likely meant to be, else the word itself.
pub(crate) fn mend(word: &str) -> String {
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase()) || KNOWN.contains(word) {
        return word.to_owned();
    }
    let allowed = match word.len() {
        4..=6 => 1,
        _ => 2,
    };
    TARGETS
        .iter()
        .filter(|target| target.as_bytes()[0] == word.as_bytes()[0])
        .filter(|target| target.len().abs_diff(word.len()) <= allowed)
        .map(|target| (distance(word, target), target))
        .filter(|(distance, target)| {
            *distance <= allowed && (word.len() > 4 || is_swap(word, target))
        })
        .min_by_key(|(distance, target)| (*distance, target.len().abs_diff(word.len())))
        .map_or_else(|| word.to_owned(), |(_, target)| (*target).to_owned())
}

/// Short words are mended only where two letters changed places: `taks`.
fn is_swap(word: &str, target: &str) -> bool {
    let mut letters: Vec<u8> = word.bytes().collect();
    let mut others: Vec<u8> = target.bytes().collect();
    letters.sort_unstable();
    others.sort_unstable();
    letters == others
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_keywords_are_mended() {
        for (wrong, right) in [
            ("dedline", "deadline"),
            ("deadlien", "deadline"),
            ("tommorow", "tomorrow"),
            ("tomorow", "tomorrow"),
            ("wensday", "wednesday"),
            ("wendesday", "wednesday"),
            ("frday", "friday"),
            ("assgin", "assign"),
            ("meting", "meeting"),
            ("remnid", "remind"),
            ("estimat", "estimate"),
            ("taks", "task"),
            ("delte", "delete"),
            ("schedual", "schedule"),
            ("shedule", "schedule"),
            ("priorty", "priority"),
            ("subtsaks", "subtasks"),
            ("blokcers", "blockers"),
        ] {
            assert_eq!(mend(wrong), right, "{wrong}");
        }
    }

    #[test]
    fn good_words_stay() {
        for word in [
            "milk",
            "shore",
            "money",
            "plane",
            "kubernetes",
            "meat",
            "bob",
            "report",
            "invoice",
            "tax",
        ] {
            assert_eq!(mend(word), word);
        }
    }

    #[test]
    fn distance_counts_swaps_as_one() {
        assert_eq!(distance("taks", "task"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }
}
