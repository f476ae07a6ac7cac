import { grammarsFolder } from "../../src/assets.js";
import { openGrammars } from "../../src/grammars/open.js";
import { UserError } from "../../src/model/user-error.js";
import { languageOf } from "../../src/read/languages/index.js";
import type { Language } from "../../src/read/languages/language.js";
import { repositoryAt } from "../accuracy/repositories.js";
import { workspaceOf } from "../accuracy/world.js";
import { type Draw, drawsFrom, shuffled } from "./chance.js";
import { type Commented, commentsIn, type Reader } from "./comments.js";

/** Which files and comments are drawn hangs on it. */
const seed = 7;

/** Small files leave little to choose from; generated ones are large. In bytes. */
const size = { above: 6000, below: 120_000 } as const;

/** No further file of a repository is opened once it has given so many comments. */
const enough = 421;

/** Folders whose code no anchor marks. */
const passedOver = new Set(["target", "tests", "benches"]);

/** By folder, then by name, as a walk meets them. */
function byParts(a: string, b: string): number {
  const [x, y] = [a.split("/"), b.split("/")];
  const at = x.findIndex((part, index) => part !== y[index]);
  return (x[at] ?? "") < (y[at] ?? "") ? -1 : 1;
}

async function drawnFrom(
  path: string,
  { id }: Language,
  reader: Reader,
  draw: Draw,
  env: NodeJS.ProcessEnv,
): Promise<readonly Commented[]> {
  const workspace = await workspaceOf(repositoryAt(path).folder, env);
  const texts = (await workspace.list()).toSorted(byParts).flatMap((file): readonly string[] => {
    if (languageOf(file)?.id !== id || file.split("/").some((part) => part.startsWith(".") || passedOver.has(part))) return [];
    const read = workspace.read(file);
    const bytes = read.kind === "text" ? Buffer.byteLength(read.text) : 0;
    return read.kind === "text" && bytes > size.above && bytes < size.below ? [read.text] : [];
  });
  const drawn: Commented[] = [];
  for (const text of shuffled(texts, draw)) {
    if (drawn.length >= enough) break;
    drawn.push(...commentsIn(text, reader, draw));
  }
  return drawn;
}

/** Comments of repositories in one language, and what each is about. The same files always give the same ones. */
export async function sampleOf(paths: readonly string[], language: Language, env: NodeJS.ProcessEnv): Promise<readonly Commented[]> {
  const { grammar, comments: syntax } = language;
  const parse = grammar === undefined ? undefined : await openGrammars(grammarsFolder).load(grammar.name);
  if (grammar === undefined || parse === undefined) throw new UserError(`There is no grammar of ${language.name}.`);
  const draw = drawsFrom(seed);
  const drawn: Commented[] = [];
  for (const path of paths) drawn.push(...(await drawnFrom(path, language, { syntax, grammar, parse }, draw, env)));
  return drawn;
}
