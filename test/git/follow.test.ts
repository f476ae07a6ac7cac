import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitEnvironment } from "../../src/git/environment.js";
import { openPast } from "../../src/git/follow.js";
import type { CitedLines, Followed } from "../../src/model/past.js";
import { cleanEnvironment, commit, git, repository, sandbox, write } from "./sandbox.js";

/** A function of eight lines that no other one resembles. */
const fn = (name: string): string =>
  [
    `fn ${name}(input: &[u8]) -> Option<usize> {`,
    `    let ${name}_start = input.first()?;`,
    `    let ${name}_limit = usize::from(*${name}_start);`,
    "    if input.is_empty() {",
    "        return None;",
    "    }",
    `    Some(${name}_limit + input.len())`,
    "}",
    "",
  ].join("\n");

const file = (...names: readonly string[]): string => names.map(fn).join("\n");
const abc = file("alpha", "beta", "gamma", "delta");
/** `beta` stands in lines 10 to 17 of `abc`. */
const beta = { first: 10, last: 17 };

/** A repository with `src/a.rs`, and a document of a later commit that cites it. */
function cited(files: Readonly<Record<string, string>> = {}, document = "doc.md"): string {
  const root = repository({ "src/a.rs": abc, ...files });
  write(root, { [document]: "# Notes\n\n`beta` stands in src/a.rs:10-17.\n" });
  commit(root);
  return root;
}

function change(root: string, files: Readonly<Record<string, string>>, message = "step"): void {
  write(root, files);
  git(root, ["add", "-A"]);
  git(root, ["commit", "-q", "-m", message]);
}

const past = (root: string, cites: Partial<CitedLines> = {}, most?: number): Followed => {
  const [answer] = openPast(root, cleanEnvironment, most).follow([{ document: "doc.md", line: 3, paths: ["src/a.rs"], ...beta, ...cites }]);
  if (answer === undefined) throw new Error("no answer");
  return answer;
};

/** The answer in short: where the lines are, and what is said of them. */
function short(answer: Followed): string {
  if (answer.kind === "here") {
    const { now, exact, layout, inserted, lines } = answer;
    const changed = lines.filter(({ kind }) => kind !== "kept").map(({ kind, line }) => `${kind} ${line}`);
    const words = [exact ? "exact" : layout ? "layout" : "changed", ...(inserted > 0 ? [`+${inserted}`] : []), ...changed];
    return `${now.path}:${now.first}-${now.last} ${words.join(", ")}`;
  }
  if (answer.kind === "gone" || answer.kind === "ambiguous") {
    return `${answer.kind} ${answer.by.kind === "commit" ? answer.by.commit.subject : answer.by.kind}`;
  }
  return answer.kind === "unknown" ? `unknown ${answer.reason}` : answer.kind;
}

