import type { CitedPath } from "../../model/citation.js";
import type { Flat } from "./citations-flat.js";
import type { PathToken } from "./citations-paths.js";
import type { Reference } from "./citations-references.js";
import type { Around, Unit } from "./citations-unit.js";
import { linkedPath } from "./sites.js";

/** True for code that is nothing but paths: other code with a path in it is a command or an expression. */
function isPathCode(flat: Flat, text: string, path: PathToken): boolean {
  const piece = flat.pieceAt(path.from);
  if (piece === undefined || piece.kind !== "code") return true;
  const [before, after] = [text.slice(piece.from, path.from), text.slice(path.to, piece.to)];
  return (
    before.length + after.length < 400 && /^(?:[^\s,;]*[,;]\s?)*$/.test(before) && /^(?:\(.*\)|[,;].*|\s(?:and|or|\()\s?.*)?$/.test(after)
  );
}

/** True if a path without lines is surely meant as a file of the repository. */
export function citesFile({ flat, references }: Unit, path: PathToken): boolean {
  // The link itself is the citation.
  if (flat.pieceAt(path.from)?.url !== undefined) return false;
  if (path.symbol !== undefined) return true;
  if (!isPathCode(flat, references.text, path)) return false;
  if (path.sure) return true;
  return path.written.includes("/") && flat.pieceAt(path.from)?.kind === "code";
}

/** The file that the link around a stretch leads to; `undefined` where there is none, or one outside of the repository. */
function linkedAt({ flat }: Unit, at: number): string | undefined {
  const url = flat.pieceAt(at)?.url;
  const linked = url === undefined ? undefined : linkedPath(url)?.replaceAll("\\", "/");
  return linked === "" ? undefined : linked;
}

/** The file that a reference is to; `undefined` where nothing tells, or where it is more likely no reference. */
export function pathOf(unit: Unit, reference: Reference, around: Around): CitedPath | undefined {
  const { path, source, form, doubtful } = reference;
  const linked = linkedAt(unit, reference.from);
  const isOwn = path !== undefined && source === "own";
  // `L2` is a letter of many things, unless it stands right at its path.
  if (doubtful && form === "letter") return undefined;
  if (linked !== undefined && (!isOwn || linked.endsWith(`/${path.written}`)))
    return { written: linked, span: unit.flat.placeOf(reference.from, reference.to), from: "own" };
  if (path !== undefined && !(doubtful && source === "block")) {
    const from = source === "block" && around.container.kind === "cell" ? "cell" : source;
    return { written: path.written, span: unit.flat.placeOf(path.from, path.pathTo), from };
  }
  const file = around.file();
  if (file === undefined) return undefined;
  const near = file.path.from === "row" || file.path.from === "header" || file.path.from === "before" || file.label;
  if (doubtful && (!near || form !== "word")) return undefined;
  // `:12` and `@12` in prose are other things too where no file is at hand.
  const lone = (form === "colon" || form === "sign") && unit.flat.pieceAt(reference.from)?.kind !== "code";
  return lone && !near && file.path.from === "block" ? undefined : file.path;
}
