import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { frozenWeights } from "../../src/judge/evidence/scores.js";
import { rust } from "../../src/read/languages/rust.js";
import { fixturesOf } from "../accuracy/repositories.js";
import { type Case, casesOf } from "./cases.js";
import { curveOf, curveTable, observed } from "./curve.js";
import { sampleOf } from "./sample.js";
import { type Examples, examplesOfCases, examplesOfComments, train } from "./train.js";
import { differenceOf, weightsFile } from "./weights-file.js";

/** From one folder below the package's, where bundles believe to be. */
const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const weightsPath = fileURLToPath(new URL("../src/judge/evidence/weights.ts", import.meta.url));

interface Fixture {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly examples: Examples;
}

async function tuningFixtures(env: NodeJS.ProcessEnv): Promise<readonly Fixture[]> {
  const read: Fixture[] = [];
  for (const repository of fixturesOf(fixtures, "tuning")) {
    const cases = await casesOf(repository, env);
    read.push({ name: repository.name, cases, examples: examplesOfCases(cases) });
  }
  return read;
}

/** The curve of the limits; each fixture is judged by weights that know nothing of it. */
function curve(all: readonly Fixture[], ofComments: Examples): string {
  const standings = all.flatMap((left) => {
    const others = all.flatMap((one) => (one === left ? [] : [one.examples]));
    return observed(left.cases, train([...others, ofComments]).weights);
  });
  return curveTable(curveOf(standings));
}

/**
 * Fits the weights of the judgement to the tuning fixtures and to the comments of repositories, prints them and how far they are from those
 * in use, and puts them in use (`--write`); or prints what limits would do (`--curve`). Throws a `UserError` for wrong usage.
 */
export async function command(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: {
      comments: { type: "string", multiple: true, default: [] },
      write: { type: "boolean", default: false },
      curve: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  // A shell's `--comments folder/*` gives the option one path and leaves the others to themselves.
  const paths = [...values.comments, ...positionals];
  const all = await tuningFixtures(env);
  const comments = await sampleOf(paths, rust, env);
  const ofComments = examplesOfComments(comments);
  const inside = comments.filter(({ place }) => place !== undefined).length;
  const anchors = all.map(({ name, cases }) => `${name} ${cases.length}`).join(", ");
  console.log(`anchors: ${anchors}`);
  if (paths.length > 0) console.log(`comments: ${inside} in functions, ${comments.length - inside} that document one`);
  if (values.curve) console.log(`\n${curve(all, ofComments)}`);
  if (values.curve && !values.write) return;

  const { weights, logLikelihood } = train([...all.map(({ examples }) => examples), ofComments]);
  const { feature, difference } = differenceOf(weights, frozenWeights);
  console.log(`log-likelihood: items ${logLikelihood.items.toFixed(3)}, places ${logLikelihood.places.toFixed(3)}\n`);
  console.log(weightsFile(weights));
  console.log(difference === 0 ? "The same as in use." : `Farthest from those in use: ${feature}, by ${difference.toFixed(3)}.`);
  if (values.write) writeFileSync(weightsPath, weightsFile(weights));
}
