package io.playcaller.forecast.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.outcome.Adoption.Sums;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @Test
    void theWholeIsTheMeanOverAccountsNotOverSegments() {
        Adoption adoption = Adoption.of(List.of(
                new Sums(DAY, "mid", 1, 20_000, 400_000_000.0, true),
                new Sums(DAY, "smb", 3, 240_000, 19_400_000_000.0, true)));

        assertThat(adoption.whole()).isNotNull();
        assertThat(adoption.whole().value()).isEqualByComparingTo("65");
        assertThat(adoption.whole().n()).isEqualTo(4);
        assertThat(adoption.items().get(1).index().low()).isNull();
        assertThat(adoption.items().get(2).index().value()).isEqualByComparingTo("80");
        assertThat(adoption.items().get(2).index().low())
                .isLessThan(adoption.items().get(2).index().value());
    }

    @Test
    void aDayThatCountedWhoeverHadLeftSaysSo() {
        Adoption before = Adoption.of(List.of(new Sums(DAY, "smb", 3, 240_000, 19_400_000_000.0, false)));
        Adoption now = Adoption.of(List.of(new Sums(DAY, "smb", 3, 240_000, 19_400_000_000.0, true)));

        assertThat(before.definition()).contains("those that had left");
        assertThat(now.definition()).contains("with a contract in force").doesNotContain("left");
    }

    @Test
    void whatWasNotKeptIsNothing() {
        assertThat(Adoption.of(List.of()).whole()).isNull();
    }
}
