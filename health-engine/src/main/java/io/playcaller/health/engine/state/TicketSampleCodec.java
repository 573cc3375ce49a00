package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.TicketSample;
import io.playcaller.health.engine.fact.TicketSample.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Which tickets are looked at, as bytes: those that are kept say so themselves, and only the others are written. */
final class TicketSampleCodec {

    private TicketSampleCodec() {}

    static void write(ByteWriter out, Facts facts) {
        TicketSample kept = TicketSample.of(facts.engagement().tickets());
        TreeMap<Long, Period> others = new TreeMap<>();
        facts.ticketSample().periods().forEach((number, period) -> {
            Period known = kept.periods().getOrDefault(number, new Period(List.of(), List.of()));
            Period other = new Period(without(period.all(), known.all()), without(period.severe(), known.severe()));
            if (!other.all().isEmpty() || !other.severe().isEmpty()) {
                others.put(number, other);
            }
        });
        out.all(others.entrySet(), (to, period) -> {
            to.signed(period.getKey());
            keys(to, period.getValue().all());
            keys(to, period.getValue().severe());
        });
        Records.keyed(out, facts.ticketSample().lowered(), new TicketCodec()::write);
    }

    /** States of before kept no more tickets than are looked at. */
    static Facts read(ByteReader in, Facts facts) {
        TicketSample sample = TicketSample.of(facts.engagement().tickets());
        if (in.version() < StateCodec.WITH_SAMPLES) {
            return facts.ticketSample(sample);
        }
        int periods = in.count();
        for (int i = 0; i < periods; i++) {
            long number = in.signed();
            for (long key : keys(in)) {
                sample = sample.with(number, key, false);
            }
            for (long key : keys(in)) {
                sample = sample.with(number, key, true);
            }
        }
        return facts.ticketSample(new TicketSample(sample.periods(), Records.keyed(in, new TicketCodec()::read)));
    }

    private static List<Long> without(List<Long> keys, List<Long> known) {
        return keys.stream().filter(key -> !known.contains(key)).toList();
    }

    /** They rise: each is written as its distance from the one before. */
    private static void keys(ByteWriter out, List<Long> keys) {
        out.unsigned(keys.size());
        long before = 0;
        for (long key : keys) {
            out.unsigned(key - before);
            before = key;
        }
    }

    private static List<Long> keys(ByteReader in) {
        List<Long> keys = new ArrayList<>();
        int count = in.count();
        long key = 0;
        for (int i = 0; i < count; i++) {
            key += in.unsigned();
            keys.add(key);
        }
        return keys;
    }
}
