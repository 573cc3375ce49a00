package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.router.Signals;
import io.playcaller.router.silence.MaintenanceWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowsFileTest extends RulesFolder {

    @Test
    void asShippedThereAreNone() {
        assertThat(new RuleFiles(Optional.empty()).contents().read().windows()).isEmpty();
    }

    @Test
    void aWindowSaysWhenAndAboutWhat() throws IOException {
        write("""
                windows:
                  - name: loads
                    because: The warehouse loads.
                    zone: Europe/Berlin
                    weekly: {sun: ["02:00-06:00"]}
                    days: [{from: "2026-12-24", until: "2026-12-26"}]
                    match: {reason: [usage.drop], play: [usage-drop]}
                    not: {tier: [enterprise]}
                    also-critical: true
                """);

        MaintenanceWindow window = read().windows().get(0);

        assertThat(window.name()).isEqualTo("window/loads");
        assertThat(window.alsoCritical()).isTrue();
        assertThat(window.until(Instant.parse("2026-03-01T03:00:00Z"))).contains(Instant.parse("2026-03-01T05:00:00Z"));
        assertThat(window.until(Instant.parse("2026-12-25T12:00:00Z"))).contains(Instant.parse("2026-12-26T23:00:00Z"));
        assertThat(window.isAbout(Signals.of("a").build(), "usage-drop")).isTrue();
        assertThat(window.isAbout(Signals.of("a").tier("enterprise").build(), "usage-drop"))
                .isFalse();
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        write("""
                windows:
                  - {name: a, because: B., zone: Mars/Base, weekly: {sun: ["02:00-01:00"]}, match: {colour: [red]}}
                  - {name: a, because: B., zone: UTC, match: {tier: [gold], reason: [usage.dropp], play: [nap]}}
                  - {name: c, because: B., zone: UTC, days: [{from: "2026-12-24", until: "2026-12-23"}]}
                """);

        ConfigException refused = catchThrowableOfType(ConfigException.class, this::read);

        assertThat(refused.getMessage())
                .contains("windows[0].zone: there is no time zone Mars/Base")
                .contains("windows[0].weekly.sun: is no stretch of hours")
                .contains("windows[0].match.colour: cannot be colour; write one of account, segment, tier")
                .contains("windows[1].name: stands here twice: a")
                .contains("windows[1].match.tier: cannot be gold; write one of enterprise")
                .contains("windows[1].match.reason: cannot be usage.dropp")
                .contains("windows[1].match.play: cannot be nap")
                .contains("windows[1].weekly: is missing; add weekly or days")
                .contains("windows[2].match: is missing")
                .contains("windows[2].days[0].until: stands before from");
    }

    @Test
    void aPlayMayHaveABrakeOfItsOwn() throws IOException {
        Files.writeString(directory.resolve("plays.yaml"), """
                plays:
                  - {key: one, number: 1, title: One, ask: Do it., reasons: [usage.drop], owner: csm, minutes: 10}
                brake: {one: 50}
                """);

        assertThat(read().plays().brake()).containsEntry("one", 50);
    }

    private void write(String text) throws IOException {
        write("windows.yaml", text);
    }
}
