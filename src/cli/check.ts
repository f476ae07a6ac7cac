import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type CheckOptions, checkFolder } from "../check-folder.js";
import type { FixedFolder } from "../fix-folder.js";
import { nearestWord } from "../judge/nearness.js";
import type { FixMode } from "../model/fixing.js";
import type { Report } from "../model/report.js";
import { UserError } from "../model/user-error.js";
import { reporters } from "../reporters/index.js";
import { rules } from "../rules/index.js";
import { openVerdicts } from "../workspace/verdicts.js";
import type { Arguments } from "./arguments.js";
import { wantsColour } from "./colour.js";
import type { ExitCode, Io } from "./io.js";
import { progressOn } from "./progress.js";
import { repositoryPrefix } from "./repository-prefix.js";
import { version } from "./version.js";

/** A path of the command line, relative to the root with `/`; `""` is the root itself. */
function insideRoot(written: string, cwd: string, root: string): string {
  if (written === "") throw new UserError("A PATH is empty.", "Is a variable unset? Leave the argument out to check everything.");
  const absolute = resolve(cwd, written);
  if (!existsSync(absolute)) {
    const near = nearestWord(written, ["check", "trace", "review", "explain"]);
    throw new UserError(
      `\`${written}\` does not exist.`,
      near === undefined ? "A PATH is a file or folder to report on." : `Did you mean the command \`${near}\`?`,
    );
  }
  const path = relative(root, absolute);
  if (path === ".." || path.startsWith(`..${sep}`) || resolve(root, path) !== absolute) {
    throw new UserError(`\`${written}\` is outside the root \`${root}\`.`, "Name the other repository with --root.");
  }
  return path.split(sep).join("/");
}

/** 2 beats 1: what could not be checked weighs more than what was found. */
function exitCodeOf(report: Report, maxWarnings: number | undefined): ExitCode {
  const unchecked = new Set(rules.flatMap(({ id, always }) => (always === true ? [id] : [])));
  if (report.diagnostics.some(({ rule }) => unchecked.has(rule))) return 2;
  const { errors, warnings } = report.summary;
  return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? 1 : 0;
}

/** Loaded only where something is to be mended. */
async function fixWith(options: CheckOptions, mode: FixMode, dryRun: boolean): Promise<FixedFolder> {
  const { fixFolder } = await import("../fix-folder.js");
  return fixFolder({ ...options, mode, dryRun });
}

/** `spec-anchors check`. */
export async function checkCommand(args: Arguments, paths: readonly string[], io: Io): Promise<ExitCode> {
  if (args.all || args.note !== undefined)
    throw new UserError("`--all` and `--note` are options of `spec-anchors review`.", "A check records nothing.");
  const progress = progressOn(io.stderr, io.env);
  const options = {
    cwd: io.cwd,
    env: io.env,
    config: args.config,
    root: args.root,
    levels: args.levels,
    only: args.only,
    requireReview: args.requireReview,
    paths: (root: string) => paths.map((path) => insideRoot(path, io.cwd, root)),
    verdicts: io.store === undefined ? undefined : openVerdicts(join(io.store, `verdicts-${version()}`)),
    progress: progress.show,
  };
  const fixed = args.fix === undefined ? undefined : await fixWith(options, args.fix, args.dryRun);
  const { report, textOf } = fixed ?? (await checkFolder(options));
  progress.end();
  if (fixed !== undefined) {
    const { showFixing } = await import("./fix.js");
    showFixing(fixed, args, io);
  }
  const render = await reporters[args.format].load();
  const toFile = args.output !== undefined;
  const text = render(report, {
    textOf,
    colour: !toFile && wantsColour(io.stdout, io.env, args.noColour),
    width: toFile ? undefined : io.stdout.columns,
    prefix: args.format === "github" ? repositoryPrefix(report.root) : "",
    quiet: args.quiet,
    ...(fixed === undefined ? {} : { fixing: fixed.outcome }),
  });
  if (args.output === undefined) io.stdout.write(text);
  else {
    const { writeFileAtomically } = await import("./write-file.js");
    writeFileAtomically(resolve(io.cwd, args.output), text);
  }
  const code = exitCodeOf(report, args.maxWarnings);
  if (args.maxWarnings !== undefined && report.summary.warnings > args.maxWarnings) {
    io.stderr.write(`spec-anchors: more warnings than --max-warnings ${args.maxWarnings} allows: ${report.summary.warnings}\n`);
  }
  return code;
}
