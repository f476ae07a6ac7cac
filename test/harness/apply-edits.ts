import type { ReportEdit } from "../../src/model/report.js";
import { lineStarts } from "../../src/model/span.js";

/** An edit as offsets of its file's text. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function cutOf(text: string, starts: readonly number[], edit: ReportEdit): Cut {
  const [line, endLine] = [starts[edit.line - 1], starts[edit.endLine - 1]];
  if (line === undefined || endLine === undefined) throw new Error(`${edit.path}:${edit.line} is no line of the file`);
  const [start, end] = [line + edit.column - 1, endLine + edit.endColumn - 1];
  if (end < start || end > text.length)
    throw new Error(`${edit.path}:${edit.line}:${edit.column} ends at ${edit.endLine}:${edit.endColumn}`);
  return { start, end, text: edit.text };
}

/** The text with the edits made. Their places are those of the text as it is. Throws if one is outside of it or two overlap. */
export function editedText(text: string, edits: readonly ReportEdit[]): string {
  const starts = lineStarts(text);
  let result = "";
  let at = 0;
  for (const { start, end, text: written } of edits.map((edit) => cutOf(text, starts, edit)).sort((a, b) => a.start - b.start)) {
    if (start < at) throw new Error(`two edits overlap at offset ${start}`);
    result += text.slice(at, start) + written;
    at = end;
  }
  return result + text.slice(at);
}

/** The files with the edits made, by path. Throws if an edit is of no file. */
export function applyEdits(files: Readonly<Record<string, string>>, edits: readonly ReportEdit[]): Readonly<Record<string, string>> {
  const changed: Record<string, string> = { ...files };
  for (const path of new Set(edits.map((edit) => edit.path))) {
    const text = files[path];
    if (text === undefined) throw new Error(`there is no file ${path} to edit`);
    changed[path] = editedText(
      text,
      edits.filter((edit) => edit.path === path),
    );
  }
  return changed;
}
