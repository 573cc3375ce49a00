// What the page shows of revenue that was kept and lost: why GRR is not one, and cohorts.
// Usage: node retained.mjs <copy of the directory web/app below this one>
import assert from "node:assert/strict";
import { test } from "node:test";
import { all, app, asked, part, shown, words, world } from "./world.mjs";

const [{ forget }] = await app("dear.js", "views.js");

const shownIn = (element) => words(element.shadowRoot);
const YEAR = "from=2025-11-27&until=2026-11-27";
const KPIS = [/^GET forecast\/v1\/kpis/, { quarter: "2026-Q4", until: "2026-11-27", items: [] }];

const LOST = (minor) => ({ minor, currency: "EUR" });
const GRR_LOSSES = {
  definitions: { lost: "churn + contraction", cause: "the reason of the review", risk: "open in the 180 days before", division: "in proportion", none: "nobody said", grain: "line", currencyRule: "each-by-itself" },
  wholes: [{ start: LOST(1_500_000_00), lost: LOST(120_800_00), grr: 0.88, closedGrr: 0.9 }],
  items: [
    { by: "cause", reason: "com.price", lost: LOST(100_400_00), share: 0.1 },
    { by: "cause", reason: "none", lost: LOST(20_400_00), share: 0.02 },
    { by: "risk", reason: "usage.drop", lost: LOST(120_800_00), share: 0.12 },
  ],
};

async function worked(tag, path, answer) {
  ["kpis", path].forEach((known) => forget(`forecast/v1/${known}`));
  return part(tag, "viewer ", [KPIS, [new RegExp(`^GET forecast/v1/${path.split("?")[0]}`), answer]]);
}

test("what GRR lost stands by cause and by risk, what cost most first, and sums to the whole", async () => {
  const reasons = await worked("pc-loss-reasons", `losses/reasons?${YEAR}`, GRR_LOSSES);

  assert.ok(asked.some(({ url }) => url === `forecast/v1/losses/reasons?${YEAR}`));
  assert.match(shownIn(reasons), /usage drop EUR – 12\.0% €120\.8K com price EUR 10\.0% €100\.4K – No reason known EUR 2\.0% €20\.4K –/);
  assert.match(shownIn(reasons), /EUR: €120\.8K of €1\.5M lost; GRR 88\.0%, 90\.0% as it was closed\./);
});

const COHORT = (cohort, ages) => ({ cohort, from: "2025-01-01", until: "2025-04-01", slice: null, joined: 12, arr: 50_200_00, ages });
const AGE = (age, nrr, logoRetention) => ({ age, on: "2025-07-01", bridge: { currency: "EUR", grr: 0.9, nrr, logoRetention }, blank: null, missingRates: [] });
const COHORTS = {
  definitions: { every: "quarter", asOf: "2026-11-27", ages: 20, cohort: "accounts by the quarter", age: "quarters since", grr: "kept / start", nrr: "GRR + growth", logoRetention: "kept", sums: "to the ledger", blank: "not over", grain: "line", reportingCurrency: "EUR" },
  items: [
    COHORT("2025-Q1", [AGE(1, 1.05, 0.95), AGE(2, 1.1, 0.9)]),
    COHORT("2025-Q2", [AGE(1, 0.97, 1), { age: 2, on: "2027-01-01", bridge: null, blank: "not-over", missingRates: [] }]),
  ],
};

test("customers are followed by the quarter in which they began, and an age that is not over is empty and says why", async () => {
  const cohorts = await worked("pc-cohorts", "retention/cohorts?from=2023-11-27&until=2026-11-27", COHORTS);
  assert.match(shownIn(cohorts), /\+1\+2 2025-Q1 12 €50\.2K 105\.0%110\.0% 2025-Q2 12 €50\.2K 97\.0% \+1 is/);
  assert.deepEqual(all(cohorts, "td[title]").map((cell) => [words(cell), cell.getAttribute("title")]), [["", "its day has not come"]]);

  const figure = all(cohorts, "#figure")[0];
  figure.value = "logos";
  figure.dispatchEvent(new world.Event("change"));

  await shown(cohorts, "95.0%90.0%");
});
