import { chmodSync, chownSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileChange } from "../../src/model/fixing.js";
import { openWriter } from "../../src/workspace/write.js";
import { asOrdinaryUser, sandbox } from "../git/sandbox.js";

const onWindows = process.platform === "win32";
const isRoot = process.geteuid?.() === 0;

const textAt = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");
const change = (path: string, before: string, after: string): FileChange => ({ path, before, after });

describe("what a file's content is", () => {
  it.each([
    ["plain", "fn a() {}\r\n", "fn a() {}\r\n"],
    ["with a byte order mark", "\uFEFFfn a() {}", "fn a() {}"],
    ["with two, of which the second is text", "\uFEFF\uFEFFa", "\uFEFFa"],
    ["empty", "", ""],
    ["nothing but a mark", "\uFEFF", ""],
  ])("%s", (_what, content, text) => {
    expect(openWriter(sandbox({ "a.rs": content })).contentOf("a.rs", text)).toEqual({ kind: "content", content });
  });

  it.each<[string, string, RegExp]>([
    ["it changed since it was read", "a.rs", /^it changed since it was read$/],
    ["it is gone", "b.rs", /^it is no file under the root$/],
    ["it is a folder", "src", /^it is no file under the root$/],
    ["it is outside", "../a.rs", /^it is no file under the root$/],
    ["its path is absolute", "/etc/hosts", /^it is no file under the root$/],
  ])("none where %s", (_what, path, reason) => {
    const writer = openWriter(sandbox({ "a.rs": "new", "src/x": "" }));
    expect(writer.contentOf(path, "old")).toEqual({ kind: "refused", reason: expect.stringMatching(reason) });
  });

  it("none where its bytes are not those of its text: they would not come back", () => {
    const broken = Buffer.from([0x61, 0xff, 0x62]);
    const writer = openWriter(sandbox({ "a.rs": broken }));
    // As a reader that lets it pass would have read it.
    expect(writer.contentOf("a.rs", broken.toString())).toMatchObject({ kind: "refused" });
  });

  it.skipIf(onWindows)("none behind a link that leads out of the root, by its folder or by itself", () => {
    const outside = sandbox({ "a.rs": "text" });
    const root = sandbox({ "in.rs": "text" });
    symlinkSync(outside, join(root, "folder"));
    symlinkSync(join(outside, "a.rs"), join(root, "file.rs"));
    symlinkSync("in.rs", join(root, "inner.rs"));
    const { contentOf } = openWriter(root);
    expect(["folder/a.rs", "file.rs", "inner.rs"].map((path) => contentOf(path, "text").kind)).toEqual(["refused", "refused", "content"]);
  });

  it.skipIf(onWindows)("none where it may not be written", async () => {
    const root = sandbox({ "locked.rs": "text" });
    chmodSync(join(root, "locked.rs"), 0o444);
    const content = await asOrdinaryUser(root, () => openWriter(root).contentOf("locked.rs", "text"));
    expect(content).toEqual({ kind: "refused", reason: "it cannot be written (EACCES)" });
  });
});

describe("writing", () => {
  it("replaces files as a whole, byte for byte as told, and leaves nothing beside them", () => {
    const root = sandbox({ "src/a.rs": "\uFEFFold\r\n", "b.rs": "old", "c.rs": "old" });
    linkSync(join(root, "b.rs"), join(root, "held"));
    openWriter(root).write([change("src/a.rs", "\uFEFFold\r\n", "\uFEFFnew é😀\r\n"), change("b.rs", "old", "")]);
    expect(textAt(root, "src/a.rs")).toBe("\uFEFFnew é😀\r\n");
    expect([textAt(root, "b.rs"), textAt(root, "held"), textAt(root, "c.rs")]).toEqual(["", "old", "old"]);
    expect(readdirSync(root, { recursive: true, encoding: "utf8" }).sort()).toEqual(["b.rs", "c.rs", "held", "src", "src/a.rs"]);
  });

  it.skipIf(onWindows)("keeps the mode, whatever the umask", () => {
    const root = sandbox({ "a.sh": "old", "b.sh": "old" });
    chmodSync(join(root, "a.sh"), 0o775);
    chmodSync(join(root, "b.sh"), 0o600);
    const umask = process.umask(0o077);
    try {
      openWriter(root).write([change("a.sh", "old", "new"), change("b.sh", "old", "new")]);
    } finally {
      process.umask(umask);
    }
    expect(["a.sh", "b.sh"].map((path) => statSync(join(root, path)).mode & 0o7777)).toEqual([0o775, 0o600]);
  });

  it.runIf(isRoot)("keeps the owner, where it may", () => {
    const root = sandbox({ "a.rs": "old" });
    chownSync(join(root, "a.rs"), 65_534, 65_534);
    openWriter(root).write([change("a.rs", "old", "new")]);
    expect(statSync(join(root, "a.rs"))).toMatchObject({ uid: 65_534, gid: 65_534 });
  });

  it.skipIf(onWindows)("goes through a link that stays inside, and keeps it", () => {
    const root = sandbox({ "real/a.rs": "old" });
    symlinkSync("real", join(root, "folder"));
    symlinkSync("real/a.rs", join(root, "link.rs"));
    openWriter(root).write([change("folder/a.rs", "old", "new")]);
    openWriter(root).write([change("link.rs", "new", "newer")]);
    expect(textAt(root, "real/a.rs")).toBe("newer");
    expect([lstatSync(join(root, "folder")), lstatSync(join(root, "link.rs"))].map((stats) => stats.isSymbolicLink())).toEqual([
      true,
      true,
    ]);
  });
});

