import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grammarsFolder } from "../../src/assets.js";
import { selectionOf } from "../../src/check-folder.js";
import { check, type Request } from "../../src/engine/check.js";
import { type FixPasses, type FixRequest, fixPasses, mostPasses } from "../../src/engine/fix-passes.js";
import { openGrammars } from "../../src/grammars/open.js";
import { defaultConfig } from "../../src/model/config.js";
import type { Finding, Rule } from "../../src/model/finding.js";
import type { Anchor } from "../../src/model/project.js";
import { rules } from "../../src/rules/index.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";
import { noHistory, phrasebook } from "../harness/check-files.js";
import { smallWorkspace } from "../laws/small-workspace.js";
import { exampleWorkspaces, type Files, fixtureWorkspaces } from "../laws/workspaces.js";

const grammars = openGrammars(grammarsFolder);

/** Mends files in memory. */
async function mended(files: Files, setting: Partial<Request> & Partial<FixRequest> = {}): Promise<FixPasses> {
  const { mode = "safe", refusal = () => undefined, ...request } = setting;
  const selection = await selectionOf(defaultConfig, "/memory");
  const world = { config: defaultConfig, grammars, phrasebook, history: noHistory, selection };
  return fixPasses({
    mode,
    refusal,
    check: (texts) =>
      check(
        { ...world, workspace: memoryWorkspace({ ...files, ...Object.fromEntries(texts) }) },
        { rules, levels: {}, only: [], paths: [], ...request },
      ),
  });
}

const textsOf = ({ texts }: FixPasses): Files => Object.fromEntries(texts.map(({ path, after }) => [path, after]));

/** A rule that the tests make up: a finding at every anchor for which there is a fix. */
function ruleOf(id: string, fixOf: (anchor: Anchor, all: readonly Anchor[]) => Finding["fix"] | undefined): Rule {
  return {
    id,
    severity: "warning",
    summary: id,
    *check({ anchors }) {
      for (const anchor of anchors) {
        const fix = fixOf(anchor, anchors);
        if (fix !== undefined) yield { message: id, place: { path: anchor.path, span: anchor.nameSpan }, fix };
      }
    },
  };
}

const rename = (anchor: Anchor, text: string, safe = true): Finding["fix"] => ({
  title: `write ${text}`,
  safe,
  edits: [{ path: anchor.path, span: anchor.nameSpan, text }],
});

const table = "| Invariant | Anchor site |\n| --- | --- |\n| `A` | `src/a.rs` |\n";
const source = (...names: readonly string[]): string => names.map((name) => `// SPEC: ${name}\nfn f() {}\n`).join("");
const filesOf = (...names: readonly string[]): Files => ({ "specs/README.md": table, "src/a.rs": source(...names) });

describe("which fixes are made", () => {
  const both = [
    ruleOf("careful", (anchor) => (anchor.name === "OldSafe" ? rename(anchor, "NewSafe") : undefined)),
    ruleOf("daring", (anchor) => (anchor.name === "OldBold" ? rename(anchor, "NewBold", false) : undefined)),
  ];
  const files = filesOf("OldSafe", "OldBold");

  it("the safe ones, or all", async () => {
    expect(textsOf(await mended(files, { rules: both }))).toEqual({ "src/a.rs": source("NewSafe", "OldBold") });
    expect(textsOf(await mended(files, { rules: both, mode: "all" }))).toEqual({ "src/a.rs": source("NewSafe", "NewBold") });
  });

  it.each<[string, Partial<Request>]>([
    ["its rule is off", { levels: { careful: "off" } }],
    ["another rule is asked for", { only: ["daring"] }],
    ["it is outside of the paths", { paths: ["src/b.rs"] }],
  ])("none where %s", async (_what, request) => {
    expect(await mended(files, { rules: both, ...request })).toMatchObject({ texts: [], fixed: 0, refused: [] });
  });

  it("none that is suppressed", async () => {
    const silent = { ...files, "src/a.rs": `// spec-anchors-ignore careful: on purpose\n${source("OldSafe")}` };
    expect(await mended(silent, { rules: both })).toMatchObject({ texts: [], fixed: 0 });
  });

  it("the first check is of the files as they are", async () => {
    const { before } = await mended(files, { rules: both });
    expect(before.textOf("src/a.rs")).toBe(files["src/a.rs"]);
    expect(before.report.diagnostics).toHaveLength(2);
  });
});