describe.each([
  ["committed", true],
  ["uncommitted", false],
])("one change, %s", (_, isCommitted) => {
  const outcome = (text: string | undefined, more: Readonly<Record<string, string>> = {}): string => {
    const root = cited();
    write(root, more);
    if (text === undefined) unlinkSync(join(root, "src/a.rs"));
    else write(root, { "src/a.rs": text });
    if (isCommitted) commit(root);
    return short(past(root));
  };
  const by = isCommitted ? "step" : "uncommitted";

  it.each([
    ["nothing", abc, "src/a.rs:10-17 exact"],
    ["lines above", `use std::io;\n\n${abc}`, "src/a.rs:12-19 exact"],
    ["a like function above", file("alpha", "alphb", "beta", "gamma"), "src/a.rs:19-26 exact"],
    ["lines below", `${abc}\n${fn("omega")}`, "src/a.rs:10-17 exact"],
    ["a deletion above", file("beta", "gamma", "delta"), "src/a.rs:1-8 exact"],
    ["a move down", file("alpha", "gamma", "delta", "beta"), "src/a.rs:28-35 exact"],
    ["a move up", file("beta", "alpha", "gamma", "delta"), "src/a.rs:1-8 exact"],
    ["the others moving", file("gamma", "delta", "beta", "alpha"), "src/a.rs:19-26 exact"],
    ["an edit inside", abc.replace("beta_limit + input.len()", "beta_limit * input.len()"), "src/a.rs:10-17 changed, edited 16"],
    ["lines inserted inside", abc.replace("    Some(beta", "    log(1);\n    log(2);\n    Some(beta"), "src/a.rs:10-19 exact, +2"],
    ["a line deleted inside", abc.replace("    let beta_start = input.first()?;\n", ""), "src/a.rs:10-16 changed, gone 11"],
    ["another name", abc.replaceAll("beta", "better"), "src/a.rs:10-17 changed, edited 10, edited 11, edited 12, edited 16"],
    [
      "indentation",
      abc
        .split("\n")
        .map((line) => (line === "" ? line : `    ${line}`))
        .join("\n"),
      "src/a.rs:10-17 layout",
    ],
    [
      "wrapping",
      abc.replace("fn beta(input: &[u8]) -> Option<usize> {", "fn beta(\n    input: &[u8],\n) -> Option<usize> {"),
      "src/a.rs:10-19 layout",
    ],
    ["a line written anew", abc.replace("    Some(beta_limit + input.len())", "    unreachable!()"), "src/a.rs:10-17 changed, edited 16"],
    ["joining", abc.replace(/(let beta_limit.*\n {4}if.*\{)\n\s+(return None;)\n\s+\}/, "$1 $2 }"), "src/a.rs:10-15 layout"],
    ["deletion", file("alpha", "gamma", "delta"), `gone ${by}`],
    ["another function in its place", abc.replace(fn("beta"), "const LIST: [u32; 3] = [1, 2, 3];\n"), `gone ${by}`],
    ["CRLF", abc.replaceAll("\n", "\r\n"), "src/a.rs:10-17 exact"],
    ["the file's deletion", undefined, `gone ${by}`],
  ])("%s", (_case, text, expected) => expect(outcome(text)).toBe(expected));

  it.each([
    ["a move to another file", file("alpha", "gamma", "delta"), { "src/b.rs": file("omega", "beta") }, "src/b.rs:10-17 exact"],
    [
      "a move and an edit",
      file("alpha"),
      { "src/b.rs": fn("beta").replace("return None", "return Some(0)") },
      "src/b.rs:1-8 changed, edited 14",
    ],
    ["a move to two files", file("alpha"), { "src/b.rs": fn("beta"), "src/c.rs": fn("beta") }, `ambiguous ${by}`],
    ["another name of the file", undefined, { "lib/new.rs": abc }, "lib/new.rs:10-17 exact"],
    ["another name and an edit", undefined, { "lib/new.rs": `//\n${abc.replace("None", "Some(0)")}` }, "lib/new.rs:11-18 exact"],
    ["a file split in two", undefined, { "src/b.rs": file("alpha", "gamma", "delta"), "src/c.rs": fn("beta") }, "src/c.rs:1-8 exact"],
    ["a copy", abc, { "src/b.rs": fn("beta") }, "src/a.rs:10-17 exact"],
  ])("%s", (_case, text, more, expected) => expect(outcome(text, more)).toBe(expected));
});

describe("a single line", () => {
  const one = { first: 12, last: 12 };
  it.each([
    ["moved with its function", file("alpha", "gamma", "delta", "beta"), "src/a.rs:30-30 exact"],
    [
      "that says little moves with what stands around it",
      file("alpha", "gamma", "delta", "beta"),
      "src/a.rs:32-32 exact",
      { first: 14, last: 14 },
    ],
    ["edited", abc.replace("usize::from(*beta_start)", "usize::from(*beta_start) - 1"), "src/a.rs:12-12 changed, edited 12"],
    [
      "renamed",
      abc.replace("fn beta(input: &[u8])", "fn of_another_name(input: &[u8])"),
      "src/a.rs:10-10 changed, edited 10",
      { first: 10, last: 10 },
    ],
    ["deleted", abc.replace(/ {4}let beta_limit.*\n/, ""), "gone step"],
    ["replaced", abc.replace(/ {4}let beta_limit.*\n/, "    trace!();\n"), "gone step"],
  ])("%s", (_case, text, expected, cites = one) => {
    const root = cited();
    change(root, { "src/a.rs": text });
    expect(short(past(root, cites))).toBe(expected);
  });
});

it("knows a line of which little is left by the lines around it", () => {
  const text = (name: string): string => `impl Log {\n    fn ${name}(&mut self) {\n        self.open += 1;\n    }\n}\n`;
  const root = cited({ "src/a.rs": text("roll_segment") });
  change(root, { "src/a.rs": `// Top.\n${text("archive_ledger")}` });
  expect(short(past(root, { first: 2, last: 2 }))).toBe("src/a.rs:3-3 changed, edited 2");
});

