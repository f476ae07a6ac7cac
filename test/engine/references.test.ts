import { describe, expect, it } from "vitest";
import type { History, Verdicts } from "../../src/model/workspace.js";
import { compactLines, noHistory, type Setting } from "../harness/check-files.js";

const ids = ["missing-symbol", "missing-file", "ambiguous-path", "broken-link", "undefined-name", "stale-explanation"];

/** The findings of these rules, without what every workspace without anchors is told. */
async function found(files: Readonly<Record<string, string>>, setting: Setting = {}): Promise<readonly string[]> {
  const lines = await compactLines(files, { only: ids, ...setting });
  return lines.filter((line) => !line.includes(" nothing-checked: ")).map((line) => line.replace(/^(\S+) (?:error|warning) /, "$1 "));
}

const lines = (...parts: readonly string[]): string => `${parts.join("\n")}\n`;
const module = (name: string, ...units: readonly string[]): string => lines(`---- MODULE ${name} ----`, ...units, "====");
const actions = (...rows: readonly string[]): string => lines("| TLA+ Action | Rust code |", "| --- | --- |", ...rows);

const log = {
  "specs/Log.tla": module("Log", "VARIABLE log", "Append(x) == log' = x", "Crash == UNCHANGED log"),
  "src/log.rs": lines(
    "pub struct Log { entries: Vec<u8>, len: usize }",
    "impl Log {",
    "    pub fn append(&mut self, byte: u8) { let slot = self.len; self.entries[slot] = byte; }",
    "    // old_append was here",
    '    pub fn name() -> &\'static str { "log_table" }',
    "}",
    "pub fn devlog_read() {}",
  ),
  "src/disk.rs": lines("use crate::log::Log;", "pub fn flush(log: &mut Log) { log.append(0); }"),
};

describe("symbols of mapping tables", () => {
  it.each([
    ["functions", "`append()`", undefined],
    ["methods", "`Log::append`", undefined],
    ["modules' functions", "`disk::flush()`", undefined],
    ["fields", "`self.entries`", undefined],
    ["fields of objects", "`log->entries`", undefined],
    ["bindings", "`slot` in `append()`", undefined],
    ["names that stand for others", "`with_foo(...)`, `WithX(...)`", undefined],
    ["uses", "`len` in `append()`", undefined],
    ["types", "`entries: Vec<u8>`", undefined],
    ["functions of a file", "`src/log.rs::append`", undefined],
    ["what a file only uses", "`append()` (`src/disk.rs`)", undefined],
    ["nothing by part of a name", "`log_read()`", "missing-symbol: No source has `log_read()`."],
    ["nothing in comments", "`old_append()`", "missing-symbol: No source has `old_append()`."],
    ["no data in strings", "`log_table`", undefined],
    ["no calls in strings", "`log_table()`", "missing-symbol: No source has `log_table()`."],
    ["nothing under another owner", "`Disk::append`", "missing-symbol: No source has `Disk::append`."],
    ["nothing in another function", "`slot` in `flush()`", "missing-symbol: `flush()` has no `slot`."],
    ["nothing in another file", "`src/disk.rs::devlog_read`", "missing-symbol: `src/disk.rs` has no `devlog_read`."],
    ["a function instead of what is in it", "`slot` in `prepend()`", "missing-symbol: No source has `prepend()`."],
    ["words of the specification", "`Append` as `log` says", undefined],
    ["another type", "`entries: Vec<u16>`", "stale-explanation: The row gives `entries` the type `Vec<u16>`; the code gives it `Vec<u8>`."],
    ["methods of whatever object", "`journal.append()`", undefined],
    ["no fields that have a method of any container", "`self.slots.len()`", "missing-symbol: No source has `self.slots.len()`."],
    ["no fields of an object that is nowhere", "`journal.entries`", "missing-symbol: No source has `journal.entries`."],
  ])("are %s", async (_, code, finding) => {
    const lines = await found({ ...log, "specs/README.md": actions(`| \`Append(x)\` | ${code} |`) });
    expect(lines.map((line) => line.replace(/^\S+ /, ""))).toEqual(finding === undefined ? [] : [finding]);
  });

  it("are one finding for each name of a document, which says where it is instead", async () => {
    const files = {
      ...log,
      "specs/README.md": actions("| `Append(x)` | `src/disk.rs::devlog_read` |", "| `Crash` | `src/disk.rs::devlog_read` |"),
    };
    expect(await found(files)).toHaveLength(1);
  });

  it("are looked for in files of languages without a grammar by their code alone", async () => {
    const files = {
      ...log,
      "src/run.lua": "-- wipe()\nappend_all()\n",
      "specs/README.md": actions("| `Crash` | `append_all()`, `wipe()` |"),
    };
    expect(await found(files)).toEqual(["specs/README.md:3:29: missing-symbol: No source has `wipe()`."]);
  });
});

