import type { MatrixReporter } from "../../model/trace.js";

/** Everything beyond printable ASCII that JSON would leave as it is and that a terminal or an editor may obey. */
const obeyed = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The matrix as JSON; control characters are escaped, which reads back the same. */
export const json: MatrixReporter = (matrix) =>
  `${JSON.stringify(matrix, undefined, 2).replace(obeyed, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
