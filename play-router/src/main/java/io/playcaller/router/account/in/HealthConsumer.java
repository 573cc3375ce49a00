package io.playcaller.router.account.in;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.router.account.app.HealthFollowUps;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.account.out.PgAccounts.HealthCopy;
import io.playcaller.router.account.out.PgAccounts.HealthNews;
import io.playcaller.router.kafka.EventBatches;
import io.playcaller.router.kafka.Letters;
import io.playcaller.router.kafka.RecordReader.Read;
import io.playcaller.router.signal.app.MutedSignals.StageChange;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.tier.out.PgTierChanges;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps score, grade, stage, tier, last touch and the open severe ticket of accounts from {@code health-changes}. What a stage muted is looked at again
 * when the stage is over; a touch meets the first touch of open tasks.
 */
@ApplicationScoped
public class HealthConsumer {

    private final EventBatches batches;
    private final Letters letters;
    private final PgAccounts accounts;
    private final PgTierChanges tierChanges;
    private final HealthFollowUps followUps;
    private final Transactions transactions;

    HealthConsumer(
            EventBatches batches,
            Letters letters,
            PgAccounts accounts,
            PgTierChanges tierChanges,
            HealthFollowUps followUps,
            Transactions transactions) {
        this.batches = batches;
        this.letters = letters;
        this.accounts = accounts;
        this.tierChanges = tierChanges;
        this.followUps = followUps;
        this.transactions = transactions;
    }

    @Incoming("health-changes")
    public Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        return batches.take("copying health", records, this::copy);
    }

    /** Health of an account, and the record that it came in. */
    private record Arrival(HealthCopy copy, ConsumerRecord<String, byte[]> record) {

        String accountId() {
            return copy.health().accountId();
        }

        Arrival orNewer(Arrival other) {
            return other.copy.rev() >= copy.rev() ? other : this;
        }
    }

    private Uni<Void> copy(List<Read> reads) {
        Map<String, Arrival> newest = new HashMap<>();
        for (Read read : reads) {
            if (read.event().data() instanceof HealthChanged health) {
                Arrival arrival =
                        new Arrival(new HealthCopy(read.event().envelope().rev(), health), read.record());
                newest.merge(health.accountId(), arrival, Arrival::orNewer);
            }
        }
        List<HealthCopy> copies = newest.values().stream().map(Arrival::copy).toList();
        return transactions.run(tx -> accounts.health(tx, copies)
                .call(news -> tierChanges.note(tx, copies, news.formerTiers()))
                .chain(news -> followUps.follow(
                        tx, news, stageChanges(newest.values(), news), touches(newest.values(), news))));
    }

    private List<StageChange> stageChanges(Collection<Arrival> arrivals, HealthNews news) {
        return arrivals.stream()
                .filter(arrival -> news.inAnotherStage().contains(arrival.accountId()))
                .map(arrival ->
                        new StageChange(arrival.accountId(), failure -> letters.failed(arrival.record(), failure)))
                .toList();
    }

    private static Map<String, Instant> touches(Collection<Arrival> arrivals, HealthNews news) {
        Map<String, Instant> touches = new HashMap<>();
        for (Arrival arrival : arrivals) {
            Instant touch = arrival.copy().health().lastTouchAt();
            if (touch != null && news.accounts().contains(arrival.accountId())) {
                touches.put(arrival.accountId(), touch);
            }
        }
        return touches;
    }
}
