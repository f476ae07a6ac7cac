import { stemsOf } from "./words.js";

/** What prose calls things, and the tokens that code of one language or another has for them. Words of one line may be in others, too. */
const idioms: readonly (readonly [words: string, tokens: string])[] = [
  [
    "add plus increment raise rise grow increase bump advance sum step",
    "+ += ++ checked_add saturating_add wrapping_add fetch_add sum add",
  ],
  ["subtract minus decrement lower decrease reduce shrink deduct lose", "- -= -- checked_sub saturating_sub wrapping_sub fetch_sub sub"],
  ["double twice power", "*= << <<= pow 2 next_power_of_two"],
  ["multiply times product scale", "* *= checked_mul saturating_mul"],
  ["half halve divide share split quotient", "/ /= >> 2 div_ceil"],
  ["remainder modulo wrap cyclic circular ring around", "% rem_euclid wrapping_add wrapping_sub & mod"],
  ["round rounded ceiling", "div_ceil ceil floor round next_multiple_of"],
  ["cap bound limit clamp exceed beyond", "min clamp < <= > >= Min"],
  ["least floor below negative", "max < saturating_sub Max"],
  ["smallest oldest earliest lowest minimum", "min min_by_key first front Min peek"],
  ["largest newest latest highest maximum greatest", "max max_by_key last back Max"],
  ["guard check test unless reject refuse condition", "if Err return throw raise ensure require guard"],
  ["fail failure error reject refuse", "Err throw raise Error error err Left Failure"],
  ["assert debug", "debug_assert debug_assert_eq debug_assert_ne assert assert_eq require invariant"],
  ["panic crash abort", "panic unwrap expect unreachable assert abort"],
  ["empty none nothing absent nobody", "None is_empty null nil isEmpty undefined nullptr empty"],
  ["walk iterate visit go", "for while iter iter_mut forEach range into_iter"],
  ["loop turn repeat round", "while loop for"],
  ["append add push end tail enqueue queue", "push push_back append extend emplace_back enqueue"],
  ["pop take head front dequeue", "pop pop_front take shift dequeue front"],
  ["remove drop forget delete discard erase evict free", "remove retain drain delete erase take clear swap_remove truncate pop"],
  ["insert enter store record put register enlist remember", "insert push store set entry put emplace"],
  ["empty clear reset wipe", "clear drain truncate reset fill take"],
  ["compare equal", "== eq cmp != match Equal"],
  ["differ different", "!= ! ne"],
  ["copy clone anew duplicate", "clone cloned copy to_vec to_owned copied"],
  ["replace exchange swap", "swap replace compare_exchange compare_exchange_weak"],
  ["skip pass ignore omit", "continue skip filter"],
  ["stop leave exit", "return break"],
  ["return answer yield give", "return Ok Some"],
  ["wake notify signal", "notify_one notify_all unpark notify signal wake"],
  ["wait sleep block park", "wait park sleep wait_while wait_timeout await block"],
  ["lock critical exclusive mutex", "lock Mutex write lock_guard synchronized"],
  ["atomic atomically", "compare_exchange compare_exchange_weak fetch_add swap store load"],
  ["zero", "0"],
  ["once single", "1"],
  ["first begin start", "first front 0 next"],
  ["last final end", "last back pop len rposition"],
  ["count number many length size", "len count size length"],
  ["keep stay retain preserve", "retain filter get_or_insert or_insert entry continue"],
  ["reverse backward descending newest", "rev reverse Reverse"],
  ["sort order ascending", "sort sort_by sort_by_key sort_unstable sorted binary_search windows"],
  ["unique duplicate distinct", "dedup HashSet BTreeSet Set contains insert"],
  ["exist known contain present", "contains contains_key get has find is_some exists any"],
  ["otherwise else", "else unwrap_or default"],
  ["overflow", "checked_add checked_sub checked_mul wrapping_add saturating_add"],
  ["exactly", "== != assert_eq"],
  ["destructor scope dropped unwinding", "drop Drop close dispose finally defer finalize"],
  ["constructor made created", "new init constructor with_capacity default make create"],
  ["unsigned", "u8 u16 u32 u64 u128 usize uint32_t uint64_t size_t unsigned"],
  ["signed", "i8 i16 i32 i64 isize int32_t int64_t"],
  ["shift bit", "<< >> <<= >>= | &"],
  ["flag", "true false bool store"],
];

const none: readonly string[] = [];
let table: Map<string, Set<string>> | undefined;
const kept = new Map<string, readonly string[]>();

/** The tokens that code may have for a word of prose, by its stem. */
export function idiomsOf(stem: string): readonly string[] {
  if (table === undefined) {
    table = new Map();
    for (const [words, tokens] of idioms) {
      for (const each of stemsOf(words)) {
        const all = table.get(each) ?? new Set();
        for (const token of tokens.split(" ")) all.add(token);
        table.set(each, all);
      }
    }
  }
  const found = kept.get(stem) ?? [...(table.get(stem) ?? none)];
  kept.set(stem, found);
  return found;
}
