import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { doubtWeights } from "../../src/judge/evidence/plausibility.js";
import { scoreWeights } from "../../src/judge/evidence/scores.js";
import { fixturesOf } from "../accuracy/repositories.js";
import { cloneOf, planted } from "../rows/planted.js";
import { type Case, casesOf } from "./cases.js";
import { curveTable, doubtsOf } from "./curve.js";
import { observed, trainDoubt } from "./doubt.js";
import { type Examples, examplesOf, train } from "./train.js";
import { differenceOf, weightsFile } from "./weights-file.js";

/** From one folder below the package's, where bundles believe to be. */
const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const weightsPath = fileURLToPath(new URL("../src/judge/evidence/weights.ts", import.meta.url));

/** So many parts the repositories are dealt into; each is judged by what the others teach. */
const parts = 8;

interface Teacher {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly examples: Examples;
}

async function teachers(clones: ReadonlyMap<string, string>, env: NodeJS.ProcessEnv): Promise<readonly Teacher[]> {
  const read: Teacher[] = [];
  for (const repository of [...fixturesOf(fixtures, "tuning"), ...planted(clones, "tuning")]) {
    const cases = await casesOf(repository, env);
    read.push({ name: repository.name, cases, examples: examplesOf(cases) });
  }
  return read;
}

/**
 * Fits the weights of the judgement to the anchors of the tuning fixtures and to those that rows about public code put there, prints them, how far
 * they are from those in use and what limits come to, and puts them in use (`--write`). Throws a `UserError` for wrong usage.
 */
export async function command(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { clone: { type: "string", multiple: true, default: [] }, write: { type: "boolean", default: false } },
  });
  const all = await teachers(new Map(values.clone.map(cloneOf)), env);
  console.log(`anchors: ${all.map(({ name, cases }) => `${name} ${cases.length}`).join(", ")}`);
  const dealt = Array.from({ length: parts }, (_, part) => all.filter((_, at) => at % parts === part));
  const standings = dealt.map((part) => {
    const others = all.flatMap((one) => (part.includes(one) ? [] : [one.examples]));
    const { weights } = train(others);
    return part.flatMap(({ cases }) => observed(cases, weights));
  });
  const doubts = doubtsOf(standings);
  // Whoever writes a fixture writes its code, too; rows about public code were written by readers of it.
  const isPublic = (name: string): boolean => name.includes("/");
  console.log(`\nall:\n${curveTable(doubts)}`);
  console.log(`\nfixtures:\n${curveTable(doubts.filter(({ repository }) => !isPublic(repository)))}`);
  console.log(`\npublic code:\n${curveTable(doubts.filter(({ repository }) => isPublic(repository)))}\n`);
  const { weights, logLikelihood } = train(all.map(({ examples }) => examples));
  const fitted = { ...weights, doubt: trainDoubt(standings.flat()) };
  console.log(`log-likelihood: items ${logLikelihood.items.toFixed(3)}, places ${logLikelihood.places.toFixed(3)}\n`);
  console.log(weightsFile(fitted));
  const { feature, difference } = differenceOf(fitted, { ...scoreWeights, doubt: doubtWeights });
  console.log(difference === 0 ? "The same as in use." : `Farthest from those in use: ${feature}, by ${difference.toFixed(3)}.`);
  if (values.write) writeFileSync(weightsPath, weightsFile(fitted));
}
