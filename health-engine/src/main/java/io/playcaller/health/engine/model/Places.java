package io.playcaller.health.engine.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which measure stands where in what a score is made of: those that the engine knows, by their position, then those that a model
 * declares, in its order. A score that was said by another model has other places.
 *
 * @param declared ids
 */
public record Places(List<String> declared) {

    private static final MeasureKind[] KINDS = MeasureKind.values();

    /** None but those that the engine knows. */
    public static final Places KNOWN = new Places(List.of());

    /** There is no such measure. */
    public static final int NOWHERE = -1;

    public Places {
        declared = List.copyOf(declared);
    }

    public static Places of(List<String> declared) {
        return declared.isEmpty() ? KNOWN : new Places(declared);
    }

    public int size() {
        return KINDS.length + declared.size();
    }

    public String id(int place) {
        return place < KINDS.length ? KINDS[place].id() : declared.get(place - KINDS.length);
    }

    /** Where the measure stands; {@link #NOWHERE} when it does not. */
    public int of(String id) {
        int known = MeasureKind.ofId(id).map(MeasureKind::position).orElse(NOWHERE);
        int own = known == NOWHERE ? declared.indexOf(id) : NOWHERE;
        return own == NOWHERE ? known : KINDS.length + own;
    }

    /** These, and behind them what of {@code more} is not among them. */
    public Places and(List<String> more) {
        return of(Stream.concat(declared.stream(), more.stream()).distinct().toList());
    }
}
