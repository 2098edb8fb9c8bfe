// Type a chat as it was: two names, one line after another. It writes into the box to paste, which is all that is sent.

export function begin(main) {
  const box = main.querySelector("#text");
  const line = main.querySelector("#typed");
  if (!box || !line) return;
  for (const button of main.querySelectorAll("[data-typed-by]")) {
    button.addEventListener("click", () => {
      const words = line.value.trim().replace(/\s+/gu, " ");
      if (!words) { line.focus(); return; }
      const name = main.querySelector(`#${button.dataset.typedBy}`);
      const who = name.value.replace(/[:\n]/gu, " ").trim() || name.placeholder;
      box.value += `${box.value && !box.value.endsWith("\n") ? "\n" : ""}${who}: ${words}\n`;
      box.scrollTop = box.scrollHeight;
      line.value = "";
      line.focus();
    });
  }
}
