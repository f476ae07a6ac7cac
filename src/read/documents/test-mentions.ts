import type { DocumentFacts, Piece } from "../../model/document.js";
import type { WrittenSite } from "../../model/row.js";
import { isNoPlace, pathIn } from "./mapping-paths.js";

/** Where tests live, and what their files are called. */
const testFile =
  /(?:^|\/)(?:tests?|__tests__|it|spec)\/(?:.*\/)?[^/]+\.\w+$|(?:^|\/)(?:test_[^/]+|[^/]+_test|[^/]+[._-]test|[^/]+Tests?|[^/]+Spec)\.\w+$/;

/** Words that say that what is named tests something. */
const tests =
  /\b(?:exercis(?:e[sd]?|ing)|test(?:s|ed|ing)?|cover(?:s|ed|ing)?|verif(?:y|ies|ied)|assert(?:s|ed)?|validate[sd]?|check(?:s|ed)?|prove[sn]?d?|property tests?)\b/i;

/** Words that say that there is none, or none any more. */
const denied =
  /\b(?:no|not|never|removed|deleted|former(?:ly)?|old|missing|without|planned|future|todo|will be|would be|should be|add|create|write)\b/i;

/** A file of tests that a text or a cell says to exercise something. */
export interface TestMention extends WrittenSite {
  /** The table that it stands in, if it stands in one. */
  readonly table: number | undefined;
}

function* textsOf(facts: DocumentFacts): Generator<{ readonly pieces: readonly Piece[]; readonly table: number | undefined }> {
  for (const block of facts.blocks) {
    if (block.kind === "text") yield { pieces: block.pieces, table: undefined };
    if (block.kind !== "table") continue;
    for (const { cells } of facts.tables[block.table]?.rows ?? []) for (const { pieces } of cells) yield { pieces, table: block.table };
  }
}

/** The files of tests that a document says to exercise something. */
export function testsIn(facts: DocumentFacts): readonly TestMention[] {
  const found: TestMention[] = [];
  for (const { pieces, table } of textsOf(facts)) {
    const said = pieces.map((piece) => (piece.kind === "text" ? piece.value : " ")).join(" ");
    if (!tests.test(said) || denied.test(said)) continue;
    for (const [index, piece] of pieces.entries()) {
      // `PyTorch's test/test_mps.py` is theirs.
      if (/['’]s\s+$/.test(pieces[index - 1]?.value ?? "")) continue;
      const path = piece.kind === "code" && piece.url === undefined ? pathIn(piece.value)?.path : undefined;
      if (path?.includes("/") && testFile.test(path) && !isNoPlace(path)) found.push({ path, span: piece.span, table });
    }
  }
  return found;
}
