package io.playcaller.health.engine.state;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.FactRef;
import io.playcaller.health.engine.model.Places;
import io.playcaller.health.engine.score.Levels;
import io.playcaller.health.engine.score.Shift;
import io.playcaller.health.engine.score.Unsaid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was not said yet, as bytes: of the levels only those that are other ones than were said, and each fact once. */
final class UnsaidCodec {

    private static final int KNOWN = Places.KNOWN.size();

    /** Where the bits of declared measures begin: so many may once be known. */
    private static final int DECLARED_BITS = 32;

    /** Instead of a position: the measure's id follows. */
    private static final int BY_ID = 64;

    private UnsaidCodec() {}

    static void write(ByteWriter out, Unsaid unsaid, Levels said) {
        Levels levels = unsaid.levels();
        out.bool(levels != null);
        if (levels != null) {
            levels(out, levels, said);
            shifts(out, unsaid.shifts());
        }
    }

    static Unsaid read(ByteReader in, Levels said) {
        return in.bool() ? new Unsaid(levels(in, said), shifts(in)) : Unsaid.NOTHING;
    }

    /** Card and places are those that were said: others are said at once. */
    private static void levels(ByteWriter out, Levels levels, Levels said) {
        long moved = 0;
        for (int i = 0; i < levels.places().size(); i++) {
            boolean same = levels.points()[i] == said.points()[i] && levels.weights()[i] == said.weights()[i];
            moved |= same ? 0 : bit(i);
        }
        out.signed(levels.floor());
        out.unsigned(moved);
        for (int i = 0; i < levels.places().size(); i++) {
            if ((moved & bit(i)) != 0) {
                out.signed(levels.points()[i]);
                out.unsigned(levels.weights()[i]);
            }
        }
    }

    private static Levels levels(ByteReader in, Levels said) {
        long floor = in.signed();
        long moved = in.unsigned();
        long[] points = said.points().clone();
        int[] weights = said.weights().clone();
        for (int i = 0; i < said.places().size(); i++) {
            if ((moved & bit(i)) != 0) {
                points[i] = in.signed();
                weights[i] = in.integer();
            }
        }
        return new Levels(said.card(), said.places(), points, weights, floor);
    }

    private static long bit(int place) {
        return 1L << (place < KNOWN ? place : DECLARED_BITS + place - KNOWN);
    }

    private static void shifts(ByteWriter out, List<Shift> shifts) {
        List<FactRef> facts = shifts.stream()
                .map(Shift::fact)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        out.all(facts, ReadingsCodec::fact);
        out.all(shifts, (to, shift) -> {
            Code.CAUSE.write(to, shift.cause());
            measure(to, shift.measure());
            to.signed(shift.exact());
            to.unsigned(facts.indexOf(shift.fact()) + 1);
        });
    }

    private static List<Shift> shifts(ByteReader in) {
        List<FactRef> facts = in.all(ReadingsCodec::fact);
        List<Shift> shifts = new ArrayList<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            Cause cause = Code.CAUSE.read(in);
            String measure = measure(in);
            long exact = in.signed();
            int fact = in.integer();
            shifts.add(new Shift(cause, measure, exact, fact == 0 ? null : facts.get(fact - 1)));
        }
        return shifts;
    }

    /** None as 0, a known one as its position and one. */
    private static void measure(ByteWriter out, @Nullable String measure) {
        if (measure == null) {
            out.unsigned(0);
            return;
        }
        int place = Places.KNOWN.of(measure);
        out.unsigned(place == Places.NOWHERE ? BY_ID : place + 1);
        if (place == Places.NOWHERE) {
            out.text(measure);
        }
    }

    private static @Nullable String measure(ByteReader in) {
        int number = in.integer();
        if (number == BY_ID) {
            return in.text();
        }
        if (number > KNOWN) {
            throw new IllegalArgumentException("no measure at position " + (number - 1));
        }
        return number == 0 ? null : Places.KNOWN.id(number - 1);
    }
}
