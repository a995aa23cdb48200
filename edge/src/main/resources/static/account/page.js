// What the account's pages have in common: finding parts, showing them, and saying what went wrong.

import { Mistake } from "./api.js";

export const part = (id) => document.getElementById(id);

/** Shows one of the page's states and puts the focus on its heading, so that it is read out. */
export function show(id) {
  for (const state of document.querySelectorAll("[data-state]")) state.hidden = state.id !== id;
  const heading = part(id).querySelector("h1, h2");
  if (heading) {
    heading.tabIndex = -1;
    heading.focus();
  }
}

/** An element with text in it; nothing is ever taken for HTML. */
export function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

export function button(text, action, attributes = { class: "plain" }) {
  const made = element("button", text, { type: "button", ...attributes });
  made.addEventListener("click", () => busy(made, action));
  return made;
}

/** Carries out what a form is for, once at a time, and says at the form what went wrong. */
export function onSubmit(form, action) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(form));
    void busy(form, () => action(values));
  });
}

export function onClick(id, action) {
  part(id).addEventListener("click", () => busy(part(id), action));
}

async function busy(place, action) {
  const buttons = place.matches("button") ? [place] : [...place.querySelectorAll("button")];
  clearProblem(place);
  for (const each of buttons) each.disabled = true;
  try {
    await action();
  } catch (failure) {
    sayProblem(place, failure);
  } finally {
    for (const each of buttons) each.disabled = false;
  }
}

function clearProblem(place) {
  const home = place.closest("form, section, dialog");
  for (const said of home.querySelectorAll(".problem, .done")) said.remove();
  for (const input of home.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

export function sayProblem(place, failure) {
  const home = place.closest("form, section, dialog");
  home.querySelector(".problem")?.remove();
  const problem = element("p", failure.message, { class: "problem", role: "alert", id: `problem-${home.id}` });
  home.append(problem);
  if (failure instanceof Mistake) mark(home, failure.errors, problem);
}

function mark(home, errors, problem) {
  for (const { path } of errors) {
    const input = home.querySelector(`input[name="${CSS.escape(path.at(-1) ?? "")}"]`);
    if (!input) continue;
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", problem.id);
    input.focus();
  }
}

export function time(text) {
  return text ? new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(new Date(text)) : "–";
}
