import type { GrammarData, Slack } from "./grammar.js";
import { bindings, items } from "./java-items.js";
import { file, gate, gated } from "./java-tests.js";
import { noSlack } from "./no-slack.js";

/** The text of a string; of a text block what is left of it when its indentation is taken away. */
function string(written: string): string {
  const text = written.replaceAll("\r\n", "\n");
  if (!text.startsWith('"""')) return text;
  const lines = text.split("\n").slice(1);
  const indents = lines.filter((line, at) => line.trim() !== "" || at === lines.length - 1).map((line) => line.search(/\S|$/));
  const indent = Math.min(...indents);
  return ['"""', ...lines.map((line) => line.slice(indent).trimEnd())].join("\n");
}

/** What google-java-format and its like add and take away. */
const slack: Slack = {
  ...noSlack,
  separators: [","],
  closers: ["}"],
  doubled: ["parenthesized_expression"],
  terminator: ";",
  spare: {
    program: [";"],
    class_body: [";"],
    interface_body: [";"],
    annotation_type_body: [";"],
    enum_body_declarations: [";"],
    block: [";"],
    constructor_body: [";"],
    resource_specification: [";"],
  },
  lone: { inferred_parameters: ["identifier"] },
  alike: { string_literal: string },
  unordered: ["modifiers"],
};

/** The grammar of Java. */
export const grammar: GrammarData = {
  name: "java",
  comments: ["line_comment", "block_comment"],
  strings: ["string_literal", "character_literal"],
  // What ends an enum's constants where nothing follows them.
  blanks: { enum_body_declarations: /^;$/ },
  innerDocs: [],
  outerDocs: ["/**", "///"],
  attributes: ["modifiers", "annotation", "marker_annotation"],
  innerAttributes: [],
  bodies: ["program", "class_body", "interface_body", "annotation_type_body", "enum_body_declarations", "module_body"],
  lists: [
    "block",
    "constructor_body",
    "switch_block",
    "switch_block_statement_group",
    "enum_body",
    "field_declaration",
    "constant_declaration",
    "local_variable_declaration",
    "array_initializer",
    "element_value_array_initializer",
    "annotation_argument_list",
    "argument_list",
    "formal_parameters",
    "inferred_parameters",
    "resource_specification",
    "record_pattern_body",
    "type_parameters",
    "type_arguments",
    "type_list",
  ],
  loose: ["switch_block_statement_group", "enum_body_declarations"],
  heads: {
    switch_block_statement_group: ["switch_label"],
    field_declaration: ["type"],
    constant_declaration: ["type"],
    local_variable_declaration: ["type"],
  },
  wrappers: ["expression_statement", "field_declaration", "constant_declaration", "local_variable_declaration"],
  tokens: [],
  imports: ["import_declaration"],
  items,
  bindings,
  identifiers: ["identifier", "type_identifier"],
  blankNames: ["_"],
  slack,
  gate,
  gated,
  file,
};
