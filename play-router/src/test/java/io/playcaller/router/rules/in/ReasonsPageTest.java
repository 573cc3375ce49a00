package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.RiskCode;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/reasons.md} says what code and shipped plays say. {@code mvn test -pl play-router -am -Dtest=ReasonsPageTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dplaycaller.docs.write=true} writes it anew.
 */
class ReasonsPageTest {

    private static final Path PAGE = Path.of("../docs/reasons.md");

    private static final String HEAD = """
            # Reasons

            The one vocabulary that signals, plays, renewal risks and losses share. Families group signals of one account; the
            severity holds where value at risk does not say otherwise; the risk code is the one of a forecast call; the play is
            the shipped one. *Raised by* names what opens a signal with it, in health-service unless said otherwise: a condition of
            [`signals.yaml`](../health-model/src/main/resources/health/signals.yaml); `score`, the whole score, where a measure with this reason
            costs it most, a severe ticket holds it down, or one of ours set it; `life`, once, when it happens; `source`, the health of a
            source; `brake`, the volume brake of play-router; `set-up`, what play-router finds by looking at people, books, tools, tiers, hand-overs and several accounts at once; `renewal`, the clocks and
            calls of a renewal, and of what was lost, in renewal-forecast ([`renewals.yaml`](../renewal-forecast/src/main/resources/forecast/renewals.yaml)). Where nothing stands nothing raises it yet.
            Tests hold this page against the code, the shipped plays and the shipped model.

            | Code | Family | In words | Severity | Risk code | Raised by | Play |
            |---|---|---|---|---|---|---|
            """;

    private static final String TAIL = """

            Plays that wait, since nothing raises a reason of theirs: %s.
            """;

    private final PlayBook plays =
            new RuleFiles(Optional.empty()).contents().read().plays();

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        String page = HEAD
                + Stream.of(Reason.values())
                        .filter(reason -> reason != Reason.UNKNOWN)
                        .map(this::row)
                        .collect(Collectors.joining())
                + TAIL.formatted(waiting());

        if (Boolean.getBoolean("playcaller.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private String row(Reason reason) {
        return "| `%s` | %s | %s%s | %s | %s | %s | %s |\n"
                .formatted(
                        reason.code(),
                        word(reason.family()),
                        reason.sentence(),
                        reason.avoidable() ? "" : " (nobody could have prevented it)",
                        word(reason.severity()),
                        reason.riskCode() == RiskCode.NONE ? "" : word(reason.riskCode()),
                        RaisedBy.what(reason),
                        play(reason));
    }

    private String waiting() {
        String waiting = plays.plays().stream()
                .filter(play -> !play.reasons().isEmpty())
                .filter(play -> play.reasons().stream()
                        .allMatch(reason -> RaisedBy.what(reason).isEmpty()))
                .map(play -> "`" + play.key() + "`")
                .collect(Collectors.joining(", "));
        return waiting.isEmpty() ? "none" : waiting;
    }

    private String play(Reason reason) {
        return plays.ownPlayOf(reason)
                .map(Play::key)
                .or(() -> plays.defaultPlayOf(reason.kind()).map(play -> play.key() + " (the default of risks)"))
                .orElse("");
    }

    private static String word(Enum<?> constant) {
        return WireJson.mapper().<TextNode>valueToTree(constant).textValue();
    }
}