describe("names of mapping tables", () => {
  it("are defined in the module of the row", async () => {
    const specs = lines("| Spec | What | Function |", "| --- | --- | --- |", "| `Log.tla` | `Append(x)`, `Shrink(x)` | `append()` |");
    expect(await found({ ...log, "specs/README.md": specs })).toEqual([
      "specs/README.md:3:28: undefined-name: `specs/Log.tla` does not define `Shrink`.",
    ]);
  });

  it("are names of another kind where hardly any is defined", async () => {
    const files = {
      ...log,
      "specs/README.md": actions("| `LogUp` | `append()` |", "| `LogDown` | `append()` |", "| `LogOff` | `append()` |"),
    };
    expect(await found(files)).toEqual([]);
  });

  it("may be fields, bound names and strings of the modules", async () => {
    const files = {
      ...log,
      "specs/Log.tla": module("Log", "VARIABLE log", 'Append(x) == log\' = [Head |-> x, kind |-> "Full"]', "\\* Gone == 1"),
      "specs/README.md": actions(
        "| `Append(x)` | `append()` |",
        "| `Head` | `append()` |",
        "| `Full` | `append()` |",
        "| `Gone` | `append()` |",
      ),
    };
    expect(await found(files)).toEqual(["specs/README.md:6:3: undefined-name: No module defines `Gone`."]);
  });

  it("may come through an instance", async () => {
    const files = {
      ...log,
      "specs/Disk.tla": module("Disk", "L == INSTANCE Log WITH log <- 0"),
      "specs/README.md": lines("## Disk.tla", "", actions("| `L!Append(x)` | `append()` |", "| `L` | `Log` |")),
    };
    expect(await found(files)).toEqual([]);
  });
});

