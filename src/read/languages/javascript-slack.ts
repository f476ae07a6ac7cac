import type { Slack } from "./grammar.js";
import { noSlack } from "./no-slack.js";

const elements = ["jsx_element", "jsx_self_closing_element"];

/** What formatters add and take away: separators at ends, parentheses, and ends of statements where lines end, too. */
export const slack: Slack = {
  ...noSlack,
  separators: [","],
  closers: [")", "]", "}", ">"],
  doubled: ["parenthesized_expression", "parenthesized_type"],
  leading: { union_type: "|", intersection_type: "&" },
  terminator: ";",
  empty: ["empty_statement"],
  terminated: [
    "expression_statement",
    "lexical_declaration",
    "variable_declaration",
    "using_declaration",
    "return_statement",
    "throw_statement",
    "break_statement",
    "continue_statement",
    "debugger_statement",
    "do_statement",
    "import_statement",
    "export_statement",
    "import_alias",
    "type_alias_declaration",
    "function_signature",
    "ambient_declaration",
  ],
  spare: {
    class_body: [";", ","],
    interface_body: [";", ","],
    object_type: [";", ","],
    program: ["empty_statement"],
    statement_block: ["empty_statement"],
    switch_case: ["empty_statement"],
    switch_default: ["empty_statement"],
  },
  lone: {
    formal_parameters: ["identifier"],
    parenthesized_expression: elements,
    parenthesized_type: ["type_query"],
  },
  idle: {
    parenthesized_expression: {
      in: {
        return_statement: [],
        throw_statement: [],
        arrow_function: ["body"],
        variable_declarator: ["value"],
        assignment_expression: ["right"],
        ternary_expression: ["consequence", "alternative"],
        pair: ["value"],
        field_definition: ["value"],
        public_field_definition: ["value"],
        arguments: [],
        array: [],
        template_substitution: [],
        jsx_expression: [],
      },
      // `f((a, b))` gives one argument, and `() => ({})` an object.
      unless: ["sequence_expression", "object"],
    },
  },
};
