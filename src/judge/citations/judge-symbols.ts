import type { Citation, CitationClaim } from "../../model/citation.js";
import type { CitationVerdict } from "../../model/citing.js";
import type { Place } from "../../model/span.js";
import { isNaming } from "./accused.js";
import type { Reading } from "./holding.js";

type Naming = CitationClaim & { readonly names: readonly string[] };

/** What one file says of the symbols of a citation without lines. */
export type SymbolState =
  | { readonly kind: "right" }
  /** The file has no such name at all. */
  | { readonly kind: "absent"; readonly claim: Naming }
  /** The file's code uses it without defining it; `insists`: the text speaks of its definition. */
  | { readonly kind: "used"; readonly claim: Naming; readonly insists: boolean };

/** True for a symbol that the text surely takes for code of the file: part of the reference, or right beside it, as a call or a compound name. */
function isMeant(claim: CitationClaim, { span }: Citation, isCode: (claim: CitationClaim) => boolean): claim is Naming {
  if (claim.stands !== "beside" || !isNaming(claim) || claim.names.some((name) => name === "std")) return false;
  if (claim.span.start >= span.start && claim.span.end <= span.end) return true;
  if (!isCode(claim) || !/^[A-Za-z_~]/.test(claim.written)) return false;
  return /\(|::/.test(claim.written) || /[a-z\d][A-Z]|_/.test(claim.written.replace(/^_+/, ""));
}

const isPart = (claim: CitationClaim, { span }: Citation): boolean => claim.span.start >= span.start && claim.span.end <= span.end;

/** Something that is written where a name of another file comes in. */
const imports = /^\s*(?:pub(?:\([^)]*\))?\s+use\b|export\b|import\b|from\b|using\b|#\s*include\b|require\b)/;

/** Texts: who links one for a name means the passage that tells of it, and that may call it something else. */
const isProse = (path: string): boolean => /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|html?|pdf)$/i.test(path);

/** The symbols that a citation without lines names, held against its file: the first that is not right. */
export function symbolStateOf(citation: Citation, reading: Reading, isCode: (claim: CitationClaim) => boolean): SymbolState {
  const { code } = reading;
  if (isProse(code.source.path)) return { kind: "right" };
  const claims = citation.claims.filter((claim): claim is Naming => isMeant(claim, citation, isCode));
  // Several names beside a path may be about several files: only if none is there, something is wrong.
  const states = claims.map((claim): SymbolState => {
    const places = reading.sightings(claim);
    if (places.length === 0) return { kind: "absent", claim };
    const own = places.filter(({ kind }) => kind !== "text");
    if (!code.source.isParsed || own.length === 0 || own.some(({ kind }) => kind === "definition")) return { kind: "right" };
    if (own.some(({ line }) => imports.test(code.lineText(line)))) return { kind: "right" };
    const says = claim.kind === "symbol" ? claim.says : undefined;
    return says === "use" ? { kind: "right" } : { kind: "used", claim, insists: isPart(claim, citation) || says === "definition" };
  });
  return states.find(({ kind }) => kind === "right") ?? states[0] ?? { kind: "right" };
}

/** True if the file of an earlier time defined what the citation names. */
export function wasDefined(then: Reading, claim: CitationClaim): boolean {
  return then.sightings(claim).some(({ kind }) => kind === "definition");
}

/** What is said of a citation without lines whose symbol is not right. `elsewhere` are the definitions in other sources. */
export function symbolVerdict(state: SymbolState, elsewhere: readonly Place[], was: boolean | undefined): CitationVerdict {
  const right: CitationVerdict = { kind: "right" };
  if (state.kind === "right") return right;
  if (state.kind === "used" && was !== true && !(state.insists && elsewhere.length > 0 && was !== false)) return right;
  return { kind: "missing-symbol", claim: state.claim, elsewhere, now: undefined, story: { kind: "unknown" } };
}
