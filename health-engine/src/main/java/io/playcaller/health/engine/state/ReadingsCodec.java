package io.playcaller.health.engine.state;

import io.playcaller.contracts.health.FactRef;
import io.playcaller.health.engine.model.Places;
import io.playcaller.health.engine.score.Readings;
import io.playcaller.health.engine.score.Unsaid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said of the measures, as bytes. A fact that moved several is written once, and an id that is a UUID, as most are, by
 * its sixteen bytes. Declared measures follow the known ones, so that these may become more.
 */
final class ReadingsCodec {

    private static final int KNOWN = Places.KNOWN.size();
    private static final int UUID_TEXT = 36;

    private ReadingsCodec() {}

    static void write(ByteWriter out, Readings readings) {
        out.text(readings.model());
        out.signed(readings.at());
        values(out, readings.values(), 0, KNOWN);
        values(out, readings.values(), KNOWN, readings.values().length);
        List<FactRef> facts = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (FactRef fact : readings.movers().values()) {
            addOnce(facts, fact);
            addOnce(sources, fact.source());
        }
        out.all(sources, ByteWriter::text);
        out.all(facts, (to, fact) -> {
            to.unsigned(sources.indexOf(fact.source()));
            id(to, fact.id());
            to.signed(fact.at().toEpochMilli());
            to.unsigned(moved(readings, fact));
            to.all(declaredMoved(readings, fact), ByteWriter::text);
        });
    }

    private static void values(ByteWriter out, long[] values, int from, int to) {
        out.unsigned(to - from);
        for (int i = from; i < to; i++) {
            out.signed(values[i]);
        }
    }

    /** They are four at most. */
    private static <T> void addOnce(List<T> few, T one) {
        if (!few.contains(one)) {
            few.add(one);
        }
    }

    /** The known measures that the fact moved, one bit per position. */
    private static long moved(Readings readings, FactRef fact) {
        long moved = 0;
        for (Map.Entry<String, FactRef> mover : readings.movers().entrySet()) {
            int place = Places.KNOWN.of(mover.getKey());
            moved |= place != Places.NOWHERE && mover.getValue().equals(fact) ? 1L << place : 0;
        }
        return moved;
    }

    private static List<String> declaredMoved(Readings readings, FactRef fact) {
        return readings.movers().entrySet().stream()
                .filter(mover -> mover.getValue().equals(fact))
                .map(Map.Entry::getKey)
                .filter(id -> Places.KNOWN.of(id) == Places.NOWHERE)
                .toList();
    }

    /** A state of fewer measures than are known now lacks the new ones. */
    static Readings read(ByteReader in) {
        String model = in.text();
        long at = in.signed();
        long[] values = values(in);
        List<String> sources = in.all(ByteReader::text);
        Map<String, FactRef> movers = new LinkedHashMap<>();
        int facts = in.count();
        for (int i = 0; i < facts; i++) {
            FactRef fact = new FactRef(sources.get(in.integer()), id(in), Instant.ofEpochMilli(in.signed()));
            moved(in).forEach(measure -> movers.put(measure, fact));
        }
        return new Readings(values, movers, model, at, Unsaid.NOTHING);
    }

    private static long[] values(ByteReader in) {
        long[] known = Readings.NONE.values().clone();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            known[i] = in.signed();
        }
        int declared = in.version() < StateCodec.WITH_DECLARED ? 0 : in.count();
        long[] values = Arrays.copyOf(known, KNOWN + declared);
        for (int i = KNOWN; i < values.length; i++) {
            values[i] = in.signed();
        }
        return values;
    }

    private static List<String> moved(ByteReader in) {
        long known = in.unsigned();
        List<String> moved = new ArrayList<>();
        for (int place = 0; place < KNOWN; place++) {
            if (((known >>> place) & 1) == 1) {
                moved.add(Places.KNOWN.id(place));
            }
        }
        if (in.version() >= StateCodec.WITH_DECLARED) {
            moved.addAll(in.all(ByteReader::text));
        }
        return moved;
    }

    static void fact(ByteWriter out, FactRef fact) {
        out.text(fact.source());
        id(out, fact.id());
        out.signed(fact.at().toEpochMilli());
    }

    static FactRef fact(ByteReader in) {
        return new FactRef(in.text(), id(in), Instant.ofEpochMilli(in.signed()));
    }

    private static void id(ByteWriter out, String id) {
        UUID uuid = uuid(id);
        out.bool(uuid != null);
        if (uuid == null) {
            out.text(id);
        } else {
            out.fixed(uuid.getMostSignificantBits());
            out.fixed(uuid.getLeastSignificantBits());
        }
    }

    private static String id(ByteReader in) {
        return in.bool() ? new UUID(in.fixed(), in.fixed()).toString() : in.text();
    }

    /** Null for what is no UUID, or is one in another spelling. */
    private static @Nullable UUID uuid(String id) {
        if (id.length() != UUID_TEXT || id.charAt(8) != '-') {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
