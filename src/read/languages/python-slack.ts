import type { SyntaxShape } from "../../model/syntax.js";
import type { Slack } from "./grammar.js";
import { noSlack } from "./no-slack.js";

/** True for the text of a string that is a statement by itself: documentation. */
function isDocumentation({ parent: string }: SyntaxShape): boolean {
  return string?.type === "string" && string.parent?.type === "expression_statement" && string.parent.namedChildren.length === 1;
}

/** The sign of a string as formatters write it: letters small and in order, `u` left out, double quotes. */
function sign(written: string): string {
  const letters = written.toLowerCase().replace(/[^a-tv-z]/g, "");
  return [...letters].sort().join("") + written.replace(/\w/g, "").replaceAll("'", '"');
}

/** The text of a string: what its quotes and taste decide in escapes left out. That of documentation is its words. */
function content(written: string, leaf: SyntaxShape): string {
  const text = written.replaceAll("\r\n", "\n");
  if (isDocumentation(leaf)) return text.trim().replace(/\s+/g, " ");
  return text.replace(/\\(?:(["'])|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|[\s\S])/g, (all: string, quote?: string) =>
    quote !== undefined ? quote : /^\\[xu]/.test(all) ? all.toLowerCase() : all,
  );
}

const places = {
  assignment: ["left", "right"],
  return_statement: [],
  for_statement: ["left", "right"],
  for_in_clause: ["left", "right"],
};

/** A number as formatters write it: letters small, no sign that says nothing, digits round the point. */
const float = (written: string): string =>
  written
    .toLowerCase()
    .replace("e+", "e")
    .replace(/^\./, "0.")
    .replace(/\.(?!\d)/, ".0");

const small = (written: string): string => written.toLowerCase();

/** What black and its like add and take away. */
export const slack: Slack = {
  ...noSlack,
  separators: [","],
  closers: [")", "]", "}"],
  tuples: ["tuple", "expression_list", "pattern_list", "tuple_pattern", "subscript", "type_parameter"],
  doubled: ["parenthesized_expression"],
  terminator: ";",
  spare: {
    module: [";"],
    block: [";"],
    import_from_statement: ["(", ")"],
    with_clause: ["(", ")"],
  },
  vacant: { class_definition: ["argument_list"] },
  alike: {
    string_start: sign,
    string_end: sign,
    string_content: content,
    integer: small,
    float,
  },
  idle: {
    parenthesized_expression: {
      in: {
        ...places,
        assignment: ["right"],
        augmented_assignment: ["right"],
        named_expression: ["value"],
        assert_statement: [],
        delete_statement: [],
        raise_statement: [],
        await: [],
        if_statement: ["condition"],
        elif_clause: ["condition"],
        while_statement: ["condition"],
        match_statement: ["subject"],
        with_item: ["value"],
        as_pattern: [],
        except_clause: [],
        argument_list: [],
        keyword_argument: ["value"],
        default_parameter: ["value"],
        pair: ["value"],
        list: [],
        type: [],
        list_comprehension: ["body"],
        set_comprehension: ["body"],
        generator_expression: ["body"],
        lambda: ["body"],
        interpolation: ["expression"],
      },
      unless: [],
    },
    tuple: { in: places, unless: [] },
    tuple_pattern: { in: places, unless: [] },
  },
};
