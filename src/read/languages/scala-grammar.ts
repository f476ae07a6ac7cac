import type { GrammarData, Slack } from "./grammar.js";
import { noSlack } from "./no-slack.js";
import { bindings, items } from "./scala-items.js";
import { withKnownForms } from "./scala-mends.js";
import { file, gate, gated } from "./scala-tests.js";

const loose = [
  "indented_block",
  "indented_cases",
  "case_clause",
  "template_body",
  "with_template_body",
  "enum_body",
  "enumerators",
  "extension_definition",
];

/** Ends of statements, and words that say again what ends. */
const ends = [";", "end", "_end_ident"];

/** The text of a string without what stands before its margin. */
const string = (written: string): string => written.replaceAll("\r\n", "\n").replace(/\n[ \t]*\|/g, "\n|");

/** What scalafmt adds and takes away. */
const slack: Slack = {
  ...noSlack,
  separators: [","],
  closers: [")", "]", "}"],
  doubled: ["parenthesized_expression"],
  terminator: ";",
  spare: Object.fromEntries([...loose, "block", "compilation_unit"].map((type) => [type, ends])),
  lone: { bindings: ["identifier"] },
  alike: { string, interpolated_string: string },
  unordered: ["modifiers"],
};

/** The grammar of Scala, 2 and 3. */
export const grammar: GrammarData = {
  name: "scala",
  prepare: withKnownForms,
  comments: ["comment", "block_comment"],
  strings: ["string", "interpolated_string", "character_literal"],
  holes: ["interpolation"],
  innerDocs: [],
  outerDocs: ["/**"],
  attributes: ["annotation", "modifiers"],
  innerAttributes: [],
  bodies: ["compilation_unit", "template_body", "with_template_body", "enum_body"],
  lists: [
    "block",
    "indented_block",
    "case_block",
    "indented_cases",
    "case_clause",
    "enumerators",
    "extension_definition",
    "enum_case_definitions",
    "arguments",
    "parameters",
    "class_parameters",
    "type_parameters",
    "type_arguments",
    "tuple_expression",
    "tuple_pattern",
    "bindings",
    "namespace_selectors",
    "quote_expression",
  ],
  loose,
  heads: {
    case_clause: ["pattern", "guard"],
    extension_definition: ["type_parameters", "parameters"],
  },
  wrappers: ["enum_case_definitions"],
  tokens: [],
  imports: ["import_declaration"],
  items,
  bindings,
  identifiers: ["identifier", "type_identifier", "operator_identifier"],
  slack,
  gate,
  gated,
  file,
};
