package io.playcaller.router.delivery.salesforce.out;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.testkit.config.MappedConfig;
import io.vertx.mutiny.core.Vertx;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesforceConnectorTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void callbacksAreNotTakenWhereOurOwnWouldComeBackAsOthers() {
        assertThatThrownBy(() -> connector(Map.of("salesforce.callback-secret", "a secret of sixteen and more")))
                .hasMessageContaining("missing: playcaller.router.salesforce.user-id");
        assertThatCode(() -> connector(Map.of(
                        "salesforce.callback-secret", "a secret of sixteen and more", "salesforce.user-id", "us")))
                .doesNotThrowAnyException();
    }

    private void connector(Map<String, String> settings) {
        new SalesforceConnector(vertx, MappedConfig.of(PlayRouterConfig.class).read(settings), null, null);
    }
}
