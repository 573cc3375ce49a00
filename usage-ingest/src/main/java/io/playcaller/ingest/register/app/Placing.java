package io.playcaller.ingest.register.app;

import io.playcaller.chassis.pace.Rounds;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.person.PersonChange;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Origin;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Gives people their account who said their address before somebody claimed its domain. A claim is followed at once by the
 * replica that stored it; every minute all claims are, for one that began with the day, for whom a crash left out, and for an
 * address that was said at the very moment of the claim.
 */
@ApplicationScoped
public class Placing {

    private static final Logger LOG = Logger.getLogger(Placing.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int CLAIMS = 500;
    private static final int PERSONS = 200;
    private static final String BEFORE_ALL = new UUID(0, 0).toString();

    private final Unplaced unplaced;
    private final People people;
    private final InstantSource clock;
    private final Vertx vertx;
    private final Rounds rounds;

    Placing(Unplaced unplaced, People people, InstantSource clock, Vertx vertx) {
        this.unplaced = unplaced;
        this.people = people;
        this.clock = clock;
        this.vertx = vertx;
        this.rounds = new Rounds(vertx, EVERY, "placing people by their domains", this::sweep);
    }

    /** Records were stored, by a transaction that is committed. Returns at once. */
    public void poke(List<Entry> stored) {
        List<DomainName> claimed = stored.stream()
                .filter(entry -> entry.record() instanceof DomainRecord)
                .map(entry -> new DomainName(((DomainRecord) entry.record()).domain()))
                .toList();
        if (!claimed.isEmpty()) {
            elsewhere(() -> place(claimed, BEFORE_ALL))
                    .subscribe()
                    .with(
                            done -> {},
                            fault -> LOG.warnf("who is of a claimed domain is placed later: %s", fault.toString()));
        }
    }

    /** Everybody whose domain is claimed today. */
    public Uni<Void> sweep() {
        return elsewhere(() -> sweep(""));
    }

    /** On a context of its own, that nobody else works on: the one of a request may hold a session of Hibernate Reactive. */
    private Uni<Void> elsewhere(Supplier<Uni<Void>> work) {
        return Uni.createFrom().emitter(ended -> {
            Context own =
                    VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(own, true);
            own.runOnContext(here -> work.get().subscribe().with(ended::complete, ended::fail));
        });
    }

    private Uni<Void> sweep(String after) {
        return unplaced.claims(after, CLAIMS)
                .flatMap(claims -> claims.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : place(claimedToday(claims), BEFORE_ALL)
                                .chain(() -> sweep(claims.get(claims.size() - 1).domain())));
    }

    private List<DomainName> claimedToday(List<DomainRecord> claims) {
        return claims.stream()
                .filter(claim ->
                        claim.holdsOn(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()))
                .map(claim -> new DomainName(claim.domain()))
                .toList();
    }

    private Uni<Void> place(List<DomainName> domains, String after) {
        if (domains.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return unplaced.under(domains, after, PERSONS)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Multi.createFrom()
                                .iterable(found)
                                .onItem()
                                .transformToUniAndConcatenate(this::place)
                                .collect()
                                .last()
                                .chain(() -> place(domains, found.get(found.size() - 1))));
    }

    /** Who cannot be placed now is found again, and keeps nobody else waiting. */
    private Uni<Boolean> place(String personId) {
        Instant now = clock.instant();
        Origin origin = new Origin(null, Origin.OWN, now, FactOrigin.LIVE, now, false);
        return people.change(personId, new PersonChange.Nothing(), OptionalLong.empty(), origin)
                .map(result -> true)
                .onFailure()
                .invoke(fault -> LOG.warnf("somebody is placed later: %s", fault.toString()))
                .onFailure()
                .recoverWithItem(false);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}
