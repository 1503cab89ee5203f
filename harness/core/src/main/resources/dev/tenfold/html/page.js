"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const table = byId("table");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const benchmarks = [...document.querySelectorAll("details.benchmark")];

  // What a cell is sorted by; undefined where there is nothing.
  const key = (row, column, number) => {
    const cell = row.cells[column];
    // Where there are no numbers, one cell with the reason reaches over all columns.
    const text = cell?.dataset.sort ?? cell?.textContent ?? "";
    if (text === "") {
      return undefined;
    }
    return number ? Number(text) : text;
  };

  const compare = (some, other) => (some < other ? -1 : some > other ? 1 : 0);

  const sort = (head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    const number = head.dataset.kind === "number";
    heads.forEach((each) => each.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    rows.sort((left, right) => {
      const a = key(left, column, number);
      const b = key(right, column, number);
      // Rows without a number stay below, whichever way the others go.
      if (a === undefined || b === undefined) {
        return (a === undefined) - (b === undefined);
      }
      return down ? compare(b, a) : compare(a, b);
    });
    body.append(...rows);
    apply();
  };

  heads.forEach((head, column) => {
    const button = head.querySelector("button");
    if (button) {
      button.disabled = false;
      button.addEventListener("click", () => sort(head, column));
    }
  });

  const filter = byId("filter");
  const more = byId("more");
  // Rows that are not shown cost no layout, which of thousands takes seconds.
  const first = Number(table.dataset.first);
  let most = first;
  const apply = () => {
    const text = byId("text").value.trim().toLowerCase();
    const outcomes = new Set(
      [...filter.querySelectorAll("input:checked")].map((box) => box.value),
    );
    const shown = new Set();
    let count = 0;
    for (const row of rows) {
      const matches =
        outcomes.has(row.dataset.outcome) &&
        (text === "" || row.textContent.toLowerCase().includes(text));
      row.hidden = !matches || count >= most;
      if (matches) {
        count++;
        shown.add(row.querySelector("a").hash.slice(1));
      }
    }
    benchmarks.forEach((each) => {
      each.hidden = !shown.has(each.id);
    });
    byId("shown").textContent =
      count > most
        ? `Shows the first ${most} of ${count} findings${count < rows.length ? " that match" : ""}.`
        : `Shows ${count} of ${rows.length} findings.`;
    more.hidden = count <= most;
  };
  more.addEventListener("click", () => {
    most = Infinity;
    apply();
  });
  filter.addEventListener("input", apply);
  filter.addEventListener("submit", (event) => event.preventDefault());

  const reveal = () => {
    const target = benchmarks.find((each) => each.id === location.hash.slice(1));
    if (target) {
      target.hidden = false;
      target.open = true;
      target.scrollIntoView();
      target.querySelector("summary").focus({ preventScroll: true });
    }
  };
  addEventListener("hashchange", reveal);
  // A second click on the same link does not change where the page is.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.hash === location.hash) {
      reveal();
    }
  });

  const openAll = (open) => benchmarks.forEach((each) => (each.open = open));
  byId("open-all").addEventListener("click", () => openAll(true));
  byId("close-all").addEventListener("click", () => openAll(false));

  let closed = [];
  let unprinted = first;
  addEventListener("beforeprint", () => {
    closed = benchmarks.filter((each) => !each.open);
    openAll(true);
    unprinted = most;
    most = Infinity;
    apply();
  });
  addEventListener("afterprint", () => {
    closed.forEach((each) => (each.open = false));
    most = unprinted;
    apply();
  });

  byId("save").addEventListener("click", async () => {
    const packed = Uint8Array.from(atob(byId("verdict").textContent), (c) => c.charCodeAt(0));
    const text = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([await new Response(text).arrayBuffer()], { type: "application/json" }),
    );
    link.download = "verdict.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  });

  document.querySelectorAll(".controls").forEach((each) => (each.hidden = false));
  apply();
  reveal();
})();
