package io.playcaller.ingest.event.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.deadletter.Place;
import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.ingest.Door;
import io.playcaller.ingest.catalogue.UseRules;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.ClockSkew;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Identities;
import io.playcaller.ingest.event.LiveWindow;
import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.event.Resolution;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.identity.MergedAccounts;
import io.playcaller.ingest.log.Outgoing;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.FactRef;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.person.Said;
import io.playcaller.ingest.person.SaidFilter;
import io.playcaller.ingest.person.app.Texts;
import io.playcaller.testkit.config.MappedConfig;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A delivery that stands still for longer than its claims are locked sends nothing when it goes on. */
class LapsedClaimsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LOCK = Duration.ofSeconds(30);
    private static final Duration ALMOST = LOCK.minusMillis(1);
    private static final IngestConfig CONFIG =
            MappedConfig.of(IngestConfig.class).read(Map.of());
    private static final Map<ExternalId, PersonRef> PEOPLE = Map.of(ExternalId.user("u"), new PersonRef("p-1", null));

    private static final String LOGIN = Door.track("login", "acme", "u", "Login");
    private static final String WAITING =
            "{\"type\":\"track\",\"messageId\":\"waiting\",\"userId\":\"u\",\"event\":\"Login\"}";
    private static final String IDENTIFY =
            "{\"type\":\"identify\",\"messageId\":\"identify\",\"userId\":\"u\",\"traits\":{\"name\":\"U\"}}";
    private static final String UNREADABLE = "{\"type\":\"shout\"}";

    private final Stores stores = new Stores();
    private final Claiming claiming = new Claiming(stores, stores.pause, () -> stores.nanos, CONFIG);
    private final Storing storing = new Storing(stores, stores, stores::register, stores::write);

    @Test
    void whatStandsStillForAsLongAsItsClaimsAreLockedIsNotSent() {
        stores.standStillInTexts = LOCK;

        Receipt receipt = take(LOGIN);

        assertThat(stores.written).isEmpty();
        assertThat(receipt.unstored()).hasValueSatisfying(why -> assertThat(why).contains("longer than its claims"));
        assertThat(stores.released).containsExactly("login");
        assertThat(stores.confirmed).isEmpty();
    }

    @Test
    void whatStandsStillForLessIsSent() {
        stores.standStillInTexts = ALMOST;

        Receipt receipt = take(LOGIN);

        assertThat(stores.written).hasSize(1);
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(stores.confirmed).containsExactly("login");
    }

    /** Redis may have locked them in the first moment of that time. */
    @Test
    void theTimeRunsFromWhenTheClaimsAreAskedFor() {
        stores.standStillInClaims = Duration.ofSeconds(10);
        stores.standStillInTexts = LOCK.minusSeconds(10);

        assertThat(take(LOGIN).unstored()).isPresent();
        assertThat(stores.written).isEmpty();
    }

    @Test
    void nothingBeginsToWaitOrReachesTheRegisterEither() {
        stores.standStillInClaims = LOCK;

        Receipt receipt = take(WAITING, IDENTIFY);

        assertThat(receipt.unstored()).isPresent();
        assertThat(stores.held).isEmpty();
        assertThat(stores.registered).isEmpty();
        assertThat(stores.released).containsExactly("waiting", "identify");
    }

    /** Sent again the one is a duplicate, and the other is stored. */
    @Test
    void whatWasStoredBeforeStaysStored() {
        stores.standStillInRegister = LOCK;

        Receipt receipt = take(IDENTIFY, LOGIN);

        assertThat(receipt.outcomes().get(0)).isEqualTo(new Outcome.Accepted());
        assertThat(receipt.outcomes().get(1)).isInstanceOf(Outcome.NotStored.class);
        assertThat(stores.confirmed).containsExactly("identify");
        assertThat(stores.released).containsExactly("login");
        assertThat(stores.written).isEmpty();
    }

    /** All of it comes again, and then it is the same letter. */
    @Test
    void whatIsRefusedBesideItWaitsForTheNextTry() {
        stores.standStillInTexts = LOCK;

        Receipt receipt = take(LOGIN, UNREADABLE);

        assertThat(receipt.refused()).isEmpty();
        assertThat(stores.written).isEmpty();
    }

    /** It has no claims that could lapse. */
    @Test
    void aLetterIsWrittenHoweverLongItTakes() {
        stores.standStillInTexts = LOCK;

        assertThat(take(UNREADABLE).refused()).hasSize(1);
        assertThat(stores.written).hasSize(1);
    }

    @Test
    void anImportThatWaitedForRedisHasAllOfItsTimeFromThenOn() {
        stores.away = 150;
        stores.standStillInTexts = ALMOST;

        assertThat(take(true, LOGIN).accepted()).isEqualTo(1);
        assertThat(stores.nanos).isEqualTo(Duration.ofSeconds(15).plus(ALMOST).toNanos());
    }

    private Receipt take(String... items) {
        return take(false, items);
    }

    /** As the acceptance does it. */
    private Receipt take(boolean backfill, String... items) {
        byte[] body = ("{\"batch\":[" + String.join(",", items) + "]}").getBytes(StandardCharsets.UTF_8);
        Delivery delivery = new Delivery(
                "web",
                Place.HTTP,
                "segment",
                NOW,
                Duration.ZERO,
                backfill,
                new SegmentReader(32_768).batch(body).items(PropertyFilter.NONE));
        DeliveryWork work = new DeliveryWork(delivery);
        work.resolve(new Resolution(
                new ClockSkew(Duration.ofHours(24)),
                new LiveWindow(Duration.ofHours(24)),
                delivery,
                new Identities(PEOPLE, MergedAccounts.NONE),
                UseRules.NONE));
        claiming.take(work)
                .chain(() -> storing.store(work))
                .chain(() -> claiming.settle(work))
                .await()
                .indefinitely();
        return work.receipt();
    }

    /** Stores that note what they were told, and at which time stands still for the door. */
    private static final class Stores implements Claims, HoldingArea, Texts {

        private final List<String> held = new ArrayList<>();
        private final List<String> registered = new ArrayList<>();
        private final List<Outgoing> written = new ArrayList<>();
        private final List<String> confirmed = new ArrayList<>();
        private final List<String> released = new ArrayList<>();
        private Duration standStillInClaims = Duration.ZERO;
        private Duration standStillInTexts = Duration.ZERO;
        private Duration standStillInRegister = Duration.ZERO;
        private int away;
        private long nanos;

        private final Pause pause = new Pause(null) {
            @Override
            public Uni<Void> of(Duration wait) {
                return passes(wait);
            }
        };

        private Uni<Void> passes(Duration time) {
            return Uni.createFrom().voidItem().invoke(() -> nanos += time.toNanos());
        }

        @Override
        public Uni<List<ClaimState>> take(List<ClaimKey> keys, String holder, Duration window) {
            ClaimState state = away-- > 0 ? ClaimState.UNAVAILABLE : ClaimState.TAKEN;
            return passes(standStillInClaims).replaceWith(() -> Collections.nCopies(keys.size(), state));
        }

        @Override
        public Uni<List<ClaimState>> look(List<ClaimKey> keys) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> confirm(List<ClaimKey> keys, Duration window) {
            keys.forEach(key -> confirmed.add(key.id()));
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> waits(List<ClaimKey> keys, Duration window) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> withdraw(List<ClaimKey> keys, String holder) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> release(List<ClaimKey> keys, String holder, Duration window) {
            keys.forEach(key -> released.add(key.id()));
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> forget(List<ClaimKey> keys) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<Outcome>> hold(Delivery delivery, List<Resolved> events) {
            events.forEach(event -> held.add(event.draft().id()));
            return Uni.createFrom().item(Collections.nCopies(events.size(), new Outcome.Held()));
        }

        @Override
        public Uni<Set<String>> waiting(String source, List<String> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> store(List<Said> texts) {
            return passes(standStillInTexts);
        }

        @Override
        public Uni<Void> retract(List<FactRef> facts, Instant at) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<List<PersonSaid>> newest(SaidFilter filter, @Nullable Position after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Integer> deleteOlderThan(Instant oldest) {
            throw new UnsupportedOperationException();
        }

        private Uni<Outcome> register(Resolved event) {
            registered.add(event.draft().id());
            return passes(standStillInRegister).replaceWith(new Outcome.Accepted());
        }

        private Uni<BitSet> write(List<Outgoing> records) {
            written.addAll(records);
            BitSet stored = new BitSet();
            stored.set(0, records.size());
            return Uni.createFrom().item(stored);
        }
    }
}
