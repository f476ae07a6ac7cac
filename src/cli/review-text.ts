import type pc from "picocolors";
import { newestRow } from "../judge/links.js";
import type { Link, LinkChange, LockEntry } from "../model/lock.js";
import { lineStarts, positionAt } from "../model/span.js";
import { visible } from "../reporters/visible.js";
import { type DiffLine, diffLines } from "./line-diff.js";

/** What the texts of a review are made with. */
export interface ReviewContext {
  readonly textOf: (path: string) => string | undefined;
  /** The construct's text as it was reviewed, where git still has it. */
  readonly reviewedCode: (entry: LockEntry) => string | undefined;
  readonly colours: ReturnType<typeof pc.createColors>;
}

/** How many unchanged lines are shown around a change, and how many of a construct that was never reviewed. */
const around = 3;
const most = 24;

/** The lines of a construct, whose first one stands without the indent that its last one has. */
function linesOf(code: string): readonly string[] {
  const [first = "", ...rest] = code.split(/\r?\n/);
  const indents = rest.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  return [first, ...rest.map((line) => line.slice(indent))];
}

/** The lines of a difference with the unchanged ones far from a change left out. */
function shortened(lines: readonly DiffLine[]): readonly (DiffLine | undefined)[] {
  const isNear = (at: number): boolean => lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== "same");
  return lines.flatMap((line, at) => (isNear(at) ? [line] : at === 0 || isNear(at - 1) ? [undefined] : []));
}

function difference(before: readonly string[], after: readonly string[], { colours }: ReviewContext): readonly string[] {
  return shortened(diffLines(before, after)).map((line) => {
    if (line === undefined) return colours.dim("    …");
    const text = visible(line.text);
    if (line.kind === "same") return `      ${text}`.trimEnd();
    return line.kind === "old" ? colours.red(`    - ${text}`) : colours.green(`    + ${text}`);
  });
}

function shown(lines: readonly string[], { colours }: ReviewContext): readonly string[] {
  const rest = lines.length > most ? [colours.dim(`    … ${lines.length - most} more lines`)] : [];
  return [...lines.slice(0, most).map((line) => `      ${visible(line)}`.trimEnd()), ...rest];
}

const inOwner = (owner: string): string => (owner === "" ? "" : ` in ${visible(owner)}`);

function placeAt(path: string, offset: number, { textOf }: ReviewContext): string {
  return `${visible(path)}:${positionAt(lineStarts(textOf(path) ?? ""), offset).line}`;
}

function rowText(link: Link, changed: boolean, context: ReviewContext): readonly string[] {
  const row = newestRow(link);
  const place = row === undefined ? "" : placeAt(row.row.document, row.row.span.start, context);
  const now = link.explanation.split("\n");
  const before = link.state.kind === "unreviewed" ? now : link.state.entry.explanation.split("\n");
  return [`  row ${place}${changed ? " changed" : ""}`, ...(changed ? difference(before, now, context) : shown(now, context))];
}

const codeOf = (path: string, span: { readonly start: number; readonly end: number }, { textOf }: ReviewContext): string =>
  (textOf(path) ?? "").slice(span.start, span.end);

function codeText(link: Link, entry: LockEntry | undefined, change: LinkChange | undefined, context: ReviewContext): readonly string[] {
  const { path, construct } = link;
  const now = linesOf(codeOf(path, construct.span, context));
  const place = placeAt(path, construct.span.start, context);
  if (change?.kind === "left") {
    const { still } = change;
    return [
      `  reviewed was ${placeAt(still.path, still.span.start, context)}, which is still there`,
      ...shown(linesOf(codeOf(still.path, still.span, context)), context),
      `  the anchor now marks ${place}`,
      ...shown(now, context),
    ];
  }
  if (change?.kind === "alike")
    return [`  reviewed was other code that is gone; the anchor marks equal code ${place}`, ...shown(now, context)];
  if (change === undefined || entry === undefined) return [`  code ${place}`, ...shown(now, context)];
  const before = context.reviewedCode(entry);
  if (before === undefined) return [`  code ${place} changed; what was reviewed is not in git`, ...shown(now, context)];
  return [`  code ${place} changed`, ...difference(linesOf(before), now, context)];
}

/** What the specification says of the name. Locks keep no text of it: what it said is in the history of its file. */
function definitionText({ definitions }: Link, changed: boolean, context: ReviewContext): readonly string[] {
  return definitions.flatMap(({ path, unit }) => [
    `  definition ${placeAt(path, unit.nameSpan.start, context)}${changed ? " changed" : ""}`,
    ...shown(linesOf(codeOf(path, unit.span, context)), context),
  ]);
}

/** A link with all its sides: what the row says and said, what the code is and was. */
export function linkText(link: Link, context: ReviewContext): string {
  const { state, name, path, owner } = link;
  const { colours } = context;
  const at = `${placeAt(path, link.anchor.nameSpan.start, context)}${inOwner(owner)}`;
  if (state.kind === "reviewed") return `${colours.green("as reviewed")} ${colours.bold(visible(name))} ${at}\n`;
  if (state.kind === "moved") {
    if (state.entry.name !== name)
      return `${colours.green("renamed")} ${colours.bold(visible(name))} ${at}: its row and its anchor, from ${visible(state.entry.name)}\n`;
    const from = `${visible(state.entry.path)}${inOwner(state.entry.owner)}`;
    return `${colours.green("moved")} ${colours.bold(visible(name))} ${at}: with its construct, from ${from}\n`;
  }
  const entry = state.kind === "suspect" ? state.entry : undefined;
  const changes = state.kind === "suspect" ? state.changes : [];
  const title = state.kind === "suspect" ? colours.yellow("changed") : colours.yellow("never reviewed");
  const lines = [
    `${title} ${colours.bold(visible(name))} ${at}`,
    ...rowText(
      link,
      changes.some(({ kind }) => kind === "row"),
      context,
    ),
    ...codeText(
      link,
      entry,
      changes.find(({ kind }) => kind !== "row" && kind !== "definition"),
      context,
    ),
    ...definitionText(
      link,
      changes.some(({ kind }) => kind === "definition"),
      context,
    ),
    ...(entry?.note === undefined ? [] : [`  note: ${visible(entry.note)}`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** An entry of which nothing is left. */
export function goneText({ name, path, owner }: LockEntry, { colours }: ReviewContext): string {
  return `${colours.yellow("gone")} ${colours.bold(visible(name))} ${visible(path)}${inOwner(owner)}: neither its row nor its anchor is left\n`;
}

/** An entry of a link that another entry fits better: merges leave them. */
export function doubleText({ name, path, owner }: LockEntry, { colours }: ReviewContext): string {
  return `${colours.yellow("twice")} ${colours.bold(visible(name))} ${visible(path)}${inOwner(owner)}: another block of the lock fits this link better\n`;
}
