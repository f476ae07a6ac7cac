/** A version of a file as numbers: equal numbers are equal lines. */
export interface Version {
  /** What the version is known by: its blob. */
  readonly key: string;
  /** The lines as they are, without line ends. */
  readonly raw: Int32Array;
  /** The lines without their white space. */
  readonly ids: Int32Array;
}

/** Gives lines their numbers. Versions of one file share nearly all lines, so each is kept once. */
export interface LineTable {
  readonly version: (text: string, key: string) => Version;
  /** The text of a line by its number in `raw`. */
  readonly text: (raw: number) => string;
  /** How much a line by its number in `ids` tells: brackets and blank lines nothing, long ones more than short ones. */
  readonly weight: (id: number) => number;
}

/** A longer line tells no more than this. */
const heaviest = 24;

/** The lines of a text; a line end at its end begins no line. */
export function linesOf(text: string): readonly string[] {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((line) => line.replace(/\r$/, ""));
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** A text without what a formatter may change in any language: white space, and commas before closing brackets. */
export function withoutLayout(text: string): string {
  return text.replace(/\s+/g, "").replace(/,(?=[)\]}>])/g, "");
}

export function lineTable(): LineTable {
  const raws = new Map<string, number>();
  const texts: string[] = [];
  const bare: number[] = [];
  const ids = new Map<string, number>();
  const weights: number[] = [];

  const idOf = (key: string): number => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, weights.length);
    weights.push(Math.min(heaviest, key.match(/[\p{L}\p{N}_]/gu)?.length ?? 0));
    return weights.length - 1;
  };
  const rawOf = (line: string): number => {
    const known = raws.get(line);
    if (known !== undefined) return known;
    raws.set(line, texts.length);
    texts.push(line);
    bare.push(idOf(line.replace(/\s+/g, "")));
    return texts.length - 1;
  };
  return {
    version: (text, key) => {
      const raw = Int32Array.from(linesOf(text), rawOf);
      return { key, raw, ids: raw.map((line) => bare[line] ?? 0) };
    },
    text: (raw) => texts[raw] ?? "",
    weight: (id) => weights[id] ?? 0,
  };
}
