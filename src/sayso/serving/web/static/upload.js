// Files can be dropped on the form; choosing them works the same without this.
const drop = document.getElementById("drop");

if (drop) {
  document.getElementById("can-drop").hidden = false;
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    document.getElementById("files").files = event.dataTransfer.files;
  });
}
