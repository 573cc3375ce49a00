package io.playcaller.forecast.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.forecast.*}. */
@ConfigMapping(prefix = "playcaller.forecast")
public interface ForecastConfig {

    /** What contracts do before anything is known about them. */
    Prior prior();

    /**
     * Standard deviation, on the log-odds scale, of what a quarter does to all renewals at once, as it is believed before quarters of the
     * company tell; it counts as much as four of them.
     */
    @WithDefault("0.25")
    @DecimalMin("0")
    @DecimalMax("2")
    double periodDeviation();

    /** A line that is back within so many days never left. */
    @WithDefault("30")
    @Min(0)
    @Max(365)
    int reactivationGapDays();

    /** Whether a higher price for the same is part of NRR. */
    @WithDefault("true")
    boolean upliftCounts();

    /** The currency of figures in constant currency, and of what rates are told in. */
    @WithDefault("EUR")
    @Pattern(regexp = "[A-Z]{3}")
    String reportingCurrency();

    /** For how many days a rate holds where no newer one is told. */
    @WithDefault("31")
    @Min(1)
    @Max(366)
    int rateMaxAgeDays();

    /** How many days after its end a quarter is closed. */
    @WithDefault("15")
    @Min(0)
    @Max(365)
    int closeAfterDays();

    /** How often the service looks whether a new day began or a contract has no snapshot of today. */
    @WithDefault("30s")
    @DurationMin(millis = 100)
    Duration sweep();

    /** Where own files are, such as {@code renewals.yaml}; for those that are not there the shipped ones hold. */
    Optional<Path> configDir();

    /** How often these files are looked at. */
    @WithDefault("2s")
    @DurationMin(millis = 100)
    Duration reloadEvery();

    /** What is removed when it has been over for long. */
    Retention retention();

    /** How long what is over is kept, and how often it is looked for. */
    interface Retention {

        /** Longer than the two years of tasks that capacity may be asked about. */
        @WithDefault("760d")
        @DurationMin(days = 731)
        Duration keep();

        @WithDefault("1h")
        @DurationMin(millis = 100)
        Duration every();
    }

    /** Base rates. */
    interface Prior {

        /** Share of contracts that renew. */
        @WithDefault("0.88")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax(value = "1", inclusive = false)
        double renews();

        /** Share of renewals that are smaller. */
        @WithDefault("0.12")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax(value = "1", inclusive = false)
        double contracts();

        /** Share of renewals that are larger. */
        @WithDefault("0.15")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax(value = "1", inclusive = false)
        double expands();
    }
}
