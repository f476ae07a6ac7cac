import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { indentOf } from "../mutations/splice.js";
import type { Placed, PlacedRow } from "./placed.js";

/** A file's text with the anchors of its rows, each on a line of its own before its definition. */
function anchored(text: string, rows: readonly PlacedRow[]): string {
  // From the end on, so that the offsets before it stay right; anchors of one definition stack in the order of their rows.
  const backwards = rows.toReversed().sort((a, b) => b.place.head - a.place.head);
  return backwards.reduce((done, { names, place }) => {
    const indent = indentOf(done.slice(place.head, done.indexOf("\n", place.head)));
    return `${done.slice(0, place.head)}${indent}// SPEC: ${names.join(", ")}\n${done.slice(place.head)}`;
  }, text);
}

function tableOf(rows: readonly PlacedRow[]): string {
  const columns = Math.max(...rows.map(({ explanation }) => explanation.length));
  const header = ["Name", "Anchor site", "How the code upholds it", ...Array.from({ length: columns - 1 }, () => "Notes")];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const body = rows.map(({ names, place, explanation }) =>
    line([names.map((name) => `\`${name}\``).join(", "), `\`${place.path}\``, ...explanation]),
  );
  return [line(header), line(header.map(() => "---")), ...body].join("\n");
}

/** Writes the code with its anchors, and a document with a table for each of the original's: its explanations, and files for places. */
export function writeWorkspace(folder: string, { files, rows }: Placed): void {
  const tables = [...new Set(rows.map(({ table }) => table))].map((table) => rows.filter((row) => row.table === table));
  const document = tables.map((own, at) => `## Table ${at + 1}\n\n${tableOf(own)}\n`).join("\n");
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of files) {
    write(
      path,
      anchored(
        text,
        rows.filter(({ place }) => place.path === path),
      ),
    );
  }
  write("specs/ANCHORS.md", document);
  write("spec-anchors.toml", 'documents = ["specs/ANCHORS.md"]\n');
}
