package io.playcaller.console.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRuleTest {

    @Test
    void twelveCharactersAreEnoughWhateverTheyAre() {
        assertThat(PasswordRule.fault("            ")).isEmpty();
        assertThat(PasswordRule.fault("eleven char")).contains("11 characters");
        assertThat(PasswordRule.fault("😀".repeat(12))).isEmpty();
    }

    @Test
    void whatBcryptWouldCutOffIsRefused() {
        assertThat(PasswordRule.fault("a".repeat(72))).isEmpty();
        assertThat(PasswordRule.fault("a".repeat(73))).contains("more than 72 bytes");
        assertThat(PasswordRule.fault("ä".repeat(37))).contains("more than 72 bytes");
    }
}
