// Files: chosen, dropped or pasted; kept in this tab's memory, and sent to Safelight as they are each time one is looked
// at. Nothing is uploaded anywhere else, and nothing is left when the tab is closed or the page wiped.

import { ask, broken, fieldsOf, once, place, say, show, trouble } from "/static/app.js";

const held = { files: [], file: null, work: null, list: null };

export function forget() {
  held.work?.abort();
  Object.assign(held, { files: [], file: null, work: null, list: null });
}

function headers(choices) {
  return { "X-Name": encodeURIComponent(held.file.name), "X-Choices": choices.toString() };
}

// ---------------------------------------------------------------- asking about one file

// The page about the file held; `told` hears how far it is.
async function pageOf(address, choices, told) {
  const answer = await ask(address, {
    method: "POST", body: held.file, headers: headers(choices), signal: held.work?.signal,
  });
  if ((answer.headers.get("content-type") ?? "").startsWith("text/html")) return answer.text();
  for await (const line of linesOf(answer)) {
    if (line.page) return line.page;
    told(line);
  }
  throw new Error("no page");
}

async function readFile(address, choices) {
  held.work = new AbortController();
  try {
    show(await pageOf(address, choices, progress));
    offerList();
  } finally {
    held.work = null;
    progress(null);
  }
}

async function* linesOf(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop();
    for (const line of lines) yield JSON.parse(line);
    if (done) return;
  }
}

function progress(line, text = null) {
  const working = document.getElementById("working");
  if (!working) return;
  working.hidden = line === null;
  document.getElementById("file-stop").hidden = line === null;
  if (line === null) return;
  const form = document.getElementById("file-form");
  const bar = document.getElementById("bar");
  const shown = text ?? (line.stage === "read" ? form.dataset.reading : form.dataset.checking);
  const label = document.getElementById("bar-label");
  if (label.textContent !== shown) { label.textContent = shown; say(shown); }
  if (line.total > 0) { bar.max = line.total; bar.value = line.done; } else bar.removeAttribute("value");
}

// ---------------------------------------------------------------- several files: one request each, one list

async function readAll(form, choices) {
  const entries = [];
  let frame = null;
  let left = 0;
  held.work = new AbortController();
  choices.set("listed", "1");
  try {
    for (const [number, file] of held.files.entries()) {
      if (held.work.signal.aborted) { left += 1; continue; }
      const text = form.dataset.several.replace("{n}", number + 1).replace("{all}", held.files.length);
      const told = (line) => progress({
        total: held.files.length, done: number + (line.total > 0 ? line.done / line.total : 0),
      }, text);
      told({});
      held.file = file;
      try {
        const main = mainOf(await pageOf(form.getAttribute("action"), choices, told));
        const list = main.querySelectorAll(".chat-list > li");
        frame = list.length > 0 ? frame ?? main : frame;
        entries.push(...(list.length > 0 ? [...list].map((each) => entry(each, number)) : [unread(file, main)]));
      } catch (error) {
        if (error.name !== "AbortError") throw error;
        left += 1;
      }
    }
  } finally {
    held.work = null;
    progress(null);
  }
  showList(frame, entries, left, form);
}

function mainOf(html) {
  return document.adoptNode(new DOMParser().parseFromString(html, "text/html").querySelector("main"));
}

function entry(item, number) {
  item.dataset.file = number;
  return item;
}

// A file that could not be read is listed, too, with the reason: it must not pass for one in which nothing was noticed.
function unread(file, main) {
  const item = document.createElement("li");
  item.className = "unread";
  item.dataset.level = "9";
  const name = document.createElement("bdi");
  name.textContent = file.name;
  const why = document.createElement("span");
  why.textContent = [...main.querySelectorAll("#trouble p:not(.quiet)")].map((each) => each.textContent).join(" ");
  item.append(name, ": ", why);
  return item;
}

