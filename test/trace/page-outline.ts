/** An element of a page, as its text has it. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text in it, that of its children included, as a reader sees it. */
  readonly text: string;
}

const single = new Set(["meta", "input"]);
const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? "");
const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)>/y;

interface Open {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

/**
 * The elements of a page. Stricter than any browser: throws where a tag is not closed in order, where a `<` begins no tag and where `&` begins none of the entities
 * that are written. Text of scripts and styles is taken as it is.
 */
export function outlineOf(page: string): Element {
  const doctype = "<!DOCTYPE html>\n";
  if (!page.startsWith(doctype)) throw new Error("there is no doctype");
  const root: Open = { tag: "", attributes: {}, children: [], text: "" };
  const open: Open[] = [root];
  const current = (): Open => open.at(-1) ?? root;
  let at = doctype.length;
  while (at < page.length) {
    const raw = ["script", "style"].includes(current().tag) ? `</${current().tag}>` : "<";
    const next = page.indexOf(raw, at);
    const text = page.slice(at, next === -1 ? page.length : next);
    if (raw === "<" && (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text) || text.includes(">"))) throw new Error(`not escaped: ${text}`);
    current().text += raw === "<" ? decoded(text) : text;
    if (next === -1) break;
    tag.lastIndex = next;
    const found = tag.exec(page);
    if (found === null) throw new Error(`no tag: ${page.slice(next, next + 40)}`);
    const [, closes, name = "", written = ""] = found;
    at = tag.lastIndex;
    if (closes === "/") {
      const done = open.pop();
      if (done === undefined || done.tag !== name) throw new Error(`</${name}> closes <${done?.tag}>`);
      current().children.push(done);
      current().text += done.text;
      continue;
    }
    const attributes = Object.fromEntries(
      [...written.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, key = "", value = ""]) => [key, decoded(value)]),
    );
    if (single.has(name)) current().children.push({ tag: name, attributes, children: [], text: "" });
    else open.push({ tag: name, attributes, children: [], text: "" });
  }
  const [page_] = root.children;
  if (open.length !== 1 || page_ === undefined) throw new Error(`<${current().tag}> is open`);
  return page_;
}

/** All elements of a tag, in order. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.tag === name ? [child] : []), ...all(child, name)]);
}
