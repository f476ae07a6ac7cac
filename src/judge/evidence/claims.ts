import type { Piece } from "../../model/document.js";
import { tokensOf, withPlainSigns } from "../../model/outline.js";
import type { Anchor, LinkedRow } from "../../model/project.js";
import { termsOfProse } from "../phrasebook/terms.js";
import { firstClause } from "./first-clause.js";
import { stemsOf, wordsOf } from "./words.js";

/** Who says it: the row's explanation, the invariant's name, or the text of the anchor's own comment. */
export type Speaker = "row" | "name" | "anchor";

/** What is said, and by whom. */
type Said =
  /** An identifier or call that stands alone between backticks: `` `revolve_schedule` ``, `` `Log::append()` ``, `` `#held` ``. `name` is its last part. */
  | { readonly kind: "symbol"; readonly by: Speaker; readonly written: string; readonly name: string }
  /** Any other code. */
  | { readonly kind: "quote"; readonly by: Speaker; readonly written: string; readonly tokens: readonly string[] }
  /** A word of prose, or of the identifier `of` in code, as its stem. */
  | { readonly kind: "word"; readonly by: Speaker; readonly written: string; readonly stem: string; readonly of?: string }
  /** All that one speaker says, as a whole: `terms` are those of the phrasebook, each once. To those of whole rows the invariant's name adds its own. */
  | { readonly kind: "text"; readonly by: Speaker; readonly written: string; readonly terms: readonly string[] };

/** One thing that is said about the code an anchor marks. `lead`: in the first clause of a row. */
export type Claim = Said & { readonly lead?: true };

/** `f`, `f()`, `f(a, b)`, `T::f`, `a.f()`, `f!`: the names with what joins them. */
const symbolForm =
  /^((?:#?[A-Za-z_\u00c0-\u1fff][\w\u00c0-\u1fff]*(?:<[^<>]*>)?(?:::|\.|->))*#?[A-Za-z_\u00c0-\u1fff][\w\u00c0-\u1fff]*)!?(?:\([^()]*\))?\??$/;

const receivers = new Set(["self", "this", "crate", "super", "Self"]);

/** The names of code that is one symbol, outermost first; `undefined` for other code. */
export function symbolNames(code: string): readonly string[] | undefined {
  return symbolForm
    .exec(code.trim())?.[1]
    ?.split(/::|\.|->/)
    .map((name) => name.replace(/<.*$/, ""))
    .filter((name) => !receivers.has(name));
}

function claimsOfProse(text: string, by: Speaker): readonly Claim[] {
  return wordsOf(text).map(({ written, stem }): Claim => ({ kind: "word", by, written, stem }));
}

/** `n' = n + 1` says of a variable of the specification what code writes as `n += 1`. */
function updateOf(written: string): string {
  const [, variable, same, sign, rest = ""] =
    /^\s*([A-Za-z_]\w*)'\s*=\s*([A-Za-z_]\w*)\s*([-+*/%&|^])\s*([\w.()]+)\s*$/.exec(written) ?? [];
  return variable !== undefined && variable === same ? `${variable} ${sign}= ${rest}` : written;
}

/** Plain words that begin as no code does, with one among them that hardly any code has: the title of a test, say. */
function isSentence(written: string): boolean {
  if (/^(?:if|for|while|return|assert|asserts|not|let|with|delete|select|match|case)\b/i.test(written)) return false;
  return (
    /^[A-Za-z][a-z'’-]*(?:,? [a-z][a-z'’-]*){3,}[.!?]?$/.test(written) && /(?:^| )(?:the|that|which|who|was|were|its|a) /i.test(written)
  );
}

function claimsOfCode(code: string, by: Speaker): readonly Claim[] {
  if (isSentence(code.trim())) return claimsOfProse(code, by);
  const written = code.trim();
  const words = (code.match(/[A-Za-z_\u00c0-\u1fff][\w\u00c0-\u1fff]*/g) ?? []).flatMap((of) =>
    stemsOf(of).map((stem): Claim => ({ kind: "word", by, written: of, stem, of })),
  );
  const names = symbolNames(code);
  if (names !== undefined) {
    const name = names.at(-1);
    return name === undefined ? [] : [{ kind: "symbol", by, written, name }, ...words];
  }
  const tokens = tokensOf(updateOf(code));
  return tokens.length === 0 ? [] : [{ kind: "quote", by, written, tokens }, ...words];
}

/** What text says that holds code between backticks. */
export function claimsOfText(text: string, by: Speaker): readonly Claim[] {
  return text.split("`").flatMap((part, at) => (at % 2 === 1 ? claimsOfCode : claimsOfProse)(part, by));
}

/** As whose evidence a claim that is no text counts: that of its speaker, and what stands in a row's first clause once more. */
export function voicesOf({ by, lead }: Claim): readonly string[] {
  return lead === undefined ? [by] : [by, "lead"];
}

/** As whose evidence a text counts: the whole of a row's first clause is not the row's. */
export function voiceOfText({ by, lead }: Claim): string {
  return lead === undefined ? by : "lead";
}

/** What a claim says, whoever says it. */
function keyOf(claim: Claim): string {
  // A word of a name that the code has is looked for by that name: it says nothing of itself that the word of a sentence would.
  if (claim.kind === "word") return claim.of === undefined ? `word ${claim.stem}` : `word ${claim.stem} of ${claim.of}`;
  if (claim.kind === "text") return `text ${voiceOfText(claim)}`;
  return claim.kind === "symbol" ? `symbol ${claim.name}` : `quote ${claim.tokens.join(" ")}`;
}

/** Each claim once: the first of those that say the same. */
export function distinct(claims: readonly Claim[]): readonly Claim[] {
  const kept = new Map<string, Claim>();
  for (const claim of claims) {
    const key = keyOf(claim);
    const known = kept.get(key);
    // What one row says in passing another one may begin with.
    if (known === undefined) kept.set(key, claim);
    else if (claim.lead === true && known.lead === undefined) kept.set(key, { ...known, lead: true });
  }
  return [...kept.values()];
}

/** All that the pieces say, in one text. */
function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ value }) => value).join(" ");
}

