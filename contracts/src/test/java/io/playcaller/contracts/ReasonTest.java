package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.RiskCode;
import io.playcaller.contracts.reason.SignalKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void theVocabularyHas29RisksAnd4ExpansionsAnd20Others() {
        assertThat(count(SignalKind.RISK)).isEqualTo(29);
        assertThat(count(SignalKind.EXPANSION)).isEqualTo(4);
        assertThat(Reason.values()).hasSize(29 + 4 + 21 + 1);
    }

    @Test
    void everyRiskHasARenewalRiskCodeAndNothingElseHas() {
        assertThat(Arrays.stream(Reason.values()).filter(reason -> reason != Reason.UNKNOWN))
                .allSatisfy(reason -> assertThat(reason.riskCode() != RiskCode.NONE)
                        .as(reason.code())
                        .isEqualTo(reason.kind() == SignalKind.RISK));
    }

    @Test
    void aCodeOfANewerWriterIsUnknown() {
        assertThat(WireJson.read("\"usage.brand_new\"".getBytes(java.nio.charset.StandardCharsets.UTF_8), Reason.class))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(Reason.ofCode("usage.brand_new")).isEmpty();
    }

    private static long count(SignalKind kind) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.kind() == kind)
                .count();
    }
}
