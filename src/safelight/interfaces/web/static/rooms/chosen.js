// A form's box for files: they are chosen with its input or dropped on it. An input that takes one file takes one only.

export function chosen(form, go, take) {
  const drop = form.querySelector(".drop");
  const input = form.querySelector("input[type=file]");

  input.addEventListener("change", () => take([...input.files]));
  if (input.files.length > 0) take([...input.files]); // chosen while the script was on its way
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    });
  }
  drop.addEventListener("drop", (event) => {
    const count = event.dataTransfer?.files.length ?? 0;
    if (count === 0 || (count > 1 && !input.multiple)) return;
    input.files = event.dataTransfer.files;
    take([...input.files]);
    go.focus();
  });
}