function showList(frame, entries, left, form) {
  if (frame === null) {
    if (entries.length > 0) trouble(entries.map((each) => each.textContent).join("\n"));
    return;
  }
  const list = frame.querySelector(".chat-list");
  list.replaceChildren(...entries.sort((one, other) => other.dataset.level - one.dataset.level));
  const lead = frame.querySelector("[data-several]");
  lead.firstElementChild.textContent = lead.dataset.several;
  if (left > 0) {
    const note = document.createElement("p");
    note.className = "trouble";
    note.textContent = form.dataset.stopped.replace("{n}", left);
    list.after(note);
  }
  held.list = frame;
  place(frame);
}

function offerList() {
  const back = document.querySelector("[data-back-to-list]");
  if (back && held.list) back.hidden = false;
}

// ---------------------------------------------------------------- saving what Safelight made

export async function save(form, submitter) {
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const fields = fieldsOf(form, submitter);
  const isFile = form.hasAttribute("data-file") || form.hasAttribute("data-again");
  const options = isFile ? { body: held.file, headers: headers(fields) } : { body: fields };
  const answer = await ask(address, { method: "POST", ...options });
  const saved = /^attachment; filename="([\w.]+)"$/u.exec(answer.headers.get("content-disposition") ?? "");
  if (!saved) {
    show(await answer.text());
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  [, link.download] = saved;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// ---------------------------------------------------------------- choosing

const isPicture = (file) => file.type.startsWith("image/");

function choose(files) {
  const form = document.getElementById("file-form");
  if (files.length === 0 || !form) return;
  const button = document.getElementById("file-go");
  const tooLarge = files.some((file) => file.size > Number(form.dataset.limit));
  held.files = tooLarge ? [] : files;
  held.file = held.files[0] ?? null;
  button.disabled = tooLarge;
  if (tooLarge) {
    trouble(form.dataset.tooLarge);
    say(form.dataset.tooLarge);
    return;
  }
  document.getElementById("here")?.remove();
  document.getElementById("chosen").textContent = files.map((file) => file.name).join(", ");
}

// Several pictures are pages of one chat, in order: they are sent one after another in one body, with their sizes.
async function look(form) {
  const choices = fieldsOf(document.getElementById("paste-form"));
  choices.delete("text");
  if (held.files.length > 1 && !held.files.every(isPicture)) { await readAll(form, choices); return; }
  if (held.files.length > 1) {
    choices.set("parts", held.files.map((file) => file.size).join(","));
    held.file = new File(held.files, held.files[0].name, { type: "image/*" });
  }
  await readFile(form.getAttribute("action"), choices);
}

// What a form that is about files does; false when the form is none.
export function submitted(form, submitter) {
  if (form.id === "file-form") {
    if (held.files.length > 0) once(form, () => look(form));
    return true;
  }
  if (submitter?.hasAttribute("data-save") || form.hasAttribute("data-save")) {
    once(form, () => save(form, submitter));
    return true;
  }
  if (!form.dataset.again) return false;
  const chosen = submitter?.closest("[data-file]")?.dataset.file;
  if (chosen !== undefined && held.list) held.file = held.files[Number(chosen)];
  const address = submitter?.getAttribute("formaction") ?? form.dataset.again;
  if (held.file) once(form, () => readFile(address, fieldsOf(form, submitter)));
  return true;
}

export function begin(main) {
  if (main.querySelector("#file-form")) forget();
}

document.addEventListener("change", (event) => {
  if (event.target.id === "file") choose([...event.target.files]);
});

document.addEventListener("click", (event) => {
  if (event.target.id === "file-stop") held.work?.abort();
  else if (event.target.closest("[data-back-to-list]") && held.list) place(held.list);
});

for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    document.getElementById("drop")?.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.getElementById("drop")?.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.getElementById("drop")?.classList.remove("over");
  handOver([...(event.dataTransfer?.files ?? [])]);
});
// A picture of a chat can be pasted as well; words go into the box as usual.
document.addEventListener("paste", (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0 || !document.getElementById("file-form")) return;
  event.preventDefault();
  handOver(files);
});

function handOver(files) {
  if (files.length === 0) return;
  choose(files);
  document.getElementById("file-go")?.focus();
}
