package io.playcaller.health.engine.state;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.health.engine.episode.Told.Muted;
import io.playcaller.health.engine.episode.Told.Status;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Constants as one byte, whatever their order in the source. Lists are append only: states that were written keep their
 * meaning. 0 stands for what is not listed, and reads as the first of the list.
 */
final class Code<E extends Enum<E>> {

    static final Code<Feed> FEED =
            new Code<>(List.of(Feed.UNKNOWN, Feed.USAGE, Feed.SUPPORT, Feed.FEEDBACK, Feed.SUCCESS, Feed.REGISTER));
    static final Code<TicketSeverity> TICKET_SEVERITY = new Code<>(List.of(
            TicketSeverity.UNKNOWN,
            TicketSeverity.SEV1,
            TicketSeverity.SEV2,
            TicketSeverity.SEV3,
            TicketSeverity.SEV4));
    static final Code<ContactRole> CONTACT_ROLE = new Code<>(List.of(
            ContactRole.UNKNOWN,
            ContactRole.SPONSOR,
            ContactRole.CHAMPION,
            ContactRole.ADMIN,
            ContactRole.POWER_USER,
            ContactRole.USER));
    static final Code<Grade> GRADE = new Code<>(List.of(Grade.UNKNOWN, Grade.A, Grade.B, Grade.C, Grade.D, Grade.E));
    static final Code<Cause> CAUSE = new Code<>(List.of(
            Cause.UNKNOWN, Cause.TIME, Cause.FACT, Cause.PEERS, Cause.CHILD, Cause.REDISTRIBUTION, Cause.MODEL));
    static final Code<Severity> SEVERITY =
            new Code<>(List.of(Severity.UNKNOWN, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL));
    static final Code<SignalOrigin> ORIGIN =
            new Code<>(List.of(SignalOrigin.UNKNOWN, SignalOrigin.LIVE, SignalOrigin.BACKFILL));
    static final Code<Status> STATUS = new Code<>(List.of(Status.UNTOLD, Status.OPEN, Status.OVER, Status.RETRACTED));
    static final Code<Muted> MUTED = new Code<>(List.of(Muted.NO, Muted.BASELINE, Muted.FOR_GOOD));

    private final List<E> constants;
    private final Map<E, Integer> codes;

    private Code(List<E> constants) {
        this.constants = constants;
        codes = new EnumMap<>(constants.get(0).getDeclaringClass());
        for (int i = 0; i < constants.size(); i++) {
            codes.put(constants.get(i), i);
        }
    }

    void write(ByteWriter out, E constant) {
        out.raw(codes.getOrDefault(constant, 0));
    }

    E read(ByteReader in) {
        int code = in.raw();
        return constants.get(code < constants.size() ? code : 0);
    }

    void writeAll(ByteWriter out, Set<E> some) {
        out.unsigned(some.size());
        for (E constant : constants) {
            if (some.contains(constant)) {
                write(out, constant);
            }
        }
    }

    Set<E> readAll(ByteReader in) {
        Set<E> some = EnumSet.noneOf(constants.get(0).getDeclaringClass());
        int count = in.integer();
        for (int i = 0; i < count; i++) {
            some.add(read(in));
        }
        return some;
    }
}
