package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.Signals;
import io.playcaller.router.play.PlayBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskGroupsTest {

    private static final String PLAY = """
            plays:
              - {key: one, number: 1, title: One, ask: Do it., reasons: [usage.drop], owner: csm, minutes: 10}
            """;

    @TempDir
    private Path directory;

    @Test
    void asShippedRisksShareATaskAndEventsOfALifeDoNot() {
        PlayBook plays = new RuleFiles(Optional.empty()).contents().read().plays();

        assertThat(plays.group(of(Reason.USAGE_DROP), of(Reason.SUP_SEVERE_OPEN)))
                .isTrue();
        assertThat(plays.group(of(Reason.USAGE_DROP), of(Reason.EXP_SEATS_NEAR_LIMIT)))
                .isFalse();
        assertThat(plays.group(of(Reason.LIFE_FIRST_VALUE), of(Reason.LIFE_CHURNED)))
                .isFalse();
        assertThat(plays.group(of(Reason.FC_AT_RISK_NO_PLAN), of(Reason.FC_DISAGREEMENT)))
                .isFalse();
        assertThat(plays.wrapUp()).hasToString("5bd");
    }

    @Test
    void ownGroupsNameReasonsToo() throws IOException {
        write(PLAY + """
                group:
                  - {name: tickets, reasons: [sup.backlog, sup.reopened]}
                """);

        PlayBook plays = new RuleFiles(Optional.of(directory)).contents().read().plays();

        assertThat(plays.group(of(Reason.SUP_BACKLOG), of(Reason.SUP_REOPENED))).isTrue();
        assertThat(plays.group(of(Reason.SUP_BACKLOG), of(Reason.USAGE_DROP))).isFalse();
        assertThat(plays.wrapUp()).isNull();
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        write(PLAY + """
                wrap-up: soon
                group:
                  - {name: bad, kinds: [risks]}
                  - {name: empty}
                """);

        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> new RuleFiles(Optional.of(directory)).contents().read());

        assertThat(refused.getMessage())
                .contains("wrap-up: is no business time: soon")
                .contains("group[0].kinds: there is no kind of signal risks")
                .contains("group[1].reasons: is missing");
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("plays.yaml"), text);
    }

    private static SignalChanged of(Reason reason) {
        return Signals.of("a").reason(reason).build();
    }
}
