package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Milestone;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.fact.View;
import java.util.ArrayList;
import java.util.List;

/**
 * How well what was expected came: what was due and did not come counts with the 0 that its plan told. A milestone whose value
 * nobody told, or nobody knows yet, says nothing here.
 */
final class MilestoneValue {

    private static final int WINDOW = 365;

    private MilestoneValue() {}

    static long of(View view) {
        List<Integer> values = values(view);
        long sum = values.stream().mapToLong(Integer::longValue).sum();
        return values.isEmpty() ? Reading.MISSING : sum * 1000 / values.size();
    }

    private static List<Integer> values(View view) {
        List<Integer> values = new ArrayList<>();
        for (History<Milestone> history :
                view.facts().engagement().milestones().byId().values()) {
            Version<Milestone> told = history.toldBy(view.seen());
            if (told != null && told.value().value() != Milestone.NO_VALUE && counts(history, told.value(), view)) {
                values.add(told.value().value());
            }
        }
        return values;
    }

    /** Once it is due, or reached, whichever is first; a year later no longer. */
    private static boolean counts(History<Milestone> history, Milestone milestone, View view) {
        long reachedAt = Milestone.reachedAt(history, view.seen());
        boolean begun = reachedAt != Long.MAX_VALUE || milestone.dueAt() <= view.time(Feed.SUCCESS);
        return begun && view.day(Feed.SUCCESS) - Days.of(Math.min(milestone.dueAt(), reachedAt)) <= WINDOW;
    }

    static String sentence(View view, long value) {
        if (value == Reading.MISSING) {
            return "No milestone with a value was due in " + WINDOW + " days";
        }
        int count = values(view).size();
        return Words.count(count, "valued milestone") + " of " + WINDOW + " days " + (count == 1 ? "stands" : "stand")
                + " at " + Words.decimal(value) + "%" + (count == 1 ? "" : " on average");
    }
}
