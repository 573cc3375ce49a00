package io.playcaller.health.engine.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How many UTC days back measures look: what is older is not fresh and does not count. Measures that are not named here have the
 * days of {@link #STANDARD}, or no such bound.
 */
public record Windows(Map<MeasureKind, Integer> days) {

    /** Tickets are kept for little longer than their longest window; of all others the newest are kept, whatever their age. */
    private static final Map<MeasureKind, Integer> MOST = byKind(Map.of(
            MeasureKind.CSAT, 365,
            MeasureKind.NPS, 365,
            MeasureKind.CSM_PULSE, 365,
            MeasureKind.CONTACTS_TOUCHED, 365,
            MeasureKind.FIRST_ANSWER, 60,
            MeasureKind.TICKETS_REOPENED, 60,
            MeasureKind.OBJECTIVE, 730,
            MeasureKind.MILESTONE_VALUE, 730));

    /** What holds where a model says nothing. */
    public static final Windows STANDARD = new Windows(Map.of(
            MeasureKind.CSAT, 90,
            MeasureKind.NPS, 180,
            MeasureKind.CSM_PULSE, 45,
            MeasureKind.CONTACTS_TOUCHED, 90,
            MeasureKind.FIRST_ANSWER, 30,
            MeasureKind.TICKETS_REOPENED, 30,
            MeasureKind.OBJECTIVE, 365,
            MeasureKind.MILESTONE_VALUE, 365));

    public Windows {
        days = byKind(days);
        days.forEach((kind, bound) -> Require.range("measures." + kind.id() + ".days", bound, 1, most(kind)));
    }

    /** The standard ones, but for what {@code said} says. */
    public static Windows with(Map<MeasureKind, Integer> said) {
        Map<MeasureKind, Integer> all = new EnumMap<>(STANDARD.days());
        all.putAll(said);
        return new Windows(all);
    }

    /** The days of a measure that has some. */
    public int of(MeasureKind kind) {
        Integer bound = days.get(kind);
        if (bound == null) {
            throw new IllegalArgumentException(kind.id() + " has no window");
        }
        return bound;
    }

    /** The measures whose days a model may say. */
    public static Set<MeasureKind> settable() {
        return MOST.keySet();
    }

    /** The most days that a model may say of a measure; 0 where it may say none. */
    public static int most(MeasureKind kind) {
        return MOST.getOrDefault(kind, 0);
    }

    private static Map<MeasureKind, Integer> byKind(Map<MeasureKind, Integer> days) {
        return Collections.unmodifiableMap(new EnumMap<>(days));
    }
}
