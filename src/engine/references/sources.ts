import type { SourceFacts } from "../../model/source.js";
import type { Span } from "../../model/span.js";
import { languageOf } from "../../read/languages/index.js";
import { readSource } from "../../read/source/read-source.js";
import { segments } from "../../read/source/segments.js";
import type { World } from "../world.js";

/** The source files as references ask for them: by words first, parsed only then. */
export interface SymbolSources {
  /** The files that hold the word as a whole, those that hold most of what is asked for first. */
  readonly filesWith: (word: string) => readonly string[];
  readonly holds: (path: string, word: string) => boolean;
  /** `undefined` for a file that cannot be read, or whose language is not known. */
  readonly facts: (path: string) => Promise<SourceFacts | undefined>;
  /** The text of a source file; `undefined` for any other. */
  readonly text: (path: string) => string | undefined;
  /** True if the code in the span names the word. */
  readonly usesIn: (path: string, span: Span, word: string) => Promise<boolean>;
  /** True if the word stands in a string of the file. */
  readonly quotes: (path: string, word: string) => boolean;
  /** The hash of what was asked and of every file that holds any of it: what answers depend on. */
  readonly key: (asked: string) => Promise<string>;
}

/** Languages of specifications and of their tools: what a document pairs with code is none of it. */
const isSpecification = (path: string): boolean => /\.(?:tla|cfg)$/i.test(path);

/** Marks are read with the rows; nobody asks for them here. */
const noMarker = "\u0000";

const wordPattern = (word: string): RegExp => new RegExp(`(?<![A-Za-z0-9_])${word}(?![A-Za-z0-9_])`, "g");

/** Searches the bytes of all source files once for all the words, and parses what is asked for when it is. */
export function symbolSources(world: World, candidates: readonly string[], words: ReadonlySet<string>): SymbolSources {
  const { workspace, grammars } = world;
  const holding = new Map<string, ReadonlySet<string>>();
  const pattern = /[A-Za-z_][A-Za-z0-9_]*/g;
  for (const path of words.size === 0 ? [] : candidates) {
    const bytes = isSpecification(path) ? undefined : workspace.bytes(path);
    if (bytes === undefined) continue;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    const found = new Set<string>();
    for (const [word] of text.matchAll(pattern)) if (words.has(word)) found.add(word);
    if (found.size > 0) holding.set(path, found);
  }
  const ranked = [...holding].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  const byWord = new Map<string, string[]>();
  for (const [path, found] of ranked) for (const word of found) byWord.set(word, [...(byWord.get(word) ?? []), path]);

  const texts = new Map<string, string | undefined>();
  const isCandidate = new Set(candidates);
  const text = (path: string): string | undefined => {
    if (!isCandidate.has(path)) return undefined;
    if (!texts.has(path)) {
      const file = workspace.read(path);
      texts.set(path, file.kind === "text" ? file.text : undefined);
    }
    return texts.get(path);
  };
  const read = async (path: string, content: string): Promise<SourceFacts> => {
    const language = languageOf(path, content);
    const parse = language?.grammar === undefined ? undefined : await grammars.load(language.grammar.name);
    return readSource({ path, text: content, language, marker: noMarker, symbols: true, outline: false }, parse);
  };
  const reading = new Map<string, Promise<SourceFacts | undefined>>();
  let parsed = 0;
  const facts = (path: string): Promise<SourceFacts | undefined> => {
    const known = reading.get(path);
    if (known !== undefined) return known;
    const content = languageOf(path) === undefined ? undefined : text(path);
    parsed += 1;
    // Every few files the event loop turns, or syntax trees would pile up in memory.
    const pause = parsed % 20 === 0 ? new Promise((resolve) => setImmediate(resolve)) : Promise.resolve();
    const read1 = content === undefined ? Promise.resolve(undefined) : pause.then(() => read(path, content));
    reading.set(path, read1);
    return read1;
  };
  return {
    key: async (asked) => {
      const { createHash } = await import("node:crypto");
      const hash = createHash("sha256");
      hash.update(`symbols\0${asked}`);
      for (const path of [...holding.keys()].sort()) hash.update(`\0${path}\0`).update(workspace.bytes(path) ?? "");
      return hash.digest("hex").slice(0, 32);
    },
    filesWith: (word) => byWord.get(word) ?? [],
    holds: (path, word) => holding.get(path)?.has(word) ?? wordPattern(word).test(text(path) ?? ""),
    facts,
    text,
    usesIn: async (path, span, word) => {
      const part = text(path)?.slice(span.start, span.end) ?? "";
      if (!wordPattern(word).test(part)) return false;
      return (await read(path, part)).symbols?.used.has(word) === true;
    },
    quotes: (path, word) => {
      const content = text(path) ?? "";
      const syntax = languageOf(path, content)?.comments;
      if (syntax === undefined || !wordPattern(word).test(content)) return false;
      const strings = segments(content, syntax).filter(({ kind }) => kind === "string");
      return strings.some(({ span }) => wordPattern(word).test(content.slice(span.start, span.end)));
    },
  };
}
