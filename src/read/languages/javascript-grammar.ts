import type { SyntaxNode, SyntaxShape } from "../../model/syntax.js";
import type { GrammarData } from "./grammar.js";
import { bindings, items } from "./javascript-items.js";
import { slack } from "./javascript-slack.js";
import { file, gate, gated } from "./javascript-tests.js";
import { follow } from "./nodes.js";

/** `export … from "…"`, and what `require` gives. */
function isImport(node: SyntaxNode): boolean {
  if (node.type === "export_statement") return node.childForFieldName("source") !== null;
  if (node.type !== "lexical_declaration" && node.type !== "variable_declaration") return false;
  const declared = node.namedChildren.filter(({ type }) => type === "variable_declarator");
  return declared.length > 0 && declared.every(isRequired);
}

function isRequired(declarator: SyntaxShape): boolean {
  const value = follow(declarator, "value");
  return value?.type === "call_expression" && /^require\s*\(\s*["'`][^"'`]*["'`]\s*\)$/.test(value.text);
}

/** The grammar of JavaScript, which that of TypeScript extends. */
export const grammar: GrammarData = {
  name: "javascript",
  comments: ["comment", "html_comment"],
  shells: ["jsx_expression"],
  strings: ["string", "string_fragment", "escape_sequence", "regex", "jsx_text"],
  prose: ["jsx_text"],
  blanks: { jsx_expression: /^\{\s*(["'])\s+\1\s*\}$/ },
  innerDocs: [],
  outerDocs: ["/**"],
  attributes: ["decorator"],
  innerAttributes: [],
  bodies: ["program", "class_body"],
  lists: [
    "statement_block",
    "switch_body",
    "switch_case",
    "switch_default",
    "lexical_declaration",
    "variable_declaration",
    "arguments",
    "array",
    "object",
    "formal_parameters",
    "array_pattern",
    "object_pattern",
    "named_imports",
    "export_clause",
    "jsx_element",
    "jsx_opening_element",
    "jsx_self_closing_element",
  ],
  loose: ["switch_case", "switch_default"],
  heads: {
    switch_case: ["value"],
    jsx_element: ["open_tag", "close_tag"],
    jsx_opening_element: ["name", "type_arguments"],
    jsx_self_closing_element: ["name", "type_arguments"],
  },
  wrappers: ["expression_statement", "export_statement", "lexical_declaration", "variable_declaration", "jsx_expression"],
  tokens: [],
  imports: ["import_statement"],
  isImport,
  items,
  bindings,
  identifiers: [
    "identifier",
    "property_identifier",
    "private_property_identifier",
    "shorthand_property_identifier",
    "shorthand_property_identifier_pattern",
    "computed_property_name",
    "statement_identifier",
  ],
  paths: ["member_expression"],
  unnamed: ["prototype", "module", "exports", "window", "globalThis", "self"],
  boundIn: {
    pair_pattern: "value",
    assignment_pattern: "left",
    object_assignment_pattern: "left",
  },
  slack,
  gate,
  gated,
  file,
};
