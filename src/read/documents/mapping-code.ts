import type { SymbolName } from "../../model/reference.js";

interface Segment {
  readonly name: string;
  /** What parts it from the one before. */
  readonly separator: string;
  readonly called: boolean;
}

const identifier = /(?:~\s*)?[A-Za-z_][A-Za-z0-9_]*!?/y;
const separators = /\s*(::|->|\?\.|\.)\s*/y;

/** Words of languages that name nothing of a project. */
const keywords = new Set(
  (
    "if else for while loop match switch case return break continue true false True False null nil None Some Ok Err NULL nullptr void " +
    "self Self this super async await const static mut unsafe in let var new delete not and or use import from where as is " +
    "int uint bool char float double long short unsigned signed size_t usize isize u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 f32 f64 str string String"
  ).split(" "),
);

/** Types and functions that come with a language. */
const standard = new Set(
  (
    "Vec Option Result Box Rc Arc Cell RefCell Mutex RwLock HashMap HashSet BTreeMap BTreeSet VecDeque Condvar Iterator Default Clone Copy Send Sync Drop " +
    "shared_ptr unique_ptr weak_ptr atomic mutex recursive_mutex shared_mutex lock_guard unique_lock scoped_lock condition_variable vector map set unordered_map " +
    "unordered_set optional thread_local atomic_bool atomic_int List Map Set ArrayList Object Integer Boolean ConcurrentHashMap AtomicBoolean AtomicInteger AtomicLong Promise Array"
  ).split(" "),
);

/** Methods that containers, locks and atomics of any language have: what they are called on is what is meant. */
const standardMethods = new Set(
  (
    "len size length count push push_back pop pop_back insert remove erase get set iter into_iter clone contains contains_key is_empty empty clear append add " +
    "load store fetch_add fetch_sub fetch_or fetch_and exchange compare_exchange compare_exchange_weak compare_exchange_strong lock unlock try_lock wait wait_for " +
    "notify_one notify_all notify signal begin end front back at find reset release unwrap expect as_ref as_mut borrow borrow_mut to_vec take swap await send recv keys values"
  ).split(" "),
);

const namespaces = new Set(["std", "core", "alloc", "java", "javax", "kotlin", "absl", "folly"]);

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "<": ">", "{": "}" };

/** Where the bracket at `start` is closed, behind it; `undefined` if it is not. An arrow closes nothing. */
function behindBracket(text: string, start: number): number | undefined {
  const open: string[] = [];
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    const closer = closers[sign];
    if (closer !== undefined && (sign !== "<" || text[start] === "<")) open.push(closer);
    else if (sign === open.at(-1) && !(sign === ">" && /[-=]/.test(text[at - 1] ?? ""))) {
      open.pop();
      if (open.length === 0) return at + 1;
    }
  }
  return undefined;
}

/** `a::b(x).c[i]` taken apart; `undefined` for what is no chain of names. */
function chainOf(text: string): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  let separator = "";
  for (let at = 0; ; ) {
    identifier.lastIndex = at;
    const name = identifier.exec(text)?.[0];
    if (name === undefined) return undefined;
    at += name.length;
    let called = false;
    for (let sign = text[at]; sign === "(" || sign === "[" || sign === "<"; sign = text[at]) {
      const behind = behindBracket(text, at);
      // `a < b` is a comparison; `Type<T>` goes on or ends.
      if (behind === undefined || (sign === "<" && !/^(?:$|::|\(|\s*$)/.test(text.slice(behind)))) return undefined;
      called = called || sign === "(";
      at = behind;
    }
    segments.push({ name: name.replace(/\s/g, "").replace(/!$/, ""), separator, called: called || name.endsWith("!") });
    separators.lastIndex = at;
    const next = separators.exec(text);
    if (next === null) return /^\s*;?$/.test(text.slice(at)) || (called && /^\s*(?:->|:)\s*\S/.test(text.slice(at))) ? segments : undefined;
    // `f() -> Type` says what a call gives, and ends the chain.
    if (next[1] === "->" && called && /\s/.test(next[0])) return segments;
    // `Type::` and `module::*` name what is before.
    at += next[0].length;
    separator = next[1] ?? "";
  }
}

/** The names of a chain that are the project's, with the form that they have together. */
function symbolOfChain(segments: readonly Segment[], written: string): SymbolName | undefined {
  const ending = segments.at(-1);
  const isMethodOfStandard =
    segments.length > 1 && ending?.called === true && ending.separator !== "::" && standardMethods.has(ending.name);
  const isOfType = segments.length === 2 && /^[A-Z]/.test(segments[0]?.name ?? "");
  const meant = isMethodOfStandard && !isOfType ? segments.slice(0, -1) : segments;
  const own = meant.filter(({ name }, at) => at > 0 || !/^(?:self|this|crate|super|Self)$/.test(name));
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined || (own.length > 1 && namespaces.has(first.name))) return undefined;
  if (own.some(({ name }) => name === "")) return undefined;
  const form = own.length < segments.length && own.length === 1 && !last.called ? "member" : formOf(own);
  if (own.length === 1 && (keywords.has(first.name) || standard.has(first.name))) return undefined;
  // `Type::method` of a standard type is as little the project's as the type.
  if (own.length > 1 && standard.has(first.name)) return undefined;
  const symbol = { written, names: own.map(({ name }) => name), form, type: undefined };
  // `log.append()` may be a method of the project; `self.log.append()` says that `log` is its own all the same.
  return meant.length < segments.length && own.length === meant.length && ending !== undefined
    ? { ...symbol, method: ending.name }
    : symbol;
}

