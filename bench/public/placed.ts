import { treeReader } from "../accuracy/commits.js";
import { type Definition, definitionsIn, isMeasured } from "./definitions.js";
import { placeOf } from "./places.js";
import { type PublicRow, rowsIn } from "./rows.js";

/** A row and the definition that its anchor goes before. */
export interface PlacedRow extends PublicRow {
  readonly place: Definition;
}

/** What a repository is measured with. */
export interface Placed {
  /** The code, without anchors. */
  readonly files: ReadonlyMap<string, string>;
  readonly rows: readonly PlacedRow[];
  /** All rows of the tables that fit, the unusable ones too. */
  readonly count: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Reads the document and the code of a commit, and places the rows by what they say alone: no row is chosen or placed by hand. */
export async function placedIn(folder: string, commit: string, document: string): Promise<Placed> {
  const texts = Object.entries(treeReader(folder)(commit)).map(([path, bytes]) => [path, Buffer.from(bytes).toString("utf8")] as const);
  const files = new Map(texts.filter(([path]) => isMeasured(path)));
  const { count, rows, leftOut } = rowsIn(document, new Map(texts).get(document) ?? "");
  const code = { files, definitions: await definitionsIn(files) };
  const placed = rows.flatMap((row): readonly PlacedRow[] => {
    const place = placeOf(row, code);
    return place === undefined ? [] : [{ ...row, place }];
  });
  const lost = rows.length - placed.length;
  return { files, rows: placed, count, leftOut: lost === 0 ? leftOut : { ...leftOut, "place not resolved": lost } };
}
