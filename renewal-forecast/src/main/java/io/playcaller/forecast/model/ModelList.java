package io.playcaller.forecast.model;

import io.playcaller.forecast.lab.trial.Data;
import io.playcaller.forecast.lab.trial.Drift;
import io.playcaller.forecast.lab.trial.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models there are, what is in force, and how the last attempts to learn a better one went.
 *
 * @param inForce the version that forecasts
 * @param choices newest first; none while the prior has always been in force
 * @param models learnt ones, newest first
 * @param attempts newest first
 */
public record ModelList(
        String inForce, String prior, List<ModelChoice> choices, List<Known> models, List<Attempt> attempts) {

    /** A model that was learnt. */
    public record Known(String version, Instant madeAt, String replaces) {}

    /**
     * One attempt.
     *
     * @param inForce the version that was to be beaten
     * @param data null where nothing had ended
     * @param drift whether the version in force still says the level; null where too little had ended
     * @param drifting null with {@code drift}
     * @param made the new version; null where nothing was better
     */
    public record Attempt(
            Instant at,
            String inForce,
            @Nullable Data data,
            @Nullable Drift drift,
            @Nullable Boolean drifting,
            List<Verdict> verdicts,
            @Nullable String made) {}
}
