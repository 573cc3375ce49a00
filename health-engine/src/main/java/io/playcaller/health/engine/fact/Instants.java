package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.health.engine.model.TicketAges;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The instants other than midnights at which an account may stand differently: when something happened, and when
 * something becomes due or too old. Everything else that time does happens at UTC midnights.
 */
public final class Instants {

    private final long[] happened;
    private final long[] due;

    private Instants(long[] happened, long[] due) {
        this.happened = happened;
        this.due = due;
    }

    public static Instants of(Facts facts, TicketAges ages) {
        Gathering gathering = new Gathering();
        gathering.collect(facts, ages);
        return new Instants(gathering.happened.sorted(), gathering.due.sorted());
    }

    /** From {@code first} to {@code last}, both included, with the UTC midnights among them; rising. */
    public long[] andMidnights(long first, long last) {
        Times all = new Times();
        addBetween(happened, first, last, all);
        addBetween(due, first, last, all);
        if (first <= last) {
            for (long midnight = Days.start(Days.of(first - 1) + 1); midnight <= last; midnight += Days.MILLIS) {
                all.add(midnight);
            }
        }
        return all.sorted();
    }

    private static void addBetween(long[] instants, long first, long last, Times to) {
        int found = Arrays.binarySearch(instants, first);
        for (int i = found >= 0 ? found : -found - 1; i < instants.length && instants[i] <= last; i++) {
            to.add(instants[i]);
        }
    }

    /** When something happened after {@code instant}, rising. */
    public long[] happenedAfter(long instant) {
        return Arrays.copyOfRange(happened, indexAfter(happened, instant), happened.length);
    }

    /** The first of both after {@code instant}; {@link Long#MAX_VALUE} without one. */
    public long next(long instant) {
        return Math.min(first(happened, instant), first(due, instant));
    }

    private static long first(long[] instants, long after) {
        int index = indexAfter(instants, after);
        return index == instants.length ? Long.MAX_VALUE : instants[index];
    }

    private static int indexAfter(long[] instants, long instant) {
        int found = Arrays.binarySearch(instants, instant);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** One run over the facts. */
    private static final class Gathering {

        private final Times happened = new Times();
        private final Times due = new Times();

        private void collect(Facts facts, TicketAges ages) {
            Engagement engagement = facts.engagement();
            answers(engagement.nps());
            answers(engagement.csat());
            engagement.touches().newest().list().forEach(touch -> happened.add(touch.at()));
            engagement
                    .touches()
                    .met()
                    .byId()
                    .values()
                    .forEach(history -> happened.add(history.newest().at()));
            engagement.reopenings().list().forEach(again -> openedAgain(again, engagement.tickets(), ages));
            facts.judgement().pulses().list().forEach(pulse -> happened.add(pulse.at()));
            facts.judgement().rulings().list().forEach(this::ruling);
            versions(engagement.milestones(), version -> {
                happened.addUnlessNever(version.value().reachedAt());
                due.addUnlessNever(version.value().dueAt());
            });
            versions(engagement.objectives(), version -> {
                happened.addUnlessNever(version.value().achievedAt());
                due.addUnlessNever(version.value().dueAt());
            });
            engagement.tickets().byId().values().forEach(history -> tickets(history, ages));
            versions(facts.register().contracts(), version -> {});
            versions(facts.register().contacts(), version -> {});
            versions(facts.register().invoices(), version -> {});
            if (facts.register().account() != null) {
                facts.register().account().versions().forEach(version -> {
                    happened.add(version.at());
                    happened.addUnlessNever(version.value().merge().since());
                    happened.addUnlessNever(version.value().merge().until());
                });
            }
        }

        private void answers(Answers answers) {
            answers.newest().list().forEach(answer -> happened.add(answer.at()));
            versions(answers.byPerson(), version -> {});
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

        private void tickets(History<Ticket> history, TicketAges ages) {
            Ticket oldest = history.oldest().value();
            happened.add(oldest.openedAt());
            happened.addUnlessNever(oldest.firstAnsweredAt());
            for (Version<Ticket> version : history.versions()) {
                happened.add(version.at());
                happened.addUnlessNever(version.value().solvedAt());
                due(version.value().severity(), version.value().openedAt(), ages, from(history, version));
            }
        }

        private void openedAgain(Reopening reopening, Keyed<Ticket> tickets, TicketAges ages) {
            happened.add(reopening.at());
            History<Ticket> history = tickets.byId().get(reopening.ticket());
            if (history != null) {
                history.versions()
                        .forEach(version ->
                                due(version.value().severity(), reopening.at(), ages, from(history, version)));
            }
        }

        /** The oldest also stands for the time before it; what a later one says holds from then on. */
        private static long from(History<Ticket> history, Version<Ticket> version) {
            return version.equals(history.oldest()) ? Long.MIN_VALUE : version.at();
        }

        private void due(TicketSeverity severity, long since, TicketAges ages, long from) {
            if (severity == TicketSeverity.SEV1) {
                due(since + ages.sev1Signal().toMillis(), from);
                due(since + ages.floorAfter().toMillis(), from);
            }
            if (severity == TicketSeverity.SEV2) {
                due(since + ages.sev2Signal().toMillis(), from);
            }
        }

        private void due(long at, long from) {
            if (at >= from) {
                due.add(at);
            }
        }

        private <R extends Record> void versions(Keyed<R> records, Consumer<Version<R>> content) {
            records.byId()
                    .values()
                    .forEach(history -> history.versions().forEach(version -> {
                        happened.add(version.at());
                        content.accept(version);
                    }));
        }
    }
}
