import type { TomlError } from "smol-toml";
import type { ConfigProblem } from "../model/config.js";
import { lineStarts, lineText } from "../model/span.js";

interface Explanation {
  readonly message: string;
  readonly hint: string;
}

const explanations: Readonly<Record<string, Explanation>> = {
  "invalid value": { message: "This value is no string, number, boolean, array or table.", hint: "Put words in double quotes." },
  "unfinished string": { message: "This string has no end.", hint: "Close it with the quotes that open it." },
  "unfinished array": { message: "This array has no end.", hint: "Close it with `]`." },
  "unfinished table": { message: "This inline table has no end.", hint: "Close it with `}`." },
  "expected comma or end of structure": { message: "A comma or a closing bracket is missing here.", hint: "Put `,` between two values." },
  "each key-value declaration must be followed by an end-of-line": {
    message: "Something follows the end of this value or table header.",
    hint: "Begin a new line after each value.",
  },
  "incomplete key-value: cannot find end of key": { message: "This key has no value.", hint: "Write `key = value`." },
  "unexpected end of key": { message: "A key is missing here.", hint: "Write `key = value`." },
  "illegal empty bare key": { message: "A key is missing here.", hint: "Write `key = value`." },
  "illegal character in key": { message: "A key holds a character that needs quotes.", hint: "Put the key in double quotes." },
  "expected end of table array declaration": { message: "This table header has no end.", hint: "Close it with `]]`." },
  "unrecognised escape sequence": {
    message: "TOML knows no such escape in a string.",
    hint: "Write `\\\\` for a backslash, or put the string in single quotes.",
  },
};

/** Says in one sentence what the TOML parser found wrong in `text`, and where. */
export function tomlProblem(path: string, text: string, error: TomlError): ConfigProblem {
  const rest = lineText(text, lineStarts(text), error.line)?.slice(error.column - 1) ?? "";
  return { path, line: error.line, column: error.column, ...explain(error, rest) };
}

/** `rest` is what its line still holds from the error on: empty if the line ended too soon. */
function explain(error: TomlError, rest: string): Explanation {
  const reason = /^Invalid TOML document: (.*)/.exec(error.message)?.[1] ?? "";
  if (reason.startsWith("trying to redefine")) {
    // The parser points behind the bracket of a header, or at the key of a pair.
    const key = /^(?:[^=\]"']|"[^"]*"|'[^']*')+/.exec(rest)?.[0].trim() ?? "";
    return { message: `\`${key}\` is defined twice.`, hint: "Merge the two, or remove one." };
  }
  if (rest === "" && reason === "control characters are not allowed in strings") {
    return { message: "A string is not closed on its line.", hint: "Close it with the quotes that open it." };
  }
  if (rest === "" && reason === "invalid value") return { message: "A value is missing here.", hint: "Write `key = value`." };
  if (rest === "" && reason === "illegal character in key") {
    return { message: "The line ends within a key.", hint: "Write `key = value`, or `[key]` for a table." };
  }
  if (rest === "" && reason === "expected comma or end of structure") {
    return { message: "An array or inline table is not closed.", hint: "Close it with its bracket, or put `,` before the next value." };
  }
  return explanations[reason] ?? { message: `This is not valid TOML: ${reason}.`, hint: "Compare it with https://toml.io/en/v1.1.0." };
}
