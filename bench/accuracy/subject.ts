import { gather } from "../../src/engine/gather.js";
import { anchorsOf, declaredNames } from "../../src/engine/link/anchors.js";
import { namesOf } from "../../src/engine/link/link.js";
import type { World } from "../../src/engine/world.js";
import { rowsOf } from "../../src/judge/coverage.js";
import type { Anchor, LinkedRow, Project } from "../../src/model/project.js";
import type { Construct } from "../../src/model/source.js";
import { lineStarts, positionAt, type Span } from "../../src/model/span.js";
import type { Parse } from "../../src/model/syntax.js";
import { languageOf } from "../../src/read/languages/index.js";
import { readSource } from "../../src/read/source/read-source.js";
import { type Block, blockOf } from "./block.js";
import { type CodeMap, codeMapOf } from "./code-map.js";
import { type CodeText, codeTextOf, nests } from "./code-text.js";

/** An anchor that has a row and marks a construct: one for each comment, however many names it has. */
export interface Marked {
  readonly path: string;
  readonly names: readonly string[];
  /** 1-based. */
  readonly line: number;
  readonly construct: Construct;
  readonly block: Block;
  readonly rows: readonly LinkedRow[];
}

/** A source file that has a grammar. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly map: CodeMap;
  readonly code: CodeText;
  readonly anchors: readonly Marked[];
  /** The anchors, and the code, of another text of this file. */
  readonly read: (text: string) => { readonly anchors: readonly Anchor[]; readonly code: CodeText };
}

/** A repository to mutate. */
export interface Subject {
  readonly project: Project;
  /** The source files that hold anchors with rows. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The texts of all files that have a grammar. */
  readonly texts: ReadonlyMap<string, string>;
  /** The map of one of them; `undefined` where the parser gives up. */
  readonly mapOf: (path: string) => CodeMap | undefined;
  readonly textOf: (path: string) => string;
  /** How many anchors, one per name, have a row. */
  readonly declared: number;
  /** Anchors with rows that are not moved, and why. */
  readonly leftOut: readonly string[];
}

/** The parsers of the files that have a grammar, by path. */
async function parsersOf(world: World): Promise<ReadonlyMap<string, Parse>> {
  const parsers = new Map<string, Parse>();
  for (const path of await world.workspace.list()) {
    const grammar = languageOf(path)?.grammar;
    const parse = grammar === undefined || world.selection.isExcluded(path) ? undefined : await world.grammars.load(grammar.name);
    if (parse !== undefined) parsers.set(path, parse);
  }
  return parsers;
}

function mapOfText(path: string, text: string, parse: Parse): CodeMap | undefined {
  const grammar = languageOf(path)?.grammar;
  const tree = parse(text);
  if (tree === undefined || grammar === undefined) return undefined;
  try {
    return codeMapOf(text, tree.root, grammar);
  } finally {
    tree.free();
  }
}

function markedIn(project: Project, path: string, text: string, leftOut: string[]): readonly Marked[] {
  const { comments: syntax, grammar } = languageOf(path) ?? {};
  const own = new Set(project.anchors.flatMap((anchor) => (anchor.path === path ? [anchor.mark] : [])));
  const marks = (project.sources.get(path)?.marks ?? []).filter(({ mark }) => own.has(mark));
  const starts = lineStarts(text);
  return marks.flatMap((read): readonly Marked[] => {
    const anchors = project.anchors.filter((anchor) => anchor.path === path && anchor.mark === read.mark);
    const held = anchors.filter((anchor) => rowsOf(project.rows, anchor).length > 0);
    const [first] = held;
    if (first === undefined) return [];
    const { line } = positionAt(starts, read.mark.span.start);
    const names = held.map(({ name }) => name);
    const out = (why: string): readonly Marked[] => {
      leftOut.push(`${names.join(", ")} (${path}:${line}): ${why}`);
      return [];
    };
    if (syntax === undefined || grammar === undefined) return out("no grammar");
    if (first.placement.kind !== "construct") return out(first.placement.kind);
    const { construct } = first.placement;
    if (construct.activity.kind !== "active") return out(construct.activity.kind);
    const block = blockOf({ path, text, syntax, grammar }, read, marks);
    if (block === undefined) return out("its block comment cannot be taken out");
    return [{ path, names, line, construct, block, rows: [...new Set(held.flatMap((anchor) => rowsOf(project.rows, anchor)))] }];
  });
}

/** Reads a repository: its rows and anchors, and where else the anchors could stand. */
export async function subjectOf(world: World): Promise<Subject> {
  const { project } = await gather(world, []);
  const textOf = (path: string): string => {
    const file = world.workspace.read(path);
    return file.kind === "text" ? file.text : "";
  };
  const parsers = await parsersOf(world);
  const maps = new Map<string, CodeMap | undefined>();
  const mapOf = (path: string): CodeMap | undefined => {
    const parse = parsers.get(path);
    if (!maps.has(path) && parse !== undefined) maps.set(path, mapOfText(path, textOf(path), parse));
    return maps.get(path);
  };
  const declared = declaredNames(namesOf(project.rows));
  const leftOut: string[] = [];
  const sources = new Map<string, Source>();
  for (const path of [...new Set(project.anchors.map((anchor) => anchor.path))].sort()) {
    const text = textOf(path);
    const anchors = markedIn(project, path, text, leftOut);
    const [language, map, parse] = [languageOf(path), mapOf(path), parsers.get(path)];
    if (anchors.length === 0 || map === undefined || language === undefined) continue;
    const read: Source["read"] = (other) => {
      const request = { path, text: other, language, marker: project.marker, symbols: false, outline: false };
      return { anchors: anchorsOf(readSource(request, parse), declared), code: codeTextOf(other, language.comments) };
    };
    sources.set(path, { path, text, map, code: codeTextOf(text, language.comments), anchors, read });
  }
  const held = project.anchors.filter((anchor) => rowsOf(project.rows, anchor).length > 0).length;
  const texts = new Map([...parsers.keys()].map((path) => [path, textOf(path)]));
  return { project, sources, texts, mapOf, textOf, declared: held, leftOut };
}

/** The construct of an anchor as a place in the file's code. */
export function codeSpanOf(source: Source, { construct }: Marked): Span {
  return source.code.spanOf(construct.span);
}

/** True if code is a place for an anchor: it is, holds or is in a construct that an anchor of one of its names has. */
export function isPlaceOf(source: Source, { names }: Marked, code: Span): boolean {
  return source.anchors.some((other) => other.names.some((name) => names.includes(name)) && nests(code, codeSpanOf(source, other)));
}
