package io.playcaller.ingest.door.webhook.file;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.door.webhook.FactMapping;
import io.playcaller.ingest.door.webhook.FactShape;
import io.playcaller.ingest.door.webhook.FieldMapping;
import io.playcaller.ingest.door.webhook.Webhook;
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

    private static final Map<String, Feed> FEED_WORDS = Stream.of(Feed.values())
            .filter(feed -> feed != Feed.UNKNOWN)
            .collect(Collectors.toUnmodifiableMap(feed -> feed.name().toLowerCase(Locale.ROOT), Function.identity()));

    private WebhookEntry() {}

    /** Empty when its kind is not known: its other keys then mean nothing. */
    static Optional<Webhook> read(
            String name, YamlMap entry, Function<String, Optional<String>> settings, int maxEventBytes) {
        return Kind.ofWord(entry.oneOf("kind", Kind.WORDS)).map(kind -> {
            Proof proof = ProofEntry.read(entry, kind, settings);
            Optional<String> repeats = kind.isDestination() ? entry.optionalText(REPEATS) : Optional.empty();
            Source own = repeats.isEmpty() ? own(name, entry, kind) : null;
            String source = repeats.orElse(name);
            WebhookReader reader = reader(entry, kind, source, maxEventBytes);
            entry.rejectUnknown();
            return new Webhook(name, source, own, proof, reader);
        });
    }

    private static WebhookReader reader(YamlMap entry, Kind kind, String source, int maxEventBytes) {
        return switch (kind) {
            case ZENDESK -> WebhookReader.ofZendesk(source, fieldsOfATicket(entry));
            case JIRA -> WebhookReader.ofJira(source, fieldsOfATicket(entry));
            case SEGMENT, RUDDERSTACK -> WebhookReader.ofDestination(maxEventBytes);
            case GENERIC -> WebhookReader.ofMappings(source, facts(entry));
        };
    }

    private static FieldMapping fieldsOfATicket(YamlMap entry) {
        return FactEntry.fields(entry, FactShape.of(EventType.TICKET_CHANGED), false);
    }

    private static List<FactMapping> facts(YamlMap entry) {
        List<FactMapping> facts =
                entry.maps("facts").stream().map(FactEntry::read).toList();
        if (entry.has("facts") && facts.isEmpty()) {
            entry.problem("facts", "is empty", "say what at least one body becomes");
        }
        return facts;
    }

    private static Source own(String name, YamlMap entry, Kind kind) {
        Duration quietAfter = entry.has(QUIET) ? entry.duration(QUIET) : QUIET_AFTER;
        if (quietAfter.toSeconds() == 0) {
            entry.problem(QUIET, "is less than a second", "write 6h, 3d, …");
        }
        return Source.declared(name, feeds(entry, kind), quietAfter, null);
    }

    private static Set<Feed> feeds(YamlMap entry, Kind kind) {
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
