import { describe, expect, it } from "vitest";
import type { Workspace } from "../../src/model/workspace.js";
import { openWorkspace } from "../../src/workspace/disk.js";
import { memoryWorkspace, overlay } from "../../src/workspace/memory.js";
import { cleanEnvironment, sandbox } from "../git/sandbox.js";

type Files = Readonly<Record<string, string | Uint8Array>>;
interface Options {
  readonly maxBytes?: number;
}

const kinds: Readonly<Record<string, (files: Files, options?: Options) => Workspace>> = {
  disk: (files, options) => openWorkspace(sandbox(files), { env: cleanEnvironment, ...options }),
  memory: (files, options) => memoryWorkspace(files, options),
  overlay: (files, options) => overlay(memoryWorkspace(files, options), new Map()),
  "overlay of everything": (files, options) => {
    const texts = Object.entries(files).filter((file): file is [string, string] => typeof file[1] === "string" && file[1].length < 100);
    const rest = Object.entries(files).filter(([path]) => !texts.some(([other]) => other === path));
    return overlay(memoryWorkspace(Object.fromEntries(rest), options), new Map(texts));
  },
};

describe.each(Object.entries(kinds))("a workspace: %s", (_, open) => {
  it("lists its files in the order of their bytes", async () => {
    const workspace = open({ "b.rs": "", "a/z.rs": "", "a.rs": "", "\u{1F600}.rs": "", "\uFF5E.rs": "", "é f.rs": "", "-x": "" });
    expect(await workspace.list()).toEqual(["-x", "a.rs", "a/z.rs", "b.rs", "é f.rs", "\uFF5E.rs", "\u{1F600}.rs"]);
  });

  it("knows files, implied folders and what is absent", () => {
    const workspace = open({ "src/deep/main.rs": "x" });
    const entries = ["", ".", "src", "src/", "src/deep", "src/deep/main.rs", "./src/deep/../deep/main.rs"].map(workspace.entry);
    expect(entries).toEqual(["directory", "directory", "directory", "directory", "directory", "file", "file"]);
    const others = ["sr", "src/deep/main", "src/deep/main.rs/x", "Src/deep/main.rs", "src/deep/Main.rs"].map(workspace.entry);
    expect(others).toEqual(others.map(() => "absent"));
  });

  it("never leaves its root", () => {
    const workspace = open({ "a.rs": "x" });
    for (const path of ["..", "../a.rs", "a/../../a.rs", "/etc/hosts", "/", "a.rs\0"]) {
      expect([path, workspace.entry(path), workspace.read(path), workspace.bytes(path)]).toEqual([
        path,
        "absent",
        { kind: "absent" },
        undefined,
      ]);
    }
  });

  it("reads text without its byte order mark, line ends untouched", () => {
    const workspace = open({ "a.rs": "\uFEFFfn a() {}\r\n// \uFEFF\u{1F600}\n", empty: "" });
    expect(workspace.read("a.rs")).toEqual({ kind: "text", text: "fn a() {}\r\n// \uFEFF\u{1F600}\n" });
    expect(workspace.read("empty")).toEqual({ kind: "text", text: "" });
    expect(workspace.read("b.rs")).toEqual({ kind: "absent" });
    expect(workspace.read("a.rs/b.rs")).toEqual({ kind: "absent" });
  });

  it("gives the bytes as they are", () => {
    const workspace = open({ "a.rs": "\uFEFFé", "b.bin": new Uint8Array([0, 255, 10]), "d/c": "" });
    expect([...(workspace.bytes("a.rs") ?? [])]).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0xa9]);
    expect([...(workspace.bytes("b.bin") ?? [])]).toEqual([0, 255, 10]);
    expect([workspace.bytes("d"), workspace.bytes("e")]).toEqual([undefined, undefined]);
  });

  it("says where a file stops being UTF-8, counting bytes from 1", () => {
    const bad = (before: string, ...bytes: number[]) => new Uint8Array([...Buffer.from(before), ...bytes, 0x61]);
    const workspace = open({
      first: bad("", 0xff),
      far: bad(`${"é\uFFFD".repeat(240)}abc`, 0xc3),
      marked: bad("\uFEFF\uFFFD", 0x80),
      overlong: bad("ab", 0xc0, 0xaf),
      surrogate: bad("ab", 0xed, 0xa0, 0x80),
      cut: new Uint8Array([0x61, 0xf0, 0x9f, 0x98]),
    });
    const reasons = ["first", "far", "marked", "overlong", "surrogate", "cut"].map(workspace.read);
    const at = ["1", "1,204", "7", "3", "3", "2"];
    expect(reasons).toEqual(at.map((byte) => ({ kind: "unreadable", reason: `is not UTF-8 (byte ${byte})` })));
  });

  it("does not read what is larger than the limit", () => {
    const files = { exact: new Uint8Array(1024).fill(97), more: new Uint8Array(1025).fill(97) };
    const workspace = open(files, { maxBytes: 1024 });
    expect([workspace.read("exact").kind, workspace.bytes("exact")?.length]).toEqual(["text", 1024]);
    expect([workspace.read("more"), workspace.bytes("more")]).toEqual([{ kind: "unreadable", reason: "is larger than 1 KB" }, undefined]);
    const usual = open({ huge: new Uint8Array(8 * 1024 * 1024 + 1) });
    expect(usual.read("huge")).toEqual({ kind: "unreadable", reason: "is larger than 8 MB" });
  });

  it("says that a folder is no text", () => {
    expect(open({ "src/a.rs": "" }).read("src")).toEqual({ kind: "unreadable", reason: "is a directory" });
  });
});

describe("an overlay", () => {
  it("puts texts over files, sees later changes, and shows the file again", () => {
    const texts = new Map([["a.rs", "\uFEFFnew"]]);
    const workspace = overlay(memoryWorkspace({ "a.rs": "old", "b.rs": "b" }), texts);
    expect(workspace.read("a.rs")).toEqual({ kind: "text", text: "new" });
    texts.set("a.rs", "newer");
    expect([workspace.read("./a.rs"), workspace.read("b.rs")]).toEqual([
      { kind: "text", text: "newer" },
      { kind: "text", text: "b" },
    ]);
    texts.clear();
    expect(workspace.read("a.rs")).toEqual({ kind: "text", text: "old" });
  });

  it("lists a text that is nowhere yet, and not one over a file that is not listed", async () => {
    const beneath: Workspace = { ...memoryWorkspace({ "a.rs": "", "ignored.log": "" }), list: async () => ["a.rs"] };
    const workspace = overlay(
      beneath,
      new Map([
        ["new/b.rs", "b"],
        ["ignored.log", "x"],
      ]),
    );
    expect(await workspace.list()).toEqual(["a.rs", "new/b.rs"]);
    expect([workspace.entry("new/b.rs"), workspace.entry("new"), workspace.entry("ne")]).toEqual(["file", "directory", "absent"]);
  });
});
