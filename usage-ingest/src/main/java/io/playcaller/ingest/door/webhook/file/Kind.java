package io.playcaller.ingest.door.webhook.file;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.door.webhook.proof.SignatureScheme;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose webhook it is. */
enum Kind {
    ZENDESK(Feed.SUPPORT),
    JIRA(Feed.SUPPORT),
    /** Segment's webhook destination. */
    SEGMENT(Feed.USAGE),
    /** RudderStack's webhook destination; it signs nothing. */
    RUDDERSTACK(Feed.USAGE),
    /** A body that somebody wrote. */
    GENERIC(null);

    static final Set<String> WORDS = Arrays.stream(values()).map(Kind::word).collect(Collectors.toUnmodifiableSet());

    private final @Nullable Feed feed;

    Kind(@Nullable Feed feed) {
        this.feed = feed;
    }

    static Optional<Kind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it delivers when nothing is said; empty when it must be said. */
    Optional<Feed> feed() {
        return Optional.ofNullable(feed);
    }

    /** How it signs; empty when it does not, or when nobody can know. */
    Optional<SignatureScheme> scheme() {
        return switch (this) {
            case ZENDESK -> Optional.of(SignatureScheme.ZENDESK);
            case JIRA -> Optional.of(SignatureScheme.JIRA);
            case SEGMENT -> Optional.of(SignatureScheme.SEGMENT);
            case RUDDERSTACK, GENERIC -> Optional.empty();
        };
    }

    /**
     * For how long it goes on sending one event: Jira Cloud for some 30 minutes, what follows from a bulk change 15 minutes
     * later; Segment for 4 hours; RudderStack's server for 3 (its default). Zendesk for less than a minute.
     */
    Duration longestRetry() {
        return switch (this) {
            case JIRA -> Duration.ofHours(1);
            case SEGMENT, RUDDERSTACK -> Duration.ofHours(4);
            case ZENDESK, GENERIC -> Duration.ZERO;
        };
    }

    /** Whether its bodies may be larger than those of other requests: Jira sends an issue with all its comments. */
    boolean isLarge() {
        return this == JIRA;
    }

    /** Whether it delivers events that a source may have sent here already. */
    boolean isDestination() {
        return this == SEGMENT || this == RUDDERSTACK;
    }
}
