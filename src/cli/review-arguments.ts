import type { ReviewSubject } from "../engine/review.js";
import { nearestWord } from "../judge/nearness.js";
import type { Link } from "../model/lock.js";
import { UserError } from "../model/user-error.js";
import type { Arguments } from "./arguments.js";

/** Throws a `UserError` for options that a review would pass over. */
export function refuseOptions(args: Arguments, names: readonly string[]): void {
  if (args.all && names.length > 0) throw new UserError("`--all` is every link: it takes no names.", "Leave out one of the two.");
  if (args.format !== "pretty" || args.output !== undefined)
    throw new UserError(
      "`--format` and `--output` are options of `spec-anchors check`.",
      "Its JSON report counts the links in each state.",
    );
  if (args.fix !== undefined) throw new UserError("`--fix` is an option of `spec-anchors check`.", "A review writes nothing but the lock.");
  const others = {
    "--rule": Object.keys(args.levels).length > 0,
    "--only": args.only.length > 0,
    "--max-warnings": args.maxWarnings !== undefined,
    "--quiet": args.quiet,
    "--require-review": args.requireReview,
  };
  const other = Object.entries(others).find(([, isGiven]) => isGiven)?.[0];
  if (other !== undefined) throw new UserError(`\`${other}\` is an option of \`spec-anchors check\`.`, "A review runs no rules.");
}

/** The links that the names mean; throws a `UserError` for a name that has nothing to review. */
export function namedLinks(names: readonly string[], { links: { links, gone, doubles }, unjudged }: ReviewSubject): readonly Link[] {
  const known = [...links, ...gone, ...doubles].map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const anchored = unjudged.find(({ anchor }) => anchor.name === name);
    if (anchored !== undefined)
      throw new UserError(`\`${name}\` cannot be reviewed: ${anchored.because}.`, `Its anchor is in \`${anchored.anchor.path}\`.`);
    const near = nearestWord(name, known);
    const hint = near === undefined ? "A link is a row and its anchor; `spec-anchors review` lists them." : `Did you mean \`${near}\`?`;
    throw new UserError(`There is no link \`${name}\`.`, hint);
  }
  return links.filter(({ name }) => names.includes(name));
}
