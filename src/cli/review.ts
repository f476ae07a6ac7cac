import { join } from "node:path";
import pc from "picocolors";
import { openFolder } from "../check-folder.js";
import { lockName } from "../config/lock.js";
import { type Checked, check } from "../engine/check.js";
import { lockText } from "../engine/lock/lock-text.js";
import { summaryOf } from "../engine/lock/locking.js";
import { recorded } from "../engine/lock/record.js";
import { type ReviewSubject, reviewedCode, reviewSubject } from "../engine/review.js";
import { nearestWord } from "../judge/nearness.js";
import type { Link } from "../model/lock.js";
import { UserError } from "../model/user-error.js";
import { reporters } from "../reporters/index.js";
import { visible } from "../reporters/visible.js";
import { rules } from "../rules/index.js";
import type { Arguments } from "./arguments.js";
import { wantsColour } from "./colour.js";
import type { ExitCode, Io } from "./io.js";
import { progressOn } from "./progress.js";
import { goneText, linkText, type ReviewContext } from "./review-text.js";
import { writeInsideRoot } from "./write-file.js";

const isOpen = ({ state }: Link): boolean => state.kind === "suspect" || state.kind === "unreviewed";

/** The links that the names mean; throws a `UserError` for a name that neither a link nor the lock has. */
function namedLinks(names: readonly string[], { links: { links, gone } }: ReviewSubject): readonly Link[] {
  const known = [...links, ...gone].map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearestWord(name, known);
    const hint = near === undefined ? "A link is a row and its anchor; `spec-anchors review` lists them." : `Did you mean \`${near}\`?`;
    throw new UserError(`There is no link \`${name}\`.`, hint);
  }
  return links.filter(({ name }) => names.includes(name));
}

/** Asks for each link whether it is right as it is. Stops at `q` and where nobody answers. */
async function agreed(links: readonly Link[], ask: NonNullable<Io["ask"]>, show: (link: Link) => Promise<void>): Promise<readonly Link[]> {
  const accepted: Link[] = [];
  for (const [at, link] of links.entries()) {
    await show(link);
    const answer = (await ask(`Record ${visible(link.name)} as reviewed? [y]es, [n]o, [q]uit (${at + 1} of ${links.length}) `))
      ?.trim()
      .toLowerCase();
    if (answer === undefined || answer === "q" || answer === "quit") break;
    if (answer === "y" || answer === "yes") accepted.push(link);
  }
  return accepted;
}

/** What cannot be read, as a check reports it: nothing is recorded before all is seen. */
async function report({ report: found, textOf }: Checked, args: Arguments, io: Io): Promise<ExitCode> {
  const render = await reporters.pretty.load();
  const colour = wantsColour(io.stdout, io.env, args.noColour);
  io.stdout.write(render(found, { textOf, colour, width: io.stdout.columns, prefix: "", quiet: false }));
  return 2;
}

function closing(subject: ReviewSubject): string {
  const { reviewed, suspect, unreviewed, moved } = summaryOf(subject.links);
  const parts = [
    `${subject.links.links.length} link${subject.links.links.length === 1 ? "" : "s"}: ${reviewed} as reviewed`,
    ...(moved > 0 ? [`${moved} of them moved`] : []),
    ...(suspect > 0 ? [`${suspect} changed`] : []),
    ...(unreviewed > 0 ? [`${unreviewed} never reviewed`] : []),
    ...(subject.unjudged > 0 ? [`${subject.unjudged} more cannot be compared`] : []),
  ];
  return `${parts.join(", ")}\n`;
}

/** `spec-anchors review`. */
export async function reviewCommand(args: Arguments, names: readonly string[], io: Io): Promise<ExitCode> {
  if (args.all && names.length > 0) throw new UserError("`--all` is every link: it takes no names.", "Leave out one of the two.");
  if (args.format !== "pretty" || args.output !== undefined)
    throw new UserError(
      "`--format` and `--output` are options of `spec-anchors check`.",
      "Its JSON report counts the links in each state.",
    );
  if (args.fix !== undefined) throw new UserError("`--fix` is an option of `spec-anchors check`.", "A review writes nothing but the lock.");
  const progress = progressOn(io.stderr, io.env);
  const opened = await openFolder({ cwd: io.cwd, env: io.env, config: args.config, root: args.root, progress: progress.show });
  if (opened.kind === "broken") return report(opened.checked, args, io);
  const { world, archive } = opened;
  const subject = await reviewSubject(world);
  progress.end();
  if (subject.unreadable.length > 0) return report(await check(world, { rules, levels: {}, only: ["unreadable"], paths: [] }), args, io);

  const context: ReviewContext = {
    textOf: subject.textOf,
    reviewedCode: (entry) => reviewedCode(world, archive, entry),
    colours: pc.createColors(wantsColour(io.stdout, io.env, args.noColour)),
  };
  const show = async (link: Link): Promise<void> => io.stdout.write(`${await linkText(link, context)}\n`);
  const { links, gone } = subject.links;
  const named = namedLinks(names, subject);
  const told = names.length > 0 ? named : links.filter(({ state }) => state.kind !== "reviewed");
  const asks = !args.all && names.length === 0 && io.ask !== undefined;
  if (!asks) for (const link of told) await show(link);
  for (const entry of gone) io.stdout.write(`${goneText(entry, context)}\n`);

  const accepted = asks && io.ask !== undefined ? await agreed(told, io.ask, show) : args.all ? links : named;
  // What is as it was reviewed keeps its block, unless there is something to say about it.
  const changed = accepted.filter(({ state }) => state.kind !== "reviewed" || args.note !== undefined);
  const drops = gone.length > 0 && (args.all || names.length > 0 || accepted.length > 0);
  const entries = world.lock?.kind === "lock" ? world.lock.entries : [];
  if (changed.length > 0 || drops) {
    const commits = archive.committed([...new Set(changed.map(({ path }) => path))]);
    const after = recorded(entries, subject.links, changed, { commitOf: (path) => commits.get(path), note: args.note });
    writeInsideRoot(world.workspace.root, join(world.workspace.root, lockName), lockText(after));
  }
  const open = (names.length > 0 ? named : links).filter((link) => isOpen(link) && !changed.includes(link));
  const dropped = drops ? `, ${gone.length} dropped` : "";
  io.stdout.write(closing(subject));
  if (changed.length > 0 || drops) io.stdout.write(`${changed.length} recorded in ${lockName}${dropped}\n`);
  else if (open.length > 0) io.stdout.write("nothing was recorded: name the links that are right, or use --all\n");
  return open.length > 0 ? 1 : 0;
}
