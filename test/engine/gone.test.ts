import { describe, expect, it } from "vitest";
import type { History } from "../../src/model/workspace.js";
import { diagnose, noHistory } from "../harness/check-files.js";

type Files = Readonly<Record<string, string>>;

const table = (said: string): string =>
  `| Invariant | Anchor site | How the code upholds it |\n| --- | --- | --- |\n| \`Budget\` | \`src/cache.rs\` | ${said} |\n`;

const cache = `pub fn insert(used: &mut usize, cost: usize, budget: usize) {
    // SPEC: Budget
    while *used + cost > budget {
        evict_coldest(used);
    }
    *used += cost;
}

fn evict_coldest(used: &mut usize) {
    *used -= 1;
}
`;

/** What is said to be gone, as it is written, with what it is now. */
async function gone(said: string, files: Files = {}, history: Partial<History> = {}): Promise<readonly string[]> {
  const found = await diagnose(
    { "specs/README.md": table(said), "src/cache.rs": cache, ...files },
    { only: ["stale-explanation"], history: { ...noHistory, ...history } },
  );
  return found.map(({ message, hint }) => {
    const written = /names `(.+?)`/.exec(message)?.[1];
    const now = /it is `(.+?)` now/.exec(message)?.[1];
    const meant = /Did you mean `(.+?)`/.exec(hint ?? "")?.[1];
    return [written, now === undefined ? "" : ` now ${now}`, meant === undefined ? "" : ` like ${meant}`].join("");
  });
}

const lostAll: Partial<History> = { lost: () => ({ now: undefined }) };

describe("a symbol that no code has", () => {
  it.each([
    ["a name of several words", "`evict_oldest` frees room", ["evict_oldest like evict_coldest"]],
    ["a call", "`inserts()` frees room", ["inserts() like insert"]],
    ["a call with its path", "`Cache::evict_oldest(used)?`", ["Cache::evict_oldest(used)? like evict_coldest"]],
    ["a macro", "`inserts!` frees room", ["inserts! like insert"]],
    ["a name of one word, which may be anything", "`inserts` frees room", []],
    ["a capital, which may be an operator", "`Insert_All()` and `EVICT_COLD`", []],
    ["nothing that reads like it", "`unwrap()`, `read_only`", []],
    ["an expression", "`evict_oldest + 1`, `x[evict_oldest]`", []],
    ["words, no code", "evict_oldest() frees room", []],
  ])("%s", async (_, said, expected) => expect(await gone(said)).toEqual(expected));

  it.each([
    ["the file lost it", "`unwrap()`", lostAll, ["unwrap()"]],
    ["the file lost a name of one word", "`recency`", lostAll, ["recency"]],
    ["the file lost a capital", "`Recency()`", lostAll, ["Recency()"]],
    ["history shows what it is now", "`evict_oldest`", { lost: () => ({ now: "evict_coldest" }) }, ["evict_oldest now evict_coldest"]],
    ["history shows no successor, but one reads alike", "`evict_oldest`", lostAll, ["evict_oldest like evict_coldest"]],
    ["the file never had it", "`unwrap()`", { lost: () => undefined }, []],
  ] as const)("%s", async (_, said, history, expected) => expect(await gone(said, {}, history)).toEqual(expected));

  it("asks history about the declared file", async () => {
    const asked: string[] = [];
    await gone("`recency`", { "src/other.rs": "fn f() {}\n" }, { lost: (path, word) => void asked.push(`${path} ${word}`) });
    expect(asked).toEqual(["src/cache.rs recency"]);
  });
});

