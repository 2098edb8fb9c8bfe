// A file that is looked at before it is shared: it stays in this tab's memory, is sent to Safelight as it is, and its
// clean copy is saved under a name that tells nothing.

import { ask, say, show } from "/static/app.js";

let file = null;

document.addEventListener("leaving", () => { file = null; });

export function begin(main) {
  const hand = main.querySelector("#hand");
  const copy = main.querySelector("#hand-copy");
  if (hand) receive(hand);
  copy?.addEventListener("submit", (event) => {
    event.preventDefault();
    if (file) busy(copy, () => save(copy));
  });
}

function receive(form) {
  const go = form.querySelector("#hand-go");
  const drop = form.querySelector(".drop");
  const input = form.querySelector("input[type=file]");
  const box = form.querySelector("#hand-trouble");
  file = null;

  function take(chosen) {
    file = chosen && chosen.size <= Number(form.dataset.limit) ? chosen : null;
    go.disabled = file === null;
    tell(box, chosen && !file ? box.dataset.tooLarge : "");
  }

  input.addEventListener("change", () => take(input.files[0]));
  if (input.files.length > 0) take(input.files[0]); // chosen while this script was on its way
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    });
  }
  drop.addEventListener("drop", (event) => {
    if (event.dataTransfer?.files.length !== 1) return;
    input.files = event.dataTransfer.files;
    take(input.files[0]);
    go.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (file) busy(form, async () => show(await (await sent(form)).text()), box);
  });
}

function sent(form) {
  return ask(form.getAttribute("action"), {
    method: "POST", body: file, headers: { "X-Name": encodeURIComponent(file.name) },
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
