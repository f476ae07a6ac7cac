import { grammarsFolder } from "../../src/assets.js";
import { openGrammars } from "../../src/grammars/open.js";
import { holds, lineIndexAt, lineStarts, type Span } from "../../src/model/span.js";
import { languageOf } from "../../src/read/languages/index.js";
import { symbolsOf } from "../../src/read/source/symbols.js";
import { codeMapOf, type Member } from "../accuracy/code-map.js";

/** A definition that an anchor can stand before. */
export interface Definition {
  readonly path: string;
  readonly name: string;
  readonly owner: readonly string[];
  readonly kind: string;
  /** The offset of the line that the anchor goes before. */
  readonly head: number;
  /** 1-based, of the definition itself. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** What no row means by a name of its own. */
const passedOver = new Set(["mod", "impl", "extern block", "binding", "parameter"]);
/** What has its name only together with what it is part of. */
const parts = new Set(["field", "variant"]);

const outside = /(?:^|\/)(?:tests?|benches|examples|fuzz|formal-verification)(?:\/|\.rs$)/;

/** True for a file whose code the document can mean. */
export const isMeasured = (path: string): boolean => path.endsWith(".rs") && !outside.test(path);

/** True for a definition that is known by its own name. */
export const standsAlone = ({ kind }: Definition): boolean => !parts.has(kind);

function memberOf(members: readonly Member[], span: Span): Member | undefined {
  return members.filter((member) => holds(member.span, span)).sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

/** The definitions of all files that some build runs, by name. */
export async function definitionsIn(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly Definition[]>> {
  const grammars = openGrammars(grammarsFolder);
  const found = new Map<string, Definition[]>();
  for (const [path, text] of files) {
    const grammar = languageOf(path)?.grammar;
    const parse = grammar === undefined ? undefined : await grammars.load(grammar.name);
    const tree = parse?.(text);
    if (tree === undefined || grammar === undefined) continue;
    const { members } = codeMapOf(text, tree.root, grammar);
    const starts = lineStarts(text);
    for (const { name, owner, kind, span } of symbolsOf(tree.root, grammar).defined) {
      const member = passedOver.has(kind) ? undefined : memberOf(members, span);
      if (member?.head === undefined || !member.active) continue;
      const [firstLine, lastLine] = [lineIndexAt(starts, member.span.start) + 1, lineIndexAt(starts, member.span.end - 1) + 1];
      found.set(name, [...(found.get(name) ?? []), { path, name, owner, kind, head: member.head, firstLine, lastLine }]);
    }
    tree.free();
  }
  return found;
}
