import type { Code, Print, Stretch } from "../../model/code.js";
import type { Construct } from "../../model/source.js";
import { lowerBound } from "../../model/span.js";
import { ownerOf } from "./wanted-code.js";

const sizeOf = ({ from, to, nameAt }: Stretch): number => to - from - (nameAt === undefined ? 0 : 1);
const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, at) => text === b[at]);

/** The texts of a stretch's tokens without its own name, by which renaming it is told from changing it. */
export function tokensOf(code: Code, { from, to, nameAt }: Stretch): readonly string[] {
  const texts = code.tokens.slice(from, to);
  return nameAt === undefined ? texts : texts.toSpliced(nameAt - from, 1);
}

/** The owner of a construct, its own name included. */
export function ownerOfConstruct({ owner, name }: Construct): string {
  return ownerOf(name === undefined ? owner : [...owner, name]);
}

/** How many of the stretches have these tokens; those that begin together are one. */
function countEqual(code: Code, stretches: readonly Stretch[], tokens: readonly string[]): number {
  const equal = stretches.filter((other) => sizeOf(other) === tokens.length && isSame(tokensOf(code, other), tokens));
  return new Set(equal.map(({ from }) => from)).size;
}

/** How many constructs of the code have these tokens, whatever their owner. */
export function equalIn(code: Code, tokens: readonly string[]): number {
  return countEqual(code, code.stretches, tokens);
}

/** What tells a construct of the file from every other. */
export function printOf(code: Code, construct: Construct): Print {
  const owner = ownerOfConstruct(construct);
  const from = lowerBound(code.starts, construct.span.start);
  const to = lowerBound(code.starts, construct.span.end);
  const siblings = code.stretches.filter((other) => other.owner === owner);
  const same = siblings.filter((other) => other.from === from && other.to === to);
  const own = same.find(({ nameAt }) => nameAt !== undefined) ?? same[0] ?? { from, to, owner, nameAt: undefined, span: construct.span };
  const tokens = tokensOf(code, own);
  const before = siblings.filter((other) => other.from < from);
  return { owner, tokens, twin: countEqual(code, before, tokens) };
}
