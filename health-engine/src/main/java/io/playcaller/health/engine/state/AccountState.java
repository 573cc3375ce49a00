package io.playcaller.health.engine.state;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.episode.Episode;
import io.playcaller.health.engine.episode.Episodes;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.profile.Placed;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of an account. Immutable. Its revision is the service's.
 *
 * @param placed its profile and what it waits for, with or without a score; null before the first tick
 * @param handed what its parent was last told of it
 */
public record AccountState(
        String accountId,
        Facts facts,
        Standing standing,
        @Nullable Placed placed,
        Handed handed) {

    public static AccountState fresh(String accountId) {
        return new AccountState(accountId, Facts.NONE, Standing.NEW, null, Handed.NOTHING);
    }

    /** The same after its parent was told. */
    public AccountState handed(Handed next) {
        return new AccountState(accountId, facts, standing, placed, next);
    }

    /** The first instant at which time alone changes something; null when none does. */
    public @Nullable Instant nextBoundary() {
        return standing.boundary() == Standing.NEVER ? null : Instant.ofEpochMilli(standing.boundary());
    }

    /** Milli-points as announced last: what is shown everywhere. Null while there is nothing to measure. */
    public @Nullable Long score() {
        return standing.said().scored() ? standing.said().score() : null;
    }

    public @Nullable Grade grade() {
        return standing.said().grade();
    }

    /** Millionths. */
    public int confidence() {
        return standing.said().confidence();
    }

    /** Thousandths of 0 to 100; null while nothing is known of it. */
    public @Nullable Long adoptionIndex() {
        long said = standing.said().adoption();
        return said == Reading.MISSING ? null : (Long) said;
    }

    /** As of the last step, with or without a score; null before the first tick. */
    public @Nullable Profile profile() {
        return placed == null ? standing.said().profile() : placed.profile();
    }

    /** The company's name; null while the register has said none. */
    public @Nullable String name() {
        return facts.register().account() == null
                ? null
                : facts.register().account().newest().value().name();
    }

    /** Episodes that are open and were told, without what happens only once. */
    public List<Episode> openEpisodes() {
        return Episodes.open(accountId, standing.watch());
    }

    /** Whether its own score, or what children do to it, moved by too little to be announced yet. */
    public boolean unsaid() {
        return standing.said().readings().unsaid().levels() != null;
    }

    /** Whether history came of which nothing was said yet. */
    public boolean untold() {
        return standing.importing() || Episodes.untold(standing.watch());
    }

    /** Names of the sources whose going quiet or coming back concerns this account: those that fed it, and that freeze it. */
    public Set<String> sources() {
        Set<String> sources = new TreeSet<>(facts.sources().byName().keySet());
        sources.addAll(standing.freeze().sources());
        return sources;
    }

    /**
     * Uses by month of the days that are no longer told apart, those that were told too late for it among them;
     * as of the last step.
     */
    public SortedMap<YearMonth, Long> usesByMonth() {
        return facts.usage().months().byMonth();
    }

    /** Facts folded so far. */
    public long factCount() {
        return facts.totals().facts();
    }
}
