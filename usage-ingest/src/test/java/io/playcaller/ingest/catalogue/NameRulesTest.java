package io.playcaller.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.catalogue.NameRule.Alias;
import io.playcaller.ingest.refusal.Fault;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameRulesTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private final NameRules rules = new NameRules(Map.of(
            "Export", new NameRule("Export", null, new Alias("Report Exported", MARCH)),
            "Report Exported", new NameRule("Report Exported", true, null),
            "Heartbeat", new NameRule("Heartbeat", false, null),
            "Old Ping", new NameRule("Old Ping", false, new Alias("Ping", MARCH))));

    @Test
    void anOldNameIsTheNewOneFromItsDateOn() {
        assertThat(rules.nameOf("Export", MARCH.minusMillis(1))).isEqualTo("Export");
        assertThat(rules.nameOf("Export", MARCH)).isEqualTo("Report Exported");
        assertThat(rules.nameOf("Login", MARCH)).isEqualTo("Login");
    }

    @Test
    void whatPeopleSaidComesBeforeWhatTheSenderSays() {
        assertThat(rules.isMeaningful("Heartbeat", MARCH, true)).isFalse();
        assertThat(rules.isMeaningful("Report Exported", MARCH, false)).isTrue();
        assertThat(rules.isMeaningful("Login", MARCH, false)).isFalse();
        assertThat(rules.isMeaningful("Login", MARCH, true)).isTrue();
    }

    @Test
    void anAliasIsWhatItCountsAsUnlessNothingIsSaidOfThat() {
        assertThat(rules.isMeaningful("Export", MARCH, false)).isTrue();
        assertThat(rules.isMeaningful("Export", MARCH.minusMillis(1), false)).isFalse();
        assertThat(rules.isMeaningful("Old Ping", MARCH, true)).isFalse();
    }

    @Test
    void aNameCountsAsAnotherInOneStep() {
        assertThat(fault("A", "A")).isEqualTo("/countsAs/name");
        assertThat(fault("A", "Export")).isEqualTo("/countsAs/name");
        assertThat(fault("Report Exported", "Other")).isEqualTo("/countsAs");
        assertThat(rules.refusal(new NameRule("A", null, new Alias("B", MARCH))))
                .isEmpty();
        assertThat(rules.refusal(new NameRule("Export", true, null))).isEmpty();
    }

    private String fault(String name, String countsAs) {
        return rules.refusal(new NameRule(name, null, new Alias(countsAs, MARCH)))
                .flatMap(refusal -> refusal.first())
                .map(Fault::field)
                .orElse("none");
    }
}
