// The page works without this file, but for choosing files and leaving by keyboard. It keeps everything in memory,
// stores nothing, asks nobody but Safelight on this computer, and never adds an entry to the browser's history.
//
// Rooms bring scripts of their own: an element in `main` with data-module="/static/rooms/<name>.js" has that module
// imported and its `begin(main)` called each time such a page is shown. They ask and go through what is exported here.
// What was pressed or ticked before it came must count: first.js presses buttons anew, the rest the room looks up.

import * as files from "/static/files.js";

const status = document.getElementById("status");

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
  follow(page);
  place(document.adoptNode(page.querySelector("main")));
}

// Put a page's main in the place of the one that is shown.
export function place(main) {
  document.querySelector("main").replaceWith(main);
  begin(main);
  window.scrollTo({ top: 0, behavior: "instant" });
  const target = main.querySelector("#trouble") ?? main.querySelector("h1");
  target?.focus({ preventScroll: true });
}

// What stands around `main` follows: language, direction, size, and the links that carry what was chosen.
function follow(page) {
  for (const name of ["lang", "dir"]) {
    document.documentElement.setAttribute(name, page.documentElement.getAttribute(name) ?? "");
  }
  document.body.className = page.body.className;
  for (const part of ["header.top", "footer.frame"]) {
    const fresh = page.querySelector(part);
    if (fresh) document.querySelector(part)?.replaceWith(document.adoptNode(fresh));
  }
}

export function broken(error) {
  if (error.name === "AbortError") return;
  say(status.dataset.broken);
  trouble(status.dataset.broken);
}

export function say(text) {
  status.textContent = "";
  requestAnimationFrame(() => { status.textContent = text; });
}

export function trouble(text) {
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

export function fieldsOf(form, submitter) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === "string") fields.append(name, value);
  return fields;
}

export async function once(form, action) {
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
  if (form.method === "get") {
    const said = new URLSearchParams([...fields].filter(([, value]) => value));
    await go(said.size ? `${address.split("?")[0]}?${said}` : address.split("?")[0]);
    return;
  }
  const answer = await ask(address, { method: "POST", body: fields });
  show(await answer.text());
}

// ---------------------------------------------------------------- forms and buttons

document.addEventListener("submit", (event) => {
  const form = event.target;
  const { submitter } = event;
  if (files.submitted(form, submitter)) {
    event.preventDefault();
  } else if (form.hasAttribute("data-swap")) {
    event.preventDefault();
    once(form, () => swap(form, submitter));
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && inApp(link) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    if (link.hasAttribute("data-wipe")) wipe();
    if (link.closest(".tongues")) speak(link).catch(broken);
    else go(link.getAttribute("href"));
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
  }
});

// Another language keeps what was handed over: a form that stands for the whole page is sent again with it; what was only
// typed so far is put into the page that comes.
async function speak(link) {
  const main = document.querySelector("main");
  const form = main.querySelector("form[data-spoken]");
  if (form) {
    for (const each of form.querySelectorAll("[name='l']")) each.remove();
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "l", value: new URL(link.href).searchParams.get("l") });
    form.append(field);
    form.requestSubmit(form.querySelector("[name='again']"));
    return;
  }
  const address = link.getAttribute("href");
  if (![...main.querySelectorAll("form :is(textarea, input:not([type]))")].some((each) => each.value)) {
    await go(address);
    return;
  }
  const typed = [...main.querySelectorAll("form")].map((each) => new FormData(each));
  show(await (await ask(address)).text());
  for (const [number, fields] of typed.entries()) retype(document.querySelectorAll("main form")[number], fields);
}

function retype(form, fields) {
  for (const each of form?.elements ?? []) {
    if (!each.name || ["hidden", "file"].includes(each.type)) continue;
    if (["radio", "checkbox"].includes(each.type)) each.checked = fields.getAll(each.name).includes(each.value);
    else if (fields.has(each.name)) each.value = fields.get(each.name);
  }
}

// Forget what was handed over. The page that holds its words is replaced by the one that is opened next.
function wipe() {
  files.forget();
  document.querySelector("main").replaceChildren();
}

// Every link within the app replaces the page that it is on.
function inApp(link) {
  return link.getAttribute("href")?.startsWith("/") && !link.hasAttribute("download") && !link.target;
}

// ---------------------------------------------------------------- leaving at once

const leaveLink = document.getElementById("leave");
let presses = [];
let alone = null;

function leave() {
  // Blank first: what follows takes a moment on a slow device.
  document.documentElement.hidden = true;
  hush();
  say(status.dataset.leaving);
  files.forget();
  document.title = "";
  document.body.hidden = true;
  document.body.replaceChildren();
  // Where Safelight itself runs in the tab, it is ended with all that it holds.
  globalThis.safelightLeave?.();
  location.replace(leaveLink.href);
}

// Nothing goes on speaking, and rooms that hold or play something let go of it.
function hush() {
  for (const each of document.querySelectorAll("audio, video")) each.pause();
  globalThis.speechSynthesis?.cancel();
  document.dispatchEvent(new Event("leaving"));
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
  const modules = new Set([...main.querySelectorAll("[data-module]")].map((each) => each.dataset.module));
  const rooms = [...modules].map((each) => import(each).then((room) => room.begin(main)));
  Promise.all(rooms).catch(broken).then(() => {
    main.setAttribute("data-begun", "");
    document.dispatchEvent(new Event("begun")); // first.js waits for it
  });
  files.begin(main);
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
