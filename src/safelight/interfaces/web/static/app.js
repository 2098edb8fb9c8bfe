// The page works without this file, but for choosing a file and leaving by keyboard. It keeps everything in memory,
// stores nothing, asks nobody but Safelight on this computer, and never adds an entry to the browser's history.
//
// Rooms bring scripts of their own: an element in `main` with data-module="/static/rooms/<name>.js" has that module
// imported and its `begin(main)` called each time such a page is shown. They ask and go through what is exported here.

const status = document.getElementById("status");
const held = { file: null, work: null };

document.documentElement.classList.add("scripted");

// ---------------------------------------------------------------- asking and going

// Where there is no server, because Safelight itself runs in the tab, `safelightAsk` is there and answers like fetch.
export function ask(address, options) {
  return (globalThis.safelightAsk ?? fetch)(address, options);
}

// Open a page of the app without an entry in the history.
export async function go(address) {
  if (!globalThis.safelightAsk) { location.replace(address); return; }
  try {
    show(await (await ask(address)).text());
  } catch (error) {
    broken(error);
  }
}

// ---------------------------------------------------------------- showing an answer in place

export function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const main = page.querySelector("main");
  document.querySelector("main").replaceWith(document.adoptNode(main));
  begin(main);
  window.scrollTo({ top: 0, behavior: "instant" });
  const target = main.querySelector("#trouble") ?? main.querySelector("h1");
  target?.focus({ preventScroll: true });
}

function broken(error) {
  if (error.name === "AbortError") return;
  say(status.dataset.broken);
  trouble(status.dataset.broken);
}

export function say(text) {
  status.textContent = "";
  requestAnimationFrame(() => { status.textContent = text; });
}

function trouble(text) {
  let box = document.getElementById("here");
  if (!box) {
    box = document.createElement("p");
    box.id = "here";
    box.className = "trouble";
    document.querySelector("main h1").after(box);
  }
  box.textContent = text;
  box.scrollIntoView({ block: "nearest" });
}

function fieldsOf(form, submitter) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === "string") fields.append(name, value);
  return fields;
}

async function once(form, action) {
  if (form.getAttribute("aria-busy") === "true") return;
  form.setAttribute("aria-busy", "true");
  try {
    await action();
  } catch (error) {
    broken(error);
  } finally {
    form.removeAttribute("aria-busy");
  }
}

async function swap(form, submitter) {
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const fields = fieldsOf(form, submitter);
  if (form.method === "get") { await go(`${address.split("?")[0]}?${fields}`); return; }
  const answer = await ask(address, { method: "POST", body: fields });
  show(await answer.text());
}

// ---------------------------------------------------------------- a file: kept here, sent as it is each time

function headers(choices) {
  return { "X-Name": encodeURIComponent(held.file.name), "X-Choices": choices.toString() };
}

