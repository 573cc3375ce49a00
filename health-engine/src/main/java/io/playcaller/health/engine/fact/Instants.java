package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.health.engine.model.TicketAges;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * The instants other than midnights at which an account may stand differently: when something happened, and when
 * something becomes due or too old. Everything else that time does happens at UTC midnights.
 */
public record Instants(TreeSet<Long> happened, TreeSet<Long> due) {

    public static Instants of(Facts facts, TicketAges ages) {
        Instants instants = new Instants(new TreeSet<>(), new TreeSet<>());
        instants.collect(facts, ages);
        return instants;
    }

    private void collect(Facts facts, TicketAges ages) {
        Engagement engagement = facts.engagement();
        engagement.nps().list().forEach(answer -> happened.add(answer.at()));
        engagement.csat().list().forEach(answer -> happened.add(answer.at()));
        engagement.touches().list().forEach(touch -> happened.add(touch.at()));
        engagement.reopenings().list().forEach(reopening -> happened.add(reopening.at()));
        facts.judgement().pulses().list().forEach(pulse -> happened.add(pulse.at()));
        facts.judgement().rulings().list().forEach(this::ruling);
        versions(engagement.milestones(), version -> {
            add(happened::add, version.value().reachedAt());
            add(due::add, version.value().dueAt());
        });
        versions(engagement.objectives(), version -> {
            add(happened::add, version.value().achievedAt());
            add(due::add, version.value().dueAt());
        });
        versions(engagement.tickets(), version -> ticket(version.value(), ages));
        versions(facts.register().contracts(), version -> {});
        versions(facts.register().contacts(), version -> {});
        versions(facts.register().invoices(), version -> {});
        if (facts.register().account() != null) {
            facts.register().account().versions().forEach(version -> {
                happened.add(version.at());
                add(happened::add, version.value().merge().since());
                add(happened::add, version.value().merge().until());
            });
        }
    }

    private void ruling(Ruling ruling) {
        happened.add(ruling.at());
        if (ruling.until() > ruling.at()) {
            due.add(ruling.until());
        }
        if (ruling.remindAt() > ruling.at()) {
            due.add(ruling.remindAt());
        }
    }

    private void ticket(Ticket ticket, TicketAges ages) {
        happened.add(ticket.openedAt());
        add(happened::add, ticket.solvedAt());
        add(happened::add, ticket.firstAnsweredAt());
        if (ticket.severity() == TicketSeverity.SEV1) {
            due.add(ticket.openedAt() + ages.sev1Signal().toMillis());
            due.add(ticket.openedAt() + ages.floorAfter().toMillis());
        }
        if (ticket.severity() == TicketSeverity.SEV2) {
            due.add(ticket.openedAt() + ages.sev2Signal().toMillis());
        }
    }

    private <R extends Record> void versions(Keyed<R> records, java.util.function.Consumer<Version<R>> content) {
        records.byId()
                .values()
                .forEach(history -> history.versions().forEach(version -> {
                    happened.add(version.at());
                    content.accept(version);
                }));
    }

    private static void add(LongConsumer set, long instant) {
        if (instant != Long.MAX_VALUE) {
            set.accept(instant);
        }
    }

    /** The first of both after {@code instant}; {@link Long#MAX_VALUE} without one. */
    public long next(long instant) {
        Long nextHappened = happened.higher(instant);
        Long nextDue = due.higher(instant);
        return Math.min(
                nextHappened == null ? Long.MAX_VALUE : nextHappened, nextDue == null ? Long.MAX_VALUE : nextDue);
    }
}
