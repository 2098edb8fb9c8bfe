// A file that is looked at before it is shared: it stays in this tab's memory, is sent to Safelight as it is, and its
// clean copy is saved under a name that tells nothing.

import { ask, fieldsOf, say, show } from "/static/app.js";
import { chosen } from "/static/rooms/chosen.js";

let file = null;

document.addEventListener("leaving", () => { file = null; });

export function begin(main) {
  const hand = main.querySelector("#hand");
  if (hand) receive(hand);
  for (const form of main.querySelectorAll("#hand-copy, [data-hand]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!file) return;
      const note = form.querySelector("[data-working]");
      if (note) note.textContent = note.dataset.working;
      busy(form, () => (form.dataset.name ? save(form) : answered(form)), note);
    });
  }
  main.querySelector("[data-show-picture]")?.addEventListener("click", (event) => picture(main, event.currentTarget));
}

async function answered(form) {
  show(await (await sent(form)).text());
}

// The picture itself behind its outline, from this tab's memory; some kinds cannot be shown by a browser.
function picture(main, button) {
  const shown = main.querySelector("[data-picture]");
  const failed = () => { button.disabled = true; button.textContent = button.dataset.cannot; };
  if (!shown.hidden) {
    shown.hidden = true;
    shown.removeAttribute("src");
    button.setAttribute("aria-pressed", "false");
    return;
  }
  if (!file) { failed(); return; }
  const reader = new FileReader();
  reader.addEventListener("load", () => {
    shown.addEventListener("error", () => { shown.hidden = true; failed(); }, { once: true });
    shown.src = reader.result;
    shown.hidden = false;
    button.setAttribute("aria-pressed", "true");
  });
  reader.readAsDataURL(file);
}

function receive(form) {
  const go = form.querySelector("#hand-go");
  const box = form.querySelector("#hand-trouble");
  file = null;

  function take(handed) {
    file = handed && handed.size <= Number(form.dataset.limit) ? handed : null;
    go.disabled = file === null;
    tell(box, handed && !file ? box.dataset.tooLarge : "");
  }

  chosen(form, go, ([first]) => take(first));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (file) busy(form, async () => show(await (await sent(form)).text()), box);
  });
}

function sent(form) {
  return ask(form.getAttribute("action"), {
    method: "POST", body: file,
    headers: { "X-Name": encodeURIComponent(file.name), "X-Choices": fieldsOf(form).toString() },
  });
}

async function save(form) {
  const answer = await sent(form);
  if (!answer.ok) { show(await answer.text()); return; }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = form.dataset.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function busy(form, work, box) {
  if (form.getAttribute("aria-busy") === "true") return;
  form.setAttribute("aria-busy", "true");
  try {
    await work();
  } catch {
    const { broken } = document.getElementById("status").dataset;
    say(broken);
    if (box) tell(box, broken);
  } finally {
    form.removeAttribute("aria-busy");
  }
}

function tell(box, words) {
  box.textContent = words;
  box.hidden = !words;
}
