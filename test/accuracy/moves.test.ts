import { describe, expect, test } from "vitest";
import { nests } from "../../bench/accuracy/code-text.js";
import { kinds } from "../../bench/accuracy/kinds.js";
import type { Mutant } from "../../bench/accuracy/mutant.js";
import { codeSpanOf, type Source } from "../../bench/accuracy/subject.js";
import { functionOf, linesBetween } from "../../bench/accuracy/surroundings.js";
import type { Span } from "../../src/model/span.js";
import { draws, kind, made, subject } from "./checkpointing.js";

const words = (text: string): readonly string[] => text.split(/\s+/).sort();

/** The source file that a mutant changes, and its text. */
function changeOf({ files }: Mutant): { readonly source: Source; readonly text: string } {
  const [[path, text] = ["", ""]] = files;
  const source = subject.sources.get(path);
  if (source === undefined) throw new Error(`no source ${path}`);
  return { source, text };
}

/** Where the anchors of a text stand, by name, in the file's code. */
function placesIn(source: Source, text: string): ReadonlyMap<string, Span> {
  const { anchors, code } = source.read(text);
  return new Map(
    anchors.flatMap(({ name, placement }) =>
      placement.kind === "construct" ? [[name, code.spanOf(placement.construct.span)] as const] : [],
    ),
  );
}

test("every anchor of the fixture can be moved", () => {
  expect(subject.leftOut).toEqual([]);
  expect([...subject.sources.values()].flatMap(({ anchors }) => anchors)).toHaveLength(21);
});

const inSource = kinds.map(({ id }) => id).filter((id) => !["swapped-explanations", "renamed-function"].includes(id));

describe.each(inSource)("%s", (id) => {
  test("keeps the code, the comments' words and all other anchors, and leads to other code", () => {
    const mutants = made(id);
    expect(mutants.length).toBeGreaterThan(1);
    for (const mutant of mutants) {
      const { source, text } = changeOf(mutant);
      expect(mutant.files.size).toBe(1);
      expect(source.read(text).code.code).toBe(source.code.code);
      expect(words(text)).toEqual(words(source.text));
      const [before, after] = [placesIn(source, source.text), placesIn(source, text)];
      expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
      const moved = mutant.targets.flat();
      for (const [name, span] of before) {
        const now = after.get(name);
        if (!moved.includes(name)) expect(now).toEqual(span);
        else expect(now === undefined || nests(now, span)).toBe(false);
      }
    }
  });

  test("draws no place twice, and the same for the same seed", () => {
    const shown = made(id).map(({ targets, to }) => `${targets.flat().sort()} ${to.path}:${to.line}`);
    expect(new Set(shown).size).toBe(shown.length);
    const few = { ...draws, perAnchor: 1 };
    expect(kind(id).mutants(subject, few)).toEqual(kind(id).mutants(subject, few));
  });
});

/** The functions before and after, and the lines between the places, of the anchor that a mutant moves. */
function wayOf(mutant: Mutant): { readonly own: Span | undefined; readonly other: Span | undefined; readonly lines: number } {
  const { source, text } = changeOf(mutant);
  const anchor = source.anchors.find(({ line }) => line === mutant.from.line);
  const span = placesIn(source, text).get(mutant.targets[0]?.[0] ?? "");
  const target = source.map.members.find((member) => member.active && source.code.spanOf(member.span).start === span?.start);
  if (anchor === undefined || target === undefined) throw new Error("no anchor, or no target");
  const around = functionOf(source, { ...anchor, construct: { ...anchor.construct, span: target.span } });
  return { own: functionOf(source, anchor)?.span, other: around?.span, lines: linesBetween(source, anchor.construct.span, target.span) };
}

test("other-function and similar-neighbour leave their function; same-function stays in it and goes far", () => {
  for (const mutant of [...made("other-function"), ...made("similar-neighbour")]) {
    const { own, other } = wayOf(mutant);
    expect(other).not.toEqual(own);
  }
  for (const mutant of made("same-function")) {
    const { own, other, lines } = wayOf(mutant);
    expect(other).toEqual(own);
    expect(lines).toBeGreaterThanOrEqual(8);
  }
});

test("adjacent moves go to the next statement, match-arm to the other arms of the match", () => {
  const after = (id: string, name: string): readonly string[] =>
    made(id)
      .filter(({ targets }) => targets[0]?.[0] === name)
      .map((mutant) => {
        const { text } = changeOf(mutant);
        const lines = text.slice(text.indexOf(`SPEC: ${name}`)).split("\n");
        return (lines.slice(1).find((line) => !/^\s*\/\//.test(line)) ?? "").trim();
      });
  expect(after("adjacent-before", "RootRetained")).toEqual(["let keep = earlier.max(1);"]);
  expect(after("adjacent-before", "RelocationDense")).toEqual(["relocation[at] = next;"]);
  expect(after("adjacent-after", "ParamsLead")).toEqual(["self.arity += 1;"]);
  expect([...after("match-arm", "LeaderIsFixpoint")].sort()).toEqual([
    "Verdict::Does(work) => match first_to_do.entry(work) {",
    "Verdict::Given => own,",
  ]);
});

test("swapped anchors stand each on the other's construct", () => {
  for (const mutant of made("swapped-anchors")) {
    const { source, text } = changeOf(mutant);
    const [a, b] = [mutant.from, mutant.to].map(({ line }) => source.anchors.find((anchor) => anchor.line === line));
    if (a === undefined || b === undefined) throw new Error("no anchor");
    const after = placesIn(source, text);
    expect(a.names.map((name) => after.get(name))).toEqual([codeSpanOf(source, b)]);
    expect(b.names.map((name) => after.get(name))).toEqual([codeSpanOf(source, a)]);
  }
});
