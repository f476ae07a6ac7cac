import { citedCode } from "../../judge/citations/cited-code.js";
import { type Quotations, type Reading, readingOf } from "../../judge/citations/holding.js";
import type { CitedText } from "../../model/citing.js";
import { languageOf } from "../../read/languages/index.js";
import { parsed } from "../../read/source/parsed.js";
import { segments } from "../../read/source/segments.js";
import { symbolsOf } from "../../read/source/symbols.js";
import type { World } from "../world.js";

/** The files that citations are held against: each is read and parsed once, when it is first asked for. */
export interface CitedFiles {
  /** The file as it is; `undefined` where it cannot be read. */
  readonly now: (path: string) => Promise<Reading | undefined>;
  /** A file as it was. */
  readonly earlier: (path: string, text: string) => Promise<Reading>;
  /** The text of a file that was read. */
  readonly textOf: (path: string) => string | undefined;
}

/** Comments and strings of a text, in the language that the name of its file tells. */
export function segmentsOf(path: string, text: string): Pick<CitedText, "comments" | "strings"> {
  const syntax = languageOf(path, text)?.comments;
  const found = syntax === undefined ? [] : segments(text, syntax);
  return {
    comments: found.flatMap(({ kind, span }) => (kind === "string" ? [] : [span])),
    strings: found.flatMap(({ kind, span }) => (kind === "string" ? [span] : [])),
  };
}

async function citedText({ grammars }: World, path: string, text: string): Promise<CitedText> {
  const grammar = languageOf(path, text)?.grammar;
  const parse = grammar === undefined ? undefined : await grammars.load(grammar.name);
  const tree = grammar === undefined || parse === undefined ? undefined : parsed(text, grammar, parse);
  try {
    const defined = tree === undefined || grammar === undefined ? [] : symbolsOf(tree.root, grammar).defined;
    return { path, text, defined, isParsed: tree !== undefined, ...segmentsOf(path, text) };
  } finally {
    tree?.free();
  }
}

/** Opens the files of a workspace for citations. */
export function citedFiles(world: World, quotations: Quotations): CitedFiles {
  const known = new Map<string, Map<string, Promise<Reading>>>();
  const texts = new Map<string, string | undefined>();
  let parses = 0;
  const read = async (path: string, text: string): Promise<Reading> => {
    parses += 1;
    // Every few files the event loop turns, or native syntax trees would pile up in memory.
    if (parses % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    return readingOf(citedCode(await citedText(world, path, text)), quotations);
  };
  const earlier = (path: string, text: string): Promise<Reading> => {
    const versions = known.get(path) ?? new Map<string, Promise<Reading>>();
    known.set(path, versions);
    const reading = versions.get(text) ?? read(path, text);
    versions.set(text, reading);
    return reading;
  };
  return {
    now: async (path) => {
      if (!texts.has(path)) {
        const file = world.workspace.read(path);
        texts.set(path, file.kind === "text" ? file.text : undefined);
      }
      const text = texts.get(path);
      return text === undefined ? undefined : earlier(path, text);
    },
    earlier,
    textOf: (path) => texts.get(path),
  };
}
