package io.playcaller.forecast.config;

import io.playcaller.forecast.engine.lift.LiftMetric;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Map;

/** {@code playcaller.outcome.*}: what counts as what when it is said what worked. */
@ConfigMapping(prefix = "playcaller.outcome")
public interface OutcomeConfig {

    /** The milestone that is first value. */
    @WithDefault("first-value")
    @Pattern(regexp = "[a-z0-9][a-z0-9-]*", message = "must be the key of a milestone, such as first-value")
    String firstValue();

    /** Days after a loss within which it is reviewed: the five working days of the play, and a weekend. */
    @WithDefault("7")
    @Min(1)
    @Max(365)
    int reviewDays();

    /** Days before a loss, or a renewal, from which it is asked what was known. */
    @WithDefault("90")
    @Min(1)
    @Max(730)
    int knownDays();

    Saves saves();

    Lifts lift();

    Programme programme();

    /** When a contract that was at risk counts as saved. */
    interface Saves {

        /** Days before its renewal or end in which the risk was open. */
        @WithDefault("180")
        @Min(1)
        @Max(730)
        int days();

        /** Thousandths of the amount that must go on. */
        @WithDefault("900")
        @Min(1)
        @Max(1000)
        int keptThousandths();
    }

    /** How arms of a play are compared. */
    interface Lifts {

        /** How often the intervals of a figure may miss the truth, ever. */
        @WithDefault("0.05")
        @DecimalMin("0.001")
        @DecimalMax("0.5")
        double alpha();

        /** Accounts at which the interval is nearly tightest. */
        @WithDefault("400")
        @Min(20)
        @Max(1_000_000)
        long tightestAt();

        /** Accounts that each arm must have before an interval is given. */
        @WithDefault("30")
        @Min(20)
        @Max(100_000)
        int leastPerArm();

        /** Whole quarters before the one that is asked about whose looks back are compared with its own. */
        @WithDefault("4")
        @Min(0)
        @Max(8)
        int quarters();
    }

    /** What a quarter's review proposes. */
    interface Programme {

        /** The metric that plays are judged by. */
        @WithDefault("recovered")
        LiftMetric metric();

        /** Days after the start of a run at which they are judged. */
        @WithDefault("90")
        @Min(30)
        @Max(90)
        int daysAfter();

        /** Ended runs from which the precision of a play's signals counts. */
        @WithDefault("20")
        @Min(1)
        @Max(100_000)
        int enoughRuns();

        /** Share of ended runs whose signal held, below which a play is to be rethought. */
        @WithDefault("0.4")
        @DecimalMin("0")
        @DecimalMax("1")
        double leastPrecision();

        /** Accounts from which an unclear lift says something. */
        @WithDefault("200")
        @Min(40)
        @Max(1_000_000)
        int enoughAccounts();

        /** A lift that is not worth the work, share of accounts. */
        @WithDefault("0.01")
        @DecimalMin("0")
        @DecimalMax("1")
        double negligible();

        /** A lift that would be, share of accounts. */
        @WithDefault("0.05")
        @DecimalMin("0.001")
        @DecimalMax("1")
        double worthwhile();

        /** What a run of a play costs, by key of the play. */
        Map<String, Cost> costs();
    }

    /** An amount for a run. */
    interface Cost {

        /** Minor units. */
        @Min(0)
        @Max(1_000_000_000)
        long minor();

        /** ISO 4217. */
        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency of ISO 4217, such as EUR")
        String currency();
    }
}
