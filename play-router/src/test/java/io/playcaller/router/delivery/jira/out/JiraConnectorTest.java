package io.playcaller.router.delivery.jira.out;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.testkit.config.MappedConfig;
import io.vertx.mutiny.core.Vertx;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JiraConnectorTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void callbacksAreNotTakenWhereOurOwnWouldComeBackAsOthers() {
        assertThatThrownBy(() -> connector(Map.of("jira.callback-secret", "a secret of sixteen and more")))
                .hasMessageContaining("missing: playcaller.router.jira.account-id");
        assertThatCode(() -> connector(
                        Map.of("jira.callback-secret", "a secret of sixteen and more", "jira.account-id", "us")))
                .doesNotThrowAnyException();
    }

    private void connector(Map<String, String> settings) {
        new JiraConnector(vertx, MappedConfig.of(PlayRouterConfig.class).read(settings), null, null);
    }
}
