import { covers, filesOf } from "../judge/coverage.js";
import { symbolNames } from "../judge/evidence/claims.js";
import { similarName } from "../judge/evidence/similar-name.js";
import type { Piece } from "../model/document.js";
import type { Gone } from "../model/judgement.js";
import { eachToken } from "../model/outline.js";
import type { LinkedRow } from "../model/project.js";
import type { SourceFacts } from "../model/source.js";
import type { Span } from "../model/span.js";
import type { History, Workspace } from "../model/workspace.js";
import { sitesIn } from "../read/documents/sites.js";
import { anyComment } from "../read/languages/any-comment.js";
import { languageOf } from "../read/languages/index.js";
import { segments } from "../read/source/segments.js";
import type { ReadDocument } from "./discover.js";
import type { ResolveSite } from "./link/sites.js";

/** What there is to look in. */
export interface Haystack {
  readonly rows: readonly LinkedRow[];
  readonly sources: ReadonlyMap<string, SourceFacts>;
  readonly documents: readonly ReadDocument[];
  /** Every file, and those of them that are sources. */
  readonly files: readonly string[];
  readonly candidates: readonly string[];
  readonly workspace: Workspace;
  readonly history: History;
  readonly resolve: ResolveSite;
  readonly textOf: (path: string) => string | undefined;
}

/** A symbol that a row speaks of: mostly a function. */
interface Spoken {
  readonly name: string;
  /** Written as a call: then a module or field of that name is something else. */
  readonly call: boolean;
  /** A call, or a name of several words, as only functions are written. Anything else may be a word of the specification: only history tells. */
  readonly plainly: boolean;
}

/** Something that a row names and that the files it declares do not have. */
interface Missed extends Spoken {
  readonly row: LinkedRow;
  readonly piece: Piece;
  readonly outlined: readonly SourceFacts[];
}

/** The symbol that a stretch of code speaks of; what an expression holds in passing is no promise. */
function symbolIn(code: string): Spoken | undefined {
  const name = symbolNames(code)?.at(-1);
  if (name === undefined || name.length < 2) return undefined;
  const call = /\)\??$|!$/.test(code.trim());
  // What begins with a capital may be an operator of a specification, called or not.
  return { name, call, plainly: /^[a-z_]/.test(name) && name.length > 3 && (call || /[a-z0-9]_[a-z0-9]/.test(name)) };
}