describe("lines that begin and end like others", () => {
  const tests = (...names: readonly string[]): string => names.map((name) => `#[test]\n${fn(name)}`).join("\n");
  const edited = (text: string): string => text.replace("Some(beta_limit + input", "Some(beta_limit * input");
  it.each([
    ["with a like one above", tests("alpha", "omega", "beta", "gamma"), "src/a.rs:21-29 changed, edited 18"],
    ["with a like one below", tests("alpha", "beta", "omega", "gamma"), "src/a.rs:11-19 changed, edited 18"],
    ["without the like one above", tests("beta", "gamma"), "src/a.rs:1-9 changed, edited 18"],
    ["without the like one below", tests("alpha", "beta"), "src/a.rs:11-19 changed, edited 18"],
  ])("%s", (_case, text, expected) => {
    const root = cited({ "src/a.rs": tests("alpha", "beta", "gamma") });
    change(root, { "src/a.rs": edited(text) });
    expect(short(past(root, { first: 11, last: 19 }))).toBe(expected);
  });

  it("are told apart by what vanished around them, before and behind", () => {
    const root = cited();
    change(root, { "src/a.rs": file("alpha"), "src/b.rs": file("gamma", "beta", "delta") });
    const lines = [10, 13, 14, 16].map((line) => short(past(root, { first: line, last: line })));
    expect(lines).toEqual([10, 13, 14, 16].map((line) => `src/b.rs:${line}-${line} exact`));
  });

  it("are two equal blocks: the one that was meant is followed", () => {
    const root = cited({ "src/a.rs": file("alpha", "beta", "gamma", "beta") });
    change(root, { "src/a.rs": file("alpha", "gamma", "beta", "omega") });
    expect(short(past(root, { first: 28, last: 35 }))).toBe("src/a.rs:19-26 exact");
  });
});

describe("a chain", () => {
  it("is followed through names, moves and edits", () => {
    const root = cited();
    change(root, { "src/a.rs": `//! One.\n${abc}` });
    mkdirSync(join(root, "lib"));
    renameSync(join(root, "src/a.rs"), join(root, "lib/b.rs"));
    commit(root);
    change(root, { "lib/b.rs": `//! One.\n${file("alpha", "gamma", "delta", "beta")}` });
    change(root, { "lib/b.rs": `//! One.\n${file("alpha", "gamma")}`, "lib/c.rs": file("omega", "delta", "beta") });
    change(root, { "lib/c.rs": file("omega", "delta", "beta").replace("beta_limit + input", "beta_limit + 1 + input") });
    write(root, { "lib/c.rs": `\n${file("omega", "delta", "beta").replace("beta_limit + input", "beta_limit + 1 + input")}` });
    expect(short(past(root))).toBe("lib/c.rs:20-27 changed, edited 16");
  });

  it("that is taken back changes nothing", () => {
    const root = cited();
    change(root, { "src/a.rs": abc.replace("    Some(beta_limit + input.len())", "    None") });
    change(root, { "src/a.rs": `// Top.\n${abc}` });
    expect(short(past(root))).toBe("src/a.rs:11-18 exact");
  });

  it("that takes one line away and brings it back changes nothing of it", () => {
    const root = cited();
    change(root, { "src/a.rs": abc.replace("    let beta_start = input.first()?;\n", "") });
    change(root, { "src/a.rs": abc.replace("beta_limit + input", "beta_limit * input") });
    expect(short(past(root))).toBe("src/a.rs:10-17 changed, edited 16");
    change(root, {
      "src/a.rs": file("alpha", "beta")
        .replace(/fn beta.*\n/, "")
        .replace("beta_limit + input", "beta_limit - input"),
    });
    change(root, { "src/a.rs": file("alpha", "beta").replace("beta_limit + input", "beta_limit - input") });
    expect(short(past(root))).toBe("src/a.rs:10-17 changed, edited 16");
  });

  it("that deletes and restores finds the lines again", () => {
    const root = cited();
    change(root, { "src/a.rs": file("alpha", "gamma", "delta") });
    change(root, { "src/a.rs": `// Top.\n${file("alpha", "gamma", "delta")}` });
    change(root, { "src/a.rs": `// Top.\n${abc}` });
    change(root, { "src/a.rs": `// Tip.\n// Top.\n${abc}` });
    expect(short(past(root))).toBe("src/a.rs:12-19 exact");
    change(root, { "src/a.rs": abc.replace("beta_limit + input", "beta_limit * input") });
    expect(short(past(root))).toBe("src/a.rs:10-17 changed, edited 16");
    change(root, { "src/a.rs": abc });
    unlinkSync(join(root, "src/a.rs"));
    commit(root);
    change(root, { "src/a.rs": abc });
    expect(short(past(root))).toBe("src/a.rs:10-17 exact");
  });

  it("says who took the lines away, and when", () => {
    const root = cited();
    change(root, { "src/a.rs": `// Top.\n${abc}` }, "comment");
    write(root, { "src/a.rs": file("alpha", "gamma") });
    git(root, ["add", "-A"]);
    git(root, ["commit", "-q", "-m", "Drop beta\nand delta\n\nNobody calls them."], 1_700_000_500);
    const hash = git(root, ["rev-parse", "HEAD"]).trim();
    change(root, { "src/a.rs": file("alpha") }, "later");
    expect(past(root)).toMatchObject({
      kind: "gone",
      from: "src/a.rs",
      by: { kind: "commit", commit: { hash, date: 1_700_000_500, subject: "Drop beta and delta" } },
    });
  });

  it("begins with the last change of the document's line, white space aside", () => {
    const root = cited();
    change(root, { "src/a.rs": `//\n${abc}` });
    change(root, { "doc.md": "# Notes\n\n  `beta` stands in   src/a.rs:10-17.\n" });
    expect(short(past(root))).toBe("src/a.rs:11-18 exact");
    change(root, { "doc.md": "# Notes\n\n`beta` stands in src/a.rs:11-18.\n" });
    expect(short(past(root, { first: 11, last: 18 }))).toBe("src/a.rs:11-18 exact");
    write(root, { "doc.md": "# Notes\n\n`beta` is in src/a.rs:11-18.\n" });
    expect(short(past(root, { first: 11, last: 18 }))).toBe("uncommitted");
  });
});

