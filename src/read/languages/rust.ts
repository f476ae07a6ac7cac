import { type SyntaxNode, spanOf } from "../../model/syntax.js";
import { rust as comments } from "./families.js";
import type { Gate } from "./grammar.js";
import type { Language } from "./language.js";
import { buildsOf } from "./rust-cfg.js";

/** The last segment of attributes that make a function one that only the test runner calls. */
const testAttributes = ["test", "bench", "rstest", "test_case", "quickcheck", "proptest", "wasm_bindgen_test"];

/** The gate of an attribute's text, `#[cfg(test)]` or, among a macro's tokens, `[cfg(test)]`. */
function gateOfAttribute(node: SyntaxNode): Gate | undefined {
  if (
    node.type !== "attribute_item" &&
    node.type !== "inner_attribute_item" &&
    !(node.type === "token_tree" && node.text.startsWith("["))
  ) {
    return undefined;
  }
  const match = /^(?:#\s*!?\s*)?\[\s*(?:unsafe\s*\()?([\w:\s]+?)\s*(?:\(([\s\S]*)\)|=[\s\S]*)?\s*\]$/.exec(node.text);
  const name = match?.[1]?.split("::").at(-1)?.trim();
  if (name === undefined) return undefined;
  const builds = name === "cfg" ? buildsOf(match?.[2] ?? "") : testAttributes.includes(name) ? "test" : undefined;
  return builds === undefined
    ? undefined
    : { builds, because: node.text.startsWith("[") ? `#${node.text}` : node.text, span: spanOf(node) };
}

/** The gate of `if false { … }` and `if cfg!(any()) { … }` on their first branch. */
function gateOfCondition(node: SyntaxNode, inside: SyntaxNode): Gate | undefined {
  const condition = node.childForFieldName("condition");
  if (condition === null || node.childForFieldName("consequence")?.id !== inside.id) return undefined;
  const predicate = condition.text === "false" ? "false" : /^cfg!\s*\(([\s\S]*)\)$/.exec(condition.text)?.[1];
  const builds = predicate === undefined ? undefined : buildsOf(predicate);
  return builds === undefined ? undefined : { builds, because: `if ${condition.text}`, span: spanOf(condition) };
}

/** Rust. */
export const rust: Language = {
  id: "rust",
  name: "Rust",
  extensions: [".rs"],
  comments,
  without: {
    "code in a string": "strings of Rust hold no code: a format's holes hold names and are part of the string",
    "in a method that stands outside of its type": "methods of Rust stand in an `impl`, which has the type's name",
    "in a function that a variable holds": "a closure is no item: what is in it belongs to the function around it",
    "symbol: test": "tests of Rust are functions with an attribute",
  },
  grammar: {
    name: "rust",
    comments: ["line_comment", "block_comment"],
    strings: ["string_literal", "raw_string_literal", "char_literal"],
    innerDocs: ["//!", "/*!"],
    outerDocs: ["///", "/**"],
    attributes: ["attribute_item", "inner_attribute_item"],
    innerAttributes: ["inner_attribute_item"],
    bodies: ["source_file", "declaration_list"],
    lists: [
      "block",
      "match_block",
      "arguments",
      "parameters",
      "closure_parameters",
      "field_declaration_list",
      "ordered_field_declaration_list",
      "enum_variant_list",
      "field_initializer_list",
      "array_expression",
      "tuple_expression",
      "tuple_pattern",
      "struct_pattern",
      "type_parameters",
      "where_clause",
      "use_list",
      "macro_definition",
    ],
    wrappers: ["expression_statement"],
    tokens: ["token_tree", "token_tree_pattern", "token_repetition", "token_repetition_pattern"],
    imports: ["use_declaration", "extern_crate_declaration"],
    items: {
      mod_item: { kind: "mod", name: "name" },
      foreign_mod_item: { kind: "extern block", name: "name" },
      function_item: { kind: "fn", name: "name", callable: true },
      function_signature_item: { kind: "fn", name: "name", callable: true },
      struct_item: { kind: "struct", name: "name" },
      enum_item: { kind: "enum", name: "name" },
      enum_variant: { kind: "variant", name: "name" },
      union_item: { kind: "union", name: "name" },
      trait_item: { kind: "trait", name: "name" },
      impl_item: { kind: "impl", name: "type" },
      const_item: { kind: "const", name: "name" },
      static_item: { kind: "static", name: "name" },
      type_item: { kind: "type", name: "name" },
      associated_type: { kind: "type", name: "name" },
      macro_definition: { kind: "macro", name: "name", callable: true },
    },
    bindings: {
      let_declaration: { kind: "binding", pattern: "pattern" },
      let_condition: { kind: "binding", pattern: "pattern" },
      for_expression: { kind: "binding", pattern: "pattern" },
      parameter: { kind: "parameter", pattern: "pattern" },
      field_declaration: { kind: "field", pattern: "name" },
      const_parameter: { kind: "parameter", pattern: "name" },
    },
    identifiers: ["identifier", "type_identifier", "field_identifier", "shorthand_field_identifier", "primitive_type"],
    slack: {
      separators: [","],
      closers: [")", "]", "}", ">", "|"],
      tuples: ["tuple_expression", "tuple_type", "tuple_pattern"],
      tupleSigns: ["("],
      exact: ["token_tree_pattern", "token_repetition_pattern", "token_repetition"],
      bodies: { match_arm: "value", closure_expression: "body" },
      blocks: ["block"],
      beforeBody: ["=>", "|", "||"],
      doubled: ["parenthesized_expression", "block"],
      leading: { or_pattern: "|" },
      terminator: ";",
      empty: ["empty_statement"],
      jumps: ["return_expression", "break_expression", "continue_expression"],
    },
    gate: (node, inside) => (node.type === "if_expression" ? gateOfCondition(node, inside) : gateOfAttribute(node)),
  },
};
