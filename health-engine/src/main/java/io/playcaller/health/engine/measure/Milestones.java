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
import java.util.Map;

/** What was expected to happen, and whether it did. */
public final class Milestones {

    private Milestones() {}

    static long missed(View view) {
        return planned(view) ? missedKeys(view).size() * 1000L : Reading.MISSING;
    }

    /** Keys of the milestones that were due and are not reached. */
    public static List<String> missedKeys(View view) {
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, History<Milestone>> entry :
                view.facts().engagement().milestones().byId().entrySet()) {
            Version<Milestone> told = entry.getValue().toldBy(view.seen());
            boolean due = told != null && told.value().dueAt() <= view.time(Feed.SUCCESS);
            if (due && Milestone.reachedAt(entry.getValue(), view.seen()) == Long.MAX_VALUE) {
                missed.add(entry.getKey());
            }
        }
        return missed;
    }

    /** Keys of the milestones that are reached. */
    public static List<String> reachedKeys(View view) {
        List<String> reached = new ArrayList<>();
        view.facts().engagement().milestones().byId().forEach((key, history) -> {
            if (Milestone.reachedAt(history, view.seen()) != Long.MAX_VALUE) {
                reached.add(key);
            }
        });
        return reached;
    }

    static long objective(Context context) {
        View view = context.view();
        String key = context.model().profile().stages().objective();
        History<Milestone> history =
                view.facts().engagement().milestones().byId().get(key);
        int days = context.days(MeasureKind.OBJECTIVE);
        long agreed = Objectives.state(view, days);
        if (history == null || history.toldBy(view.seen()) == null) {
            return agreed == Reading.MISSING && planned(view) ? 0 : agreed;
        }
        return Math.max(agreed, milestone(view, history, days));
    }

    private static long milestone(View view, History<Milestone> history, int days) {
        long reachedAt = Milestone.reachedAt(history, view.seen());
        if (reachedAt == Long.MAX_VALUE) {
            return 1000;
        }
        return view.day(Feed.SUCCESS) - Days.of(reachedAt) <= days ? 2000 : 0;
    }

    static boolean planned(View view) {
        for (History<Milestone> history :
                view.facts().engagement().milestones().byId().values()) {
            if (history.toldBy(view.seen()) != null) {
                return true;
            }
        }
        return false;
    }

    static String sentence(MeasureKind kind, View view, long value) {
        if (value == Reading.MISSING) {
            return "No milestone is planned";
        }
        if (kind == MeasureKind.OBJECTIVE) {
            return value == 0
                    ? "No objective is agreed"
                    : value == 1000 ? "An objective is agreed, not yet confirmed" : "An objective was confirmed";
        }
        return value == 0
                ? "No milestone is overdue"
                : Words.count(value / 1000, "milestone") + " overdue: " + String.join(", ", missedKeys(view));
    }
}
