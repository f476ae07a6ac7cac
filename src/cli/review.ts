import { join } from "node:path";
import pc from "picocolors";
import { openFolder } from "../check-folder.js";
import { lockName } from "../config/lock.js";
import { type Checked, check } from "../engine/check.js";
import { lockText } from "../engine/lock/lock-text.js";
import { summaryOf } from "../engine/lock/locking.js";
import { recorded } from "../engine/lock/record.js";
import { type ReviewSubject, reviewedCodes, reviewSubject } from "../engine/review.js";
import type { Link, LockEntry } from "../model/lock.js";
import { reporters } from "../reporters/index.js";
import { visible } from "../reporters/visible.js";
import { rules } from "../rules/index.js";
import type { Arguments } from "./arguments.js";
import { wantsColour } from "./colour.js";
import type { ExitCode, Io } from "./io.js";
import { progressOn } from "./progress.js";
import { namedLinks, refuseOptions } from "./review-arguments.js";
import { doubleText, goneText, linkText, type ReviewContext } from "./review-text.js";
import { writeInsideRoot } from "./write-file.js";

const isOpen = ({ state }: Link): boolean => state.kind === "suspect" || state.kind === "unreviewed";

/** Asks for each link whether it is right as it is. Stops at `q` and where nobody answers. */
async function agreed(links: readonly Link[], ask: NonNullable<Io["ask"]>, show: (link: Link) => void): Promise<readonly Link[]> {
  const accepted: Link[] = [];
  for (const [at, link] of links.entries()) {
    show(link);
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
    ...(subject.unjudged.length > 0 ? [`${subject.unjudged.length} more cannot be compared`] : []),
  ];
  return `${parts.join(", ")}\n`;
}

/** The entry whose code is shown beside the code of today. */
function changedEntry({ state }: Link): readonly LockEntry[] {
  return state.kind === "suspect" && state.changes.some(({ kind }) => kind === "code") ? [state.entry] : [];
}

/** `spec-anchors review`. */
export async function reviewCommand(args: Arguments, names: readonly string[], io: Io): Promise<ExitCode> {
  refuseOptions(args, names);
  const progress = progressOn(io.stderr, io.env);
  const opened = await openFolder({ cwd: io.cwd, env: io.env, config: args.config, root: args.root, progress: progress.show });
  if (opened.kind === "broken") return report(opened.checked, args, io);
  const { world, archive } = opened;
  const subject = await reviewSubject(world);
  const { links, gone, doubles } = subject.links;
  if (subject.unreadable.length > 0 || links.length + gone.length + doubles.length === 0) {
    const checked = await check(world, { rules, levels: {}, only: ["unreadable"], paths: [] });
    progress.end();
    if (checked.report.diagnostics.length > 0) return report(checked, args, io);
  }
  const named = namedLinks(names, subject);
  const told = names.length > 0 ? named : links.filter(({ state }) => state.kind !== "reviewed");
  const codes = await reviewedCodes(world, archive, told.flatMap(changedEntry), progress.show);
  progress.end();

  const context: ReviewContext = {
    textOf: subject.textOf,
    reviewedCode: (entry) => codes.get(entry),
    colours: pc.createColors(wantsColour(io.stdout, io.env, args.noColour)),
  };
  const show = (link: Link): void => io.stdout.write(`${linkText(link, context)}\n`);
  const asks = !args.all && names.length === 0 && io.ask !== undefined;
  if (!asks) for (const link of told) show(link);
  for (const entry of doubles) io.stdout.write(`${doubleText(entry, context)}\n`);
  for (const entry of gone) io.stdout.write(`${goneText(entry, context)}\n`);

  const accepted = asks && io.ask !== undefined ? await agreed(told, io.ask, show) : args.all ? links : named;
  // What is as it was reviewed keeps its block, unless there is something to say about it.
  const changed = accepted.filter(({ state }) => state.kind !== "reviewed" || args.note !== undefined);
  // Nobody said anything about the other names.
  const isMeant = ({ name }: LockEntry): boolean => args.all || names.includes(name);
  const dropped = [
    ...gone.filter(isMeant),
    ...doubles.filter((entry) => isMeant(entry) || changed.some(({ name }) => name === entry.name)),
  ];
  const entries = world.lock?.kind === "lock" ? world.lock.entries : [];
  const writes = changed.length > 0 || dropped.length > 0;
  if (writes) {
    const commits = archive.committed([...new Set(changed.map(({ path }) => path))]);
    const after = recorded(entries, dropped, changed, { commitOf: (path) => commits.get(path), note: args.note });
    writeInsideRoot(world.workspace.root, join(world.workspace.root, lockName), lockText(after));
  }
  const open = (names.length > 0 ? named : links).filter((link) => isOpen(link) && !changed.includes(link));
  io.stdout.write(closing(subject));
  if (writes) io.stdout.write(`${changed.length} recorded in ${lockName}${dropped.length > 0 ? `, ${dropped.length} dropped` : ""}\n`);
  else if (open.length > 0) io.stdout.write("nothing was recorded: name the links that are right, or use --all\n");
  return open.length > 0 ? 1 : 0;
}
