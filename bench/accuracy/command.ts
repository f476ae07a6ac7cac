import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { planted } from "../rows/planted.js";
import { alarmsIn, historyLines } from "./history.js";
import { shuffled } from "./moves.js";
import { type Options, optionsOf } from "./options.js";
import { fixturesOf, type Repository, repositoryAt } from "./repositories.js";
import { subjectOf } from "./subject.js";
import { alarmLines, recallTable, trialData, trialLine } from "./table.js";
import { type Trial, trialsOf, type Untouched, untouchedOf } from "./trial.js";
import { checkOf, historyOf, workspaceOf, worldOf } from "./world.js";

interface Measured {
  readonly repository: Repository;
  readonly trials: readonly Trial[];
  readonly untouched: Untouched;
}

/** From one folder below the package's, where bundles believe to be. */
const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

const titleOf = ({ name, set }: Repository): string => (set === undefined ? name : `${name} (${set})`);

async function measure(repository: Repository, options: Options, env: NodeJS.ProcessEnv): Promise<Measured> {
  const { folder } = repository;
  const world = await worldOf(await workspaceOf(folder, env), historyOf(folder, env));
  const [subject, check] = [await subjectOf(world), checkOf(world)];
  const untouched = untouchedOf(subject, await check(new Map()));
  const start = performance.now();
  const trials = await trialsOf(subject, check, options.kinds, options);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`\n${titleOf(repository)}: ${subject.declared} anchors, ${trials.length} trials in ${seconds} s`);
  for (const reason of subject.leftOut) console.log(`not moved: ${reason}`);
  printTable(options, trials, [untouched]);
  if (options.history) console.log(historyLines(await alarmsIn(folder, world.history)));
  return { repository, trials, untouched };
}

function printTable({ kinds }: Options, trials: readonly Trial[], untouched: readonly Untouched[]): void {
  const ids = kinds.map(({ id }) => id);
  console.log(`${recallTable(ids, trials)}\n${alarmLines(untouched)}`);
}

/** What several repositories come to, by set. */
function printTotals(options: Options, measured: readonly Measured[]): void {
  for (const set of ["tuning", "held-out", undefined] as const) {
    const own = measured.filter(({ repository }) => repository.set === set);
    if (own.length < 2) continue;
    const trials = own.flatMap((one) => one.trials);
    console.log(`\nall of ${set ?? "them"}: ${own.length} repositories, ${trials.length} trials`);
    printTable(
      options,
      trials,
      own.map(({ untouched }) => untouched),
    );
  }
}

function printTrials(title: string, outcome: Trial["outcome"], most: number, measured: readonly Measured[], seed: number): void {
  const all = measured.flatMap(({ repository, trials }) =>
    trials.filter((trial) => trial.outcome === outcome).map((trial) => `  ${repository.name} ${trialLine(trial)}`),
  );
  const shown = shuffled(all, `${seed}/${outcome}`).slice(0, most);
  if (shown.length > 0) console.log([`\n${shown.length} of ${all.length} ${title}:`, ...[...shown].sort()].join("\n"));
}

/**
 * Moves anchors about in repositories whose anchors are right, and prints how many of them are noticed, by kind of move, and what is
 * reported though nothing was moved. Files are changed in memory only. Throws a `UserError` for wrong usage.
 */
export async function command(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const options = optionsOf(argv);
  const named = [...options.repos.map(repositoryAt), ...planted(options.clones, options.set)];
  const repositories = named.length > 0 ? named : fixturesOf(fixtures, options.set);
  console.log(`seed ${options.seed}, up to ${options.perAnchor} draws for each kind and anchor`);
  const measured: Measured[] = [];
  for (const repository of repositories) measured.push(await measure(repository, options, env));
  printTotals(options, measured);
  printTrials("misses", "missed", options.misses, measured, options.seed);
  printTrials("invalid mutants", "invalid", 20, measured, options.seed);
  if (options.json === undefined) return;
  const data = measured.flatMap(({ repository, trials }) => trials.map((trial) => trialData(repository.name, repository.set, trial)));
  writeFileSync(options.json, `${JSON.stringify(data, null, 1)}\n`);
}
