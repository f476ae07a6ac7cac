import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { reporters } from "../reporters/index.js";
import { traceFolder } from "../trace-folder.js";
import type { Arguments } from "./arguments.js";
import { wantsColour } from "./colour.js";
import type { ExitCode, Io } from "./io.js";
import { progressOn } from "./progress.js";
import { refuseOptions } from "./trace-arguments.js";

/** What leads from the folder of the output to the root, with `/` at its end: `""` where they are one, or no path leads there. */
function wayToRoot(output: string | undefined, root: string, cwd: string): string {
  if (output === undefined) return "";
  const way = relative(dirname(resolve(cwd, output)), resolve(root))
    .split(sep)
    .join("/");
  return way === "" || isAbsolute(way) ? "" : `${way}/`;
}

/** `spec-anchors trace`. What is missing is shown, never judged: that is what a check is for. */
export async function traceCommand(args: Arguments, names: readonly string[], io: Io): Promise<ExitCode> {
  refuseOptions(args);
  const progress = progressOn(io.stderr, io.env);
  const { missing, config, root } = args;
  const traced = await traceFolder({ cwd: io.cwd, env: io.env, config, root, names, missing, progress: progress.show }).finally(
    progress.end,
  );
  const toFile = args.output !== undefined;
  const colour = !toFile && wantsColour(io.stdout, io.env, args.noColour);
  if (traced.kind === "nothing") {
    const render = await reporters.pretty.load();
    io.stderr.write(render(traced.report, { textOf: traced.textOf, colour: false, width: undefined, prefix: "", quiet: false }));
    return 2;
  }
  const { matrixReporters } = await import("./trace-formats.js");
  const render = await matrixReporters[args.matrixFormat].load();
  const { matrix } = traced;
  const text = render(matrix, {
    colour,
    width: toFile || !io.stdout.isTerminal ? undefined : io.stdout.columns,
    toRoot: wayToRoot(args.output, matrix.root, io.cwd),
  });
  if (args.output === undefined) io.stdout.write(text);
  else {
    const { writeFileAtomically } = await import("./write-file.js");
    writeFileAtomically(resolve(io.cwd, args.output), text);
  }
  return 0;
}
