package io.playcaller.health.engine.state;

import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.log.SourceLife;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The state of a partition as bytes. */
final class LogCodec {

    private LogCodec() {}

    static void write(ByteWriter out, LogState state) {
        instant(out, state.now());
        out.all(state.sources().entrySet(), (to, source) -> {
            to.text(source.getKey());
            Code.FEED.writeAll(to, source.getValue().feeds());
            instant(to, source.getValue().lastAlive());
            instant(to, source.getValue().quietSince());
            instant(to, source.getValue().usageSince());
        });
        out.all(state.openRuns(), ByteWriter::text);
        out.text(state.modelHash());
        PeersCodec.write(out, state.peers());
    }

    static LogState read(ByteReader in) {
        Instant now = required(in);
        TreeMap<String, SourceLife> sources = new TreeMap<>();
        int count = in.integer();
        for (int i = 0; i < count; i++) {
            sources.put(in.text(), new SourceLife(Code.FEED.readAll(in), required(in), instant(in), usageSince(in)));
        }
        TreeSet<String> openRuns = new TreeSet<>(in.all(ByteReader::text));
        return new LogState(now, sources, openRuns, in.text(), PeersCodec.read(in));
    }

    /** In a state of before nobody knows: the next tick says from then on. */
    private static Instant usageSince(ByteReader in) {
        return in.version() < StateCodec.WITH_ABSENCE ? Instant.MAX : required(in);
    }

    /** To the nanosecond; null and the end of time take one byte. */
    private static void instant(ByteWriter out, @Nullable Instant instant) {
        if (instant == null) {
            out.raw(0);
        } else if (instant.equals(Instant.MAX)) {
            out.raw(1);
        } else {
            out.raw(2);
            out.signed(instant.getEpochSecond());
            out.unsigned(instant.getNano());
        }
    }

    private static @Nullable Instant instant(ByteReader in) {
        int kind = in.raw();
        if (kind == 0) {
            return null;
        }
        return kind == 1 ? Instant.MAX : Instant.ofEpochSecond(in.signed(), in.unsigned());
    }

    private static Instant required(ByteReader in) {
        Instant instant = instant(in);
        if (instant == null) {
            throw new IllegalArgumentException("a time is missing");
        }
        return instant;
    }
}
