import { describe, expect, it } from "vitest";
import type { TableConfig } from "../../../src/model/config.js";
import { type MappingTable, mappingsIn } from "../../../src/read/documents/mapping.js";
import { factsOf, lines } from "./document-text.js";

function tablesIn(text: string, config?: TableConfig): readonly MappingTable[] {
  return mappingsIn(factsOf("specs/README.md", text), { isOther: () => false, configOf: () => config });
}

/** Each row in short: `modules names => paths symbols`. */
const brief = (text: string, config?: TableConfig): readonly string[] =>
  tablesIn(text, config).flatMap(({ rows }) =>
    rows.map(({ modules, names, quoted, paths, symbols, nothing }) => {
      const spec = [...modules.map(({ path }) => path), ...names.map(({ name }) => name.name), ...quoted.map(({ name }) => `"${name}"`)];
      const code = [...paths.map(({ path }) => path), ...symbols.map(({ symbol }) => symbol.names.join("."))];
      return `${spec.join(" ")} => ${nothing === undefined ? code.join(" ") : "nothing"}`;
    }),
  );

const table = (header: string, ...rows: readonly string[]): string =>
  lines(`| ${header} |`, `|${header.split("|").fill("---").join("|")}|`, ...rows.map((row) => `| ${row} |`), "");

describe("mapping tables", () => {
  it.each([
    [
      "modules and functions",
      table("Spec | What it models | Rust function", "`log/Log.tla` | `Append(x)`, `len == 0` | `append()` → `flush()`"),
      ['log/Log.tla "Append" => append flush'],
    ],
    ["variables and bindings", table("TLA+ Variable | Rust Code", "`log[n]` | `entries: Vec<u8>` in `append`"), ["log => entries append"]],
    [
      "actions of an instance",
      table("TLA+ Action | C++ Implementation", "`L!Append(x)`, `Crash'` | `Log::append`"),
      ["Append Crash => Log.append"],
    ],
    ["fields of records", table("Model state | Concrete source", "`rings.head` | `Ring::head`"), ["rings => Ring.head"]],
    [
      "code places in the first column",
      table("Code Location | Function | TLA+ Spec", "`log.mm:append()` | Appends | Log.tla (Append, Grow)"),
      ["Log.tla Append Grow => log.mm append"],
    ],
    [
      "functions beside their files",
      table("TLA+ operator | Rust function | Location", "`Sum` | `sum_all` | `math.rs:12`"),
      ["Sum => math.rs sum_all"],
    ],
    [
      "rows without code",
      table("TLA+ Variable | Code", "`log` | `entries`, `entries_all`", "`ghost` | (none – `x()`)"),
      ["log => entries_all", "ghost => nothing"],
    ],
    [
      "names beside modules",
      table("ID | Name | Spec", "L.1 | NoLoss | Log.tla", "L.2 | NoTwin | Log.tla"),
      ["Log.tla NoLoss => ", "Log.tla NoTwin => "],
    ],
    ["numbered properties", table("Property ID | Pattern | Code Locations", "P.1 | guards | log.h (m_guard)"), [" => log.h m_guard"]],
  ])("read %s", (_, text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it.each([
    ["results", table("Spec | States | Result", "`Log.tla` | 1,024 | PASS")],
    ["constants", table("Constant | Value", "`MaxLen` | 4")],
    ["parameters", table("Model | n | Byzantine f | Result", "`MCSafe` | 5 | 1 | holds")],
    ["issues", table("Issue | Severity | Fix Description", "32.1 | HIGH | `reset()` race")],
    ["files", table("File | Purpose", "`src/log.rs` | the log")],
    ["flags", table("Option | Description", "`--depth N` | how deep")],
    ["functions without a specification", table("Function | Signature", "`append` | `fn append(x: u8)`")],
    ["prose under such headers", table("Specification | Implementation notes", "Log | it took two weeks")],
  ])("are not tables of %s", (_, text) => {
    expect(tablesIn(text)).toEqual([]);
  });

  it("follow the configuration", () => {
    const text = table("Was | Wo", "`Append` | `append()`");
    expect(brief(text)).toEqual([]);
    expect(brief(text, { header: "Was", kind: "mapping", columns: { name: "Was", site: "Wo" } })).toEqual(["Append => append"]);
    const known = table("TLA+ Action | Code", "`Append` | `append()`");
    expect(brief(known, { header: "Code", kind: "ignore" })).toEqual([]);
    expect(brief(known, { header: "Code", kind: "anchor" })).toEqual([]);
  });

  it("leave the tables alone that somebody else reads", () => {
    const facts = factsOf("a.md", table("TLA+ Action | Code", "`Append` | `append()`"));
    expect(mappingsIn(facts, { isOther: () => true, configOf: () => undefined })).toEqual([]);
  });
});

describe("what stands around them", () => {
  const actions = table("TLA+ Action | Production Code (`log.mm`)", "`Append` | `append()`");
  const around = (text: string): readonly string[] =>
    tablesIn(text).map(({ modules, files }) => `${modules.map(({ path }) => path).join(" ")} / ${files.map(({ path }) => path).join(" ")}`);

  it("is the module of the heading, as the text below it writes it", () => {
    expect(around(lines("### Log.tla (new)", "", "**File:** `specs/sub/Log.tla`", "", actions))).toEqual(["specs/sub/Log.tla / log.mm"]);
    expect(around(lines("## Log.tla", "", "### Actions", "", actions))).toEqual(["Log.tla / log.mm"]);
  });

  it("is the only module that the text names", () => {
    expect(around(lines("### Log", "", "See `a/Log.tla`.", "", actions))).toEqual(["a/Log.tla / log.mm"]);
    expect(around(lines("### Log", "", "See `a/Log.tla` and `b/Log.tla`.", "", actions))).toEqual([" / log.mm"]);
  });

  it("is what the section of the same name says elsewhere", () => {
    const specs = table("Spec | Rust function", "`log/Log.tla` | `append()`");
    const text = lines("## Specs", "", "### The Log", "", specs, "## Variables", "", "### The Log (in memory)", "", actions);
    expect(around(text)).toEqual(["log/Log.tla / ", "log/Log.tla / log.mm"]);
  });

  it("is the code file of the heading", () => {
    const text = lines("### `src/log.rs`", "", table("TLA+ Action | Rust code", "`Append` | `append()`"));
    expect(around(text)).toEqual([" / src/log.rs"]);
  });
});

describe("the reader", () => {
  it("reads every beginning of a document", () => {
    const text = lines("### Log.tla", "", table("TLA+ `a|b` | Code", "`A(x)`, [`B`](x.tla) | `f()` (`a.rs:1`) in `g`"));
    for (let length = 0; length <= text.length; length += 1) expect(Array.isArray(tablesIn(text.slice(0, length)))).toBe(true);
  });
});
