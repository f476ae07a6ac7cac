import { covers, filesOf } from "../judge/coverage.js";
import { isNear } from "../judge/nearness.js";
import type { LinkedRow, Unreadable } from "../model/project.js";
import type { SourceFacts } from "../model/source.js";
import type { FileText } from "../model/workspace.js";
import { languageOf } from "../read/languages/index.js";
import { readSource } from "../read/source/read-source.js";
import { namesOf } from "./link/link.js";
import type { FormsOf, Scanned } from "./scan.js";
import type { World } from "./world.js";

/** Which source files have to be read: those that rows declare, and those whose marks can matter. */
export function filesToRead(rows: readonly LinkedRow[], scanned: readonly Scanned[]): ReadonlySet<string> {
  const declared = namesOf(rows);
  const names = new Set([...declared].map((name) => name.toLowerCase()));
  const near = new Map<string, boolean>();
  const isMisspelt = (word: string): boolean => {
    const known = near.get(word) ?? [...declared].some((name) => isNear(word, name));
    near.set(word, known);
    return known;
  };
  const marked = scanned.filter(
    ({ exact, hasDirective, deviating, unfit = [] }) =>
      exact.size > 0 || hasDirective || [...deviating].some((word) => names.has(word)) || [...unfit].some(isMisspelt),
  );
  return new Set([...rows.flatMap(({ sites }) => sites.flatMap(filesOf)), ...marked.map((file) => file.path)]);
}

/** True if a row names a symbol: then every file's symbols are read, to say where one is that its file lacks. */
function asksForSymbols({ row }: LinkedRow): boolean {
  return row.reading.kind === "promise" && row.reading.symbols.length > 0;
}

/** Reads the source files. `locked` are the owners that a lock asks for, by file; `undefined` where there is none. Every few files the event loop turns, or native syntax trees would pile up in memory. */
export async function readSources(
  world: World,
  rows: readonly LinkedRow[],
  paths: ReadonlySet<string>,
  texts: Map<string, FileText>,
  locked: ReadonlyMap<string, ReadonlySet<string>> | undefined,
  judging: boolean,
  formsOf?: FormsOf,
): Promise<ReadonlyMap<string, SourceFacts>> {
  const sources = new Map<string, SourceFacts>();
  // An anchor's form may name what it marks: then it is said where that is.
  const symbols = rows.some(asksForSymbols) || world.config.anchors.some(({ claim }) => claim !== undefined);
  const sites = rows.filter(({ kind }) => kind === "anchor").flatMap((row) => row.sites);
  for (const path of [...paths].sort()) {
    const file = texts.get(path) ?? world.workspace.read(path);
    texts.set(path, file);
    if (file.kind !== "text") continue;
    const language = languageOf(path, file.text);
    const parse = language?.grammar === undefined ? undefined : await world.grammars.load(language.grammar.name);
    const code = locked === undefined ? undefined : (locked.get(path) ?? new Set<string>());
    const request = {
      path,
      text: file.text,
      language,
      marker: world.config.marker,
      forms: formsOf?.(path) ?? [],
      symbols,
      outline: judging && sites.some((site) => covers(site, path)),
      code,
    };
    sources.set(path, readSource(request, parse));
    if (sources.size % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return sources;
}

/** The source files that a row declares or that hold an anchor, and that cannot be read. */
export function unreadableSources(
  rows: readonly LinkedRow[],
  scanned: readonly Scanned[],
  texts: ReadonlyMap<string, FileText>,
): readonly Unreadable[] {
  const wanted = new Set([
    ...rows.flatMap(({ sites }) => sites.flatMap(filesOf)),
    ...scanned.filter(({ exact }) => exact.size > 0).map(({ path }) => path),
  ]);
  return [...texts].flatMap(([path, file]) =>
    file.kind === "unreadable" && wanted.has(path)
      ? [{ path, at: undefined, message: `The source file ${file.reason}.`, hint: undefined }]
      : [],
  );
}
