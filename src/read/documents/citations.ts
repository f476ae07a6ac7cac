import type { Citation } from "../../model/citation.js";
import type { Block, DocumentFacts, Piece } from "../../model/document.js";
import type { Span } from "../../model/span.js";
import { blockClaim, citationsOfCode } from "./citations-code.js";
import { showsCode } from "./citations-fence.js";
import { flatten } from "./citations-flat.js";
import { citationsOfLinks, targetFinder } from "./citations-links.js";
import { openScope, type Scope } from "./citations-scope.js";
import { citationsOfTable } from "./citations-tables.js";
import { citationsOfUnit, readUnit, type Unit } from "./citations-unit.js";

/** How far from the end of its block a citation may stand that introduces code, with and without a colon at the end. */
const [farthest, nearest] = [200, 8];

/** True if a block ends with its citation and leads over to the code below. */
function introduces({ flat }: Unit, citation: Citation, end: number): boolean {
  if (citation.proposal) return false;
  const left = end - citation.span.end;
  return flat.text.trimEnd().endsWith(":") ? left < farthest : left <= nearest;
}

/** The last citation of a block with what the code behind the block claims for it. */
function withBlock(source: string, unit: Unit, found: readonly Citation[], end: number, next: Block | undefined): readonly Citation[] {
  const last = found.findLast(({ link, lines }) => !link || lines.length > 0);
  if (next?.kind !== "code" || last === undefined || !showsCode(next, last.path?.written) || !introduces(unit, last, end)) return found;
  // Below the mere name of a file stands as often what it printed.
  if (last.lines.length === 0 && (next.language === undefined || !unit.flat.text.trimEnd().endsWith(":"))) return found;
  // With several places before it, nobody can tell whose code it is.
  if (found.filter(({ lines }) => lines.length > 0).length > 1) return found;
  return found.map((citation) =>
    citation === last ? { ...citation, claims: [...citation.claims, ...blockClaim(source, next)] } : citation,
  );
}

/** Digits have to stand where they were read, or a repair would write elsewhere. */
function isFound(source: string, { lines }: Citation): boolean {
  const says = (span: Span): boolean => /^\d+$/.test(source.slice(span.start, span.end));
  return lines.every(
    ({ first, last }) =>
      Number(source.slice(first.span.start, first.span.end)) === first.value && says(first.span) && (last === undefined || says(last.span)),
  );
}

interface Reading {
  readonly source: string;
  readonly facts: DocumentFacts;
  readonly scope: Scope;
  readonly targets: ReturnType<typeof targetFinder>;
}

/** The citations of a paragraph or a heading. */
function citationsOfText(
  { source, facts, scope, targets }: Reading,
  unit: Unit,
  { pieces, span }: { readonly pieces: readonly Piece[]; readonly span: Span },
  kind: "text" | "heading",
  index: number,
): readonly Citation[] {
  const container = { kind };
  const found = citationsOfUnit(unit, { container, file: scope.file, rowClaims: [] });
  const links = citationsOfLinks(pieces, unit, container, targets);
  const all = links.length === 0 ? found : [...found, ...links].sort((a, b) => a.span.start - b.span.start);
  return withBlock(source, unit, all, span.end, facts.blocks[index + 1]);
}

function citationsOfBlock(reading: Reading, block: Block, index: number): readonly Citation[] {
  const { source, facts, scope } = reading;
  switch (block.kind) {
    case "heading": {
      const unit = readUnit(flatten(source, block.heading.pieces));
      // A heading stands in its own section, not in the one before.
      scope.enter(block.heading.depth, unit.flat, unit.references);
      return citationsOfText(reading, unit, block.heading, "heading", index);
    }
    case "text": {
      const unit = readUnit(flatten(source, block.pieces));
      const found = citationsOfText(reading, unit, block, "text", index);
      scope.pass(unit.flat, unit.references);
      return found;
    }
    case "code":
      return citationsOfCode(source, block, scope);
    case "table": {
      const table = facts.tables[block.table];
      return table === undefined ? [] : citationsOfTable(reading, table, block.table);
    }
  }
}

/**
 * The citations of a document in order. `source` is its text, which the facts have been read from.
 * Lines whose file nothing names have no path; they can be counted, and cannot be judged.
 */
export function citationsIn(facts: DocumentFacts, source: string): readonly Citation[] {
  const reading: Reading = { source, facts, scope: openScope(), targets: targetFinder(source) };
  const all = facts.blocks.flatMap((block, index) => citationsOfBlock(reading, block, index));
  return all.filter((citation) => isFound(source, citation)).sort((a, b) => a.span.start - b.span.start);
}
