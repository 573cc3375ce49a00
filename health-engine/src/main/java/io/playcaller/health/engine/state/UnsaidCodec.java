package io.playcaller.health.engine.state;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.FactRef;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.score.Levels;
import io.playcaller.health.engine.score.Shift;
import io.playcaller.health.engine.score.Unsaid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was not said yet, as bytes: of the levels only those that are other ones than were said, and each fact once. */
final class UnsaidCodec {

    private static final MeasureKind[] KINDS = MeasureKind.values();

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

    /** The card is the one that was said: another one is said at once. */
    private static void levels(ByteWriter out, Levels levels, Levels said) {
        long moved = 0;
        for (int i = 0; i < KINDS.length; i++) {
            boolean same = levels.points()[i] == said.points()[i] && levels.weights()[i] == said.weights()[i];
            moved |= same ? 0 : 1L << i;
        }
        out.signed(levels.floor());
        out.unsigned(moved);
        for (int i = 0; i < KINDS.length; i++) {
            if (((moved >>> i) & 1) == 1) {
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
        for (int i = 0; i < KINDS.length; i++) {
            if (((moved >>> i) & 1) == 1) {
                points[i] = in.signed();
                weights[i] = in.integer();
            }
        }
        return new Levels(said.card(), points, weights, floor);
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
            to.unsigned(shift.kind() == null ? 0 : shift.kind().position() + 1);
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
            MeasureKind kind = kind(in.integer());
            long exact = in.signed();
            int fact = in.integer();
            shifts.add(new Shift(cause, kind, exact, fact == 0 ? null : facts.get(fact - 1)));
        }
        return shifts;
    }

    private static @Nullable MeasureKind kind(int number) {
        if (number == 0) {
            return null;
        }
        for (MeasureKind kind : KINDS) {
            if (kind.position() == number - 1) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no measure at position " + (number - 1));
    }
}
