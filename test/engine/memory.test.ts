import { describe, expect, it } from "vitest";
import { check } from "../../src/engine/check.js";
import type { Level } from "../../src/model/finding.js";
import type { History, Verdicts } from "../../src/model/workspace.js";
import { rules } from "../../src/rules/index.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";
import { noHistory, type Setting, worldOf } from "../harness/check-files.js";

type Files = Readonly<Record<string, string>>;

const files: Files = {
  "specs/README.md": "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `A` | `src/a.rs` | why |\n",
  "specs/M.tla": "---- MODULE M ----\nA == TRUE\n====\n",
  "specs/M.cfg": "INVARIANT A\n",
  "src/a.rs": "// SPEC: A\nfn f() {}\n",
  "notes.md": "Nothing.\n",
};

function store(): Verdicts {
  const kept = new Map<string, string>();
  return { recall: (key) => kept.get(key), keep: (key, verdict) => void kept.set(key, verdict) };
}

/** Checks, and says whether a parser was asked for. */
async function checked(given: Files, verdicts: Verdicts, setting: Setting = {}, levels: Readonly<Record<string, Level>> = {}) {
  const world = await worldOf(memoryWorkspace(given), { ...setting, verdicts });
  let parsed = false;
  const grammars: typeof world.grammars = {
    load: (name) => {
      parsed = true;
      return world.grammars.load(name);
    },
  };
  const { report } = await check({ ...world, grammars }, { rules, levels, only: [], paths: [] });
  return { report, parsed };
}

describe("a check that was made before", () => {
  it("is not made again, and gives the same report", async () => {
    const verdicts = store();
    const first = await checked(files, verdicts);
    const second = await checked({ ...files }, verdicts);
    expect([first.parsed, second.parsed]).toEqual([true, false]);
    expect(second.report).toEqual(first.report);
  });

  it("keeps its findings", async () => {
    const verdicts = store();
    const { "specs/M.cfg": _, ...unchecked } = files;
    const first = await checked(unchecked, verdicts);
    expect(first.report.diagnostics.map(({ rule }) => rule)).toEqual(["unchecked-invariant"]);
    expect(await checked(unchecked, verdicts)).toEqual({ report: first.report, parsed: false });
  });

  it.each<[string, Files, Setting, Readonly<Record<string, Level>>]>([
    ["a source changed", { ...files, "src/a.rs": "// SPEC: A\nfn g() {}\n" }, {}, {}],
    ["a document changed", { ...files, "specs/README.md": files["specs/README.md"]?.replace("why", "how") ?? "" }, {}, {}],
    ["other Markdown changed", { ...files, "notes.md": "Something.\n" }, {}, {}],
    ["a module changed", { ...files, "specs/M.tla": files["specs/M.tla"]?.replace("TRUE", "1 = 1") ?? "" }, {}, {}],
    ["a configuration of the model checker changed", { ...files, "specs/M.cfg": "INVARIANTS A\n" }, {}, {}],
    ["a file came", { ...files, "src/b.rs": "" }, {}, {}],
    ["the configuration says otherwise", { ...files, "spec-anchors.toml": 'exclude = ["x"]\n' }, {}, {}],
    ["a level is another", files, {}, { "misplaced-anchor": "error" }],
    ["there is a lock", { ...files, "spec-anchors.lock": "version = 1\n" }, {}, {}],
  ])("is made again where %s", async (_, after, setting, levels) => {
    const verdicts = store();
    await checked(files, verdicts);
    expect((await checked(after, verdicts, setting, levels)).parsed).toBe(true);
  });

  it("is made again where a file went", async () => {
    const verdicts = store();
    const { "notes.md": _, ...fewer } = files;
    await checked(files, verdicts);
    expect((await checked(fewer, verdicts)).parsed).toBe(true);
  });

  it("is made again where a parser was missing: it may be there now", async () => {
    const verdicts = store();
    const world = await worldOf(memoryWorkspace(files), { verdicts });
    const request = { rules, levels: {}, only: [], paths: [] };
    const { report } = await check({ ...world, grammars: { load: async () => undefined } }, request);
    expect(report.diagnostics.map(({ rule }) => rule)).toEqual(["unjudged-anchor"]);
    expect((await checked(files, verdicts)).report.diagnostics).toEqual([]);
  });

  it("is made again where history was asked: it changes without the files", async () => {
    const verdicts = store();
    const history: History = { ...noHistory, renamedTo: () => "src/a.rs" };
    const moved = { ...files, "specs/README.md": files["specs/README.md"]?.replace("src/a.rs", "src/gone.rs") ?? "" };
    const first = await checked(moved, verdicts, { history });
    expect(first.report.diagnostics.length).toBeGreaterThan(0);
    expect((await checked(moved, verdicts, { history })).parsed).toBe(true);
  });
});
