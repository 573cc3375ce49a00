package io.playcaller.router.delivery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.router.delivery.Allowance;
import io.playcaller.router.delivery.app.Allowances.Heard;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Allowances allowances = new Allowances(meters);

    @Test
    void theWorstSinceSomebodyAskedIsKeptBesideTheLast() {
        hear(80);
        hear(95);
        hear(60);

        assertThat(allowances.takeNew())
                .isEqualTo(Map.of("salesforce", new Heard(new Allowance(60, 100), new Allowance(95, 100))));
        assertThat(allowances.takeNew()).isEmpty();
        assertThat(allowances.last("salesforce")).contains(new Allowance(60, 100));
    }

    @Test
    void theMetricSaysHowMuchIsUsed() {
        hear(80);
        hear(81);

        assertThat(meters.get("router.tools.allowance.percent")
                        .tag("connector", "salesforce")
                        .gauge()
                        .value())
                .isEqualTo(81);
    }

    @Test
    void anAnswerThatSaysNothingChangesNothing() {
        hear(80);
        allowances.hear("salesforce", Map.of());

        assertThat(allowances.last("salesforce")).contains(new Allowance(80, 100));
        assertThat(allowances.last("jira")).isEmpty();
    }

    private void hear(int used) {
        allowances.hear("salesforce", Map.of("sforce-limit-info", "api-usage=" + used + "/100"));
    }
}
