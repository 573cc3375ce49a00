package io.playcaller.system;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was told of a chapter's accounts up to a moment of log time, each record in the bytes of the wire. */
final class Told {

    private final String chapter;
    private final Instant until;
    private final Map<String, List<String>> changes = new TreeMap<>();
    private final Map<String, String> signals = new TreeMap<>();

    Told(String chapter, Instant until) {
        this.chapter = chapter;
        this.until = until;
    }

    /** In the order in which they were told. */
    void add(HealthChanged change) {
        if (ours(change.accountId()) && !change.knownAt().isAfter(until)) {
            changes.computeIfAbsent(change.accountId(), account -> new ArrayList<>())
                    .add(json(change));
        }
    }

    void add(SignalChanged signal) {
        String account = signal.accountId();
        if (account != null && ours(account) && !signal.at().isAfter(until)) {
            signals.put(account + " " + signal.episodeId() + " " + signal.transition(), json(signal));
        }
    }

    private boolean ours(String account) {
        return account.startsWith(chapter + "-");
    }

    private static String json(Record told) {
        return new String(WireJson.write(told), StandardCharsets.UTF_8);
    }

    /** Changes of health by account, in their order. */
    Map<String, List<String>> changes() {
        return changes;
    }

    /** Signals by account, episode and transition. */
    Map<String, String> signals() {
        return signals;
    }
}
