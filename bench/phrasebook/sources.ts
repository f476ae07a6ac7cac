import { setImmediate } from "node:timers/promises";
import type { Grammars } from "../../src/model/syntax.js";
import { languageOf } from "../../src/read/languages/index.js";
import { outlineOf } from "../../src/read/source/outline.js";
import { shuffled } from "../accuracy/moves.js";
import { workspaceOf } from "../accuracy/world.js";
import { commentsIn } from "./comments.js";
import { codeAfter, type Example, examplesIn } from "./examples.js";

/** Code that is not what it is about: tests, copies of others' code, what a tool wrote. */
const otherFolders =
  /(?:^|\/)(?:tests?|testing|benches|bench|examples?|target|third_party|vendor|deps|node_modules|__tests__|generated|mocks?)\//i;
const otherFiles = /(?:_test\.|\.test\.|\.pb\.|test\.|\.gen\.|spec\.|\.d\.ts)/i;

/** Files of so many UTF-16 units, with so many items. */
const size = { least: 3000, most: 150_000 } as const;
const leastItems = 8;

/** So many comments at most are taken of a file, and of a repository: none shall speak for all. */
const most = { ofFile: 60, ofRepository: 20_000 } as const;

async function fromFile(path: string, text: string, grammars: Grammars): Promise<readonly Example[]> {
  const language = languageOf(path);
  const grammar = language?.grammar;
  const parse = grammar === undefined ? undefined : await grammars.load(grammar.name);
  const tree = parse?.(text);
  if (language === undefined || grammar === undefined || parse === undefined || tree === undefined) return [];
  try {
    const after = codeAfter(text, tree.root, grammar);
    const comments = commentsIn(text, language.comments).map((comment) => ({ ...comment, target: after(comment.end) }));
    const targets = comments.map(({ target }) => target);
    const outline = outlineOf(text, tree.root, grammar, language.comments, targets, () => parse(text));
    if (outline.items.length < leastItems) return [];
    return examplesIn(text, outline, shuffled(comments, path).slice(0, most.ofFile));
  } finally {
    tree.free();
  }
}

/** Comments of a repository's own code, with the code they are about; nothing of the files `without`. */
export async function examplesFrom(
  repository: string,
  folder: string,
  without: ReadonlySet<string>,
  grammars: Grammars,
  env: NodeJS.ProcessEnv,
): Promise<readonly Example[]> {
  const workspace = await workspaceOf(folder, env);
  const paths = (await workspace.list()).filter((path) => !otherFolders.test(path) && !otherFiles.test(path) && !without.has(path));
  const found: Example[] = [];
  for (const path of shuffled([...paths].sort(), repository)) {
    if (found.length >= most.ofRepository) break;
    if (languageOf(path)?.grammar === undefined) continue;
    const file = workspace.read(path);
    if (file.kind !== "text" || file.text.length < size.least || file.text.length > size.most) continue;
    found.push(...(await fromFile(path, file.text, grammars)));
    // Native trees are freed between turns of the event loop only.
    await setImmediate();
  }
  return found;
}
