package io.playcaller.system;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalDraft;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A signal of health-service where there is none: a drop of usage, whose play has four clocks at once and gives up. */
final class TroubleSignal {

    private static final long ARR = 5_000_000;

    private TroubleSignal() {}

    static ProducerRecord<String, byte[]> usageDrop(String topic, String accountId) {
        Instant at = Instant.now();
        Money value = new Money(ARR, "EUR");
        Profile profile = new Profile("mid-market", "mid-market", "adoption", at, value, null, null);
        SignalChanged signal = SignalDraft.of(
                        Ids.next(), Reason.USAGE_DROP, at, "Usage fell by 40% against the four weeks before", "chaos-1")
                .severity(Severity.HIGH)
                .evidence(List.of(new Evidence("12 active users this week, 20 before", null, at)))
                .accountId(accountId)
                .account(new AccountSnapshot("Customer " + accountId, "Europe/Berlin", profile, List.of(), 1, 0), value)
                .build();
        Envelope envelope = Envelope.own(Ids.next().toString(), "health-service", at, accountId, 0);
        return new ProducerRecord<>(
                topic, null, accountId, WireJson.write(signal), EventCodec.headers(envelope, EventType.of(signal)));
    }
}
