import type { Diagnostic, RelatedPlace, ReportContext, Reporter } from "../model/report.js";
import { lineStarts } from "../model/span.js";
import { lookedAt, mending, notes, verdict } from "./closing.js";
import { type FrameLines, type FrameSource, frameLines, frameRows } from "./frame.js";
import { type Palette, paletteFor } from "./palette.js";
import { hasPlace, selected } from "./selection.js";
import { visible } from "./visible.js";

/** What the diagnostics of one report share: `explained` holds the rules whose page was already named. */
interface Drawing {
  readonly palette: Palette;
  readonly columns: number;
  readonly sourceOf: (path: string) => FrameSource | undefined;
  readonly explained: Set<string>;
}

/** A place with the lines to show for it, and `message` unless it is the diagnostic's own. */
interface Framed {
  readonly place: Diagnostic | RelatedPlace;
  readonly label: string | undefined;
  readonly lines: FrameLines | undefined;
}

const columnsOfFiles = 120;

/** Every diagnostic with code frames of all its places, then what came of it and what was looked at. */
export const pretty: Reporter = (report, context) => {
  const palette = paletteFor(context.colour);
  const drawing = { palette, columns: context.width ?? columnsOfFiles, sourceOf: sources(context), explained: new Set<string>() };
  const blocks = selected(report, context).map((diagnostic) => block(diagnostic, drawing));
  const { errors, warnings } = report.summary;
  const weight = errors > 0 ? palette.severity.error : warnings > 0 ? palette.severity.warning : palette.good;
  const outcome = [weight(verdict(report.summary)), ...mending(report, context)].join(", ");
  const closing = [outcome, lookedAt(report.summary), ...notes(report, context).map(palette.faint)];
  return [...blocks, closing].map((lines) => `${lines.join("\n")}\n`).join("\n");
};

/** The files' texts with their line starts, each found once. */
function sources(context: ReportContext): (path: string) => FrameSource | undefined {
  const known = new Map<string, FrameSource | undefined>();
  return (path) => {
    if (!known.has(path)) {
      const text = context.textOf(path);
      known.set(path, text === undefined ? undefined : { text, starts: lineStarts(text) });
    }
    return known.get(path);
  };
}

function block(diagnostic: Diagnostic, drawing: Drawing): readonly string[] {
  const { palette } = drawing;
  const framed: Framed[] = [
    { place: diagnostic, label: undefined, lines: frameLines(diagnostic, drawing.sourceOf(diagnostic.path)) },
    ...diagnostic.related.map((place) => ({
      place,
      label: visible(place.message),
      lines: frameLines(place, drawing.sourceOf(place.path)),
    })),
  ].filter(({ label, place }) => label !== undefined || hasPlace(place));
  const gutter = Math.max(1, ...framed.map(({ lines }) => gutterFor(lines)));
  const title = palette.severity[diagnostic.severity](`${diagnostic.severity}[${visible(diagnostic.rule)}]`);
  return [
    title + palette.strong(`: ${visible(diagnostic.message)}`),
    ...framed.flatMap((frame) => drawn(frame, diagnostic, gutter, drawing)),
    ...remarks(diagnostic, drawing).map((remark) => `${" ".repeat(gutter)} ${palette.frame("=")} ${remark}`),
  ];
}

function drawn({ place, label, lines }: Framed, diagnostic: Diagnostic, gutter: number, drawing: Drawing): readonly string[] {
  const { palette } = drawing;
  if (!hasPlace(place)) return [`${" ".repeat(gutter)} ${palette.frame("=")} ${palette.strong("note:")} ${label ?? ""}`];
  const arrow = `${" ".repeat(gutter)}${palette.frame("-->")} ${visible(place.path)}:${place.line}:${place.column}`;
  if (lines === undefined) return [label === undefined ? arrow : `${arrow}: ${label}`];
  const mark = label === undefined ? palette.severity[diagnostic.severity] : palette.frame;
  const sign = label === undefined ? "^" : "-";
  return [arrow, ...frameRows(lines, { sign, label: label ?? "", gutter, columns: drawing.columns, mark, rail: palette.frame })];
}

/** Help, fix and, at the rule's first diagnostic, where to read about it. */
function remarks(diagnostic: Diagnostic, { palette, explained }: Drawing): readonly string[] {
  const { hint, fix, rule } = diagnostic;
  const see = explained.has(rule) ? [] : [`${palette.strong("see:")} spec-anchors explain ${visible(rule)}`];
  explained.add(rule);
  return [
    ...(hint === undefined ? [] : [`${palette.strong("help:")} ${visible(hint)}`]),
    ...(fix === undefined ? [] : [`${palette.strong("fix:")} ${visible(fix.title)}`]),
    ...see,
  ];
}

/** The digits of the greatest line number shown, or of the sign for lines left out. */
function gutterFor(lines: FrameLines | undefined): number {
  if (lines === undefined) return 1;
  return Math.max(`${lines.first + lines.texts.length - 1}`.length, lines.more ? 3 : 1);
}
