// Files of which codes are made: they stay in this tab's memory and are sent to Safelight as they are, one behind the
// other in one body, with their sizes.

import { ask, fieldsOf, once, show } from "/static/app.js";
import { chosen } from "/static/rooms/chosen.js";

let files = [];

document.addEventListener("leaving", () => { files = []; });

export function begin(main) {
  const form = main.querySelector("#codes");
  const go = form.querySelector("#codes-go");
  const box = form.querySelector("#codes-trouble");
  files = [];

  function take(handed) {
    const size = handed.reduce((sum, each) => sum + each.size, 0);
    const tooLarge = size > Number(form.dataset.limit);
    files = tooLarge ? [] : handed;
    go.disabled = files.length === 0;
    box.textContent = tooLarge ? box.dataset.tooLarge : "";
    box.hidden = !tooLarge;
  }

  chosen(form, go, take);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (files.length === 0) return;
    const note = form.querySelector("[data-working]");
    note.textContent = note.dataset.working;
    once(form, async () => {
      try {
        show(await (await sent(form)).text());
      } finally {
        note.textContent = "";
      }
    });
  });
}

function sent(form) {
  const choices = fieldsOf(form);
  choices.set("parts", files.map((each) => each.size).join(","));
  for (const [number, each] of files.entries()) if (number > 0) choices.set(`n${number}`, each.name);
  return ask(form.getAttribute("action"), {
    method: "POST", body: files.length > 1 ? new Blob(files) : files[0],
    headers: { "X-Name": encodeURIComponent(files[0].name), "X-Choices": choices.toString() },
  });
}
