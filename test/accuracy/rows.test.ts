import { expect, test } from "vitest";
import { made, subject } from "./checkpointing.js";

test("swapped explanations change two rows and nothing else", () => {
  const mutants = made("swapped-explanations");
  expect(mutants.length).toBeGreaterThan(20);
  for (const { files, from, to } of mutants) {
    expect([...files.keys()]).toEqual([from.path]);
    const [before, after] = [subject.textOf(from.path), files.get(from.path) ?? ""].map((text) => text.split("\n"));
    const changed = before?.flatMap((line, at) => (line === after?.[at] ? [] : [at + 1])) ?? [];
    expect(changed).toEqual([from.line, to.line].sort((a, b) => a - b));
    const [one, other] = [from.line, to.line].map((line) => before?.[line - 1]?.split(" | ") ?? []);
    expect(after?.[from.line - 1]).toBe([...(one?.slice(0, 2) ?? []), ...(other?.slice(2) ?? [])].join(" | "));
  }
});

test("a renamed function has its old name nowhere in the code, and nothing else changes", () => {
  const mutants = made("renamed-function");
  expect(mutants.map(({ note }) => note.split(" ")[0])).toEqual(expect.arrayContaining(["pick_split", "drop_from", "ruler_rank", "audit"]));
  for (const { files, note } of mutants) {
    const [name = "", , fresh = ""] = note.split(" ");
    for (const [path, text] of files) {
      expect(path).toMatch(/\.rs$/);
      expect(subject.textOf(path)).not.toContain(fresh);
      expect(text.replaceAll(new RegExp(`\\b${fresh}\\b`, "g"), name)).toBe(subject.textOf(path));
      expect(subject.sources.get(path)?.read(text).code.code ?? "").not.toMatch(new RegExp(`fn${name}\\W`));
    }
  }
});
