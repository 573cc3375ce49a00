package io.playcaller.forecast.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** {@code playcaller.forecast.model.*}: learning a model from closed contracts. */
@ConfigMapping(prefix = "playcaller.forecast.model")
public interface ModelConfig {

    /** How often a better model is sought. */
    @WithDefault("7d")
    @DurationMin(seconds = 1)
    Duration refitEvery();

    /** How often the service looks whether it is time to. */
    @WithDefault("1m")
    @DurationMin(millis = 100)
    Duration look();

    /** Whether one that beat the model in force takes its place by itself; else it waits for a hand. */
    @WithDefault("true")
    boolean promote();

    /** Looks at endings that are learnt from: the latest, three of each ending. A look takes some 600 bytes while it learns. */
    @WithDefault("50000")
    @Min(1_000)
    @Max(500_000)
    int mostLooks();

    /** How many endings, of the rarer kind, are enough. */
    Least least();

    /** With fewer, what is learnt is noise. */
    interface Least {

        /** To learn from. */
        @WithDefault("100")
        @Min(10)
        @Max(100_000)
        int toLearn();

        /** To put right. */
        @WithDefault("30")
        @Min(10)
        @Max(100_000)
        int toCalibrate();

        /** To judge by. */
        @WithDefault("30")
        @Min(10)
        @Max(100_000)
        int toJudge();
    }
}
