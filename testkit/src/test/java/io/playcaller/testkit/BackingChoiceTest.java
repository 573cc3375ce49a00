package io.playcaller.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BackingChoiceTest {

    @Test
    void autoFollowsDockerAndSaysSo() {
        assertThat(BackingChoice.of("auto", () -> true)).isEqualTo(new BackingChoice(true, "Docker answers"));
        assertThat(BackingChoice.of("auto", () -> false)).isEqualTo(new BackingChoice(false, "Docker does not answer"));
    }

    @Test
    void aFixedChoiceDoesNotAskDocker() {
        assertThat(BackingChoice.of("containers", BackingChoiceTest::mustNotBeAsked)
                        .containers())
                .isTrue();
        assertThat(BackingChoice.of("embedded", BackingChoiceTest::mustNotBeAsked)
                        .containers())
                .isFalse();
    }

    @Test
    void anUnknownChoiceIsNamed() {
        assertThatThrownBy(() -> BackingChoice.of("podman", () -> true))
                .hasMessage("-Dplaycaller.test.backing: expected embedded, containers or auto, got podman");
    }

    private static boolean mustNotBeAsked() {
        throw new AssertionError("Docker was asked");
    }
}
