import { UserError } from "../model/user-error.js";
import type { Arguments } from "./arguments.js";

/** Throws a `UserError` for options that `trace` would pass over. */
export function refuseOptions(args: Arguments): void {
  const ofCheck = {
    "--rule": Object.keys(args.levels).length > 0,
    "--only": args.only.length > 0,
    "--max-warnings": args.maxWarnings !== undefined,
    "--quiet": args.quiet,
    "--require-review": args.requireReview,
    "--fix": args.fix !== undefined,
  };
  const option = Object.entries(ofCheck).find(([, isGiven]) => isGiven)?.[0];
  if (option !== undefined)
    throw new UserError(`\`${option}\` is an option of \`spec-anchors check\`.`, "The matrix shows what is missing; a check judges it.");
  if (args.all || args.note !== undefined)
    throw new UserError("`--all` and `--note` are options of `spec-anchors review`.", "The matrix records nothing.");
}