describe("a symbol that some code has", () => {
  const has = (said: string, text: string, path = "src/cache.rs"): Promise<readonly string[]> =>
    gone(said, { [path]: path === "src/cache.rs" ? cache + text : text }, lostAll);

  it.each(["src/cache.rs", "src/other.rs", "scripts/run.py", "specs/Cache.tla", "tests/cache.rs"])("is not gone: in %s", async (path) => {
    expect(await has("`recency`", "recency = 1\n", path)).toEqual([]);
    expect(await has("`evict_oldest()`", "evict_oldest(1)\n", path)).toEqual([]);
  });

  it.each([
    ["src/cache.rs", "// evict_oldest()\n/* evict_oldest(1) */\n"],
    ["src/other.rs", "// evict_oldest()\n/* evict_oldest(1) */\n"],
    ["scripts/run.py", "# evict_oldest()\n"],
    ["specs/Cache.tla", "---- MODULE Cache ----\n\\* evict_oldest()\n(* evict_oldest(1) *)\n====\n"],
    ["docs/notes.md", "evict_oldest() is called\n"],
  ])("a comment or a text is no code: in %s", async (path, text) => {
    expect(await has("`evict_oldest()`", text, path)).toEqual(["evict_oldest() like evict_coldest"]);
  });

  it.each([
    ["a call", "fn f() { recency(1); }\n", []],
    ["its definition", "fn recency(x: u8) {}\n", []],
    ["a generic definition", "fn recency<T>(x: T) {}\n", []],
    ["a generic call", "fn f() { recency::<u8>(1); }\n", []],
    ["a macro's call", "fn f() { recency!(1); }\n", []],
    ["a module", "mod recency;\n", ["recency()"]],
    ["a field", "struct S { recency: u8 }\n", ["recency()"]],
    ["a path through a module", "use recency::Clock;\n", ["recency()"]],
    ["a name that has more letters", "fn recency_of_many_entries(x: u8) {}\n", ["recency()"]],
  ])("as a call, it is %s", async (_, text, expected) => {
    expect(await has("`recency()`", text)).toEqual(expected);
    expect(await has("`recency()`", text, "src/other.rs")).toEqual(expected);
  });

  it("as a name, it is anything of that name", async () => {
    for (const text of ["mod recency;\n", "struct S { recency: u8 }\n"]) expect(await has("`recency`", text)).toEqual([]);
    expect(await has("`recency`", "mod recency_of;\n")).toEqual(["recency"]);
  });
});

describe("names of the specification", () => {
  const beside = (other: string): Promise<readonly string[]> =>
    gone("`evict_oldest` frees room", { "specs/README.md": `${other}\n${table("`evict_oldest`")}` });

  it.each([
    ["another table's first column", "| Variable | Rust |\n| --- | --- |\n| `evict_oldest` | gone |\n", []],
    ["several in one cell", "| Variable | Rust |\n| --- | --- |\n| `used`, `evict_oldest` | gone |\n", []],
    ["another column", "| Variable | Rust |\n| --- | --- |\n| `used` | `evict_oldest` |\n", ["evict_oldest like evict_coldest"]],
    ["no code", "| Variable | Rust |\n| --- | --- |\n| evict_oldest | gone |\n", ["evict_oldest like evict_coldest"]],
  ])("%s", async (_, other, expected) => expect(await beside(other)).toEqual(expected));

  it("may stand in another document", async () => {
    const files = { "specs/other.md": "| Variable | Rust |\n| --- | --- |\n| `evict_oldest` | gone |\n" };
    expect(await gone("`evict_oldest`", files)).toEqual([]);
  });
});

describe("nothing is known to be missing", () => {
  it("where a declared file was not read as code", async () => {
    const row = "| `Budget` | `src/cache.rs`, `src/cache.lua` | `evict_oldest` frees room |\n";
    const files = { "specs/README.md": table("x").replace(/\| `Budget`.*\n/, row), "src/cache.lua": "-- SPEC: Budget\nused = 1\n" };
    expect(await gone("", files)).toEqual([]);
  });

  it("of a row that is no anchor's", async () => {
    const mapping = "| Action | Source | How |\n| --- | --- | --- |\n| `Evict` | `src/cache.rs` | by `evict_oldest()` |\n";
    expect(await gone("", { "specs/README.md": `${mapping}\n${table("why")}` })).toEqual([]);
  });
});

describe("a path", () => {
  it.each([
    ["that stands for nothing", "`tests/budget.rs`", ["tests/budget.rs"]],
    ["from the document's folder", "`../tests/budget.rs`", ["../tests/budget.rs"]],
    ["that is there", "`tests/cache.rs`, `../tests/cache.rs`", []],
    ["whose first folder is another repository's", "`upstream/budget.rs`", []],
    ["without a folder", "`budget.rs`", []],
    ["that has no end, as a fraction", "`tests/budget`", []],
    ["in an expression", "`cat tests/budget.rs`", []],
    ["in prose", "see tests/budget.rs", []],
  ])("%s", async (_, said, expected) => expect(await gone(said, { "tests/cache.rs": "#[test]\nfn t() {}\n" })).toEqual(expected));

  const files = { "tests/cache.rs": "#[test]\nfn t() {}\n" };

  it("that git ignores is not gone", async () => {
    const ignored = (paths: readonly string[]): ReadonlySet<string> => new Set(paths.filter((path) => path.endsWith("made.rs")));
    expect(await gone("`tests/made.rs` and `tests/gone.rs`", files, { ignored })).toEqual(["tests/gone.rs"]);
  });

  it("that was renamed", async () => {
    const renamedTo = (path: string): string | undefined => (path === "tests/budget.rs" ? "tests/cache.rs" : undefined);
    expect(await gone("`tests/budget.rs`", files, { renamedTo })).toEqual(["tests/budget.rs now tests/cache.rs"]);
  });
});
