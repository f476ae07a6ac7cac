import type { Report, ReportRange } from "../../src/model/report.js";
import { lineStarts, lineText } from "../../src/model/span.js";
import type { Files } from "./workspaces.js";

/** What is wrong with a column of a 1-based line; `undefined` if it is one, the place behind the last letter included. */
function columnFault(text: string, line: number, column: number): string | undefined {
  const row = lineText(text, lineStarts(text), line);
  if (row === undefined) return `there is no line ${line}`;
  if (column < 1 || column > row.length + 1) return `line ${line} has no column ${column}`;
  // Behind the first half of a surrogate pair there is no place.
  const pair = /[\ud800-\udbff]/.test(row[column - 2] ?? "") && /[\udc00-\udfff]/.test(row[column - 1] ?? "");
  return pair ? `column ${column} of line ${line} splits a letter` : undefined;
}

function rangeFault(range: ReportRange, files: Files, mayBeEmpty: boolean): string | undefined {
  const { path, line, column, endLine, endColumn } = range;
  if (path === ".") return [line, column, endLine, endColumn].every((number) => number === 1) ? undefined : "no place is not 1:1";
  const text = files[path]?.replace(/^\uFEFF/, "");
  if (text === undefined) return `there is no file ${path}`;
  const fault = columnFault(text, line, column) ?? columnFault(text, endLine, endColumn);
  if (fault !== undefined) return fault;
  if (endLine < line || (endLine === line && endColumn < column)) return "it ends before it begins";
  return !mayBeEmpty && endLine === line && endColumn === column ? "it covers nothing" : undefined;
}

/** What is wrong with the places of a report on these files, a line each. Edits may insert, and a whole file may have no place in it. */
export function rangeFaults({ diagnostics, summary, unjudged }: Report, files: Files): readonly string[] {
  const said = (what: string, range: ReportRange, mayBeEmpty: boolean): readonly string[] => {
    const fault = rangeFault(range, files, mayBeEmpty);
    return fault === undefined ? [] : [`${what} at ${range.path}:${range.line}:${range.column}: ${fault}`];
  };
  const lines = [...summary.inferredTables, ...unjudged].map(({ path, line }) => ({ path, line, column: 1, endLine: line, endColumn: 1 }));
  return [
    ...diagnostics.flatMap((diagnostic) => [
      ...said(diagnostic.rule, diagnostic, /^unreadable(?:-spec)?$/.test(diagnostic.rule)),
      ...diagnostic.related.flatMap((related) => said(`${diagnostic.rule} (${related.message})`, related, false)),
      ...(diagnostic.fix?.edits ?? []).flatMap((edit) => said(`an edit of ${diagnostic.rule}`, edit, true)),
    ]),
    ...lines.flatMap((line) => said("a line", line, true)),
  ];
}