async function readFile(address, choices) {
  held.work = new AbortController();
  try {
    const answer = await ask(address, {
      method: "POST", body: held.file, headers: headers(choices), signal: held.work.signal,
    });
    if ((answer.headers.get("content-type") ?? "").startsWith("text/html")) show(await answer.text());
    else for await (const line of linesOf(answer)) line.page ? show(line.page) : progress(line);
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

function progress(line) {
  const working = document.getElementById("working");
  if (!working) return;
  working.hidden = line === null;
  document.getElementById("file-stop").hidden = line === null;
  if (line === null) return;
  const form = document.getElementById("file-form");
  const bar = document.getElementById("bar");
  const label = line.stage === "read" ? form.dataset.reading : form.dataset.checking;
  const text = document.getElementById("bar-label");
  if (text.textContent !== label) { text.textContent = label; say(label); }
  if (line.total > 0) { bar.max = line.total; bar.value = line.done; } else bar.removeAttribute("value");
}

async function keepFile(form, submitter) {
  const answer = await ask(form.dataset.keep, {
    method: "POST", body: held.file, headers: headers(fieldsOf(form, submitter)),
  });
  if (!answer.ok) { show(await answer.text()); return; }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = "notes.html";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function choose(file) {
  const form = document.getElementById("file-form");
  if (!file || !form) return;
  const limit = Number(form.dataset.limit);
  const go = document.getElementById("file-go");
  if (file.size > limit) {
    held.file = null;
    go.disabled = true;
    trouble(form.dataset.tooLarge);
    say(form.dataset.tooLarge);
    return;
  }
  document.getElementById("here")?.remove();
  held.file = file;
  go.disabled = false;
  document.getElementById("chosen").textContent = file.name;
}

// ---------------------------------------------------------------- forms, buttons, dropping

document.addEventListener("submit", (event) => {
  const form = event.target;
  const { submitter } = event;
  if (form.id === "file-form") {
    event.preventDefault();
    const chosen = document.getElementById("paste-form");
    if (held.file) once(form, () => readFile(form.getAttribute("action"), readerOf(chosen)));
  } else if (form.dataset.again) {
    event.preventDefault();
    if (held.file) once(form, () => readFile(form.dataset.again, fieldsOf(form, submitter)));
  } else if (form.dataset.keep) {
    event.preventDefault();
    if (held.file) once(form, () => keepFile(form, submitter));
  } else if (form.hasAttribute("data-swap")) {
    event.preventDefault();
    once(form, () => swap(form, submitter));
  }
});

function readerOf(form) {
  const fields = fieldsOf(form);
  fields.delete("text");
  return fields;
}

document.addEventListener("change", (event) => {
  if (event.target.id === "file") choose(event.target.files[0]);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && inApp(link) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    go(link.getAttribute("href"));
  } else if (link?.getAttribute("href")?.startsWith("#")) {
    // A jump within the page, without an entry in the history.
    event.preventDefault();
    const place = document.getElementById(link.getAttribute("href").slice(1));
    place?.scrollIntoView();
    place?.setAttribute("tabindex", "-1");
    place?.focus({ preventScroll: true });
  } else if (link?.id === "leave") {
    event.preventDefault();
    leave();
  } else if (event.target.closest("[data-print]")) {
    window.print();
  } else if (event.target.id === "file-stop") {
    held.work?.abort();
  }
});

// Every link within the app replaces the page that it is on.
function inApp(link) {
  return link.getAttribute("href")?.startsWith("/") && !link.hasAttribute("download") && !link.target;
}

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
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  choose(file);
  document.getElementById("file-go")?.focus();
});

// ---------------------------------------------------------------- leaving at once

const leaveLink = document.getElementById("leave");
let presses = [];
let alone = null;

function leave() {
  say(status.dataset.leaving);
  held.work?.abort();
  held.file = null;
  document.title = "";
  document.body.hidden = true;
  document.body.replaceChildren();
  // Where Safelight itself runs in the tab, it is ended with all that it holds.
  globalThis.safelightLeave?.();
  location.replace(leaveLink.href);
}

// Three times Shift or twice Esc within five seconds, with no other key between: Shift for a capital does not count.
const KEYS = { Shift: 3, Escape: 2 };

document.addEventListener("keydown", (event) => {
  if (event.repeat) return;
  alone = event.key in KEYS && alone === null ? event.key : "";
  if (!(event.key in KEYS)) presses = [];
});

document.addEventListener("keyup", (event) => {
  const pressed = alone === event.key;
  alone = null;
  if (!pressed) return;
  const needed = KEYS[event.key];
  const now = Date.now();
  presses = presses.filter((each) => each.key === event.key && now - each.at < 5000);
  presses.push({ key: event.key, at: now });
  const left = needed - presses.length;
  if (left <= 0) leave();
  else if (event.key === "Shift") say(left === 2 ? status.dataset.shiftTwo : status.dataset.shiftOne);
});

// ---------------------------------------------------------------- each time a page is shown

function begin(main) {
  for (const each of main.querySelectorAll("[data-module]")) {
    import(each.dataset.module).then((room) => room.begin(main)).catch(broken);
  }
  if (main.querySelector("#file-form")) held.file = null;
  // A name changed above changes in every list below.
  for (const input of main.querySelectorAll(".people input[name^='name-']")) {
    input.addEventListener("input", () => {
      const number = input.name.slice(5);
      for (const option of main.querySelectorAll(`.lines option[value='${number}']`)) {
        option.textContent = input.value.trim() || option.dataset.unnamed;
      }
    });
  }
  // The colour of a message follows its author.
  for (const select of main.querySelectorAll(".lines select")) {
    select.addEventListener("change", () => {
      const line = select.closest(".line");
      line.className = `line ${select.value === "-" ? "nobody" : `author-${Number(select.value) % 6}`}`;
    });
  }
}

begin(document.querySelector("main"));
