import { describe, expect, it } from "vitest";
import { openPastFiles } from "../../src/git/past-files.js";
import { cleanEnvironment, commit, git, repository, sandbox, write } from "./sandbox.js";

describe("files of earlier commits", () => {
  it("are read by the first path that the commit has, below the root", () => {
    const folder = repository({ "sub/a.rs": "one\n" }, 1_700_000_000);
    const hash = git(folder, ["rev-parse", "HEAD"]).trim();
    write(folder, { "sub/a.rs": "two\n" });
    commit(folder);
    const files = openPastFiles(`${folder}/sub`, cleanEnvironment);
    const revision = files.commit(hash.slice(0, 8));
    expect(revision).toEqual({ hash, date: 1_700_000_000, subject: "step" });
    if (revision === undefined) return;
    expect(files.file(revision, ["b.rs", "a.rs"])).toEqual({ path: "a.rs", text: "one\n" });
    expect(files.file(revision, ["b.rs", "../sub/a.rs"])).toBeUndefined();
  });

  it("are none without git, and of what is no commit", () => {
    expect(openPastFiles(sandbox(), cleanEnvironment).commit("HEAD")).toBeUndefined();
    expect(openPastFiles(repository({ a: "" }), cleanEnvironment).commit("--all")).toBeUndefined();
    expect(openPastFiles(repository({ a: "" }), cleanEnvironment).commit("nothing")).toBeUndefined();
  });
});
