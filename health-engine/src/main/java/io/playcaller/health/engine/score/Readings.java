package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.FactRef;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.model.Places;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was said of the measures beside their points: the next change is compared with it. Nothing is decided by it, and as it
 * is of what was told, it depends on when facts arrived.
 *
 * @param values thousandths per place of the levels that were said; {@link Reading#MISSING} where nothing was measured
 * @param movers of the measures that cost most, by id in the order of their places, the fact that last moved each, said or not,
 *     at most four facts; none where it is not known
 * @param model name of the model by which they were said; empty where it is not known
 * @param at when, milliseconds of the log's time; {@link #UNKNOWN} where it is not known
 * @param unsaid what moved since
 */
// Nobody writes to the array; a list of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record Readings(long[] values, Map<String, FactRef> movers, String model, long at, Unsaid unsaid) {

    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Longer ids are not kept. */
    private static final int LONGEST_ID = 64;

    private static final int MOST_FACTS = 4;

    /** Before anything was said. */
    public static final Readings NONE = new Readings(missing(), Map.of(), "", UNKNOWN, Unsaid.NOTHING);

    public Readings {
        movers = Collections.unmodifiableMap(new LinkedHashMap<>(movers));
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
    private static Map<String, FactRef> movers(Said before, Assessment now, Occasion occasion) {
        Levels stood = before.standing();
        Places places = now.levels().places();
        Map<String, FactRef> movers = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            boolean moved = occasion.byFacts() && now.levels().at(i) != stood.at(i);
            FactRef mover = moved ? occasion.fact() : before.readings().movers().get(places.id(i));
            boolean measured = now.levels().at(i) != Levels.ABSENT;
            if (measured && mover != null && keeps(mover)) {
                movers.put(places.id(i), mover);
            }
        }
        return costliest(movers, now.levels());
    }

    static boolean keeps(@Nullable FactRef fact) {
        return fact == null || fact.id().length() <= LONGEST_ID;
    }

    private static Map<String, FactRef> costliest(Map<String, FactRef> movers, Levels levels) {
        Map<String, FactRef> costly = new LinkedHashMap<>(movers);
        costly.keySet().removeIf(measure -> cost(measure, levels) <= 0);
        List<String> order = new ArrayList<>(costly.keySet());
        order.sort((one, other) -> Long.compare(cost(other, levels), cost(one, levels)));
        List<FactRef> facts = new ArrayList<>(MOST_FACTS);
        for (String measure : order) {
            FactRef fact = Objects.requireNonNull(costly.get(measure));
            if (!facts.contains(fact) && facts.size() < MOST_FACTS) {
                facts.add(fact);
            }
        }
        costly.values().retainAll(facts);
        return costly;
    }

    /** What it takes off full marks. */
    private static long cost(String measure, Levels levels) {
        int place = levels.places().of(measure);
        return levels.weights()[place] * (Levels.FULL - levels.points()[place]);
    }

    Readings under(String otherModel) {
        return model.equals(otherModel) ? this : new Readings(values, movers, otherModel, at, unsaid);
    }

    /** The same with what moved since. */
    public Readings with(Unsaid moved) {
        return new Readings(values, movers, model, at, moved);
    }

    /** The same by the places of other levels. */
    Readings by(Places was, Places others, Unsaid moved) {
        long[] placed = new long[others.size()];
        for (int place = 0; place < placed.length; place++) {
            placed[place] = value(was.of(others.id(place)));
        }
        return new Readings(placed, movers, model, at, moved);
    }

    /** What was measured there; {@link Reading#MISSING} also where nothing stands. */
    long value(int place) {
        return place >= 0 && place < values.length ? values[place] : Reading.MISSING;
    }

    private static long[] missing() {
        long[] values = new long[Places.KNOWN.size()];
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