describe("paths", () => {
  const ignoring: History = { ...noHistory, ignored: (paths) => new Set(paths.filter((path) => path.endsWith(".jar"))) };
  const shell = (...script: readonly string[]): string => lines("```sh", ...script, "```");

  it("of tables are one finding, with what would be in the file", async () => {
    const files = { ...log, "specs/README.md": actions("| `Append(x)` | `log.c:append()` |", "| `Crash` | `log.c` |") };
    expect(await found(files)).toEqual(["specs/README.md:3:17: missing-file: `log.c` does not exist."]);
  });

  it("may leave out the first folders where one file fits, or where the document writes them out", async () => {
    const two = { ...log, "old/src/log.rs": "" };
    const rows = actions("| `Append(x)` | `log.rs` (`append`) |");
    expect(await found({ ...log, "specs/README.md": rows })).toEqual([]);
    expect(await found({ ...two, "specs/README.md": rows })).toEqual([
      "specs/README.md:3:17: ambiguous-path: `log.rs` may be any of 2 files: `old/src/log.rs` or `src/log.rs`.",
    ]);
    expect(await found({ ...two, "specs/README.md": `See \`src/log.rs\`.\n\n${rows}` })).toEqual([]);
  });

  it("of commands begin where the reader stands", async () => {
    const files = {
      ...log,
      "specs/README.md": shell(
        "cd specs",
        "java -cp tla2tools.jar tlc2.TLC -config Log.cfg Log.tla",
        "./run.sh",
        "bash other.sh",
        "cat tools.jar",
      ),
    };
    expect(await found(files, { history: ignoring })).toEqual([
      "specs/README.md:3:41: missing-file: `Log.cfg` does not exist.",
      "specs/README.md:4:1: missing-file: `./run.sh` does not exist.",
      "specs/README.md:5:6: missing-file: `other.sh` does not exist.",
    ]);
  });

  it("of scripts without a folder may be another repository's", async () => {
    expect(await found({ ...log, "specs/README.md": shell("python setup.py build") })).toEqual([]);
  });

  it("of Cargo are targets and packages", async () => {
    const files = {
      ...log,
      "Cargo.toml": lines("[package]", 'name = "log-core"', "[[test]]", 'name = "named"', 'path = "t.rs"'),
      "tests/append.rs": "#[test]\nfn a() {}\n",
      "specs/README.md": shell(
        "cargo test --test append -p log-core",
        "cargo test --test named",
        "cargo test --test apend",
        "cargo test -p log",
      ),
    };
    expect(await found(files)).toEqual([
      "specs/README.md:4:19: missing-file: There is no test `apend`: `tests/apend.rs` does not exist.",
      "specs/README.md:5:15: missing-file: No `Cargo.toml` is of a package `log`.",
    ]);
  });

  it("of tests are there, and have a test", async () => {
    const files = {
      ...log,
      "tests/some.rs": "#[test]\nfn a() {}\n",
      "tests/none.rs": "// #[test]\nfn a() {}\n",
      "specs/README.md": lines(
        "The properties are exercised by `tests/some.rs`, `tests/none.rs` and `tests/gone.rs`.",
        "",
        "`tests/later.rs` will be added to test the rest.",
      ),
    };
    expect(await found(files)).toEqual([
      "specs/README.md:1:50: missing-symbol: `tests/none.rs` has no test.",
      "specs/README.md:1:70: missing-file: `tests/gone.rs` does not exist.",
    ]);
  });

  it("of links begin in the document's folder", async () => {
    const files = {
      ...log,
      "specs/README.md": "[a](Log.tla) [b](../src/) [c](src/log.rs#L1) [d](gone.md) [e](gone.md) [f](../../issues) [g](url)\n",
    };
    expect(await found(files)).toEqual([
      "specs/README.md:1:28: broken-link: The link leads to `src/log.rs`, which does not exist.",
      "specs/README.md:1:47: broken-link: The link leads to `gone.md`, which does not exist.",
    ]);
  });
});

describe("what is left alone", () => {
  it("is what the configuration ignores, and what it says is elsewhere", async () => {
    const rows = actions("| `Append(x)` | `kernel/log.c::append` |");
    expect(await found({ ...log, "specs/README.md": rows })).toHaveLength(1);
    expect(await found({ ...log, "specs/README.md": rows, "spec-anchors.toml": 'external = ["kernel/**"]\n' })).toEqual([]);
    const ignore = '[[tables]]\nheader = "Rust code"\nkind = "ignore"\n';
    expect(await found({ ...log, "specs/README.md": rows, "spec-anchors.toml": ignore })).toEqual([]);
  });
});

describe("answers of earlier runs", () => {
  it("are kept where there is nothing to report, and hold as long as no file with one of the words changes", async () => {
    const kept = new Map<string, string>();
    const verdicts: Verdicts = { recall: (key) => kept.get(key), keep: (key, verdict) => kept.set(key, verdict) };
    const files = { ...log, "specs/README.md": actions("| `Append(x)` | `append()`, `log_table` |") };
    expect(await found(files, { verdicts })).toEqual([]);
    expect([...kept.values()]).toContain("fu");
    expect(await found(files, { verdicts })).toEqual([]);
    const renamed = { ...files, "src/log.rs": log["src/log.rs"].replace("fn append", "fn put"), "src/disk.rs": "" };
    expect(await found(renamed, { verdicts })).toEqual(["specs/README.md:3:17: missing-symbol: No source has `append()`."]);
  });
});
