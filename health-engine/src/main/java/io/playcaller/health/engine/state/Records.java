package io.playcaller.health.engine.state;

import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Keyed;
import io.playcaller.health.engine.fact.Milestone;
import io.playcaller.health.engine.fact.Objective;
import io.playcaller.health.engine.fact.Ticket;
import io.playcaller.health.engine.fact.Version;
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

    /** A version whose order is its time writes the time once. */
    static <R extends Record> void history(ByteWriter out, History<R> history, BiConsumer<ByteWriter, R> value) {
        out.all(history.versions(), (to, version) -> {
            boolean byTime = version.order() == version.at();
            to.bool(byTime);
            to.signed(version.at());
            if (!byTime) {
                to.signed(version.order());
            }
            to.tie(version.tie());
            value.accept(to, version.value());
        });
    }

    static <R extends Record> History<R> history(ByteReader in, Function<ByteReader, R> value) {
        return new History<>(in.all(from -> {
            boolean byTime = from.bool();
            long at = from.signed();
            long order = byTime ? at : from.signed();
            return new Version<>(order, at, from.tie(), value.apply(from));
        }));
    }

    static void ticket(ByteWriter out, Ticket ticket) {
        Code.TICKET_SEVERITY.write(out, ticket.severity());
        out.signed(ticket.openedAt());
        out.signed(ticket.solvedAt());
        out.signed(ticket.firstAnsweredAt());
        out.signed(ticket.reopenedAt());
        out.text(ticket.theme());
    }

    static Ticket ticket(ByteReader in) {
        TicketSeverity severity = Code.TICKET_SEVERITY.read(in);
        long openedAt = in.signed();
        long solvedAt = in.signed();
        return in.version() < StateCodec.WITH_OBJECTIVES
                ? new Ticket(severity, openedAt, solvedAt, Long.MAX_VALUE, Long.MAX_VALUE, "")
                : new Ticket(severity, openedAt, solvedAt, in.signed(), in.signed(), in.text());
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
