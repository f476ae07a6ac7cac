import type { SyntaxTree } from "../../model/syntax.js";
import type { TracedTest } from "../../model/trace.js";
import { languageOf } from "../../read/languages/index.js";
import { parsed } from "../../read/source/parsed.js";
import { sourceFiles } from "../scan.js";
import type { World } from "../world.js";
import { linesOf } from "./lines.js";
import { isPlainWord, type NameFinder, nameFinder } from "./name-finder.js";
import { mentionsAt } from "./test-mentions.js";

/** The tests that name each name. */
export interface TestSearch {
  readonly of: (name: string) => readonly TracedTest[];
  /** Files that look like tests and name something, and that no grammar reads. */
  readonly unread: readonly string[];
}

/** Files of which people expect tests. */
const testPath = /(?:^|[/_.-])tests?(?=[/_.-])|[_.]spec\.\w+$|Tests?\.\w+$/;

/** The words of the text that may say a name, with their offsets. */
function* wordsOf(text: string, finder: NameFinder): Generator<{ readonly word: string; readonly start: number }> {
  for (const { 0: word, index } of text.matchAll(/[A-Za-z_]\w*/g))
    if (finder.isName(word) || finder.within(word).length > 0) yield { word, start: index };
}

/** The files that have a name somewhere: told by their bytes, so that no other need be parsed. */
function candidates({ workspace, progress }: World, paths: readonly string[], finder: NameFinder): readonly string[] {
  return paths.filter((path, at) => {
    if (at % 500 === 499) progress?.(`looking for tests in ${at + 1} of ${paths.length} files`);
    const bytes = workspace.bytes(path);
    if (bytes === undefined) return false;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    return wordsOf(text, finder).next().done !== true;
  });
}

/** True if the text has a name as it is written, or in a word that speaks of a test. */
function namesOne(text: string, finder: NameFinder): boolean {
  return [...wordsOf(text, finder)].some(({ word }) => (finder.isName(word) && !isPlainWord(word)) || /test/i.test(word));
}

async function treeOf({ grammars }: World, path: string, text: string) {
  const grammar = languageOf(path, text)?.grammar;
  const parse = grammar === undefined ? undefined : await grammars.load(grammar.name);
  const tree: SyntaxTree | undefined = grammar === undefined || parse === undefined ? undefined : parsed(text, grammar, parse);
  return grammar === undefined || tree === undefined ? undefined : { tree, grammar };
}

/** Looks through all source files that are not excluded for tests that name one of the names, wherever anchors are looked for. */
export async function testsNaming(world: World, names: Iterable<string>): Promise<TestSearch> {
  const { workspace, selection } = world;
  const finder = nameFinder(names);
  const paths = sourceFiles(await workspace.list()).filter((path) => !selection.isExcluded(path) && !/\.(?:tla|cfg)$/i.test(path));
  const found = new Map<string, Map<string, TracedTest>>();
  const unread: string[] = [];
  let read = 0;
  for (const path of candidates(world, paths.toSorted(), finder)) {
    const file = workspace.read(path);
    if (file.kind !== "text") continue;
    const { text } = file;
    const source = await treeOf(world, path, text);
    if (source === undefined) {
      if (testPath.test(path) && namesOne(text, finder)) unread.push(path);
      continue;
    }
    const { tree, grammar } = source;
    const lineOf = linesOf(() => text);
    try {
      const ground = { grammar, file: grammar.file?.(path, text) };
      for (const { word, start } of wordsOf(text, finder)) {
        for (const { name, by, test } of mentionsAt(text, word, start, tree.root, finder, ground)) {
          const own = found.get(name) ?? new Map<string, TracedTest>();
          found.set(name, own);
          const { startIndex, endIndex } = test.node;
          const key = `${path}\n${startIndex}`;
          const known = own.get(key);
          // What its name says goes before what is said of it.
          if (known === undefined || by === "name")
            own.set(key, { ...lineOf({ path, span: { start: startIndex, end: endIndex } }), test: test.test, by });
        }
      }
    } finally {
      tree.free();
    }
    read += 1;
    // Trees of the native parser go away when the event loop turns.
    if (read % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const byLine = (a: TracedTest, b: TracedTest): number => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1);
  return { of: (name) => [...(found.get(name)?.values() ?? [])].sort(byLine), unread };
}
