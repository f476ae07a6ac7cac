import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkFolder } from "../../src/check-folder.js";
import { gitEnvironment } from "../../src/git/environment.js";
import { openPast } from "../../src/git/follow.js";
import { UserError } from "../../src/model/user-error.js";
import { type FollowTrial, followAll } from "./followed.js";
import { makeHistory } from "./history.js";
import { grouped, percent, tableOf } from "./table.js";
import { type Trial, tryOne } from "./trial.js";
import { truthOf } from "./truth.js";

function count(option: string, written: string): number {
  const number = Number(written);
  if (!Number.isFinite(number) || number < 0) throw new UserError(`\`--${option} ${written}\` is no number.`);
  return number;
}

/**
 * Makes histories, checks each, and prints what was found by form, by operation and by verdict. Sets the exit code: 1 if fewer verdicts than
 * `--least` percent are right, or a citation was repaired wrongly.
 */
export async function command(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seed: { type: "string", default: "1" },
      histories: { type: "string", default: "8" },
      steps: { type: "string", default: "10" },
      least: { type: "string", default: "98" },
      misses: { type: "string", default: "20" },
      past: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
    },
  });
  const [histories, steps, least, misses] = [
    count("histories", values.histories),
    count("steps", values.steps),
    count("least", values.least),
    count("misses", values.misses),
  ];
  const trials: Trial[] = [];
  const follows: FollowTrial[] = [];
  for (let at = 0; at < histories; at += 1) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "citations-")));
    try {
      const { world, documents } = makeHistory(folder, `${values.seed}/${at}`, steps);
      const truths = documents.flatMap((document) => truthOf(world, document));
      if (values.past) {
        follows.push(...followAll(world, truths, openPast(folder, gitEnvironment(env))));
      } else {
        const { report } = await checkFolder({ cwd: folder, root: folder, env });
        trials.push(...truths.map((truth) => tryOne(truth, report.diagnostics)));
      }
    } finally {
      if (values.keep) console.log(`kept ${folder}`);
      else rmSync(folder, { recursive: true, force: true });
    }
  }
  console.log(`seed ${values.seed}; ${histories} histories of ${steps} steps`);
  const share = values.past ? printFollows(follows, misses) : printTrials(trials, misses);
  const isWrong = trials.some(({ repair }) => repair === "wrong");
  if (!(share * 100 >= least) || isWrong) process.exitCode = 1;
}

/** Prints tables and the first of what was not right; gives the share of right verdicts. */
function printTrials(trials: readonly Trial[], misses: number): number {
  const operationsOf = ({ truth }: Trial): Iterable<string> => (truth.citation.since.size === 0 ? ["nothing"] : truth.citation.since);
  const tables = [
    tableOf(
      "form",
      grouped(trials, ({ truth }) => [truth.citation.form.id]),
      trials,
    ),
    tableOf("operation on its files", grouped(trials, operationsOf), trials),
    tableOf(
      "verdict",
      grouped(trials, ({ truth }) => [truth.verdict]),
      trials,
    ),
  ];
  for (const table of tables) console.log(`\n${table}`);
  const faulty = trials.filter(({ truth }) => truth.verdict !== "right");
  const found = faulty.filter(({ verdict }) => verdict === "right").length;
  const right = trials.filter(({ verdict }) => verdict === "right").length;
  const repairable = trials.filter(({ truth }) => truth.isRepairable);
  const repaired = repairable.filter(({ repair }) => repair === "right").length;
  console.log(
    `\nfaults found ${percent(found, faulty.length)} of ${faulty.length}; verdicts right ${percent(right, trials.length)} of ${trials.length}`,
  );
  const wrong = trials.filter(({ repair }) => repair === "wrong").length;
  console.log(`repaired ${percent(repaired, repairable.length)} of ${repairable.length}; repaired wrongly ${wrong}`);
  for (const trial of trials.filter(({ verdict, repair }) => verdict !== "right" || repair === "wrong").slice(0, misses)) {
    const { truth, found: rules, repaired: after } = trial;
    console.log(`\n${truth.document}:${truth.line} ${truth.written}`);
    console.log(
      `  ${truth.verdict} (${truth.citation.origin} then; ${[...truth.citation.since].join(", ") || "nothing"}), found ${rules.join(", ") || "nothing"}`,
    );
    for (const text of truth.isRepairable ? truth.repaired : []) console.log(`  should become ${text}`);
    if (after !== undefined) console.log(`  became        ${after}`);
  }
  return trials.length === 0 ? 0 : right / trials.length;
}

/** The same for what git says alone: no verdict, but where the cited lines are now. */
function printFollows(follows: readonly FollowTrial[], misses: number): number {
  const is = (outcome: FollowTrial["outcome"]) => (one: FollowTrial) => one.outcome === outcome;
  const row = (name: string, all: readonly FollowTrial[]): string =>
    name.padEnd(46) +
    [all.length, ...(["right", "lost", "wrong"] as const).map((kind) => all.filter(is(kind)).length)]
      .map((n) => `${n}`.padStart(8))
      .join("");
  console.log(`\n${"operation on its files".padEnd(46)}${["cited", "right", "lost", "wrong"].map((name) => name.padStart(8)).join("")}`);
  for (const [name, all] of grouped(follows, ({ truth }) => (truth.citation.since.size === 0 ? ["nothing"] : truth.citation.since))) {
    console.log(row(name, all));
  }
  console.log(row("all", follows));
  for (const { truth, spot, expected, found, outcome } of follows.filter(({ outcome }) => outcome !== "right").slice(0, misses)) {
    const { path, first, last } = spot.position;
    console.log(
      `\n${outcome}: ${path}:${first}-${last} ${spot.name} (${[...truth.citation.since].join(", ")})\n  is ${expected}\n  found ${found}`,
    );
  }
  return follows.length === 0 ? 0 : follows.filter(is("right")).length / follows.length;
}
