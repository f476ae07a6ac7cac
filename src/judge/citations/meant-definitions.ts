import type { CitedText, LineRange } from "../../model/citing.js";
import type { SymbolFact } from "../../model/source.js";
import { isSameName } from "../symbols-lookup.js";
import type { CitedCode } from "./cited-code.js";

/** Definitions of these kinds are a function's own business. */
const inner = new Set(["binding", "parameter"]);

/** The names that a definition's name may follow: the folders and the file that it stands in, then the items around it. */
function pathOf({ path }: CitedText, { owner }: SymbolFact): readonly string[] {
  const file = path.replace(/(?:\/(?:mod|lib|main|index|__init__))?\.\w+$/, "").split("/");
  return [...file.map((part) => part.replaceAll("-", "_")), ...owner];
}

function isBelow(path: readonly string[], qualifiers: readonly string[]): boolean {
  let from = 0;
  return qualifiers.every((name) => {
    const at = path.findIndex((part, index) => index >= from && isSameName(part, name));
    from = at + 1;
    return at !== -1;
  });
}

/** A receiver says nothing that could be looked up. */
export const receivers = new Set(["self", "this", "super", "crate", "std", "cls"]);

/** True if the type that a symbol names is none of the file's: then the file has another function of the same name. */
export function isForeign(code: CitedCode, written: string, qualifiers: readonly string[]): boolean {
  const type = qualifiers.at(-1);
  return type !== undefined && /^[A-Z]/.test(type) && /::|^[-+]?\[/.test(written) && code.occurrences(type).length === 0;
}

/** The definitions that a symbol may mean: those below its qualifiers, or all of its name where none is. */
export function definitionsOf(code: CitedCode, names: readonly string[]): readonly SymbolFact[] {
  const name = names.at(-1) ?? "";
  const facts = code.source.defined.filter((fact) => isSameName(fact.name, name));
  const items = facts.filter(({ kind }) => !inner.has(kind));
  const qualifiers = names.slice(0, -1).filter((one) => !receivers.has(one));
  const qualified = items.filter((fact) => isBelow(pathOf(code.source, fact), qualifiers));
  return qualified.length > 0 ? qualified : items;
}

/** True for a function that is declared in one line, without its code. */
export function isDeclaration(code: CitedCode, { first, last }: LineRange): boolean {
  return first === last && /\)[\w\s]*;\s*$/.test(code.lineText(last));
}
