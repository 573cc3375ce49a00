package io.playcaller.forecast.kpi;

import io.playcaller.forecast.kpi.Kpi.Meaning;
import io.playcaller.forecast.ledger.Retention;

/** One of the six figures, and who answers for it. */
record KpiKind(String key, String area, String ownerRole, String unit, Meaning meaning) {

    private static final String EACH = "each-by-itself";
    private static final String NONE = "none: no amounts";

    static final KpiKind TIME_TO_VALUE = new KpiKind(
            "time-to-value",
            "onboarding",
            "onboarding",
            "days",
            new Meaning(
                    "median days from the start of the first contract to first value, of who became a customer in the"
                            + " 365 days up to the quarter's end; who has not arrived counts as waiting",
                    "account",
                    NONE,
                    "95%, Kaplan-Meier with Greenwood on the log(-log) scale"));

    static final KpiKind ADOPTION = new KpiKind(
            "adoption-index",
            "adoption programmes",
            "csm",
            "points",
            new Meaning(
                    "mean adoption index of accounts with a contract in force of whose use anything is known, at the quarter's end",
                    "account",
                    NONE,
                    "95% of a mean over accounts"));

    static final KpiKind SAVE_RATE = new KpiKind(
            "save-rate",
            "health and insights",
            "cs-ops",
            "share",
            new Meaning(
                    "ARR of contracts saved / ARR of contracts at risk that were renewed or ended in the quarter",
                    "contract; n: accounts",
                    EACH,
                    "95%, Wilson, contracts of one account together"));

    static final KpiKind REFERENCES = new KpiKind(
            "referenceable-accounts",
            "advocacy",
            "community-advocacy",
            "accounts",
            new Meaning(
                    "accounts with a contract and at least one reference in force on the quarter's last day",
                    "account; n: accounts with a contract",
                    NONE,
                    "none: it is counted"));

    /** GRR under the definition that {@code said} has beside it. */
    static KpiKind grr(Retention said) {
        return retention(
                "grr", "segmentation and coverage", "team-lead", said.meaning().grr(), said);
    }

    /** NRR in the same way. */
    static KpiKind nrr(Retention said) {
        return retention(
                "nrr",
                "renewals and expansion",
                "account-manager",
                said.meaning().nrr(),
                said);
    }

    private static KpiKind retention(String key, String area, String ownerRole, String definition, Retention said) {
        return new KpiKind(
                key,
                area,
                ownerRole,
                "share",
                new Meaning(
                        definition + "; start: ARR on the first morning",
                        said.meaning().unit() + "; n: customers at the start",
                        said.currencyRule(),
                        "how far it would move had other accounts like these been the customers; the figure itself is counted"));
    }

    Kpi figure(KpiFigures.Pair pair) {
        return new Kpi(key, area, ownerRole, unit, pair.currency(), pair.now(), pair.before(), meaning, pair.note());
    }
}
