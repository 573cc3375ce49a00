package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.digital.ChannelKind;
import io.playcaller.router.digital.DigitalMessage;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.play.StepKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessagesFileTest extends RulesFolder {

    private static final String PLAY = """
            plays:
              - key: one
                number: 1
                title: One
                ask: Do.
                reasons: [usage.drop]
                owner: csm
                minutes: 10
                give-up: 20bd
                steps:
            """;

    @Test
    void everyDigitalStepThatShipsSaysSomething() {
        List<Play> plays =
                new RuleFiles(Optional.empty()).contents().read().plays().plays();

        assertThat(plays.stream().flatMap(play -> play.steps().stream()))
                .filteredOn(step -> step.kind() == StepKind.DIGITAL)
                .hasSize(6)
                .allSatisfy(step -> {
                    DigitalMessage message = step.message();
                    assertThat(message).isNotNull();
                    assertThat(message.template().text()).isNotBlank();
                });
    }

    @Test
    void aStepSaysWhatIsSentHowAndWhatARefusalDoes() throws IOException {
        write("messages.yaml", "messages: [{key: hello, subject: Hello, text: \"Hello {{name}}.\"}]\n");
        write("plays.yaml", PLAY + """
                      - {key: a, title: A, ask: A., kind: digital, message: {template: hello}}
                      - key: b
                        title: B
                        ask: B.
                        kind: digital
                        message: {template: hello, by: track, refused: skip, for: 9d}
                """);

        List<PlayStep> steps = read().plays().play("one").orElseThrow().steps();

        DigitalMessage standard = steps.get(0).message();
        assertThat(standard).isNotNull();
        assertThat(standard.template().key()).isEqualTo("hello");
        assertThat(standard).isEqualTo(new DigitalMessage(standard.template(), ChannelKind.MAIL, true, 3));
        assertThat(steps.get(1).message())
                .isEqualTo(new DigitalMessage(standard.template(), ChannelKind.TRACK, false, 9));
    }

    @Test
    void everyFaultIsSaidAtOnce() throws IOException {
        write("messages.yaml", """
                messages:
                  - {key: dated, subject: "{{colour}}", text: "Until {{date}}."}
                  - {key: dated, subject: S, text: T}
                """);
        write("plays.yaml", PLAY + """
                      - {key: a, title: A, ask: A., kind: digital}
                      - {key: b, title: B, ask: B., message: {template: dated}}
                      - {key: c, title: C, ask: C., kind: digital, message: {template: datet, by: pigeon, for: 3 weeks}}
                """);

        assertThat(problems())
                .extracting(fault -> fault.key() + ": " + fault.message())
                .contains(
                        "messages[0].subject: there is no variable {{colour}}",
                        "messages[1].key: stands here twice: dated",
                        "plays[0].steps[0].message: is missing",
                        "plays[0].steps[1].message: stands in a step of one of ours",
                        "plays[0].steps[1].message.template: names a {{date}}, and the play has none",
                        "plays[0].steps[2].message.template: there is no message datet",
                        "plays[0].steps[2].message.for: is no number of days: 3 weeks")
                .anySatisfy(fault -> assertThat(fault).startsWith("plays[0].steps[2].message.by: "));
    }
}
