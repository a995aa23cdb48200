"use strict";

const ENDPOINT = "/graphql";
const ACCESS_TOKEN = "lifeos:access-token";
const RENEW_BEFORE_END = 60_000;
const RETRY_RENEWAL_AFTER = 10_000;
const UNREACHABLE = "LifeOS cannot be reached. Check the connection and try again.";
const SESSION_ENDED = "Your session has ended. Log in again.";
const FALLBACK_QUERY = "query Me {\n  me {\n    fullName\n    email\n  }\n}\n";
const LIVE_EXAMPLE = `# Follows the inbox live. After a lost connection it goes on with the cursor of the last event.
subscription NotificationEvents($after: String) {
  notificationEvents(after: $after) {
    cursor
    kind
    occurredAt
    notification {
      title
      message
      priority
    }
    counts {
      unread
    }
  }
}
`;

const element = (id) => document.getElementById(id);

// --- Talking to the API

const errorCode = (error) => error?.extensions?.code;

function sentenceFor(response) {
  if (response.status === 429) {
    const wait = response.headers.get("retry-after");
    const seconds = /^\d+$/.test(wait) ? Number(wait) : Math.ceil((Date.parse(wait) - Date.now()) / 1000);
    if (!(seconds > 0)) return "Too many attempts. Try again a little later.";
    return seconds < 100
      ? `Too many attempts. Try again in ${seconds} second${seconds === 1 ? "" : "s"}.`
      : `Too many attempts. Try again in ${Math.ceil(seconds / 60)} minutes.`;
  }
  if ([502, 503, 504].includes(response.status)) return "LifeOS is not available just now. Try again in a moment.";
  return `LifeOS answered with the status ${response.status}. Try again in a moment.`;
}

class Refused extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

// Tokens end by the server's clock, which need not be this device's.
let clockSkew = 0;