function asWhole(by: Speaker, written: string, more = ""): readonly Claim[] {
  const terms = [...new Set(termsOfProse(withPlainSigns(`${written} ${more}`)))];
  return terms.length === 0 ? [] : [{ kind: "text", by, written, terms }];
}

function leading(claims: readonly Claim[]): readonly Claim[] {
  return claims.map((claim): Claim => ({ ...claim, lead: true }));
}

function claimsOfPieces(pieces: readonly Piece[]): readonly Claim[] {
  return pieces.flatMap(({ kind, value }) => (kind === "code" ? claimsOfCode : claimsOfProse)(value, "row"));
}

/** What rows and anchor say, each thing once: the row goes before the name, and that before the anchor's own comment. */
export function claimsOf(rows: readonly LinkedRow[], anchor: Anchor): readonly Claim[] {
  const clauses = rows.map(({ row }) => firstClause(row.pieces));
  return distinct([
    ...clauses.flatMap(({ lead, rest }) => [...leading(claimsOfPieces(lead)), ...claimsOfPieces(rest)]),
    ...rows.flatMap(({ row }) =>
      row.reading.kind === "promise" ? row.reading.symbols.flatMap(({ symbol }) => claimsOfCode(symbol, "row")) : [],
    ),
    ...claimsOfProse(anchor.name, "name"),
    ...claimsOfText(anchor.text, "anchor"),
    ...asWhole("row", textOf(rows.flatMap(({ row }) => row.pieces)), anchor.name),
    ...leading(asWhole("row", textOf(clauses.flatMap(({ lead }) => lead)))),
    ...asWhole("name", anchor.name),
    ...asWhole("anchor", anchor.text),
  ]);
}
