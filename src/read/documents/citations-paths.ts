import { languageOf } from "../languages/index.js";
import type { Flat, FlatPiece } from "./citations-flat.js";
import { numbersAt, type WrittenLines } from "./citations-numbers.js";
import { looksLikePath } from "./sites.js";

/** A path in a flat text. */
export interface PathToken {
  readonly from: number;
  /** Where the path ends. */
  readonly pathTo: number;
  /** Where its lines and its symbol end. */
  readonly to: number;
  readonly written: string;
  /** The lines behind it: `:12`, `:12-34, 40`, `#L12`. */
  readonly lines: readonly WrittenLines[];
  /** The symbol behind it: `::f`, `:f()`. */
  readonly symbol: { readonly from: number; readonly to: number } | undefined;
  /** True if it is surely a file of source code and no other word with a full stop. */
  readonly sure: boolean;
  /** True for the line of a compiler's message: `a.rs:3:5: error`. */
  readonly message: boolean;
}

/** No path is longer; what is would cost the square of its length. */
const longest = 400;

/** Signs of a path; the letters of other scripts, but not dashes, arrows and quotes. */
const run = /[\w.@+~/\\\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff-]+/g;

/** Extensions that mean a file even without folder and lines. Others are as often the name of a member: `a.res`, `x.t`. */
const plain =
  /\.(?:rs|cc?|cpp|cxx|hh?|hpp|hxx|mm?|go|java|scala|sbt|kts?|swift|pyi?|[cm]?jsx?|[cm]?tsx?|cs|fs|zig|sh|bash|ps1|rb|php|lua|hs|mli?|lean|tla|cfg|toml|ya?ml|proto|sql|metal|cuh?|glsl|wgsl|vue|svelte|cmake|mk|nix|dart|ex|exs|erl|clj|jl|sol|vhd|sv)$/i;

/** Files that cite no code themselves but can be cited. */
const data = /\.(?:md|markdown|mdx|rst|adoc|txt|json|csv|xml|html?|css|ipynb|lock|log|patch|diff|plist|entitlements)$/i;

/** Products and methods that are spelt like files. */
const names =
  /^(?:(?:node|next|vue|nuxt|react|express|three|d3|chart|ember|backbone|deno|bun|angular|alpine|socket|p5|moment|day|discord)\.js|(?:llama|whisper|ggml|stable-diffusion|bert|clip|gemma)\.cpp|(?:torch|np|numpy|self|this|super|tf|mx|jax)\.\w+|asp\.net|docs?\.rs)$/i;

const member = /(?:::~?|:(?=[A-Za-z_~]))((?:~?[A-Za-z_]\w*)(?:(?:::|\.)~?[A-Za-z_]\w*)*)(\(\))?/y;
const hash = /#(?=L\d)/y;
const colon = /:(?=L?\d)/y;
const column = /:\d{1,5}(?![\w.])/y;
const report = /:?\s*(?:fatal\s+)?(?:error|warning|note|undefined reference)\b/y;

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

const base = (path: string): string => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

/** How surely a word is a path: `plain` for a file of source code, `known` for one that only lines or a folder make one. */
export function pathKind(word: string): "plain" | "known" | undefined {
  const name = base(word);
  const dot = name.lastIndexOf(".");
  if (dot <= 0 || dot === name.length - 1 || names.test(name) || /^[\d.]+$|^(?:[A-Z]\.)+[A-Z]$/.test(name.slice(0, dot))) return undefined;
  if (!looksLikePath(word) && !data.test(name)) return undefined;
  if (plain.test(name)) return name.length > 3 || word !== name ? "plain" : "known";
  return languageOf(name) !== undefined || data.test(name) ? "known" : undefined;
}

/** `a.h/b.mm` is two files and no folder. */
function alternatives(word: string, from: number): readonly { word: string; from: number }[] {
  const parts = word.split("/");
  if (parts.length < 2 || !parts.every((part) => plain.test(part) && part.lastIndexOf(".") > 0)) return [{ word, from }];
  let start = from;
  return parts.map((part) => {
    const found = { word: part, from: start };
    start += part.length + 1;
    return found;
  });
}

/** What stands right behind a path: lines, or a symbol. */
function behind(flat: Flat, piece: FlatPiece, to: number): Pick<PathToken, "to" | "lines" | "symbol" | "message"> {
  const { text } = flat;
  const none = { to, lines: [], symbol: undefined, message: false };
  const sign = at(hash, text, to) ?? at(colon, text, to);
  if (sign !== null) {
    const list = numbersAt(text, to + sign[0].length) ?? single(text, to + sign[0].length);
    if (list === undefined) return none;
    const past = at(column, text, list.to)?.[0].length ?? 0;
    const message = at(report, text, list.to + past) !== null && text[list.to + past] === ":";
    return { ...none, to: list.to + past, lines: list.lines, message };
  }
  const symbol = at(member, text, to);
  if (symbol === null) return none;
  const name = symbol[1] ?? "";
  // In prose `a.rs:see` is a word behind a colon.
  if (piece.kind === "text" && !symbol[0].startsWith("::") && symbol[2] === undefined && !/_|[a-z][A-Z]/.test(name)) return none;
  const start = to + symbol[0].length - name.length - (symbol[2]?.length ?? 0);
  return { ...none, to: to + symbol[0].length, symbol: { from: start, to: to + symbol[0].length } };
}

/** `12:5`: a line before a column. */
function single(text: string, from: number): { lines: readonly WrittenLines[]; to: number } | undefined {
  const digits = /L?(\d{1,7})(?=:\d)/y;
  const match = at(digits, text, from);
  if (match === null) return undefined;
  const start = from + match[0].length - (match[1]?.length ?? 0);
  const first = { value: Number(match[1]), from: start, to: digits.lastIndex };
  return { lines: [{ first, last: undefined, vague: undefined }], to: digits.lastIndex };
}

/** The paths of a flat text in order. `text` is the flat's own with its addresses blanked. */
export function pathsIn(flat: Flat, text: string): readonly PathToken[] {
  const found: PathToken[] = [];
  for (const piece of flat.pieces) {
    const value = text.slice(piece.from, piece.to);
    if (!value.includes(".")) continue;
    for (const match of value.matchAll(run)) {
      // `src/.../a.rs` is a path with something left out.
      if (!match[0].includes(".") || match[0].length > longest || /\.{3}\//.test(match[0])) continue;
      const [before, after] = [value[match.index - 1] ?? "", value[match.index + match[0].length] ?? ""];
      if (/[$%{<*=&]/.test(before) || /[$%{<*=}>]/.test(after) || match[0].startsWith("//")) continue;
      if (piece.kind === "text" && match[0].includes("\\")) continue;
      const word = match[0].replace(/[.~+@-]+$/, "").replace(/^[@+~-]+(?=[\w.])(?!\/)/, "");
      const start = piece.from + match.index + match[0].indexOf(word);
      for (const part of alternatives(word, start)) {
        const kind = pathKind(part.word);
        const to = part.from + part.word.length;
        // `torch.mm(x)` is a call.
        if (kind === undefined || (text[to] === "(" && to < piece.to && !/^\((?:lines?\b|L\d)/i.test(text.slice(to, to + 6)))) continue;
        found.push({
          from: part.from,
          pathTo: to,
          written: part.word.replaceAll("\\", "/"),
          sure: kind === "plain",
          ...behind(flat, piece, to),
        });
      }
    }
  }
  return found;
}
