import type { SyntaxShape } from "../../model/syntax.js";
import type { Slack } from "./grammar.js";

/** True for the text of a string that is a statement by itself: documentation. */
function isDocumentation({ parent: string }: SyntaxShape): boolean {
  return string?.type === "string" && string.parent?.type === "expression_statement" && string.parent.namedChildren.length === 1;
}

/** The sign of a string as formatters write it: letters small, `u` left out, double quotes. */
const sign = ({ text }: SyntaxShape): string => text.toLowerCase().replace("u", "").replaceAll("'", '"');

const small = ({ text }: SyntaxShape): string => text.toLowerCase();

/** What black and its like add and take away. */
export const slack: Slack = {
  separators: [","],
  closers: [")", "]", "}"],
  tuples: ["tuple", "expression_list", "pattern_list", "tuple_pattern", "subscript", "type_parameter"],
  tupleSigns: [],
  exact: [],
  bodies: {},
  blocks: [],
  beforeBody: [],
  doubled: ["parenthesized_expression"],
  leading: {},
  terminator: ";",
  empty: [],
  jumps: [],
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
    string_content: (leaf) => {
      const text = leaf.text.replaceAll("\r\n", "\n");
      return isDocumentation(leaf) ? text.trim().replace(/\s+/g, " ") : text;
    },
    integer: small,
    float: small,
  },
  idle: {
    parenthesized_expression: {
      in: {
        assignment: ["right"],
        augmented_assignment: ["right"],
        named_expression: ["value"],
        return_statement: [],
        assert_statement: [],
        delete_statement: [],
        raise_statement: [],
        await: [],
        if_statement: ["condition"],
        elif_clause: ["condition"],
        while_statement: ["condition"],
        for_statement: ["right"],
        for_in_clause: ["right"],
        match_statement: ["subject"],
        with_item: ["value"],
        as_pattern: [],
        except_clause: [],
        argument_list: [],
        keyword_argument: ["value"],
        default_parameter: ["value"],
        pair: ["value"],
        list: [],
        lambda: ["body"],
        interpolation: ["expression"],
      },
      unless: [],
    },
  },
};
