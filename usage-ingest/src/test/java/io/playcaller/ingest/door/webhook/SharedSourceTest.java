package io.playcaller.ingest.door.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.door.webhook.Webhook.Bounds;
import io.playcaller.ingest.door.webhook.proof.Token;
import io.playcaller.ingest.source.Environment;
import io.playcaller.ingest.source.IssuedKey;
import io.playcaller.ingest.source.IssuedKey.State;
import io.playcaller.ingest.source.Scope;
import io.playcaller.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedSourceTest {

    private static final Webhook DESK =
            webhook("desk", Source.declared("desk", Set.of(Feed.SUPPORT), Duration.ofDays(3), null));
    private static final Webhook REPEATING = webhook("web", null);

    @Test
    void whoeverHoldsAKeyThatOpensItIsNamed() {
        assertThat(SharedSource.among(
                        List.of(DESK, REPEATING),
                        List.of(
                                key("desk", "plugin", State.ACTIVE),
                                key("desk", "old plugin", State.ENDING),
                                key("desk", "gone", State.REVOKED),
                                key("desk", "older", State.ENDED),
                                key("web", "shop", State.ACTIVE))))
                .containsExactly(new SharedSource("desk", List.of("plugin", "old plugin")));
    }

    @Test
    void aSourceWithoutSuchAKeyIsTheWebhooksAlone() {
        assertThat(SharedSource.among(List.of(DESK), List.of(key("desk", "gone", State.REVOKED))))
                .isEmpty();
    }

    private static Webhook webhook(String name, @Nullable Source own) {
        return new Webhook(
                name,
                name,
                own,
                Token.bearer(List.of("a secret of the tool")),
                WebhookReader.ofDestination(32_768),
                new Bounds(512_000, Duration.ZERO));
    }

    private static IssuedKey key(String source, String name, State state) {
        return new IssuedKey(
                UUID.fromString("0190a1de-7f0e-7b7f-8f0a-3a9d5b7c4e21"),
                "0123456789ab",
                source,
                name,
                Environment.LIVE,
                Set.of(Scope.EVENTS),
                state,
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }
}
