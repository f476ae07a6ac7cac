import type { BlockComment, CommentSyntax, Hole, StringSyntax } from "./language.js";

/** What a token makes the lexer do. `line-end` leaves every mode that ends with its line, and begins announced text. */
export type Step =
  | { readonly kind: "pass" }
  | { readonly kind: "enter"; readonly mode: (tag: string) => Mode }
  | { readonly kind: "leave" }
  | { readonly kind: "line-end" }
  | { readonly kind: "heredoc" };

/** One state of the lexer: what it is reading, and the tokens that matter there. */
export interface Mode {
  readonly reads: "code" | "line-comment" | "block-comment" | "string";
  /** True if it ends with its line at the latest. */
  readonly bounded: boolean;
  /** Finds the next token; one group per token, with the token's own group, if it has one, after it. */
  readonly pattern: RegExp;
  /** What the token in each group of `pattern` does. */
  readonly steps: ReadonlyMap<number, Step>;
}

type Token = readonly [at: string, step: Step];

const pass: Step = { kind: "pass" };
const leave: Step = { kind: "leave" };
const lineEnd: Token = ["\\r?\\n", { kind: "line-end" }];

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
const source = (at: string | RegExp): string => (typeof at === "string" ? escaped(at) : at.source);
const groupsIn = (at: string): number => (new RegExp(`${at}|`).exec("")?.length ?? 1) - 1;

/** The closing sign: `$1` in a text is what the opening sign's group matched. */
const closing = (close: string | RegExp, tag: string): string =>
  typeof close === "string" ? escaped(close.replace("$1", () => tag)) : close.source;

function modeOf(reads: Mode["reads"], bounded: boolean, tokens: readonly Token[]): Mode {
  const steps = new Map<number, Step>();
  let group = 1;
  for (const [at, step] of tokens) {
    steps.set(group, step);
    group += groupsIn(at) + 1;
  }
  const pattern = new RegExp(tokens.length === 0 ? "(?!)" : tokens.map(([at]) => `(${at})`).join("|"), "gm");
  return { reads, bounded, pattern, steps };
}

/** Builds the modes of one syntax when they are first entered: strings hold code that holds strings. */
function compile(syntax: CommentSyntax): Mode {
  const made = { true: new Map<object, Mode>(), false: new Map<object, Mode>() };
  /** Modes that depend on a tag are not kept: a text can have any number of them. */
  function once(key: object, bounded: boolean, tag: string, make: () => Mode): Mode {
    const known = tag === "" ? made[`${bounded}`].get(key) : undefined;
    if (known !== undefined) return known;
    const mode = make();
    if (tag === "") made[`${bounded}`].set(key, mode);
    return mode;
  }

  function line(): Mode {
    return once(syntax.line, true, "", () => modeOf("line-comment", true, [lineEnd]));
  }

  function block(comment: BlockComment, bounded: boolean, tag: string): Mode {
    return once(comment, bounded, tag, () => {
      const tokens: Token[] = [[comment.closeAt?.source ?? closing(comment.close, tag), leave]];
      if (comment.nests)
        tokens.push([source(comment.openAt ?? comment.open), { kind: "enter", mode: (inner) => block(comment, bounded, inner) }]);
      if (bounded) tokens.push(lineEnd);
      return modeOf("block-comment", bounded, tokens);
    });
  }

  function string(literal: StringSyntax, inBounded: boolean, tag: string): Mode {
    const bounded = inBounded || !literal.multiline;
    return once(literal, bounded, tag, () => {
      const tokens: Token[] = [];
      if (literal.passes) tokens.push([literal.passes.source, pass]);
      tokens.push([closing(literal.close ?? literal.open, tag), leave]);
      for (const hole of literal.holes ?? []) tokens.push([escaped(hole.open), { kind: "enter", mode: () => code(bounded, hole) }]);
      if (bounded) tokens.push(lineEnd);
      return modeOf("string", bounded, tokens);
    });
  }

  function code(bounded: boolean, hole?: Hole): Mode {
    return once(hole ?? syntax, bounded, "", () => {
      const patterns: Token[] = [];
      const signs: [string, Step][] = [];
      const add = (at: string | RegExp, step: Step): void => {
        if (typeof at === "string") signs.push([at, step]);
        else patterns.push([at.source, step]);
      };
      for (const literal of syntax.strings) add(literal.open, { kind: "enter", mode: (tag) => string(literal, bounded, tag) });
      for (const comment of syntax.block)
        add(comment.openAt ?? comment.open, { kind: "enter", mode: (tag) => block(comment, bounded, tag) });
      for (const at of syntax.lineAt ? [syntax.lineAt] : syntax.line) add(at, { kind: "enter", mode: line });
      if (syntax.heredoc) add(syntax.heredoc, { kind: "heredoc" });
      for (const at of syntax.code ?? []) add(at, pass);
      if (hole) {
        signs.push([hole.close, leave], [hole.open.slice(-1), { kind: "enter", mode: () => code(bounded, hole) }]);
      }
      signs.sort(([a], [b]) => b.length - a.length);
      const tokens = [...patterns, ...signs.map(([at, step]): Token => [escaped(at), step])];
      return modeOf("code", bounded, bounded || syntax.heredoc ? [...tokens, lineEnd] : tokens);
    });
  }

  return code(false);
}

const compiled = new WeakMap<CommentSyntax, Mode>();

/** The mode in which a text of this syntax begins. */
export function firstMode(syntax: CommentSyntax): Mode {
  const known = compiled.get(syntax);
  if (known) return known;
  const mode = compile(syntax);
  compiled.set(syntax, mode);
  return mode;
}
