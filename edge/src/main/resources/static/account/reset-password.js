import { mutate, session, takeFragment } from "./api.js";
import { onSubmit, part, show } from "./page.js";

const token = takeFragment().get("token");
const anonymous = { anonymous: true };

onSubmit(part("request"), async ({ email }) => {
  await mutate("requestPasswordReset", "RequestPasswordResetInput", "", { email }, anonymous);
  show("asked");
});

onSubmit(part("reset"), async ({ password }) => {
  await mutate("resetPassword", "ResetPasswordInput", "", { token, password }, anonymous);
  session.end();
  show("done");
});

part("reveal").addEventListener("click", () => {
  const hidden = part("password").type === "password";
  part("password").type = hidden ? "text" : "password";
  part("reveal").setAttribute("aria-pressed", String(hidden));
  part("reveal").textContent = hidden ? "Hide it" : "Show it";
});

show(token ? "set" : "ask");
