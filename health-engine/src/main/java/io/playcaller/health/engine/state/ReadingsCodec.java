package io.playcaller.health.engine.state;

import io.playcaller.contracts.health.FactRef;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.score.Readings;
import io.playcaller.health.engine.score.Unsaid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said of the measures, as bytes. A fact that moved several is written once, and an id that is a UUID, as most are, by
 * its sixteen bytes.
 */
final class ReadingsCodec {

    private static final int UUID_TEXT = 36;

    private ReadingsCodec() {}

    static void write(ByteWriter out, Readings readings) {
        out.text(readings.model());
        out.signed(readings.at());
        out.unsigned(readings.values().length);
        for (long value : readings.values()) {
            out.signed(value);
        }
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
        });
    }

    /** They are four at most. */
    private static <T> void addOnce(List<T> few, T one) {
        if (!few.contains(one)) {
            few.add(one);
        }
    }

    /** The measures that the fact moved, one bit per position. */
    private static long moved(Readings readings, FactRef fact) {
        long moved = 0;
        for (Map.Entry<MeasureKind, FactRef> mover : readings.movers().entrySet()) {
            moved |= mover.getValue().equals(fact) ? 1L << mover.getKey().position() : 0;
        }
        return moved;
    }

    /** A state of fewer measures than are known now lacks the new ones. */
    static Readings read(ByteReader in) {
        String model = in.text();
        long at = in.signed();
        long[] values = Readings.NONE.values().clone();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            values[i] = in.signed();
        }
        List<String> sources = in.all(ByteReader::text);
        Map<MeasureKind, FactRef> movers = new EnumMap<>(MeasureKind.class);
        int facts = in.count();
        for (int i = 0; i < facts; i++) {
            FactRef fact = new FactRef(sources.get(in.integer()), id(in), Instant.ofEpochMilli(in.signed()));
            long moved = in.unsigned();
            for (MeasureKind kind : MeasureKind.values()) {
                if (((moved >>> kind.position()) & 1) == 1) {
                    movers.put(kind, fact);
                }
            }
        }
        return new Readings(values, movers, model, at, Unsaid.NOTHING);
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
