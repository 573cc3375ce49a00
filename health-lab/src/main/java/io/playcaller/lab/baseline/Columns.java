package io.playcaller.lab.baseline;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.UsageRecorded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Plain counts of what an account did before a time.
 *
 * @param sinceUse days since its last use, of an account without any {@link #NEVER}
 * @param activeDays days with use, of 28
 * @param features distinct features used in 28 days
 * @param uses how often it used the product in 28 days
 * @param missed milestones that were due and did not come
 * @param value mean percent of the valued milestones that were due, {@link #UNKNOWN} without one
 * @param trend uses of the last 14 days less those of the 14 before, over both; 0 without any
 */
public record Columns(
        double sinceUse, double activeDays, double features, double uses, double missed, double value, double trend) {

    /** The middle of what a value may be. */
    public static final double UNKNOWN = 50;

    /** Longer ago than anything. */
    public static final double NEVER = 1_000;

    private static final Duration LONG = Duration.ofDays(28);
    private static final Duration SHORT = Duration.ofDays(14);
    private static final double MILLIS_PER_DAY = 86_400_000;

    /** @param facts in the order of time */
    public static Columns at(Instant at, List<Event<?>> facts) {
        Counting counting = new Counting(at);
        for (Event<?> fact : facts) {
            Instant time = fact.envelope().time();
            if (!time.isBefore(at)) {
                break;
            }
            if (fact.data() instanceof UsageRecorded used) {
                counting.used(time, used);
            } else if (fact.data() instanceof MilestoneChanged milestone) {
                counting.milestones.put(milestone.milestone(), milestone);
            }
        }
        return counting.columns();
    }

    private static final class Counting {

        private final Instant at;
        private final Map<String, MilestoneChanged> milestones = new HashMap<>();
        private final Set<LocalDate> days = new HashSet<>();
        private final Set<String> features = new HashSet<>();
        private double sinceUse = NEVER;
        private long uses;
        private long late;
        private long early;

        Counting(Instant at) {
            this.at = at;
        }

        void used(Instant time, UsageRecorded used) {
            Duration ago = Duration.between(time, at);
            sinceUse = Math.min(NEVER, ago.toMillis() / MILLIS_PER_DAY);
            if (ago.compareTo(LONG) > 0) {
                return;
            }
            days.add(LocalDate.ofInstant(time, ZoneOffset.UTC));
            if (used.feature() != null) {
                features.add(used.feature());
            }
            uses += used.quantity();
            late += ago.compareTo(SHORT) <= 0 ? used.quantity() : 0;
            early += ago.compareTo(SHORT) > 0 ? used.quantity() : 0;
        }

        Columns columns() {
            long missed = milestones.values().stream().filter(this::missed).count();
            double trend = uses == 0 ? 0 : (double) (late - early) / uses;
            return new Columns(sinceUse, days.size(), features.size(), (double) uses, (double) missed, value(), trend);
        }

        private double value() {
            return milestones.values().stream()
                    .filter(this::due)
                    .map(MilestoneChanged::value)
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .average()
                    .orElse(UNKNOWN);
        }

        private boolean missed(MilestoneChanged milestone) {
            return milestone.reachedAt() == null && due(milestone);
        }

        private boolean due(MilestoneChanged milestone) {
            return milestone.dueAt() != null && milestone.dueAt().isBefore(at);
        }
    }
}
