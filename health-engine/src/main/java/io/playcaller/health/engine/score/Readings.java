package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.FactRef;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.model.MeasureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was said of the measures beside their points: the next change is compared with it. Nothing is decided by it, and as it
 * is of what was told, it depends on when facts arrived.
 *
 * @param values thousandths per {@link MeasureKind#position() position}; {@link Reading#MISSING} where nothing was measured
 * @param movers of the measures that cost most the fact that last moved each, said or not, at most four facts; none where it is
 *     not known
 * @param model name of the model by which they were said; empty where it is not known
 * @param at when, milliseconds of the log's time; {@link #UNKNOWN} where it is not known
 * @param unsaid what moved since
 */
// Nobody writes to the array; a list of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record Readings(long[] values, Map<MeasureKind, FactRef> movers, String model, long at, Unsaid unsaid) {

    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Longer ids are not kept. */
    private static final int LONGEST_ID = 64;

    private static final int MOST_FACTS = 4;

    /** Before anything was said. */
    public static final Readings NONE = new Readings(missing(), Map.of(), "", UNKNOWN, Unsaid.NOTHING);

    public Readings {
        Map<MeasureKind, FactRef> sorted = new EnumMap<>(MeasureKind.class);
        sorted.putAll(movers);
        movers = Collections.unmodifiableMap(sorted);
    }

    /** After what {@code before} was said of became {@code now}, and that was announced. */
    static Readings after(Said before, Assessment now, Occasion occasion, String model) {
        return new Readings(
                now.values(),
                movers(before, now, occasion),
                model,
                occasion.knownAt().toEpochMilli(),
                Unsaid.NOTHING);
    }

    /** The same after it became {@code now}, and nothing was announced. */
    static Readings unsaid(Said before, Assessment now, Occasion occasion, Unsaid unsaid) {
        Readings said = before.readings();
        return new Readings(said.values(), movers(before, now, occasion), said.model(), said.at(), unsaid);
    }

    /**
     * Time and a model move no fact to another. A fact moved what makes other points: time passed before it, so that they are its
     * doing. A value that makes the same points may be time's.
     */
    private static Map<MeasureKind, FactRef> movers(Said before, Assessment now, Occasion occasion) {
        long[] points = before.standing().points();
        Map<MeasureKind, FactRef> movers = new EnumMap<>(MeasureKind.class);
        for (MeasureKind kind : MeasureKind.values()) {
            int i = kind.position();
            boolean moved = occasion.byFacts() && now.levels().points()[i] != points[i];
            FactRef mover = moved ? occasion.fact() : before.readings().movers().get(kind);
            boolean measured = now.levels().points()[i] != Levels.ABSENT;
            if (measured && mover != null && keeps(mover)) {
                movers.put(kind, mover);
            }
        }
        return costliest(movers, now.levels());
    }

    static boolean keeps(@Nullable FactRef fact) {
        return fact == null || fact.id().length() <= LONGEST_ID;
    }

    private static Map<MeasureKind, FactRef> costliest(Map<MeasureKind, FactRef> movers, Levels levels) {
        List<MeasureKind> costly = new ArrayList<>();
        for (MeasureKind kind : movers.keySet()) {
            if (cost(kind, levels) > 0) {
                costly.add(kind);
            }
        }
        costly.sort((one, other) -> Long.compare(cost(other, levels), cost(one, levels)));
        Map<MeasureKind, FactRef> kept = new EnumMap<>(MeasureKind.class);
        List<FactRef> facts = new ArrayList<>(MOST_FACTS);
        for (MeasureKind kind : costly) {
            FactRef fact = Objects.requireNonNull(movers.get(kind));
            boolean known = facts.contains(fact);
            if (!known && facts.size() < MOST_FACTS) {
                facts.add(fact);
                known = true;
            }
            if (known) {
                kept.put(kind, fact);
            }
        }
        return kept;
    }

    /** What it takes off full marks. */
    private static long cost(MeasureKind kind, Levels levels) {
        return levels.weights()[kind.position()] * (Levels.FULL - levels.points()[kind.position()]);
    }

    Readings under(String otherModel) {
        return model.equals(otherModel) ? this : new Readings(values, movers, otherModel, at, unsaid);
    }

    /** The same with what moved since. */
    public Readings with(Unsaid moved) {
        return new Readings(values, movers, model, at, moved);
    }

    private static long[] missing() {
        long[] values = new long[MeasureKind.values().length];
        Arrays.fill(values, Reading.MISSING);
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readings that
                && Arrays.equals(values, that.values)
                && movers.equals(that.movers)
                && model.equals(that.model)
                && at == that.at
                && unsaid.equals(that.unsaid);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + movers.hashCode();
    }

    @Override
    public String toString() {
        return "Readings[" + model + ", " + movers.size() + " movers]";
    }
}