describe("passes", () => {
  const countdown = ruleOf("countdown", (anchor) => {
    const left = Number(/\d+$/.exec(anchor.name)?.[0] ?? 0);
    return left === 0 ? undefined : rename(anchor, `Step${left - 1}`);
  });

  it("go on until nothing changes, and count each repair", async () => {
    const result = await mended(filesOf("Step3", "Step1"), { rules: [countdown] });
    expect(result).toMatchObject({ fixed: 4, unfinished: false });
    expect(textsOf(result)).toEqual({ "src/a.rs": source("Step0", "Step0") });
  });

  it.each([
    [mostPasses, "Step0", false],
    [mostPasses + 1, "Step1", true],
  ])("end: %i repairs in a row leave %s", async (steps, left, unfinished) => {
    const result = await mended(filesOf(`Step${steps}`), { rules: [countdown] });
    expect(result).toMatchObject({ fixed: mostPasses, unfinished });
    expect(textsOf(result)).toEqual({ "src/a.rs": source(left) });
  });

  it("end where fixes undo each other", async () => {
    const swap = ruleOf("swap", ({ name, ...rest }) => rename({ name, ...rest }, name === "HereNow" ? "ThereNow" : "HereNow"));
    expect(await mended(filesOf("HereNow"), { rules: [swap] })).toMatchObject({ texts: [], unfinished: true });
  });

  it("take one of two fixes for the same text, and see what is left of the other", async () => {
    const other = ruleOf("other", (anchor) => (anchor.name === "OldName" ? rename(anchor, "Neither") : undefined));
    const first = ruleOf("first", (anchor) => (anchor.name === "OldName" ? rename(anchor, "NewName") : undefined));
    const result = await mended(filesOf("OldName"), { rules: [first, other] });
    expect(result.fixed).toBe(1);
    expect(textsOf(result)).toEqual({ "src/a.rs": source("NewName") });
  });
});

describe("a fix of several files", () => {
  const files = { ...filesOf("OldOne"), "src/b.rs": source("OldOne", "OldTwo") };
  const together = ruleOf("together", (anchor, all) => {
    const same = all.filter(({ name }) => name === anchor.name);
    if (!anchor.name.startsWith("Old") || same[0] !== anchor) return undefined;
    return {
      title: "rename",
      safe: true,
      edits: same.map(({ path, nameSpan }) => ({ path, span: nameSpan, text: anchor.name.replace("Old", "New") })),
    };
  });

  it("changes all of them", async () => {
    expect(textsOf(await mended(files, { rules: [together] }))).toEqual({
      "src/a.rs": source("NewOne"),
      "src/b.rs": source("NewOne", "NewTwo"),
    });
  });

  it("changes none if one has to stay as it is, which is said once, and the other fixes are made", async () => {
    const asked: string[] = [];
    const refusal = (path: string, text: string): string | undefined => {
      asked.push(path);
      expect(text).toBe(files[path as keyof typeof files]);
      return path === "src/a.rs" ? "it is locked" : undefined;
    };
    const result = await mended(files, { rules: [together], refusal });
    expect(textsOf(result)).toEqual({ "src/b.rs": source("OldOne", "NewTwo") });
    expect(result).toMatchObject({ fixed: 1, refused: [{ path: "src/a.rs", reason: "it is locked" }], unfinished: false });
    expect(asked.sort()).toEqual(["src/a.rs", "src/b.rs"]);
  });
});

it("moves a comment within its file, whatever the line ends", async () => {
  const code = "fn a() {}\n\nfn b() {}\n";
  const move = ruleOf("move", ({ path, nameSpan, placement }) => {
    if (placement.kind !== "construct" || placement.construct.name !== "a") return undefined;
    const length = nameSpan.end - "// SPEC: A".length;
    const target = placement.construct.span.end;
    return {
      title: "move",
      safe: false,
      edits: [
        { path, span: { start: length, end: placement.construct.span.start }, text: "" },
        // Where a line begins: behind `fn a`, its line end and the empty line.
        { path, span: { start: target, end: target }, text: "\n// SPEC: A" },
      ],
    };
  });
  for (const end of ["\n", "\r\n"]) {
    const files = { "specs/README.md": table, "src/a.rs": `// SPEC: A\n${code}`.replaceAll("\n", end) };
    const result = await mended(files, { rules: [move], mode: "all" });
    expect(textsOf(result)).toEqual({ "src/a.rs": "fn a() {}\n// SPEC: A\n\nfn b() {}\n".replaceAll("\n", end) });
  }
});

describe("the rules' own safe fixes", () => {
  async function holds(files: Files): Promise<void> {
    const once = await mended(files);
    expect(once).toMatchObject({ refused: [], unfinished: false });
    const after = { ...files, ...textsOf(once) };
    const twice = await mended(after);
    expect(twice).toMatchObject({ texts: [], fixed: 0 });
    expect(twice.before.report.diagnostics.filter(({ fix }) => fix?.safe === true)).toEqual([]);

    const carried = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/\r?\n/g, "\r\n")]));
    const expected = Object.entries(textsOf(once)).map(([path, text]) => [path, text.replace(/\r?\n/g, "\r\n")]);
    expect(textsOf(await mended(carried))).toEqual(Object.fromEntries(expected));
  }

  it.each(fixtureWorkspaces)("%s", (_name, files) => holds(files));

  it.each(exampleWorkspaces)("%s", (_name, files) => holds(files));

  it("generated workspaces", () => fc.assert(fc.asyncProperty(smallWorkspace, holds), { numRuns: 60 }));
});
