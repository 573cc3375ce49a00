package io.playcaller.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.DomainRecord;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DomainClaimsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @Test
    void aClaimTakesThePlaceOfWhatWasRead() {
        DomainRecord wanted = new DomainRecord("acme.example", "globex", 0, TODAY, null);

        assertThat(DomainClaims.claimed(wanted, Optional.empty()).version()).isZero();
        assertThat(DomainClaims.claimed(wanted, Optional.of(claim(4, null)))).isEqualTo(wanted.withVersion(4));
    }

    @Test
    void aClaimThatHoldsIsNotMadeToBeginLater() {
        DomainRecord wanted = new DomainRecord("acme.example", "acme", 0, TODAY, null);

        assertThatThrownBy(() -> DomainClaims.claimed(wanted, Optional.of(claim(4, null))))
                .isInstanceOf(Refused.class)
                .hasMessage("acme claims acme.example since 2026-01-01 already;"
                        + " ./playcaller domains end acme.example ends it");
        assertThat(DomainClaims.claimed(wanted, Optional.of(claim(4, TODAY))).version())
                .as("one that ended is another claim")
                .isEqualTo(4);
    }

    @Test
    void aClaimEndsOnceAndKeepsItsBeginning() {
        assertThat(DomainClaims.ended(claim(4, null), TODAY)).isEqualTo(claim(4, TODAY));
        assertThat(DomainClaims.ended(claim(4, TODAY.plusDays(1)), TODAY)).isEqualTo(claim(4, TODAY));
        assertThatThrownBy(() -> DomainClaims.ended(claim(4, TODAY), TODAY))
                .hasMessage("the claim of acme.example by acme ended on 2026-03-01");
    }

    @Test
    void aLineSaysWhoClaimsAndOnWhichDays() throws JsonProcessingException {
        assertThat(DomainClaims.lines(WireJson.mapper().readTree("""
                        {"items": [
                          {"domain": "acme.example", "accountId": "acme", "version": 1, "from": "2026-01-01"},
                          {"domain": "x.example", "accountId": "globex", "version": 2, "from": "2026-01-01",
                           "until": "2026-02-01"}]}""")))
                .containsExactly(
                        "DOMAIN        ACCOUNT  FROM        UNTIL",
                        "acme.example  acme     2026-01-01  -",
                        "x.example     globex   2026-01-01  2026-02-01",
                        "2 in all.");
    }

    private static DomainRecord claim(long version, @Nullable LocalDate until) {
        return new DomainRecord("acme.example", "acme", version, LocalDate.parse("2026-01-01"), until);
    }
}
