package io.playcaller.forecast.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.forecast.*}. */
@ConfigMapping(prefix = "playcaller.forecast")
public interface ForecastConfig {

    /** What contracts do before anything is known about them. */
    Prior prior();

    /** Standard deviation, on the log-odds scale, of what a quarter does to all renewals at once. */
    @WithDefault("0.25")
    @DecimalMin("0")
    @DecimalMax("2")
    double periodDeviation();

    /** A line that is back within so many days never left. */
    @WithDefault("30")
    @Min(0)
    @Max(365)
    int reactivationGapDays();

    /** How often the service looks whether a new day began or a contract has no snapshot of today. */
    @WithDefault("30s")
    @DurationMin(millis = 100)
    Duration sweep();

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
