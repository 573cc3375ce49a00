package io.playcaller.ingest.door.webhook.file;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.door.webhook.FactMapping;
import io.playcaller.ingest.door.webhook.FactShape;
import io.playcaller.ingest.door.webhook.FieldMapping;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.door.webhook.Webhook.Bounds;
import io.playcaller.ingest.door.webhook.WebhookReader;
import io.playcaller.ingest.door.webhook.proof.Proof;
import io.playcaller.ingest.source.Source;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One webhook of the file. */
final class WebhookEntry {

    /** A desk may have nothing to say from Friday to Monday, and webhooks have no heartbeat. */
    private static final Duration QUIET_AFTER = Duration.ofDays(3);

    private static final String REPEATS = "repeats";
    private static final String FEEDS = "feeds";
    private static final String QUIET = "quiet-after";
    private static final String MAX_BYTES = "max-bytes";
    private static final int SMALLEST = 1024;

    private static final Map<String, Feed> FEED_WORDS = Stream.of(Feed.values())
            .filter(feed -> feed != Feed.UNKNOWN)
            .collect(Collectors.toUnmodifiableMap(feed -> feed.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final String name;
    private final YamlMap entry;
    private final Surroundings surroundings;

    WebhookEntry(String name, YamlMap entry, Surroundings surroundings) {
        this.name = name;
        this.entry = entry;
        this.surroundings = surroundings;
    }

    /** Empty when its kind is not known: its other keys then mean nothing. */
    Optional<Webhook> read() {
        return Kind.ofWord(entry.oneOf("kind", Kind.WORDS)).map(this::read);
    }

    private Webhook read(Kind kind) {
        Proof proof = ProofEntry.read(entry, kind, surroundings.settings());
        Optional<String> repeats = kind.isDestination() ? entry.optionalText(REPEATS) : Optional.empty();
        Source own = repeats.isEmpty() ? own(kind) : null;
        String source = repeats.orElse(name);
        WebhookReader reader = reader(kind, source, new FactEntry(new ValueEntry(proof.secretHeaders())));
        Bounds bounds = new Bounds(bytes(kind), kind.longestRetry());
        entry.rejectUnknown();
        return new Webhook(name, source, own, proof, reader, bounds);
    }

    private WebhookReader reader(Kind kind, String source, FactEntry facts) {
        return switch (kind) {
            case ZENDESK -> WebhookReader.ofZendesk(source, fieldsOfATicket(facts));
            case JIRA -> WebhookReader.ofJira(source, fieldsOfATicket(facts));
            case SEGMENT, RUDDERSTACK -> WebhookReader.ofDestination(surroundings.eventBytes());
            case GENERIC -> WebhookReader.ofMappings(source, facts(facts));
        };
    }

    /** Of a destination an event has a limit of its own: nothing more would come of a larger body. */
    private int bytes(Kind kind) {
        if (!kind.isDestination() && entry.has(MAX_BYTES)) {
            return entry.integer(MAX_BYTES, SMALLEST, Bounds.LARGEST);
        }
        return kind.isLarge() ? Bounds.LARGEST : surroundings.bodyBytes();
    }

    private FieldMapping fieldsOfATicket(FactEntry facts) {
        return facts.fields(entry, FactShape.of(EventType.TICKET_CHANGED), false);
    }

    private List<FactMapping> facts(FactEntry reading) {
        List<FactMapping> facts =
                entry.maps("facts").stream().map(reading::read).toList();
        if (entry.has("facts") && facts.isEmpty()) {
            entry.problem("facts", "is empty", "say what at least one body becomes");
        }
        return facts;
    }

    private Source own(Kind kind) {
        Duration quietAfter = entry.has(QUIET) ? entry.duration(QUIET) : QUIET_AFTER;
        if (quietAfter.toSeconds() == 0) {
            entry.problem(QUIET, "is less than a second", "write 6h, 3d, …");
        }
        return Source.declared(name, feeds(kind), quietAfter, null);
    }

    private Set<Feed> feeds(Kind kind) {
        if (!entry.has(FEEDS) && kind.feed().isPresent()) {
            return Set.of(kind.feed().get());
        }
        List<String> words = entry.texts(FEEDS);
        if (entry.has(FEEDS) && words.isEmpty()) {
            entry.problem(FEEDS, "names none", "say what it delivers, such as feedback");
        }
        Set<Feed> feeds = EnumSet.noneOf(Feed.class);
        for (String word : words) {
            Feed feed = FEED_WORDS.get(word);
            if (feed == null) {
                entry.problem(
                        FEEDS,
                        "there is no feed " + word,
                        "known: "
                                + String.join(
                                        ", ",
                                        FEED_WORDS.keySet().stream().sorted().toList()));
            } else {
                feeds.add(feed);
            }
        }
        return feeds;
    }
}
