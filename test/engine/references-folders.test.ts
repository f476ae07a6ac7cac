import { expect, it } from "vitest";
import { compactLines } from "../harness/check-files.js";

const lines = (...parts: readonly string[]): string => `${parts.join("\n")}\n`;

/** What is said of the paths of a table with this header over its code. */
async function said(header: string, code: string): Promise<readonly string[]> {
  const files = {
    "specs/Log.tla": lines("---- MODULE Log ----", "VARIABLE log", "Append(x) == log' = x", "===="),
    "specs/README.md": lines(`| TLA+ | ${header} |`, "| --- | --- |", `| \`Append(x)\` | ${code} |`),
    "crates/log/src/store.rs": "pub fn append() {}\n",
    "crates/net/src/store.rs": "pub fn send() {}\n",
    "crates/net/src/wire/frame.rs": "pub fn frame() {}\n",
  };
  const found = await compactLines(files, { only: ["ambiguous-path", "missing-file", "missing-symbol"] });
  return found.filter((line) => !line.includes(" nothing-checked: ")).map((line) => line.replace(/^\S+ \w+ /, ""));
}

it.each([
  ["Code (`crates/net/src/…`)", "`send()` in `store.rs`"],
  ["Code (crates/net/src/)", "`store.rs`"],
  ["Rust code in `crates/net/src/*`", "`send()` (`store.rs`), `wire/frame.rs`"],
  ["Code (`crates/net/src/**/*.rs`)", "`store.rs`"],
])("the folder of the header `%s` stands before the files of its table", async (header, code) => {
  expect(await said(header, code)).toEqual([]);
});

it("does not hide what is not there", async () => {
  expect(await said("Code (`crates/net/src/…`)", "`append()` in `store.rs`, `wire/none.rs`")).toEqual([
    "missing-symbol: `crates/net/src/store.rs` has no `append()`.",
    "missing-file: `wire/none.rs` does not exist.",
  ]);
});

it("is needed where several files have the name", async () => {
  expect(await said("Rust code", "`store.rs`")).toEqual([
    "ambiguous-path: `store.rs` may be any of 2 files: `crates/log/src/store.rs` or `crates/net/src/store.rs`.",
  ]);
});

const fork = "The code is that of `fork/net/store.c`; `store.c` has `send()`.";

/** What is said of a mapping table that names a file whose whole path its text gives. */
async function saidOfFork(config = "", more = ""): Promise<readonly string[]> {
  const files = {
    "specs/Log.tla": lines("---- MODULE Log ----", "VARIABLE log", "Append(x) == log' = x", "===="),
    "specs/README.md": lines(
      `${fork} ${more}`,
      "",
      "| TLA+ | C code |",
      "| --- | --- |",
      "| `Append(x)` | `append()` in `store.c` |",
      "| `log` | `fork/net/log.c` |",
    ),
    ...(config === "" ? {} : { "spec-anchors.toml": config }),
  };
  const found = await compactLines(files, { only: ["ambiguous-path", "missing-file", "missing-symbol"] });
  return found.filter((line) => !line.includes(" nothing-checked: ")).map((line) => line.replace(/^\S+ \w+ /, ""));
}

it("a file's name is the path that the document writes out, there or not", async () => {
  expect(await saidOfFork()).toEqual(["missing-file: The folder `fork` does not exist: 3 sites point into it."]);
});

it("a missing folder is reported where it is written", async () => {
  const files = {
    "specs/README.md": lines(
      "| TLA+ | C code |",
      "| --- | --- |",
      "| `Append(x)` | `store.c` |",
      "| `log` | `fork/net/store.c` |",
      "| `Cut` | `fork/net/log.c` |",
    ),
    "specs/Log.tla": lines("---- MODULE Log ----", "VARIABLE log", "Append(x) == log' = x", "Cut == log' = 0", "===="),
  };
  const found = await compactLines(files, { only: ["missing-file"] });
  expect(found.filter((line) => !line.includes(" nothing-checked: "))).toEqual([
    "specs/README.md:4:11: error missing-file: The folder `fork` does not exist: 3 sites point into it.",
  ]);
});

it("a file's name is the longest path that the document writes out", async () => {
  expect(await saidOfFork("", "It was `net/store.c`.")).toEqual(["missing-file: The folder `fork` does not exist: 3 sites point into it."]);
});

it("a file's name is external as the path that the document writes out", async () => {
  expect(await saidOfFork('external = ["fork/**"]\n')).toEqual([]);
});
