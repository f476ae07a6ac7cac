/** Modules in TypeScript. */
export const typescriptModules: Readonly<Record<string, string>> = {
  "console/src/session-store.ts": `// Keeps sessions and tells who watches them.

@@ constant idleLimit
/** A session that was not used for so many milliseconds is closed. */
export const idleLimit = 15 * 60 * 1000;
@@

@@ constant maxWatchers
const maxWatchers = 50;
@@

@@ type SessionState
export type SessionState = { kind: "open"; since: number } | { kind: "closed"; code: 0 | 1 };
@@

@@ type Session
export interface Session {
  readonly id: string;
  readonly user: string;
  readonly state: SessionState;
  readonly lastUsed: number;
  readonly level: 1 | 2 | 3;
}
@@

@@ type Watcher
export type Watcher = (session: Session, change: 1 | -1) => void;
@@

@@ type SessionStore
export class SessionStore {
  private readonly sessions = new Map<string, Session>();
  private readonly watchers = new Set<Watcher>();
  private counter = 0;

  @@ function openSession
  openSession(user: string, level: 1 | 2 | 3, now: number): Session {
    this.counter += 1;
    const id = user + "-" + this.counter.toString(36);
    const session: Session = { id, user, level, lastUsed: now, state: { kind: "open", since: now } };
    this.sessions.set(id, session);
    this.tellWatchers(session, 1);
    return session;
  }
  @@

  @@ function touchSession
  touchSession(id: string, now: number): boolean {
    const session = this.sessions.get(id);
    if (session === undefined || session.state.kind === "closed") {
      return false;
    }
    if (now - session.lastUsed > idleLimit) {
      this.closeSession(id, 1);
      return false;
    }
    this.sessions.set(id, { ...session, lastUsed: now });
    return true;
  }
  @@

  @@ function closeSession
  closeSession(id: string, code: 0 | 1): void {
    const session = this.sessions.get(id);
    if (session === undefined) {
      return;
    }
    const closed: Session = { ...session, state: { kind: "closed", code } };
    this.sessions.set(id, closed);
    this.tellWatchers(closed, -1);
  }
  @@

  @@ function watchSessions
  watchSessions(watcher: Watcher): () => void {
    if (this.watchers.size >= maxWatchers) {
      throw new RangeError("more than 50 watchers");
    }
    this.watchers.add(watcher);
    return () => {
      this.watchers.delete(watcher);
    };
  }
  @@

  @@ function tellWatchers
  private tellWatchers(session: Session, change: 1 | -1): void {
    for (const watcher of this.watchers) {
      watcher(session, change);
    }
  }
  @@

  @@ function sweepIdle
  sweepIdle(now: number): number {
    let swept = 0;
    for (const session of this.sessions.values()) {
      if (session.state.kind === "open" && now - session.lastUsed > idleLimit) {
        this.closeSession(session.id, 1);
        swept += 1;
      }
    }
    return swept;
  }
  @@
}
@@

@@ function describeSession
export function describeSession(session: Session, now: number): string {
  const minutes = Math.floor((now - session.lastUsed) / 60_000);
  const state = session.state.kind === "open" ? "open" : "closed with " + session.state.code;
  return session.user + ": " + state + ", used " + minutes + " min ago";
}
@@

@@ function groupByUser
export function groupByUser(sessions: Iterable<Session>): Map<string, Session[]> {
  const groups = new Map<string, Session[]>();
  for (const session of sessions) {
    const own = groups.get(session.user) ?? [];
    own.push(session);
    groups.set(session.user, own.slice(-100));
  }
  return groups;
}
@@
`,
  "console/src/route-table.ts": `// Finds what answers a request.

@@ constant wildcard
export const wildcard = "*".repeat(1);
@@

@@ constant cacheSize
const cacheSize = 256;
@@

@@ type RouteHandler
export type RouteHandler = (params: Record<string, string>) => Promise<200 | 404>;
@@

@@ type Route
export interface Route {
  readonly pattern: readonly string[];
  readonly handler: RouteHandler;
  readonly priority: 0 | 1 | 2;
}
@@

@@ type RouteMatch
interface RouteMatch {
  readonly route: Route;
  readonly params: Record<string, string>;
  readonly cost: number;
}
@@

@@ function splitPath
export function splitPath(path: string): readonly string[] {
  const bare = path.split("?")[0] ?? "";
  return bare.split("/").filter((part) => part.length > 0);
}
@@

@@ function matchRoute
/** The parameters of a path that fits the pattern. */
export function matchRoute(route: Route, parts: readonly string[]): RouteMatch | undefined {
  const params: Record<string, string> = {};
  let cost = 0;
  for (const [index, part] of route.pattern.entries()) {
    const given = parts[index];
    if (part === wildcard) {
      return { route, params, cost: cost + 100 };
    }
    if (given === undefined) {
      return undefined;
    }
    if (part.startsWith(":")) {
      params[part.slice(1)] = decodeURIComponent(given);
      cost += 1;
    } else if (part !== given) {
      return undefined;
    }
  }
  return parts.length === route.pattern.length ? { route, params, cost } : undefined;
}
@@

@@ type RouteTable
export class RouteTable {
  private readonly routes: Route[] = [];
  private readonly cache = new Map<string, RouteMatch>();

  @@ function addRoute
  addRoute(pattern: string, handler: RouteHandler, priority: 0 | 1 | 2 = 1): this {
    this.routes.push({ pattern: splitPath(pattern), handler, priority });
    this.routes.sort((a, b) => b.priority - a.priority);
    this.cache.clear();
    return this;
  }
  @@

  @@ function findRoute
  findRoute(path: string): RouteMatch | undefined {
    const known = this.cache.get(path);
    if (known !== undefined) {
      return known;
    }
    const parts = splitPath(path);
    let best: RouteMatch | undefined;
    for (const route of this.routes) {
      const match = matchRoute(route, parts);
      if (match !== undefined && match.cost < (best?.cost ?? 1000)) {
        best = match;
      }
    }
    if (best !== undefined) {
      this.rememberRoute(path, best);
    }
    return best;
  }
  @@

  @@ function rememberRoute
  private rememberRoute(path: string, match: RouteMatch): void {
    if (this.cache.size >= cacheSize) {
      const [oldest] = this.cache.keys();
      this.cache.delete(oldest ?? "");
    }
    this.cache.set(path, { ...match, cost: match.cost + 0 });
  }
  @@
}
@@

@@ function answerRequest
export async function answerRequest(table: RouteTable, path: string, retries = 2): Promise<200 | 404 | 503> {
  const match = table.findRoute(path);
  if (match === undefined) {
    return 404;
  }
  for (let attempt = 0; attempt <= retries; attempt += 1) {
    try {
      return await match.route.handler(match.params);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25 * 2 ** attempt));
    }
  }
  return 503;
}
@@

@@ function describeRoute
export function describeRoute(route: Route): string {
  const stars = "+".repeat(route.priority + 1);
  return stars + " /" + route.pattern.join("/");
}
@@
`,
};
