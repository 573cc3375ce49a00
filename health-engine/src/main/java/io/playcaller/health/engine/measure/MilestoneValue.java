package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Milestone;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.MeasureKind;
import java.util.ArrayList;
import java.util.List;

/**
 * How well what was expected came: what was due and did not come counts with the 0 that its plan told. A milestone whose value
 * nobody told, or nobody knows yet, says nothing here.
 */
final class MilestoneValue {

    private MilestoneValue() {}

    static long of(Context context) {
        List<Integer> values = values(context.view(), context.days(MeasureKind.MILESTONE_VALUE));
        long sum = values.stream().mapToLong(Integer::longValue).sum();
        return values.isEmpty() ? Reading.MISSING : sum * 1000 / values.size();
    }

    private static List<Integer> values(View view, int days) {
        List<Integer> values = new ArrayList<>();
        for (History<Milestone> history :
                view.facts().engagement().milestones().byId().values()) {
            Version<Milestone> told = history.toldBy(view.seen());
            if (told != null
                    && told.value().value() != Milestone.NO_VALUE
                    && counts(history, told.value(), view, days)) {
                values.add(told.value().value());
            }
        }
        return values;
    }

    /** Once it is due, or reached, whichever is first; when that is long ago no longer. */
    private static boolean counts(History<Milestone> history, Milestone milestone, View view, int days) {
        long reachedAt = Milestone.reachedAt(history, view.seen());
        boolean begun = reachedAt != Long.MAX_VALUE || milestone.dueAt() <= view.time(Feed.SUCCESS);
        return begun && view.day(Feed.SUCCESS) - Days.of(Math.min(milestone.dueAt(), reachedAt)) <= days;
    }

    static String sentence(Context context, long value) {
        int days = context.days(MeasureKind.MILESTONE_VALUE);
        if (value == Reading.MISSING) {
            return "No milestone with a value was due in " + Words.count(days, "day");
        }
        int count = values(context.view(), days).size();
        return Words.count(count, "valued milestone") + " of " + Words.count(days, "day") + " "
                + (count == 1 ? "stands" : "stand") + " at " + Words.decimal(value) + "%"
                + (count == 1 ? "" : " on average");
    }
}
