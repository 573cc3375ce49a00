package io.playcaller.bench.timer;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalDraft;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Signals as health-service says them: usage of a mid-market account fell, and its play has four clocks at once. */
final class BenchSignals {

    private static final long ARR = 5_000_000;
    private static final long SCORE = 42_000;
    private static final long LOST = -15_000;

    private BenchSignals() {}

    static ProducerRecord<String, byte[]> usageDrop(String accountId, Instant at) {
        SignalChanged signal = signal(accountId, at);
        Envelope envelope = Envelope.own(Ids.next().toString(), "health-service", at, accountId, 0);
        return new ProducerRecord<>(
                Topic.SIGNALS.name(""),
                null,
                accountId,
                WireJson.write(signal),
                EventCodec.headers(envelope, EventType.of(signal)));
    }

    private static SignalChanged signal(String accountId, Instant at) {
        Money value = new Money(ARR, "EUR");
        Profile profile = new Profile("mid-market", "mid-market", "adoption", at, value, null, null);
        return SignalDraft.of(
                        Ids.next(), Reason.USAGE_DROP, at, "Usage fell by 40% against the four weeks before", "bench-1")
                .severity(Severity.HIGH)
                .evidence(List.of(new Evidence("12 active users this week, 20 before", null, at)))
                .score(SCORE, List.of(new Contribution(Cause.FACT, "usage", "usage-trend", LOST, Reason.USAGE_DROP)))
                .accountId(accountId)
                .account(new AccountSnapshot("Customer " + accountId, "Europe/Berlin", profile, List.of(), 1, 0), value)
                .build();
    }
}
