import { UserError } from "../model/user-error.js";
import { readArguments } from "./arguments.js";
import { help } from "./help.js";
import type { ExitCode, Io } from "./io.js";

export { questionsAt } from "./questions.js";

import { version } from "./version.js";

async function run(io: Io): Promise<ExitCode> {
  const args = readArguments(io.argv);
  const [first, ...rest] = args.positionals;
  if (args.help || first === "help") {
    io.stdout.write(help);
    return 0;
  }
  if (args.version) {
    io.stdout.write(`${version()}\n`);
    return 0;
  }
  if (first === "trace") {
    const { traceCommand } = await import("./trace.js");
    return traceCommand(args, rest, io);
  }
  if (args.missing) throw new UserError("`--missing` is an option of `spec-anchors trace`.", "A check reports what is missing anyway.");
  if (first === "explain") {
    const { explainCommand } = await import("./explain.js");
    return explainCommand(args, rest, io);
  }
  if (first === "review") {
    const { reviewCommand } = await import("./review.js");
    return reviewCommand(args, rest, io);
  }
  const { checkCommand } = await import("./check.js");
  return checkCommand(args, first === "check" ? rest : args.positionals, io);
}

/** Runs the command line and resolves to the exit code. Wrong usage is said on standard error; a bug keeps its stack. */
export async function main(io: Io): Promise<ExitCode> {
  try {
    return await run(io);
  } catch (error) {
    if (error instanceof UserError) {
      const hint = error.hint === undefined ? "" : `\n  ${error.hint}`;
      io.stderr.write(`spec-anchors: ${error.message}${hint}\n`);
    } else {
      io.stderr.write(`spec-anchors: this is a bug of spec-anchors ${version()}. Please report it with what follows.\n`);
      io.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
    return 2;
  }
}
