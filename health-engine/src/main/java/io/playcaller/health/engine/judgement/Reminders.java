package io.playcaller.health.engine.judgement;

import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Judgement;
import io.playcaller.health.engine.fact.Ruling;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** When it is said that overrides are about to end: of those that hold then, some days before, once. */
public final class Reminders {

    private Reminders() {}

    /** The times, in milliseconds, from {@code since} to {@code until}, both included. Two that end together have one. */
    public static SortedSet<Long> between(Judgement judgement, long since, long until) {
        SortedSet<Long> times = new TreeSet<>();
        for (Ruling ruling : judgement.rulings().list()) {
            long at = ruling.remindAt();
            if (at >= since && at <= until && holds(judgement, ruling, at)) {
                times.add(at);
            }
        }
        return times;
    }

    private static boolean holds(Judgement judgement, Ruling ruling, long at) {
        return ruling.set() && ruling.at() < at && ruling.equals(judgement.newest(ruling.target(), at));
    }

    /** What people read. */
    public static String sentence(Judgement judgement, long at) {
        List<Ruling> ending = judgement.rulings().list().stream()
                .filter(ruling -> ruling.remindAt() == at && holds(judgement, ruling, at))
                .toList();
        StringBuilder sentence = new StringBuilder();
        for (Ruling ruling : ending) {
            sentence.append(sentence.isEmpty() ? "" : "; ").append(sentence(ruling));
        }
        return sentence.toString();
    }

    private static String sentence(Ruling ruling) {
        String what = ruling.target().equals(Ruling.SCORE) ? "The score" : ruling.target();
        return what + " is set to " + ruling.points() / 1000 + " by hand, which ends on "
                + Days.date(Days.of(ruling.until()));
    }
}
