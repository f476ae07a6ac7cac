import { parse } from "smol-toml";
import { lineStarts, type Position, positionAt } from "../model/span.js";

/** The keys and array indices (0-based) that lead to a value. */
export type KeyPath = readonly (string | number)[];

/** Where a value stands: its key, and where it begins. An array's element has no key: both are where it begins. */
export interface Located {
  readonly key: Position;
  readonly value: Position;
}

interface Segment {
  readonly key: string;
  readonly at: number;
}

/** Reads the places of all keys and values of a valid TOML text; the answer gives `undefined` for a path that is not in it. */
export function locator(text: string): (path: KeyPath) => Located | undefined {
  const places = readPlaces(text);
  const starts = lineStarts(text);
  return (path) => {
    const place = places.get(JSON.stringify(path));
    return place && { key: positionAt(starts, place.key), value: positionAt(starts, place.value) };
  };
}

/** Valid TOML is taken for granted, which leaves little grammar: no error can occur here. */
function readPlaces(text: string): ReadonlyMap<string, { readonly key: number; readonly value: number }> {
  const places = new Map<string, { key: number; value: number }>();
  const lengths = new Map<string, number>();
  let at = 0;

  const match = (sticky: RegExp): string => {
    sticky.lastIndex = at;
    const found = sticky.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };
  // The first place wins: a table may be mentioned again by its subtables.
  const record = (path: KeyPath, key: number, value: number): void => {
    const id = JSON.stringify(path);
    if (!places.has(id)) places.set(id, { key, value });
  };

  const readKey = (): readonly Segment[] => {
    const segments: Segment[] = [];
    do {
      match(/[ \t]*/y);
      const start = at;
      const raw = match(/"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+/y);
      segments.push({ key: raw.startsWith('"') ? String(parse(`key = ${raw}`)["key"]) : raw.replace(/^'|'$/g, ""), at: start });
    } while (match(/[ \t]*\./y) !== "");
    return segments;
  };

  const readPair = (table: KeyPath): void => {
    const segments = readKey();
    match(/[ \t]*=[ \t]*/y);
    let path = table;
    for (const [index, segment] of segments.entries()) {
      path = [...path, segment.key];
      record(path, segment.at, index === segments.length - 1 ? at : segment.at);
    }
    readValue(path);
  };

  const readValue = (path: KeyPath): void => {
    if (match(/\[/y) !== "") {
      match(blank);
      for (let index = 0; at < text.length && match(closing) === ""; index += 1) {
        record([...path, index], at, at);
        readValue([...path, index]);
        match(separator);
      }
    } else if (match(/\{/y) !== "") {
      match(blank);
      while (at < text.length && match(closing) === "") {
        readPair(path);
        match(separator);
      }
    } else if (match(stringValue) === "") match(/[^,\]}#\r\n]+/y);
  };

  const readHeader = (start: number, isArray: boolean): KeyPath => {
    let path: KeyPath = [];
    const segments = readKey();
    match(/[ \t]*\]\]?/y);
    for (const [index, segment] of segments.entries()) {
      const last = index === segments.length - 1;
      path = [...path, segment.key];
      record(path, segment.at, last ? start : segment.at);
      const id = JSON.stringify(path);
      const length = (lengths.get(id) ?? 0) + (last && isArray ? 1 : 0);
      if (length === 0) continue;
      // Within an array of tables, a header speaks of the array's last entry.
      lengths.set(id, length);
      path = [...path, length - 1];
      record(path, start, start);
    }
    return path;
  };

  let table: KeyPath = [];
  for (match(blank); at < text.length; match(blank)) {
    const start = at;
    const brackets = match(/\[\[?/y);
    if (brackets === "") readPair(table);
    else table = readHeader(start, brackets === "[[");
  }
  return places;
}

const blank = /(?:\s|#[^\n]*)*/y;
const closing = /[\]}]/y;
const separator = /(?:\s|#[^\n]*)*,?(?:\s|#[^\n]*)*/y;
const stringValue = /"""(?:[^\\]|\\[\s\S])*?"{3,5}|'''[\s\S]*?'{3,5}|"(?:[^"\\]|\\.)*"|'[^']*'/y;
