package io.playcaller.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private final Pseudonyms pseudonyms = Pseudonyms.under("Jefe");

    @Test
    void itIsTheHmacThatTheStandardHas() {
        // RFC 4231, test cases 1 and 2.
        assertThat(Pseudonyms.under("\u000b".repeat(20)).of("Hi There"))
                .isEqualTo("pch_b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(pseudonyms.of("what do ya want for nothing?"))
                .isEqualTo("pch_5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void oneIsKnownByItsForm() {
        assertThat(Pseudonyms.isOne(pseudonyms.of("ann"))).isTrue();
        assertThat(Pseudonyms.isOne("pch_ann")).isFalse();
        assertThat(Pseudonyms.isOne("ann")).isFalse();
    }

    @Test
    void blanksAroundATextAreNoneOfIt() {
        assertThat(pseudonyms.of(" ann ")).isEqualTo(pseudonyms.of("ann"));
        assertThat(pseudonyms.of("Ann")).isNotEqualTo(pseudonyms.of("ann"));
    }

    @Test
    void withoutTheSecretItIsAnother() {
        assertThat(Pseudonyms.under("Jeff").of("ann")).isNotEqualTo(pseudonyms.of("ann"));
        assertThat(pseudonyms).hasToString("Pseudonyms[…]");
    }
}
