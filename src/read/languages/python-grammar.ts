import type { GrammarData } from "./grammar.js";
import { file, gate, gated } from "./python-gates.js";
import { bindings, items } from "./python-items.js";
import { slack } from "./python-slack.js";

/** The grammar of Python. */
export const grammar: GrammarData = {
  name: "python",
  // What joins two lines says as little as a comment.
  comments: ["comment", "line_continuation"],
  strings: ["string_content"],
  innerDocs: [],
  outerDocs: ["#:"],
  attributes: ["decorator"],
  innerAttributes: [],
  bodies: ["module"],
  bodiesOf: ["class_definition"],
  lists: [
    "block",
    "argument_list",
    "parameters",
    "lambda_parameters",
    "list",
    "dictionary",
    "set",
    "tuple",
    "list_pattern",
    "tuple_pattern",
    "dict_pattern",
    "class_pattern",
    "with_clause",
    "import_from_statement",
    "type_parameter",
  ],
  loose: ["block"],
  heads: {
    import_from_statement: ["module_name"],
    class_pattern: ["dotted_name"],
  },
  wrappers: ["expression_statement", "decorated_definition"],
  tokens: [],
  imports: ["import_statement", "import_from_statement", "future_import_statement"],
  items,
  bindings,
  identifiers: ["identifier"],
  unbound: ["attribute", "subscript", "type", "call"],
  blankNames: ["_", "self", "cls"],
  boundIn: { default_parameter: "name", typed_default_parameter: "name" },
  slack,
  gate,
  gated,
  file,
};
