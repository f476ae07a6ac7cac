import type { Span } from "../../src/model/span.js";
import { type SyntaxNode, spanOf } from "../../src/model/syntax.js";
import type { GrammarData } from "../../src/read/languages/grammar.js";
import { activityOf } from "../../src/read/source/activity.js";
import { itemName, variantOf } from "../../src/read/source/owner.js";
import { isComment, isList, namedChildrenOf } from "../../src/read/source/siblings.js";
import { symbolsOf } from "../../src/read/source/symbols.js";
import { subwords } from "./words.js";

/** What stands in a list of the syntax tree: a statement, an arm, a field, an argument, an item. */
export interface Member {
  readonly span: Span;
  /** Which list it is in, and its index there; comments and attributes do not count. */
  readonly list: number;
  readonly at: number;
  readonly role: "statement" | "arm" | "other";
  /** The offset at which the line begins that a comment goes before; `undefined` where other code stands before it on its line. */
  readonly head: number | undefined;
  /** The index of the innermost function around it. */
  readonly within: number | undefined;
  /** False for tests, code that no build holds, and imports. */
  readonly active: boolean;
}

/** A function. */
export interface MappedFunction {
  readonly name: string;
  readonly owner: readonly string[];
  readonly span: Span;
  readonly active: boolean;
}

/** Where in a file a comment can go, and what the code there speaks of. */
export interface CodeMap {
  readonly members: readonly Member[];
  /** Those with a body. */
  readonly functions: readonly MappedFunction[];
  /** Those with a body, and those without. */
  readonly signatures: readonly MappedFunction[];
  readonly identifiers: readonly { readonly text: string; readonly span: Span }[];
  /** The names of what is no item: fields, parameters, variables. */
  readonly bound: ReadonlySet<string>;
  /** The words of the identifiers in a stretch of code. */
  readonly wordsOf: (span: Span) => ReadonlySet<string>;
}

/** What is known of the nodes around one. `way` holds them, innermost first. */
interface Around {
  readonly way: readonly SyntaxNode[];
  readonly owner: readonly string[];
  readonly within: number | undefined;
  readonly active: boolean;
}

/** Where the line begins that a comment before the code at `offset` would come before. */
function headOf(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return text.slice(start, offset).trim() === "" ? start : undefined;
}

/** True for a list that is the body of something without a name: the arms of a `match`, the cases of a `switch`. */
function holdsArms(list: SyntaxNode, holder: SyntaxNode | undefined, grammar: GrammarData): boolean {
  return (
    grammar.lists.includes(list.type) &&
    holder?.childForFieldName("body")?.id === list.id &&
    holder.childForFieldName("name") === null &&
    holder.childForFieldName("parameters") === null
  );
}

/** Maps a file by its syntax tree. Nothing of the tree is kept. */
export function codeMapOf(text: string, root: SyntaxNode, grammar: GrammarData): CodeMap {
  const members: (Member & { readonly listType: string })[] = [];
  const functions: MappedFunction[] = [];
  const signatures: MappedFunction[] = [];
  const identifiers: { readonly text: string; readonly span: Span }[] = [];
  // Whatever a function has for a body is a list of statements wherever it stands.
  const statements = new Set<string>();
  let lists = 0;

  const enter = (node: SyntaxNode, around: Around): void => {
    if (isComment(node, grammar)) return;
    if (grammar.identifiers.includes(node.type)) identifiers.push({ text: node.text, span: spanOf(node) });
    const name = itemName(node, grammar);
    let { within } = around;
    const isFunction = node.childForFieldName("parameters") !== null || variantOf(node, grammar.items[node.type])?.callable === true;
    if (name !== undefined && isFunction) {
      const found = { name, owner: around.owner, span: spanOf(node), active: around.active };
      signatures.push(found);
      const body = node.childForFieldName("body");
      if (body !== null && isList(body, grammar)) {
        statements.add(body.type);
        within = functions.length;
        functions.push(found);
      }
    }
    const inside = { ...around, way: [node, ...around.way], within, owner: name === undefined ? around.owner : [...around.owner, name] };
    if (isList(node, grammar)) enterList(node, inside);
    else for (const child of namedChildrenOf(node)) enter(child, inside);
  };

  const enterList = (list: SyntaxNode, around: Around): void => {
    const number = lists;
    lists += 1;
    const arms = holdsArms(list, around.way[1], grammar);
    let at = 0;
    let attributes: number | undefined;
    for (const child of namedChildrenOf(list)) {
      if (isComment(child, grammar)) attributes = undefined;
      else if (grammar.attributes.includes(child.type)) {
        attributes = grammar.innerAttributes.includes(child.type) ? undefined : (attributes ?? child.startIndex);
      } else {
        const active = around.active && activityOf([child, ...around.way], grammar).kind === "active";
        const head = headOf(text, attributes ?? child.startIndex);
        const role = arms ? "arm" : "other";
        members.push({ span: spanOf(child), list: number, at, role, head, within: around.within, active, listType: list.type });
        at += 1;
        attributes = undefined;
        enter(child, { ...around, active });
        continue;
      }
      enter(child, around);
    }
  };

  enter(root, { way: [], owner: [], within: undefined, active: true });
  const bindings = new Set(
    Object.values(grammar.bindings)
      .flat()
      .map(({ kind }) => kind),
  );
  return {
    members: members.map(({ listType, ...member }) => (statements.has(listType) ? { ...member, role: "statement" } : member)),
    functions,
    signatures,
    identifiers,
    bound: new Set(symbolsOf(root, grammar).defined.flatMap(({ name, kind }) => (bindings.has(kind) ? [name] : []))),
    wordsOf: ({ start, end }) => subwords(identifiers.flatMap((one) => (one.span.start >= start && one.span.end <= end ? [one.text] : []))),
  };
}
