package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    @Test
    void salesforceSaysWhatADayHolds() {
        assertThat(of(Map.of("Sforce-Limit-Info", "api-usage=10500/15000"))).isEqualTo(new Allowance(10_500, 15_000));
        assertThat(of(Map.of("sforce-limit-info", "api-usage=25/5000; per-app-api-usage=17/250(appName=sample)")))
                .isEqualTo(new Allowance(25, 5_000));
    }

    @Test
    void jiraSaysWhatIsLeft() {
        assertThat(of(Map.of("X-RateLimit-Limit", "350", "X-RateLimit-Remaining", "35")))
                .isEqualTo(new Allowance(315, 350));
    }

    @Test
    void whatSaysNothingOrNonsenseIsNoAllowance() {
        assertThat(Allowance.of(headers(Map.of()))).isEmpty();
        assertThat(Allowance.of(headers(Map.of("Sforce-Limit-Info", "api-usage=many/15000"))))
                .isEmpty();
        assertThat(Allowance.of(headers(Map.of("Sforce-Limit-Info", "per-app-api-usage=17/250"))))
                .isEmpty();
        assertThat(Allowance.of(headers(Map.of("Sforce-Limit-Info", "api-usage=1/0"))))
                .isEmpty();
        assertThat(Allowance.of(headers(Map.of("X-RateLimit-Limit", "350")))).isEmpty();
    }

    @Test
    void warningsBeginAtSeventyAndAtNinetyPercent() {
        assertThat(new Allowance(69, 100).warning()).isEmpty();
        assertThat(new Allowance(70, 100).warning()).contains(70);
        assertThat(new Allowance(899, 1_000).warning()).contains(70);
        assertThat(new Allowance(90, 100).warning()).contains(90);
        assertThat(new Allowance(130, 100).warning()).contains(90);
    }

    private static Allowance of(Map<String, String> headers) {
        return Allowance.of(headers(headers)).orElseThrow();
    }

    private static Map<String, String> headers(Map<String, String> said) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(said);
        return headers;
    }
}
