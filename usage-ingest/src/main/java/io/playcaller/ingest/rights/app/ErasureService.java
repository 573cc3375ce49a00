package io.playcaller.ingest.rights.app;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.Ids;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.letter.PersonHash;
import io.playcaller.ingest.letter.app.Keeping;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.rights.Places;
import io.playcaller.ingest.rights.Receipt;
import io.playcaller.ingest.rights.app.Erasures.Sent;
import io.playcaller.ingest.rights.app.Erasures.Wish;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Forgets people. The order of writes: all tables, the receipt and the outbox rows of the tombstones (PostgreSQL, one
 * transaction) → tombstones (Kafka, by the relay) → the receipt's end. Whatever dies in between, the next round of any
 * replica goes on, and who asks again is shown the same receipt.
 */
@ApplicationScoped
public class ErasureService {

    private static final Duration ASK_AGAIN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Erasures erasures;
    private final Standings standings;
    private final PersonIndex index;
    private final BusinessClock clock;
    private final Places places;

    ErasureService(
            Erasures erasures, Standings standings, PersonIndex index, BusinessClock clock, IngestConfig config) {
        this.erasures = erasures;
        this.standings = standings;
        this.index = index;
        this.clock = clock;
        IngestConfig.Dedup dedup = config.dedup();
        Duration claims =
                dedup.window().compareTo(dedup.backfillWindow()) > 0 ? dedup.window() : dedup.backfillWindow();
        this.places = new Places(claims, config.letters().keptFor().plus(Keeping.ERASURES_LONGER));
    }

    /**
     * Forgets whom the id names. The answer waits a moment for the tombstones.
     *
     * @return the receipt; that of the erasure before when nobody has the id any more; empty when nobody had it lately
     */
    public Uni<Optional<Receipt>> erase(ExternalId id, String by) {
        return index.find(id)
                .flatMap(found -> found.map(person -> erase(UUID.fromString(person.personId()), by))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .flatMap(erased ->
                        erased.isPresent() ? Uni.createFrom().item(erased) : erasures.byHash(PersonHash.of(id.value())))
                .flatMap(receipt -> receipt.map(this::completed)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Receipt>> erase(UUID personId, String by) {
        return erasures.erase(new Wish(Ids.next(), personId, by)).invoke(receipt -> receipt.ifPresent(this::forgotten));
    }

    private void forgotten(Receipt receipt) {
        receipt.personIds().forEach(personId -> index.erased(personId.toString()));
    }

    private Uni<Optional<Receipt>> completed(Receipt receipt) {
        return awaited(receipt)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(receipt)
                .onFailure()
                .recoverWithItem(receipt)
                .map(Optional::of);
    }

    private Uni<Receipt> awaited(Receipt receipt) {
        if (receipt.complete()) {
            return Uni.createFrom().item(receipt);
        }
        return complete()
                .chain(() -> erasures.find(receipt.erasureId()))
                .map(found -> found.orElse(receipt))
                .flatMap(found -> found.complete()
                        ? Uni.createFrom().item(found)
                        : Uni.createFrom()
                                .item(found)
                                .onItem()
                                .delayIt()
                                .by(ASK_AGAIN)
                                .flatMap(this::awaited));
    }

    /** Completes every erasure whose tombstones are sent. Fails while the broker does not answer. */
    public Uni<Void> complete() {
        return erasures.sent()
                .onItem()
                .transformToMulti(sent -> Multi.createFrom().iterable(sent))
                .onItem()
                .transformToUniAndConcatenate(this::complete)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> complete(Sent sent) {
        Receipt receipt = sent.receipt();
        return standings
                .of(sent.tombstones())
                .map(standing -> receipt.completed(
                        clock.instant(),
                        places.others(receipt.erasedAt(), sent.tombstones().size(), standing)))
                .flatMap(erasures::complete);
    }
}