async function ask(query, variables, token) {
  let response;
  try {
    response = await fetch(ENDPOINT, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    throw new Refused(UNREACHABLE);
  }
  const date = Date.parse(response.headers.get("date"));
  if (date) clockSkew = date - Date.now();

  const body = await response.json().catch(() => null);
  if (response.status === 429 || response.status >= 500) throw new Refused(sentenceFor(response));
  // What was done counts, even where a field of the answer is missing: a one-time token must not be lost over that.
  if (Object.values(body?.data ?? {}).some((value) => value !== null)) return body.data;
  const error = body?.errors?.[0];
  throw error ? new Refused(error.message, errorCode(error)) : new Refused(sentenceFor(response));
}

/** The payload of a mutation; what a person is to correct becomes an error. */
async function mutate(name, inputType, selection, input, token) {
  const data = await ask(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${selection} errors { code message } } }`,
    { input },
    token,
  );
  const payload = data[name];
  if (payload.errors.length) {
    throw new Refused(payload.errors.map((error) => error.message).join(" "), payload.errors[0].code);
  }
  return payload;
}

// --- The session

const TOKENS = "session { accessToken accessTokenExpiresAt refreshToken }";

/** {name, accessToken, endsAt, refreshToken}; the refresh token is kept nowhere but here. */
let session = null;
let renewal = null;
let timer;

const now = () => Date.now() + clockSkew;

function begin({ accessToken, endsAt, refreshToken, name }) {
  session = { accessToken, endsAt, refreshToken, name };
  sessionStorage.setItem(ACCESS_TOKEN, accessToken);
  clearTimeout(timer);
  timer = setTimeout(
    refreshToken ? renew : () => end(SESSION_ENDED),
    Math.max(0, endsAt - now() - (refreshToken ? RENEW_BEFORE_END : 0)),
  );
  showPerson();
}

function beginWith(tokens, name) {
  begin({
    accessToken: tokens.accessToken,
    endsAt: Date.parse(tokens.accessTokenExpiresAt),
    refreshToken: tokens.refreshToken,
    name,
  });
}

function end(sentence) {
  session = null;
  clearTimeout(timer);
  sessionStorage.removeItem(ACCESS_TOKEN);
  showPerson();
  notify(sentence);
  clearExplorer();
}

/** At most one at a time: a refresh token is good for one use. */
function renew() {
  renewal ??= renewOnce().finally(() => (renewal = null));
  return renewal;
}

async function renewOnce() {
  const renewed = session;
  try {
    const { session: tokens } = await mutate("refreshSession", "RefreshSessionInput", TOKENS, {
      refreshToken: renewed.refreshToken,
    });
    if (session === renewed) beginWith(tokens, renewed.name);
    else revoke(tokens);
  } catch (error) {
    if (session !== renewed) return;
    if (error.code === "INVALID_TOKEN" || now() >= renewed.endsAt) end(SESSION_ENDED);
    else timer = setTimeout(renew, RETRY_RENEWAL_AFTER);
  }
}

/** A token that is good for a while yet. Timers sleep with the device, so each request looks for itself. */
async function freshToken() {
  if (session?.refreshToken && session.endsAt - now() < RENEW_BEFORE_END / 2) await renew();
  return session?.accessToken;
}

function revoke({ accessToken, refreshToken }) {
  return mutate("logout", "LogoutInput", "", refreshToken ? { refreshToken } : {}, accessToken);
}

/** Asked for by itself: the log-in's own answer is not yet the person's to read. */
async function nameOf(accessToken) {
  const { me } = await ask("{ me { fullName } }", {}, accessToken);
  return me.fullName;
}

async function logIn(input) {
  const { session: tokens } = await mutate("login", "LoginInput", `${TOKENS} challenge { expiresAt }`, input);
  if (!tokens) throw new Refused("This account asks for a second factor: log in on the account page.");
  const name = await nameOf(tokens.accessToken).catch(() => null);
  beginWith(tokens, name ?? input.email);
}

/** The account is made by the link in the mail. */
async function register(input) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  await mutate("registerUser", "RegisterUserInput", "", { ...input, timeZone });
  return `Open the mail to ${input.email} and confirm the address; then log in.`;
}

async function logOut() {
  await renewal;
  const ended = session;
  if (!ended) return;
  end();
  try {
    await revoke(ended);
  } catch (error) {
    notify(`You are logged out here, but the session could not be ended on the server: ${error.message}`);
  }
}

/** After a reload: the access token goes on to its end; then the person logs in again. */
async function resume() {
  const accessToken = sessionStorage.getItem(ACCESS_TOKEN);
  if (!accessToken) return;
  try {
    const { exp } = JSON.parse(atob(accessToken.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
    const name = await nameOf(accessToken);
    if (!session) begin({ accessToken, endsAt: exp * 1000, name });
  } catch (error) {
    if (session) return;
    sessionStorage.removeItem(ACCESS_TOKEN);
    notify(error.code === "UNAUTHENTICATED" ? SESSION_ENDED : "Log in again.");
  }
}

// --- The page

function notify(sentence) {
  element("notice").textContent = sentence ?? "";
  element("notice").hidden = !sentence;
}

function showPerson() {
  element("person").hidden = !session;
  element("log-in-button").hidden = Boolean(session);
  document.querySelector("#person .name").textContent = session?.name ?? "";
}

function setUpLogIn() {
  const panel = element("log-in");
  const form = panel.querySelector("form");
  const mistake = form.querySelector(".mistake");
  let registers = false;

  function show() {
    const way = registers ? "Register" : "Log in";
    element("log-in-title").textContent = way;
    element("submit").textContent = way;
    element("other-way").textContent = registers ? "Log in instead" : "Register";
    for (const part of form.querySelectorAll("[data-for=register]")) part.hidden = !registers;
    form.fullName.required = registers;
    form.password.minLength = registers ? 12 : 0;
    form.password.autocomplete = registers ? "new-password" : "current-password";
    mistake.textContent = "";
  }

  element("other-way").addEventListener("click", () => {
    registers = !registers;
    show();
    (registers ? form.fullName : form.email).focus();
  });
  panel.addEventListener("toggle", (event) => {
    if (event.newState === "open") (registers ? form.fullName : form.email).focus();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const email = form.email.value.trim();
    const password = form.password.value;
    mistake.textContent = "";
    element("submit").disabled = true;
    try {
      const fullName = form.fullName.value.trim();
      notify(await (registers ? register({ email, password, fullName }) : logIn({ email, password })));
      form.reset();
      registers = false;
      show();
      panel.hidePopover();
      element(session ? "log-out" : "log-in-button").focus();
    } catch (error) {
      mistake.textContent = error instanceof Refused ? error.message : "That did not work. Try again.";
    } finally {
      element("submit").disabled = false;
    }
  });
  element("log-out").addEventListener("click", async () => {
    await logOut();
    element("log-in-button").focus();
  });
  show();
  showPerson();
}

// --- The examples

async function loadExamples() {
  let examples = [];
  try {
    const response = await fetch("/explorer/operations", { signal: AbortSignal.timeout(3000) });
    if (response.ok) examples = await response.json();
  } catch {
    // The explorer is of use without them.
  }
  if (!examples.some(({ query }) => /^\s*subscription\b/m.test(query))) {
    examples.push({ name: "live", query: LIVE_EXAMPLE });
  }
  return examples;
}

const isDashboard = ({ name }) => /(^|\/)dashboard(\.graphql)?$/i.test(name);

/** "finance/manual-accounts" → "Finance · manual accounts" */
function title(name) {
  return name
    .replace(/\.graphql$/, "")
    .split("/")
    .map((part) => part.replaceAll(/[-_]/g, " "))
    .join(" · ")
    .replace(/^./, (letter) => letter.toUpperCase());
}

function operationNames(query) {
  return Array.from(query.matchAll(/^\s*(?:query|mutation|subscription)\s+(\w+)/gm), (match) => match[1]).join(", ");
}

function setUpExamples(examples) {
  const panel = element("examples");
  const items = examples.map((example) => {
    const button = document.createElement("button");
    const operations = document.createElement("small");
    button.type = "button";
    operations.textContent = operationNames(example.query);
    button.append(title(example.name), operations);
    button.addEventListener("click", () => {
      panel.hidePopover();
      openExample(example);
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  });
  panel.querySelector("ul").replaceChildren(...items);
  element("examples-button").hidden = false;
}

// --- GraphiQL

const liveEvents = new Set();
let root = null;
let run = 0;
let firstQuery = FALLBACK_QUERY;
let editors = null;

const refusal = (message) => Response.json({ errors: [{ message }] });

async function fetchWithToken(url, options) {
  const headers = new Headers(options.headers);
  if (!headers.has("authorization")) {
    const token = await freshToken();
    if (token) headers.set("authorization", `Bearer ${token}`);
  }
  // The router defers only for those who name the draft that they understand.
  headers.set("accept", "multipart/mixed;deferSpec=20220824, application/json");
  try {
    const response = await fetch(url, { ...options, headers });
    const type = response.headers.get("content-type") ?? "";
    const boundary = type.match(/^multipart\/mixed.*boundary=("[^"]*"|[^;\s]+)/)?.[1];
    // GraphiQL takes what follows the boundary for a part of it.
    if (boundary) {
      return new Response(response.body, {
        status: response.status,
        headers: { "content-type": `multipart/mixed; boundary=${boundary}` },
      });
    }
    const isAnswer = /^application\/(graphql-response\+)?json/.test(type);
    return isAnswer ? response : refusal(sentenceFor(response));
  } catch {
    return refusal(UNREACHABLE);
  }
}

function connect(headers) {
  const own = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === "authorization");
  return graphqlWs.createClient({
    url: new URL(ENDPOINT, location.href.replace(/^http/, "ws")).href,
    connectionParams: async () => {
      const authorization = own?.[1] ?? ((await freshToken()) && `Bearer ${session.accessToken}`);
      return authorization ? { authorization } : {};
    },
  });
}

function liveError(error) {
  if (Array.isArray(error)) return { errors: error };
  const message = error?.code
    ? `The live connection was closed: ${error.reason || "no reason given"} (${error.code}).`
    : "The live connection could not be made. Check that you are logged in, and try again.";
  return { errors: [{ message }] };
}

/**
 * The events of a subscription. It ends with its token, after ten minutes; with a new one it goes on after the last event, if
 * the operation has a variable for the cursor.
 */
function live(params, options) {
  let connection = null;
  let events = null;
  let stopped = false;

  const results = (async function* () {
    try {
      for (let variables = params.variables; !stopped; ) {
        let cursor = null;
        let refused = null;
        connection = connect(options?.headers);
        events = connection.iterate({ ...params, variables });
        try {
          for await (const result of events) {
            refused = result.errors;
            if (refused) break;
            yield result;
            cursor = result.data?.notificationEvents?.cursor ?? cursor;
          }
        } catch (error) {
          refused = liveError(error).errors;
        }
        connection.dispose();
        if (stopped || !refused) return;

        const goesOn = cursor && session && /\$after\b/.test(params.query) && errorCode(refused[0]) === "UNAUTHENTICATED";
        if (!goesOn) {
          yield { errors: refused };
          return;
        }
        await freshToken();
        variables = { ...variables, after: cursor };
      }
    } finally {
      liveEvents.delete(results);
      connection?.dispose();
    }
  })();

  // A generator's own `return` would wait for the next event.
  results.return = async () => {
    stopped = true;
    liveEvents.delete(results);
    await events?.return();
    connection?.dispose();
    return { done: true, value: undefined };
  };
  liveEvents.add(results);
  return results;
}

/** Without the document's other operations, whose fields the service behind subscriptions does not know. */
function alone(params, { documentAST }) {
  const { print, separateOperations } = GraphiQL.GraphQL;
  const operation = separateOperations(documentAST)[params.operationName ?? ""];
  return operation ? { ...params, query: print(operation) } : params;
}

function isSubscription(params, options) {
  return options?.documentAST?.definitions.some(
    (definition) =>
      definition.operation === "subscription" &&
      (!params.operationName || definition.name?.value === params.operationName),
  );
}

/** What a person types may hold a password, and is then not kept; all else lasts as long as the browser's tab. */
const drafts = {
  isSecret: (value) => /(password|token)\w*[\\"]*\s*:/i.test(value),
  get length() {
    return sessionStorage.length;
  },
  getItem: (key) => sessionStorage.getItem(key),
  setItem(key, value) {
    if (this.isSecret(value)) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  },
  removeItem: (key) => sessionStorage.removeItem(key),
  clear() {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith("graphiql:")) sessionStorage.removeItem(key);
    }
  },
};

/** Lets the examples reach the editors, which only a component inside GraphiQL can. */
function Bridge() {
  editors = GraphiQL.React.useEditorContext();
  return null;
}

function openExample({ query, variables }) {
  const same = editors.tabs.findIndex((tab) => tab.query === query);
  if (same >= 0) {
    editors.changeTab(same);
    return;
  }
  if (editors.queryEditor.getValue().trim()) ReactDOM.flushSync(() => editors.addTab());
  editors.queryEditor.setValue(query);
  editors.variableEditor?.setValue(variables ? JSON.stringify(variables, null, 2) : "");
  editors.queryEditor.focus();
}

function render() {
  const h = React.createElement;
  const overHttp = GraphiQL.createFetcher({ url: ENDPOINT, fetch: fetchWithToken });
  root.render(
    h(
      GraphiQL,
      {
        key: run,
        fetcher: (params, options) =>
          isSubscription(params, options) ? live(alone(params, options), options) : overHttp(params, options),
        storage: drafts,
        defaultQuery: firstQuery,
        showPersistHeadersSettings: false,
        toolbar: { additionalContent: h(Bridge) },
      },
      h(GraphiQL.Logo, null, h("span")),
    ),
  );
}

/** A person's answers do not stay on the screen after them. */
function clearExplorer() {
  for (const results of liveEvents) results.return();
  run++;
  if (root) render();
}

async function start() {
  setUpLogIn();
  for (const origin of document.querySelectorAll(".origin")) origin.textContent = location.origin;
  element("endpoint").textContent = location.origin + ENDPOINT;

  const [examples] = await Promise.all([loadExamples(), resume()]);
  const complete = window.React && window.ReactDOM && window.GraphiQL && window.graphqlWs;
  if (!complete) {
    notify("The explorer's files could not be loaded.");
    return;
  }
  firstQuery = (examples.find(isDashboard) ?? examples.find(({ query }) => /^\s*query\b/m.test(query)))?.query ?? FALLBACK_QUERY;
  root = ReactDOM.createRoot(element("explorer"));
  render();
  setUpExamples(examples);
}

start();