const calls = /\s*(?:::\s*<[^>]*>)?\s*[(<!]/y;

/** True if the code has the name; for a call, as something that is called or defined with parameters. */
function hasName(text: string, tokens: readonly string[], starts: readonly number[], { name, call }: Spoken): boolean {
  for (let at = tokens.indexOf(name); at !== -1; at = tokens.indexOf(name, at + 1)) {
    calls.lastIndex = (starts[at] ?? 0) + name.length;
    if (!call || calls.test(text)) return true;
  }
  return false;
}

function missedBy({ rows, sources, textOf }: Haystack): readonly Missed[] {
  return rows.flatMap((row) => {
    if (row.kind !== "anchor") return [];
    const declared = [...sources.values()].filter(({ path }) => row.sites.some((site) => covers(site, path)));
    const outlined = declared.filter(({ outline }) => outline !== undefined);
    // Where a file was not read as code, nothing is known to be missing.
    if (outlined.length === 0 || outlined.length < row.sites.flatMap(filesOf).length) return [];
    const has = (spoken: Spoken): boolean =>
      outlined.some(({ path, outline }) => outline !== undefined && hasName(textOf(path) ?? "", outline.tokens, outline.starts, spoken));
    return row.row.pieces.flatMap((piece): readonly Missed[] => {
      const spoken = piece.kind === "code" ? symbolIn(piece.value) : undefined;
      return spoken === undefined || has(spoken) ? [] : [{ ...spoken, row, piece, outlined }];
    });
  });
}

/** The names that no code holds, the specifications' included; comments do not count. */
interface Absent {
  readonly nowhere: ReadonlySet<string>;
  /** Those that some string holds: a query, a message, a name for another program. */
  readonly inStrings: ReadonlySet<string>;
}

function absentFrom(spoken: readonly Spoken[], { candidates, workspace }: Haystack): Absent {
  const open = new Map(spoken.map((one) => [one.name, one]));
  const inStrings = new Set<string>();
  for (const path of candidates) {
    if (open.size === 0) break;
    const bytes = workspace.bytes(path);
    if (bytes === undefined) continue;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
    const likely = [...open.values()].filter(({ name }) => text.includes(name));
    if (likely.length === 0) continue;
    const parts = segments(text, languageOf(path)?.comments ?? anyComment);
    const { tokens, starts } = tokensOutside(
      text,
      parts.filter(({ kind }) => kind !== "string").map(({ span }) => span),
    );
    const quoted = new Set(
      parts.flatMap(({ kind, span }) => (kind === "string" ? (text.slice(span.start, span.end).match(/\w+/g) ?? []) : [])),
    );
    for (const one of likely) {
      if (hasName(text, tokens, starts, one)) open.delete(one.name);
      if (quoted.has(one.name)) inStrings.add(one.name);
    }
  }
  return { nowhere: new Set(open.keys()), inStrings };
}

interface Tokens {
  readonly tokens: readonly string[];
  readonly starts: readonly number[];
}

function tokensOutside(text: string, left: readonly Span[]): Tokens {
  const tokens: string[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const span of [...left, { start: text.length, end: text.length }]) {
    eachToken(text, at, span.start, (token, start) => {
      tokens.push(token);
      starts.push(start);
    });
    at = span.end;
  }
  return { tokens, starts };
}

/** The identifiers in tables that are no anchor tables: variables and operators of the specification, mostly. */
function wordsOfOtherTables(documents: readonly ReadDocument[], rows: readonly LinkedRow[]): ReadonlySet<string> {
  const anchored = new Set(rows.filter(({ kind }) => kind === "anchor").map(({ row }) => `${row.document}\n${row.table}`));
  const cells = documents.flatMap(({ facts }) =>
    facts.tables.flatMap((table, at) => (anchored.has(`${facts.path}\n${at}`) ? [] : table.rows.flatMap((row) => row.cells.slice(0, 1)))),
  );
  return new Set(cells.flatMap(({ pieces }) => pieces.flatMap(({ kind, value }) => (kind === "code" ? (value.match(/\w+/g) ?? []) : []))));
}

/** `settled`: no file but the declared ones, and nothing of history, has a part in there being no more. */
interface Symbols {
  readonly gone: readonly Gone[];
  readonly settled: boolean;
}

function symbolsGone(haystack: Haystack): Symbols {
  const missed = missedBy(haystack);
  if (missed.length === 0) return { gone: [], settled: true };
  const said = wordsOfOtherTables(haystack.documents, haystack.rows);
  const unsaid = missed.filter(({ name }) => !said.has(name));
  const { nowhere, inStrings } = absentFrom(unsaid, haystack);
  const gone = unsaid.flatMap(({ row, piece, name, plainly, outlined }): readonly Gone[] => {
    if (!nowhere.has(name)) return [];
    // That no code has it is no fault yet: a row may speak of what the code does without (`no `unwrap()``), of tools, of what a macro makes.
    const lost = outlined.map(({ path }) => haystack.history.lost?.(path, name)).find((loss) => loss !== undefined);
    const similar =
      lost?.now === undefined && plainly && !inStrings.has(name)
        ? similarName(
            name,
            outlined.flatMap(({ outline }) => outline?.items ?? []),
          )
        : undefined;
    if (lost === undefined && similar === undefined) return [];
    const now =
      lost?.now !== undefined
        ? ({ name: lost.now, because: "renamed" } as const)
        : similar === undefined
          ? undefined
          : ({ name: similar, because: "similar" } as const);
    return [{ row, span: piece.span, what: "symbol", written: piece.value, now }];
  });
  return { gone, settled: gone.length === 0 && unsaid.every(({ name, plainly }) => !plainly && nowhere.has(name)) };
}

/** Paths in code of the explanations that stand for nothing, unless git ignores them or their first folder is another repository's. */
function pathsGone({ rows, files, history, resolve }: Haystack): readonly Gone[] {
  const folders = new Set(files.flatMap((file) => file.split("/").slice(0, -1)));
  return rows.flatMap((row) => {
    if (row.kind !== "anchor") return [];
    return row.row.pieces.flatMap((piece): readonly Gone[] => {
      if (piece.kind !== "code" || !/^[\w./-]+\/[\w.-]+\.\w+$/.test(piece.value)) return [];
      return sitesIn({ pieces: [piece] }).sites.flatMap((site): readonly Gone[] => {
        const first = site.path.split("/").find((part) => !/^\.{0,2}$/.test(part));
        if (resolve(row.row.document, site).resolved !== "missing" || first === undefined || !folders.has(first)) return [];
        if (history.ignored([site.path]).has(site.path)) return [];
        const to = history.renamedTo(site.path);
        return [
          {
            row,
            span: piece.span,
            what: "path",
            written: piece.value,
            now: to === undefined ? undefined : { name: to, because: "renamed" },
          },
        ];
      });
    });
  });
}

/** What the explanations of anchor tables name and what is nowhere any more; `settled` if the rows and the files they declare decide that alone, but for paths. */
export function goneFrom(haystack: Haystack): Symbols {
  const { gone, settled } = symbolsGone(haystack);
  return { gone: [...gone, ...pathsGone(haystack)], settled };
}
