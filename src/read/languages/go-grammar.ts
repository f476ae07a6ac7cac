import { file, gate } from "./go-builds.js";
import { bindings, items } from "./go-items.js";
import { withCallsOfNew } from "./go-mends.js";
import type { GrammarData, Slack } from "./grammar.js";
import { noSlack } from "./no-slack.js";

const terminated = [
  "source_file",
  "statement_list",
  "block",
  "const_declaration",
  "var_spec_list",
  "type_declaration",
  "import_spec_list",
  "field_declaration_list",
  "interface_type",
];

const types = [
  "type_identifier",
  "qualified_type",
  "generic_type",
  "pointer_type",
  "slice_type",
  "array_type",
  "map_type",
  "channel_type",
  "function_type",
  "interface_type",
  "struct_type",
];

/** What gofmt adds and takes away: ends of statements, trailing commas, parentheses round conditions, doubled ones, and those of one result. */
const slack: Slack = {
  ...noSlack,
  separators: [","],
  closers: [")", "]", "}"],
  doubled: ["parenthesized_expression"],
  terminator: ";",
  empty: ["empty_statement"],
  spare: Object.fromEntries(terminated.map((type) => [type, [";", "empty_statement"]])),
  lone: { parameter_list: types },
  idle: {
    parenthesized_expression: {
      in: { if_statement: ["condition"], for_statement: [], for_clause: ["condition"], expression_switch_statement: ["value"] },
      unless: [],
    },
  },
};

/** The grammar of Go. */
export const grammar: GrammarData = {
  name: "go",
  prepare: withCallsOfNew,
  comments: ["comment"],
  strings: ["interpreted_string_literal", "raw_string_literal", "rune_literal"],
  innerDocs: [],
  outerDocs: [],
  attributes: [],
  innerAttributes: [],
  bodies: ["source_file"],
  lists: [
    "block",
    "statement_list",
    "expression_switch_statement",
    "type_switch_statement",
    "select_statement",
    "expression_case",
    "type_case",
    "communication_case",
    "default_case",
    "const_declaration",
    "var_spec_list",
    "type_declaration",
    "import_spec_list",
    "field_declaration_list",
    "interface_type",
    "literal_value",
    "argument_list",
    "parameter_list",
    "type_parameter_list",
    "type_arguments",
  ],
  loose: ["statement_list", "expression_case", "type_case", "communication_case", "default_case"],
  heads: {
    expression_switch_statement: ["initializer", "value"],
    type_switch_statement: ["initializer", "alias", "value"],
    select_statement: [],
    expression_case: ["value"],
    type_case: ["type"],
    communication_case: ["communication"],
    default_case: [],
  },
  wrappers: ["expression_statement", "const_declaration", "var_declaration", "var_spec_list", "type_declaration"],
  tokens: [],
  imports: ["import_declaration"],
  items,
  bindings,
  identifiers: ["identifier", "type_identifier", "field_identifier", "package_identifier", "label_name"],
  blankNames: ["_"],
  slack,
  gate,
  gated: ["if_statement"],
  file,
};
