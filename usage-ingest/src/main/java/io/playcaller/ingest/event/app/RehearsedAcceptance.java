package io.playcaller.ingest.event.app;

import io.playcaller.ingest.catalogue.app.RulesInForce;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.identity.app.Domains;
import io.playcaller.ingest.identity.app.MergesInForce;
import io.playcaller.ingest.log.Outgoing;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.person.app.Texts;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.BitSet;
import java.util.List;

/** The acceptance of a rehearsal: the same code, before ports that look and store nothing. */
class RehearsedAcceptance {

    @Produces
    @Rehearsed
    @Singleton
    Storing storing(@Rehearsed HoldingArea holding, @Rehearsed Texts texts, @Rehearsed RegisterStatements register) {
        return new Storing(holding, texts, register, RehearsedAcceptance::asIfStored);
    }

    @Produces
    @Rehearsed
    @Singleton
    Acceptance acceptance(
            @Rehearsed PersonIndex persons,
            Domains domains,
            MergesInForce merges,
            @Rehearsed Claims claims,
            @Rehearsed Storing storing,
            RulesInForce names,
            Pause pause,
            MonotonicClock clock,
            IngestConfig config) {
        KnownIdentities identities = new KnownIdentities(persons, domains, merges);
        return new Acceptance(identities, new Claiming(claims, pause, clock, config), storing, names, config);
    }

    /** Kafka's answer when all goes well; neither facts nor dead letters are written. */
    private static Uni<BitSet> asIfStored(List<Outgoing> records) {
        BitSet all = new BitSet(records.size());
        all.set(0, records.size());
        return Uni.createFrom().item(all);
    }
}
