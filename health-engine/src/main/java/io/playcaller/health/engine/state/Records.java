package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Keyed;
import io.playcaller.health.engine.fact.Milestone;
import io.playcaller.health.engine.fact.Objective;
import io.playcaller.health.engine.fact.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Versioned records as bytes. */
final class Records {

    private Records() {}

    static <R extends Record> void keyed(ByteWriter out, Keyed<R> records, BiConsumer<ByteWriter, R> value) {
        out.all(records.byId().entrySet(), (to, record) -> {
            to.text(record.getKey());
            history(to, record.getValue(), value);
        });
    }

    static <R extends Record> Keyed<R> keyed(ByteReader in, Function<ByteReader, R> value) {
        int count = in.integer();
        if (count == 0) {
            return Keyed.empty();
        }
        TreeMap<String, History<R>> byId = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            byId.put(in.text(), history(in, value));
        }
        return new Keyed<>(byId);
    }

    /** A version writes how long after the one before it came; one whose order is its time writes no order. */
    static <R extends Record> void history(ByteWriter out, History<R> history, BiConsumer<ByteWriter, R> value) {
        out.unsigned(history.versions().size());
        long before = 0;
        for (Version<R> version : history.versions()) {
            boolean byTime = version.order() == version.at();
            out.bool(byTime);
            out.signed(version.at() - before);
            if (!byTime) {
                out.signed(version.order());
            }
            out.tie(version.tie());
            value.accept(out, version.value());
            before = version.at();
        }
    }

    /** Versions of states of before write their times whole. */
    static <R extends Record> History<R> history(ByteReader in, Function<ByteReader, R> value) {
        List<Version<R>> versions = new ArrayList<>();
        int count = in.count();
        long before = 0;
        for (int i = 0; i < count; i++) {
            boolean byTime = in.bool();
            long at = before + in.signed();
            long order = byTime ? at : in.signed();
            versions.add(new Version<>(order, at, in.tie(), value.apply(in)));
            before = in.version() < StateCodec.WITH_DISTANCES ? 0 : at;
        }
        return new History<>(versions);
    }

    static void objective(ByteWriter out, Objective objective) {
        out.signed(objective.dueAt());
        out.signed(objective.achievedAt());
        out.bool(objective.confirmed());
    }

    static Objective objective(ByteReader in) {
        return new Objective(in.signed(), in.signed(), in.bool());
    }

    static void milestone(ByteWriter out, Milestone milestone) {
        out.signed(milestone.dueAt());
        out.signed(milestone.reachedAt());
        out.unsigned(milestone.value() - Milestone.NO_VALUE);
    }

    static Milestone milestone(ByteReader in) {
        return new Milestone(in.signed(), in.signed(), value(in));
    }

    private static int value(ByteReader in) {
        return in.version() < StateCodec.WITH_VALUES ? Milestone.NO_VALUE : in.integer() + Milestone.NO_VALUE;
    }
}
