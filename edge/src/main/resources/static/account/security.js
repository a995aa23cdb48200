import { graphql, LoggedOut, mutate, session } from "./api.js";
import { completeSecondStep, logIn, logInByPasskey } from "./login.js";
import { goToGoogle } from "./oauth.js";
import { button, element, onClick, onSubmit, part, sayProblem, show, time } from "./page.js";
import * as passkeys from "./passkeys.js";
import { assured } from "./stepup.js";
import * as totp from "./totp.js";

let challenge;
let lastEvent;

// Each part of the page is asked for by itself, so that one that fails takes no other with it.
const PARTS = { person, sessions, totp: totp.load, passkeys: passkeyList, google, events };

async function begin() {
  if (!session.token) {
    show("log-in");
    return;
  }
  show("overview");
  await Promise.all(Object.keys(PARTS).map(load));
}

async function load(name) {
  try {
    await PARTS[name]();
  } catch (failure) {
    if (failure instanceof LoggedOut) show("log-in");
    sayProblem(failure instanceof LoggedOut ? part("password-form") : part(name), failure);
  }
}

async function person() {
  const { me } = await graphql("{ me { fullName email } }");
  part("hello").textContent = me.fullName;
  part("address").textContent = me.email;
}

async function sessions() {
  const { me } = await graphql(
    "{ me { sessions(first: 50) { edges { node { id device ipAddress createdAt lastUsedAt current } } } } }",
  );
  list(
    "sessions",
    me.sessions.edges.map(({ node }) =>
      record(
        node.device ?? "An unknown program",
        joined(`Since ${time(node.createdAt)}`, `last used ${time(node.lastUsedAt)}`, node.ipAddress),
        node.current
          ? element("strong", "This one")
          : button("Log out", () => change("sessions", "revokeSession", "RevokeSessionInput", { sessionId: node.id })),
      ),
    ),
  );
}

async function passkeyList() {
  const { me } = await graphql("{ me { passkeys { id label synced createdAt lastUsedAt } } }");
  list(
    "passkeys",
    me.passkeys.map((each) =>
      record(
        each.label,
        `Added ${time(each.createdAt)}, last used ${time(each.lastUsedAt)}`,
        button("Remove", async () => {
          await assured(() => passkeys.remove(each.id));
          await load("passkeys");
        }),
      ),
    ),
  );
  part("passkey-form").hidden = !passkeys.areSupported();
}

async function google() {
  const { me } = await graphql("{ me { identities { id email linkedAt } calendar { status email } } }");
  list(
    "google",
    me.identities.map((each) =>
      record(
        each.email,
        `Linked ${time(each.linkedAt)}`,
        button("Unlink", () => change("google", "unlinkIdentity", "UnlinkIdentityInput", { id: each.id })),
      ),
    ),
  );
  part("calendar-state").textContent = me.calendar
    ? `Calendar of ${me.calendar.email}: ${words(me.calendar.status)}.`
    : "No calendar is connected.";
}

async function events() {
  lastEvent = undefined;
  part("events").querySelector("ul").replaceChildren();
  await moreEvents();
}

async function moreEvents() {
  const { me } = await graphql(
    `query ($after: String) {
      me { securityEvents(first: 20, after: $after) {
        edges { node { type at device ipAddress detail } } pageInfo { hasNextPage endCursor } } }
    }`,
    { after: lastEvent },
  );
  const { edges, pageInfo } = me.securityEvents;
  part("events")
    .querySelector("ul")
    .append(
      ...edges.map(({ node }) =>
        record(words(node.type), joined(time(node.at), node.device, node.ipAddress, node.detail)),
      ),
    );
  lastEvent = pageInfo.endCursor;
  part("more-events").hidden = !pageInfo.hasNextPage;
}

async function change(name, field, inputType, input) {
  await assured(() => mutate(field, inputType, "", input));
  await load(name);
}

function list(name, records) {
  part(name)
    .querySelector("ul")
    .replaceChildren(...(records.length ? records : [element("li", "None.")]));
}

function record(title, details, action) {
  const made = element("li");
  const text = element("div");
  text.append(element("div", title), element("div", details, { class: "hint" }));
  made.append(text, ...(action ? [action] : []));
  return made;
}

const joined = (...texts) => texts.filter(Boolean).join(" · ");

const words = (constant) => constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll("_", " ");

onSubmit(part("password-form"), async ({ email, password }) => {
  challenge = await logIn(email, password);
  part("password-form").reset();
  if (challenge) show("second-step");
  else await begin();
});

onSubmit(part("second-form"), async ({ code }) => {
  await completeSecondStep(challenge.token, code);
  part("second-form").reset();
  await begin();
});

onClick("by-passkey", async () => {
  await logInByPasskey();
  await begin();
});
part("by-passkey").hidden = !passkeys.areSupported();

onSubmit(part("change-form"), async ({ currentPassword, newPassword }) => {
  const input = { newPassword, ...(currentPassword && { currentPassword }) };
  const changed = await assured(() => mutate("changePassword", "ChangePasswordInput", "session { accessToken }", input));
  session.begin(changed.session);
  part("change-form").reset();
  part("change-form").append(element("p", "Your password is changed; all other places are logged out.", { class: "done", role: "status" }));
  await load("sessions");
});

onSubmit(part("passkey-form"), async ({ label }) => {
  await assured(() => passkeys.add(label));
  part("passkey-form").reset();
  await load("passkeys");
});

onClick("by-google", () => goToGoogle("SIGN_IN"));
onClick("google-link", () => assured(() => goToGoogle("LINK")));
onClick("google-calendar", () => assured(() => goToGoogle("CALENDAR")));
onClick("more-events", moreEvents);
onClick("log-out-others", () => change("sessions", "revokeOtherSessions", "RevokeOtherSessionsInput", {}));

onClick("log-out", async () => {
  const { me } = await graphql("{ me { sessions(first: 50) { edges { node { id current } } } } }");
  const current = me.sessions.edges.find(({ node }) => node.current);
  if (current) await mutate("revokeSession", "RevokeSessionInput", "", { sessionId: current.node.id });
  session.end();
  show("log-in");
});

void begin();
