package io.playcaller.health.peers;

import io.playcaller.health.engine.peer.Baseline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How far the counting of peers is.
 *
 * @param now the log's time, in the partition that is furthest behind
 * @param on the UTC day on which they were counted last; null before
 * @param told what the log was told last; {@link Baseline#NONE} before
 * @param importing whether an import is open in any partition
 * @param usageSince when the log first named a source of usage; null before
 */
public record Counted(
        Instant now,
        @Nullable LocalDate on,
        Baseline told,
        boolean importing,
        @Nullable Instant usageSince) {

    /** Scores are seldom moved by what others do: a week is short enough for peers, and long enough for accounts that sleep. */
    static final int EVERY_DAYS = 7;

    /** Of a company whose use is heard of for less, little more is known than what began meanwhile. */
    private static final Duration YOUNG = Duration.ofDays(7);

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * Whether they are to be counted now. Until the log was told of peers by each measure each day, so that neither who begins nor a
     * measure that is compared for the first time waits a week for the first twenty; but not in the middle of an import: the accounts
     * that came first would be the peers of all of them for a week. Once use was heard of for a week, an import whose end does not
     * come is no longer waited for.
     *
     * @param measures that are compared
     */
    public boolean due(Collection<String> measures) {
        boolean first = first(measures);
        if (first && importing && (usageSince == null || young())) {
            return false;
        }
        return on == null || !today().isBefore(on.plusDays(first ? 1 : EVERY_DAYS));
    }

    /**
     * Whether the log is to be told of them. In the first week of a company without a history, whoever used a second feature would
     * stand above all others: it waits until each measure is known of enough customers, or that week is over.
     *
     * @param measures that are compared
     */
    public boolean worthTelling(Baseline counted, Collection<String> measures) {
        boolean early = first(measures) && young() && !measures.stream().allMatch(counted::compares);
        return !early && counted.movedFrom(told);
    }

    private boolean first(Collection<String> measures) {
        return !measures.stream()
                .allMatch(measure -> told.groups().keySet().stream()
                        .anyMatch(group -> group.measure().equals(measure)));
    }

    private boolean young() {
        return usageSince != null && now.isBefore(usageSince.plus(YOUNG));
    }
}
