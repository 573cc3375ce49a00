package io.playcaller.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "acme.example, acme.example",
        "ACME.Example., acme.example",
        "' eu.acme.example ', eu.acme.example",
        "Bücher.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "bücher。example, xn--bcher-kva.example"
    })
    void aNameHasOneForm(String written, String name) {
        assertThat(DomainName.of(written)).contains(new DomainName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "example",
                "acme..example",
                ".acme.example",
                "ac me.example",
                "acme_eu.example",
                "-acme.example",
                "192.0.2.1",
                "acme.example..",
                "ann@acme.example"
            })
    void whatIsNoNameIsNone(String written) {
        assertThat(DomainName.of(written)).isEmpty();
    }

    @Test
    void longNamesAreNone() {
        assertThat(DomainName.of("a".repeat(64) + ".example")).isEmpty();
        assertThat(DomainName.of("abcdefgh.".repeat(30) + "example")).isEmpty();
        assertThat(DomainName.of("a.".repeat(9) + "example")).isPresent();
        assertThat(DomainName.of("a.".repeat(10) + "example"))
                .as("each label is a claim that is looked for")
                .isEmpty();
    }

    @Test
    void theDomainOfAnAddressStandsBehindItsLastSign() {
        assertThat(DomainName.ofEmail("\"a@b\"@Acme.Example")).contains(new DomainName("acme.example"));
        for (String none : new String[] {"@acme.example", "acme.example", "pch_0f0f", "***", "ann@localhost", "ann@"}) {
            assertThat(DomainName.ofEmail(none)).as(none).isEmpty();
        }
    }

    @Test
    void ofSeveralClaimsTheLongestCountsAndNothingElseDoes() {
        ClaimedDomains claimed = new ClaimedDomains(
                Map.of(new DomainName("acme.example"), "acme", new DomainName("eu.acme.example"), "acme-eu"));

        assertThat(claimed.of("a@x.eu.acme.example"))
                .contains(new ClaimedDomains.Claim(new DomainName("eu.acme.example"), "acme-eu"));
        assertThat(claimed.of("a@us.acme.example"))
                .map(ClaimedDomains.Claim::accountId)
                .contains("acme");
        assertThat(claimed.of("a@notacme.example")).isEmpty();
        assertThat(claimed.of("a@example.com")).isEmpty();
    }

    @Test
    void whatIsBelowADomainBeginsAsItDoesTheOtherWayRound() {
        assertThat(new DomainName("eu.acme.example").reversed()).isEqualTo("example.acme.eu");
    }
}