describe("branches", () => {
  /** Two branches from the commit of the citation, merged. */
  function merged(main: Readonly<Record<string, string>>, side: Readonly<Record<string, string>>): string {
    const root = cited();
    git(root, ["checkout", "-q", "-b", "side"]);
    change(root, side, "on the side");
    git(root, ["checkout", "-q", "main"]);
    change(root, main, "on main");
    git(root, ["merge", "-q", "--no-edit", "side"]);
    return root;
  }

  it("that both change the file are followed through their merge", () => {
    const root = merged({ "src/a.rs": `// Top.\n${abc}` }, { "src/a.rs": abc.replace("beta_limit + input", "beta_limit * input") });
    expect(short(past(root))).toBe("src/a.rs:11-18 changed, edited 16");
  });

  it("of which one deletes: that commit did it, not the merge", () => {
    const root = merged({ "other.rs": "x\n" }, { "src/a.rs": file("alpha", "gamma", "delta") });
    expect(short(past(root))).toBe("gone on the side");
    expect(short(past(merged({ "src/a.rs": file("alpha", "gamma", "delta") }, { "other.rs": "x\n" })))).toBe("gone on main");
  });

  it("of which one began before the citation", () => {
    const root = repository({ "src/a.rs": abc });
    git(root, ["checkout", "-q", "-b", "side"]);
    change(root, { "src/a.rs": file("beta", "gamma", "delta", "alpha") }, "on the side");
    git(root, ["checkout", "-q", "main"]);
    change(root, { "doc.md": "# Notes\n\n`beta` stands in src/a.rs:10-17.\n" });
    git(root, ["merge", "-q", "--no-edit", "side"]);
    expect(short(past(root))).toBe("src/a.rs:1-8 exact");
  });

  it("of which one renames", () => {
    const root = cited();
    git(root, ["checkout", "-q", "-b", "side"]);
    git(root, ["mv", "src/a.rs", "src/b.rs"]);
    commit(root);
    git(root, ["checkout", "-q", "main"]);
    change(root, { "src/a.rs": `// Top.\n${abc}` });
    git(root, ["merge", "-q", "--no-edit", "side"]);
    expect(short(past(root))).toBe("src/b.rs:11-18 exact");
  });
});

