package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Objective;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.fact.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the customer wants to have reached, and whether it was. */
public final class Objectives {

    private Objectives() {}

    /** Ids of the objectives that were due and are not achieved. */
    public static List<String> missed(View view) {
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, History<Objective>> entry :
                view.facts().engagement().objectives().byId().entrySet()) {
            Version<Objective> told = entry.getValue().toldBy(view.seen());
            boolean due = told != null && told.value().dueAt() <= view.time(Feed.SUCCESS);
            if (due && Objective.achievedAt(entry.getValue(), view.seen()) == Long.MAX_VALUE) {
                missed.add(entry.getKey());
            }
        }
        return missed;
    }

    static long missedMeasure(View view) {
        return told(view) ? missed(view).size() * 1000L : Reading.MISSING;
    }

    static String sentence(View view, long value) {
        if (value == Reading.MISSING) {
            return "No objective is agreed";
        }
        return value == 0
                ? "No objective is overdue"
                : Words.count(value / 1000, "objective") + " overdue: " + String.join(", ", missed(view));
    }

    private static boolean told(View view) {
        return view.facts().engagement().objectives().byId().values().stream()
                .anyMatch(history -> history.toldBy(view.seen()) != null);
    }

    /** 2000 when one was confirmed in so many days, 1000 while one is agreed, else 0; missing where none was ever told. */
    static long state(View view, int days) {
        long state = Reading.MISSING;
        for (History<Objective> history :
                view.facts().engagement().objectives().byId().values()) {
            if (history.toldBy(view.seen()) != null) {
                state = Math.max(state, state(history, view, days));
            }
        }
        return state;
    }

    private static long state(History<Objective> history, View view, int days) {
        long confirmedAt = Objective.confirmedAt(history, view.seen());
        if (confirmedAt == Long.MAX_VALUE) {
            return 1000;
        }
        return view.day(Feed.SUCCESS) - Days.of(confirmedAt) <= days ? 2000 : 0;
    }
}
