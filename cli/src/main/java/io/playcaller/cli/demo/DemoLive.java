package io.playcaller.cli.demo;

import io.playcaller.cli.door.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happens to an account once its history is in: facts that cross a threshold at once, or soon. */
final class DemoLive {

    private static final Duration OUTAGE = Duration.ofHours(5);
    private static final Duration UNTIL_DUE = Duration.ofSeconds(5);

    private final DemoAccount account;
    private final Instant now;
    private final DemoFacts facts;

    DemoLive(DemoAccount account, Instant now) {
        this.account = account;
        this.now = now;
        this.facts = new DemoFacts(account.id());
    }

    List<Parcel> parcels() {
        return switch (account.persona()) {
            case SPONSOR_LOST -> List.of(DemoHistory.person(account, 1, "sponsor", false));
            case OUTAGE -> List.of(facts.ticket("outage", "sev1", now.minus(OUTAGE), null, now));
            case DETRACTOR -> List.of(facts.survey("nps", 3, account.person(2), now));
            case LATE -> List.of(facts.milestone("rollout", now.plus(UNTIL_DUE), null, now));
            case STEADY -> List.of(facts.usage("web", now, account.person(1), "reports", 1));
            case DECLINING, SEASONAL, THIN, PIPE_DOWN -> List.of();
        };
    }
}