describe("where one change cannot be written, none is", () => {
  const files = { "a.rs": "old", "b.rs": "old" };

  it.each<[string, FileChange]>([
    ["the file changed", change("b.rs", "older", "new")],
    ["its byte order mark came after", change("b.rs", "\uFEFFold", "\uFEFFnew")],
    ["it is gone", change("c.rs", "old", "new")],
    ["it is outside", change("../x.rs", "old", "new")],
  ])("%s", (_what, impossible) => {
    const root = sandbox(files);
    const good = change("a.rs", "old", "new");
    for (const changes of [
      [good, impossible],
      [impossible, good],
    ]) {
      expect(() => openWriter(root).write(changes)).toThrow(
        expect.objectContaining({ name: "UserError", message: expect.stringContaining(impossible.path) }),
      );
      expect(readdirSync(root).sort()).toEqual(["a.rs", "b.rs"]);
      expect([textAt(root, "a.rs"), textAt(root, "b.rs")]).toEqual(["old", "old"]);
    }
  });

  it.skipIf(onWindows)("a link leads out of the root: what it leads to stays as it is", () => {
    const outside = sandbox({ "b.rs": "old" });
    const root = sandbox(files);
    symlinkSync(join(outside, "b.rs"), join(root, "c.rs"));
    expect(() => openWriter(root).write([change("a.rs", "old", "new"), change("c.rs", "old", "new")])).toThrow(/leads out of the root/);
    expect([textAt(root, "a.rs"), textAt(outside, "b.rs")]).toEqual(["old", "old"]);
  });

  it.skipIf(onWindows)("its folder takes no file", async () => {
    const root = sandbox({ ...files, "folder/c.rs": "old" });
    chmodSync(join(root, "folder"), 0o555);
    const changes = [change("a.rs", "old", "new"), change("folder/c.rs", "old", "new")];
    const error = await asOrdinaryUser(root, () => {
      try {
        openWriter(root).write(changes);
      } catch (thrown) {
        return thrown;
      }
    });
    chmodSync(join(root, "folder"), 0o755);
    expect(error).toMatchObject({ name: "UserError", message: expect.stringContaining("EACCES") });
    expect([textAt(root, "a.rs"), readdirSync(root).sort()]).toEqual(["old", ["a.rs", "b.rs", "folder"]]);
  });

  it.skipIf(onWindows)("what was replaced before is put back, with its mode", () => {
    const root = sandbox(files);
    chmodSync(join(root, "a.rs"), 0o640);
    // The same file under two names: the first change is one that the second one did not expect.
    symlinkSync("a.rs", join(root, "same.rs"));
    expect(() => openWriter(root).write([change("a.rs", "old", "new"), change("same.rs", "old", "newer")])).toThrow(/changed since/);
    expect(textAt(root, "a.rs")).toBe("old");
    expect(statSync(join(root, "a.rs")).mode & 0o777).toBe(0o640);
    expect(readdirSync(root).sort()).toEqual(["a.rs", "b.rs", "same.rs"]);
  });

  it("a text that no bytes can hold is a bug", () => {
    const root = sandbox(files);
    expect(() => openWriter(root).write([change("a.rs", "old", "\ud800")])).toThrow(/not Unicode/);
    expect(textAt(root, "a.rs")).toBe("old");
  });
});