describe("the file that was meant", () => {
  it("is the one that stood at the path then, whatever stands there now", () => {
    const root = cited();
    renameSync(join(root, "src/a.rs"), join(root, "src/b.rs"));
    commit(root);
    change(root, { "src/a.rs": file("omega", "psi") });
    const answer = past(root);
    expect(short(answer)).toBe("src/b.rs:10-17 exact");
    expect(answer).toMatchObject({ path: "src/a.rs", text: abc, together: false });
  });

  it("had another name then, or stood elsewhere and was called by its last name", () => {
    const root = cited();
    renameSync(join(root, "src/a.rs"), join(root, "src/b.rs"));
    commit(root);
    renameSync(join(root, "src/b.rs"), join(root, "src/c.rs"));
    commit(root);
    expect(past(root, { paths: ["src/c.rs"] })).toMatchObject({ kind: "here", path: "src/a.rs", now: { path: "src/c.rs", first: 10 } });
    expect(short(past(root, { paths: ["docs/a.rs", "a.rs"] }))).toBe("src/c.rs:10-17 exact");
    expect(short(past(root, { paths: ["never.rs"] }))).toBe("absent");
  });

  it("had fewer lines", () => {
    const root = cited();
    const answers = [
      { first: 30, last: 36 },
      { first: 30, last: 35 },
      { first: 0, last: 1 },
    ].map((lines) => short(past(root, lines)));
    expect(answers).toEqual(["beyond", "src/a.rs:30-35 exact", "beyond"]);
  });

  it("came into history with the document: what was before is not known", () => {
    const root = repository({ "src/a.rs": abc, "doc.md": "# Notes\n\n`beta` stands in src/a.rs:10-17.\n" });
    expect(past(root)).toMatchObject({ kind: "no-history", together: true, path: "src/a.rs" });
    write(root, { "src/a.rs": `// Top.\n${abc}` });
    expect(past(root)).toMatchObject({ kind: "here", together: true, now: { first: 11 } });
    write(root, { "src/a.rs": abc, "doc.md": "# Other\n\n`beta` stands in src/a.rs:10-17.\n" });
    expect(past(root)).toMatchObject({ kind: "here", together: true, now: { first: 10 } });
  });
});

describe("where the root lies", () => {
  const files = { "sub/src/a.rs": abc, "sub/docs/doc.md": "\n\n`beta` stands in ../src/a.rs:10-17.\n", "out.rs": "x\n" };

  it("may be below the top folder: paths are relative to it", () => {
    const root = repository(files);
    change(root, { "sub/src/a.rs": file("alpha", "gamma"), "sub/src/b.rs": fn("beta") });
    const cites = { document: "docs/doc.md", paths: ["src/a.rs"] };
    expect(short(past(join(root, "sub"), cites))).toBe("src/b.rs:1-8 exact");
    git(root, ["mv", "sub/src/b.rs", "b.rs"]);
    commit(root);
    expect(short(past(join(root, "sub"), cites))).toBe("outside");
    expect(short(past(join(root, "sub"), { ...cites, paths: ["../sub/src/a.rs"] }))).toBe("absent");
    expect(short(past(join(root, "sub"), { ...cites, document: "../doc.md" }))).toBe("unknown no-line");
  });

  it("may be a linked worktree, and a hook's variables do not count", () => {
    const root = cited();
    const other = join(sandbox(), "linked");
    git(root, ["worktree", "add", "-q", "-b", "side", other]);
    change(other, { "src/a.rs": `// Top.\n${abc}` });
    const env = gitEnvironment({ ...cleanEnvironment, GIT_DIR: join(root, ".git"), GIT_INDEX_FILE: join(root, ".git/index") });
    const [answer] = openPast(other, env).follow([{ document: "doc.md", line: 3, paths: ["src/a.rs"], ...beta }]);
    expect(answer && short(answer)).toBe("src/a.rs:11-18 exact");
    expect(short(past(root))).toBe("src/a.rs:10-17 exact");
  });

  it.skipIf(process.platform === "win32")("does not bend odd paths", () => {
    for (const path of [
      "with space.rs",
      "ünï\u{1F600}.rs",
      "-dash.rs",
      ":colon.rs",
      ":(top)magic.rs",
      "st*r[a].rs",
      "tab\there.rs",
      'quo"te.rs',
    ]) {
      const document = path.replace(".rs", ".md");
      const root = cited({ [path]: abc }, document);
      change(root, { [path]: `// Top.\n${abc}` });
      renameSync(join(root, path), join(root, `new ${path}`));
      commit(root);
      const followed = past(root, { document, paths: [path] });
      expect(followed).toMatchObject({ kind: "here", now: { path: `new ${path}`, first: 11 } });
    }
  });

  it("does not matter to the user's settings", () => {
    const root = cited();
    change(root, { "src/a.rs": `// Top.\n${abc}` });
    change(root, { "doc.md": "# Notes\n\n`beta` is in src/a.rs:11-18.\n" });
    write(root, { "passed-over": git(root, ["rev-parse", "HEAD"]) });
    for (const [key, value] of [
      ["color.ui", "always"],
      ["diff.renames", "false"],
      ["diff.noprefix", "true"],
      ["core.quotepath", "true"],
      ["log.showSignature", "true"],
      ["blame.ignoreRevsFile", "passed-over"],
      ["blame.ignoreRevsFile", "nowhere"],
      ["i18n.logOutputEncoding", "latin1"],
    ] as const) {
      git(root, ["config", "--add", key, value]);
    }
    git(root, ["mv", "src/a.rs", "src/b.rs"]);
    commit(root);
    expect(short(past(root, { first: 11, last: 18 }))).toBe("src/b.rs:11-18 exact");
  });
});

