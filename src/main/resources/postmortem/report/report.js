"use strict";
(() => {
  const charts = JSON.parse(document.getElementById("data").textContent).charts;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const drawn = [];

  const time = (milliseconds) =>
    new Date(milliseconds).toISOString().slice(0, 16).replace("T", " ") + " UTC";

  // The next figure of one or two digits and zeros.
  const round = (value) => {
    const power = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
    return Math.ceil(value / power) * power;
  };

  function options(chart) {
    const peak = Math.max(1, ...chart.lines.map((line) => Math.max(...line.counts)));
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue(name).trim();
    const quiet = color("--quiet");
    const narrow = innerWidth < 700;
    const end = chart.start + chart.step * (chart.lines[0] ? chart.lines[0].counts.length : 0);
    const series = chart.lines.map((line, i) => ({
      name: line.name,
      type: "line",
      step: "end",
      showSymbol: false,
      connectNulls: false,
      sampling: "max",
      lineStyle: { width: 1.5 },
      color: color("--l" + i),
      data: line.counts.map((count, at) => [chart.start + chart.step * at, count]),
    }));
    if (series.length) {
      series[0].markArea = {
        silent: true,
        itemStyle: { color: color("--span") },
        label: { show: false },
        data: chart.incidents.map((i) => [
          { xAxis: i.start },
          { xAxis: Math.max(i.end, i.start + chart.step) },
        ]),
      };
      series[0].markLine = {
        silent: true,
        symbol: "none",
        lineStyle: { color: color("--critical"), type: "dashed" },
        label: {
          position: "insideEndTop",
          color: color("--critical"),
          textBorderColor: color("--card"),
          textBorderWidth: 3,
          formatter: (mark) => "threshold " + mark.value,
        },
        data: chart.limits.map((limit) => ({ yAxis: limit.value })),
      };
    }
    return {
      animation: !still.matches,
      animationDuration: 300,
      backgroundColor: "transparent",
      useUTC: true,
      aria: { enabled: true, label: { description: chart.title } },
      textStyle: { fontFamily: "system-ui, sans-serif", color: quiet },
      grid: { left: 8, right: 16, top: narrow ? 16 + 20 * chart.lines.length : 34, bottom: 36, containLabel: true },
      legend: {
        type: "plain",
        orient: narrow ? "vertical" : "horizontal",
        left: 0,
        top: 0,
        itemWidth: 16,
        itemHeight: 8,
        icon: "rect",
        textStyle: { color: color("--text") },
      },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        confine: true,
        backgroundColor: color("--card"),
        borderColor: color("--rule"),
        textStyle: { color: color("--text"), fontSize: 13 },
        formatter: (points) =>
          time(points[0].value[0]) +
          points
            .map((p) => "\n" + p.seriesName + ": " + (p.value[1] === null ? "no log" : p.value[1]))
            .join(""),
      },
      xAxis: {
        type: "time",
        min: chart.start,
        max: end,
        axisLabel: { color: quiet, hideOverlap: true },
        axisLine: { lineStyle: { color: color("--rule") } },
        splitLine: { show: false },
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        max: chart.limits.some((limit) => limit.value > peak)
          ? round(1.1 * Math.max(...chart.limits.map((limit) => limit.value)))
          : undefined,
        axisLabel: { color: quiet },
        splitLine: { lineStyle: { color: color("--rule") } },
      },
      dataZoom: [
        {
          type: "slider",
          height: 16,
          bottom: 4,
          showDetail: false,
          brushSelect: false,
          borderColor: color("--rule"),
          fillerColor: color("--span"),
          handleStyle: { color: color("--card"), borderColor: quiet },
          moveHandleStyle: { color: quiet },
          dataBackground: { lineStyle: { color: quiet }, areaStyle: { color: quiet } },
          selectedDataBackground: { lineStyle: { color: quiet }, areaStyle: { color: quiet } },
        },
      ],
      series: series,
    };
  }

  for (const chart of charts) {
    const figure = document.querySelector('[data-chart="' + chart.id + '"]');
    if (!figure) {
      continue;
    }
    const plot = figure.querySelector(".plot");
    plot.hidden = false;
    const instance = echarts.init(plot, null, { renderer: "canvas" });
    instance.setOption(options(chart));
    figure.classList.add("drawn");
    drawn.push([chart, instance]);
  }

  const redraw = () =>
    drawn.forEach(([chart, instance]) => {
      instance.resize();
      instance.setOption(options(chart), true);
    });
  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(redraw, 150);
  });
  dark.addEventListener("change", redraw);

  // A link to a finding leads into what is folded away.
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") {
        at.open = true;
      }
    }
  };
  addEventListener("hashchange", open);
  open();

  // Paper folds nothing away.
  addEventListener("beforeprint", () =>
    document.querySelectorAll("details:not([open])").forEach((folded) => {
      folded.open = true;
      folded.dataset.folded = "";
    }));
  addEventListener("afterprint", () =>
    document.querySelectorAll("details[data-folded]").forEach((folded) => {
      folded.open = false;
      delete folded.dataset.folded;
    }));
})();
