package io.playcaller.health.fold;

import io.playcaller.health.engine.episode.Track;
import io.playcaller.health.engine.fact.Engagement;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Keyed;
import io.playcaller.health.engine.fact.Register;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.score.Unsaid;
import io.playcaller.health.engine.state.AccountState;

/**
 * What a state takes of the heap, estimated in bytes from the number of its parts, which costs less than writing it to know
 * its length. The shares were fitted to decoded states on a 64-bit machine with compressed pointers and are rounded up:
 * estimates were 8 to 18% above what a fresh account (2.8 KB), a typical one (8.2 KB), random ones and the heaviest (55 KB)
 * took.
 */
public final class StateWeight {

    /** Everything that is there once, the place in the cache included. */
    private static final long ACCOUNT = 3_300;

    /** A record with its id and its place in a tree. */
    private static final long RECORD = 170;

    /** One version of a record. */
    private static final long VERSION = 110;

    /** An answer, a retraction, one of the first facts. */
    private static final long MARK = 40;

    private static final long TOUCH = 150;

    /** That a ticket was opened again, with its id. */
    private static final long REOPENING = 110;

    /** An override, or its end, with its target. */
    private static final long RULING = 110;

    /** A person or a feature: key and days. */
    private static final long KEY = 2L * Long.BYTES;

    /** Its name, and a count for each of 64 days. */
    private static final long PRODUCT = 450;

    /** A point of a track: time, score, flags, card. */
    private static final long POINT = 2L * Long.BYTES + 2L * Integer.BYTES;

    private static final long EPISODE = 250;

    /** A fact that is named as evidence. */
    private static final long FACT = 200;

    /** Levels that were not announced yet. */
    private static final long UNSAID = 360;

    /** What a cause did that was not announced yet, with a fact. */
    private static final long SHIFT = 40 + FACT;

    /** What a stored account takes that is no state. */
    private static final long UNREADABLE = 500;

    private StateWeight() {}

    public static long of(StoredAccount stored) {
        return stored instanceof Held held ? of(held.state()) : UNREADABLE;
    }

    static long of(AccountState state) {
        Facts facts = state.facts();
        Track track = state.standing().watch().track();
        return ACCOUNT
                + of(facts.usage())
                + of(facts.register())
                + of(facts.engagement())
                + of(facts.children())
                + RULING * facts.judgement().rulings().list().size()
                + MARK * facts.judgement().pulses().list().size()
                + MARK * facts.corrections().retracted().list().size()
                + MARK * facts.corrections().facts().list().size()
                + MARK * facts.corrections().tickets().list().size()
                + RECORD * facts.sources().byName().size()
                + POINT * track.at().length
                + EPISODE * state.standing().watch().told().size()
                + FACT
                        * state.standing().said().readings().movers().values().stream()
                                .distinct()
                                .count()
                + of(state.standing().said().readings().unsaid());
    }

    private static long of(Unsaid unsaid) {
        return unsaid.levels() == null ? 0 : UNSAID + SHIFT * unsaid.shifts().size();
    }

    private static long of(UsageFacts usage) {
        int keys = usage.people().keys().length + usage.features().keys().length;
        int products = usage.products().uses().size();
        return (long) UsageFacts.RING * Integer.BYTES + KEY * keys + PRODUCT * products;
    }

    private static long of(Register register) {
        long account = register.account() == null
                ? 0
                : RECORD + VERSION * register.account().versions().size();
        long owners = register.owners() == null
                ? 0
                : RECORD + VERSION * register.owners().newest().value().list().size();
        // A contract's lines weigh as much as a version each.
        long lines = 0;
        for (var history : register.contracts().byId().values()) {
            for (var version : history.versions()) {
                lines += version.value().lines().size();
            }
        }
        return account
                + owners
                + VERSION * lines
                + of(register.contracts())
                + of(register.contacts())
                + of(register.invoices());
    }

    private static long of(Engagement engagement) {
        return of(engagement.tickets())
                + of(engagement.milestones())
                + MARK * engagement.nps().list().size()
                + MARK * engagement.csat().list().size()
                + TOUCH * engagement.touches().list().size()
                + REOPENING * engagement.reopenings().list().size();
    }

    private static long of(Keyed<?> records) {
        long weight = RECORD * records.byId().size();
        for (History<?> history : records.byId().values()) {
            weight += VERSION * history.versions().size();
        }
        return weight;
    }
}
