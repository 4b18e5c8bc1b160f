// <live-chart> draws the table inside it as a line chart one can point at. Without script the table stands alone.
(() => {
  "use strict";

  const number = (text) => {
    const plain = text.replace(/[,\s]/g, "").replace(/^[△▲−]/, "-");
    return plain === "" || Number.isNaN(Number(plain)) ? null : Number(plain);
  };

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  class LiveChart extends HTMLElement {
    connectedCallback() {
      const table = this.querySelector("table");
      if (!table || this.chart || typeof uPlot === "undefined") {
        return;
      }
      this.time = table.tHead.rows[0].cells[0].textContent.trim();
      const names = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
      const rows = [...table.tBodies[0].rows];
      this.labels = rows.map((row) => row.cells[0].textContent.trim());
      const columns = names.map((_, i) => rows.map((row) => number(row.cells[i + 1]?.textContent ?? "")));
      const place = document.createElement("div");
      place.className = "live-chart";
      place.setAttribute("role", "img");
      place.setAttribute("aria-label", this.getAttribute("label") ?? table.caption?.textContent ?? "");
      this.prepend(place);
      this.chart = new uPlot(this.options(names, place.clientWidth), [this.labels.map((_, i) => i), ...columns], place);
      this.watch = new ResizeObserver(() => this.chart.setSize({ width: place.clientWidth, height: 260 }));
      this.watch.observe(place);
    }

    disconnectedCallback() {
      this.watch?.disconnect();
      this.chart?.destroy();
      this.chart = null;
    }

    options(names, width) {
      const strokes = [colour("--accent"), colour("--ink"), colour("--ok"), colour("--warn")];
      const font = `13px ${colour("--font")}`;
      const grid = { stroke: colour("--line"), width: 1 };
      const axis = { stroke: colour("--ink-2"), font, grid, ticks: grid };
      const write = new Intl.NumberFormat("ja-JP");
      return {
        width,
        height: 260,
        padding: [16, 44, 0, 0],
        scales: { x: { time: false } },
        cursor: { points: { size: 8 } },
        axes: [
          { ...axis, grid: { show: false }, values: (_, ticks) => ticks.map((i) => this.labels[i] ?? "") },
          { ...axis, size: 70, values: (_, ticks) => ticks.map((value) => write.format(value)) },
        ],
        series: [
          { label: this.time, value: (_, i) => this.labels[i] ?? "" },
          ...names.map((label, i) => ({
            label,
            stroke: strokes[i % strokes.length],
            width: i === 0 ? 2.5 : 1.5,
            dash: i === 0 ? [] : [5, 4],
            value: (_, value) => (value === null ? "－" : write.format(value)),
          })),
        ],
      };
    }
  }

  customElements.define("live-chart", LiveChart);
})();
