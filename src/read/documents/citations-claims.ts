import type { CitationClaim, SymbolUse } from "../../model/citation.js";
import type { Flat } from "./citations-flat.js";
import { pathKind } from "./citations-paths.js";
import { symbolOf } from "./sites.js";

/** Something in a flat text that is said of code. */
export interface ClaimToken {
  readonly from: number;
  readonly to: number;
  readonly written: string;
  readonly kind: "symbol" | "call" | "snippet";
  readonly names: readonly string[];
  readonly says: SymbolUse | undefined;
  /** True for a word of prose that only looks like a name: it counts right beside a reference alone. */
  readonly bare: boolean;
}

/** No symbol and no line of code is that long. */
const longest = 400;

/** Code that claims nothing: numbers, hashes, options, packages, files, addresses, constants, commands. */
const noClaim =
  /^(?:[\W\d_]*|(?=[a-f]*\d)[a-f\d]{7,40}|0x[\da-fA-F]+|-{1,2}\w[\w=-]*|\.\w+|\$.*|\w+(?:-\w+)+|[A-Za-z]+:\/\/.*|(?:true|false|nil|null|none|undefined|nullptr|void|bool|int|float|double|char|string|self|this|if|else|for|while|loop|match|return|let|var|mod|fn|def|func|struct|class|enum|trait|impl|interface|type|pub|use|import|where|from)|[A-Z]=\S*|\d[\d.,]*\s?[%a-zA-Z]{0,3})$/i;
const command =
  /^(?:\.\/|(?:sudo|cd|npm|npx|yarn|pip3?|python3?|cargo|make|cmake|git|brew|export|bash|sh|node|go|docker|java|curl|grep|ls|cp|mv|rm)\s)/;

const selector = /^[-+]?\[([A-Za-z_]\w*)(?:\([^()]*\))?\s+([A-Za-z_][\w:]*)\]$/;
/** `Type::f`, `f()` in prose. */
const bare = /[A-Za-z_]\w*(?:(?:::|\.|->)~?[A-Za-z_]\w*)*/g;
const bareSelector = /[-+]\[[A-Za-z_]\w*(?:\([^()\n]{0,60}\))? [A-Za-z_][\w:]{0,200}\]/g;
const definition = /^(?:(?:pub|async|static|export|default)\s+)*(?:fn|def|func|function|struct|enum|trait|class|interface|impl|mod)\s/;

/** "Code review of X in Y": X is a name, whatever it looks like. */
const reviewed = /\b(?:review|audit|analysis|inspection|walkthrough)\sof\s(?:the\s)?$/i;

const partsOf = (symbol: string): readonly string[] => symbol.split(/::|\.|->/).filter((name) => name !== "");

/** A word that reads as a name even in prose: `snake_case`, `camelCase`. */
export function isBareName(word: string): boolean {
  return word.length < 100 && /^[A-Za-z]\w*_\w+$|^[a-z]{2,}[A-Z]\w{2,}$/.test(word) && !/^mac[A-Z]/.test(word);
}

