package io.playcaller.health.history;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of old days are kept: a change of at least a point, or of grade, against the last one that was kept, and the
 * last of each UTC day of the log's time. Also one that speaks of an earlier time than that last one does.
 *
 * <p>So whatever time is asked for, by event time, by the log's or by both, the newest change that is left has the grade of
 * the newest that there was, and a score less than a point away from it: what was dropped stood behind one that was kept, was
 * less than a point from it, and neither happened nor was known earlier. What was kept is kept when it is thinned again.
 */
public final class Thinning {

    /** Milli-points. */
    static final long POINT = 1000;

    private Thinning() {}

    /**
     * The revisions that may go.
     *
     * @param before the last change before these; null when there was none
     * @param days all changes of whole days, in the order of their revisions
     */
    public static List<Long> superfluous(@Nullable Said before, List<Said> days) {
        List<Long> gone = new ArrayList<>();
        Said kept = before;
        for (int i = 0; i < days.size(); i++) {
            Said said = days.get(i);
            boolean lastOfDay = i + 1 == days.size() || !day(said).equals(day(days.get(i + 1)));
            if (lastOfDay || kept == null || says(said, kept)) {
                kept = said;
            } else {
                gone.add(said.rev());
            }
        }
        return gone;
    }

    private static boolean says(Said said, Said kept) {
        return said.grade() != kept.grade()
                || Math.abs(said.score() - kept.score()) >= POINT
                || said.validFrom().isBefore(kept.validFrom());
    }

    private static LocalDate day(Said said) {
        return said.knownAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
