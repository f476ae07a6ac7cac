import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openHistory } from "../../src/git/history.js";
import { cleanEnvironment, commit, git, repository, sandbox, write } from "./sandbox.js";

type Loss = { readonly now: string | undefined } | undefined;

const lost = (root: string, path: string, word: string): Loss => openHistory(root, cleanEnvironment).lost?.(path, word);

/** What became of `old` where `src/a.rs` was `before` and is `after`, committed or not. */
function became(before: string, after: string, isCommitted: boolean): Loss {
  const root = repository({ "src/a.rs": before });
  write(root, { "src/a.rs": after });
  if (isCommitted) commit(root);
  return lost(root, "src/a.rs", "old");
}

const body = "fn a() {\n    old(1);\n}\n";

describe.each([
  ["committed", true],
  ["uncommitted", false],
])("%s", (_, isCommitted) => {
  it.each([
    ["a word that a line has no more", body, "fn a() {\n}\n", { now: undefined }],
    ["a line that shows what it is now", body, body.replace("old", "fresh"), { now: "fresh" }],
    ["a line that is indented otherwise, too", body, "fn a() {\n        fresh(1);\n}\n", { now: "fresh" }],
    ["a line that is another now", body, "fn a() {\n    fresh(2);\n}\n", { now: undefined }],
    ["a line that stands where another one was", "old();\nkept();\ngone();\n", "kept();\nfresh();\n", { now: undefined }],
    ["a word among signs", "a.old[0]? (old)*\n", "a.fresh[0]? (fresh)*\n", { now: "fresh" }],
    ["a word beside one that has more letters", "older();\nold();\n", "older();\nfresh();\n", { now: "fresh" }],
    ["what most lines say", "f(old);\ng(old);\nh(old);\n", "f(one);\ng(two);\nh(two);\n", { now: "two" }],
    ["the first by its letters of equals", "f(old);\ng(old);\n", "f(two);\ng(one);\n", { now: "one" }],
    ["a name that grew longer", "old(1);\n", "old_entry(1);\n", { now: "old_entry" }],
    ["a word that is a part of others", "old_one();\n", "fresh();\n", undefined],
    ["a word that was never there", "fn a() {}\n", "fn b() {}\n", undefined],
    ["a word that is new", "fn a() {}\n", "fn old() {}\n", undefined],
    ["a word that nothing touched", "fn old() {}\n", "fn old() {}\n", undefined],
  ] as const)("%s", (_case, before, after, expected) => expect(became(before, after, isCommitted)).toEqual(expected));
});

it("is the last change that took it, not an earlier one", () => {
  const root = repository({ "a.rs": "old();\n" });
  for (const text of ["first();\n", "old();\n", "second();\n", "second();\nmore();\n"]) {
    write(root, { "a.rs": text });
    commit(root);
  }
  expect(lost(root, "a.rs", "old")).toEqual({ now: "second" });
});

it("is not hidden by a later comment on it, or a later name that holds it", () => {
  const root = repository({ "a.rs": "old();\n" });
  for (const text of ["fresh();\n", "fresh();\nold_times();\n", "fresh();\nold_times();\n// was old once\n"]) {
    write(root, { "a.rs": text });
    commit(root);
  }
  expect(lost(root, "a.rs", "old")).toEqual({ now: "fresh" });
});

it("is what is not committed before what is", () => {
  const root = repository({ "a.rs": "old();\n" });
  write(root, { "a.rs": "old();\nold(2);\n" });
  commit(root);
  write(root, { "a.rs": "late();\nlate(2);\n" });
  expect(lost(root, "a.rs", "old")).toEqual({ now: "late" });
  git(root, ["add", "-A"]);
  expect(lost(root, "a.rs", "old")).toEqual({ now: "late" });
});

it("belongs to the file: another one's lines are none of its", () => {
  const root = repository({ "a.rs": "fn a() {}\n", "b.rs": "old();\n" });
  write(root, { "b.rs": "fresh();\n" });
  commit(root);
  expect([lost(root, "a.rs", "old"), lost(root, "b.rs", "old")]).toEqual([undefined, { now: "fresh" }]);
});

it("is looked for below the top folder, and paths are taken literally", () => {
  const root = repository({ "sub/a.rs": body, "sub/[a].rs": body });
  write(root, { "sub/a.rs": body.replace("old", "fresh") });
  commit(root);
  const sub = join(root, "sub");
  expect([lost(sub, "a.rs", "old"), lost(sub, "[a].rs", "old"), lost(sub, "../a.rs", "old")]).toEqual([
    { now: "fresh" },
    undefined,
    undefined,
  ]);
});

it("is looked for under the path itself, whatever pattern it may be", () => {
  const root = repository({ "a.rs": body, "[a].rs": body });
  write(root, { "[a].rs": body.replace("old", "fresh") });
  commit(root);
  write(root, { "a.rs": body.replace("old", "other") });
  commit(root);
  expect(lost(root, "[a].rs", "old")).toEqual({ now: "fresh" });
});

it("does not depend on the user's settings", () => {
  const root = repository({ "a.rs": body });
  for (const [key, value] of [
    ["color.ui", "always"],
    ["diff.external", "false"],
    ["diff.context", "9"],
    ["diff.noprefix", "true"],
  ] as const) {
    git(root, ["config", key, value]);
  }
  write(root, { "a.rs": body.replace("old", "fresh") });
  expect(lost(root, "a.rs", "old")).toEqual({ now: "fresh" });
  commit(root);
  expect(lost(root, "a.rs", "old")).toEqual({ now: "fresh" });
});

describe("a shallow clone", () => {
  const cloneOf = (origin: string, depth: number): string => {
    const root = join(sandbox(), "clone");
    git(origin, ["clone", "-q", "--depth", `${depth}`, `file://${origin}`, root]);
    return root;
  };

  it("knows what was lost behind the cut only", () => {
    const origin = repository({ "a.rs": body });
    write(origin, { "a.rs": body.replace("old", "fresh") });
    commit(origin);
    commit(origin);
    expect([3, 2, 1].map((depth) => lost(cloneOf(origin, depth), "a.rs", "old"))).toEqual([{ now: "fresh" }, undefined, undefined]);
  });
});

it("is nothing outside a repository, before the first commit, and without git", () => {
  const fresh = sandbox({ "a.rs": "old();\n" });
  git(fresh, ["init", "-q"]);
  const root = repository({ "a.rs": body });
  write(root, { "a.rs": "" });
  const without = openHistory(root, { ...cleanEnvironment, PATH: sandbox() });
  expect([lost(sandbox({ "a.rs": body }), "a.rs", "old"), lost(fresh, "a.rs", "old"), without.lost?.("a.rs", "old")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