/** What a stretch of code claims; `undefined` where it claims nothing. */
export function claimOfCode(code: string): Pick<ClaimToken, "kind" | "names" | "says"> | undefined {
  const text = code.trim();
  if (text.length > longest) return { kind: "snippet", names: [], says: undefined };
  if (noClaim.test(text) || command.test(text)) return undefined;
  if (!/[\s(]/.test(text) && (pathKind(text) !== undefined || /^[\w.@~*-]*\/[\w./@~*-]*$/.test(text))) return undefined;
  const sent = selector.exec(text);
  if (sent !== null) return { kind: "symbol", names: [sent[1] ?? "", sent[2] ?? ""], says: undefined };
  // `a().b(c)` is a chain, and no call of one name.
  const symbol = /\)\s*(?:\.|->|::|\[|\()/.test(text) ? undefined : symbolOf(text);
  if (symbol !== undefined) {
    const says = definition.test(text) ? "definition" : undefined;
    const isCall = /\(\s*[^\s)]/.test(text) && says === undefined;
    return isCall ? { kind: "call", names: partsOf(symbol), says } : { kind: "symbol", names: partsOf(symbol), says };
  }
  const called = /^((?:[A-Za-z_]\w*(?:::|\.|->))*[A-Za-z_]\w*)\s?\([^()]*(?:\([^()]*\)[^()]*)*\);?$/.exec(text)?.[1];
  return called === undefined ? { kind: "snippet", names: [], says: undefined } : { kind: "call", names: partsOf(called), says: undefined };
}

/** What the words around a symbol say of it, where they leave no doubt. */
function saysOf(before: string, after: string): SymbolUse | undefined {
  if (/^\W{0,3}(?:(?:is|was|are)\s)?(?:defin(?:ed|ition)|declar(?:ed|ation)|implemented)\b/i.test(after)) return "definition";
  if (/\b(?:defines|definition\sof|declares|declaration\sof|implementation\sof)\s\W{0,2}$/i.test(before)) return "definition";
  if (/\b(?:calls?|calling|invok(?:es|ing)|uses|using|calls?\sto|uses?\sof|invocations?\sof)\s(?:the\s)?\W{0,2}$/i.test(before))
    return "use";
  if (/^\W{0,3}(?:(?:is|was|are)\s)?(?:called|invoked|used)\s(?:at|in|on|from)\b/i.test(after)) return "use";
  return undefined;
}

/** What a flat text says of code, in order: code between backticks, and calls and qualified names in prose. `taken` are its references. */
export function claimsIn(
  flat: Flat,
  text: string,
  taken: readonly { readonly from: number; readonly to: number }[],
): readonly ClaimToken[] {
  const found: ClaimToken[] = [];
  const around = (from: number, to: number): SymbolUse | undefined =>
    saysOf(text.slice(Math.max(0, from - 24), from), text.slice(to, to + 24));
  let index = 0;
  const isTaken = (from: number, to: number): boolean => {
    while (index < taken.length && (taken[index]?.to ?? 0) <= from) index += 1;
    return (taken[index]?.from ?? to) < to;
  };
  for (const piece of flat.pieces) {
    const value = text.slice(piece.from, piece.to);
    if (piece.kind === "code") {
      const claim = isTaken(piece.from, piece.to) ? undefined : claimOfCode(value);
      const says = claim?.says ?? (claim?.kind === "symbol" ? around(piece.from, piece.to) : undefined);
      if (claim !== undefined) found.push({ from: piece.from, to: piece.to, written: value, ...claim, says, bare: false });
      continue;
    }
    const sent = [...value.matchAll(bareSelector)].map(({ 0: written, index: at }) => ({ from: piece.from + at, written, isBare: false }));
    const words = [...value.matchAll(bare)].flatMap(({ 0: word, index: at }) => {
      const call = value.startsWith("()", at + word.length);
      const qualified = word.includes("::");
      const start = piece.from + at;
      const isReviewed =
        reviewed.test(text.slice(Math.max(0, start - 24), start)) &&
        /^ in \S*[./]/.test(text.slice(start + word.length, start + word.length + 80));
      const wanted = word.length < longest && (call || qualified || isReviewed || isBareName(word));
      return wanted ? [{ from: piece.from + at, written: call ? `${word}()` : word, isBare: !call && !qualified }] : [];
    });
    for (const { from, written, isBare } of [...sent, ...words].sort((a, b) => a.from - b.from)) {
      const to = from + written.length;
      if (isTaken(from, to) || from < (found.at(-1)?.to ?? 0)) continue;
      const parts = selector.exec(written);
      const names = parts === null ? partsOf(written.replace(/\(\)$/, "")) : [parts[1] ?? "", parts[2] ?? ""];
      found.push({ from, to, written, kind: "symbol", names, says: around(from, to), bare: isBare });
    }
  }
  return found;
}

/** A claim of a flat text as it stands in the document. */
export function placedClaim(flat: Flat, token: ClaimToken, stands: CitationClaim["stands"], inside = false): CitationClaim {
  const { kind, written, names, says } = token;
  const base = { written, span: flat.placeOf(token.from, token.to), stands };
  if (kind === "snippet") return { kind, ...base };
  return kind === "call" ? { kind, ...base, names } : { kind, ...base, names, says: says ?? (inside ? "inside" : undefined) };
}
