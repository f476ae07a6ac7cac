import { describe, expect, it } from "vitest";
import { languageOf, languages } from "../../../src/read/languages/index.js";

const twice = (words: readonly string[]): readonly string[] => words.filter((word, index) => words.indexOf(word) !== index);

describe("the list of languages", () => {
  it("claims no id, name, extension or file name twice", () => {
    expect(twice(languages.map(({ id }) => id))).toEqual([]);
    expect(twice(languages.map(({ name }) => name))).toEqual([]);
    expect(twice(languages.flatMap(({ extensions }) => extensions))).toEqual([]);
    expect(twice(languages.flatMap(({ fileNames }) => fileNames ?? []))).toEqual([]);
  });

  it.each(languages)("finds $name by each of its extensions and file names", (language) => {
    const paths = [
      ...language.extensions.map((extension) => `src/a.b/x${extension}`),
      ...(language.fileNames ?? []).map((name) => `a/${name}`),
    ];
    expect(paths).not.toEqual([]);
    for (const path of paths) {
      expect(path).toBe(path.toLowerCase());
      expect(languageOf(path)?.id).toBe(language.id);
      expect(languageOf(path.toUpperCase())?.id).toBe(language.id);
    }
    for (const extension of language.extensions) expect(extension).toMatch(/^\.[^./]+$/);
  });

  it.each(languages)("says of $name how a comment begins", ({ comments }) => {
    expect(comments.line.length + comments.block.length).toBeGreaterThan(0);
  });

  it.each([
    ["src/main.RS", "rust"],
    ["include/a.h", "cpp"],
    ["a.d.ts", "typescript"],
    ["a/b.tsx", "tsx"],
    ["NSObject+X.m", "objc"],
    ["MPSStream.mm", "objcpp"],
    ["scale.cu", "cpp"],
    ["fill.metal", "cpp"],
    ["MCraft.cfg", "tlc"],
    ["setup.cfg", "ini"],
    ["CMakeLists.txt", "cmake"],
    ["rebar.config", "erlang"],
    ["a.tar.sh", "shell"],
    [".zshrc", "shell"],
    ["go.mod", "go-module"],
  ])("%s is %s", (path, id) => {
    expect(languageOf(path)?.id).toBe(id);
  });

  it.each([
    ['#ifdef __cplusplus\nextern "C" {\n#endif\nint f(void);\n#ifdef __cplusplus\n}\n#endif\n', "c"],
    ["/* a class of its own */\nstruct log { int len; };\n", "c"],
    ["", "c"],
    ["class Log;\n", "cpp"],
    ["#include <vector>\n", "cpp"],
    ["template <typename T> T twice(T x);\n", "cpp"],
    ["inline int f() { return a::b; }\n", "cpp"],
    ["#import <Foundation/Foundation.h>\n@interface Log : NSObject\n@end\n", "objc"],
    ["@class Log;\n", "objc"],
    ['#import "a.h"\nnamespace a {}\n', "objcpp"],
  ])("a header %j is %s", (text, id) => {
    expect(languageOf("a/b.h", text)?.id).toBe(id);
  });

  it("goes by the text only where languages share an extension", () => {
    expect(languageOf("a/b.cpp", "@interface Log\n@end\n")?.id).toBe("cpp");
    const ids = languages.map(({ id }) => id);
    for (const { guests = [], extensions } of languages)
      for (const guest of guests) expect([ids.includes(guest.language), extensions.includes(guest.extension)]).toEqual([true, true]);
  });

  it.each(["package.json", "a.csv", "README.md", "a.txt", "a.rst", "Cargo.lock", "LICENSE", "rs", "a.rs/b", "a.sh.md", "", "a.", "."])(
    "%j has no comments that are known",
    (path) => {
      expect(languageOf(path)).toBeUndefined();
    },
  );
});
