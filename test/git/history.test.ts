import { mkdirSync, renameSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openHistory } from "../../src/git/history.js";
import { cleanEnvironment, commit, git, repository, sandbox, write } from "./sandbox.js";

const history = (root: string) => openHistory(root, cleanEnvironment);
const body = (word: string) => Array.from({ length: 30 }, (_, line) => `${word} ${line}\n`).join("");
const odd = ["with space.rs", "ünï\u{1F600}.rs", "-dash.rs", ":colon.rs", ":(top)magic.rs", "st*r[a].rs", "tab\there.rs", 'quo"te.rs'];

function move(root: string, from: string, to: string): void {
  mkdirSync(join(root, to, ".."), { recursive: true });
  renameSync(join(root, from), join(root, to));
}

describe("renamedTo", () => {
  it("follows a chain of commits, with changes on the way, to what exists", () => {
    const root = repository({ "a.rs": body("a"), "keep.rs": body("k") });
    move(root, "a.rs", "b.rs");
    write(root, { "b.rs": `${body("a")}more\n` });
    commit(root);
    move(root, "b.rs", "deep/c.rs");
    commit(root);
    const { renamedTo } = history(root);
    expect(["a.rs", "b.rs", "deep/c.rs", "keep.rs", "never.rs"].map(renamedTo)).toEqual([
      "deep/c.rs",
      "deep/c.rs",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("ends where the file was deleted", () => {
    const root = repository({ "a.rs": body("a") });
    move(root, "a.rs", "b.rs");
    commit(root);
    unlinkSync(join(root, "b.rs"));
    commit(root);
    expect(["a.rs", "b.rs"].map(history(root).renamedTo)).toEqual([undefined, undefined]);
  });

  it("takes the last removal of a name that was used twice, and survives a circle", () => {
    const root = repository({ "a.rs": body("a") });
    move(root, "a.rs", "b.rs");
    commit(root);
    move(root, "b.rs", "a.rs");
    commit(root);
    move(root, "a.rs", "c.rs");
    commit(root);
    expect(["a.rs", "b.rs"].map(history(root).renamedTo)).toEqual(["c.rs", "c.rs"]);
    write(root, { "a.rs": body("new") });
    commit(root);
    unlinkSync(join(root, "a.rs"));
    expect(history(root).renamedTo("a.rs")).toBeUndefined();
  });

  it("sees renames that are staged and not committed, also as the last step", () => {
    const root = repository({ "a.rs": body("a") });
    move(root, "a.rs", "b.rs");
    commit(root);
    git(root, ["mv", "b.rs", "c.rs"]);
    expect(["a.rs", "b.rs"].map(history(root).renamedTo)).toEqual(["c.rs", "c.rs"]);
  });

  it("sees a rename that only a merge made", () => {
    const root = repository({ "a.rs": body("a") });
    git(root, ["checkout", "-q", "-b", "side"]);
    write(root, { "side.rs": "s\n" });
    commit(root);
    git(root, ["checkout", "-q", "main"]);
    write(root, { "main.rs": "m\n" });
    commit(root);
    git(root, ["merge", "-q", "--no-commit", "side"]);
    git(root, ["mv", "a.rs", "b.rs"]);
    commit(root);
    expect(git(root, ["rev-list", "--parents", "-1", "HEAD"]).split(" ")).toHaveLength(3);
    expect(history(root).renamedTo("a.rs")).toBe("b.rs");
  });

  it("works below the top folder, and cannot name what left the root", () => {
    const root = repository({ "sub/a.rs": body("a"), "sub/out.rs": body("out"), "b.rs": body("b") });
    move(root, "sub/a.rs", "sub/deep/a2.rs");
    move(root, "sub/out.rs", "other/out.rs");
    commit(root);
    const { renamedTo } = history(join(root, "sub"));
    expect(["a.rs", "out.rs", "../b.rs", "", "/a.rs"].map(renamedTo)).toEqual(["deep/a2.rs", undefined, undefined, undefined, undefined]);
  });

  it.skipIf(process.platform === "win32")("takes odd paths literally", () => {
    const root = repository(Object.fromEntries(odd.map((path) => [path, body(path)])));
    for (const path of odd) move(root, path, `moved/${path}`);
    commit(root);
    expect(odd.map(history(root).renamedTo)).toEqual(odd.map((path) => `moved/${path}`));
  });

  it("does not depend on the user's settings", () => {
    const root = repository({ "sub/a.rs": body("a") });
    for (const [key, value] of [
      ["diff.renames", "false"],
      ["log.follow", "true"],
      ["diff.relative", "true"],
      ["core.quotepath", "true"],
      ["color.ui", "always"],
    ] as const) {
      git(root, ["config", key, value]);
    }
    move(root, "sub/a.rs", "sub/é.rs");
    commit(root);
    git(root, ["mv", "sub/é.rs", "sub/ü.rs"]);
    expect(history(join(root, "sub")).renamedTo("a.rs")).toBe("ü.rs");
  });
});

describe("lastChange", () => {
  it("dates each line by its commit, and what is not committed as infinitely late", () => {
    const root = repository({ "a.rs": "one\ntwo\nthree\n" }, 1_600_000_000);
    write(root, { "a.rs": "one\nTWO\nthree\n" });
    commit(root, 1_650_000_000);
    write(root, { "a.rs": "one\nTWO\nTHREE\n", "untracked.rs": "x\n", "staged.rs": "x\n" });
    git(root, ["add", "staged.rs"]);
    const { lastChange } = history(root);
    expect([1, 2, 3].map((line) => lastChange("a.rs", line))).toEqual([1_600_000_000, 1_650_000_000, Number.POSITIVE_INFINITY]);
    expect([lastChange("untracked.rs", 1), lastChange("staged.rs", 1)]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect([0, -1, 1.5, 4].map((line) => lastChange("a.rs", line))).toEqual([undefined, undefined, undefined, undefined]);
    expect([lastChange("untracked.rs", 2), lastChange("nowhere.rs", 1), lastChange("../a.rs", 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("works below the top folder and with odd paths", () => {
    const paths = process.platform === "win32" ? ["with space.rs", "ünï.rs", "-dash.rs"] : odd;
    const root = repository(Object.fromEntries(paths.map((path) => [`sub/${path}`, "x\n"])), 1_600_000_000);
    const { lastChange } = history(join(root, "sub"));
    expect(paths.map((path) => lastChange(path, 1))).toEqual(paths.map(() => 1_600_000_000));
  });

  it("does not take the cut of a shallow clone for the change", () => {
    const origin = repository({ "a.rs": "one\ntwo\n" }, 1_600_000_000);
    write(origin, { "a.rs": "one\nTWO\n" });
    commit(origin, 1_650_000_000);
    write(origin, { "a.rs": "one\nTWO\nthree\n" });
    commit(origin, 1_660_000_000);
    const root = join(sandbox(), "clone");
    git(origin, ["clone", "-q", "--depth", "2", `file://${origin}`, root]);
    const { lastChange } = history(root);
    expect([1, 2, 3].map((line) => lastChange("a.rs", line))).toEqual([undefined, undefined, 1_660_000_000]);
  });
});

describe("renames in a shallow clone", () => {
  it("are known behind the cut only", () => {
    const origin = repository({ "old.rs": body("o"), "late.rs": body("l") });
    move(origin, "old.rs", "old2.rs");
    commit(origin);
    commit(origin);
    move(origin, "late.rs", "late2.rs");
    commit(origin);
    const root = join(sandbox(), "clone");
    git(origin, ["clone", "-q", "--depth", "2", `file://${origin}`, root]);
    expect(["old.rs", "late.rs"].map(history(root).renamedTo)).toEqual([undefined, "late2.rs"]);
  });
});

describe("ignored", () => {
  it("names the paths git ignores, there or not, tracked files excepted", () => {
    const root = repository({ ".gitignore": "target/\n*.log\n!keep.log\n", "a.rs": "" });
    write(root, { "forced.log": "" });
    git(root, ["add", "-f", "forced.log"]);
    const asked = ["target/x/y.rs", "a.rs", "b.log", "keep.log", "forced.log", "nowhere.rs", "", "../x.log", "/x.log", "target/"];
    expect([...history(root).ignored(asked)]).toEqual(["target/x/y.rs", "b.log", "target/"]);
    expect([...history(root).ignored([])]).toEqual([]);
    write(root, { ".gitignore": "/a.magic\n" });
    expect([...history(root).ignored([":(top)a.magic", ":/a.magic", ":a.magic", "a.magic"])]).toEqual(["a.magic"]);
  });

  it("answers for the rest where git refuses a path", () => {
    const other = repository({ "inner.rs": "" });
    const root = repository({ ".gitignore": "*.log\n", "real/a.rs": "" });
    git(root, ["submodule", "--quiet", "add", other, "module"]);
    symlinkSync("real", join(root, "link"));
    const { ignored } = history(root);
    expect([...ignored(["a.log", "module/inner.log", "b.log", "link/x.log", "link/y.log", "c.log"])]).toEqual(["a.log", "b.log", "c.log"]);
    expect([...ignored(["c.log", "d.log", "real/a.rs"])]).toEqual(["c.log", "d.log"]);
  });

  it("works below the top folder and with odd paths", () => {
    const paths = process.platform === "win32" ? ["with space.rs", "-dash.rs"] : odd;
    const root = repository({ ".gitignore": "sub/ignored/\n", "sub/a.rs": "" });
    const asked = paths.flatMap((path) => [`ignored/${path}`, path]);
    expect([...history(join(root, "sub")).ignored(asked)]).toEqual(paths.map((path) => `ignored/${path}`));
  });
});

describe("without history", () => {
  const nothing = [undefined, undefined, new Set()];
  const ask = (root: string, env = cleanEnvironment) => {
    const { renamedTo, lastChange, ignored } = openHistory(root, env);
    return [renamedTo("gone.rs"), lastChange("a.rs", 1), ignored(["x.log"])];
  };

  it("answers nothing outside a repository, in a bare one, before the first commit, and where git is missing", () => {
    const files = { "a.rs": "x\n" };
    const fresh = sandbox(files);
    git(fresh, ["init", "-q"]);
    const bare = sandbox();
    git(bare, ["init", "-q", "--bare"]);
    expect(ask(sandbox(files))).toEqual(nothing);
    expect(ask(fresh)).toEqual(nothing);
    expect(ask(bare)).toEqual(nothing);
    expect(ask(join(bare, "nowhere"))).toEqual(nothing);
    expect(ask(repository({ ...files, ".gitignore": "*.log\n" }), { ...cleanEnvironment, PATH: sandbox() })).toEqual(nothing);
  });

  it("ignores by pattern before the first commit", () => {
    const root = sandbox({ ".gitignore": "*.log\n" });
    git(root, ["init", "-q"]);
    expect([...history(root).ignored(["x.log", "y.rs"])]).toEqual(["x.log"]);
  });
});

it("keeps its answers", () => {
  const root = repository({ "a.rs": "x\n" }, 1_600_000_000);
  const { lastChange } = history(root);
  expect(lastChange("a.rs", 1)).toBe(1_600_000_000);
  write(root, { "a.rs": "y\n" });
  expect([lastChange("a.rs", 1), history(root).lastChange("a.rs", 1)]).toEqual([1_600_000_000, Number.POSITIVE_INFINITY]);
});