describe("what is not known", () => {
  it("is said where history is cut off", () => {
    const origin = cited();
    change(origin, { "src/a.rs": `// Top.\n${abc}` });
    change(origin, { "doc.md": "# Notes\n\n`beta` stands in src/a.rs:10-17.\n\nMore: src/a.rs:11-18.\n" });
    const root = join(sandbox(), "clone");
    git(origin, ["clone", "-q", "--depth", "2", `file://${origin}`, root]);
    expect(short(past(root))).toBe("unknown cut-off");
    expect(short(past(root, { line: 5, first: 11, last: 18 }))).toBe("src/a.rs:11-18 exact");
  });

  it("is which commit it was, where there are too many of them", () => {
    const root = cited();
    change(root, { "src/a.rs": `// Top.\n${abc}` });
    change(root, { "other.rs": "x\n" });
    change(root, { "other.rs": "y\n" });
    expect([1, 2, 3, 4].map((most) => short(past(root, {}, most)))).toEqual(Array(4).fill("src/a.rs:11-18 exact"));
    git(root, ["mv", "src/a.rs", "src/b.rs"]);
    commit(root);
    expect(short(past(root, {}, 1))).toBe("src/b.rs:11-18 exact");
    change(root, { "src/b.rs": file("alpha", "gamma", "delta") });
    change(root, { "other.rs": "z\n" });
    expect([1, 20].map((most) => short(past(root, {}, most)))).toEqual(["gone not-known", "gone step"]);
  });

  it("is everything without git, without a commit, and for lines that are not there", () => {
    const root = cited();
    expect(short(past(root, { line: 4 }))).toBe("unknown no-line");
    expect(short(past(root, { document: "nowhere.md" }))).toBe("unknown no-line");
    write(root, { "new.md": "\n\nsrc/a.rs:10-17\n" });
    expect(short(past(root, { document: "new.md" }))).toBe("uncommitted");
    expect(short(past(sandbox({ "doc.md": "a\n" })))).toBe("unknown no-git");
    const empty = sandbox({ "doc.md": "a\n" });
    git(empty, ["init", "-q"]);
    expect(short(past(empty))).toBe("unknown no-answer");
    const [answer] = openPast(root, { ...cleanEnvironment, PATH: sandbox() }).follow([
      { document: "doc.md", line: 3, paths: ["src/a.rs"], ...beta },
    ]);
    expect(answer && short(answer)).toBe("unknown no-git");
  });

  it("does not make it fail: files that are no text, links, and files too large", () => {
    const root = cited();
    write(root, { "src/a.rs": Uint8Array.from([0xff, 0xfe, 0, 10, 0xc3, 10]) });
    commit(root);
    expect(short(past(root))).toBe("gone step");
    const other = cited();
    write(other, { "src/a.rs": `${abc}${"x".repeat(2_100_000)}` });
    expect(short(past(other))).toBe("unknown too-large");
    commit(other);
    expect(short(past(other))).toBe("unknown too-large");
    rmSync(join(root, "src/a.rs"));
    symlinkSync("b.rs", join(root, "src/a.rs"));
    expect(short(past(root))).toBe("gone step");
  });
});

it("answers many citations in their order", () => {
  const root = cited();
  change(root, { "src/a.rs": `// Top.\n${abc}` });
  const starts = [1, 10, 19, 28];
  const all = starts.map((first) => ({ document: "doc.md", line: 3, paths: ["src/a.rs"], first, last: first + 7 }));
  const answers = openPast(root, cleanEnvironment).follow(all);
  expect(answers.map(short)).toEqual(starts.map((first) => `src/a.rs:${first + 1}-${first + 8} exact`));
});
