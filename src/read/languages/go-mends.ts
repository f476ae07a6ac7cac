/** `new` before something that is a value for certain: neither one name nor the beginning of a type. */
const newOfValue = /(?<![\w.])new(?=\((?!\s*(?:[*[]|(?:map|chan|func|struct|interface)\b|\w+(?:\.\w+)?\s*(?:\[[^\]]*\]\s*)?\))))/g;

/** Makes `new(value)`, of which the grammar only knows the older `new(Type)`, a call like any other. */
export function withCallsOfNew(text: string): string {
  return text.includes("new(") ? text.replace(newOfValue, "now") : text;
}
