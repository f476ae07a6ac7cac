import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { grammarsFolder } from "../../src/assets.js";
import { openGrammars } from "../../src/grammars/open.js";
import { encodePhrasebook } from "../../src/judge/phrasebook/format.js";
import { UserError } from "../../src/model/user-error.js";
import { git } from "../git.js";
import { cloneOf } from "../rows/planted.js";
import { writtenRows } from "../rows/rows.js";
import { collected, printed } from "./collect.js";
import { examplesFrom } from "./sources.js";
import { trainPhrasebook } from "./train.js";

/** From one folder below the package's, where bundles believe to be. */
const bookPath = fileURLToPath(new URL("../src/judge/phrasebook/phrasebook.bin", import.meta.url));
const sourcesPath = fileURLToPath(new URL("truth/phrasebook.json", import.meta.url));

/** The files of a repository that rows are about: comments there would help the judgement of those rows more than of others. */
function filesWithRows(repository: string): ReadonlySet<string> {
  const rows = writtenRows().filter((file) => file.repository === repository);
  if (rows.some(({ set }) => set === "held-out")) throw new UserError(`\`${repository}\` is held out: nothing may be learnt from it.`);
  return new Set(rows.map(({ path }) => path));
}

/**
 * Learns the phrasebook from the comments of public repositories, prints of how many, and puts it in use (`--write`). With `--examples` it only prints
 * what it would learn from, one example a line. Throws a `UserError` for wrong usage.
 */
export async function command(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      clone: { type: "string", multiple: true, default: [] },
      examples: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
    },
  });
  const clones = [...new Map(values.clone.map(cloneOf))].sort(([a], [b]) => (a < b ? -1 : 1));
  if (clones.length === 0) throw new UserError("From which repositories? Name clones: `--clone OWNER/NAME=PATH`.");
  const without = new Map(clones.map(([repository]) => [repository, filesWithRows(repository)]));
  if (values.examples) {
    const grammars = openGrammars(grammarsFolder);
    for (const [repository, folder] of clones)
      for (const example of await examplesFrom(repository, folder, without.get(repository) ?? new Set(), grammars, env))
        console.log(printed(example));
    return;
  }
  const found = await collected(clones, env);
  const { pairs, code, logLikelihood } = trainPhrasebook(found.flatMap(({ examples }) => examples));
  const book = encodePhrasebook(pairs, code);
  const count = [...pairs.values()].reduce((sum, { length }) => sum + length, 0);
  const comments = found.reduce((sum, { examples }) => sum + examples.length, 0);
  console.log(`${comments} comments; ${pairs.size} terms of prose, ${code.length} of code, ${count} pairs, ${book.length} bytes`);
  console.log(`log-likelihood: ${logLikelihood.map((one) => one.toFixed(3)).join(", ")}`);
  if (!values.write) return;
  writeFileSync(bookPath, book);
  const sources = found.map(({ repository, folder, examples }) => ({
    repository,
    commit: git(folder, "rev-parse", "HEAD").trim(),
    comments: examples.length,
  }));
  writeFileSync(sourcesPath, `${JSON.stringify(sources, null, 2)}\n`);
}