function formOf(segments: readonly Segment[]): SymbolName["form"] {
  const last = segments.at(-1);
  if (segments.slice(1).some(({ separator }) => separator !== "::")) {
    const [first] = segments;
    // `Class.method()`, as against `object.method()`.
    return segments.length === 2 && first !== undefined && /^[A-Z]\w*[a-z]/.test(first.name) && !first.called ? "scoped" : "member";
  }
  if (segments.length > 1) return "scoped";
  return last?.called === true ? "call" : "plain";
}

const definer =
  /^(?:(?:pub(?:\([^)]*\))?|export|public|private|protected|abstract|final|async|unsafe|inline|virtual)\s+)*(?:fn|def|func|function|struct|enum|class|trait|interface|protocol|type|mod|impl|macro_rules!|#define|let(?:\s+mut)?|val|var|const|static)\s+(?:\([^)]*\)\s*)?/;

/** `thread_local Type name`, `std::atomic<bool> name`: the name. A sentence has neither modifiers nor type arguments. */
const declaration =
  /^(?:(?:static|extern|const|constexpr|thread_local|volatile|mutable|inline|__thread)\s+)*(?:(?:static|extern|const|constexpr|thread_local|volatile|mutable)\s+[A-Za-z_][\w:]*(?:<.*>)?\s+|[A-Za-z_]\w*(?:::\w+)+(?:<.*>)?\s+|[A-Za-z_][\w:]*<.*>\s+|[A-Za-z_][\w:]*\s*[*&]+\s*)([A-Za-z_]\w*)(?:\[[^\]]*\])?;?$/;

const selector = /^[-+]\s*\[\s*(\w+)\s+(\w[\w:]*)\s*\]$/;

/** What may be a type after `name:`. A number, a string or a sentence is none. */
const typeText = /^[&*]*(?:(?:mut|const|dyn|impl)\s+)?[A-Z([a-z_][^="'`]*$/;

/**
 * The symbol that a stretch of code names, whatever it says beside the name; `undefined` for expressions, values, standard items and prose.
 *
 * ```text
 * f(x)   Type::method   obj->field   self.field   name: Type   fn name(a)   thread_local T name   -[Class sel:]
 * ```
 */
export function symbolIn(code: string): SymbolName | undefined {
  const written = code.trim();
  if (written === "" || written.length > 200) return undefined;
  const sent = selector.exec(written);
  if (sent?.[1] !== undefined && sent[2] !== undefined) return { written, names: [sent[1], sent[2]], form: "scoped", type: undefined };
  const bare = written.replace(/^&(?:mut\s+)?/, "").replace(/:\d[\d\s,–-]*$/, "");
  const defined = bare.replace(definer, "");
  const isDefined = defined !== bare;
  const typed = /^((?:[A-Za-z_]\w*(?:\.|->))*[A-Za-z_]\w*)\s*:\s*(?!:)(.+)$/.exec(isDefined ? defined.replace(/\s*=[^=].*$/, "") : bare);
  if (typed?.[1] !== undefined && typed[2] !== undefined && !/^(?:https?|note|see)$/i.test(typed[1])) {
    if (!typeText.test(typed[2]) || /^(?:true|false|null|none)$/i.test(typed[2]) || /^[a-z]+ [a-z]+/.test(typed[2])) return undefined;
    const chain = chainOf(typed[1]);
    const symbol = chain === undefined ? undefined : symbolOfChain(chain, written);
    return symbol === undefined ? undefined : { ...symbol, form: "typed", type: typed[2].trim() };
  }
  const declared = isDefined ? undefined : declaration.exec(bare)?.[1];
  if (declared !== undefined) return keywords.has(declared) ? undefined : { written, names: [declared], form: "declared", type: undefined };
  const head = isDefined ? (/^~?[A-Za-z_][\w:.]*/.exec(defined)?.[0] ?? "") : defined;
  // `cfg(feature = "x")`, `EXISTS (…)` and `COUNT(*)` are conditions and queries.
  if (/^(?:cfg|cfg_attr|derive|allow|deny|feature|sizeof|typeof|[A-Z]{3,})\s*\(/.test(head)) return undefined;
  const chain = chainOf(head);
  const symbol = chain === undefined ? undefined : symbolOfChain(chain, written);
  return symbol === undefined || !isDefined ? symbol : { ...symbol, form: "declared" };
}
